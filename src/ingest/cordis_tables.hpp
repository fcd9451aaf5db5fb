// SPDX-License-Identifier: EUPL-1.2
// Which of the inputs' files are tables of the CORDIS export, and which belong together. Pure but for reading
// headers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fault_list.hpp"
#include "ingest/input.hpp"

namespace kontor::ingest::cordis {

enum class TableKind { Projects, Organisations };

enum class ProjectColumn : std::size_t {
    Id,
    Framework,
    Acronym,
    Status,
    Title,
    Start,
    End,
    TotalCost,
    Contribution,
    Topics,
    MasterCall,
    SubCall,
    Scheme,
    Objective,
    Updated,
    Rcn,
    Keywords
};
inline constexpr std::size_t kProjectColumns = 17;

/// The first twelve are OrganisationCell, in its order.
enum class OrganisationColumn : std::size_t {
    Project = 12,
    Organisation,
    Updated,
    Order,
    Role,
    Contribution,
    EndOfParticipation
};
inline constexpr std::size_t kOrganisationColumns = 19;

/// Column names in the order of the enumerations above.
[[nodiscard]] const std::vector<std::string>& columns(TableKind kind);

/// One table of the export.
struct ExportTable {
    TableKind kind = TableKind::Projects;
    std::size_t input = 0;
    std::size_t entry = 0;
    std::size_t group = 0;  // tables of one group refer to each other
    std::string file;       // for places
    std::uint64_t size_bytes = 0;
    base::Errors unknown_columns;
};

struct ExportTables {
    std::vector<ExportTable> tables;   // projects first, in the order of the inputs
    std::vector<base::Error> ignored;  // files that are none of the tables
    std::size_t groups = 0;
};

/// Errors: those of the inputs, ColumnMissing (every one), FormatUnknown when there is no table at all.
[[nodiscard]] base::Result<ExportTables> find_tables(const std::vector<Input>& inputs);

}  // namespace kontor::ingest::cordis
