// SPDX-License-Identifier: EUPL-1.2
#include "match/team_completion.hpp"

#include <algorithm>

namespace kontor::match {
namespace {

constexpr std::size_t kFirstPlaces = 10;  // the order of these is the model's alone
constexpr std::size_t kMixedPlaces = 50;

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
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> seldom;
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        if (std::find(given.begin(), given.end(), i) != given.end()) continue;
        all.push_back(i);
        if (history.standing(i).participations <= kSeldom) seldom.push_back(i);
    }
    all = leaders(std::move(all), kMixedPlaces + 1, scores);
    seldom = leaders(std::move(seldom), kMixedPlaces, scores);
    if (all.size() <= kFirstPlaces) return;
    const auto find_unused = [](const std::vector<std::uint32_t>& list, std::size_t from,
                                const std::vector<std::uint32_t>& used) {
        while (from < list.size() && std::find(used.begin(), used.end(), list[from]) != used.end()) ++from;
        return from;
    };
    std::vector<std::uint32_t> placed(all.begin(), all.begin() + kFirstPlaces);
    Float above = scores[placed.back()];
    std::size_t next = kFirstPlaces;
    std::size_t next_seldom = 0;
    while (placed.size() < kMixedPlaces) {
        next = find_unused(all, next, placed);
        if (next == all.size()) return;
        const std::uint32_t first = all[next];
        std::uint32_t chosen = first;
        next_seldom = find_unused(seldom, next_seldom, placed);
        const bool seldom_turn = placed.size() % 2 == 1;
        if (seldom_turn && next_seldom < seldom.size()) chosen = seldom[next_seldom];
        if (chosen != first) scores[chosen] = scores[first] + (above - scores[first]) / 2;
        above = scores[chosen];
        placed.push_back(chosen);
    }
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

// Those whom no project joins with the team come after all others: by what they have to do with its theme,
// where they are, and how much they do.
Float TeamCompletion::far(const TeamEvidenceRow& row) {
    constexpr Float kBelowAll = -1e3F;
    const auto at = [&row](TeamEvidence evidence) { return row[static_cast<std::size_t>(evidence)]; };
    return kBelowAll + at(TeamEvidence::Theme) + at(TeamEvidence::Recent) +
           at(TeamEvidence::CountryTogether) + at(TeamEvidence::Name) * 5;
}

void TeamCompletion::score(const TeamQuestion& question, std::span<Float> scores) {
    gatherer_.ask(question);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = far(gatherer_.row(i));
    for (const std::uint32_t i : gatherer_.met()) {
        const Renown known = renown(gatherer_.history().standing(i).participations);
        scores[i] = model_.score(known, gatherer_.row(i));
    }
    make_room_for_seldom(gatherer_.history(), question.given, scores);
}

}  // namespace kontor::match
