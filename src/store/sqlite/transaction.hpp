// SPDX-License-Identifier: EUPL-1.2
// A transaction is a scope: rolled back unless committed. Used by one thread at a time. Throws Failure.
#pragma once

#include "store/sqlite/connection.hpp"

namespace kontor::store::sqlite {

enum class Begin {
    Writing,  // takes the write lock at once, waiting for other processes up to the busy timeout
    Reading   // one snapshot for everything that is read inside
};

class Transaction {
public:
    Transaction(Connection& connection, Begin begin);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Durable when it returns.
    void commit();

private:
    Connection& connection_;
    bool is_open_ = true;
};

}  // namespace kontor::store::sqlite
