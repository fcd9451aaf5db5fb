// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/record_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "store/sqlite/record_row.hpp"

namespace kontor::store::sqlite {
namespace {

template <class T>
std::string joined(std::string_view pattern) {
    std::string out;
    for (const std::string_view name : column_names<T>()) {
        out +=
            fmt::format(fmt::runtime(out.empty() ? "{}" : ", {}"), fmt::format(fmt::runtime(pattern), name));
    }
    return out;
}

/// "id" is every record's first field, so the parameters of INSERT serve UPDATE as well.
template <class T, class Any>
class TypedTable final : public Table<Any> {
public:
    explicit TypedTable(Connection& connection) : connection_(connection) {}

    void insert(const Any& record) override { write(insert_.in(connection_), record); }
    void update(const Any& record) override { write(update_.in(connection_), record); }

    bool erase(std::string_view id) override {
        Statement& statement = erase_.in(connection_);
        const StatementScope scope(statement);
        statement.bind(1, id);
        statement.step();
        return connection_.changed_rows() > 0;
    }

    [[nodiscard]] bool contains(std::string_view id) override {
        Statement& statement = contains_.in(connection_);
        const StatementScope scope(statement);
        statement.bind(1, id);
        return statement.step();
    }

    [[nodiscard]] std::optional<Any> read(std::string_view id) override {
        Statement& statement = read_.in(connection_);
        const StatementScope scope(statement);
        statement.bind(1, id);
        if (!statement.step()) return std::nullopt;
        return read_record<T>(statement);
    }

    void scan(const std::function<bool(Any&&)>& visit) override {
        // A statement of its own: `visit` may scan the same table again.
        Statement statement(connection_, select("ORDER BY \"id\""));
        while (statement.step() && visit(read_record<T>(statement))) {
        }
    }

    [[nodiscard]] std::vector<Any> referring(std::string_view column, std::string_view id,
                                             Depth depth) override {
        const std::string rest = fmt::format("WHERE \"{}\" = ?1 ORDER BY \"id\"", column);
        const auto [place, is_new] =
            referring_.try_emplace({std::string(column), depth}, select(rest, depth));
        Statement& statement = place->second.in(connection_);
        const StatementScope scope(statement);
        statement.bind(1, id);
        std::vector<Any> found;
        while (statement.step()) found.emplace_back(read_record<T>(statement));
        return found;
    }

    [[nodiscard]] std::uint64_t count() override {
        Statement& statement = count_.in(connection_);
        const StatementScope scope(statement);
        return statement.step() ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
    }

private:
    static constexpr std::string_view kTable = model::word(T::kKind);

    static std::string select(std::string_view rest, Depth depth = Depth::Whole) {
        std::string columns = joined<T>("\"{}\"");
        if constexpr (requires { T::kLong; }) {
            for (const std::string_view name : T::kLong) {
                const std::string column = fmt::format(", \"{}\"", name);
                if (depth == Depth::Heads) columns.replace(columns.find(column), column.size(), ", ''");
            }
        }
        return fmt::format("SELECT {} FROM \"{}\" {}", columns, kTable, rest);
    }
    static std::string assignments() {
        std::string out;
        int parameter = 0;
        for (const std::string_view name : column_names<T>()) {
            if (++parameter == 1) continue;
            out += fmt::format("{}\"{}\" = ?{}", out.empty() ? "" : ", ", name, parameter);
        }
        return out;
    }
    static void write(Statement& statement, const Any& record) {
        const StatementScope scope(statement);
        bind_record(statement, std::get<T>(record));
        statement.step();
    }

    Connection& connection_;
    LazyStatement insert_{
        fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", kTable, joined<T>("\"{}\""), joined<T>("?"))};
    LazyStatement update_{fmt::format("UPDATE \"{}\" SET {} WHERE \"id\" = ?1", kTable, assignments())};
    LazyStatement erase_{fmt::format("DELETE FROM \"{}\" WHERE \"id\" = ?1", kTable)};
    LazyStatement contains_{fmt::format("SELECT 1 FROM \"{}\" WHERE \"id\" = ?1", kTable)};
    LazyStatement read_{select("WHERE \"id\" = ?1")};
    LazyStatement count_{fmt::format("SELECT count(*) FROM \"{}\"", kTable)};
    std::map<std::pair<std::string, Depth>, LazyStatement> referring_;
};

template <class Any, std::size_t... I>
Tables<Any> make_tables(Connection& connection, std::index_sequence<I...>) {
    Tables<Any> tables;
    ((tables[static_cast<std::size_t>(std::variant_alternative_t<I, Any>::kKind)] =
          std::make_unique<TypedTable<std::variant_alternative_t<I, Any>, Any>>(connection)),
     ...);
    return tables;
}

template <class Any, std::size_t... I>
std::vector<std::string_view> find_columns(std::size_t kind, std::index_sequence<I...>) {
    std::vector<std::string_view> names;
    ((I == kind ? void(names = column_names<std::variant_alternative_t<I, Any>>()) : void()), ...);
    return names;
}

}  // namespace

Tables<model::Record> make_record_tables(Connection& connection) {
    return make_tables<model::Record>(connection, std::make_index_sequence<kKinds>{});
}

Tables<model::DeskRecord> make_desk_tables(Connection& connection) {
    return make_tables<model::DeskRecord>(connection,
                                          std::make_index_sequence<std::variant_size_v<model::DeskRecord>>{});
}

bool is_desk_index(model::DeskKind kind, std::string_view column) {
    using enum model::DeskKind;
    constexpr std::pair<model::DeskKind, std::string_view> kIndexed[] = {{User, "email"},
                                                                         {User, "skeleton"},
                                                                         {User, "subject"},
                                                                         {Grant, "user"},
                                                                         {Grant, "organisation"},
                                                                         {Session, "user"},
                                                                         {ApiToken, "user"},
                                                                         {ApiToken, "fingerprint"},
                                                                         {Link, "user"},
                                                                         {Link, "organisation"},
                                                                         {Mail, "state"},
                                                                         {Draft, "author"},
                                                                         {Draft, "subject"},
                                                                         {CareOffer, "giver"},
                                                                         {CareOffer, "taker"},
                                                                         {PartnerNote, "organisation"},
                                                                         {PartnerNote, "partner"},
                                                                         {PartnerNote, "noted_by"},
                                                                         {PressItem, "organisation"},
                                                                         {PressItem, "digest"},
                                                                         {PressItem, "brought_by"},
                                                                         {PressItem, "group"},
                                                                         {PressClaim, "item"},
                                                                         {PressClaim, "decided_by"},
                                                                         {PressMemory, "organisation"},
                                                                         {PressFeed, "organisation"}};
    return std::find(std::begin(kIndexed), std::end(kIndexed), std::pair{kind, column}) != std::end(kIndexed);
}

std::vector<std::string_view> columns_of(model::RecordKind kind) {
    return find_columns<model::Record>(static_cast<std::size_t>(kind), std::make_index_sequence<kKinds>{});
}

std::vector<std::string_view> columns_of(model::DeskKind kind) {
    return find_columns<model::DeskRecord>(
        static_cast<std::size_t>(kind), std::make_index_sequence<std::variant_size_v<model::DeskRecord>>{});
}

}  // namespace kontor::store::sqlite
