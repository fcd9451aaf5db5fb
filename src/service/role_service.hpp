// SPDX-License-Identifier: EUPL-1.2
// Who may do what at an organisation, and who administers this Kontor: giving roles, inviting, taking roles
// back. Any number of people may hold a role. Thread-safe.
#pragma once

#include <string>

#include "service/account_desk.hpp"

namespace kontor::service {

class RoleService {
public:
    /// `desk` must outlive this.
    explicit RoleService(const AccountDesk& desk) : desk_(desk) {}

    /// The roles at an organisation, oldest first; with an empty id the administrators. For whoever has a
    /// role there, may give roles there, or administers. record-not-found for what the asker cannot see.
    [[nodiscard]] base::Result<RoleList> roles(const Asker& asker, const std::string& organisation) const;

    /// Offers a role: whoever has the address accepts it by a link, sent by mail or in the answer. Answer and
    /// work are the same whether there is an account or not. Repeating it repeats the invitation only. The
    /// operator gives roles to people with an account outright. An organisation that nobody speaks for yet is
    /// opened by its keepers. email-confusable is told to administrators only; others learn of no accounts.
    [[nodiscard]] base::Result<GivenRole> give(const Asker& asker, const std::string& organisation,
                                               const RoleForm& form);

    /// Takes a role back, or lays down one's own. last-administrator.
    [[nodiscard]] base::Outcome take(const Asker& asker, const std::string& organisation,
                                     const std::string& grant);

private:
    [[nodiscard]] base::Result<model::Record> seen_organisation(const Asker& asker,
                                                                const std::string& id) const;
    [[nodiscard]] base::Outcome may_give(const Asker& asker, const std::string& organisation) const;
    [[nodiscard]] base::Result<RoleView> view(const Asker& asker, const model::Grant& grant,
                                              bool shows_address) const;
    /// Whom and what an invitation is about.
    struct Offer {
        model::User user;
        model::Grant grant;
        bool is_known = false;  // it is as it was before
    };
    [[nodiscard]] base::Result<identity::EmailAddress> checked(const Asker& asker,
                                                               const std::string& organisation,
                                                               const RoleForm& form) const;
    [[nodiscard]] base::Result<Offer> offer(const Asker& asker, const std::string& organisation,
                                            const RoleForm& form,
                                            const identity::EmailAddress& address) const;
    [[nodiscard]] std::string invite(store::WriteBatch& batch, const Asker& asker, const model::User& user,
                                     const model::Grant& grant) const;
    [[nodiscard]] base::Outcome end_invitations(store::WriteBatch& batch, const model::Grant& grant) const;

    const AccountDesk& desk_;
};

}  // namespace kontor::service
