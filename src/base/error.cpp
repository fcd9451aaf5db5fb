// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kontor::base {

std::string filled(std::string_view pattern, const ErrorArguments& arguments) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        out += pattern.substr(at, std::min(open, pattern.size()) - at);
        if (close == std::string_view::npos) break;
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto found =
            std::find_if(arguments.begin(), arguments.end(), [&](const auto& a) { return a.first == name; });
        if (found != arguments.end()) out += found->second;
        at = close + 1;
    }
    return out;
}

std::string_view title(ErrorCode code, std::string_view language) {
    const ErrorEntry& entry = entry_of(code);
    return language == "de" ? entry.title_de : entry.title_en;
}

std::string sentence(const Error& error, std::string_view language) {
    const ErrorEntry& entry = entry_of(error.code);
    return filled(language == "de" ? entry.de : entry.en, error.arguments);
}

std::string located_sentence(const Error& error, std::string_view language) {
    std::string out = error.place.file;
    const bool in_field_alone = out.empty() && error.place.line == 0 && !error.place.field.empty();
    if (in_field_alone) out = error.place.field;
    if (error.place.line > 0) out += fmt::format("{}{}", out.empty() ? "" : ":", error.place.line);
    if (error.place.column > 0) out += fmt::format(":{}", error.place.column);
    if (!in_field_alone && !error.place.field.empty())
        out += fmt::format("{}{}", out.empty() ? "" : ": ", error.place.field);
    if (!out.empty()) out += ": ";
    return out + sentence(error, language);
}

}  // namespace kontor::base
