// SPDX-License-Identifier: EUPL-1.2
// The table of one kind of record on one connection, with its prepared statements; the same code for the
// records of the network and for those of the desk. Used by one thread at a time. Throws Failure.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/desk.hpp"
#include "model/records.hpp"
#include "store/sqlite/connection.hpp"

namespace kontor::store::sqlite {

inline constexpr std::size_t kKinds = std::variant_size_v<model::Record>;

/// Heads: the fields in a record's kLong are left empty.
enum class Depth { Whole, Heads };

template <class Any>
class Table {
public:
    virtual ~Table() = default;
    virtual void insert(const Any& record) = 0;
    /// The record with this id must be there.
    virtual void update(const Any& record) = 0;
    /// False when there was none.
    virtual bool erase(std::string_view id) = 0;
    [[nodiscard]] virtual bool contains(std::string_view id) = 0;
    [[nodiscard]] virtual std::optional<Any> read(std::string_view id) = 0;
    /// In id order; return false to stop.
    virtual void scan(const std::function<bool(Any&&)>& visit) = 0;
    /// In id order; `column` must be one with an index.
    [[nodiscard]] virtual std::vector<Any> referring(std::string_view column, std::string_view value,
                                                     Depth depth) = 0;
    [[nodiscard]] virtual std::uint64_t count() = 0;
};

using RecordTable = Table<model::Record>;
using DeskTable = Table<model::DeskRecord>;

template <class Any>
using Tables = std::array<std::unique_ptr<Table<Any>>, std::variant_size_v<Any>>;

/// One for every kind, at the place of its enumerator.
[[nodiscard]] Tables<model::Record> make_record_tables(Connection& connection);
[[nodiscard]] Tables<model::DeskRecord> make_desk_tables(Connection& connection);

/// Whether the desk's records of `kind` can be found by `column`.
[[nodiscard]] bool is_desk_index(model::DeskKind kind, std::string_view column);

/// The column names of a kind's table, in the order of the record's fields.
[[nodiscard]] std::vector<std::string_view> columns_of(model::RecordKind kind);
[[nodiscard]] std::vector<std::string_view> columns_of(model::DeskKind kind);

}  // namespace kontor::store::sqlite
