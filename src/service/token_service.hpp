// SPDX-License-Identifier: EUPL-1.2
// Access tokens: how programs act for a person, within scopes and for a time. Made by people who are signed
// in, never by tokens. Thread-safe.
#pragma once

#include <string>

#include "service/account_desk.hpp"

namespace kontor::service {

inline constexpr std::size_t kTokensPerUser = 50;
inline constexpr std::int64_t kTokenDays = 366;

class TokenService {
public:
    /// `desk` must outlive this.
    explicit TokenService(const AccountDesk& desk) : desk_(desk) {}

    [[nodiscard]] base::Result<TokenList> tokens(const Asker& asker) const;
    /// All faults of the form; too-many-items beyond kTokensPerUser. The secret is told this once.
    [[nodiscard]] base::Result<NewToken> create(const Asker& asker, const TokenForm& form);
    [[nodiscard]] base::Outcome end(const Asker& asker, const std::string& token);

private:
    const AccountDesk& desk_;
};

}  // namespace kontor::service
