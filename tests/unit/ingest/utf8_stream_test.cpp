// SPDX-License-Identifier: EUPL-1.2
#include "ingest/utf8_stream.hpp"

#include <gtest/gtest.h>

#include "ingest/byte_streams.hpp"

namespace kontor::ingest {
namespace {

struct Decoded {
    std::string text;
    Encoding encoding;
};

Decoded decode(const std::string& bytes, Encoding encoding = Encoding::Detect, std::size_t block = 70'000) {
    Utf8Stream stream(open_memory_stream(bytes), encoding);
    std::string out;
    std::string buffer(block, '\0');
    for (;;) {
        const auto got = stream.read(buffer);
        if (!got.ok() || got.value() == 0) break;
        out.append(buffer, 0, got.value());
    }
    return {out, stream.encoding()};
}

TEST(Utf8Stream, PassesUtf8Through) {
    EXPECT_EQ(decode("Straße;Ort\n").text, "Straße;Ort\n");
    EXPECT_EQ(decode("Straße").encoding, Encoding::Utf8);
    EXPECT_EQ(decode("plain").encoding, Encoding::Detect);
}

TEST(Utf8Stream, RemovesByteOrderMarks) {
    EXPECT_EQ(decode("\xEF\xBB\xBFName").text, "Name");
    EXPECT_EQ(decode(std::string("\xFF\xFEN\0\xFC\0", 6)).text, "Nü");
    EXPECT_EQ(decode(std::string("\xFE\xFF\0N\0\xFC", 6)).text, "Nü");
}

TEST(Utf8Stream, ConvertsWindows1252) {
    EXPECT_EQ(decode("M\xFCller; 5 \x80; \x84Zitat\x93").text, "Müller; 5 €; „Zitat“");
    EXPECT_EQ(decode("M\xFCller").encoding, Encoding::Windows1252);
    EXPECT_EQ(decode("M\xFCller", Encoding::Latin1).text, "Müller");
}

TEST(Utf8Stream, LeavesUndefinedBytesForTheReaderToReport) {
    EXPECT_EQ(decode("a\x81"
                     "b",
                     Encoding::Windows1252)
                  .text,
              "a\x81"
              "b");
}

TEST(Utf8Stream, FindsTheEncodingBehindALongAsciiBeginning) {
    const std::string ascii(200'000, 'x');
    EXPECT_EQ(decode(ascii + "M\xFCller").text, ascii + "Müller");
    EXPECT_EQ(decode(ascii + "Müller").text, ascii + "Müller");
}

TEST(Utf8Stream, KeepsUtf8WithASingleBrokenByte) {
    EXPECT_EQ(decode("Müller, Größe, K\xFChn, Öl").encoding, Encoding::Utf8);
}

TEST(Utf8Stream, ConvertsAlikeInBlocksOfAnySize) {
    std::string wide("\xFF\xFE", 2);
    for (int i = 0; i < 1000; ++i) wide += std::string("\x3D\xD8\x00\xDE", 4) + std::string("\xE4\0", 2);
    const std::string whole = decode(wide).text;
    EXPECT_EQ(whole.substr(0, 6), "😀ä");
    for (const std::size_t block : {1U, 3U, 1000U})
        EXPECT_EQ(decode(wide, Encoding::Detect, block).text, whole);
}

TEST(Utf8Stream, MarksLoneSurrogatesAndHalfUnitsAsBroken) {
    EXPECT_EQ(decode(std::string("\xFF\xFE\x00\xDE", 4)).text, "\xFF");
    EXPECT_EQ(decode(std::string("\xFF\xFEN\0x", 5)).text, "N\xFF");
}

}  // namespace
}  // namespace kontor::ingest
