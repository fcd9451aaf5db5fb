// SPDX-License-Identifier: EUPL-1.2
// The distinct folded words of a part of an index in alphabetical order: completes beginnings and finds the
// words near a mistyped one, of which a table of deletions leaves few to compare letter by letter. Immutable
// and thread-safe; a search costs some microseconds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/deletions.hpp"
#include "search/string_table.hpp"

namespace kontor::search {

class SpellingTable {
public:
    /// Puts `words` in order; word number i of `words` becomes ranks[i].
    void assign(const StringTable& words, std::vector<std::uint32_t>& ranks);

    [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
    [[nodiscard]] std::string_view operator[](std::size_t rank) const {
        return std::string_view(letters_).substr(begins_[rank], begins_[rank + 1] - begins_[rank]);
    }
    /// Ranks [first, second) of the words that begin with `prefix`.
    [[nodiscard]] std::pair<std::size_t, std::size_t> beginning_with(std::string_view prefix) const;

    struct Near {
        std::uint32_t rank = 0;
        std::uint32_t distance = 0;
    };
    /// All words at an edit distance (see text::edit_distance) of 1 to `limit` (at most 2), in alphabetical
    /// order; no numbers of three digits and more.
    void near(std::string_view word, std::size_t limit, std::vector<Near>& out) const;

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    std::vector<std::uint32_t> begins_{0};
    std::string letters_;
    DeletionTable deletions_;
};

/// How many typing errors a word of this many characters may have: 0 below 4, 1 up to 7, then 2.
[[nodiscard]] constexpr std::size_t allowed_typos(std::size_t characters) {
    return characters < 4 ? 0 : characters < 8 ? 1 : 2;
}

}  // namespace kontor::search
