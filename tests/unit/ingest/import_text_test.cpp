// SPDX-License-Identifier: EUPL-1.2
#include "ingest/import_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;

struct Cleaned {
    std::string text;
    std::vector<ErrorCode> notices;
};

Cleaned clean(const std::string& raw, std::size_t maximum_bytes = 1000) {
    Cleaned out;
    out.text = clean_text(raw, maximum_bytes,
                          [&](ErrorCode code, const base::ErrorArguments&) { out.notices.push_back(code); });
    return out;
}

TEST(CleanText, SqueezesWhiteSpaceQuietly) {
    EXPECT_EQ(clean("  Müller\r\n\t &  Co ").text, "Müller & Co");
    EXPECT_THAT(clean(" a \n b ").notices, IsEmpty());
}

TEST(CleanText, RepairsMojibakeAndSaysSo) {
    EXPECT_EQ(clean("MÃ¼nchen").text, "München");
    EXPECT_THAT(clean("MÃ¼nchen").notices, ElementsAre(ErrorCode::EncodingSuspect));
}

TEST(CleanText, TellsOfLostAndControlCharacters) {
    EXPECT_THAT(clean("Stra\xEF\xBF\xBD"
                      "e")
                    .notices,
                ElementsAre(ErrorCode::CharactersLost));
    EXPECT_EQ(clean("a\x01"
                    "b\xE2\x80\xAE"
                    "c")
                  .text,
              "abc");
    EXPECT_THAT(clean("a\x01"
                      "b")
                    .notices,
                ElementsAre(ErrorCode::ControlCharacter));
}

TEST(CleanText, CutsAtACharacterBorder) {
    EXPECT_EQ(clean("äöü", 5).text, "äö");
    EXPECT_THAT(clean("äöü", 5).notices, ElementsAre(ErrorCode::FieldTooLong));
}

}  // namespace
}  // namespace kontor::ingest
