// SPDX-License-Identifier: EUPL-1.2
// Where the header of a member list stands: people put a title, a date and an empty line above it. The first
// row is the header unless a row below it is one beyond doubt. Reads the beginning of the file only (a
// spreadsheet: whole). One thread.
#pragma once

#include <cstdint>
#include <string>

#include "ingest/organisations.hpp"

namespace kontor::ingest {

struct HeaderLine {
    std::uint64_t line = 1;   // for TableOptions::header_line; 1: the first row with a value
    std::string passed_over;  // how the first row above the header begins; empty when there is none
};

/// Errors: those of the input, DelimiterWrong (the names of columns stand in one field), HeaderNotFound (the
/// first row looks like no header, and no other row or several do).
[[nodiscard]] base::Result<HeaderLine> find_header(const Input& input, const MemberListOptions& options);

}  // namespace kontor::ingest
