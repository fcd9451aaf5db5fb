// SPDX-License-Identifier: EUPL-1.2
// How the program ends; the one place where exit codes are written.
#pragma once

#include "base/error.hpp"

namespace kontor::cli {

enum class ExitCode {
    Ok = 0,
    Internal = 1,
    Input = 2,
    NotFound = 3,
    Conflict = 4,
    Unavailable = 5,
    Stopped = 130
};

/// By the first fault; Stopped when any of them says so.
[[nodiscard]] ExitCode exit_code(const base::Errors& errors);

}  // namespace kontor::cli
