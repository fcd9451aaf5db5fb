// SPDX-License-Identifier: EUPL-1.2
#include "press/characters.hpp"

#include "text/utf8.hpp"

namespace kontor::press {

Character character_beyond_ascii(std::string_view text, std::size_t at) {
    const text::DecodedCharacter found = text::character_at(text, at);
    return {found.code, found.length};
}

bool is_letter_beyond_ascii(char32_t code) {
    if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
    if (code == 0xD7 || code == 0xF7) return false;
    if (code >= 0x2000 && code < 0x2C00) return false;  // punctuation, arrows, symbols
    if (code >= 0x2E00 && code < 0x2E80) return false;
    if (code >= 0x3000 && code < 0x3040) return false;
    return code < 0xE000 || (code >= 0xF900 && code < 0xFFF0 && code != 0xFEFF) || code >= 0x20000;
}

bool is_capital_beyond_ascii(char32_t code) {
    if (code >= 0xC0 && code <= 0xDE) return code != 0xD7;
    if (code >= 0x100 && code < 0x138) return code % 2 == 0;
    if (code >= 0x139 && code < 0x149) return code % 2 == 1;
    if (code >= 0x14A && code < 0x178) return code % 2 == 0;
    if (code == 0x178) return true;
    if (code >= 0x179 && code < 0x17F) return code % 2 == 1;
    return (code >= 0x391 && code <= 0x3A9) || (code >= 0x400 && code <= 0x42F) || code == 0x1E9E;
}

bool is_space_beyond_ascii(char32_t code) {
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F ||
           code == 0x3000 || code == 0xFEFF || code == 0x2028 || code == 0x2029;
}

bool is_hyphen(char32_t code) {
    return code == U'-' || code == 0x2010 || code == 0x2011 || code == 0xAD;
}

bool is_apostrophe(char32_t code) {
    return code == U'\'' || code == 0x2019 || code == 0x2BC || code == U'`' || code == 0xB4;
}

bool is_quote(char32_t code) {
    return code == U'"' || code == 0xAB || code == 0xBB || (code >= 0x2018 && code <= 0x201F) ||
           code == 0x2039 || code == 0x203A || code == U'\'' || code == U'`' || code == 0xB4;
}

}  // namespace kontor::press
