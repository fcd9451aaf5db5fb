// SPDX-License-Identifier: EUPL-1.2
// The text layer of a PDF file in the order one reads it: columns one after the other, words broken at line
// ends joined, running heads and page numbers dropped. Poppler reads the file and tells words and places; the
// rest is pdf_text. Any thread. Some hundred pages per second.
#pragma once

#include <string_view>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

/// Asks `progress` to stop after every page. Errors, without place: DocumentDamaged, DocumentEncrypted,
/// DocumentTooManyPages, DocumentWithoutText, DocumentTextBroken (a fifth of the characters or more cannot be
/// told), FileTooLarge (more text than limits::kDocumentTextBytes), Stopped.
[[nodiscard]] base::Result<DocumentText> read_pdf(std::string_view bytes, const base::Progress& progress);

}  // namespace kontor::ingest
