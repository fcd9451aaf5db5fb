// SPDX-License-Identifier: EUPL-1.2
// A record as a row, written once on visit_fields: the field's name is the column's name, empty and unknown
// are NULL, lists and nested values are JSON text. Throws Failure when a row does not hold what this version
// writes.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "codec/record_json.hpp"
#include "model/records.hpp"
#include "store/sqlite/failure.hpp"
#include "store/sqlite/statement.hpp"

namespace kontor::store::sqlite {

template <class T>
[[nodiscard]] std::vector<std::string_view> column_names() {
    std::vector<std::string_view> names;
    const T record{};
    visit_fields(record, [&](std::string_view name, const auto&, model::Need) { names.push_back(name); });
    return names;
}

/// Binds field after field, beginning with parameter 1.
class RowBinder {
public:
    explicit RowBinder(Statement& statement) : statement_(statement) {}

    void bind(const std::string& text) {
        if (text.empty()) return bind_nothing();
        statement_.bind(++parameter_, std::string_view(text));
    }
    void bind(const model::Date& date) { bind(date.text()); }
    void bind(bool value) { statement_.bind(++parameter_, std::int64_t{value}); }
    void bind(double number) { statement_.bind(++parameter_, number); }
    template <class T>
    requires std::integral<T>
    void bind(T number) { statement_.bind(++parameter_, static_cast<std::int64_t>(number)); }
    template <codec::CodeList E>
    void bind(E code) {
        if (model::word(code).empty()) return bind_nothing();
        statement_.bind(++parameter_, model::word(code));
    }
    template <class T>
    void bind(const std::optional<T>& value) {
        if (!value) return bind_nothing();
        bind(*value);
    }
    template <class T>
    requires std::is_class_v<T>
    void bind(const T& value) {
        if constexpr (requires { value.empty(); }) {
            if (value.empty()) return bind_nothing();
        }
        statement_.bind_copy(++parameter_, codec::field_to_text(value));
    }

private:
    void bind_nothing() { statement_.bind_null(++parameter_); }

    Statement& statement_;
    int parameter_ = 0;
};

/// Reads field after field, beginning with column 0, into a record fresh from its constructor.
class RowReader {
public:
    explicit RowReader(const Statement& statement) : statement_(statement) {}

    void read(std::string& out) { out = statement_.text(column_++); }
    void read(model::Date& out) {
        const std::string_view text = statement_.text(column_++);
        if (text.empty()) return;
        const auto date = model::Date::parse(text);
        if (!date) refuse();
        out = *date;
    }
    void read(bool& out) { out = statement_.integer(column_++) != 0; }
    void read(double& out) { out = statement_.number(column_++); }
    template <class T>
    requires std::integral<T>
    void read(T& out) { out = static_cast<T>(statement_.integer(column_++)); }
    template <codec::CodeList E>
    void read(E& out) {
        const auto code = model::from_word<E>(statement_.text(column_++));
        if (!code) refuse();
        out = *code;
    }
    template <class T>
    void read(std::optional<T>& out) {
        if (statement_.is_null(column_)) {
            ++column_;
        } else {
            read(out.emplace());
        }
    }
    template <class T>
    requires std::is_class_v<T>
    void read(T& out) {
        const std::string_view text = statement_.text(column_++);
        if (text.empty()) return;
        auto value = codec::field_from_text<T>(text);
        if (!value) refuse();
        out = std::move(value).value();
    }

private:
    /// The column just read holds something else than its field's type.
    [[noreturn]] void refuse() const {
        throw Failure("row \"" + std::string(statement_.text(0)) + "\", column " + std::to_string(column_) +
                          " is unreadable",
                      {});
    }

    const Statement& statement_;
    int column_ = 0;
};

template <class T>
void bind_record(Statement& statement, const T& record) {
    RowBinder binder(statement);
    visit_fields(record, [&](std::string_view, const auto& member, model::Need) { binder.bind(member); });
}

template <class T>
[[nodiscard]] T read_record(const Statement& statement) {
    T record{};
    RowReader reader(statement);
    visit_fields(record, [&](std::string_view, auto& member, model::Need) { reader.read(member); });
    return record;
}

}  // namespace kontor::store::sqlite
