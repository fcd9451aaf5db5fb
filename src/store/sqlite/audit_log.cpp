// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/audit_log.hpp"

#include "store/sqlite/connection.hpp"

namespace kontor::store::sqlite {

void AuditLog::append(const AuditEntry& entry) {
    Statement& statement = append_.in(connection_);
    const StatementScope scope(statement);
    statement.bind(1, entry.at);
    int parameter = 1;
    for (const std::string* text : {&entry.actor, &entry.action, &entry.subject_kind, &entry.subject,
                                    &entry.organisation, &entry.detail}) {
        statement.bind(++parameter, std::string_view(*text));
    }
    statement.step();
}

std::vector<AuditEntry> AuditLog::read(const AuditQuery& query) {
    Statement& rows = read_.in(connection_);
    const StatementScope scope(rows);
    rows.bind(1, std::string_view(query.actor));
    rows.bind(2, std::string_view(query.organisation));
    rows.bind(3, std::string_view(query.subject));
    rows.bind(4, static_cast<std::int64_t>(query.before));
    rows.bind(5, static_cast<std::int64_t>(query.limit));
    std::vector<AuditEntry> entries;
    while (rows.step()) {
        AuditEntry& entry = entries.emplace_back();
        entry.sequence = static_cast<std::uint64_t>(rows.integer(0));
        entry.at = rows.integer(1);
        int column = 1;
        for (std::string* text : {&entry.actor, &entry.action, &entry.subject_kind, &entry.subject,
                                  &entry.organisation, &entry.detail}) {
            *text = rows.text(++column);
        }
    }
    return entries;
}

}  // namespace kontor::store::sqlite
