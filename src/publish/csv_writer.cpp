// SPDX-License-Identifier: EUPL-1.2
#include "publish/csv_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kontor::publish {
namespace {

/// OWASP "CSV injection": these first characters start a formula (tab and CR are skipped by some programs).
bool looks_like_formula(std::string_view value) {
    constexpr std::string_view kStarts = "=+-@\t\r";
    return !value.empty() && kStarts.find(value.front()) != std::string_view::npos;
}

bool needs_quotes(std::string_view value) {
    if (value.find_first_of("\";\r\n\t") != std::string_view::npos) return true;
    return !value.empty() && (value.front() == ' ' || value.back() == ' ');
}

}  // namespace

DecimalMark decimal_mark(std::string_view language) {
    return language == "de" ? DecimalMark::Comma : DecimalMark::Point;
}

CsvWriter::CsvWriter(std::string& out, DecimalMark mark) : out_(out), mark_(mark) {
    out_ += "\xEF\xBB\xBF";
}

void CsvWriter::separate() {
    if (row_begun_) out_ += ';';
    row_begun_ = true;
}

CsvWriter& CsvWriter::text(std::string_view value) {
    separate();
    std::string guarded;
    if (looks_like_formula(value)) {
        guarded = '\'';
        guarded += value;
        value = guarded;
    }
    if (!needs_quotes(value)) {
        out_ += value;
        return *this;
    }
    out_ += '"';
    for (const char letter : value) {
        if (letter == '"') out_ += '"';
        out_ += letter;
    }
    out_ += '"';
    return *this;
}

CsvWriter& CsvWriter::integer(std::int64_t value) {
    separate();
    out_ += fmt::format("{}", value);
    return *this;
}

CsvWriter& CsvWriter::number(double value, int decimals) {
    separate();
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    if (mark_ == DecimalMark::Comma) std::replace(digits.begin(), digits.end(), '.', ',');
    out_ += digits;
    return *this;
}

CsvWriter& CsvWriter::empty() {
    separate();
    return *this;
}

void CsvWriter::end_row() {
    out_ += "\r\n";
    row_begun_ = false;
}

void CsvWriter::header(std::span<const std::string> names) {
    for (const std::string& name : names) text(name);
    end_row();
}

}  // namespace kontor::publish
