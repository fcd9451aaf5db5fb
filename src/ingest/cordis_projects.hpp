// SPDX-License-Identifier: EUPL-1.2
// A row of the project table as a Project record. Pure.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/cordis_tables.hpp"
#include "ingest/cordis_values.hpp"
#include "model/records.hpp"

namespace kontor::ingest::cordis {

/// Told what is odd about a cell of the current row.
using CellNotice =
    std::function<void(std::size_t column, base::ErrorCode code, base::ErrorArguments arguments)>;

/// An amount of euros; decimal commas are understood, anything else that is no number is told.
[[nodiscard]] std::optional<double> euros(std::string_view text, std::size_t column,
                                          const CellNotice& notice);

/// `cells` are those of columns(TableKind::Projects). Dates, amounts and words that cannot be understood are
/// left out and told. The id is "<prefix>-<id>". Where a file repeats the RCN in place of the grant
/// agreement's number, the project has no GA identifier. A project without title and acronym is called by its
/// programme and number until one is known.
[[nodiscard]] model::Project project_record(std::span<const std::string_view> cells,
                                            const Framework& framework, const std::string& source,
                                            const CellNotice& notice);

}  // namespace kontor::ingest::cordis
