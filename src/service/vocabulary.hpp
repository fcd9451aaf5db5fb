// SPDX-License-Identifier: EUPL-1.2
// The topics of one snapshot with everything made from them: ids to ordinals, labels by language, the tagger.
// Immutable and shared; made anew only when a topic changes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/records.hpp"
#include "service/answers.hpp"
#include "text/compounds.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::service {

class Vocabulary {
public:
    /// `topics` in id order.
    Vocabulary(std::vector<model::Topic> topics, std::shared_ptr<const text::CompoundSplitter> splitter);

    [[nodiscard]] const std::vector<model::Topic>& topics() const { return topics_; }
    [[nodiscard]] std::optional<std::uint32_t> ordinal(std::string_view id) const;
    /// Finds Kontor's own topics (all schemes only when there are none of its own); other vocabularies name
    /// the same things once more. Its topic numbers are its own: use topic_id() or named_in().
    [[nodiscard]] const text::TopicTagger& tagger() const { return tagger_; }
    /// Ordinals of the topics that `words` name, each once, in order of appearance.
    [[nodiscard]] std::vector<std::uint32_t> named_in(std::string_view words, text::Abbreviations mode) const;
    [[nodiscard]] const std::shared_ptr<const text::CompoundSplitter>& splitter() const { return splitter_; }

    /// The label for a reader of `language`: that language, else English, else any, else the id.
    [[nodiscard]] const std::string& label(std::uint32_t ordinal, std::string_view language) const;
    [[nodiscard]] Ref ref(std::uint32_t ordinal, std::string_view language) const;
    /// Refs of the ids that are topics, in the given order.
    [[nodiscard]] std::vector<Ref> refs(const std::vector<std::string>& ids, std::string_view language) const;

private:
    std::vector<model::Topic> topics_;
    std::unordered_map<std::string, std::uint32_t> ordinals_;
    std::shared_ptr<const text::CompoundSplitter> splitter_;
    text::TopicTagger tagger_;
};

/// The text of `labels` for a reader of `language`; empty when there are none.
[[nodiscard]] const std::string& best_label(const model::LabelsByLanguage& labels, std::string_view language);

}  // namespace kontor::service
