// SPDX-License-Identifier: EUPL-1.2
// How two names stand to one another: which words they share, in which order, what each has beyond. Pure and
// thread-safe; some microseconds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/parsed_name.hpp"

namespace kontor::resolve {

/// Words that one of two names of a body may say and the other not.
struct Neutral {
    std::vector<std::string_view> abbreviations = {};  // that the record or the asker has for the body
    std::vector<std::string_view> towns = {};          // words of the town of both
    std::vector<std::string_view> countries = {};      // names of the country of both
};

enum class Relation {
    Equal,         // the same words in the same order
    Respelt,       // the same letters but for spaces and slips, or the words in another order
    Extended,      // one says its abbreviation, town, country, sort of union or a bracket besides
    Shorter,       // all words of one are in the other, which has more
    Abbreviation,  // one is the initials of the other
    Other
};

struct NameFit {
    Relation relation = Relation::Other;
    double likeness = 0;        // 0 to 1
    std::size_t slips = 0;      // letters changed, for Respelt and Extended
    std::size_t letters = 0;    // of the shorter name
    bool is_reordered = false;  // for Respelt
    bool has_other_number = false;
    bool has_same_form = true;                 // neither says another legal form than the other
    bool is_same_office = false;               // for Equal and Respelt: both say which polity's office
    bool has_call_name = false;                // for Extended: by one plain word, which may be a branch's
    bool is_translated = false;                // for Equal: head nouns are of different languages
    std::vector<std::string> only_first = {};  // words that no word of the other matches
    std::vector<std::string> only_second = {};
};

[[nodiscard]] NameFit compare(const ParsedName& first, const ParsedName& second, const Neutral& neutral);

/// How far the name itself tells who is meant: 0 when all its words are sorts, fields and numbers, else how
/// many are not.
[[nodiscard]] std::size_t telling_words(const ParsedName& name);

}  // namespace kontor::resolve
