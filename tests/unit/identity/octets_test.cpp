// SPDX-License-Identifier: EUPL-1.2
#include "identity/octets.hpp"

#include <gtest/gtest.h>

namespace kontor::identity {
namespace {

TEST(Octets, DigestsAreThoseOfTheStandards) {
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-4
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),             // RFC 4231, case 2
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Octets, SpellingsAreThoseOfRfc4648) {
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64url("\xFB\xFF"), "-_8");
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(from_base32("MZXW6YTBOI"), "foobar");
    EXPECT_EQ(from_base32("MY"), "f");
    for (const char* text : {"my", "MY======", "MZ", "M", "M1", "MY "})
        EXPECT_FALSE(from_base32(text)) << text;
}

TEST(Octets, Base64urlIsReadOnlyInItsOneSpelling) {
    EXPECT_EQ(from_base64url("-_8"), "\xFB\xFF");
    EXPECT_EQ(from_base64url(""), "");
    for (const char* text : {"-_8=", "-_9", "+/8", "Zm9v Yg", "Zm9vY", "Zm9v\n", "Zm9vé"})
        EXPECT_EQ(from_base64url(text), std::nullopt) << text;
}

TEST(Octets, RandomOnesDiffer) {
    EXPECT_EQ(random_octets(32).size(), 32U);
    EXPECT_NE(random_octets(32), random_octets(32));
}

TEST(Octets, EqualityLooksAtEveryOctet) {
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

}  // namespace
}  // namespace kontor::identity
