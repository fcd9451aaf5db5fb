// SPDX-License-Identifier: EUPL-1.2
// Whom a provider's word lets in, and whom not. What the provider itself may get wrong is tested in
// tests/identity and tests/unit/identity; here it answers as it is told.
#include <gtest/gtest.h>

#include "service/provider_sign_in.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {
namespace {

/// Describes itself and answers nothing else.
class TestWeb final : public identity::WebClient {
public:
    base::Result<identity::WebAnswer> send(const identity::WebRequest& request) const override {
        if (request.address.ends_with("/.well-known/openid-configuration")) {
            const std::string at = "https://id.example";
            return identity::WebAnswer{200, "{\"issuer\":\"" + at + "\",\"authorization_endpoint\":\"" + at +
                                                "/auth\",\"token_endpoint\":\"" + at +
                                                "/token\",\"jwks_uri\":\"" + at +
                                                "/keys\",\"response_types_supported\":[\"code\"],"
                                                "\"subject_types_supported\":[\"public\"],"
                                                "\"id_token_signing_alg_values_supported\":[\"RS256\"]}"};
        }
        return identity::WebAnswer{400, "{\"error\":\"invalid_grant\"}"};
    }
};

class Provider : public Accounts {
protected:
    Provider() {
        provider_.use({.name = "Test-Ausweis",
                       .issuer = "https://id.example",
                       .client_id = "kontor",
                       .client_secret = "secret",
                       .redirect_address = "https://kontor.example/oidc/callback"});
    }
    static std::string parameter(const std::string& address, const std::string& name) {
        const std::size_t at = address.find(name + "=") + name.size() + 1;
        return address.substr(at, address.find('&', at) - at);
    }
    ErrorCode finish(const std::string& secret, const identity::SignInReturn& back) {
        return code_of(provider_.finish(Asker{}, secret, back, kHere));
    }

    TestWeb web_;
    ProviderSignIn provider_{*desk_, *sign_in_, web_};
};

TEST_F(Provider, AnAttemptServesOnceAndOnlyItsOwnBrowser) {
    const auto begun = provider_.start("/account", kHere).value();
    EXPECT_TRUE(begun.address.starts_with("https://id.example/auth?"));
    EXPECT_NE(begun.address.find("code_challenge"), std::string::npos);
    const std::string state = parameter(begun.address, "state");
    const identity::SignInReturn back{.state = state, .code = "c", .error = {}, .issuer = {}};
    EXPECT_EQ(finish("", back), ErrorCode::SignInBrokenOff);
    EXPECT_EQ(finish(begun.secret + "x", back), ErrorCode::SignInBrokenOff);
    EXPECT_EQ(finish(begun.secret, back), ErrorCode::IdentityProviderAnswer)
        << "the provider knows no such code";
    EXPECT_EQ(finish(begun.secret, back), ErrorCode::SignInBrokenOff) << "a replay";
}

TEST_F(Provider, AForgedStateEndsTheAttempt) {
    const auto begun = provider_.start("/", kHere).value();
    EXPECT_EQ(finish(begun.secret, {.state = "forged", .code = "c", .error = {}, .issuer = {}}),
              ErrorCode::SignInBrokenOff);
    const std::string state = parameter(begun.address, "state");
    EXPECT_EQ(finish(begun.secret, {.state = state, .code = "c", .error = {}, .issuer = {}}),
              ErrorCode::SignInBrokenOff);
}

TEST_F(Provider, AttemptsEndAfterAWhileAndAreNotWithoutNumber) {
    const auto first = provider_.start("/", {"192.0.2.1", "Test/1.0"}).value();
    const auto back = [](const ProviderStart& begun) {
        return identity::SignInReturn{
            .state = parameter(begun.address, "state"), .code = "c", .error = {}, .issuer = {}};
    };
    for (std::size_t i = 0; i < ProviderSignIn::kAttempts; ++i) {
        clock_.seconds += i == 0 ? 1 : 0;
        const Visitor visitor{"2001:db8::" + std::to_string(i), "Test/1.0"};
        ASSERT_TRUE(provider_.start("/", visitor).ok());
    }
    EXPECT_EQ(finish(first.secret, back(first)), ErrorCode::SignInBrokenOff) << "forgotten";
    const auto last = provider_.start("/", {"192.0.2.2", "Test/1.0"}).value();
    clock_.seconds += identity::kSignInTime.count();
    EXPECT_EQ(finish(last.secret, back(last)), ErrorCode::SignInBrokenOff) << "too late";
}

TEST_F(Provider, ConnectingAsksForThePasswordAndKeepsToItsSession) {
    const Asker ada = asker(set_up());
    EXPECT_EQ(code_of(provider_.connect({}, {kPassword}, kHere)), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(provider_.connect(ada, {kOther}, kHere)), ErrorCode::PasswordWrong);
    const auto begun = provider_.connect(ada, {kPassword}, kHere);
    ASSERT_TRUE(begun.ok());
    EXPECT_TRUE(begun.value().address.starts_with("https://id.example/auth?"));
    ProviderSignIn none{*desk_, *sign_in_, web_};
    EXPECT_EQ(code_of(none.connect(ada, {kPassword}, kHere)), ErrorCode::OperationNotPermitted);
}

TEST_F(Provider, TheLastWayToSignInStays) {
    const Asker ada = asker(set_up());
    auto user = desk_->known_user(ada.actor).value();
    user.issuer = "https://id.example";
    user.subject = "ada";
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {user}}).ok());
    EXPECT_EQ(code_of(provider_.disconnect(ada, {kOther})), ErrorCode::PasswordWrong);
    ASSERT_TRUE(provider_.disconnect(ada, {kPassword}).ok());
    EXPECT_EQ(desk_->known_user(ada.actor).value().subject, "");
    EXPECT_EQ(store_->audit({.limit = 1}).value().front().action, "account.unbound");
    user.password.clear();
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {user}}).ok());
    EXPECT_EQ(code_of(provider_.disconnect(ada, {kPassword})), ErrorCode::SignInWayLast);
    EXPECT_EQ(desk_->known_user(ada.actor).value().subject, "ada");
}

TEST_F(Provider, StartingIsLimitedPerAddress) {
    base::Result<ProviderStart> begun = provider_.start("/", kHere);
    for (int i = 0; i < 100 && begun; ++i) begun = provider_.start("/", kHere);
    EXPECT_EQ(code_of(begun), ErrorCode::TooManyAttempts);
}

}  // namespace
}  // namespace kontor::service
