// SPDX-License-Identifier: EUPL-1.2
// Walks over two ascending lists and visits what is in both: by merging when they are of like length, else by
// galloping through the longer one (Bentley, Yao 1976), which costs the shorter one times the logarithm of
// the gap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace kontor::search {

/// First position >= `from` in `list` whose value is >= `value`.
[[nodiscard]] inline std::size_t gallop(std::span<const std::uint32_t> list, std::size_t from,
                                        std::uint32_t value) {
    std::size_t step = 1;
    std::size_t low = from;
    std::size_t high = from;
    while (high < list.size() && list[high] < value) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    if (high > list.size()) high = list.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (list[middle] < value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

inline constexpr std::size_t kGallopRatio = 16;

/// Calls visit(position in a, position in b) for each common value, ascending.
template <class Visit>
void intersect(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Visit visit) {
    if (a.size() * kGallopRatio < b.size()) {
        for (std::size_t i = 0, j = 0; i < a.size(); ++i) {
            j = gallop(b, j, a[i]);
            if (j == b.size()) return;
            if (b[j] == a[i]) visit(i, j);
        }
        return;
    }
    if (b.size() * kGallopRatio < a.size()) {
        for (std::size_t i = 0, j = 0; j < b.size(); ++j) {
            i = gallop(a, i, b[j]);
            if (i == a.size()) return;
            if (a[i] == b[j]) visit(i, j);
        }
        return;
    }
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const std::uint32_t left = a[i];
        const std::uint32_t right = b[j];
        if (left == right) visit(i, j);
        i += left <= right ? 1U : 0U;
        j += right <= left ? 1U : 0U;
    }
}

}  // namespace kontor::search
