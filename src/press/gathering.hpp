// SPDX-License-Identifier: EUPL-1.2
// From mentions to things: the same thing under several names becomes one entity, with its base form, aliases
// and country. Pure; linear in the mentions.
#pragma once

#include "press/candidates.hpp"
#include "press/findings.hpp"

namespace kontor::press {

/// Fills entities and named mentions of `findings` from candidates that do not overlap.
void gather(const View& view, const NameLists& lists, Candidates candidates, Findings& findings);

/// A name made comparable: words uninflected, without legal form, hyphens and spaces.
[[nodiscard]] std::string joined_key(const View& view, std::uint32_t first, std::uint32_t end);

/// Adds what refers back: "das Netzwerk", "die beiden Cluster", "dieses Projekt".
void add_references(const View& view, Findings& findings);

/// Adds whom "we" and "our cluster" mean. After add_references().
void add_speakers(const View& view, Findings& findings);

}  // namespace kontor::press
