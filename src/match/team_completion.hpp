// SPDX-License-Identifier: EUPL-1.2
// Who is missing in a team: every organisation of a history scored by a linear model over its evidence, with
// weights of their own for organisations that are seldom, now and then, and often seen. Because the model is
// linear the score is the sum of its parts, exactly. The weights are learnt from the history's own last year
// (team_training.hpp) or are those that Kontor ships. Pure; one thread per object.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "match/team_evidence.hpp"

namespace kontor::match {

/// How well known an organisation is, by its participations: more than 25, at most 5, in between.
enum class Renown : std::uint8_t { Often, Seldom, Sometimes };
inline constexpr std::size_t kRenowns = 3;
inline constexpr std::uint32_t kSeldom = 5;
[[nodiscard]] Renown renown(std::uint32_t participations);

struct TeamModel {
    std::array<Float, kTeamEvidence> mean{};
    std::array<Float, kTeamEvidence> scale{};  // 1/standard deviation
    std::array<std::array<Float, kTeamEvidence>, kRenowns> weights{};
    std::array<Float, kRenowns> offset{};
    [[nodiscard]] Float score(Renown renown, const TeamEvidenceRow& row) const;
    /// What one kind of evidence adds to the score, compared with the average candidate.
    [[nodiscard]] Float contribution(Renown renown, const TeamEvidenceRow& row, TeamEvidence evidence) const;
};

/// Learnt from FP7 and Horizon 2020; for histories too short to learn from.
[[nodiscard]] const TeamModel& shipped_team_model();

/// Gives two of three places from the 11th to the 50th to the best of the seldom seen, by raising their
/// scores to just above those whom they precede: a list of the famous alone is useless, and what the few
/// records of a small firm say is too little to lift it on its own merits. Those who stand so high anyway
/// count. `given` take no places. Cost: one pass and a sort of some hundred.
void make_room_for_seldom(const TeamHistory& history, std::span<const std::uint32_t> given,
                          std::span<Float> scores);
/// One of the first places.
struct MixedPlace {
    std::uint32_t organisation = 0;
    bool kept = false;  // for the seldom seen: others stood here by their scores
};
/// The same among these alone. Gives the first fifty places, fewer when there are fewer candidates.
std::vector<MixedPlace> make_room_among(const TeamHistory& history, std::vector<std::uint32_t> candidates,
                                        std::span<Float> scores);

/// What a kind of evidence adds to the standing of an organisation that no project joins with the team: of
/// these only the theme, the age of what they do, the country and the name say something.
[[nodiscard]] Float far_contribution(const TeamEvidenceRow& row, TeamEvidence evidence);
/// Scores all organisations by their own merits, those whom no project joins with the team far below all
/// others. `scores` has one for each organisation of the gatherer's history.
void score_by_merit(TeamEvidenceGatherer& gatherer, const TeamModel& model, const TeamQuestion& question,
                    std::span<Float> scores);

class TeamCompletion final : public TeamRanker {
public:
    /// `history` must outlive this.
    TeamCompletion(const TeamHistory& history, const TeamModel& model);
    /// By the model, with room made for the seldom seen.
    void score(const TeamQuestion& question, std::span<Float> scores) override;

private:
    TeamEvidenceGatherer gatherer_;
    TeamModel model_;
};

}  // namespace kontor::match
