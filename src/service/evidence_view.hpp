// SPDX-License-Identifier: EUPL-1.2
// The engine's evidence and counter-reasons as sentences with links to the records behind them.
#pragma once

#include "match/partners.hpp"
#include "service/views.hpp"

namespace kontor::service {

[[nodiscard]] Evidence evidence_view(const match::Evidence& evidence, const Views& views);
[[nodiscard]] CounterReason counter_reason_view(const match::CounterReason& reason, const Views& views);
[[nodiscard]] std::string missing_view(const match::Missing& missing, const Views& views);

}  // namespace kontor::service
