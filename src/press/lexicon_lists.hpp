// SPDX-License-Identifier: EUPL-1.2
// The form of the word lists in data/press: "[section]" lines, then "head: item; item; …", with "| item; …"
// for adjectives of areas; "#" begins a comment line. Strict: what cannot be understood is a fault with its
// line. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "press/reading.hpp"

namespace kontor::press {

struct LexiconLine {
    std::string section = {};
    std::string head = {};
    EntityKind kind = EntityKind::Organisation;  // of sections whose head is a kind
    std::string country = {};                    // of those whose head has one
    std::int64_t number = 0;                     // of those whose head is a number
    std::vector<std::string> items = {};
    std::vector<std::string> adjectives = {};
};

/// The lines of one list; `file` is named in the faults.
[[nodiscard]] base::Result<std::vector<LexiconLine>> lexicon_lines(std::string_view file,
                                                                   std::string_view text);

/// The trimmed, non-empty parts of `text` between `separator`s.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace kontor::press
