// SPDX-License-Identifier: EUPL-1.2
// Finds the topics that a text of any language names: the longest label or synonym, word by word on stems,
// also inside German compounds ("Photonikunternehmen" names photonics). Built once from the vocabulary, then
// immutable and thread-safe; a thread that asks remembers 16,384 words (2 MB). Precision first: whole words
// only, short capital abbreviations ("KI") only as written.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "text/compounds.hpp"

namespace kontor::text {

struct TopicMatch {
    std::uint32_t topic = 0;  // index into the topics given to the tagger
    std::uint32_t begin = 0;  // bytes in the text
    std::uint32_t end = 0;
    std::string_view label;  // as written in the vocabulary; lives as long as the tagger
    bool in_compound = false;
    bool operator==(const TopicMatch&) const = default;
};

/// AsWritten: "IT" must be in capitals in the text, for running text. AnyCase: for what people type in a
/// search box.
enum class Abbreviations { AsWritten, AnyCase };

/// A splitter that knows `parts` and the German labels of the topics that `parts` alone cannot split
/// ("Photonik").
[[nodiscard]] CompoundSplitter splitter_for(std::span<const std::string> parts,
                                            std::span<const model::Topic> topics);

class TopicTagger {
public:
    /// `splitter` may be null: nothing is found inside compounds then. Cost: linear in labels and synonyms.
    explicit TopicTagger(std::span<const model::Topic> topics,
                         std::shared_ptr<const CompoundSplitter> splitter = nullptr);
    ~TopicTagger();
    TopicTagger(TopicTagger&&) noexcept;
    TopicTagger& operator=(TopicTagger&&) noexcept;

    /// All topics named in `text`, left to right; the longest wins, several topics of one label are all given
    /// (in ascending index). Matches do not overlap, except a topic inside a compound.
    [[nodiscard]] std::vector<TopicMatch> matches(std::string_view text,
                                                  Abbreviations mode = Abbreviations::AsWritten) const;

    [[nodiscard]] std::size_t topic_count() const;
    [[nodiscard]] const std::string& topic_id(std::uint32_t topic) const;

    struct Vocabulary;  // internal

private:
    std::unique_ptr<const Vocabulary> vocabulary_;
};

}  // namespace kontor::text
