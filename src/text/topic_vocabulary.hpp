// SPDX-License-Identifier: EUPL-1.2
// The trie behind TopicTagger: labels as sequences of stems, one key space over all languages. Immutable once
// built.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/records.hpp"
#include "text/stemming.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::text {

struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using StringMap = std::unordered_map<std::string, T, TransparentHash, std::equal_to<>>;

inline constexpr std::size_t kTagLanguages = 16;
inline constexpr std::size_t kStartSlots = 1U << 16U;
inline constexpr std::size_t kLeastStart = 3;  // letters
inline constexpr std::size_t kMostStart = 7;
inline constexpr std::uint32_t kNoKey = 0xFFFFFFFF;

struct TopicTagger::Vocabulary {
    struct Label {
        std::string text;
        std::uint32_t topic = 0;
    };
    using LabelIndices = std::vector<std::uint32_t>;

    std::uint64_t serial = 0;  // no other vocabulary of this program has had it
    std::vector<std::string> ids;
    std::vector<Label> labels;
    std::vector<std::string> languages;
    std::array<StringMap<std::uint32_t>, kTagLanguages>
        keys;  // stem → key, keys are unique over all languages
    std::unordered_map<std::uint64_t, std::uint32_t> edges;  // node and key → node
    std::vector<LabelIndices> ends{1};                       // of each node
    // By start_slots(): the languages with a label that begins so, one bit each. A label stands in the slot
    // of as many letters as all forms of its first word share.
    std::vector<std::uint16_t> starts = std::vector<std::uint16_t>(kStartSlots);
    StringMap<LabelIndices> abbreviations;  // as written
    StringMap<LabelIndices> folded_abbreviations;
    StringMap<LabelIndices> compounds;  // parts joined by '|'
    std::shared_ptr<const CompoundSplitter> splitter;

    [[nodiscard]] std::uint32_t next(std::uint32_t node, std::uint32_t key) const {
        const auto found = edges.find((std::uint64_t{node} << 32U) | key);
        return found == edges.end() ? 0 : found->second;
    }
};

/// Which slots of Vocabulary::starts the words share that begin with the same three to seven letters.
using StartSlots = std::array<std::size_t, kMostStart - kLeastStart + 1>;
[[nodiscard]] StartSlots start_slots(std::string_view word);

/// Whether a label is an abbreviation that must be written as it is: at most five characters, two of them
/// capitals.
[[nodiscard]] bool is_abbreviation(std::string_view label);

}  // namespace kontor::text
