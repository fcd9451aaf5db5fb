// SPDX-License-Identifier: EUPL-1.2
// What a word of an organisation's name tells: nothing but a field or a form of work, what sort of body it
// is, or that the body is a part of another. Pure and thread-safe; below a microsecond a word.
#pragma once

#include <string_view>

namespace kontor::resolve {

enum class WordClass {
    Plain,    // a name of its own, as far as can be told
    Generic,  // a field, a form of work, a landscape: many names have it
    Sort,     // university, hospital, ministry, bank: what sort of body
    Part      // department, campus, branch: a part of something
};

/// `word` as text::comparable_name() gives it.
[[nodiscard]] WordClass word_class(std::string_view word);

/// Digits, or a Roman numeral of at least two letters (up to 39).
[[nodiscard]] bool is_number(std::string_view word);

/// Whether `words` differ in what cannot be a slip: directions, sizes, opposites.
[[nodiscard]] bool is_opposite(std::string_view one, std::string_view other);

}  // namespace kontor::resolve
