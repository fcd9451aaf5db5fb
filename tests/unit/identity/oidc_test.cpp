// SPDX-License-Identifier: EUPL-1.2
#include "identity/oidc.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "identity/octets.hpp"
#include "unit/identity/signing_key.hpp"

namespace kontor::identity {
namespace {

using namespace std::chrono_literals;
using base::ErrorCode;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};
const std::string kIssuer = "https://id.example.org";

/// Answers what the test wants, and remembers what it was asked.
class ForgedWeb final : public WebClient {
public:
    [[nodiscard]] base::Result<WebAnswer> send(const WebRequest& request) const override {
        requests.push_back(request);
        const auto found = answers.find(request.address);
        if (found == answers.end())
            return base::Error{
                ErrorCode::IdentityProviderUnreachable, {{"reason", "connection refused"}}, {}, {}};
        return found->second;
    }
    [[nodiscard]] std::size_t asked(const std::string& address) const {
        std::size_t count = 0;
        for (const WebRequest& request : requests) count += request.address == address ? 1U : 0U;
        return count;
    }
    std::map<std::string, WebAnswer> answers;
    mutable std::vector<WebRequest> requests;
};

std::string parameter(const std::string& query, const std::string& name) {
    const std::size_t start = ("&" + query).find("&" + name + "=");
    if (start == std::string::npos) return "";
    const std::size_t value = start + name.size() + 1;
    return query.substr(value, query.find('&', value) - value);
}

class Oidc : public testing::Test {
protected:
    static const SigningKey& key() {
        static const SigningKey kKey = SigningKey::ec("e1");
        return kKey;
    }

    Oidc() {
        web_.answers[provider_document_address(kIssuer)] = {200, document("")};
        web_.answers[kKeysAddress] = {200, key_set_of({key().jwk()})};
    }

    static std::string document(const std::string& more) {
        return fmt::format(
            R"({{"issuer":"{0}","authorization_endpoint":"{0}/auth","token_endpoint":"{0}/token",)"
            R"("jwks_uri":"{0}/keys"{1}}})",
            kIssuer, more);
    }

    SignInAttempt started() {
        auto start = party_.start(kNow);
        EXPECT_TRUE(start.ok());
        address_ = start.value().address;
        return start.value().attempt;
    }

    static std::string claims(const std::string& nonce) {
        return fmt::format(
            R"({{"iss":"{}","aud":"kontor","sub":"4711","nonce":"{}","exp":1800000300,"iat":1800000000}})",
            kIssuer, nonce);
    }
    static std::string tokens(const std::string& id_token) {
        return fmt::format(R"({{"access_token":"a","token_type":"Bearer","id_token":"{}"}})", id_token);
    }
    void answer_tokens(const std::string& id_token) { web_.answers[kTokenAddress] = {200, tokens(id_token)}; }

    base::Result<ExternalIdentity> finished(const SignInAttempt& attempt, SignInReturn back) {
        if (back.state.empty()) back.state = attempt.state;
        return party_.finish(attempt, back, kNow + 20s);
    }
    /// slug and reason of the first fault; empty when it went well.
    static std::string first_fault(const base::Result<ExternalIdentity>& result) {
        if (result) return "";
        const base::Error& error = result.errors().front();
        EXPECT_EQ(error.arguments.front().second, "Beispiel-Anmeldung");
        return fmt::format("{}: {}", base::entry_of(error.code).slug, error.arguments.back().second);
    }

    const std::string kKeysAddress = kIssuer + "/keys";
    const std::string kTokenAddress = kIssuer + "/token";
    ForgedWeb web_;
    ProviderSettings settings_{.name = "Beispiel-Anmeldung",
                               .issuer = kIssuer,
                               .client_id = "kontor",
                               .client_secret = "s:e c",
                               .redirect_address = "https://kontor.example.org/sign-in/return"};
    RelyingParty party_{settings_, web_};
    std::string address_;
};

TEST_F(Oidc, SendsTheBrowserWithStateNonceAndChallenge) {
    const SignInAttempt attempt = started();
    EXPECT_EQ(address_.substr(0, 28), kIssuer + "/auth?");
    const std::string query = address_.substr(28);
    EXPECT_EQ(parameter(query, "response_type"), "code");
    EXPECT_EQ(parameter(query, "client_id"), "kontor");
    EXPECT_EQ(parameter(query, "scope"), "openid%20email%20profile");
    EXPECT_EQ(parameter(query, "redirect_uri"), "https%3A%2F%2Fkontor.example.org%2Fsign-in%2Freturn");
    EXPECT_EQ(parameter(query, "state"), attempt.state);
    EXPECT_EQ(parameter(query, "nonce"), attempt.nonce);
    EXPECT_EQ(parameter(query, "code_challenge"), base64url(sha256(attempt.verifier)));
    EXPECT_EQ(parameter(query, "code_challenge_method"), "S256");
    EXPECT_EQ(address_.find(attempt.verifier), std::string::npos);
    const SignInAttempt other = started();
    EXPECT_NE(other.state, attempt.state);
    EXPECT_NE(other.nonce, attempt.nonce);
    EXPECT_NE(other.verifier, attempt.verifier);
    EXPECT_GE(attempt.verifier.size(), 43U);
}

TEST_F(Oidc, ExchangesTheCodeForAnIdentity) {
    const SignInAttempt attempt = started();
    answer_tokens(key().token("ES256", claims(attempt.nonce)));
    const auto identity = finished(attempt, {.state = {}, .code = "c/1", .error = {}, .issuer = kIssuer});
    ASSERT_TRUE(identity.ok()) << first_fault(identity);
    EXPECT_EQ(identity.value().subject, "4711");
    const WebRequest& exchange = web_.requests[1];
    EXPECT_EQ(exchange.address, kTokenAddress);
    EXPECT_EQ(parameter(exchange.form, "grant_type"), "authorization_code");
    EXPECT_EQ(parameter(exchange.form, "code"), "c%2F1");
    EXPECT_EQ(parameter(exchange.form, "code_verifier"), attempt.verifier);
    EXPECT_EQ(exchange.authorization, "Basic " + base64("kontor:s%3Ae%20c"));
    EXPECT_EQ(exchange.form.find("s%3Ae"), std::string::npos);
}

TEST_F(Oidc, ProvesItselfInTheFormWhenTheProviderWantsThat) {
    web_.answers[provider_document_address(kIssuer)] = {
        200, document(R"(,"token_endpoint_auth_methods_supported":["client_secret_post"])")};
    const SignInAttempt attempt = started();
    answer_tokens(key().token("ES256", claims(attempt.nonce)));
    EXPECT_TRUE(finished(attempt, {.state = {}, .code = "c", .error = {}, .issuer = {}}).ok());
    EXPECT_EQ(parameter(web_.requests[1].form, "client_secret"), "s%3Ae%20c");
    EXPECT_EQ(web_.requests[1].authorization, "");
}

TEST_F(Oidc, APublicClientGivesItsNameOnly) {
    settings_.client_secret.clear();
    RelyingParty party(settings_, web_);
    const auto start = party.start(kNow);
    const SignInAttempt& attempt = start.value().attempt;
    answer_tokens(key().token("ES256", claims(attempt.nonce)));
    EXPECT_TRUE(
        party.finish(attempt, {.state = attempt.state, .code = "c", .error = {}, .issuer = {}}, kNow).ok());
    EXPECT_EQ(parameter(web_.requests[1].form, "client_id"), "kontor");
    EXPECT_EQ(web_.requests[1].authorization, "");
}

TEST_F(Oidc, AReturnThatDoesNotBelongHereIsRefused) {
    const SignInAttempt attempt = started();
    const std::size_t before = web_.requests.size();
    EXPECT_EQ(first_fault(finished(attempt, {.state = "other", .code = "c", .error = {}, .issuer = {}})),
              "sign-in-broken-off: the state is another one");
    EXPECT_EQ(first_fault(finished(SignInAttempt{}, {.state = {}, .code = "c", .error = {}, .issuer = {}})),
              "sign-in-broken-off: the state is another one");
    EXPECT_EQ(first_fault(finished(
                  attempt, {.state = {}, .code = "c", .error = {}, .issuer = "https://evil.example"})),
              "sign-in-broken-off: another provider answered");
    EXPECT_EQ(
        first_fault(finished(attempt, {.state = {}, .code = {}, .error = "access_denied", .issuer = {}})),
        "sign-in-broken-off: access_denied");
    EXPECT_EQ(first_fault(finished(attempt, {.state = {}, .code = {}, .error = "<script>", .issuer = {}})),
              "sign-in-broken-off: an error without a name");
    EXPECT_EQ(first_fault(finished(attempt, {.state = {}, .code = {}, .error = {}, .issuer = {}})),
              "sign-in-broken-off: the code is missing or too long");
    EXPECT_EQ(first_fault(finished(
                  attempt, {.state = {}, .code = std::string(4'097, 'c'), .error = {}, .issuer = {}})),
              "sign-in-broken-off: the code is missing or too long");
    EXPECT_EQ(
        first_fault(party_.finish(attempt, {.state = attempt.state, .code = "c", .error = {}, .issuer = {}},
                                  kNow + kSignInTime)),
        "sign-in-broken-off: it took too long");
    EXPECT_EQ(web_.requests.size(), before) << "nothing was asked";
}

TEST_F(Oidc, AProviderThatNamesItselfMustDoSo) {
    web_.answers[provider_document_address(kIssuer)] = {
        200, document(R"(,"authorization_response_iss_parameter_supported":true)")};
    const SignInAttempt attempt = started();
    EXPECT_EQ(first_fault(finished(attempt, {.state = {}, .code = "c", .error = {}, .issuer = {}})),
              "sign-in-broken-off: the provider did not name itself");
}

TEST_F(Oidc, AForgedTokenIsRefusedWithTheProvidersName) {
    const SignInAttempt attempt = started();
    const SignInReturn back{.state = {}, .code = "c", .error = {}, .issuer = {}};
    answer_tokens(key().token("ES256", claims("another")));
    EXPECT_EQ(first_fault(finished(attempt, back)), "identity-refused: the nonce is another one");
    answer_tokens(base64url(R"({"alg":"none"})") + '.' + base64url(claims(attempt.nonce)) + '.');
    EXPECT_EQ(first_fault(finished(attempt, back)),
              "identity-refused: the algorithm is not RS256, PS256 or ES256");
    answer_tokens(SigningKey::ec("e1").token("ES256", claims(attempt.nonce)));
    EXPECT_EQ(first_fault(finished(attempt, back)), "identity-refused: the signature is wrong");
}

TEST_F(Oidc, UnusableAnswersAreRefused) {
    const SignInAttempt attempt = started();
    const SignInReturn back{.state = {}, .code = "c", .error = {}, .issuer = {}};
    EXPECT_EQ(first_fault(finished(attempt, back)), "identity-provider-unreachable: connection refused");
    struct Case {
        WebAnswer answer;
        const char* fault;
    };
    const std::string good = tokens(key().token("ES256", claims(attempt.nonce)));
    for (const Case& c : {Case{{400, R"({"error":"invalid_grant"})"}, "status 400, invalid_grant"},
                          Case{{500, "<html>"}, "status 500, an error without a name"},
                          Case{{302, good}, "status 302, an error without a name"},
                          Case{{200, good.substr(0, good.size() / 2)}, "the tokens are not JSON"},
                          Case{{200, ""}, "the tokens are not JSON"},
                          Case{{200, R"({"access_token":"a"})"}, "the ID token is missing"},
                          Case{{200, R"({"id_token":7})"}, "the ID token is missing"},
                          Case{{200, good + std::string(262'144, ' ')}, "the answer is too large"}}) {
        web_.answers[kTokenAddress] = c.answer;
        EXPECT_EQ(first_fault(finished(attempt, back)), std::string("identity-provider-answer: ") + c.fault);
    }
    web_.answers[kTokenAddress] = {200, good};
    web_.answers[kKeysAddress] = {200, "{\"keys\":"};
    EXPECT_EQ(first_fault(finished(attempt, back)),
              "identity-provider-answer: the key set is not a list of keys in JSON");
    web_.answers.erase(kKeysAddress);
    EXPECT_EQ(first_fault(finished(attempt, back)), "identity-provider-unreachable: connection refused");
}

TEST_F(Oidc, ChangedKeysAreFetchedOnce) {
    const SignInReturn back{.state = {}, .code = "c", .error = {}, .issuer = {}};
    SignInAttempt attempt = started();
    answer_tokens(key().token("ES256", claims(attempt.nonce)));
    EXPECT_TRUE(finished(attempt, back).ok());
    EXPECT_TRUE(finished(attempt, back).ok());
    EXPECT_EQ(web_.asked(kKeysAddress), 1U) << "kept";
    const SigningKey next = SigningKey::ec("e2");
    web_.answers[kKeysAddress] = {200, key_set_of({next.jwk()})};
    answer_tokens(next.token("ES256", claims(attempt.nonce)));
    EXPECT_TRUE(finished(attempt, back).ok());
    EXPECT_EQ(web_.asked(kKeysAddress), 2U);
    answer_tokens(SigningKey::ec("e3").token("ES256", claims(attempt.nonce)));
    EXPECT_EQ(first_fault(finished(attempt, back)), "identity-refused: the key is unknown");
    EXPECT_EQ(web_.asked(kKeysAddress), 3U) << "once more and no more";
}

TEST_F(Oidc, TheDescriptionIsKeptForAnHour) {
    EXPECT_TRUE(party_.start(kNow).ok());
    EXPECT_TRUE(party_.start(kNow + 59min).ok());
    EXPECT_EQ(web_.requests.size(), 1U);
    EXPECT_TRUE(party_.start(kNow + 60min).ok());
    EXPECT_EQ(web_.requests.size(), 2U);
}

TEST_F(Oidc, AForgedDescriptionIsRefused) {
    web_.answers[provider_document_address(kIssuer)] = {200, R"({"issuer":"https://evil.example"})"};
    const auto start = party_.start(kNow);
    ASSERT_FALSE(start.ok());
    EXPECT_EQ(start.errors().size(), 4U);
    EXPECT_EQ(start.errors().front().code, ErrorCode::IdentityProviderAnswer);
    web_.answers[provider_document_address(kIssuer)] = {404, ""};
    EXPECT_EQ(party_.start(kNow).errors().front().arguments.back().second, "status 404");
}

TEST(ProviderSettings, AllFaultsAreTold) {
    const auto outcome = RelyingParty::check({.name = {},
                                              .issuer = "http://id.example.org",
                                              .client_id = {},
                                              .client_secret = {},
                                              .redirect_address = "x",
                                              .scope = "email openidx"});
    ASSERT_FALSE(outcome.ok());
    std::vector<std::string> fields;
    for (const base::Error& error : outcome.errors()) fields.push_back(error.place.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"name", "client_id", "issuer", "redirect_address", "scope"}));
}

}  // namespace
}  // namespace kontor::identity
