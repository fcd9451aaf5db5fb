// SPDX-License-Identifier: EUPL-1.2
// The constants by which a picture weighs ties and topics; docs/matching.md gives the reasons. Half-lives are
// years.
#pragma once

namespace kontor::network::weights {

// Ties, before division by the number of other organisations.
inline constexpr double kHalfLife = 4;
inline constexpr double kUndated = 0.2;  // what age decay gives for an unknown day
inline constexpr double kMembership = 0.5;
inline constexpr double kEndedMembership = 0.25;
inline constexpr double kAgreement = 0.8;
inline constexpr double kOpenAgreementHalfLife =
    8;  // agreements without an end, from the day they were signed
inline constexpr double kDelegation = 0.4;
inline constexpr double kManagement = 0.9;
inline constexpr double kAcquaintance = 0.5;  // a person who stands at two organisations; warm paths only

// Experience of a project, and with it the topics of its participants: lasts longer than acquaintance.
inline constexpr double kExperienceHalfLife = 8;
inline constexpr double kUndatedExperience = 0.25;

// Topics of an organisation.
inline constexpr double kDeclaredMass = 2;
inline constexpr double kOfferMass = 1;
inline constexpr double kFoundMass = 1;
inline constexpr double kMemberShare = 0.5;      // of a member's level, for its cluster
inline constexpr double kTopicsAtFullMass = 3;   // a project with more topics gives each of them less
inline constexpr double kCoordinatorFactor = 2;  // experience from a project that was coordinated

// Topics among themselves.
inline constexpr double kStep = 0.6;
inline constexpr double kSibling = 0.4;
inline constexpr double kMapped = 0.8;
inline constexpr double kLeastAffinity = 0.2;

}  // namespace kontor::network::weights
