// SPDX-License-Identifier: EUPL-1.2
// The engine's partner as an answer: its parts and counter-reasons with labels, sentences and the records
// behind them. Functions of one snapshot and the reader's language; thread-safe.
#pragma once

#include "match/partners.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// `rank` is its place on the list, 0 when it has none.
[[nodiscard]] Partner partner_view(const match::Partner& partner, std::size_t rank, const Views& views);
[[nodiscard]] PartnerPart part_view(const match::PartScore& part, const Views& views);

}  // namespace kontor::service
