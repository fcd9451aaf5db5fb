// SPDX-License-Identifier: EUPL-1.2
// A question about a team in words becomes a request to the engine: ids and code words are looked up, every
// fault is collected. Pure but for the snapshot it looks into.
#pragma once

#include "service/team_service.hpp"

namespace kontor::service {

[[nodiscard]] base::Result<match::TeamRequest> read_team_query(const TeamQuery& query,
                                                               const Snapshot& snapshot,
                                                               const match::TeamBasis& basis,
                                                               std::string_view language);

}  // namespace kontor::service
