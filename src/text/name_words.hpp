// SPDX-License-Identifier: EUPL-1.2
// The word lists behind comparable_name: legal forms, head nouns and cities in several languages, small
// words.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace kontor::text {

using WordPair = std::pair<std::string_view, std::string_view>;

/// Folded words of a legal form joined by spaces (single letters joined: "spa") → canonical form; ascending.
[[nodiscard]] std::span<const WordPair> legal_forms();

/// Legal forms that also stand in front of a name; ascending.
[[nodiscard]] std::span<const std::string_view> leading_legal_forms();

/// Folded word → the one spelling used for it; ascending.
[[nodiscard]] std::span<const WordPair> canonical_words();

/// Whether a canonical word is so frequent in names that it tells little ("university", "research").
[[nodiscard]] bool is_generic_word(std::string_view canonical_word);

/// Articles, prepositions and conjunctions that are left out of comparable names.
[[nodiscard]] bool is_small_word(std::string_view folded_word);

}  // namespace kontor::text
