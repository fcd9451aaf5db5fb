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

/// By name of the rule.
struct RuleRate {
    std::string_view rule;
    double rate;
};
constexpr std::array<RuleRate, 76> kRates{{{"agreement-between", 0.95},
                                           {"agreement-signed", 0.85},
                                           {"author-line", 0.95},
                                           {"basis", 0.90},
                                           {"between-places", 0.85},
                                           {"body-funded", 0.75},
                                           {"body-project", 0.92},
                                           {"bracket-place", 0.96},
                                           {"centre-for", 0.90},
                                           {"consists-of", 0.90},
                                           {"contact-line", 0.93},
                                           {"contact-of-item", 0.60},
                                           {"coordinator", 0.94},
                                           {"count", 0.93},
                                           {"count-of-context", 0.60},
                                           {"count-of-place", 0.85},
                                           {"day-of-context", 0.65},
                                           {"day-of-item", 0.50},
                                           {"duration", 0.85},
                                           {"end-word", 0.90},
                                           {"event-day", 0.92},
                                           {"event-for", 0.85},
                                           {"event-in", 0.82},
                                           {"event-span", 0.93},
                                           {"field-of", 0.85},
                                           {"field-of-context", 0.85},
                                           {"follows", 0.90},
                                           {"for-place", 0.82},
                                           {"founded", 0.95},
                                           {"from-place", 0.93},
                                           {"funded", 0.93},
                                           {"funder-and-programme", 0.88},
                                           {"in-frame-of", 0.92},
                                           {"in-place", 0.82},
                                           {"joins", 0.85},
                                           {"label", 0.82},
                                           {"leaves", 0.90},
                                           {"main-body", 0.75},
                                           {"main-thing", 0.82},
                                           {"member-word", 0.92},
                                           {"money", 0.90},
                                           {"money-from", 0.75},
                                           {"mutual-membership", 0.95},
                                           {"network-partner", 0.95},
                                           {"of-place", 0.93},
                                           {"open-for", 0.75},
                                           {"opening", 0.93},
                                           {"organiser", 0.90},
                                           {"part-word", 0.75},
                                           {"partner-word", 0.92},
                                           {"phase-start", 0.93},
                                           {"post", 0.95},
                                           {"presents", 0.86},
                                           {"programme-in-bracket", 0.88},
                                           {"programme-of-body", 0.92},
                                           {"programme-project", 0.94},
                                           {"project-place", 0.75},
                                           {"runs", 0.93},
                                           {"selected", 0.90},
                                           {"selected-takes-part", 0.90},
                                           {"since-coordinated", 0.75},
                                           {"source-line", 0.70},
                                           {"speaker", 0.88},
                                           {"start-of-item", 0.50},
                                           {"start-word", 0.86},
                                           {"takes-part", 0.80},
                                           {"target-market", 0.94},
                                           {"together", 0.86},
                                           {"topic-beside", 0.65},
                                           {"topic-of-item", 0.45},
                                           {"towards", 0.87},
                                           {"trip-stops", 0.93},
                                           {"trip-to", 0.93},
                                           {"venue", 0.93},
                                           {"we", 0.55},
                                           {"works-in", 0.85}}};

}  // namespace

double confidence_of(const Fact& fact, bool from_context) {
    const auto found = std::ranges::lower_bound(kRates, std::string_view(fact.rule), {}, &RuleRate::rule);
    const bool is_known = found != kRates.end() && found->rule == fact.rule;
    double confidence = is_known ? found->rate : kOther;
    if (from_context) confidence *= kFromContext;
    if (fact.certainty == Certainty::Planned || fact.certainty == Certainty::Possible) confidence *= kPlanned;
    return confidence;
}

}  // namespace kontor::press
