// SPDX-License-Identifier: EUPL-1.2
// What the log says of who has been shown what: a house with a closed organisation, one with closed fields
// and a closed project, looked at through every door that shows them without reading their records.
#include "service/reveals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/audit_service.hpp"
#include "service/export_service.hpp"
#include "service/import_service.hpp"
#include "service/page_service.hpp"
#include "service/partner_service.hpp"
#include "service/search_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using model::Visibility;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};  // 2026-11-18

Asker reader(const std::string& actor = "u-reader") {
    return {.standing = Standing::User,
            .actor = actor,
            .roles = {{model::Role::ClusterManager, "home"}},
            .session = "session"};
}

SearchRequest words(const std::string& query) {
    SearchRequest out;
    out.query = query;
    return out;
}

PartnerQuery of_home() {
    PartnerQuery out;
    out.subject = "home";
    return out;
}

model::Organisation company(const std::string& id, const std::string& name) {
    model::Organisation out = support::organisation(id, name);
    out.country = "FI";
    out.nuts = "FI1D9";
    out.city = "Oulu";
    out.latitude = 65.0;
    out.longitude = 25.5;
    out.topics = {"lasers"};
    return out;
}

model::Disclosure rule(RecordKind kind, const std::string& subject, Visibility whole,
                       std::vector<model::FieldVisibility> fields = {}) {
    model::Disclosure out;
    out.id = "rule-" + subject;
    out.subject_kind = kind;
    out.subject = subject;
    out.owner = "home";
    out.visibility = whole;
    out.fields = std::move(fields);
    return out;
}

class RevealsOfLists : public testing::Test {
protected:
    void SetUp() override {
        const auto written = store_->write(
            {.puts = {support::topic("lasers", "Lasers"), company("home", "Heimathafen"),
                      company("closed", "Verschwiegen Optik"), company("partly", "Halboffen Optik"),
                      company("quiet", "Leisetreter Optik"), company("open", "Offen Optik"),
                      support::membership("closed", "home"), support::membership("open", "home"),
                      support::project("secret", "Geheimvorhaben"), support::participation("secret", "home"),
                      support::participation("secret", "open"), support::project("joint", "Gemeinsam"),
                      support::participation("joint", "closed"), support::participation("joint", "home"),
                      rule(RecordKind::Organisation, "closed", Visibility::Own),
                      rule(RecordKind::Organisation, "partly", Visibility::Public,
                           {{"topics", Visibility::Matched}}),
                      rule(RecordKind::Organisation, "quiet", Visibility::Public,
                           {{"employees", Visibility::Own}}),
                      rule(RecordKind::Project, "secret", Visibility::Matched)},
             .actor = "test"});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }

    /// What the log says that `actor` was shown, sorted, after writing down what is pending.
    std::vector<std::string> revealed(const std::string& actor = "u-reader") {
        EXPECT_TRUE(knowledge_.write_reveals().ok());
        std::vector<std::string> out;
        const auto log = store_->audit({.actor = actor, .limit = 1000}).value();
        for (const store::AuditEntry& entry : log) {
            EXPECT_EQ(entry.action, "record.revealed");
            EXPECT_EQ(entry.organisation, "home");
            out.push_back(entry.subject);
        }
        return out;
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    const SearchService search_{knowledge_};
    const PageService pages_{knowledge_};
    const PartnerService partners_{knowledge_};
};

TEST_F(RevealsOfLists, HitsOfASearch) {
    ASSERT_EQ(search_.search(reader(), words("Optik")).value().total, 4);
    EXPECT_THAT(revealed(), UnorderedElementsAre("closed", "partly"))
        << "a hit does not tell how many people work there";
}

TEST_F(RevealsOfLists, RowsOfATable) {
    ASSERT_TRUE(search_.search_rows(reader(), words("Geheimvorhaben"), 100).ok());
    EXPECT_THAT(revealed(), ElementsAre("secret"));
}

TEST_F(RevealsOfLists, WordsOfferedWhileTyping) {
    ASSERT_FALSE(search_.suggest(reader(), "Verschw", {}, 10).value().suggestions.empty());
    EXPECT_THAT(revealed(), ElementsAre("closed"));
}

TEST_F(RevealsOfLists, NamesOnTheMap) {
    ASSERT_TRUE(search_.map(reader(), words("Verschwiegen")).ok());
    EXPECT_THAT(revealed(), ElementsAre("closed"));
}

TEST_F(RevealsOfLists, PartnersAndTheReasonsForThem) {
    ASSERT_FALSE(partners_.partners(reader(), of_home()).value().partners.empty());
    EXPECT_THAT(revealed(), testing::IsSupersetOf({"closed", "partly", "secret"}));
}

TEST_F(RevealsOfLists, MembersProjectsAndTheGraph) {
    ASSERT_TRUE(pages_.members(reader("u-1"), "home", {}).ok());
    EXPECT_THAT(revealed("u-1"), ElementsAre("closed"));
    ASSERT_TRUE(pages_.organisation_projects(reader("u-2"), "open", {}).ok());
    EXPECT_THAT(revealed("u-2"), ElementsAre("secret"));
    ASSERT_TRUE(pages_.graph(reader("u-3"), "home", 30).ok());
    EXPECT_THAT(revealed("u-3"), Contains("closed"));
}

TEST_F(RevealsOfLists, PagesOfPlacesAndTopics) {
    ASSERT_TRUE(pages_.country(reader("u-1"), "FI").ok());
    EXPECT_THAT(revealed("u-1"), testing::IsSupersetOf({"closed", "partly"}));
    ASSERT_TRUE(pages_.region_organisations(reader("u-2"), "FI1D9", {}).ok());
    EXPECT_THAT(revealed("u-2"), UnorderedElementsAre("closed", "partly"));
    ASSERT_TRUE(pages_.topic(reader("u-3"), "lasers").ok());
    EXPECT_THAT(revealed("u-3"), testing::IsSupersetOf({"closed", "partly"}));
}

TEST_F(RevealsOfLists, AnExportOfRecordsInOneBatch) {
    const Asker token{.standing = Standing::User,
                      .actor = "u-reader",
                      .roles = {{model::Role::ClusterManager, "home"}},
                      .scopes = {"export"}};
    const View view = knowledge_.view(token);
    base::SilentProgress progress;
    std::string all;
    const auto take = [&](std::string_view line) {
        all += line;
        return true;
    };
    ASSERT_TRUE(ExportService(view.records).records(token, {}, take, progress).ok());
    EXPECT_THAT(revealed(), UnorderedElementsAre("closed", "partly", "quiet", "secret"))
        << "an export holds every field";
    const Asker stranger{
        .standing = Standing::User, .actor = "u-stranger", .roles = {}, .scopes = {"export"}};
    const View strange = knowledge_.view(stranger);
    all.clear();
    ASSERT_TRUE(ExportService(strange.records).records(stranger, {}, take, progress).ok());
    EXPECT_THAT(all, Not(testing::HasSubstr("Verschwiegen")));
    EXPECT_THAT(revealed("u-stranger"), IsEmpty());
}

TEST_F(RevealsOfLists, RowsOfAMemberListThatAreKnown) {
    ImportService imports(knowledge_, kClock);
    base::SilentProgress progress;
    MemberListRequest request;
    request.name = "members.csv";
    request.bytes = "Name;Ort;Land\nVerschwiegen Optik;Oulu;FI\n";
    request.cluster = "home";
    const auto preview = imports.preview(reader(), request, progress);
    ASSERT_TRUE(preview.ok());
    ASSERT_TRUE(preview.value().rows.front().known.has_value());
    EXPECT_THAT(revealed(), Contains("closed"));
}

TEST_F(RevealsOfLists, TheAuditItselfTellsWhatRecordsSaid) {
    model::Organisation renamed = company("closed", "Verschwiegen Optik");
    renamed.city = "Turku";
    ASSERT_TRUE(knowledge_.write({.puts = {renamed}, .actor = "u-reader"}).ok());
    const AuditService audit(knowledge_);
    ASSERT_EQ(audit.page(reader(), {}).value().lines.size(), 1U);
    EXPECT_THAT(revealed(), ElementsAre("closed"));
}

TEST_F(RevealsOfLists, TheSameHitWithinTheHourIsOne) {
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(search_.search(reader(), words("Verschwiegen")).ok());
    ASSERT_TRUE(pages_.organisation(reader(), "closed").ok());
    const auto seen = revealed();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), "closed"), 1);
}

TEST_F(RevealsOfLists, NothingIsWrittenWhileSomebodyReads) {
    const auto before = store_->audit({.limit = 1000}).value().size();
    ASSERT_TRUE(search_.search(reader(), words("Optik")).ok());
    EXPECT_EQ(store_->audit({.limit = 1000}).value().size(), before);
}

TEST_F(RevealsOfLists, ThePublicAndTheOperatorAreShownNothingInConfidence) {
    ASSERT_TRUE(search_.search({}, words("Optik")).ok());
    ASSERT_TRUE(search_.search({.standing = Standing::Operator, .actor = "cli"}, words("Optik")).ok());
    EXPECT_TRUE(knowledge_.write_reveals().ok());
    EXPECT_THAT(store_->audit({.limit = 1000}).value(), IsEmpty());
}

TEST(RevealsNoted, OnceInTheHourAndAgainInTheNext) {
    const auto store = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Reveals reveals;
    for (const std::int64_t hour : {1, 1, 2, 2}) {
        reveals.note("u", {RecordKind::Organisation, "x"}, "home", hour);
        ASSERT_TRUE(reveals.flush(*store).ok());
    }
    EXPECT_EQ(store->audit({.limit = 10}).value().size(), 2U);
}

}  // namespace
}  // namespace kontor::service
