// SPDX-License-Identifier: EUPL-1.2
// The door of the terminal: understands the command line, runs the verb, gives the exit code.
#pragma once

#include "cli/serve_options.hpp"

namespace kontor::cli {

/// `argv` as main() got it. `serve` is what the verb "serve" does.
[[nodiscard]] int run(int argc, const char* const* argv, const Serve& serve);

}  // namespace kontor::cli
