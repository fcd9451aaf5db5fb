// SPDX-License-Identifier: EUPL-1.2
// One column of a table, whatever its format: lists of names or identifiers that accompany a computation.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"

namespace kontor::ingest {

/// The cells of `column` in the first table of `file` that are not empty, in the file's order. Errors: those
/// of the file, ColumnMissing.
[[nodiscard]] base::Result<std::vector<std::string>> read_column(const std::string& file,
                                                                 const std::string& column);

}  // namespace kontor::ingest
