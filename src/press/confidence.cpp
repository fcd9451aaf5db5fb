// SPDX-License-Identifier: EUPL-1.2
#include "press/confidence.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kontor::press {
namespace {

constexpr double kOther = 0.8;
constexpr double kFromContext = 0.9;  // factor
constexpr double kPlanned = 0.9;      // factor

struct RuleRate {
    std::string_view rule;
    double rate;
};
constexpr std::array<RuleRate, 1> kRates{{{"bracket-place", 0.95}}};

}  // namespace

double confidence_of(const Fact& fact, bool from_context) {
    const auto* found = std::ranges::find(kRates, std::string_view(fact.rule), &RuleRate::rule);
    double confidence = found == kRates.end() ? kOther : found->rate;
    if (from_context) confidence *= kFromContext;
    if (fact.certainty == Certainty::Planned || fact.certainty == Certainty::Possible) confidence *= kPlanned;
    return confidence;
}

}  // namespace kontor::press
