// SPDX-License-Identifier: EUPL-1.2
#include "unit/identity/signing_key.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "identity/octets.hpp"

namespace kontor::identity {
namespace {

std::string number_of(const EVP_PKEY* key, const char* name, int least_octets = 0) {
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    std::string out(static_cast<std::size_t>(std::max(BN_num_bytes(number), least_octets)), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(number);
    return base64url(out);
}

/// The two numbers of an ECDSA signature, 32 octets each.
std::string plain_signature(std::string_view der) {
    const auto* from = reinterpret_cast<const unsigned char*>(der.data());
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(der.size()));
    std::string out(64, '\0');
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), to, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), to + 32, 32);
    ECDSA_SIG_free(pair);
    return out;
}

}  // namespace

void SigningKey::Free::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

SigningKey SigningKey::rsa(std::string id, unsigned bits) {
    return {std::move(id), EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<std::size_t>(bits))};
}

SigningKey SigningKey::ec(std::string id, const char* curve) {
    return {std::move(id), EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve)};
}

std::string SigningKey::jwk(std::string_view more) const {
    if (EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_EC) {
        return fmt::format(R"({{"kid":"{}","kty":"EC","crv":"P-256","x":"{}","y":"{}"{}}})", id_,
                           number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32),
                           number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32), more);
    }
    return fmt::format(R"({{"kid":"{}","kty":"RSA","n":"{}","e":"{}"{}}})", id_,
                       number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N),
                       number_of(key_.get(), OSSL_PKEY_PARAM_RSA_E), more);
}

std::string SigningKey::pem() const {
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(memory, key_.get());
    char* text = nullptr;
    const auto size = static_cast<std::size_t>(BIO_get_mem_data(memory, &text));
    std::string out(text, size);
    BIO_free(memory);
    return out;
}

std::string SigningKey::token(std::string_view algorithm, std::string_view header,
                              std::string_view claims) const {
    const std::string signed_part = base64url(header) + '.' + base64url(claims);
    EVP_MD_CTX* digest = EVP_MD_CTX_new();
    EVP_PKEY_CTX* context = nullptr;
    EVP_DigestSignInit(digest, &context, EVP_sha256(), nullptr, key_.get());
    if (algorithm == "PS256") {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
    }
    const auto* message = reinterpret_cast<const unsigned char*>(signed_part.data());
    std::size_t size = 0;
    EVP_DigestSign(digest, nullptr, &size, message, signed_part.size());
    std::string signature(size, '\0');
    EVP_DigestSign(digest, reinterpret_cast<unsigned char*>(signature.data()), &size, message,
                   signed_part.size());
    EVP_MD_CTX_free(digest);
    signature.resize(size);
    if (algorithm == "ES256") signature = plain_signature(signature);
    return signed_part + '.' + base64url(signature);
}

std::string SigningKey::token(std::string_view algorithm, std::string_view claims) const {
    return token(algorithm, fmt::format(R"({{"alg":"{}","kid":"{}","typ":"JWT"}})", algorithm, id_), claims);
}

std::string key_set_of(std::initializer_list<std::string> jwks) {
    std::string out;
    for (const std::string& jwk : jwks) out += (out.empty() ? "" : ",") + jwk;
    return "{\"keys\":[" + out + "]}";
}

}  // namespace kontor::identity
