// SPDX-License-Identifier: EUPL-1.2
#include "match/team_training.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "match/mixed_bits.hpp"

namespace kontor::match {
namespace {

constexpr std::size_t kFewestKnown = 3;
constexpr std::size_t kFewestCases = 200;
constexpr network::Day kYear = 365;
// Weights shared by all, those added for Seldom and Sometimes, and their two offsets.
constexpr std::size_t kParameters = kRenowns * kTeamEvidence + kRenowns;

struct Candidate {
    TeamEvidenceRow row;
    Float weight = 1;  // how many it stands for
    Renown known = Renown::Often;
};
struct Choice {
    std::vector<Candidate> candidates;  // the hidden one first
    Float weight = 1;
};

/// Draws the candidates of one case.
class Draw {
public:
    explicit Draw(TeamEvidenceGatherer& gatherer) : gatherer_(gatherer) {}

    /// No candidates when no project joins the hidden one with the team: nothing is to be learnt from it.
    Choice choose(const TeamCase& one, Float seldom_weight) {
        gatherer_.ask(one.question);
        chosen_.assign(gatherer_.history().organisation_count(), 0);
        for (const std::uint32_t given : one.question.given) chosen_[given] = 1;
        choice_ = {};
        const auto& all_met = gatherer_.met();
        if (std::find(all_met.begin(), all_met.end(), one.hidden) == all_met.end()) return {};
        take(one.hidden, 1);
        choice_.weight = choice_.candidates.front().known == Renown::Seldom ? seldom_weight : 1;
        take_near();
        take_met();
        return std::move(choice_);
    }

private:
    static constexpr std::size_t kBest = 250;
    static constexpr std::size_t kNear = 200;
    static constexpr std::size_t kMet = 80;

    void take(std::uint32_t organisation, Float weight) {
        chosen_[organisation] = 1;
        const auto participations = gatherer_.history().standing(organisation).participations;
        choice_.candidates.push_back({gatherer_.row(organisation), weight, renown(participations)});
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
    Choice choice_;
};

void standardise(std::vector<Choice>& choices, TeamModel& model) {
    constexpr double kFloor = 1e-6;
    std::array<double, kTeamEvidence> sums{};
    std::array<double, kTeamEvidence> squares{};
    double count = 0;
    for (const Choice& choice : choices) {
        for (const Candidate& candidate : choice.candidates) {
            count += 1;
            for (std::size_t i = 0; i < kTeamEvidence; ++i) {
                const double value = candidate.row[i];
                sums[i] += value;
                squares[i] += value * value;
            }
        }
    }
    for (std::size_t i = 0; i < kTeamEvidence; ++i) {
        const double mean = sums[i] / count;
        const double variance = squares[i] / count - mean * mean;
        model.mean[i] = static_cast<Float>(mean);
        model.scale[i] = variance > kFloor ? static_cast<Float>(1 / std::sqrt(variance)) : Float{0};
    }
    for (Choice& choice : choices) {
        for (Candidate& candidate : choice.candidates) {
            for (std::size_t i = 0; i < kTeamEvidence; ++i) {
                candidate.row[i] = (candidate.row[i] - model.mean[i]) * model.scale[i];
            }
        }
    }
}

using Parameters = std::vector<Float>;

/// Weights and offsets as the model has them.
void spread(const Parameters& parameters, TeamModel& model) {
    for (std::size_t known = 0; known < kRenowns; ++known) {
        for (std::size_t i = 0; i < kTeamEvidence; ++i) {
            const Float own = known == 0 ? Float{0} : parameters[known * kTeamEvidence + i];
            model.weights[known][i] = parameters[i] + own;
        }
        model.offset[known] = known == 0 ? Float{0} : parameters[kRenowns * kTeamEvidence + known];
    }
}

class Fit {
public:
    Fit(const std::vector<Choice>& choices, const TrainingPlan& plan) : choices_(choices), plan_(plan) {}

    // Adam (Kingma and Ba 2015) over small batches in an order that the cases' numbers decide.
    Parameters run() {
        std::vector<std::size_t> order(choices_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const std::size_t batches = (order.size() + kBatch - 1) / kBatch;
        const auto steps = static_cast<Float>(batches * plan_.rounds);
        for (std::size_t round = 0; round < plan_.rounds; ++round) {
            std::sort(order.begin(), order.end(), [round](std::size_t left, std::size_t right) {
                return std::pair(mixed_bits(left * kMostRounds + round), left) <
                       std::pair(mixed_bits(right * kMostRounds + round), right);
            });
            for (std::size_t begin = 0; begin < order.size(); begin += kBatch) {
                const std::size_t count = std::min(kBatch, order.size() - begin);
                step(gradient(std::span(order).subspan(begin, count)), 1 - static_cast<Float>(turn_) / steps);
            }
        }
        return at_;
    }

private:
    static constexpr std::size_t kBatch = 32;
    static constexpr std::size_t kMostRounds = 1024;

    void step(const Parameters& slope, Float left) {
        constexpr Float kStep = 0.02F;
        constexpr Float kFirst = 0.9F;
        constexpr Float kSecond = 0.999F;
        constexpr Float kTiny = 1e-8F;
        ++turn_;
        first_power_ *= kFirst;
        second_power_ *= kSecond;
        for (std::size_t i = 0; i < kParameters; ++i) {
            mean_[i] = kFirst * mean_[i] + (1 - kFirst) * slope[i];
            square_[i] = kSecond * square_[i] + (1 - kSecond) * slope[i] * slope[i];
            const Float first = mean_[i] / (1 - first_power_);
            const Float second = square_[i] / (1 - second_power_);
            at_[i] -= kStep * left * first / (std::sqrt(second) + kTiny);
        }
    }

    Parameters gradient(std::span<const std::size_t> batch) {
        spread(at_, model_);
        Parameters slope(kParameters, 0);
        for (const std::size_t choice : batch) add(choices_[choice], slope);
        constexpr Float kOwnRidge = 5;  // differences between the renowns cost more
        for (std::size_t i = 0; i < kParameters; ++i) {
            const bool own = i >= kTeamEvidence && i < kRenowns * kTeamEvidence;
            slope[i] = slope[i] / static_cast<Float>(batch.size()) +
                       plan_.ridge * (own ? kOwnRidge : Float{1}) * at_[i];
        }
        return slope;
    }

    void add(const Choice& choice, Parameters& slope) {
        constexpr Float kNegligible = 1e-6F;
        chances_.resize(choice.candidates.size());
        Float highest = -1e30F;
        for (std::size_t k = 0; k < chances_.size(); ++k) {
            const Candidate& candidate = choice.candidates[k];
            const auto known = static_cast<std::size_t>(candidate.known);
            const auto& weights = model_.weights[known];
            Float sum = model_.offset[known] + std::log(candidate.weight);
            for (std::size_t i = 0; i < kTeamEvidence; ++i) sum += weights[i] * candidate.row[i];
            chances_[k] = sum;
            highest = std::max(highest, sum);
        }
        Float total = 0;
        for (Float& chance : chances_) total += chance = std::exp(chance - highest);
        for (std::size_t k = 0; k < chances_.size(); ++k) {
            const Float error = choice.weight * (chances_[k] / total - (k == 0 ? Float{1} : Float{0}));
            if (std::abs(error) < kNegligible) continue;
            const Candidate& candidate = choice.candidates[k];
            const auto known = static_cast<std::size_t>(candidate.known);
            for (std::size_t i = 0; i < kTeamEvidence; ++i) slope[i] += error * candidate.row[i];
            if (known == 0) continue;
            for (std::size_t i = 0; i < kTeamEvidence; ++i) {
                slope[known * kTeamEvidence + i] += error * candidate.row[i];
            }
            slope[kRenowns * kTeamEvidence + known] += error;
        }
    }

    const std::vector<Choice>& choices_;
    const TrainingPlan& plan_;
    TeamModel model_;
    std::vector<Float> chances_;
    Parameters at_ = Parameters(kParameters, 0);
    Parameters mean_ = at_;
    Parameters square_ = at_;
    std::size_t turn_ = 0;
    Float first_power_ = 1;
    Float second_power_ = 1;
};

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

std::vector<TeamCase> sample_cases(const std::vector<TeamCase>& cases, std::size_t limit,
                                   std::uint64_t seed) {
    if (limit == 0 || cases.size() <= limit) return cases;
    const std::size_t teams = cases.back().team + 1;
    std::vector<std::size_t> order(teams);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [seed](std::size_t left, std::size_t right) {
        return std::pair(mixed_bits(left ^ mixed_bits(seed)), left) <
               std::pair(mixed_bits(right ^ mixed_bits(seed)), right);
    });
    std::vector<std::size_t> sizes(teams, 0);
    for (const TeamCase& one : cases) ++sizes[one.team];
    std::vector<std::uint8_t> kept(teams, 0);
    std::size_t count = 0;
    for (const std::size_t team : order) {
        if (count >= limit) break;
        kept[team] = 1;
        count += sizes[team];
    }
    std::vector<TeamCase> out;
    for (const TeamCase& one : cases) {
        if (kept[one.team] != 0) out.push_back(one);
    }
    return out;
}

TeamModel train_team_model(const TeamRecords& records, network::Day until, const TrainingPlan& plan) {
    const network::Day end = TeamHistory(records, until).end();
    const network::Day begin = end - kYear;
    const TeamHistory before(records, begin);
    const auto cases = sample_cases(team_cases(before, records, begin, until), plan.cases, 1);
    if (cases.size() < kFewestCases) return shipped_team_model();
    TeamEvidenceGatherer gatherer(before);
    Draw draw(gatherer);
    std::vector<Choice> choices;
    choices.reserve(cases.size());
    for (const TeamCase& one : cases) {
        Choice choice = draw.choose(one, plan.seldom_weight);
        if (!choice.candidates.empty()) choices.push_back(std::move(choice));
    }
    if (choices.size() < kFewestCases / 2) return shipped_team_model();
    TeamModel model;
    standardise(choices, model);
    spread(Fit(choices, plan).run(), model);
    model.offset[static_cast<std::size_t>(Renown::Seldom)] += plan.seldom_bonus;
    return model;
}

}  // namespace kontor::match
