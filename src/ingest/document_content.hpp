// SPDX-License-Identifier: EUPL-1.2
// What a document is, told by its first bytes before its name. Pure; any thread; reads the first few thousand
// bytes.
#pragma once

#include <string_view>

namespace kontor::ingest {

/// EncryptedOffice: a DOCX file with a password. Archive: zip, and everything packed in one (whether it is
/// DOCX its entries tell).
enum class DocumentContent { Empty, PlainText, Html, Pdf, Archive, Email, Feed, EncryptedOffice, Unknown };

/// `name` decides only between what looks alike: text that may be a mail or a page.
[[nodiscard]] DocumentContent document_content(std::string_view bytes, std::string_view name);

/// Whether `name` ends with `ending` (".html"), letter case aside.
[[nodiscard]] bool has_ending(std::string_view name, std::string_view ending);

}  // namespace kontor::ingest
