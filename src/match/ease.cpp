// SPDX-License-Identifier: EUPL-1.2
#include "match/ease.hpp"

#include <lapacke.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace kontor::match {

Ease::Ease(const TeamHistory& history) : item_of_(history.organisation_count(), TeamHistory::kNone) {
    for (std::uint32_t i = 0; i < history.organisation_count(); ++i) {
        if (history.projects(i).size() >= 2) items_.push_back(i);
    }
    if (items_.size() > kMostItems) {
        std::stable_sort(items_.begin(), items_.end(), [&](std::uint32_t left, std::uint32_t right) {
            return history.projects(left).size() > history.projects(right).size();
        });
        items_.resize(kMostItems);
        std::sort(items_.begin(), items_.end());
    }
    const std::size_t n = items_.size();
    for (std::uint32_t item = 0; item < n; ++item) item_of_[items_[item]] = item;
    inverse_.assign(n * n, 0);
    for (std::size_t item = 0; item < n; ++item) inverse_[item * n + item] = kLambda;
    for (std::size_t project = 0; project < history.project_count(); ++project) {
        for (const std::uint32_t one : history.members(project)) {
            for (const std::uint32_t other : history.members(project)) {
                if (item_of_[one] == TeamHistory::kNone || item_of_[other] == TeamHistory::kNone) continue;
                inverse_[std::size_t{item_of_[one]} * n + item_of_[other]] += 1;
            }
        }
    }
    // Positive definite whatever the projects are: the diagonal holds λ.
    const auto order = static_cast<lapack_int>(n);
    if (n == 0 || LAPACKE_spotrf(LAPACK_ROW_MAJOR, 'U', order, inverse_.data(), order) != 0 ||
        LAPACKE_spotri(LAPACK_ROW_MAJOR, 'U', order, inverse_.data(), order) != 0) {
        items_.clear();
        return;
    }
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t column = 0; column < row; ++column) {
            inverse_[row * n + column] = inverse_[column * n + row];
        }
    }
}

void Ease::score(const TeamQuestion& question, std::span<Float> scores) {
    std::fill(scores.begin(), scores.end(), Float{0});
    const std::size_t n = items_.size();
    for (const std::uint32_t member : question.given) {
        if (n == 0 || item_of_[member] == TeamHistory::kNone) continue;
        const Float* row = &inverse_[std::size_t{item_of_[member]} * n];
        for (std::size_t item = 0; item < n; ++item) scores[items_[item]] -= row[item];
    }
    for (std::size_t item = 0; item < n; ++item) scores[items_[item]] /= inverse_[item * n + item];
}

}  // namespace kontor::match
