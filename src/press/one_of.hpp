// SPDX-License-Identifier: EUPL-1.2
// Whether a word is one of a short list, or begins with one. Pure; linear in the list.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace kontor::press {

template <std::size_t n>
[[nodiscard]] constexpr bool is_one_of(const std::array<std::string_view, n>& words, std::string_view key) {
    return std::ranges::find(words, key) != words.end();
}

template <std::size_t n>
[[nodiscard]] constexpr bool begins_with_one_of(const std::array<std::string_view, n>& words,
                                                std::string_view key) {
    return std::ranges::any_of(words, [&](std::string_view word) { return key.starts_with(word); });
}

}  // namespace kontor::press
