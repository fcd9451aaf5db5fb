// SPDX-License-Identifier: EUPL-1.2
#include "ingest/member_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "ingest/member_columns.hpp"
#include "text/names.hpp"

namespace kontor::ingest {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// The numbers between dots, slashes or hyphens; empty when there is anything else.
std::vector<int> day_parts(std::string_view text) {
    std::vector<int> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("./-"), text.size());
        const auto number = parse_count(trimmed(text.substr(0, end)));
        if (!number || *number > 9999) return {};
        out.push_back(static_cast<int>(*number));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

// Takes "ca.", ">" and their like off the front.
std::string_view without_hedge(std::string_view text) {
    constexpr std::array<std::string_view, 12> kHedges{"ca.",   "ca",   "rd.", "rund", "etwa", "über",
                                                       "about", "env.", "~",   ">",    "<",    "≈"};
    text = trimmed(text);
    for (const std::string_view hedge : kHedges) {
        if (text.starts_with(hedge)) return trimmed(text.substr(hedge.size()));
    }
    return text;
}

// "1.200" and "12,500" with every mark followed by exactly three digits: groups only.
bool is_grouped(std::string_view text, char mark) {
    std::size_t digits = 0;
    bool marked = false;
    for (const char c : text) {
        if (c == mark) {
            if (marked ? digits != 3 : digits == 0 || digits > 3) return false;
            marked = true;
            digits = 0;
        } else if (is_digit(c)) {
            ++digits;
        } else {
            return false;
        }
    }
    return marked && digits == 3;
}

std::string without(std::string_view text, char mark) {
    std::string out(text);
    out.erase(std::remove(out.begin(), out.end(), mark), out.end());
    return out;
}

}  // namespace

std::optional<model::Date> written_day(std::string_view text) {
    text = trimmed(text);
    if (const auto date = model::Date::parse(text)) return date;
    constexpr std::size_t kIsoLength = 10;
    if (text.size() > kIsoLength && (text[kIsoLength] == ' ' || text[kIsoLength] == 'T')) {
        return model::Date::parse(text.substr(0, kIsoLength));
    }
    const std::vector<int> parts = day_parts(text);
    if (parts.size() == 2 && parts[1] >= 1000)
        return model::Date::parse(fmt::format("{:04}-{:02}", parts[1], parts[0]));
    if (parts.size() != 3 || parts[2] < 1000) return std::nullopt;
    return model::Date::parse(fmt::format("{:04}-{:02}-{:02}", parts[2], parts[1], parts[0]));
}

std::optional<int> head_count(std::string_view text) {
    constexpr double kMost = 10'000'000;
    text = without_hedge(text);
    std::string plain(text);
    for (const char mark : {'.', ','}) {
        if (is_grouped(plain, mark)) plain = without(plain, mark);
    }
    const auto number = parse_decimal(plain);
    if (!number || number->value < 0 || number->value > kMost) return std::nullopt;
    return static_cast<int>(std::lround(number->value));
}

std::optional<model::SizeClass> size_range(std::string_view text) {
    const std::string words = comparable_words(text);
    std::vector<int> numbers;
    std::size_t begin = 0;
    while (begin < words.size()) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        const std::string_view word = std::string_view(words).substr(begin, end - begin);
        if (const auto number = parse_count(word); number && *number < 10'000'000) {
            numbers.push_back(static_cast<int>(*number));
        } else if (word != "bis" && word != "to" && word != "a") {
            return std::nullopt;
        }
        begin = end + 1;
    }
    if (numbers.size() != 2 || numbers[0] > numbers[1]) return std::nullopt;
    return size_of(numbers[1]);
}

model::SizeClass size_of(int employees) {
    if (employees <= 0) return model::SizeClass::Unknown;
    if (employees < 10) return model::SizeClass::Micro;
    if (employees < 50) return model::SizeClass::Small;
    return employees < 250 ? model::SizeClass::Medium : model::SizeClass::Large;
}

std::optional<double> amount(std::string_view text, double factor, DecimalMark mark) {
    text = without_hedge(text);
    const std::size_t end = text.find_last_of("0123456789");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view unit = trimmed(text.substr(end + 1));
    const std::size_t begin = text.find_first_of("-0123456789");
    const std::string_view before = trimmed(text.substr(0, begin));
    if (!before.empty() && before != "€" && before != "EUR") return std::nullopt;
    const double own_factor = amount_factor(unit);
    std::string plain(trimmed(text.substr(begin, end + 1 - begin)));
    if (mark == DecimalMark::Comma && is_grouped(plain, '.')) plain = without(plain, '.');
    const auto number = parse_decimal(plain);
    if (!number) return std::nullopt;
    const std::string rest = comparable_words(unit);
    const bool known_unit =
        unit.empty() || own_factor != 1 || rest.empty() || rest == "eur" || rest == "euro" || rest == "€";
    if (!known_unit) return std::nullopt;
    return number->value * (own_factor != 1 ? own_factor : factor);
}

DecimalMark seen_mark(std::string_view text) {
    const std::size_t begin = text.find_first_of("0123456789");
    const std::size_t end = text.find_last_of("0123456789");
    if (begin == std::string_view::npos) return DecimalMark::None;
    const std::string_view number = text.substr(begin, end + 1 - begin);
    const auto parsed = parse_decimal(number);
    if (!parsed || is_grouped(number, ',') || is_grouped(number, '.')) return DecimalMark::None;
    return parsed->mark;
}

std::string slug(std::string_view name, std::size_t maximum_bytes) {
    const std::string plain = text::transliterated(name);
    std::string out;
    for (const char c : plain) {
        const bool kept = (c >= 'a' && c <= 'z') || is_digit(c);
        if (kept) out += c;
        if (!kept && !out.empty() && out.back() != '-') out += '-';
    }
    if (out.size() > maximum_bytes) {
        const std::size_t cut = out.rfind('-', maximum_bytes);
        out.resize(cut == std::string::npos || cut < maximum_bytes / 2 ? maximum_bytes : cut);
    }
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? "organisation" : out;
}

}  // namespace kontor::ingest
