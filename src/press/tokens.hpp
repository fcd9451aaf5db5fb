// SPDX-License-Identifier: EUPL-1.2
// A press text taken apart: sentences, words, marks. Headings, list items, bare lines of contact data and
// glued page furniture ("StartseiteAktuellesNachrichten…") are sentences of their own. Pure, thread-safe,
// linear in the text; about 30 MB/s.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/press_text.hpp"
#include "press/reading.hpp"

namespace kontor::press {

enum class TokenKind : std::uint8_t { Word, Number, Mark, QuoteOpen, QuoteClose, BracketOpen, BracketClose };

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

/// How a word is written: "und", "Netzwerk", "COSME", "iCool" or "C3" or "P.I.L.O.T.".
enum class Writing : std::uint8_t { Lower, Capital, Capitals, Mixed };

/// A folded word. Rules compare it with words of theirs, nearly always in vain: unlike std::string it looks
/// at lengths and first letters before it calls for a comparison of bytes.
class Key : public std::string {
public:
    Key() = default;
    Key(std::string word) : std::string(std::move(word)) {}
    explicit Key(std::string_view word) : std::string(word) {}
    Key(const char* word) : std::string(word) {}

    [[nodiscard]] bool is(std::string_view word) const {
        return size() == word.size() && (empty() || (front() == word.front() && holds(word.data(), size())));
    }
    [[nodiscard]] bool starts_with(std::string_view word) const {
        return word.empty() ||
               (size() >= word.size() && front() == word.front() && holds(word.data(), word.size()));
    }
    [[nodiscard]] bool starts_with(char letter) const { return std::string::starts_with(letter); }
    template <std::size_t N>
    [[nodiscard]] bool starts_with(const char (&word)[N]) const {
        return size() >= N - 1 && holds(word, N - 1);
    }
    template <std::size_t N>
    friend bool operator==(const Key& key, const char (&word)[N]) {
        return key.size() == N - 1 && key.holds(word, N - 1);
    }
    friend bool operator==(const Key& key, std::string_view word) { return key.is(word); }
    friend bool operator==(const Key& key, const std::string& word) { return key.is(word); }
    friend bool operator==(const Key& a, const Key& b) { return a.is(b); }

private:
    [[nodiscard]] bool holds(const char* word, std::size_t length) const {
        return std::memcmp(data(), word, length) == 0;
    }
};

/// A word keeps its inner hyphens, points and apostrophes ("LASER-GO", "it's", "e.V.", "P.I.L.O.T."); a
/// French elision ("l'", "d'") is a word of its own. A number is written with digits, with its separators.
struct Token {
    Range range = {};
    TokenKind kind = TokenKind::Mark;
    Writing writing = Writing::Lower;
    bool spaced = false;               // white space stands before it
    std::uint32_t sentence = 0;        // index
    std::uint32_t partner = kNoToken;  // of a quote or bracket, always: the token that closes or opens it
    Key key = {};                      // folded; of marks the mark itself
};

enum class SentenceKind : std::uint8_t {
    Running,    // prose
    Heading,    // a line without a full stop
    Item,       // of a list
    Furniture,  // glued navigation, "read more", cookie and newsletter calls
};

struct Sentence {
    Range range = {};
    std::uint32_t first = 0;  // tokens
    std::uint32_t end = 0;    // one past the last
    std::uint32_t paragraph = 0;
    SentenceKind kind = SentenceKind::Running;
};

struct TokenizedText {
    std::vector<Token> tokens = {};
    std::vector<Sentence> sentences = {};
};

/// What is read of an item, and what all ranges count in: the text, after its title and an empty line when
/// the text does not begin with the title.
[[nodiscard]] std::string text_as_read(const PressText& item);

[[nodiscard]] TokenizedText tokenized(std::string_view text);

}  // namespace kontor::press
