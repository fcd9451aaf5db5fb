// SPDX-License-Identifier: EUPL-1.2
// SQLite says no: disk full, file damaged, locked for too long. Inside this folder it travels as an
// exception, so that transactions and statements unwind by themselves; SqliteStore turns it into an Error
// before anybody sees it.
#pragma once

#include <stdexcept>
#include <string>

#include "base/error.hpp"

namespace kontor::store::sqlite {

class Failure : public std::runtime_error {
public:
    /// `statement` is for the log only.
    Failure(const std::string& reason, std::string statement)
        : std::runtime_error(reason), statement_(std::move(statement)) {}
    [[nodiscard]] const std::string& statement() const { return statement_; }

private:
    std::string statement_;
};

[[nodiscard]] inline base::Error unusable(const std::string& database, const Failure& failure) {
    return {base::ErrorCode::DatabaseUnusable,
            {{"database", database}, {"reason", failure.what()}},
            {},
            failure.statement()};
}

}  // namespace kontor::store::sqlite
