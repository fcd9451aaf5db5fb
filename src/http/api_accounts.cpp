// SPDX-License-Identifier: EUPL-1.2
#include "http/api_accounts.hpp"

#include <algorithm>

#include "http/problem.hpp"
#include "http/provider_pages.hpp"

namespace kontor::http {
namespace {

using service::Asker;

/// Far more than any form of an account holds.
constexpr std::size_t kFormBytes = 16'384;

/// What concerns one person is kept by no cache.
template <class T>
Response own(const T& result, const Request& request) {
    Response response = answer(result, request);
    auto& headers = response.headers;
    headers.erase(std::remove_if(headers.begin(), headers.end(),
                                 [](const auto& header) { return header.first == "Cache-Control"; }),
                  headers.end());
    headers.emplace_back("Cache-Control", "no-store");
    return response;
}

std::string text(const Request& request, std::string_view name) {
    return std::string(request.parameters.text(name));
}

class AccountApi {
public:
    AccountApi(Door& door, const AccountServices& services, const PublicAddress& address)
        : door_(door), services_(services), address_(address), cookies_(address) {}

    void add_all() {
        add_session();
        add_sessions();
        add_tokens();
        add_links();
        add_account();
        add_second_factor();
        add_provider();
        add_roles();
        add_administrators();
        add_users();
        add_mails();
    }

private:
    /// An operation with a body of the contract's type Form: call(asker, form, request).
    template <class Form, class Call>
    void add_form(std::string_view id, Call call, Pace pace = Pace::Quick) {
        door_.respond(
            id,
            [call](const Asker& asker, const Request& request) {
                if (request.body.size() > kFormBytes) {
                    const base::ErrorArguments maximum{{"maximum", std::to_string(kFormBytes)}};
                    return problem({{base::ErrorCode::FileTooLarge, maximum, {}, {}}}, request.language);
                }
                const auto form = body_of<Form>(request);
                if (!form) return problem(form.errors(), request.language);
                return call(asker, form.value(), request);
            },
            pace);
    }

    template <class Call>
    void add_own(std::string_view id, Call call) {
        door_.respond(id, [call](const Asker& asker, const Request& request) {
            return own(call(asker, request), request);
        });
    }

    /// The state as JSON, and the cookie when somebody has signed in.
    static Response with_cookie(const base::Result<service::NewSession>& session, const Request& request,
                                const Cookies& cookies) {
        if (!session) return problem(session.errors(), request.language);
        Response response = own(base::Result<service::SessionState>(session.value().state), request);
        if (!session.value().secret.empty())
            response.headers.emplace_back("Set-Cookie", cookies.keep(session.value().secret));
        return response;
    }

    void add_session() {
        auto& sign_in = services_.sign_in;
        add_own("session", [&sign_in](const Asker& a, const Request&) { return sign_in.state(a); });
        add_form<service::SignInForm>(
            "signIn",
            [&sign_in, address = address_, cookies = cookies_](
                const Asker& a, const service::SignInForm& form, const Request& r) {
                return with_cookie(sign_in.sign_in(a, form, visitor_of(r, address)), r, cookies);
            },
            Pace::Slow);
        door_.respond("signOut", [&sign_in, cookies = cookies_](const Asker& a, const Request& r) {
            Response response = answer(sign_in.sign_out(a), r);
            if (response.status == 204) response.headers.emplace_back("Set-Cookie", cookies.keep(""));
            return response;
        });
    }

    void add_sessions() {
        auto& sign_in = services_.sign_in;
        add_own("sessions", [&sign_in](const Asker& a, const Request&) { return sign_in.sessions(a); });
        door_.add("endOtherSessions",
                  [&sign_in](const Asker& a, const Request&) { return sign_in.end_others(a); });
        door_.add("endSession",
                  [&sign_in](const Asker& a, const Request& r) { return sign_in.end(a, text(r, "id")); });
    }

    void add_tokens() {
        auto& tokens = services_.tokens;
        add_own("tokens", [&tokens](const Asker& a, const Request&) { return tokens.tokens(a); });
        add_form<service::TokenForm>(
            "createToken", [&tokens](const Asker& a, const service::TokenForm& form, const Request& r) {
                return own(tokens.create(a, form), r);
            });
        door_.add("endToken",
                  [&tokens](const Asker& a, const Request& r) { return tokens.end(a, text(r, "id")); });
    }

    void add_links() {
        auto& links = services_.links;
        add_own("link", [&links, address = address_](const Asker& a, const Request& r) {
            return links.view(a, text(r, "token"), visitor_of(r, address));
        });
        add_form<service::LinkForm>(
            "useLink",
            [&links, address = address_, cookies = cookies_](const Asker& a, const service::LinkForm& form,
                                                             const Request& r) {
                const auto used = links.use(a, text(r, "token"), form, visitor_of(r, address));
                return with_cookie(used, r, cookies);
            },
            Pace::Slow);
        add_form<service::ResetForm>(
            "resetPassword",
            [&links, address = address_](const Asker& a, const service::ResetForm& form, const Request& r) {
                return answer(links.reset(a, form, visitor_of(r, address)), r);
            });
    }

    void add_account() {
        auto& accounts = services_.accounts;
        add_own("account", [&accounts](const Asker& a, const Request&) { return accounts.account(a); });
        add_form<service::AccountForm>(
            "changeAccount", [&accounts](const Asker& a, const service::AccountForm& form, const Request& r) {
                return own(accounts.change(a, form), r);
            });
        add_form<service::PasswordForm>(
            "changePassword",
            [&accounts](const Asker& a, const service::PasswordForm& form, const Request& r) {
                return answer(accounts.change_password(a, form), r);
            },
            Pace::Slow);
    }

    void add_second_factor() {
        auto& accounts = services_.accounts;
        add_own("newSecondFactor",
                [&accounts](const Asker& a, const Request&) { return accounts.new_second_factor(a); });
        add_form<service::SecondFactorForm>(
            "confirmSecondFactor",
            [&accounts](const Asker& a, const service::SecondFactorForm& form, const Request& r) {
                return own(accounts.confirm_second_factor(a, form), r);
            },
            Pace::Slow);
        add_form<service::ConfirmForm>(
            "removeSecondFactor",
            [&accounts](const Asker& a, const service::ConfirmForm& form, const Request& r) {
                return answer(accounts.remove_second_factor(a, form), r);
            },
            Pace::Slow);
    }

    void add_provider() {
        auto& provider = services_.provider;
        add_form<service::ConfirmForm>(
            "connectProvider",
            [&provider, address = address_](const Asker& a, const service::ConfirmForm& form,
                                            const Request& r) {
                const auto begun = provider.connect(a, form, visitor_of(r, address));
                if (!begun) return problem(begun.errors(), r.language);
                Response response = own(base::Result<service::ProviderAddress>({begun.value().address}), r);
                response.headers.emplace_back("Set-Cookie",
                                              provider_cookie(address, r.language + begun.value().secret));
                return response;
            },
            Pace::Slow);
        add_form<service::ConfirmForm>(
            "removeProvider",
            [&provider](const Asker& a, const service::ConfirmForm& form, const Request& r) {
                return answer(provider.disconnect(a, form), r);
            },
            Pace::Slow);
    }

    void add_roles() {
        auto& roles = services_.roles;
        add_own("roles",
                [&roles](const Asker& a, const Request& r) { return roles.roles(a, text(r, "id")); });
        add_form<service::RoleForm>(
            "giveRole", [&roles](const Asker& a, const service::RoleForm& form, const Request& r) {
                return own(roles.give(a, text(r, "id"), form), r);
            });
        door_.add("takeRole", [&roles](const Asker& a, const Request& r) {
            return roles.take(a, text(r, "id"), text(r, "role"));
        });
    }

    void add_administrators() {
        auto& roles = services_.roles;
        add_own("administrators", [&roles](const Asker& a, const Request&) { return roles.roles(a, ""); });
        add_form<service::RoleForm>(
            "giveAdministrator", [&roles](const Asker& a, const service::RoleForm& form, const Request& r) {
                return own(roles.give(a, "", form), r);
            });
        door_.add("takeAdministrator",
                  [&roles](const Asker& a, const Request& r) { return roles.take(a, "", text(r, "role")); });
    }

    void add_users() {
        auto& users = services_.users;
        add_own("users", [&users](const Asker& a, const Request&) { return users.users(a); });
        add_form<service::UserForm>(
            "changeUser", [&users](const Asker& a, const service::UserForm& form, const Request& r) {
                return answer(users.change(a, text(r, "id"), form), r);
            });
        door_.add("deleteUser",
                  [&users](const Asker& a, const Request& r) { return users.erase(a, text(r, "id")); });
    }

    void add_mails() {
        auto& mails = services_.mails;
        add_own("mails", [&mails](const Asker& a, const Request&) { return mails.mails(a); });
        door_.add("retryMail",
                  [&mails](const Asker& a, const Request& r) { return mails.retry(a, text(r, "id")); });
    }

    Door& door_;
    AccountServices services_;
    PublicAddress address_;
    Cookies cookies_;
};

}  // namespace

void add_account_api(Door& door, const AccountServices& services, const PublicAddress& address) {
    AccountApi(door, services, address).add_all();
}

}  // namespace kontor::http
