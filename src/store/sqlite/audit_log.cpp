// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/audit_log.hpp"

#include <limits>

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

std::string AuditLog::reading(By by) {
    const auto is_met = [by](By which, const std::string& column, const std::string& parameter) {
        const std::string equal = "\"" + column + "\" = " + parameter;
        return by == which ? equal : "(" + parameter + " = '' OR " + equal + ")";
    };
    return "SELECT \"sequence\", \"at\", \"actor\", \"action\", \"subject_kind\", \"subject\", "
           "\"organisation\", \"detail\" FROM \"audit\" WHERE " +
           is_met(By::Actor, "actor", "?1") + " AND " + is_met(By::Organisation, "organisation", "?2") +
           " AND " + is_met(By::Subject, "subject", "?3") +
           " AND \"sequence\" < ?4 ORDER BY \"sequence\" DESC LIMIT ?5";
}

std::vector<AuditEntry> AuditLog::read(const AuditQuery& query) {
    const By by = !query.subject.empty()        ? By::Subject
                  : !query.actor.empty()        ? By::Actor
                  : !query.organisation.empty() ? By::Organisation
                                                : By::Nothing;
    Statement& rows = read_[static_cast<std::size_t>(by)].in(connection_);
    const StatementScope scope(rows);
    rows.bind(1, std::string_view(query.actor));
    rows.bind(2, std::string_view(query.organisation));
    rows.bind(3, std::string_view(query.subject));
    constexpr auto kEnd = std::numeric_limits<std::int64_t>::max();
    rows.bind(4, query.before == 0 ? kEnd : static_cast<std::int64_t>(query.before));
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
