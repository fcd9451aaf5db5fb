// SPDX-License-Identifier: EUPL-1.2
// Learns the weights of the completion model: for each hidden member of the later teams, the one candidate
// among all must score highest (multinomial logit, ridge penalty). Convex, without chance: the same data give
// the same weights. The others to choose from are the best by seven kinds of evidence, thinned evenly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "match/team_completion.hpp"

namespace kontor::match {

/// A later team of which `hidden` is to be found.
struct TeamCase {
    TeamQuestion question;
    std::uint32_t hidden = 0;
    std::size_t team = 0;  // cases of one team share it
};

/// Every known member of the later projects with at least three known ones, hidden in turn; teams by day and
/// id. Projects that began before `from` or at or after `until` (kUnknownDay: no bound) are passed over.
[[nodiscard]] std::vector<TeamCase> team_cases(const TeamHistory& history, const TeamRecords& records,
                                               network::Day from, network::Day until);

/// Keeps whole teams, spread over all of them by `seed`, until there are at least `limit` cases; 0 keeps all.
[[nodiscard]] std::vector<TeamCase> sample_cases(const std::vector<TeamCase>& cases, std::size_t limit,
                                                 std::uint64_t seed);

struct TrainingPlan {
    std::size_t cases = 4000;  // at most, about
    std::size_t rounds = 15;   // through all cases
    Float ridge = 1e-4F;
    Float seldom_weight = 1;    // of cases whose hidden member is seldom seen
    Float seldom_bonus = 0.5F;  // on the score of seldom seen candidates: a list of the famous is useless
};

/// Learns from the last year of `records` before `until`, with what was known before that year. Gives the
/// shipped model when there are fewer than 200 cases.
[[nodiscard]] TeamModel train_team_model(const TeamRecords& records, network::Day until,
                                         const TrainingPlan& plan);

}  // namespace kontor::match
