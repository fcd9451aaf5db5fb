// SPDX-License-Identifier: EUPL-1.2
#include "identity/secret_token.hpp"

#include <gtest/gtest.h>

namespace kontor::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};

TEST(SecretToken, TellsItsKindByItsForm) {
    EXPECT_EQ(new_token(TokenKind::Session).substr(0, 3), "ks_");
    EXPECT_EQ(new_token(TokenKind::Api).substr(0, 3), "kt_");
    EXPECT_EQ(new_token(TokenKind::Link).substr(0, 3), "kl_");
    for (const TokenKind kind : {TokenKind::Session, TokenKind::Api, TokenKind::Link}) {
        const std::string token = new_token(kind);
        EXPECT_EQ(token.size(), 46U);
        EXPECT_EQ(token_kind(token), kind);
        EXPECT_NE(token, new_token(kind));
    }
}

TEST(SecretToken, EverythingElseIsNoToken) {
    const std::string token = new_token(TokenKind::Api);
    const std::string bad_ending = token.substr(0, 45) + "B";  // bits beyond the 256th
    for (const std::string& text :
         {std::string(), std::string("kt_"), token.substr(0, 45), token + "A", " " + token, token + "\n",
          "kx_" + token.substr(3), token.substr(3), "kt_" + std::string(43, '='),
          "kt_" + std::string(1'000'000, 'A'), bad_ending}) {
        EXPECT_EQ(token_kind(text), std::nullopt) << text.substr(0, 60);
    }
}

TEST(SecretToken, TheFingerprintIsItsSha256) {
    EXPECT_EQ(fingerprint("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

class FormToken : public testing::Test {
protected:
    FormTokens tokens_{std::string(32, 'k'), 1h};
    std::string session_ = fingerprint("a session");
    std::string token_ = tokens_.issue(session_, kNow);
};

TEST_F(FormToken, IsTakenFromItsOwnSessionUntilItsEnd) {
    EXPECT_TRUE(tokens_.check(token_, session_, kNow).ok());
    EXPECT_TRUE(tokens_.check(token_, session_, kNow + 1h - 1s).ok());
    EXPECT_FALSE(tokens_.check(token_, session_, kNow + 1h).ok());
}

TEST_F(FormToken, IsRefusedFromElsewhere) {
    EXPECT_FALSE(tokens_.check(token_, fingerprint("another session"), kNow).ok());
    EXPECT_FALSE(FormTokens(std::string(32, 'x'), 1h).check(token_, session_, kNow).ok());
}

TEST_F(FormToken, IsRefusedWhenChangedAnywhere) {
    for (std::size_t i = 0; i < token_.size(); ++i) {
        std::string changed = token_;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens_.check(changed, session_, kNow).ok()) << i;
    }
    for (const std::string& text : {std::string(), std::string("kf_"), token_ + "A", token_.substr(0, 30),
                                    std::string(1'000'000, 'A')}) {
        const auto outcome = tokens_.check(text, session_, kNow);
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.errors().front().code, base::ErrorCode::FormTokenInvalid);
    }
}

}  // namespace
}  // namespace kontor::identity
