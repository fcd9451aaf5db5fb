// SPDX-License-Identifier: EUPL-1.2
#include "publish/smtp_settings.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "publish/smtp.hpp"
#include "publish/smtp_replies.hpp"
#include "support/temporary_folder.hpp"

namespace kontor::publish {
namespace {

SmtpSettings settings(const std::string& server, SmtpEncryption encryption = SmtpEncryption::Required) {
    SmtpSettings made;
    made.server = server;
    made.encryption = encryption;
    made.from = {"kontor@example.org", "Kontor"};
    return made;
}

TEST(SmtpSettings, TakeServersWithEncryption) {
    for (const char* server : {"smtp://mail.example.org", "smtp://mail.example.org:587",
                               "smtps://mail.example.org:465/", "smtps://[2001:db8::1]"}) {
        EXPECT_TRUE(settings_faults(settings(server)).empty()) << server;
    }
}

TEST(SmtpSettings, RefuseOtherServers) {
    for (const std::string server :
         {"", "mail.example.org", "http://mail.example.org", "file:///etc/passwd",
          "smtp://user:pass@mail.example.org", "smtp://user@mail.example.org", "smtp://mail.example.org/name",
          "smtp://mail.example.org?x", "smtp://mail.example.org\r\nHELO x", "smtp://a b"}) {
        const auto faults = settings_faults(settings(server));
        ASSERT_EQ(faults.size(), 1U) << server;
        EXPECT_EQ(faults[0].code, base::ErrorCode::MailServerRefused);
        EXPECT_EQ(base::sentence(faults[0], "en").find("pass@"), std::string::npos) << "a password is shown";
    }
}

TEST(SmtpSettings, AllowNoEncryptionOnThisMachineOnly) {
    for (const char* server : {"smtp://127.0.0.1:2525", "smtp://localhost", "smtp://[::1]:25"}) {
        EXPECT_TRUE(settings_faults(settings(server, SmtpEncryption::NoneOnLoopback)).empty()) << server;
    }
    for (const char* server : {"smtp://mail.example.org", "smtp://localhost.example.org",
                               "smtp://127.0.0.1.example.org", "smtp://0.0.0.0", "smtp://10.0.0.1"}) {
        EXPECT_FALSE(settings_faults(settings(server, SmtpEncryption::NoneOnLoopback)).empty()) << server;
    }
}

TEST(SmtpSettings, TellEveryFault) {
    SmtpSettings bad = settings("gopher://x");
    bad.from = {"nobody", "a\r\nb"};
    bad.user = "anna";
    bad.timeout = std::chrono::seconds{0};
    EXPECT_EQ(settings_faults(bad).size(), 5U);
    const auto sender = SmtpSender::create(bad);
    ASSERT_FALSE(sender);
    EXPECT_EQ(sender.errors().size(), 5U);
}

TEST(MailPassword, IsTheFirstLineOfAFile) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("password");
    std::ofstream(path) << "geheim wort\nnoch eine Zeile\n";
    EXPECT_EQ(password_from_file(path).value().reveal(), "geheim wort");
    std::ofstream(path, std::ios::trunc) << "\n";
    EXPECT_EQ(password_from_file(path).errors()[0].code, base::ErrorCode::MailPasswordMissing);
    std::ofstream(path, std::ios::trunc) << std::string(5'000, 'a');
    EXPECT_EQ(password_from_file(path).errors()[0].code, base::ErrorCode::MailPasswordMissing);
    EXPECT_EQ(password_from_file(folder.file("absent")).errors()[0].code, base::ErrorCode::FileUnreadable);
}

TEST(MailPassword, IsTheValueOfAVariable) {
    setenv("KONTOR_TEST_MAIL_PASSWORD", "wort", 1);
    EXPECT_EQ(password_from_environment("KONTOR_TEST_MAIL_PASSWORD").value().reveal(), "wort");
    unsetenv("KONTOR_TEST_MAIL_PASSWORD");
    const auto absent = password_from_environment("KONTOR_TEST_MAIL_PASSWORD");
    EXPECT_EQ(absent.errors()[0].code, base::ErrorCode::MailPasswordMissing);
}

SmtpReplies replies(std::initializer_list<std::string_view> lines) {
    SmtpReplies out;
    for (const std::string_view line : lines) out.add_line(line);
    return out;
}

TEST(SmtpReplies, KeepTheLastAnswerWithAllItsLines) {
    const auto seen = replies(
        {"220 hello\r\n", "250-one\r\n", "250 two\r\n", "550-no such\r\n", "550 mailbox\r\n", "221 bye\r\n"});
    EXPECT_EQ(seen.code(), 550);
    EXPECT_EQ(seen.text(), "550-no such mailbox");
    EXPECT_TRUE(seen.refuses_the_mail());
}

TEST(SmtpReplies, KnowARefusalOfUsFromOneOfTheMail) {
    EXPECT_FALSE(replies({"554 no service here"}).refuses_the_mail());
    EXPECT_FALSE(replies({"220 hi", "535 wrong password"}).refuses_the_mail());
    EXPECT_FALSE(replies({"220 hi", "451 later"}).refuses_the_mail());
    EXPECT_TRUE(replies({"220 hi", "250 ok", "554 spam"}).refuses_the_mail());
}

TEST(SmtpReplies, BearAnyBytes) {
    const auto seen = replies({"", "2", "abc", "\r\n", std::string_view("25\0 x", 5), "250"});
    EXPECT_EQ(seen.code(), 250);
    SmtpReplies endless;
    for (int i = 0; i < 100'000; ++i) endless.add_line("550-" + std::string(100, 'x'));
    EXPECT_LT(endless.text().size(), 3'000U);
}

}  // namespace
}  // namespace kontor::publish
