// SPDX-License-Identifier: EUPL-1.2
#include "ingest/xlsx_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string_view>

#include "base/limits.hpp"
#include "ingest/places.hpp"
#include "ingest/spreadsheet_formats.hpp"
#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

// Prefixes of XML names differ between writers; the part behind the colon does not.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([name](const pugi::xml_node& candidate) { return local_name(candidate) == name; });
}

std::string attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& candidate : node.attributes()) {
        const std::string_view found = candidate.name();
        if (found == name || found.ends_with(":" + std::string(name))) return candidate.value();
    }
    return {};
}

// Texts of a string item: its own and those of its rich-text runs, without phonetic readings.
std::string string_item(const pugi::xml_node& item) {
    std::string out;
    for (const pugi::xml_node& part : item.children()) {
        if (local_name(part) == "t") out += part.text().get();
        if (local_name(part) == "r") out += child(part, "t").text().get();
    }
    return out;
}

struct CellAddress {
    std::size_t column = 0;  // from 0
    std::uint64_t row = 0;   // from 1
};

std::optional<CellAddress> cell_address(std::string_view text) {
    CellAddress address;
    std::size_t at = 0;
    std::size_t column = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 4; ++at) {
        column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    }
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), address.row);
    if (column == 0 || error != std::errc{} || end != text.data() + text.size() || address.row == 0)
        return std::nullopt;
    address.column = column - 1;
    return address;
}

class Workbook {
public:
    explicit Workbook(const Input& input) : input_(input) {}

    base::Result<XlsxSheet> read(const std::string& wanted) {
        if (auto opened = load("xl/workbook.xml", book_); !opened) return opened.errors();
        auto path = find_sheet(wanted);
        if (!path) return path.errors();
        if (auto strings = load_strings(); !strings) return strings.errors();
        if (auto styles = load_styles(); !styles) return styles.errors();
        pugi::xml_document document;
        if (auto opened = load(path.value(), document); !opened) return opened.errors();
        return read_sheet(child(document, "worksheet"));
    }

private:
    [[nodiscard]] Error broken(ErrorCode code, base::ErrorArguments arguments) const {
        return {code, std::move(arguments), in_file(input_.name()), {}};
    }

    [[nodiscard]] Error damaged(const std::string& part, std::string reason) const {
        return {ErrorCode::ArchiveDamaged, {}, in_file(input_.name() + "/" + part), std::move(reason)};
    }

    [[nodiscard]] bool has(const std::string& part) const {
        return std::any_of(input_.entries().begin(), input_.entries().end(),
                           [&](const InputEntry& entry) { return entry.name == part; });
    }

    base::Outcome load(const std::string& part, pugi::xml_document& document) {
        const auto& entries = input_.entries();
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const InputEntry& entry) { return entry.name == part; });
        if (found == entries.end()) return damaged(part, "missing");
        auto stream = input_.open(static_cast<std::size_t>(found - entries.begin()));
        if (!stream) return stream.errors();
        auto xml = read_all(*stream.value(), limits::kSpreadsheetPartBytes);
        if (!xml) return xml.errors();
        const auto parsed = document.load_buffer(xml.value().data(), xml.value().size(),
                                                 pugi::parse_default | pugi::parse_ws_pcdata_single);
        if (!parsed) {
            return damaged(part, parsed.description());
        }
        return base::Done{};
    }

    // The part that holds the sheet called `wanted`.
    base::Result<std::string> find_sheet(const std::string& wanted) {
        std::string names;
        std::string relation;
        const pugi::xml_node workbook = child(book_, "workbook");
        for (const pugi::xml_node& sheet : child(workbook, "sheets").children()) {
            const std::string name = attribute(sheet, "name");
            names += (names.empty() ? "" : ", ") + name;
            if (!relation.empty() || (!wanted.empty() && name != wanted)) continue;
            sheet_name_ = name;
            for (const pugi::xml_attribute& candidate : sheet.attributes()) {
                if (std::string_view(candidate.name()).ends_with(":id")) relation = candidate.value();
            }
        }
        starts_1904_ = attribute(child(workbook, "workbookPr"), "date1904") == "1" ||
                       attribute(child(workbook, "workbookPr"), "date1904") == "true";
        if (relation.empty()) return broken(ErrorCode::SheetUnknown, {{"sheet", wanted}, {"present", names}});
        return relation_target(relation);
    }

    base::Result<std::string> relation_target(const std::string& id) {
        pugi::xml_document document;
        if (auto opened = load("xl/_rels/workbook.xml.rels", document); !opened) return opened.errors();
        for (const pugi::xml_node& relation : child(document, "Relationships").children()) {
            if (attribute(relation, "Id") != id) continue;
            const std::string target = attribute(relation, "Target");
            return target.starts_with('/') ? target.substr(1) : "xl/" + target;
        }
        return damaged("xl/_rels/workbook.xml.rels", "the sheet has no part");
    }

    base::Outcome load_strings() {
        if (!has("xl/sharedStrings.xml")) return base::Done{};
        pugi::xml_document document;
        if (auto opened = load("xl/sharedStrings.xml", document); !opened) return opened.errors();
        for (const pugi::xml_node& item : child(document, "sst").children())
            strings_.push_back(string_item(item));
        return base::Done{};
    }

    base::Outcome load_styles() {
        if (!has("xl/styles.xml")) return base::Done{};
        pugi::xml_document document;
        if (auto opened = load("xl/styles.xml", document); !opened) return opened.errors();
        const pugi::xml_node sheet = child(document, "styleSheet");
        std::map<int, std::string> custom;
        for (const pugi::xml_node& format : child(sheet, "numFmts").children()) {
            custom[std::atoi(attribute(format, "numFmtId").c_str())] = attribute(format, "formatCode");
        }
        for (const pugi::xml_node& style : child(sheet, "cellXfs").children()) {
            const int id = std::atoi(attribute(style, "numFmtId").c_str());
            const auto found = custom.find(id);
            formats_.push_back(number_format(id, found == custom.end() ? std::string_view{} : found->second));
        }
        return base::Done{};
    }

    base::Result<XlsxSheet> read_sheet(const pugi::xml_node& worksheet) {
        XlsxSheet out;
        out.name = sheet_name_;
        std::uint64_t line = 0;
        std::size_t cell_bytes = 0;
        for (const pugi::xml_node& row : child(worksheet, "sheetData").children()) {
            const std::string number = attribute(row, "r");
            ++line;
            if (!number.empty())
                line = std::max<std::uint64_t>(line, std::strtoull(number.c_str(), nullptr, 10));
            const std::uint64_t faults_before = out.faults.total();
            XlsxRow read = read_row(row, line, out.faults);
            read.sound = out.faults.total() == faults_before;
            const bool has_value = std::any_of(read.cells.begin(), read.cells.end(),
                                               [](const std::string& cell) { return !cell.empty(); });
            if (!has_value && read.sound) continue;
            // One shared string may stand in any number of cells, and one cell may stand far to the right.
            for (const std::string& cell : read.cells) cell_bytes += sizeof(std::string) + cell.size();
            if (cell_bytes > 2 * limits::kSpreadsheetPartBytes) {
                return broken(ErrorCode::FileTooLarge,
                              {{"maximum", std::to_string(2 * limits::kSpreadsheetPartBytes)}});
            }
            out.rows.push_back(std::move(read));
        }
        if (out.rows.empty()) return broken(ErrorCode::FileEmpty, {});
        out.merged = merged_in(worksheet);
        return out;
    }

    XlsxRow read_row(const pugi::xml_node& row, std::uint64_t line, FaultList& faults) {
        XlsxRow out{line, {}, true};
        std::size_t column = 0;
        for (const pugi::xml_node& cell : row.children()) {
            if (local_name(cell) != "c") continue;
            const auto address = cell_address(attribute(cell, "r"));
            if (address) column = address->column;
            if (column > limits::kFieldsPerRow) {
                faults.add({ErrorCode::TooManyFields,
                            {{"maximum", std::to_string(limits::kFieldsPerRow)}},
                            on_line(input_.name(), line),
                            {}});
                return {line, {}, false};
            }
            if (out.cells.size() <= column) out.cells.resize(column + 1);
            const base::Place place{
                .file = input_.name(), .line = line, .column = column + 1, .field = cell_name(column, line)};
            out.cells[column] = cell_text(cell, place, faults);
            ++column;
        }
        return out;
    }

    std::string cell_text(const pugi::xml_node& cell, const base::Place& place, FaultList& faults) {
        const std::string type = attribute(cell, "t");
        const pugi::xml_node stored = child(cell, "v");
        std::string value = stored.text().get();
        if (type == "inlineStr") value = string_item(child(cell, "is"));
        if (child(cell, "f") && !stored && type != "inlineStr") {
            faults.add({ErrorCode::FormulaWithoutValue, {}, place, {}});
            return {};
        }
        if (type == "e") {
            faults.add({ErrorCode::CellError, {{"value", value}}, place, {}});
            return {};
        }
        if (type == "s") {
            const std::size_t index = std::strtoull(value.c_str(), nullptr, 10);
            value = index < strings_.size() ? strings_[index] : std::string{};
        } else if (type == "b") {
            value = value == "1" ? "TRUE" : "FALSE";
        } else if (type.empty() || type == "n") {
            const std::size_t style = std::strtoull(attribute(cell, "s").c_str(), nullptr, 10);
            if (style < formats_.size()) value = formatted_number(value, formats_[style], starts_1904_);
        }
        if (text::first_utf8_fault(value)) {
            faults.add({ErrorCode::EncodingBroken, {}, place, {}});
            return {};
        }
        return value;
    }

    static std::vector<MergedCells> merged_in(const pugi::xml_node& worksheet) {
        std::vector<MergedCells> out;
        for (const pugi::xml_node& merged : child(worksheet, "mergeCells").children()) {
            const std::string range = attribute(merged, "ref");
            const std::size_t colon = range.find(':');
            if (colon == std::string::npos) continue;
            const auto from = cell_address(std::string_view(range).substr(0, colon));
            const auto to = cell_address(std::string_view(range).substr(colon + 1));
            if (from && to) out.push_back({range, from->row, to->row});
        }
        return out;
    }

    const Input& input_;
    pugi::xml_document book_;
    std::string sheet_name_;
    bool starts_1904_ = false;
    std::vector<std::string> strings_;
    std::vector<NumberFormat> formats_;
};

}  // namespace

base::Result<XlsxSheet> read_xlsx(const Input& input, const std::string& sheet) {
    if (input.kind() != InputKind::Spreadsheet) {
        return Error{ErrorCode::FormatUnknown, {{"formats", "XLSX"}}, in_file(input.name()), {}};
    }
    return Workbook(input).read(sheet);
}

std::string cell_name(std::size_t column, std::uint64_t row) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row);
}

}  // namespace kontor::ingest
