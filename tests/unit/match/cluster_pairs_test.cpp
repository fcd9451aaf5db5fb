// SPDX-License-Identifier: EUPL-1.2
#include "match/cluster_pairs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "match/team_protocol.hpp"

namespace kontor::match {
namespace {

constexpr network::Day kCut = 17000;

void add_project(TeamRecords& records, std::string theme, std::vector<std::uint32_t> members,
                 network::Day day) {
    TeamProject project;
    project.id = "p" + std::to_string(records.projects.size() + 1000);
    project.day = day;
    project.themes = {std::move(theme)};
    project.members = std::move(members);
    records.projects.push_back(std::move(project));
}

/// Clusters 0 to 3; 0 and 1 have worked with organisation 4, 2 and 3 with others; 0 and 2 know each other.
TeamRecords clusters_and_others() {
    TeamRecords out;
    for (int i = 0; i < 12; ++i) {
        TeamOrganisation organisation;
        organisation.id = "o" + std::to_string(100 + i);
        organisation.name = "Organisation " + std::to_string(i);
        out.organisations.push_back(organisation);
    }
    add_project(out, "light", {0, 4, 5}, kCut - 300);
    add_project(out, "light", {1, 4, 5}, kCut - 200);
    add_project(out, "health", {2, 6, 7}, kCut - 300);
    add_project(out, "light", {0, 2, 8}, kCut - 250);
    add_project(out, "health", {3, 9, 10}, kCut - 100);
    add_project(out, "light", {0, 1, 2, 11}, kCut + 10);
    return out;
}

TEST(ClusterPairs, AsksForPairsThatMeetForTheFirstTime) {
    const TeamRecords records = clusters_and_others();
    const TeamHistory history(records, kCut);
    const std::vector<std::uint32_t> clusters{0, 1, 2, 3};
    const auto cases = cluster_cases(records, history, clusters, kCut);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> asked;
    for (const ClusterCase& one : cases) asked.emplace_back(one.question.given.front(), one.hidden);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected{{0, 1}, {1, 0}, {1, 2}, {2, 1}};
    EXPECT_EQ(asked, expected);  // 0 and 2 met before
    const std::vector<std::uint32_t> no_place{0, 2, 4, 5, 6, 7, 8, 9, 10};
    EXPECT_EQ(cases[0].others, no_place);  // organisation 11 is not known to the history
}

TEST(ClusterPairs, CompletesFromBothSides) {
    const TeamRecords records = clusters_and_others();
    const TeamHistory history(records, kCut);
    const std::vector<std::uint32_t> clusters{0, 1, 2, 3};
    ClusterCompletion ours(history, shipped_team_model(), clusters);
    const auto matrix_entry = [&](std::uint32_t one, std::uint32_t other) {
        std::vector<Float> scores(history.organisation_count());
        ours.score({{one}, {}}, scores);
        return scores[other];
    };
    EXPECT_EQ(matrix_entry(0, 1), matrix_entry(1, 0));
    EXPECT_GT(matrix_entry(0, 1), matrix_entry(0, 3));
    EXPECT_GT(matrix_entry(0, 3), matrix_entry(0, 4));  // not a cluster
}

TEST(ClusterPairs, ComparesSectors) {
    const TeamRecords records = clusters_and_others();
    const TeamHistory history(records, kCut);
    SectorRanker ranker(history);
    std::vector<Float> scores(history.organisation_count());
    ranker.score({{3}, {}}, scores);
    EXPECT_GT(scores[6], 0);
    EXPECT_EQ(scores[1], 0);
    for (const Float score : scores) EXPECT_TRUE(std::isfinite(score));
}

}  // namespace
}  // namespace kontor::match
