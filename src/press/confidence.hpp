// SPDX-License-Identifier: EUPL-1.2
// How sure a fact is, by the rule that found it. The table holds how often each rule was right on items noted
// by hand, drawn towards the mean of all (docs/press.md). Pure; constant.
#pragma once

#include "press/reading.hpp"

namespace kontor::press {

/// 0 to 1. `from_context`: who or what is meant was not named in the sentence.
[[nodiscard]] double confidence_of(const Fact& fact, bool from_context);

}  // namespace kontor::press
