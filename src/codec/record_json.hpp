// SPDX-License-Identifier: EUPL-1.2
// Records as JSON, exactly the form of docs/records.md. Strict: an unknown field, a wrong type, an unknown
// code word or an impossible date is a fault with its JSON pointer; all faults of an object are returned at
// once.
#pragma once

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "codec/json_document.hpp"
#include "codec/value_json.hpp"
#include "codec/value_reader.hpp"
#include "model/records.hpp"

namespace kontor::codec {

/// {"record":"project","id":…}; fields that are empty, unknown or at their default are left out (required
/// ones stay).
[[nodiscard]] boost::json::object to_json(const model::Record& record);

/// Reads and validates one record. `place` (file, line) is copied into every fault; its field is filled in
/// here.
[[nodiscard]] base::Result<model::Record> record_from_json(const boost::json::value& json,
                                                           const base::Place& place);

/// Parses one line of a JSON Lines file: record_from_json with the syntax fault's column. Nesting and size
/// are limited.
[[nodiscard]] base::Result<model::Record> record_from_line(std::string_view line, const base::Place& place);

/// The record in a text that Kontor wrote itself, at any time: read without the rules of today.
[[nodiscard]] base::Result<model::Record> record_from_own_text(std::string_view text);

/// JSON text of one field's value, and back: the store keeps lists in this form. T is any field type of a
/// record.
template <class T>
[[nodiscard]] std::string field_to_text(const T& value) {
    return to_text(json_of(value));
}
template <class T>
[[nodiscard]] base::Result<T> field_from_text(std::string_view text) {
    unsigned char buffer[8192];
    boost::json::monotonic_resource memory(buffer, sizeof buffer);
    auto json = parse_own_json(text, &memory);
    if (!json) return json.errors();
    ValueReader reader({});
    T value{};
    reader.read(json.value(), value);
    if (!reader.faults().empty()) return reader.faults();
    return value;
}

}  // namespace kontor::codec
