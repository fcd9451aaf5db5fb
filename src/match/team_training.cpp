// SPDX-License-Identifier: EUPL-1.2
#include "match/team_training.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "match/choice_fit.hpp"
#include "match/mixed_bits.hpp"

namespace kontor::match {
namespace {

constexpr std::size_t kFewestKnown = 3;
constexpr std::size_t kFewestCases = 200;
constexpr network::Day kYear = 365;

/// Draws the candidates of one case.
class Draw {
public:
    explicit Draw(TeamEvidenceGatherer& gatherer) : gatherer_(gatherer) {}

    /// No candidates when no project joins the hidden one with the team: nothing is to be learnt from it.
    Occasion choose(const TeamCase& one) {
        gatherer_.ask(one.question);
        chosen_.assign(gatherer_.history().organisation_count(), 0);
        for (const std::uint32_t given : one.question.given) chosen_[given] = 1;
        occasion_ = {};
        const auto& all_met = gatherer_.met();
        if (std::find(all_met.begin(), all_met.end(), one.hidden) == all_met.end()) return {};
        take(one.hidden, 1);
        take_near();
        take_met();
        return std::move(occasion_);
    }

private:
    static constexpr std::size_t kBest = 250;
    static constexpr std::size_t kNear = 200;
    static constexpr std::size_t kMet = 80;

    void take(std::uint32_t organisation, Float weight) {
        chosen_[organisation] = 1;
        const auto participations = gatherer_.history().standing(organisation).participations;
        occasion_.candidates.push_back({weight, static_cast<std::uint8_t>(renown(participations))});
        const TeamEvidenceRow row = gatherer_.row(organisation);
        occasion_.rows.insert(occasion_.rows.end(), row.begin(), row.end());
    }

    void take_spread(const std::vector<std::uint32_t>& from, std::size_t count) {
        const std::size_t taken = std::min(count, from.size());
        const Float weight =
            static_cast<Float>(from.size()) / static_cast<Float>(std::max(taken, std::size_t{1}));
        for (std::size_t i = 0; i < taken; ++i) take(from[i * from.size() / taken], weight);
        for (const std::uint32_t organisation : from) chosen_[organisation] = 1;
    }

    // The union of the best by several kinds of evidence, thinned evenly.
    void take_near() {
        constexpr std::array kBy{TeamEvidence::TeamSharp, TeamEvidence::TeamBroad, TeamEvidence::BothRings,
                                 TeamEvidence::OwnShare,  TeamEvidence::RootShare, TeamEvidence::Cosine,
                                 TeamEvidence::Name};
        std::array<std::vector<std::pair<Float, std::uint32_t>>, kBy.size()> ranked;
        for (const std::uint32_t candidate : gatherer_.met()) {
            if (chosen_[candidate] != 0) continue;
            const TeamEvidenceRow row = gatherer_.row(candidate);
            for (std::size_t k = 0; k < kBy.size(); ++k) {
                ranked[k].emplace_back(-row[static_cast<std::size_t>(kBy[k])], candidate);
            }
        }
        std::vector<std::uint32_t> near;
        for (auto& list : ranked) {
            const std::size_t count = std::min(kBest, list.size());
            std::partial_sort(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count), list.end());
            for (std::size_t i = 0; i < count; ++i) near.push_back(list[i].second);
        }
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        take_spread(near, kNear);
    }

    // Of the others whom a project joins with the team, a few that stand for all.
    void take_met() {
        std::vector<std::uint32_t> met;
        for (const std::uint32_t candidate : gatherer_.met()) {
            if (chosen_[candidate] == 0) met.push_back(candidate);
        }
        std::sort(met.begin(), met.end());
        take_spread(met, kMet);
    }

    TeamEvidenceGatherer& gatherer_;
    std::vector<std::uint8_t> chosen_;
    Occasion occasion_;
};

TeamModel team_model(const ChoiceModel& learnt) {
    TeamModel model;
    std::copy(learnt.mean.begin(), learnt.mean.end(), model.mean.begin());
    std::copy(learnt.scale.begin(), learnt.scale.end(), model.scale.begin());
    std::copy(learnt.offset.begin(), learnt.offset.end(), model.offset.begin());
    for (std::size_t known = 0; known < kRenowns; ++known) {
        std::copy(learnt.weights[known].begin(), learnt.weights[known].end(), model.weights[known].begin());
    }
    return model;
}

}  // namespace

std::vector<TeamCase> team_cases(const TeamHistory& history, const TeamRecords& records, network::Day from,
                                 network::Day until) {
    std::vector<const TeamProject*> later;
    for (const TeamProject& project : records.projects) {
        if (project.day == network::kUnknownDay) continue;
        if (from != network::kUnknownDay && project.day < from) continue;
        if (until != network::kUnknownDay && project.day >= until) continue;
        later.push_back(&project);
    }
    std::sort(later.begin(), later.end(), [](const TeamProject* left, const TeamProject* right) {
        return std::pair(left->day, std::string_view(left->id)) <
               std::pair(right->day, std::string_view(right->id));
    });
    std::vector<TeamCase> out;
    std::size_t team = 0;
    for (const TeamProject* project : later) {
        std::vector<std::uint32_t> known;
        for (const std::uint32_t member : project->members) {
            if (history.number(member) != TeamHistory::kNone) known.push_back(history.number(member));
        }
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        if (known.size() < kFewestKnown) continue;
        const auto themes = history.theme_numbers(project->themes);
        for (const std::uint32_t hidden : known) {
            TeamCase one{{known, themes}, hidden, team};
            std::erase(one.question.given, hidden);
            out.push_back(std::move(one));
        }
        ++team;
    }
    return out;
}

std::vector<std::uint8_t> sampled_teams(std::span<const std::size_t> teams, std::size_t limit,
                                        std::uint64_t seed) {
    const std::size_t count = teams.empty() ? 0 : teams.back() + 1;
    if (limit == 0 || teams.size() <= limit) return std::vector<std::uint8_t>(count, 1);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [seed](std::size_t left, std::size_t right) {
        return std::pair(mixed_bits(left ^ mixed_bits(seed)), left) <
               std::pair(mixed_bits(right ^ mixed_bits(seed)), right);
    });
    std::vector<std::size_t> sizes(count, 0);
    for (const std::size_t team : teams) ++sizes[team];
    std::vector<std::uint8_t> kept(count, 0);
    std::size_t cases = 0;
    for (const std::size_t team : order) {
        if (cases >= limit) break;
        kept[team] = 1;
        cases += sizes[team];
    }
    return kept;
}

TeamModel train_team_model(const TeamRecords& records, network::Day until, const TrainingPlan& plan) {
    const network::Day end = TeamHistory(records, until).end();
    const network::Day begin = end - kYear;
    const TeamHistory before(records, begin);
    const auto cases = sample_cases(team_cases(before, records, begin, until), plan.cases, 1);
    if (cases.size() < kFewestCases) return shipped_team_model();
    TeamEvidenceGatherer gatherer(before);
    Draw draw(gatherer);
    std::vector<Occasion> occasions;
    occasions.reserve(cases.size());
    for (const TeamCase& one : cases) {
        Occasion occasion = draw.choose(one);
        if (!occasion.candidates.empty()) occasions.push_back(std::move(occasion));
    }
    if (occasions.size() < kFewestCases / 2) return shipped_team_model();
    return team_model(fit_choices(std::move(occasions), {kTeamEvidence, kRenowns, plan.rounds, plan.ridge}));
}

}  // namespace kontor::match
