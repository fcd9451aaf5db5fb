// SPDX-License-Identifier: EUPL-1.2
// Any field or struct of the model as a JSON value, written once on visit_fields: json_of(x). Structs leave
// out what is empty, unknown or at its default, unless it is required. Answers of http and cli use it for
// their own structs too: give them visit_fields and Words. Pure; linear in the value.
#pragma once

#include <boost/json/value.hpp>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::codec {

template <class T>
concept HasFields = requires(const T& value) {
    visit_fields(value, [](auto&&...) {});
};

/// An enumeration with a table of words.
template <class T>
concept CodeList = std::is_enum_v<T> && requires {
    model::Words<T>::kWords;
};

template <HasFields T>
[[nodiscard]] boost::json::object object_of(const T& value);

[[nodiscard]] inline boost::json::value json_of(bool value) {
    return value;
}
[[nodiscard]] inline boost::json::value json_of(std::string_view text) {
    return boost::json::string(text);
}
[[nodiscard]] inline boost::json::value json_of(const std::string& text) {
    return boost::json::string(text);
}
[[nodiscard]] inline boost::json::value json_of(const char* text) {
    return boost::json::string(text);
}
[[nodiscard]] inline boost::json::value json_of(const model::Date& date) {
    return json_of(date.text());
}

template <class T>
requires std::integral<T> &&(!std::same_as<T, bool>) [[nodiscard]] boost::json::value json_of(T number) {
    return number;
}

/// Whole numbers up to 2^53 are written without a fraction.
[[nodiscard]] inline boost::json::value json_of(double number) {
    constexpr double kExact = 9007199254740992.0;
    if (number >= -kExact && number <= kExact &&
        number == static_cast<double>(static_cast<std::int64_t>(number))) {
        return static_cast<std::int64_t>(number);
    }
    return number;
}

template <CodeList E>
[[nodiscard]] boost::json::value json_of(E code) {
    return boost::json::string(model::word(code));
}

template <HasFields T>
[[nodiscard]] boost::json::value json_of(const T& value) {
    return object_of(value);
}

template <class T>
[[nodiscard]] boost::json::value json_of(const std::optional<T>& value);
template <class T>
[[nodiscard]] boost::json::value json_of(const std::map<std::string, T>& values);

template <class T>
[[nodiscard]] boost::json::value json_of(const std::vector<T>& list) {
    boost::json::array out;
    out.reserve(list.size());
    for (const T& item : list) out.push_back(json_of(item));
    return out;
}

template <class T>
[[nodiscard]] boost::json::value json_of(const std::optional<T>& value) {
    if (!value) return nullptr;
    return json_of(*value);
}

template <class T>
[[nodiscard]] boost::json::value json_of(const std::map<std::string, T>& values) {
    boost::json::object out;
    for (const auto& [key, value] : values) out.emplace(key, json_of(value));
    return out;
}

/// Adds the fields of `value` to `out`.
template <HasFields T>
void write_fields(const T& value, boost::json::object& out) {
    static const T defaults{};
    std::vector<const void*> members;
    visit_fields(defaults,
                 [&](std::string_view, const auto& member, model::Need) { members.push_back(&member); });
    std::size_t index = 0;
    visit_fields(value, [&](std::string_view name, const auto& member, model::Need need) {
        using Member = std::remove_cvref_t<decltype(member)>;
        const Member& standard = *static_cast<const Member*>(members[index++]);
        if (need == model::Need::Required || !(member == standard)) out.emplace(name, json_of(member));
    });
}

template <HasFields T>
boost::json::object object_of(const T& value) {
    boost::json::object out;
    write_fields(value, out);
    return out;
}

}  // namespace kontor::codec
