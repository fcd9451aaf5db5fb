// SPDX-License-Identifier: EUPL-1.2
#include "service/account_service.hpp"

#include "identity/octets.hpp"
#include "identity/password_rules.hpp"
#include "identity/totp.hpp"
#include "publish/mail_texts.hpp"
#include "service/import_answers.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;

constexpr std::size_t kNameCharacters = 200;

base::Place at(std::string_view field) {
    return {.file = {}, .field = std::string(field)};
}

}  // namespace

base::Result<AccountView> AccountService::account(const Asker& asker) const {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto known = desk_.known_user(asker.actor);
    if (!known) return known.errors();
    const model::User& user = known.value();
    AccountView out;
    out.id = user.id;
    out.email = user.email;
    out.name = user.name;
    out.language = user.language;
    out.has_password = !user.password.empty();
    out.second_factor = !user.totp_secret.empty();
    out.recovery_codes_left = static_cast<std::int64_t>(user.recovery_codes.size());
    out.provider = user.issuer;
    out.created = iso_time(user.created);
    out.last_sign_in = iso_time(user.last_sign_in);
    return out;
}

base::Result<AccountView> AccountService::change(const Asker& asker, const AccountForm& form) {
    if (auto person = require_person(asker); !person) return person.errors();
    {
        const auto turn = desk_.turn();
        auto user = desk_.known_user(asker.actor);
        if (!user) return user.errors();
        base::Errors faults;
        if (form.name) {
            user.value().name = publish::one_line(*form.name, kNameCharacters);
            if (user.value().name.empty()) faults.push_back({ErrorCode::ValueMissing, {}, at("/name"), {}});
        }
        if (form.language && *form.language != "de" && *form.language != "en") {
            faults.push_back({ErrorCode::ValueNotAllowed,
                              {{"value", *form.language}, {"allowed", "de, en"}},
                              at("/language"),
                              {}});
        }
        if (!faults.empty()) return faults;
        user.value().language = form.language.value_or(user.value().language);
        store::WriteBatch batch{.actor = asker.actor};
        batch.desk_puts.emplace_back(std::move(user).value());
        batch.audit.push_back(account_event(AuditEvent::AccountChanged, asker.actor));
        if (auto written = desk_.write(batch); !written) return written.errors();
    }
    return account(asker);
}

base::Outcome AccountService::change_password(const Asker& asker, const PasswordForm& form) {
    auto user = sign_in_.proved(asker, form.current, "/current");
    if (!user) return user.errors();
    const auto sound = identity::check_password(form.password, user.value().email, at("/password"));
    if (!sound) return sound;
    const std::string before = user.value().password;
    const std::string hash = identity::hash_password(form.password, desk_.settings().cost);
    const auto turn = desk_.turn();
    auto now = desk_.known_user(asker.actor);
    if (!now) return now.errors();
    if (now.value().password != before) {
        return base::Error{ErrorCode::PasswordWrong, {}, at("/current"), {}};
    }
    model::User changed = std::move(now).value();
    changed.password = hash;
    store::WriteBatch batch{.actor = asker.actor};
    const auto sessions = desk_.sessions_of(changed.id);
    if (!sessions) return sessions.errors();
    for (const model::Session& one : sessions.value()) {
        if (one.id != asker.session) batch.desk_erasures.push_back({DeskKind::Session, one.id});
    }
    const auto links = desk_.links_of(changed.id);
    if (!links) return links.errors();
    for (const model::Link& one : links.value()) {
        if (one.purpose == model::LinkPurpose::PasswordReset)
            batch.desk_erasures.push_back({DeskKind::Link, one.id});
    }
    batch.audit.push_back(account_event(AuditEvent::PasswordChanged, changed.id));
    desk_.add_mail(batch, changed,
                   publish::PasswordChangedMail{.time = moment_for_people(desk_.now(), changed.language),
                                                .link = desk_.page("password-reset", changed.language)});
    batch.desk_puts.emplace_back(std::move(changed));
    return desk_.write(batch);
}

base::Result<SecondFactorSecret> AccountService::new_second_factor(const Asker& asker) const {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto user = desk_.known_user(asker.actor);
    if (!user) return user.errors();
    const std::string secret = identity::new_totp_secret();
    return SecondFactorSecret{identity::base32(secret),
                              identity::otpauth_uri(secret, "Kontor", user.value().email)};
}

base::Result<RecoveryCodes> AccountService::confirm_second_factor(const Asker& asker,
                                                                  const SecondFactorForm& form) {
    auto user = sign_in_.proved(asker, form.password, "/password");
    if (!user) return user.errors();
    constexpr std::size_t kSecretOctets = 20;
    auto secret = identity::from_base32(form.secret);
    if (secret && secret->size() != kSecretOctets) secret.reset();
    const auto step = secret ? identity::verified_totp_step(*secret, form.code, desk_.time())
                             : std::optional<std::int64_t>();
    if (!step) return base::Error{ErrorCode::SecondFactorWrong, {}, at("/code"), {}};
    const auto turn = desk_.turn();
    auto now = desk_.known_user(asker.actor);
    if (!now) return now.errors();
    model::User changed = std::move(now).value();
    changed.totp_secret = form.secret;
    changed.totp_step = *step;
    RecoveryCodes out{identity::new_recovery_codes()};
    changed.recovery_codes.clear();
    for (const std::string& code : out.codes)
        changed.recovery_codes.push_back(identity::recovery_fingerprint(code));
    store::WriteBatch batch{.actor = asker.actor};
    batch.audit.push_back(account_event(AuditEvent::SecondFactorAdded, changed.id));
    desk_.add_mail(batch, changed,
                   publish::SecondFactorAddedMail{.time = moment_for_people(desk_.now(), changed.language),
                                                  .link = desk_.page("account", changed.language)});
    batch.desk_puts.emplace_back(std::move(changed));
    if (auto written = desk_.write(batch); !written) return written.errors();
    return out;
}

base::Outcome AccountService::remove_second_factor(const Asker& asker, const ConfirmForm& form) {
    auto user = sign_in_.proved(asker, form.password, "/password");
    if (!user) return user.errors();
    const auto turn = desk_.turn();
    auto now = desk_.known_user(asker.actor);
    if (!now) return now.errors();
    model::User changed = std::move(now).value();
    changed.totp_secret.clear();
    changed.recovery_codes.clear();
    store::WriteBatch batch{.actor = asker.actor};
    batch.audit.push_back(account_event(AuditEvent::SecondFactorRemoved, changed.id));
    desk_.add_mail(batch, changed,
                   publish::SecondFactorRemovedMail{.time = moment_for_people(desk_.now(), changed.language),
                                                    .link = desk_.page("account", changed.language)});
    batch.desk_puts.emplace_back(std::move(changed));
    return desk_.write(batch);
}

}  // namespace kontor::service
