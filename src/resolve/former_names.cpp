// SPDX-License-Identifier: EUPL-1.2
#include "resolve/former_names.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"

namespace kontor::resolve {
namespace {

/// Longer ones first where one begins another.
constexpr std::array<std::string_view, 22> kMarks{"formerly known as",
                                                  "previously known as",
                                                  "formerly called",
                                                  "formerly",
                                                  "previously",
                                                  "f/k/a",
                                                  "fka",
                                                  "vormals bekannt als",
                                                  "vormals",
                                                  "ehemals",
                                                  "ehemalige",
                                                  "ehem.",
                                                  "ehem",
                                                  "fruher",
                                                  "früher",
                                                  "frueher",
                                                  "anciennement",
                                                  "précédemment",
                                                  "precedemment",
                                                  "autrefois",
                                                  "antes",
                                                  "già"};
constexpr std::string_view kAround = " ,;:-()[]/\t";

bool is_between(std::string_view text, std::size_t begin, std::size_t end) {
    const auto separates = [](char letter) { return kAround.find(letter) != std::string_view::npos; };
    return begin > 0 && separates(text[begin - 1]) && end < text.size() && separates(text[end]);
}

/// Letters A to Z made small: every other byte stays where it is.
std::string small_letters(std::string_view text) {
    std::string out(text);
    for (char& letter : out) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return out;
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kAround);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(kAround) - begin + 1));
}

}  // namespace

std::vector<std::string> named_twice(std::string_view name) {
    constexpr std::size_t kShortest = 3;
    const std::string small = small_letters(name);
    for (const std::string_view mark : kMarks) {
        const std::size_t at = small.find(mark);
        if (at == std::string::npos || !is_between(small, at, at + mark.size())) continue;
        const std::string_view rest = name.substr(at + mark.size());
        // What stands behind the bracket belongs to the name it has: "A (formerly B) GmbH".
        const std::size_t open = name.rfind('(', at);
        const std::size_t close = open == std::string_view::npos ? open : rest.find(')');
        std::string now = trimmed(name.substr(0, at));
        std::string before = trimmed(rest.substr(0, close));
        if (close != std::string_view::npos && close + 1 < rest.size()) {
            const std::string behind = trimmed(rest.substr(close + 1));
            if (!behind.empty()) now += " " + behind;
        }
        if (now.size() < kShortest || before.size() < kShortest) return {};
        return {std::move(now), std::move(before)};
    }
    return {};
}

}  // namespace kontor::resolve
