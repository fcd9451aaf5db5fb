// SPDX-License-Identifier: EUPL-1.2
// The cooperation graph around one organisation, small enough to be drawn, and the partners that two
// organisations have in common. Pure and thread-safe; cost: the organisation's ties plus those of the
// partners that are shown.
#pragma once

#include <cstdint>
#include <vector>

#include "network/picture.hpp"

namespace kontor::network {

/// What joins two organisations. Several things may; the counts say how many of each.
struct Cooperation {
    OrganisationIndex partner;
    std::uint32_t projects = 0;
    std::uint32_t memberships = 0;  // one is a member of the other
    std::uint32_t agreements = 0;
    std::uint32_t delegations = 0;
    TieIndex strongest;
    double strength = 0;  // sum of the ties' strengths
    Day latest = kUnknownDay;
};

/// All organisations joined to `organisation`: most joint projects first, then strength, then ordinal.
[[nodiscard]] std::vector<Cooperation> partners_of(const Picture& picture, OrganisationIndex organisation);

struct GraphNode {
    OrganisationIndex organisation;
    int ring = 0;  // 0 centre, 1 partner, 2 partner of a partner
};
struct GraphLink {
    OrganisationIndex from;
    Cooperation to;
};
struct Graph {
    std::vector<GraphNode> nodes;  // by ring, then strength
    std::vector<GraphLink> links;  // each pair once
    std::uint32_t partners = 0;    // of the centre, shown or not
};

struct GraphLimits {
    std::uint32_t first_ring = 24;
    std::uint32_t second_ring = 24;     // in all
    std::uint32_t second_per_node = 3;  // new ones that a partner may bring
};

[[nodiscard]] Graph neighbourhood(const Picture& picture, OrganisationIndex centre,
                                  const GraphLimits& limits = {});

struct SharedPartner {
    OrganisationIndex organisation;
    Cooperation with_first;
    Cooperation with_second;
};

/// At most `limit`, by the product of strengths, strongest first, then ordinal.
[[nodiscard]] std::vector<SharedPartner> shared_partners(const Picture& picture, OrganisationIndex first,
                                                         OrganisationIndex second, std::size_t limit);

}  // namespace kontor::network
