// SPDX-License-Identifier: EUPL-1.2
#include "identity/provider_document.hpp"

#include <gtest/gtest.h>

#include <map>

namespace kontor::identity {
namespace {

using Members = std::map<std::string, std::string>;

Members sound() {
    return {{"issuer", "\"https://id.example.org\""},
            {"authorization_endpoint", "\"https://id.example.org/auth\""},
            {"token_endpoint", "\"https://id.example.org/token\""},
            {"jwks_uri", "\"https://keys.example.org/jwks\""},
            {"code_challenge_methods_supported", "[\"S256\"]"}};
}

std::string json(const Members& members) {
    std::string out;
    for (const auto& [name, value] : members) out += (out.empty() ? "{\"" : ",\"") + name + "\":" + value;
    return out + "}";
}

std::size_t faults(const Members& members, std::string_view issuer = "https://id.example.org") {
    const auto read = read_provider_document(json(members), issuer);
    return read ? 0 : read.errors().size();
}

TEST(ProviderDocument, IsRead) {
    const auto read = read_provider_document(json(sound()), "https://id.example.org");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().token_endpoint, "https://id.example.org/token");
    EXPECT_EQ(read.value().client_proof, ClientProof::Header);
    EXPECT_FALSE(read.value().names_itself);
}

TEST(ProviderDocument, TellsHowToProveOneself) {
    Members members = sound();
    members["token_endpoint_auth_methods_supported"] = "[\"client_secret_post\"]";
    members["authorization_response_iss_parameter_supported"] = "true";
    const auto read = read_provider_document(json(members), "https://id.example.org");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().client_proof, ClientProof::Form);
    EXPECT_TRUE(read.value().names_itself);
}

TEST(ProviderDocument, AllFaultsAreTold) {
    EXPECT_EQ(faults(sound(), "https://id.example.com"), 1U);
    EXPECT_EQ(faults(sound(), "https://id.example.org/"), 1U) << "issuers are compared to the letter";
    Members members = sound();
    members["token_endpoint"] = "\"http://id.example.org/token\"";
    members["jwks_uri"] = "7";
    members["code_challenge_methods_supported"] = "[\"plain\"]";
    members.erase("authorization_endpoint");
    EXPECT_EQ(faults(members), 4U);
}

TEST(ProviderDocument, ASecureProviderDoesNotSendUsToThisMachine) {
    Members members = sound();
    members["token_endpoint"] = "\"http://127.0.0.1:9/token\"";
    EXPECT_EQ(faults(members), 1U);
    members["issuer"] = "\"http://127.0.0.1:9\"";
    EXPECT_EQ(faults(members, "http://127.0.0.1:9"), 0U);
}

TEST(ProviderDocument, WhatIsNotJsonIsRefused) {
    for (const char* text : {"", "[]", "<html>", "{\"issuer\":", "{\"issuer\":\"a\",\"issuer\":\"b\"}"}) {
        const auto read = read_provider_document(text, "https://id.example.org");
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_EQ(read.errors().front().code, base::ErrorCode::IdentityProviderAnswer);
    }
}

TEST(ProviderDocument, IsFoundBelowTheIssuer) {
    EXPECT_EQ(provider_document_address("https://id.example.org/realms/x/"),
              "https://id.example.org/realms/x/.well-known/openid-configuration");
}

}  // namespace
}  // namespace kontor::identity
