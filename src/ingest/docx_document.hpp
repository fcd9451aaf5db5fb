// SPDX-License-Identifier: EUPL-1.2
// A Word file (Office Open XML): paragraphs, headings, lists, tables, text of links and boxes; what was
// deleted under revision is left out. pugixml reads the parts; it knows no entities of the outside. Any
// thread. About 10 MB/s of unpacked XML.
#pragma once

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

class ZipArchive;

/// Whether the archive is one file of an office program rather than a parcel of files.
enum class Packing { Parcel, Word, OtherOffice };
[[nodiscard]] Packing packing_of(const ZipArchive& archive);

/// Errors, without place: DocumentDamaged, DocumentWithoutText, FileTooLarge (a part beyond
/// limits::kDocumentBytes), and the archive's own.
[[nodiscard]] base::Result<DocumentText> read_docx(ZipArchive& archive);

}  // namespace kontor::ingest
