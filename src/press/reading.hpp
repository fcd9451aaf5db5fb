// SPDX-License-Identifier: EUPL-1.2
// What reading a press item gives: who and what it names, and what it says about them, each fact with its
// sentence. Kinds and predicates are those of the press facts' exchange form (docs/press.md). Values;
// thread-safe. Ranges are bytes of the text that was read.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::press {

struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // one past the last byte
    auto operator<=>(const Range&) const = default;
};

enum class EntityKind {
    Cluster,
    Company,
    University,
    ResearchInstitute,
    Association,
    PublicBody,
    Organisation,  // one of the above, the text does not say which
    Project,
    Programme,
    Event,
    Agreement,
    Person,
    Place,
    Topic
};

enum class Predicate {
    PartnerIn,
    Coordinates,
    NetworkPartnerIn,
    MemberOf,
    PartOf,
    FundedBy,
    ProgrammeOf,
    Organises,
    TakesPartIn,
    SelectedFor,
    Visits,
    LocatedIn,
    Targets,
    About,
    Follows,
    Starts,
    Ends,
    PhaseStarts,
    PublishedBy,
    HasMemberCount,
    HasActorCount,
    Founded,
    BasisOf,
    ContactOf,
    ReportsOn,
    OpenFor,
    HasBudget,  // amount of money with its currency
    Leaves      // no longer partner or member
};

/// What the text itself makes of a fact. Plans and possibilities are no facts yet; what is denied is left
/// out.
enum class Certainty { Stated, Implied, Planned, Possible };

/// Somebody or something that the text names, under all its names there.
struct Entity {
    std::string id = {};  // unique in the reading: folded name, "-2" and so on for others of the same name
    EntityKind kind = EntityKind::Organisation;
    std::string name = {};                  // base form
    std::vector<std::string> aliases = {};  // other forms in the text, by place; then those of the lists
    std::string country = {};               // ISO 3166-1 alpha-2, empty when the text does not tell
    std::string topic = {};                 // id of the vocabulary's topic, for a topic that it knows
    std::string record = {};           // id of the known record that was recognised; empty for a new name
    std::vector<Range> mentions = {};  // ascending, not overlapping those of others
    double confidence = 0;             // 0 to 1: that this is one thing of this kind
    std::string rule = {};             // what it was recognised by
};

/// Something more exact about a fact: phase, role, since, until, what, bound, order …
struct Qualifier {
    std::string name = {};
    std::variant<std::string, std::int64_t, bool> value = {};
    bool operator==(const Qualifier&) const = default;
};

inline constexpr std::uint32_t kDocument = 0xFFFFFFFF;  // the press item itself as subject

struct Fact {
    std::uint32_t subject = kDocument;  // index of an entity
    Predicate predicate = Predicate::About;
    std::variant<std::uint32_t, std::string> object = {};  // index of an entity, or a date, number or amount
    std::vector<Qualifier> qualifiers = {};
    Certainty certainty = Certainty::Stated;
    Range sentence = {};    // where it is said
    double confidence = 0;  // 0 to 1, calibrated: of facts at 0.9 nine in ten hold
    std::string rule = {};  // what it was found by
};

struct Reading {
    std::string language = {};   // ISO 639-1; "und" when it cannot be told
    bool language_read = true;   // false: a language that is not read; then there are no entities and facts
    model::Date published = {};  // given, or found in the text; unknown otherwise
    std::vector<Range> sentences = {};
    std::vector<Entity> entities = {};  // by first mention
    std::vector<Fact> facts = {};       // by sentence
};

}  // namespace kontor::press

namespace kontor::model {

template <>
struct Words<press::EntityKind> {
    static constexpr std::array<std::string_view, 14> kWords{
        "cluster",     "company",     "university",   "research-institute",
        "association", "public-body", "organisation", "project",
        "programme",   "event",       "agreement",    "person",
        "place",       "topic"};
};

template <>
struct Words<press::Predicate> {
    static constexpr std::array<std::string_view, 28> kWords{"partner-in",
                                                             "coordinates",
                                                             "network-partner-in",
                                                             "member-of",
                                                             "part-of",
                                                             "funded-by",
                                                             "programme-of",
                                                             "organises",
                                                             "takes-part-in",
                                                             "selected-for",
                                                             "visits",
                                                             "located-in",
                                                             "targets",
                                                             "about",
                                                             "follows",
                                                             "starts",
                                                             "ends",
                                                             "phase-starts",
                                                             "published-by",
                                                             "has-member-count",
                                                             "has-actor-count",
                                                             "founded",
                                                             "basis-of",
                                                             "contact-of",
                                                             "reports-on",
                                                             "open-for",
                                                             "has-budget",
                                                             "leaves"};
};

template <>
struct Words<press::Certainty> {
    static constexpr std::array<std::string_view, 4> kWords{"stated", "implied", "planned", "possible"};
};

}  // namespace kontor::model
