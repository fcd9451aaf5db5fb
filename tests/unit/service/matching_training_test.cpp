// SPDX-License-Identifier: EUPL-1.2
// Learning the usual weights from the network at hand, what lists make of them, and to whom lists go.
#include "service/matching_training.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "service/fairness.hpp"
#include "service/matching_models.hpp"
#include "service/partner_service.hpp"
#include "support/small_network.hpp"

namespace kontor::service {
namespace {

using kontor::test::date;
using testing::HasSubstr;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};
const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "cli"};
constexpr std::size_t kTriples = 260;

std::string numbered(const char* letter, std::size_t i) {
    return letter + std::to_string(i);
}

void join_all(test::SmallNetwork& net, const std::string& project, const std::string& start,
              const std::vector<std::string>& members) {
    net.project(project, "").start = date(start);
    for (const std::string& member : members) net.participation(project, member);
}

/// a and b work on one topic and never meet; a and c both know x, and meet in 2025 with the next a.
test::SmallNetwork history(std::size_t triples) {
    test::SmallNetwork net;
    net.topic("root");
    for (std::size_t i = 0; i < triples; ++i) {
        net.topic(numbered("t", i), "root");
        for (const char* who : {"a", "b"}) net.organisation(numbered(who, i)).topics = {numbered("t", i)};
        for (const char* who : {"c", "x"}) net.organisation(numbered(who, i));
        join_all(net, numbered("ax", i), "2023-03-01", {numbered("a", i), numbered("x", i)});
        join_all(net, numbered("cx", i), "2023-03-01", {numbered("c", i), numbered("x", i)});
    }
    for (std::size_t i = 0; i < triples; ++i) {
        join_all(net, numbered("new", i), "2025-05-01",
                 {numbered("a", i), numbered("c", i), numbered("x", (i + 1) % triples)});
    }
    return net;
}

class LearntWeights : public testing::Test {
protected:
    void fill(const test::SmallNetwork& net) {
        store::WriteBatch batch{.actor = "test"};
        for (const auto& [key, record] : net.records()) batch.puts.push_back(record);
        ASSERT_TRUE(store_->write(batch).ok());
        ASSERT_TRUE(knowledge_.load(progress_).ok());
    }
    Training trained() { return train(*store_, kClock, kOperator, progress_).value(); }
    PartnerPage list(const std::string& subject, const std::string& preset = "usual") {
        PartnerQuery query;
        query.subject = subject;
        query.preset = preset;
        return PartnerService(knowledge_).partners(kOperator, query).value();
    }

    base::SilentProgress progress_;
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
};

TEST_F(LearntWeights, LearnsFromTheLatestFullYearAndListsWeighWithIt) {
    fill(history(kTriples));
    EXPECT_THAT(list("a1").weights_origin, HasSubstr("shipped"));
    const Training training = trained();
    EXPECT_EQ(training.until, "2025-05-02");
    EXPECT_GE(training.parts.cases, match::kShippedCases);
    EXPECT_GT(training.parts.learnt_mrr, training.parts.shipped_mrr);
    ASSERT_TRUE(training.parts_kept);
    EXPECT_GE(training.team_cases, match::kShippedCases);

    const UsualWeights usual = usual_weights(*store_);
    EXPECT_EQ(usual.usual.weights.values, training.parts.usual.weights.values);
    EXPECT_GT(usual.usual.weights[match::Part::WarmPath], match::PartWeights()[match::Part::WarmPath]);
    const PartnerPage page = list("a1");
    EXPECT_THAT(page.weights_origin, HasSubstr(std::to_string(training.parts.cases)));
    EXPECT_DOUBLE_EQ(page.weights.at(2).weight, usual.usual.weights[match::Part::WarmPath]);
    EXPECT_EQ(team_weights(*store_).cases, static_cast<std::int64_t>(training.team_cases));

    store::AuditQuery audit;
    EXPECT_EQ(store_->audit(audit).value().front().action, "model.trained");
}

TEST_F(LearntWeights, IsTheSameEachTimeAndForgotten) {
    fill(history(kTriples));
    const Training first = trained();
    EXPECT_EQ(trained().parts.usual.weights.values, first.parts.usual.weights.values);
    ASSERT_TRUE(forget_training(*store_, kOperator).ok());
    EXPECT_EQ(usual_weights(*store_).trained, 0);
    EXPECT_EQ(team_weights(*store_).trained, 0);
    EXPECT_EQ(usual_weights(*store_).usual.weights.values, match::PartWeights().values);
}

TEST_F(LearntWeights, KeepsTheShippedWeightsWhereThereIsLittle) {
    fill(history(10));
    const Training training = trained();
    EXPECT_FALSE(training.parts_kept);
    EXPECT_EQ(training.team_cases, 0U);
    EXPECT_EQ(usual_weights(*store_).trained, 0);
}

TEST_F(LearntWeights, SaysNothingOfANetworkWithoutDays) {
    test::SmallNetwork net;
    net.organisation("alone");
    fill(net);
    const Training training = trained();
    EXPECT_EQ(training.from, "");
    EXPECT_EQ(training.parts.cases, 0U);
}

TEST_F(LearntWeights, IsForTheOperator) {
    const auto refused = train(*store_, kClock, Asker{}, progress_);
    ASSERT_FALSE(refused.ok());
    EXPECT_FALSE(forget_training(*store_, Asker{}).ok());
}

TEST_F(LearntWeights, WhatCannotBeReadCountsAsNotThere) {
    model::TrainedModel broken;
    broken.id = kPartsModel;
    broken.trained = 7;
    broken.content = R"({"parts":["luck"],"weights":[1],"well_known":0})";
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {broken}}).ok());
    EXPECT_EQ(usual_weights(*store_).trained, 0);
    EXPECT_EQ(usual_weights(*store_).usual.weights.values, match::PartWeights().values);
}

TEST_F(LearntWeights, PresetsWeighAsTheySay) {
    fill(history(10));
    const PartnerPage page = list("a1", "newcomers");
    EXPECT_EQ(page.preset, "newcomers");
    ASSERT_EQ(page.presets.size(), 5U);
    for (const PartnerPreset& preset : page.presets) {
        EXPECT_FALSE(preset.description.empty());
        if (preset.preset != "newcomers") continue;
        for (std::size_t i = 0; i < preset.weights.size(); ++i) {
            EXPECT_DOUBLE_EQ(preset.weights[i].weight, page.weights.at(i).weight);
        }
    }
    PartnerQuery query;
    query.subject = "a1";
    query.preset = "best";
    query.spread = "wide";
    const auto refused = PartnerService(knowledge_).partners(kOperator, query);
    ASSERT_FALSE(refused.ok());
    ASSERT_EQ(refused.errors().size(), 2U);
    EXPECT_EQ(refused.errors()[0].place.field, "preset");
    EXPECT_EQ(refused.errors()[1].place.field, "spread");
}

TEST_F(LearntWeights, FairnessTellsWhoGetsThePlaces) {
    test::SmallNetwork net;
    net.topic("light");
    for (std::size_t i = 0; i < 130; ++i) net.organisation(numbered("small", i)).topics = {"light"};
    net.organisation("big").topics = {"light"};
    for (std::size_t i = 0; i < 60; ++i) join_all(net, numbered("p", i), "2025-01-01", {"big"});
    fill(net);
    const Fairness found = fairness(knowledge_, kOperator, {.sample = 30, .top = 1}, progress_).value();
    EXPECT_EQ(found.organisations, 131U);
    EXPECT_EQ(found.lists, 30U);
    EXPECT_EQ(found.known, 1U);
    ASSERT_EQ(found.presets.size(), 5U);
    const FairnessFigures& known = found.presets[static_cast<std::size_t>(Preset::Known)];
    const FairnessFigures& newcomers = found.presets[static_cast<std::size_t>(Preset::Newcomers)];
    EXPECT_DOUBLE_EQ(known.known_share, 1);
    EXPECT_EQ(known.named, 1U);
    EXPECT_DOUBLE_EQ(newcomers.known_share, 0);
    EXPECT_DOUBLE_EQ(newcomers.seldom_share, 1);
}

}  // namespace
}  // namespace kontor::service
