// SPDX-License-Identifier: EUPL-1.2
// Faults as every door shows them.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "service/answers.hpp"

namespace kontor::service {

/// One view per error, with its sentence in `language`.
[[nodiscard]] std::vector<FaultView> fault_views(const base::Errors& errors, std::string_view language);

}  // namespace kontor::service
