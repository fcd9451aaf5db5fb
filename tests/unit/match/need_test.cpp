// SPDX-License-Identifier: EUPL-1.2
#include "match/need_ranking.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "match/mixed_bits.hpp"
#include "match/team_protocol.hpp"

namespace kontor::match {
namespace {

constexpr network::Day kCut = 17000;
constexpr std::array<std::string_view, 6> kSubjects{"wind turbine blades of lightweight composites",
                                                    "antibodies against tropical viruses",
                                                    "laser welding of battery cells",
                                                    "archives of medieval manuscripts",
                                                    "seaweed farming along cold coasts",
                                                    "traffic lights that speak with cars"};

void add_project(TeamRecords& records, std::string_view text, std::vector<std::uint32_t> members,
                 network::Day day) {
    TeamProject project;
    project.id = "p" + std::to_string(records.projects.size() + 1000);
    project.day = day;
    project.members = std::move(members);
    project.text = text;
    records.projects.push_back(std::move(project));
}

TeamRecords organisations(std::size_t count) {
    TeamRecords out;
    for (std::size_t i = 0; i < count; ++i) {
        TeamOrganisation organisation;
        organisation.id = "o" + std::to_string(1000 + i);
        organisation.name = "Organisation " + std::to_string(i);
        out.organisations.push_back(organisation);
    }
    return out;
}

/// Twenty organisations for each subject; every project takes four of one subject and tells it.
TeamRecords subjects(bool mixed) {
    constexpr std::size_t kEach = 20;
    TeamRecords out = organisations(kSubjects.size() * kEach);
    std::uint64_t draw = 11;
    for (int p = 0; p < 700; ++p) {
        draw = mixed_bits(draw);
        const std::size_t subject = draw % kSubjects.size();
        std::vector<std::uint32_t> members;
        while (members.size() < 4) {
            draw = mixed_bits(draw);
            const std::size_t who =
                mixed ? draw % (kSubjects.size() * kEach) : subject * kEach + draw % kEach;
            const auto member = static_cast<std::uint32_t>(who);
            if (std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
        }
        add_project(out, kSubjects[subject], members, kCut - 650 + p);
    }
    return out;
}

double hit10(const TeamRecords& records, FirstPartner partner) {
    const TeamHistory history(records, kCut);
    const NeedTexts texts(records, history, kCut, "en");
    NeedCompletion ours(history, texts, train_need_model(records, kCut, "en"));
    const auto cases = need_cases(records, history, texts, partner, {kCut, network::kUnknownDay});
    EXPECT_GT(cases.size(), 100U);
    return measure_ranker(ours, history, cases, [](std::size_t) { return true; }).hit10.value;
}

TEST(Bm25, RanksRareTermsAndShortDocumentsHigher) {
    const Bm25 index({{0, 1}, {0, 1, 2, 3, 4, 5}, {0}, {}});
    std::vector<Float> scores(4, 0);
    index.add_scores(std::vector<std::uint32_t>{1}, scores);
    EXPECT_GT(scores[0], scores[1]);
    EXPECT_GT(scores[1], 0);
    EXPECT_EQ(scores[2], 0);
    std::vector<Float> frequent(4, 0);
    index.add_scores(std::vector<std::uint32_t>{0}, frequent);
    EXPECT_LT(frequent[0], scores[0]);
    index.add_scores(std::vector<std::uint32_t>{99}, frequent);  // a term of no document
}

TEST(Bm25, IsTheFormula) {
    // idf = ln(1 + (2 - 1 + .5)/(1 + .5)); tf part = 2 · 2.2/(2 + 1.2 · (.25 + .75 · 2/1.5))
    const Bm25 index({{7, 7}, {8}});
    std::vector<Float> scores(2, 0);
    index.add_scores(std::vector<std::uint32_t>{7}, scores);
    EXPECT_NEAR(scores[0], std::log(2.0) * 4.4 / (2 + 1.2 * (0.25 + 0.75 * 2 / 1.5)), 1e-5);
}

TEST(NeedCompletion, FindsThoseWhoWorkOnTheSubject) {
    const TeamRecords records = subjects(false);
    EXPECT_GT(hit10(records, FirstPartner::None), 0.5);  // twenty of a subject share the first places
    EXPECT_GT(hit10(records, FirstPartner::Given), 0.5);
}

TEST(NeedCompletion, FindsNothingWhereTextsSayNothing) {
    EXPECT_LT(hit10(subjects(true), FirstPartner::None), 0.2);  // chance: 10 of 117
}

TEST(NeedCompletion, DoesNotReadTheOthersOfTheProject) {
    const TeamRecords records = subjects(false);
    const TeamHistory history(records, kCut);
    const NeedTexts texts(records, history, kCut, "en");
    for (const NeedCase& one :
         need_cases(records, history, texts, FirstPartner::Given, {kCut, network::kUnknownDay})) {
        ASSERT_TRUE(one.question.partner.has_value());
        EXPECT_NE(*one.question.partner, one.hidden);
        EXPECT_EQ(std::count(one.others.begin(), one.others.end(), one.hidden), 0);
        EXPECT_EQ(std::count(one.others.begin(), one.others.end(), *one.question.partner), 1);
    }
}

TEST(NeedTexts, TakesNoTextFromAfterTheDay) {
    TeamRecords records = organisations(3);
    add_project(records, "known word", {0, 1}, kCut - 1);
    add_project(records, "later word", {0, 1, 2}, kCut);
    const TeamHistory history(records, kCut);
    const NeedTexts texts(records, history, kCut, "en");
    text::Analyzer analyzer;
    EXPECT_EQ(texts.projects().size(), 1U);
    EXPECT_EQ(texts.terms(analyzer, "known").size(), 1U);
    EXPECT_TRUE(texts.terms(analyzer, "later").empty());
}

TEST(NeedCompletion, SurvivesOddHistories) {
    for (const bool has_project : {false, true}) {
        TeamRecords records = organisations(1);
        if (has_project) add_project(records, "", {0}, kCut - 10);
        const TeamHistory history(records, kCut);
        const NeedTexts texts(records, history, kCut, "en");
        NeedCompletion ours(history, texts, train_need_model(records, kCut, "en"));
        std::vector<Float> scores(history.organisation_count());
        ours.score({{}, {}}, scores);
        if (has_project) ours.score({{}, 0}, scores);
        for (const Float score : scores) EXPECT_TRUE(std::isfinite(score));
    }
}

TEST(NeedBaselines, AreNamed) {
    const TeamRecords records = subjects(false);
    const TeamHistory history(records, kCut);
    const NeedTexts texts(records, history, kCut, "en");
    const auto cases = need_cases(records, history, texts, FirstPartner::None, {kCut, network::kUnknownDay});
    for (std::size_t i = 0; i < kNeedBaselines; ++i) {
        const auto baseline = static_cast<NeedBaseline>(i);
        const auto ranker = make_baseline(baseline, history, texts);
        const auto figures = measure_ranker(*ranker, history, cases, [](std::size_t) { return true; });
        EXPECT_FALSE(word(baseline).empty());
        EXPECT_EQ(figures.cases, cases.size());
        if (baseline != NeedBaseline::Popularity) {
            EXPECT_GT(figures.hit50.value, 0.9);
        }
    }
}

}  // namespace
}  // namespace kontor::match
