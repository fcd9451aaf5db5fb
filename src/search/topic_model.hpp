// SPDX-License-Identifier: EUPL-1.2
// The vocabulary as the index needs it: who is narrower than whom, which words name a topic, labels for
// suggestions. Immutable, shared by all versions of an index.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "search/spelling.hpp"
#include "search/string_table.hpp"
#include "text/compounds.hpp"
#include "text/countries.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::search {

class TopicModel {
public:
    TopicModel(std::span<const model::Topic> topics, std::shared_ptr<const text::CompoundSplitter> splitter);

    [[nodiscard]] std::size_t size() const { return tagger_.topic_count(); }
    [[nodiscard]] const std::string& id(std::uint32_t topic) const { return tagger_.topic_id(topic); }
    /// By id, or by a label in any language.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id_or_label) const;
    /// The topic itself and all broader ones.
    [[nodiscard]] std::span<const std::uint32_t> with_broader(std::uint32_t topic) const {
        return std::span(broader_).subspan(broader_begin_[topic],
                                           broader_begin_[topic + 1] - broader_begin_[topic]);
    }
    [[nodiscard]] const text::TopicTagger& tagger() const { return tagger_; }
    [[nodiscard]] const text::CountryFinder& countries() const { return countries_; }
    [[nodiscard]] const std::shared_ptr<const text::CompoundSplitter>& splitter() const { return splitter_; }

    struct Label {
        std::string folded;
        std::string text;
        std::string language;
        std::uint32_t topic = 0;
    };
    /// All labels and synonyms by folded text, topic, language.
    [[nodiscard]] std::span<const Label> labels() const { return labels_; }
    /// Folded words of all labels.
    [[nodiscard]] const SpellingTable& label_words() const { return label_words_; }

private:
    void add_labels(const model::Topic& topic, std::uint32_t ordinal, StringTable& words);
    void add_broader(std::span<const model::Topic> topics);

    std::shared_ptr<const text::CompoundSplitter> splitter_;
    text::TopicTagger tagger_;
    text::CountryFinder countries_;
    std::vector<std::uint32_t> broader_begin_;
    std::vector<std::uint32_t> broader_;
    std::vector<Label> labels_;
    StringTable ids_;
    SpellingTable label_words_;
};

}  // namespace kontor::search
