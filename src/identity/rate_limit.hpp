// SPDX-License-Identifier: EUPL-1.2
// How often somebody may try: a bucket of tokens per key (an account, an address of the network), filled
// again with time. Thread-safe by one lock; a microsecond. Memory is bounded: a fixed number of keys of 32
// octets, the one that was used longest ago makes room.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.hpp"

namespace kontor::identity {

struct RateLimit {
    std::int64_t attempts = 10;  // in a row, with a full bucket; at least 1
    std::chrono::seconds refill =
        std::chrono::seconds(60);  // until one more attempt is given back; at least 1 s
    std::size_t keys = 100'000;    // remembered at once; at least 1
};

class RateLimiter {
public:
    explicit RateLimiter(RateLimit limit) : limit_(limit) {}

    /// Takes one attempt of `key`; too-many-attempts with the seconds to wait when there is none. A refused
    /// attempt costs nothing. A clock that is set back gives no attempts back.
    [[nodiscard]] base::Outcome spend(std::string_view key, std::chrono::sys_seconds now);

    /// Fills the bucket of `key`, after a success.
    void forgive(std::string_view key);

    [[nodiscard]] std::size_t remembered_keys() const;

private:
    struct Bucket {
        std::string key;
        std::chrono::sys_seconds full_at;  // when all attempts are there again
    };

    RateLimit limit_;
    mutable std::mutex lock_;
    std::list<Bucket> buckets_;  // the one used last stands first
    std::unordered_map<std::string, std::list<Bucket>::iterator> places_;
};

}  // namespace kontor::identity
