// SPDX-License-Identifier: EUPL-1.2
#include "cli/stop_signal.hpp"

#include <atomic>
#include <csignal>

namespace kontor::cli {
namespace {

// A signal handler can reach nothing but a variable like this one; other threads read it.
std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_stop(int signal) {
    stop_requested = true;
    std::signal(signal, SIG_DFL);
}

}  // namespace

StopSignal::StopSignal() {
    stop_requested = false;
    std::signal(SIGINT, note_stop);
    std::signal(SIGTERM, note_stop);
}

StopSignal::~StopSignal() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool StopSignal::requested() {
    return stop_requested;
}

}  // namespace kontor::cli
