// SPDX-License-Identifier: EUPL-1.2
// Languages by their ISO 639-1 code; "und" is "not known". Guessing is cld2's; pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace kontor::text {

/// The language of `text` as ISO 639-1, "und" when the text is too short or mixed to tell. About 10 MB/s.
[[nodiscard]] std::string guessed_language(std::string_view text);

/// The name of a language for a reader of another: ("fi", "de") → "Finnisch"; of "und" that it is unknown.
[[nodiscard]] std::string language_name(std::string_view code, std::string_view language);

/// Whether there is a Snowball stemmer for `language`.
[[nodiscard]] bool has_stemmer(std::string_view language);

/// Whether `folded_word` carries no meaning of its own in German, English, French, Spanish or Italian ("und",
/// "the").
[[nodiscard]] bool is_stopword(std::string_view folded_word);

}  // namespace kontor::text
