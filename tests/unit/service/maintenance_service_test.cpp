// SPDX-License-Identifier: EUPL-1.2
#include "service/maintenance_service.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/batches.hpp"
#include "support/sample_records.hpp"
#include "support/temporary_folder.hpp"

namespace kontor::service {
namespace {

const base::SystemClock kClock;
const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};

const DoctorCheck& check_of(const DoctorReport& report, std::string_view name) {
    const auto found = std::find_if(report.checks.begin(), report.checks.end(),
                                    [&](const DoctorCheck& check) { return check.check == name; });
    EXPECT_NE(found, report.checks.end()) << name;
    return *found;
}

class Maintenance : public testing::Test {
protected:
    void SetUp() override {
        store_ = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
        ASSERT_TRUE(store_->write(support::batch(support::sample_records())).ok());
        knowledge_ = std::make_unique<Knowledge>(*store_, kClock, nullptr);
        ASSERT_TRUE(knowledge_->load(progress_).ok());
    }
    DoctorReport doctor() {
        return MaintenanceService(*knowledge_)
            .doctor(kOperator, {".", KONTOR_SOURCE_DIR "/data"}, progress_)
            .value();
    }

    base::SilentProgress progress_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Knowledge> knowledge_;
};

TEST_F(Maintenance, StatusCountsRecordsByKind) {
    const auto status = MaintenanceService(*knowledge_).status(kOperator).value();
    EXPECT_EQ(status.version, program_version());
    EXPECT_TRUE(status.demo) << "the sample organisation is invented";
    EXPECT_EQ(status.sequence, static_cast<std::int64_t>(store_->last_sequence().value()));
    std::int64_t total = 0;
    for (const StatusRecord& record : status.records) total += record.count;
    EXPECT_EQ(total, static_cast<std::int64_t>(support::sample_records().size()));
}

TEST_F(Maintenance, StatusCountsForOthersWhatTheySee) {
    const auto status = MaintenanceService(*knowledge_).status(Asker{}).value();
    for (const StatusRecord& record : status.records) {
        EXPECT_NE(record.kind, "person");
        EXPECT_NE(record.kind, "disclosure");
        // The sample's disclosure leaves one of its three organisations to those who are signed in.
        const std::int64_t hidden = record.kind == "organisation" ? 1 : 0;
        EXPECT_TRUE(hidden == 0 || record.count == 2) << record.count;
    }
}

TEST_F(Maintenance, DoctorFindsNothingInSoundData) {
    const auto report = doctor();
    for (const DoctorCheck& check : report.checks) {
        if (check.check == "disk") continue;
        EXPECT_EQ(check.state, "ok") << check.check << ": " << testing::PrintToString(check.findings);
    }
    EXPECT_TRUE(report.sound);
}

TEST_F(Maintenance, DoctorSeesThatThePictureIsBehindTheStore) {
    ASSERT_TRUE(store_->write(support::batch({support::organisation("late", "Late")})).ok());
    const auto report = doctor();
    EXPECT_FALSE(report.sound);
    EXPECT_EQ(check_of(report, "network").state, "fault");
    EXPECT_EQ(check_of(report, "search").state, "fault");
    EXPECT_EQ(check_of(report, "references").state, "ok");
}

TEST_F(Maintenance, DoctorSeesInterruptedImportsAndMissingFiles) {
    ASSERT_TRUE(store_->begin_import("cordis", "big.zip", "f").ok());
    const auto report =
        MaintenanceService(*knowledge_).doctor(kOperator, {".", "nowhere"}, progress_).value();
    EXPECT_EQ(check_of(report, "imports").state, "notice");
    EXPECT_NE(check_of(report, "imports").findings.front().find("big.zip"), std::string::npos);
    EXPECT_EQ(check_of(report, "files").state, "notice");
    EXPECT_TRUE(report.sound) << "notices are no faults";
}

TEST_F(Maintenance, OnlyTheOperatorMayMaintain) {
    EXPECT_FALSE(MaintenanceService(*knowledge_).doctor(Asker{}, {}, progress_).ok());
    EXPECT_FALSE(backup(Asker{}, *store_, "x", progress_).ok());
    EXPECT_FALSE(restore(Asker{}, "x", "y").ok());
}

}  // namespace
}  // namespace kontor::service
