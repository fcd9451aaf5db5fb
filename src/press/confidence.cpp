// SPDX-License-Identifier: EUPL-1.2
#include "press/confidence.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kontor::press {
namespace {

constexpr double kOther = 0.75;
constexpr double kFromContext = 0.97;  // factor
constexpr double kPlanned = 0.9;       // factor

/// By name of the rule: how often it held on noted items of several hands, those that it was not made on
/// counted threefold, drawn towards 0.78 by eight more.
struct RuleRate {
    std::string_view rule;
    double rate;
};
constexpr std::array<RuleRate, 129> kRates{{
    {"acts-in", 0.83},
    {"agreement-between", 0.87},
    {"agreement-signed", 0.73},
    {"agreement-term", 0.80},
    {"apposed-place", 0.82},
    {"author-line", 0.84},
    {"basis", 0.68},
    {"belongs-to", 0.80},
    {"benefits", 0.57},
    {"between-places", 0.82},
    {"body-funded", 0.82},
    {"body-project", 0.91},
    {"bracket-place", 0.90},
    {"centre-for", 0.84},
    {"consists-of", 0.87},
    {"contact-line", 0.93},
    {"contact-named", 0.70},
    {"contact-of-item", 0.77},
    {"coordinator", 0.85},
    {"count", 0.91},
    {"count-of-context", 0.87},
    {"count-of-place", 0.87},
    {"day-of-context", 0.69},
    {"day-of-item", 0.69},
    {"day-of-opening", 0.64},
    {"deadline", 0.78},
    {"duration", 0.85},
    {"end-word", 0.87},
    {"event-count", 0.80},
    {"event-count-before", 0.62},
    {"event-day", 0.86},
    {"event-for", 0.80},
    {"event-funded", 0.78},
    {"event-in", 0.87},
    {"event-line", 0.82},
    {"event-of-body", 0.66},
    {"event-of-project", 0.82},
    {"event-span", 0.96},
    {"field-of", 0.86},
    {"field-of-context", 0.81},
    {"field-of-work", 0.92},
    {"follows", 0.80},
    {"for-place", 0.75},
    {"forerunner", 0.77},
    {"founded", 0.92},
    {"founded-in", 0.80},
    {"from-place", 0.87},
    {"funded", 0.78},
    {"funder-and-programme", 0.83},
    {"gathered", 0.84},
    {"gathered-there", 0.78},
    {"heading-body", 0.80},
    {"heading-goal", 0.75},
    {"heading-topic", 0.63},
    {"heads", 0.85},
    {"in-frame-of", 0.95},
    {"in-place", 0.71},
    {"joins", 0.80},
    {"label", 0.82},
    {"leads-in-person", 0.72},
    {"leads-trip", 0.75},
    {"leaves", 0.70},
    {"led-by", 0.82},
    {"listed-chosen", 0.45},
    {"main-body", 0.78},
    {"main-thing", 0.82},
    {"member-word", 0.91},
    {"money", 0.86},
    {"money-from", 0.59},
    {"mutual-membership", 0.82},
    {"network-partner", 0.82},
    {"new-members", 0.57},
    {"of-place", 0.95},
    {"one-day", 0.60},
    {"open-for", 0.77},
    {"opening", 0.83},
    {"opening-agreement", 0.75},
    {"organiser", 0.83},
    {"part-word", 0.80},
    {"partner-word", 0.84},
    {"person-there", 0.78},
    {"phase-start", 0.80},
    {"post", 0.93},
    {"post-clause", 0.78},
    {"presents", 0.76},
    {"profile-line", 0.80},
    {"programme-in-bracket", 0.80},
    {"programme-line", 0.86},
    {"programme-of-body", 0.86},
    {"programme-project", 0.94},
    {"project-place", 0.82},
    {"prominent", 0.79},
    {"received", 0.70},
    {"represents-in", 0.86},
    {"route", 0.95},
    {"runs", 0.89},
    {"runs-since", 0.82},
    {"seat", 0.95},
    {"selected", 0.78},
    {"selected-takes-part", 0.43},
    {"sent-by", 0.72},
    {"since-coordinated", 0.82},
    {"source-line", 0.88},
    {"speaker", 0.82},
    {"speaks-at", 0.82},
    {"spoken-of-there", 0.75},
    {"start-of-item", 0.78},
    {"start-word", 0.74},
    {"stop-word", 0.80},
    {"takes-part", 0.87},
    {"target-market", 0.86},
    {"together", 0.81},
    {"told-contact", 0.75},
    {"topic-beside", 0.62},
    {"topic-in-name", 0.82},
    {"topic-of-item", 0.75},
    {"topic-of-name", 0.69},
    {"towards", 0.74},
    {"travels-to", 0.78},
    {"trip-stops", 0.90},
    {"trip-to", 0.93},
    {"trip-to-event", 0.82},
    {"until-then", 0.82},
    {"venue", 0.93},
    {"venue-before", 0.82},
    {"visits-body", 0.83},
    {"we", 0.56},
    {"where-clause", 0.78},
    {"works-in", 0.84},
}};

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
