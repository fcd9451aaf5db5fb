// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/session.hpp"

namespace kontor::store::sqlite {

Session::Session(const std::string& path, Access access)
    : connection_(path, access),
      tables_(make_record_tables(connection_)),
      desk_(make_desk_tables(connection_)) {
    connection_.prepare_for_store();
}

std::unique_ptr<Session> SessionPool::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<Session> session = std::move(idle_.back());
            idle_.pop_back();
            return session;
        }
    }
    // Read-write, because a read-only connection cannot create the shared memory of the log; it never writes.
    auto session = std::make_unique<Session>(path_, Access::ReadWrite);
    session->connection().execute("PRAGMA query_only = ON");
    return session;
}

void SessionPool::give_back(std::unique_ptr<Session> session) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kKept) idle_.push_back(std::move(session));
}

}  // namespace kontor::store::sqlite
