// SPDX-License-Identifier: EUPL-1.2
// UTF-8 as it comes from files and request lines: checked, cut, counted, repaired. Everything else in the
// rooms above works on validated text. All functions are pure, thread-safe and linear in the input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::text {

/// Byte offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF); nothing when the text is sound. Runs of ASCII are checked
/// eight bytes at a time.
[[nodiscard]] std::optional<std::size_t> first_utf8_fault(std::string_view bytes);

/// The longest prefix of valid `text` with at most `max_bytes` bytes that ends at a character border.
[[nodiscard]] std::string_view truncated(std::string_view text, std::size_t max_bytes);

/// Number of characters (code points) of valid `text`.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// Column, counted in characters from 1, of the byte at `offset` (offsets beyond the end give the end's
/// column).
[[nodiscard]] std::size_t column_at(std::string_view text, std::size_t offset);

struct ControlCharacter {
    std::size_t offset = 0;  // bytes
    char32_t code = 0;
    bool operator==(const ControlCharacter&) const = default;
};
enum class Whitespace { SpacesOnly, TabsAndLines };

/// The first control character of `text`: C0, DEL, C1, U+2028/2029, bidirectional overrides and other
/// invisible format characters that can disguise a text (not joiners, which scripts need). `allowed` lets
/// tab, line feed and carriage return pass.
[[nodiscard]] std::optional<ControlCharacter> first_control_character(std::string_view text,
                                                                      Whitespace allowed);

/// "U+202E" is reported as "202E": four or more upper-case hexadecimal digits.
[[nodiscard]] std::string code_point_name(char32_t code);

/// Decodes Windows-1252; the five undefined bytes give U+FFFD.
[[nodiscard]] std::string utf8_from_windows_1252(std::string_view bytes);

/// Appends `code` (a valid scalar value) as UTF-8.
void append_utf8(std::string& out, char32_t code);

struct DecodedCharacter {
    char32_t code = 0;
    std::size_t length = 1;  // bytes
};
/// The character of valid `text` that starts at byte `at` (< text.size()).
[[nodiscard]] DecodedCharacter character_at(std::string_view text, std::size_t at);

}  // namespace kontor::text
