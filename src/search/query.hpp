// SPDX-License-Identifier: EUPL-1.2
// A request read and checked: words, phrases, exclusions and filters, before anything is looked up in the
// index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/codes.hpp"
#include "search/request.hpp"
#include "search/segment.hpp"
#include "search/topic_model.hpp"

namespace kontor::search {

struct QueryWord {
    std::string text;        // as typed
    std::size_t column = 0;  // characters from 1
};

/// Words that must follow one another; a single word when it stands for an excluded one.
struct QueryPhrase {
    std::vector<std::string> words;
    std::string text;
    std::size_t column = 0;
};

/// Ordinals are those of the index; a value that no document has is kNoOrdinal.
inline constexpr std::uint32_t kNoOrdinal = 0xFFFFFFFF;
struct Filters {
    std::vector<model::RecordKind> kinds;
    std::vector<std::uint32_t> countries;
    std::vector<std::uint32_t> organisation_kinds;
    std::vector<std::uint32_t> topics;
    std::vector<std::uint32_t> programmes;
    std::optional<int> year_from;
    std::optional<int> year_to;
};

struct Query {
    std::vector<QueryWord> words;
    std::vector<QueryPhrase> phrases;
    std::vector<QueryPhrase> excluded;
    Filters filters;
    bool is_last_word_open = false;  // nothing follows the last word, so that it may be unfinished
};

/// All faults at once: of the query with their column, of the request's filters with their field.
[[nodiscard]] base::Result<Query> read_query(const Request& request, const TopicModel& topics,
                                             const SharedValues& values);

}  // namespace kontor::search
