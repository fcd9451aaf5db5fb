// SPDX-License-Identifier: EUPL-1.2
// Why a name may mean a record, in words. Pure; thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "resolve/candidate.hpp"

namespace kontor::service {

/// One sentence ("Anderes Land: Finnland.").
[[nodiscard]] std::string name_reason(const resolve::Reason& reason, std::string_view language);

/// "doubtful" as the reader says it.
[[nodiscard]] std::string name_verdict(resolve::Verdict verdict, std::string_view language);

}  // namespace kontor::service
