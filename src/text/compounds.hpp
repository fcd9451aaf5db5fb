// SPDX-License-Identifier: EUPL-1.2
// German writes its compounds as one word; searching needs the parts: "Photonikunternehmen" → photonik,
// unternehmen. The splitter knows a list of words that may be parts and looks for the split into the fewest,
// most even parts with the linking elements German uses (s, es, n, en, er, e, and dropped e). Immutable and
// thread-safe; about 1 µs a word.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::text {

inline constexpr std::size_t kCompoundBytes = 64;  // longer words are not split

class CompoundSplitter {
public:
    /// Knows nothing and never splits.
    CompoundSplitter() = default;

    /// `parts` in any case and spelling (they are folded). A word with a trailing hyphen ("bio-", "hoch-")
    /// may only stand before others; the others may stand anywhere. Parts shorter than three letters are left
    /// out.
    explicit CompoundSplitter(std::span<const std::string> parts);

    /// The parts of a folded word in their order, as they stand in the list of parts; empty when the word is
    /// a part itself, is shorter than eight letters or cannot be split completely.
    [[nodiscard]] std::vector<std::string> split(std::string_view folded_word) const;

    [[nodiscard]] bool knows(std::string_view folded_word) const;
    [[nodiscard]] std::size_t size() const { return count_; }

private:
    struct Node {
        std::uint32_t first_child = 0;  // children stand side by side, by letter
        std::uint16_t child_count = 0;
        std::uint8_t letter = 0;
        std::uint8_t roles = 0;  // what the word that ends here may be; 0 when none ends here
    };
    struct Step {
        std::uint16_t cost = 0;
        std::uint8_t from = 0;
        std::uint8_t part_end = 0;
        std::uint8_t roles = 0;
    };
    using Steps = std::array<Step, kCompoundBytes + 1>;
    void extend(std::string_view word, std::size_t from, Steps& best) const;
    void link(std::string_view word, const Step& part, Steps& best) const;
    [[nodiscard]] const Node* child(const Node& node, char letter) const;

    std::vector<Node> nodes_;
    std::size_t count_ = 0;
};

/// The nouns of a hunspell dictionary (.dic text, UTF-8 or Latin-1): a ready list of parts.
[[nodiscard]] std::vector<std::string> nouns_of_hunspell(std::string_view dic);

/// The words of a plain list, separated by spaces or lines; `#` starts a comment up to the end of its line.
[[nodiscard]] std::vector<std::string> words_of_list(std::string_view list);

}  // namespace kontor::text
