// SPDX-License-Identifier: EUPL-1.2
#include "identity/rate_limit.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kontor::identity {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};

TEST(RateLimiter, GivesABucketfulAndThenOneByOne) {
    RateLimiter limiter({.attempts = 3, .refill = 10s, .keys = 10});
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limiter.spend("erika", kNow).ok()) << i;
    const auto refused = limiter.spend("erika", kNow + 1s);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, base::ErrorCode::TooManyAttempts);
    EXPECT_EQ(refused.errors().front().arguments.front().second, "9");
    EXPECT_TRUE(limiter.spend("erika", kNow + 10s).ok());
    EXPECT_FALSE(limiter.spend("erika", kNow + 19s).ok());
    EXPECT_TRUE(limiter.spend("erika", kNow + 20s).ok());
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limiter.spend("erika", kNow + 50s).ok()) << "full again, " << i;
    EXPECT_FALSE(limiter.spend("erika", kNow + 50s).ok()) << "never more than full";
}

TEST(RateLimiter, KeysDoNotDisturbEachOther) {
    RateLimiter limiter({.attempts = 1, .refill = 60s, .keys = 10});
    EXPECT_TRUE(limiter.spend("a", kNow).ok());
    EXPECT_TRUE(limiter.spend("b", kNow).ok());
    EXPECT_FALSE(limiter.spend("a", kNow).ok());
    limiter.forgive("a");
    EXPECT_TRUE(limiter.spend("a", kNow).ok());
    EXPECT_FALSE(limiter.spend("b", kNow).ok());
    limiter.forgive("nobody");
}

TEST(RateLimiter, AClockSetBackLocksNobodyOutForLong) {
    RateLimiter limiter({.attempts = 2, .refill = 10s, .keys = 10});
    EXPECT_TRUE(limiter.spend("a", kNow).ok());
    const auto refused = limiter.spend("a", kNow - 24h * 365);
    ASSERT_FALSE(refused.ok()) << "nothing is given back";
    EXPECT_EQ(refused.errors().front().arguments.front().second, "10");
    EXPECT_TRUE(limiter.spend("a", kNow - 24h * 365 + 10s).ok());
}

TEST(RateLimiter, RemembersAFixedNumberOfKeys) {
    RateLimiter limiter({.attempts = 1, .refill = 600s, .keys = 100});
    EXPECT_TRUE(limiter.spend("kept in use", kNow).ok());
    for (int i = 0; i < 10'000; ++i) {
        EXPECT_TRUE(limiter.spend(std::to_string(i), kNow).ok());
        EXPECT_FALSE(limiter.spend("kept in use", kNow).ok()) << i;
    }
    EXPECT_EQ(limiter.remembered_keys(), 100U);
    EXPECT_FALSE(limiter.spend("9999", kNow).ok());
    EXPECT_TRUE(limiter.spend("0", kNow).ok()) << "the oldest made room";
}

TEST(RateLimiter, ThreadsTogetherGetNoMoreThanOne) {
    RateLimiter limiter({.attempts = 100, .refill = 60s, .keys = 10});
    std::atomic<int> granted = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 1'000; ++i) granted += limiter.spend("shared", kNow).ok() ? 1 : 0;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(granted.load(), 100);
}

}  // namespace
}  // namespace kontor::identity
