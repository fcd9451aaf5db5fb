// SPDX-License-Identifier: EUPL-1.2
#include "match/team_completion.hpp"

namespace kontor::match {

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
}

}  // namespace kontor::match
