// SPDX-License-Identifier: EUPL-1.2
// The audit log beside the change feed: appended to, never changed. Used by one thread at a time. Throws
// Failure.
#pragma once

#include <cstdint>
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

private:
    Connection& connection_;
    LazyStatement append_{
        "INSERT INTO \"audit\" (\"sequence\", \"at\", \"actor\", \"action\", \"subject_kind\", \"subject\", "
        "\"organisation\", \"detail\") "
        "SELECT coalesce(max(\"sequence\"), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM \"audit\""};
    LazyStatement read_{
        "SELECT \"sequence\", \"at\", \"actor\", \"action\", \"subject_kind\", \"subject\", "
        "\"organisation\", "
        "\"detail\" FROM \"audit\" WHERE (?1 = '' OR \"actor\" = ?1) AND (?2 = '' OR \"organisation\" = ?2) "
        "AND "
        "(?3 = '' OR \"subject\" = ?3) AND (?4 = 0 OR \"sequence\" < ?4) ORDER BY \"sequence\" DESC LIMIT "
        "?5"};
};

}  // namespace kontor::store::sqlite
