// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "ingest/pdf_apart.hpp"
#include "ingest/pdf_text.hpp"
#include "ingest/press_documents.hpp"
#include "unit/ingest/read_documents.hpp"
#include "unit/ingest/sample_documents.hpp"

namespace kontor {
namespace {

using base::ErrorCode;
using ingest::DocumentKind;
using test::documents_of;
using test::docx_of;
using test::Lock;
using test::pdf_of;

std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(DocxDocument, ParagraphsListsTablesAndLinks) {
    const std::string body =
        paragraph("Neue Wege", "<w:pStyle w:val=\"Titel\"/>") +
        paragraph("Ausgangslage", "<w:pStyle w:val=\"berschrift1\"/>") +
        "<w:p><w:r><w:t>Das Netz </w:t></w:r><w:hyperlink><w:r><w:t>Seenlicht</w:t></w:r></w:hyperlink>"
        "<w:del><w:r><w:delText>schrumpft</w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\"> "
        "wächst.</w:t></w:r></w:p>" +
        paragraph("erstens", "<w:numPr/>") + paragraph("zweitens", "<w:numPr/>") + "<w:tbl><w:tr><w:tc>" +
        paragraph("Laufzeit:") + "</w:tc><w:tc>" + paragraph("drei Jahre") + "</w:tc></w:tr></w:tbl>";
    const auto text =
        documents_of(
            "a.docx",
            docx_of(body,
                    "<dc:title>Vorlage</dc:title><dcterms:created>2031-05-12T08:00:00Z</dcterms:created>"))
            .only();
    EXPECT_EQ(text.kind, DocumentKind::Docx);
    EXPECT_EQ(text.title, "Neue Wege");
    EXPECT_EQ(text.text,
              "Ausgangslage\n\nDas Netz Seenlicht wächst.\n\n• erstens\n• zweitens\n\nLaufzeit: drei Jahre");
    EXPECT_EQ(text.published.text(), "2031-05-12");
}

TEST(DocxDocument, EntitiesOfTheOutsideAreNotFollowed) {
    const std::string xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:document><w:body>" +
                            paragraph("Vorher &x; nachher.") + "</w:body></w:document>";
    const auto text = documents_of("a.docx", test::zip_of({{"word/document.xml", xml}})).only();
    EXPECT_EQ(text.text, "Vorher &x; nachher.");
}

TEST(DocxDocument, DamagedAndLockedOnesAreSaid) {
    EXPECT_TRUE(documents_of("a.docx", test::zip_of({{"word/document.xml", "<w:document><w:bo"}}))
                    .refuses(ErrorCode::DocumentDamaged, "a.docx"));
    EXPECT_TRUE(documents_of("a.docx", docx_of("")).refuses(ErrorCode::DocumentWithoutText, "a.docx"));
    std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : std::string("EncryptedPackage")) locked += {c, '\0'};
    EXPECT_TRUE(documents_of("a.docx", locked).refuses(ErrorCode::DocumentEncrypted, "a.docx"));
    EXPECT_TRUE(
        documents_of("a.xlsx", test::zip_of({{"[Content_Types].xml", "<a/>"}, {"xl/workbook.xml", "<a/>"}}))
            .refuses(ErrorCode::FormatUnknown, "a.xlsx"));
}

TEST(PdfDocument, ColumnsAreReadOneAfterTheOtherAndBrokenWordsJoined) {
    std::vector<test::Print> page{{72, 760, 20, "Neue Wege am See"}};
    const std::vector<std::string> left{"Der Verbund Seenlicht und das Netz",
                                        "Grande Vallee arbeiten ab Mai zusam-",
                                        "men, und das drei Jahre lang in den", "Laendern beider Netze."};
    const std::vector<std::string> right{"Beide Partner sehen darin einen der",
                                         "wichtigsten Schritte. Im EU-Projekt",
                                         "treffen sich Forschungs- und andere", "Einrichtungen."};
    for (std::size_t i = 0; i < left.size(); ++i) {
        page.push_back({72, 700 - 14.0 * static_cast<double>(i), 11, left[i]});
        page.push_back({320, 700 - 14.0 * static_cast<double>(i), 11, right[i]});
    }
    const auto text = documents_of("a.pdf", pdf_of({page})).only();
    EXPECT_EQ(text.kind, DocumentKind::Pdf);
    EXPECT_EQ(text.title, "Neue Wege am See");
    EXPECT_EQ(text.text,
              "Der Verbund Seenlicht und das Netz Grande Vallee arbeiten ab Mai zusammen, und das drei Jahre "
              "lang in "
              "den Laendern beider Netze.\n\nBeide Partner sehen darin einen der wichtigsten Schritte. Im "
              "EU-Projekt "
              "treffen sich Forschungs- und andere Einrichtungen.");
}

TEST(PdfDocument, RunningHeadsAndPageNumbersAreDropped) {
    test::PrintPages pages;
    for (int i = 1; i <= 4; ++i) {
        pages.push_back({{72, 810, 9, "Pressedienst Seenlicht, Ausgabe 5"},
                         {72, 700, 11, "Auf Blatt Nummer " + std::to_string(i) + " steht ein Satz."},
                         {300, 30, 9, "Seite " + std::to_string(i) + " von 4"}});
    }
    const auto text = documents_of("a.pdf", pdf_of(pages)).only();
    EXPECT_EQ(text.text.find("Pressedienst"), std::string::npos);
    EXPECT_EQ(text.text.find("von 4"), std::string::npos);
    EXPECT_NE(text.text.find("Nummer 3 steht"), std::string::npos);
}

TEST(PdfDocument, WhatCannotBeReadIsSaid) {
    EXPECT_TRUE(documents_of("a.pdf", "%PDF-1.4 nothing").refuses(ErrorCode::DocumentDamaged, "a.pdf"));
    EXPECT_TRUE(documents_of("a.pdf", pdf_of({{}})).refuses(ErrorCode::DocumentWithoutText, "a.pdf"));
    const auto secret = pdf_of({{{72, 700, 11, "Geheim"}}}, Lock::Password);
    EXPECT_TRUE(documents_of("a.pdf", secret).refuses(ErrorCode::DocumentEncrypted, "a.pdf"));
}

TEST(PdfDocument, BrokenTextLayerIsSaidAndNotRead) {
    std::vector<test::Print> signs;
    std::vector<test::Print> shifted;
    for (int i = 0; i < 20; ++i) {
        signs.push_back({72, 760 - 14.0 * i, 11, "!\"# $%&' ()*+ ,-./ !!## $$%%"});
        shifted.push_back({72, 760 - 14.0 * i, 11, "Ghu Yhuexqg Vhhqolfkw wplff wvkkz qrgkt zbhkr"});
    }
    EXPECT_TRUE(documents_of("a.pdf", pdf_of({signs})).refuses(ErrorCode::DocumentTextBroken, "a.pdf"));
    EXPECT_TRUE(documents_of("a.pdf", pdf_of({shifted})).refuses(ErrorCode::DocumentTextBroken, "a.pdf"));
}

TEST(PdfDocument, TooManyPagesAreRefused) {
    const test::PrintPages pages(base::limits::kDocumentPages + 1);
    EXPECT_TRUE(documents_of("a.pdf", pdf_of(pages)).refuses(ErrorCode::DocumentTooManyPages, "a.pdf"));
}

// Graphics states within each other, each of which Poppler keeps.
TEST(PdfDocument, MemoryWithoutEndIsRefused) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
    GTEST_SKIP() << "the sanitizer itself needs more memory than the reader is given";
#endif
#endif
    std::string states;
    for (int i = 0; i < 1'000'000; ++i) states += "q ";
    const auto read =
        ingest::read_pdf_apart(pdf_of({{{72, 700, 11, "Ein Satz am Ende"}}}, Lock::Open, states),
                               base::SilentProgress(), {.memory_bytes = 200'000'000, .seconds = 30});
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.errors().front().code, ErrorCode::DocumentDamaged);
}

// Thirty forms, each of which draws the next one three times.
TEST(PdfDocument, TimeWithoutEndIsRefused) {
    std::vector<std::string> forms;
    constexpr int kForms = 30;
    for (int i = 0; i < kForms; ++i) {
        const std::string content = i + 1 == kForms ? "BT /F1 9 Tf (x) Tj ET" : "/N Do /N Do /N Do";
        // The forms come behind the catalogue, the pages and the font.
        forms.push_back(
            fmt::format("<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << "
                        "/Font << /F1 3 0 R >> /XObject << /N {} 0 R >> >> /Length {} >>\n"
                        "stream\n{}\nendstream",
                        i + 5, content.size(), content));
    }
    const std::string bytes = pdf_of({{{72, 700, 11, "Ein Satz"}}}, Lock::Open, "/N Do ", forms);
    const auto read = ingest::read_pdf_apart(bytes, base::SilentProgress(), {.seconds = 1});
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.errors().front().code, ErrorCode::DocumentDamaged);
}

TEST(PdfText, WordsKeepTheHyphensThatAreTheirs) {
    const auto joined = [](const std::string& first, const std::string& second) {
        ingest::PrintedPage page{800, {{first, 70, 300, 100, 111, 11}, {second, 70, 300, 114, 125, 11}}};
        return ingest::paragraphs_of({page});
    };
    EXPECT_EQ(joined("die Zusammen-", "arbeit der"), "die Zusammenarbeit der");
    EXPECT_EQ(joined("im EU-", "Projekt der"), "im EU-Projekt der");
    EXPECT_EQ(joined("der Forschungs-", "und Lehrorte"), "der Forschungs- und Lehrorte");
    EXPECT_EQ(joined("der Ort –", "und mehr"), "der Ort – und mehr");
}

}  // namespace
}  // namespace kontor
