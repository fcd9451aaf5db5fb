// SPDX-License-Identifier: EUPL-1.2
#include "ingest/xlsx_reader.hpp"

#include "ingest/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/spreadsheet_formats.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using test::input_of;
using test::text_cell;
using test::workbook_of;
using testing::ElementsAre;

XlsxSheet sheet_of(const std::string& bytes, const std::string& name = {}) {
    auto sheet = read_xlsx(input_of("a.xlsx", bytes), name);
    if (!sheet) throw std::runtime_error(base::located_sentence(sheet.errors().front(), "en"));
    return std::move(sheet).value();
}

TEST(XlsxReader, ReadsSharedInlineAndPlainCells) {
    const std::string bytes = workbook_of(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>Mül</t></r><r><t>ler</t></r></is></c>"
        "<c r=\"B3\"><v>12.5</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row></sheetData>",
        "<si><t>Ort</t></si><si><r><t>Fir</t></r><r><t>ma</t></r><rPh><t>x</t></rPh></si>");
    const XlsxSheet sheet = sheet_of(bytes);
    EXPECT_EQ(sheet.name, "Tabelle1");
    ASSERT_EQ(sheet.rows.size(), 2U);
    EXPECT_THAT(sheet.rows[0].cells, ElementsAre("Firma", "", "Ort"));
    EXPECT_THAT(sheet.rows[1].cells, ElementsAre("Müller", "12.5", "TRUE"));
    EXPECT_EQ(sheet.rows[1].line, 3U);
}

TEST(XlsxReader, UsesNumberFormats) {
    const std::string bytes = workbook_of(
        "<sheetData><row r=\"1\">" + text_cell("A1", "a") +
            "</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>43131</v></c>"
            "<c r=\"B2\" s=\"2\"><v>1067</v></c><c r=\"C2\" s=\"3\"><v>42370.75</v></c><c "
            "r=\"D2\"><v>43131</v></c></row></sheetData>",
        {},
        "<numFmts><numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" "
        "formatCode=\"[$-407]d/\\ mmm\\ yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
        "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>");
    EXPECT_THAT(sheet_of(bytes).rows[1].cells, ElementsAre("2018-01-31", "01067", "2016-01-01", "43131"));
}

TEST(XlsxReader, TakesTheStoredResultOfAFormula) {
    const std::string bytes = workbook_of("<sheetData><row r=\"1\">" + text_cell("A1", "a") +
                                          "</row><row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>"
                                          "<row r=\"3\"><c r=\"A3\"><f>B3*2</f></c></row><row r=\"4\"><c "
                                          "r=\"B4\" t=\"e\"><v>#DIV/0!</v></c></row></sheetData>");
    const XlsxSheet sheet = sheet_of(bytes);
    EXPECT_THAT(sheet.rows[1].cells, ElementsAre("2"));
    EXPECT_TRUE(sheet.rows[1].sound);
    EXPECT_FALSE(sheet.rows[2].sound);
    EXPECT_THAT(test::codes(sheet.faults.kept()),
                ElementsAre(ErrorCode::FormulaWithoutValue, ErrorCode::CellError));
    EXPECT_EQ(sheet.faults.kept()[0].place, (base::Place{"a.xlsx", 3, 1, "A3"}));
    EXPECT_EQ(sheet.faults.kept()[1].place.field, "B4");
}

TEST(XlsxReader, RefusesMergedHeaders) {
    const std::string rows =
        "<sheetData><row r=\"2\">" + text_cell("A2", "Firma") + text_cell("D2", "Ort") + "</row></sheetData>";
    const auto merged = open_table(
        input_of("a.xlsx",
                 workbook_of(
                     rows + "<mergeCells><mergeCell ref=\"A2:C2\"/><mergeCell ref=\"A5:A9\"/></mergeCells>")),
        0, {});
    ASSERT_FALSE(merged.ok());
    EXPECT_EQ(merged.errors().front().code, ErrorCode::HeaderMerged);
    EXPECT_EQ(test::argument(merged.errors().front(), "cells"), "A2:C2");
    EXPECT_EQ(merged.errors().front().place.line, 2U);
    EXPECT_TRUE(
        open_table(
            input_of("a.xlsx", workbook_of(rows + "<mergeCells><mergeCell ref=\"A5:A9\"/></mergeCells>")), 0,
            {})
            .ok());
}

TEST(XlsxReader, FindsASheetByName) {
    const std::string bytes =
        workbook_of("<sheetData><row r=\"1\">" + text_cell("A1", "a") + "</row></sheetData>");
    EXPECT_EQ(sheet_of(bytes, "Tabelle1").rows.size(), 1U);
    const auto other = read_xlsx(input_of("a.xlsx", bytes), "Mitglieder");
    ASSERT_FALSE(other.ok());
    EXPECT_EQ(other.errors().front().code, ErrorCode::SheetUnknown);
    EXPECT_EQ(test::argument(other.errors().front(), "present"), "Tabelle1");
}

TEST(XlsxReader, RefusesWhatIsNoWorkbook) {
    EXPECT_EQ(read_xlsx(input_of("a.csv", "a;b"), "").errors().front().code, ErrorCode::FormatUnknown);
    EXPECT_EQ(read_xlsx(input_of("a.xlsx", test::zip_of({{"xl/workbook.xml", "<workbook"}})), "")
                  .errors()
                  .front()
                  .code,
              ErrorCode::ArchiveDamaged);
    EXPECT_EQ(read_xlsx(input_of("a.xlsx", workbook_of("<sheetData/>")), "").errors().front().code,
              ErrorCode::FileEmpty);
}

TEST(XlsxReader, LimitsWhatRepeatedStringsUnfoldTo) {
    std::string rows;
    for (int i = 1; i <= 5000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
    std::string text;
    for (int i = 0; i < 8000; ++i) text += std::to_string(i * 7919 % 10007);
    const auto sheet = read_xlsx(input_of("a.xlsx", workbook_of("<sheetData>" + rows + "</sheetData>",
                                                                "<si><t>" + text + "</t></si>")),
                                 "");
    ASSERT_FALSE(sheet.ok());
    EXPECT_EQ(sheet.errors().front().code, ErrorCode::FileTooLarge);
}

TEST(XlsxReader, LimitsWhatCellsFarToTheRightUnfoldTo) {
    const auto rows_of = [](int count, const std::string& cell) {
        std::string rows;
        for (int i = 0; i < count; ++i) rows += "<row>" + cell + "</row>";
        return "<sheetData><row><c><v>1</v></c></row>" + rows + "</sheetData>";
    };
    const std::string far = rows_of(7000, "<c r=\"SF1\"><v>1</v></c>");
    const auto wide = read_xlsx(input_of("a.xlsx", workbook_of(far)), "");
    ASSERT_FALSE(wide.ok());
    EXPECT_EQ(wide.errors().front().code, ErrorCode::FileTooLarge);
    const std::string empty = rows_of(7000, "<c r=\"SF1\"/>");
    EXPECT_EQ(sheet_of(workbook_of(empty)).rows.size(), 1U);
}

TEST(CellName, CountsInLetters) {
    EXPECT_EQ(cell_name(0, 1), "A1");
    EXPECT_EQ(cell_name(25, 7), "Z7");
    EXPECT_EQ(cell_name(26, 7), "AA7");
    EXPECT_EQ(cell_name(701, 2), "ZZ2");
    EXPECT_EQ(cell_name(702, 2), "AAA2");
}

TEST(FormattedNumber, CountsDaysFrom1900And1904) {
    const NumberFormat date{true, 0};
    EXPECT_EQ(formatted_number("1", date, false), "1900-01-01");
    EXPECT_EQ(formatted_number("59", date, false), "1900-02-28");
    EXPECT_EQ(formatted_number("61", date, false), "1900-03-01");
    EXPECT_EQ(formatted_number("43131", date, false), "2018-01-31");
    EXPECT_EQ(formatted_number("41669", date, true), "2018-01-31");
    EXPECT_EQ(formatted_number("0.5", date, false), "0.5") << "a time alone stays a number";
    EXPECT_EQ(formatted_number("n/a", date, false), "n/a");
}

TEST(NumberFormat, KnowsDatesFromNumbers) {
    EXPECT_TRUE(number_format(14, "").is_date);
    EXPECT_FALSE(number_format(2, "").is_date);
    EXPECT_TRUE(number_format(170, "dd.mm.yyyy").is_date);
    EXPECT_FALSE(number_format(170, "#,##0.00 \"dm\"").is_date);
    EXPECT_FALSE(number_format(170, "[Red]0.0").is_date);
}

}  // namespace
}  // namespace kontor::ingest
