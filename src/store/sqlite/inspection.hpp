// SPDX-License-Identifier: EUPL-1.2
// Looks for faults in a database: SQLite's own structures, foreign keys, gaps of the change feed, records
// that cannot be read, references and identifiers that do not fit. Throws Failure.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite/session.hpp"

namespace kontor::store::sqlite {

/// English sentences, at most limits::kFaultsReported; empty when sound. Reads everything, in one snapshot.
[[nodiscard]] std::vector<std::string> inspect_database(Session& session);

/// SQLite's integrity check and foreign keys only: the first fault, empty when sound.
[[nodiscard]] std::string structural_fault(Connection& connection);

}  // namespace kontor::store::sqlite
