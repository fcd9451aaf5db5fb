// SPDX-License-Identifier: EUPL-1.2
#include "identity/password.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "identity/password_rules.hpp"

namespace kontor::identity {
namespace {

using base::ErrorCode;

constexpr PasswordCost kCheap = kTestPasswordCost;

std::vector<ErrorCode> codes(const base::Outcome& outcome) {
    std::vector<ErrorCode> out;
    if (outcome) return out;
    for (const base::Error& error : outcome.errors()) out.push_back(error.code);
    return out;
}

TEST(Password, IsVerifiedByItsHashAlone) {
    const std::string hash = hash_password("vier Tannen am Hafen", kCheap);
    EXPECT_TRUE(verify_password("vier Tannen am Hafen", hash, kCheap));
    EXPECT_FALSE(verify_password("vier Tannen am hafen", hash, kCheap));
    EXPECT_FALSE(verify_password("", hash, kCheap));
    EXPECT_NE(hash, hash_password("vier Tannen am Hafen", kCheap)) << "the salt is the same";
}

TEST(Password, TheDefaultCostIsWrittenIntoTheHash) {
    EXPECT_EQ(hash_password("vier Tannen am Hafen").substr(0, 31), "$argon2id$v=19$m=19456,t=2,p=1$");
}

TEST(Password, IsTheSameHoweverTheKeyboardComposesIt) {
    const std::string hash = hash_password("Gru\u0308n bis zum Ufer", kCheap);
    EXPECT_TRUE(verify_password("Gr\u00FCn bis zum Ufer", hash, kCheap));
}

TEST(Password, AHashOfAnotherKindIsRefused) {
    const std::string hash = hash_password("vier Tannen am Hafen", kCheap);
    const std::vector<std::string> damaged = {"",
                                              "vier Tannen am Hafen",
                                              "$argon2i$" + hash.substr(10),
                                              hash.substr(0, hash.size() - 3),
                                              hash + std::string(200, 'A'),
                                              hash + '\0',
                                              "$argon2id$v=19$m=4294967295,t=4294967295,p=1$"};
    for (const std::string& text : damaged) {
        EXPECT_FALSE(verify_password("vier Tannen am Hafen", text, kCheap)) << text;
    }
    EXPECT_TRUE(needs_rehash("", kCheap));
    EXPECT_TRUE(needs_rehash("$argon2i$" + hash.substr(10), kCheap));
}

TEST(Password, OneThatNoRuleAllowsIsRefused) {
    const std::string broken = "vier Tannen \xFF\xFE am Hafen";
    EXPECT_FALSE(verify_password(broken, hash_password(broken, kCheap), kCheap));
    const std::string large(1'000'000, 'a');
    EXPECT_FALSE(verify_password(large, hash_password(large, kCheap), kCheap));
}

TEST(Password, AChangedCostAsksForANewHash) {
    const std::string hash = hash_password("vier Tannen am Hafen", kCheap);
    EXPECT_FALSE(needs_rehash(hash, kCheap));
    EXPECT_TRUE(needs_rehash(hash, {.passes = 2, .memory_bytes = kCheap.memory_bytes}));
    EXPECT_TRUE(needs_rehash(hash));
}

TEST(Password, NothingIsVerifiedForAnUnknownAccount) {
    EXPECT_NO_THROW(verify_nothing("vier Tannen am Hafen", kCheap));
    EXPECT_NO_THROW(verify_nothing(std::string(1'000'000, 'a'), kCheap));
}

TEST(PasswordRules, GoodOnesPass) {
    for (const char* password :
         {"vier Tannen am Hafen", "Regenschirm & 3 Äpfel", "正確な馬のバッテリーの針と糸", "kG7#vPq2!xZr",
          "MyPasswordIsNotThisOne", "Test einer Ruderregatta"}) {
        EXPECT_TRUE(check_password(password, "erika.beispiel@lichthafen.example").ok()) << password;
    }
}

TEST(PasswordRules, TheLengthIsCountedInCharacters) {
    const std::string eleven = "überäße xyz";
    EXPECT_EQ(codes(check_password(eleven, "")), std::vector{ErrorCode::PasswordLength});
    EXPECT_TRUE(check_password(eleven + "q", "").ok());
    std::string most;
    for (int i = 0; most.size() < 256; ++i) most += "w" + std::to_string(i * i);
    most.resize(256);
    EXPECT_TRUE(check_password(most, "").ok());
    EXPECT_EQ(codes(check_password(most + "a", "")), std::vector{ErrorCode::PasswordLength});
    EXPECT_EQ(codes(check_password(std::string(20'000'000, 'a'), "")).front(), ErrorCode::PasswordLength);
}

TEST(PasswordRules, WhatEverybodyTriesFirstIsRefused) {
    for (const char* password :
         {"password1234", "Passwort!2026", "P@ssw0rd!!!!", "passwordpassword", "willkommen2026",
          "123456789012", "qwertzuiopü+", "aaaaaaaaaaaaaa", "abcabcabcabcabc", "987654321098",
          "1234-Geheim-1234", "1qaz2wsx3edc", "CorrectHorseBatteryStaple", "PASSWORDPASS", "abcdefghijkl"}) {
        EXPECT_EQ(codes(check_password(password, "")), std::vector{ErrorCode::PasswordGuessable}) << password;
    }
}

TEST(PasswordRules, TheAccountsAddressIsRefused) {
    for (const char* password :
         {"x erika.beispiel@lichthafen.example", "mein LICHTHAFEN hier", "erika.beispiel am Ufer"}) {
        EXPECT_EQ(codes(check_password(password, "Erika.Beispiel@lichthafen.example")),
                  std::vector{ErrorCode::PasswordContainsEmail})
            << password;
    }
    EXPECT_TRUE(check_password("Ufer am Regentag", "ufer@see.example").ok())
        << "short parts are words of everybody";
}

TEST(PasswordRules, AllFaultsAreToldAtTheirPlace) {
    const base::Outcome outcome = check_password("admin", "admin@example.org", {{}, 0, 0, "password"});
    EXPECT_EQ(codes(outcome), (std::vector{ErrorCode::PasswordLength, ErrorCode::PasswordGuessable,
                                           ErrorCode::PasswordContainsEmail}));
    EXPECT_EQ(outcome.errors().front().place.field, "password");
    EXPECT_EQ(codes(check_password("", "")), std::vector{ErrorCode::PasswordLength});
    EXPECT_EQ(codes(check_password("vier Tannen \xFF am Hafen", "")), std::vector{ErrorCode::EncodingBroken});
}

}  // namespace
}  // namespace kontor::identity
