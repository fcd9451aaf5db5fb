// SPDX-License-Identifier: EUPL-1.2
#include "ingest/csv_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/byte_streams.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

/// A reader over text that lives as long as it.
struct Reading {
    explicit Reading(std::string content, CsvOptions options = {})
        : text(std::move(content)), reader(open_memory_stream(text), std::move(options)) {}
    Rows rows() {
        Rows out;
        while (reader.next()) out.emplace_back(reader.fields().begin(), reader.fields().end());
        return out;
    }
    std::string text;
    CsvReader reader;
};

TEST(CsvReader, ReadsPlainAndQuotedFields) {
    EXPECT_EQ(Reading("a;b\n\"x\";y\n;\"\"\n").rows(), (Rows{{"a", "b"}, {"x", "y"}, {"", ""}}));
}

TEST(CsvReader, KnowsDoubledQuotesDelimitersAndLineBreaksInsideQuotes) {
    EXPECT_EQ(Reading("a;b\n\"say \"\"hi\"\"\";\"1;2\nnext\"\n").rows(),
              (Rows{{"a", "b"}, {"say \"hi\"", "1;2\nnext"}}));
    EXPECT_EQ(Reading("a;b\n\"\"\"\";\"x\"\"\"\n").rows(), (Rows{{"a", "b"}, {"\"", "x\""}}));
}

TEST(CsvReader, TakesQuotesInsideBareFieldsAsTheyAre) {
    EXPECT_EQ(Reading("a;b\n12\" pipe;o\"k\n").rows(), (Rows{{"a", "b"}, {"12\" pipe", "o\"k"}}));
}

TEST(CsvReader, KnowsAllLineEnds) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        Reading reading("a;b" + end + "1;2" + end + end + "3;4");
        EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
        EXPECT_EQ(reading.reader.line(), 4U);
    }
}

TEST(CsvReader, FindsTheDelimiter) {
    for (const char delimiter : {';', ',', '\t', '|'}) {
        const std::string d(1, delimiter);
        Reading reading("id" + d + "\"x;,|\ty\"" + d + "c\n1" + d + "2" + d + "3\n");
        EXPECT_EQ(reading.rows().size(), 2U);
        EXPECT_EQ(reading.reader.delimiter(), delimiter);
    }
}

TEST(CsvReader, KnowsWhereFieldsStand) {
    Reading reading("a;b;c\n\"ä\nöü\";\"x\"\"y\";z\n");
    ASSERT_TRUE(reading.reader.next());
    ASSERT_TRUE(reading.reader.next());
    EXPECT_EQ(reading.reader.line(), 2U);
    EXPECT_EQ(reading.reader.place(0).column, 2U);
    EXPECT_EQ(reading.reader.place(1).line, 3U);
    EXPECT_EQ(reading.reader.place(1).column, 6U);
    EXPECT_EQ(reading.reader.place(2).column, 12U);
}

TEST(CsvReader, ReadsWithoutQuotingWhenAsked) {
    Reading reading("a\tb\n\"Ober\" Mörlen\tx\"y\n", {.file = {}, .quoting = Quoting::None});
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"\"Ober\" Mörlen", "x\"y"}}));
}

TEST(CsvReader, LeavesOutRowsOfAnotherWidth) {
    Reading reading("a;b\n1\n1;2;3\n1;2;;\n5;6\n", {.file = "x.csv"});
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"1", "2"}, {"5", "6"}}))
        << "surplus empty fields do no harm";
    ASSERT_EQ(reading.reader.faults().total(), 2U);
    const base::Error& fault = reading.reader.faults().kept()[1];
    EXPECT_EQ(fault.code, ErrorCode::RowWidth);
    EXPECT_EQ(fault.place, (base::Place{"x.csv", 3, 1, ""}));
    EXPECT_EQ(test::argument(fault, "found"), "3");
    EXPECT_EQ(test::argument(fault, "expected"), "2");
    EXPECT_EQ(reading.reader.refused_rows(), 2U);
}

TEST(CsvReader, ReportsConflictMarkersAndReadsOn) {
    Reading reading("a;b\n<<<<<<< HEAD\n1;2\n=======\n1;3\n>>>>>>> branch\n4;5\n");
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"1", "2"}, {"1", "3"}, {"4", "5"}}));
    EXPECT_THAT(test::codes(reading.reader.faults().kept()),
                ElementsAre(ErrorCode::ConflictMarker, ErrorCode::ConflictMarker, ErrorCode::ConflictMarker));
    EXPECT_EQ(reading.reader.faults().kept()[1].place.line, 4U);
    EXPECT_EQ(test::argument(reading.reader.faults().kept()[0], "text"), "<<<<<<< HEAD");
    EXPECT_EQ(Reading("a;b\n<<<<;1\n").rows().size(), 2U) << "fewer characters are no marker";
}

TEST(CsvReader, ReportsBrokenUtf8WithItsColumn) {
    Reading reading("a;ü\nö;x\xFFy\n1;2\n", {.file = {}, .encoding = Encoding::Utf8});
    EXPECT_EQ(reading.rows(), (Rows{{"a", "ü"}, {"1", "2"}}));
    ASSERT_EQ(reading.reader.faults().total(), 1U);
    EXPECT_EQ(reading.reader.faults().kept()[0].code, ErrorCode::EncodingBroken);
    EXPECT_EQ(reading.reader.faults().kept()[0].place.line, 2U);
    EXPECT_EQ(reading.reader.faults().kept()[0].place.column, 4U);
}

TEST(CsvReader, ReportsAnUnclosedQuoteAndReadsOn) {
    Reading reading("a;b\n1;\"open\n3;4\n5;6\n");
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"3", "4"}, {"5", "6"}}));
    ASSERT_EQ(reading.reader.faults().total(), 1U);
    EXPECT_EQ(reading.reader.faults().kept()[0].code, ErrorCode::QuoteUnclosed);
    EXPECT_EQ(test::argument(reading.reader.faults().kept()[0], "line"), "2");
}

TEST(CsvReader, ReportsTextBehindAClosingQuote) {
    Reading reading("a;b\n\"x\"y;2\n3;4\n");
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"3", "4"}}));
    EXPECT_EQ(reading.reader.faults().kept()[0].code, ErrorCode::QuoteMisplaced);
    EXPECT_EQ(reading.reader.faults().kept()[0].place.column, 4U);
}

TEST(CsvReader, RefusesFieldsOfTenMegabytes) {
    Reading reading("a;b\n1;\"" + std::string(10'000'000, 'x') + "\"\n3;4\n");
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"3", "4"}}));
    ASSERT_EQ(reading.reader.faults().total(), 1U);
    EXPECT_EQ(reading.reader.faults().kept()[0].code, ErrorCode::FieldTooLong);
    EXPECT_EQ(reading.reader.faults().kept()[0].place.line, 2U);
    EXPECT_EQ(reading.reader.faults().kept()[0].place.column, 4U);
}

TEST(CsvReader, LetsGoOfRowsThatNeverEnd) {
    Reading reading("a;b\n1;" + std::string(45'000'000, 'x') + "\n3;4\n");
    EXPECT_EQ(reading.rows(), (Rows{{"a", "b"}, {"3", "4"}}));
    EXPECT_THAT(test::codes(reading.reader.faults().kept()), ElementsAre(ErrorCode::RowTooLong));
    EXPECT_EQ(reading.reader.line(), 3U);
    EXPECT_EQ(reading.reader.refused_rows(), 1U);
}

TEST(CsvReader, RefusesRowsOfTooManyFields) {
    Reading reading("a;b\n" + std::string(600, ';') + "\n3;4\n");
    EXPECT_EQ(reading.rows().size(), 2U);
    EXPECT_THAT(test::codes(reading.reader.faults().kept()), ElementsAre(ErrorCode::TooManyFields));
}

TEST(CsvReader, CountsFaultsBeyondThoseItKeeps) {
    std::string text = "a;b\n";
    for (int i = 0; i < 3000; ++i) text += "1;2;3\n";
    Reading reading(text);
    EXPECT_EQ(reading.rows().size(), 1U);
    EXPECT_EQ(reading.reader.faults().total(), 3000U);
    EXPECT_EQ(reading.reader.faults().kept().size(), 1000U);
}

TEST(CsvReader, ReadsRowsAcrossBlockBorders) {
    std::string text = "id;text\r\n";
    Rows expected{{"id", "text"}};
    for (int i = 0; i < 60'000; ++i) {
        const std::string word = "Wört \"" + std::to_string(i) + "\"\r\nmit Umbruch";
        expected.push_back({std::to_string(i), word});
        text += std::to_string(i) + ";\"Wört \"\"" + std::to_string(i) + "\"\"\r\nmit Umbruch\"\r\n";
    }
    Reading reading(text);
    EXPECT_EQ(reading.rows(), expected);
    EXPECT_EQ(reading.reader.line(), 2U + 2U * 59'999U);
    EXPECT_THAT(reading.reader.faults().kept(), IsEmpty());
}

TEST(CsvReader, ReadsWindows1252) {
    Reading reading("Firma;Ort\nM\xFCller & S\xF6hne;K\xF6ln\n");
    EXPECT_EQ(reading.rows()[1], (std::vector<std::string>{"Müller & Söhne", "Köln"}));
    EXPECT_EQ(reading.reader.encoding(), Encoding::Windows1252);
}

}  // namespace
}  // namespace kontor::ingest
