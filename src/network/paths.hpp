// SPDX-License-Identifier: EUPL-1.2
// Warm paths: through whom two organisations are connected already. A chain has one to three links, each a
// project, a membership, an agreement, a delegation of both, the management of a cluster, or a person whom
// the caller knows at both. Its strength is the product of its links' strengths (Newman weight 1/(n-1), age
// decay), so big consortia and old projects carry little. What joins both ends counts for the direct link
// only. Thread-safe; bounded work, see PathLimits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/picture.hpp"

namespace kontor::network {

/// Position in the caller's list of acquaintances.
using AcquaintanceIndex = Index<struct AcquaintanceTag>;

/// Somebody who stands at two organisations, told by the caller for one question: no picture holds people.
struct Acquaintance {
    OrganisationIndex from;
    OrganisationIndex to;
    std::uint32_t person = 0;  // equal for all acquaintances of one person
    double strength = 0;       // see acquaintance_strength(); 0 joins nobody
    Day day = kUnknownDay;     // the last day that both are known of
};

struct PathLink {
    OrganisationIndex from;
    OrganisationIndex to;
    TieIndex tie;  // the strongest tie between the two; not valid when only people join them
    AcquaintanceIndex acquaintance;  // the strongest; not valid when nobody stands at both
    std::uint32_t joint = 0;         // ties between the two that were looked at
    std::uint32_t joint_projects = 0;
    double strength = 0;       // sum over all those ties and acquaintances, at most 1
    Day latest = kUnknownDay;  // last sign of life of any of them
};

struct WarmPath {
    std::vector<PathLink> links;  // 1 to 3
    double strength = 0;          // product of the links' strengths
    Day oldest = kUnknownDay;     // the latest day of its least recent link
};

struct PathLimits {
    std::uint32_t paths = 5;          // returned at most
    std::uint32_t links = 3;          // 1 to 3
    std::uint32_t ties = 1000;        // of each of the two ends
    std::uint32_t breadth = 256;      // organisations beside each end that three-link chains may pass
    std::uint32_t inner_ties = 4000;  // of each of those
};

/// What somebody carries whose two records are both confirmed on `day`.
[[nodiscard]] double acquaintance_strength(const Picture& picture, Day day);

/// Strongest first; equal ones by fewer links, then by ordinals. Every path has a different set of
/// organisations in between. Empty when there is none, and for from == to. `people` are few: they are sorted
/// for each question; nobody costs nothing.
[[nodiscard]] std::vector<WarmPath> warm_paths(const Picture& picture, OrganisationIndex from,
                                               OrganisationIndex to, const PathLimits& limits = {},
                                               std::span<const Acquaintance> people = {});

}  // namespace kontor::network
