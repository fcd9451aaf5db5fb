// SPDX-License-Identifier: EUPL-1.2
// The audit log beside the change feed: appended to, never changed. Used by one thread at a time. Throws
// Failure.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "store/sqlite/statement.hpp"
#include "store/store.hpp"

namespace kontor::store::sqlite {

class AuditLog {
public:
    explicit AuditLog(Connection& connection) : connection_(connection) {}

    /// Takes everything but the sequence from `entry`.
    void append(const AuditEntry& entry);
    [[nodiscard]] std::vector<AuditEntry> read(const AuditQuery& query);

    /// How the log is read: what narrows it most, an index has; the rest is looked at row by row.
    enum class By { Nothing, Actor, Organisation, Subject };
    [[nodiscard]] static std::string reading(By by);

private:
    Connection& connection_;
    LazyStatement append_{
        "INSERT INTO \"audit\" (\"sequence\", \"at\", \"actor\", \"action\", \"subject_kind\", \"subject\", "
        "\"organisation\", \"detail\") "
        "SELECT coalesce(max(\"sequence\"), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM \"audit\""};
    std::array<LazyStatement, 4> read_{LazyStatement(reading(By::Nothing)), LazyStatement(reading(By::Actor)),
                                       LazyStatement(reading(By::Organisation)),
                                       LazyStatement(reading(By::Subject))};
};

}  // namespace kontor::store::sqlite
