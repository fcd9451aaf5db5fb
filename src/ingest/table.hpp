// SPDX-License-Identifier: EUPL-1.2
// Rows with named columns, whatever the format: CSV, XLSX, a JSON array of objects or JSON Lines. Readers of
// CORDIS, member lists and vocabularies are written once on top of it. One thread; cost and memory are the
// format's.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/csv_reader.hpp"
#include "ingest/fault_list.hpp"
#include "ingest/input.hpp"

namespace kontor::ingest {

class Table {
public:
    virtual ~Table() = default;
    /// Column names as in the file, trimmed. For JSON: the keys of the first object.
    [[nodiscard]] virtual const std::vector<std::string>& header() const = 0;
    /// Chooses the cells that rows have from now on: those of `columns`, in that order, empty where the file
    /// has no such column. Without it: all of header().
    virtual void select(const std::vector<std::string>& columns) = 0;
    /// Moves to the next sound row; false at the end.
    [[nodiscard]] virtual bool next() = 0;
    /// The current row's cells, valid until next().
    [[nodiscard]] virtual std::span<const std::string_view> cells() const = 0;
    [[nodiscard]] virtual std::uint64_t line() const = 0;
    /// Where cell `index` of the current row stands; its field is the column's name.
    [[nodiscard]] virtual base::Place place(std::size_t index) const = 0;
    [[nodiscard]] virtual const FaultList& faults() const = 0;
    /// Rows that were left out; faults() says why.
    [[nodiscard]] virtual std::uint64_t refused_rows() const = 0;
    /// True when the file could not be read to its end; the fault is among faults().
    [[nodiscard]] virtual bool broken_off() const = 0;
    /// Bytes (UTF-8, unpacked) read so far; for progress.
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

struct TableOptions {
    char delimiter = 0;  // CSV: 0 finds it
    Encoding encoding = Encoding::Detect;
    Quoting quoting = Quoting::Doubled;
    std::string sheet;              // XLSX: empty takes the first
    std::uint64_t header_line = 1;  // CSV, XLSX: what stands above is not read
};

/// Opens entry `entry` of `input`; the format is found from its content. Errors: those of the input,
/// FileEmpty, FormatUnknown, DelimiterWrong, ColumnDuplicate, HeaderMerged.
[[nodiscard]] base::Result<std::unique_ptr<Table>> open_table(const Input& input, std::size_t entry,
                                                              const TableOptions& options);

}  // namespace kontor::ingest
