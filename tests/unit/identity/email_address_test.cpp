// SPDX-License-Identifier: EUPL-1.2
#include "identity/email_address.hpp"

#include <gtest/gtest.h>

namespace kontor::identity {
namespace {

using base::ErrorCode;

EmailAddress sound(std::string_view text) {
    auto address = EmailAddress::parse(text);
    EXPECT_TRUE(address.ok()) << text;
    return address.ok() ? address.value() : EmailAddress::parse("nobody@example.org").value();
}

base::Error fault(std::string_view text) {
    const auto address = EmailAddress::parse(text, {{}, 0, 0, "email"});
    EXPECT_FALSE(address.ok()) << text;
    return address.ok() ? base::Error{} : address.errors().front();
}

TEST(EmailAddress, KeepsTheLocalPartAndNormalisesTheDomain) {
    const EmailAddress address = sound("  Erika.Beispiel+Netz@LichtHafen.Example ");
    EXPECT_EQ(address.text(), "Erika.Beispiel+Netz@lichthafen.example");
    EXPECT_EQ(address.local(), "Erika.Beispiel+Netz");
    EXPECT_EQ(address.key(), sound("erika.beispiel+netz@lichthafen.EXAMPLE").key());
    EXPECT_NE(address.key(), sound("erika.beispiel@lichthafen.example").key());
}

TEST(EmailAddress, DomainsBecomeAscii) {
    EXPECT_EQ(sound("post@Müller.example").domain(), "xn--mller-kva.example");
    EXPECT_EQ(sound("post@straße.example").domain(), "xn--strae-oqa.example")
        << "ß is a letter of its own (IDNA 2008)";
    EXPECT_EQ(sound("post@ＥＸＡＭＰＬＥ。org").domain(), "example.org");
    EXPECT_EQ(sound("post@mu\u0308ller.example").key(), sound("post@xn--mller-kva.example").key());
}

TEST(EmailAddress, LettersOfAnyScriptMayStandInTheLocalPart) {
    EXPECT_EQ(sound("jürgen@example.org").text(), "jürgen@example.org");
    EXPECT_EQ(sound("ju\u0308rgen@example.org").text(), "j\u00FCrgen@example.org");
    EXPECT_EQ(sound("Ä@example.org").key(), sound("ä@example.org").key());
    EXPECT_EQ(sound("用户@例子.example").domain(), "xn--fsqu00a.example");
}

TEST(EmailAddress, WhatIsNoneIsRefusedWithItsColumn) {
    struct Case {
        const char* text;
        std::uint64_t column;
    };
    for (const Case& c : {Case{"erika", 6},
                          Case{"@example.org", 1},
                          Case{"a@b@example.org", 4},
                          Case{"a@", 3},
                          Case{".a@example.org", 1},
                          Case{"a..b@example.org", 3},
                          Case{"a.@example.org", 2},
                          Case{"a b@example.org", 2},
                          Case{"\"a b\"@example.org", 1},
                          Case{"a,b@example.org", 2},
                          Case{"a@example", 3},
                          Case{"a@[127.0.0.1]", 3},
                          Case{"a@127.0.0.1", 3},
                          Case{"a@-x.example", 3},
                          Case{"a@x..example", 3},
                          Case{"a@example.org.", 3},
                          Case{"a@x_y.example", 3},
                          Case{"Erika <a@example.org>", 6},
                          Case{"a@exa mple.org", 3},
                          Case{"ü;x@example.org", 2},
                          Case{"a@example.org,b@example.org", 16},
                          Case{"a@example.org?bcc=x", 3},
                          Case{"a＠example.org", 14}}) {
        const base::Error error = fault(c.text);
        EXPECT_EQ(error.code, ErrorCode::EmailInvalid) << c.text;
        EXPECT_EQ(error.place.column, c.column) << c.text;
        EXPECT_EQ(error.place.field, "email");
    }
}

TEST(EmailAddress, LineBreaksAndHiddenCharactersAreRefused) {
    for (const char* text : {"a@example.org\r\nBcc: b@example.org", "a\n@example.org", "a\t@example.org",
                             "a\x7F@example.org", "a\u202E@example.org", "a\u200B@example.org",
                             "a\u2028b@example.org", "a\u00ADb@example.org", "a@exam\u0085ple.org"}) {
        EXPECT_EQ(fault(text).code, ErrorCode::ControlCharacter) << text;
    }
    EXPECT_EQ(fault("ab\r\n@example.org").place.column, 3U);
    EXPECT_EQ(fault(std::string_view("a\0b@example.org", 15)).arguments.front().second, "0000");
}

TEST(EmailAddress, EmptyAndBrokenOnesAreToldApart) {
    EXPECT_EQ(fault("").code, ErrorCode::ValueMissing);
    EXPECT_EQ(fault("   ").code, ErrorCode::ValueMissing);
    EXPECT_EQ(fault("\xFF@example.org").code, ErrorCode::EncodingBroken);
}

TEST(EmailAddress, LengthsAreThoseOfRfc5321) {
    const std::string label(60, 'd');
    const std::string domain = label + '.' + label + '.' + label + ".org";  // 186
    EXPECT_TRUE(EmailAddress::parse(std::string(64, 'a') + "@example.org").ok());
    EXPECT_EQ(fault(std::string(65, 'a') + "@example.org").code, ErrorCode::EmailInvalid);
    EXPECT_TRUE(EmailAddress::parse(std::string(64, 'a') + '@' + domain).ok());
    EXPECT_EQ(fault(std::string(64, 'a') + '@' + label + '.' + domain).code, ErrorCode::EmailInvalid);
    EXPECT_EQ(fault("a@" + std::string(64, 'd') + ".org").code, ErrorCode::EmailInvalid);
    EXPECT_EQ(fault(std::string(5'000'000, 'a') + "@example.org").code, ErrorCode::EmailInvalid);
}

TEST(EmailAddress, LookAlikesShareASkeletonButNoKey) {
    const EmailAddress admin = sound("admin@example.org");
    for (const char* text : {"аdmin@example.org", "admin@ехample.org", "adrnin@example.org"}) {
        const EmailAddress other = sound(text);
        EXPECT_NE(other.key(), admin.key()) << text;
        EXPECT_EQ(other.skeleton(), admin.skeleton()) << text;
    }
    EXPECT_EQ(sound("ADMIN@example.org").skeleton(), admin.skeleton());
    EXPECT_NE(sound("edmin@example.org").skeleton(), admin.skeleton());
    EXPECT_NE(sound("admin@example.com").skeleton(), admin.skeleton());
}

TEST(EmailAddress, ReadingWhatWasWrittenChangesNothing) {
    for (const char* text :
         {"Erika@Müller.example", "用户@例子.example", "a!#$%&'*+-/=?^_`{|}~b@example.org"}) {
        const EmailAddress once = sound(text);
        const EmailAddress twice = sound(once.text());
        EXPECT_EQ(once.text(), twice.text());
        EXPECT_EQ(once.key(), twice.key());
        EXPECT_EQ(once.skeleton(), twice.skeleton());
    }
}

}  // namespace
}  // namespace kontor::identity
