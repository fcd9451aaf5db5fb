// SPDX-License-Identifier: EUPL-1.2
#include "network/picture_layout.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "network/weights.hpp"

namespace kontor::network {
namespace {

constexpr Day kUsualDuration = 3 * 365;

Standing standing(Day from, Day to, Day today) {
    if (to != kUnknownDay && to < today) return Standing::Ended;
    if (from != kUnknownDay && from > today) return Standing::Future;
    return Standing::Current;
}

}  // namespace

Layout::Layout(const Rows& rows, const CutRows& cut, Day today)
    : rows_(rows, cut),
      out_(std::make_shared<PictureData>()),
      organisations_(rows_.organisations.ordinals()),
      projects_(rows_.projects.ordinals()),
      topics_(rows_.topics.ordinals()),
      programmes_(rows_.programmes.ordinals()) {
    out_->today = today;
    out_->texts = rows.texts.block();
    out_->text_bytes = rows.texts.bytes();
}

std::shared_ptr<const PictureData> Layout::run() {
    lay_programmes();
    lay_topics();
    lay_organisations();
    lay_projects();
    lay_memberships();
    lay_agreements();
    lay_delegations();
    lay_topic_tree();
    lay_project_lists();
    lay_participations();
    weigh_topics();
    weigh_member_topics();
    list_topic_organisations();
    lay_ties();
    lay_places();
    lay_mappings();
    return std::move(out_);
}

void Layout::lay_programmes() {
    for (const Slot slot : rows_.programmes.order()) {
        const ProgrammeEntry& in = rows_.programmes.row(slot);
        out_->programmes.push_back(
            {in.id, in.short_name.length == 0 ? in.id : in.short_name, in.from, in.to});
    }
}

void Layout::lay_topics() {
    for (const Slot slot : rows_.topics.order()) {
        const TopicEntry& in = rows_.topics.row(slot);
        TopicRow row;
        row.id = in.id;
        row.label_en = in.label_en;
        row.label_de = in.label_de;
        row.kind = in.kind;
        row.scheme = in.scheme;
        row.parent = at<TopicIndex>(topics_, in.parent);
        out_->topics.push_back(row);
    }
}

/// The lists by organisation that are filled in one walk over the rows.
struct Layout::OrganisationLists {
    Grouping<OrganisationIndex> managed, offering, needing;
    Grouping<TopicIndex> declared, found;
    Grouping<Capability> offers, needs;
};

void Layout::lay_organisations() {
    const std::vector<Slot>& order = rows_.organisations.order();
    out_->organisations.reserve(order.size());
    OrganisationLists lists;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const OrganisationEntry& in = rows_.organisations.row(order[i]);
        OrganisationRow row = in.row;
        if (in.cluster) {
            clusters_.push_back(i);
            row.management = at<OrganisationIndex>(organisations_, in.cluster->management);
            row.association = at<OrganisationIndex>(organisations_, in.cluster->association);
            if (row.management.valid()) lists.managed.add(row.management.value, OrganisationIndex(i));
            if (row.association.valid() && row.association != row.management) {
                lists.managed.add(row.association.value, OrganisationIndex(i));
            }
        }
        out_->organisations.push_back(row);
        for (const TopicIndex topic : resolve<TopicIndex>(in.topics, topics_)) lists.declared.add(i, topic);
        for (const TopicIndex topic : resolve<TopicIndex>(in.found, topics_)) lists.found.add(i, topic);
        add_capabilities(i, in.offers, lists.offers, lists.offering);
        add_capabilities(i, in.needs, lists.needs, lists.needing);
    }
    out_->managed_clusters = lists.managed.lists(order.size());
    out_->declared_topics = lists.declared.lists(order.size());
    found_topics_ = lists.found.lists(order.size());
    out_->offers = lists.offers.lists(order.size());
    out_->needs = lists.needs.lists(order.size());
    out_->topic_offers = lists.offering.lists(out_->topics.size());
    out_->topic_needs = lists.needing.lists(out_->topics.size());
}

void Layout::add_capabilities(std::size_t organisation, const std::vector<CapabilityRow>& list,
                              Grouping<Capability>& to, Grouping<OrganisationIndex>& by_topic) const {
    std::vector<TopicIndex> seen;
    for (const CapabilityRow& one : list) {
        const auto topic = at<TopicIndex>(topics_, one.topic);
        if (!topic.valid()) continue;
        to.add(organisation, {topic, one.trl});
        if (std::find(seen.begin(), seen.end(), topic) != seen.end()) continue;
        seen.push_back(topic);
        by_topic.add(topic.value, OrganisationIndex(organisation));
    }
}

void Layout::lay_places() {
    const auto& organisations = out_->organisations;
    auto& countries = out_->countries;
    Grouping<OrganisationIndex> by_kind;
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        const CountryCode country = organisations[i].country;
        const auto at = std::lower_bound(countries.begin(), countries.end(), country);
        if (country.known() && (at == countries.end() || *at != country)) countries.insert(at, country);
        by_kind.add(static_cast<std::size_t>(organisations[i].kind), OrganisationIndex(i));
    }
    Grouping<OrganisationIndex> by_country;
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        if (!organisations[i].country.known()) continue;
        const auto at = std::lower_bound(countries.begin(), countries.end(), organisations[i].country);
        by_country.add(static_cast<std::size_t>(at - countries.begin()), OrganisationIndex(i));
    }
    out_->country_organisations = by_country.lists(countries.size());
    out_->kind_organisations = by_kind.lists(model::Words<model::OrganisationKind>::kWords.size());

    Grouping<TargetRegion> targets;
    const std::vector<Slot>& order = rows_.organisations.order();
    for (const std::size_t i : clusters_) {
        for (const TargetRow& row : rows_.organisations.row(order[i]).cluster->targets)
            targets.add(i, {row.country, out_->text(row.code), out_->text(row.region), row.priority});
    }
    out_->target_regions = targets.lists(organisations.size());
}

Day Layout::effective_day(const ProjectRow& row) const {
    Day day = row.end;
    if (day == kUnknownDay && row.start != kUnknownDay) day = row.start + kUsualDuration;
    if (day == kUnknownDay && row.programme.valid()) day = out_->programmes[row.programme.value].to;
    return day == kUnknownDay ? day : std::min(day, out_->today);
}

void Layout::lay_projects() {
    const std::vector<Slot>& order = rows_.projects.order();
    out_->projects.reserve(order.size());
    for (const Slot slot : order) {
        const ProjectEntry& in = rows_.projects.row(slot);
        ProjectRow row = in.row;
        row.programme = at<ProgrammeIndex>(programmes_, in.programme);
        row.effective = effective_day(row);
        row.vitality = decay_factor(out_->today, row.effective, weights::kExperienceHalfLife,
                                    weights::kUndatedExperience);
        out_->projects.push_back(row);
    }
}

void Layout::lay_project_lists() {
    const std::vector<Slot>& order = rows_.projects.order();
    Grouping<ProjectIndex> before, after, by_programme, by_topic;
    Grouping<TopicIndex> topics;
    std::vector<Slot> both;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ProjectEntry& in = rows_.projects.row(order[i]);
        for (const ProjectIndex one : resolve<ProjectIndex>(in.predecessors, projects_)) {
            before.add(i, one);
            after.add(one.value, ProjectIndex(i));
        }
        both = in.topics;
        both.insert(both.end(), in.found.begin(), in.found.end());
        for (const TopicIndex topic : resolve<TopicIndex>(both, topics_)) {
            topics.add(i, topic);
            by_topic.add(topic.value, ProjectIndex(i));
        }
        const ProgrammeIndex programme = out_->projects[i].programme;
        if (programme.valid()) by_programme.add(programme.value, ProjectIndex(i));
    }
    out_->predecessors = before.lists(order.size());
    out_->successors = after.lists(order.size());
    out_->project_topics = topics.lists(order.size());
    out_->topic_projects = by_topic.lists(out_->topics.size());
    out_->programme_projects = by_programme.lists(out_->programmes.size());
}

void Layout::lay_participations() {
    Grouping<Participation> by_project;
    by_project.reserve(rows_.participations.slots());
    for (Slot slot = 0; slot < rows_.participations.slots(); ++slot) {
        if (!rows_.participations.present(slot)) continue;
        const ParticipationEntry& in = rows_.participations.row(slot);
        const auto project = at<ProjectIndex>(projects_, in.project);
        const auto organisation = at<OrganisationIndex>(organisations_, in.organisation);
        if (!project.valid() || !organisation.valid()) continue;
        by_project.add(project.value, {project, organisation, in.role, in.phases, in.from, in.to});
    }
    const Adjacency<Participation> lists = by_project.lists(out_->projects.size());
    std::vector<Participation> items = lists.items();
    std::vector<std::uint32_t> starts(out_->projects.size() + 1, 0);
    Grouping<ParticipationIndex> by_organisation;
    by_organisation.reserve(items.size());
    for (std::size_t p = 0; p < out_->projects.size(); ++p) {
        const auto begin = items.begin() + lists.start(p);
        const auto end = begin + static_cast<std::ptrdiff_t>(lists.of(p).size());
        std::sort(begin, end, [](const Participation& a, const Participation& b) {
            return std::tie(a.organisation, a.role, a.phases, a.from, a.to) <
                   std::tie(b.organisation, b.role, b.phases, b.from, b.to);
        });
        starts[p + 1] = static_cast<std::uint32_t>(end - items.begin());
        std::uint32_t partners = 0;
        for (auto at = begin; at != end; ++at) {
            if (at == begin || (at - 1)->organisation != at->organisation) ++partners;
            by_organisation.add(at->organisation.value,
                                ParticipationIndex(static_cast<std::size_t>(at - items.begin())));
        }
        out_->projects[p].partners = partners;
    }
    out_->project_participations = Adjacency<Participation>(std::move(starts), std::move(items));
    out_->organisation_participations = by_organisation.lists(out_->organisations.size());
    weigh_experience();
}

void Layout::weigh_experience() {
    const auto& items = out_->project_participations.items();
    std::vector<std::size_t> last_seen(out_->programmes.size(), out_->organisations.size());
    for (std::size_t i = 0; i < out_->organisations.size(); ++i) {
        OrganisationRow& row = out_->organisations[i];
        ProjectIndex last;
        for (const ParticipationIndex at : out_->organisation_participations.of(i)) {
            // The coordinator comes first among the participations of one organisation in one project.
            const Participation& one = items[at.value];
            if (one.project == last) continue;
            last = one.project;
            const ProjectRow& project = out_->projects[one.project.value];
            const bool coordinated = one.role == model::ParticipationRole::Coordinator;
            row.experience += project.vitality * (coordinated ? weights::kCoordinatorFactor : 1);
            row.latest_project = std::max(row.latest_project, project.effective);
            if (project.programme.valid() && std::exchange(last_seen[project.programme.value], i) != i) {
                ++row.programmes;
            }
        }
    }
}

void Layout::lay_memberships() {
    Grouping<MembershipIndex> by_member, by_cluster;
    for (const Slot slot : rows_.memberships.order()) {
        const MembershipEntry& in = rows_.memberships.row(slot);
        const auto member = at<OrganisationIndex>(organisations_, in.member);
        const auto cluster = at<OrganisationIndex>(organisations_, in.cluster);
        if (!member.valid() || !cluster.valid() || member == cluster) continue;
        const MembershipIndex self(out_->memberships.size());
        out_->memberships.push_back(
            {in.id, member, cluster, in.type, standing(in.from, in.to, out_->today), in.from, in.to});
        by_member.add(member.value, self);
        by_cluster.add(cluster.value, self);
    }
    out_->organisation_memberships = by_member.lists(out_->organisations.size());
    out_->cluster_members = by_cluster.lists(out_->organisations.size());
}

void Layout::lay_agreements() {
    Grouping<AgreementIndex> by_party;
    Grouping<OrganisationIndex> parties;
    for (const Slot slot : rows_.agreements.order()) {
        const AgreementEntry& in = rows_.agreements.row(slot);
        const AgreementIndex self(out_->agreements.size());
        out_->agreements.push_back({in.id, in.title, in.type,
                                    standing(in.signed_on, in.valid_to, out_->today), in.signed_on,
                                    in.valid_to, at<ProjectIndex>(projects_, in.project)});
        for (const auto party : resolve<OrganisationIndex>(in.parties, organisations_)) {
            parties.add(self.value, party);
            by_party.add(party.value, self);
        }
    }
    out_->agreement_parties = parties.lists(out_->agreements.size());
    out_->organisation_agreements = by_party.lists(out_->organisations.size());
}

void Layout::lay_delegations() {
    Grouping<DelegationIndex> by_traveller;
    Grouping<OrganisationIndex> organisers, travellers;
    for (const Slot slot : rows_.delegations.order()) {
        const DelegationEntry& in = rows_.delegations.row(slot);
        const DelegationIndex self(out_->delegations.size());
        out_->delegations.push_back({in.id, in.title, in.from, in.to});
        for (const auto one : resolve<OrganisationIndex>(in.organisers, organisations_)) {
            organisers.add(self.value, one);
        }
        std::vector<Slot> all = in.organisers;
        all.insert(all.end(), in.participants.begin(), in.participants.end());
        for (const auto one : resolve<OrganisationIndex>(all, organisations_)) {
            travellers.add(self.value, one);
            by_traveller.add(one.value, self);
        }
    }
    out_->delegation_organisers = organisers.lists(out_->delegations.size());
    out_->delegation_travellers = travellers.lists(out_->delegations.size());
    out_->organisation_delegations = by_traveller.lists(out_->organisations.size());
}

void Layout::lay_mappings() {
    Grouping<std::pair<std::string_view, std::string_view>> mappings;
    const std::vector<Slot>& order = rows_.topics.order();
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const auto& [scheme, code] : rows_.topics.row(order[i]).mappings)
            mappings.add(i, {out_->text(scheme), out_->text(code)});
    }
    out_->mappings = mappings.lists(order.size());
}

}  // namespace kontor::network
