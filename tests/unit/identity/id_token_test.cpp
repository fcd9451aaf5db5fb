// SPDX-License-Identifier: EUPL-1.2
#include "identity/id_token.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "identity/octets.hpp"
#include "unit/identity/signing_key.hpp"

namespace kontor::identity {
namespace {

using namespace std::chrono_literals;
using Claims = std::map<std::string, std::string>;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};
const std::string kUnknown = "the key is unknown";
const std::string kWrong = "the signature is wrong";

class IdToken : public testing::Test {
protected:
    static const SigningKey& rsa() {
        static const SigningKey kKey = SigningKey::rsa("r1");
        return kKey;
    }
    static const SigningKey& ec() {
        static const SigningKey kKey = SigningKey::ec("e1");
        return kKey;
    }

    static Claims claims() {
        return {{"iss", "\"https://id.example.org\""},
                {"aud", "\"kontor\""},
                {"sub", "\"4711\""},
                {"nonce", "\"n-1\""},
                {"exp", "1800000300"},
                {"iat", "1799999999"},
                {"email", "\"erika@example.org\""},
                {"email_verified", "true"},
                {"name", "\"Erika Beispiel\""}};
    }
    static std::string json(const Claims& claims) {
        std::string out;
        for (const auto& [name, value] : claims) out += (out.empty() ? "{\"" : ",\"") + name + "\":" + value;
        return out + "}";
    }
    static Claims with(const std::string& name, const std::string& value) {
        Claims out = claims();
        out[name] = value;
        return out;
    }
    static Claims without(const std::string& name) {
        Claims out = claims();
        out.erase(name);
        return out;
    }

    static base::Result<ExternalIdentity> judged(const std::string& token, const KeySet& keys) {
        const auto read = read_signed_token(token);
        if (!read) return read.errors();
        return verified_identity(read.value(), keys,
                                 {"https://id.example.org", "kontor", "n-1", "access", kNow});
    }
    /// The reasons against `token`, joined; empty when it is accepted.
    static std::string reasons(const std::string& token, const std::string& keys) {
        const auto set = KeySet::read(keys);
        EXPECT_TRUE(set.ok());
        const auto identity = judged(token, set.value());
        std::string out;
        if (identity) return out;
        for (const base::Error& error : identity.errors()) {
            EXPECT_EQ(error.code, base::ErrorCode::IdentityRefused);
            out += (out.empty() ? "" : "; ") + error.arguments.front().second;
        }
        return out;
    }
    static std::string reasons(const std::string& token) {
        return reasons(token, key_set_of({rsa().jwk(), ec().jwk()}));
    }
    static std::string claim_reasons(const Claims& claims) {
        return reasons(rsa().token("RS256", json(claims)));
    }
};

TEST_F(IdToken, TellsWhoSignedIn) {
    const auto keys = KeySet::read(key_set_of({rsa().jwk()}));
    const auto identity = judged(rsa().token("RS256", json(claims())), keys.value());
    ASSERT_TRUE(identity.ok());
    EXPECT_EQ(identity.value().issuer, "https://id.example.org");
    EXPECT_EQ(identity.value().subject, "4711");
    EXPECT_EQ(identity.value().email, "erika@example.org");
    EXPECT_TRUE(identity.value().is_email_verified);
    EXPECT_EQ(identity.value().name, "Erika Beispiel");
}

TEST_F(IdToken, IsAcceptedInAllThreeAlgorithms) {
    EXPECT_EQ(reasons(rsa().token("RS256", json(claims()))), "");
    EXPECT_EQ(reasons(rsa().token("PS256", json(claims()))), "");
    EXPECT_EQ(reasons(ec().token("ES256", json(claims()))), "");
}

TEST_F(IdToken, WithoutSignatureIsRefused) {
    for (const char* none : {"none", "None", "NONE", "nOnE", ""}) {
        const std::string header = fmt::format(R"({{"alg":"{}","kid":"r1"}})", none);
        const std::string unsigned_token = base64url(header) + '.' + base64url(json(claims())) + '.';
        EXPECT_EQ(reasons(unsigned_token), "the algorithm is not RS256, PS256 or ES256") << none;
    }
    const std::string token = rsa().token("RS256", json(claims()));
    EXPECT_EQ(reasons(token.substr(0, token.rfind('.') + 1)), kWrong);
}

TEST_F(IdToken, SignedWithThePublicKeyAsASecretIsRefused) {
    const std::string part = base64url(R"({"alg":"HS256","kid":"r1"})") + '.' + base64url(json(claims()));
    for (const std::string& secret : {rsa().pem(), rsa().jwk()}) {
        EXPECT_EQ(reasons(part + '.' + base64url(hmac_sha256(secret, part))),
                  "the algorithm is not RS256, PS256 or ES256");
    }
}

TEST_F(IdToken, OfAnotherKeyIsRefused) {
    const SigningKey same_id = SigningKey::rsa("r1");
    EXPECT_EQ(reasons(same_id.token("RS256", json(claims()))), kWrong);
    EXPECT_EQ(reasons(same_id.token("PS256", json(claims()))), kWrong);
    EXPECT_EQ(reasons(SigningKey::ec("e1").token("ES256", json(claims()))), kWrong);
    EXPECT_EQ(reasons(SigningKey::rsa("r9").token("RS256", json(claims()))), kUnknown);
}

TEST_F(IdToken, KeyAndAlgorithmMustGoTogether) {
    const std::string with_ec_id = R"({"alg":"RS256","kid":"e1"})";
    EXPECT_EQ(reasons(rsa().token("RS256", with_ec_id, json(claims()))), kUnknown);
    const std::string pinned = key_set_of({rsa().jwk(R"(,"alg":"PS256","use":"sig")")});
    EXPECT_EQ(reasons(rsa().token("RS256", json(claims())), pinned), kUnknown);
    EXPECT_EQ(reasons(rsa().token("PS256", json(claims())), pinned), "");
    EXPECT_EQ(reasons(rsa().token("PS256", R"({"alg":"RS256","kid":"r1"})", json(claims()))), kWrong);
}

TEST_F(IdToken, WithoutAKeysIdNeedsASingleKeyThatFits) {
    const std::string token = rsa().token("RS256", R"({"alg":"RS256"})", json(claims()));
    EXPECT_EQ(reasons(token), "");
    EXPECT_EQ(reasons(token, key_set_of({rsa().jwk(), SigningKey::rsa("r2").jwk()})), kUnknown);
}

TEST_F(IdToken, ChangedAnywhereIsRefused) {
    for (const std::string& token :
         {rsa().token("RS256", json(claims())), ec().token("ES256", json(claims()))}) {
        for (std::size_t i = 0; i < token.size(); i += 7) {
            std::string changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            EXPECT_NE(reasons(changed), "") << i;
        }
        EXPECT_NE(reasons(token + "A"), "");
        EXPECT_NE(reasons(token.substr(0, token.size() / 2)), "");
    }
}

TEST_F(IdToken, OutOfShapeIsRefused) {
    EXPECT_EQ(reasons(""), "not three parts");
    EXPECT_EQ(reasons("a.b"), "not three parts");
    EXPECT_EQ(reasons("a.b.c.d.e"), "not three parts");
    EXPECT_EQ(reasons("=.e30.e30"), "not base64url");
    EXPECT_EQ(reasons("e30.e30.e30"), "the algorithm is not RS256, PS256 or ES256");
    EXPECT_EQ(reasons(base64url("{\"alg\":") + ".e30.e30"), "the header is not JSON");
    EXPECT_EQ(reasons(std::string(16'385, 'A')), "too long");
    EXPECT_EQ(reasons(rsa().token("RS256", "{\"iss\":\"https://id.exam")), "the claims are not JSON");
    EXPECT_EQ(reasons(rsa().token("RS256", "[]")), "the claims are not JSON");
    EXPECT_EQ(reasons(rsa().token("RS256", R"({"sub":"1","sub":"2"})")), "the claims are not JSON");
    const std::string ok = json(claims());
    EXPECT_EQ(reasons(rsa().token("RS256", R"({"alg":"RS256","kid":"r1","crit":["b64"]})", ok)),
              "it asks for extensions");
    EXPECT_EQ(reasons(rsa().token("RS256", R"({"alg":"RS256","kid":"r1","typ":"at+jwt"})", ok)),
              "a token of another type");
    EXPECT_EQ(reasons(rsa().token("RS256", R"({"alg":"RS256","kid":7})", ok)), "the key's id is not a text");
}

TEST_F(IdToken, OfAnotherIssuerOrForAnotherClientIsRefused) {
    EXPECT_EQ(claim_reasons(with("iss", "\"https://id.example.org/\"")), "the issuer is another one");
    EXPECT_EQ(claim_reasons(without("iss")), "the issuer is another one");
    EXPECT_EQ(claim_reasons(with("aud", "\"other\"")), "it was issued for somebody else");
    EXPECT_EQ(claim_reasons(without("aud")), "it was issued for somebody else");
    EXPECT_EQ(claim_reasons(with("aud", "[]")), "it was issued for somebody else");
    EXPECT_EQ(claim_reasons(with("aud", "[\"kontor\",7]")), "it was issued for somebody else");
    EXPECT_EQ(claim_reasons(with("aud", "[\"kontor\"]")), "");
    EXPECT_EQ(claim_reasons(with("aud", "[\"kontor\",\"other\"]")),
              "several recipients and no authorised one");
    EXPECT_EQ(claim_reasons(with("azp", "\"other\"")), "another party is authorised");
    Claims several = with("aud", "[\"other\",\"kontor\"]");
    several["azp"] = "\"kontor\"";
    EXPECT_EQ(claim_reasons(several), "");
}

TEST_F(IdToken, HasItsTime) {
    EXPECT_EQ(claim_reasons(with("exp", "1799999941")), "") << "a minute of skew";
    EXPECT_EQ(claim_reasons(with("exp", "1799999940")), "expired");
    EXPECT_EQ(claim_reasons(with("exp", "1800000300.5")), "");
    for (const char* end : {"\"1800000300\"", "1e300", "-1", "null"})
        EXPECT_EQ(claim_reasons(with("exp", end)), "the end is missing") << end;
    EXPECT_EQ(claim_reasons(with("iat", "1800000060")), "");
    EXPECT_EQ(claim_reasons(with("iat", "1800000061")), "issued in the future");
    EXPECT_EQ(claim_reasons(with("iat", "1799996399")), "issued too long ago");
    EXPECT_EQ(claim_reasons(without("iat")), "the time of issue is missing");
    EXPECT_EQ(claim_reasons(with("nbf", "1800000061")), "not valid yet");
    EXPECT_EQ(claim_reasons(with("nbf", "1800000060")), "");
}

TEST_F(IdToken, BelongsToOneSignIn) {
    EXPECT_EQ(claim_reasons(with("nonce", "\"n-2\"")), "the nonce is another one");
    EXPECT_EQ(claim_reasons(without("nonce")), "the nonce is another one");
    EXPECT_EQ(claim_reasons(with("at_hash", '"' + base64url(sha256("access").substr(0, 16)) + '"')), "");
    EXPECT_EQ(claim_reasons(with("at_hash", '"' + base64url(sha256("other").substr(0, 16)) + '"')),
              "it belongs to another access token");
    EXPECT_EQ(claim_reasons(with("sub", "\"\"")), "the subject is missing or too long");
    EXPECT_EQ(claim_reasons(with("sub", '"' + std::string(256, 's') + '"')),
              "the subject is missing or too long");
}

TEST_F(IdToken, AllFaultsAreTold) {
    EXPECT_EQ(claim_reasons({{"x", "1"}}),
              "the issuer is another one; it was issued for somebody else; the end is missing; "
              "the time of issue is missing; the nonce is another one; the subject is missing or too long");
}

TEST_F(IdToken, UnverifiedOrOddClaimsAboutThePersonAreNotBelieved) {
    const auto keys = KeySet::read(key_set_of({rsa().jwk()}));
    Claims odd = with("email_verified", "\"true\"");
    odd["email"] = "[\"erika@example.org\"]";
    odd["name"] = '"' + std::string(1'001, 'n') + '"';
    const auto identity = judged(rsa().token("RS256", json(odd)), keys.value());
    ASSERT_TRUE(identity.ok());
    EXPECT_FALSE(identity.value().is_email_verified);
    EXPECT_EQ(identity.value().email, "");
    EXPECT_EQ(identity.value().name, "");
}

TEST(KeySet, LeavesOutKeysThatMustNotServe) {
    const std::string short_rsa = SigningKey::rsa("short", 1'024).jwk();
    const std::string good = SigningKey::ec("good").jwk();
    const std::string off_curve = fmt::format(R"({{"kid":"x","kty":"EC","crv":"P-256","x":"{0}","y":"{0}"}})",
                                              base64url(std::string(32, '\1')));
    const auto keys = KeySet::read(key_set_of(
        {short_rsa, good, off_curve, SigningKey::ec("enc").jwk(R"(,"use":"enc")"),
         R"({"kty":"oct","k":"AAAA"})", "7", SigningKey::ec("hs").jwk(R"(,"alg":"HS256")"),
         R"({"kty":"RSA","n":"AQAB","e":"AQAB"})", "{}", R"({"kty":"EC","crv":"P-521","x":"AA","y":"AA"})"}));
    ASSERT_TRUE(keys.ok());
    EXPECT_EQ(keys.value().size(), 1U);
    EXPECT_NE(keys.value().find("good", SignatureAlgorithm::Es256), nullptr);
    EXPECT_EQ(keys.value().find("good", SignatureAlgorithm::Rs256), nullptr);
}

TEST(KeySet, TheSameIdTwiceIsAmbiguous) {
    const auto keys = KeySet::read(key_set_of({SigningKey::ec("a").jwk(), SigningKey::ec("a").jwk()}));
    EXPECT_EQ(keys.value().find("a", SignatureAlgorithm::Es256), nullptr);
}

TEST(KeySet, WhatIsNoneIsRefused) {
    std::string many = "{}";
    for (int i = 0; i < 100; ++i) many += ",{}";
    for (const std::string& text : {std::string(), std::string("[]"), std::string("{\"keys\":{}}"),
                                    std::string("{\"keys\":[{\"kty\":"), "{\"keys\":[" + many + "]}"}) {
        const auto keys = KeySet::read(text);
        ASSERT_FALSE(keys.ok()) << text;
        EXPECT_EQ(keys.errors().front().code, base::ErrorCode::IdentityProviderAnswer);
    }
}

}  // namespace
}  // namespace kontor::identity
