// SPDX-License-Identifier: EUPL-1.2
// The picture: everything the engines need of all records, immutable and laid out for reading. Any number of
// threads may read one picture. Look-ups by id are binary searches, everything else is a span. Equal records
// and day give equal pictures, byte for byte. Made by PictureBuilder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/codes.hpp"
#include "network/types.hpp"

namespace kontor::network {

struct PictureData;      // network/picture_data.hpp; only the builder and the picture look inside
struct OrganisationRow;  // likewise

struct Organisation {
    std::string_view id;
    std::string_view name;  // the display name
    std::string_view nuts;
    std::string_view city;
    model::OrganisationKind kind = model::OrganisationKind::Other;
    model::ActivityType activity_type = model::ActivityType::Unknown;
    model::SizeClass size_class = model::SizeClass::Unknown;
    CountryCode country;
    YesNo is_sme = YesNo::Unknown;
    YesNo open_for_ideas = YesNo::Unknown;
    bool invented = false;
    int founded = 0;  // year, 0 unknown
    Day as_of = kUnknownDay;
    std::optional<float> latitude;
    std::optional<float> longitude;
};

struct Project {
    std::string_view id;
    std::string_view acronym;
    std::string_view title_en;  // best title for an English reader
    std::string_view title_de;
    ProgrammeIndex programme;
    model::ProjectStatus status = model::ProjectStatus::Unknown;
    Day start = kUnknownDay;
    Day end = kUnknownDay;
    /// The day its experience counts from: the end, else start + 3 years, else the programme's end; never
    /// after today.
    Day effective = kUnknownDay;
    std::uint32_t partners = 0;  // different organisations in it
    /// Keywords that may name its part of a programme, joined by ';': not the identifiers of calls and
    /// topics, which hold a year; eight at most.
    std::string_view parts;
};

struct Topic {
    std::string_view id;
    std::string_view label_en;  // the id when there is no label
    std::string_view label_de;
    model::TopicKind kind = model::TopicKind::Technology;
    model::TopicScheme scheme = model::TopicScheme::Kontor;
    TopicIndex parent;
    std::uint32_t depth = 0;  // 0 for a topic without parent
};

struct Programme {
    std::string_view id;
    std::string_view short_name;  // else its English name, else its id
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

struct Participation {
    ProjectIndex project;
    OrganisationIndex organisation;
    model::ParticipationRole role = model::ParticipationRole::Participant;
    std::uint32_t phases = 0;  // bit n-1 for phase n (1 to 32); 0 means all
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

enum class Standing : std::uint8_t { Future, Current, Ended };

struct Membership {
    std::string_view id;
    OrganisationIndex member;
    OrganisationIndex cluster;
    model::MembershipType type = model::MembershipType::Unknown;
    Standing standing = Standing::Current;  // seen from today()
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

struct Agreement {
    std::string_view id;
    std::string_view title;
    model::AgreementType type = model::AgreementType::Mou;
    Standing standing = Standing::Current;
    Day signed_on = kUnknownDay;
    Day valid_to = kUnknownDay;
    ProjectIndex project;
};

struct Delegation {
    std::string_view id;
    std::string_view title;
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

/// What an organisation offers or looks for in one topic.
struct Capability {
    TopicIndex topic;
    std::uint32_t trl = 0;  // 0 unknown
};

/// How much an organisation has to do with a topic. mass = 2 for a declared topic, 1 for an offer, plus for
/// each of its projects with the topic 2^(-age/8 years) / max(1, topics of the project / 3); level() maps it
/// to 0..1.
struct TopicMass {
    TopicIndex topic;
    std::uint32_t projects = 0;  // how many projects are in the mass
    double mass = 0;
    [[nodiscard]] double level() const { return mass / (mass + 1); }
};

/// A topic as the current members of a cluster have it together: mass = half the sum of the members' levels.
struct MemberTopic {
    TopicIndex topic;
    std::uint32_t members = 0;
    double mass = 0;
};

/// Two topics that have to do with each other; affinity 1 for the same or a mapped topic, 0.6 per step up or
/// down the tree, 0.4 for siblings.
struct RelatedTopic {
    TopicIndex topic;
    double affinity = 0;
};

struct TargetRegion {
    CountryCode country;
    std::string_view code;    // of a region of several countries (UN M49), may be empty
    std::string_view region;  // its name, else its code
    int priority = 0;         // 1 highest … 3, 0 unknown
};

struct MemberCounts {
    std::uint32_t total = 0;
    std::array<std::uint32_t, 9> by_kind{};  // by model::OrganisationKind
    [[nodiscard]] std::uint32_t of(model::OrganisationKind kind) const {
        return by_kind[static_cast<std::size_t>(kind)];
    }
};

enum class TieKind : std::uint8_t { Project, Membership, Agreement, Delegation, Management };

/// Anything that joins organisations. strength() of a tie between any two of its n organisations (Newman,
/// PRE 64 016132: 1/(n-1), so that big consortia count little) times its age decay and its kind's factor; see
/// docs/matching.md.
struct TieIndex : Index<struct TieTag> {
    using Index::Index;
};
struct Tie {
    TieKind kind = TieKind::Project;
    std::uint32_t record =
        0;  // ordinal of the project, membership, agreement, delegation; of the managed cluster
    Day day = kUnknownDay;  // when it was last alive; today at the latest
    double strength = 0;    // 0..1
};

class Picture {
public:
    using Organisations = std::shared_ptr<const std::vector<OrganisationRow>>;
    using Texts = std::shared_ptr<const char[]>;

    explicit Picture(std::shared_ptr<const PictureData> contents);
    /// `contents` with other rows of organisations, whose texts are in `texts`.
    Picture(std::shared_ptr<const PictureData> contents, Organisations organisations, Texts texts);

    [[nodiscard]] Day today() const;
    /// Memory held, in bytes.
    [[nodiscard]] std::size_t bytes() const;

    [[nodiscard]] std::size_t organisation_count() const;
    [[nodiscard]] std::size_t project_count() const;
    [[nodiscard]] std::size_t topic_count() const;
    [[nodiscard]] std::size_t programme_count() const;
    [[nodiscard]] std::size_t membership_count() const;
    [[nodiscard]] std::size_t participation_count() const;
    [[nodiscard]] std::size_t agreement_count() const;
    [[nodiscard]] std::size_t delegation_count() const;
    [[nodiscard]] std::size_t tie_count() const;

    [[nodiscard]] std::optional<OrganisationIndex> find_organisation(std::string_view id) const;
    [[nodiscard]] std::optional<ProjectIndex> find_project(std::string_view id) const;
    [[nodiscard]] std::optional<TopicIndex> find_topic(std::string_view id) const;
    [[nodiscard]] std::optional<ProgrammeIndex> find_programme(std::string_view id) const;

    /// Indices must be valid in this picture.
    [[nodiscard]] Organisation at(OrganisationIndex organisation) const;
    [[nodiscard]] Project at(ProjectIndex project) const;
    [[nodiscard]] Topic at(TopicIndex topic) const;
    [[nodiscard]] Programme at(ProgrammeIndex programme) const;
    [[nodiscard]] Membership at(MembershipIndex membership) const;
    [[nodiscard]] Agreement at(AgreementIndex agreement) const;
    [[nodiscard]] Delegation at(DelegationIndex delegation) const;
    [[nodiscard]] const Participation& at(ParticipationIndex participation) const;
    [[nodiscard]] const Tie& at(TieIndex tie) const;
    /// The hot columns alone.
    [[nodiscard]] model::OrganisationKind kind(OrganisationIndex organisation) const;
    [[nodiscard]] CountryCode country(OrganisationIndex organisation) const;
    [[nodiscard]] Day as_of(OrganisationIndex organisation) const;
    [[nodiscard]] Day effective(ProjectIndex project) const;
    [[nodiscard]] ProgrammeIndex programme(ProjectIndex project) const;

    /// What is left of a project's experience: 2^(-age/8 years) of its effective day.
    [[nodiscard]] double vitality(ProjectIndex project) const;
    /// What the project adds to the mass of each of its topics with each participant.
    [[nodiscard]] double topic_mass(ProjectIndex project) const;
    /// Sum of the vitalities of its projects, coordinated ones twice.
    [[nodiscard]] double experience(OrganisationIndex organisation) const;
    /// In how many programmes its projects are.
    [[nodiscard]] std::uint32_t programme_count(OrganisationIndex organisation) const;
    /// Latest effective day of its projects.
    [[nodiscard]] Day latest_project(OrganisationIndex organisation) const;

    // Participation: of a project in order of organisation; of an organisation in order of project.
    [[nodiscard]] std::span<const Participation> participations(ProjectIndex project) const;
    [[nodiscard]] std::span<const ParticipationIndex> participations(OrganisationIndex organisation) const;

    // Membership, ended and future ones too: look at standing.
    [[nodiscard]] std::span<const MembershipIndex> memberships(OrganisationIndex member) const;
    [[nodiscard]] std::span<const MembershipIndex> members(OrganisationIndex cluster) const;
    [[nodiscard]] MemberCounts member_counts(
        OrganisationIndex cluster) const;  // current ones, each organisation once
    [[nodiscard]] std::span<const MemberTopic> member_topics(OrganisationIndex cluster) const;  // by topic
    [[nodiscard]] std::span<const TargetRegion> target_regions(OrganisationIndex cluster) const;
    [[nodiscard]] OrganisationIndex management_entity(OrganisationIndex cluster) const;
    [[nodiscard]] OrganisationIndex association_entity(OrganisationIndex cluster) const;
    /// Clusters that name it as their management or association entity.
    [[nodiscard]] std::span<const OrganisationIndex> managed_clusters(OrganisationIndex entity) const;

    [[nodiscard]] std::span<const AgreementIndex> agreements(OrganisationIndex party) const;
    [[nodiscard]] std::span<const OrganisationIndex> parties(AgreementIndex agreement) const;
    [[nodiscard]] std::span<const DelegationIndex> delegations(OrganisationIndex traveller) const;
    [[nodiscard]] std::span<const OrganisationIndex> organisers(DelegationIndex delegation) const;
    [[nodiscard]] std::span<const OrganisationIndex> travellers(
        DelegationIndex delegation) const;  // organisers too

    [[nodiscard]] std::span<const ProjectIndex> predecessors(ProjectIndex project) const;
    [[nodiscard]] std::span<const ProjectIndex> successors(ProjectIndex project) const;
    /// Declared and found topics of a project, each once, by topic.
    [[nodiscard]] std::span<const TopicIndex> topics(ProjectIndex project) const;

    [[nodiscard]] std::span<const TopicIndex> declared_topics(OrganisationIndex organisation) const;
    [[nodiscard]] std::span<const Capability> offers(OrganisationIndex organisation) const;
    [[nodiscard]] std::span<const Capability> needs(OrganisationIndex organisation) const;
    /// All topics of an organisation, by topic; see TopicMass.
    [[nodiscard]] std::span<const TopicMass> topics(OrganisationIndex organisation) const;

    [[nodiscard]] std::span<const TopicIndex> children(TopicIndex topic) const;
    /// The topic itself and everything below it, by topic.
    [[nodiscard]] std::span<const TopicIndex> closure(TopicIndex topic) const;
    /// Itself (affinity 1), ancestors, descendants, siblings and mapped topics, at least 0.2, by topic.
    [[nodiscard]] std::span<const RelatedTopic> related(TopicIndex topic) const;
    /// Codes of other schemes: pairs of scheme and code.
    [[nodiscard]] std::span<const std::pair<std::string_view, std::string_view>> mappings(
        TopicIndex topic) const;

    // Lists for filters. By topic: those with the most of it first (quantised mass, then ordinal); clusters
    // also for what their members have. Others in order of ordinal.
    [[nodiscard]] std::span<const OrganisationIndex> organisations_with(TopicIndex topic) const;
    [[nodiscard]] std::span<const OrganisationIndex> organisations_offering(TopicIndex topic) const;
    [[nodiscard]] std::span<const OrganisationIndex> organisations_needing(TopicIndex topic) const;
    [[nodiscard]] std::span<const ProjectIndex> projects_with(TopicIndex topic) const;
    [[nodiscard]] std::span<const CountryCode> countries() const;  // known ones, ascending
    [[nodiscard]] std::span<const OrganisationIndex> organisations_in(CountryCode country) const;
    [[nodiscard]] std::span<const OrganisationIndex> organisations_of(model::OrganisationKind kind) const;
    [[nodiscard]] std::span<const ProjectIndex> projects_of(ProgrammeIndex programme) const;

    // Ties: everything that joins organisations, as one hypergraph.
    [[nodiscard]] std::span<const OrganisationIndex> organisations(
        TieIndex tie) const;  // each once, by ordinal
    [[nodiscard]] std::span<const TieIndex> ties(OrganisationIndex organisation) const;  // strongest first
    /// All ties by ordinal and who is in them, for loops over many.
    [[nodiscard]] std::span<const Tie> all_ties() const;
    [[nodiscard]] const Adjacency<OrganisationIndex>& all_tie_organisations() const;
    [[nodiscard]] TieIndex tie_of(ProjectIndex project) const;
    [[nodiscard]] TieIndex tie_of(MembershipIndex membership) const;
    [[nodiscard]] TieIndex tie_of(AgreementIndex agreement) const;
    [[nodiscard]] TieIndex tie_of(DelegationIndex delegation) const;

    /// 2^(-age/half_life) with age = today − day in years, 1 for today and later, `unknown` for kUnknownDay.
    [[nodiscard]] double decay(Day day, double half_life_years, double unknown) const;

private:
    friend class Patch;
    std::shared_ptr<const PictureData> contents_;
    Organisations organisations_;
    Texts texts_;
};

}  // namespace kontor::network
