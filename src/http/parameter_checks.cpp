// SPDX-License-Identifier: EUPL-1.2
#include "http/parameter_checks.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"
#include "text/utf8.hpp"

namespace kontor::http {
namespace {

using base::Error;
using base::ErrorCode;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

template <class Range, class Name>
std::string joined(const Range& range, Name name) {
    std::string out;
    for (const auto& element : range) {
        const std::string_view text = name(element);
        if (text.empty()) continue;
        if (!out.empty()) out += ", ";
        out += text;
    }
    return out;
}

Error fault(ErrorCode code, base::ErrorArguments arguments, std::string_view field) {
    return {code, std::move(arguments), {.file = {}, .field = std::string(field)}, {}};
}

// A short request must not make a long answer: faults beyond the maximum are not told.
void keep(Error error, base::Errors& errors) {
    if (errors.size() < base::limits::kFaultsReported) errors.push_back(std::move(error));
}

class ValueCheck {
public:
    /// `count` is the number of values that the parameter has had, and is carried on.
    ValueCheck(const Parameter& parameter, std::size_t& count, base::Errors& errors)
        : parameter_(parameter), count_(count), errors_(errors) {}

    [[nodiscard]] bool accept(const std::string& value) {
        count_ += 1 + static_cast<std::size_t>(std::count(value.begin(), value.end(), ','));
        if (parameter_.repeated && count_ > base::limits::kListItems) {
            add(ErrorCode::TooManyItems, {{"maximum", std::to_string(base::limits::kListItems)}});
            return false;
        }
        if (parameter_.maximum_length > 0 && value.size() > parameter_.maximum_length) {
            add(ErrorCode::FieldTooLong, {{"maximum", std::to_string(parameter_.maximum_length)}});
        }
        if (parameter_.type == ParameterType::Integer) {
            for_each_item(value, [&](std::string_view item) { integer(item); });
        }
        if (!parameter_.words.empty()) {
            for_each_item(value, [&](std::string_view item) { word(item); });
        }
        return sound_;
    }

private:
    template <class Visit>
    void for_each_item(std::string_view value, Visit visit) const {
        if (!parameter_.repeated) return visit(value);
        while (!value.empty()) {
            const std::size_t comma = std::min(value.find(','), value.size());
            visit(value.substr(0, comma));
            value.remove_prefix(std::min(comma + 1, value.size()));
        }
    }
    void integer(std::string_view item) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), number);
        if (error != std::errc{} || end != item.data() + item.size()) {
            add(ErrorCode::NumberInvalid, {{"value", std::string(item)}});
        } else if (parameter_.maximum > parameter_.minimum &&
                   (number < parameter_.minimum || number > parameter_.maximum)) {
            add(ErrorCode::ValueOutOfRange, {{"value", std::string(item)},
                                             {"minimum", std::to_string(parameter_.minimum)},
                                             {"maximum", std::to_string(parameter_.maximum)}});
        }
    }
    void word(std::string_view item) {
        if (std::find(parameter_.words.begin(), parameter_.words.end(), item) != parameter_.words.end())
            return;
        add(ErrorCode::ValueNotAllowed,
            {{"value", std::string(item)},
             {"allowed", joined(parameter_.words, [](std::string_view word_text) { return word_text; })}});
    }
    void add(ErrorCode code, base::ErrorArguments arguments) {
        sound_ = false;
        keep(fault(code, std::move(arguments), parameter_.name), errors_);
    }

    const Parameter& parameter_;
    std::size_t& count_;
    base::Errors& errors_;
    bool sound_ = true;
};

}  // namespace

base::Result<std::string> decoded(std::string_view text, std::string_view field) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return fault(ErrorCode::RequestMalformed, {{"reason", "%"}}, field);
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (text::first_utf8_fault(out)) return fault(ErrorCode::EncodingBroken, {}, field);
    return out;
}

base::Result<NameValues> decoded_query(std::string_view query) {
    NameValues out;
    base::Errors errors;
    std::size_t count = 0;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        if (++count > base::limits::kListItems) {
            return fault(ErrorCode::TooManyItems, {{"maximum", std::to_string(base::limits::kListItems)}},
                         "");
        }
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), "");
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), name ? name.value() : "");
        if (name && value) {
            out.emplace_back(std::move(name).value(), std::move(value).value());
        } else {
            keep(name ? value.errors().front() : name.errors().front(), errors);
        }
    }
    if (!errors.empty()) return errors;
    return out;
}

base::Errors check_parameters(const Operation& operation, In where, const NameValues& given,
                              Parameters& parameters) {
    base::Errors errors;
    std::vector<std::size_t> counts(operation.parameters.size());
    for (const auto& [name, value] : given) {
        const auto known = std::find_if(
            operation.parameters.begin(), operation.parameters.end(),
            [where, &wanted = name](const Parameter& p) { return p.in == where && p.name == wanted; });
        if (known == operation.parameters.end()) {
            const auto allowed = joined(operation.parameters, [&](const Parameter& p) {
                return p.in == where ? p.name : std::string_view{};
            });
            keep(fault(ErrorCode::ParameterUnknown, {{"parameter", name}, {"allowed", allowed}}, name),
                 errors);
            continue;
        }
        auto& count = counts[static_cast<std::size_t>(known - operation.parameters.begin())];
        if (!known->repeated && parameters.has(name)) {
            keep(fault(ErrorCode::ParameterRepeated, {{"parameter", name}}, name), errors);
        } else if (ValueCheck(*known, count, errors).accept(value)) {
            parameters.add(name, value);
        }
    }
    for (const Parameter& parameter : operation.parameters) {
        const bool was_given = std::any_of(given.begin(), given.end(),
                                           [&](const auto& pair) { return pair.first == parameter.name; });
        if (parameter.in == where && parameter.required && !was_given) {
            errors.push_back(fault(ErrorCode::ValueMissing, {}, parameter.name));
        }
    }
    return errors;
}

}  // namespace kontor::http
