// SPDX-License-Identifier: EUPL-1.2
// Learns to choose: on each occasion one of several candidates was taken, and the weights of a linear model
// over their evidence are found under which those taken would most likely have been (multinomial logit of
// McFadden 1974, ridge penalty; Adam of Kingma and Ba 2015 in a fixed order). Convex and without chance: the
// same occasions give the same weights. Pure. Cost: rounds × rows × width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kontor::match {

using Float = float;

/// One occasion; the candidate that was taken stands first. All of one fit have rows of the same width.
struct Occasion {
    struct Candidate {
        Float stands_for = 1;  // how many like it
        std::uint8_t group = 0;
    };
    std::vector<Candidate> candidates;
    std::vector<Float> rows;  // candidates × width
    Float weight = 1;
};

/// Score of a row in a group: offset + Σ weight · (value − mean) · scale. Group 0 has no offset.
struct ChoiceModel {
    std::vector<Float> mean;
    std::vector<Float> scale;                 // 1/standard deviation; 0 for what never varies
    std::vector<std::vector<Float>> weights;  // by group
    std::vector<Float> offset;                // by group
    [[nodiscard]] Float score(std::size_t group, std::span<const Float> row) const;
};

struct FitPlan {
    std::size_t width = 0;
    std::size_t groups = 1;
    std::size_t rounds = 15;  // through all occasions
    Float ridge = 1e-4F;      // five times as much on what sets a group apart from group 0
};

/// Takes the occasions, of which there must be at least one, because it standardises them in place.
[[nodiscard]] ChoiceModel fit_choices(std::vector<Occasion> occasions, const FitPlan& plan);

}  // namespace kontor::match
