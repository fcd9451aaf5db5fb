// SPDX-License-Identifier: EUPL-1.2
#include "identity/password.hpp"

#include <sodium.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdlib>
#include <new>
#include <optional>

#include "identity/password_rules.hpp"

namespace kontor::identity {
namespace {

constexpr std::string_view kMethod = "$argon2id$";

void require_sodium() {
    if (sodium_init() < 0) std::abort();
}

/// NFKC of `password`; nothing when it is too long or not UTF-8, which no password of ours is.
std::optional<std::string> prepared(std::string_view password) {
    if (password.size() > kPasswordMaximum * 4) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(password.data(), static_cast<int>(password.size())));
    if (U_FAILURE(status) || text.indexOf(static_cast<UChar>(0xFFFD)) >= 0) return std::nullopt;
    std::string out;
    form->normalize(text, status).toUTF8String(out);
    if (U_FAILURE(status)) return std::nullopt;
    return out;
}

/// A hash as the library wants it, ending with zero; nothing when it cannot be one of ours.
std::optional<std::array<char, crypto_pwhash_STRBYTES>> terminated(std::string_view hash) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (hash.size() >= out.size() || hash.substr(0, kMethod.size()) != kMethod) return std::nullopt;
    if (hash.find('\0') != std::string_view::npos) return std::nullopt;
    hash.copy(out.data(), hash.size());
    return out;
}

}  // namespace

std::string hash_password(std::string_view password, PasswordCost cost) {
    require_sodium();
    const std::string text = prepared(password).value_or(std::string(password));
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str(out.data(), text.data(), text.size(), cost.passes, cost.memory_bytes) != 0)
        throw std::bad_alloc();
    return out.data();
}

bool verify_password(std::string_view password, std::string_view hash, PasswordCost cost) {
    require_sodium();
    const auto text = prepared(password);
    const auto known = terminated(hash);
    if (!text || !known ||
        crypto_pwhash_str_needs_rehash(known->data(), cost.passes, cost.memory_bytes) < 0) {
        verify_nothing(password, cost);
        return false;
    }
    return crypto_pwhash_str_verify(known->data(), text->data(), text->size()) == 0;
}

void verify_nothing(std::string_view password, PasswordCost cost) {
    require_sodium();
    const std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    std::array<unsigned char, 32> out{};
    const std::string_view text = password.substr(0, kPasswordMaximum * 4);
    if (crypto_pwhash(out.data(), out.size(), text.data(), text.size(), salt.data(), cost.passes,
                      cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
}

bool needs_rehash(std::string_view hash, PasswordCost cost) {
    require_sodium();
    const auto known = terminated(hash);
    return !known || crypto_pwhash_str_needs_rehash(known->data(), cost.passes, cost.memory_bytes) != 0;
}

}  // namespace kontor::identity
