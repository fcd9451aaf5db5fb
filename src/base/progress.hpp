// SPDX-License-Identifier: EUPL-1.2
// Long work tells how far it is and asks whether it should stop. One object per piece of work; report() is
// called at most every few thousand steps by the worker, stop_requested() may be set from a signal handler or
// another thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

namespace kontor::base {

class Progress {
public:
    virtual ~Progress() = default;
    /// `stage` is a stable English word ("organisations"); `total` is 0 when unknown. Units are the stage's
    /// own.
    virtual void report(std::string_view stage, std::uint64_t done, std::uint64_t total) = 0;
    [[nodiscard]] virtual bool stop_requested() const { return false; }
};

/// Says nothing, never stops.
class SilentProgress final : public Progress {
public:
    void report(std::string_view, std::uint64_t, std::uint64_t) override {}
};

}  // namespace kontor::base
