// SPDX-License-Identifier: EUPL-1.2
#include "cli/stop_signal.hpp"

#include <csignal>

namespace kontor::cli {
namespace {

// A signal handler can reach nothing but a variable like this one.
volatile std::sig_atomic_t stop_requested = 0;

extern "C" void note_stop(int signal) {
    stop_requested = 1;
    std::signal(signal, SIG_DFL);
}

}  // namespace

StopSignal::StopSignal() {
    stop_requested = 0;
    std::signal(SIGINT, note_stop);
    std::signal(SIGTERM, note_stop);
}

StopSignal::~StopSignal() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool StopSignal::requested() {
    return stop_requested != 0;
}

}  // namespace kontor::cli
