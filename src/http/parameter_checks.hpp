// SPDX-License-Identifier: EUPL-1.2
// The contract's rules for parameters, applied to what a client sent: all faults at once. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "http/message.hpp"
#include "http/operations.hpp"

namespace kontor::http {

using NameValues = std::vector<std::pair<std::string, std::string>>;

/// Decodes "a=1&b=%20x"; a percent sign without two hex digits, or bytes that are not UTF-8, are faults.
[[nodiscard]] base::Result<NameValues> decoded_query(std::string_view query);
[[nodiscard]] base::Result<std::string> decoded(std::string_view text, std::string_view field);

/// Faults of `given` under `operation`; what is sound goes into `parameters`.
[[nodiscard]] base::Errors check_parameters(const Operation& operation, In where, const NameValues& given,
                                            Parameters& parameters);

}  // namespace kontor::http
