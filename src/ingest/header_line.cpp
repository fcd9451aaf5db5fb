// SPDX-License-Identifier: EUPL-1.2
#include "ingest/header_line.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/byte_streams.hpp"
#include "ingest/member_columns.hpp"
#include "ingest/places.hpp"
#include "ingest/utf8_stream.hpp"
#include "ingest/xlsx_reader.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kLinesLookedAt = 30;
constexpr double kExact = 0.95;
constexpr double kLikely = 0.7;

struct Row {
    std::uint64_t line = 0;
    std::vector<std::string> cells;
    std::string text;  // the whole line, where there is one
};

std::string_view bare(std::string_view text) {
    constexpr std::string_view kFrame = " \t\r\"\xEF\xBB\xBF";
    const std::size_t begin = text.find_first_not_of(kFrame);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kFrame) - begin + 1);
}

std::vector<std::string> split(std::string_view line, std::string_view delimiter) {
    std::vector<std::string> out;
    for (std::size_t at = 0;;) {
        const std::size_t end = delimiter.empty() ? line.npos : line.find(delimiter, at);
        out.emplace_back(bare(line.substr(at, end == line.npos ? end : end - at)));
        if (end == line.npos) return out;
        at = end + delimiter.size();
    }
}

std::vector<std::string> cells_of(std::string_view line) {
    std::string_view best;
    std::size_t most = 0;
    constexpr std::array<std::string_view, 4> kDelimiters{";", ",", "\t", "|"};
    for (const std::string_view delimiter : kDelimiters) {
        const auto found = static_cast<std::size_t>(std::count(line.begin(), line.end(), delimiter.front()));
        if (found > most) best = delimiter;
        most = std::max(most, found);
    }
    return split(line, best);
}

base::Result<std::vector<Row>> first_lines(const Input& input) {
    auto stream = input.open(0);
    if (!stream) return stream.errors();
    std::vector<char> block(65'536);
    const auto got = Utf8Stream(std::move(stream).value(), Encoding::Detect).read(block);
    if (!got) return got.errors();
    std::string_view text(block.data(), got.value());
    std::vector<Row> out;
    for (std::uint64_t line = 1; !text.empty() && line <= kLinesLookedAt; ++line) {
        const std::size_t end = text.find_first_of("\r\n");
        const std::string_view written = text.substr(0, end);
        if (!bare(written).empty() && !written.starts_with("<<<<<<<"))
            out.push_back({line, cells_of(written), std::string(written)});
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return out;
}

base::Result<std::vector<Row>> first_sheet_rows(const Input& input, const std::string& sheet) {
    auto read = read_xlsx(input, sheet);
    if (!read) return read.errors();
    std::vector<Row> out;
    for (XlsxRow& row : read.value().rows) {
        if (out.size() == kLinesLookedAt) break;
        out.push_back({row.line, std::move(row.cells), {}});
    }
    return out;
}

/// How much a row looks like a header.
struct Looks {
    std::size_t exact = 0;   // cells that are the very word for a column, or were told to be one
    std::size_t likely = 0;  // cells that may be
    bool names = false;      // one of the exact is the name
    bool may_name = false;
    [[nodiscard]] bool is_header() const { return names && exact >= 2; }
};

Looks looks_of(const std::vector<std::string>& cells, const MemberListOptions& options) {
    Looks out;
    for (const std::string& cell : cells) {
        ColumnGuess guess = guess_column(cell);
        for (const auto& [column, field] : options.mapping) {
            if (column == cell) guess = {field, 1};
        }
        out.exact += guess.confidence >= kExact ? 1 : 0;
        out.likely += guess.confidence >= kLikely ? 1 : 0;
        const bool is_name = guess.field == MemberField::Name;
        out.names = out.names || (is_name && guess.confidence >= kExact);
        out.may_name = out.may_name || (is_name && guess.confidence >= kLikely);
    }
    return out;
}

/// A sign that parts the line into the words of a header, though no delimiter of ours.
std::string_view strange_delimiter(std::string_view line, const MemberListOptions& options) {
    for (std::size_t at = 0; at < line.size();) {
        std::size_t size = 1;
        while (at + size < line.size() && (static_cast<unsigned char>(line[at + size]) & 0xC0U) == 0x80U)
            ++size;
        const std::string_view sign = line.substr(at, size);
        if (looks_of(split(line, sign), options).is_header()) return sign;
        at += size;
    }
    return {};
}

base::Result<HeaderLine> chosen(const std::vector<Row>& rows, const Input& input,
                                const MemberListOptions& options) {
    const bool is_json =
        !rows.empty() && (rows.front().text.starts_with('[') || rows.front().text.starts_with('{'));
    if (rows.empty() || is_json) return HeaderLine{};
    const Row& first = rows.front();
    const Looks looks = looks_of(first.cells, options);
    if (looks.is_header()) return HeaderLine{};
    std::vector<const Row*> headers;
    for (const Row& row : rows) {
        const bool is_again = !headers.empty() && headers.front()->cells == row.cells;
        if (!is_again && looks_of(row.cells, options).is_header()) headers.push_back(&row);
    }
    const auto begin = std::find_if(first.cells.begin(), first.cells.end(),
                                    [](const std::string& cell) { return !bare(cell).empty(); });
    constexpr std::size_t kShownBytes = 80;
    std::string shown(begin == first.cells.end() ? std::string_view{} : text::truncated(*begin, kShownBytes));
    if (headers.size() == 1) return HeaderLine{headers.front()->line, std::move(shown)};
    const base::Place place = on_line(input.name(), first.line);
    if (headers.empty()) {
        if (looks.may_name || (looks.likely >= 1 && first.cells.size() > 1)) return HeaderLine{};
        if (const std::string_view sign = strange_delimiter(first.text, options); !sign.empty()) {
            return Error{ErrorCode::DelimiterWrong,
                         {{"delimiter", ";"}, {"suggestion", std::string(sign)}},
                         place,
                         {}};
        }
    }
    if (auto table = open_table(input, 0, options.table); !table) return table.errors();
    return Error{ErrorCode::HeaderNotFound, {{"text", std::move(shown)}}, place, {}};
}

}  // namespace

base::Result<HeaderLine> find_header(const Input& input, const MemberListOptions& options) {
    const auto rows = input.kind() == InputKind::Spreadsheet ? first_sheet_rows(input, options.table.sheet)
                                                             : first_lines(input);
    if (!rows) return rows.errors();
    return chosen(rows.value(), input, options);
}

}  // namespace kontor::ingest
