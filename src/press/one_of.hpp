// SPDX-License-Identifier: EUPL-1.2
// Whether a word is one of a short list, or begins with one. Pure; linear in the list. Where most words of a
// text are in no list, WordStarts says so by their first two letters.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace kontor::press {

/// `words`: a range of string_view.
[[nodiscard]] constexpr bool holds_word(const auto& words, std::string_view key) {
    // Lengths and first letters differ nearly always, so that bytes need not be compared.
    return std::ranges::any_of(words, [&](std::string_view word) {
        return word.size() == key.size() && (word.empty() || word.front() == key.front()) && word == key;
    });
}

template <std::size_t n>
[[nodiscard]] constexpr bool is_one_of(const std::array<std::string_view, n>& words, std::string_view key) {
    return holds_word(words, key);
}

[[nodiscard]] constexpr bool begins_with(std::string_view key, std::string_view word) {
    return word.empty() || (!key.empty() && word.front() == key.front() && key.starts_with(word));
}

template <std::size_t n>
[[nodiscard]] constexpr bool begins_with_one_of(const std::array<std::string_view, n>& words,
                                                std::string_view key) {
    return std::ranges::any_of(words, [&](std::string_view word) { return begins_with(key, word); });
}

class WordStarts {
public:
    template <std::size_t n>
    WordStarts& add(const std::array<std::string_view, n>& words) {
        for (const std::string_view word : words) add(word);
        return *this;
    }
    WordStarts& add(std::string_view word) {
        starts_.set(place(word));
        return *this;
    }
    [[nodiscard]] bool may_hold(std::string_view key) const { return starts_.test(place(key)); }

private:
    static constexpr std::size_t kBytes = 256;
    [[nodiscard]] static std::size_t place(std::string_view word) {
        const auto letter = [&](std::size_t i) -> std::size_t {
            return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U;
        };
        return letter(0) * kBytes + letter(1);
    }
    std::bitset<kBytes * kBytes> starts_;
};

}  // namespace kontor::press
