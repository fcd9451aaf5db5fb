// SPDX-License-Identifier: EUPL-1.2
// The ledger of imports. Used by one thread at a time, the writing functions inside a transaction. Throws
// Failure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite/statement.hpp"
#include "store/store.hpp"

namespace kontor::store::sqlite {

class ImportLedger {
public:
    explicit ImportLedger(Connection& connection) : connection_(connection) {}

    /// The running one for this kind and content if there is one, else a new one that starts at `now`.
    [[nodiscard]] ImportRun begin(std::string_view kind, std::string_view file, std::string_view fingerprint,
                                  std::int64_t now);
    /// False when there is no running import of that id.
    [[nodiscard]] bool mark(const ImportMark& mark);
    /// State, stage, done and report as given; false when there is no import of that id.
    [[nodiscard]] bool finish(const ImportRun& run, std::int64_t now);
    /// In the order in which they began.
    [[nodiscard]] std::vector<ImportRun> all();

private:
    Connection& connection_;
};

}  // namespace kontor::store::sqlite
