// SPDX-License-Identifier: EUPL-1.2
#include "service/sign_in_service.hpp"

#include <algorithm>

#include "identity/octets.hpp"
#include "identity/totp.hpp"
#include "publish/mail_texts.hpp"
#include "service/import_answers.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;

constexpr std::size_t kAgentCharacters = 200;
constexpr std::size_t kSessionsPerUser = 50;

base::Error fault(ErrorCode code, std::string_view field) {
    return {code, {}, {.file = {}, .field = std::string(field)}, {}};
}

}  // namespace

SignInService::SignInService(const AccountDesk& desk) : desk_(desk), forms_(identity::random_octets(32)) {}

base::Error SignInService::refused(const std::optional<model::User>& user, const Visitor& visitor) const {
    // Written for unknown accounts too: both answers take the same time.
    store::WriteBatch batch{.actor = "public"};
    batch.audit.push_back(
        account_event(AuditEvent::SessionRefused, user ? user->id : "", {{"address", visitor.address}}));
    (void)desk_.write(batch);
    return fault(ErrorCode::SignInRefused, "");
}

base::Outcome SignInService::check_second_factor(model::User& user, const std::string& code) const {
    if (code.empty()) return fault(ErrorCode::SecondFactorRequired, "/code");
    const std::string secret = identity::from_base32(user.totp_secret).value_or("");
    const auto step = identity::verified_totp_step(secret, code, desk_.time());
    if (step && *step > user.totp_step) {
        user.totp_step = *step;
        return base::Done{};
    }
    auto& codes = user.recovery_codes;
    const auto found = std::find(codes.begin(), codes.end(), identity::recovery_fingerprint(code));
    if (found == codes.end()) return fault(ErrorCode::SecondFactorWrong, "/code");
    codes.erase(found);
    return base::Done{};
}

base::Result<NewSession> SignInService::sign_in(const Asker& asker, const SignInForm& form,
                                                const Visitor& visitor) {
    if (auto left = spend(visitor); !left) return left.errors();
    const auto address = identity::EmailAddress::parse(form.email, {});
    const std::string account = address ? address.value().key() : identity::fingerprint(form.email);
    if (auto left = spend_for(account); !left) return left.errors();
    std::optional<model::User> user;
    if (address) {
        auto found = desk_.user_of(address.value());
        if (!found) return found.errors();
        user = std::move(found).value();
    }
    const auto& cost = desk_.settings().cost;
    bool is_right = false;
    if (user && !user->password.empty()) {
        is_right = identity::verify_password(form.password, user->password, cost);
    } else {
        identity::verify_nothing(form.password, cost);
    }
    if (!is_right || user->state != model::UserState::Active) return refused(user, visitor);
    const auto turn = desk_.turn();  // one code, one sign-in, even when it is sent twice at once
    auto fresh = desk_.known_user(user->id);
    if (!fresh || fresh.value().password != user->password) return refused(user, visitor);
    model::User known = std::move(fresh).value();
    if (!known.totp_secret.empty()) {
        if (auto checked = check_second_factor(known, form.code.value_or("")); !checked)
            return checked.errors();
    }
    accounts_.forgive(account);
    if (identity::needs_rehash(known.password, cost))
        known.password = identity::hash_password(form.password, cost);
    return begin(asker, std::move(known), visitor);
}

base::Result<NewSession> SignInService::begin(const Asker& asker, model::User user, const Visitor& visitor) {
    NewSession out;
    out.secret = identity::new_token(identity::TokenKind::Session);
    const auto before = desk_.sessions_of(user.id);
    if (!before) return before.errors();
    model::Session session;
    session.id = identity::fingerprint(out.secret);
    session.user = user.id;
    session.created = desk_.now();
    session.seen = session.created;
    session.expires = session.created + kSessionSeconds;
    session.address = visitor.address;
    session.agent = publish::one_line(visitor.agent, kAgentCharacters);
    store::WriteBatch batch{.actor = user.id};
    bool is_known = user.last_sign_in == 0;
    std::size_t alive = 0;
    for (const model::Session& other : before.value()) {
        is_known = is_known || other.agent == session.agent;
        const bool is_kept = is_alive(other) && other.id != asker.session && ++alive < kSessionsPerUser;
        if (!is_kept) batch.desk_erasures.push_back({DeskKind::Session, other.id});
    }
    if (!asker.session.empty()) batch.desk_erasures.push_back({DeskKind::Session, asker.session});
    user.last_sign_in = session.created;
    batch.audit.push_back(account_event(AuditEvent::SessionBegun, user.id, {{"address", visitor.address}}));
    if (!is_known) {
        desk_.add_mail(batch, user,
                       publish::NewDeviceMail{.time = moment_for_people(session.created, user.language),
                                              .device = session.agent,
                                              .address = session.address,
                                              .link = desk_.page("account", user.language)});
    }
    batch.desk_puts.emplace_back(user);
    batch.desk_puts.emplace_back(session);
    if (auto written = desk_.write(batch); !written) return written.errors();
    auto now = desk_.asker_of(user, asker.language);
    if (!now) return now.errors();
    now.value().session = session.id;
    auto state = this->state(now.value());
    if (!state) return state.errors();
    out.state = std::move(state).value();
    return out;
}

base::Result<SessionState> SignInService::state(const Asker& asker) const {
    SessionState out;
    out.sends_mail = desk_.settings().has_mail;
    out.provider = desk_.settings().provider;
    out.language = asker.language;
    if (asker.standing != Standing::User) {
        const auto has_administrator = desk_.has_administrator_beside("");
        if (!has_administrator) return has_administrator.errors();
        out.needs_setup = !has_administrator.value();
        return out;
    }
    const auto user = desk_.known_user(asker.actor);
    if (!user) return user.errors();
    auto roles = desk_.roles_held(asker.actor, asker.language);
    if (!roles) return roles.errors();
    out.signed_in = true;
    out.user = user.value().id;
    out.name = user.value().name;
    out.email = user.value().email;
    out.language = user.value().language;
    out.roles = std::move(roles).value();
    if (!asker.session.empty()) out.form_token = forms_.issue(asker.session, desk_.time());
    return out;
}

base::Outcome SignInService::sign_out(const Asker& asker) {
    if (asker.session.empty()) return base::Done{};
    return end(asker, asker.session);
}

bool SignInService::is_alive(const model::Session& session) const {
    const std::int64_t now = desk_.now();
    return now < session.expires && now - session.seen < kSessionIdleSeconds;
}

base::Result<Asker> SignInService::asker_of_session(std::string_view secret, std::string_view language) {
    Asker nobody;
    nobody.language = language;
    if (identity::token_kind(secret) != identity::TokenKind::Session) return nobody;
    const auto found = desk_.store().read_desk(DeskKind::Session, identity::fingerprint(secret));
    if (!found) return found.errors();
    if (!found.value()) return nobody;
    auto session = std::get<model::Session>(*found.value());
    if (!is_alive(session)) return nobody;
    const auto user = desk_.user(session.user);
    if (!user) return user.errors();
    if (!user.value() || user.value()->state != model::UserState::Active) return nobody;
    auto asker = desk_.asker_of(*user.value(), language);
    if (!asker) return asker.errors();
    asker.value().session = session.id;
    if (desk_.now() - session.seen >= kSeenSeconds) {
        const auto turn = desk_.turn();  // a session that ends right now must not come back
        const auto still = desk_.store().read_desk(DeskKind::Session, session.id);
        if (!still) return still.errors();
        if (!still.value()) return nobody;
        session.seen = desk_.now();
        store::WriteBatch batch{.actor = session.user};
        batch.desk_puts.emplace_back(session);
        if (auto written = desk_.write(batch); !written) return written.errors();
    }
    return asker;
}

base::Result<Asker> SignInService::asker_of_token(std::string_view secret, std::string_view language) {
    const base::Error invalid = fault(ErrorCode::TokenInvalid, "");
    if (identity::token_kind(secret) != identity::TokenKind::Api) return invalid;
    const auto found =
        desk_.store().desk_where(DeskKind::ApiToken, "fingerprint", identity::fingerprint(secret));
    if (!found) return found.errors();
    if (found.value().empty()) return invalid;
    auto token = std::get<model::ApiToken>(found.value().front());
    if (desk_.now() >= token.expires) return invalid;
    const auto user = desk_.user(token.user);
    if (!user) return user.errors();
    if (!user.value() || user.value()->state != model::UserState::Active) return invalid;
    auto asker = desk_.asker_of(*user.value(), language);
    if (!asker) return asker.errors();
    asker.value().scopes = token.scopes;
    if (desk_.now() - token.used >= kSeenSeconds) {
        const auto turn = desk_.turn();
        const auto still = desk_.store().read_desk(DeskKind::ApiToken, token.id);
        if (!still) return still.errors();
        if (!still.value()) return invalid;
        token.used = desk_.now();
        store::WriteBatch batch{.actor = token.user};
        batch.desk_puts.emplace_back(token);
        if (auto written = desk_.write(batch); !written) return written.errors();
    }
    return asker;
}

base::Outcome SignInService::check_form(const Asker& asker, std::string_view form_token) const {
    return forms_.check(form_token, asker.session, desk_.time());
}

base::Result<SessionList> SignInService::sessions(const Asker& asker) const {
    if (auto person = require_person(asker); !person) return person.errors();
    auto found = desk_.sessions_of(asker.actor);
    if (!found) return found.errors();
    auto& all = found.value();
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair(b.seen, std::string_view(a.id)) < std::pair(a.seen, std::string_view(b.id));
    });
    SessionList out;
    for (const model::Session& one : all) {
        if (!is_alive(one)) continue;
        out.sessions.push_back({one.id, iso_time(one.created), iso_time(one.seen), iso_time(one.expires),
                                one.address, one.agent, one.id == asker.session});
    }
    return out;
}

base::Outcome SignInService::end(const Asker& asker, const std::string& session) {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto turn = desk_.turn();
    const auto found = desk_.store().read_desk(DeskKind::Session, session);
    if (!found) return found.errors();
    if (!found.value() || std::get<model::Session>(*found.value()).user != asker.actor) {
        return base::Error{ErrorCode::RecordNotFound, {{"kind", "session"}, {"id", session}}, {}, {}};
    }
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_erasures.push_back({DeskKind::Session, session});
    batch.audit.push_back(account_event(AuditEvent::SessionEnded, asker.actor));
    return desk_.write(batch);
}

base::Outcome SignInService::end_others(const Asker& asker) {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto turn = desk_.turn();
    const auto all = desk_.sessions_of(asker.actor);
    if (!all) return all.errors();
    store::WriteBatch batch{.actor = asker.actor};
    for (const model::Session& one : all.value()) {
        if (one.id != asker.session) batch.desk_erasures.push_back({DeskKind::Session, one.id});
    }
    batch.audit.push_back(account_event(AuditEvent::SessionOthersEnded, asker.actor));
    return desk_.write(batch);
}

base::Outcome SignInService::spend(const Visitor& visitor) {
    return addresses_.spend(visitor.address, desk_.time());
}

base::Outcome SignInService::spend_for(std::string_view account) {
    return accounts_.spend(account, desk_.time());
}

base::Result<model::User> SignInService::proved(const Asker& asker, const std::string& password,
                                                std::string_view field) {
    if (auto person = require_person(asker); !person) return person.errors();
    auto user = desk_.known_user(asker.actor);
    if (!user) return user.errors();
    if (auto left = spend_for(user.value().email); !left) return left.errors();
    if (identity::verify_password(password, user.value().password, desk_.settings().cost)) return user;
    return base::Error{ErrorCode::PasswordWrong, {}, {.file = {}, .field = std::string(field)}, {}};
}

}  // namespace kontor::service
