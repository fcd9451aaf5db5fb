// SPDX-License-Identifier: EUPL-1.2
#include "http/asker_source.hpp"

#include <gtest/gtest.h>

namespace kontor::http {
namespace {

PublicAddress address(std::string_view text) {
    return PublicAddress::parse(text).value();
}

TEST(PublicAddress, IsAnOriginThatCanBeTrusted) {
    EXPECT_EQ(address("https://kontor.example").host(), "kontor.example");
    EXPECT_EQ(address("https://kontor.example:8443").host(), "kontor.example:8443");
    EXPECT_TRUE(address("https://kontor.example").is_secure());
    EXPECT_FALSE(address("http://localhost:8080").is_secure());
    EXPECT_EQ(address("").host(), "");
    for (const char* text : {"http://kontor.example", "https://kontor.example/", "https://kontor.example/app",
                             "https://user@kontor.example", "https://kontor.example?x", "kontor.example",
                             "https://Kontor.example", "javascript:alert(1)", "https://"}) {
        const auto refused = PublicAddress::parse(text);
        ASSERT_FALSE(refused.ok()) << text;
        EXPECT_EQ(refused.errors().front().code, base::ErrorCode::PublicUrlInvalid);
    }
}

TEST(Cookies, AreReadAmongOthersAndKeptOutOfReach) {
    const Cookies plain(address(""));
    EXPECT_EQ(plain.secret_in("a=b; kontor=ks_1; c=d"), "ks_1");
    EXPECT_EQ(plain.secret_in("kontor=first; kontor=second"), "first");
    EXPECT_EQ(plain.secret_in("xkontor=ks_1"), "");
    EXPECT_EQ(plain.secret_in(";;; = ;kontor"), "");
    EXPECT_EQ(plain.secret_in(""), "");
    const Cookies secure(address("https://kontor.example"));
    EXPECT_EQ(secure.secret_in("kontor=ks_1; __Host-kontor=ks_2"), "ks_2");
    EXPECT_EQ(secure.keep("ks_2"),
              "__Host-kontor=ks_2; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000");
    EXPECT_EQ(plain.keep(""), "kontor=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(Visitors, AreBelievedFromAProxyOnThisMachineOnly) {
    Request request;
    request.address = "127.0.0.1";
    request.forwarded_for = "198.51.100.9, 192.0.2.7";
    EXPECT_EQ(visitor_of(request, address("")).address, "127.0.0.1") << "there is no proxy";
    EXPECT_EQ(visitor_of(request, address("https://kontor.example")).address, "192.0.2.7");
    request.forwarded_for = "not an address";
    EXPECT_EQ(visitor_of(request, address("https://kontor.example")).address, "127.0.0.1");
    request.address = "203.0.113.5";
    request.forwarded_for = "192.0.2.7";
    EXPECT_EQ(visitor_of(request, address("https://kontor.example")).address, "203.0.113.5");
}

}  // namespace
}  // namespace kontor::http
