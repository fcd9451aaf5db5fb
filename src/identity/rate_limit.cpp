// SPDX-License-Identifier: EUPL-1.2
#include "identity/rate_limit.hpp"

#include <algorithm>
#include <iterator>

#include "identity/octets.hpp"

namespace kontor::identity {

base::Outcome RateLimiter::spend(std::string_view key, std::chrono::sys_seconds now) {
    const std::string name = sha256(key);
    const std::scoped_lock guard(lock_);
    const auto found = places_.find(name);
    if (found == places_.end()) {
        if (places_.size() >= limit_.keys) {
            places_.erase(buckets_.back().key);
            buckets_.pop_back();
        }
        buckets_.push_front({name, now + limit_.refill});
        places_.emplace(name, buckets_.begin());
        return base::Done{};
    }
    buckets_.splice(buckets_.begin(), buckets_, found->second);
    Bucket& bucket = buckets_.front();
    // A clock that was set back must not lock anybody out for longer than an empty bucket does.
    const auto missing =
        std::clamp(bucket.full_at - now, std::chrono::seconds(0), limit_.attempts * limit_.refill);
    bucket.full_at = now + missing;
    const auto wait = missing - (limit_.attempts - 1) * limit_.refill;
    if (wait > std::chrono::seconds(0)) {
        return base::Error{
            base::ErrorCode::TooManyAttempts, {{"seconds", std::to_string(wait.count())}}, {}, {}};
    }
    bucket.full_at = now + missing + limit_.refill;
    return base::Done{};
}

void RateLimiter::forgive(std::string_view key) {
    const std::string name = sha256(key);
    const std::scoped_lock guard(lock_);
    const auto found = places_.find(name);
    if (found == places_.end()) return;
    buckets_.erase(found->second);
    places_.erase(found);
}

std::size_t RateLimiter::remembered_keys() const {
    const std::scoped_lock guard(lock_);
    return places_.size();
}

}  // namespace kontor::identity
