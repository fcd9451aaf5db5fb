// SPDX-License-Identifier: EUPL-1.2
#include "network/picture.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "network/picture_data.hpp"
#include "network/weights.hpp"

namespace kontor::network {
namespace {

constexpr double kDaysPerYear = 365.25;

std::string_view text_in(const Picture::Texts& texts, Slice slice) {
    return {texts.get() + slice.offset, slice.length};
}

template <class I, class Row>
std::optional<I> find_row(const Picture::Texts& texts, const std::vector<Row>& rows, std::string_view id) {
    const auto at = std::lower_bound(
        rows.begin(), rows.end(), id,
        [&](const Row& row, std::string_view wanted) { return text_in(texts, row.id) < wanted; });
    if (at == rows.end() || text_in(texts, at->id) != id) return std::nullopt;
    return I(static_cast<std::size_t>(at - rows.begin()));
}

template <class T>
std::size_t bytes_of(const std::vector<T>& rows) {
    return rows.capacity() * sizeof(T);
}

}  // namespace

double decay_factor(Day today, Day day, double half_life_years, double unknown) {
    if (day == kUnknownDay) return unknown;
    if (day >= today) return 1;
    return std::exp2(-static_cast<double>(today - day) / (kDaysPerYear * half_life_years));
}

double PictureData::project_mass(std::size_t project) const {
    const auto count = static_cast<double>(project_topics.of(project).size());
    return projects[project].vitality / std::max(1.0, count / weights::kTopicsAtFullMass);
}

Picture::Picture(std::shared_ptr<const PictureData> contents)
    : contents_(std::move(contents)),
      organisations_(contents_, &contents_->organisations),
      texts_(contents_->texts) {}
Picture::Picture(std::shared_ptr<const PictureData> contents, Organisations organisations, Texts texts)
    : contents_(std::move(contents)), organisations_(std::move(organisations)), texts_(std::move(texts)) {}

Day Picture::today() const {
    return contents_->today;
}
std::size_t Picture::organisation_count() const {
    return organisations_->size();
}
std::size_t Picture::project_count() const {
    return contents_->projects.size();
}
std::size_t Picture::topic_count() const {
    return contents_->topics.size();
}
std::size_t Picture::programme_count() const {
    return contents_->programmes.size();
}
std::size_t Picture::membership_count() const {
    return contents_->memberships.size();
}
std::size_t Picture::participation_count() const {
    return contents_->project_participations.items().size();
}
std::size_t Picture::agreement_count() const {
    return contents_->agreements.size();
}
std::size_t Picture::delegation_count() const {
    return contents_->delegations.size();
}
std::size_t Picture::tie_count() const {
    return contents_->ties.size();
}

std::size_t Picture::bytes() const {
    const PictureData& c = *contents_;
    const auto lists = [](const auto&... list) { return (list.bytes() + ...); };
    return sizeof(PictureData) + c.text_bytes + bytes_of(*organisations_) + bytes_of(c.projects) +
           bytes_of(c.topics) + bytes_of(c.programmes) + bytes_of(c.memberships) + bytes_of(c.agreements) +
           bytes_of(c.delegations) + bytes_of(c.member_counts) + bytes_of(c.countries) + bytes_of(c.ties) +
           lists(c.project_participations, c.organisation_participations, c.organisation_memberships,
                 c.cluster_members, c.member_topics, c.target_regions, c.managed_clusters,
                 c.organisation_agreements, c.agreement_parties, c.organisation_delegations,
                 c.delegation_organisers, c.delegation_travellers, c.predecessors, c.successors,
                 c.project_topics, c.declared_topics, c.offers, c.needs, c.organisation_topics, c.children,
                 c.closures, c.related, c.mappings, c.topic_organisations, c.topic_offers, c.topic_needs,
                 c.topic_projects, c.country_organisations, c.kind_organisations, c.programme_projects,
                 c.tie_organisations, c.organisation_ties);
}

std::optional<OrganisationIndex> Picture::find_organisation(std::string_view id) const {
    return find_row<OrganisationIndex>(texts_, *organisations_, id);
}
std::optional<ProjectIndex> Picture::find_project(std::string_view id) const {
    return find_row<ProjectIndex>(texts_, contents_->projects, id);
}
std::optional<TopicIndex> Picture::find_topic(std::string_view id) const {
    return find_row<TopicIndex>(texts_, contents_->topics, id);
}
std::optional<ProgrammeIndex> Picture::find_programme(std::string_view id) const {
    return find_row<ProgrammeIndex>(texts_, contents_->programmes, id);
}

Organisation Picture::at(OrganisationIndex organisation) const {
    const OrganisationRow& row = (*organisations_)[organisation.value];
    Organisation out{text_in(texts_, row.id),
                     text_in(texts_, row.name),
                     text_in(texts_, row.nuts),
                     text_in(texts_, row.city),
                     row.kind,
                     row.activity_type,
                     row.size_class,
                     row.country,
                     row.is_sme,
                     row.open_for_ideas,
                     row.invented,
                     row.founded,
                     row.as_of,
                     std::nullopt,
                     std::nullopt};
    if (row.located) {
        out.latitude = row.latitude;
        out.longitude = row.longitude;
    }
    return out;
}

Project Picture::at(ProjectIndex project) const {
    const ProjectRow& row = contents_->projects[project.value];
    return {text_in(texts_, row.id),
            text_in(texts_, row.acronym),
            text_in(texts_, row.title_en),
            text_in(texts_, row.title_de),
            row.programme,
            row.status,
            row.start,
            row.end,
            row.effective,
            row.partners,
            text_in(texts_, row.parts)};
}

Topic Picture::at(TopicIndex topic) const {
    const TopicRow& row = contents_->topics[topic.value];
    return {text_in(texts_, row.id),
            text_in(texts_, row.label_en),
            text_in(texts_, row.label_de),
            row.kind,
            row.scheme,
            row.parent,
            row.depth};
}

Programme Picture::at(ProgrammeIndex programme) const {
    const ProgrammeRow& row = contents_->programmes[programme.value];
    return {text_in(texts_, row.id), text_in(texts_, row.short_name), row.from, row.to};
}

Membership Picture::at(MembershipIndex membership) const {
    const MembershipRow& row = contents_->memberships[membership.value];
    return {text_in(texts_, row.id), row.member, row.cluster, row.type, row.standing, row.from, row.to};
}

Agreement Picture::at(AgreementIndex agreement) const {
    const AgreementRow& row = contents_->agreements[agreement.value];
    return {text_in(texts_, row.id),
            text_in(texts_, row.title),
            row.type,
            row.standing,
            row.signed_on,
            row.valid_to,
            row.project};
}

Delegation Picture::at(DelegationIndex delegation) const {
    const DelegationRow& row = contents_->delegations[delegation.value];
    return {text_in(texts_, row.id), text_in(texts_, row.title), row.from, row.to};
}

const Participation& Picture::at(ParticipationIndex participation) const {
    return contents_->project_participations.items()[participation.value];
}
const Tie& Picture::at(TieIndex tie) const {
    return contents_->ties[tie.value];
}
model::OrganisationKind Picture::kind(OrganisationIndex organisation) const {
    return (*organisations_)[organisation.value].kind;
}
CountryCode Picture::country(OrganisationIndex organisation) const {
    return (*organisations_)[organisation.value].country;
}

Day Picture::as_of(OrganisationIndex organisation) const {
    return (*organisations_)[organisation.value].as_of;
}
Day Picture::effective(ProjectIndex project) const {
    return contents_->projects[project.value].effective;
}
ProgrammeIndex Picture::programme(ProjectIndex project) const {
    return contents_->projects[project.value].programme;
}
double Picture::vitality(ProjectIndex project) const {
    return contents_->projects[project.value].vitality;
}
double Picture::topic_mass(ProjectIndex project) const {
    return contents_->project_mass(project.value);
}
double Picture::experience(OrganisationIndex organisation) const {
    return (*organisations_)[organisation.value].experience;
}
std::uint32_t Picture::programme_count(OrganisationIndex organisation) const {
    return (*organisations_)[organisation.value].programmes;
}
Day Picture::latest_project(OrganisationIndex organisation) const {
    return (*organisations_)[organisation.value].latest_project;
}

std::span<const Participation> Picture::participations(ProjectIndex project) const {
    return contents_->project_participations.of(project.value);
}
std::span<const ParticipationIndex> Picture::participations(OrganisationIndex organisation) const {
    return contents_->organisation_participations.of(organisation.value);
}
std::span<const MembershipIndex> Picture::memberships(OrganisationIndex member) const {
    return contents_->organisation_memberships.of(member.value);
}
std::span<const MembershipIndex> Picture::members(OrganisationIndex cluster) const {
    return contents_->cluster_members.of(cluster.value);
}

MemberCounts Picture::member_counts(OrganisationIndex cluster) const {
    const auto& counts = contents_->member_counts;
    const auto at =
        std::lower_bound(counts.begin(), counts.end(), cluster,
                         [](const auto& entry, OrganisationIndex wanted) { return entry.first < wanted; });
    return at != counts.end() && at->first == cluster ? at->second : MemberCounts{};
}

std::span<const MemberTopic> Picture::member_topics(OrganisationIndex cluster) const {
    return contents_->member_topics.of(cluster.value);
}
std::span<const TargetRegion> Picture::target_regions(OrganisationIndex cluster) const {
    return contents_->target_regions.of(cluster.value);
}
OrganisationIndex Picture::management_entity(OrganisationIndex cluster) const {
    return (*organisations_)[cluster.value].management;
}
OrganisationIndex Picture::association_entity(OrganisationIndex cluster) const {
    return (*organisations_)[cluster.value].association;
}
std::span<const OrganisationIndex> Picture::managed_clusters(OrganisationIndex entity) const {
    return contents_->managed_clusters.of(entity.value);
}
std::span<const AgreementIndex> Picture::agreements(OrganisationIndex party) const {
    return contents_->organisation_agreements.of(party.value);
}
std::span<const OrganisationIndex> Picture::parties(AgreementIndex agreement) const {
    return contents_->agreement_parties.of(agreement.value);
}
std::span<const DelegationIndex> Picture::delegations(OrganisationIndex traveller) const {
    return contents_->organisation_delegations.of(traveller.value);
}
std::span<const OrganisationIndex> Picture::organisers(DelegationIndex delegation) const {
    return contents_->delegation_organisers.of(delegation.value);
}
std::span<const OrganisationIndex> Picture::travellers(DelegationIndex delegation) const {
    return contents_->delegation_travellers.of(delegation.value);
}
std::span<const ProjectIndex> Picture::predecessors(ProjectIndex project) const {
    return contents_->predecessors.of(project.value);
}
std::span<const ProjectIndex> Picture::successors(ProjectIndex project) const {
    return contents_->successors.of(project.value);
}
std::span<const TopicIndex> Picture::topics(ProjectIndex project) const {
    return contents_->project_topics.of(project.value);
}
std::span<const TopicIndex> Picture::declared_topics(OrganisationIndex organisation) const {
    return contents_->declared_topics.of(organisation.value);
}
std::span<const Capability> Picture::offers(OrganisationIndex organisation) const {
    return contents_->offers.of(organisation.value);
}
std::span<const Capability> Picture::needs(OrganisationIndex organisation) const {
    return contents_->needs.of(organisation.value);
}
std::span<const TopicMass> Picture::topics(OrganisationIndex organisation) const {
    return contents_->organisation_topics.of(organisation.value);
}
std::span<const TopicIndex> Picture::children(TopicIndex topic) const {
    return contents_->children.of(topic.value);
}
std::span<const TopicIndex> Picture::closure(TopicIndex topic) const {
    return contents_->closures.of(topic.value);
}
std::span<const RelatedTopic> Picture::related(TopicIndex topic) const {
    return contents_->related.of(topic.value);
}
std::span<const std::pair<std::string_view, std::string_view>> Picture::mappings(TopicIndex topic) const {
    return contents_->mappings.of(topic.value);
}
std::span<const OrganisationIndex> Picture::organisations_with(TopicIndex topic) const {
    return contents_->topic_organisations.of(topic.value);
}
std::span<const OrganisationIndex> Picture::organisations_offering(TopicIndex topic) const {
    return contents_->topic_offers.of(topic.value);
}
std::span<const OrganisationIndex> Picture::organisations_needing(TopicIndex topic) const {
    return contents_->topic_needs.of(topic.value);
}
std::span<const ProjectIndex> Picture::projects_with(TopicIndex topic) const {
    return contents_->topic_projects.of(topic.value);
}
std::span<const CountryCode> Picture::countries() const {
    return contents_->countries;
}

std::span<const OrganisationIndex> Picture::organisations_in(CountryCode country) const {
    const auto& all = contents_->countries;
    const auto at = std::lower_bound(all.begin(), all.end(), country);
    if (at == all.end() || *at != country) return {};
    return contents_->country_organisations.of(static_cast<std::size_t>(at - all.begin()));
}

std::span<const OrganisationIndex> Picture::organisations_of(model::OrganisationKind kind) const {
    return contents_->kind_organisations.of(static_cast<std::size_t>(kind));
}
std::span<const ProjectIndex> Picture::projects_of(ProgrammeIndex programme) const {
    return contents_->programme_projects.of(programme.value);
}
std::span<const OrganisationIndex> Picture::organisations(TieIndex tie) const {
    return contents_->tie_organisations.of(tie.value);
}
std::span<const TieIndex> Picture::ties(OrganisationIndex organisation) const {
    return contents_->organisation_ties.of(organisation.value);
}
std::span<const Tie> Picture::all_ties() const {
    return contents_->ties;
}
const Adjacency<OrganisationIndex>& Picture::all_tie_organisations() const {
    return contents_->tie_organisations;
}
TieIndex Picture::tie_of(ProjectIndex project) const {
    return TieIndex(project.value);
}
TieIndex Picture::tie_of(MembershipIndex membership) const {
    return TieIndex(contents_->projects.size() + membership.value);
}
TieIndex Picture::tie_of(AgreementIndex agreement) const {
    return TieIndex(contents_->projects.size() + contents_->memberships.size() + agreement.value);
}
TieIndex Picture::tie_of(DelegationIndex delegation) const {
    return TieIndex(contents_->projects.size() + contents_->memberships.size() +
                    contents_->agreements.size() + delegation.value);
}

double Picture::decay(Day day, double half_life_years, double unknown) const {
    return decay_factor(contents_->today, day, half_life_years, unknown);
}

}  // namespace kontor::network
