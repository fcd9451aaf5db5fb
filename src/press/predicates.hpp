// SPDX-License-Identifier: EUPL-1.2
// What each predicate of a press fact may join. Pure.
#pragma once

#include "press/reading.hpp"

namespace kontor::press {

/// Whether the object of such a fact is a value (date, number, amount) and no entity.
[[nodiscard]] bool takes_value(Predicate predicate);

}  // namespace kontor::press
