// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/migrator.hpp"

#include <charconv>

#include "store/sqlite/failure.hpp"
#include "store/sqlite/migration_files.hpp"
#include "store/sqlite/statement.hpp"
#include "store/sqlite/transaction.hpp"

namespace kontor::store::sqlite {
namespace {

constexpr const char* kMigrationTable =
    "CREATE TABLE \"migration\" (\"version\" INTEGER NOT NULL PRIMARY KEY, \"name\" TEXT NOT NULL, "
    "\"checksum\" TEXT NOT NULL, \"applied\" INTEGER NOT NULL) STRICT";

base::Error unusable(const std::string& database, std::string reason) {
    return {
        base::ErrorCode::DatabaseUnusable, {{"database", database}, {"reason", std::move(reason)}}, {}, {}};
}

bool is_empty(Connection& connection) {
    return connection.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

bool is_kontor(Connection& connection) {
    const auto tables = connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" IN ('migration', 'meta')");
    return tables == 2 &&
           connection.text("SELECT \"value\" FROM \"meta\" WHERE \"key\" = 'product'") == "kontor";
}

std::int64_t version_of(Connection& connection) {
    return connection.integer("SELECT coalesce(max(\"version\"), 0) FROM \"migration\"");
}

base::Outcome check_checksums(Connection& connection, const std::string& database) {
    const auto files = migration_files();
    Statement applied(connection, "SELECT \"version\", \"checksum\" FROM \"migration\" ORDER BY \"version\"");
    std::int64_t expected = 0;
    while (applied.step()) {
        const bool in_order = applied.integer(0) == ++expected;
        if (!in_order || applied.text(1) != files[static_cast<std::size_t>(expected - 1)].sha256) {
            return unusable(database,
                            "migration " + std::to_string(expected) + " is not the one of this program");
        }
    }
    return base::Done{};
}

void apply(Connection& connection, int version, const base::Clock& clock) {
    const EmbeddedFile& file = migration_files()[static_cast<std::size_t>(version - 1)];
    Transaction transaction(connection, Begin::Writing);
    // Somebody else may have done it while we waited for the lock.
    if (!is_empty(connection) && version_of(connection) >= version) return;
    if (version == 1) connection.execute(kMigrationTable);
    connection.execute(std::string(file.content));
    Statement note(connection,
                   "INSERT INTO \"migration\" (\"version\", \"name\", \"checksum\", \"applied\") VALUES (?1, "
                   "?2, ?3, ?4)");
    note.bind(1, std::int64_t{version});
    note.bind(2, file.name);
    note.bind(3, file.sha256);
    note.bind(4, std::int64_t{clock.now().time_since_epoch().count()});
    note.run();
    transaction.commit();
}

}  // namespace

int newest_version() {
    return static_cast<int>(migration_files().size());
}

base::Outcome check_schema(Connection& connection, const std::string& database) {
    if (!is_kontor(connection)) return unusable(database, "not a Kontor database");
    const std::int64_t found = version_of(connection);
    if (found > newest_version()) {
        return base::Error{base::ErrorCode::DatabaseNewer,
                           {{"database", database},
                            {"found", std::to_string(found)},
                            {"known", std::to_string(newest_version())}},
                           {},
                           {}};
    }
    return check_checksums(connection, database);
}

base::Outcome migrate(Connection& connection, const std::string& database, const base::Clock& clock) {
    if (is_empty(connection)) apply(connection, 1, clock);
    if (const auto sound = check_schema(connection, database); !sound) return sound.errors();
    for (int version = static_cast<int>(version_of(connection)) + 1; version <= newest_version(); ++version) {
        apply(connection, version, clock);
    }
    return base::Done{};
}

}  // namespace kontor::store::sqlite
