// SPDX-License-Identifier: EUPL-1.2
// Signing in through an OpenID Connect provider: authorization code with PKCE (RFC 7636), state and nonce.
// start() gives the address to send the browser to, finish() turns what came back into an identity.
// Thread-safe: the provider's description and keys are kept for an hour behind a lock that is never held
// while the web is asked.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "identity/id_token.hpp"
#include "identity/provider_document.hpp"
#include "identity/web_client.hpp"

namespace kontor::identity {

struct ProviderSettings {
    std::string name;    // for people: "EU Login"
    std::string issuer;  // https, or http on this machine
    std::string client_id;
    std::string client_secret;  // empty for a public client
    std::string redirect_address;
    std::string scope = "openid email profile";
};

/// What must be kept between start() and finish(), in the browser's own session and nowhere else.
struct SignInAttempt {
    std::string state;
    std::string nonce;
    std::string verifier;  // of PKCE
    std::chrono::sys_seconds started;
};

struct SignInStart {
    std::string address;
    SignInAttempt attempt;
};

/// The query of the request that the provider sends the browser back with; absent parameters are empty.
struct SignInReturn {
    std::string state;
    std::string code;
    std::string error;
    std::string issuer;  // "iss"
};

/// How long a person may take at the provider.
inline constexpr std::chrono::seconds kSignInTime = std::chrono::minutes(15);

class RelyingParty {
public:
    /// Faults of the settings, all of them: value-missing, value-not-allowed (an address that is neither
    /// https nor on this machine, a scope without "openid"), with the setting's name as field. Check before
    /// making one.
    [[nodiscard]] static base::Outcome check(const ProviderSettings& settings);

    /// `web` must outlive this.
    RelyingParty(ProviderSettings settings, const WebClient& web)
        : settings_(std::move(settings)), web_(web) {}

    /// Where to send the browser. Asks the provider for its description at most once an hour. Faults:
    /// identity-provider-unreachable, identity-provider-answer.
    [[nodiscard]] base::Result<SignInStart> start(std::chrono::sys_seconds now);

    /// Who came back. The caller forgets `attempt` before it calls, so that it serves once. Faults:
    /// sign-in-broken-off (wrong state, refused by the person or the provider, too late),
    /// identity-provider-unreachable, identity-provider-answer, identity-refused (everything about the ID
    /// token, see id_token.hpp). A key that is not known makes it fetch the provider's keys once more: that
    /// is how keys are changed.
    [[nodiscard]] base::Result<ExternalIdentity> finish(const SignInAttempt& attempt,
                                                        const SignInReturn& back,
                                                        std::chrono::sys_seconds now);

private:
    using Document = std::shared_ptr<const ProviderDocument>;
    using Keys = std::shared_ptr<const KeySet>;
    struct Tokens {
        std::string id_token;
        std::string access_token;
    };
    enum class Freshness { Known, Fetched };

    [[nodiscard]] base::Result<Document> document(std::chrono::sys_seconds now);
    [[nodiscard]] base::Result<Keys> keys(const ProviderDocument& document, Freshness wanted,
                                          std::chrono::sys_seconds now);
    [[nodiscard]] base::Result<std::string> fetched(const std::string& address) const;
    [[nodiscard]] base::Result<Tokens> exchanged(const ProviderDocument& document,
                                                 const SignInAttempt& attempt, const std::string& code) const;
    [[nodiscard]] base::Outcome accepted(const SignInAttempt& attempt, const SignInReturn& back,
                                         std::chrono::sys_seconds now) const;
    [[nodiscard]] base::Error fault(base::ErrorCode code, std::string reason) const;
    [[nodiscard]] base::Errors named(base::Errors faults) const;

    ProviderSettings settings_;
    const WebClient& web_;
    std::mutex lock_;
    Document document_;
    std::chrono::sys_seconds document_since_{};
    Keys keys_;
    std::chrono::sys_seconds keys_since_{};
};

}  // namespace kontor::identity
