// SPDX-License-Identifier: EUPL-1.2
// What a picture is made of: one text pool, rows of fixed size and flat lists. Filled by the builder, then
// never changed. Private to this room.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "network/picture.hpp"

namespace kontor::network {

/// A text inside the pool.
struct Slice {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// The texts of a builder and its pictures, one behind the other. Bytes are only ever added, and a picture
/// keeps the block that it was made with: what readers see is never written again. Texts that were replaced
/// stay until the builder is made anew.
class TextPool {
public:
    using Block = std::shared_ptr<const char[]>;

    Slice add(std::string_view text);
    /// `old` when it is that text already.
    Slice replace(Slice old, std::string_view text) { return at(old) == text ? old : add(text); }
    [[nodiscard]] std::string_view at(Slice slice) const {
        return {block_.get() + slice.offset, slice.length};
    }
    [[nodiscard]] Block block() const { return block_; }
    [[nodiscard]] std::size_t bytes() const { return used_; }

private:
    std::shared_ptr<char[]> block_ = std::make_unique<char[]>(1);
    std::size_t used_ = 0;
    std::size_t capacity_ = 1;
};

struct OrganisationRow {
    Slice id, name, nuts, city;
    float latitude = 0;
    float longitude = 0;
    Day as_of = kUnknownDay;
    std::int16_t founded = 0;
    model::OrganisationKind kind{};
    model::ActivityType activity_type{};
    model::SizeClass size_class{};
    CountryCode country;
    YesNo is_sme{};
    YesNo open_for_ideas{};
    bool invented = false;
    bool located = false;
    OrganisationIndex management;
    OrganisationIndex association;
    Day latest_project = kUnknownDay;
    double experience = 0;
    std::uint32_t programmes = 0;
};

struct ProjectRow {
    Slice id, acronym, title_en, title_de, parts;
    ProgrammeIndex programme;
    model::ProjectStatus status{};
    Day start = kUnknownDay;
    Day end = kUnknownDay;
    Day effective = kUnknownDay;
    std::uint32_t partners = 0;
    double vitality = 0;
};

struct TopicRow {
    Slice id, label_en, label_de;
    model::TopicKind kind{};
    model::TopicScheme scheme{};
    TopicIndex parent;
    std::uint32_t depth = 0;
};

struct ProgrammeRow {
    Slice id, short_name;
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

struct MembershipRow {
    Slice id;
    OrganisationIndex member;
    OrganisationIndex cluster;
    model::MembershipType type{};
    Standing standing{};
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

struct AgreementRow {
    Slice id, title;
    model::AgreementType type{};
    Standing standing{};
    Day signed_on = kUnknownDay;
    Day valid_to = kUnknownDay;
    ProjectIndex project;
};

struct DelegationRow {
    Slice id, title;
    Day from = kUnknownDay;
    Day to = kUnknownDay;
};

struct PictureData {
    Day today = 0;
    TextPool::Block texts;
    std::size_t text_bytes = 0;
    std::vector<OrganisationRow> organisations;
    std::vector<ProjectRow> projects;
    std::vector<TopicRow> topics;
    std::vector<ProgrammeRow> programmes;
    std::vector<MembershipRow> memberships;
    std::vector<AgreementRow> agreements;
    std::vector<DelegationRow> delegations;

    Adjacency<Participation> project_participations;
    Adjacency<ParticipationIndex> organisation_participations;
    Adjacency<MembershipIndex> organisation_memberships;
    Adjacency<MembershipIndex> cluster_members;
    std::vector<std::pair<OrganisationIndex, MemberCounts>>
        member_counts;  // of clusters with members, by ordinal
    Adjacency<MemberTopic> member_topics;
    Adjacency<TargetRegion> target_regions;
    Adjacency<OrganisationIndex> managed_clusters;
    Adjacency<AgreementIndex> organisation_agreements;
    Adjacency<OrganisationIndex> agreement_parties;
    Adjacency<DelegationIndex> organisation_delegations;
    Adjacency<OrganisationIndex> delegation_organisers;
    Adjacency<OrganisationIndex> delegation_travellers;
    Adjacency<ProjectIndex> predecessors;
    Adjacency<ProjectIndex> successors;
    Adjacency<TopicIndex> project_topics;

    Adjacency<TopicIndex> declared_topics;
    Adjacency<Capability> offers;
    Adjacency<Capability> needs;
    Adjacency<TopicMass> organisation_topics;

    Adjacency<TopicIndex> children;
    Adjacency<TopicIndex> closures;
    Adjacency<RelatedTopic> related;
    Adjacency<std::pair<std::string_view, std::string_view>> mappings;

    Adjacency<OrganisationIndex> topic_organisations;
    Adjacency<OrganisationIndex> topic_offers;
    Adjacency<OrganisationIndex> topic_needs;
    Adjacency<ProjectIndex> topic_projects;
    std::vector<CountryCode> countries;
    Adjacency<OrganisationIndex> country_organisations;
    Adjacency<OrganisationIndex> kind_organisations;
    Adjacency<ProjectIndex> programme_projects;

    // Ties: projects first, then memberships, agreements, delegations, managements.
    std::vector<Tie> ties;
    Adjacency<OrganisationIndex> tie_organisations;
    Adjacency<TieIndex> organisation_ties;

    [[nodiscard]] double project_mass(std::size_t project) const;
    [[nodiscard]] std::string_view text(Slice slice) const {
        return {texts.get() + slice.offset, slice.length};
    }
};

/// 2^(-age/half_life), see Picture::decay.
[[nodiscard]] double decay_factor(Day today, Day day, double half_life_years, double unknown);

}  // namespace kontor::network
