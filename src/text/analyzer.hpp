// SPDX-License-Identifier: EUPL-1.2
// From text to terms: words are found, folded and stemmed; German compounds give their parts as extra terms
// of less weight. An Analyzer keeps stemmers and is therefore for one thread; splitting into words is a free
// function. Stems are Snowball's (libstemmer 2.2), "german2" for German, which reads ae as ä.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/compounds.hpp"

namespace kontor::text {

inline constexpr float kCompoundPartWeight = 0.4F;
inline constexpr std::size_t kWordBytes = 64;  // longer words are cut at a character border

/// One word of a text: a run of letters, digits and marks; Chinese and Japanese characters come in
/// overlapping pairs. "e-mail" is one word (a single letter before the hyphen), "IT-Sicherheit" two;
/// apostrophes separate.
struct WordRange {
    std::uint32_t begin = 0;  // bytes
    std::uint32_t end = 0;
};

/// Calls `visit(WordRange)` once for each word of valid UTF-8 `text`, in order. See word_at for the inner
/// loop.
class WordCursor {
public:
    explicit WordCursor(std::string_view text) : text_(text) {}
    /// The next word; false at the end.
    [[nodiscard]] bool next(WordRange& word);

private:
    [[nodiscard]] bool next_pair(WordRange& word);
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t pair_end_ = 0;
};

struct Token {
    std::string term;
    std::uint32_t begin = 0;  // bytes of the word in the text
    std::uint32_t end = 0;
    std::uint32_t position = 0;  // number of the word in the text; parts of a compound share it
    float weight = 1;            // 1 for the word itself, kCompoundPartWeight for a part
};

struct WeightedTerm {
    std::string term;
    float weight = 1;
};

class Analyzer {
public:
    /// `splitter` may be null: no compounds then.
    explicit Analyzer(std::shared_ptr<const CompoundSplitter> splitter = nullptr);
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    /// The tokens of `text`. `language` is ISO 639-1; "und" or "" is guessed, and English when that fails.
    [[nodiscard]] std::vector<Token> tokens(std::string_view text, std::string_view language);

    /// The terms of one word (as a WordRange gives it) in a text of `language`; "name" is for names of
    /// organisations and places, whose language does not matter: English and German stems. The word's own
    /// terms come first.
    void append_terms(std::string_view word, std::string_view language, std::vector<WeightedTerm>& out);

    /// The stem of a lower-case word, folded; the folded word itself where there is no stemmer.
    [[nodiscard]] std::string stem(std::string_view lowercased_word, std::string_view language);

    [[nodiscard]] const CompoundSplitter* splitter() const { return splitter_.get(); }

private:
    struct Stemmers;
    std::unique_ptr<Stemmers> stemmers_;
    std::shared_ptr<const CompoundSplitter> splitter_;
};

}  // namespace kontor::text
