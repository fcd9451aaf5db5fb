// SPDX-License-Identifier: EUPL-1.2
// One prepared statement. Parameters count from 1, columns from 0, as SQLite counts them. Used by one thread
// at a time; must not outlive its connection. Throws Failure.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::store::sqlite {

class Connection;

class Statement {
public:
    Statement(Connection& connection, std::string_view sql);

    void bind_null(int parameter);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    /// `text` must live until the statement is reset.
    void bind(int parameter, std::string_view text);
    /// For texts that do not live that long.
    void bind_copy(int parameter, std::string_view text);

    /// True when there is a row.
    bool step();
    /// Runs a statement that gives no rows, and makes it ready for the next time.
    void run();
    void reset();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const;
    /// Valid until the next step() or reset(); empty for NULL.
    [[nodiscard]] std::string_view text(int column) const;

private:
    void check(int status) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Prepared when it is first needed.
class LazyStatement {
public:
    explicit LazyStatement(std::string sql) : sql_(std::move(sql)) {}
    [[nodiscard]] Statement& in(Connection& connection) {
        if (!statement_) statement_.emplace(connection, sql_);
        return *statement_;
    }

private:
    std::string sql_;
    std::optional<Statement> statement_;
};

/// Resets the statement when the scope ends, so that it holds no snapshot and no bound text.
class StatementScope {
public:
    explicit StatementScope(Statement& statement) : statement_(statement) {}
    ~StatementScope() { statement_.reset(); }
    StatementScope(const StatementScope&) = delete;
    StatementScope& operator=(const StatementScope&) = delete;

private:
    Statement& statement_;
};

}  // namespace kontor::store::sqlite
