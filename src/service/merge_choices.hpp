// SPDX-License-Identifier: EUPL-1.2
// Which of two organisation records is right about a field, as whoever merges them says. Pure; linear in the
// fields.
#pragma once

#include <map>
#include <string>

#include "base/error.hpp"
#include "model/records.hpp"
#include "service/answers.hpp"

namespace kontor::service {

enum class ChosenSide { Kept, Merged };

/// By field. Street, postcode, city, country, region and coordinates are one place: all of them or none.
using MergeChoices = std::map<std::string, ChosenSide, std::less<>>;

/// One organisation as it is, and as whoever merges sees it.
struct MergeSide {
    model::Organisation stored;
    model::Organisation seen;
};

/// FieldUnknown, also for what nobody chooses (id, source, as_of); ValueNotAllowed for an unknown side, and
/// for one that contradicts a choice before it.
[[nodiscard]] base::Result<MergeChoices> merge_choices(const MergeForm& form);

/// Puts what was chosen into `joined`. A field of which whoever merges does not see all on both sides stays
/// as it was joined.
void settle_choices(model::Organisation& joined, MergeChoices choices, const MergeSide& kept,
                    const MergeSide& merged);

}  // namespace kontor::service
