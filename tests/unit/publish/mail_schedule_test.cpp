// SPDX-License-Identifier: EUPL-1.2
#include "publish/mail_schedule.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace kontor::publish {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::sys_seconds kStart = std::chrono::sys_days{std::chrono::year{2027} / 3 / 1};

TEST(MailSchedule, TriesSoonThenRarelyThenGivesUp) {
    std::vector<std::chrono::minutes> waits;
    auto now = kStart;
    for (int made = 1; const auto next = next_try({made, kStart}, now); ++made) {
        waits.push_back(std::chrono::floor<std::chrono::minutes>(*next - now));
        now = *next;
        ASSERT_LT(made, 20);
    }
    const std::vector<std::chrono::minutes> expected{1min, 5min, 15min, 1h, 4h, 24h, 24h, 24h, 24h};
    EXPECT_EQ(waits, expected);
    EXPECT_LE(now, kStart + kMailLifetime);
}

TEST(MailSchedule, CountsFromNowAfterALongPause) {
    EXPECT_EQ(next_try({1, kStart}, kStart + 48h), kStart + 48h + 1min);
    EXPECT_EQ(next_try({1, kStart}, kStart + kMailLifetime), std::nullopt);
    EXPECT_EQ(next_try({1, kStart}, kStart + kMailLifetime - 1min), kStart + kMailLifetime);
}

TEST(MailSchedule, BearsCountsThatCannotBe) {
    EXPECT_EQ(next_try({0, kStart}, kStart), kStart + 1min);
    EXPECT_EQ(next_try({1'000'000, kStart}, kStart), kStart + 24h);
}

}  // namespace
}  // namespace kontor::publish
