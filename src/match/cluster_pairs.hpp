// SPDX-License-Identifier: EUPL-1.2
// Which clusters come to cooperate: pairs of clusters that first met after a day are looked for in what was
// known before it, from both sides with the completion model. Pure, deterministic; one thread per object.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/team_completion.hpp"
#include "match/teams.hpp"

namespace kontor::match {

/// A cluster that came to cooperate with `hidden`. Ranked are clusters that it had not worked with.
struct ClusterCase {
    TeamQuestion question;  // the one cluster, with its parts of the programme
    std::uint32_t hidden = 0;
    std::vector<std::uint32_t> others;  // all that take no place, ascending
    std::size_t team = 0;               // the cluster's place among the clusters
};

/// Both directions of every pair of `clusters` (numbers in the history, ascending) that have their first
/// project in common on or after `from`, in `later`.
[[nodiscard]] std::vector<ClusterCase> cluster_cases(const TeamRecords& later, const TeamHistory& history,
                                                     std::span<const std::uint32_t> clusters,
                                                     network::Day from);

/// Clusters by how well each completes the other: the sum of the model's scores from both sides. Others get
/// the lowest score.
class ClusterCompletion final : public TeamRanker {
public:
    ClusterCompletion(const TeamHistory& history, const TeamModel& model,
                      std::span<const std::uint32_t> clusters);
    /// Takes questions of one given cluster.
    void score(const TeamQuestion& question, std::span<Float> scores) override;

private:
    std::vector<std::uint32_t> clusters_;
    std::vector<Float> sides_;  // clusters × clusters: what the model gives the column as partner of the row
};

/// The plain method "same sector": cosine of what both do by parts of the programme.
class SectorRanker final : public TeamRanker {
public:
    /// `history` must outlive this.
    explicit SectorRanker(const TeamHistory& history) : history_(history) {}
    void score(const TeamQuestion& question, std::span<Float> scores) override;

private:
    const TeamHistory& history_;
};

}  // namespace kontor::match
