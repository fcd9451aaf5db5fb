// SPDX-License-Identifier: EUPL-1.2
// Clears the desk of what is over: sessions, links, tokens, mails, offers that nobody took up and the
// accounts that were made for them, notes about partners of whom one is gone, press texts that were
// withdrawn. Work of the house itself, done once a day; thread-safe. Cost: reads the desk once.
#pragma once

#include <cstdint>

#include "service/account_desk.hpp"

namespace kontor::service {

/// Long enough to tell the owner why a program stopped working.
inline constexpr std::int64_t kEndedTokenSeconds = 30LL * 24 * 3'600;
inline constexpr std::int64_t kSentMailSeconds = 30LL * 24 * 3'600;
inline constexpr std::int64_t kFailedMailSeconds = 90LL * 24 * 3'600;
/// An address that nobody answers from is kept no longer.
inline constexpr std::int64_t kEndedOfferSeconds = 90LL * 24 * 3'600;
/// Links to confirm a profile are the memory of having asked; nobody is asked twice in this time.
inline constexpr std::int64_t kAskAgainSeconds = 90LL * 24 * 3'600;

/// A withdrawn press text can be restored for so long.
inline constexpr std::int64_t kWithdrawnPressSeconds = 365LL * 24 * 3'600;

/// Erases all of it in one write, with one line in the audit log when there was something; gives how many
/// records went.
[[nodiscard]] base::Result<std::size_t> sweep(const AccountDesk& desk);

}  // namespace kontor::service
