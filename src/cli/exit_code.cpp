// SPDX-License-Identifier: EUPL-1.2
#include "cli/exit_code.hpp"

namespace kontor::cli {

ExitCode exit_code(const base::Errors& errors) {
    for (const base::Error& error : errors) {
        if (error.code == base::ErrorCode::Stopped) return ExitCode::Stopped;
    }
    constexpr int kNotFound = 404;
    constexpr int kConflict = 409;
    constexpr int kUnavailable = 503;
    constexpr int kInternal = 500;
    const int status = errors.empty() ? kInternal : base::entry_of(errors.front().code).status;
    if (status == kNotFound) return ExitCode::NotFound;
    if (status == kConflict) return ExitCode::Conflict;
    if (status == kUnavailable) return ExitCode::Unavailable;
    return status == kInternal ? ExitCode::Internal : ExitCode::Input;
}

}  // namespace kontor::cli
