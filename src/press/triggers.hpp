// SPDX-License-Identifier: EUPL-1.2
// The words that tell how things in a sentence belong together ("koordiniert", "partners include", "fait
// suite à"), by language, from plain lists (data/press/triggers). Immutable, thread-safe; marking costs a
// walk through a trie for each word, about 50 ns.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/codes.hpp"
#include "press/tokens.hpp"

namespace kontor::press {

/// What a word or a run of words tells. The names in the lists are those of model::Words below.
enum class Trigger : std::uint8_t {
    Partner,
    Participate,
    Coordinate,
    Together,
    Join,
    Leave,
    New,
    Member,
    Mutual,
    NetworkPartner,
    Cooperate,
    Agreement,
    Between,
    Fund,
    FundNoun,
    By,
    FrameOf,
    Organise,
    TakePart,
    Select,
    Trip,
    Visit,
    To,
    From,
    Via,
    Based,
    Happen,
    TargetMarket,
    Towards,
    For,
    About,
    Focus,
    Field,
    Centre,
    Follow,
    Start,
    End,
    Run,
    Found,
    ConsistOf,
    PartOf,
    Source,
    Author,
    Contact,
    Basis,
    Present,
    Report,
    OpenFor,
    Budget,
    Former,
    Negation,
    NotOnly,
    Planned,
    Possible,
    Passive,
    And,
    We,
    Occasion,
    Aside,
    Represent,
    Prominent
};
inline constexpr std::size_t kTriggers = 61;

using TriggerSet = std::uint64_t;

[[nodiscard]] constexpr TriggerSet bit(Trigger trigger) {
    return TriggerSet{1} << static_cast<unsigned>(trigger);
}

/// What the tokens of a text tell: of a run of words the first token, and where it ends.
struct Marked {
    std::vector<TriggerSet> at = {};
    std::vector<std::uint32_t> end = {};  // one past the last token of the longest run that begins here
};

struct TriggerList {
    std::string name = {};      // of the file, for faults
    std::string language = {};  // ISO 639-1
    std::string text = {};
};

class Triggers {
public:
    /// Each line is "name: form form …"; a form is a folded word with "*" at its beginning or end for
    /// anything, or words joined by "_". Lines with # are remarks. All faults, with file and line.
    [[nodiscard]] static base::Result<Triggers> make(std::span<const TriggerList> lists);
    Triggers(Triggers&&) noexcept;
    Triggers& operator=(Triggers&&) noexcept;
    ~Triggers();

    /// `language`: ISO 639-1; one without a list marks nothing.
    [[nodiscard]] Marked marked(std::span<const Token> tokens, std::string_view language) const;

private:
    struct Data;
    explicit Triggers(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> data_;
};

}  // namespace kontor::press

namespace kontor::model {

template <>
struct Words<press::Trigger> {
    static constexpr std::array<std::string_view, press::kTriggers> kWords{"partner",    "participate",
                                                                           "coordinate", "together",
                                                                           "join",       "leave",
                                                                           "new",        "member",
                                                                           "mutual",     "network-partner",
                                                                           "cooperate",  "agreement",
                                                                           "between",    "fund",
                                                                           "fund-noun",  "by",
                                                                           "frame-of",   "organise",
                                                                           "take-part",  "select",
                                                                           "trip",       "visit",
                                                                           "to",         "from",
                                                                           "via",        "based",
                                                                           "happen",     "target-market",
                                                                           "towards",    "for",
                                                                           "about",      "focus",
                                                                           "field",      "centre",
                                                                           "follow",     "start",
                                                                           "end",        "run",
                                                                           "found",      "consist-of",
                                                                           "part-of",    "source",
                                                                           "author",     "contact",
                                                                           "basis",      "present",
                                                                           "report",     "open-for",
                                                                           "budget",     "former",
                                                                           "negation",   "not-only",
                                                                           "planned",    "possible",
                                                                           "passive",    "and",
                                                                           "we",         "occasion",
                                                                           "aside",      "represent",
                                                                           "prominent"};
};

}  // namespace kontor::model
