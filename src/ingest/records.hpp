// SPDX-License-Identifier: EUPL-1.2
// Kontor's own exchange format (docs/records.md): JSON Lines, several files as one body of records. One
// thread. Memory: the records.
#pragma once

#include <vector>

#include "base/progress.hpp"
#include "ingest/import_report.hpp"
#include "ingest/input.hpp"
#include "ingest/record_sink.hpp"

namespace kontor::ingest {

/// Reads every line of every input. When all are sound, the records go to `sink` sorted so that references
/// point backwards where the format allows it (sources, vocabularies, organisations, programmes … claims).
/// Errors: all faults of all files (at most kFaultsReported), IdDuplicate with the first line, Stopped; then
/// nothing was given to `sink`.
[[nodiscard]] base::Result<ImportReport> read_records(const std::vector<Input>& inputs, RecordSink& sink,
                                                      base::Progress& progress);

}  // namespace kontor::ingest
