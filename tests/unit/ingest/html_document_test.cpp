// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_document.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "unit/ingest/read_documents.hpp"

namespace kontor {
namespace {

using test::documents_of;

const std::string kFirst =
    "Der Verbund Seenlicht und das Netz Grande Lumière arbeiten ab Mai 2031 im Vorhaben LUX-NORD zusammen, "
    "das drei Jahre lang die Wege kleiner Betriebe in neue Märkte ebnet.";
const std::string kSecond =
    "Beide Partner sehen darin einen wichtigen Schritt. Im Herbst treffen sich alle Beteiligten in Kerlaz, "
    "um "
    "die ersten Ergebnisse zu beraten und die nächste Reise vorzubereiten.";

std::string page(const std::string& body, const std::string& head = "") {
    return "<!DOCTYPE html><html lang=\"de-DE\"><head><meta charset=\"utf-8\"><title>Neue Wege | "
           "Seenlicht</title>" +
           head + "</head><body>" + body + "</body></html>";
}

const std::string kMenu =
    "<div class=\"topbar\"><ul><li><a href=\"/\">Start</a></li><li><a href=\"/n\">Aktuelles</a></li>"
    "<li><a href=\"/m\">Mitglieder werden</a></li></ul></div>";

TEST(HtmlDocument, ChromeIsDroppedAndTheArticleKept) {
    const auto text =
        documents_of(
            "a.html",
            page("<div id=\"cookie-notice\"><p>Wir verwenden Cookies, um die Seite zu verbessern. Mit dem "
                 "Besuch stimmen Sie zu.</p><button>OK</button></div><nav><a href=\"/\">Start</a></nav>" +
                 kMenu + "<div><h1>Neue Wege</h1><p>" + kFirst + "</p><p>" + kSecond +
                 "</p><p><a href=\"?pdf\">Als PDF speichern</a></p></div>"
                 "<div><h3>Weitere Meldungen</h3><ul><li><a href=\"/1\">Ein ganz anderes Treffen</a></li>"
                 "<li><a href=\"/2\">Noch ein weiteres Treffen</a></li></ul></div>"
                 "<form class=\"newsletter\"><p>Melden Sie sich zum Newsletter an</p><input></form>"
                 "<footer><p>© 2031 Seenlicht e. V. Alle Rechte vorbehalten. Impressum</p></footer>"))
            .only();
    EXPECT_EQ(text.title, "Neue Wege");
    EXPECT_EQ(text.text, kFirst + "\n\n" + kSecond);
    EXPECT_EQ(text.language, "de");
}

TEST(HtmlDocument, ShortLinesAndListsOfPartnersStay) {
    const auto text =
        documents_of("a.html",
                     page(kMenu + "<main><h1>Neue Wege</h1><p>12.05.2031</p><p>" + kFirst +
                          "</p><p>Partner:</p><ul><li><a href=\"/o/1\">Seenlicht e. V.</a></li><li>"
                          "<a href=\"https://lumiere.example/\">Grande Lumière</a></li></ul><h2>Kontakt</h2>"
                          "<p>Geschäftsstelle<br>Telefon 0123 456</p></main>"))
            .only();
    EXPECT_EQ(text.text,
              "12.05.2031\n\n" + kFirst +
                  "\n\nPartner:\n\n• Seenlicht e. V.\n• Grande Lumière\n\nKontakt\n\nGeschäftsstelle\n"
                  "Telefon 0123 456");
}

TEST(HtmlDocument, LettersLaidOutInTablesKeepAllTheirNews) {
    const std::string news =
        "<tr><td><h2>Neues</h2><p>Mit der Quarzwerk Lohr und der Tide Optics wächst das Netz auf "
        "nun 47 Mitglieder.</p><a href=\"/1\">Weiterlesen</a></td></tr>";
    const auto text =
        documents_of("a.html", page("<table><tr><td><a href=\"/w\">Im Browser ansehen</a></td></tr>"
                                    "<tr><td><table class=\"newsletter\"><tr><td><h2>Wege</h2><p>" +
                                    kFirst + "</p><a href=\"/0\">Weiterlesen</a></td></tr>" + news +
                                    "<tr><td><p>Ende der Neuigkeiten aus dem Netz am See.</p></td></tr>"
                                    "</table></td></tr></table>"))
            .only();
    EXPECT_EQ(text.text,
              "Wege\n\n" + kFirst +
                  "\n\nNeues\n\nMit der Quarzwerk Lohr und der Tide Optics wächst das Netz auf nun 47 "
                  "Mitglieder.\n\nEnde der Neuigkeiten aus dem Netz am See.");
}

TEST(HtmlDocument, PageOfABlogLosesWhatStandsAroundItsArticle) {
    const auto text =
        documents_of(
            "a.html",
            page("<a class=\"skip-link\" href=\"#content\">Zum Inhalt</a><header><p><a "
                 "href=\"/\">Seenlicht</a>"
                 "</p><nav><a href=\"/n\">Aktuelles</a></nav></header><main><article><header><h1>Neue "
                 "Wege</h1>"
                 "<time datetime=\"2031-05-12\">12. Mai 2031</time></header><p>" +
                 kFirst +
                 "</p><div class=\"sharedaddy sd-sharing\"><h3>Teilen mit:</h3><ul><li><a href=\"https://"
                 "twitter.com/share\">Twitter</a></li></ul></div><footer>Kategorien: <a href=\"/c\">News</a>"
                 "</footer></article><nav><h2>Navigation</h2><a href=\"/v\">Zurück</a></nav><div "
                 "id=\"comments\">"
                 "<h2>Schreibe einen Kommentar</h2></div></main><aside><h2>Neueste Beiträge</h2><ul><li>"
                 "<a href=\"/a\">Sommerfest der Mitglieder am See</a></li></ul></aside>"))
            .only();
    EXPECT_EQ(text.text.substr(0, 14 + kFirst.size()), "12. Mai 2031\n\n" + kFirst);
    for (const char* chrome : {"Twitter", "Kommentar", "Sommerfest", "Zurück", "Zum Inhalt", "Aktuelles"}) {
        EXPECT_EQ(text.text.find(chrome), std::string::npos) << chrome;
    }
    EXPECT_EQ(text.published.text(), "2031-05-12");
}

TEST(HtmlDocument, TablesAreLines) {
    const auto text =
        documents_of("a.html", page("<article><p>" + kFirst +
                                    "</p><table><tr><th>Laufzeit</th><td>2031 bis 2034</td></tr>"
                                    "<tr><td>Rennes</td><td>4</td></tr></table></article>"))
            .only();
    EXPECT_EQ(text.text, kFirst + "\n\nLaufzeit: 2031 bis 2034\nRennes | 4");
}

TEST(HtmlDocument, PageSaysWhatItIs) {
    const auto text =
        documents_of("a.html",
                     page("<h1>Neue Wege</h1><p>" + kFirst + "</p>",
                          "<meta property=\"og:title\" content=\"Neue Wege\"><meta property=\"og:site_name\" "
                          "content=\"Seenlicht\"><meta property=\"article:published_time\" "
                          "content=\"2031-05-12T08:00:00+02:00\"><link rel=\"canonical\" "
                          "href=\"https://seenlicht.example/neue-wege\">"))
            .only();
    EXPECT_EQ(text.publisher, "Seenlicht");
    EXPECT_EQ(text.published.text(), "2031-05-12");
    EXPECT_EQ(text.url, "https://seenlicht.example/neue-wege");
}

TEST(HtmlDocument, JsonLdTellsWhatTheMetasDoNot) {
    const auto text =
        documents_of("a.html",
                     page("<div><p>" + kFirst + "</p></div>",
                          "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\","
                          "\"headline\":\"Andere Wege\",\"datePublished\":\"2031-04-01\",\"publisher\":"
                          "{\"name\":\"Seenlicht\"}}]}</script>"))
            .only();
    EXPECT_EQ(text.title, "Andere Wege");
    EXPECT_EQ(text.published.text(), "2031-04-01");
    EXPECT_EQ(text.publisher, "Seenlicht");
}

TEST(HtmlDocument, WrongCharsetIsSeenThrough) {
    const auto declared = [](const std::string& body) {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
               "charset=iso-8859-1\"></head>"
               "<body><p>" +
               body + "</p></body></html>";
    };
    EXPECT_EQ(documents_of("a.html", declared("für alle")).only().text, "für alle");
    EXPECT_EQ(documents_of("a.html", declared("f\xFCr alle")).only().text, "für alle");
}

TEST(HtmlDocument, ScriptsAndHiddenPartsAreNoText) {
    const auto text =
        documents_of("a.html", page("<p>" + kFirst +
                                    "</p><script>var a = 'böse';</script><style>p{}</style>"
                                    "<p style=\"display: none\">unsichtbar</p><p hidden>auch nicht</p>"))
            .only();
    EXPECT_EQ(text.text, kFirst);
}

TEST(HtmlDocument, InlineElementsDoNotBreakWords) {
    EXPECT_EQ(ingest::text_of_markup("<p>LUX-<b>NORD</b> ist <i>neu</i>.<br>Seit Mai</p>Ende"),
              "LUX-NORD ist neu.\nSeit Mai\n\nEnde");
}

TEST(HtmlDocument, NestingBeyondMeasureIsNoHarm) {
    std::string deep = page("<p>" + kFirst + "</p>");
    for (int i = 0; i < 100'000; ++i) deep += "<div><b>";
    EXPECT_NE(documents_of("a.html", deep).only().text.find(kFirst), std::string::npos);
}

TEST(HtmlDocument, BannersOfProgramsThatAskForConsentAreDropped) {
    const std::string ask =
        "<p>Wir und unsere Partner speichern Daten auf Ihrem Gerät, um Anzeigen auszuspielen, und brauchen "
        "dafür "
        "Ihre Zustimmung. Sie können sie jederzeit und ohne Nachteil zurücknehmen.</p><p>Nur Notwendige</p>";
    for (const std::string name :
         {"id=\"CybotCookiebotDialog\"", "class=\"usercentrics-root\"", "id=\"didomi-host\"",
          "class=\"axeptio_mount\"", "id=\"BorlabsCookieBox\"", "class=\"cmplz-box\""}) {
        const std::string bytes = page("<div " + name + ">" + ask + "</div><div><h1>Neue Wege</h1><p>" +
                                       kFirst + "</p><p>" + kSecond + "</p></div>");
        EXPECT_EQ(documents_of("a.html", bytes).only().text, kFirst + "\n\n" + kSecond) << name;
    }
}

// libxml2 compares each attribute with all before.
TEST(HtmlDocument, AttributesBeyondMeasureAreDropped) {
    std::string crowded = "<p";
    for (int i = 0; i < 100'000; ++i) crowded += fmt::format(" a{}=\"1 > '0\"", i);
    const std::string bytes =
        page(crowded + " hidden>" + kFirst + "</p><p title='\">' id=x>" + kSecond + "</p>");
    EXPECT_EQ(documents_of("a.html", bytes).only().text, kFirst + "\n\n" + kSecond);
}

// Two million elements would take gigabytes.
TEST(HtmlDocument, ElementsBeyondMeasureAreRefused) {
    std::string bytes = "<html><body><p>" + kFirst + "</p>";
    for (int i = 0; i < 2'000'000; ++i) bytes += "<br>";
    EXPECT_TRUE(documents_of("a.html", bytes).refuses(base::ErrorCode::DocumentWithoutText, "a.html"));
}

TEST(HtmlDocument, SignsInScriptsAndCommentsAreNoTags) {
    std::string script = "if (i<n && a=\"";
    for (int i = 0; i < 1'000; ++i) script += " x";
    const std::string bytes = page("<!-- if a<b or c=\" --><p>" + kFirst + "</p><SCRIPT>" + script +
                                   "</SCRIPT><style>a<b c='</style><p>" + kSecond + "</p>");
    EXPECT_EQ(documents_of("a.html", bytes).only().text, kFirst + "\n\n" + kSecond);
}

}  // namespace
}  // namespace kontor
