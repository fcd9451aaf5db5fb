// SPDX-License-Identifier: EUPL-1.2
// Which names of an item that no noun tells the kind of are those of projects: by how they are written, what
// is said of them, what the item announces. Pure; linear in the text.
#pragma once

#include "press/candidates.hpp"

namespace kontor::press {

/// Tells names without a kind of `kept` (by place) to be projects where something speaks for it.
void tell_projects(const View& view, Candidates& kept);

}  // namespace kontor::press
