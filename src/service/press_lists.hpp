// SPDX-License-Identifier: EUPL-1.2
// The lists in records to which press texts add: their elements as JSON, told apart by what matters (a phase
// by its number, a target region by its country, a stop by its town). Pure; linear in the list.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "model/records.hpp"

namespace kontor::service {

enum class InList { Absent, Present, Unknown };

/// Whether the record has a list `field`, and `element` in it; Unknown when it has no such list.
[[nodiscard]] InList list_has(const model::Record& record, std::string_view field,
                              const std::string& element);
/// False when it has no such list.
bool list_add(model::Record& record, std::string_view field, const std::string& element);
/// False when the element is not there as it was added.
bool list_remove(model::Record& record, std::string_view field, const std::string& element);

}  // namespace kontor::service
