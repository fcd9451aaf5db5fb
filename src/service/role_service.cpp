// SPDX-License-Identifier: EUPL-1.2
#include "service/role_service.hpp"

#include <algorithm>
#include <tuple>

#include "publish/mail_texts.hpp"
#include "service/import_answers.hpp"
#include "service/link_service.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;
using model::Role;
using model::UserState;

bool is_for_the_house(Role role) {
    return role == Role::Administrator;
}

std::string known_words(const std::string& organisation) {
    std::string out;
    for (const std::string_view word : model::Words<Role>::kWords) {
        if (is_for_the_house(*model::from_word<Role>(word)) != organisation.empty()) continue;
        out += (out.empty() ? "" : ", ") + std::string(word);
    }
    return out;
}

std::vector<RoleListKnownRole> known_roles(const std::string& organisation, std::string_view language) {
    std::vector<RoleListKnownRole> out;
    for (const std::string_view word : model::Words<Role>::kWords) {
        const Role role = *model::from_word<Role>(word);
        if (is_for_the_house(role) != organisation.empty()) continue;
        std::string slug = "may-" + std::string(word);
        std::replace(slug.begin(), slug.end(), '_', '-');
        const auto phrase = phrase_from_slug(slug);
        out.push_back(
            {std::string(word), role_name(role, language), phrase ? say(*phrase, language) : std::string()});
    }
    return out;
}

base::Error unknown_role(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "role"}, {"id", id}}, {}, {}};
}

bool has_role_at(const Asker& asker, const std::string& organisation) {
    return std::any_of(asker.roles.begin(), asker.roles.end(),
                       [&](const RoleAt& held) { return held.organisation == organisation; });
}

}  // namespace

base::Result<model::Record> RoleService::seen_organisation(const Asker& asker, const std::string& id) const {
    auto found = desk_.knowledge().view(asker).records.read(model::RecordKind::Organisation, id);
    if (!found) return found.errors();
    if (found.value()) return std::move(*found.value());
    return base::Error{ErrorCode::RecordNotFound, {{"kind", "organisation"}, {"id", id}}, {}, {}};
}

base::Outcome RoleService::may_give(const Asker& asker, const std::string& organisation) const {
    if (organisation.empty()) return permit(asker, Action::GiveRoles);
    const auto record = seen_organisation(asker, organisation);
    if (!record) return record.errors();
    const auto grants = desk_.grants_at(organisation);
    if (!grants) return grants.errors();
    std::vector<std::string> carers{organisation};
    if (grants.value().empty()) {
        const auto snapshot = desk_.knowledge().current();
        carers = keepers(record.value(), *snapshot->picture, *snapshot->rules);
    }
    return permit(asker, Action::GiveRoles, carers);
}

base::Result<RoleView> RoleService::view(const Asker& asker, const model::Grant& grant,
                                         bool shows_address) const {
    const auto user = desk_.known_user(grant.user);
    if (!user) return user.errors();
    RoleView out;
    out.id = grant.id;
    out.user = grant.user;
    out.name = user.value().name;
    if (shows_address) out.email = user.value().email;
    out.role = model::word(grant.role);
    out.role_name = role_name(grant.role, asker.language);
    out.given = iso_time(grant.given);
    out.given_by = actor_name(desk_.store(), grant.given_by, asker.language);
    out.invited = user.value().state == UserState::Invited;
    return out;
}

base::Result<RoleList> RoleService::roles(const Asker& asker, const std::string& organisation) const {
    if (!organisation.empty()) {
        if (const auto seen = seen_organisation(asker, organisation); !seen) return seen.errors();
    }
    const base::Outcome gives = may_give(asker, organisation);
    if (!gives && !(has_role_at(asker, organisation) && permit(asker, Action::Read))) return gives.errors();
    auto grants = desk_.grants_at(organisation);
    if (!grants) return grants.errors();
    auto& list = grants.value();
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return std::tie(a.given, a.role, a.user, a.id) < std::tie(b.given, b.role, b.user, b.id);
    });
    RoleList out;
    out.organisation = organisation;
    out.organisation_name = desk_.organisation_name(organisation, asker.language);
    out.may_give = gives.ok();
    out.known_roles = known_roles(organisation, asker.language);
    for (const model::Grant& grant : list) {
        auto one = view(asker, grant, gives.ok());
        if (!one) return one.errors();
        out.roles.push_back(std::move(one).value());
    }
    return out;
}

std::string RoleService::invite(store::WriteBatch& batch, const Asker& asker, const model::User& user,
                                const model::Grant& grant) const {
    const std::int64_t expires = desk_.now() + kInvitationSeconds;
    const std::string address = desk_.add_link(batch,
                                               {.purpose = model::LinkPurpose::Invitation,
                                                .user = user.id,
                                                .organisation = grant.organisation,
                                                .expires = expires},
                                               user.language);
    desk_.add_mail(
        batch, user,
        publish::InvitationMail{.inviter = actor_name(desk_.store(), asker.actor, user.language),
                                .organisation = desk_.organisation_name(grant.organisation, user.language),
                                .role = role_name(grant.role, user.language),
                                .valid_until = moment_for_people(expires, user.language),
                                .link = {address}});
    store::AuditEntry entry = account_event("account.invited", user.id);
    entry.organisation = grant.organisation;
    batch.audit.push_back(std::move(entry));
    return desk_.settings().has_mail ? std::string() : address;
}

base::Result<GivenRole> RoleService::give(const Asker& asker, const std::string& organisation,
                                          const RoleForm& form) {
    if (auto permitted = may_give(asker, organisation); !permitted) return permitted.errors();
    base::Errors faults;
    const auto role = model::from_word<Role>(form.role);
    if (!role || is_for_the_house(*role) != organisation.empty()) {
        faults.push_back({ErrorCode::ValueNotAllowed,
                          {{"value", form.role}, {"allowed", known_words(organisation)}},
                          {.file = {}, .field = "/role"},
                          {}});
    }
    const auto turn = desk_.turn();
    const auto address = desk_.free_of_doubles(form.email);
    if (!address) faults.insert(faults.end(), address.errors().begin(), address.errors().end());
    if (!faults.empty()) return faults;
    auto known = desk_.user_of(address.value());
    if (!known) return known.errors();
    model::User user = known.value().value_or(model::User{.id = new_desk_id("u"),
                                                          .email = address.value().key(),
                                                          .skeleton = address.value().skeleton(),
                                                          .language = form.language.value_or(asker.language),
                                                          .created = desk_.now()});
    model::Grant grant{.id = new_desk_id("g"),
                       .user = user.id,
                       .role = *role,
                       .organisation = organisation,
                       .given_by = asker.actor,
                       .given = desk_.now()};
    const auto held = desk_.grants_of(user.id);
    if (!held) return held.errors();
    bool is_new = true;
    for (const model::Grant& other : held.value()) {
        if (other.role != grant.role || other.organisation != organisation) continue;
        grant = other;
        is_new = false;
    }
    store::WriteBatch batch{.actor = asker.actor};
    if (!known.value()) batch.desk_puts.emplace_back(user);
    if (is_new) {
        batch.desk_puts.emplace_back(grant);
        store::AuditEntry entry =
            account_event("role.given", user.id, {{"role", std::string(model::word(grant.role))}});
        entry.organisation = organisation;
        batch.audit.push_back(std::move(entry));
    }
    GivenRole out;
    out.invited = user.state == UserState::Invited;
    if (out.invited) out.link = invite(batch, asker, user, grant);
    if (auto written = desk_.write(batch); !written) return written.errors();
    auto shown = view(asker, grant, true);
    if (!shown) return shown.errors();
    out.role = std::move(shown).value();
    return out;
}

base::Outcome RoleService::take(const Asker& asker, const std::string& organisation,
                                const std::string& grant) {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto turn = desk_.turn();
    const auto found = desk_.store().read_desk(DeskKind::Grant, grant);
    if (!found) return found.errors();
    const auto* held = found.value() ? &std::get<model::Grant>(*found.value()) : nullptr;
    const bool is_here = held != nullptr && held->organisation == organisation;
    const bool is_own = is_here && held->user == asker.actor && require_person(asker);
    if (!is_own) {
        if (auto permitted = may_give(asker, organisation); !permitted) return permitted.errors();
    }
    if (!is_here) return unknown_role(grant);
    if (is_for_the_house(held->role)) {
        const auto has_other = desk_.has_administrator_beside(held->user);
        if (!has_other) return has_other.errors();
        if (!has_other.value()) return base::Error{ErrorCode::LastAdministrator, {}, {}, {}};
    }
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_erasures.push_back({DeskKind::Grant, grant});
    store::AuditEntry entry =
        account_event("role.taken", held->user, {{"role", std::string(model::word(held->role))}});
    entry.organisation = organisation;
    batch.audit.push_back(std::move(entry));
    return desk_.write(batch);
}

}  // namespace kontor::service
