// SPDX-License-Identifier: EUPL-1.2
// A text on its way from a file into a record. Pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::ingest {

/// Told what was odd about a text: code and the words for its sentence.
using TextNotice = std::function<void(base::ErrorCode code, base::ErrorArguments arguments)>;

/// `raw` (valid UTF-8) with runs of white space made one blank, without control characters, cut to
/// `maximum_bytes`, and with wrongly decoded characters repaired where that is certain. Everything but white
/// space is told to `notice`.
[[nodiscard]] std::string clean_text(std::string_view raw, std::size_t maximum_bytes,
                                     const TextNotice& notice);

/// Runs of blanks, tabs and line ends become one blank; none at the ends.
[[nodiscard]] std::string squeezed(std::string_view raw);

}  // namespace kontor::ingest
