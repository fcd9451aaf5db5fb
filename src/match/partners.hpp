// SPDX-License-Identifier: EUPL-1.2
// Explained partner matching: who fits an organisation, a cluster, or a need, and why and why not. The score
// is the sum of the parts' contributions and the (negative) counter-reasons, exactly; every part lists the
// records it was computed from. Method, formulas and sources: docs/matching.md. Pure and thread-safe: same
// picture and request, same bytes. Cost: bounded by Bounds in match/candidates.hpp, whatever the size of the
// network or of the subject.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "match/known_outcomes.hpp"
#include "network/picture.hpp"

namespace kontor::match {

enum class Part : std::uint8_t { TopicFit, Complementarity, WarmPath, TrackRecord, Place, Freshness };
inline constexpr std::size_t kParts = 6;
/// "topic_fit", "complementarity" …: the words of the API.
[[nodiscard]] std::string_view word(Part part);
[[nodiscard]] std::optional<Part> part_from_word(std::string_view text);

/// 0 to 10 each, by Part; not all 0. The defaults are explained in docs/matching.md.
struct PartWeights {
    std::array<double, kParts> values{3, 3, 2, 1.5, 1, 0.5};
    [[nodiscard]] double& operator[](Part part) { return values[static_cast<std::size_t>(part)]; }
    [[nodiscard]] double operator[](Part part) const { return values[static_cast<std::size_t>(part)]; }
};

/// What the list is looked at for, beyond the weights of its parts.
struct Emphasis {
    double end_users = 1;   // how many times clinics and other end users count, 0 to 10
    double well_known = 0;  // what having been in many projects costs at most, 0 to 1
};

/// How a list weighs when nothing else is wished for.
struct Usual {
    PartWeights weights;
    double well_known = 0.06;  // see Emphasis
};

/// Whether those above on the list count against the next one of the same country or kind.
enum class Spread : std::uint8_t { None, Countries, Kinds, Both };

struct WantedTopic {
    network::TopicIndex topic;
    double weight = 1;  // > 0, finite
};

enum class ExistingPartners : std::uint8_t {
    CountAgainst,  // shown, with a counter-reason
    Welcome,       // shown, no counter-reason
    LeaveOut,
};

/// Those whom the subject has asked already, or who declined.
enum class AskedPartners : std::uint8_t { Show, LeaveOut };

struct PartnerFilters {
    std::vector<network::CountryCode> countries;  // empty: all
    std::vector<model::OrganisationKind>
        kinds;  // empty: clusters for a cluster, all but clusters for others, all for a need alone
    std::vector<network::TopicIndex> topics;  // has one of them or something below; empty: all
    std::vector<network::OrganisationIndex> excluded;
    ExistingPartners existing = ExistingPartners::CountAgainst;
    AskedPartners asked = AskedPartners::Show;
};

/// A subject, or wanted topics, or both: then the wanted topics say what is asked and the subject who asks.
struct PartnerRequest {
    network::OrganisationIndex subject;                  // invalid: nobody in particular
    std::vector<WantedTopic> wanted;                     // the need, already turned into topics
    std::vector<network::CountryCode> wanted_countries;  // preferred, not a filter
    std::optional<network::CountryCode> own_country;     // of a need without a subject
    std::optional<model::OrganisationKind> own_kind;     // likewise
    std::vector<KnownOutcome> known;                     // the subject's own notes; not without a subject
    PartnerFilters filters;
    PartWeights weights;
    Emphasis emphasis;
    Spread spread = Spread::None;  // within the first 300 places (match/spread.hpp)
    std::size_t limit = 20;        // 1 to 100
    std::size_t offset = 0;
};

enum class EvidenceType : std::uint8_t {
    // topic_fit
    SharedTopic,         // topics: ours, theirs; both work on it (or on related ones)
    WantedTopicCovered,  // topics: asked, theirs
    // complementarity
    TheyOfferWeNeed,  // topics: our need, their offer; number: TRL of the offer or 0
    WeOfferTheyNeed,  // topics: their need, our offer; number: TRL of the offer or 0
    TheyHaveWeLack,   // topics: theirs, ours it is related to (or asked topic)
    EndUsers,         // organisations: their clinics and end users (first ones), number: how many
    OtherValueStage,  // kinds differ: research beside industry …
    // warm_path
    SharedHouse,  // organisations: in both houses (member of both …); memberships
    DirectTie,    // one project, agreement, membership or delegation of both; organisations: of our house, of
                  // theirs
    ChainVia,     // organisations: via, ours and theirs at the ends; first and second tie
    MetBefore,    // the subject's own note; number: day; outcome and note
    // track_record
    ProjectDone,      // projects[0]; number: year
    Coordinated,      // projects[0]; number: year
    AgreementSigned,  // agreements[0]
    ProgrammeKnown,   // programme; number: projects in it
    // place
    WantedCountry,
    OurTargetRegion,
    TheirTargetRegion,
    SameCountry,
    SameRegion,
    Near,  // number: km for Near
    // freshness
    ProfileConfirmed,  // number: day
    RecentProject,     // projects[0]; number: day
    /// The remaining smaller items of a part together; number: how many.
    Rest,
};

/// One reason with the records it was computed from.
struct Evidence {
    EvidenceType type{};
    double share = 0;   // of the part's value; the shares of a part add up to its value
    double number = 0;  // see EvidenceType
    std::vector<network::TopicIndex> topics;
    std::vector<network::OrganisationIndex> organisations;
    std::vector<network::ProjectIndex> projects;
    std::vector<network::MembershipIndex> memberships;
    std::vector<network::AgreementIndex> agreements;
    std::vector<network::DelegationIndex> delegations;
    std::vector<network::TieIndex> our_ties;    // ChainVia: how our house is joined to the one in between
    std::vector<network::TieIndex> their_ties;  // ChainVia: how that one is joined to theirs
    network::ProgrammeIndex programme;
    network::CountryCode country;
    std::optional<model::PartnerOutcome> outcome;
    std::uint32_t note = 0;  // position in PartnerRequest::known
    std::string_view
        region;  // target regions: code of the region (UN M49) that holds the country; in the picture
    /// Only from explain_pair: by how much the part would fall without these records (0 for OtherValueStage,
    /// Rest).
    std::optional<double> loss;
};

struct PartScore {
    Part part{};
    bool applicable = true;   // false: nothing to compare with (no subject); its weight went to the others
    double value = 0;         // 0..1
    double weight = 0;        // normalised, all add up to 1
    double contribution = 0;  // weight · value
    std::vector<Evidence> evidence;  // largest share first
};

enum class CounterReasonType : std::uint8_t {
    SameNiche,        // number: similarity 0..1; topics shared most
    StaleProfile,     // number: days since the last sign of life
    ProfileUndated,   // nothing says when the profile was right
    AlreadyPartner,   // the running projects, agreements, memberships
    PoorProfile,      // number: pieces of data that are missing
    MembershipEnded,  // the membership
    AgreementLapsed,  // the agreement
    OnlyOldProjects,  // number: year of the last one
    WellKnown,        // only with Emphasis::well_known; number: its projects
    AlikeAbove,       // only with a Spread, in lists; organisations: those of the same country or kind above
    Declined,         // number: day
    AskedAlready,     // number: day
};
[[nodiscard]] std::string_view word(CounterReasonType type);

struct CounterReason {
    CounterReasonType type{};
    double contribution = 0;  // negative
    double number = 0;
    std::vector<network::TopicIndex> topics;
    std::vector<network::OrganisationIndex> organisations;
    std::vector<network::ProjectIndex> projects;
    std::vector<network::MembershipIndex> memberships;
    std::vector<network::AgreementIndex> agreements;
};

enum class MissingDatum : std::uint8_t { Topics, Offers, Needs, Country, ConfirmedDate, Projects, Members };
enum class Side : std::uint8_t { Subject, Candidate };
[[nodiscard]] std::string_view word(MissingDatum datum);

/// Data that is not there and how much the score could rise at most if it were.
struct Missing {
    MissingDatum datum{};
    Side side{};
    double could_raise = 0;
};

struct Partner {
    network::OrganisationIndex organisation;
    double score = 0;                     // sum of all contributions, parts and counter-reasons
    std::array<PartScore, kParts> parts;  // by Part
    std::vector<CounterReason> counter_reasons;
    std::vector<Missing> missing;  // largest could_raise first
};

enum class NoCandidate : std::uint8_t {
    None,             // there are candidates
    NetworkEmpty,     // no organisations at all
    NobodyElse,       // only the subject (and its own house) is there
    KindAbsent,       // no organisation of a kind that is looked for
    CountryAbsent,    // none of them in the countries
    TopicAbsent,      // none of them has the topics
    AllExcluded,      // the exclusions (or LeaveOut) took all that were left
    AllUnwanted,      // the subject's notes say that all that were left are not wanted
    AllAsked,         // all that were left were asked already or declined, and are left out
    NothingInCommon,  // candidates exist but nothing of the request touches them
};

struct PartnerAnswer {
    std::vector<Partner> partners;           // best first; equal scores by ordinal
    std::size_t total = 0;                   // ranked candidates that pass the filters (the pages' length)
    std::size_t considered = 0;              // candidates before the filters
    NoCandidate reason = NoCandidate::None;  // when total is 0
};

/// Errors: value-out-of-range for weights, wanted topics, limit (with the parameter's name as field).
[[nodiscard]] base::Result<PartnerAnswer> find_partners(const network::Picture& picture,
                                                        const PartnerRequest& request);

enum class Exclusion : std::uint8_t {
    None,
    IsSubject,
    OwnHouse,
    Kind,
    Country,
    Topic,
    Excluded,
    ExistingPartner,
    Unwanted,
    AskedAlready
};

/// The parts of a candidate without weights and reasons, as weights are learnt from them.
struct BareParts {
    network::OrganisationIndex organisation;
    std::array<double, kParts> values{};  // by Part
    double against = 0;                   // sum of the counter-reasons
    double known = 0;                     // how well known it is, 0 to 1: see Emphasis::well_known
    double stands_for = 1;                // so many candidates like it
    bool listed = true;                   // has anything at all in common with the subject
};

/// First all of `wanted`, then at most `others` of those that the request has to choose from: one half the
/// first ones of its list, the other evenly spread over the rest, for which they stand. Errors as of
/// find_partners.
[[nodiscard]] base::Result<std::vector<BareParts>> bare_parts(
    const network::Picture& picture, const PartnerRequest& request,
    const std::vector<network::OrganisationIndex>& wanted, std::size_t others);

/// "Why (not) this one": the same computation for one candidate, filters only reported, with the loss of each
/// piece of evidence. `rank` is 0 when the candidate is not among the ranked ones.
struct PairExplanation {
    Partner partner;
    Exclusion exclusion = Exclusion::None;
    std::size_t rank = 0;
    std::size_t total = 0;  // ranked candidates, as in PartnerAnswer
};
[[nodiscard]] base::Result<PairExplanation> explain_pair(const network::Picture& picture,
                                                         const PartnerRequest& request,
                                                         network::OrganisationIndex candidate);

/// The parts and counter-reasons of one candidate, without its place and without losses: a hundredth of the
/// cost.
[[nodiscard]] base::Result<Partner> judge_pair(const network::Picture& picture, const PartnerRequest& request,
                                               network::OrganisationIndex candidate);

}  // namespace kontor::match
