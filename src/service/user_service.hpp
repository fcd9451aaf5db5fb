// SPDX-License-Identifier: EUPL-1.2
// All accounts, for administrators and the operator: list, add, lock, delete. Thread-safe.
#pragma once

#include <string>

#include "service/account_desk.hpp"

namespace kontor::service {

struct NewUser {
    std::string email;
    std::string name;
    std::string password;
    std::string language = "en";
};

class UserService {
public:
    /// `desk` must outlive this.
    explicit UserService(const AccountDesk& desk) : desk_(desk) {}

    /// By address.
    [[nodiscard]] base::Result<UserList> users(const Asker& asker) const;
    /// An account that can sign in at once. All faults; email-taken, email-confusable.
    [[nodiscard]] base::Result<std::string> add(const Asker& asker, const NewUser& form);
    /// The id of the account with this address; record-not-found.
    [[nodiscard]] base::Result<std::string> id_of(const Asker& asker, const std::string& email) const;

    /// Locks or unlocks; a locked account's sessions end at once. last-administrator.
    [[nodiscard]] base::Outcome change(const Asker& asker, const std::string& user, const UserForm& form);
    /// Deletes the account and all that hangs on it; feed and audit keep its id. last-administrator.
    [[nodiscard]] base::Outcome erase(const Asker& asker, const std::string& user);

private:
    [[nodiscard]] base::Outcome keep_an_administrator(const std::string& user) const;

    const AccountDesk& desk_;
};

}  // namespace kontor::service
