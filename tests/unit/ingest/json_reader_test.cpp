// SPDX-License-Identifier: EUPL-1.2
#include "ingest/json_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "ingest/byte_streams.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using testing::ElementsAre;

struct Reading {
    explicit Reading(std::string content)
        : text(std::move(content)), reader(open_memory_stream(text), "x.json") {}
    std::vector<std::string> objects() {
        std::vector<std::string> out;
        while (reader.next()) out.push_back(boost::json::serialize(reader.object()));
        return out;
    }
    std::string text;
    JsonReader reader;
};

TEST(JsonReader, ReadsAnArrayObjectByObject) {
    Reading reading(R"([ {"a":1},{"b":"}]{"},
 {"c":[{"d":"\""}]} ])");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"a":1})", R"({"b":"}]{"})", R"({"c":[{"d":"\""}]})"));
    EXPECT_EQ(reading.reader.place().line, 2U);
    EXPECT_EQ(reading.reader.place().column, 2U);
    EXPECT_TRUE(reading.reader.faults().empty());
    EXPECT_FALSE(reading.reader.broken_off());
}

TEST(JsonReader, ReadsJsonLines) {
    Reading reading("{\"a\":1}\n\n{\"b\":2}\r\n");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"a":1})", R"({"b":2})"));
    EXPECT_EQ(reading.reader.place().line, 3U);
}

TEST(JsonReader, LeavesOutABrokenObjectWithItsPlace) {
    Reading reading("[{\"a\":1},\n{\"ö\":2,\n \"b\" 3},{\"c\":4}]");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"a":1})", R"({"c":4})"));
    ASSERT_EQ(reading.reader.faults().total(), 1U);
    const base::Error& fault = reading.reader.faults().kept()[0];
    EXPECT_EQ(fault.code, ErrorCode::JsonSyntax);
    EXPECT_EQ(fault.place.line, 3U);
    EXPECT_EQ(fault.place.column, 6U);
    EXPECT_EQ(reading.reader.refused_elements(), 1U);
}

TEST(JsonReader, SaysWhenTheFileBreaksOff) {
    for (const std::string text :
         {"[{\"a\":1}", "[{\"a\":1},", "[{\"a\":1},{\"b\":", "[{\"a\":1}] x", "[1,2]", "[{} {}]"}) {
        Reading reading(text);
        reading.objects();
        EXPECT_FALSE(reading.reader.faults().empty()) << text;
        EXPECT_TRUE(reading.reader.broken_off()) << text;
    }
}

TEST(JsonReader, ReportsLinesThatAreNoObjects) {
    Reading reading("{\"a\":1}\nnonsense {\n{\"b\":2}\n");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"a":1})", R"({"b":2})"));
    EXPECT_EQ(reading.reader.faults().kept()[0].place.line, 2U);
}

TEST(JsonReader, ReportsConflictMarkers) {
    Reading reading("[{\"a\":1},\n<<<<<<< HEAD\n{\"b\":2}\n>>>>>>> other\n]");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"a":1})", R"({"b":2})"));
    EXPECT_THAT(test::codes(reading.reader.faults().kept()),
                ElementsAre(ErrorCode::ConflictMarker, ErrorCode::ConflictMarker));
    EXPECT_EQ(reading.reader.faults().kept()[1].place.line, 4U);
}

TEST(JsonReader, RefusesDeepNesting) {
    Reading reading("[{\"a\":" + std::string(100, '[') + std::string(100, ']') + "},{\"b\":2}]");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"b":2})"));
    EXPECT_THAT(test::codes(reading.reader.faults().kept()), ElementsAre(ErrorCode::JsonTooDeep));
}

TEST(JsonReader, RefusesHugeObjectsWithoutKeepingThem) {
    Reading reading("[{\"a\":\"" + std::string(10'000'000, 'x') + "\"},{\"b\":2}]");
    EXPECT_THAT(reading.objects(), ElementsAre(R"({"b":2})"));
    EXPECT_THAT(test::codes(reading.reader.faults().kept()), ElementsAre(ErrorCode::RowTooLong));
}

TEST(JsonReader, ReportsBrokenUtf8) {
    Reading reading("[{\"ä\":\"öü\"},{\"a\":\"x\xFF\"}]");
    EXPECT_EQ(reading.objects().size(), 1U);
    EXPECT_THAT(test::codes(reading.reader.faults().kept()), ElementsAre(ErrorCode::EncodingBroken));
    EXPECT_EQ(reading.reader.faults().kept()[0].place.column, 20U);
}

}  // namespace
}  // namespace kontor::ingest
