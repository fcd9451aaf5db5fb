// SPDX-License-Identifier: EUPL-1.2
#include "ingest/spreadsheet_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace kontor::ingest {
namespace {

bool is_builtin_date(int id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

// Letters of days, months and years outside quoted text, escapes and [colours].
bool is_date_code(std::string_view code) {
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\\' || c == '_') {
            ++i;
            continue;
        }
        if (c == '[') bracketed = true;
        if (c == ']') bracketed = false;
        if (!bracketed && std::string_view("dDmMyY").find(c) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

NumberFormat number_format(int id, std::string_view code) {
    if (code.empty()) return {is_builtin_date(id), 0};
    const bool zeros = std::all_of(code.begin(), code.end(), [](char c) { return c == '0'; });
    if (zeros) return {false, code.size()};
    return {is_date_code(code), 0};
}

std::string formatted_number(const std::string& value, NumberFormat format, bool starts_1904) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number)) return value;
    constexpr double kLastDay = 401'769;  // 2999-12-31
    if (format.is_date && number >= 1 && number <= kLastDay) {
        using namespace std::chrono;
        // Day 1 is 1900-01-01, and a 29 February 1900 that never was is counted as day 60.
        const int days = static_cast<int>(number);
        const sys_days start =
            starts_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / (days < 60 ? 31 : 30)};
        const year_month_day day{start + std::chrono::days{days}};
        return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                           static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    }
    if (format.digits > 1 && number >= 0 && number == std::floor(number) && number < 1e15) {
        return fmt::format("{:0{}}", static_cast<std::int64_t>(number),
                           std::min<std::size_t>(format.digits, 20));
    }
    return value;
}

}  // namespace kontor::ingest
