// SPDX-License-Identifier: EUPL-1.2
// Signing in and out, sessions, and who a cookie or an access token stands for. A session lasts 30 days at
// most and 12 hours without use; its secret is new at every sign-in and kept as a fingerprint. Thread-safe;
// signing in costs one Argon2id, whether the account exists or not, everything else a few point reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "identity/rate_limit.hpp"
#include "service/account_desk.hpp"

namespace kontor::service {

inline constexpr std::int64_t kSessionSeconds = 30LL * 24 * 3'600;
inline constexpr std::int64_t kSessionIdleSeconds = 12LL * 3'600;
/// How often the last use of a session or token is written down.
inline constexpr std::int64_t kSeenSeconds = 600;

struct NewSession {
    SessionState state;
    std::string secret;  // for the cookie; empty when nobody was signed in
};

class SignInService {
public:
    /// `desk` must outlive this.
    explicit SignInService(const AccountDesk& desk);

    /// The session of a person with these credentials; `asker` is who the browser was before, whose session
    /// ends. sign-in-refused (unknown, wrong, locked, not yet accepted: all the same),
    /// second-factor-required, second-factor-wrong, too-many-attempts per account and per address.
    [[nodiscard]] base::Result<NewSession> sign_in(const Asker& asker, const SignInForm& form,
                                                   const Visitor& visitor);

    /// A session for an account that has proved itself in another way (link, provider). The caller holds the
    /// desk's turn since it read `user`, which is written.
    [[nodiscard]] base::Result<NewSession> begin(const Asker& asker, model::User user,
                                                 const Visitor& visitor);

    [[nodiscard]] base::Result<SessionState> state(const Asker& asker) const;
    [[nodiscard]] base::Outcome sign_out(const Asker& asker);

    /// The person behind a cookie; nobody (the public) when the session is unknown or over.
    [[nodiscard]] base::Result<Asker> asker_of_session(std::string_view secret, std::string_view language);
    /// The person behind an access token; token-invalid.
    [[nodiscard]] base::Result<Asker> asker_of_token(std::string_view secret, std::string_view language);
    /// Whether a form came from a page of the asker's session; form-token-invalid.
    [[nodiscard]] base::Outcome check_form(const Asker& asker, std::string_view form_token) const;

    [[nodiscard]] base::Result<SessionList> sessions(const Asker& asker) const;
    [[nodiscard]] base::Outcome end(const Asker& asker, const std::string& session);
    [[nodiscard]] base::Outcome end_others(const Asker& asker);

    /// Takes one of the attempts that an address of the network has for links and resets.
    [[nodiscard]] base::Outcome spend(const Visitor& visitor);
    /// Takes one of the attempts that an account has for guessing its password.
    [[nodiscard]] base::Outcome spend_for(std::string_view account);
    /// The asker's account when the password is right; password-wrong at `field`. Costs an Argon2id and an
    /// attempt.
    [[nodiscard]] base::Result<model::User> proved(const Asker& asker, const std::string& password,
                                                   std::string_view field);

private:
    [[nodiscard]] base::Outcome check_second_factor(model::User& user, const std::string& code) const;
    [[nodiscard]] base::Error refused(const std::optional<model::User>& user, const Visitor& visitor) const;
    [[nodiscard]] bool is_alive(const model::Session& session) const;

    const AccountDesk& desk_;
    identity::FormTokens forms_;
    identity::RateLimiter accounts_{{.attempts = 10, .refill = std::chrono::seconds(60)}};
    identity::RateLimiter addresses_{{.attempts = 50, .refill = std::chrono::seconds(6)}};
};

}  // namespace kontor::service
