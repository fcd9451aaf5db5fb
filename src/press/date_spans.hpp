// SPDX-License-Identifier: EUPL-1.2
// Dates and spans in the words of German, English and French: "ab Mitte 2019", "in der Zeit vom 15. bis 19.
// Mai 2017", "16–18 June", "en septembre 2018", "seit etwa drei Jahren". Pure; linear.
#pragma once

#include <memory>
#include <vector>

#include "press/findings.hpp"
#include "press/view.hpp"

namespace kontor::press {

class WrittenDates {
public:
    explicit WrittenDates(const View& view);
    ~WrittenDates();
    WrittenDates(const WrittenDates&) = delete;
    WrittenDates& operator=(const WrittenDates&) = delete;

    /// All of them by place. What lacks its year is counted from `published`, else from the nearest year that
    /// the text names; without either it is left out.
    [[nodiscard]] std::vector<DateSpan> resolved(const model::Date& published) const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

/// The date at the head of the item or after "veröffentlicht am", "published", "Stand": unknown when there is
/// none.
[[nodiscard]] model::Date stated_publication(const View& view, const std::vector<DateSpan>& dates);

}  // namespace kontor::press
