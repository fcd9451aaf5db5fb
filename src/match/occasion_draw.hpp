// SPDX-License-Identifier: EUPL-1.2
// Draws the candidates that one occasion of learning chooses between: who was taken, the likely others, and a
// few that stand for all the rest. What evidence they have is the caller's. Pure, without chance.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "match/choice_fit.hpp"
#include "match/teams.hpp"

namespace kontor::match {

class OccasionDraw {
public:
    /// Appends the evidence of an organisation to a row.
    using AppendRow = std::function<void(std::uint32_t organisation, std::vector<Float>& rows)>;

    /// `history` must outlive this; groups are Renown.
    OccasionDraw(const TeamHistory& history, AppendRow append_row)
        : history_(history), append_row_(std::move(append_row)) {}

    /// Begins an occasion at which `taken` was taken; `excluded` cannot be drawn.
    void begin(std::uint32_t taken, std::span<const std::uint32_t> excluded);
    /// Neither drawn nor excluded nor stood for so far.
    [[nodiscard]] bool is_free(std::uint32_t organisation) const { return chosen_[organisation] == 0; }
    /// Takes at most `count` of `from`, evenly spread; they stand for all of them.
    void take_spread(std::span<const std::uint32_t> from, std::size_t count);
    /// The occasion; the next one must begin.
    [[nodiscard]] Occasion finish() { return std::move(occasion_); }

private:
    void take(std::uint32_t organisation, Float stands_for);

    const TeamHistory& history_;
    AppendRow append_row_;
    std::vector<std::uint8_t> chosen_;
    Occasion occasion_;
};

/// Organisations by one kind of evidence: its value, negative so that the best come first.
using RankedByEvidence = std::vector<std::pair<Float, std::uint32_t>>;

/// The first `count` of each list, ascending by organisation, each once. Orders the lists.
[[nodiscard]] std::vector<std::uint32_t> best_of_each(std::span<RankedByEvidence> lists, std::size_t count);

}  // namespace kontor::match
