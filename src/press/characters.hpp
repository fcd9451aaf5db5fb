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

/// The character of valid UTF-8 `text` at byte `at`; none at the end and beyond.
[[nodiscard]] Character character(std::string_view text, std::size_t at);

[[nodiscard]] bool is_digit(char32_t code);
[[nodiscard]] bool is_letter(char32_t code);
[[nodiscard]] bool is_capital(char32_t code);
[[nodiscard]] bool is_space(char32_t code);  // line breaks as well
[[nodiscard]] bool is_hyphen(char32_t code);
[[nodiscard]] bool is_apostrophe(char32_t code);
[[nodiscard]] bool is_quote(char32_t code);

}  // namespace kontor::press
