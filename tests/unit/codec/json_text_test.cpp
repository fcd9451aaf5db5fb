// SPDX-License-Identifier: EUPL-1.2
#include "codec/json_text.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>

namespace kontor::codec {
namespace {

std::string as_json(const std::string& text) {
    std::string out;
    append_quoted(out, text);
    return out;
}

TEST(JsonText, EscapesWhatMustBeAndNothingElse) {
    EXPECT_EQ(as_json("a \"b\" c\\d\ne\tf\x01g"), "\"a \\\"b\\\" c\\\\d\\ne\\tf\\u0001g\"");
    EXPECT_EQ(as_json("Größe – 漢字 \x7f/"), "\"Größe – 漢字 \x7f/\"");
    EXPECT_EQ(as_json(""), "\"\"");
}

TEST(JsonText, EachByteAtEachPlaceComesBackFromAParser) {
    for (const std::string& around : {std::string("abcdefghijklmnopqrstuvwx"), std::string("äöüßäöüßäöüß")}) {
        for (std::size_t at = 0; at <= around.size(); at += 2) {
            for (int byte = 0; byte < 0x80; ++byte) {
                std::string text = around;
                text.insert(at, 1, static_cast<char>(byte));
                boost::json::error_code error;
                const auto read = boost::json::parse(as_json(text), error);
                ASSERT_FALSE(error) << byte << ' ' << at;
                ASSERT_EQ(std::string_view(read.as_string()), text);
            }
        }
    }
}

}  // namespace
}  // namespace kontor::codec
