// SPDX-License-Identifier: EUPL-1.2
// Tables as spreadsheet programs open them by a double click: UTF-8 with byte order mark, semicolons, CRLF,
// every text quoted that needs it. A text that a spreadsheet would take for a formula gets an apostrophe in
// front, so that a name like "=HYPERLINK(…)" stays a name. One thread; one growing string.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kontor::publish {

/// What the reader's spreadsheet takes for the decimal mark: a comma in German, a point in English.
enum class DecimalMark { Point, Comma };

[[nodiscard]] DecimalMark decimal_mark(std::string_view language);

class CsvWriter {
public:
    /// Appends to `out`, beginning with the byte order mark.
    CsvWriter(std::string& out, DecimalMark mark);

    CsvWriter& text(std::string_view value);
    CsvWriter& integer(std::int64_t value);
    /// `decimals` digits after the mark, 0 to 9.
    CsvWriter& number(double value, int decimals);
    CsvWriter& empty();
    void end_row();

    void header(std::span<const std::string> names);

private:
    void separate();

    std::string& out_;
    DecimalMark mark_;
    bool row_begun_ = false;
};

}  // namespace kontor::publish
