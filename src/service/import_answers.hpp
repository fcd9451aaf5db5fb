// SPDX-License-Identifier: EUPL-1.2
// What the readers of the outside world report, as the doors answer it. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "ingest/import_report.hpp"
#include "service/answers.hpp"
#include "service/import_sink.hpp"
#include "store/store.hpp"

namespace kontor::service {

/// Rows, refusals and notices of all files, with their sentences in `language`. At most kOfAKind notices of
/// one kind, so that a frequent one does not hide the others; `known` are the service's own, they come first.
[[nodiscard]] ImportReport import_answer(const ingest::ImportReport& report, const ingest::FaultList& known,
                                         const RecordCounts& counts, std::string_view language);
inline constexpr std::size_t kOfAKind = 100;

/// Adds `more` to `sum`: several files as one answer.
void add_answer(ImportReport& sum, const ImportReport& more);

/// The answer for content that `before` has imported already: its report, with everything unchanged.
[[nodiscard]] ImportReport repeated_answer(const store::ImportRun& before);

/// "2026-03-14T08:00:00Z"; "" for 0.
[[nodiscard]] std::string iso_time(std::int64_t seconds);

[[nodiscard]] model::Date today(const base::Clock& clock);

}  // namespace kontor::service
