// SPDX-License-Identifier: EUPL-1.2
// What a character is to the reader of press text. Pure; nanoseconds.
#pragma once

#include <cstddef>
#include <string_view>

namespace kontor::press {

struct Character {
    char32_t code = 0;
    std::size_t length = 0;  // bytes; 0 at the end of the text
};

[[nodiscard]] Character character_beyond_ascii(std::string_view text, std::size_t at);
[[nodiscard]] bool is_letter_beyond_ascii(char32_t code);
[[nodiscard]] bool is_capital_beyond_ascii(char32_t code);
[[nodiscard]] bool is_space_beyond_ascii(char32_t code);

/// The character of valid UTF-8 `text` at byte `at`; none at the end and beyond.
[[nodiscard]] inline Character character(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? Character{byte, 1} : character_beyond_ascii(text, at);
}

[[nodiscard]] inline bool is_digit(char32_t code) {
    return code >= U'0' && code <= U'9';
}
[[nodiscard]] inline bool is_letter(char32_t code) {
    if (code < 0x80) return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z');
    return is_letter_beyond_ascii(code);
}
[[nodiscard]] inline bool is_capital(char32_t code) {
    return code < 0x80 ? code >= U'A' && code <= U'Z' : is_capital_beyond_ascii(code);
}
/// Line breaks as well.
[[nodiscard]] inline bool is_space(char32_t code) {
    return code < 0x80 ? code == U' ' || (code >= 9 && code <= 13) : is_space_beyond_ascii(code);
}
[[nodiscard]] bool is_hyphen(char32_t code);
[[nodiscard]] bool is_apostrophe(char32_t code);
[[nodiscard]] bool is_quote(char32_t code);

}  // namespace kontor::press
