// SPDX-License-Identifier: EUPL-1.2
// Identifiers of organisations and projects, kept beside their records. Schemes that name one thing only
// (PIC, ROR, GA …) may be carried by one record each; numbers that several share (VAT of a university's
// institutes, a cluster's own member numbers) may repeat. Used by one thread at a time. Throws Failure.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/records.hpp"
#include "store/sqlite/statement.hpp"

namespace kontor::store::sqlite {

class IdentifierTable {
public:
    explicit IdentifierTable(Connection& connection) : connection_(connection) {}

    /// `before` or `after` is nullptr when the record was not or will not be there.
    void replace(const model::Record* before, const model::Record* after);

    /// The record that carries the identifier; none when nobody or more than one does.
    [[nodiscard]] std::optional<std::string> find(model::RecordKind kind, std::string_view scheme,
                                                  std::string_view value);

    using Unseen = std::function<bool(model::RecordKind, const std::string& id)>;

    /// identifier-taken for each identifier of `record` that another record carries as well, unless the
    /// writer cannot see that one (`unseen` may be empty).
    void check(const model::Record& record, const Unseen& unseen, base::Errors& faults);

    [[nodiscard]] std::vector<std::string> carriers(model::RecordKind kind,
                                                    const model::Identifier& identifier);

private:
    void run(LazyStatement& statement, const model::Record& record, const model::Identifier& identifier);

    Connection& connection_;
    LazyStatement insert_{
        "INSERT INTO \"identifier\" (\"kind\", \"scheme\", \"value\", \"id\") VALUES (?1, ?2, ?3, ?4) ON "
        "CONFLICT DO "
        "NOTHING"};
    LazyStatement erase_{
        "DELETE FROM \"identifier\" WHERE \"kind\" = ?1 AND \"scheme\" = ?2 AND \"value\" = ?3 AND \"id\" = "
        "?4"};
    LazyStatement find_{
        "SELECT \"id\" FROM \"identifier\" WHERE \"kind\" = ?1 AND \"scheme\" = ?2 AND \"value\" = ?3 "
        "ORDER BY \"id\" LIMIT 10"};
};

/// The identifiers of an organisation or a project; nullptr for the other kinds.
[[nodiscard]] const std::vector<model::Identifier>* identifiers_of(const model::Record& record);

}  // namespace kontor::store::sqlite
