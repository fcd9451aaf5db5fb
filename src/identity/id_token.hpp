// SPDX-License-Identifier: EUPL-1.2
// ID tokens (OpenID Connect Core 1.0, sections 2 and 3.1.3.7): signed statements of a provider about who
// signed in. Read with the strictness of RFC 8725: the algorithm comes from our list, the key from the
// provider, and every claim is checked. Pure functions, thread-safe; the signature is what costs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "identity/key_set.hpp"

namespace kontor::identity {

/// A token in its parts, believed by nobody yet.
struct SignedToken {
    SignatureAlgorithm algorithm = SignatureAlgorithm::Rs256;
    std::optional<std::string> key_id;
    std::string signed_part;  // header and claims as they were signed
    std::string claims;       // JSON
    std::string signature;
};

/// Takes `text` (at most 16 KiB) apart. identity-refused with its `reason`: not three parts of base64url, a
/// header that is not JSON, an algorithm other than RS256, PS256 and ES256, extensions that must be
/// understood ("crit").
[[nodiscard]] base::Result<SignedToken> read_signed_token(std::string_view text);

/// What the token must say.
struct Expectation {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    std::string access_token;  // that came with it, for at_hash; may be empty
    std::chrono::sys_seconds now;
};

/// Who signed in, as the provider tells it. (issuer, subject) names the person for ever; the rest may change.
struct ExternalIdentity {
    std::string issuer;
    std::string subject;
    std::string email;  // as told; empty when not told
    bool is_email_verified = false;
    std::string name;
};

/// How far the provider's clock may be off, and how old a token may be.
inline constexpr std::chrono::seconds kClockSkew{60};
inline constexpr std::chrono::seconds kTokenAge = std::chrono::hours(1);

/// The identity in `token` when its signature is by a key of `keys` and every claim is as expected;
/// identity-refused with *all* the reasons otherwise, one fault each. A wrong signature is told alone.
[[nodiscard]] base::Result<ExternalIdentity> verified_identity(const SignedToken& token, const KeySet& keys,
                                                               const Expectation& expected);

}  // namespace kontor::identity
