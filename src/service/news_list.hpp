// SPDX-License-Identifier: EUPL-1.2
// Which news pass a question, as stories, and how many would with other filters. Works on the rows of the
// shelf as one audience may see them. One object per request; cost linear in the rows (10,000 in some ten
// milliseconds).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "service/knowledge.hpp"
#include "service/news_shelf.hpp"

namespace kontor::service {

/// Empty lists do not filter; several values of one list mean "one of them".
struct NewsFilters {
    std::vector<std::string> topics;
    std::vector<std::string> countries;
    std::vector<std::string> organisations;
    std::vector<std::string> projects;
    std::vector<std::string> programmes;
    model::Date from;
    model::Date to;
    std::optional<std::set<std::string>> found;  // ids that the words find; none when there are no words
};

/// The rows that an audience may see, with no more in them than it may see. Newest first.
[[nodiscard]] std::vector<SharedNewsRow> visible_news(const View& view);

enum class NewsDimension : std::uint8_t { Topic, Country, Organisation, Programme, Year };
inline constexpr std::size_t kNewsDimensions = 5;

/// value → stories
using NewsCounts = std::map<std::string, std::int64_t, std::less<>>;

struct NewsStories {
    std::vector<const NewsRow*> leading;             // the newest of each story that passes, newest first
    std::map<std::string_view, std::int64_t> sizes;  // of all stories of the rows, by NewsRow::story
    std::array<NewsCounts, kNewsDimensions> counts;
};

/// `rows` must outlive what it gives.
[[nodiscard]] NewsStories stories_of(const std::vector<SharedNewsRow>& rows, const NewsFilters& filters,
                                     const network::Picture& picture);

}  // namespace kontor::service
