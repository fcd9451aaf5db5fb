// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/utf8.hpp"

namespace kontor::text {

namespace {

// U+03B1 to U+03C9, folded (the final sigma is gone).
constexpr std::array<std::string_view, 25> kGreek{"a", "v", "g", "d", "e",  "z",  "i", "th", "i",
                                                  "k", "l", "m", "n", "x",  "o",  "p", "r",  "s",
                                                  "s", "t", "y", "f", "ch", "ps", "o"};
// U+0430 to U+044F.
constexpr std::array<std::string_view, 32> kCyrillic{
    "a", "b", "v", "g", "d", "e", "zh", "z",  "i",  "i",   "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sht", "a", "y", "",  "e", "yu", "ya"};
// U+0450 to U+045F: Macedonian, Serbian and Ukrainian letters.
constexpr std::array<std::string_view, 16> kMoreCyrillic{"e", "e",  "dj", "g", "ie", "dz", "i", "i",
                                                         "j", "lj", "nj", "c", "k",  "i",  "u", "dz"};

/// "ου" is one sound; the other pairs are close enough letter by letter.
bool is_ou(std::string_view text, std::size_t at) {
    return text.substr(at).starts_with("ου");
}

}  // namespace

std::string transliterated(std::string_view name) {
    const std::string plain = folded(name);
    std::string out;
    for (std::size_t at = 0; at < plain.size();) {
        const auto [code, length] = character_at(plain, at);
        if (is_ou(plain, at)) {
            out += "ou";
            at += 4;
            continue;
        }
        if (code >= 0x3B1 && code <= 0x3C9) {
            out += kGreek[code - 0x3B1];
        } else if (code >= 0x430 && code <= 0x44F) {
            out += kCyrillic[code - 0x430];
        } else if (code >= 0x450 && code <= 0x45F) {
            out += kMoreCyrillic[code - 0x450];
        } else {
            out.append(plain, at, length);
        }
        at += length;
    }
    return out;
}

}  // namespace kontor::text
