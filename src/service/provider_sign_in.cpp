// SPDX-License-Identifier: EUPL-1.2
#include "service/provider_sign_in.hpp"

#include <algorithm>

#include "publish/mail_texts.hpp"
#include "service/phrases.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;
using model::UserState;

constexpr std::size_t kPathBytes = 2'000;
constexpr std::size_t kNameCharacters = 200;

std::string page_path(const std::string& to) {
    const bool is_path =
        to.size() > 1 && to.size() <= kPathBytes && to[0] == '/' && to[1] != '/' && to[1] != '\\';
    const bool is_clean = std::all_of(to.begin(), to.end(), [](char c) { return c > ' ' && c < 127; });
    return is_path && is_clean ? to : "/";
}

}  // namespace

void ProviderSignIn::use(identity::ProviderSettings settings) {
    name_ = settings.name;
    party_ = std::make_unique<identity::RelyingParty>(std::move(settings), web_);
}

base::Error ProviderSignIn::without_account() const {
    return {ErrorCode::IdentityWithoutAccount, {{"provider", name_}}, {}, {}};
}

base::Error ProviderSignIn::broken_off(std::string reason) const {
    return {ErrorCode::SignInBrokenOff, {{"provider", name_}, {"reason", std::move(reason)}}, {}, {}};
}

base::Result<ProviderStart> ProviderSignIn::start(const std::string& to, const Visitor& visitor) {
    if (auto left = sign_in_.spend(visitor); !left) return left.errors();
    return begun({.attempt = {}, .to = page_path(to), .user = {}, .session = {}});
}

base::Result<ProviderStart> ProviderSignIn::connect(const Asker& asker, const ConfirmForm& form,
                                                    const Visitor& visitor) {
    if (auto user = sign_in_.proved(asker, form.password, "/password"); !user) return user.errors();
    if (party_ == nullptr) {
        return base::Error{ErrorCode::OperationNotPermitted,
                           {{"reason", say(Phrase::NoProviderHere, asker.language)}},
                           {},
                           {}};
    }
    if (auto left = sign_in_.spend(visitor); !left) return left.errors();
    return begun({.attempt = {}, .to = "/account", .user = asker.actor, .session = asker.session});
}

base::Result<ProviderStart> ProviderSignIn::begun(Attempt attempt) {
    auto start = party_->start(desk_.time());
    if (!start) return start.errors();
    attempt.attempt = std::move(start.value().attempt);
    ProviderStart out{std::move(start.value().address), identity::new_token(identity::TokenKind::Session)};
    const std::lock_guard guard(lock_);
    const auto is_over = [&](const auto& one) {
        return desk_.time() >= one.second.attempt.started + identity::kSignInTime;
    };
    std::erase_if(attempts_, is_over);
    if (attempts_.size() >= kAttempts) {
        attempts_.erase(
            std::min_element(attempts_.begin(), attempts_.end(), [](const auto& a, const auto& b) {
                return a.second.attempt.started < b.second.attempt.started;
            }));
    }
    attempts_[identity::fingerprint(out.secret)] = std::move(attempt);
    return out;
}

base::Result<ProviderSignIn::Attempt> ProviderSignIn::taken(const std::string& secret) {
    const std::lock_guard guard(lock_);
    auto node = attempts_.extract(identity::fingerprint(secret));
    if (!node.empty()) return std::move(node.mapped());
    return broken_off("it was not begun in this browser");
}

base::Result<model::User> ProviderSignIn::bound(const identity::ExternalIdentity& identity) const {
    if (!identity.is_email_verified) return without_account();
    const auto address = identity::EmailAddress::parse(identity.email, {});
    if (!address) return without_account();
    auto found = desk_.user_of(address.value());
    if (!found) return found.errors();
    if (!found.value() || found.value()->state != UserState::Invited) return without_account();
    if (auto free = desk_.free_of_doubles(address.value()); !free) return free.errors();
    model::User user = std::move(*found.value());
    user.issuer = identity.issuer;
    user.subject = identity.subject;
    user.state = UserState::Active;
    if (user.name.empty()) user.name = publish::one_line(identity.name, kNameCharacters);
    if (user.name.empty()) user.name = user.email;
    store::WriteBatch batch{.actor = user.id};
    if (auto accepted = desk_.accept_offers(batch, user.id, ""); !accepted) return accepted.errors();
    if (batch.desk_puts.empty()) return without_account();  // every offer is over
    const auto links = desk_.links_of(user.id);
    if (!links) return links.errors();
    for (const model::Link& link : links.value()) batch.desk_erasures.push_back({DeskKind::Link, link.id});
    batch.desk_puts.emplace_back(user);
    batch.audit.push_back(account_event(AuditEvent::AccountBound, user.id, {{"issuer", identity.issuer}}));
    if (auto written = desk_.write(batch); !written) return written.errors();
    return user;
}

base::Result<model::User> ProviderSignIn::account_of(const identity::ExternalIdentity& identity) const {
    const auto known = desk_.store().desk_where(DeskKind::User, "subject", identity.subject);
    if (!known) return known.errors();
    for (const model::DeskRecord& record : known.value()) {
        const auto& user = std::get<model::User>(record);
        if (user.issuer != identity.issuer) continue;
        if (user.state == UserState::Active) return user;
        return without_account();
    }
    return bound(identity);
}

base::Outcome ProviderSignIn::connected(const Asker& asker, const Attempt& attempt,
                                        const identity::ExternalIdentity& identity) const {
    if (asker.actor != attempt.user || asker.session != attempt.session)
        return broken_off("the session in which it was begun is over");
    auto user = desk_.known_user(attempt.user);
    if (!user) return user.errors();
    const auto known = desk_.store().desk_where(DeskKind::User, "subject", identity.subject);
    if (!known) return known.errors();
    for (const model::DeskRecord& record : known.value()) {
        const auto& other = std::get<model::User>(record);
        if (other.issuer == identity.issuer && other.id != attempt.user)
            return base::Error{ErrorCode::IdentityTaken, {{"provider", name_}}, {}, {}};
    }
    model::User changed = std::move(user).value();
    changed.issuer = identity.issuer;
    changed.subject = identity.subject;
    store::WriteBatch batch{.actor = changed.id};
    batch.audit.push_back(account_event(AuditEvent::AccountBound, changed.id, {{"issuer", identity.issuer}}));
    desk_.add_mail(batch, changed,
                   publish::ProviderConnectedMail{.provider = name_,
                                                  .time = moment_for_people(desk_.now(), changed.language),
                                                  .link = desk_.page("account", changed.language)});
    batch.desk_puts.emplace_back(std::move(changed));
    return desk_.write(batch);
}

base::Outcome ProviderSignIn::disconnect(const Asker& asker, const ConfirmForm& form) {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto present = desk_.known_user(asker.actor);
    if (!present) return present.errors();
    const std::string name = name_.empty() ? present.value().issuer : name_;
    const base::Error last{ErrorCode::SignInWayLast, {{"provider", name}}, {}, {}};
    if (present.value().password.empty()) return last;
    if (auto user = sign_in_.proved(asker, form.password, "/password"); !user) return user.errors();
    const auto turn = desk_.turn();
    auto user = desk_.known_user(asker.actor);
    if (!user) return user.errors();
    model::User changed = std::move(user).value();
    if (changed.subject.empty()) return base::Done{};
    store::WriteBatch batch{.actor = changed.id};
    batch.audit.push_back(
        account_event(AuditEvent::AccountUnbound, changed.id, {{"issuer", changed.issuer}}));
    changed.issuer.clear();
    changed.subject.clear();
    desk_.add_mail(batch, changed,
                   publish::ProviderRemovedMail{.provider = name,
                                                .time = moment_for_people(desk_.now(), changed.language),
                                                .link = desk_.page("account", changed.language)});
    batch.desk_puts.emplace_back(std::move(changed));
    return desk_.write(batch);
}

base::Result<ProviderEnd> ProviderSignIn::finish(const Asker& asker, const std::string& secret,
                                                 const identity::SignInReturn& back, const Visitor& visitor) {
    if (auto left = sign_in_.spend(visitor); !left) return left.errors();
    const auto attempt = taken(secret);
    if (!attempt) return attempt.errors();
    const auto identity = party_->finish(attempt.value().attempt, back, desk_.time());
    if (!identity) return identity.errors();
    const auto turn = desk_.turn();
    if (!attempt.value().user.empty()) {
        if (auto done = connected(asker, attempt.value(), identity.value()); !done) return done.errors();
        return ProviderEnd{{}, attempt.value().to};
    }
    auto user = account_of(identity.value());
    if (!user) return user.errors();
    auto session = sign_in_.begin(asker, std::move(user).value(), visitor);
    if (!session) return session.errors();
    return ProviderEnd{std::move(session).value(), attempt.value().to};
}

}  // namespace kontor::service
