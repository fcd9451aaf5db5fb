// SPDX-License-Identifier: EUPL-1.2
#include "match/team_completion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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
        out.projects.push_back({"p" + std::to_string(100 + p), kCut - 100, 0, {"a"}, projects[p], ""});
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
    for (const std::size_t other : {3U, 4U, 5U, 6U}) EXPECT_GT(scores[2], scores[other]);
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

TEST(RoomForSeldom, GivesTwoOfThreePlacesFromTheEleventhToTheFiftieth) {
    // Organisations 0 to 59 have seven projects each, the others one.
    std::vector<std::vector<std::uint32_t>> projects;
    for (std::uint32_t i = 0; i < 60; ++i) {
        for (int k = 0; k < 7; ++k) projects.push_back({i, (i + 1) % 60});
    }
    for (std::uint32_t i = 60; i < 120; i += 2) projects.push_back({i, i + 1});
    const TeamRecords records = network_of(projects, 120);
    const TeamHistory history(records, kCut);
    std::vector<Float> scores(120);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<Float>(120 - i);
    const std::vector<Float> before = scores;
    make_room_for_seldom(history, {}, scores);
    std::vector<std::uint32_t> order(120);
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t left, std::uint32_t right) { return scores[left] > scores[right]; });
    for (std::uint32_t place = 0; place < 10; ++place) EXPECT_EQ(order[place], place);
    std::size_t seldom = 0;
    for (std::size_t place = 10; place < 50; ++place) seldom += order[place] >= 60 ? 1U : 0U;
    EXPECT_EQ(seldom, 27U);
    EXPECT_EQ(order[10], 60U);                                             // the best of them first
    for (std::size_t i = 0; i < 60; ++i) EXPECT_EQ(scores[i], before[i]);  // nobody is lowered
    const std::vector<Float> once = scores;
    make_room_for_seldom(history, {}, scores);
    EXPECT_EQ(scores, once);
}

TEST(RoomForSeldom, GivesTheGivenNoPlace) {
    std::vector<std::vector<std::uint32_t>> projects;
    for (std::uint32_t i = 0; i < 60; i += 2) projects.push_back({i, i + 1});
    const TeamRecords records = network_of(projects, 60);
    const TeamHistory history(records, kCut);
    std::vector<Float> scores(60);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<Float>(60 - i);
    const std::vector<Float> before = scores;
    const std::vector<std::uint32_t> given{0, 1, 2};
    make_room_for_seldom(history, given, scores);
    EXPECT_EQ(scores, before);  // all are seldom seen: nothing to mend
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
    const TeamModel model = train_team_model(records, kCut, {}).model;
    EXPECT_EQ(model.weights, shipped_team_model().weights);
}

}  // namespace
}  // namespace kontor::match
