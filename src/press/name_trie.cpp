// SPDX-License-Identifier: EUPL-1.2
#include "press/name_trie.hpp"

#include <algorithm>
#include <array>

#include "press/words.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kShortCapitals = 6;
constexpr std::size_t kUninflectedBytes = 4;

bool is_part(const Token& token) {
    return token.kind != TokenKind::QuoteOpen && token.kind != TokenKind::QuoteClose;
}

/// What inflection leaves as it is.
std::string_view head_of(std::string_view key) {
    return key.substr(0, kUninflectedBytes);
}

bool is_inflection(std::string_view rest) {
    return rest.empty() || rest == "s" || rest == "es" || rest == "en" || rest == "n" || rest == "'s";
}

}  // namespace

std::string_view uninflected(std::string_view key) {
    if (key.size() > kUninflectedBytes && key.ends_with('s') && !key.ends_with("ss")) key.remove_suffix(1);
    static constexpr std::array<std::string_view, 5> kEndings{"en", "em", "er", "e", "n"};
    const char last = key.empty() ? '\0' : key.back();
    if (last != 'n' && last != 'm' && last != 'r' && last != 'e') return key;
    for (const std::string_view ending : kEndings) {
        if (key.size() >= kUninflectedBytes + ending.size() && key.ends_with(ending)) {
            key.remove_suffix(ending.size());
            break;
        }
    }
    return key;
}

void NameTrie::add(std::string_view name, std::uint32_t payload) {
    add(name, words_and_marks(name), payload);
}

void NameTrie::add(const View& view, std::uint32_t first, std::uint32_t end, std::uint32_t payload) {
    add(view.written(first, end), std::span(view.tokens).subspan(first, end - first), payload);
}

void NameTrie::add(std::string_view name, std::span<const Token> tokens, std::uint32_t payload) {
    Form form;
    form.written = std::string(name);
    form.payload = payload;
    std::size_t words = 0;
    for (const Token& token : tokens) {
        if (!is_part(token)) continue;
        if (token.kind == TokenKind::Word) {
            if (words == 0)
                form.lower = token.writing == Writing::Lower ||
                             (token.writing == Writing::Mixed && form.keys.empty() &&
                              token.key.front() == name.front());
            form.capitals =
                words == 0 && token.writing == Writing::Capitals && token.key.size() <= kShortCapitals;
            ++words;
        }
        form.keys.push_back(token.key);
    }
    if (words == 0) return;
    begins_.add(head_of(form.keys.front()));
    firsts_.add(uninflected(form.keys.front()));
    std::uint32_t node = 0;
    for (const std::string& key : form.keys) {
        const auto id =
            keys_.try_emplace(std::string(uninflected(key)), static_cast<std::uint32_t>(keys_.size()))
                .first->second;
        node = child(node, id);
    }
    ends_[node].push_back(static_cast<std::uint32_t>(forms_.size()));
    if (keeps_wholes_) wholes_.try_emplace(key_of(name), static_cast<std::uint32_t>(forms_.size()));
    forms_.push_back(std::move(form));
}

std::uint32_t NameTrie::child(std::uint32_t node, std::uint32_t key) {
    const auto made = static_cast<std::uint32_t>(ends_.size());
    if (node == 0 && key >= roots_.size()) roots_.resize(std::size_t{key} + 1);
    std::uint32_t& to = node == 0 ? roots_[key] : edges_[(std::uint64_t{node} << 32U) | key];
    if (to == 0) {
        to = made;
        ends_.emplace_back();
    }
    return to;
}

std::uint32_t NameTrie::next(std::uint32_t node, std::uint32_t key) const {
    if (node == 0) return key < roots_.size() ? roots_[key] : 0;
    const auto edge = edges_.find((std::uint64_t{node} << 32U) | key);
    return edge == edges_.end() ? 0 : edge->second;
}

std::optional<NameTrie::Match> NameTrie::whole(std::string_view written) const {
    const auto found = wholes_.find(key_of(written));
    if (found == wholes_.end()) return std::nullopt;
    return Match{1, forms_[found->second].payload, found->second};
}

bool NameTrie::stands(const View& view, std::uint32_t first, const Form& form) const {
    const Token& begin = view.tokens[first];
    const bool small_noun = view.language == Language::French && form.keys.size() > 2;  // "ministère de …"
    if (begin.kind == TokenKind::Word && begin.writing == Writing::Lower && !form.lower && !small_noun)
        return false;
    if (form.keys.size() > 1) return true;
    if (form.capitals && begin.writing != Writing::Capitals) return false;
    const std::string_view key = begin.key;
    const std::string& name = form.keys.front();
    return key.starts_with(name) ? is_inflection(key.substr(name.size()))
                                 : name.starts_with(key) && name.substr(key.size()) == "s" && key.size() > 5;
}

NameTrie::Match NameTrie::longest(const View& view, std::uint32_t first) const {
    Match best;
    const std::string_view opening = view.tokens[first].key;
    if (!begins_.may_hold(head_of(opening)) || !firsts_.may_hold(uninflected(opening))) return best;
    std::uint32_t node = 0;
    const std::uint32_t sentence = view.tokens[first].sentence;
    for (std::uint32_t i = first; i < view.size() && view.tokens[i].sentence == sentence; ++i) {
        const Token& token = view.tokens[i];
        if (!is_part(token) && i > first) continue;
        const auto id = keys_.find(uninflected(token.key));
        if (id == keys_.end()) break;
        node = next(node, id->second);
        if (node == 0) break;
        for (const std::uint32_t index : ends_[node]) {
            if (!stands(view, first, forms_[index])) continue;
            best = {i + 1, forms_[index].payload, index};
            break;
        }
    }
    return best;
}

}  // namespace kontor::press
