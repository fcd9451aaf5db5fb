// SPDX-License-Identifier: EUPL-1.2
// Numbers as people and files write them. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kontor::ingest {

enum class DecimalMark { None, Point, Comma };

struct Decimal {
    double value = 0;
    DecimalMark mark = DecimalMark::None;
};

/// "1234.5", "1.234,50", "1,234.50", "1 234,5", "1'234.50", "-3,5E4": points, commas, apostrophes and
/// (narrow) spaces in front of three digits group; the last other one is the decimal mark. A single point
/// with three digits behind it is a decimal point, a single comma with three digits behind it a decimal comma
/// ("1,500" is 1.5): files of this kind are German or written by machines. Nothing when it is no number, or
/// when groups do not have three digits.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// A whole number that is not negative, digits only.
[[nodiscard]] std::optional<std::int64_t> parse_count(std::string_view text);

}  // namespace kontor::ingest
