// SPDX-License-Identifier: EUPL-1.2
#include "press/triggers.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kRoot = 0;

struct Run {
    std::vector<std::string> rest;  // the words after the first, perhaps with "*" at their end
    TriggerSet triggers = 0;
};

struct Node {
    std::vector<std::pair<char, std::uint32_t>> next = {};
    TriggerSet whole = 0;
    TriggerSet beginning = 0;
    std::vector<std::uint32_t> whole_runs = {};
    std::vector<std::uint32_t> beginning_runs = {};
};

class Trie {
public:
    Trie() : nodes_(1) {}

    Node& at(std::string_view word) {
        std::uint32_t node = kRoot;
        for (const char c : word) {
            const std::uint32_t next = step(node, c);
            node = next != kRoot ? next : add(node, c);
        }
        return nodes_[node];
    }

    /// Calls `visit(node, whole)` for each node on the way of `word`.
    template <class Letters, class Visit>
    void walk(const Letters& word, Visit&& visit) const {
        std::uint32_t node = kRoot;
        std::size_t left = word.size();
        for (const char c : word) {
            node = step(node, c);
            if (node == kRoot) return;
            visit(nodes_[node], --left == 0);
        }
    }

private:
    [[nodiscard]] std::uint32_t step(std::uint32_t node, char c) const {
        for (const auto& [letter, next] : nodes_[node].next) {
            if (letter == c) return next;
        }
        return kRoot;
    }
    std::uint32_t add(std::uint32_t node, char c) {
        const auto made = static_cast<std::uint32_t>(nodes_.size());
        nodes_[node].next.emplace_back(c, made);
        nodes_.emplace_back();
        return made;
    }

    std::vector<Node> nodes_;
};

/// The letters of a word from its end.
class Backwards {
public:
    explicit Backwards(std::string_view word) : word_(word) {}
    [[nodiscard]] std::size_t size() const { return word_.size(); }
    [[nodiscard]] auto begin() const { return word_.rbegin(); }
    [[nodiscard]] auto end() const { return word_.rend(); }

private:
    std::string_view word_;
};

struct Language {
    std::string code;
    Trie forwards;
    Trie backwards;
    std::vector<Run> runs;
};

std::vector<std::string> pieces(std::string_view text, char at) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        if (end > 0) out.push_back(text::folded(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool fits(std::string_view form, std::string_view key) {
    return form.ends_with('*') ? key.starts_with(form.substr(0, form.size() - 1)) : key == form;
}

void add_form(Language& language, const std::string& form, TriggerSet triggers) {
    std::vector<std::string> words = pieces(form, '_');
    std::string first = std::move(words.front());
    words.erase(words.begin());
    if (first.starts_with('*')) {
        first.erase(0, 1);
        language.backwards.at(std::string(first.rbegin(), first.rend())).beginning |= triggers;
        return;
    }
    const bool is_beginning = first.ends_with('*');
    if (is_beginning) first.pop_back();
    Node& node = language.forwards.at(first);
    if (words.empty()) {
        (is_beginning ? node.beginning : node.whole) |= triggers;
        return;
    }
    (is_beginning ? node.beginning_runs : node.whole_runs)
        .push_back(static_cast<std::uint32_t>(language.runs.size()));
    language.runs.push_back({std::move(words), triggers});
}

bool is_form(const std::string& form) {
    const bool has_word = form.find_first_not_of("*_") != std::string::npos;
    return has_word && !(form.starts_with('*') && form.find('_') != std::string::npos) && form.front() != '_';
}

class ListReader {
public:
    ListReader(Language& language, const TriggerList& list) : language_(language), list_(list) {}

    void read(base::Errors& faults) {
        std::string_view rest = list_.text;
        for (std::uint64_t line = 1; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            read_line(rest.substr(0, end), line, faults);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

private:
    void read_line(std::string_view text, std::uint64_t line, base::Errors& faults) {
        if (text.empty() || text.starts_with('#')) return;
        const std::size_t colon = text.find(':');
        const std::string_view name = text.substr(0, colon);
        const auto trigger = model::from_word<Trigger>(name);
        if (colon == std::string_view::npos || !trigger) return add_fault(name, line, faults);
        for (const std::string& form : pieces(text.substr(colon + 1), ' ')) {
            if (is_form(form)) {
                add_form(language_, form, bit(*trigger));
            } else {
                add_fault(form, line, faults);
            }
        }
    }
    void add_fault(std::string_view value, std::uint64_t line, base::Errors& faults) {
        std::string allowed;
        for (const std::string_view word : model::Words<Trigger>::kWords) {
            allowed += (allowed.empty() ? "" : ", ") + std::string(word);
        }
        faults.push_back({base::ErrorCode::ValueNotAllowed,
                          {{"value", std::string(value)}, {"allowed", allowed}},
                          {.file = list_.name, .line = line, .column = 0, .field = {}},
                          {}});
    }

    Language& language_;
    const TriggerList& list_;
};

}  // namespace

struct Triggers::Data {
    std::vector<Language> languages;
};

Triggers::Triggers(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Triggers::Triggers(Triggers&&) noexcept = default;
Triggers& Triggers::operator=(Triggers&&) noexcept = default;
Triggers::~Triggers() = default;

base::Result<Triggers> Triggers::make(std::span<const TriggerList> lists) {
    auto data = std::make_unique<Data>();
    base::Errors faults;
    for (const TriggerList& list : lists) {
        auto at = std::ranges::find(data->languages, list.language, &Language::code);
        if (at == data->languages.end()) {
            data->languages.push_back({list.language, {}, {}, {}});
            at = std::prev(data->languages.end());
        }
        ListReader(*at, list).read(faults);
    }
    if (!faults.empty()) return faults;
    return Triggers(std::move(data));
}

namespace {

class Marker {
public:
    Marker(const Language& language, std::span<const Token> tokens, Marked& out)
        : language_(language), tokens_(tokens), out_(out) {}

    void mark(std::uint32_t at) {
        const Key& key = tokens_[at].key;
        language_.forwards.walk(key, [&](const Node& node, bool is_whole) {
            out_.at[at] |= node.beginning | (is_whole ? node.whole : 0);
            for (const std::uint32_t run : node.beginning_runs) mark_run(at, language_.runs[run]);
            if (!is_whole) return;
            for (const std::uint32_t run : node.whole_runs) mark_run(at, language_.runs[run]);
        });
        language_.backwards.walk(Backwards(key),
                                 [&](const Node& node, bool) { out_.at[at] |= node.beginning; });
    }

private:
    void mark_run(std::uint32_t at, const Run& run) {
        const std::size_t end = at + 1 + run.rest.size();
        if (end > tokens_.size()) return;
        for (std::size_t i = 0; i < run.rest.size(); ++i) {
            const Token& token = tokens_[at + 1 + i];
            if (token.sentence != tokens_[at].sentence || !fits(run.rest[i], token.key)) return;
        }
        out_.at[at] |= run.triggers;
        out_.end[at] = std::max(out_.end[at], static_cast<std::uint32_t>(end));
    }

    const Language& language_;
    std::span<const Token> tokens_;
    Marked& out_;
};

}  // namespace

Marked Triggers::marked(std::span<const Token> tokens, std::string_view language) const {
    Marked out;
    out.at.resize(tokens.size());
    out.end.resize(tokens.size());
    for (std::uint32_t i = 0; i < tokens.size(); ++i) out.end[i] = i + 1;
    const auto known = std::ranges::find(data_->languages, language, &Language::code);
    if (known == data_->languages.end()) return out;
    Marker marker(*known, tokens, out);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::Word || tokens[i].kind == TokenKind::Mark) marker.mark(i);
    }
    return out;
}

}  // namespace kontor::press
