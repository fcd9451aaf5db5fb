// SPDX-License-Identifier: EUPL-1.2
// Secrets that we hand out. A SecretToken is 256 random bits behind a prefix that says what it opens, so that
// one that leaked into a repository can be found by its form; the store keeps its fingerprint only. A form
// token proves that a form came from a page of the same session (CSRF) and is not stored at all. Thread-safe;
// microseconds.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::identity {

enum class TokenKind { Session, Api, Link };

/// "ks_" (session), "kt_" (API token) or "kl_" (link in an e-mail) and 43 characters of base64url.
[[nodiscard]] std::string new_token(TokenKind kind);

/// What `text` would open, judged by its form alone; nothing when it has not exactly the form of a token.
[[nodiscard]] std::optional<TokenKind> token_kind(std::string_view text);

/// What the store keeps and looks for: 64 hexadecimal digits of SHA-256. A token needs no salt: it cannot be
/// guessed.
[[nodiscard]] std::string fingerprint(std::string_view token);

/// Makes and checks form tokens: "kf_" + when they end + HMAC-SHA-256 over the session's fingerprint and that
/// end.
class FormTokens {
public:
    /// `key`: 32 random octets of this installation. `lifetime`: how long a page may stay open before it is
    /// sent.
    explicit FormTokens(std::string key, std::chrono::seconds lifetime = std::chrono::hours(12));

    [[nodiscard]] std::string issue(std::string_view session_fingerprint, std::chrono::sys_seconds now) const;

    /// Done, or form-token-invalid: forged, of another session, or past its end.
    [[nodiscard]] base::Outcome check(std::string_view token, std::string_view session_fingerprint,
                                      std::chrono::sys_seconds now) const;

private:
    [[nodiscard]] std::string made(std::string_view session_fingerprint, std::string_view end) const;

    std::string key_;
    std::chrono::seconds lifetime_;
};

}  // namespace kontor::identity
