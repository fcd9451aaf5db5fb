// SPDX-License-Identifier: EUPL-1.2
// Refuses requests that cannot be meant, with every fault.
#pragma once

#include "match/partners.hpp"

namespace kontor::match {

/// Empty when the request is sound.
[[nodiscard]] base::Errors faults_of(const network::Picture& picture, const PartnerRequest& request);

/// The parts for which the request gives something to compare with.
[[nodiscard]] std::array<bool, kParts> applicable_parts(const PartnerRequest& request);

/// The weights of the applicable parts, adding up to 1.
[[nodiscard]] std::array<double, kParts> normalised_weights(const PartnerRequest& request);

}  // namespace kontor::match
