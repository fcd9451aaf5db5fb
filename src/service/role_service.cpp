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
    // What is only offered tells no more than what was typed: not even whether there is an account.
    if (is_held(grant)) out.name = user.value().name;
    if (is_held(grant) || grant.user == asker.actor) out.user = grant.user;
    if (shows_address) out.email = user.value().email;
    out.role = model::word(grant.role);
    out.role_name = role_name(grant.role, asker.language);
    out.given = iso_time(grant.given);
    out.given_by = actor_name(desk_.store(), grant.given_by, asker.language);
    out.invited = !is_held(grant) || user.value().state == UserState::Invited;
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

base::Result<identity::EmailAddress> RoleService::checked(const Asker& asker, const std::string& organisation,
                                                          const RoleForm& form) const {
    base::Errors faults;
    const auto role = model::from_word<Role>(form.role);
    if (!role || is_for_the_house(*role) != organisation.empty()) {
        faults.push_back({ErrorCode::ValueNotAllowed,
                          {{"value", form.role}, {"allowed", known_words(organisation)}},
                          {.file = {}, .field = "/role"},
                          {}});
    }
    auto address = AccountDesk::mail_address(form.email);
    base::Outcome free = address ? base::Outcome(base::Done{}) : base::Outcome(address.errors());
    const auto read = identity::EmailAddress::parse(form.email, {});
    if (read && permit(asker, Action::Administer)) {
        // What looks like somebody's address is worse than one that no mail reaches.
        if (auto alone = desk_.free_of_doubles(read.value()); !alone) free = std::move(alone);
    }
    if (!free) faults.insert(faults.end(), free.errors().begin(), free.errors().end());
    if (!faults.empty()) return faults;
    return address;
}

base::Result<RoleService::Offer> RoleService::offer(const Asker& asker, const std::string& organisation,
                                                    const RoleForm& form,
                                                    const identity::EmailAddress& address) const {
    auto known = desk_.user_of(address);
    if (!known) return known.errors();
    Offer out;
    out.user = known.value().value_or(model::User{.id = new_desk_id("u"),
                                                  .email = address.key(),
                                                  .skeleton = address.skeleton(),
                                                  .language = form.language.value_or(asker.language),
                                                  .created = desk_.now()});
    out.grant = {.id = new_desk_id("g"),
                 .user = out.user.id,
                 .role = *model::from_word<Role>(form.role),
                 .organisation = organisation,
                 .given_by = asker.actor,
                 .given = desk_.now(),
                 .offered_until = desk_.now() + kInvitationSeconds};
    const auto before = desk_.grants_of(out.user.id);
    if (!before) return before.errors();
    for (const model::Grant& other : before.value()) {
        if (other.role != out.grant.role || other.organisation != organisation) continue;
        const std::int64_t until = is_held(other) ? 0 : out.grant.offered_until;
        out.grant = other;
        out.grant.offered_until = until;
        out.is_known = true;
    }
    const bool is_outright = asker.standing == Standing::Operator && out.user.state == UserState::Active;
    if (is_outright && !is_held(out.grant)) {
        out.grant.offered_until = 0;
        out.is_known = false;
    }
    return out;
}

std::string RoleService::invite(store::WriteBatch& batch, const Asker& asker, const model::User& user,
                                const model::Grant& grant) const {
    const std::string address = desk_.add_link(batch,
                                               {.purpose = model::LinkPurpose::Invitation,
                                                .user = user.id,
                                                .organisation = grant.organisation,
                                                .expires = grant.offered_until},
                                               user.language);
    desk_.add_mail(
        batch, user,
        publish::InvitationMail{.inviter = actor_name(desk_.store(), asker.actor, user.language),
                                .organisation = desk_.organisation_name(grant.organisation, user.language),
                                .role = role_name(grant.role, user.language),
                                .valid_until = moment_for_people(grant.offered_until, user.language),
                                .link = {address}},
        grant.offered_until);
    return desk_.settings().has_mail ? std::string() : address;
}

base::Result<GivenRole> RoleService::give(const Asker& asker, const std::string& organisation,
                                          const RoleForm& form) {
    if (auto permitted = may_give(asker, organisation); !permitted) return permitted.errors();
    const auto turn = desk_.turn();
    const auto address = checked(asker, organisation, form);
    if (!address) return address.errors();
    const auto found = offer(asker, organisation, form, address.value());
    if (!found) return found.errors();
    const auto& [user, grant, is_known] = found.value();
    GivenRole out;
    out.invited = !is_held(grant);
    store::WriteBatch batch{.actor = asker.actor};
    if (out.invited || !is_known) {
        // Account or not, the same is written: neither time nor log tells whether there is one.
        batch.desk_puts.emplace_back(user);
        batch.desk_puts.emplace_back(grant);
        store::AuditEntry entry = account_event(out.invited ? AuditEvent::RoleOffered : AuditEvent::RoleGiven,
                                                grant.id, {{"role", std::string(model::word(grant.role))}});
        entry.subject_kind = "role";
        entry.organisation = organisation;
        batch.audit.push_back(std::move(entry));
    }
    if (out.invited) out.link = invite(batch, asker, user, grant);
    if (auto written = desk_.write(batch); !written) return written.errors();
    auto shown = view(asker, grant, true);
    if (!shown) return shown.errors();
    out.role = std::move(shown).value();
    return out;
}

base::Outcome RoleService::end_invitations(store::WriteBatch& batch, const model::Grant& grant) const {
    const auto grants = desk_.grants_of(grant.user);
    if (!grants) return grants.errors();
    for (const model::Grant& other : grants.value()) {
        const bool is_about_same = other.organisation == grant.organisation && other.id != grant.id;
        if (is_about_same && !is_held(other)) return base::Done{};
    }
    const auto links = desk_.links_of(grant.user);
    if (!links) return links.errors();
    for (const model::Link& link : links.value()) {
        if (link.purpose == model::LinkPurpose::Invitation && link.organisation == grant.organisation)
            batch.desk_erasures.push_back({DeskKind::Link, link.id});
    }
    return base::Done{};
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
    if (is_for_the_house(held->role) && is_held(*held)) {
        const auto has_other = desk_.has_administrator_beside(held->user);
        if (!has_other) return has_other.errors();
        if (!has_other.value()) return base::Error{ErrorCode::LastAdministrator, {}, {}, {}};
    }
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_erasures.push_back({DeskKind::Grant, grant});
    if (!is_held(*held)) {
        if (auto ended = end_invitations(batch, *held); !ended) return ended;
    }
    store::AuditEntry entry = account_event(AuditEvent::RoleTaken, is_held(*held) ? held->user : grant,
                                            {{"role", std::string(model::word(held->role))}});
    if (!is_held(*held)) entry.subject_kind = "role";
    entry.organisation = organisation;
    batch.audit.push_back(std::move(entry));
    return desk_.write(batch);
}

}  // namespace kontor::service
