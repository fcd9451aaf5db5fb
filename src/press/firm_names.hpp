// SPDX-License-Identifier: EUPL-1.2
// Whether the name of a known firm stands for it, and is no part of another name. Pure; constant time.
#pragma once

#include <cstdint>
#include <string_view>

#include "press/candidates.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// "MUSTERPROGRAMM Kehrwieder GmbH": the name of a firm that begins with tokens [first, end).
[[nodiscard]] bool opens_firm(const View& view, std::uint32_t first, std::uint32_t end);

/// Tokens [first, end) are `form`, and no "Anna Muster", "Muster Rexroth", "Muster Foundation".
[[nodiscard]] bool stands_for_firm(const View& view, std::uint32_t first, std::uint32_t end,
                                   std::string_view form);

/// Erases firms that are called like the people of the text: "Anna Muster … Muster said".
void erase_firms_like_people(const View& view, Candidates& candidates);

}  // namespace kontor::press
