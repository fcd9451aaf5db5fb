// SPDX-License-Identifier: EUPL-1.2
#include "search/deletions.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "text/utf8.hpp"

namespace kontor::search {

namespace {

constexpr std::size_t kBeginning = 7;  // characters
constexpr std::size_t kMostDigits = 2;

// Why the beginning is enough: let s be what remains of words a and b when each error takes at most one
// character out of each, and s_a, s_b what remains of their beginnings. Both are beginnings of s. If s_a is
// the longer one, cutting it to the length of s_b makes them equal; with both beginnings full, that is as
// many characters in all as were taken out of the beginning of b, and fewer when a is shorter than a
// beginning.

struct Beginning {
    std::array<char32_t, kBeginning> codes{};
    std::size_t size = 0;

    explicit Beginning(std::string_view word) {
        for (std::size_t at = 0; at < word.size() && size < kBeginning; ++size) {
            const auto [code, length] = text::character_at(word, at);
            codes[size] = code;
            at += length;
        }
    }
    /// Positions of `size` or more leave everything in.
    [[nodiscard]] std::uint32_t hash_without(std::size_t first, std::size_t second) const {
        std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
        for (std::size_t i = 0; i < size; ++i) {
            if (i == first || i == second) continue;
            hash = (hash ^ codes[i]) * 0xD6E8FEB86659FD93ULL;
            hash ^= hash >> 32U;
        }
        return static_cast<std::uint32_t>(hash);
    }
};

template <class Visit>
void each_hash(const Beginning& word, std::size_t errors, Visit visit) {
    visit(word.hash_without(kBeginning, kBeginning));
    for (std::size_t first = 0; first < word.size; ++first) {
        visit(word.hash_without(first, kBeginning));
        if (errors < 2) continue;
        for (std::size_t second = first + 1; second < word.size; ++second)
            visit(word.hash_without(first, second));
    }
}

bool is_number(std::string_view word) {
    return std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; }) >
           static_cast<std::ptrdiff_t>(kMostDigits);
}

}  // namespace

void DeletionTable::assign(std::size_t count, const std::function<std::string_view(std::uint32_t)>& word_at) {
    struct Entry {
        std::uint32_t hash;
        std::uint32_t word;
    };
    std::vector<Entry> entries;
    for (std::uint32_t number = 0; number < count; ++number) {
        const std::string_view word = word_at(number);
        if (is_number(word)) continue;
        each_hash(Beginning(word), kMostErrors, [&](std::uint32_t hash) {
            entries.push_back({hash, number});
        });
    }
    begins_.assign(std::bit_ceil(entries.size() / 2 + 1) + 1, 0);
    for (const Entry& entry : entries) ++begins_[drawer(entry.hash) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    words_.resize(entries.size());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (const Entry& entry : entries) words_[next[drawer(entry.hash)]++] = entry.word;
}

void DeletionTable::collect(std::string_view word, std::size_t errors,
                            std::vector<std::uint32_t>& out) const {
    out.clear();
    each_hash(Beginning(word), errors, [&](std::uint32_t hash) {
        const std::size_t at = drawer(hash);
        out.insert(out.end(), words_.begin() + begins_[at], words_.begin() + begins_[at + 1]);
    });
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

std::size_t DeletionTable::memory_bytes() const {
    return (begins_.capacity() + words_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace kontor::search
