// SPDX-License-Identifier: EUPL-1.2
// Learns the weights of the completion model: for each hidden member of the later teams, the one candidate
// among all must score highest (multinomial logit, ridge penalty). Convex, without chance: the same data give
// the same weights. The others to choose from are the best by seven kinds of evidence, thinned evenly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

/// Which teams a sample keeps, one entry for each team: whole ones, spread over all of them by `seed`, until
/// there are at least `limit` cases; 0 keeps all. `teams` has the team of each case, ascending.
[[nodiscard]] std::vector<std::uint8_t> sampled_teams(std::span<const std::size_t> teams, std::size_t limit,
                                                      std::uint64_t seed);

/// The cases of the sampled teams; cases of one team stand together.
template <class Case>
[[nodiscard]] std::vector<Case> sample_cases(const std::vector<Case>& cases, std::size_t limit,
                                             std::uint64_t seed) {
    std::vector<std::size_t> teams;
    teams.reserve(cases.size());
    for (const Case& one : cases) teams.push_back(one.team);
    const auto kept = sampled_teams(teams, limit, seed);
    std::vector<Case> out;
    for (const Case& one : cases) {
        if (kept[one.team] != 0) out.push_back(one);
    }
    return out;
}

struct TrainingPlan {
    std::size_t cases = 4000;  // at most, about
    std::size_t rounds = 15;   // through all cases
    Float ridge = 1e-4F;
};

struct LearntTeamModel {
    TeamModel model;
    std::size_t cases = 0;  // learnt from; 0: too few, it is the shipped one
};

/// Learns from the last year of `records` before `until`, with what was known before that year. Gives the
/// shipped model when there are fewer than 200 cases.
[[nodiscard]] LearntTeamModel train_team_model(const TeamRecords& records, network::Day until,
                                               const TrainingPlan& plan);

}  // namespace kontor::match
