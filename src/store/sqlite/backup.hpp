// SPDX-License-Identifier: EUPL-1.2
// Copies of a database: taken from one snapshot while others read and write, verified, and given their name
// only then. Throws Failure.
#pragma once

#include <string>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "store/sqlite/session.hpp"

namespace kontor::store::sqlite {

/// A single file at `path`. Faults: target-exists, stopped, backup-damaged, file-unreadable. On any fault
/// nothing is left behind.
[[nodiscard]] base::Outcome back_up(Session& source, const std::string& path, base::Progress& progress);

/// Checks that `from` is a sound Kontor database no newer than this program, then copies it to `to`.
[[nodiscard]] base::Outcome restore(const std::string& from, const std::string& to);

}  // namespace kontor::store::sqlite
