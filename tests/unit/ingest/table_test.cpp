// SPDX-License-Identifier: EUPL-1.2
#include "ingest/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using test::input_of;
using testing::ElementsAre;

std::vector<std::string> same_table_in_all_formats() {
    return {"Name;Ort\nAcme;Köln\nBeta;\n", "Name\tOrt\r\n\"Acme\"\tKöln\r\nBeta\t\r\n",
            R"([{"Name":"Acme","Ort":"Köln"},{"Ort":null,"Name":"Beta"}])",
            "{\"Name\":\"Acme\",\"Ort\":\"Köln\"}\n{\"Name\":\"Beta\"}\n",
            test::workbook_of("<sheetData><row r=\"1\">" + test::text_cell("A1", " Name ") +
                              test::text_cell("B1", "Ort") + "</row><row r=\"2\">" +
                              test::text_cell("A2", "Acme") + test::text_cell("B2", "Köln") +
                              "</row><row r=\"3\">" + test::text_cell("A3", "Beta") + "</row></sheetData>")};
}

TEST(Table, GivesTheSameRowsWhateverTheFormat) {
    for (const std::string& bytes : same_table_in_all_formats()) {
        const Input input = input_of("a", bytes);
        auto table = open_table(input, 0, {});
        ASSERT_TRUE(table.ok()) << bytes;
        EXPECT_THAT(table.value()->header(), ElementsAre("Name", "Ort"));
        table.value()->select({"Ort", "Telefon", "Name"});
        ASSERT_TRUE(table.value()->next());
        EXPECT_THAT(table.value()->cells(), ElementsAre("Köln", "", "Acme"));
        EXPECT_EQ(table.value()->place(2).field, "Name");
        ASSERT_TRUE(table.value()->next());
        EXPECT_THAT(table.value()->cells(), ElementsAre("", "", "Beta"));
        EXPECT_FALSE(table.value()->next());
        EXPECT_TRUE(table.value()->faults().empty());
    }
}

TEST(Table, WritesJsonNumbersAsText) {
    const Input input = input_of("a.json", R"([{"a":12,"b":1.732084396E7,"c":true,"d":[1],"e":"07"}])");
    auto table = open_table(input, 0, {});
    ASSERT_TRUE(table.value()->next());
    EXPECT_THAT(table.value()->cells(), ElementsAre("12", "17320843.96", "true", "[1]", "07"));
}

TEST(Table, SaysWhenTheDelimiterIsWrong) {
    const Input input = input_of("a.csv", "Name,Ort\nAcme,Köln\n");
    TableOptions options;
    options.delimiter = ';';
    const auto table = open_table(input, 0, options);
    ASSERT_FALSE(table.ok());
    EXPECT_EQ(table.errors().front().code, ErrorCode::DelimiterWrong);
    EXPECT_EQ(test::argument(table.errors().front(), "suggestion"), ",");
}

TEST(Table, RefusesColumnsOfTheSameName) {
    const auto table = open_table(input_of("a.csv", "Name;Ort;Name;;\n1;2;3;4;5\n"), 0, {});
    ASSERT_FALSE(table.ok());
    EXPECT_THAT(test::codes(table.errors()), ElementsAre(ErrorCode::ColumnDuplicate));
}

TEST(Table, RefusesWhatIsNoTable) {
    for (const std::string& text :
         {std::string("%PDF-1.4 x"), std::string("\xD0\xCF\x11\xE0\0\0", 6), std::string("<html></html>")}) {
        const auto table = open_table(input_of("a", text), 0, {});
        ASSERT_FALSE(table.ok()) << text;
        EXPECT_EQ(table.errors().front().code, ErrorCode::FormatUnknown) << text;
    }
    EXPECT_EQ(open_table(input_of("a", "\n\n"), 0, {}).errors().front().code, ErrorCode::FileEmpty);
    EXPECT_EQ(open_table(input_of("a", "[]"), 0, {}).errors().front().code, ErrorCode::FileEmpty);
}

TEST(Table, RefusesABrokenHeader) {
    EXPECT_EQ(open_table(input_of("a", "a;\"b\nc;d\n"), 0, {}).errors().front().code,
              ErrorCode::QuoteUnclosed);
    EXPECT_TRUE(open_table(input_of("a", "<<<<<<< HEAD\na;b\n1;2\n"), 0, {}).ok());
}

TEST(Table, RefusesSpreadsheetRowsWithFaults) {
    const Input input = input_of(
        "a.xlsx", test::workbook_of("<sheetData><row r=\"1\">" + test::text_cell("A1", "Name") +
                                    "</row><row r=\"2\"><c r=\"A2\"><f>X</f></c></row><row r=\"3\">" +
                                    test::text_cell("A3", "ok") + "</row><row r=\"4\">" +
                                    test::text_cell("C4", "lost") + "</row></sheetData>"));
    auto table = open_table(input, 0, {});
    ASSERT_TRUE(table.value()->next());
    EXPECT_EQ(table.value()->line(), 3U);
    EXPECT_FALSE(table.value()->next());
    EXPECT_EQ(table.value()->refused_rows(), 2U);
    EXPECT_THAT(test::codes(table.value()->faults().kept()),
                ElementsAre(ErrorCode::FormulaWithoutValue, ErrorCode::RowWidth));
}

TEST(Table, ReadsNoArchiveWithinAnArchive) {
    const Input input = input_of("a.zip", test::zip_of({{"b.zip", test::zip_of({{"c.csv", "id\n1\n"}})}}));
    const auto table = open_table(input, 0, {});
    ASSERT_FALSE(table.ok());
    EXPECT_EQ(table.errors().front().code, ErrorCode::ArchiveNested);
    EXPECT_EQ(test::argument(table.errors().front(), "entry"), "b.zip");
}

TEST(Table, SaysWhenAnArchiveBreaksOffMidway) {
    std::string big = "id;text\n";
    std::uint32_t state = 7;
    for (int i = 0; i < 40'000; ++i) {
        state = state * 1664525U + 1013904223U;
        big += std::to_string(i) + ";" + std::to_string(state) + "\n";
    }
    std::string bytes = test::zip_of({{"a.csv", big}});
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
    const Input input = input_of("a.zip", bytes);
    auto table = open_table(input, 0, {});
    ASSERT_TRUE(table.ok());
    while (table.value()->next()) {
    }
    EXPECT_TRUE(table.value()->broken_off());
    EXPECT_EQ(table.value()->faults().kept().back().code, ErrorCode::ArchiveDamaged);
}

}  // namespace
}  // namespace kontor::ingest
