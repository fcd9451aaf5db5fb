// SPDX-License-Identifier: EUPL-1.2
// One sheet of an XLSX workbook as text cells: shared and inline strings, stored results of formulas, dates
// by number format (YYYY-MM-DD), numbers as written with a point, TRUE and FALSE. Nothing is computed. One
// thread. Memory: the unpacked sheet and its strings, each at most kSpreadsheetPartBytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/fault_list.hpp"
#include "ingest/input.hpp"

namespace kontor::ingest {

struct XlsxRow {
    std::uint64_t line = 0;          // the sheet's row number, from 1
    std::vector<std::string> cells;  // from column A on; empty cells are empty texts
    bool sound = true;               // false: the faults tell what is wrong with a cell of it
};

/// A range of cells shown as one, such as "A1:C1", and its rows.
struct MergedCells {
    std::string range;
    std::uint64_t first_line = 0;
    std::uint64_t last_line = 0;
};

struct XlsxSheet {
    std::string name;
    std::vector<XlsxRow> rows;  // rows without any value are left out
    FaultList faults;           // FormulaWithoutValue, CellError … of rows that are not sound
    std::vector<MergedCells> merged;
};

/// Reads the sheet called `sheet`, or the first one when that is empty. Errors: ArchiveDamaged,
/// FormatUnknown, SheetUnknown, FileTooLarge.
[[nodiscard]] base::Result<XlsxSheet> read_xlsx(const Input& input, const std::string& sheet);

/// "B7" for column 1 (from 0), row 7.
[[nodiscard]] std::string cell_name(std::size_t column, std::uint64_t row);

}  // namespace kontor::ingest
