// SPDX-License-Identifier: EUPL-1.2
// What German writes of names: bodies called after a land, and the form under which a declined name is
// known. Pure; cost: the words of the name.
#pragma once

#include <cstdint>
#include <string>

#include "press/view.hpp"

namespace kontor::press {

/// "der Deutschen Botschaft", "die Slowakische Innovationsagentur": a capital that German spares for
/// names.
[[nodiscard]] bool is_national(const View& view, std::uint32_t first, std::uint32_t noun);

/// "Leichtbau BW", "Musterkunde NRW": a field and the letters of a federal state name a body.
[[nodiscard]] bool is_body_of_state(const View& view, std::uint32_t first, std::uint32_t end);

/// "der Lebensmittel Cluster", "im Automotive Cluster": written apart it is a name, not a sort of cluster.
[[nodiscard]] bool is_cluster_of_field(const View& view, std::uint32_t first, std::uint32_t end);

/// "des Westmusterschen Maritimen Clusters" → "Westmustersches Maritimes Cluster": tokens [first, end), whose
/// head is at `noun`, in the nominative without an article; empty when they are no such name.
[[nodiscard]] std::string in_nominative(const View& view, std::uint32_t first, std::uint32_t noun,
                                        std::uint32_t end);

}  // namespace kontor::press
