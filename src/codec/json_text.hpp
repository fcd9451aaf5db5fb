// SPDX-License-Identifier: EUPL-1.2
// Writes anything with visit_fields as JSON text, without building a tree: answers of the service leave
// through here. Required fields are always written, optional ones when they hold something. Text must be
// valid UTF-8. Linear cost, one growing string.
#pragma once

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>
#include <concepts>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "codec/raw_json.hpp"
#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::codec {

/// Appends `text` with quotes and escapes.
void append_quoted(std::string& out, std::string_view text);

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void write(std::string_view text) { append_quoted(out_, text); }
    void write(const std::string& text) { append_quoted(out_, text); }
    void write(const model::Date& date) { append_quoted(out_, date.text()); }
    void write(const RawJson& json) { out_ += json.text; }
    void write(bool value) { out_ += value ? "true" : "false"; }
    template <std::integral I>
    void write(I value) {
        fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), value);
    }
    void write(double value) {
        if (std::isfinite(value)) {
            fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), value);
        } else {
            out_ += "null";
        }
    }
    template <class E>
    requires std::is_enum_v<E>
    void write(E value) { append_quoted(out_, model::word(value)); }
    template <class T>
    void write(const std::optional<T>& value) {
        if (value) {
            write(*value);
        } else {
            out_ += "null";
        }
    }
    template <class T>
    void write(const std::vector<T>& list) {
        out_ += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i > 0) out_ += ',';
            write(list[i]);
        }
        out_ += ']';
    }
    template <class T>
    void write(const std::map<std::string, T>& values) {
        out_ += '{';
        bool first = true;
        for (const auto& [key, value] : values) {
            if (!first) out_ += ',';
            first = false;
            append_quoted(out_, key);
            out_ += ':';
            write(value);
        }
        out_ += '}';
    }
    template <class T>
    requires std::is_class_v<T>
    void write(const T& value) {
        out_ += '{';
        bool first = true;
        visit_fields(value, [&](std::string_view name, const auto& member, model::Need need) {
            if (need == model::Need::Optional && is_absent(member)) return;
            if (!first) out_ += ',';
            first = false;
            out_ += '"';
            out_ += name;
            out_ += "\":";
            write(member);
        });
        out_ += '}';
    }

private:
    template <class T>
    static bool is_absent(const T& member) {
        if constexpr (requires { member.has_value(); }) {
            return !member.has_value();
        } else if constexpr (requires { member.empty(); }) {
            return member.empty();
        } else {
            return false;
        }
    }

    std::string& out_;
};

template <class T>
[[nodiscard]] std::string json_text(const T& value) {
    std::string out;
    out.reserve(4096);
    JsonWriter(out).write(value);
    return out;
}

}  // namespace kontor::codec
