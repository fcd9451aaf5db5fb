// SPDX-License-Identifier: EUPL-1.2
// Where a part is added up: amounts with the evidence for each. For a bare score the evidence is never made;
// the sum is the same, bit for bit. A part's value is a saturating function of the sum; each piece of
// evidence gets the share of the value that its amount has of the sum.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "match/partners.hpp"

namespace kontor::match {

enum class Detail : std::uint8_t { Score, Evidence };

class Sheet {
public:
    /// Keeps the evidence of the `most` largest amounts; equal ones in the order of adding.
    Sheet(Detail detail, std::size_t most) : detail_(detail), most_(most) {}

    /// `make` gives the Evidence; called only when it is wanted and the amount is positive.
    template <class Make>
    void add(double amount, Make&& make) {
        if (!(amount > 0)) return;
        sum_ += amount;
        if (detail_ == Detail::Score) return;
        ++added_;
        if (items_.size() == most_) {
            if (items_.back().amount >= amount) {
                rest_ += amount;
                return;
            }
            rest_ += items_.back().amount;
            items_.pop_back();
        }
        const auto at = std::upper_bound(items_.begin(), items_.end(), amount,
                                         [](double value, const Item& item) { return value > item.amount; });
        items_.insert(at, Item{amount, make()});
    }
    [[nodiscard]] double sum() const { return sum_; }
    [[nodiscard]] bool wants_evidence() const { return detail_ == Detail::Evidence; }

    /// Largest share first, what was not kept as one; the shares add up to `value`.
    [[nodiscard]] std::vector<Evidence> evidence(double value) {
        std::vector<Evidence> out;
        for (Item& item : items_) {
            item.evidence.share = value * item.amount / sum_;
            out.push_back(std::move(item.evidence));
        }
        if (added_ > items_.size()) {
            Evidence remaining;
            remaining.type = EvidenceType::Rest;
            remaining.share = value * rest_ / sum_;
            remaining.number = static_cast<double>(added_ - items_.size());
            out.push_back(std::move(remaining));
        }
        return out;
    }

private:
    struct Item {
        double amount = 0;
        Evidence evidence;
    };
    Detail detail_;
    std::size_t most_;
    double sum_ = 0;
    double rest_ = 0;
    std::size_t added_ = 0;
    std::vector<Item> items_;  // largest first
};

/// 0 for 0, towards 1 for much; half at `half`.
[[nodiscard]] inline double saturated(double sum, double half) {
    return sum / (sum + half);
}

}  // namespace kontor::match
