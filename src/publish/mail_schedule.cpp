// SPDX-License-Identifier: EUPL-1.2
#include "publish/mail_schedule.hpp"

#include <algorithm>
#include <array>

namespace kontor::publish {

std::optional<std::chrono::sys_seconds> next_try(const MailAttempts& attempts, std::chrono::sys_seconds now) {
    using std::chrono::minutes;
    constexpr std::array kWaits{minutes{1},  minutes{5},   minutes{15},
                                minutes{60}, minutes{240}, minutes{1440}};
    const int last = static_cast<int>(kWaits.size()) - 1;
    const auto next = now + kWaits[static_cast<std::size_t>(std::clamp(attempts.made - 1, 0, last))];
    if (next > attempts.queued_at + kMailLifetime) return std::nullopt;
    return next;
}

}  // namespace kontor::publish
