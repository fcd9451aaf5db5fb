// SPDX-License-Identifier: EUPL-1.2
// Do all references of a batch resolve, and does nobody refer to what it erases? Asked after the batch's rows
// are written and before it is committed, so that order inside a batch does not matter. Throws Failure.
#pragma once

#include <span>

#include "base/error.hpp"
#include "store/sqlite/known_ids.hpp"
#include "store/store.hpp"

namespace kontor::store::sqlite {

/// reference-unknown for every dangling reference of `record`.
void check_references(Session& session, KnownIds& known, const model::Record& record, base::Errors& faults);

/// record-in-use for every erased record and field through which it is still referred to, with one of those
/// who do. Cost: one lookup per indexed field; fields without an index are read once for the whole batch.
void check_erasures(Session& session, std::span<const Erasure> erased, base::Errors& faults);

}  // namespace kontor::store::sqlite
