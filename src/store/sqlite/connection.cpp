// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/connection.hpp"

#include "store/sqlite/failure.hpp"
#include "store/sqlite/statement.hpp"

namespace kontor::store::sqlite {
namespace {

constexpr int kBusyTimeoutMs = 15'000;

int open_flags(Access access) {
    constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
        case Access::ReadOnly:
            return kAlways | SQLITE_OPEN_READONLY;
        case Access::ReadWrite:
            return kAlways | SQLITE_OPEN_READWRITE;
        case Access::Create:
            break;
    }
    return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

}  // namespace

bool is_memory(const std::string& path) {
    return path == ":memory:";
}

Connection::Connection(const std::string& path, Access access) {
    sqlite3* handle = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &handle, open_flags(access), nullptr);
    handle_.reset(handle);
    if (status != SQLITE_OK) throw Failure(handle ? sqlite3_errmsg(handle) : "out of memory", "open " + path);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
}

void Connection::prepare_for_store() {
    // FULL, for bulk imports too: what write() has acknowledged survives a power cut. A batch of thousands of
    // records costs one fsync, so NORMAL would gain little.
    execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000;"
        "PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF;");
}

void Connection::execute(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
    throw Failure(sqlite3_errmsg(handle_.get()), sql);
}

std::int64_t Connection::integer(const std::string& sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::text(const std::string& sql) {
    Statement statement(*this, sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

}  // namespace kontor::store::sqlite
