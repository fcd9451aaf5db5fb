// SPDX-License-Identifier: EUPL-1.2
// Errors as RFC 9457 problem details. The only place that knows the HTTP status of an error.
#pragma once

#include <string_view>

#include "base/error.hpp"
#include "http/message.hpp"

namespace kontor::http {

/// All faults in one answer; status and title are those of the first. Details for the log are left out.
[[nodiscard]] Response problem(const base::Errors& errors, std::string_view language);

}  // namespace kontor::http
