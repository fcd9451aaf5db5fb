// SPDX-License-Identifier: EUPL-1.2
// How SQLite goes about reading the audit: by an index, backwards, without sorting.
#include <gmock/gmock.h>

#include "contract/store/store_contract.hpp"
#include "store/sqlite/audit_log.hpp"
#include "store/sqlite/change_feed.hpp"
#include "store/sqlite/connection.hpp"

namespace kontor::store {
namespace {

using sqlite::AuditLog;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SqlitePlans : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(open_sqlite(folder_.file("kontor.db"), OpenMode::Create, clock_).ok());
        connection_.emplace(folder_.file("kontor.db"), sqlite::Access::ReadWrite);
    }

    /// The steps of the plan, one to a line.
    std::string plan(const std::string& sql) {
        sqlite::Statement rows(*connection_, "EXPLAIN QUERY PLAN " + sql);
        std::string steps;
        while (rows.step()) steps += std::string(rows.text(3)) + "\n";
        return steps;
    }

    support::TemporaryFolder folder_;
    base::FixedClock clock_{std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000}}};
    std::optional<sqlite::Connection> connection_;
};

const auto kNoDetour = AllOf(Not(HasSubstr("SCAN")), Not(HasSubstr("TEMP B-TREE")));

TEST_F(SqlitePlans, TheLogIsReadByWhatNarrowsItMost) {
    for (const auto& [by, index] :
         {std::pair{AuditLog::By::Actor, "USING INDEX audit_actor (actor=? AND sequence<?)"},
          std::pair{AuditLog::By::Organisation,
                    "USING INDEX audit_organisation (organisation=? AND sequence<?)"},
          std::pair{AuditLog::By::Subject, "USING INDEX audit_subject (subject=? AND sequence<?)"},
          std::pair{AuditLog::By::Nothing, "USING INTEGER PRIMARY KEY (rowid<?)"}}) {
        EXPECT_THAT(plan(AuditLog::reading(by)), AllOf(HasSubstr(index), kNoDetour));
    }
}

TEST_F(SqlitePlans, TheFeedIsReadByItsActor) {
    EXPECT_THAT(plan(std::string(sqlite::ChangeFeed::kBeforeOfActor)),
                AllOf(HasSubstr("USING INDEX change_actor (actor=? AND sequence<?)"), kNoDetour));
    EXPECT_THAT(plan(std::string(sqlite::ChangeFeed::kBefore)),
                AllOf(HasSubstr("USING INTEGER PRIMARY KEY (rowid<?)"), kNoDetour));
}

}  // namespace
}  // namespace kontor::store
