// SPDX-License-Identifier: EUPL-1.2
// Progress on standard error: one line that is drawn anew (stage, bar, count, rate, time left) when that is a
// terminal, else a plain line per stage and every ten seconds. Asks the stop signal. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/progress.hpp"

namespace kontor::cli {

/// "1:05", "2:03:04"
[[nodiscard]] std::string duration_text(std::int64_t seconds);
/// "12.345" in German, "12,345" in English.
[[nodiscard]] std::string count_text(std::uint64_t count, std::string_view language);

class TerminalProgress final : public base::Progress {
public:
    enum class Style { Silent, Lines, Bar };

    TerminalProgress(Style style, std::string language);
    /// Wipes the bar away.
    ~TerminalProgress() override;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    void report(std::string_view stage, std::uint64_t done, std::uint64_t total) override;
    [[nodiscard]] bool stop_requested() const override;
    [[nodiscard]] bool draws_bar() const { return style_ == Style::Bar; }

private:
    using Instant = std::chrono::steady_clock::time_point;
    [[nodiscard]] std::string line(std::uint64_t done, std::uint64_t total, Instant now) const;
    [[nodiscard]] std::string stage_label() const;

    const Style style_;
    const std::string language_;
    std::string stage_;
    Instant stage_begun_;
    Instant last_shown_;
    bool bar_is_drawn_ = false;
};

}  // namespace kontor::cli
