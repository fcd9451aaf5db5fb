// SPDX-License-Identifier: EUPL-1.2
// What an import did with every row of every file. For each file: rows = taken + merged + unchanged +
// refused, always.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/fault_list.hpp"

namespace kontor::ingest {

struct RowCounts {
    std::uint64_t rows = 0;
    std::uint64_t taken = 0;      // became a record
    std::uint64_t merged = 0;     // went into a record that another row had begun
    std::uint64_t unchanged = 0;  // said again what an earlier row had said
    std::uint64_t refused = 0;    // see `refusals`
    bool operator==(const RowCounts&) const = default;
};

struct FileReport {
    std::string file;      // as in places: "archive.zip/project.csv"
    std::string contents;  // "projects", "organisations", "topics", "ignored" …
    RowCounts counts;
    FaultList refusals;  // why rows were refused
    FaultList notices;   // rows that were taken although something about them is odd
};

struct ImportReport {
    std::vector<FileReport> files;
    std::vector<std::string> sources;       // ids of the source records
    std::uint64_t records = 0;              // given to the sink
    std::uint64_t organisations = 0;        // distinct ones in the files
    std::uint64_t organisations_known = 0;  // of these, merged with what was stored
};

}  // namespace kontor::ingest
