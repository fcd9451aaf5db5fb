// SPDX-License-Identifier: EUPL-1.2
#include "publish/mail.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.hpp"

namespace kontor::publish {
namespace {

const Mailbox kSender{"kontor@example.org", "Kontor am Hafen"};

Mail sample() {
    Mail mail;
    mail.to = "ahlers@lichthafen.example";
    mail.language = "de";
    mail.subject = "Your password was changed";
    mail.plain = "Guten Tag";
    mail.html = "<p>Guten Tag</p>";
    mail.message_id = message_id("m-17", kSender.address);
    mail.written_at = std::chrono::sys_days{std::chrono::year{2027} / 3 / 1} + std::chrono::hours{9};
    return mail;
}

std::string header(const Mail& mail, const Mailbox& from, const std::string& name) {
    const auto lines = header_lines(mail, from);
    if (!lines) return "refused";
    for (const std::string& line : lines.value()) {
        if (line.starts_with(name + ":")) return line.substr(name.size() + 1);
    }
    return "absent";
}

TEST(Mail, HasTheHeadersThatMailNeeds) {
    Mail mail = sample();
    EXPECT_EQ(header(mail, kSender, "Date"), " Mon, 01 Mar 2027 09:00:00 +0000");
    EXPECT_EQ(header(mail, kSender, "From"), " \"Kontor am Hafen\"\r\n <kontor@example.org>");
    EXPECT_EQ(header(mail, kSender, "To"), " ahlers@lichthafen.example");
    EXPECT_EQ(header(mail, kSender, "Subject"), " Your password was changed");
    EXPECT_EQ(header(mail, kSender, "Message-ID"), " <m-17@example.org>");
    EXPECT_EQ(header(mail, kSender, "Content-Language"), " de");
    EXPECT_EQ(header(mail, kSender, "Auto-Submitted"), " auto-generated");
    EXPECT_EQ(header(mail, kSender, "List-Unsubscribe"), "absent");
    mail.unsubscribe = "https://kontor.example.org/u?t=1";
    EXPECT_EQ(header(mail, kSender, "List-Unsubscribe"), "\r\n <https://kontor.example.org/u?t=1>");
    EXPECT_EQ(header(mail, kSender, "List-Unsubscribe-Post"), " List-Unsubscribe=One-Click");
}

TEST(EncodedWords, LeavePlainWordsAloneAndEncodeTheRest) {
    EXPECT_EQ(encoded_words("Set up Kontor"), "Set up Kontor");
    EXPECT_EQ(encoded_words("Müller"), "=?UTF-8?B?TcO8bGxlcg==?=");
    EXPECT_EQ(encoded_words("=?UTF-8?B?QQ==?=").substr(0, 10), "=?UTF-8?B?");
    EXPECT_NE(encoded_words("=?UTF-8?B?QQ==?="), "=?UTF-8?B?QQ==?=");
    EXPECT_TRUE(encoded_words("a\"b").starts_with("=?"));
    EXPECT_TRUE(encoded_words(" edge").starts_with("=?"));
}

TEST(EncodedWords, AreCutBetweenCharactersAndFolded) {
    std::string text = "x";
    for (int i = 0; i < 100; ++i) text += "ü";
    std::string encoded = encoded_words(text);
    std::size_t words = 0;
    while (!encoded.empty()) {
        const std::size_t end = std::min(encoded.find("\r\n "), encoded.size());
        EXPECT_LE(end, 75U);
        EXPECT_TRUE(encoded.starts_with("=?UTF-8?B?"));
        encoded.erase(0, end + 3);
        ++words;
    }
    EXPECT_EQ(words, 5U);  // 22 characters of two bytes each
}

const std::string kInjections[] = {"a\r\nBcc: x@example.org",
                                   "a\nb",
                                   "a\rb",
                                   std::string("a\0b", 3),
                                   "a\u2028b",
                                   "a\x7f",
                                   "\xFF\xFE",
                                   "a\u202Eb"};

TEST(MailInjection, IsImpossibleInNamesAndSubjects) {
    for (const std::string& text : kInjections) {
        Mail mail = sample();
        mail.subject = text;
        EXPECT_EQ(header(mail, kSender, "Subject"), "refused") << text;
        EXPECT_EQ(header(sample(), {kSender.address, text}, "From"), "refused") << text;
        mail = sample();
        mail.message_id = "a" + text + "@example.org";
        EXPECT_EQ(header(mail, kSender, "To"), "refused") << text;
        mail = sample();
        mail.language = text;
        EXPECT_EQ(header(mail, kSender, "To"), "refused") << text;
        mail = sample();
        mail.unsubscribe = "https://kontor.example.org/" + text;
        EXPECT_EQ(header(mail, kSender, "To"), "refused") << text;
    }
}

TEST(MailInjection, LeavesOneHeaderPerLineWhateverIsAccepted) {
    for (const std::string text :
         {"a, b <c@example.org>", "\" <c@example.org>", "(comment", "\\", "=?x?", "Ä: Ö"}) {
        Mail mail = sample();
        mail.subject = text;
        const auto lines = header_lines(mail, {kSender.address, text}).value();
        EXPECT_EQ(lines.size(), 7U);
        for (const std::string& line : lines) {
            for (std::size_t at = line.find_first_of("\r\n"); at != std::string::npos;
                 at = line.find_first_of("\r\n", at + 2)) {
                EXPECT_EQ(line.substr(at, 3), "\r\n ") << line;
            }
        }
        EXPECT_TRUE(lines[1].starts_with("From: =?UTF-8?B?")) << lines[1];
    }
}

TEST(MailAddress, IsOneAddressAndNothingElse) {
    EXPECT_TRUE(is_mail_address("a.b+c@example.org"));
    EXPECT_TRUE(is_mail_address("o'neil@xn--mller-kva.example"));
    for (const std::string address :
         {"", "a", "@example.org", "a@", "a@b@c", "a b@example.org", "a@example.org, b@example.org",
          "<a@example.org>", "a@example.org\r\nRCPT TO:<b@example.org>", "a@[127.0.0.1]",
          "\"a b\"@example.org", "a..b@example.org", ".a@example.org", "a@.example.org", "a@-example.org",
          "müller@example.org", "a@müller.example", "a@example.org SIZE=1"}) {
        EXPECT_FALSE(is_mail_address(address)) << address;
    }
    EXPECT_FALSE(is_mail_address(std::string("a\0@example.org", 14)));
    EXPECT_FALSE(is_mail_address(std::string(65, 'a') + "@example.org"));
    EXPECT_FALSE(is_mail_address("a@" + std::string(260, 'b')));
}

TEST(Mail, TellsEveryFault) {
    Mail mail;
    mail.plain = std::string(base::limits::kMailBodyBytes + 1, 'a');
    mail.unsubscribe = "http://kontor.example.org/";
    const base::Errors faults = mail_faults(mail, {"nobody", ""});
    std::vector<std::string> fields;
    for (const base::Error& fault : faults) fields.push_back(fault.place.field);
    const std::vector<std::string> expected{"from", "to",       "subject",    "plain",
                                            "html", "language", "message_id", "unsubscribe"};
    EXPECT_EQ(fields, expected);
    EXPECT_EQ(faults[0].code, base::ErrorCode::MailAddressRefused);
    EXPECT_EQ(faults[2].code, base::ErrorCode::MailFieldRefused);
}

}  // namespace
}  // namespace kontor::publish
