// SPDX-License-Identifier: EUPL-1.2
// Warm paths: through whom two organisations are connected already. A chain has one to three links, each a
// project, a membership, an agreement or a common delegation; its strength is the product of the ties'
// strengths (Newman weight 1/(n-1), age decay), so big consortia and old projects carry little. Thread-safe;
// bounded work: at most PathLimits::ties ties per organisation and PathLimits::breadth organisations per
// ring, the strongest first.
#pragma once

#include <cstdint>
#include <vector>

#include "network/picture.hpp"

namespace kontor::network {

struct PathLink {
    OrganisationIndex from;
    OrganisationIndex to;
    TieIndex tie;             // the strongest tie between the two
    std::uint32_t joint = 0;  // ties between the two that were looked at
    std::uint32_t joint_projects = 0;
    double strength = 0;       // sum over all those ties, at most 1
    Day latest = kUnknownDay;  // last sign of life of any of them
};

struct WarmPath {
    std::vector<PathLink> links;  // 1 to 3
    double strength = 0;          // product of the links' strengths
    Day oldest = kUnknownDay;     // the latest day of its least recent link
};

struct PathLimits {
    std::uint32_t paths = 5;      // returned at most
    std::uint32_t links = 3;      // 1 to 3
    std::uint32_t ties = 400;     // of one organisation
    std::uint32_t breadth = 200;  // organisations whose own ties are followed, per side
};

/// Strongest first; equal ones by fewer links, then by ordinals. Every path has a different set of
/// organisations in between. Empty when there is none, and for from == to.
[[nodiscard]] std::vector<WarmPath> warm_paths(const Picture& picture, OrganisationIndex from,
                                               OrganisationIndex to, const PathLimits& limits = {});

}  // namespace kontor::network
