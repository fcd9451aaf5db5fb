// SPDX-License-Identifier: EUPL-1.2
#include "identity/secret_token.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "identity/octets.hpp"

namespace kontor::identity {
namespace {

constexpr std::size_t kTokenOctets = 32;
constexpr std::size_t kEndDigits = 16;  // hexadecimal, of the second a form token ends
constexpr std::string_view kFormPrefix = "kf_";
constexpr std::array<std::pair<TokenKind, std::string_view>, 3> kPrefixes = {
    {{TokenKind::Session, "ks_"}, {TokenKind::Api, "kt_"}, {TokenKind::Link, "kl_"}}};

}  // namespace

std::string new_token(TokenKind kind) {
    std::string out;
    for (const auto& [known, prefix] : kPrefixes) {
        if (known == kind) out = prefix;
    }
    return out + base64url(random_octets(kTokenOctets));
}

std::optional<TokenKind> token_kind(std::string_view text) {
    for (const auto& [kind, prefix] : kPrefixes) {
        if (text.substr(0, prefix.size()) != prefix) continue;
        const auto octets = from_base64url(text.substr(prefix.size(), 64));
        if (text.size() == prefix.size() + 43 && octets && octets->size() == kTokenOctets) return kind;
    }
    return std::nullopt;
}

std::string fingerprint(std::string_view token) {
    return hex(sha256(token));
}

FormTokens::FormTokens(std::string key, std::chrono::seconds lifetime)
    : key_(std::move(key)), lifetime_(lifetime) {}

std::string FormTokens::made(std::string_view session_fingerprint, std::string_view end) const {
    const std::string signature = hmac_sha256(key_, fmt::format("form\n{}\n{}", end, session_fingerprint));
    return fmt::format("{}{}{}", kFormPrefix, end, base64url(signature));
}

std::string FormTokens::issue(std::string_view session_fingerprint, std::chrono::sys_seconds now) const {
    const auto end = static_cast<std::uint64_t>((now + lifetime_).time_since_epoch().count());
    return made(session_fingerprint, fmt::format("{:016x}", end));
}

base::Outcome FormTokens::check(std::string_view token, std::string_view session_fingerprint,
                                std::chrono::sys_seconds now) const {
    const base::Error refused{base::ErrorCode::FormTokenInvalid, {}, {}, {}};
    if (token.size() < kFormPrefix.size() + kEndDigits) return refused;
    const std::string_view digits = token.substr(kFormPrefix.size(), kEndDigits);
    if (!equal_in_constant_time(token, made(session_fingerprint, digits))) return refused;
    std::int64_t end = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), end, 16);
    if (read.ec != std::errc() || now.time_since_epoch().count() >= end) return refused;
    return base::Done{};
}

}  // namespace kontor::identity
