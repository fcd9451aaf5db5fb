// SPDX-License-Identifier: EUPL-1.2
// Names that say what their body was called before: "A (formerly B)", "A, vormals B", "A anciennement B".
// Pure and thread-safe; below a microsecond.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kontor::resolve {

/// The name it has and the one it had, as written; none when the name says no other.
[[nodiscard]] std::vector<std::string> named_twice(std::string_view name);

}  // namespace kontor::resolve
