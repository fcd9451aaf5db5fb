// SPDX-License-Identifier: EUPL-1.2
// The layout's part on ties: everything that joins organisations as one weighted hypergraph.
#include <algorithm>
#include <cmath>

#include "network/picture_layout.hpp"
#include "network/weights.hpp"

namespace kontor::network {
namespace {

using namespace weights;

Tie project_tie(const ProjectRow& row, std::size_t ordinal, Day today) {
    Tie tie{TieKind::Project, static_cast<std::uint32_t>(ordinal), row.effective, 0};
    if (row.partners >= 2) {
        tie.strength =
            decay_factor(today, row.effective, kHalfLife, kUndated) / static_cast<double>(row.partners - 1);
    }
    return tie;
}

Tie membership_tie(const MembershipRow& row, std::size_t ordinal, Day today) {
    Tie tie{TieKind::Membership, static_cast<std::uint32_t>(ordinal), today, 0};
    switch (row.standing) {
        case Standing::Current:
            tie.strength = kMembership;
            break;
        case Standing::Ended:
            tie.day = row.to;
            tie.strength = kEndedMembership * decay_factor(today, row.to, kHalfLife, kUndated);
            break;
        case Standing::Future:
            tie.day = row.from;
            break;
    }
    return tie;
}

Tie agreement_tie(const AgreementRow& row, std::size_t ordinal, std::size_t parties, Day today) {
    Tie tie{TieKind::Agreement, static_cast<std::uint32_t>(ordinal), row.signed_on, 0};
    double alive = 0;
    if (row.standing == Standing::Current) {
        const bool dated = row.valid_to != kUnknownDay;
        alive = dated ? 1 : decay_factor(today, row.signed_on, kOpenAgreementHalfLife, kUndated);
        if (dated) tie.day = today;
    } else if (row.standing == Standing::Ended) {
        tie.day = row.valid_to;
        alive = decay_factor(today, row.valid_to, kHalfLife, kUndated);
    }
    if (parties >= 2) tie.strength = kAgreement * alive / static_cast<double>(parties - 1);
    return tie;
}

Tie delegation_tie(const DelegationRow& row, std::size_t ordinal, std::size_t travellers, Day today) {
    const Day end = row.to != kUnknownDay ? row.to : row.from;
    Tie tie{TieKind::Delegation, static_cast<std::uint32_t>(ordinal),
            end == kUnknownDay ? end : std::min(end, today), 0};
    if (travellers >= 2) {
        tie.strength = kDelegation * decay_factor(today, end, kHalfLife, kUndated) /
                       std::sqrt(static_cast<double>(travellers - 1));
    }
    return tie;
}

}  // namespace

void Layout::lay_ties() {
    const PictureData& data = *out_;
    std::vector<Tie>& ties = out_->ties;
    Grouping<OrganisationIndex> members;
    members.reserve(data.project_participations.items().size() + 2 * data.memberships.size());
    for (std::size_t i = 0; i < data.projects.size(); ++i) {
        OrganisationIndex last;
        for (const Participation& one : data.project_participations.of(i)) {
            if (one.organisation != last) members.add(ties.size(), one.organisation);
            last = one.organisation;
        }
        ties.push_back(project_tie(data.projects[i], i, data.today));
    }
    for (std::size_t i = 0; i < data.memberships.size(); ++i) {
        const MembershipRow& row = data.memberships[i];
        members.add(ties.size(), std::min(row.member, row.cluster));
        members.add(ties.size(), std::max(row.member, row.cluster));
        ties.push_back(membership_tie(row, i, data.today));
    }
    for (std::size_t i = 0; i < data.agreements.size(); ++i) {
        const auto parties = data.agreement_parties.of(i);
        for (const OrganisationIndex one : parties) members.add(ties.size(), one);
        ties.push_back(agreement_tie(data.agreements[i], i, parties.size(), data.today));
    }
    for (std::size_t i = 0; i < data.delegations.size(); ++i) {
        const auto travellers = data.delegation_travellers.of(i);
        for (const OrganisationIndex one : travellers) members.add(ties.size(), one);
        ties.push_back(delegation_tie(data.delegations[i], i, travellers.size(), data.today));
    }
    lay_organisation_ties(members);
}

void Layout::lay_organisation_ties(Grouping<OrganisationIndex>& members) {
    std::vector<Tie>& ties = out_->ties;
    for (std::size_t i = 0; i < out_->organisations.size(); ++i) {
        const OrganisationRow& row = out_->organisations[i];
        for (const OrganisationIndex entity : {row.management, row.association}) {
            if (!entity.valid() || entity == OrganisationIndex(i)) continue;
            if (entity == row.association && entity == row.management &&
                ties.back().kind == TieKind::Management && ties.back().record == i) {
                continue;
            }
            members.add(ties.size(), std::min(entity, OrganisationIndex(i)));
            members.add(ties.size(), std::max(entity, OrganisationIndex(i)));
            ties.push_back({TieKind::Management, static_cast<std::uint32_t>(i), out_->today, kManagement});
        }
    }
    out_->tie_organisations = members.lists(ties.size());
    // Once in order of strength, all lists filled one tie after the other are in that order too.
    std::vector<TieIndex> strongest;
    strongest.reserve(ties.size());
    for (std::size_t i = 0; i < ties.size(); ++i) strongest.emplace_back(i);
    std::stable_sort(strongest.begin(), strongest.end(), [&ties](TieIndex a, TieIndex b) {
        return ties[a.value].strength > ties[b.value].strength;
    });
    Grouping<TieIndex> by_organisation;
    by_organisation.reserve(out_->tie_organisations.items().size());
    for (const TieIndex tie : strongest) {
        for (const OrganisationIndex one : out_->tie_organisations.of(tie.value))
            by_organisation.add(one.value, tie);
    }
    out_->organisation_ties = by_organisation.lists(out_->organisations.size());
}

}  // namespace kontor::network
