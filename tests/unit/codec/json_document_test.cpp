// SPDX-License-Identifier: EUPL-1.2
#include "codec/json_document.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

#include "base/limits.hpp"

namespace kontor::codec {
namespace {

using base::ErrorCode;

base::Error only_fault(std::string_view text, const base::Place& place = {}) {
    const auto json = parse_json(text, place);
    if (json.ok()) {
        ADD_FAILURE() << "no fault in " << text;
        return {};
    }
    EXPECT_EQ(json.errors().size(), 1U);
    return json.errors().front();
}

TEST(JsonDocument, SyntaxFaultHasItsColumnInCharacters) {
    const base::Error fault = only_fault(R"({"straße": nul})", {.file = "a.jsonl", .line = 7, .field = {}});
    EXPECT_EQ(fault.code, ErrorCode::JsonSyntax);
    EXPECT_EQ(fault.place.file, "a.jsonl");
    EXPECT_EQ(fault.place.line, 7U);
    EXPECT_EQ(fault.place.column, 12U);
}

TEST(JsonDocument, SyntaxFaultFarInALongerDocumentCountsLines) {
    const base::Error fault = only_fault("{\n  \"a\": 1,\n  \"b\" 2\n}");
    EXPECT_EQ(fault.place.line, 3U);
    EXPECT_EQ(fault.place.column, 7U);
}

TEST(JsonDocument, TextThatEndsEarlyOrGoesOn) {
    EXPECT_EQ(only_fault("").code, ErrorCode::JsonSyntax);
    EXPECT_EQ(only_fault(R"({"a":)").place.column, 6U);
    EXPECT_EQ(only_fault(R"({} x)").place.column, 4U);
}

TEST(JsonDocument, DepthBombIsRefused) {
    EXPECT_EQ(only_fault(std::string(100'000, '[')).code, ErrorCode::JsonTooDeep);
    const std::string fits =
        std::string(base::limits::kJsonDepth, '[') + std::string(base::limits::kJsonDepth, ']');
    EXPECT_TRUE(parse_json(fits, {}).ok());
    EXPECT_EQ(only_fault("[" + fits + "]").code, ErrorCode::JsonTooDeep);
}

TEST(JsonDocument, BrokenEncodingIsNamedWithItsColumn) {
    for (const std::string bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE4", "\x80"}) {
        const base::Error fault = only_fault("[\"ä" + bytes + "\"]");
        EXPECT_EQ(fault.code, ErrorCode::EncodingBroken);
        EXPECT_EQ(fault.place.column, 4U);
    }
}

TEST(JsonDocument, RepeatedKeyIsAFault) {
    const base::Error fault = only_fault(R"({"a":{"x":1},"b":{"x":1,"x":2}})");
    EXPECT_EQ(fault.code, ErrorCode::FieldRepeated);
    EXPECT_EQ(fault.arguments.front().second, "x");
}

TEST(JsonDocument, LongStringIsRefused) {
    const std::string text = "\"" + std::string(base::limits::kFieldBytes + 1, 'x') + "\"";
    EXPECT_EQ(only_fault(text).code, ErrorCode::FieldTooLong);
}

TEST(JsonDocument, DoublesSurviveTheRoundTripBitByBit) {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const double number = std::bit_cast<double>(random());
        if (!std::isfinite(number)) continue;
        const auto back = parse_json(to_text(boost::json::value(number)), {});
        ASSERT_TRUE(back.ok());
        EXPECT_EQ(back.value().to_number<double>(), number);
    }
}

TEST(JsonDocument, WritesNumbersAndTextsPlainly) {
    const auto json =
        parse_json(R"({"a":51.05,"b":[],"c":{},"d":"ä\"\\\u0001\n","e":-7,"f":null,"g":true})", {});
    ASSERT_TRUE(json.ok());
    EXPECT_EQ(to_text(json.value()),
              R"({"a":51.05,"b":[],"c":{},"d":"ä\"\\\u0001\n","e":-7,"f":null,"g":true})");
}

}  // namespace
}  // namespace kontor::codec
