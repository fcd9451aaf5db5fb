// SPDX-License-Identifier: EUPL-1.2
// Texts that were decoded wrongly on their way to us: what they were, and what of them is lost for good.
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kontor::text {

/// What `text` (valid UTF-8) was before its UTF-8 bytes were read as Windows-1252 ("MÃ¼nchen" → "München") or
/// as Mac Roman ("M√ºnchen" → "München"), also when that happened twice; nothing when it does not look like
/// that. Only whole words that decode to letters or typographic marks are repaired, so that "SÃO" stays what
/// it is. A letter of which a byte was lost on the way ("ENERGÃ?A" with U+FFFD or inside a word "?") becomes
/// U+FFFD: one letter, unknown.
[[nodiscard]] std::optional<std::string> mojibake_repair(std::string_view text);

enum class LostLetters { None, Some, All };

/// Whether a name had letters that whoever wrote it down could not write: U+FFFD, or question marks where
/// letters should stand ("GR?MATNIEKU", "?ILDE", "??????? ??????"). A question mark at the end of a word is
/// one. All: no letter is left.
[[nodiscard]] LostLetters lost_letters(std::string_view name);

/// True when `damaged` could be `whole` with single letters lost (U+FFFD or "?"), letter case aside.
[[nodiscard]] bool is_damaged_form(std::string_view damaged, std::string_view whole);

}  // namespace kontor::text
