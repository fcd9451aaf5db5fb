// SPDX-License-Identifier: EUPL-1.2
// What the press desks hold about two organisations that become one: texts, names, lessons, feeds and what
// accepted claims did move along, and come back when the merge is undone. One call is one scan of the desk.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "service/press_edits.hpp"

namespace kontor::service {

struct PressMove {
    std::string merged = {};
    model::Organisation kept = {};                // as it was before the merge
    std::map<RecordKey, std::string> twins = {};  // relations that went, with those that say the same
};

/// Puts the moved desk records into the batch.
[[nodiscard]] base::Outcome move_press(const store::Store& store, const PressMove& move,
                                       store::WriteBatch& batch);
/// What move_press() has moved, as it was, once `merged` is there again.
[[nodiscard]] base::Result<std::vector<model::DeskRecord>> press_to_give_back(const store::Store& store,
                                                                              const std::string& merged);

}  // namespace kontor::service
