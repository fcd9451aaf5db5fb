// SPDX-License-Identifier: EUPL-1.2
// Who is asking. Every use case takes an Asker first: the public, somebody signed in with roles at
// organisations, or the operator, who sits at the machine itself and has its files anyway. What an asker may
// do is decided in permission.hpp, what an asker may see in sight.hpp, and nowhere else.
#pragma once

#include <string>
#include <vector>

#include "model/desk.hpp"

namespace kontor::service {

enum class Standing { Public, User, Operator };

struct RoleAt {
    model::Role role = model::Role::MemberContact;
    std::string organisation;  // empty for the administrator
    bool operator==(const RoleAt&) const = default;
};

struct Asker {
    Standing standing = Standing::Public;
    std::string language = "en";   // of sentences and labels: "de" or "en"
    std::string actor = "public";  // for feed and audit: a user id, "cli", "public"
    std::vector<RoleAt> roles = {};
    /// Of the API token that is used; empty for a person, who may do all that the roles allow.
    std::vector<std::string> scopes = {};
    std::string session = {};  // id of the session, empty for a token
    /// Narrows what is shown to what this audience sees too: "public", "network", an organisation's id.
    std::string seen_as = {};

    [[nodiscard]] bool is_signed_in() const { return standing != Standing::Public; }
};

}  // namespace kontor::service
