// SPDX-License-Identifier: EUPL-1.2
// A tokenized text with what the lexicon knows of each word: what all rules of recognition look at. Lives
// while one text is read; the lexicon must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "press/lexicon.hpp"
#include "press/tokens.hpp"

namespace kontor::press {

enum class Language : std::uint8_t { German, English, French };

struct View {
    const Lexicon* lexicon = nullptr;
    std::string_view text = {};
    Language language = Language::English;
    std::vector<Token> tokens = {};
    std::vector<Sentence> sentences = {};
    std::vector<WordEntry> words = {};  // by token

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
    [[nodiscard]] bool has(std::uint32_t i) const { return i < tokens.size(); }
    [[nodiscard]] bool is(std::uint32_t i, WordClass word_class) const {
        return has(i) && words[i].is(word_class);
    }
    [[nodiscard]] bool is_mark(std::uint32_t i, std::string_view mark) const {
        return has(i) && tokens[i].kind == TokenKind::Mark && tokens[i].key == mark;
    }
    template <std::size_t N>
    [[nodiscard]] bool is_mark(std::uint32_t i, const char (&mark)[N]) const {
        return has(i) && tokens[i].kind == TokenKind::Mark && tokens[i].key == mark;
    }
    [[nodiscard]] bool is_word(std::uint32_t i) const { return has(i) && tokens[i].kind == TokenKind::Word; }
    [[nodiscard]] bool is_number(std::uint32_t i) const {
        return has(i) && tokens[i].kind == TokenKind::Number;
    }
    [[nodiscard]] bool has_key(std::uint32_t i, std::string_view key) const {
        return has(i) && tokens[i].key == key;
    }
    template <std::size_t N>
    [[nodiscard]] bool has_key(std::uint32_t i, const char (&key)[N]) const {
        return has(i) && tokens[i].key == key;
    }
    /// Written with a capital, as capitals or mixed.
    [[nodiscard]] bool is_capital(std::uint32_t i) const {
        return is_word(i) && tokens[i].writing != Writing::Lower;
    }
    /// Capitals or mixed: a sign of a name by itself.
    [[nodiscard]] bool is_striking(std::uint32_t i) const {
        return is_word(i) && (tokens[i].writing == Writing::Capitals || tokens[i].writing == Writing::Mixed);
    }
    [[nodiscard]] bool begins_sentence(std::uint32_t i) const;
    [[nodiscard]] bool same_sentence(std::uint32_t i, std::uint32_t j) const {
        return has(i) && has(j) && tokens[i].sentence == tokens[j].sentence;
    }
    [[nodiscard]] std::string_view written(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] std::string_view written(std::uint32_t i) const { return written(i, i + 1); }
    /// Articles, prepositions, conjunctions, pronouns, auxiliaries.
    [[nodiscard]] bool is_small(std::uint32_t i) const;
};

[[nodiscard]] View viewed(const Lexicon& lexicon, std::string_view text, TokenizedText tokenized,
                          Language language);

/// A stretch of text with single spaces, without line breaks.
[[nodiscard]] std::string tidy(std::string_view written);

}  // namespace kontor::press
