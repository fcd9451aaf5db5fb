// SPDX-License-Identifier: EUPL-1.2
// Accounts for servers without a browser. Whoever sits at the machine is the operator, whom the use cases let
// do everything an administrator may.
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/link_service.hpp"
#include "service/role_service.hpp"
#include "service/user_service.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct UserOptions {
    std::string email;
    std::string name;
    std::string role;
    std::string at;
    std::string public_url = "http://127.0.0.1:8080";
    bool take = false;
    bool json = false;
};

/// The use cases on the opened database.
struct UserDesk {
    UserDesk(service::Knowledge& knowledge, const service::AccountSettings& settings)
        : desk(knowledge, settings),
          sign_in(desk),
          confirmations(knowledge),
          links(desk, sign_in, confirmations),
          roles(desk),
          users(desk) {}

    service::AccountDesk desk;
    service::SignInService sign_in;
    service::ConfirmationService confirmations;
    service::LinkService links;
    service::RoleService roles;
    service::UserService users;
};

/// What a verb does once the desk is there.
using Work = base::Outcome (*)(const Context&, UserDesk&, const UserOptions&);

void say_link(const Context& context, Phrase phrase, const std::string& email, const std::string& link) {
    context.print_line(context.say(phrase, {{"email", email}, {"link", link}}));
}

void say_email(const Context& context, Phrase phrase, const std::string& email) {
    context.print_line(context.say(phrase, {{"email", email}}));
}

/// One line of standard input; a terminal does not show it.
std::string typed_password(const Context& context, const std::string& email) {
    termios shown{};
    const bool is_terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    if (is_terminal) {
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        fmt::print(stderr, "{}", context.say(Phrase::CliUserPassword, {{"email", email}}));
    }
    std::string line;
    std::getline(std::cin, line);
    if (is_terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        fmt::print(stderr, "\n");
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

base::Outcome add_user(const Context& context, UserDesk& desk, const UserOptions& options) {
    const auto added = desk.users.add(context.asker(), {.email = options.email,
                                                        .name = options.name,
                                                        .password = typed_password(context, options.email),
                                                        .language = context.language()});
    if (!added) return added.errors();
    say_email(context, Phrase::CliUserAdded, options.email);
    return base::Done{};
}

std::string roles_text(const std::vector<service::RoleHeld>& roles) {
    std::string out;
    for (const service::RoleHeld& held : roles) {
        out += (out.empty() ? "" : ", ") + held.role_name;
        if (!held.organisation.empty()) out += " (" + held.organisation + ")";
    }
    return out;
}

base::Outcome list_users(const Context& context, UserDesk& desk, const UserOptions& options) {
    const auto list = desk.users.users(context.asker());
    if (!list) return list.errors();
    if (options.json) {
        context.print_line(codec::json_text(list.value()));
        return base::Done{};
    }
    if (list.value().users.empty()) context.print_line(context.say(Phrase::CliUserNone));
    Columns rows({Align::Left, Align::Left, Align::Left, Align::Left, Align::Left}, context.width());
    for (const auto& user : list.value().users) {
        const auto state = service::phrase_from_slug("user-state-" + user.state);
        rows.add({user.email, user.name, state ? context.say(*state) : user.state, roles_text(user.roles),
                  user.last_sign_in});
    }
    context.print(rows.text());
    return base::Done{};
}

base::Outcome take_role(const Context& context, UserDesk& desk, const UserOptions& options) {
    const auto user = desk.users.id_of(context.asker(), options.email);
    if (!user) return user.errors();
    const auto grants = desk.desk.grants_of(user.value());
    if (!grants) return grants.errors();
    for (const model::Grant& grant : grants.value()) {
        if (grant.organisation != options.at || model::word(grant.role) != options.role) continue;
        if (auto taken = desk.roles.take(context.asker(), options.at, grant.id); !taken) return taken;
        context.print_line(
            context.say(Phrase::CliUserRoleTaken, {{"email", options.email}, {"role", options.role}}));
        return base::Done{};
    }
    return base::Error{base::ErrorCode::RecordNotFound, {{"kind", "role"}, {"id", options.role}}, {}, {}};
}

base::Outcome give_role(const Context& context, UserDesk& desk, const UserOptions& options) {
    if (options.take) return take_role(context, desk, options);
    const auto given =
        desk.roles.give(context.asker(), options.at,
                        {.email = options.email, .role = options.role, .language = context.language()});
    if (!given) return given.errors();
    if (given.value().invited) {
        say_link(context, Phrase::CliUserOffered, options.email, given.value().link);
    } else {
        context.print_line(context.say(Phrase::CliUserRoleGiven,
                                       {{"email", options.email}, {"role", given.value().role.role_name}}));
    }
    return base::Done{};
}

base::Outcome set_state(const Context& context, UserDesk& desk, const UserOptions& options,
                        const std::string& state) {
    const auto user = desk.users.id_of(context.asker(), options.email);
    if (!user) return user.errors();
    if (auto changed = desk.users.change(context.asker(), user.value(), {.state = state}); !changed)
        return changed;
    say_email(context, Phrase::CliUserChanged, options.email);
    return base::Done{};
}

base::Outcome lock_user(const Context& context, UserDesk& desk, const UserOptions& options) {
    return set_state(context, desk, options, "locked");
}

base::Outcome unlock_user(const Context& context, UserDesk& desk, const UserOptions& options) {
    return set_state(context, desk, options, "active");
}

base::Outcome delete_user(const Context& context, UserDesk& desk, const UserOptions& options) {
    const auto user = desk.users.id_of(context.asker(), options.email);
    if (!user) return user.errors();
    if (auto erased = desk.users.erase(context.asker(), user.value()); !erased) return erased;
    say_email(context, Phrase::CliUserDeleted, options.email);
    return base::Done{};
}

base::Outcome reset_user(const Context& context, UserDesk& desk, const UserOptions& options) {
    const auto user = desk.users.id_of(context.asker(), options.email);
    if (!user) return user.errors();
    const auto link = desk.links.link_for(context.asker(), user.value());
    if (!link) return link.errors();
    say_link(context, Phrase::CliUserLink, options.email, link.value());
    return base::Done{};
}

int run(Context& context, const UserOptions& options, Work work) {
    const auto store = context.open_store(store::OpenMode::Create);
    if (!store) return context.fail(store.errors());
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    service::AccountSettings settings;
    settings.address = options.public_url;
    while (settings.address.ends_with('/')) settings.address.pop_back();
    UserDesk desk(*knowledge.value(), settings);
    if (auto done = work(context, desk, options); !done) return context.fail(done.errors());
    return Context::done();
}

/// Adds the verbs below `kontor user`.
class UserVerbs {
public:
    UserVerbs(CLI::App& parent, Verbs& verbs) : parent_(parent), verbs_(verbs) {}

    /// A verb about one account.
    CLI::App* about_one(const std::string& name, Phrase description, Work work) {
        CLI::App* verb = add(name, description, work);
        verb->add_option("EMAIL", options_->email, verbs_.help(Phrase::HelpEmail))->required();
        return verb;
    }

    CLI::App* add(const std::string& name, Phrase description, Work work) {
        CLI::App* verb = verbs_.add(parent_, name, description);
        verb->callback([this_verbs = &verbs_, options = options_, work] {
            this_verbs->chosen = [options, work](Context& context) { return run(context, *options, work); };
        });
        return verb;
    }

    void add_role(const std::string& name, Phrase description) {
        CLI::App* verb = about_one(name, description, give_role);
        verb->add_option("ROLE", options_->role, verbs_.help(Phrase::HelpRole))->required();
        verb->add_option("--at", options_->at, verbs_.help(Phrase::HelpAt));
        add_address(*verb);
        if (name == "role") verb->add_flag("--take", options_->take, verbs_.help(Phrase::HelpTake));
    }

    void add_all() {
        about_one("add", Phrase::HelpUserAdd, add_user)
            ->add_option("--name", options_->name, verbs_.help(Phrase::HelpName))
            ->required();
        add("list", Phrase::HelpUserList, list_users)
            ->add_flag("--json", options_->json, verbs_.help(Phrase::HelpJson));
        add_role("role", Phrase::HelpUserRole);
        add_role("invite", Phrase::HelpUserInvite);
        about_one("lock", Phrase::HelpUserLock, lock_user);
        about_one("unlock", Phrase::HelpUserUnlock, unlock_user);
        about_one("delete", Phrase::HelpUserDelete, delete_user);
        add_address(*about_one("reset", Phrase::HelpUserReset, reset_user));
    }

private:
    void add_address(CLI::App& verb) {
        verb.add_option("--public-url", options_->public_url, verbs_.help(Phrase::HelpUserPublicUrl))
            ->capture_default_str();
    }

    CLI::App& parent_;
    Verbs& verbs_;
    std::shared_ptr<UserOptions> options_ = std::make_shared<UserOptions>();
};

}  // namespace

void add_user_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* user = verbs.add(app, "user", Phrase::HelpUser);
    user->require_subcommand(1);
    UserVerbs(*user, verbs).add_all();
}

}  // namespace kontor::cli
