// SPDX-License-Identifier: EUPL-1.2
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/analyzer.hpp"
#include "text/utf8.hpp"

namespace kontor::text {

namespace {

constexpr std::array<bool, 128> ascii_word_table() {
    std::array<bool, 128> table{};
    for (unsigned char c = '0'; c <= '9'; ++c) table[c] = true;
    for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = true;
    for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = true;
    return table;
}
constexpr std::array<bool, 128> kIsAsciiWord = ascii_word_table();

bool is_ascii_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && kIsAsciiWord[byte];
}
bool is_ascii_other(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !kIsAsciiWord[byte];
}

enum class Class { Other, Word, Pair };

/// Scripts written without spaces, whose characters are taken in pairs.
bool is_paired(char32_t code) {
    if (code < 0x3040) return false;
    return code <= 0x30FF || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

Class class_of(char32_t code) {
    if (code < 0x80) return kIsAsciiWord[code] ? Class::Word : Class::Other;
    if (code >= 0xC0 && code < 0x250) return code == 0xD7 || code == 0xF7 ? Class::Other : Class::Word;
    if (code == 0xAD || code == 0x200C || code == 0x200D) return Class::Word;
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(code));
    if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) == 0) return Class::Other;
    return is_paired(code) ? Class::Pair : Class::Word;
}

struct Peek {
    Class kind = Class::Other;
    std::size_t length = 1;
};

Peek peek(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {kIsAsciiWord[byte] ? Class::Word : Class::Other, 1};
    const auto [code, length] = character_at(text, at);
    return {class_of(code), length};
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "e-mail": a single letter, a hyphen, and a word.
bool joins_single_letter(std::string_view text, std::size_t begin, std::size_t hyphen) {
    if (hyphen - begin != 1 || !is_letter(text[begin]) || text[hyphen] != '-') return false;
    return hyphen + 1 < text.size() && is_letter(text[hyphen + 1]);
}

}  // namespace

bool WordCursor::next_pair(WordRange& word) {
    const std::size_t begin = at_;
    const std::size_t second = begin + peek(text_, begin).length;
    const bool is_covered = pair_end_ == second;
    at_ = second;
    word.begin = static_cast<std::uint32_t>(begin);
    if (second < text_.size()) {
        const Peek after = peek(text_, second);
        if (after.kind == Class::Pair) {
            pair_end_ = second + after.length;
            word.end = static_cast<std::uint32_t>(pair_end_);
            return true;
        }
    }
    word.end = static_cast<std::uint32_t>(second);
    return !is_covered;
}

bool WordCursor::next(WordRange& word) {
    while (at_ < text_.size()) {
        while (at_ < text_.size() && is_ascii_other(text_[at_])) ++at_;
        if (at_ == text_.size()) return false;
        const Peek first = peek(text_, at_);
        if (first.kind == Class::Other) {
            at_ += first.length;
            continue;
        }
        if (first.kind == Class::Pair) {
            if (next_pair(word)) return true;
            continue;
        }
        const std::size_t begin = at_;
        at_ += first.length;
        while (at_ < text_.size()) {
            while (at_ < text_.size() && is_ascii_word(text_[at_])) ++at_;
            if (at_ == text_.size()) break;
            const Peek more = peek(text_, at_);
            if (more.kind != Class::Word && !joins_single_letter(text_, begin, at_)) break;
            at_ += more.length;
        }
        word.begin = static_cast<std::uint32_t>(begin);
        word.end = static_cast<std::uint32_t>(at_);
        return true;
    }
    return false;
}

}  // namespace kontor::text
