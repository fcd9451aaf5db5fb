// SPDX-License-Identifier: EUPL-1.2
#include "identity/key_set.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <boost/json/value.hpp>
#include <utility>

#include "identity/json_members.hpp"
#include "identity/octets.hpp"

namespace kontor::identity {
namespace {

constexpr std::size_t kKeys = 100;
constexpr std::size_t kKeyIdOctets = 256;
constexpr std::size_t kRsaLeastOctets = 256;
constexpr std::size_t kRsaMostOctets = 1'024;
constexpr std::size_t kExponentOctets = 8;  // a larger one only serves to keep us busy
constexpr std::size_t kCoordinateOctets = 32;

template <auto Free>
struct Release {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Number = std::unique_ptr<BIGNUM, Release<&BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Release<&OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<&OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<&EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Release<&EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Release<&ECDSA_SIG_free>>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number(std::string_view octets) {
    return Number(BN_bin2bn(bytes(octets), static_cast<int>(octets.size()), nullptr));
}

/// The key that `builder` describes, checked; null when it is none.
EVP_PKEY* made_key(const char* type, const Builder& builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
        return nullptr;
    }
    const KeyContext check(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    if (check && EVP_PKEY_public_check(check.get()) == 1) return key;
    EVP_PKEY_free(key);
    return nullptr;
}

std::string decoded(const boost::json::object& json, std::string_view name) {
    return from_base64url(text_member(json, name).value_or("")).value_or("");
}

EVP_PKEY* rsa_key(const boost::json::object& json) {
    const std::string modulus = decoded(json, "n");
    const std::string exponent = decoded(json, "e");
    if (modulus.size() < kRsaLeastOctets || modulus.size() > kRsaMostOctets || modulus.front() == '\0' ||
        exponent.empty() || exponent.size() > kExponentOctets) {
        return nullptr;
    }
    const Number n = number(modulus);
    const Number e = number(exponent);
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_is_odd(e.get()) == 0 || BN_is_one(e.get()) == 1 ||
        BN_num_bits(n.get()) < static_cast<int>(kRsaLeastOctets * 8)) {
        return nullptr;
    }
    if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
        return nullptr;
    }
    return made_key("RSA", builder);
}

EVP_PKEY* ec_key(const boost::json::object& json) {
    const std::string x = decoded(json, "x");
    const std::string y = decoded(json, "y");
    if (text_member(json, "crv") != "P-256" || x.size() != kCoordinateOctets || y.size() != kCoordinateOctets)
        return nullptr;
    const std::string point = '\x04' + x + y;  // uncompressed (SEC 1, section 2.3.3)
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1) {
        return nullptr;
    }
    return made_key("EC", builder);
}

/// The signature of ES256, two numbers of 32 octets (RFC 7518, section 3.4), as OpenSSL reads it; empty when
/// it is none.
std::string der_signature(std::string_view signature) {
    if (signature.size() != kCoordinateOctets * 2) return {};
    Number r = number(signature.substr(0, kCoordinateOctets));
    Number s = number(signature.substr(kCoordinateOctets));
    const Signature pair(ECDSA_SIG_new());
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
    std::string out(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    if (size <= 0 || i2d_ECDSA_SIG(pair.get(), &to) != size) return {};
    return out;
}

bool is_for_signatures(const boost::json::object& json) {
    const auto use = text_member(json, "use");
    return !use || *use == "sig";
}

base::Error unusable(std::string reason) {
    return {base::ErrorCode::IdentityProviderAnswer, {{"reason", std::move(reason)}}, {}, {}};
}

}  // namespace

std::optional<SignatureAlgorithm> algorithm_named(std::string_view name) {
    if (name == "RS256") return SignatureAlgorithm::Rs256;
    if (name == "PS256") return SignatureAlgorithm::Ps256;
    if (name == "ES256") return SignatureAlgorithm::Es256;
    return std::nullopt;
}

void PublicKey::Free::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

bool PublicKey::fits(SignatureAlgorithm algorithm) const {
    const Kind needed = algorithm == SignatureAlgorithm::Es256 ? Kind::Ec : Kind::Rsa;
    return kind_ == needed && (!only_ || *only_ == algorithm);
}

bool PublicKey::verifies(SignatureAlgorithm algorithm, std::string_view message,
                         std::string_view signature) const {
    if (!fits(algorithm)) return false;
    const std::string der =
        algorithm == SignatureAlgorithm::Es256 ? der_signature(signature) : std::string(signature);
    const Digest digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX* context = nullptr;  // owned by the digest
    if (der.empty() || !digest ||
        EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key_.get()) != 1) {
        return false;
    }
    if (algorithm == SignatureAlgorithm::Ps256 &&
        (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) != 1 ||
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) != 1)) {
        return false;
    }
    return EVP_DigestVerify(digest.get(), bytes(der), der.size(), bytes(message), message.size()) == 1;
}

base::Result<KeySet> KeySet::read(std::string_view json) {
    const auto document = parsed_object(json);
    const boost::json::value* list = document ? document->if_contains("keys") : nullptr;
    if (list == nullptr || !list->is_array()) return unusable("the key set is not a list of keys in JSON");
    if (list->get_array().size() > kKeys) return unusable("the key set is too large");
    KeySet out;
    for (const boost::json::value& entry : list->get_array()) {
        const boost::json::object* members = entry.if_object();
        if (members == nullptr || !is_for_signatures(*members)) continue;
        PublicKey key;
        const auto algorithm = text_member(*members, "alg");
        if (algorithm) key.only_ = algorithm_named(*algorithm);
        if (algorithm && !key.only_) continue;
        key.id_ = text_member(*members, "kid").value_or("");
        const auto type = text_member(*members, "kty");
        key.kind_ = type == "EC" ? PublicKey::Kind::Ec : PublicKey::Kind::Rsa;
        if (type == "RSA") key.key_.reset(rsa_key(*members));
        if (type == "EC") key.key_.reset(ec_key(*members));
        if (key.key_ && key.id_.size() <= kKeyIdOctets) out.keys_.push_back(std::move(key));
    }
    return out;
}

const PublicKey* KeySet::find(const std::optional<std::string>& id, SignatureAlgorithm algorithm) const {
    const PublicKey* found = nullptr;
    for (const PublicKey& key : keys_) {
        if (!key.fits(algorithm) || (id && key.id() != *id)) continue;
        if (found != nullptr) return nullptr;
        found = &key;
    }
    return found;
}

}  // namespace kontor::identity
