// SPDX-License-Identifier: EUPL-1.2
// Text as it may stand in an HTML page. Pure, thread-safe, linear.
#pragma once

#include <string>
#include <string_view>

namespace kontor::http {

/// Between elements and within double quotes.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace kontor::http
