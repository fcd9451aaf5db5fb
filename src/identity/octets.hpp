// SPDX-License-Identifier: EUPL-1.2
// Octets as identity needs them: random ones, digests, and the spellings in which they travel. By libsodium
// and OpenSSL. Thread-safe; every function is linear in its input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::identity {

/// Octets that nobody can guess, from the kernel's generator.
[[nodiscard]] std::string random_octets(std::size_t count);

/// The 32 octets of SHA-256.
[[nodiscard]] std::string sha256(std::string_view octets);

/// The 32 octets of HMAC with SHA-256 (RFC 2104). `key` may have any length.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view octets);

/// Lower-case hexadecimal.
[[nodiscard]] std::string hex(std::string_view octets);

/// Base64 with the alphabet of addresses, without padding (RFC 4648, section 5).
[[nodiscard]] std::string base64url(std::string_view octets);

/// The octets of `text`; nothing unless it is exactly what base64url() writes: no padding, blanks or stray
/// bits.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

/// Base64 with padding (RFC 4648, section 4), as HTTP Basic wants it.
[[nodiscard]] std::string base64(std::string_view octets);

/// Base32 without padding (RFC 4648, section 6), as authenticator apps want it.
[[nodiscard]] std::string base32(std::string_view octets);

/// The octets of `text`; nothing unless it is exactly what base32() writes.
[[nodiscard]] std::optional<std::string> from_base32(std::string_view text);

/// True when both are the same; takes as long for any two texts of these lengths. Lengths are not secret.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace kontor::identity
