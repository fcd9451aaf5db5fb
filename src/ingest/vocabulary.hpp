// SPDX-License-Identifier: EUPL-1.2
// Vocabularies into Topic, Region and Place records: EuroSciVoc (SKOS-XL Turtle or the six-language table),
// NACE, NUTS, GeoNames places. The kind is recognised from the content. One thread. Memory: the vocabulary's
// texts.
#pragma once

#include <memory>
#include <string_view>

#include "base/progress.hpp"
#include "ingest/import_report.hpp"
#include "ingest/input.hpp"
#include "ingest/record_sink.hpp"

namespace kontor::ingest {

enum class VocabularyKind { EuroSciVoc, Nace, Nuts, Places };
[[nodiscard]] std::string_view word(VocabularyKind kind);

/// Gives a Source and then its Topics ("euroscivoc-<notation>", "nace-26.51"), Regions ("de21") or Places
/// ("geonames-<n>") to `sink`, broader before narrower. Errors: those of the input, FormatUnknown,
/// TurtleSyntax (with line), VocabularyCycle (with the path), ReferenceUnknown, IdDuplicate; when there is
/// any fault in a hierarchy nothing is given to the sink. Stages reported: "topics", "regions", "places".
[[nodiscard]] base::Result<ImportReport> read_vocabulary(const Input& input, RecordSink& sink,
                                                         base::Progress& progress);

/// What the file is, from its first bytes. Errors: FormatUnknown.
[[nodiscard]] base::Result<VocabularyKind> recognise_vocabulary(const Input& input);

}  // namespace kontor::ingest
