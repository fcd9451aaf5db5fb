// SPDX-License-Identifier: EUPL-1.2
// Plain text in any encoding. Pure but for ICU; any thread; about 50 MB/s.
#pragma once

#include <string_view>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

/// A first line that stands alone, is short and ends like no sentence is the title. Errors, without place:
/// DocumentWithoutText.
[[nodiscard]] base::Result<DocumentText> read_plain_text(std::string_view bytes);

/// Takes such a line off the front of tidy `text`; empty when there is none.
[[nodiscard]] std::string taken_title(std::string& text);

}  // namespace kontor::ingest
