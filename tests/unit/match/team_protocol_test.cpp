// SPDX-License-Identifier: EUPL-1.2
#include "match/team_protocol.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "match/mixed_bits.hpp"
#include "match/team_baselines.hpp"

namespace kontor::match {
namespace {

constexpr network::Day kCut = 17000;
using Members = std::vector<std::uint32_t>;

TeamRecords organisations(std::size_t count) {
    TeamRecords out;
    for (std::size_t i = 0; i < count; ++i) {
        TeamOrganisation organisation;
        organisation.id = "pic-" + std::to_string(1000 + i);
        organisation.name = "Organisation " + std::to_string(i);
        organisation.country = network::CountryCode::from(i % 3 == 0 ? "DE" : "FI");
        out.organisations.push_back(organisation);
    }
    return out;
}

void add_project(TeamRecords& records, const Members& members, network::Day day) {
    TeamProject project;
    project.id = "p" + std::to_string(day) + "-" + std::to_string(records.projects.size());
    project.day = day;
    project.themes = {"theme"};
    project.members = members;
    records.projects.push_back(project);
}

bool always(std::size_t) {
    return true;
}

/// Circles of ten; the projects of a circle take four of it, before the cut and after.
TeamRecords circles(std::size_t count, bool mixed) {
    constexpr std::size_t kSize = 10;
    TeamRecords out = organisations(count * kSize);
    std::uint64_t draw = 7;
    for (int p = 0; p < 600; ++p) {
        draw = mixed_bits(draw);
        const std::size_t circle = draw % count;
        Members members;
        while (members.size() < 4) {
            draw = mixed_bits(draw);
            const std::size_t who = mixed ? draw % (count * kSize) : circle * kSize + draw % kSize;
            const auto member = static_cast<std::uint32_t>(who);
            if (std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
        }
        add_project(out, members, kCut - 500 + p);
    }
    return out;
}

std::vector<TeamCase> cases_of(const TeamHistory& history, const TeamRecords& records) {
    return team_cases(history, records, kCut, network::kUnknownDay);
}

TEST(TeamProtocol, CountsPlacesAmongAllButTheGiven) {
    const TeamCase one{{{0}, {}}, 1, 0};
    EXPECT_DOUBLE_EQ(place_of_hidden(one, std::vector<Float>{9, 5, 7, 5, 1}), 2.5);  // 7 before, one equal
    EXPECT_DOUBLE_EQ(place_of_hidden(one, std::vector<Float>{9, 9, 7, 5, 1}), 1);
    EXPECT_DOUBLE_EQ(place_of_hidden(one, std::vector<Float>{0, 0, 0, 0, 0}), 2.5);
}

TEST(TeamProtocol, GivesTheFiguresThatOneCanWorkOutByHand) {
    TeamRecords records = organisations(4);
    add_project(records, {0, 1, 2}, kCut - 30);
    add_project(records, {0, 1}, kCut - 20);
    add_project(records, {0, 3}, kCut - 10);
    add_project(records, {0, 1, 2}, kCut);
    const TeamHistory history(records, kCut);
    const auto cases = cases_of(history, records);
    ASSERT_EQ(cases.size(), 3U);
    const auto popularity = make_baseline(Baseline::Popularity, history);
    const TeamFigures plain = measure_ranker(*popularity, history, cases, always);
    // 0 and 1 beat 3 by three and two projects to one; 2 and 3 have one each.
    EXPECT_NEAR(plain.mrr.value, (1 + 1 + 1 / 1.5) / 3, 1e-9);
    EXPECT_DOUBLE_EQ(plain.hit10.value, 1);
    EXPECT_EQ(plain.rare_cases, 3U);
    const auto cosine = make_baseline(Baseline::Cosine, history);
    EXPECT_DOUBLE_EQ(measure_ranker(*cosine, history, cases, always).mrr.value, 1);
}

TEST(TeamProtocol, AsksOnlyWhereThreeAreKnown) {
    TeamRecords records = organisations(5);
    add_project(records, {0, 1}, kCut - 1);
    add_project(records, {0, 1, 4}, kCut);      // 4 is new
    add_project(records, {2, 3, 4}, kCut + 1);  // all are new
    const TeamHistory history(records, kCut);
    EXPECT_EQ(history.organisation_count(), 2U);
    EXPECT_TRUE(cases_of(history, records).empty());
}

TEST(TeamProtocol, FindsAPlantedLeak) {
    const TeamRecords records = circles(20, true);
    TeamRecords leaky = records;
    for (TeamProject& project : leaky.projects) {
        if (project.day >= kCut) project.day = kCut - 1;
    }
    EXPECT_TRUE(leaked_projects(records, kCut, records).empty());
    EXPECT_EQ(leaked_projects(leaky, kCut, records).size(), 100U);
    const TeamHistory honest(records, kCut);
    const TeamHistory informed(leaky, kCut);
    const auto before =
        measure_ranker(*make_baseline(Baseline::Cosine, honest), honest, cases_of(honest, records), always);
    const auto after = measure_ranker(*make_baseline(Baseline::Cosine, informed), informed,
                                      cases_of(informed, records), always);
    EXPECT_LT(before.mrr.value, 0.1);
    EXPECT_GT(after.mrr.value, 0.5);
}

TEST(TeamProtocol, FallsToChanceWhenTheHiddenOnesAreShuffled) {
    const TeamRecords records = circles(30, false);
    const TeamHistory history(records, kCut);
    const auto cases = cases_of(history, records);
    const auto shuffled = shuffled_cases(history, cases, 3);
    const TeamModel model = train_team_model(records, kCut, {}).model;
    TeamCompletion ours(history, model);
    EXPECT_GT(measure_ranker(ours, history, cases, always).hit10.value, 0.9);
    EXPECT_NEAR(measure_ranker(ours, history, shuffled, always).hit10.value, 10.0 / 300, 0.03);
    const auto cosine = make_baseline(Baseline::Cosine, history);
    EXPECT_NEAR(measure_ranker(*cosine, history, shuffled, always).hit10.value, 10.0 / 300, 0.03);
}

TEST(TeamProtocol, DoesNotCareForIdsAndOrder) {
    const TeamRecords records = circles(12, false);
    TeamRecords other;
    const std::size_t count = records.organisations.size();
    other.organisations.resize(count);
    const auto moved = [count](std::size_t i) { return (i * 7 + 3) % count; };
    for (std::size_t i = 0; i < count; ++i) {
        other.organisations[moved(i)] = records.organisations[i];
        other.organisations[moved(i)].id = "x" + std::to_string(mixed_bits(i));
    }
    for (auto from = records.projects.rbegin(); from != records.projects.rend(); ++from) {
        other.projects.push_back(*from);
        for (std::uint32_t& member : other.projects.back().members) {
            member = static_cast<std::uint32_t>(moved(member));
        }
    }
    const auto mrr = [](const TeamRecords& from, auto&& make) {
        const TeamHistory history(from, kCut);
        const auto ranker = make(history);
        return measure_ranker(*ranker, history, cases_of(history, from), always).mrr.value;
    };
    for (std::size_t i = 0; i < kBaselines; ++i) {
        const auto make = [i](const TeamHistory& history) {
            return make_baseline(static_cast<Baseline>(i), history);
        };
        EXPECT_NEAR(mrr(records, make), mrr(other, make), 2e-3) << word(static_cast<Baseline>(i));
    }
    const auto ours = [](const TeamHistory& history) {
        return std::make_unique<TeamCompletion>(history, shipped_team_model());
    };
    EXPECT_NEAR(mrr(records, ours), mrr(other, ours), 2e-3);
}

TEST(TeamProtocol, CountsTeamsForItsIntervals) {
    TeamMeter one_team;
    TeamMeter many_teams;
    for (std::size_t i = 0; i < 40; ++i) {
        one_team.add(i / 20, i < 20 ? 1 : 200, false);
        many_teams.add(i, i < 20 ? 1 : 200, true);
    }
    const TeamFigures few = one_team.figures();
    const TeamFigures many = many_teams.figures();
    EXPECT_DOUBLE_EQ(few.hit10.value, 0.5);
    EXPECT_GT(few.hit10.high - few.hit10.low, 2 * (many.hit10.high - many.hit10.low));
    EXPECT_GE(few.hit10.low, 0);
    EXPECT_EQ(few.rare_cases, 0U);
    EXPECT_DOUBLE_EQ(many.rare_hit50.value, 0.5);
    EXPECT_EQ(TeamMeter{}.figures().cases, 0U);
}

TEST(TeamProtocol, DrawsWholeTeamsAndTheSameOnesForASeed) {
    const TeamRecords records = circles(12, false);
    const TeamHistory history(records, kCut);
    const auto all = cases_of(history, records);
    const auto some = sample_cases(all, 40, 5);
    EXPECT_GE(some.size(), 40U);
    EXPECT_LT(some.size(), 50U);
    const auto again = sample_cases(all, 40, 5);
    ASSERT_EQ(some.size(), again.size());
    for (std::size_t i = 0; i < some.size(); ++i) EXPECT_EQ(some[i].hidden, again[i].hidden);
    EXPECT_EQ(sample_cases(all, 0, 5).size(), all.size());
}

}  // namespace
}  // namespace kontor::match
