// SPDX-License-Identifier: EUPL-1.2
#include "network/neighbourhood.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace kontor::network {
namespace {

void count(Cooperation& cooperation, const Tie& tie, TieIndex index) {
    switch (tie.kind) {
        case TieKind::Project:
            ++cooperation.projects;
            break;
        case TieKind::Membership:
        case TieKind::Management:
            ++cooperation.memberships;
            break;
        case TieKind::Agreement:
            ++cooperation.agreements;
            break;
        case TieKind::Delegation:
            ++cooperation.delegations;
            break;
    }
    if (!cooperation.strongest.valid()) cooperation.strongest = index;
    cooperation.strength += tie.strength;
    cooperation.latest = std::max(cooperation.latest, tie.day);
}

bool closer(const Cooperation& a, const Cooperation& b) {
    return std::tuple(b.projects, b.strength, a.partner) < std::tuple(a.projects, a.strength, b.partner);
}

}  // namespace

std::vector<Cooperation> partners_of(const Picture& picture, OrganisationIndex organisation) {
    std::vector<Cooperation> out;
    std::vector<std::uint32_t> position(picture.organisation_count(), 0);
    for (const TieIndex index : picture.ties(organisation)) {
        const Tie& tie = picture.at(index);
        if (tie.strength <= 0) continue;
        for (const OrganisationIndex partner : picture.organisations(index)) {
            if (partner == organisation) continue;
            std::uint32_t& at = position[partner.value];
            if (at == 0) {
                out.emplace_back().partner = partner;
                at = static_cast<std::uint32_t>(out.size());
            }
            count(out[at - 1], tie, index);
        }
    }
    std::sort(out.begin(), out.end(), closer);
    return out;
}

Graph neighbourhood(const Picture& picture, OrganisationIndex centre, const GraphLimits& limits) {
    Graph graph;
    graph.nodes.push_back({centre, 0});
    std::vector<Cooperation> first = partners_of(picture, centre);
    graph.partners = static_cast<std::uint32_t>(first.size());
    if (first.size() > limits.first_ring) first.resize(limits.first_ring);
    std::set<OrganisationIndex> shown{centre};
    for (const Cooperation& one : first) {
        graph.nodes.push_back({one.partner, 1});
        graph.links.push_back({centre, one});
        shown.insert(one.partner);
    }
    std::uint32_t room = limits.second_ring;
    std::set<std::pair<OrganisationIndex, OrganisationIndex>> linked;
    for (const Cooperation& one : first) {
        std::uint32_t brought = 0;
        for (const Cooperation& next : partners_of(picture, one.partner)) {
            if (next.partner == centre) continue;
            const bool known = shown.count(next.partner) != 0;
            if (!known && (brought == limits.second_per_node || room == 0)) continue;
            if (!known) {
                ++brought;
                --room;
                shown.insert(next.partner);
                graph.nodes.push_back({next.partner, 2});
            }
            if (linked.insert(std::minmax(one.partner, next.partner)).second) {
                graph.links.push_back({one.partner, next});
            }
        }
    }
    return graph;
}

std::vector<SharedPartner> shared_partners(const Picture& picture, OrganisationIndex first,
                                           OrganisationIndex second, std::size_t limit) {
    const auto by_partner = [](const Cooperation& a, const Cooperation& b) { return a.partner < b.partner; };
    std::vector<Cooperation> ours = partners_of(picture, first);
    std::vector<Cooperation> theirs = partners_of(picture, second);
    std::sort(ours.begin(), ours.end(), by_partner);
    std::sort(theirs.begin(), theirs.end(), by_partner);
    std::vector<SharedPartner> out;
    auto b = theirs.begin();
    for (const Cooperation& a : ours) {
        while (b != theirs.end() && b->partner < a.partner) ++b;
        if (b != theirs.end() && b->partner == a.partner) out.push_back({a.partner, a, *b});
    }
    std::sort(out.begin(), out.end(), [](const SharedPartner& a, const SharedPartner& b2) {
        return std::tuple(b2.with_first.strength * b2.with_second.strength, a.organisation) <
               std::tuple(a.with_first.strength * a.with_second.strength, b2.organisation);
    });
    if (out.size() > limit) out.resize(limit);
    return out;
}

}  // namespace kontor::network
