// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/transaction.hpp"

namespace kontor::store::sqlite {

Transaction::Transaction(Connection& connection, Begin begin) : connection_(connection) {
    connection_.execute(begin == Begin::Writing ? "BEGIN IMMEDIATE" : "BEGIN");
    // A deferred transaction takes its snapshot with the first read.
    if (begin == Begin::Reading) static_cast<void>(connection_.integer("SELECT count(*) FROM sqlite_schema"));
}

Transaction::~Transaction() {
    // Some failures have rolled back already; a second ROLLBACK only says so.
    if (is_open_)
        static_cast<void>(sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr));
}

void Transaction::commit() {
    connection_.execute("COMMIT");
    is_open_ = false;
}

}  // namespace kontor::store::sqlite
