// SPDX-License-Identifier: EUPL-1.2
// The latest part of the change feed, kept in memory in the steps in which the whole snapshot took it in, so
// that other snapshots can follow without reading and resolving it again. Any number of threads.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "service/document_changes.hpp"
#include "store/store.hpp"

namespace kontor::service {

struct FeedStep {
    std::vector<store::Change> changes;  // never empty
    /// The changed records, and the ends of changed relations before and after.
    DocumentKeys touched;
};
using FeedSteps = std::vector<std::shared_ptr<const FeedStep>>;

class FeedTail {
public:
    /// Nothing up to `sequence` is known any more.
    void restart(std::uint64_t sequence);
    void append(FeedStep step);
    /// The steps after `sequence`, oldest first; nothing when they are no longer all there.
    [[nodiscard]] std::optional<FeedSteps> since(std::uint64_t sequence) const;

private:
    /// Beyond this many changes, making a snapshot anew costs less than following them.
    static constexpr std::size_t kChanges = 20'000;

    mutable std::mutex mutex_;
    std::deque<std::shared_ptr<const FeedStep>> steps_;
    std::uint64_t begin_ = 0;  // the last sequence before steps_
    std::size_t changes_ = 0;
};

}  // namespace kontor::service
