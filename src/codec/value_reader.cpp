// SPDX-License-Identifier: EUPL-1.2
#include "codec/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "codec/json_document.hpp"

namespace kontor::codec {
namespace {

using base::ErrorCode;
namespace limits = base::limits;

std::string_view type_name(const boost::json::value& json) {
    switch (json.kind()) {
        case boost::json::kind::null:
            return "null";
        case boost::json::kind::bool_:
            return "boolean";
        case boost::json::kind::int64:
        case boost::json::kind::uint64:
        case boost::json::kind::double_:
            return "number";
        case boost::json::kind::string:
            return "string";
        case boost::json::kind::array:
            return "list";
        case boost::json::kind::object:
            return "object";
    }
    return "null";
}

/// Whole numbers are integers even when they are written 3.0 or 3e2.
std::optional<std::int64_t> whole(const boost::json::value& json) {
    constexpr double kExact = 9007199254740992.0;
    if (json.is_int64()) return json.get_int64();
    if (!json.is_double()) return std::nullopt;
    const double number = json.get_double();
    if (std::abs(number) > kExact || number != std::floor(number)) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

/// The start of a refused text, cut between characters.
std::string excerpt(std::string_view text) {
    if (text.size() <= limits::kIdBytes) return std::string(text);
    std::size_t end = limits::kIdBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace

void ValueReader::add(ErrorCode code, base::ErrorArguments arguments) {
    faults_.push_back({code, std::move(arguments), place_, {}});
}

void ValueReader::read(const boost::json::value& json, std::string& out) {
    const boost::json::string* text = string(json);
    if (text == nullptr) return;
    if (text->size() > limits::kFieldBytes) {
        add(ErrorCode::FieldTooLong, {{"maximum", std::to_string(limits::kFieldBytes)}});
        return;
    }
    out.assign(text->data(), text->size());
}

void ValueReader::read(const boost::json::value& json, double& out) {
    if (json.is_double()) {
        out = json.get_double();
    } else if (json.is_int64()) {
        out = static_cast<double>(json.get_int64());
    } else if (json.is_uint64()) {
        out = static_cast<double>(json.get_uint64());
    } else {
        refuse_type("number", json);
    }
}

void ValueReader::read(const boost::json::value& json, bool& out) {
    if (json.is_bool()) {
        out = json.get_bool();
    } else {
        refuse_type("boolean", json);
    }
}

void ValueReader::read(const boost::json::value& json, RawJson& out) {
    if (object(json) != nullptr) out.text = to_text(json);
}

void ValueReader::read(const boost::json::value& json, model::Date& out) {
    const boost::json::string* text = string(json);
    if (text == nullptr) return;
    if (const auto date = model::Date::parse(*text)) {
        out = *date;
    } else {
        add(ErrorCode::DateInvalid, {{"value", excerpt(*text)}});
    }
}

ValueReader::Step::Step(ValueReader& reader, std::string_view name)
    : reader_(reader), length_(reader.place_.field.size()) {
    std::string& pointer = reader_.place_.field;
    pointer += '/';
    for (const char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

ValueReader::Step::Step(ValueReader& reader, std::size_t index)
    : reader_(reader), length_(reader.place_.field.size()) {
    reader_.place_.field += '/';
    reader_.place_.field += std::to_string(index);
}

const boost::json::string* ValueReader::string(const boost::json::value& json) {
    if (!json.is_string()) refuse_type("string", json);
    return json.if_string();
}

const boost::json::array* ValueReader::list(const boost::json::value& json) {
    const boost::json::array* found = json.if_array();
    if (found == nullptr) {
        refuse_type("list", json);
    } else if (found->size() > limits::kListItems) {
        add(ErrorCode::TooManyItems, {{"maximum", std::to_string(limits::kListItems)}});
        return nullptr;
    }
    return found;
}

const boost::json::object* ValueReader::object(const boost::json::value& json) {
    const boost::json::object* found = json.if_object();
    if (found == nullptr) {
        refuse_type("object", json);
    } else if (found->size() > limits::kListItems) {
        add(ErrorCode::TooManyItems, {{"maximum", std::to_string(limits::kListItems)}});
        return nullptr;
    }
    return found;
}

std::optional<std::int64_t> ValueReader::integer(const boost::json::value& json, std::int64_t minimum,
                                                 std::uint64_t maximum) {
    if (!json.is_number() || (json.is_double() && !whole(json))) {
        refuse_type("integer", json);
        return std::nullopt;
    }
    const auto number = whole(json);
    if (number && *number >= minimum && (*number < 0 || static_cast<std::uint64_t>(*number) <= maximum)) {
        return number;
    }
    // Beyond 2^63 only an unsigned 64-bit field can take it; the bits are kept.
    if (json.is_uint64() && json.get_uint64() <= maximum) return static_cast<std::int64_t>(json.get_uint64());
    add(ErrorCode::ValueOutOfRange, {{"value", to_text(json)},
                                     {"minimum", std::to_string(minimum)},
                                     {"maximum", std::to_string(maximum)}});
    return std::nullopt;
}

void ValueReader::refuse_type(std::string_view expected, const boost::json::value& found) {
    add(ErrorCode::ValueType,
        {{"expected", std::string(expected)}, {"found", std::string(type_name(found))}});
}

void ValueReader::refuse_word(std::string_view word, std::span<const std::string_view> allowed) {
    std::string words;
    for (const std::string_view each : allowed) {
        if (each.empty()) continue;
        if (!words.empty()) words += ", ";
        words += each;
    }
    add(ErrorCode::ValueNotAllowed, {{"value", excerpt(word)}, {"allowed", std::move(words)}});
}

void ValueReader::refuse_others(const boost::json::object& object, const std::vector<std::string_view>& names,
                                std::string_view except) {
    for (const auto& member : object) {
        const std::string_view key(member.key());
        if (key == except && !except.empty()) continue;
        if (std::find(names.begin(), names.end(), key) != names.end()) continue;
        const Step step(*this, key);
        add(ErrorCode::FieldUnknown, {{"field", std::string(key)}});
    }
}

}  // namespace kontor::codec
