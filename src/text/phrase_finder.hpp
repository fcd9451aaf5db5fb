// SPDX-License-Identifier: EUPL-1.2
// Finds a name or an e-mail address in texts, as whole words and whatever their case. Immutable; any number
// of threads. Cost: linear in the text; words that begin otherwise are not folded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.hpp"

namespace kontor::text {

class PhraseFinder {
public:
    /// "Ada Müller" also stands in "ADA MUELLER" and with a line break in between, not in "Ada Müllers" nor
    /// in "Ada Müller-Lang".
    [[nodiscard]] static PhraseFinder for_name(std::string_view name);
    /// "ada@example.org" also stands in "Ada@Example.org.", not in "ada@example.org.uk" nor in
    /// "x.ada@example.org".
    [[nodiscard]] static PhraseFinder for_address(std::string_view address);

    /// Where it stands in valid UTF-8, in order, without overlaps. Nothing for a phrase without words.
    [[nodiscard]] std::vector<WordRange> find(std::string_view text) const;

private:
    enum class Spelling { Folded, Exact };  // Exact: apart from upper and lower case

    struct Word {
        std::string key;
        std::string separator;  // between it and the next word
    };

    PhraseFinder(std::string_view phrase, Spelling spelling, std::string_view joiners);
    [[nodiscard]] std::string key_of(std::string_view word) const;
    [[nodiscard]] bool begins_like(std::string_view word, std::string_view key) const;
    [[nodiscard]] bool stands_at(std::string_view text, const std::vector<WordRange>& words,
                                 std::size_t first) const;
    [[nodiscard]] bool is_joined(std::string_view text, WordRange found) const;

    Spelling spelling_;
    std::string joiners_;  // characters that make one word of two
    std::vector<Word> words_;
};

}  // namespace kontor::text
