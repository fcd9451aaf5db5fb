// SPDX-License-Identifier: EUPL-1.2
// Folding makes spellings comparable: "MÜNCHEN", "München" and "Munchen" become the same bytes. ASCII costs
// about a nanosecond per byte, the rest goes through ICU. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace kontor::text {

/// NFKC, case folded, ß→ss, æ→ae, œ→oe, ø→o, đ→d, ł→l, combining marks removed (ä→a). Input: valid UTF-8.
[[nodiscard]] std::string folded(std::string_view text);

/// Like folded(), but keeps the marks: NFKC and case folding only ("Énergie" → "énergie"); what stemmers
/// want.
[[nodiscard]] std::string lowercased(std::string_view text);

/// `folded_word` with the German digraphs ae, oe, ue written as a, o, u ("muenchen" → "munchen") where they
/// can stand for an umlaut: not after a vowel and not after q ("neue", "quelle" stay). Two spellings of one
/// word meet in collapsed_umlauts(folded(word)).
[[nodiscard]] std::string collapsed_umlauts(std::string_view folded_word);

}  // namespace kontor::text
