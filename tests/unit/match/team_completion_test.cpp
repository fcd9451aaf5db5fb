// SPDX-License-Identifier: EUPL-1.2
#include "match/team_completion.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "match/ease.hpp"
#include "match/team_training.hpp"

namespace kontor::match {
namespace {

constexpr network::Day kCut = 17000;

TeamRecords network_of(const std::vector<std::vector<std::uint32_t>>& projects, std::size_t organisations) {
    TeamRecords out;
    for (std::size_t i = 0; i < organisations; ++i) {
        out.organisations.push_back({"o" + std::to_string(100 + i), "Name " + std::to_string(i), "", {}, {}});
    }
    for (std::size_t p = 0; p < projects.size(); ++p) {
        out.projects.push_back({"p" + std::to_string(100 + p), kCut - 100, 0, {"a"}, projects[p]});
    }
    return out;
}

TEST(TeamCompletion, AddsUpToTheScore) {
    const TeamRecords records = network_of({{0, 1, 2}, {0, 1, 3}, {2, 3, 4}}, 5);
    const TeamHistory history(records, kCut);
    TeamEvidenceGatherer gatherer(history);
    gatherer.ask({{0, 1}, {0}});
    const TeamModel& model = shipped_team_model();
    for (const std::uint32_t organisation : gatherer.met()) {
        const TeamEvidenceRow row = gatherer.row(organisation);
        double sum = model.offset[static_cast<std::size_t>(Renown::Seldom)];
        for (std::size_t i = 0; i < kTeamEvidence; ++i) {
            sum += model.contribution(Renown::Seldom, row, static_cast<TeamEvidence>(i));
        }
        EXPECT_NEAR(sum, model.score(Renown::Seldom, row), 1e-4);
    }
}

TEST(TeamCompletion, PutsFormerTeamMatesBeforeStrangers) {
    const TeamRecords records = network_of({{0, 1, 2}, {0, 1, 2}, {3, 4}, {3, 5}, {0, 6}}, 7);
    const TeamHistory history(records, kCut);
    TeamCompletion completion(history, shipped_team_model());
    std::vector<Float> scores(history.organisation_count());
    completion.score({{0, 1}, {0}}, scores);
    for (const std::size_t other : {3, 4, 5, 6}) EXPECT_GT(scores[2], scores[other]);
    EXPECT_GT(scores[6], scores[4]);
}

TEST(TeamCompletion, ForgetsTheLastQuestion) {
    const TeamRecords records = network_of({{0, 1, 2}, {0, 1, 3}, {2, 3, 4}, {4, 5}}, 6);
    const TeamHistory history(records, kCut);
    TeamCompletion fresh(history, shipped_team_model());
    TeamCompletion used(history, shipped_team_model());
    std::vector<Float> expected(6);
    std::vector<Float> found(6);
    used.score({{2, 3, 4}, {0}}, found);
    used.score({{5}, {}}, found);
    used.score({{0, 1}, {0}}, found);
    fresh.score({{0, 1}, {0}}, expected);
    EXPECT_EQ(found, expected);
}

TEST(TeamCompletion, SurvivesOddHistories) {
    for (const TeamRecords& records :
         {network_of({}, 0), network_of({}, 3), network_of({{0}}, 1), network_of({{0, 0, 0}}, 1),
          network_of({{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}, 3)}) {
        const TeamHistory history(records, kCut);
        TeamCompletion completion(history, shipped_team_model());
        std::vector<Float> scores(history.organisation_count());
        TeamQuestion question;
        if (history.organisation_count() > 0) question.given = {0};
        completion.score(question, scores);
        for (const Float score : scores) EXPECT_TRUE(std::isfinite(score));
        Ease ease(history);
        ease.score(question, scores);
        for (const Float score : scores) EXPECT_TRUE(std::isfinite(score));
    }
}

// Two items that always meet in two projects, λ = 8: XᵀX + λI = (10 2; 2 10), P = (10 -2; -2 10)/96, B =
// 2/10.
TEST(TeamCompletion, EaseIsWhatThePaperSays) {
    const TeamRecords records = network_of({{0, 1}, {0, 1}}, 2);
    const TeamHistory history(records, kCut);
    Ease ease(history);
    std::vector<Float> scores(2);
    ease.score({{0}, {}}, scores);
    EXPECT_NEAR(scores[1], 0.2, 1e-6);
}

TEST(TeamTraining, GivesTheShippedModelWhenThereIsLittleToLearnFrom) {
    const TeamRecords records = network_of({{0, 1, 2}, {0, 1, 2}}, 3);
    const TeamModel model = train_team_model(records, kCut, {});
    EXPECT_EQ(model.weights, shipped_team_model().weights);
}

}  // namespace
}  // namespace kontor::match
