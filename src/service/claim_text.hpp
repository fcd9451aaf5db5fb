// SPDX-License-Identifier: EUPL-1.2
// What a claim states, in words: names instead of the codes and ids that its value holds. Pure; linear in the
// value.
#pragma once

#include <string>

#include "model/records.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// Countries, regions, topics and organisations by name in the reader's language, yes and no; any other value
/// as it is.
[[nodiscard]] std::string claim_text(const model::Claim& claim, const Views& views);

}  // namespace kontor::service
