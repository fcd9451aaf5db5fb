// SPDX-License-Identifier: EUPL-1.2
// What somebody writes must not destroy what they could not see. Pure functions.
#pragma once

#include "model/records.hpp"

namespace kontor::service {

/// Takes from `stored` what `seen`, the same record as the writer sees it, leaves out: entries missing from a
/// list of words are added to the list of `next`, any other field that differs is put back. All three are of
/// one kind.
void keep_unseen(model::Record& next, const model::Record& stored, const model::Record& seen);

}  // namespace kontor::service
