// SPDX-License-Identifier: EUPL-1.2
// Who completes a team, in words: faults, reasons, and that a new record counts at once.
#include "service/team_service.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "service/matching_models.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};

model::Project begun(const std::string& id, const std::string& start) {
    model::Project out = support::project(id, id);
    out.start = model::Date::parse(start).value();
    return out;
}

class Teams : public testing::Test {
protected:
    void SetUp() override {
        std::vector<model::Record> puts{begun("p1", "2024-03-01"), begun("p2", "2025-01-01")};
        for (const char* id : {"a", "b", "c", "d", "e"}) {
            model::Organisation one = support::organisation(id, std::string("House ") + id);
            one.country = std::string(id) == "d" ? "FI" : "DE";
            puts.emplace_back(one);
        }
        for (const char* id : {"a", "b", "c"}) puts.emplace_back(support::participation("p1", id));
        for (const char* id : {"c", "d"}) puts.emplace_back(support::participation("p2", id));
        ASSERT_TRUE(store_->write({.puts = std::move(puts), .actor = "test"}).ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    static TeamQuery of(std::vector<std::string> members) {
        TeamQuery out;
        out.members = std::move(members);
        return out;
    }
    void write(std::vector<model::Record> puts) {
        ASSERT_TRUE(knowledge_.write({.puts = std::move(puts), .actor = "test"}).ok());
    }
    static std::vector<std::string> ids(const TeamPage& page) {
        std::vector<std::string> out;
        for (const TeamCandidate& one : page.candidates) out.push_back(one.organisation.id);
        return out;
    }

    const Asker public_{.language = "de"};
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    const TeamService teams_{knowledge_};
};

TEST_F(Teams, SaysWhoAndWhy) {
    const TeamPage page = teams_.candidates(public_, of({"a", "b"})).value();
    EXPECT_EQ(page.total, 2);
    EXPECT_EQ(ids(page), (std::vector<std::string>{"c", "d"}));
    ASSERT_EQ(page.members.size(), 2U);
    EXPECT_NE(page.model.find("Horizon"), std::string::npos);
    ASSERT_EQ(page.candidates[0].parts.size(), 4U);
    double sum = 0;
    for (const TeamPart& part : page.candidates[0].parts) {
        sum += part.contribution;
        EXPECT_FALSE(part.label.empty());
        for (const Evidence& one : part.evidence)
            EXPECT_EQ(one.text.find('{'), std::string::npos) << one.text;
    }
    EXPECT_EQ(sum, page.candidates[0].score);
    const Evidence& same = page.candidates[0].parts[1].evidence.at(0);
    EXPECT_NE(same.text.find("(2024): vom Team 2 von 2 dabei, House a, House b"), std::string::npos)
        << same.text;
    EXPECT_EQ(same.records.at(0).id, "p1");
    EXPECT_NE(page.candidates[1].parts[0].evidence.at(0).text.find("Noch kein Projekt"), std::string::npos);
}

TEST_F(Teams, TellsAllFaultsAtOnce) {
    TeamQuery query = of({"a", "a", "gone"});
    query.programme = "SC9";
    query.countries = {"XX"};
    query.organisation_kinds = {"planet"};
    query.cursor = "x";
    const auto refused = teams_.candidates(public_, query);
    ASSERT_FALSE(refused.ok());
    std::vector<base::ErrorCode> codes;
    for (const base::Error& error : refused.errors()) codes.push_back(error.code);
    EXPECT_EQ(codes, (std::vector<base::ErrorCode>{
                         base::ErrorCode::TeamMemberRepeated, base::ErrorCode::RecordNotFound,
                         base::ErrorCode::ProgrammePartUnknown, base::ErrorCode::CountryUnknown,
                         base::ErrorCode::ValueNotAllowed, base::ErrorCode::CursorInvalid}));
    EXPECT_EQ(teams_.candidates(public_, of({})).errors().front().code, base::ErrorCode::TeamSize);
    EXPECT_EQ(teams_.candidates(public_, of({"a"})).errors().front().code, base::ErrorCode::TeamSize);
    EXPECT_EQ(teams_.candidates(public_, of(std::vector<std::string>(51, "a"))).errors().front().code,
              base::ErrorCode::TeamSize);
}

TEST_F(Teams, KnowsANewRecordAtOnce) {
    EXPECT_EQ(teams_.candidates(public_, of({"a", "b"})).value().total, 2);
    write({begun("p3", "2026-01-01"), support::participation("p3", "a"), support::participation("p3", "b"),
           support::participation("p3", "e")});
    const TeamPage page = teams_.candidates(public_, of({"a", "b"})).value();
    EXPECT_EQ(page.total, 3);
    EXPECT_EQ(ids(page), (std::vector<std::string>{"c", "e", "d"}));
}

TEST_F(Teams, FiltersByCountryAndSaysWhyNobodyIsLeft) {
    TeamQuery query = of({"a", "b"});
    query.countries = {"FI"};
    EXPECT_EQ(ids(teams_.candidates(public_, query).value()), std::vector<std::string>{"d"});
    query.countries = {"PT"};
    const TeamPage page = teams_.candidates(public_, query).value();
    EXPECT_TRUE(page.candidates.empty());
    EXPECT_NE(page.no_candidate_reason.find("Ländern"), std::string::npos);
}

TEST_F(Teams, SaysThatThereIsNoHistory) {
    const auto store = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    ASSERT_TRUE(store
                    ->write({.puts = {support::organisation("a", "A"), support::organisation("b", "B")},
                             .actor = "test"})
                    .ok());
    Knowledge knowledge(*store, kClock, nullptr);
    base::SilentProgress progress;
    ASSERT_TRUE(knowledge.load(progress).ok());
    const TeamPage page = TeamService(knowledge).candidates(public_, of({"a", "b"})).value();
    EXPECT_EQ(page.total, 0);
    EXPECT_NE(page.no_candidate_reason.find("Kein erfasstes Projekt"), std::string::npos);
}

TEST_F(Teams, ScoresByTheModelThatWasLearnt) {
    TeamWeights learnt{match::shipped_team_model(), 1'794'000'000, 321};
    learnt.model.offset.fill(7);
    for (auto& weights : learnt.model.weights) weights.fill(0);
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {kept(learnt)}}).ok());
    const TeamPage page = teams_.candidates(public_, of({"a", "b"})).value();
    EXPECT_NE(page.model.find("321"), std::string::npos);
    EXPECT_EQ(page.candidates.front().score, 7);
}

TEST_F(Teams, AnswersManyAtOnceWhileRecordsChange) {
    std::atomic<int> wrong{0};
    std::vector<std::thread> askers;
    for (int t = 0; t < 4; ++t) {
        askers.emplace_back([&] {
            for (int i = 0; i < 20; ++i) {
                const auto page = teams_.candidates(public_, of({"a", "b"}));
                if (!page.ok() || page.value().total < 2) ++wrong;
            }
        });
    }
    for (int i = 0; i < 5; ++i) {
        const std::string id = "new" + std::to_string(i);
        write({begun(id, "2025-05-01"), support::participation(id, "a"), support::participation(id, "e")});
    }
    for (std::thread& asker : askers) asker.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace kontor::service
