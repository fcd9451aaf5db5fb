// SPDX-License-Identifier: EUPL-1.2
// Whether a word is one of a short list, or begins with one. Pure; linear in the list, but for most words
// that are not in it a few instructions. Where most words of a text are in no list at all, WordStarts says so
// by their first two letters.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kontor::press {

/// `words`: a range of string_view.
[[nodiscard]] constexpr bool holds_word(const auto& words, std::string_view key) {
    // Lengths and first letters differ nearly always, so that bytes need not be compared.
    return std::ranges::any_of(words, [&](std::string_view word) {
        return word.size() == key.size() && (word.empty() || word.front() == key.front()) && word == key;
    });
}

template <std::size_t N>
[[nodiscard]] constexpr bool is_one_of(const std::array<std::string_view, N>& words, std::string_view key) {
    return holds_word(words, key);
}

[[nodiscard]] constexpr bool begins_with(std::string_view key, std::string_view word) {
    return word.empty() || (!key.empty() && word.front() == key.front() && key.starts_with(word));
}

template <std::size_t N>
[[nodiscard]] constexpr bool begins_with_one_of(const std::array<std::string_view, N>& words,
                                                std::string_view key) {
    return std::ranges::any_of(words, [&](std::string_view word) { return begins_with(key, word); });
}

/// What lengths and first letters the words of a list have. Never wrong about words that are in the list.
class WordShapes {
public:
    constexpr explicit WordShapes(const auto& words) {
        for (const std::string_view word : words) {
            letters_[length(word)] |= letter(word, 0);
            if (word.size() < 2) {
                seconds_.fill(~0U);
            } else {
                seconds_[place(word, 0)] |= letter(word, 1);
            }
        }
    }
    /// Whether `key` may be one of them.
    [[nodiscard]] constexpr bool may_hold(std::string_view key) const {
        return (letters_[length(key)] & letter(key, 0)) != 0;
    }
    /// Whether `key` may begin with one of them.
    [[nodiscard]] constexpr bool may_begin(std::string_view key) const {
        return (seconds_[place(key, 0)] & letter(key, 1)) != 0;
    }

private:
    static constexpr std::size_t kLengths = 16;
    [[nodiscard]] static constexpr std::size_t length(std::string_view word) {
        return std::min(word.size(), kLengths - 1);
    }
    [[nodiscard]] static constexpr std::size_t place(std::string_view word, std::size_t i) {
        return i < word.size() ? static_cast<unsigned char>(word[i]) & 31U : 0U;
    }
    [[nodiscard]] static constexpr std::uint32_t letter(std::string_view word, std::size_t i) {
        return 1U << place(word, i);
    }
    std::array<std::uint32_t, kLengths> letters_ = {};  // bits of first letters by length
    std::array<std::uint32_t, 32> seconds_ = {};        // bits of second letters by the first
};

template <const auto& Words>
inline constexpr WordShapes kShapes{Words};

/// As is_one_of(words, key), for a list that the compiler sees: most keys are told by one look at a table.
template <const auto& Words>
[[nodiscard]] bool is_one_of(std::string_view key) {
    return kShapes<Words>.may_hold(key) && holds_word(Words, key);
}

template <const auto& Words>
[[nodiscard]] bool begins_with_one_of(std::string_view key) {
    return kShapes<Words>.may_begin(key) && begins_with_one_of(Words, key);
}

class WordStarts {
public:
    template <std::size_t N>
    WordStarts& add(const std::array<std::string_view, N>& words) {
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
