// SPDX-License-Identifier: EUPL-1.2
// When a mail that could not be delivered is tried again (RFC 5321, 4.5.4.1: soon at first, then rarely, give
// up after four to five days). Pure and thread-safe.
#pragma once

#include <chrono>
#include <optional>

namespace kontor::publish {

/// A mail older than this is given up.
inline constexpr std::chrono::days kMailLifetime{5};

struct MailAttempts {
    int made = 0;                        // tries so far, all in vain; at least 1
    std::chrono::sys_seconds queued_at;  // when the mail was written
};

/// The time of the next try: 1, 5 and 15 minutes, 1 and 4 hours, then a day after `now`, the time of the last
/// try. Nothing when that would be more than kMailLifetime after the mail was written.
[[nodiscard]] std::optional<std::chrono::sys_seconds> next_try(const MailAttempts& attempts,
                                                               std::chrono::sys_seconds now);

}  // namespace kontor::publish
