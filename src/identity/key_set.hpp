// SPDX-License-Identifier: EUPL-1.2
// The public keys of an identity provider (JWK Set, RFC 7517) and the check of signatures with them (RFC
// 7518), by OpenSSL. Immutable and thread-safe; a check costs some 50 to 150 microseconds.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

struct evp_pkey_st;

namespace kontor::identity {

/// The algorithms we take; there is no other, so none ("none", HS256 …) can be asked for.
enum class SignatureAlgorithm { Rs256, Ps256, Es256 };

/// The algorithm a header names; nothing for all that we do not take.
[[nodiscard]] std::optional<SignatureAlgorithm> algorithm_named(std::string_view name);

/// One key that can check signatures: RSA of 2,048 to 8,192 bits, or a point of P-256.
class PublicKey {
public:
    [[nodiscard]] const std::string& id() const { return id_; }
    /// Whether its type, and its own "alg" if it has one, go with `algorithm`.
    [[nodiscard]] bool fits(SignatureAlgorithm algorithm) const;
    /// Whether `signature` was made over `message` with the private half, by `algorithm`, which must fit.
    [[nodiscard]] bool verifies(SignatureAlgorithm algorithm, std::string_view message,
                                std::string_view signature) const;

private:
    friend class KeySet;
    enum class Kind { Rsa, Ec };
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };

    std::string id_;
    std::optional<SignatureAlgorithm> only_;
    Kind kind_ = Kind::Rsa;
    std::unique_ptr<evp_pkey_st, Free> key_;
};

class KeySet {
public:
    /// Reads a JWK Set of at most 100 keys. Keys of other types, for encryption, with other algorithms, too
    /// short or damaged are left out: providers publish keys for purposes that are not ours. Faults:
    /// identity-provider-answer with its `reason`.
    [[nodiscard]] static base::Result<KeySet> read(std::string_view json);

    /// The key of this id for this algorithm. A token without id finds the key only when a single one fits.
    /// Null: unknown.
    [[nodiscard]] const PublicKey* find(const std::optional<std::string>& id,
                                        SignatureAlgorithm algorithm) const;

    [[nodiscard]] std::size_t size() const { return keys_.size(); }

private:
    std::vector<PublicKey> keys_;
};

}  // namespace kontor::identity
