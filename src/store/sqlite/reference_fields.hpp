// SPDX-License-Identifier: EUPL-1.2
// Which column refers to which kind of record: the static side of model::references(). Constant data.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/codes.hpp"

namespace kontor::store::sqlite {

enum class Lookup {
    Indexed,  // one value, found through an index
    Column,   // one value, found by reading the column of every row
    Json      // ids somewhere in a list or a nested value
};

struct ReferenceField {
    model::RecordKind from;
    std::string_view column;
    /// Empty for claim.subject, whose kind stands in claim.subject_kind.
    std::optional<model::RecordKind> to;
    Lookup lookup;
};

[[nodiscard]] std::span<const ReferenceField> reference_fields();

/// The field if it may be asked for in Store::referring, else nullptr.
[[nodiscard]] const ReferenceField* indexed_reference(model::RecordKind kind, std::string_view column);

}  // namespace kontor::store::sqlite
