// SPDX-License-Identifier: EUPL-1.2
#include "match/part_learning.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "match/choice_fit.hpp"

namespace kontor::match {
namespace {

constexpr std::size_t kOthers = 160;
constexpr std::size_t kFewest = 20;        // to choose from
constexpr std::size_t kPartnersOfOne = 4;  // more of one subject's say little more

/// The parts, and after them how well known somebody is.
constexpr std::size_t kWidth = kParts + 1;
using Mask = std::array<bool, kWidth>;

/// What there was to choose from, the one taken first.
using Choice = std::vector<BareParts>;

/// Nobody of them can become a new partner.
std::vector<network::OrganisationIndex> already_met(const network::Picture& picture,
                                                    network::OrganisationIndex subject) {
    std::vector<network::OrganisationIndex> out;
    for (const network::TieIndex tie : picture.ties(subject)) {
        const auto all = picture.organisations(tie);
        out.insert(out.end(), all.begin(), all.end());
    }
    return out;
}

std::vector<Choice> choices_of(const network::Picture& picture, const NewPartners& one) {
    PartnerRequest request;
    request.subject = one.subject;
    request.filters.excluded = already_met(picture, one.subject);
    request.filters.kinds = {picture.kind(one.partners.front())};
    for (const auto partner : one.partners) {
        if (std::find(request.filters.kinds.begin(), request.filters.kinds.end(), picture.kind(partner)) ==
            request.filters.kinds.end()) {
            request.filters.kinds.push_back(picture.kind(partner));
        }
    }
    const auto found = bare_parts(picture, request, one.partners, kOthers);
    const std::size_t taken = one.partners.size();
    if (!found || found.value().size() < taken + kFewest) return {};
    std::vector<Choice> out;
    const std::size_t step = (taken + kPartnersOfOne - 1) / kPartnersOfOne;
    for (std::size_t i = 0; i < taken; i += step) {
        // Whoever has nothing in common with the subject is on its list with no weights at all.
        if (!found.value()[i].listed) continue;
        Choice choice{found.value()[i]};
        choice.insert(choice.end(), found.value().begin() + static_cast<std::ptrdiff_t>(taken),
                      found.value().end());
        out.push_back(std::move(choice));
    }
    return out;
}

Occasion occasion_of(const Choice& choice, const Mask& mask) {
    Occasion out;
    for (const BareParts& one : choice) {
        out.candidates.push_back({static_cast<Float>(one.stands_for), 0});
        for (std::size_t i = 0; i < kParts; ++i) {
            out.rows.push_back(mask[i] ? static_cast<Float>(one.values[i]) : Float{0});
        }
        out.rows.push_back(mask[kParts] ? static_cast<Float>(one.known) : Float{0});
    }
    return out;
}

struct Fitted {
    PartWeights weights;
    double well_known = 0;
};

Fitted fitted(const std::vector<Choice>& choices) {
    Mask mask;
    mask.fill(true);
    Fitted out;
    for (bool again = true; again;) {
        std::vector<Occasion> occasions;
        occasions.reserve(choices.size());
        for (const Choice& choice : choices) occasions.push_back(occasion_of(choice, mask));
        const ChoiceModel model = fit_choices(std::move(occasions), {.width = kWidth});
        again = false;
        for (std::size_t i = 0; i < kWidth; ++i) {
            const double found = mask[i] ? double{model.weights[0][i]} * double{model.scale[i]} : 0;
            const double weight = i == kParts ? -found : found;
            (i == kParts ? out.well_known : out.weights.values[i]) = weight;
            if (weight >= 0) continue;
            mask[i] = false;
            again = true;
        }
    }
    return out;
}

double sum_of(const PartWeights& weights) {
    return std::accumulate(weights.values.begin(), weights.values.end(), 0.0);
}

double two_digits(double value) {
    return std::round(value * 100) / 100;
}

/// Learnt and shipped ones together, on the scale of the shipped ones.
Usual blended(const Fitted& learnt, std::size_t cases) {
    constexpr double kMost = 10;
    constexpr double kMostKnown = 0.3;
    Usual out;
    const double learnt_sum = sum_of(learnt.weights);
    if (!(learnt_sum > 0)) return out;
    const double share = static_cast<double>(cases) / static_cast<double>(cases + kShippedCases);
    const double shipped_sum = sum_of(out.weights);
    for (double& value : out.weights.values) {
        const auto i = static_cast<std::size_t>(&value - out.weights.values.data());
        const double scaled = learnt.weights.values[i] / learnt_sum * shipped_sum;
        value = std::min(kMost, two_digits(share * scaled + (1 - share) * value));
    }
    // What came about went to the well known more often than a list should: the shipped one is the least.
    const double scaled = two_digits(share * learnt.well_known / learnt_sum + (1 - share) * out.well_known);
    out.well_known = std::clamp(scaled, out.well_known, kMostKnown);
    return out;
}

double score(const BareParts& one, const Usual& usual) {
    const double sum = sum_of(usual.weights);
    double out = one.against - usual.well_known * one.known;
    for (std::size_t i = 0; i < kParts; ++i) out += usual.weights.values[i] / sum * one.values[i];
    return out;
}

double mean_reciprocal_rank(const std::vector<Choice>& choices, const Usual& usual) {
    double sum = 0;
    for (const Choice& choice : choices) {
        const double own = score(choice.front(), usual);
        double rank = 1;
        for (std::size_t i = 1; i < choice.size(); ++i) {
            const double other = score(choice[i], usual);
            if (other > own) rank += choice[i].stands_for;
            if (other == own) rank += choice[i].stands_for / 2;
        }
        sum += 1 / rank;
    }
    return choices.empty() ? 0 : sum / static_cast<double>(choices.size());
}

}  // namespace

LearntParts learn_parts(const network::Picture& picture, const std::vector<NewPartners>& all,
                        const std::function<bool(std::size_t)>& done) {
    std::vector<Choice> learnt_from;
    std::vector<Choice> checked;
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<Choice>& to = i % 2 == 0 ? learnt_from : checked;
        for (Choice& choice : choices_of(picture, all[i])) to.push_back(std::move(choice));
        if (!done(i + 1)) return {};
    }
    LearntParts out;
    out.cases = learnt_from.size();
    out.checked = checked.size();
    if (learnt_from.size() >= kShippedCases) {
        out.usual = blended(fitted(learnt_from), learnt_from.size());
    }
    out.shipped_mrr = mean_reciprocal_rank(checked, Usual());
    out.learnt_mrr = mean_reciprocal_rank(checked, out.usual);
    return out;
}

}  // namespace kontor::match
