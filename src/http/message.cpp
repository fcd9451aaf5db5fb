// SPDX-License-Identifier: EUPL-1.2
#include "http/message.hpp"

#include <charconv>

namespace kontor::http {

std::string_view Parameters::text(std::string_view name) const {
    for (const auto& [key, value] : list_) {
        if (key == name) return value;
    }
    return {};
}

bool Parameters::has(std::string_view name) const {
    for (const auto& [key, value] : list_) {
        if (key == name) return true;
    }
    return false;
}

std::vector<std::string> Parameters::list(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto& [key, value] : list_) {
        if (key != name) continue;
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t comma = std::min(value.find(',', at), value.size());
            if (comma > at) out.push_back(value.substr(at, comma - at));
            at = comma + 1;
        }
    }
    return out;
}

std::optional<std::int64_t> Parameters::integer(std::string_view name) const {
    const std::string_view value = text(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
    return number;
}

}  // namespace kontor::http
