// SPDX-License-Identifier: EUPL-1.2
// The noun phrases that stand in a row behind words that lead to topics: where each begins and ends, and
// which are no topics. Used by the rules of recognition that know such words.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {

inline constexpr auto kTopicAnds =
    std::to_array<std::string_view>({"und", "sowie", "and", "et", "ou", "or", "oder", "bzw"});

/// Whether a word tells that something is to be made better or brought about: "strengthen", "voranzutreiben".
[[nodiscard]] bool tells_goal(std::string_view key);

class TopicItems {
public:
    TopicItems(const View& view, Candidates& out, Told told);

    /// Pushes what is listed at token `i` within `sentence`; `by_colon`: a colon stands before it.
    void items(std::uint32_t i, std::uint32_t sentence, bool by_colon);

private:
    [[nodiscard]] std::uint32_t over_adverbs(std::uint32_t i) const;
    [[nodiscard]] bool goes_on(std::uint32_t i) const;
    [[nodiscard]] bool is_closed(std::uint32_t first, std::uint32_t next) const;
    [[nodiscard]] std::uint32_t over_rest(std::uint32_t i, std::uint32_t sentence) const;
    void bracketed(std::uint32_t open, std::uint32_t sentence);
    std::uint32_t one(std::uint32_t i, std::uint32_t sentence, bool told);
    [[nodiscard]] bool leads_on(std::uint32_t i) const;
    [[nodiscard]] bool is_where(std::uint32_t i) const;
    [[nodiscard]] bool is_french_verb(std::uint32_t i) const;
    [[nodiscard]] bool is_repeated(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t over_generic(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] bool is_ellipsis(std::uint32_t i) const;
    [[nodiscard]] bool can_end(std::uint32_t i) const;
    [[nodiscard]] bool is_topic(std::uint32_t first, std::uint32_t end, bool told) const;
    [[nodiscard]] std::uint32_t without_place(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] bool is_joint_work(std::uint32_t i) const;
    [[nodiscard]] bool is_kind_of_thing(std::uint32_t head, bool is_phrase) const;
    [[nodiscard]] bool is_hollow(std::uint32_t first, std::uint32_t end) const;
    void push(std::uint32_t first, std::uint32_t end);
    void keep_first(std::size_t size);

    const View& view_;
    Candidates& out_;
    Told told_;
    std::unordered_map<std::uint32_t, std::uint32_t> known_;  // by first token: a word of the vocabulary
    std::vector<std::uint32_t> marked_;                       // those of the list that are told now
};

}  // namespace kontor::press
