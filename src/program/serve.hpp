// SPDX-License-Identifier: EUPL-1.2
// The server: opens the database, reads what it holds, answers requests until it is told to stop.
#pragma once

#include "cli/serve_options.hpp"

namespace kontor::program {

/// Gives the exit code of the program.
[[nodiscard]] int serve(const cli::ServeOptions& options);

}  // namespace kontor::program
