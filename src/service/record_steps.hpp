// SPDX-License-Identifier: EUPL-1.2
// What a change did to a record, field by field. Pure functions; linear in the record.
#pragma once

#include <optional>
#include <vector>

#include "service/answers.hpp"
#include "store/store.hpp"

namespace kontor::service {

/// The fields that differ, as JSON text; empty where there was nothing.
[[nodiscard]] std::vector<FieldChange> differences(const std::optional<model::Record>& before,
                                                   const std::optional<model::Record>& after);

/// What a record said after step `i` of its history: what it said before the next one, else `present`.
[[nodiscard]] std::optional<model::Record> after_step(const std::vector<store::Step>& steps, std::size_t i,
                                                      const std::optional<model::Record>& present);

}  // namespace kontor::service
