// SPDX-License-Identifier: EUPL-1.2
// The six parts of a match and the counter-reasons, one function each: subject and candidate in, a value in
// 0..1 with the amounts it is made of out. Formulas: docs/matching.md. All are monotone: a record less on the
// candidate's side never raises a part.
#pragma once

#include <vector>

#include "match/sheet.hpp"
#include "match/subject.hpp"

namespace kontor::match {

/// One candidate and what several parts need of it.
struct Candidate {
    OrganisationIndex organisation;
    model::OrganisationKind kind{};
    network::CountryCode country;
    std::vector<TopicLevel> profile;
    std::vector<network::Capability> offers, needs;
};
/// Fills `out`, whose memory is used again.
void describe(const Scene& scene, OrganisationIndex organisation, Candidate& out);

struct PartValue {
    double value = 0;
    std::vector<Evidence> evidence;
};

/// How far the two work on the same: coverage of what is asked, else the five topics that meet best.
[[nodiscard]] PartValue topic_fit(const Scene& scene, const Subject& subject, const Candidate& candidate,
                                  Detail detail);

/// What each has that the other lacks. `fit` is the candidate's topic fit: end users and other stages of the
/// value chain only count as far as there is a topic to talk about.
struct ComplementarityInput {
    const Subject& subject;
    const Candidate& candidate;
    double fit = 0;
    Emphasis emphasis;
};
[[nodiscard]] PartValue complementarity(const Scene& scene, const ComplementarityInput& in, Detail detail);

/// A link of the candidate's that a chain ends with.
struct LastLink {
    OrganisationIndex via;
    double amount = 0;
    network::TieIndex tie;
};

/// Memory of one request, used again for every candidate.
struct WarmScratch {
    /// `ties` of the picture when many candidates are to be looked at, 0 for one: nothing is kept then.
    WarmScratch(std::size_t organisations, std::size_t ties)
        : house(organisations, 0), via(organisations, 0), sums(ties) {}

    /// What the subject's side has in a tie: the same for every candidate, added up when first asked for.
    struct Sums {
        double house = kUnknown;
        double reach = 0;
        static constexpr double kUnknown = -1;
    };
    // All zeros and empty between calls:
    std::vector<double> house;  // weight in the candidate's house
    std::vector<double> via;    // what the chains through an organisation bring
    std::vector<OrganisationIndex> vias;
    std::vector<LastLink> links;
    // Kept from call to call:
    std::vector<Sums> sums;  // by tie
};

/// Exact over the candidate's ties (up to Bounds::kPairTies).
[[nodiscard]] PartValue warm_path(const Scene& scene, const Subject& subject, OrganisationIndex candidate,
                                  WarmScratch& scratch, Detail detail);
/// From what the subject already knows, without following the candidate's ties.
[[nodiscard]] double warm_path_estimate(const Scene& scene, const Subject& subject,
                                        OrganisationIndex candidate);

/// Projects, coordination, agreements, programmes; worth as much as there is to do with each other
/// (`relevance`, 0..1).
[[nodiscard]] PartValue track_record(const Scene& scene, OrganisationIndex candidate, double relevance,
                                     Detail detail);
[[nodiscard]] double record_value(double experience);
/// How far a candidate's general merits matter: as far as its topics fit or a way leads to it.
[[nodiscard]] double relevance_of(double fit, double warmth);

[[nodiscard]] PartValue place(const Scene& scene, const Subject& subject, const Candidate& candidate,
                              const std::vector<network::CountryCode>& wanted, Detail detail);

[[nodiscard]] PartValue freshness(const Scene& scene, OrganisationIndex candidate, Detail detail);

/// Running projects, current agreements and memberships between the two, management and association included.
struct Alliance {
    std::vector<network::TieIndex> alive;
    std::vector<network::TieIndex> ended_memberships;
    std::vector<network::TieIndex> lapsed_agreements;
};
[[nodiscard]] Alliance alliance(const Scene& scene, const Subject& subject, OrganisationIndex candidate);

/// 0 for at most 5 projects, half at 25.
[[nodiscard]] double known_value(double projects);
[[nodiscard]] double projects_of(const Scene& scene, OrganisationIndex candidate);

struct CounterReasons {
    double sum = 0;                      // negative or 0
    std::vector<CounterReason> reasons;  // gravest first; only with Detail::Evidence
};
struct CounterInput {
    const Subject& subject;
    const Candidate& candidate;
    ExistingPartners existing;
    Emphasis emphasis;
};
[[nodiscard]] CounterReasons counter_reasons(const Scene& scene, const CounterInput& in, Detail detail);

/// What the age of its data says against a candidate whose profile was confirmed and whose last project was
/// alive on these days.
struct AgeReason {
    CounterReasonType type{};
    double contribution = 0;
    double number = 0;  // as in CounterReason
};
[[nodiscard]] std::optional<AgeReason> age_reason(const network::Picture& picture, network::Day confirmed,
                                                  network::Day last_project);
/// When the latest project of a candidate and of those who speak for it was alive.
[[nodiscard]] network::Day last_project(const Scene& scene, OrganisationIndex candidate);

/// What is not known and what it could be worth, given the parts as they are.
[[nodiscard]] std::vector<Missing> missing_data(const Scene& scene, const Subject& subject,
                                                const Candidate& candidate,
                                                const std::array<PartScore, kParts>& parts);

/// What an offer counts by its technology readiness level (1 to 9, 0 unknown).
[[nodiscard]] double maturity(std::uint32_t trl);

/// Saturation of complementarity and of the warm path, and what gives a warm path its value: for what-ifs.
[[nodiscard]] double complementarity_value(double sum);
[[nodiscard]] double warmth_value(double sum);
[[nodiscard]] double warmth_sum(double value);
/// What a target region of the first priority is worth by itself as a reason of place.
inline constexpr double kFirstTarget = 0.8;

}  // namespace kontor::match
