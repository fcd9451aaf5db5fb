// SPDX-License-Identifier: EUPL-1.2
// Signing in through an OpenID Connect provider. An account is found by issuer and subject; somebody invited
// is bound to them at the first sign-in, when the provider vouches for the invited address. An account that
// has a password is never bound by its address alone: whoever controls an address at the provider need not be
// its owner here; its owner may connect the two. What a sign-in needs between leaving and coming back is kept
// in memory, found by a secret in the browser, and serves once. Thread-safe; start and finish may wait for
// the provider (identity/curl_client.hpp).
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "identity/oidc.hpp"
#include "service/sign_in_service.hpp"

namespace kontor::service {

struct ProviderStart {
    std::string address;  // where to send the browser
    std::string secret;   // for a cookie that lives kSignInTime
};

struct ProviderEnd {
    NewSession session;  // without a secret when an account was connected: its session goes on
    std::string to;      // the page to come back to: "/account"
};

class ProviderSignIn {
public:
    /// Attempts kept at once; beyond that the oldest are forgotten.
    static constexpr std::size_t kAttempts = 4'096;

    /// All must outlive this.
    ProviderSignIn(const AccountDesk& desk, SignInService& sign_in, const identity::WebClient& web)
        : desk_(desk), sign_in_(sign_in), web_(web) {}

    /// Before the first request, with sound settings (identity::RelyingParty::check).
    void use(identity::ProviderSettings settings);

    /// `to` is a path of a page without its language; anything else leads to the first page.
    /// too-many-attempts per address of the network, identity-provider-unreachable, identity-provider-answer.
    [[nodiscard]] base::Result<ProviderStart> start(const std::string& to, const Visitor& visitor);

    /// The same, for connecting the asker's account with whoever signs in there: finish() binds it, in the
    /// session that began. Needs the password: password-wrong; operation-not-permitted without a provider.
    [[nodiscard]] base::Result<ProviderStart> connect(const Asker& asker, const ConfirmForm& form,
                                                      const Visitor& visitor);
    /// Ends the connection. password-wrong, sign-in-way-last.
    [[nodiscard]] base::Outcome disconnect(const Asker& asker, const ConfirmForm& form);

    /// `secret` is the one of start() or connect(). sign-in-broken-off, identity-provider-unreachable,
    /// identity-provider-answer, identity-refused, identity-without-account, identity-taken.
    [[nodiscard]] base::Result<ProviderEnd> finish(const Asker& asker, const std::string& secret,
                                                   const identity::SignInReturn& back,
                                                   const Visitor& visitor);

private:
    struct Attempt {
        identity::SignInAttempt attempt;
        std::string to;
        std::string user;     // whose account is to be connected; empty for a sign-in
        std::string session;  // in which that began
    };
    [[nodiscard]] base::Result<ProviderStart> begun(Attempt attempt);
    [[nodiscard]] base::Result<Attempt> taken(const std::string& secret);
    [[nodiscard]] base::Result<model::User> account_of(const identity::ExternalIdentity& identity) const;
    [[nodiscard]] base::Result<model::User> bound(const identity::ExternalIdentity& identity) const;
    [[nodiscard]] base::Outcome connected(const Asker& asker, const Attempt& attempt,
                                          const identity::ExternalIdentity& identity) const;
    [[nodiscard]] base::Error without_account() const;
    [[nodiscard]] base::Error broken_off(std::string reason) const;

    const AccountDesk& desk_;
    SignInService& sign_in_;
    const identity::WebClient& web_;
    std::string name_;
    std::unique_ptr<identity::RelyingParty> party_;
    std::mutex lock_;
    std::map<std::string, Attempt> attempts_;  // by fingerprint of the secret
};

}  // namespace kontor::service
