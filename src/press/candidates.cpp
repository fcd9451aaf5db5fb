// SPDX-License-Identifier: EUPL-1.2
#include "press/candidates.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace kontor::press {

Candidates chosen(const View& view, Candidates candidates) {
    std::vector<std::uint32_t> order(candidates.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        const Candidate& a = candidates[left];
        const Candidate& b = candidates[right];
        if (a.weight != b.weight) return a.weight > b.weight;
        if (a.end - a.first != b.end - b.first) return a.end - a.first > b.end - b.first;
        return a.first != b.first ? a.first < b.first : left < right;
    });
    std::vector<bool> taken(view.size(), false);
    std::vector<std::uint32_t> found;
    for (const std::uint32_t index : order) {
        const Candidate& one = candidates[index];
        bool free = true;
        for (std::uint32_t i = one.first; i < one.end && free; ++i) free = !taken[i];
        if (!free) continue;
        for (std::uint32_t i = one.first; i < one.end; ++i) taken[i] = true;
        found.push_back(index);
    }
    std::ranges::stable_sort(found, {}, [&](std::uint32_t index) { return candidates[index].first; });
    Candidates kept;
    kept.reserve(found.size());
    for (const std::uint32_t index : found) kept.push_back(std::move(candidates[index]));
    return kept;
}

}  // namespace kontor::press
