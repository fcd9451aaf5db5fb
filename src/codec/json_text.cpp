// SPDX-License-Identifier: EUPL-1.2
#include "codec/json_text.hpp"

#include <cstdint>
#include <cstring>

namespace kontor::codec {
namespace {

/// Whether none of eight bytes needs an escape: the highest bit of each byte of a sum or difference tells (S.
/// E. Anderson, "Bit Twiddling Hacks"); may be wrong only by saying no.
bool are_clean(const char* bytes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    constexpr std::uint64_t kHighs = 0x8080808080808080ULL;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const auto has_zero = [](std::uint64_t v) { return (v - kOnes) & ~v & kHighs; };
    const std::uint64_t control = (word - kOnes * 0x20U) & ~word & kHighs;
    return (control | has_zero(word ^ (kOnes * '"')) | has_zero(word ^ (kOnes * '\\'))) == 0;
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t clean = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (i + 8 < text.size() && are_clean(text.data() + i)) i += 8;
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out += text.substr(clean, i - clean);
        clean = i + 1;
        out += '\\';
        if (c == '"' || c == '\\') {
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += 'n';
        } else if (c == '\t') {
            out += 't';
        } else {
            out += "u00";
            out += kHex[c >> 4U];
            out += kHex[c & 15U];
        }
    }
    out += text.substr(clean);
    out += '"';
}

}  // namespace kontor::codec
