// SPDX-License-Identifier: EUPL-1.2
#include "service/export_service.hpp"

#include <gtest/gtest.h>

#include "codec/record_json.hpp"
#include "support/batches.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

const base::SystemClock kClock;
const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};

class Exports : public testing::Test {
protected:
    void SetUp() override {
        const auto written = store_->write(support::batch(support::sample_records()));
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
    }

    std::vector<std::string> lines(const ExportRequest& request) {
        std::vector<std::string> out;
        base::SilentProgress progress;
        const auto count = ExportService(records_).records(
            kOperator, request,
            [&](std::string_view line) {
                out.emplace_back(line);
                return true;
            },
            progress);
        EXPECT_TRUE(count.ok());
        return out;
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    VisibleRecords records_{*store_,
                            Sight(std::make_shared<const AccessRules>(), Audience{.is_operator = true})};
};

TEST_F(Exports, GiveEveryRecordInTheFormatThatIsRead) {
    const auto all = lines({});
    EXPECT_EQ(all.size(), support::sample_records().size());
    for (const std::string& line : all) {
        const auto record = codec::record_from_line(line, {});
        ASSERT_TRUE(record.ok()) << line;
        EXPECT_EQ(codec::to_text(codec::to_json(record.value())), line);
    }
}

TEST_F(Exports, KeepToTheKindsAndIdsAskedFor) {
    EXPECT_EQ(lines({{"project"}, {}}).size(), 2U);
    EXPECT_EQ(lines({{}, {"leuchtfeuer", "lichthafen"}}).size(), 2U);
}

TEST_F(Exports, SayWhatThereIsNot) {
    base::SilentProgress progress;
    const auto take = [](std::string_view) { return true; };
    const auto missing = ExportService(records_).records(kOperator, {{}, {"nobody"}}, take, progress);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.errors().front().code, base::ErrorCode::RecordNotFound);
    const auto kind = ExportService(records_).records(kOperator, {{"projekt"}, {}}, take, progress);
    ASSERT_FALSE(kind.ok());
    EXPECT_EQ(kind.errors().front().code, base::ErrorCode::ValueNotAllowed);
}

TEST_F(Exports, StopWhenNobodyTakesThem) {
    base::SilentProgress progress;
    const auto stopped = ExportService(records_).records(
        kOperator, {}, [](std::string_view) { return false; }, progress);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.errors().front().code, base::ErrorCode::Stopped);
}

TEST_F(Exports, AreNotForThePublic) {
    base::SilentProgress progress;
    const auto refused = ExportService(records_).records(
        Asker{}, {}, [](std::string_view) { return true; }, progress);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, base::ErrorCode::SignInRequired);
}

TEST_F(Exports, DescribeRecordsAsJsonLdWithWhatTheyAreJoinedTo) {
    const ExportService exports(records_);
    const auto project = exports.project_json_ld(Asker{}, "leuchtfeuer", "https://kontor.example");
    ASSERT_TRUE(project.ok());
    EXPECT_NE(project.value().find("https://kontor.example/organisations/lichthafen-gmbh"),
              std::string::npos);
    EXPECT_NE(project.value().find("Brückenschlag"), std::string::npos);
    const auto organisation = exports.organisation_json_ld(Asker{}, "lichthafen", "https://kontor.example");
    ASSERT_TRUE(organisation.ok());
    EXPECT_EQ(organisation.value().find("\"member\":"), std::string::npos) << "that membership has ended";
    EXPECT_FALSE(exports.project_json_ld(Asker{}, "nothing", "").ok());
}

}  // namespace
}  // namespace kontor::service
