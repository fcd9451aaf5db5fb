// SPDX-License-Identifier: EUPL-1.2
#include "match/occasion_draw.hpp"

#include <algorithm>

#include "match/team_completion.hpp"

namespace kontor::match {

void OccasionDraw::begin(std::uint32_t taken, std::span<const std::uint32_t> excluded) {
    chosen_.assign(history_.organisation_count(), 0);
    for (const std::uint32_t organisation : excluded) chosen_[organisation] = 1;
    occasion_ = {};
    take(taken, 1);
}

void OccasionDraw::take(std::uint32_t organisation, Float stands_for) {
    chosen_[organisation] = 1;
    const Renown known = renown(history_.standing(organisation).participations);
    occasion_.candidates.push_back({stands_for, static_cast<std::uint8_t>(known)});
    append_row_(organisation, occasion_.rows);
}

void OccasionDraw::take_spread(std::span<const std::uint32_t> from, std::size_t count) {
    const std::size_t taken = std::min(count, from.size());
    const Float each = static_cast<Float>(from.size()) / static_cast<Float>(std::max(taken, std::size_t{1}));
    for (std::size_t i = 0; i < taken; ++i) take(from[i * from.size() / taken], each);
    for (const std::uint32_t organisation : from) chosen_[organisation] = 1;
}

std::vector<std::uint32_t> best_of_each(std::span<RankedByEvidence> lists, std::size_t count) {
    std::vector<std::uint32_t> out;
    for (RankedByEvidence& list : lists) {
        const std::size_t taken = std::min(count, list.size());
        std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(taken), list.end());
        for (std::size_t i = 0; i < taken; ++i) out.push_back(list[i].second);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace kontor::match
