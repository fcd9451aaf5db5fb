// SPDX-License-Identifier: EUPL-1.2
#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace kontor::text {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// Length of the well-formed sequence at `at`, 0 when there is none.
std::size_t sequence_length(std::string_view s, std::size_t at) {
    const unsigned lead = byte_at(s, at);
    const std::size_t left = s.size() - at;
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (left < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(byte_at(s, at + i))) return 0;
    }
    const unsigned second = byte_at(s, at + 1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return length;
}

// Windows-1252, 0x80 to 0x9F; 0 where undefined.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_control(char32_t code, Whitespace allowed) {
    if (code < 0x20) {
        const bool is_space = code == '\t' || code == '\n' || code == '\r';
        return !is_space || allowed == Whitespace::SpacesOnly;
    }
    if (code >= 0x7F && code <= 0x9F) return true;
    if (code < 0x2028) return code == 0x200B;
    if (code <= 0x202E || (code >= 0x2066 && code <= 0x2069)) return true;
    return code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB);
}

}  // namespace

std::optional<std::size_t> first_utf8_fault(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (at + 8 <= bytes.size()) {
            std::uint64_t block = 0;
            std::memcpy(&block, bytes.data() + at, 8);
            if ((block & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        const std::size_t length = sequence_length(bytes, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string_view truncated(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = max_bytes;
    while (end > 0 && is_continuation(byte_at(text, end))) --end;
    return text.substr(0, end);
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
    return count;
}

std::size_t column_at(std::string_view text, std::size_t offset) {
    return character_count(text.substr(0, offset)) + 1;
}

std::optional<ControlCharacter> first_control_character(std::string_view text, Whitespace allowed) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = character_at(text, at);
        if (is_control(code, allowed)) return ControlCharacter{at, code};
        at += length;
    }
    return std::nullopt;
}

std::string code_point_name(char32_t code) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string name;
    for (int shift = 20; shift >= 0; shift -= 4) {
        const auto digit = static_cast<std::size_t>(code >> shift) & 0xFU;
        if (digit != 0 || !name.empty() || shift < 16) name += kDigits[digit];
    }
    return name;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || byte >= 0xA0) {
            append_utf8(out, byte);
        } else {
            const char16_t code = kWindows1252[byte - 0x80U];
            append_utf8(out, code != 0 ? code : U'\uFFFD');
        }
    }
    return out;
}

void append_utf8(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
    } else {
        if (code < 0x10000) {
            out += static_cast<char>(0xE0U | (code >> 12U));
        } else {
            out += static_cast<char>(0xF0U | (code >> 18U));
            out += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
        }
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    }
    out += static_cast<char>(0x80U | (code & 0x3FU));
}

DecodedCharacter character_at(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    const auto rest = [&](std::size_t i) { return static_cast<char32_t>(byte_at(text, at + i) & 0x3FU); };
    const std::size_t left = text.size() - at;
    if (lead < 0xC0 || left < 2) return {lead, 1};
    if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | rest(1), 2};
    if (lead < 0xF0 && left >= 3) return {((lead & 0x0FU) << 12U) | (rest(1) << 6U) | rest(2), 3};
    if (left >= 4) return {((lead & 0x07U) << 18U) | (rest(1) << 12U) | (rest(2) << 6U) | rest(3), 4};
    return {lead, 1};
}

}  // namespace kontor::text
