// SPDX-License-Identifier: EUPL-1.2
// Regions and towns by name, for whoever fills in an address: what the stored vocabularies know, the same for
// every asker. Thread-safe. Answers from a table in memory that follows the change feed: microseconds, but
// for the first call and the first after a change of a region or a town, which read all of them (a second
// for 135,000 towns of five names).
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "service/answers.hpp"
#include "service/knowledge.hpp"
#include "service/place_table.hpp"

namespace kontor::service {

class PlaceService {
public:
    /// `knowledge` must outlive it.
    explicit PlaceService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Regions of which a word of the name, or the NUTS code, begins like the query: whole names first, then
    /// by code.
    [[nodiscard]] base::Result<PlaceList> regions(const Asker& asker, const PlaceQuery& query) const;
    /// Towns of exactly this name, in any spelling and language, the largest first.
    [[nodiscard]] base::Result<PlaceList> towns(const Asker& asker, const PlaceQuery& query) const;

private:
    [[nodiscard]] base::Result<std::shared_ptr<const PlaceTable>> table() const;
    /// Whether no region and no town has changed since the table was made.
    [[nodiscard]] base::Result<bool> is_current(std::uint64_t sequence) const;

    const Knowledge& knowledge_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const PlaceTable> table_;
    mutable std::uint64_t sequence_ = 0;  // of the feed, up to which the table holds
};

}  // namespace kontor::service
