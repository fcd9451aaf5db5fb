// SPDX-License-Identifier: EUPL-1.2
#include "identity/totp.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kontor::identity {
namespace {

using namespace std::chrono_literals;

const std::string kRfcSecret = "12345678901234567890";

struct Vector {
    std::int64_t seconds;
    const char* code;
};
class Rfc6238 : public testing::TestWithParam<Vector> {};

// Appendix B gives eight digits; six digits are the last six of them.
INSTANTIATE_TEST_SUITE_P(AppendixB, Rfc6238,
                         testing::Values(Vector{59, "287082"}, Vector{1'111'111'109, "081804"},
                                         Vector{1'111'111'111, "050471"}, Vector{1'234'567'890, "005924"},
                                         Vector{2'000'000'000, "279037"}, Vector{20'000'000'000, "353130"}));

TEST_P(Rfc6238, GivesTheCode) {
    const std::chrono::sys_seconds at{std::chrono::seconds(GetParam().seconds)};
    EXPECT_EQ(totp_code(kRfcSecret, totp_step(at)), GetParam().code);
    EXPECT_EQ(verified_totp_step(kRfcSecret, GetParam().code, at), GetParam().seconds / 30);
}

TEST(Totp, TakesOneStepBeforeAndAfterAndTellsWhich) {
    const std::chrono::sys_seconds now{1'800'000'000s};
    const std::int64_t step = totp_step(now);
    for (const std::int64_t shift : {-1, 0, 1})
        EXPECT_EQ(verified_totp_step(kRfcSecret, totp_code(kRfcSecret, step + shift), now), step + shift);
    for (const std::int64_t shift : {-2, 2})
        EXPECT_EQ(verified_totp_step(kRfcSecret, totp_code(kRfcSecret, step + shift), now), std::nullopt);
}

TEST(Totp, RefusesWhatIsNoCode) {
    const std::chrono::sys_seconds at{59s};
    EXPECT_EQ(verified_totp_step(kRfcSecret, "287 082", at), 1) << "apps show it with a blank";
    for (const char* code : {"", "28708", "2870820", "287083", "28708२", "-87082", "94287082"})
        EXPECT_EQ(verified_totp_step(kRfcSecret, code, at), std::nullopt) << code;
    EXPECT_EQ(verified_totp_step(kRfcSecret, std::string(1'000'000, ' ') + "287082", at), std::nullopt);
    EXPECT_EQ(verified_totp_step("another secret", "287082", at), std::nullopt);
}

TEST(Totp, SecretsAreNewAndTravelInTheAddress) {
    EXPECT_EQ(new_totp_secret().size(), 20U);
    EXPECT_NE(new_totp_secret(), new_totp_secret());
    EXPECT_EQ(otpauth_uri(kRfcSecret, "Kontor Nord", "erika+x@example.org"),
              "otpauth://totp/Kontor%20Nord:erika%2Bx%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Kontor%20Nord&algorithm=SHA1&digits=6&period=30");
}

TEST(RecoveryCodes, AreTenDifferentOnes) {
    const auto codes = new_recovery_codes();
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    for (const std::string& code : codes) EXPECT_EQ(code.size(), 19U) << code;
}

TEST(RecoveryCodes, AreReadHoweverTheyAreTyped) {
    const std::string kept = recovery_fingerprint("ablo-cdef-ghjk-mn23");
    EXPECT_EQ(recovery_fingerprint("ABLO CDEF GHJK MN23"), kept);
    EXPECT_EQ(recovery_fingerprint("ab10cdefghjkmn23"), kept);
    EXPECT_NE(recovery_fingerprint("ablo-cdef-ghjk-mn24"), kept);
    EXPECT_EQ(kept.size(), 64U);
}

}  // namespace
}  // namespace kontor::identity
