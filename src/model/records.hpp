// SPDX-License-Identifier: EUPL-1.2
// What exists: one type for any record, its references and its rules. The structs stand in record_types.hpp,
// the list of their fields in record_fields.hpp. Values; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "model/codes.hpp"
#include "model/record_fields.hpp"
#include "model/record_types.hpp"
#include "model/values.hpp"

namespace kontor::model {

using Record = std::variant<Source, Region, Place, Topic, Organisation, Membership, Programme, Call, Project,
                            Participation, Agreement, Delegation, Claim, Person, Disclosure, News>;

[[nodiscard]] RecordKind kind_of(const Record& record);
[[nodiscard]] const std::string& id_of(const Record& record);

/// True for [a-z0-9][a-z0-9._-]{0,79}.
[[nodiscard]] bool is_id(std::string_view text);

/// The name to display: the first one; the id when there is none.
[[nodiscard]] const std::string& display_name(const Organisation& organisation);

/// The field of `record` through which it refers to others: kind and id of each reference, with the field's
/// name.
struct Reference {
    std::string_view field;
    RecordKind kind;
    std::string id;
};
[[nodiscard]] std::vector<Reference> references(const Record& record);

/// The fields of a kind that a disclosure may hide: the optional ones.
[[nodiscard]] std::vector<std::string_view> hideable_fields(RecordKind kind);

/// All faults of one record by itself: required fields, ids, ranges, dates in order, codes, lengths, currency
/// with money. Empty when it is sound. References are the store's business. Cost: linear in its size.
[[nodiscard]] base::Errors validate(const Record& record);

}  // namespace kontor::model
