// SPDX-License-Identifier: EUPL-1.2
// The change feed: appended to inside the transaction that makes the change, so that it has no gap. Used by
// one thread at a time. Throws Failure.
#pragma once

#include <cstdint>
#include <vector>

#include "store/sqlite/statement.hpp"
#include "store/store.hpp"

namespace kontor::store::sqlite {

class ChangeFeed {
public:
    explicit ChangeFeed(Connection& connection) : connection_(connection) {}

    void append(const Change& change);
    [[nodiscard]] std::uint64_t last();
    [[nodiscard]] std::vector<Change> since(std::uint64_t after, std::size_t limit);

private:
    Connection& connection_;
    LazyStatement append_{
        "INSERT INTO \"change\" (\"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\") "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"};
    LazyStatement last_{"SELECT coalesce(max(\"sequence\"), 0) FROM \"change\""};
    LazyStatement since_{
        "SELECT \"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\" FROM \"change\" "
        "WHERE \"sequence\" > ?1 ORDER BY \"sequence\" LIMIT ?2"};
};

}  // namespace kontor::store::sqlite
