// SPDX-License-Identifier: EUPL-1.2
#include "service/tie_view.hpp"

#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;
using network::TieKind;

}  // namespace

std::string tie_sentence(network::TieIndex tie, const std::pair<OrganisationIndex, OrganisationIndex>& ends,
                         const Views& views) {
    const network::Picture& picture = views.picture();
    const network::Tie& at = picture.at(tie);
    const auto between = [&](Phrase phrase, const std::string& record) {
        return say(
            phrase, views.language(),
            {{"from", views.ref(ends.first).name}, {"to", views.ref(ends.second).name}, {"record", record}});
    };
    switch (at.kind) {
        case TieKind::Project: {
            const bool past = at.day != network::kUnknownDay && at.day < picture.today();
            return between(past ? Phrase::PathProjectPast : Phrase::PathProject,
                           views.ref(network::ProjectIndex(at.record)).name);
        }
        case TieKind::Membership: {
            const network::Membership membership = picture.at(network::MembershipIndex(at.record));
            const bool past = membership.standing == network::Standing::Ended;
            return say(past ? Phrase::PathMembershipPast : Phrase::PathMembership, views.language(),
                       {{"member", views.ref(membership.member).name},
                        {"cluster", views.ref(membership.cluster).name}});
        }
        case TieKind::Agreement: {
            const network::AgreementIndex agreement(at.record);
            const bool past = picture.at(agreement).standing == network::Standing::Ended;
            return between(past ? Phrase::PathAgreementPast : Phrase::PathAgreement,
                           views.ref(agreement).name);
        }
        case TieKind::Delegation:
            return between(Phrase::PathDelegation, views.ref(network::DelegationIndex(at.record)).name);
        case TieKind::Management: {
            const OrganisationIndex cluster(at.record);
            const OrganisationIndex entity = ends.first == cluster ? ends.second : ends.first;
            const bool manages = picture.management_entity(cluster) == entity;
            return say(manages ? Phrase::PathManagement : Phrase::PathAssociation, views.language(),
                       {{"entity", views.ref(entity).name}, {"cluster", views.ref(cluster).name}});
        }
    }
    return {};
}

std::vector<Ref> tie_records(network::TieIndex tie, const Views& views) {
    const network::Picture& picture = views.picture();
    const network::Tie& at = picture.at(tie);
    switch (at.kind) {
        case TieKind::Project:
            return {views.ref(network::ProjectIndex(at.record))};
        case TieKind::Agreement:
            return {views.ref(network::AgreementIndex(at.record))};
        case TieKind::Delegation:
            return {views.ref(network::DelegationIndex(at.record))};
        case TieKind::Membership:
        case TieKind::Management:
            break;
    }
    std::vector<Ref> out;
    for (const OrganisationIndex one : picture.organisations(tie)) out.push_back(views.ref(one));
    return out;
}

}  // namespace kontor::service
