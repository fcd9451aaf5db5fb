// SPDX-License-Identifier: EUPL-1.2
// The handlers of the contract around the press desk. No logic of its own.
#pragma once

#include "http/door.hpp"
#include "service/press_desk.hpp"
#include "service/press_memory.hpp"
#include "service/press_rules.hpp"

namespace kontor::http {

/// All must outlive the router.
void add_press_api(Door& door, service::PressDesk& desk, service::PressMemoryService& memory,
                   const service::PressRuleService& rules);

}  // namespace kontor::http
