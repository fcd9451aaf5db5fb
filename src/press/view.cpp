// SPDX-License-Identifier: EUPL-1.2
#include "press/view.hpp"

#include <unordered_map>

#include "press/characters.hpp"

namespace kontor::press {

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
    std::unordered_map<std::string_view, WordEntry> seen[2];  // whole words, and compounds
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        if (view.tokens[i].kind == TokenKind::Number) continue;
        const std::string_view key = view.tokens[i].key;
        const bool compounds = german && view.is_capital(i);
        const auto [entry, fresh] = seen[compounds ? 1 : 0].try_emplace(key);
        if (fresh) entry->second = compounds ? lexicon.noun(key) : lexicon.word(key);
        view.words[i] = entry->second;
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
