// SPDX-License-Identifier: EUPL-1.2
// The text of a web page without its chrome. libxml2 parses (nothing is fetched, no script is run);
// html_content says which blocks are the page's own. Any thread. About 20 MB/s.
#pragma once

#include <string>
#include <string_view>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

/// `charset` is what was declared outside of the page, may be empty. Errors, without place:
/// DocumentWithoutText.
[[nodiscard]] base::Result<DocumentText> read_html(std::string_view bytes, const std::string& charset);

/// The text of a piece of markup (an entry of a feed, a mail's HTML part): all of it, nothing taken for
/// chrome but scripts, styles and what is hidden. Empty when there is none. Linear.
[[nodiscard]] std::string text_of_markup(std::string_view utf8);

}  // namespace kontor::ingest
