// SPDX-License-Identifier: EUPL-1.2
// What joins two organisations, as a sentence and as records. Functions of one snapshot and the reader's
// language.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "service/views.hpp"

namespace kontor::service {

/// "X and Y are both in the project Z.": in the past tense when the tie is over. Both ends must be in the
/// tie.
[[nodiscard]] std::string tie_sentence(
    network::TieIndex tie, const std::pair<network::OrganisationIndex, network::OrganisationIndex>& ends,
    const Views& views);

/// The project, agreement or delegation; of a membership and of a management the organisations.
[[nodiscard]] std::vector<Ref> tie_records(network::TieIndex tie, const Views& views);

}  // namespace kontor::service
