// SPDX-License-Identifier: EUPL-1.2
// Counts, amounts of money and phases in running text. Pure; linear.
#pragma once

#include <optional>
#include <vector>

#include "press/findings.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// A number in digits or words at token `first`, with "17 000", "1,24 Millionen" and "Mio." read.
struct ReadNumber {
    double value = 0;
    std::uint32_t end = 0;  // token; 0: no number there
};
[[nodiscard]] ReadNumber number_at(const View& view, std::uint32_t first);

[[nodiscard]] std::vector<CountSpan> counts_in(const View& view);
[[nodiscard]] std::vector<MoneySpan> money_in(const View& view);
[[nodiscard]] std::vector<PhaseSpan> phases_in(const View& view);

}  // namespace kontor::press
