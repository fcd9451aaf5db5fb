// SPDX-License-Identifier: EUPL-1.2
// What a spreadsheet's number formats make of a stored number: days, numbers with leading zeros, plain
// numbers. Pure.
#pragma once

#include <string>
#include <string_view>

namespace kontor::ingest {

struct NumberFormat {
    bool is_date = false;
    std::size_t digits = 0;  // "00000": at least five digits; 0 for other formats
};

/// The format of number `id` of the OOXML list; `code` is its text when the workbook defines it itself.
[[nodiscard]] NumberFormat number_format(int id, std::string_view code);

/// "43131" as a day is "2018-01-31", counted from 1900 or (`starts_1904`) from 1904; text that is no number,
/// and days outside the years 1900 to 2999, stay as they are.
[[nodiscard]] std::string formatted_number(const std::string& value, NumberFormat format, bool starts_1904);

}  // namespace kontor::ingest
