// SPDX-License-Identifier: EUPL-1.2
// The other side for tests: a provider's private key, which makes the tokens that identity must judge.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace kontor::identity {

class SigningKey {
public:
    [[nodiscard]] static SigningKey rsa(std::string id, unsigned bits = 2'048);
    [[nodiscard]] static SigningKey ec(std::string id, const char* curve = "P-256");

    /// The public half as a JSON Web Key; `more` is put into it as it is (",\"use\":\"sig\"").
    [[nodiscard]] std::string jwk(std::string_view more = "") const;
    /// The public half as an attacker has it, too.
    [[nodiscard]] std::string pem() const;
    /// header.claims.signature, signed as `algorithm` says: RS256, PS256 or ES256.
    [[nodiscard]] std::string token(std::string_view algorithm, std::string_view header,
                                    std::string_view claims) const;
    /// The same with the header that a provider would write.
    [[nodiscard]] std::string token(std::string_view algorithm, std::string_view claims) const;

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    SigningKey(std::string id, evp_pkey_st* key) : id_(std::move(id)), key_(key) {}

    std::string id_;
    std::unique_ptr<evp_pkey_st, Free> key_;
};

/// {"keys":[…]}
[[nodiscard]] std::string key_set_of(std::initializer_list<std::string> jwks);

}  // namespace kontor::identity
