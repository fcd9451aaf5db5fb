// SPDX-License-Identifier: EUPL-1.2
// A connection with everything that is prepared on it. Used by one thread at a time; the pool hands sessions
// to readers. Throws Failure.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/sqlite/audit_log.hpp"
#include "store/sqlite/change_feed.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/identifier_table.hpp"
#include "store/sqlite/import_ledger.hpp"
#include "store/sqlite/record_table.hpp"

namespace kontor::store::sqlite {

class Session {
public:
    Session(const std::string& path, Access access);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] Connection& connection() { return connection_; }
    [[nodiscard]] RecordTable& table(model::RecordKind kind) {
        return *tables_[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] DeskTable& table(model::DeskKind kind) { return *desk_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] AuditLog& audit() { return audit_; }
    [[nodiscard]] IdentifierTable& identifiers() { return identifiers_; }
    [[nodiscard]] ChangeFeed& feed() { return feed_; }
    [[nodiscard]] ImportLedger& ledger() { return ledger_; }

private:
    Connection connection_;
    Tables<model::Record> tables_;
    Tables<model::DeskRecord> desk_;
    IdentifierTable identifiers_{connection_};
    ChangeFeed feed_{connection_};
    AuditLog audit_{connection_};
    ImportLedger ledger_{connection_};
};

/// Sessions for readers: as many as ask at the same time, a few of which are kept for the next ones. Any
/// number of threads may call it.
class SessionPool {
public:
    explicit SessionPool(std::string path) : path_(std::move(path)) {}
    [[nodiscard]] std::unique_ptr<Session> take();
    void give_back(std::unique_ptr<Session> session);

private:
    static constexpr std::size_t kKept = 8;

    std::string path_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace kontor::store::sqlite
