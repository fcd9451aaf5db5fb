// SPDX-License-Identifier: EUPL-1.2
// The plain methods that the completion of teams is measured against, each as published: popularity,
// popularity in the theme, common neighbours, Adamic–Adar, cosine between organisations' project lists,
// personalised PageRank, EASE. Formulas and sources: docs/matching.md. Pure; one thread per ranker; all need
// the history to outlive them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "match/teams.hpp"

namespace kontor::match {

enum class Baseline : std::uint8_t {
    Popularity,
    ThemePopularity,
    SharedNeighbours,
    AdamicAdar,
    Cosine,
    PersonalisedPageRank,
    Ease,
};
inline constexpr std::size_t kBaselines = 7;
/// "popularity", "popularity_in_theme", "common_neighbours" …
[[nodiscard]] std::string_view word(Baseline baseline);

/// Cost: of EASE n³ for the n organisations with two joint projects and more (at most 9,000, those with
/// most), and 4 n² bytes; of common neighbours and Adamic–Adar 4 bytes for each pair of partners.
[[nodiscard]] std::unique_ptr<TeamRanker> make_baseline(Baseline baseline, const TeamHistory& history);

}  // namespace kontor::match
