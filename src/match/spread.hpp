// SPDX-License-Identifier: EUPL-1.2
// A list that is not all of one country or one kind: place after place goes to whoever scores highest when
// each of its likes above costs something (greedy diversification after Carbonell and Goldstein 1998, with
// country and kind in place of similarity). Pure; equal input, equal order. Cost: the window squared.
#pragma once

#include <cstddef>
#include <vector>

#include "match/partners.hpp"

namespace kontor::match {

/// Places that are spread; what comes after them keeps its order.
inline constexpr std::size_t kSpreadWindow = 300;

struct Ranked {
    network::OrganisationIndex organisation;
    double score = 0;
    double spread = 0;  // what its likes above cost, 0 or negative; part of the score
};

/// Best first. Scores are compared to twelve digits, so that the order of summation decides nothing.
void sort_ranked(std::vector<Ranked>::iterator first, std::vector<Ranked>::iterator last);

/// Orders the first kSpreadWindow anew; their scores must be exact and ordered.
void spread_out(const network::Picture& picture, Spread spread, std::vector<Ranked>& ranked);

/// Those above `place` that count against it, the nearest first, at most `most`.
[[nodiscard]] std::vector<network::OrganisationIndex> alike_above(const network::Picture& picture,
                                                                  Spread spread,
                                                                  const std::vector<Ranked>& ranked,
                                                                  std::size_t place, std::size_t most);

}  // namespace kontor::match
