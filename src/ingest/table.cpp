// SPDX-License-Identifier: EUPL-1.2
#include "ingest/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <set>
#include <utility>

#include "ingest/json_reader.hpp"
#include "ingest/places.hpp"
#include "ingest/xlsx_reader.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::string_view kFormats = "CSV, JSON, XLSX";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

base::Errors repeated_columns(const std::vector<std::string>& header, const base::Place& place) {
    base::Errors errors;
    std::set<std::string_view> seen;
    for (const std::string& name : header) {
        if (name.empty() || seen.insert(name).second) continue;
        base::Place at = place;
        at.field = name;
        errors.push_back({ErrorCode::ColumnDuplicate, {{"column", name}}, std::move(at), {}});
    }
    return errors;
}

// Which of a row's fields stand in the selected cells; kNone where the file has no such column.
class Selection {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    void all(std::size_t count) {
        fields_.clear();
        for (std::size_t i = 0; i < count; ++i) fields_.push_back(i);
    }
    void choose(const std::vector<std::string>& header, const std::vector<std::string>& columns) {
        fields_.clear();
        for (const std::string& column : columns) {
            const auto found = std::find(header.begin(), header.end(), column);
            fields_.push_back(found == header.end() ? kNone
                                                    : static_cast<std::size_t>(found - header.begin()));
        }
    }
    template <class Row>
    void apply(const Row& row, std::vector<std::string_view>& cells) const {
        cells.resize(fields_.size());
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            cells[i] = fields_[i] < row.size() ? std::string_view(row[fields_[i]]) : std::string_view{};
        }
    }
    [[nodiscard]] std::size_t field(std::size_t cell) const {
        return cell < fields_.size() ? fields_[cell] : kNone;
    }

private:
    std::vector<std::size_t> fields_;
};

class CsvTable final : public Table {
public:
    CsvTable(std::unique_ptr<ByteStream> stream, CsvOptions options)
        : reader_(std::move(stream), std::move(options)) {}

    base::Outcome begin(const std::string& file, char wanted_delimiter) {
        const bool has_header = reader_.next();
        if (reader_.refused_rows() > 0) return reader_.faults().kept();
        if (!has_header) {
            if (!reader_.faults().empty()) return reader_.faults().kept();
            return Error{ErrorCode::FileEmpty, {}, in_file(file), {}};
        }
        for (const std::string_view field : reader_.fields()) header_.emplace_back(trimmed(field));
        const base::Place place = on_line(file, reader_.line());
        if (wanted_delimiter != 0 && header_.size() == 1) {
            const std::size_t other = header_.front().find_first_of(";,\t|");
            if (other != std::string::npos) {
                const std::string found(1, header_.front()[other]);
                return Error{ErrorCode::DelimiterWrong,
                             {{"delimiter", std::string(1, wanted_delimiter)}, {"suggestion", found}},
                             place,
                             {}};
            }
        }
        if (auto repeated = repeated_columns(header_, place); !repeated.empty()) return repeated;
        selection_.all(header_.size());
        return base::Done{};
    }

    const std::vector<std::string>& header() const override { return header_; }
    void select(const std::vector<std::string>& columns) override { selection_.choose(header_, columns); }
    bool next() override {
        if (!reader_.next()) return false;
        selection_.apply(reader_.fields(), cells_);
        return true;
    }
    std::span<const std::string_view> cells() const override { return cells_; }
    std::uint64_t line() const override { return reader_.line(); }
    base::Place place(std::size_t index) const override {
        const std::size_t field = selection_.field(index);
        base::Place place = reader_.place(field);
        if (field < header_.size()) place.field = header_[field];
        return place;
    }
    const FaultList& faults() const override { return reader_.faults(); }
    std::uint64_t refused_rows() const override { return reader_.refused_rows(); }
    bool broken_off() const override { return reader_.broken_off(); }
    std::uint64_t bytes_read() const override { return reader_.bytes_read(); }

private:
    CsvReader reader_;
    std::vector<std::string> header_;
    Selection selection_;
    std::vector<std::string_view> cells_;
};

std::string cell_text(const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::null:
            return {};
        case boost::json::kind::bool_:
            return value.get_bool() ? "true" : "false";
        case boost::json::kind::int64:
            return std::to_string(value.get_int64());
        case boost::json::kind::uint64:
            return std::to_string(value.get_uint64());
        case boost::json::kind::double_:
            return fmt::format("{}", value.get_double());
        case boost::json::kind::string:
            return std::string(value.get_string());
        case boost::json::kind::array:
        case boost::json::kind::object:
            break;
    }
    return boost::json::serialize(value);
}

class JsonTable final : public Table {
public:
    JsonTable(std::unique_ptr<ByteStream> stream, std::string file)
        : reader_(std::move(stream), std::move(file)) {}

    base::Outcome begin(const std::string& file) {
        has_first_ = reader_.next();
        if (!has_first_) {
            if (!reader_.faults().empty()) return reader_.faults().kept();
            return Error{ErrorCode::FileEmpty, {}, in_file(file), {}};
        }
        for (const auto& member : reader_.object()) header_.emplace_back(member.key());
        columns_ = header_;
        return base::Done{};
    }

    const std::vector<std::string>& header() const override { return header_; }
    void select(const std::vector<std::string>& columns) override { columns_ = columns; }
    bool next() override {
        if (!std::exchange(has_first_, false) && !reader_.next()) return false;
        texts_.resize(columns_.size());
        cells_.resize(columns_.size());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const boost::json::value* value = reader_.object().if_contains(columns_[i]);
            texts_[i] = value == nullptr ? std::string{} : cell_text(*value);
            cells_[i] = texts_[i];
        }
        return true;
    }
    std::span<const std::string_view> cells() const override { return cells_; }
    std::uint64_t line() const override { return reader_.place().line; }
    base::Place place(std::size_t index) const override {
        base::Place place = reader_.place();
        if (index < columns_.size()) place.field = columns_[index];
        return place;
    }
    const FaultList& faults() const override { return reader_.faults(); }
    std::uint64_t refused_rows() const override { return reader_.refused_elements(); }
    bool broken_off() const override { return reader_.broken_off(); }
    std::uint64_t bytes_read() const override { return reader_.bytes_read(); }

private:
    JsonReader reader_;
    bool has_first_ = false;
    std::vector<std::string> header_;
    std::vector<std::string> columns_;
    std::vector<std::string> texts_;
    std::vector<std::string_view> cells_;
};

class XlsxTable final : public Table {
public:
    XlsxTable(XlsxSheet sheet, std::string file)
        : sheet_(std::move(sheet)), file_(std::move(file)), faults_(sheet_.faults) {}

    base::Outcome begin() {
        const XlsxRow& first = sheet_.rows.front();
        if (auto merged = merged_header(first.line); !merged.empty()) {
            return Error{ErrorCode::HeaderMerged, {{"cells", merged}}, on_line(file_, first.line), {}};
        }
        if (!first.sound) return faults_.kept();
        for (const std::string& cell : first.cells) header_.emplace_back(trimmed(cell));
        auto repeated = repeated_columns(header_, on_line(file_, first.line));
        if (!repeated.empty()) return repeated;
        selection_.all(header_.size());
        return base::Done{};
    }

    const std::vector<std::string>& header() const override { return header_; }
    void select(const std::vector<std::string>& columns) override { selection_.choose(header_, columns); }
    bool next() override {
        while (++row_ < sheet_.rows.size()) {
            const XlsxRow& row = sheet_.rows[row_];
            if (row.sound && fits(row)) {
                selection_.apply(row.cells, cells_);
                return true;
            }
            ++refused_;
        }
        return false;
    }
    std::span<const std::string_view> cells() const override { return cells_; }
    std::uint64_t line() const override { return sheet_.rows[row_].line; }
    base::Place place(std::size_t index) const override {
        const std::size_t field = selection_.field(index);
        base::Place place{.file = file_, .line = line(), .column = field + 1, .field = {}};
        if (field < header_.size()) place.field = header_[field];
        return place;
    }
    const FaultList& faults() const override { return faults_; }
    std::uint64_t refused_rows() const override { return refused_; }
    bool broken_off() const override { return false; }
    std::uint64_t bytes_read() const override { return 0; }

private:
    // Merged ranges of the header row, "A1:C1, D1:E1".
    [[nodiscard]] std::string merged_header(std::uint64_t line) const {
        std::string out;
        for (const MergedCells& merged : sheet_.merged) {
            if (merged.first_line > line || merged.last_line < line) continue;
            out += (out.empty() ? "" : ", ") + merged.range;
        }
        return out;
    }

    // Values to the right of the last named column belong to nothing.
    bool fits(const XlsxRow& row) {
        std::size_t width = row.cells.size();
        while (width > header_.size() && row.cells[width - 1].empty()) --width;
        if (width <= header_.size()) return true;
        faults_.add({ErrorCode::RowWidth,
                     {{"found", std::to_string(width)}, {"expected", std::to_string(header_.size())}},
                     on_line(file_, row.line),
                     {}});
        return false;
    }

    XlsxSheet sheet_;
    std::string file_;
    FaultList faults_;
    std::size_t row_ = 0;
    std::uint64_t refused_ = 0;
    std::vector<std::string> header_;
    Selection selection_;
    std::vector<std::string_view> cells_;
};

enum class TextFormat { Csv, Json, Archive, Unknown };

// A stray control character is a fault of its row; many of them are no text.
bool is_binary(std::string_view start) {
    constexpr std::size_t kOneIn = 64;
    const auto controls = std::count_if(start.begin(), start.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    const auto found = static_cast<std::size_t>(controls);
    return found > 2 && found * kOneIn > start.size();
}

// "<" begins pages and XML, unless it is a merge conflict.
base::Result<TextFormat> recognise(const Input& input, std::size_t entry) {
    auto stream = input.open(entry);
    if (!stream) return stream.errors();
    std::array<char, 4096> block{};
    auto got = Utf8Stream(std::move(stream).value(), Encoding::Detect).read(block);
    if (!got) return got.errors();
    const std::string_view start = trimmed({block.data(), got.value()});
    if (start.starts_with("PK\3\4") || start.starts_with("\x1f\x8b")) return TextFormat::Archive;
    if (is_binary(start) || start.starts_with("%PDF")) return TextFormat::Unknown;
    if (start.starts_with('<') && !start.starts_with("<<<<<<<")) return TextFormat::Unknown;
    return start.starts_with('[') || start.starts_with('{') ? TextFormat::Json : TextFormat::Csv;
}

base::Result<std::unique_ptr<Table>> open_sheet(const Input& input, const TableOptions& options) {
    auto sheet = read_xlsx(input, options.sheet);
    if (!sheet) return sheet.errors();
    std::erase_if(sheet.value().rows, [&](const XlsxRow& row) { return row.line < options.header_line; });
    if (sheet.value().rows.empty()) return Error{ErrorCode::FileEmpty, {}, in_file(input.name()), {}};
    auto table = std::make_unique<XlsxTable>(std::move(sheet).value(), input.name());
    if (auto begun = table->begin(); !begun) return begun.errors();
    return std::unique_ptr<Table>(std::move(table));
}

}  // namespace

base::Result<std::unique_ptr<Table>> open_table(const Input& input, std::size_t entry,
                                                const TableOptions& options) {
    if (input.kind() == InputKind::Spreadsheet) return open_sheet(input, options);
    const std::string file = input.entry_name(entry);
    const auto format = recognise(input, entry);
    if (!format) return format.errors();
    if (format.value() == TextFormat::Unknown) {
        return Error{ErrorCode::FormatUnknown, {{"formats", std::string(kFormats)}}, in_file(file), {}};
    }
    if (format.value() == TextFormat::Archive) {
        return Error{ErrorCode::ArchiveNested, {{"entry", input.entries()[entry].name}}, in_file(file), {}};
    }
    auto stream = input.open(entry);
    if (!stream) return stream.errors();
    if (format.value() == TextFormat::Json) {
        auto table = std::make_unique<JsonTable>(std::move(stream).value(), file);
        if (auto begun = table->begin(file); !begun) return begun.errors();
        return std::unique_ptr<Table>(std::move(table));
    }
    auto table = std::make_unique<CsvTable>(
        std::move(stream).value(),
        CsvOptions{file, options.delimiter, options.encoding, options.quoting, options.header_line});
    if (auto begun = table->begin(file, options.delimiter); !begun) return begun.errors();
    return std::unique_ptr<Table>(std::move(table));
}

}  // namespace kontor::ingest
