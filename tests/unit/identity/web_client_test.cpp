// SPDX-License-Identifier: EUPL-1.2
#include "identity/web_client.hpp"

#include <gtest/gtest.h>

#include <array>

#include "identity/curl_client.hpp"

namespace kontor::identity {
namespace {

TEST(Reach, HttpsGoesAnywhereHttpOnlyHere) {
    for (const char* address :
         {"https://id.example.org", "https://id.example.org:8443/realms/x?y=z", "HTTPS://ID.example"})
        EXPECT_EQ(reach_of(address), Reach::Secure) << address;
    for (const char* address : {"http://127.0.0.1:3000/x", "http://localhost", "http://[::1]:80/"})
        EXPECT_EQ(reach_of(address), Reach::Loopback) << address;
}

TEST(Reach, EverythingElseIsRefused) {
    for (const char* address :
         {"", "id.example.org", "http://id.example.org", "ftp://id.example.org", "file:///etc/passwd",
          "https://", "https://user@id.example.org", "https://user:x@id.example.org",
          "http://127.0.0.1@id.example.org", "http://localhost.example.org", "http://127.0.0.1.example.org",
          "https://id.example.org#x", "https://id.example.org/\r\nx", "https://id.example.org/a b",
          "https://id.example.org\\@x", "javascript:alert(1)", "//id.example.org", "gopher://127.0.0.1/",
          "http://0.0.0.0/"}) {
        EXPECT_EQ(reach_of(address), Reach::Refused) << address;
    }
    EXPECT_EQ(reach_of("https://id.example.org/" + std::string(2'000, 'a')), Reach::Refused);
}

TEST(HostAndPort, SaysBothInLowerCase) {
    EXPECT_EQ(host_and_port("https://News.Example.org/feed?a=b"), "news.example.org:443");
    EXPECT_EQ(host_and_port("https://news.example.org:8443/"), "news.example.org:8443");
    EXPECT_EQ(host_and_port("http://127.0.0.1:8099/feed"), "127.0.0.1:8099");
    EXPECT_EQ(host_and_port("http://news.example.org/"), "");
    EXPECT_EQ(host_and_port("https://a@news.example.org/"), "");
}

TEST(PublicPeer, IsNoMachineOfAPrivateLocalOrReservedNetwork) {
    const auto v4 = [](unsigned char a, unsigned char b, unsigned char c, unsigned char d) {
        const std::array<unsigned char, 4> octets{a, b, c, d};
        return is_public_peer(octets);
    };
    EXPECT_TRUE(v4(93, 184, 216, 34));
    EXPECT_TRUE(v4(172, 32, 0, 1));
    EXPECT_FALSE(v4(10, 0, 0, 1));
    EXPECT_FALSE(v4(172, 16, 0, 1));
    EXPECT_FALSE(v4(192, 168, 1, 1));
    EXPECT_FALSE(v4(169, 254, 169, 254));
    EXPECT_FALSE(v4(100, 64, 0, 1));
    EXPECT_FALSE(v4(127, 0, 0, 1));
    EXPECT_FALSE(v4(0, 0, 0, 0));
    EXPECT_FALSE(v4(224, 0, 0, 1));
    EXPECT_FALSE(v4(255, 255, 255, 255));
    std::array<unsigned char, 16> v6{};
    EXPECT_FALSE(is_public_peer(v6));  // ::
    v6[15] = 1;
    EXPECT_FALSE(is_public_peer(v6));  // ::1
    v6 = {0x20, 0x01, 0x41, 0xD0};
    EXPECT_TRUE(is_public_peer(v6));
    v6 = {0xFE, 0x80};
    EXPECT_FALSE(is_public_peer(v6));
    v6 = {0xFD, 0x12};
    EXPECT_FALSE(is_public_peer(v6));
    v6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 10, 0, 0, 1};
    EXPECT_FALSE(is_public_peer(v6));  // ::ffff:10.0.0.1
    v6 = {0x20, 0x02, 127, 0, 0, 1};
    EXPECT_FALSE(is_public_peer(v6));  // 6to4 of 127.0.0.1
    EXPECT_FALSE(is_public_peer({}));
}

TEST(PercentEncoded, LeavesOnlyWhatNeedsNoCode) {
    EXPECT_EQ(percent_encoded("aZ0-._~"), "aZ0-._~");
    EXPECT_EQ(percent_encoded("a b&c=d+ü/\r\n"), "a%20b%26c%3Dd%2B%C3%BC%2F%0D%0A");
    EXPECT_EQ(percent_encoded(""), "");
}

TEST(CurlClient, DoesNotEvenTryARefusedAddress) {
    const auto answer =
        CurlClient().send({.address = "http://id.example.org/", .form = {}, .authorization = {}});
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.errors().front().code, base::ErrorCode::IdentityProviderUnreachable);
}

}  // namespace
}  // namespace kontor::identity
