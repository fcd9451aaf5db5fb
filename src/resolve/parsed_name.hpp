// SPDX-License-Identifier: EUPL-1.2
// A name taken apart for comparison. Pure and thread-safe; some microseconds a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/office_name.hpp"

namespace kontor::resolve {

/// A name without its legal form, wrongly decoded letters repaired. `text` are its comparable words joined by
/// single spaces; `words` look into it.
struct ParsedName {
    std::string text = {};
    std::string legal_form = {};
    std::string raw = {};    // all words as written, folded, joined by single spaces
    std::string outer = {};  // the text without what stands in brackets; empty when nothing does
    std::vector<std::string> parallel = {};  // both texts of "name / name" that can be two languages' names
    OfficeName office = {};                  // function empty when it is none

    [[nodiscard]] std::vector<std::string_view> words() const;
    /// The words without spaces between them.
    [[nodiscard]] std::string joined() const;
};

[[nodiscard]] ParsedName parsed_name(std::string_view name);

[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// First letters of the words.
[[nodiscard]] std::string initials(const std::vector<std::string_view>& words);

/// Whether a word of two to eight letters can be the abbreviation of the words: their first letters in
/// order, half of the words and more taking part.
[[nodiscard]] bool abbreviates(std::string_view word, const std::vector<std::string_view>& words);

/// A town as written into addresses, comparable: without numbers, "Cedex" and the like.
[[nodiscard]] std::string parsed_town(std::string_view town);

enum class Agreement { Unknown, Same, Other };

/// Same when one has all the words of the other ("Genève", "Genève 4"). No slips: Palencia is not Valencia.
[[nodiscard]] Agreement compare_towns(std::string_view parsed, std::string_view other_parsed);

}  // namespace kontor::resolve
