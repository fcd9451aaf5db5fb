// SPDX-License-Identifier: EUPL-1.2
#include "publish/mail_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.hpp"
#include "publish/mail_texts.hpp"
#include "support/mail_samples.hpp"

namespace kontor::publish {
namespace {

using testing::HasSubstr;
using testing::Not;

const MailHouse kHouse{"Kontor am Hafen", "https://kontor.example.org"};

TEST(ShownValue, IsOneLineWithoutDisguise) {
    EXPECT_EQ(shown_value("Müller & Söhne"), "Müller & Söhne");
    EXPECT_EQ(shown_value("a\r\nBcc: b@example.org"), "a Bcc: b@example.org");
    EXPECT_EQ(shown_value(std::string_view("a\0b", 3)), "a b");
    EXPECT_EQ(shown_value("gro\u202Eb.exe"), "gro b.exe");
    EXPECT_EQ(shown_value("a\u2028b"), "a b");
    EXPECT_EQ(shown_value("a\xFF\xC3"), "a\uFFFD\uFFFD");
}

TEST(ShownValue, IsCutBetweenCharacters) {
    std::string many;
    for (int i = 0; i < 400; ++i) many += "ö";
    const std::string shown = shown_value(many);
    EXPECT_EQ(shown.size(), 2 * (base::limits::kMailValueCharacters - 1) + std::string("…").size());
    EXPECT_TRUE(shown.ends_with("ö…"));
    const std::string huge(10'000'000, '\x80');
    EXPECT_TRUE(shown_value(huge).ends_with("…"));
}

TEST(ShownFacts, CountsWhatIsNotShown) {
    const std::vector<MailFact> many(base::limits::kMailFacts + 30, MailFact{"Thema", "Photonik"});
    const auto shown = shown_facts(many, "de");
    ASSERT_EQ(shown.size(), base::limits::kMailFacts + 1);
    EXPECT_EQ(shown.back().label, "Weitere Angaben");
    EXPECT_EQ(shown.back().value, "30");
}

TEST(MailTexts, AreCompleteInBothLanguages) {
    support::for_each_mail("Wert", kHouse.address + "/x", [](const auto& mail) {
        const auto german = laid_out(draft_of(mail, "de"), kHouse);
        const auto english = laid_out(draft_of(mail, "en"), kHouse);
        ASSERT_TRUE(german && english) << mail.kSlug;
        EXPECT_NE(german.value().subject, english.value().subject) << mail.kSlug;
        EXPECT_THAT(german.value().plain, HasSubstr("Guten Tag,"));
        EXPECT_THAT(english.value().plain, HasSubstr("Hello,"));
        EXPECT_THAT(german.value().html, HasSubstr("<html lang=\"de\">"));
        EXPECT_THAT(english.value().html, HasSubstr("<html lang=\"en\">"));
        for (const auto* part : {&german.value(), &english.value()}) {
            EXPECT_THAT(part->plain + part->html, HasSubstr(kHouse.name)) << mail.kSlug;
            EXPECT_THAT(part->subject + part->plain, Not(HasSubstr("{"))) << mail.kSlug;
        }
    });
}

TEST(MailTexts, ShowEveryValueInBothParts) {
    const InvitationMail mail{"Frau Ahlers",
                              "Lichthafen Nord",
                              "Redaktion",
                              "1. März 2027, 12:00",
                              {"https://kontor.example.org/einladung/kl_1?a=b&c=d"}};
    const auto text = laid_out(draft_of(mail, "de"), kHouse).value();
    EXPECT_EQ(text.subject, "Frau Ahlers lädt Sie zu Lichthafen Nord ein");
    for (const char* value : {"Frau Ahlers", "Lichthafen Nord", "Redaktion", "1. März 2027, 12:00"}) {
        EXPECT_THAT(text.plain, HasSubstr(value));
        EXPECT_THAT(text.html, HasSubstr(value));
    }
    EXPECT_THAT(text.plain, HasSubstr("\nhttps://kontor.example.org/einladung/kl_1?a=b&c=d\n"));
    EXPECT_THAT(text.html, HasSubstr("href=\"https://kontor.example.org/einladung/kl_1?a=b&amp;c=d\""));
}

TEST(MailTexts, TellWhatAProfileSaysToday) {
    ProfileConfirmationMail mail;
    mail.organisation = "Lichthafen Nord";
    mail.profile = {{"Ort", "Hamburg"}, {"Themen", "Photonik, <Optik>"}};
    mail.confirm_link = {"https://kontor.example.org/a"};
    mail.edit_link = {"https://kontor.example.org/b"};
    const auto text = laid_out(draft_of(mail, "en"), kHouse).value();
    EXPECT_THAT(text.plain, HasSubstr("  Ort: Hamburg\n  Themen: Photonik, <Optik>\n"));
    EXPECT_THAT(text.html, HasSubstr("<th scope=\"row\">Themen</th><td>Photonik, &lt;Optik&gt;</td>"));
}

TEST(MailTexts, NeverLetAValueBecomeMarkup) {
    for (const std::string value :
         {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{link}{inviter}", "'; style='",
          "&lt;b&gt;", "</title><b>", "a\r\n\r\n<b>"}) {
        support::for_each_mail(value, kHouse.address + "/x", [&](const auto& mail) {
            const auto text = laid_out(draft_of(mail, "de"), MailHouse{value, kHouse.address});
            ASSERT_TRUE(text) << mail.kSlug;
            const auto harmless =
                laid_out(draft_of(support::mail_like(mail, "x"), "de"), {"x", kHouse.address});
            for (const char mark : {'<', '>', '"', '\''}) {
                EXPECT_EQ(std::count(text.value().html.begin(), text.value().html.end(), mark),
                          std::count(harmless.value().html.begin(), harmless.value().html.end(), mark))
                    << mail.kSlug << " with " << value;
            }
            EXPECT_EQ(text.value().subject.find_first_of("\r\n"), std::string::npos);
        });
    }
}

TEST(MailTexts, StayBelowTwentyKilobytesWhateverTheValues) {
    for (const std::string& value :
         {std::string(100'000, '"'), std::string(100'000, '\xFF'), std::string(3, 'x')}) {
        support::for_each_mail(value, kHouse.address + "/x", [&](const auto& mail) {
            const auto text = laid_out(draft_of(mail, "de"), MailHouse{value, kHouse.address}).value();
            EXPECT_LE(text.html.size(), 20'000U) << mail.kSlug;
            EXPECT_LE(text.plain.size(), 20'000U) << mail.kSlug;
        });
    }
}

TEST(MailTexts, FetchNothingFromElsewhere) {
    support::for_each_mail("x", kHouse.address + "/x", [&](const auto& mail) {
        const std::string html = laid_out(draft_of(mail, "en"), kHouse).value().html;
        for (const char* source : {"<img", "<link", "<script", "src=", "url(", "@import"}) {
            EXPECT_THAT(html, Not(HasSubstr(source))) << mail.kSlug;
        }
    });
}

TEST(MailLayout, RefusesEveryLinkThatLeadsElsewhere) {
    for (const std::string link :
         {"", "javascript:alert(1)", "https://evil.example/", "https://kontor.example.org.evil.example/x",
          "https://kontor.example.org", "https://kontor.example.org/a b",
          "https://kontor.example.org/\"onclick=", "https://kontor.example.org/a\r\nb",
          "http://kontor.example.org/x", "https://kontor.example.org/ü"}) {
        const auto text = laid_out(draft_of(PasswordResetMail{{link}, "morgen"}, "de"), kHouse);
        ASSERT_FALSE(text) << link;
        EXPECT_EQ(text.errors().front().code, base::ErrorCode::MailLinkRefused);
    }
    const auto no_house =
        laid_out(draft_of(PasswordResetMail{{"/x"}, "morgen"}, "de"), MailHouse{"Kontor", ""});
    EXPECT_FALSE(no_house);
}

TEST(MailLayout, TellsAllRefusedLinks) {
    ProfileConfirmationMail mail;
    mail.confirm_link = {"http://a.example/"};
    mail.edit_link = {"http://b.example/"};
    const auto text = laid_out(draft_of(mail, "de"), kHouse);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.errors().size(), 2U);
}

}  // namespace
}  // namespace kontor::publish
