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

    /// `before` is what the record said, as JSON; empty for a new one.
    void append(const Change& change, std::uint64_t batch, std::string_view before);
    [[nodiscard]] std::uint64_t last();
    [[nodiscard]] std::vector<Change> since(std::uint64_t after, std::size_t limit);
    /// Newest first; 0 begins at the end, an empty actor stands for all.
    [[nodiscard]] std::vector<Change> before(std::uint64_t sequence, std::size_t limit,
                                             std::string_view actor);
    /// 0 when there never was such a record, or when it is erased.
    [[nodiscard]] std::uint64_t version(model::RecordKind kind, std::string_view id);
    [[nodiscard]] std::vector<Step> history(model::RecordKind kind, std::string_view id);
    [[nodiscard]] std::vector<Step> batch(std::uint64_t batch, std::size_t limit);
    /// The record's earlier versions say nothing any more.
    void forget(model::RecordKind kind, std::string_view id);
    void redact(const Redaction& redaction);
    [[nodiscard]] std::vector<Erasure> earlier_where(
        const std::function<bool(std::string_view json)>& is_wanted);

    /// How changes are read backwards, those of one actor and all.
    static constexpr std::string_view kBeforeOfActor =
        "SELECT \"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\" FROM \"change\" "
        "WHERE \"actor\" = ?3 AND \"sequence\" < ?1 ORDER BY \"sequence\" DESC LIMIT ?2";
    static constexpr std::string_view kBefore =
        "SELECT \"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\" FROM \"change\" "
        "WHERE \"sequence\" < ?1 ORDER BY \"sequence\" DESC LIMIT ?2";

private:
    Connection& connection_;
    LazyStatement append_{
        "INSERT INTO \"change\" (\"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\", \"batch\", "
        "\"before\") "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
    LazyStatement last_{"SELECT coalesce(max(\"sequence\"), 0) FROM \"change\""};
    LazyStatement since_{
        "SELECT \"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\" FROM \"change\" "
        "WHERE \"sequence\" > ?1 ORDER BY \"sequence\" LIMIT ?2"};
    LazyStatement before_{std::string(kBefore)};
    LazyStatement before_of_actor_{std::string(kBeforeOfActor)};
    LazyStatement version_{
        "SELECT \"sequence\", \"type\" FROM \"change\" WHERE \"id\" = ?2 AND \"kind\" = ?1 "
        "ORDER BY \"sequence\" DESC LIMIT 1"};
    LazyStatement history_{
        "SELECT \"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\", coalesce(\"batch\", "
        "\"sequence\"), "
        "\"before\" FROM \"change\" WHERE \"id\" = ?2 AND \"kind\" = ?1 ORDER BY \"sequence\""};
    LazyStatement batch_{
        "SELECT \"sequence\", \"kind\", \"id\", \"type\", \"actor\", \"at\", coalesce(\"batch\", "
        "\"sequence\"), "
        "\"before\" FROM \"change\" WHERE \"batch\" = ?1 ORDER BY \"sequence\" LIMIT ?2"};
    LazyStatement redact_{"UPDATE \"change\" SET \"before\" = ?2 WHERE \"sequence\" = ?1"};
    LazyStatement earlier_{
        "SELECT \"kind\", \"id\", \"before\" FROM \"change\" WHERE \"before\" IS NOT NULL"};
    LazyStatement forget_{"UPDATE \"change\" SET \"before\" = NULL WHERE \"id\" = ?2 AND \"kind\" = ?1"};
};

}  // namespace kontor::store::sqlite
