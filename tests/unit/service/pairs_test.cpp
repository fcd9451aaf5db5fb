// SPDX-License-Identifier: EUPL-1.2
// What is said of two organisations: why one is on the other's list, the chains between them, and both side
// by side.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/comparison_service.hpp"
#include "service/partner_explanation.hpp"
#include "service/path_service.hpp"
#include "snapshots.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'780'272'000}}};  // 2026-06-01
const Asker kEnglish{.standing = Standing::Operator, .language = "en", .actor = "test"};
const Asker kGerman{.standing = Standing::Operator, .language = "de", .actor = "test"};

test::SmallNetwork harbour() {
    test::SmallNetwork net;
    for (const char* topic : {"lasers", "diagnostics", "dust"}) net.topic(topic);
    auto& us = net.cluster("us");
    us.topics = {"lasers"};
    us.needs = {{"diagnostics", {}, 0}};
    us.cluster->target_regions = {{"", "150", {}, 1}};
    auto& them = net.cluster("them", "FI");
    them.topics = {"diagnostics"};
    them.offers = {{"diagnostics", {}, 7}};
    them.as_of = test::date("2022-01-01");
    net.cluster("quiet", "FR");
    net.organisation("lens").topics = {"lasers"};
    net.organisation("clinic", model::OrganisationKind::Clinic, "FI");
    net.organisation("hermit");
    net.membership("lens", "us");
    net.membership("clinic", "them");
    net.project("bright", "2028", {"diagnostics"});
    net.participation("bright", "lens");
    net.participation("bright", "clinic");
    net.agreement("pact", {"us", "them"}, "2015-01-01").valid_to = test::date("2018");
    return net;
}

class Pairs : public testing::Test {
protected:
    void SetUp() override {
        const auto written = store_->write({.puts = records_of(harbour()), .actor = "test"});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    PartnerExplanation explained(const std::string& candidate, PartnerQuery query = {},
                                 const Asker& asker = kEnglish) {
        if (query.subject.empty() && query.need.empty()) query.subject = "us";
        return explanations_.explain(asker, query, candidate).value();
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    const PartnerExplanationService explanations_{knowledge_};
    const PathService paths_{knowledge_};
    const ComparisonService comparisons_{knowledge_};
};

template <class T>
std::vector<std::string> faults_of(const base::Result<T>& result) {
    std::vector<std::string> out;
    if (result) return out;
    for (const base::Error& error : result.errors()) {
        out.push_back(error.place.field + " " + std::string(base::entry_of(error.code).slug));
    }
    return out;
}

TEST_F(Pairs, ThePlaceOnTheListAndWhatEachReasonIsWorth) {
    const PartnerExplanation found = explained("them");
    EXPECT_EQ(found.rank, 1);
    EXPECT_EQ(found.total, 1);
    EXPECT_EQ(found.standing, "Place 1 of 1.");
    EXPECT_EQ(found.candidate.rank, 1);
    bool has_loss = false;
    for (const PartnerPart& part : found.candidate.parts) {
        for (const Evidence& evidence : part.evidence) has_loss = has_loss || evidence.loss.value_or(0) > 0;
    }
    EXPECT_TRUE(has_loss);
}

TEST_F(Pairs, WhyNotHasASentenceForEveryReason) {
    EXPECT_THAT(explained("us").standing, HasSubstr("the one who looks"));
    EXPECT_THAT(explained("us").raised_by, IsEmpty());
    EXPECT_THAT(explained("clinic").standing, HasSubstr("for a cluster clusters are looked for"));
    EXPECT_THAT(explained("quiet").standing, HasSubstr("nothing in common with quiet"));
    PartnerQuery query;
    query.subject = "us";
    query.countries = {"FR"};
    EXPECT_EQ(explained("them", query).standing,
              "Not on the list: the choice is France; them is based elsewhere (Finland).");
    query.countries = {};
    query.topics = {"dust"};
    EXPECT_THAT(explained("them", query).standing, HasSubstr("none of the chosen topics (dust)"));
    query.topics = {};
    query.excluded = {"them"};
    EXPECT_THAT(explained("them", query).standing, HasSubstr("left out"));
    query.excluded = {};
    query.organisation_kinds = {"company"};
    EXPECT_THAT(explained("them", query).standing, HasSubstr("recorded as “Cluster”"));
    PartnerQuery other;
    other.subject = "lens";
    EXPECT_THAT(explained("them", other).standing, HasSubstr("only when chosen; them is one"));
    EXPECT_EQ(explained("them").rank, 1);
    EXPECT_EQ(explained("them", query).rank, 0);
}

TEST_F(Pairs, ANeedThatIsNotUnderstoodIsSaid) {
    PartnerQuery query;
    query.need = "something or other";
    const PartnerExplanation found = explained("them", query);
    EXPECT_THAT(found.standing, HasSubstr("No known topic"));
    EXPECT_EQ(found.candidate.organisation.id, "them");
    EXPECT_FALSE(found.subject);
}

TEST_F(Pairs, WhatWouldRaiseTheMatchMostFirst) {
    const PartnerExplanation found = explained("them");
    std::vector<std::string> texts;
    double last = 1;
    for (const RaisedBy& one : found.raised_by) {
        texts.push_back(one.text);
        EXPECT_LE(one.could_raise, last);
        last = one.could_raise;
    }
    EXPECT_THAT(texts, testing::IsSupersetOf({"them confirms its profile.", "Projects of them are recorded.",
                                              "us and them travel together in a small delegation."}));
    EXPECT_THAT(texts, Not(testing::Contains(HasSubstr("target region"))))
        << "Europe, which holds Finland, is one already";
    EXPECT_THAT(explained("them", {}, kGerman).raised_by.front().text, HasSubstr("them"));
}

TEST_F(Pairs, EveryFaultOfAnExplanation) {
    PartnerQuery query;
    query.subject = "nobody";
    query.countries = {"XX"};
    EXPECT_THAT(faults_of(explanations_.explain(kEnglish, query, "none")),
                ElementsAre("for record-not-found", "country country-unknown", "candidate record-not-found"));
    EXPECT_THAT(faults_of(explanations_.explain(kEnglish, query, "")),
                testing::Contains("candidate value-missing"));
}

TEST_F(Pairs, AChainTellsEachLinkAndItsRecords) {
    const PathList list = paths_.paths(kEnglish, {"us", "clinic", 5}).value();
    ASSERT_FALSE(list.paths.empty());
    EXPECT_EQ(list.reason, "");
    const ConnectingPath& best = list.paths.front();
    ASSERT_EQ(best.links.size(), 2U);
    EXPECT_EQ(best.links[0].text, "lens is a member of us.");
    EXPECT_EQ(best.links[1].text, "lens and clinic are both in the project bright.");
    EXPECT_EQ(best.links[1].records.front().id, "bright");
    EXPECT_EQ(best.links[1].joint_projects, 1);
    EXPECT_NEAR(best.strength, best.links[0].strength * best.links[1].strength, 1e-12);
    EXPECT_EQ(best.links[1].latest_text, "1 June 2026");
    const PathList past = paths_.paths(kGerman, {"us", "them", 1}).value();
    ASSERT_EQ(past.paths.size(), 1U);
    EXPECT_EQ(paths_.paths(kGerman, {"us", "them", 5}).value().paths.back().links.size(), 1U);
    EXPECT_EQ(paths_.paths(kGerman, {"us", "them", 5}).value().paths.back().links[0].text,
              "Zwischen us und them galt die Vereinbarung pact.");
}

TEST_F(Pairs, NoChainHasAReason) {
    EXPECT_THAT(paths_.paths(kEnglish, {"us", "us", 5}).value().reason, HasSubstr("both the beginning and"));
    EXPECT_THAT(paths_.paths(kEnglish, {"us", "hermit", 5}).value().reason,
                HasSubstr("No connection of hermit"));
    EXPECT_THAT(faults_of(paths_.paths(kEnglish, {"nobody", "", 0})),
                ElementsAre("from record-not-found", "to value-missing", "limit value-out-of-range"));
}

TEST_F(Pairs, ASheetSaysWhatEachBringsNeedsAndShares) {
    const ComparisonList list = comparisons_.compare(kEnglish, {"us", {"them", "quiet", "them"}}).value();
    ASSERT_EQ(list.comparisons.size(), 2U) << "each once";
    const Comparison& sheet = list.comparisons.front();
    EXPECT_EQ(sheet.with.id, "them");
    EXPECT_GT(sheet.score, 0);
    EXPECT_EQ(sheet.parts.size(), 6U);
    ASSERT_EQ(sheet.we_need.size(), 1U);
    EXPECT_EQ(sheet.we_need[0].text, "Wanted: diagnostics. Offered by them.");
    EXPECT_EQ(sheet.they_bring[0].text, "Offers diagnostics (readiness TRL 7). Members with it: clinic.");
    EXPECT_EQ(sheet.our_targets_there[0].text, "Finland is in our target region Europe.");
    EXPECT_THAT(sheet.joint_projects[0].text, HasSubstr("bright (2028): lens (ours), clinic (theirs)"));
    EXPECT_EQ(sheet.bridges[1].text, "lens (ours), connected through bright: clinic.");
    EXPECT_EQ(sheet.their_end_users.front().id, "clinic");
    EXPECT_THAT(list.comparisons[1].they_bring, IsEmpty());
}

TEST_F(Pairs, EveryFaultOfAComparison) {
    EXPECT_THAT(faults_of(comparisons_.compare(kEnglish, {"us", {"us", "nobody"}})),
                ElementsAre("with compared-with-itself", "with record-not-found"));
    EXPECT_THAT(faults_of(comparisons_.compare(kEnglish, {"", {}})),
                ElementsAre("for value-missing", "with value-missing"));
    EXPECT_THAT(faults_of(comparisons_.compare(
                    kEnglish, {"us", {"them", "quiet", "lens", "clinic", "hermit", "them", "lens"}})),
                IsEmpty())
        << "five different ones";
}

}  // namespace
}  // namespace kontor::service
