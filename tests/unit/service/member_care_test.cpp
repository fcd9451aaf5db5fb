// SPDX-License-Identifier: EUPL-1.2
// Member lists as the people of clusters bring them in: what they take care of changes, about others they are
// heard, and what they cannot see leaves no trace.
#include "service/member_care.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/import_service.hpp"
#include "service/record_service.hpp"
#include "service/review_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using model::ClaimReview;
using model::RecordKind;
using model::Role;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};

Asker person_at(const std::string& organisation) {
    return {.standing = Standing::User,
            .actor = "user-" + organisation,
            .roles = {{Role::ClusterManager, organisation}},
            .session = "session"};
}

class MemberCare : public testing::Test {
protected:
    void SetUp() override {
        model::Organisation lichtwerk = support::organisation("lichtwerk", "Lichtwerk GmbH");
        lichtwerk.city = "Jena";
        lichtwerk.country = "DE";
        lichtwerk.identifiers = {{"PIC", "999000111"}};
        write({support::organisation("north", "Cluster Nord", model::OrganisationKind::Cluster),
               support::organisation("south", "Cluster Süd", model::OrganisationKind::Cluster), lichtwerk,
               support::membership("lichtwerk", "north")});
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    void write(std::vector<model::Record> puts) {
        const auto written = store_->write({.puts = std::move(puts), .actor = "test"});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
    }
    void hide_lichtwerk() {
        model::Disclosure rule;
        rule.id = "rule";
        rule.subject = "lichtwerk";
        rule.owner = "north";
        rule.visibility = model::Visibility::Own;
        write({rule});
        ASSERT_TRUE(knowledge_.refresh().ok());
    }
    static MemberListRequest list_of(const std::string& cluster) {
        MemberListRequest request;
        request.name = "list.csv";
        request.bytes =
            "Name;Ort;Land;Web;Mitarbeiter;PIC\n"
            "Lichtwerk GmbH;Jena;DE;https://evil.example;7;999000111\n";
        request.cluster = cluster;
        return request;
    }
    ImportReport import_into(const std::string& cluster) {
        const auto report = imports_.organisations(person_at(cluster), list_of(cluster), progress_);
        EXPECT_TRUE(report.ok()) << base::located_sentence(report.errors().front(), "en");
        return report ? report.value() : ImportReport{};
    }
    model::Organisation lichtwerk() {
        return std::get<model::Organisation>(*store_->read(RecordKind::Organisation, "lichtwerk").value());
    }
    std::vector<model::Claim> claims() {
        std::vector<model::Claim> all;
        EXPECT_TRUE(store_
                        ->scan(RecordKind::Claim,
                               [&](model::Record&& record) {
                                   all.push_back(std::get<model::Claim>(record));
                                   return true;
                               })
                        .ok());
        return all;
    }

    base::SilentProgress progress_;
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    ImportService imports_{knowledge_, kClock};
    RecordService records_{knowledge_};
    ReviewService review_{knowledge_};
};

TEST_F(MemberCare, OnesOwnMembersAreChanged) {
    const auto report = import_into("north");
    EXPECT_EQ(report.updated, 1);
    EXPECT_EQ(report.waiting.value_or(0), 0);
    EXPECT_EQ(lichtwerk().web, "https://evil.example");
}

TEST_F(MemberCare, OthersStayAsTheyAreAndAreAsked) {
    const model::Organisation before = lichtwerk();
    const auto report = import_into("south");
    EXPECT_EQ(report.updated, 0);
    EXPECT_EQ(report.unchanged, 1);
    EXPECT_EQ(report.waiting, 3);  // web, employees and their size class
    EXPECT_EQ(lichtwerk(), before);
    for (const model::Claim& claim : claims()) EXPECT_EQ(claim.review, ClaimReview::Waiting) << claim.id;
    EXPECT_TRUE(store_->read(RecordKind::Membership, "lichtwerk.south").value().has_value());
    const auto waiting = review_.waiting(person_at("north"), "lichtwerk", {});
    ASSERT_TRUE(waiting.ok());
    EXPECT_EQ(waiting.value().total, 3);
    EXPECT_EQ(review_.waiting(person_at("south"), "", {}).value().total, 0);
}

TEST_F(MemberCare, CallingItAMemberGivesNoCare) {
    const model::Organisation before = lichtwerk();
    import_into("south");
    const auto again = import_into("south");
    EXPECT_EQ(again.updated, 0);
    EXPECT_EQ(again.waiting.value_or(0), 0) << "nobody is asked twice";
    EXPECT_EQ(lichtwerk(), before);
    const auto seen = records_.read(person_at("south"), {"organisation", "lichtwerk"});
    ASSERT_TRUE(seen.ok());
    EXPECT_THAT(seen.value().may, testing::IsEmpty());
    const auto membership = records_.read(person_at("north"), {"membership", "lichtwerk.south"});
    EXPECT_THAT(membership.value().may, testing::Contains("erase")) << "who cares for it may contest it";
}

TEST_F(MemberCare, WhatIsHiddenIsNotKnown) {
    hide_lichtwerk();
    const auto preview = imports_.preview(person_at("south"), list_of("south"), progress_);
    ASSERT_TRUE(preview.ok());
    EXPECT_EQ(preview.value().rows.at(0).action, "new");
    EXPECT_FALSE(preview.value().rows.at(0).known.has_value());
    const auto report = import_into("south");
    EXPECT_EQ(report.inserted, 1);
    EXPECT_EQ(report.faults.size(), 0U) << "an identifier that a hidden record has is no fault";
    EXPECT_EQ(import_into("south").unchanged, 1) << "one's own row is found again by the identifier";
    EXPECT_EQ(imports_.preview(person_at("north"), list_of("north"), progress_).value().rows.at(0).action,
              "new")
        << "several carry it: a question for people";
}

TEST_F(MemberCare, IdsTellNothingAboutHiddenRecords) {
    hide_lichtwerk();
    RecordForm form;
    form.record.text = R"({"id":"lichtwerk","kind":"company","names":[{"text":"Lichtwerk"}]})";
    const auto made = records_.create(person_at("south"), "organisation", form);
    ASSERT_TRUE(made.ok());
    EXPECT_THAT(made.value().id, testing::StartsWith("lichtwerk-"));
    form.record.text = R"({"id":"nothing-has-it","kind":"company","names":[{"text":"Lichtwerk"}]})";
    const auto other = records_.create(person_at("south"), "organisation", form);
    ASSERT_TRUE(other.ok());
    EXPECT_NE(other.value().id, "nothing-has-it") << "the same happens to an id that is free";
}

TEST_F(MemberCare, RecordsOfABatchFindEachOtherUnderTheirNewIds) {
    hide_lichtwerk();
    RecordBatch batch;
    batch.puts.push_back(
        {{R"({"record":"organisation","id":"x","kind":"company","names":[{"text":"X"}]})"}, {}});
    batch.puts.push_back({{R"({"record":"membership","id":"m","member":"x","cluster":"south"})"}, {}});
    const auto written = records_.write(person_at("south"), batch);
    ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
    ASSERT_EQ(written.value().records.size(), 2U);
    EXPECT_THAT(written.value().records[1].record.text, testing::HasSubstr(written.value().records[0].id));
}

}  // namespace
}  // namespace kontor::service
