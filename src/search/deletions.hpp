// SPDX-License-Identifier: EUPL-1.2
// Which words could be a mistyped one: words at an edit distance of 1 or 2 become equal when at most as many
// characters are taken out of the first seven of each (deletion neighbourhoods, W. Garbe's SymSpell, with the
// prefix bound proved in the .cpp). Each word is filed under the hashes of its shortened beginnings, so that
// a search opens 29 small drawers at most, whatever the number of words. Immutable and thread-safe; about a
// hundred bytes a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace kontor::search {

class DeletionTable {
public:
    /// The most errors that can be asked for.
    static constexpr std::size_t kMostErrors = 2;

    /// Files words 0 to `count` - 1 of `word_at`, folded. Numbers of three digits and more are left out: at
    /// this distance they are a different number, not a mistyped one.
    void assign(std::size_t count, const std::function<std::string_view(std::uint32_t)>& word_at);

    /// Numbers of all filed words within `errors` (1 or 2) of `word`, and of some others; ascending, each
    /// once.
    void collect(std::string_view word, std::size_t errors, std::vector<std::uint32_t>& out) const;

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    [[nodiscard]] std::size_t drawer(std::uint32_t hash) const { return hash & (begins_.size() - 2); }

    std::vector<std::uint32_t> begins_{0, 0};  // of each drawer, a power of two of them
    std::vector<std::uint32_t> words_;
};

}  // namespace kontor::search
