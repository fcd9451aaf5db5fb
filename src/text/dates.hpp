// SPDX-License-Identifier: EUPL-1.2
// Dates as people write them in the shipped languages. Pure functions, any thread. Formats are made once per
// language; a call costs a few microseconds.
#pragma once

#include <string>
#include <string_view>

#include "model/values.hpp"

namespace kontor::text {

/// A date as exact as it is known: ("2026-03-01", "de") → "1. März 2026", ("2026-03", "en") → "March 2026",
/// "2026" stays. English for a language that is not shipped; empty for an unknown date.
[[nodiscard]] std::string spoken_date(const model::Date& date, std::string_view language);

}  // namespace kontor::text
