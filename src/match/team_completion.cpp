// SPDX-License-Identifier: EUPL-1.2
#include "match/team_completion.hpp"

#include <algorithm>

namespace kontor::match {
namespace {

constexpr std::size_t kFirstPlaces = 10;  // the order of these is the model's alone
constexpr std::size_t kMixedPlaces = 50;
constexpr std::size_t kRound = 3;  // of these places one is for the best of all, two for the seldom seen

/// The first `count` of `candidates` by score, equals by number.
std::vector<std::uint32_t> leaders(std::vector<std::uint32_t> candidates, std::size_t count,
                                   std::span<const Float> scores) {
    const std::size_t taken = std::min(count, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(taken),
                      candidates.end(), [scores](std::uint32_t left, std::uint32_t right) {
                          return scores[left] != scores[right] ? scores[left] > scores[right] : left < right;
                      });
    candidates.resize(taken);
    return candidates;
}

}  // namespace

void make_room_for_seldom(const TeamHistory& history, std::span<const std::uint32_t> given,
                          std::span<Float> scores) {
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        if (std::find(given.begin(), given.end(), i) == given.end()) candidates.push_back(i);
    }
    make_room_among(history, std::move(candidates), scores);
}

std::vector<MixedPlace> make_room_among(const TeamHistory& history, std::vector<std::uint32_t> candidates,
                                        std::span<Float> scores) {
    std::vector<std::uint32_t> seldom;
    for (const std::uint32_t i : candidates) {
        if (history.standing(i).participations <= kSeldom) seldom.push_back(i);
    }
    const std::vector<std::uint32_t> all = leaders(std::move(candidates), kMixedPlaces + 1, scores);
    seldom = leaders(std::move(seldom), kMixedPlaces, scores);
    std::vector<MixedPlace> placed;
    const auto find_unused = [&placed](const std::vector<std::uint32_t>& list, std::size_t from) {
        const auto is_used = [&](const MixedPlace& place) { return place.organisation == list[from]; };
        while (from < list.size() && std::any_of(placed.begin(), placed.end(), is_used)) ++from;
        return from;
    };
    std::size_t next = 0;
    std::size_t next_seldom = 0;
    while (placed.size() < kMixedPlaces) {
        next = find_unused(all, next);
        if (next == all.size()) break;
        MixedPlace place{all[next], false};
        const bool is_seldom_turn = placed.size() >= kFirstPlaces && placed.size() % kRound != 0;
        if (is_seldom_turn) next_seldom = find_unused(seldom, next_seldom);
        if (is_seldom_turn && next_seldom < seldom.size() && seldom[next_seldom] != all[next]) {
            place = {seldom[next_seldom], true};
            const Float above = scores[placed.back().organisation];
            scores[place.organisation] = scores[all[next]] + (above - scores[all[next]]) / 2;
        }
        placed.push_back(place);
    }
    return placed;
}

Renown renown(std::uint32_t participations) {
    constexpr std::uint32_t kOften = 25;
    if (participations <= kSeldom) return Renown::Seldom;
    return participations <= kOften ? Renown::Sometimes : Renown::Often;
}

Float TeamModel::contribution(Renown renown, const TeamEvidenceRow& row, TeamEvidence evidence) const {
    const auto i = static_cast<std::size_t>(evidence);
    return weights[static_cast<std::size_t>(renown)][i] * (row[i] - mean[i]) * scale[i];
}

Float TeamModel::score(Renown renown, const TeamEvidenceRow& row) const {
    const auto& own = weights[static_cast<std::size_t>(renown)];
    Float sum = offset[static_cast<std::size_t>(renown)];
    for (std::size_t i = 0; i < kTeamEvidence; ++i) sum += own[i] * (row[i] - mean[i]) * scale[i];
    return sum;
}

TeamCompletion::TeamCompletion(const TeamHistory& history, const TeamModel& model)
    : gatherer_(history), model_(model) {}

Float far_contribution(const TeamEvidenceRow& row, TeamEvidence evidence) {
    constexpr Float kName = 5;
    const bool counts = evidence == TeamEvidence::Theme || evidence == TeamEvidence::Recent ||
                        evidence == TeamEvidence::CountryTogether || evidence == TeamEvidence::Name;
    if (!counts) return 0;
    return row[static_cast<std::size_t>(evidence)] * (evidence == TeamEvidence::Name ? kName : Float{1});
}

void score_by_merit(TeamEvidenceGatherer& gatherer, const TeamModel& model, const TeamQuestion& question,
                    std::span<Float> scores) {
    constexpr Float kBelowAll = -1e3F;
    gatherer.ask(question);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const TeamEvidenceRow row = gatherer.row(i);
        scores[i] = kBelowAll;
        for (const TeamEvidence one :
             {TeamEvidence::Theme, TeamEvidence::Recent, TeamEvidence::CountryTogether, TeamEvidence::Name}) {
            scores[i] += far_contribution(row, one);
        }
    }
    for (const std::uint32_t i : gatherer.met()) {
        const Renown known = renown(gatherer.history().standing(i).participations);
        scores[i] = model.score(known, gatherer.row(i));
    }
}

void TeamCompletion::score(const TeamQuestion& question, std::span<Float> scores) {
    score_by_merit(gatherer_, model_, question, scores);
    make_room_for_seldom(gatherer_.history(), question.given, scores);
}

}  // namespace kontor::match
