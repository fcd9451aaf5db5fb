// SPDX-License-Identifier: EUPL-1.2
// EASE (H. Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019, arXiv 1905.03375): the
// item-item model B = I - P·diag(1/P), P = (XᵀX + λI)⁻¹, over the projects × organisations matrix X; a team's
// scores are its row times B. A baseline of `kontor evaluate`. Cost: n³ once, given·n per question, 4 n²
// bytes.
#pragma once

#include <vector>

#include "match/teams.hpp"

namespace kontor::match {

class Ease final : public TeamRanker {
public:
    static constexpr Float kLambda = 8;
    static constexpr std::size_t kMostItems = 9000;

    /// Over the organisations with two joint projects and more, at most `kMostItems`: those with most.
    explicit Ease(const TeamHistory& history);
    void score(const TeamQuestion& question, std::span<Float> scores) override;

private:
    std::vector<std::uint32_t> items_;    // organisations
    std::vector<std::uint32_t> item_of_;  // by organisation, kNone
    std::vector<Float> inverse_;          // P, symmetric, row by row
};

}  // namespace kontor::match
