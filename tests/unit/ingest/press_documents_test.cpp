// SPDX-License-Identifier: EUPL-1.2
#include "ingest/press_documents.hpp"
#include "ingest/document_reading.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <filesystem>
#include <fstream>

#include "base/limits.hpp"
#include "ingest/document_reading.hpp"
#include "unit/ingest/read_documents.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor {
namespace {

using base::ErrorCode;
using ingest::DocumentKind;
using test::documents_of;

std::string encoded(const std::string& utf8, const char* charset) {
    std::string out(utf8.size() * 4, '\0');
    UErrorCode status = U_ZERO_ERROR;
    out.resize(static_cast<std::size_t>(ucnv_convert(charset, "UTF-8", out.data(),
                                                     static_cast<std::int32_t>(out.size()), utf8.data(),
                                                     static_cast<std::int32_t>(utf8.size()), &status)));
    return out;
}

TEST(PlainText, FirstLineAloneIsTheTitle) {
    const auto text =
        documents_of("a.txt", "Ein Netz wächst\n\nDer Verbund hat zwei neue Mitglieder.\n").only();
    EXPECT_EQ(text.title, "Ein Netz wächst");
    EXPECT_EQ(text.text, "Der Verbund hat zwei neue Mitglieder.");
    EXPECT_EQ(text.file, "a.txt");
    EXPECT_EQ(text.kind, DocumentKind::PlainText);
}

TEST(PlainText, SentenceIsNoTitle) {
    const auto text = documents_of("a.txt", "Der Verbund wächst.\n\nEr hat neue Mitglieder.").only();
    EXPECT_EQ(text.title, "");
    EXPECT_EQ(text.text, "Der Verbund wächst.\n\nEr hat neue Mitglieder.");
}

TEST(PlainText, PathCopiedFromAPageIsDropped) {
    const auto text =
        documents_of("a.txt", "HomeNewsEin Verbund wächst weiter\n\nEin Verbund wächst weiter\n\nSeit Mai.")
            .only();
    EXPECT_EQ(text.title, "Ein Verbund wächst weiter");
    EXPECT_EQ(text.text, "Seit Mai.");
}

TEST(PlainText, EveryEncodingGivesTheSame) {
    const std::string expected = "Förderung für Müller „und“ Söhne";
    EXPECT_EQ(documents_of("a", expected).only().text, expected);
    EXPECT_EQ(documents_of("a", "\xEF\xBB\xBF" + expected).only().text, expected);
    EXPECT_EQ(documents_of("a", "F\xF6rderung f\xFCr M\xFCller \x84und\x93 S\xF6hne").only().text, expected);
    EXPECT_EQ(documents_of("a", "FÃ¶rderung fÃ¼r MÃ¼ller „und“ SÃ¶hne").only().text, expected);
    EXPECT_EQ(documents_of("a", "Fo\xCC\x88rderung f\xC3\xBCr Mu\xCC\x88ller „und“ S\xC3\xB6hne").only().text,
              expected);
    std::string wide;
    for (const char c : std::string("Ein Netz, zwei Orte")) wide += {c, '\0'};
    EXPECT_EQ(documents_of("a", wide).only().text, "Ein Netz, zwei Orte");
    EXPECT_EQ(documents_of("a", "\xFF\xFE" + wide).only().text, "Ein Netz, zwei Orte");
}

// "The Hikari network and partners in Germany have concluded an agreement on cooperation."
TEST(PlainText, EncodingsOfOtherScriptsAreGuessed) {
    const std::string japanese =
        "ひかりネットワークとドイツの協力機関は、来年から共同で研究を進めることで合意した。";
    const auto read = [](const std::string& bytes) { return documents_of("a", bytes).only(); };
    EXPECT_EQ(read(encoded(japanese, "Shift_JIS")).text, japanese);
    EXPECT_EQ(read(encoded(japanese, "EUC-JP")).text, japanese);
    EXPECT_EQ(read(encoded(japanese, "ISO-2022-JP")).text, japanese);
    EXPECT_EQ(read(encoded(japanese, "Shift_JIS")).language, "ja");
    const std::string russian =
        "Сеть Световод и немецкие партнёры подписали соглашение о сотрудничестве в области оптики.";
    EXPECT_EQ(read(encoded(russian, "windows-1251")).text, russian);
    EXPECT_EQ(read(encoded(russian, "KOI8-R")).text, russian);
}

TEST(PlainText, TextsOfTheLatinScriptAreNotGuessedAway) {
    const std::string french =
        "Créés à Évry, les réseaux élèvent l’été déjà fêté : « où ça ? », là-bas, très tôt.";
    EXPECT_EQ(documents_of("a", encoded(french, "windows-1252")).only().text, french);
    const std::string finnish = "Työryhmä päättää äärettömän hyvästä yöpöydästä.";
    EXPECT_EQ(documents_of("a", encoded(finnish, "windows-1252")).only().text, finnish);
}

TEST(PlainText, MixedEncodingsAreToldLineByLine) {
    EXPECT_EQ(documents_of("a", "für alle,\nf\xFCr alle").only().text, "für alle,\nfür alle");
}

TEST(PlainText, ControlCharactersAndSpacesAreTidied) {
    const std::string messy =
        "Ein\x01 Netz\xE2\x80\x8B\t\xC2\xA0 w\xC2\xAD"
        "ächst.  \r\n\r\n\r\n\r\nweiter\x7F";
    EXPECT_EQ(documents_of("a", messy).only().text, "Ein Netz wächst.\n\nweiter");
}

TEST(PlainText, LanguageIsGuessed) {
    const auto text = documents_of(
        "a.txt",
        "Le réseau accueille deux nouveaux membres, et tous les partenaires se réunissent à Rennes.");
    EXPECT_EQ(text.only().language, "fr");
}

TEST(PlainText, MarkupInATextStaysText) {
    EXPECT_EQ(documents_of("a.txt", "Netz & Co <script>alert(1)</script> wächst").only().text,
              "Netz & Co <script>alert(1)</script> wächst");
}

TEST(PressDocuments, NothingToReadIsSaid) {
    EXPECT_TRUE(documents_of("a.txt", "").refuses(ErrorCode::DocumentWithoutText, "a.txt"));
    EXPECT_TRUE(documents_of("a.txt", " \r\n\t ").refuses(ErrorCode::DocumentWithoutText, "a.txt"));
    EXPECT_TRUE(documents_of("a.html", "<html><body><script>x()</script></body></html>")
                    .refuses(ErrorCode::DocumentWithoutText, "a.html"));
}

TEST(PressDocuments, UnknownFormatIsSaid) {
    const std::string picture("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24);
    EXPECT_TRUE(documents_of("a.txt", picture).refuses(ErrorCode::FormatUnknown, "a.txt"));
    EXPECT_TRUE(documents_of("a.txt", "{\\rtf1 Ein Netz}").refuses(ErrorCode::FormatUnknown, "a.txt"));
}

TEST(PressDocuments, TextBeyondTheMaximumIsRefused) {
    const std::string line = "Das Netz hat Mitglieder in vielen Orten des Landes.\n";
    std::string text;
    while (text.size() <= base::limits::kDocumentTextBytes) text += line;
    EXPECT_TRUE(documents_of("a.txt", text).refuses(ErrorCode::FileTooLarge, "a.txt"));
}

TEST(PressDocuments, KindIsToldByContentBeforeTheName) {
    EXPECT_EQ(documents_of("a.txt", "<!DOCTYPE html><p>Ein Netz wächst.</p>").only().kind,
              DocumentKind::Html);
    EXPECT_EQ(documents_of("a.pdf", "Ein Netz wächst.").only().kind, DocumentKind::PlainText);
}

TEST(PressDocuments, ArchiveGivesItsFilesAndOneArchiveWithin) {
    const std::string inner = test::zip_of({{"c.txt", "Der dritte Text."}});
    const std::string zip = test::zip_of({{"news/a.txt", "Der erste Text."},
                                          {"__MACOSX/news/._a.txt", "junk"},
                                          {"b.html", "<html><p>Der zweite Text."},
                                          {"inner.zip", inner}});
    const auto read = documents_of("post.zip", zip);
    ASSERT_EQ(read.texts.size(), 3U);
    EXPECT_EQ(read.texts[0].part, "news/a.txt");
    EXPECT_EQ(read.texts[1].text, "Der zweite Text.");
    EXPECT_EQ(read.texts[2].part, "inner.zip/c.txt");
    EXPECT_EQ(read.texts[2].file, "post.zip");
}

TEST(PressDocuments, ArchivesTooDeepAreRefusedAndTheRestIsRead) {
    const std::string deepest = test::zip_of({{"d.txt", "Zu tief."}});
    const std::string deep = test::zip_of({{"deepest.zip", deepest}, {"c.txt", "Noch erlaubt."}});
    const auto read = documents_of("a.zip", test::zip_of({{"deep.zip", deep}}));
    EXPECT_EQ(read.only().text, "Noch erlaubt.");
    EXPECT_TRUE(read.refuses(ErrorCode::ArchiveNested, "a.zip/deep.zip/deepest.zip"));
}

// Each archive by itself is harmless.
TEST(PressDocuments, WhatAllArchivesOfAFileUnpackIsCounted) {
    const std::string inner =
        test::zip_of({{"a.txt", "Das eine Netz wächst."}, {"b.txt", "Das andere Netz wächst."}});
    const std::string outer = test::zip_of({{"1.zip", inner}, {"2.zip", inner}, {"3.txt", "Das dritte."}});
    test::ReadDocuments read;
    base::SilentProgress progress;
    ingest::DocumentReading reading(read, progress, 2 * inner.size() + 60);
    ASSERT_TRUE(reading.read(ingest::DocumentFile::of_bytes("a.zip", outer)).ok());
    EXPECT_EQ(read.texts.size(), 2U);
    EXPECT_TRUE(read.refuses(ErrorCode::ArchiveTooLarge, "a.zip/2.zip/a.txt"));
    EXPECT_EQ(read.refused.size(), 1U);
    // The next file begins anew.
    ASSERT_TRUE(reading.read(ingest::DocumentFile::of_bytes("b.zip", inner)).ok());
    EXPECT_EQ(read.texts.size(), 4U);
}

TEST(PressDocuments, ArchiveBombIsRefused) {
    const auto read = documents_of("a.zip", test::zip_of({{"zeros.txt", std::string(20'000'000, '0')}}));
    EXPECT_TRUE(read.texts.empty());
    EXPECT_TRUE(read.refuses(ErrorCode::ArchiveEntryBomb, "a.zip"));
}

class Folder : public testing::Test {
protected:
    Folder() : path_(std::filesystem::temp_directory_path() / ("press-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_ / "deep");
    }
    ~Folder() override { std::filesystem::remove_all(path_); }
    void put(const std::string& name, const std::string& content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
    }
    [[nodiscard]] test::ReadDocuments read() const {
        test::ReadDocuments documents;
        base::SilentProgress progress;
        EXPECT_TRUE(ingest::read_press_documents(path_.string(), documents, progress).ok());
        return documents;
    }
    std::filesystem::path path_;
};

TEST_F(Folder, IsReadByNameWithAllBelow) {
    put("b.txt", "Der zweite Text.");
    put("a.txt", "Der erste Text.");
    put(".hidden", "nicht gemeint");
    put("deep/c.html", "<html><body><p>Der dritte Text.</p></body></html>");
    put("post.zip", test::zip_of({{"d.txt", "Der vierte Text."}}));
    std::filesystem::create_symlink(path_ / "a.txt", path_ / "link.txt");
    const auto documents = read();
    ASSERT_EQ(documents.texts.size(), 4U);
    EXPECT_EQ(documents.texts[0].file, "a.txt");
    EXPECT_EQ(documents.texts[2].file, "deep/c.html");
    EXPECT_EQ(documents.texts[3].part, "d.txt");
    EXPECT_TRUE(documents.refused.empty());
}

TEST_F(Folder, FileTooLargeIsRefusedBeforeItIsRead) {
    put("a.txt", "Der erste Text.");
    put("big.txt", "x");
    std::filesystem::resize_file(path_ / "big.txt", 200'000'000);
    const auto documents = read();
    EXPECT_EQ(documents.only().file, "a.txt");
    EXPECT_TRUE(documents.refuses(ErrorCode::FileTooLarge, "big.txt"));
}

TEST(PressDocuments, FileThatIsNotThereIsRefused) {
    test::ReadDocuments documents;
    base::SilentProgress progress;
    EXPECT_TRUE(ingest::read_press_documents("nowhere/a.txt", documents, progress).ok());
    EXPECT_TRUE(documents.refuses(ErrorCode::FileUnreadable, "a.txt"));
}

struct StopAtOnce final : base::Progress {
    void report(std::string_view, std::uint64_t, std::uint64_t) override {}
    [[nodiscard]] bool stop_requested() const override { return true; }
};

TEST(PressDocuments, StopsWhenAsked) {
    test::ReadDocuments documents;
    StopAtOnce progress;
    const auto outcome = ingest::read_press_bytes(
        "a.zip", test::zip_of({{"a.txt", "Eins."}, {"b.txt", "Zwei."}}), documents, progress);
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.errors().front().code, ErrorCode::Stopped);
    EXPECT_EQ(documents.texts.size(), 1U);
}

}  // namespace
}  // namespace kontor
