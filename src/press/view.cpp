// SPDX-License-Identifier: EUPL-1.2
#include "press/view.hpp"

#include <functional>

#include "press/characters.hpp"

namespace kontor::press {
namespace {

/// What a thread remembers of the words that it looked up last: texts repeat their words. Bounded: a new word
/// takes the place of an old one.
class WordMemory {
public:
    const WordEntry& entry(const Lexicon& lexicon, std::string_view key, bool is_compound) {
        if (words_.empty()) words_.resize(kSlots);
        Word& word = words_[(std::hash<std::string_view>{}(key) + (is_compound ? 1 : 0)) % kSlots];
        if (word.lexicon == lexicon.serial() && word.is_compound == is_compound && word.key == key)
            return word.entry;
        word.lexicon = lexicon.serial();
        word.is_compound = is_compound;
        word.key.assign(key);
        word.entry = is_compound ? lexicon.noun(key) : lexicon.word(key);
        return word.entry;
    }

private:
    static constexpr std::size_t kSlots = 8192;
    struct Word {
        std::uint64_t lexicon = 0;  // 0: empty
        bool is_compound = false;
        std::string key = {};
        WordEntry entry = {};
    };
    std::vector<Word> words_;
};

WordMemory& memory_of_thread() {
    thread_local WordMemory memory;
    return memory;
}

}  // namespace

bool View::begins_sentence(std::uint32_t i) const {
    if (!has(i)) return false;
    std::uint32_t before = i;
    const std::uint32_t first = sentences[tokens[i].sentence].first;
    while (before > first && tokens[before - 1].kind != TokenKind::Word &&
           tokens[before - 1].kind != TokenKind::Number)
        --before;
    if (before == first) return true;
    return i > first && (tokens[i - 1].key == ":" || tokens[i - 1].kind == TokenKind::QuoteOpen) &&
           before + 1 >= i;
}

std::string_view View::written(std::uint32_t first, std::uint32_t end) const {
    if (first >= end || end > tokens.size()) return {};
    return text.substr(tokens[first].range.begin, tokens[end - 1].range.end - tokens[first].range.begin);
}

bool View::is_small(std::uint32_t i) const {
    return has(i) && (words[i].small_in >> static_cast<unsigned>(language) & 1U) != 0;
}

View viewed(const Lexicon& lexicon, std::string_view text, TokenizedText tokenized, Language language) {
    View view;
    view.lexicon = &lexicon;
    view.text = text;
    view.language = language;
    view.tokens = std::move(tokenized.tokens);
    view.sentences = std::move(tokenized.sentences);
    view.words.resize(view.tokens.size());
    const bool german = language == Language::German;
    WordMemory& memory = memory_of_thread();
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        if (view.tokens[i].kind == TokenKind::Number) continue;
        const std::string_view key = view.tokens[i].key;
        view.words[i] = memory.entry(lexicon, key, german && view.is_capital(i));
        // "X Ltd as coordinator": small words of the language are no legal forms.
        if (view.tokens[i].writing == Writing::Lower && view.words[i].small_in != 0)
            view.words[i].classes &= ~(1U << static_cast<unsigned>(WordClass::LegalForm));
    }
    return view;
}

std::string tidy(std::string_view written) {
    std::string out;
    for (std::size_t at = 0; at < written.size();) {
        const Character now = character(written, at);
        if (!is_space(now.code)) {
            out += written.substr(at, now.length);
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
        at += now.length;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace kontor::press
