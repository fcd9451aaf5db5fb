// SPDX-License-Identifier: EUPL-1.2
#include "service/import_service.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "codec/record_json.hpp"
#include "service/import_answers.hpp"
#include "service/shipped_data.hpp"
#include "support/batches.hpp"
#include "support/sample_records.hpp"
#include "support/temporary_folder.hpp"

namespace kontor::service {
namespace {

const base::FixedClock kClock(std::chrono::sys_days(std::chrono::year(2026) / 11 / 22));
const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};

class Imports : public testing::Test {
protected:
    void SetUp() override {
        store_ = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
        imports_ = std::make_unique<ImportService>(*store_, kClock, nullptr);
    }

    std::string file(const std::string& name, const std::vector<model::Record>& records) {
        const std::string path = folder_.file(name);
        std::ofstream out(path);
        for (const model::Record& record : records) out << codec::to_text(codec::to_json(record)) << "\n";
        return path;
    }
    base::Result<ImportReport> records(const BulkRequest& request) {
        return imports_->records(kOperator, request, progress_);
    }

    support::TemporaryFolder folder_;
    base::SilentProgress progress_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<ImportService> imports_;
};

TEST_F(Imports, TakeRecordsOnceAndSayThatTheyKnowThem) {
    const std::string path = file("a.jsonl", support::sample_records());
    const auto first = records({.files = {path}}).value();
    EXPECT_EQ(first.inserted, static_cast<std::int64_t>(support::sample_records().size()));
    EXPECT_FALSE(first.repeated);
    const auto sequence = store_->last_sequence().value();
    const auto second = records({.files = {path}}).value();
    EXPECT_TRUE(second.repeated);
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(second.inserted, 0);
    EXPECT_EQ(second.unchanged, first.inserted);
    const auto third = records({.files = {path}, .repetition = Repetition::ReadAgain}).value();
    EXPECT_FALSE(third.repeated);
    EXPECT_EQ(third.unchanged, first.inserted);
    EXPECT_EQ(store_->last_sequence().value(), sequence) << "nothing may have changed";
}

TEST_F(Imports, ShowWhatADryRunWouldDo) {
    const std::string path = file("a.jsonl", support::sample_records());
    const auto report = records({.files = {path}, .effect = Effect::DryRun}).value();
    EXPECT_EQ(report.inserted, static_cast<std::int64_t>(support::sample_records().size()));
    EXPECT_EQ(store_->last_sequence().value(), 0U);
    EXPECT_TRUE(store_->imports().value().empty());
}

TEST_F(Imports, WriteNothingWhenAReferenceLeadsNowhere) {
    const std::string path =
        file("a.jsonl", {support::organisation("here", "H"), support::membership("here", "gone")});
    const auto report = records({.files = {path}});
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.errors().front().code, base::ErrorCode::ReferenceUnknown);
    EXPECT_EQ(report.errors().front().place.line, 2U);
    EXPECT_EQ(store_->last_sequence().value(), 0U);
    EXPECT_EQ(imports_->imports(kOperator).value().imports.front().state, "failed");
}

TEST_F(Imports, LookForNewTopicsInImportedProjectsOnly) {
    auto imported = support::project("imported", "A study of photonics");
    imported.titles.front().origin = model::TextOrigin::Import;
    const auto own = support::project("own", "A study of photonics");
    ASSERT_TRUE(store_->write(support::batch({imported, own})).ok());
    ASSERT_TRUE(records({.files = {file("t.jsonl", {support::topic("photonics", "Photonics")})}}).ok());
    const auto topics = [&](const char* id) {
        return std::get<model::Project>(*store_->read(model::RecordKind::Project, id).value()).topics;
    };
    EXPECT_EQ(topics("imported"), std::vector<std::string>{"photonics"});
    EXPECT_TRUE(topics("own").empty()) << "people choose their own topics";
}

TEST_F(Imports, AreNotForThePublic) {
    const auto refused = imports_->records(Asker{}, {.files = {"x"}}, progress_);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, base::ErrorCode::SignInRequired);
}

TEST_F(Imports, SayEveryFileThatIsMissing) {
    const auto refused = records({.files = {"nowhere.jsonl", "neither.jsonl"}});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().size(), 2U);
}

TEST_F(Imports, LoadTheShippedDemoNetwork) {
    const auto files = demo_files(KONTOR_SOURCE_DIR "/data").value();
    const auto report = records({.files = files});
    ASSERT_TRUE(report.ok()) << base::located_sentence(report.errors().front(), "en");
    EXPECT_GT(report.value().inserted, 1500);
    EXPECT_EQ(report.value().refused, 0);
}

TEST_F(Imports, GiveAListASourceOfItsDay) {
    const std::string csv = "Name;Ort\nLinsenwerk GmbH & Co. KG;Jena\nLinsenwerk GmbH u. Co KG;Jena\n";
    ASSERT_TRUE(store_
                    ->write(support::batch({support::organisation("lichthafen", "Lichthafen",
                                                                  model::OrganisationKind::Cluster)}))
                    .ok());
    MemberListRequest request;
    request.name = "mitglieder.csv";
    request.bytes = csv;
    request.cluster = "lichthafen";
    request.country = "DE";
    const auto first = imports_->organisations(kOperator, request, progress_);
    ASSERT_TRUE(first.ok()) << base::located_sentence(first.errors().front(), "en");
    EXPECT_EQ(first.value().inserted, 1);
    EXPECT_EQ(first.value().merged, 1);
    const auto sequence = store_->last_sequence().value();
    const base::FixedClock later(kClock.now() + std::chrono::hours(48));
    ImportService tomorrow(*store_, later, nullptr);
    const auto second = tomorrow.organisations(kOperator, request, progress_).value();
    EXPECT_EQ(second.inserted + second.updated, 0);
    EXPECT_EQ(second.unchanged, 1);
    EXPECT_EQ(store_->last_sequence().value(), sequence) << "the same list twice changes nothing";
}

TEST_F(Imports, RefuseAListForAClusterThatThereIsNot) {
    MemberListRequest request;
    request.name = "mitglieder.csv";
    request.bytes = "Name\nA\n";
    request.cluster = "nowhere";
    const auto refused = imports_->preview(kOperator, request, progress_);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, base::ErrorCode::RecordNotFound);
    EXPECT_EQ(refused.errors().front().place.field, "cluster");
}

TEST(ImportAnswers, TellTimes) {
    EXPECT_EQ(iso_time(0), "");
    EXPECT_EQ(iso_time(1'773'475'200), "2026-03-14T08:00:00Z");
    EXPECT_EQ(today(kClock).text(), "2026-11-22");
}

}  // namespace
}  // namespace kontor::service
