// SPDX-License-Identifier: EUPL-1.2
// Single fields of a record by their names: their values as text and back, for claims, histories and whoever
// compares two versions. Pure functions; linear in the record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/records.hpp"

namespace kontor::codec {

struct FieldText {
    std::string field;
    std::string text;  // JSON
    bool operator==(const FieldText&) const = default;
};

/// A record as somebody sends it to be written.
struct SentRecord {
    model::Record record;
    bool has_id = true;  // otherwise the id is a placeholder
};

/// Reads one record; "record" may be left out when `kind` tells it, and the id of a new one. Faults are those
/// of record_from_json, with their pointers behind `pointer` ("/puts/3/record").
[[nodiscard]] base::Result<SentRecord> sent_record(std::string_view text,
                                                   std::optional<model::RecordKind> kind,
                                                   const std::string& pointer);

/// The fields that hold something, in the order of docs/records.md, without the id.
[[nodiscard]] std::vector<FieldText> field_texts(const model::Record& record);

/// What a field says, as a claim would: texts, words and dates as they are, anything else as JSON; empty for
/// a field at its default. Nothing when records of this kind have no such field.
[[nodiscard]] std::optional<std::string> field_words(const model::Record& record, std::string_view field);

/// Puts what field_words() gives, or JSON of the field's type, into any field but the id. A single text given
/// for a list of texts becomes its only one, a word for a list of words is added. FieldUnknown, and faults of
/// type, with `place` and the field's pointer behind place.field.
[[nodiscard]] base::Outcome set_field(model::Record& record, std::string_view field, std::string_view words,
                                      const base::Place& place);

}  // namespace kontor::codec
