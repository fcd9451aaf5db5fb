// SPDX-License-Identifier: EUPL-1.2
// News: the list with its facets, one item, and what pages of other records tell of them. Thread-safe.
#pragma once

#include <string>
#include <vector>

#include "base/limits.hpp"
#include "service/knowledge.hpp"
#include "service/news_list.hpp"
#include "service/page_parts.hpp"

namespace kontor::service {

/// `from` and `to`: dates as records have them. Empty lists and texts do not filter.
struct NewsQuery {
    std::string words;
    std::vector<std::string> topics;
    std::vector<std::string> countries;
    std::vector<std::string> organisations;
    std::vector<std::string> projects;
    std::vector<std::string> programmes;
    std::string from;
    std::string to;
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor;
};

/// What a page tells of the news that name its record: the first few stories and their number.
struct NewsSection {
    std::vector<NewsBrief> stories;
    std::int64_t total = 0;
};

/// The newest stories that pass; for pages of organisations, projects and topics.
[[nodiscard]] base::Result<NewsSection> newest_news(const View& view, PageParts& parts,
                                                    const NewsFilters& filters);

class NewsService {
public:
    /// `knowledge` must outlive it.
    explicit NewsService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// All faults at once: of the words (as search() gives them), DateInvalid, DatesReversed, CursorInvalid.
    [[nodiscard]] base::Result<NewsPage> list(const Asker& asker, const NewsQuery& query) const;
    /// RecordNotFound when there is no such item that the asker can see.
    [[nodiscard]] base::Result<NewsItem> item(const Asker& asker, const std::string& id) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
