// SPDX-License-Identifier: EUPL-1.2
#include "match/known_outcomes.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "match/scene.hpp"
#include "network/weights.hpp"

namespace kontor::match {
namespace {

using model::PartnerOutcome;
using network::Day;
using network::OrganisationIndex;

constexpr double kDaysPerYear = 365.25;
constexpr double kHalfLife = 4;  // years, as for ties
constexpr std::array<std::pair<PartnerOutcome, double>, 3> kWarmths{
    {{PartnerOutcome::Cooperated, 0.6}, {PartnerOutcome::Met, 0.3}, {PartnerOutcome::Accepted, 0.15}}};
constexpr double kDeclined = 0.2;
constexpr double kDeclinedHalfLife = 2;
constexpr double kAsked = 0.1;
constexpr double kAskedWholeYears = 0.5;
constexpr double kAskedOverYears = 1;

std::size_t at(PartnerOutcome outcome) {
    return static_cast<std::size_t>(outcome);
}

}  // namespace

KnownOutcomes::KnownOutcomes(const Scene& scene, const std::vector<KnownOutcome>& known)
    : today_(scene.picture().today()) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < known.size(); ++i) {
        const bool is_there = known[i].organisation.value < scene.picture().organisation_count();
        if (is_there && !scene.gone_note(i)) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&known](std::uint32_t a, std::uint32_t b) {
        return std::tuple(known[a].organisation, known[a].day, a) <
               std::tuple(known[b].organisation, known[b].day, b);
    });
    std::uint32_t place = 0;
    for (const std::uint32_t note : order) {
        const KnownOutcome& one = known[note];
        if (all_.empty() || all_.back().organisation != one.organisation) {
            all_.push_back({one.organisation, {}, one.outcome});
            place = 0;
        }
        all_.back().newest[at(one.outcome)] = {note, ++place, one.day};
        all_.back().latest = one.outcome;
    }
}

const KnownOutcomes::About* KnownOutcomes::about(OrganisationIndex candidate) const {
    const auto found = std::lower_bound(
        all_.begin(), all_.end(), candidate,
        [](const About& one, OrganisationIndex wanted) { return one.organisation < wanted; });
    return found == all_.end() || found->organisation != candidate ? nullptr : &*found;
}

/// 0 for a day that is not known.
double KnownOutcomes::years_since(Day day) const {
    if (day == network::kUnknownDay) return 0;
    return std::max(0.0, (static_cast<double>(today_) - static_cast<double>(day)) / kDaysPerYear);
}

std::vector<KnownOutcomes::Warmth> KnownOutcomes::warmths(OrganisationIndex candidate) const {
    std::vector<Warmth> out;
    const About* known = about(candidate);
    if (known == nullptr) return out;
    for (const auto& [outcome, amount] : kWarmths) {
        const Newest& newest = known->newest[at(outcome)];
        if (newest.place == 0) continue;
        const double decay = newest.day == network::kUnknownDay
                                 ? network::weights::kUndated
                                 : std::exp2(-years_since(newest.day) / kHalfLife);
        out.push_back({newest.note, outcome, newest.day, amount * decay});
    }
    return out;
}

double KnownOutcomes::warmth(OrganisationIndex candidate) const {
    double sum = 0;
    for (const Warmth& one : warmths(candidate)) sum += one.amount;
    return sum;
}

bool KnownOutcomes::is_unwanted(OrganisationIndex candidate) const {
    const About* known = about(candidate);
    return known != nullptr && known->latest == PartnerOutcome::Unwanted;
}

/// The refusal that nothing good has followed.
std::optional<KnownOutcomes::Newest> KnownOutcomes::open_refusal(const About& about) const {
    const Newest& declined = about.newest[at(PartnerOutcome::Declined)];
    if (declined.place == 0) return std::nullopt;
    for (const auto& [outcome, amount] : kWarmths) {
        if (about.newest[at(outcome)].place > declined.place) return std::nullopt;
    }
    return declined;
}

bool KnownOutcomes::is_asked(OrganisationIndex candidate) const {
    const About* known = about(candidate);
    if (known == nullptr) return false;
    return known->latest == PartnerOutcome::Asked || open_refusal(*known).has_value();
}

std::optional<KnownOutcomes::Against> KnownOutcomes::declined(OrganisationIndex candidate) const {
    const About* known = about(candidate);
    const std::optional<Newest> refusal = known != nullptr ? open_refusal(*known) : std::nullopt;
    if (!refusal) return std::nullopt;
    return Against{-kDeclined * std::exp2(-years_since(refusal->day) / kDeclinedHalfLife), refusal->day};
}

std::optional<KnownOutcomes::Against> KnownOutcomes::asked_already(OrganisationIndex candidate) const {
    const About* known = about(candidate);
    if (known == nullptr || known->latest != PartnerOutcome::Asked) return std::nullopt;
    const Day day = known->newest[at(PartnerOutcome::Asked)].day;
    const double left =
        std::clamp((kAskedOverYears - years_since(day)) / (kAskedOverYears - kAskedWholeYears), 0.0, 1.0);
    if (!(left > 0)) return std::nullopt;
    return Against{-kAsked * left, day};
}

std::vector<OrganisationIndex> KnownOutcomes::welcome() const {
    std::vector<OrganisationIndex> out;
    for (const About& one : all_) {
        const bool is_welcome = std::any_of(kWarmths.begin(), kWarmths.end(), [&one](const auto& good) {
            return one.newest[at(good.first)].place > 0;
        });
        if (is_welcome) out.push_back(one.organisation);
    }
    return out;
}

}  // namespace kontor::match
