// SPDX-License-Identifier: EUPL-1.2
// What single cells of a member list mean: days, counts, amounts. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/numbers.hpp"
#include "model/records.hpp"

namespace kontor::ingest {

/// "2016-05-01", "01.05.2016", "1.5.2016", "01/05/2016" (day first), "05.2016", "05/2016", "2016".
[[nodiscard]] std::optional<model::Date> written_day(std::string_view text);

/// A head count: "12", "1.200", "1 200", "12,5" (rounded), "ca. 50", "> 100".
[[nodiscard]] std::optional<int> head_count(std::string_view text);

/// The size class of a range of heads such as "50-99" or "10 bis 49", by its upper end.
[[nodiscard]] std::optional<model::SizeClass> size_range(std::string_view text);
[[nodiscard]] model::SizeClass size_of(int employees);

/// An amount: "1,5", "1.234.567,89", "2,3 Mio. €", "500 TEUR", without units times `factor`. `mark` is the
/// decimal mark of the column: with Comma, "1.200" is 1200; otherwise 1.2.
[[nodiscard]] std::optional<double> amount(std::string_view text, double factor, DecimalMark mark);

/// The mark that the values of a column show: Comma as soon as one of them can only be read so.
[[nodiscard]] DecimalMark seen_mark(std::string_view text);

/// Letters a–z and digits of the name with hyphens between, at most `maximum_bytes`; "organisation" when
/// nothing is left.
[[nodiscard]] std::string slug(std::string_view name, std::size_t maximum_bytes);

}  // namespace kontor::ingest
