// SPDX-License-Identifier: EUPL-1.2
// Learns the weights of a partner list's parts from partnerships that came about: the picture is what was
// known before, and among all candidates of the list the one that became the partner must stand high
// (multinomial logit as of choice_fit.hpp; a part that would get a weight below 0 is left out and the rest
// learnt anew). The shipped weights count like kShippedCases cases beside those, so that few cases decide
// little. Pure, without chance. Cost: a list of candidates and some 200 bare scores for each case.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "match/partners.hpp"

namespace kontor::match {

/// `partners` became partners of `subject` after the day of the picture and had not been before.
struct NewPartners {
    network::OrganisationIndex subject;
    std::vector<network::OrganisationIndex> partners;
};

struct LearntParts {
    Usual usual;  // with two digits; the weights add up to what the shipped ones do, at most 10 each
    std::size_t cases = 0;    // learnt from
    std::size_t checked = 0;  // others, which the two figures are of
    double shipped_mrr = 0;   // mean reciprocal rank of the checked with the shipped weights …
    double learnt_mrr = 0;    // … and with those learnt
};

inline constexpr std::size_t kShippedCases = 200;

/// Every second subject is learnt from, the others are checked. With fewer than kShippedCases cases to learn
/// from the weights stay the shipped ones. `done` is told after each subject and says whether to go on; when
/// not, the answer is worth nothing.
[[nodiscard]] LearntParts learn_parts(const network::Picture& picture, const std::vector<NewPartners>& all,
                                      const std::function<bool(std::size_t subjects)>& done);

}  // namespace kontor::match
