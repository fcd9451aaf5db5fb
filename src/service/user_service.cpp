// SPDX-License-Identifier: EUPL-1.2
#include "service/user_service.hpp"

#include <algorithm>

#include "identity/password_rules.hpp"
#include "service/import_answers.hpp"
#include "service/partner_notes.hpp"
#include "service/permission.hpp"
#include "service/press_desk.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;
using model::UserState;

template <class Records>
void erase_all(store::WriteBatch& batch, DeskKind kind, const Records& records) {
    for (const auto& record : records) batch.desk_erasures.push_back({kind, record.id});
}

}  // namespace

base::Result<UserList> UserService::users(const Asker& asker) const {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto all = desk_.store().all_desk(DeskKind::User);
    if (!all) return all.errors();
    UserList out;
    for (const model::DeskRecord& record : all.value()) {
        const auto& user = std::get<model::User>(record);
        const auto grants = desk_.grants_of(user.id);
        if (!grants) return grants.errors();
        std::vector<RoleHeld> roles;
        for (const model::Grant& grant : grants.value()) {
            // Of somebody invited one wants to know what to.
            if (is_held(grant) || user.state == UserState::Invited)
                roles.push_back(role_held(desk_, grant, asker.language));
        }
        out.users.push_back({user.id, user.email, user.name, std::string(model::word(user.state)),
                             iso_time(user.created), iso_time(user.last_sign_in), !user.totp_secret.empty(),
                             std::move(roles)});
    }
    std::sort(out.users.begin(), out.users.end(),
              [](const auto& a, const auto& b) { return a.email < b.email; });
    return out;
}

base::Result<std::string> UserService::add(const Asker& asker, const NewUser& form) {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto turn = desk_.turn();
    base::Errors faults;
    const auto address = AccountDesk::mail_address(form.email);
    const auto free = address ? desk_.free_of_doubles(address.value()) : address.errors();
    if (!free) faults = free.errors();
    const std::string name = publish::one_line(form.name, 200);
    if (name.empty()) faults.push_back({ErrorCode::ValueMissing, {}, {.file = {}, .field = "/name"}, {}});
    const auto sound =
        identity::check_password(form.password, form.email, {.file = {}, .field = "/password"});
    if (!sound) faults.insert(faults.end(), sound.errors().begin(), sound.errors().end());
    if (!faults.empty()) return faults;
    const auto known = desk_.user_of(address.value());
    if (!known) return known.errors();
    if (known.value()) {
        return base::Error{
            ErrorCode::EmailTaken, {{"email", address.value().text()}}, {.file = {}, .field = "/email"}, {}};
    }
    const model::User user{.id = new_desk_id("u"),
                           .email = address.value().key(),
                           .skeleton = address.value().skeleton(),
                           .name = name,
                           .language = form.language,
                           .state = UserState::Active,
                           .password = identity::hash_password(form.password, desk_.settings().cost),
                           .created = desk_.now()};
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_puts.emplace_back(user);
    batch.audit.push_back(account_event(AuditEvent::AccountAdded, user.id));
    if (auto written = desk_.write(batch); !written) return written.errors();
    return user.id;
}

base::Result<std::string> UserService::id_of(const Asker& asker, const std::string& email) const {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto address = identity::EmailAddress::parse(email, {});
    if (!address) return address.errors();
    const auto user = desk_.user_of(address.value());
    if (!user) return user.errors();
    if (user.value()) return user.value()->id;
    return base::Error{ErrorCode::RecordNotFound, {{"kind", "user"}, {"id", email}}, {}, {}};
}

base::Outcome UserService::keep_an_administrator(const std::string& user) const {
    const auto grants = desk_.grants_of(user);
    if (!grants) return grants.errors();
    for (const model::Grant& grant : grants.value()) {
        if (grant.role != model::Role::Administrator) continue;
        const auto has_other = desk_.has_administrator_beside(user);
        if (!has_other) return has_other.errors();
        if (!has_other.value()) return base::Error{ErrorCode::LastAdministrator, {}, {}, {}};
    }
    return base::Done{};
}

base::Outcome UserService::change(const Asker& asker, const std::string& id, const UserForm& form) {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto turn = desk_.turn();
    auto known = desk_.known_user(id);
    if (!known) return known.errors();
    model::User user = std::move(known).value();
    const bool locks = form.state == "locked";
    if (!locks && form.state != "active") {
        return base::Error{ErrorCode::ValueNotAllowed,
                           {{"value", form.state}, {"allowed", "active, locked"}},
                           {.file = {}, .field = "/state"},
                           {}};
    }
    store::WriteBatch batch{.actor = asker.actor};
    if (locks) {
        if (auto kept = keep_an_administrator(id); !kept) return kept.errors();
        const auto sessions = desk_.sessions_of(id);
        if (!sessions) return sessions.errors();
        erase_all(batch, DeskKind::Session, sessions.value());
        user.state = UserState::Locked;
    } else if (user.state == UserState::Locked) {
        const bool can_sign_in = !user.password.empty() || !user.subject.empty();
        user.state = can_sign_in ? UserState::Active : UserState::Invited;
    }
    batch.desk_puts.emplace_back(user);
    batch.audit.push_back(account_event(locks ? AuditEvent::AccountLocked : AuditEvent::AccountUnlocked, id));
    return desk_.write(batch);
}

base::Outcome UserService::erase(const Asker& asker, const std::string& id) {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto turn = desk_.turn();
    const auto known = desk_.known_user(id);
    if (!known) return known.errors();
    if (auto kept = keep_an_administrator(id); !kept) return kept.errors();
    store::WriteBatch batch{.actor = asker.actor};
    const auto grants = desk_.grants_of(id);
    if (!grants) return grants.errors();
    const auto sessions = desk_.sessions_of(id);
    if (!sessions) return sessions.errors();
    const auto tokens = desk_.tokens_of(id);
    if (!tokens) return tokens.errors();
    const auto links = desk_.links_of(id);
    if (!links) return links.errors();
    const auto drafts = desk_.store().desk_where(DeskKind::Draft, "author", id);
    if (!drafts) return drafts.errors();
    erase_all(batch, DeskKind::Grant, grants.value());
    erase_all(batch, DeskKind::Session, sessions.value());
    erase_all(batch, DeskKind::ApiToken, tokens.value());
    erase_all(batch, DeskKind::Link, links.value());
    for (const model::DeskRecord& draft : drafts.value())
        batch.desk_erasures.push_back({DeskKind::Draft, model::id_of(draft)});
    const auto mails = desk_.store().all_desk(DeskKind::Mail);
    if (!mails) return mails.errors();
    for (const model::DeskRecord& record : mails.value()) {
        const auto& mail = std::get<model::Mail>(record);
        if (mail.to == known.value().email) batch.desk_erasures.push_back({DeskKind::Mail, mail.id});
    }
    if (auto forgotten = forget_author(desk_.store(), id, batch); !forgotten) return forgotten;
    if (auto forgotten = forget_press_author(desk_.store(), id, batch); !forgotten) return forgotten;
    batch.desk_erasures.push_back({DeskKind::User, id});
    batch.audit.push_back(account_event(AuditEvent::AccountDeleted, id));
    return desk_.write(batch);
}

}  // namespace kontor::service
