// SPDX-License-Identifier: EUPL-1.2
// What a chosen name is by the company that it keeps in the item: the list that it stands in, the noun before
// the programme that pays for it. Pure; linear in the names.
#pragma once

#include "press/candidates.hpp"

namespace kontor::press {

/// "clusters such as A (Musterland), B and C", "entreprises (parmi lesquelles A, B)": names of a list whose
/// noun tells what they are; and those that stand in one list with clusters alone. `kept` by place.
void tell_listed_bodies(const View& view, Candidates& kept);

/// "le projet Interreg Musterraum A": the noun before the programme tells what A is.
void tell_funded_projects(const View& view, Candidates& kept);

/// What an item that speaks of "the cluster" without naming one is mainly about.
void name_the_cluster(const View& view, Candidates& kept);

}  // namespace kontor::press
