// SPDX-License-Identifier: EUPL-1.2
// One connection to one SQLite database, set up the way Kontor wants it. Used by one thread at a time. Throws
// Failure.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>

namespace kontor::store::sqlite {

enum class Access { ReadOnly, ReadWrite, Create };

/// ":memory:" in every spelling the store accepts.
[[nodiscard]] bool is_memory(const std::string& path);

class Connection {
public:
    Connection(const std::string& path, Access access);

    /// Write-ahead log, every commit forced to the disk, foreign keys checked, 64 MiB of page cache.
    void prepare_for_store();

    /// Runs statements that give no rows, one after the other.
    void execute(const std::string& sql);
    /// The first column of the first row; 0 and "" when there is none.
    [[nodiscard]] std::int64_t integer(const std::string& sql);
    [[nodiscard]] std::string text(const std::string& sql);

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    /// Rows that the last INSERT, UPDATE or DELETE touched.
    [[nodiscard]] std::int64_t changed_rows() const { return sqlite3_changes64(handle_.get()); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace kontor::store::sqlite
