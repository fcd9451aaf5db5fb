// SPDX-License-Identifier: EUPL-1.2
#include "press/predicates.hpp"

namespace kontor::press {

bool takes_value(Predicate predicate) {
    switch (predicate) {
        case Predicate::Starts:
        case Predicate::Ends:
        case Predicate::PhaseStarts:
        case Predicate::HasMemberCount:
        case Predicate::HasActorCount:
        case Predicate::Founded:
        case Predicate::HasBudget:
            return true;
        case Predicate::PartnerIn:
        case Predicate::Coordinates:
        case Predicate::NetworkPartnerIn:
        case Predicate::MemberOf:
        case Predicate::PartOf:
        case Predicate::FundedBy:
        case Predicate::ProgrammeOf:
        case Predicate::Organises:
        case Predicate::TakesPartIn:
        case Predicate::SelectedFor:
        case Predicate::Visits:
        case Predicate::LocatedIn:
        case Predicate::Targets:
        case Predicate::About:
        case Predicate::Follows:
        case Predicate::PublishedBy:
        case Predicate::BasisOf:
        case Predicate::ContactOf:
        case Predicate::ReportsOn:
        case Predicate::OpenFor:
        case Predicate::Leaves:
            return false;
    }
    return false;
}

}  // namespace kontor::press
