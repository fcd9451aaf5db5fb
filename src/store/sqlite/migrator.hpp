// SPDX-License-Identifier: EUPL-1.2
// Brings a database forward to this version of Kontor, one file of db/ after the other, each in a transaction
// of its own; keeps what was done, with checksums, in the table `migration`. Throws Failure.
#pragma once

#include <string>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "store/sqlite/connection.hpp"

namespace kontor::store::sqlite {

/// The version that this program knows.
[[nodiscard]] int newest_version();

/// Faults: database-newer; database-unusable when the file is not Kontor's or a migration differs from the
/// one this program knows. `database` is the name for the sentence. A new file must be empty.
[[nodiscard]] base::Outcome migrate(Connection& connection, const std::string& database,
                                    const base::Clock& clock);

/// The same checks without writing anything; an older database is as good as one of today.
[[nodiscard]] base::Outcome check_schema(Connection& connection, const std::string& database);

}  // namespace kontor::store::sqlite
