// SPDX-License-Identifier: EUPL-1.2
#include "identity/totp.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdlib>

#include "identity/octets.hpp"
#include "identity/web_client.hpp"

namespace kontor::identity {
namespace {

constexpr std::size_t kSecretOctets = 20;
constexpr std::int64_t kStepSeconds = 30;
constexpr std::uint32_t kCodes = 1'000'000;
constexpr std::size_t kRecoveryCodes = 10;
constexpr std::size_t kRecoveryOctets = 10;

using Sha1 = std::array<unsigned char, 20>;

Sha1 hmac_sha1(std::string_view key, const std::array<unsigned char, 8>& message) {
    Sha1 out{};
    unsigned int count = 0;
    if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), out.data(),
             &count) == nullptr) {
        std::abort();
    }
    return out;
}

std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ') out += c;
    }
    return out;
}

}  // namespace

std::string new_totp_secret() {
    return random_octets(kSecretOctets);
}

std::int64_t totp_step(std::chrono::sys_seconds time) {
    return time.time_since_epoch().count() / kStepSeconds;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> message{};
    auto rest = static_cast<std::uint64_t>(step);
    for (std::size_t i = message.size(); i-- > 0; rest >>= 8U)
        message[i] = static_cast<unsigned char>(rest & 255U);
    const Sha1 digest = hmac_sha1(secret, message);
    const std::size_t at = digest.back() & 15U;
    std::uint32_t number = digest[at] & 127U;
    for (std::size_t i = 1; i < 4; ++i) number = (number << 8U) | digest[at + i];
    return fmt::format("{:06}", number % kCodes);
}

std::optional<std::int64_t> verified_totp_step(std::string_view secret, std::string_view code,
                                               std::chrono::sys_seconds now) {
    const std::string typed = without_blanks(code.substr(0, 32));
    std::optional<std::int64_t> found;
    for (const std::int64_t shift : {-1, 0, 1}) {
        const std::int64_t step = totp_step(now) + shift;
        if (equal_in_constant_time(typed, totp_code(secret, step))) found = step;
    }
    return found;
}

std::string otpauth_uri(std::string_view secret, std::string_view issuer, std::string_view account) {
    return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30",
                       percent_encoded(issuer), percent_encoded(account), base32(secret));
}

std::vector<std::string> new_recovery_codes() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
        std::string code;
        for (const char c : base32(random_octets(kRecoveryOctets))) {
            if (code.size() % 5 == 4) code += '-';
            code += c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        out.push_back(code);
    }
    return out;
}

std::string recovery_fingerprint(std::string_view code) {
    std::string plain;
    for (const char c : code.substr(0, 64)) {
        if (c == ' ' || c == '-') continue;
        if (c == '0') {
            plain += 'o';
        } else if (c == '1') {
            plain += 'l';
        } else {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return hex(sha256(plain));
}

}  // namespace kontor::identity
