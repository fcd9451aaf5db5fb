// SPDX-License-Identifier: EUPL-1.2
#include "match/team_protocol.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "match/mixed_bits.hpp"

namespace kontor::match {
namespace {

struct Sum {
    double sum = 0;
    double count = 0;
};

/// `values` by team.
Measure measure(const std::map<std::size_t, Sum>& values) {
    constexpr double kNormal95 = 1.959963985;
    Sum all;
    for (const auto& [team, value] : values) {
        all.sum += value.sum;
        all.count += value.count;
    }
    if (all.count == 0) return {};
    const double mean = all.sum / all.count;
    double squares = 0;
    for (const auto& [team, value] : values) {
        const double off = value.sum - mean * value.count;
        squares += off * off;
    }
    const double half = kNormal95 * std::sqrt(squares) / all.count;
    return {mean, std::max(0.0, mean - half), std::min(1.0, mean + half)};
}

}  // namespace

double place_among(std::uint32_t organisation, std::span<const std::uint32_t> others,
                   std::span<const Float> scores) {
    // Sums in another order differ in the last digits; that must not decide a place.
    constexpr Float kRounding = 2e-6F;
    const Float own = scores[organisation];
    const Float slack = kRounding * std::abs(own);
    const auto is_better = [=](Float score) { return score > own + slack; };
    const auto is_equal = [=](Float score) { return std::abs(score - own) <= slack; };
    std::size_t better = 0;
    std::size_t equal = 0;
    for (const Float score : scores) {
        if (is_better(score)) ++better;
        if (is_equal(score)) ++equal;
    }
    --equal;  // itself
    for (const std::uint32_t other : others) {
        if (is_better(scores[other])) --better;
        if (is_equal(scores[other])) --equal;
    }
    return 1 + static_cast<double>(better) + static_cast<double>(equal) / 2;
}

double place_of_hidden(const TeamCase& one, std::span<const Float> scores) {
    return place_among(one.hidden, one.question.given, scores);
}

double place_of_hidden(const NeedCase& one, std::span<const Float> scores) {
    return place_among(one.hidden, one.others, scores);
}

double place_of_hidden(const ClusterCase& one, std::span<const Float> scores) {
    return place_among(one.hidden, one.others, scores);
}

void TeamMeter::add(std::size_t team, double place, bool rare) {
    cases_.push_back({team, place, rare});
}

TeamFigures TeamMeter::figures() const {
    const auto over = [this](const std::function<double(const Case&)>& value, bool rare_only) {
        std::map<std::size_t, Sum> sums;
        for (const Case& one : cases_) {
            if (rare_only && !one.rare) continue;
            sums[one.team].sum += value(one);
            sums[one.team].count += 1;
        }
        return measure(sums);
    };
    const auto hit = [](double places) {
        return [places](const Case& one) { return one.place <= places ? 1.0 : 0.0; };
    };
    TeamFigures out;
    out.mrr = over([](const Case& one) { return 1 / one.place; }, false);
    out.hit10 = over(hit(10), false);
    out.hit50 = over(hit(50), false);
    out.hit100 = over(hit(100), false);
    out.rare_hit50 = over(hit(50), true);
    out.cases = cases_.size();
    out.rare_cases = static_cast<std::size_t>(
        std::count_if(cases_.begin(), cases_.end(), [](const Case& one) { return one.rare; }));
    return out;
}

std::vector<TeamCase> shuffled_cases(const TeamHistory& history, const std::vector<TeamCase>& cases,
                                     std::uint64_t seed) {
    std::vector<TeamCase> out = cases;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto& given = out[i].question.given;
        std::uint64_t draw = mixed_bits(seed ^ mixed_bits(i));
        do {
            draw = mixed_bits(draw);
            out[i].hidden = static_cast<std::uint32_t>(draw % history.organisation_count());
        } while (given.size() < history.organisation_count() &&
                 std::find(given.begin(), given.end(), out[i].hidden) != given.end());
    }
    return out;
}

std::vector<std::string> leaked_projects(const TeamRecords& history, network::Day until,
                                         const TeamRecords& later) {
    std::set<std::string> known;
    for (const TeamProject& project : history.projects) {
        const bool is_before =
            until == network::kUnknownDay || project.day == network::kUnknownDay || project.day < until;
        if (is_before) known.insert(project.id);
    }
    std::set<std::string> out;
    for (const TeamProject& project : later.projects) {
        const bool is_asked =
            until == network::kUnknownDay || (project.day != network::kUnknownDay && project.day >= until);
        if (is_asked && known.count(project.id) != 0) out.insert(project.id);
    }
    return {out.begin(), out.end()};
}

}  // namespace kontor::match
