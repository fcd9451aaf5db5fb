// SPDX-License-Identifier: EUPL-1.2
// What a new password must be: long enough, not one that everybody tries first, not the account's own
// address. No rule about kinds of characters (NIST SP 800-63B). Pure and thread-safe; costs microseconds.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.hpp"

namespace kontor::identity {

inline constexpr std::size_t kPasswordMinimum = 12;   // characters
inline constexpr std::size_t kPasswordMaximum = 256;  // characters

/// Every fault of `password` as the new one of the account `email`; done when there is none. Faults carry
/// `place`: encoding-broken, password-length, password-guessable (a listed word with digits and signs around
/// it, a repeated short piece, a run of the alphabet, the digits or the keyboard), password-contains-email
/// (the address, or its local part or a domain label of five letters or more).
[[nodiscard]] base::Outcome check_password(std::string_view password, std::string_view email,
                                           const base::Place& place = {});

}  // namespace kontor::identity
