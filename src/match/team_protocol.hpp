// SPDX-License-Identifier: EUPL-1.2
// Leave-one-out completion of teams: hide each known partner of each later project in turn, let a ranker
// order all organisations of the history but those given, and see where the hidden one stands. Pure,
// deterministic. Cost: one question per case and ranker.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "match/cluster_pairs.hpp"
#include "match/need_ranking.hpp"
#include "match/team_training.hpp"
#include "match/teams.hpp"

namespace kontor::match {

/// A mean with its 95 % interval; cases of one team are not independent, so the interval counts teams
/// (cluster-robust normal approximation), cut to 0…1.
struct Measure {
    double value = 0;
    double low = 0;
    double high = 0;
};

struct TeamFigures {
    Measure mrr;
    Measure hit10;
    Measure hit50;
    Measure hit100;
    Measure rare_hit50;  // hidden ones with at most kSeldom participations
    std::size_t cases = 0;
    std::size_t rare_cases = 0;
};

/// Place of an organisation among all but `others`, from 1; equals share their places (1.5 for the first
/// two).
[[nodiscard]] double place_among(std::uint32_t organisation, std::span<const std::uint32_t> others,
                                 std::span<const Float> scores);
/// The hidden one among all but the given; of a need, among all but the others of its project.
[[nodiscard]] double place_of_hidden(const TeamCase& one, std::span<const Float> scores);
[[nodiscard]] double place_of_hidden(const NeedCase& one, std::span<const Float> scores);
[[nodiscard]] double place_of_hidden(const ClusterCase& one, std::span<const Float> scores);

/// What is added up over the cases of one ranker.
class TeamMeter {
public:
    void add(std::size_t team, double place, bool rare);
    [[nodiscard]] TeamFigures figures() const;

private:
    struct Case {
        std::size_t team;
        double place;
        bool rare;
    };
    std::vector<Case> cases_;
};

/// Runs `ranker` over the cases, which are those that it knows to answer; asks `go_on` before each case
/// (number of cases done) and ends early on false.
template <class Ranker, class Case>
[[nodiscard]] TeamFigures measure_ranker(Ranker& ranker, const TeamHistory& history,
                                         const std::vector<Case>& cases,
                                         const std::function<bool(std::size_t)>& go_on) {
    TeamMeter meter;
    std::vector<Float> scores(history.organisation_count());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (!go_on(i)) break;
        ranker.score(cases[i].question, scores);
        const bool is_rare = history.standing(cases[i].hidden).participations <= kSeldom;
        meter.add(cases[i].team, place_of_hidden(cases[i], scores), is_rare);
    }
    return meter.figures();
}

/// The same cases with somebody else hidden: any organisation of the history, drawn by `seed`. A ranker that
/// still finds them has seen what it must not know.
[[nodiscard]] std::vector<TeamCase> shuffled_cases(const TeamHistory& history,
                                                   const std::vector<TeamCase>& cases, std::uint64_t seed);

/// Ids of projects that are known to the history and to be completed as well, ascending: the answers would be
/// in the question. `until` as of TeamHistory.
[[nodiscard]] std::vector<std::string> leaked_projects(const TeamRecords& history, network::Day until,
                                                       const TeamRecords& later);

}  // namespace kontor::match
