// SPDX-License-Identifier: EUPL-1.2
// The operations about sessions, accounts, tokens, links and roles: parameters in, service called, answer and
// cookie out. No logic of its own.
#pragma once

#include "http/asker_source.hpp"
#include "http/door.hpp"
#include "service/account_service.hpp"
#include "service/link_service.hpp"
#include "service/mail_service.hpp"
#include "service/provider_sign_in.hpp"
#include "service/role_service.hpp"
#include "service/sign_in_service.hpp"
#include "service/token_service.hpp"
#include "service/user_service.hpp"

namespace kontor::http {

/// All must outlive the router.
struct AccountServices {
    service::SignInService& sign_in;
    service::AccountService& accounts;
    service::TokenService& tokens;
    service::LinkService& links;
    service::RoleService& roles;
    service::UserService& users;
    service::MailService& mails;
    service::ProviderSignIn& provider;
};

void add_account_api(Door& door, const AccountServices& services, const PublicAddress& address);

}  // namespace kontor::http
