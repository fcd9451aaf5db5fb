// SPDX-License-Identifier: EUPL-1.2
// Events that have no name of their own: "eine Delegationsreise in die USA", "the kick-off in Oulu on 8
// March". Their noun and what leads on from it stand for a name; later mentions of the noun alone mean the
// same event. Pure; linear in the text.
#pragma once

#include "press/findings.hpp"
#include "press/triggers.hpp"

namespace kontor::press {

/// Adds such events and their mentions to the findings.
void add_described_events(Findings& findings, const Marked& marked);

/// Puts entities in the order of their first mentions; gives for each old index the new one.
[[nodiscard]] std::vector<std::uint32_t> order_entities(std::vector<Entity>& entities);

}  // namespace kontor::press
