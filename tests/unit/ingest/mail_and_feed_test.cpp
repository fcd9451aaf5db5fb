// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "ingest/mail_body.hpp"
#include "ingest/mail_date.hpp"
#include "ingest/press_documents.hpp"
#include "unit/ingest/read_documents.hpp"
#include "unit/ingest/sample_documents.hpp"

namespace kontor {
namespace {

using base::ErrorCode;
using ingest::DocumentKind;
using ingest::MailKind;
using test::documents_of;

const std::string kHead =
    "From: =?utf-8?q?J=C3=BCrgen_Muster?= <muster@news.seenlicht.example>\r\nTo: alle@seenlicht.example\r\n"
    "Subject: =?utf-8?B?V0c6IE5ldWUgV2VnZSBmw7xyIEJldHJpZWJl?=\r\nDate: Mon, 12 May 2031 23:30:00 +0200\r\n"
    "Message-ID: <1@seenlicht.example>\r\nMIME-Version: 1.0\r\n";

TEST(Mail, HeadersAreDecodedAndNoPersonIsKept) {
    const auto text = documents_of("a.eml", kHead +
                                                "Content-Type: text/plain; charset=iso-8859-1\r\n"
                                                "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                                                "Das Netz w=E4chst=\r\n weiter.\r\n")
                          .only();
    EXPECT_EQ(text.kind, DocumentKind::Email);
    EXPECT_EQ(text.title, "Neue Wege für Betriebe");
    EXPECT_EQ(text.text, "Das Netz wächst weiter.");
    EXPECT_EQ(text.published.text(), "2031-05-12");
    EXPECT_EQ(text.publisher, "news.seenlicht.example");
}

TEST(Mail, ListIsThePublisher) {
    const auto text =
        documents_of("a.eml", "List-Id: =?utf-8?Q?Brief_f=C3=BCr_Mitglieder?= <brief.seenlicht.example>\r\n" +
                                  kHead + "\r\nHallo.")
            .only();
    EXPECT_EQ(text.publisher, "Brief für Mitglieder");
}

TEST(Mail, PartsAndAttachmentsAreRead) {
    const std::string pdf = test::pdf_of({{{72, 700, 11, "Im Anhang steht ein ganzer Satz."}}});
    const std::string mail =
        kHead +
        "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: multipart/alternative; "
        "boundary=\"y\"\r\n\r\n--y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIm Browser "
        "ansehen\r\n--y\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>Das Netz wächst in allen Orten am See "
        "und darüber hinaus.</p></body></html>\r\n--y--\r\n--x\r\nContent-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename=\"presse.pdf\"\r\nContent-Transfer-Encoding: "
        "binary\r\n\r\n" +
        pdf +
        "\r\n--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; "
        "filename=\"logo.png\"\r\n\r\nPNG"
        "\r\n--x--\r\n";
    const auto read = documents_of("a.eml", mail);
    ASSERT_EQ(read.texts.size(), 2U);
    EXPECT_EQ(read.texts[0].text, "Das Netz wächst in allen Orten am See und darüber hinaus.");
    EXPECT_EQ(read.texts[1].part, "presse.pdf");
    EXPECT_EQ(read.texts[1].text, "Im Anhang steht ein ganzer Satz.");
    EXPECT_TRUE(read.refused.empty());
}

TEST(Mail, TooManyPartsAreRefused) {
    std::string mail = kHead + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n";
    for (std::size_t i = 0; i <= base::limits::kMailParts; ++i) mail += "--x\r\n\r\nTeil\r\n";
    EXPECT_TRUE(documents_of("a.eml", mail + "--x--\r\n").refuses(ErrorCode::TooManyItems, "a.eml"));
}

TEST(Mail, MailsWithinMailsEndSomewhere) {
    std::string mail = kHead + "\r\nInnen.";
    for (int i = 0; i < 8; ++i) {
        mail = kHead + "Content-Type: multipart/mixed; boundary=\"b" + std::to_string(i) + "\"\r\n\r\n--b" +
               std::to_string(i) + "\r\nContent-Type: message/rfc822\r\n\r\n" + mail + "\r\n--b" +
               std::to_string(i) + "--\r\n";
    }
    const auto read = documents_of("a.eml", mail);
    EXPECT_TRUE(read.texts.empty());
    EXPECT_TRUE(read.refuses(ErrorCode::DocumentNested, "a.eml/#2.eml/#2.eml/#2.eml/#2.eml"));
    EXPECT_EQ(read.refused.size(), 1U);
}

TEST(MailBody, SignatureQuotesAndDisclaimerAreDropped) {
    const std::string text =
        "Das Netz wächst.\n\nSeit Mai sind zwei dabei.\n\nMit freundlichen Grüßen\n\nMax "
        "Muster\nLeiter\nTel. 0123\n\n"
        "Diese E-Mail kann vertrauliche Angaben enthalten. Sind Sie nicht der richtige Empfänger, löschen "
        "Sie sie.\n\n"
        "Am 12.05.2031 um 8:00 schrieb Erika Muster:\n> Wie geht es dem Netz?\n> Danke";
    EXPECT_EQ(ingest::message_text(text, MailKind::Reply), "Das Netz wächst.\n\nSeit Mai sind zwei dabei.");
    EXPECT_EQ(ingest::message_text("Text.\n\n--\nMax Muster\nSeenlicht", MailKind::Message), "Text.");
}

TEST(MailBody, ShortClosingsAndLinesOfDevicesAreDropped) {
    for (const std::string closing : {"MfG", "Herzlichst,", "LG", "Best,", "Cheers!", "Ihre"}) {
        const std::string text =
            "Das Netz wächst.\n\n" + closing + "\nMax Muster\n\nSeenlicht e.V. | Am Ufer 1";
        EXPECT_EQ(ingest::message_text(text, MailKind::Message), "Das Netz wächst.") << closing;
    }
    const std::string best = "Best practice is what the network collects.";
    EXPECT_EQ(ingest::message_text(best, MailKind::Message), best);
    EXPECT_EQ(ingest::message_text("Text.\n\nVon meinem iPhone gesendet", MailKind::Message), "Text.");
    EXPECT_EQ(ingest::message_text("Text.\n\nSent from my Galaxy", MailKind::Message), "Text.");
}

TEST(MailBody, ForwardedTextStaysAndItsHeadGoes) {
    const std::string forwarded =
        "Zur Kenntnis\n\n-------- Weitergeleitete Nachricht --------\nVon: Max Muster <m@seenlicht.example>\n"
        "Gesendet: Montag, 12. Mai 2031\nAn: alle\nBetreff: Neue Wege\n\nDas Netz wächst.";
    EXPECT_EQ(ingest::message_text(forwarded, MailKind::Message), "Zur Kenntnis\n\nDas Netz wächst.");
    EXPECT_EQ(ingest::message_text(forwarded, MailKind::Reply), "Zur Kenntnis");
}

std::string broken_to(std::size_t width, const std::string& text) {
    std::string out;
    std::size_t begin = 0;
    while (text.size() - begin > width) {
        const std::size_t end = text.rfind(' ', begin + width);
        out += text.substr(begin, end - begin) + '\n';
        begin = end + 1;
    }
    return out + text.substr(begin);
}

TEST(MailBody, BrokenLinesAreJoinedAndListsAreNot) {
    const std::string text =
        "Das Netz am See hat seit dem vergangenen Monat zwei weitere Mitglieder gewonnen, die beide aus dem "
        "Norden des Landes kommen und dort schon lange in verwandten Vorhaben arbeiten. Die Partner treffen "
        "sich bald in Kerlaz, um den Plan zu beraten und um sich kennen zu lernen.";
    const std::string list = "\n\nErstens\nZweitens";
    EXPECT_EQ(ingest::unwrapped_text(broken_to(72, text) + list), text + list);
    EXPECT_EQ(ingest::unwrapped_text(text + list), text + list);
}

TEST(MailBody, SubjectsLoseTheirMarks) {
    EXPECT_EQ(ingest::mail_subject("AW: WG: Neue Wege").text, "Neue Wege");
    EXPECT_EQ(ingest::mail_subject("AW: WG: Neue Wege").kind, MailKind::Reply);
    EXPECT_EQ(ingest::mail_subject("Fwd: Re: Neue Wege").kind, MailKind::Message);
    EXPECT_EQ(ingest::mail_subject("Region wächst").text, "Region wächst");
}

TEST(MailDate, DayIsThatOfTheWriter) {
    EXPECT_EQ(ingest::day_of_mail_date("Mon, 12 May 2031 23:30:00 +0200").text(), "2031-05-12");
    EXPECT_EQ(ingest::day_of_mail_date("12 May 2031 00:30 GMT").text(), "2031-05-12");
    EXPECT_FALSE(ingest::day_of_mail_date("bald").known());
}

TEST(Feed, RssEntriesAreReadOneByOne) {
    const auto read = documents_of(
        "feed.xml",
        "<?xml version=\"1.0\"?><rss version=\"2.0\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
        "<channel><title>Seenlicht &amp; Partner</title><language>de-de</language><item><title>Neue "
        "Wege</title>"
        "<link>https://seenlicht.example/1</link><pubDate>Mon, 12 May 2031 08:00:00 +0200</pubDate>"
        "<description>&lt;p&gt;Das Netz "
        "&lt;b&gt;wächst&lt;/b&gt;.&lt;/p&gt;</description></item><item><title>Alte Wege</title>"
        "<content:encoded><![CDATA[<p>Erster Satz.</p><p>Zweiter "
        "Satz.</p>]]></content:encoded></item></channel></rss>");
    ASSERT_EQ(read.texts.size(), 2U);
    EXPECT_EQ(read.texts[0].kind, DocumentKind::FeedEntry);
    EXPECT_EQ(read.texts[0].part, "#1");
    EXPECT_EQ(read.texts[0].title, "Neue Wege");
    EXPECT_EQ(read.texts[0].text, "Das Netz wächst.");
    EXPECT_EQ(read.texts[0].publisher, "Seenlicht & Partner");
    EXPECT_EQ(read.texts[0].published.text(), "2031-05-12");
    EXPECT_EQ(read.texts[0].url, "https://seenlicht.example/1");
    EXPECT_EQ(read.texts[0].language, "de");
    EXPECT_EQ(read.texts[1].text, "Erster Satz.\n\nZweiter Satz.");
}

TEST(Feed, AtomEntriesAreRead) {
    const auto text =
        documents_of(
            "feed",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\"><title>Grande Lumière</title>"
            "<entry><title type=\"html\">Les &lt;i&gt;voies&lt;/i&gt;</title><link rel=\"self\" href=\"x\"/>"
            "<link href=\"https://lumiere.example/2\"/><updated>2031-06-01T00:00:00Z</updated><content "
            "type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Le réseau <b>grandit</b>.</p>"
            "</div></content></entry></feed>")
            .only();
    EXPECT_EQ(text.title, "Les voies");
    EXPECT_EQ(text.text, "Le réseau grandit.");
    EXPECT_EQ(text.url, "https://lumiere.example/2");
    EXPECT_EQ(text.published.text(), "2031-06-01");
    EXPECT_EQ(text.language, "fr");
}

TEST(Feed, BrokenFeedGivesTheEntriesBeforeAndTheLine) {
    std::string feed = "<rss><channel>\n";
    for (int i = 0; i < 50; ++i)
        feed += "<item><title>Wege</title><description>Das Netz wächst weiter.</description></item>\n";
    const auto read = documents_of("feed.xml", feed + "<item><title>Kaputt</item>\n</channel></rss>");
    EXPECT_GE(read.texts.size(), 40U);
    ASSERT_TRUE(read.refuses(ErrorCode::FeedBroken, "feed.xml"));
    EXPECT_EQ(read.refused.back().place.line, 52U);
}

TEST(Feed, EntitiesAreNeitherFollowedNorMultiplied) {
    const auto read = documents_of(
        "feed.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x SYSTEM "
        "\"file:///etc/hostname\">]><rss><channel><item><title>T &x;</title><description>Das Netz &x;"
        "wächst.</description></item></channel></rss>");
    ASSERT_EQ(read.texts.size(), 1U);
    EXPECT_EQ(read.texts[0].text, "Das Netz wächst.");
}

TEST(Feed, TenThousandNearlyAlikeEntriesAreStreamed) {
    struct Counter final : ingest::DocumentSink {
        base::Outcome accept(ingest::DocumentText&& document) override {
            bytes += document.text.size();
            ++count;
            return base::Done{};
        }
        void refuse(base::Error&&) override {}
        std::size_t count = 0;
        std::size_t bytes = 0;
    } counter;
    std::string feed = "<rss><channel><title>Seenlicht</title>";
    for (int i = 0; i < 10'000; ++i) {
        feed += "<item><title>Wege " + std::to_string(i) +
                "</title><description>Das Netz wächst.</description></item>";
    }
    feed += "</channel></rss>";
    base::SilentProgress progress;
    ASSERT_TRUE(ingest::read_press_bytes("feed.xml", feed, counter, progress).ok());
    EXPECT_EQ(counter.count, 10'000U);
}

}  // namespace
}  // namespace kontor
