// SPDX-License-Identifier: EUPL-1.2
// Lists of names: "die Cluster A, B aus Spanien und C". What is told of one of a list holds for the others.
// Linear.
#pragma once

#include "press/candidates.hpp"

namespace kontor::press {

/// Gives names whose kind is not told the kind that the noun before their list tells. `candidates` by place.
void spread_kinds(const View& view, Candidates& candidates);

/// Whether only commas, conjunctions, articles and what belongs to the first name ("(Litauen)", "aus
/// Spanien") stand between two candidates.
[[nodiscard]] bool in_one_list(const View& view, const Candidate& left, const Candidate& right);

}  // namespace kontor::press
