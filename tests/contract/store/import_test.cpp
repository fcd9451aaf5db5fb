// SPDX-License-Identifier: EUPL-1.2
#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using base::ErrorCode;
using model::RecordKind;
using support::organisation;

class StoreImport : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, StoreImport, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreImport, AnUnfinishedRunIsResumedWhereItStood) {
    const ImportRun run = store_->begin_import("cordis", "a.zip", "f00d").value();
    EXPECT_EQ(run.state, ImportState::Running);
    EXPECT_EQ(run.started, 1'700'000'000);
    written({.puts = {organisation("a", "A")},
             .erasures = {},
             .actor = "cli",
             .mark = ImportMark{.run = run.id, .stage = "organisations", .done = 500}});
    const ImportRun again = store_->begin_import("cordis", "elsewhere/a.zip", "f00d").value();
    EXPECT_EQ(again.id, run.id);
    EXPECT_EQ(again.file, "a.zip");
    EXPECT_EQ(again.stage, "organisations");
    EXPECT_EQ(again.done, 500U);
    EXPECT_NE(store_->begin_import("cordis", "a.zip", "beef").value().id, run.id);
    EXPECT_NE(store_->begin_import("records", "a.zip", "f00d").value().id, run.id);
}

TEST_P(StoreImport, TheMarkMovesOnlyWithItsRows) {
    const ImportRun run = store_->begin_import("cordis", "a.zip", "f00d").value();
    refused({.puts = {support::participation("no", "where")},
             .erasures = {},
             .actor = "cli",
             .mark = ImportMark{.run = run.id, .stage = "participations", .done = 9}});
    EXPECT_EQ(store_->begin_import("cordis", "a.zip", "f00d").value().done, 0U);
    // Rows that change nothing move it too.
    put({organisation("a", "A")});
    written({.puts = {organisation("a", "A")},
             .erasures = {},
             .actor = "cli",
             .mark = ImportMark{.run = run.id, .stage = "organisations", .done = 7}});
    EXPECT_EQ(store_->begin_import("cordis", "a.zip", "f00d").value().done, 7U);
}

TEST_P(StoreImport, FinishedAndFailedRunsAreOver) {
    for (const ImportState state : {ImportState::Finished, ImportState::Failed}) {
        ImportRun run = store_->begin_import("cordis", "a.zip", "f00d").value();
        run.state = state;
        run.stage = "done";
        run.done = 12;
        run.report = R"({"taken":12})";
        ASSERT_TRUE(store_->finish_import(run).ok());
        const ImportRun kept = store_->imports().value().back();
        EXPECT_EQ(kept.id, run.id);
        EXPECT_EQ(kept.state, state);
        EXPECT_EQ(kept.report, run.report);
        EXPECT_EQ(kept.done, 12U);
        EXPECT_EQ(kept.finished, 1'700'000'000);
        const auto late = refused({.puts = {organisation("late", "L")},
                                   .erasures = {},
                                   .actor = "cli",
                                   .mark = ImportMark{.run = run.id, .stage = "x", .done = 13}});
        ASSERT_EQ(late.size(), 1U);
        EXPECT_EQ(late[0].code, ErrorCode::RecordNotFound);
    }
    EXPECT_EQ(store_->imports().value().size(), 2U);
    EXPECT_EQ(count(RecordKind::Organisation), 0U);
}

TEST_P(StoreImport, AnUnknownRunCannotBeFinished) {
    ImportRun run;
    run.id = "import-999999";
    const auto done = store_->finish_import(run);
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.errors().front().code, ErrorCode::RecordNotFound);
}

}  // namespace
}  // namespace kontor::store
