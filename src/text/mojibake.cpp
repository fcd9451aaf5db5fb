// SPDX-License-Identifier: EUPL-1.2
#include "text/mojibake.hpp"

#include <unicode/uchar.h>

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace kontor::text {
namespace {

constexpr char32_t kLost = 0xFFFD;

/// The characters of the bytes from 0x80 on; 0 where undefined: such bytes pass as C1 controls, as browsers
/// and databases let them.
using UpperHalf = std::array<char16_t, 128>;

constexpr UpperHalf windows_1252() {
    constexpr std::array<char16_t, 32> kFirst{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    UpperHalf out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = i < kFirst.size() ? kFirst[i] : static_cast<char16_t>(0x80 + i);
    return out;
}

constexpr UpperHalf kWindows1252 = windows_1252();
constexpr UpperHalf kMacRoman{
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

std::optional<unsigned char> byte_of(char32_t code, const UpperHalf& page) {
    if (code < 0x80) return static_cast<unsigned char>(code);
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (page[i] != 0 ? page[i] == code : code == 0x80 + i) return static_cast<unsigned char>(0x80 + i);
    }
    return std::nullopt;
}

bool is_letter(char32_t code) {
    return u_isalpha(static_cast<UChar32>(code)) != 0;
}

bool is_plausible(char32_t code) {
    if (code < 0x80 || code == kLost) return true;
    if (code >= 0xA0 && code <= 0xBF) return true;
    if (code >= 0x2010 && code <= 0x2044) return true;
    return code == 0x20AC || code == 0x2122 || is_letter(code);
}

/// "Â" and "Ã", the signs of the trouble; other letters that open two bytes ("Ñ", "Å") stand for themselves
/// more often.
bool opens_two_bytes(char byte) {
    return byte == '\xC2' || byte == '\xC3';
}

/// The bytes of `word` in `page`; a letter that lost its second byte is U+FFFD in them.
std::optional<std::string> bytes_of(std::string_view word, const UpperHalf& page) {
    std::string bytes;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, length] = character_at(word, at);
        at += length;
        const bool inside = at < word.size() && is_letter(character_at(word, at).code);
        const bool is_gap = code == kLost || (code == U'?' && inside);
        if (is_gap && !bytes.empty() && opens_two_bytes(bytes.back())) {
            bytes.pop_back();
            append_utf8(bytes, kLost);
            continue;
        }
        const auto byte = byte_of(code, page);
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
    }
    return bytes;
}

std::optional<std::string> repaired_word(std::string_view word, const UpperHalf& page) {
    auto bytes = bytes_of(word, page);
    if (!bytes || *bytes == word || first_utf8_fault(*bytes)) return std::nullopt;
    for (std::size_t at = 0; at < bytes->size();) {
        const auto [code, length] = character_at(*bytes, at);
        if (!is_plausible(code)) return std::nullopt;
        at += length;
    }
    return bytes;
}

std::optional<std::string> repaired_once(std::string_view text) {
    std::string out;
    bool changed = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find_first_of(" \t\r\n", at);
        if (end == std::string_view::npos) end = text.size();
        const std::string_view word = text.substr(at, end - at);
        auto better = repaired_word(word, kWindows1252);
        if (!better) better = repaired_word(word, kMacRoman);
        changed = changed || better.has_value();
        out += better ? *better : word;
        if (end < text.size()) out += text[end];
        at = end + 1;
    }
    if (!changed) return std::nullopt;
    return out;
}

}  // namespace

std::optional<std::string> mojibake_repair(std::string_view text) {
    auto once = repaired_once(text);
    if (!once) return std::nullopt;
    if (auto twice = repaired_once(*once)) return twice;
    return once;
}

LostLetters lost_letters(std::string_view name) {
    bool has_letter = false;
    bool has_gap = false;
    bool after_gap = false;  // a question mark stands right before
    for (std::size_t at = 0; at < name.size();) {
        const auto [code, length] = character_at(name, at);
        const bool letter = is_letter(code);
        has_letter = has_letter || letter;
        has_gap = has_gap || code == kLost || (after_gap && (letter || code == U'?'));
        after_gap = code == U'?';
        at += length;
    }
    if (!has_gap) return LostLetters::None;
    return has_letter ? LostLetters::Some : LostLetters::All;
}

bool is_damaged_form(std::string_view damaged, std::string_view whole) {
    std::size_t other = 0;
    for (std::size_t at = 0; at < damaged.size();) {
        if (other >= whole.size()) return false;
        const auto mine = character_at(damaged, at);
        const auto theirs = character_at(whole, other);
        const bool is_gap = mine.code == kLost || mine.code == U'?';
        const bool alike = u_foldCase(static_cast<UChar32>(mine.code), U_FOLD_CASE_DEFAULT) ==
                           u_foldCase(static_cast<UChar32>(theirs.code), U_FOLD_CASE_DEFAULT);
        if (!alike && !(is_gap && is_letter(theirs.code))) return false;
        at += mine.length;
        other += theirs.length;
    }
    return other == whole.size();
}

}  // namespace kontor::text
