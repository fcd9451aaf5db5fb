// SPDX-License-Identifier: EUPL-1.2
#include "service/account_desk.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "codec/json_text.hpp"
#include "identity/octets.hpp"
#include "publish/mail.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/views.hpp"
#include "text/dates.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;

template <class R>
base::Result<std::vector<R>> records_of(base::Result<std::vector<model::DeskRecord>> found) {
    if (!found) return found.errors();
    std::vector<R> out;
    for (model::DeskRecord& record : found.value()) out.push_back(std::get<R>(std::move(record)));
    return out;
}

bool is_administrator(const model::Grant& grant) {
    return grant.role == model::Role::Administrator && grant.organisation.empty();
}

}  // namespace

base::Result<std::optional<model::User>> AccountDesk::user(std::string_view id) const {
    auto found = store().read_desk(DeskKind::User, id);
    if (!found) return found.errors();
    if (!found.value()) return std::optional<model::User>();
    return std::optional<model::User>(std::get<model::User>(std::move(*found.value())));
}

base::Result<std::optional<model::User>> AccountDesk::user_of(const identity::EmailAddress& address) const {
    auto found = records_of<model::User>(store().desk_where(DeskKind::User, "email", address.key()));
    if (!found) return found.errors();
    if (found.value().empty()) return std::optional<model::User>();
    return std::optional<model::User>(std::move(found.value().front()));
}

base::Result<model::User> AccountDesk::known_user(std::string_view id) const {
    auto found = user(id);
    if (!found) return found.errors();
    if (!found.value()) {
        return base::Error{ErrorCode::RecordNotFound, {{"kind", "user"}, {"id", std::string(id)}}, {}, {}};
    }
    return std::move(*found.value());
}

base::Result<identity::EmailAddress> AccountDesk::mail_address(std::string_view email) {
    const base::Place place{.file = {}, .field = "/email"};
    auto address = identity::EmailAddress::parse(email, place);
    if (!address || publish::is_mail_address(address.value().text())) return address;
    return base::Error{ErrorCode::EmailInvalid, {{"value", std::string(email)}}, place, {}};
}

base::Outcome AccountDesk::free_of_doubles(const identity::EmailAddress& address) const {
    const auto alike =
        records_of<model::User>(store().desk_where(DeskKind::User, "skeleton", address.skeleton()));
    if (!alike) return alike.errors();
    for (const model::User& other : alike.value()) {
        // An invitation that nobody has accepted keeps nobody else out.
        if (other.email == address.key() || other.state == model::UserState::Invited) continue;
        return base::Error{
            ErrorCode::EmailConfusable, {{"email", address.text()}}, {.file = {}, .field = "/email"}, {}};
    }
    return base::Done{};
}

base::Result<std::vector<model::Grant>> AccountDesk::grants_of(std::string_view user) const {
    return records_of<model::Grant>(store().desk_where(DeskKind::Grant, "user", user));
}

base::Result<std::vector<model::Grant>> AccountDesk::grants_at(std::string_view organisation) const {
    if (!organisation.empty()) {
        return records_of<model::Grant>(store().desk_where(DeskKind::Grant, "organisation", organisation));
    }
    auto all = records_of<model::Grant>(store().all_desk(DeskKind::Grant));
    if (!all) return all.errors();
    auto& grants = all.value();
    grants.erase(std::remove_if(grants.begin(), grants.end(),
                                [](const auto& grant) { return !is_administrator(grant); }),
                 grants.end());
    return all;
}

base::Result<std::vector<model::Session>> AccountDesk::sessions_of(std::string_view user) const {
    return records_of<model::Session>(store().desk_where(DeskKind::Session, "user", user));
}

base::Result<std::vector<model::ApiToken>> AccountDesk::tokens_of(std::string_view user) const {
    return records_of<model::ApiToken>(store().desk_where(DeskKind::ApiToken, "user", user));
}

base::Result<std::vector<model::Link>> AccountDesk::links_of(std::string_view user) const {
    return records_of<model::Link>(store().desk_where(DeskKind::Link, "user", user));
}

base::Result<bool> AccountDesk::has_administrator_beside(std::string_view user) const {
    const auto grants = grants_at("");
    if (!grants) return grants.errors();
    for (const model::Grant& grant : grants.value()) {
        if (grant.user == user || !is_held(grant)) continue;
        const auto holder = this->user(grant.user);
        if (!holder) return holder.errors();
        if (holder.value() && holder.value()->state == model::UserState::Active) return true;
    }
    return false;
}

base::Result<Asker> AccountDesk::asker_of(const model::User& user, std::string_view language) const {
    const auto grants = grants_of(user.id);
    if (!grants) return grants.errors();
    Asker asker;
    asker.standing = Standing::User;
    asker.language = language;
    asker.actor = user.id;
    for (const model::Grant& grant : grants.value()) {
        if (is_held(grant)) asker.roles.push_back({grant.role, grant.organisation});
    }
    return asker;
}

base::Result<std::vector<RoleHeld>> AccountDesk::roles_held(std::string_view user,
                                                            std::string_view language) const {
    const auto grants = grants_of(user);
    if (!grants) return grants.errors();
    std::vector<RoleHeld> out;
    for (const model::Grant& grant : grants.value()) {
        if (is_held(grant)) out.push_back(role_held(*this, grant, language));
    }
    return out;
}

std::string AccountDesk::organisation_name(std::string_view id, std::string_view language) const {
    if (id.empty()) return say(Phrase::ThisKontor, language);
    const auto snapshot = knowledge_.current();
    return Views(*snapshot, language).organisation_ref(id).name;
}

base::Outcome AccountDesk::accept_offers(store::WriteBatch& batch, std::string_view user,
                                         std::string_view organisation) const {
    auto grants = grants_of(user);
    if (!grants) return grants.errors();
    for (model::Grant& grant : grants.value()) {
        if (!is_offered_at(grant, organisation) || now() >= grant.offered_until) continue;
        grant.offered_until = 0;
        store::AuditEntry entry =
            account_event(AuditEvent::RoleAccepted, user, {{"role", std::string(model::word(grant.role))}});
        entry.organisation = grant.organisation;
        batch.audit.push_back(std::move(entry));
        batch.desk_puts.emplace_back(std::move(grant));
    }
    return base::Done{};
}

std::string AccountDesk::add_link(store::WriteBatch& batch, model::Link link,
                                  std::string_view language) const {
    const std::string token = identity::new_token(identity::TokenKind::Link);
    link.id = identity::fingerprint(token);
    link.created = now();
    batch.desk_puts.emplace_back(std::move(link));
    return page("link#" + token, language).address;
}

publish::MailLink AccountDesk::page(std::string_view path, std::string_view language) const {
    return {fmt::format("{}/{}/{}", settings_.address, language == "de" ? "de" : "en", path)};
}

void AccountDesk::put_mail(store::WriteBatch& batch, const model::User& user, const publish::MailDraft& draft,
                           std::int64_t useless_after) const {
    const auto text = publish::laid_out(draft, {"Kontor", settings_.address});
    if (!text) return;  // our own links begin with our own address
    model::Mail mail;
    mail.id = new_desk_id("m");
    mail.to = user.email;
    mail.language = user.language;
    mail.subject = text.value().subject;
    mail.plain = text.value().plain;
    mail.html = text.value().html;
    mail.created = now();
    mail.due = mail.created;
    mail.useless_after = useless_after;
    batch.desk_puts.emplace_back(std::move(mail));
}

base::Outcome AccountDesk::write(const store::WriteBatch& batch) const {
    const auto written = store().write(batch);
    if (!written) return written.errors();
    return base::Done{};
}

RoleHeld role_held(const AccountDesk& desk, const model::Grant& grant, std::string_view language) {
    return {std::string(model::word(grant.role)), role_name(grant.role, language), grant.organisation,
            desk.organisation_name(grant.organisation, language), allowed_by(grant.role)};
}

store::AuditEntry account_event(AuditEvent event, std::string_view subject,
                                const std::map<std::string, std::string>& detail) {
    store::AuditEntry entry;
    entry.action = action_of(event);
    entry.subject_kind = "user";
    entry.subject = subject;
    if (!detail.empty()) entry.detail = codec::json_text(detail);
    return entry;
}

base::Outcome require_person(const Asker& asker) {
    if (asker.standing == Standing::User && !asker.session.empty()) return base::Done{};
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    return base::Error{ErrorCode::OperationNotPermitted,
                       {{"reason", say(Phrase::OnlySignedInPerson, asker.language)}},
                       {},
                       {}};
}

std::string new_desk_id(std::string_view prefix) {
    constexpr std::size_t kOctets = 10;  // 16 characters of base 32
    std::string text = identity::base32(identity::random_octets(kOctets));
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return fmt::format("{}-{}", prefix, text);
}

std::string role_name(model::Role role, std::string_view language) {
    std::string slug = "role-" + std::string(model::word(role));
    std::replace(slug.begin(), slug.end(), '_', '-');
    const auto phrase = phrase_from_slug(slug);
    return phrase ? say(*phrase, language) : std::string(model::word(role));
}

std::string moment_for_people(std::int64_t seconds, std::string_view language) {
    const std::tm time = fmt::gmtime(static_cast<std::time_t>(seconds));
    const auto day = model::Date::parse(fmt::format("{:%Y-%m-%d}", time)).value_or(model::Date{});
    return fmt::format("{}, {:%H:%M} UTC", text::spoken_date(day, language), time);
}

std::string actor_name(const store::Store& store, std::string_view actor, std::string_view language) {
    if (actor == "cli") return say(Phrase::AccountOperator, language);
    if (actor == "press-rule") return say(Phrase::AccountPressRule, language);
    if (!actor.starts_with("u-")) return say(Phrase::AccountSystem, language);
    const auto found = store.read_desk(DeskKind::User, actor);
    if (!found || !found.value()) return say(Phrase::DeletedAccount, language);
    const auto& user = std::get<model::User>(*found.value());
    return user.name.empty() ? user.email : user.name;
}

}  // namespace kontor::service
