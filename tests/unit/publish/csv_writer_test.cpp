// SPDX-License-Identifier: EUPL-1.2
#include "publish/csv_writer.hpp"

#include <gtest/gtest.h>

namespace kontor::publish {
namespace {

std::string without_mark(const std::string& csv) {
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    return csv.substr(3);
}

TEST(CsvWriter, SeparatesBySemicolonsAndEndsRowsForSpreadsheets) {
    std::string out;
    CsvWriter csv(out, DecimalMark::Point);
    csv.header(std::vector<std::string>{"Name", "Ort"});
    csv.text("Müller").empty().end_row();
    EXPECT_EQ(without_mark(out), "Name;Ort\r\nMüller;\r\n");
}

TEST(CsvWriter, QuotesWhatWouldBreakARow) {
    std::string out;
    CsvWriter csv(out, DecimalMark::Point);
    csv.text("a;b").text("say \"x\"").text("two\nlines").text(" edge").text("plain, comma").end_row();
    EXPECT_EQ(without_mark(out), "\"a;b\";\"say \"\"x\"\"\";\"two\nlines\";\" edge\";plain, comma\r\n");
}

TEST(CsvWriter, KeepsTextsFromBecomingFormulas) {
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r"}) {
        std::string out;
        CsvWriter(out, DecimalMark::Point).text(start + "SUM(A1)").end_row();
        const std::string row = without_mark(out);
        EXPECT_TRUE(row.starts_with("'") || row.starts_with("\"'")) << row;
    }
}

TEST(CsvWriter, LeavesNegativeNumbersNumbers) {
    std::string out;
    CsvWriter csv(out, DecimalMark::Point);
    csv.number(-0.25, 2).integer(-3).end_row();
    EXPECT_EQ(without_mark(out), "-0.25;-3\r\n");
}

TEST(CsvWriter, WritesTheDecimalMarkOfTheReader) {
    std::string out;
    CsvWriter(out, decimal_mark("de")).number(1234.5, 1).end_row();
    EXPECT_EQ(without_mark(out), "1234,5\r\n");
    EXPECT_EQ(decimal_mark("en"), DecimalMark::Point);
}

}  // namespace
}  // namespace kontor::publish
