// SPDX-License-Identifier: EUPL-1.2
// The table of one record kind on one connection, with its prepared statements. Used by one thread at a time.
// Throws Failure.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "store/sqlite/connection.hpp"

namespace kontor::store::sqlite {

inline constexpr std::size_t kKinds = std::variant_size_v<model::Record>;

class RecordTable {
public:
    virtual ~RecordTable() = default;
    virtual void insert(const model::Record& record) = 0;
    /// The record with this id must be there.
    virtual void update(const model::Record& record) = 0;
    /// False when there was none.
    virtual bool erase(std::string_view id) = 0;
    [[nodiscard]] virtual bool contains(std::string_view id) = 0;
    [[nodiscard]] virtual std::optional<model::Record> read(std::string_view id) = 0;
    /// In id order; return false to stop.
    virtual void scan(const std::function<bool(model::Record&&)>& visit) = 0;
    /// In id order; `column` must be one of indexed_references().
    [[nodiscard]] virtual std::vector<model::Record> referring(std::string_view column,
                                                               std::string_view id) = 0;
    [[nodiscard]] virtual std::uint64_t count() = 0;
};

using RecordTables = std::array<std::unique_ptr<RecordTable>, kKinds>;

/// One for every kind, at the place of its enumerator.
[[nodiscard]] RecordTables make_record_tables(Connection& connection);

/// The column names of a kind's table, in the order of the record's fields.
[[nodiscard]] std::vector<std::string_view> columns_of(model::RecordKind kind);

}  // namespace kontor::store::sqlite
