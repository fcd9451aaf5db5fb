// SPDX-License-Identifier: EUPL-1.2
#include "identity/web_client.hpp"

#include <gtest/gtest.h>

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
