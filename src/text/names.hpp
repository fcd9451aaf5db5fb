// SPDX-License-Identifier: EUPL-1.2
// Names of organisations made comparable, and how alike two of them are. Pure and thread-safe; a few
// microseconds a name. Greek and Cyrillic are transliterated (ISO 843 / ISO 9 without marks), other scripts
// stay as they are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::text {

/// A name taken apart. `words` are folded, in order, without legal form; frequent head nouns have one
/// spelling
/// ("universität", "université", "univ." → "university"); `text` is the words joined by single spaces: equal
/// texts are the same name. `legal_form` is canonical ("gmbh & co kg", "spa"), empty when there is none.
struct ComparableName {
    std::string text;
    std::vector<std::string> words;
    std::string legal_form;
    bool operator==(const ComparableName&) const = default;
};

[[nodiscard]] ComparableName comparable_name(std::string_view name);

/// Latin letters for Greek and Cyrillic ones, folded.
[[nodiscard]] std::string transliterated(std::string_view name);

/// How alike two names are, 0 to 1 and symmetric. Soft TF-IDF (Cohen, Ravikumar, Fienberg 2003) with
/// Jaro-Winkler
/// >= 0.9 as inner measure; weights of words are fixed (head nouns and country words count 0.3, numbers
/// fully); an abbreviation that is the initials of the other name gives 0.8; different legal forms of
/// otherwise equal names give 0.95. The value for merging without asking is the caller's business (>= 0.93 is
/// cautious).
[[nodiscard]] double similarity(const ComparableName& a, const ComparableName& b);
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

/// Jaro-Winkler, prefix scale 0.1 over at most four characters; on code points.
[[nodiscard]] double jaro_winkler(std::string_view a, std::string_view b);

/// Optimal string alignment distance (insert, delete, replace, swap neighbours) on code points; `limit` + 1
/// when it is larger than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Shared character trigrams (Dice) of the texts padded by two spaces in front and one behind; 0 to 1.
[[nodiscard]] double trigram_similarity(std::string_view a, std::string_view b);

}  // namespace kontor::text
