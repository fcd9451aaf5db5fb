// SPDX-License-Identifier: EUPL-1.2
#include "ingest/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace kontor::ingest {
namespace {

std::optional<double> machine_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

// Writes every kind of grouping space and apostrophe as one space.
std::string with_plain_groups(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\xC2\xA0")) {
            out += ' ';
            i += 1;
        } else if (text.substr(i).starts_with("\xE2\x80\xAF") || text.substr(i).starts_with("\xE2\x80\x99")) {
            out += ' ';
            i += 2;
        } else {
            out += text[i] == '\'' ? ' ' : text[i];
        }
    }
    return out;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes `mark` out of the whole part; false when the groups do not have three digits each (one to three in
// front).
bool ungroup(std::string& whole, char mark) {
    std::string out;
    std::size_t since_mark = 0;
    bool marked = false;
    for (const char c : whole) {
        if (c == mark) {
            if (marked ? since_mark != 3 : since_mark == 0 || since_mark > 3) return false;
            marked = true;
            since_mark = 0;
        } else {
            since_mark += is_digit(c) ? 1 : 0;
            out += c;
        }
    }
    whole = out;
    return !marked || since_mark == 3;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    if (text.empty() || text.size() > kLongest) return std::nullopt;
    if (text.find_first_of(", '\xC2\xE2") == std::string_view::npos &&
        std::count(text.begin(), text.end(), '.') <= 1) {
        const auto value = machine_number(text);
        if (!value) return std::nullopt;
        return Decimal{*value,
                       text.find('.') == std::string_view::npos ? DecimalMark::None : DecimalMark::Point};
    }
    const std::string plain = with_plain_groups(text);
    const std::size_t last = plain.find_last_of(".,");
    const auto marks = last == std::string::npos ? 0 : std::count(plain.begin(), plain.end(), plain[last]);
    // A mark that repeats groups; one that stands once is the decimal mark.
    const bool has_fraction = marks == 1;
    std::string whole = has_fraction ? plain.substr(0, last) : plain;
    const std::string fraction = has_fraction ? plain.substr(last + 1) : std::string{};
    if (fraction.find_first_of(".,' ") != std::string::npos) return std::nullopt;
    for (const char mark : {'.', ',', ' '}) {
        if (!ungroup(whole, mark)) return std::nullopt;
    }
    const auto value = machine_number(has_fraction ? whole + "." + fraction : whole);
    if (!value || !is_digit(whole.empty() ? 'x' : whole.back())) return std::nullopt;
    if (!has_fraction) return Decimal{*value, DecimalMark::None};
    return Decimal{*value, plain[last] == ',' ? DecimalMark::Comma : DecimalMark::Point};
}

std::optional<std::int64_t> parse_count(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !is_digit(text.front()))
        return std::nullopt;
    return value;
}

}  // namespace kontor::ingest
