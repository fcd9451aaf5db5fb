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
    explicit Sheet(Detail detail) : detail_(detail) {}

    /// `make` gives the Evidence; called only when it is wanted and the amount is positive.
    template <class Make>
    void add(double amount, Make&& make) {
        if (!(amount > 0)) return;
        sum_ += amount;
        if (detail_ == Detail::Evidence) items_.push_back({amount, make()});
    }
    [[nodiscard]] double sum() const { return sum_; }
    [[nodiscard]] bool wants_evidence() const { return detail_ == Detail::Evidence; }

    /// Largest share first, at most `most` and the rest as one; the shares add up to `value`.
    [[nodiscard]] std::vector<Evidence> evidence(double value, std::size_t most) {
        std::stable_sort(items_.begin(), items_.end(),
                         [](const Item& a, const Item& b) { return a.amount > b.amount; });
        std::vector<Evidence> out;
        double rest = 0;
        for (Item& item : items_) {
            if (out.size() < most) {
                item.evidence.share = value * item.amount / sum_;
                out.push_back(std::move(item.evidence));
            } else {
                rest += item.amount;
            }
        }
        if (items_.size() > most) {
            Evidence remaining;
            remaining.type = EvidenceType::Rest;
            remaining.share = value * rest / sum_;
            remaining.number = static_cast<double>(items_.size() - most);
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
    double sum_ = 0;
    std::vector<Item> items_;
};

/// 0 for 0, towards 1 for much; half at `half`.
[[nodiscard]] inline double saturated(double sum, double half) {
    return sum / (sum + half);
}

}  // namespace kontor::match
