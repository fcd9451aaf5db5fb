// SPDX-License-Identifier: EUPL-1.2
// Passwords are kept as Argon2id hashes in the PHC form "$argon2id$v=19$m=…,t=…,p=1$salt$hash" (RFC 9106),
// made by libsodium. Thread-safe. Every function that hashes costs what PasswordCost says, in time and in
// memory, on purpose.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kontor::identity {

/// What one hash costs. The default is the OWASP password storage cheat sheet's for Argon2id: 19 MiB, two
/// passes, one lane.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = 19'922'944;
};

/// Fast and weak: for tests only.
inline constexpr PasswordCost kTestPasswordCost{.passes = 1, .memory_bytes = 8'192};

/// The PHC string of `password` with a salt of its own. The password is brought to Unicode's NFKC form first,
/// so that one typed on another keyboard is the same. Throws std::bad_alloc when the memory cannot be had.
[[nodiscard]] std::string hash_password(std::string_view password, PasswordCost cost = {});

/// True when `hash` was made from `password`. Costs what the hash was made with. A password that no rule
/// allows (over 1,024 bytes, or not UTF-8) or a damaged hash is refused after `cost`.
[[nodiscard]] bool verify_password(std::string_view password, std::string_view hash, PasswordCost cost = {});

/// Costs what a verification costs and knows nothing: for accounts that do not exist, so that the time of the
/// answer does not tell. Give the cost that new hashes are made with.
void verify_nothing(std::string_view password, PasswordCost cost = {});

/// True when `hash` was made with another cost or another method; hash again at the next sign-in.
[[nodiscard]] bool needs_rehash(std::string_view hash, PasswordCost cost = {});

}  // namespace kontor::identity
