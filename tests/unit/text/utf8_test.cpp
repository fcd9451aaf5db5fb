// SPDX-License-Identifier: EUPL-1.2
#include "text/utf8.hpp"

#include <gtest/gtest.h>

namespace kontor::text {
namespace {

TEST(Utf8, SoundTextHasNoFault) {
    EXPECT_FALSE(first_utf8_fault(""));
    EXPECT_FALSE(first_utf8_fault("plain ASCII of more than eight bytes"));
    EXPECT_FALSE(first_utf8_fault("Grüße, Ελλάδα, 光学, 😀 and more"));
    EXPECT_FALSE(first_utf8_fault("\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, FaultIsFoundAtItsByte) {
    EXPECT_EQ(first_utf8_fault("abc\xFF"), 3U);
    EXPECT_EQ(first_utf8_fault("Gr\xFC\xDF"), 2U);        // Windows-1252
    EXPECT_EQ(first_utf8_fault("12345678\xC0\x80"), 8U);  // overlong
    EXPECT_EQ(first_utf8_fault("\xE0\x9F\xBF"), 0U);      // overlong
    EXPECT_EQ(first_utf8_fault("x\xED\xA0\x80"), 1U);     // surrogate
    EXPECT_EQ(first_utf8_fault("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
    EXPECT_EQ(first_utf8_fault("caf\xC3"), 3U);           // cut
    EXPECT_EQ(first_utf8_fault("\xE2\x82"), 0U);
    EXPECT_EQ(first_utf8_fault("a\x80"), 1U);
}

TEST(Utf8, TruncationKeepsCharactersWhole) {
    EXPECT_EQ(truncated("Grüße", 3), "Gr");
    EXPECT_EQ(truncated("Grüße", 4), "Grü");
    EXPECT_EQ(truncated("Grüße", 100), "Grüße");
    EXPECT_EQ(truncated("😀", 3), "");
    EXPECT_EQ(truncated("", 0), "");
}

TEST(Utf8, ColumnsCountCharacters) {
    EXPECT_EQ(character_count("Grüße 😀"), 7U);
    EXPECT_EQ(column_at("Grüße", 0), 1U);
    EXPECT_EQ(column_at("Grüße", 4), 4U);
    EXPECT_EQ(column_at("ab", 99), 3U);
}

TEST(Utf8, ControlCharactersAreFound) {
    EXPECT_FALSE(first_control_character("two\tlines\r\nhere", Whitespace::TabsAndLines));
    EXPECT_EQ(first_control_character("a\tb", Whitespace::SpacesOnly), (ControlCharacter{1, U'\t'}));
    EXPECT_EQ(first_control_character(std::string_view("ab\0c", 4), Whitespace::TabsAndLines),
              (ControlCharacter{2, U'\0'}));
    EXPECT_EQ(first_control_character("ü\u202Egpj.exe", Whitespace::TabsAndLines),
              (ControlCharacter{2, U'\u202E'}));
    EXPECT_EQ(first_control_character("x\u0085", Whitespace::TabsAndLines), (ControlCharacter{1, U'\u0085'}));
    EXPECT_FALSE(first_control_character("क्\u200Dष", Whitespace::SpacesOnly));
}

TEST(Utf8, CodePointsHaveNames) {
    EXPECT_EQ(code_point_name(0), "0000");
    EXPECT_EQ(code_point_name(0x202E), "202E");
    EXPECT_EQ(code_point_name(0x1F600), "1F600");
}

TEST(Utf8, Windows1252IsDecoded) {
    EXPECT_EQ(utf8_from_windows_1252("M\xFCnchen \x80 \x96 \x9F"), "München € – Ÿ");
    EXPECT_EQ(utf8_from_windows_1252("\x81"), "\uFFFD");
    EXPECT_EQ(utf8_from_windows_1252("ascii"), "ascii");
}

TEST(Utf8, EveryScalarValueSurvivesEncoding) {
    for (char32_t code = 0; code <= 0x10FFFF; code += 7) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, code);
        ASSERT_FALSE(first_utf8_fault(text));
        const DecodedCharacter back = character_at(text, 0);
        ASSERT_EQ(back.code, code);
        ASSERT_EQ(back.length, text.size());
    }
}

}  // namespace
}  // namespace kontor::text
