// SPDX-License-Identifier: EUPL-1.2
// One-time codes of authenticator apps (TOTP, RFC 6238: HMAC-SHA-1, six digits, steps of 30 seconds), and the
// recovery codes for the day when the phone is lost. Thread-safe; microseconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::identity {

/// A new shared secret: 20 random octets.
[[nodiscard]] std::string new_totp_secret();

/// The step that `time` lies in.
[[nodiscard]] std::int64_t totp_step(std::chrono::sys_seconds time);

/// The six digits of `step` (RFC 4226, section 5.3).
[[nodiscard]] std::string totp_code(std::string_view secret, std::int64_t step);

/// The step whose code `code` is: now's, the one before or the one after, because clocks differ; nothing
/// otherwise. Blanks in the code are passed over. Keep the step, and refuse a sign-in whose step is not
/// greater than the last one kept: a code works once (RFC 6238, section 5.2).
[[nodiscard]] std::optional<std::int64_t> verified_totp_step(std::string_view secret, std::string_view code,
                                                             std::chrono::sys_seconds now);

/// "otpauth://totp/…": what a QR code shows to the app. `issuer` and `account` are UTF-8 without ":".
[[nodiscard]] std::string otpauth_uri(std::string_view secret, std::string_view issuer,
                                      std::string_view account);

/// Ten codes "xxxx-xxxx-xxxx-xxxx" of 80 random bits each; every one works once. Keep recovery_fingerprint()
/// of them only.
[[nodiscard]] std::vector<std::string> new_recovery_codes();

/// What the store keeps of a recovery code, however it is typed: capitals, blanks and hyphens do not count, 0
/// is o and 1 is l.
[[nodiscard]] std::string recovery_fingerprint(std::string_view code);

}  // namespace kontor::identity
