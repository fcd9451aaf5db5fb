// SPDX-License-Identifier: EUPL-1.2
// Files that SQLite may meet: old ones, newer ones, foreign ones, damaged ones.
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using base::ErrorCode;
using model::RecordKind;

class SqliteFiles : public testing::Test {
protected:
    std::string path() const { return folder_.file("kontor.db"); }

    base::Result<std::unique_ptr<Store>> open(OpenMode mode = OpenMode::Existing) {
        return open_sqlite(path(), mode, clock_);
    }
    void execute(const std::string& sql) {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open(path().c_str(), &handle), SQLITE_OK);
        char* message = nullptr;
        EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
        sqlite3_close(handle);
    }
    void create_with_samples() {
        const auto store = open(OpenMode::Create);
        ASSERT_TRUE(store.ok());
        ASSERT_TRUE(
            store.value()
                ->write({.puts = support::sample_records(), .erasures = {}, .actor = "test", .mark = {}})
                .ok());
    }
    static std::string content(const std::filesystem::path& file) {
        std::ostringstream out;
        out << std::ifstream(file, std::ios::binary).rdbuf();
        return out.str();
    }
    static std::string reason(const base::Errors& errors) {
        EXPECT_EQ(errors.front().code, ErrorCode::DatabaseUnusable);
        return argument(errors.front(), "reason");
    }

    support::TemporaryFolder folder_;
    base::FixedClock clock_{std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000}}};
};

TEST_F(SqliteFiles, EveryReleasedVersionWalksForward) {
    int versions = 0;
    for (const auto& dump : std::filesystem::directory_iterator(KONTOR_SOURCE_DIR "/tests/data/released")) {
        if (dump.path().extension() != ".sql") continue;
        ++versions;
        std::filesystem::remove(path());
        execute(content(dump.path()));
        const auto store = open();
        ASSERT_TRUE(store.ok()) << dump.path() << ": "
                                << base::located_sentence(store.errors().front(), "en");
        EXPECT_EQ(store.value()->count(RecordKind::Organisation).value(), 3U);
        const auto cluster = store.value()->read(RecordKind::Organisation, "lichthafen").value();
        ASSERT_TRUE(cluster.has_value());
        EXPECT_EQ(model::display_name(std::get<model::Organisation>(*cluster)), "Lichthafen Nord");
        EXPECT_EQ(
            store.value()->referring(RecordKind::Participation, "project", "leuchtfeuer").value().size(), 1U);
        EXPECT_THAT(store.value()->inspect().value(), testing::IsEmpty());
        EXPECT_TRUE(
            store.value()
                ->write({.puts = support::sample_records(), .erasures = {}, .actor = "test", .mark = {}})
                .ok());
    }
    EXPECT_GE(versions, 1);
}

TEST_F(SqliteFiles, ReopeningFindsEverything) {
    create_with_samples();
    const auto store = open();
    ASSERT_TRUE(store.ok());
    EXPECT_EQ(store.value()->last_sequence().value(), support::sample_records().size());
    EXPECT_TRUE(open(OpenMode::Create).ok());
}

TEST_F(SqliteFiles, AMissingFileIsOnlyMadeOnRequest) {
    const auto refused = open();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, ErrorCode::FileUnreadable);
    EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(SqliteFiles, ANewerDatabaseIsRefused) {
    create_with_samples();
    execute("INSERT INTO migration VALUES (99, '0099_future.sqlite.sql', 'x', 0)");
    const auto refused = open();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, ErrorCode::DatabaseNewer);
    EXPECT_EQ(argument(refused.errors().front(), "found"), "99");
    const auto restored = restore_sqlite(path(), folder_.file("restored.db"));
    ASSERT_FALSE(restored.ok());
    EXPECT_EQ(restored.errors().front().code, ErrorCode::DatabaseNewer);
}

TEST_F(SqliteFiles, AnotherMigrationUnderTheSameNumberIsRefused) {
    create_with_samples();
    execute("UPDATE migration SET checksum = 'other'");
    const auto refused = open();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(reason(refused.errors()), "migration 1 is not the one of this program");
}

TEST_F(SqliteFiles, AForeignDatabaseIsRefusedAndLeftAsItIs) {
    execute("CREATE TABLE birds (name TEXT); INSERT INTO birds VALUES ('Möwe')");
    const std::string before = content(path());
    for (const OpenMode mode : {OpenMode::Create, OpenMode::Existing}) {
        const auto refused = open(mode);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(reason(refused.errors()), "not a Kontor database");
    }
    EXPECT_EQ(content(path()), before);
}

TEST_F(SqliteFiles, AFileThatIsNoDatabaseIsRefused) {
    std::ofstream(path()) << std::string(5'000, 'x');
    const auto refused = open(OpenMode::Create);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(reason(refused.errors()), "file is not a database");
    const auto restored = restore_sqlite(path(), folder_.file("restored.db"));
    ASSERT_FALSE(restored.ok());
    EXPECT_EQ(restored.errors().front().code, ErrorCode::BackupDamaged);
    EXPECT_FALSE(std::filesystem::exists(folder_.file("restored.db")));
}

TEST_F(SqliteFiles, ADamagedBackupIsNotRestored) {
    create_with_samples();
    execute("PRAGMA journal_mode = DELETE");
    const auto size = std::filesystem::file_size(path());
    std::fstream file(path(), std::ios::binary | std::ios::in | std::ios::out);
    for (std::uintmax_t at = 8'192; at + 512 < size; at += 4'096) {
        file.seekp(static_cast<std::streamoff>(at));
        file << std::string(256, '\xFF');
    }
    file.close();
    const auto restored = restore_sqlite(path(), folder_.file("restored.db"));
    ASSERT_FALSE(restored.ok());
    EXPECT_EQ(restored.errors().front().code, ErrorCode::BackupDamaged);
    EXPECT_FALSE(std::filesystem::exists(folder_.file("restored.db")));
}

TEST_F(SqliteFiles, RestoringNeverOverwrites) {
    create_with_samples();
    std::ofstream(folder_.file("mine.db")) << "mine";
    const auto refused = restore_sqlite(path(), folder_.file("mine.db"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, ErrorCode::TargetExists);
    EXPECT_EQ(content(folder_.file("mine.db")), "mine");
    EXPECT_EQ(restore_sqlite(folder_.file("none.db"), folder_.file("new.db")).errors().front().code,
              ErrorCode::FileUnreadable);
}

TEST_F(SqliteFiles, InspectionFindsWhatIsWrong) {
    create_with_samples();
    execute(
        "PRAGMA foreign_keys = OFF;"
        "DELETE FROM change WHERE sequence = 3;"
        "UPDATE organisation SET topics = '[\"gone\"]' WHERE id = 'lichthafen';"
        "UPDATE participation SET project = 'gone';"
        "UPDATE project SET titles = '[{' WHERE id = 'leuchtturm';"
        "DELETE FROM identifier WHERE scheme = 'PIC'");
    const auto store = open();
    ASSERT_TRUE(store.ok());
    const auto faults = store.value()->inspect().value();
    using testing::Contains;
    using testing::HasSubstr;
    EXPECT_THAT(faults, Contains("change feed: 4 follows 2"));
    EXPECT_THAT(faults, Contains(HasSubstr("organisation lichthafen: topics refers to gone")));
    EXPECT_THAT(faults, Contains(HasSubstr("foreign key: participation")));
    EXPECT_THAT(faults, Contains(HasSubstr("project: row \"leuchtturm\", column 3 is unreadable")));
    EXPECT_THAT(faults, Contains(HasSubstr("identifiers: ")));
}

TEST_F(SqliteFiles, AnUnreadableRowIsAnErrorNotACrash) {
    create_with_samples();
    execute("UPDATE organisation SET kind = 'ship' WHERE id = 'lichthafen'");
    const auto store = open();
    ASSERT_TRUE(store.ok());
    const auto unreadable = store.value()->read(RecordKind::Organisation, "lichthafen");
    ASSERT_FALSE(unreadable.ok());
    EXPECT_EQ(reason(unreadable.errors()), "row \"lichthafen\", column 2 is unreadable");
}

TEST_F(SqliteFiles, WritesOfAnotherOpenStoreAreSeen) {
    const auto first = open(OpenMode::Create);
    const auto second = open();
    ASSERT_TRUE(first.ok() && second.ok());
    const auto put = [](Store& store, std::vector<model::Record> records) {
        return store.write({.puts = std::move(records), .erasures = {}, .actor = "test", .mark = {}});
    };
    ASSERT_TRUE(put(*first.value(), {support::organisation("o", "O"), support::project("p", "P")}).ok());
    ASSERT_TRUE(
        second.value()
            ->write({.puts = {}, .erasures = {{RecordKind::Organisation, "o"}}, .actor = "t", .mark = {}})
            .ok());
    // The first store has seen "o" but must not believe that it is still there.
    EXPECT_FALSE(put(*first.value(), {support::participation("p", "o")}).ok());
    EXPECT_EQ(first.value()->last_sequence().value(), 3U);
}

}  // namespace
}  // namespace kontor::store
