// SPDX-License-Identifier: EUPL-1.2
// The one way to ask for the time, so that tests can answer.
#pragma once

#include <chrono>

namespace kontor::base {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual std::chrono::sys_seconds now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

/// Stands still where it was set.
class FixedClock final : public Clock {
public:
    explicit FixedClock(std::chrono::sys_seconds at) : at_(at) {}
    [[nodiscard]] std::chrono::sys_seconds now() const override { return at_; }

private:
    std::chrono::sys_seconds at_;
};

}  // namespace kontor::base
