// SPDX-License-Identifier: EUPL-1.2
// Ctrl-C and SIGTERM as a question that long work asks. While a StopSignal lives the first signal only sets a
// mark; a second one ends the program at once. At most one at a time.
#pragma once

namespace kontor::cli {

class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    [[nodiscard]] static bool requested();
};

}  // namespace kontor::cli
