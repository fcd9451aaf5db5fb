// SPDX-License-Identifier: EUPL-1.2
#include "search/topic_model.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/analyzer.hpp"
#include "text/fold.hpp"

namespace kontor::search {

TopicModel::TopicModel(std::span<const model::Topic> topics,
                       std::shared_ptr<const text::CompoundSplitter> splitter)
    : splitter_(std::move(splitter)), tagger_(topics, splitter_) {
    StringTable words;
    for (std::uint32_t ordinal = 0; ordinal < topics.size(); ++ordinal) {
        ids_.intern(topics[ordinal].id);
        add_labels(topics[ordinal], ordinal, words);
    }
    std::vector<std::uint32_t> ranks;
    label_words_.assign(words, ranks);
    std::ranges::sort(labels_, [](const Label& a, const Label& b) {
        return std::tie(a.folded, a.topic, a.language) < std::tie(b.folded, b.topic, b.language);
    });
    add_broader(topics);
}

void TopicModel::add_labels(const model::Topic& topic, std::uint32_t ordinal, StringTable& words) {
    const auto add = [&](const std::string& label, const std::string& language) {
        labels_.push_back({text::folded(label), label, language, ordinal});
        const std::string& folded = labels_.back().folded;
        text::WordCursor cursor(folded);
        text::WordRange range;
        while (cursor.next(range)) {
            words.intern(std::string_view(folded).substr(range.begin, range.end - range.begin));
        }
    };
    for (const auto& [language, label] : topic.labels) add(label, language);
    for (const auto& [language, synonyms] : topic.synonyms) {
        for (const std::string& synonym : synonyms) add(synonym, language);
    }
}

void TopicModel::add_broader(std::span<const model::Topic> topics) {
    broader_begin_.push_back(0);
    for (std::uint32_t ordinal = 0; ordinal < topics.size(); ++ordinal) {
        const std::size_t first = broader_.size();
        std::optional<std::uint32_t> at = ordinal;
        // A vocabulary with a cycle is refused elsewhere; here it must only end.
        while (at && std::find(broader_.begin() + static_cast<std::ptrdiff_t>(first), broader_.end(), *at) ==
                         broader_.end()) {
            broader_.push_back(*at);
            at = topics[*at].parent.empty() ? std::nullopt : ids_.find(topics[*at].parent);
            if (at && *at >= topics.size()) at = std::nullopt;
        }
        broader_begin_.push_back(static_cast<std::uint32_t>(broader_.size()));
    }
}

std::optional<std::uint32_t> TopicModel::find(std::string_view id_or_label) const {
    if (const auto ordinal = ids_.find(id_or_label)) return ordinal;
    const std::string folded = text::folded(id_or_label);
    const auto at = std::ranges::lower_bound(labels_, folded, {}, &Label::folded);
    if (at == labels_.end() || at->folded != folded) return std::nullopt;
    return at->topic;
}

}  // namespace kontor::search
