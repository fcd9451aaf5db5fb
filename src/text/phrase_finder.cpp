// SPDX-License-Identifier: EUPL-1.2
#include "text/phrase_finder.hpp"

#include "text/fold.hpp"

namespace kontor::text {
namespace {

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Letters and digits; what is not ASCII counts as a letter.
bool is_of_word(char c) {
    return !is_ascii(c) || (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

/// Bytes of white space at `at`, those of fixed width included; 0 when there is none.
std::size_t space_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
    for (const std::string_view wide : {"\u00A0", "\u2009", "\u202F"}) {
        if (text.substr(at).starts_with(wide)) return wide.size();
    }
    return 0;
}

/// White space of any length is one space.
std::string plain_separator(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = space_at(text, at);
        if (space == 0) {
            out += text[at++];
            continue;
        }
        if (out.empty() || out.back() != ' ') out += ' ';
        at += space;
    }
    return out;
}

std::string_view between(std::string_view text, WordRange left, WordRange right) {
    return right.begin <= left.end ? std::string_view() : text.substr(left.end, right.begin - left.end);
}

std::string_view word_in(std::string_view text, WordRange word) {
    return text.substr(word.begin, word.end - word.begin);
}

}  // namespace

PhraseFinder PhraseFinder::for_name(std::string_view name) {
    return {name, Spelling::Folded, "-_@"};
}

PhraseFinder PhraseFinder::for_address(std::string_view address) {
    return {address, Spelling::Exact, "-_@.+%"};
}

PhraseFinder::PhraseFinder(std::string_view phrase, Spelling spelling, std::string_view joiners)
    : spelling_(spelling), joiners_(joiners) {
    WordCursor cursor(phrase);
    WordRange last;
    for (WordRange word; cursor.next(word); last = word) {
        if (!words_.empty()) words_.back().separator = plain_separator(between(phrase, last, word));
        words_.push_back({key_of(word_in(phrase, word)), {}});
    }
}

std::string PhraseFinder::key_of(std::string_view word) const {
    return spelling_ == Spelling::Folded ? collapsed_umlauts(folded(word)) : lowercased(word);
}

bool PhraseFinder::begins_like(std::string_view word, std::string_view key) const {
    return !is_ascii(word.front()) || key.empty() || !is_ascii(key.front()) ||
           lower(word.front()) == key.front();
}

bool PhraseFinder::stands_at(std::string_view text, const std::vector<WordRange>& words,
                             std::size_t first) const {
    if (first + words_.size() > words.size()) return false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::string_view word = word_in(text, words[first + i]);
        if (!begins_like(word, words_[i].key) || key_of(word) != words_[i].key) return false;
        const bool is_last = i + 1 == words_.size();
        if (!is_last &&
            plain_separator(between(text, words[first + i], words[first + i + 1])) != words_[i].separator)
            return false;
    }
    return true;
}

bool PhraseFinder::is_joined(std::string_view text, WordRange found) const {
    const auto joins = [&](std::size_t at, std::size_t beyond) {
        return joiners_.find(text[at]) != std::string::npos && is_of_word(text[beyond]);
    };
    return (found.begin >= 2 && joins(found.begin - 1, found.begin - 2)) ||
           (found.end + 1 < text.size() && joins(found.end, found.end + 1));
}

std::vector<WordRange> PhraseFinder::find(std::string_view text) const {
    std::vector<WordRange> found;
    if (words_.empty()) return found;
    std::vector<WordRange> words;
    WordCursor cursor(text);
    for (WordRange word; cursor.next(word);) words.push_back(word);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!stands_at(text, words, i)) continue;
        const WordRange range{words[i].begin, words[i + words_.size() - 1].end};
        const bool overlaps = !found.empty() && range.begin < found.back().end;
        if (!overlaps && !is_joined(text, range)) found.push_back(range);
    }
    return found;
}

}  // namespace kontor::text
