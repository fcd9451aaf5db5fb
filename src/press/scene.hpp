// SPDX-License-Identifier: EUPL-1.2
// A press text as the rules for facts look at it: what each sentence names, which triggers stand where, what
// is enumerated together, where segments of a sentence begin, and what the text speaks of when a sentence
// does not say it. Immutable after construction; linear in the text. The findings must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "press/findings.hpp"
#include "press/triggers.hpp"

namespace kontor::press {

using KindSet = std::uint32_t;

[[nodiscard]] constexpr KindSet kinds(std::initializer_list<EntityKind> list) {
    KindSet set = 0;
    for (const EntityKind kind : list) set |= KindSet{1} << static_cast<unsigned>(kind);
    return set;
}
[[nodiscard]] constexpr bool has_kind(KindSet set, EntityKind kind) {
    return (set >> static_cast<unsigned>(kind) & 1U) != 0;
}
inline constexpr KindSet kBodies =
    kinds({EntityKind::Cluster, EntityKind::Company, EntityKind::University, EntityKind::ResearchInstitute,
           EntityKind::Association, EntityKind::PublicBody, EntityKind::Organisation});
inline constexpr KindSet kProject = kinds({EntityKind::Project});
inline constexpr KindSet kProgramme = kinds({EntityKind::Programme});
inline constexpr KindSet kEvent = kinds({EntityKind::Event});
inline constexpr KindSet kPlace = kinds({EntityKind::Place});
inline constexpr KindSet kTopic = kinds({EntityKind::Topic});
inline constexpr KindSet kPerson = kinds({EntityKind::Person});
inline constexpr KindSet kAgreement = kinds({EntityKind::Agreement});

[[nodiscard]] constexpr TriggerSet any_of(std::initializer_list<Trigger> list) {
    TriggerSet set = 0;
    for (const Trigger trigger : list) set |= bit(trigger);
    return set;
}

enum class Side { Before, After };

using Entities = std::vector<std::uint32_t>;

/// Who or what plays a part in a fact.
struct Part {
    Entities entities = {};
    std::uint32_t at = 0;        // first token; of a part from elsewhere the trigger's
    bool from_context = false;   // not named in this sentence
    std::uint32_t sentence = 0;  // of a part from the context, where it was named
};

class Scene {
public:
    Scene(const Findings& findings, const Marked& marked);

    [[nodiscard]] const Findings& findings() const { return findings_; }
    [[nodiscard]] std::uint32_t sentence_count() const {
        return static_cast<std::uint32_t>(findings_.sentences.size());
    }
    [[nodiscard]] const Sentence& sentence(std::uint32_t s) const { return findings_.sentences[s]; }
    /// Behind the last word stands a mark without a text, so that rules may look ahead by a few words.
    [[nodiscard]] const Token& token(std::uint32_t at) const {
        return at < findings_.tokens.size() ? findings_.tokens[at] : behind_;
    }
    [[nodiscard]] EntityKind kind(std::uint32_t entity) const { return findings_.entities[entity].kind; }

    /// What stands in a sentence, in order.
    [[nodiscard]] std::span<const Mention> mentions(std::uint32_t s) const;
    [[nodiscard]] std::span<const DateSpan> dates(std::uint32_t s) const;
    [[nodiscard]] std::span<const CountSpan> counts(std::uint32_t s) const;
    [[nodiscard]] std::span<const MoneySpan> money(std::uint32_t s) const;
    [[nodiscard]] std::span<const PhaseSpan> phases(std::uint32_t s) const;

    [[nodiscard]] TriggerSet triggers(std::uint32_t token) const {
        return token < marked_.at.size() ? marked_.at[token] : TriggerSet{};
    }
    [[nodiscard]] bool tells(std::uint32_t token, TriggerSet set) const {
        return (triggers(token) & set) != 0;
    }
    [[nodiscard]] bool sentence_tells(std::uint32_t s, TriggerSet set) const {
        return (sentence_triggers_[s] & set) != 0;
    }
    /// The tokens of a sentence that tell one of these, names aside.
    [[nodiscard]] std::vector<std::uint32_t> telling(std::uint32_t s, TriggerSet set) const;
    /// The first token in [first, end) that tells one of these.
    [[nodiscard]] std::optional<std::uint32_t> first_telling(std::uint32_t first, std::uint32_t end,
                                                             TriggerSet set) const;

    /// Segments end at semicolons, colons, dashes and at commas that do not separate members of an
    /// enumeration.
    [[nodiscard]] std::uint32_t segment(std::uint32_t token) const { return segments_[token]; }
    [[nodiscard]] bool segment_tells(std::uint32_t token, TriggerSet set) const;

    [[nodiscard]] bool is_of(const Mention& mention, KindSet set) const;
    /// The entities of the mention that are of these kinds.
    [[nodiscard]] Entities entities(const Mention& mention, KindSet set) const;
    /// All of these kinds in the sentence's tokens [first, end), each once.
    [[nodiscard]] Part all(std::uint32_t s, KindSet set, std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] Part all(std::uint32_t s, KindSet set) const;
    /// The enumeration nearest to the token on one side, all its members; nothing when there is none.
    [[nodiscard]] std::optional<Part> nearest(std::uint32_t s, std::uint32_t token, KindSet set,
                                              Side side) const;
    /// The enumeration that a mention of the sentence belongs to.
    [[nodiscard]] Part enumeration(std::uint32_t s, std::size_t mention, KindSet set) const;
    /// Who acts by the word at `token`: the head of its relative clause, the nearest before it, the nearest
    /// behind it, what the text speaks of.
    [[nodiscard]] std::optional<Part> subject(std::uint32_t s, std::uint32_t token, KindSet set) const;
    /// Nearest in the sentence on either side, else from the context.
    [[nodiscard]] std::optional<Part> closest(std::uint32_t s, std::uint32_t token, KindSet set) const;
    /// The project a word is told of: of its segment, else named before it, else what is spoken of, else
    /// named behind.
    [[nodiscard]] std::optional<Part> told_project(std::uint32_t s, std::uint32_t token) const;
    /// What the sentences before speak of last.
    [[nodiscard]] std::optional<Part> spoken_of(std::uint32_t s, KindSet set) const;
    /// That, else what the whole text speaks of.
    [[nodiscard]] std::optional<Part> context(std::uint32_t s, KindSet set) const;
    /// What the text is mainly about among these kinds.
    [[nodiscard]] std::optional<std::uint32_t> main(KindSet set) const;

    /// Whether names in [first, end) are of these kinds alone, and there is one.
    [[nodiscard]] bool all_of_kind(std::uint32_t first, std::uint32_t end, KindSet set) const;
    /// Whether one of `set` is all that stands in [first, end) apart from small words and marks.
    [[nodiscard]] bool only_small_words(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] bool is_in_name(std::uint32_t token) const { return named_[token] != 0; }
    [[nodiscard]] const Mention* mention_at(std::uint32_t token) const;
    /// Part of a compound that only tells what something else is: "EU-Projekt", "EU-gefördert".
    [[nodiscard]] bool is_attributive(const Mention& mention) const;

private:
    struct Rows {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    void index_rows();
    void mark_names();
    void join_enumerations();
    void cut_segments();
    /// Whether a segment ends at the mark: what the next is told of (a mention + 1, 0 for nothing).
    [[nodiscard]] std::optional<std::uint32_t> segment_head(std::uint32_t mark, std::uint32_t end,
                                                            std::uint32_t last_named) const;
    void weigh();
    [[nodiscard]] bool joined(const Mention& a, const Mention& b) const;
    [[nodiscard]] bool is_relative_start(std::uint32_t comma, std::uint32_t end) const;
    [[nodiscard]] bool is_between_adjectives(std::uint32_t comma, std::uint32_t end) const;
    [[nodiscard]] std::optional<Part> relative_head(std::uint32_t s, std::uint32_t token, KindSet set) const;

    const Findings& findings_;
    const Marked& marked_;
    const Token behind_;
    std::vector<TriggerSet> sentence_triggers_;
    std::vector<Rows> mentions_, dates_, counts_, money_, phases_;  // by sentence
    std::vector<std::uint32_t> named_;     // by token: number of the mention + 1 of a name, 0 outside
    std::vector<std::uint32_t> joint_;     // by mention: the first mention of its enumeration
    std::vector<std::uint32_t> segments_;  // by token
    std::vector<TriggerSet> segment_triggers_;
    std::vector<std::uint32_t> segment_heads_;  // by segment: mention + 1 that a relative clause is about
    std::vector<double> weights_;               // by entity
    std::array<std::optional<std::uint32_t>, 14> main_ = {};  // by kind
};

}  // namespace kontor::press
