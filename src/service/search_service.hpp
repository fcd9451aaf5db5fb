// SPDX-License-Identifier: EUPL-1.2
// Searching everything, completing what is typed, and putting what was found on the map. Thread-safe; works
// on the snapshot that is current when it is called.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "search/searcher.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// Words of the code lists, unchecked: what is impossible comes back as a fault. Empty lists filter nothing.
struct SearchRequest {
    std::string query;
    std::vector<std::string> kinds;
    std::vector<std::string> organisation_kinds;
    std::vector<std::string> countries;
    std::vector<std::string> topics;
    std::vector<std::string> programmes;
    std::optional<int> year_from;
    std::optional<int> year_to;
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor;
};

class SearchService {
public:
    explicit SearchService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    [[nodiscard]] base::Result<SearchPage> search(const Asker& asker, const SearchRequest& request) const;

    /// The first `rows` hits on one page, for tables; limit and cursor do not count.
    [[nodiscard]] base::Result<SearchPage> search_rows(const Asker& asker, SearchRequest request,
                                                       std::size_t rows) const;

    /// Up to `limit` topics and records of `kinds` (all when empty) that begin like the words typed.
    [[nodiscard]] base::Result<Suggestions> suggest(const Asker& asker, const std::string& typed,
                                                    const std::vector<std::string>& kinds,
                                                    std::size_t limit) const;

    /// Organisations that match, by country and place. Limit and cursor do not count.
    [[nodiscard]] base::Result<MapAnswer> map(const Asker& asker, const SearchRequest& request) const;

private:
    class Borrowed;
    const Knowledge& knowledge_;
    /// Searchers are for one thread at a time and worth keeping; there are as many as were ever busy at once.
    mutable std::mutex idle_mutex_;
    mutable std::vector<std::unique_ptr<search::Searcher>> idle_;
};

/// The position that a cursor stands for; an empty cursor is the beginning.
[[nodiscard]] base::Result<std::size_t> cursor_offset(const std::string& cursor);
/// The cursor for the page after `offset + shown` of `total`; empty when there is none.
[[nodiscard]] std::string next_cursor(std::size_t offset, std::size_t shown, std::size_t total);

}  // namespace kontor::service
