// SPDX-License-Identifier: EUPL-1.2
#include "match/team_training.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "match/choice_fit.hpp"
#include "match/mixed_bits.hpp"
#include "match/occasion_draw.hpp"

namespace kontor::match {
namespace {

constexpr std::size_t kFewestKnown = 3;
constexpr std::size_t kFewestCases = 200;
constexpr network::Day kYear = 365;

/// Draws the candidates of one case.
class Draw {
public:
    explicit Draw(TeamEvidenceGatherer& gatherer)
        : gatherer_(gatherer),
          drawn_(gatherer.history(), [&gatherer](std::uint32_t organisation, std::vector<Float>& rows) {
              const TeamEvidenceRow row = gatherer.row(organisation);
              rows.insert(rows.end(), row.begin(), row.end());
          }) {}

    /// No candidates when no project joins the hidden one with the team: nothing is to be learnt from it.
    Occasion choose(const TeamCase& one) {
        constexpr std::size_t kNear = 200;
        constexpr std::size_t kMet = 80;
        gatherer_.ask(one.question);
        const auto& all_met = gatherer_.met();
        if (std::find(all_met.begin(), all_met.end(), one.hidden) == all_met.end()) return {};
        drawn_.begin(one.hidden, one.question.given);
        drawn_.take_spread(near(), kNear);
        drawn_.take_spread(met(), kMet);
        return drawn_.finish();
    }

private:
    // The union of the best by several kinds of evidence.
    std::vector<std::uint32_t> near() {
        constexpr std::size_t kBest = 250;
        constexpr std::array kBy{TeamEvidence::TeamSharp, TeamEvidence::TeamBroad, TeamEvidence::BothRings,
                                 TeamEvidence::OwnShare,  TeamEvidence::RootShare, TeamEvidence::Cosine,
                                 TeamEvidence::Name};
        std::array<RankedByEvidence, kBy.size()> ranked;
        for (const std::uint32_t candidate : gatherer_.met()) {
            if (!drawn_.is_free(candidate)) continue;
            const TeamEvidenceRow row = gatherer_.row(candidate);
            for (std::size_t k = 0; k < kBy.size(); ++k) {
                ranked[k].emplace_back(-row[static_cast<std::size_t>(kBy[k])], candidate);
            }
        }
        return best_of_each(ranked, kBest);
    }

    // The others whom a project joins with the team.
    [[nodiscard]] std::vector<std::uint32_t> met() const {
        std::vector<std::uint32_t> out;
        for (const std::uint32_t candidate : gatherer_.met()) {
            if (drawn_.is_free(candidate)) out.push_back(candidate);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    TeamEvidenceGatherer& gatherer_;
    OccasionDraw drawn_;
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

LearntTeamModel train_team_model(const TeamRecords& records, network::Day until, const TrainingPlan& plan) {
    const network::Day end = TeamHistory(records, until).end();
    const network::Day begin = end - kYear;
    const TeamHistory before(records, begin);
    const auto cases = sample_cases(team_cases(before, records, begin, until), plan.cases, 1);
    if (cases.size() < kFewestCases) return {shipped_team_model(), 0};
    TeamEvidenceGatherer gatherer(before);
    Draw draw(gatherer);
    std::vector<Occasion> occasions;
    occasions.reserve(cases.size());
    for (const TeamCase& one : cases) {
        Occasion occasion = draw.choose(one);
        if (!occasion.candidates.empty()) occasions.push_back(std::move(occasion));
    }
    if (occasions.size() < kFewestCases / 2) return {shipped_team_model(), 0};
    const std::size_t count = occasions.size();
    return {team_model(fit_choices(std::move(occasions), {kTeamEvidence, kRenowns, plan.rounds, plan.ridge})),
            count};
}

}  // namespace kontor::match
