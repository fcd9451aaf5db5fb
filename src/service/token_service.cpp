// SPDX-License-Identifier: EUPL-1.2
#include "service/token_service.hpp"

#include <algorithm>

#include "service/import_answers.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::DeskKind;

constexpr std::size_t kNameCharacters = 100;
constexpr std::int64_t kDaySeconds = 86'400;

TokenView view(const model::ApiToken& token) {
    return {token.id,
            token.name,
            token.scopes,
            iso_time(token.created),
            iso_time(token.expires),
            iso_time(token.used)};
}

std::string scope_words() {
    std::string out;
    for (const std::string_view scope : known_scopes()) out += (out.empty() ? "" : ", ") + std::string(scope);
    return out;
}

base::Errors form_faults(const TokenForm& form) {
    base::Errors faults;
    const auto place = [](std::string field) { return base::Place{.file = {}, .field = std::move(field)}; };
    if (publish::one_line(form.name, kNameCharacters).empty())
        faults.push_back({ErrorCode::ValueMissing, {}, place("/name"), {}});
    for (std::size_t i = 0; i < form.scopes.size(); ++i) {
        const auto scopes = known_scopes();
        if (std::find(scopes.begin(), scopes.end(), form.scopes[i]) != scopes.end()) continue;
        faults.push_back({ErrorCode::ValueNotAllowed,
                          {{"value", form.scopes[i]}, {"allowed", scope_words()}},
                          place("/scopes/" + std::to_string(i)),
                          {}});
    }
    if (form.days < 1 || form.days > kTokenDays) {
        faults.push_back({ErrorCode::ValueOutOfRange,
                          {{"value", std::to_string(form.days)},
                           {"minimum", "1"},
                           {"maximum", std::to_string(kTokenDays)}},
                          place("/days"),
                          {}});
    }
    return faults;
}

}  // namespace

base::Result<TokenList> TokenService::tokens(const Asker& asker) const {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto found = desk_.tokens_of(asker.actor);
    if (!found) return found.errors();
    TokenList out;
    for (const model::ApiToken& token : found.value()) out.tokens.push_back(view(token));
    for (const std::string_view scope : known_scopes()) out.scopes.emplace_back(scope);
    return out;
}

base::Result<NewToken> TokenService::create(const Asker& asker, const TokenForm& form) {
    if (auto person = require_person(asker); !person) return person.errors();
    if (base::Errors faults = form_faults(form); !faults.empty()) return faults;
    const auto turn = desk_.turn();
    const auto before = desk_.tokens_of(asker.actor);
    if (!before) return before.errors();
    if (before.value().size() >= kTokensPerUser) {
        return base::Error{ErrorCode::TooManyItems, {{"maximum", std::to_string(kTokensPerUser)}}, {}, {}};
    }
    NewToken out;
    out.secret = identity::new_token(identity::TokenKind::Api);
    model::ApiToken token;
    token.id = new_desk_id("t");
    token.fingerprint = identity::fingerprint(out.secret);
    token.user = asker.actor;
    token.name = publish::one_line(form.name, kNameCharacters);
    token.scopes = form.scopes;
    token.created = desk_.now();
    token.expires = token.created + form.days * kDaySeconds;
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_puts.emplace_back(token);
    batch.audit.push_back(
        account_event(AuditEvent::TokenCreated, asker.actor, {{"token", token.id}, {"name", token.name}}));
    if (auto written = desk_.write(batch); !written) return written.errors();
    out.token = view(token);
    return out;
}

base::Outcome TokenService::end(const Asker& asker, const std::string& token) {
    if (auto person = require_person(asker); !person) return person.errors();
    const auto turn = desk_.turn();
    const auto found = desk_.store().read_desk(DeskKind::ApiToken, token);
    if (!found) return found.errors();
    if (!found.value() || std::get<model::ApiToken>(*found.value()).user != asker.actor) {
        return base::Error{ErrorCode::RecordNotFound, {{"kind", "token"}, {"id", token}}, {}, {}};
    }
    store::WriteBatch batch{.actor = asker.actor};
    batch.desk_erasures.push_back({DeskKind::ApiToken, token});
    batch.audit.push_back(
        account_event(AuditEvent::TokenWithdrawn, asker.actor,
                      {{"token", token}, {"name", std::get<model::ApiToken>(*found.value()).name}}));
    return desk_.write(batch);
}

}  // namespace kontor::service
