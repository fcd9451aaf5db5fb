// SPDX-License-Identifier: EUPL-1.2
// A row of the organisation table as a Participation record. Pure.
#pragma once

#include <string>

#include "ingest/cordis_projects.hpp"
#include "ingest/table.hpp"
#include "model/records.hpp"

namespace kontor::ingest::cordis {

/// Why a row gives no participation, found before anything is made of it.
struct RowFault {
    std::size_t column = 0;
    base::ErrorCode code{};
    base::ErrorArguments arguments;
};
/// Checks organisation id and role; `has_project` tells whether the row's project is among the records.
[[nodiscard]] std::optional<RowFault> participation_fault(const Table& row, bool has_project);

/// For a row without fault; id "<project>.<organisation>".
[[nodiscard]] model::Participation participation_record(const Table& row, const std::string& project,
                                                        const std::string& source, const CellNotice& notice);

}  // namespace kontor::ingest::cordis
