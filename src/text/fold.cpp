// SPDX-License-Identifier: EUPL-1.2
#include "text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.hpp"

namespace kontor::text {

namespace {

// What U+00C0 to U+017F fold to; empty entries are left to ICU.
constexpr std::array<std::string_view, 0x180 - 0xC0> kLatin{
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",   // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "",    // 130
    "",  "l", "l",  "n",  "n", "n", "n",  "n", "n", "",  "n", "n", "o", "o", "o",  "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s"};  // 170

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_combining(char32_t code) {
    return code >= 0x300 && code <= 0x36F;
}

/// Appends what `text` begins with of ASCII in lower case; how many bytes that were.
std::size_t lower_beginning(std::string_view text, std::string& out) {
    const auto end = std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto length = static_cast<std::size_t>(end - text.begin());
    out.resize(length);
    std::transform(text.begin(), end, out.begin(), lower_ascii);
    return length;
}

/// ASCII and the two Latin blocks, with combining marks dropped; nothing when other characters appear.
bool fold_latin(std::string_view text, std::string& out) {
    for (std::size_t at = lower_beginning(text, out); at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            out += lower_ascii(text[at++]);
            continue;
        }
        const auto [code, length] = character_at(text, at);
        if (code >= 0xC0 && code < 0x180 && !kLatin[code - 0xC0].empty()) {
            out += kLatin[code - 0xC0];
        } else if (!is_combining(code)) {
            return false;
        }
        at += length;
    }
    return true;
}

std::string normalized(const icu::Normalizer2* normalizer, std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status)) return std::string(text);
    return out;
}

std::string case_folded_by_icu(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return normalized(icu::Normalizer2::getNFKCCasefoldInstance(status), text);
}

std::string folded_by_icu(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string apart = normalized(icu::Normalizer2::getNFDInstance(status), case_folded_by_icu(text));
    std::string plain;
    for (std::size_t at = 0; at < apart.size();) {
        const auto [code, length] = character_at(apart, at);
        if (code >= 0xC0 && code < 0x180 && !kLatin[code - 0xC0].empty()) {
            plain += kLatin[code - 0xC0];
        } else if (!is_combining(code)) {
            plain.append(apart, at, length);
        }
        at += length;
    }
    return normalized(icu::Normalizer2::getNFCInstance(status), plain);
}

/// Lower case for ASCII and the letters of U+00C0 to U+017F that have a simple one; false when others appear.
bool lower_latin(std::string_view text, std::string& out) {
    for (std::size_t at = lower_beginning(text, out); at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            out += lower_ascii(text[at++]);
            continue;
        }
        const auto [code, length] = character_at(text, at);
        const bool is_special = code == 0xDF || (code >= 0x130 && code <= 0x133) || code == 0x17F;
        if (code < 0xC0 || code >= 0x180 || is_special || kLatin[code - 0xC0].empty()) return false;
        append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(code))));
        at += length;
    }
    return true;
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (fold_latin(text, out)) return out;
    return folded_by_icu(text);
}

std::string lowercased(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (lower_latin(text, out)) return out;
    return case_folded_by_icu(text);
}

std::string collapsed_umlauts(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        out += word[i];
        const bool may_be = word[i] == 'a' || word[i] == 'o' || word[i] == 'u';
        if (!may_be || i + 1 >= word.size() || word[i + 1] != 'e') continue;
        if (i > 0 && (is_vowel(word[i - 1]) || word[i - 1] == 'q')) continue;
        ++i;
    }
    return out;
}

}  // namespace kontor::text
