// SPDX-License-Identifier: EUPL-1.2
#include "match/scene.hpp"

#include <algorithm>

#include "network/weights.hpp"

namespace kontor::match {
namespace {

constexpr double kNoMass = 1e-12;  // what rounding leaves of a mass whose last record was taken away

double level_of(double mass) {
    return mass / (mass + 1);
}

}  // namespace

bool Scene::is_removed(Removed::What what, std::uint32_t ordinal, OrganisationIndex organisation) const {
    return std::any_of(removed_.begin(), removed_.end(), [&](const Removed& one) {
        return one.what == what && one.ordinal == ordinal && one.organisation == organisation;
    });
}

bool Scene::removes(network::TieIndex tie) const {
    const network::Tie& at = picture_.at(tie);
    switch (at.kind) {
        case network::TieKind::Project:
            return is_removed(Removed::What::Project, at.record);
        case network::TieKind::Membership:
            return is_removed(Removed::What::Membership, at.record);
        case network::TieKind::Agreement:
            return is_removed(Removed::What::Agreement, at.record);
        case network::TieKind::Delegation:
            return is_removed(Removed::What::Delegation, at.record);
        case network::TieKind::Management:
            return false;
    }
    return false;
}

void Scene::own_masses(OrganisationIndex organisation, std::vector<Mass>& out) const {
    out.clear();
    for (const network::TopicMass& one : picture_.topics(organisation)) {
        if (is_removed(Removed::What::Topic, one.topic.value, organisation)) continue;
        double mass = one.mass;
        for (const Removed& removed : removed_) {
            if (removed.what == Removed::What::Project) {
                const network::ProjectIndex project{removed.ordinal};
                const auto topics = picture_.topics(project);
                const auto members = picture_.organisations(picture_.tie_of(project));
                if (std::binary_search(topics.begin(), topics.end(), one.topic) &&
                    std::binary_search(members.begin(), members.end(), organisation)) {
                    mass -= picture_.topic_mass(project);
                }
            } else if (removed.what == Removed::What::Offer && removed.organisation == organisation &&
                       removed.ordinal == one.topic.value) {
                for (const network::Capability& offer : picture_.offers(organisation)) {
                    if (offer.topic == one.topic) mass -= network::weights::kOfferMass;
                }
            }
        }
        if (mass > kNoMass) out.push_back({one.topic, mass});
    }
}

std::vector<OrganisationIndex> Scene::members(OrganisationIndex cluster) const {
    std::vector<OrganisationIndex> out;
    for (const network::MembershipIndex at : picture_.members(cluster)) {
        if (gone(at)) continue;
        const network::Membership membership = picture_.at(at);
        if (membership.standing == network::Standing::Current) out.push_back(membership.member);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void Scene::member_masses(OrganisationIndex cluster, std::vector<Mass>& out) const {
    out.clear();
    if (removed_.empty()) {
        for (const network::MemberTopic& one : picture_.member_topics(cluster))
            out.push_back({one.topic, one.mass});
        return;
    }
    std::vector<double> sums(picture_.topic_count(), 0);
    std::vector<Mass> own;
    for (const OrganisationIndex member : members(cluster)) {
        own_masses(member, own);
        for (const Mass& one : own)
            sums[one.topic.value] += network::weights::kMemberShare * level_of(one.mass);
    }
    for (std::size_t t = 0; t < sums.size(); ++t) {
        if (sums[t] > 0) out.push_back({TopicIndex(t), sums[t]});
    }
}

void Scene::profile(OrganisationIndex organisation, std::vector<TopicLevel>& out) const {
    out.clear();
    if (removed_.empty() && picture_.member_topics(organisation).empty()) {
        for (const network::TopicMass& one : picture_.topics(organisation))
            out.push_back({one.topic, one.level()});
        return;
    }
    std::vector<Mass> own;
    std::vector<Mass> members;
    own_masses(organisation, own);
    if (!picture_.members(organisation).empty()) member_masses(organisation, members);
    auto a = own.begin();
    auto b = members.begin();
    while (a != own.end() || b != members.end()) {
        const bool first = b == members.end() || (a != own.end() && a->topic <= b->topic);
        const bool second = a == own.end() || (b != members.end() && b->topic <= a->topic);
        const TopicIndex topic = first ? a->topic : b->topic;
        double mass = 0;
        if (first) mass += (a++)->mass;
        if (second) mass += (b++)->mass;
        if (!is_removed(Removed::What::Topic, topic.value, organisation))
            out.push_back({topic, level_of(mass)});
    }
}

void Scene::offers(OrganisationIndex organisation, std::vector<network::Capability>& out) const {
    out.clear();
    for (const network::Capability& one : picture_.offers(organisation)) {
        if (!removed_.empty() && (is_removed(Removed::What::Offer, one.topic.value, organisation) ||
                                  is_removed(Removed::What::Topic, one.topic.value, organisation))) {
            continue;
        }
        out.push_back(one);
    }
}

void Scene::needs(OrganisationIndex organisation, std::vector<network::Capability>& out) const {
    out.clear();
    for (const network::Capability& one : picture_.needs(organisation)) {
        if (!removed_.empty() && is_removed(Removed::What::Need, one.topic.value, organisation)) continue;
        out.push_back(one);
    }
}

double Scene::experience(OrganisationIndex organisation) const {
    if (removed_.empty()) return picture_.experience(organisation);
    double sum = 0;
    network::ProjectIndex last;
    for (const network::ParticipationIndex at : picture_.participations(organisation)) {
        const network::Participation& one = picture_.at(at);
        if (one.project == last || gone(one.project)) continue;
        last = one.project;
        const bool coordinated = one.role == model::ParticipationRole::Coordinator;
        sum += picture_.vitality(one.project) * (coordinated ? network::weights::kCoordinatorFactor : 1);
    }
    return sum;
}

network::Day Scene::latest_project(OrganisationIndex organisation) const {
    if (removed_.empty()) return picture_.latest_project(organisation);
    network::Day latest = network::kUnknownDay;
    for (const network::ParticipationIndex at : picture_.participations(organisation)) {
        const network::ProjectIndex project = picture_.at(at).project;
        if (!gone(project)) latest = std::max(latest, picture_.effective(project));
    }
    return latest;
}

}  // namespace kontor::match
