// SPDX-License-Identifier: EUPL-1.2
#include "http/server.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace kontor::http {
namespace {

TEST(Server, SaysWhenItsAddressIsTaken) {
    const Router router;
    const auto first = Server::listen({.port = 0}, router, {});
    ASSERT_TRUE(first);
    const auto second = Server::listen({.port = first.value()->port()}, router, {});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.errors()[0].code, base::ErrorCode::AddressUnusable);
}

TEST(Server, StopsWhenTold) {
    const Router router;
    const auto server = Server::listen({.port = 0, .threads = 2}, router, {});
    ASSERT_TRUE(server);
    std::jthread runner([&] { server.value()->run(); });
    server.value()->stop();
    runner.join();
}

}  // namespace
}  // namespace kontor::http
