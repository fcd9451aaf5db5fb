// SPDX-License-Identifier: EUPL-1.2
// Checks that things with parents form trees, and orders them from the roots down. Pure. Cost: O(n log n).
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"

namespace kontor::ingest {

struct HierarchyItem {
    std::string id;
    std::string parent;  // empty: a root
    std::string name;    // for the path of a cycle
    base::Place place;
};

/// Positions of the items, parents before children, otherwise in the given order. Errors, all of them:
/// IdDuplicate, ReferenceUnknown (a parent that is not there), VocabularyCycle (once per cycle, with the path
/// of names).
[[nodiscard]] base::Result<std::vector<std::size_t>> ordered_hierarchy(
    const std::vector<HierarchyItem>& items);

}  // namespace kontor::ingest
