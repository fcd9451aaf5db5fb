// SPDX-License-Identifier: EUPL-1.2
// JSON documents: text to values and back. Reading is strict where the library is lenient: a key that appears
// twice is a fault, numbers are read to the nearest double, nesting and sizes are limited, and a fault has
// its column in characters. Writing gives numbers as people write them (51.05, not 5.105E1). Pure functions;
// linear in the text.
#pragma once

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::codec {

/// Parses one JSON document. `place` is copied into the fault and its column added; a `place.column` of 0
/// means that the text starts its line. Line breaks inside the text are counted. Faults: json-syntax,
/// json-too-deep, encoding-broken, field-too-long, field-repeated, file-too-large (over
/// limits::kRequestBodyBytes).
[[nodiscard]] base::Result<boost::json::value> parse_json(std::string_view text, const base::Place& place);

/// For text that this program wrote itself: trusts its encoding, allocates from `memory`.
[[nodiscard]] base::Result<boost::json::value> parse_own_json(std::string_view text,
                                                              boost::json::storage_ptr memory);

/// Compact JSON text; object members in their order.
[[nodiscard]] std::string to_text(const boost::json::value& json);

}  // namespace kontor::codec
