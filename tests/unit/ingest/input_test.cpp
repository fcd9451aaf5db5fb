// SPDX-License-Identifier: EUPL-1.2
#include "ingest/input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using test::codes;
using test::input_of;
using test::zip_of;
using testing::ElementsAre;

std::string content_of(const Input& input, std::size_t entry = 0) {
    auto stream = input.open(entry);
    EXPECT_TRUE(stream.ok());
    auto text = read_all(*stream.value(), 100'000'000);
    EXPECT_TRUE(text.ok());
    return text.ok() ? text.value() : std::string{};
}

std::string gzip_of(const std::string& text) {
    z_stream state{};
    deflateInit2(&state, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&state, text.size()) + 64, '\0');
    state.next_in = reinterpret_cast<const Bytef*>(text.data());
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = static_cast<uInt>(out.size());
    deflate(&state, Z_FINISH);
    out.resize(state.total_out);
    deflateEnd(&state);
    return out;
}

std::string random_text(std::size_t size) {
    std::string out;
    std::uint32_t state = 1;
    while (out.size() < size) {
        state = state * 1664525U + 1013904223U;
        out += static_cast<char>('a' + (state >> 24U) % 26);
    }
    return out;
}

TEST(Input, GivesAPlainFileWithItsFingerprint) {
    const Input input = input_of("a.txt", "abc");
    EXPECT_EQ(input.kind(), InputKind::Plain);
    EXPECT_EQ(input.fingerprint(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(content_of(input), "abc");
    EXPECT_EQ(content_of(input), "abc") << "every stream starts anew";
    EXPECT_EQ(input.entry_name(0), "a.txt");
}

TEST(Input, ReadsAFileOfTheDisk) {
    const auto path = std::filesystem::temp_directory_path() / "kontor-input-test.txt";
    std::ofstream(path) << "Grüße";
    auto input = Input::open_file(path.string());
    ASSERT_TRUE(input.ok());
    EXPECT_EQ(input.value().name(), "kontor-input-test.txt");
    EXPECT_EQ(content_of(input.value()), "Grüße");
    std::filesystem::remove(path);
}

TEST(Input, SaysWhyAFileCannotBeRead) {
    const auto missing = Input::open_file("/nowhere/mitglieder.csv");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.errors().front().code, ErrorCode::FileMissing);
    EXPECT_EQ(missing.errors().front().place.file, "mitglieder.csv");
    EXPECT_THAT(codes(Input::open_file("/").errors()), ElementsAre(ErrorCode::FileUnreadable));
    EXPECT_THAT(codes(Input::from_bytes("leer.csv", "").errors()), ElementsAre(ErrorCode::FileEmpty));
}

TEST(Input, UnpacksGzipAndSeveralMembers) {
    const Input input = input_of("words.tsv.gz", gzip_of("one\n") + gzip_of("two\n"));
    EXPECT_EQ(input.kind(), InputKind::Gzip);
    EXPECT_EQ(input.entries().front().name, "words.tsv");
    EXPECT_EQ(content_of(input), "one\ntwo\n");
}

TEST(Input, NoticesBrokenGzip) {
    const std::string whole = gzip_of(random_text(100'000));
    for (const std::string& bytes : {whole.substr(0, whole.size() / 2), whole + "rubbish"}) {
        const Input input = input_of("a.gz", bytes);
        const auto text = read_all(*input.open(0).value(), 1'000'000);
        ASSERT_FALSE(text.ok());
        EXPECT_EQ(text.errors().front().code, ErrorCode::ArchiveDamaged);
    }
}

TEST(Input, NoticesAGzipBomb) {
    const Input input = input_of("a.gz", gzip_of(std::string(20'000'000, '0')));
    const auto text = read_all(*input.open(0).value(), 100'000'000);
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.errors().front().code, ErrorCode::ArchiveEntryBomb);
}

TEST(Input, ReadsTheEntriesOfAZip) {
    const Input input =
        input_of("a.zip", zip_of({{"project.csv", "id\n1\n"}, {"sub/organization.csv", "x\n"}}));
    EXPECT_EQ(input.kind(), InputKind::Zip);
    ASSERT_EQ(input.entries().size(), 2U);
    EXPECT_EQ(content_of(input, 0), "id\n1\n");
    EXPECT_EQ(content_of(input, 1), "x\n");
    EXPECT_EQ(input.entry_name(1), "a.zip/sub/organization.csv");
    EXPECT_TRUE(input.entries()[0].modified.known());
}

TEST(Input, RefusesATruncatedZip) {
    const std::string whole = zip_of({{"project.csv", random_text(5'000)}});
    for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{30}, std::size_t{4}}) {
        const auto input = Input::from_bytes("a.zip", whole.substr(0, size));
        ASSERT_FALSE(input.ok()) << size;
        EXPECT_EQ(input.errors().front().code, ErrorCode::ArchiveDamaged) << size;
    }
}

TEST(Input, NoticesAFlippedByteInAZip) {
    std::string bytes = zip_of({{"project.csv", random_text(5'000)}});
    bytes[300] = static_cast<char>(bytes[300] ^ 0x55);
    const Input input = input_of("a.zip", bytes);
    const auto text = read_all(*input.open(0).value(), 1'000'000);
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.errors().front().code, ErrorCode::ArchiveDamaged);
    EXPECT_EQ(text.errors().front().place.file, "a.zip/project.csv");
}

TEST(Input, RefusesEntriesThatLeaveTheArchive) {
    for (const std::string name : {"../passwd", "a/../../b", "/etc/passwd", "C:\\b.txt", "a\\b"}) {
        const auto input = Input::from_bytes("a.zip", zip_of({{"ok.csv", "x"}, {name, "x"}}));
        ASSERT_FALSE(input.ok()) << name;
        EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveEntryPath)) << name;
        EXPECT_EQ(test::argument(input.errors().front(), "entry"), name);
    }
    EXPECT_TRUE(Input::from_bytes("a.zip", zip_of({{"a..b/c...d", "x"}})).ok())
        << "dots within a name are harmless";
}

TEST(Input, TellsOfEveryRefusedEntry) {
    const auto input = Input::from_bytes("a.zip", zip_of({{"../a", "x"}, {"../b", "x"}, {"c\td", "x"}}));
    ASSERT_FALSE(input.ok());
    EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveEntryPath, ErrorCode::ArchiveEntryPath,
                                                   ErrorCode::ArchiveEntryRefused));
}

TEST(Input, RefusesABomb) {
    const auto input = Input::from_bytes("a.zip", zip_of({{"zeros.csv", std::string(3'000'000, '0')}}));
    ASSERT_FALSE(input.ok());
    EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveEntryBomb));
}

TEST(Input, RefusesEntriesThatShareTheirBytes) {
    const std::string one = zip_of({{"a.csv", random_text(5'000)}});
    const std::size_t directory = one.find("PK\1\2");
    const std::size_t end = one.find("PK\5\6");
    std::string twice = one.substr(0, end) + one.substr(directory);
    const std::size_t counts = twice.find("PK\5\6") + 8;
    twice[counts] = twice[counts + 2] = 2;
    const auto size = static_cast<unsigned char>(2 * (end - directory));
    twice[counts + 4] = static_cast<char>(size);
    const auto input = Input::from_bytes("a.zip", twice);
    ASSERT_FALSE(input.ok());
    EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveOverlapping));
}

TEST(Input, RefusesEncryptedEntries) {
    const auto input = Input::from_bytes("a.zip", zip_of({{"a.csv", "x"}}, test::Protection::Password));
    ASSERT_FALSE(input.ok());
    EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveEntryEncrypted));
}

TEST(Input, RefusesTooManyEntries) {
    test::Files files;
    for (int i = 0; i <= 1000; ++i) files.emplace_back("f" + std::to_string(i), "x");
    const auto input = Input::from_bytes("a.zip", zip_of(files));
    ASSERT_FALSE(input.ok());
    EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveTooManyEntries));
}

TEST(Input, RefusesAnArchiveThatClaimsTooMuch) {
    std::string bytes = zip_of({{"a", "x"}, {"b", "x"}, {"c", "x"}});
    // Packed and unpacked size in each entry of the central directory: nearly 4 GB.
    for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos;
         at = bytes.find("PK\x01\x02", at + 4)) {
        bytes.replace(at + 20, 8, "\xF0\xFF\xFF\xF0\xF0\xFF\xFF\xF0");
    }
    const auto input = Input::from_bytes("a.zip", bytes);
    ASSERT_FALSE(input.ok());
    EXPECT_THAT(codes(input.errors()), ElementsAre(ErrorCode::ArchiveTooLarge));
}

TEST(Input, RecognisesASpreadsheet) {
    EXPECT_EQ(input_of("a.xlsx", test::workbook_of("<sheetData/>")).kind(), InputKind::Spreadsheet);
}

TEST(ReadAll, StopsAtTheMaximum) {
    const Input input = input_of("a.txt", std::string(1'001, 'x'));
    EXPECT_TRUE(read_all(*input.open(0).value(), 1'001).ok());
    const auto text = read_all(*input.open(0).value(), 1'000);
    ASSERT_FALSE(text.ok());
    EXPECT_EQ(text.errors().front().code, ErrorCode::FileTooLarge);
}

}  // namespace
}  // namespace kontor::ingest
