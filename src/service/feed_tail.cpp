// SPDX-License-Identifier: EUPL-1.2
#include "service/feed_tail.hpp"

#include <utility>

namespace kontor::service {

void FeedTail::restart(std::uint64_t sequence) {
    const std::lock_guard lock(mutex_);
    steps_.clear();
    changes_ = 0;
    begin_ = sequence;
}

void FeedTail::append(FeedStep step) {
    const std::lock_guard lock(mutex_);
    changes_ += step.changes.size();
    steps_.push_back(std::make_shared<const FeedStep>(std::move(step)));
    while (changes_ > kChanges) {
        changes_ -= steps_.front()->changes.size();
        begin_ = steps_.front()->changes.back().sequence;
        steps_.pop_front();
    }
}

std::optional<FeedSteps> FeedTail::since(std::uint64_t sequence) const {
    const std::lock_guard lock(mutex_);
    if (sequence < begin_) return std::nullopt;
    auto first = steps_.end();
    while (first != steps_.begin() && (*std::prev(first))->changes.back().sequence > sequence) --first;
    return FeedSteps(first, steps_.end());
}

}  // namespace kontor::service
