// SPDX-License-Identifier: EUPL-1.2
#include "service/link_service.hpp"

#include "identity/password_rules.hpp"
#include "publish/mail_texts.hpp"
#include "service/confirmation_mails.hpp"
#include "service/import_answers.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;
using model::LinkPurpose;
using model::UserState;

constexpr std::size_t kNameCharacters = 200;

base::Error invalid_link() {
    return {ErrorCode::LinkInvalid, {}, {}, {}};
}

void append(base::Errors& all, const base::Outcome& more) {
    if (!more) all.insert(all.end(), more.errors().begin(), more.errors().end());
}

bool sets_password(const model::Link& link, const std::optional<model::User>& user) {
    if (link.purpose == LinkPurpose::Invitation) return user && user->state == UserState::Invited;
    return link.purpose == LinkPurpose::Setup || link.purpose == LinkPurpose::PasswordReset;
}

/// The account must still be in the state that the link was made for.
bool fits(const model::Link& link, const std::optional<model::User>& user) {
    switch (link.purpose) {
        case LinkPurpose::Setup:
            return true;
        case LinkPurpose::Invitation:
            return user && user->state != UserState::Locked;
        case LinkPurpose::PasswordReset:
        case LinkPurpose::Confirmation:
            return user && user->state == UserState::Active;
    }
    return false;
}

bool is_signed_in_as(const Asker& asker, const std::optional<model::User>& user) {
    return user && !asker.session.empty() && asker.actor == user->id;
}

/// Of an account that somebody uses already.
bool invites_known(const model::Link& link, const std::optional<model::User>& user) {
    return link.purpose == LinkPurpose::Invitation && user && user->state == UserState::Active;
}

}  // namespace

base::Result<std::optional<SetupLink>> LinkService::setup(const Asker& asker) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    const auto turn = desk_.turn();
    const auto has_administrator = desk_.has_administrator_beside("");
    if (!has_administrator) return has_administrator.errors();
    if (has_administrator.value()) return std::optional<SetupLink>();
    const auto links = desk_.store().all_desk(DeskKind::Link);
    if (!links) return links.errors();
    store::WriteBatch batch{.actor = asker.actor};
    for (const model::DeskRecord& record : links.value()) {
        const auto& link = std::get<model::Link>(record);
        if (link.purpose == LinkPurpose::Setup) batch.desk_erasures.push_back({DeskKind::Link, link.id});
    }
    SetupLink out;
    out.expires = desk_.now() + kSetupSeconds;
    out.address =
        desk_.add_link(batch, {.purpose = LinkPurpose::Setup, .expires = out.expires}, asker.language);
    batch.audit.push_back(account_event(AuditEvent::LinkCreated, "", {{"purpose", "setup"}}));
    if (auto done = desk_.write(batch); !done) return done.errors();
    return std::optional<SetupLink>(std::move(out));
}

base::Result<LinkService::Found> LinkService::found(const std::string& token) const {
    if (identity::token_kind(token) != identity::TokenKind::Link) return invalid_link();
    const auto record = desk_.store().read_desk(DeskKind::Link, identity::fingerprint(token));
    if (!record) return record.errors();
    if (!record.value()) return invalid_link();
    Found out;
    out.link = std::get<model::Link>(*record.value());
    if (out.link.used != 0 || desk_.now() >= out.link.expires) return invalid_link();
    if (!out.link.user.empty()) {
        auto user = desk_.user(out.link.user);
        if (!user) return user.errors();
        out.user = std::move(user).value();
    }
    if (!fits(out.link, out.user)) return invalid_link();
    if (out.link.purpose == LinkPurpose::Confirmation) {
        if (auto may = still_cares(out); !may) return may.errors();
    }
    return out;
}

base::Outcome LinkService::still_cares(const Found& found) const {
    const auto asker = desk_.asker_of(*found.user, found.user->language);
    if (!asker) return asker.errors();
    const auto record = desk_.knowledge()
                            .view(asker.value())
                            .records.read(model::RecordKind::Organisation, found.link.organisation);
    if (!record) return record.errors();
    if (!record.value()) return invalid_link();
    const auto snapshot = desk_.knowledge().current();
    const auto carers = keepers(*record.value(), *snapshot->picture, *snapshot->rules);
    // A link is no token: it may do this one thing, as its person.
    Asker person = asker.value();
    person.session = found.link.id;
    if (permit(person, Action::EditProfile, carers)) return base::Done{};
    return invalid_link();
}

base::Result<LinkView> LinkService::view(const Asker& asker, const std::string& token,
                                         const Visitor& visitor) {
    if (auto left = sign_in_.spend(visitor); !left) return left.errors();
    const auto found = this->found(token);
    if (!found) return found.errors();
    const auto& [link, user] = found.value();
    LinkView out;
    out.purpose = model::word(link.purpose);
    out.organisation = link.organisation;
    out.valid_until = iso_time(link.expires);
    const bool is_own = is_signed_in_as(asker, user);
    if (link.purpose == LinkPurpose::Setup) out.needs = {"email", "name"};
    if (user) {
        out.email = user->email;
        if (is_own || link.purpose != LinkPurpose::Invitation) out.name = user->name;
        if (user->state == UserState::Invited) out.needs = {"name"};
    }
    if (sets_password(link, user)) out.needs.emplace_back("password");
    if (link.purpose == LinkPurpose::Confirmation) return with_profile(found.value(), asker, std::move(out));
    if (link.purpose != LinkPurpose::Invitation) return out;
    // Without mails the link is in the hands of whoever made it, who must not learn whether there is an
    // account.
    if (invites_known(link, user) && !is_own) {
        out.needs = desk_.settings().has_mail ? std::vector<std::string>{"sign_in"}
                                              : std::vector<std::string>{"name", "password"};
    }
    out.organisation_name = desk_.organisation_name(link.organisation, asker.language);
    const auto grants = desk_.grants_of(link.user);
    if (!grants) return grants.errors();
    for (const model::Grant& grant : grants.value()) {
        if (is_offered_at(grant, link.organisation))
            out.roles.push_back(role_held(desk_, grant, asker.language));
    }
    return out;
}

base::Result<LinkView> LinkService::with_profile(const Found& found, const Asker& asker,
                                                 LinkView view) const {
    auto reader = desk_.asker_of(*found.user, asker.language);
    if (!reader) return reader.errors();
    auto facts = profile_facts(desk_.knowledge(), reader.value(), found.link.organisation);
    if (!facts) return facts.errors();
    view.organisation_name = desk_.organisation_name(found.link.organisation, asker.language);
    for (publish::MailFact& fact : facts.value())
        view.profile.push_back({std::move(fact.label), std::move(fact.value)});
    return view;
}

base::Result<model::User> LinkService::prepared(const Found& found, const LinkForm& form) const {
    model::User user = found.user.value_or(model::User());
    base::Errors faults;
    if (found.link.purpose == LinkPurpose::Setup) {
        const auto address = AccountDesk::mail_address(form.email.value_or(""));
        if (address) {
            user.id = new_desk_id("u");
            user.email = address.value().key();
            user.skeleton = address.value().skeleton();
            user.created = desk_.now();
        } else {
            faults = address.errors();
        }
    }
    if (user.state == UserState::Invited) {
        if (const auto address = identity::EmailAddress::parse(user.email, {}))
            append(faults, desk_.free_of_doubles(address.value()));
        if (form.name) user.name = publish::one_line(*form.name, kNameCharacters);
        if (user.name.empty())
            faults.push_back({ErrorCode::ValueMissing, {}, {.file = {}, .field = "/name"}, {}});
    }
    if (form.language) user.language = *form.language == "de" ? "de" : "en";
    if (sets_password(found.link, found.user)) {
        const std::string& password = form.password.value_or("");
        append(faults, identity::check_password(password, user.email, {.file = {}, .field = "/password"}));
        if (faults.empty()) user.password = identity::hash_password(password, desk_.settings().cost);
    }
    if (!faults.empty()) return faults;
    user.state = UserState::Active;
    return user;
}

base::Outcome LinkService::check_setup(const model::User& user) const {
    const auto has_administrator = desk_.has_administrator_beside("");
    if (!has_administrator) return has_administrator.errors();
    if (has_administrator.value()) return invalid_link();
    const auto taken = desk_.store().desk_where(DeskKind::User, "email", user.email);
    if (!taken) return taken.errors();
    if (taken.value().empty()) return base::Done{};
    return base::Error{ErrorCode::EmailTaken, {{"email", user.email}}, {.file = {}, .field = "/email"}, {}};
}

base::Outcome LinkService::end_access(const Found& found, store::WriteBatch& batch) const {
    const auto sessions = desk_.sessions_of(found.link.user);
    if (!sessions) return sessions.errors();
    for (const auto& one : sessions.value()) batch.desk_erasures.push_back({DeskKind::Session, one.id});
    const auto links = desk_.links_of(found.link.user);
    if (!links) return links.errors();
    for (const auto& one : links.value()) {
        if (one.id != found.link.id && one.purpose == LinkPurpose::PasswordReset)
            batch.desk_erasures.push_back({DeskKind::Link, one.id});
    }
    return base::Done{};
}

base::Outcome LinkService::written(const Found& found, const model::User& user) const {
    store::WriteBatch batch{.actor = user.id};
    model::Link used = found.link;
    used.used = desk_.now();
    batch.desk_puts.emplace_back(user);
    batch.desk_puts.emplace_back(used);
    batch.audit.push_back(
        account_event(AuditEvent::LinkUsed, user.id, {{"purpose", std::string(model::word(used.purpose))}}));
    if (used.purpose == LinkPurpose::Setup) {
        batch.desk_puts.emplace_back(model::Grant{.id = new_desk_id("g"),
                                                  .user = user.id,
                                                  .role = model::Role::Administrator,
                                                  .given_by = "cli",
                                                  .given = desk_.now()});
        batch.audit.push_back(account_event(AuditEvent::RoleGiven, user.id, {{"role", "administrator"}}));
    }
    if (used.purpose == LinkPurpose::Invitation) {
        if (auto accepted = desk_.accept_offers(batch, user.id, used.organisation); !accepted)
            return accepted;
    }
    if (used.purpose == LinkPurpose::PasswordReset) {
        if (auto ended = end_access(found, batch); !ended) return ended;
        batch.audit.push_back(account_event(AuditEvent::PasswordChanged, user.id));
        desk_.add_mail(batch, user,
                       publish::PasswordChangedMail{.time = moment_for_people(desk_.now(), user.language),
                                                    .link = desk_.page("password-reset", user.language)});
    }
    return desk_.write(batch);
}

base::Result<NewSession> LinkService::use(const Asker& asker, const std::string& token, const LinkForm& form,
                                          const Visitor& visitor) {
    if (auto left = sign_in_.spend(visitor); !left) return left.errors();
    const auto first = found(token);
    if (!first) return first.errors();
    if (first.value().link.purpose == LinkPurpose::Confirmation) {
        if (auto confirmed = confirmations_.use_link(asker, token); !confirmed) return confirmed.errors();
        auto same = sign_in_.state(asker);
        if (!same) return same.errors();
        return NewSession{std::move(same).value(), {}};
    }
    const std::optional<model::User>& known = first.value().user;
    if (invites_known(first.value().link, known) && !is_signed_in_as(asker, known)) {
        return base::Error{
            ErrorCode::EmailTaken, {{"email", known->email}}, {.file = {}, .field = "/email"}, {}};
    }
    auto user = prepared(first.value(), form);
    if (!user) return user.errors();
    // The password was hashed outside the turn; whoever used the link in the meantime has won.
    const auto turn = desk_.turn();
    const auto again = found(token);
    if (!again) return again.errors();
    if (again.value().user != first.value().user) return invalid_link();
    if (again.value().link.purpose == LinkPurpose::Setup) {
        if (auto checked = check_setup(user.value()); !checked) return checked.errors();
    }
    if (auto done = written(again.value(), user.value()); !done) return done.errors();
    const bool proves_all =
        sets_password(first.value().link, first.value().user) && user.value().totp_secret.empty();
    if (proves_all) return sign_in_.begin(asker, std::move(user).value(), visitor);
    auto state = sign_in_.state(asker);
    if (!state) return state.errors();
    return NewSession{std::move(state).value(), {}};
}

base::Outcome LinkService::reset(const Asker&, const ResetForm& form, const Visitor& visitor) {
    if (auto left = sign_in_.spend(visitor); !left) return left.errors();
    const auto address = identity::EmailAddress::parse(form.email, {.file = {}, .field = "/email"});
    if (!address) return address.errors();
    store::WriteBatch batch{.actor = "public"};
    const auto user = desk_.user_of(address.value());
    if (!user) return user.errors();
    const bool may_write = sign_in_.spend_for("reset " + address.value().key()).ok();
    const bool is_known = user.value() && user.value()->state == UserState::Active;
    if (is_known && may_write && desk_.settings().has_mail) {
        const model::User& known = *user.value();
        const std::int64_t expires = desk_.now() + kResetSeconds;
        const std::string link = desk_.add_link(
            batch, {.purpose = LinkPurpose::PasswordReset, .user = known.id, .expires = expires},
            known.language);
        desk_.add_mail(batch, known,
                       publish::PasswordResetMail{.link = {link},
                                                  .valid_until = moment_for_people(expires, known.language)},
                       expires);
    }
    // One write in any case: the time of the answer must not tell.
    batch.audit.push_back(account_event(AuditEvent::PasswordResetAsked, is_known ? user.value()->id : "",
                                        {{"address", visitor.address}}));
    return desk_.write(batch);
}

base::Result<std::string> LinkService::link_for(const Asker& asker, const std::string& user) {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto known = desk_.known_user(user);
    if (!known) return known.errors();
    const bool is_invited = known.value().state == UserState::Invited;
    model::Link link{.purpose = is_invited ? LinkPurpose::Invitation : LinkPurpose::PasswordReset,
                     .user = user,
                     .expires = desk_.now() + (is_invited ? kInvitationSeconds : kResetSeconds)};
    store::WriteBatch batch{.actor = asker.actor};
    if (is_invited) {
        // A new link makes what was offered acceptable again.
        auto grants = desk_.grants_of(user);
        if (!grants) return grants.errors();
        for (model::Grant& grant : grants.value()) {
            if (is_held(grant)) continue;
            grant.offered_until = link.expires;
            batch.desk_puts.emplace_back(std::move(grant));
        }
    }
    batch.audit.push_back(
        account_event(AuditEvent::LinkCreated, user, {{"purpose", std::string(model::word(link.purpose))}}));
    const std::string address = desk_.add_link(batch, std::move(link), known.value().language);
    if (auto done = desk_.write(batch); !done) return done.errors();
    return address;
}

}  // namespace kontor::service
