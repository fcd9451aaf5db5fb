// SPDX-License-Identifier: EUPL-1.2
#include "service/vocabulary.hpp"

#include <algorithm>
#include <iterator>

namespace kontor::service {
namespace {

std::vector<model::Topic> tagging_topics(const std::vector<model::Topic>& all) {
    std::vector<model::Topic> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [](const model::Topic& topic) { return topic.scheme == model::TopicScheme::Kontor; });
    return own.empty() ? all : own;
}

}  // namespace

const std::string& best_label(const model::LabelsByLanguage& labels, std::string_view language) {
    static const std::string kNone;
    if (const auto exact = labels.find(std::string(language)); exact != labels.end()) return exact->second;
    if (const auto english = labels.find("en"); english != labels.end()) return english->second;
    return labels.empty() ? kNone : labels.begin()->second;
}

Vocabulary::Vocabulary(std::vector<model::Topic> topics,
                       std::shared_ptr<const text::CompoundSplitter> splitter)
    : topics_(std::move(topics)),
      splitter_(std::move(splitter)),
      tagger_(tagging_topics(topics_), splitter_) {
    ordinals_.reserve(topics_.size());
    for (std::uint32_t i = 0; i < topics_.size(); ++i) ordinals_.emplace(topics_[i].id, i);
}

std::optional<std::uint32_t> Vocabulary::ordinal(std::string_view id) const {
    const auto found = ordinals_.find(std::string(id));
    if (found == ordinals_.end()) return std::nullopt;
    return found->second;
}

std::vector<std::uint32_t> Vocabulary::named_in(std::string_view words, text::Abbreviations mode) const {
    std::vector<std::uint32_t> out;
    for (const text::TopicMatch& match : tagger_.matches(words, mode)) {
        const auto found = ordinal(tagger_.topic_id(match.topic));
        if (found && std::find(out.begin(), out.end(), *found) == out.end()) out.push_back(*found);
    }
    return out;
}

const std::string& Vocabulary::label(std::uint32_t ordinal, std::string_view language) const {
    const std::string& text = best_label(topics_[ordinal].labels, language);
    return text.empty() ? topics_[ordinal].id : text;
}

Ref Vocabulary::ref(std::uint32_t ordinal, std::string_view language) const {
    return {"topic", topics_[ordinal].id, label(ordinal, language)};
}

std::vector<Ref> Vocabulary::refs(const std::vector<std::string>& ids, std::string_view language) const {
    std::vector<Ref> out;
    out.reserve(ids.size());
    for (const std::string& id : ids) {
        if (const auto found = ordinal(id)) out.push_back(ref(*found, language));
    }
    return out;
}

}  // namespace kontor::service
