// SPDX-License-Identifier: EUPL-1.2
#include "identity/oidc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "identity/json_members.hpp"
#include "identity/octets.hpp"

namespace kontor::identity {
namespace {

using base::ErrorCode;

constexpr std::chrono::seconds kKept = std::chrono::hours(1);
constexpr std::size_t kAnswerBytes = 262'144;
constexpr std::size_t kCodeOctets = 4'096;
constexpr std::size_t kErrorOctets = 64;
constexpr std::size_t kSecretOctets = 32;
constexpr long kStatusOk = 200;

/// An error code of OAuth 2 as it may be shown: theirs when it is a short word, ours otherwise.
std::string shown_error(std::string_view error) {
    const bool is_word =
        !error.empty() && error.size() <= kErrorOctets &&
        std::all_of(error.begin(), error.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return is_word ? std::string(error) : "an error without a name";
}

bool has_word(std::string_view words, std::string_view word) {
    return fmt::format(" {} ", words).find(fmt::format(" {} ", word)) != std::string::npos;
}

std::string pairs(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
    std::string out;
    for (const auto& [name, value] : fields)
        out += fmt::format("{}{}={}", out.empty() ? "" : "&", name, percent_encoded(value));
    return out;
}

bool is_recent(std::chrono::sys_seconds since, std::chrono::sys_seconds now) {
    return now >= since && now - since < kKept;
}

}  // namespace

base::Outcome RelyingParty::check(const ProviderSettings& settings) {
    base::Errors faults;
    const auto need = [&](const char* field, const std::string& value) {
        if (value.empty()) faults.push_back({ErrorCode::ValueMissing, {}, {{}, 0, 0, field}, {}});
        return !value.empty();
    };
    const auto refuse = [&](const char* field, const std::string& value, const char* allowed) {
        faults.push_back(
            {ErrorCode::ValueNotAllowed, {{"value", value}, {"allowed", allowed}}, {{}, 0, 0, field}, {}});
    };
    need("name", settings.name);
    need("client_id", settings.client_id);
    if (need("issuer", settings.issuer) &&
        (reach_of(settings.issuer) == Reach::Refused || settings.issuer.find('?') != std::string::npos)) {
        refuse("issuer", settings.issuer, "https://…, http://127.0.0.1…");
    }
    if (need("redirect_address", settings.redirect_address) &&
        reach_of(settings.redirect_address) == Reach::Refused)
        refuse("redirect_address", settings.redirect_address, "https://…, http://127.0.0.1…");
    if (!has_word(settings.scope, "openid")) refuse("scope", settings.scope, "openid …");
    if (!faults.empty()) return faults;
    return base::Done{};
}

base::Error RelyingParty::fault(ErrorCode code, std::string reason) const {
    return {code, {{"provider", settings_.name}, {"reason", std::move(reason)}}, {}, {}};
}

base::Errors RelyingParty::named(base::Errors faults) const {
    for (base::Error& error : faults)
        error.arguments.emplace(error.arguments.begin(), "provider", settings_.name);
    return faults;
}

base::Result<std::string> RelyingParty::fetched(const std::string& address) const {
    auto answer = web_.send({.address = address, .form = {}, .authorization = {}});
    if (!answer) return named(answer.errors());
    if (answer.value().status != kStatusOk)
        return fault(ErrorCode::IdentityProviderAnswer, fmt::format("status {}", answer.value().status));
    if (answer.value().body.size() > kAnswerBytes)
        return fault(ErrorCode::IdentityProviderAnswer, "the answer is too large");
    return std::move(answer.value().body);
}

base::Result<RelyingParty::Document> RelyingParty::document(std::chrono::sys_seconds now) {
    {
        const std::scoped_lock guard(lock_);
        if (document_ && is_recent(document_since_, now)) return document_;
    }
    const auto text = fetched(provider_document_address(settings_.issuer));
    if (!text) return text.errors();
    auto read = read_provider_document(text.value(), settings_.issuer);
    if (!read) return named(read.errors());
    auto document = std::make_shared<const ProviderDocument>(std::move(read.value()));
    const std::scoped_lock guard(lock_);
    document_ = document;
    document_since_ = now;
    return Document(std::move(document));
}

base::Result<RelyingParty::Keys> RelyingParty::keys(const ProviderDocument& document, Freshness wanted,
                                                    std::chrono::sys_seconds now) {
    if (wanted == Freshness::Known) {
        const std::scoped_lock guard(lock_);
        if (keys_ && is_recent(keys_since_, now)) return keys_;
    }
    const auto text = fetched(document.keys_address);
    if (!text) return text.errors();
    auto read = KeySet::read(text.value());
    if (!read) return named(read.errors());
    auto keys = std::make_shared<const KeySet>(std::move(read.value()));
    const std::scoped_lock guard(lock_);
    keys_ = keys;
    keys_since_ = now;
    return Keys(std::move(keys));
}

base::Result<SignInStart> RelyingParty::start(std::chrono::sys_seconds now) {
    const auto described = document(now);
    if (!described) return described.errors();
    SignInAttempt attempt{.state = base64url(random_octets(kSecretOctets)),
                          .nonce = base64url(random_octets(kSecretOctets)),
                          .verifier = base64url(random_octets(kSecretOctets)),
                          .started = now};
    const std::string& endpoint = described.value()->authorization_endpoint;
    const std::string query = pairs({{"response_type", "code"},
                                     {"client_id", settings_.client_id},
                                     {"redirect_uri", settings_.redirect_address},
                                     {"scope", settings_.scope},
                                     {"state", attempt.state},
                                     {"nonce", attempt.nonce},
                                     {"code_challenge", base64url(sha256(attempt.verifier))},
                                     {"code_challenge_method", "S256"}});
    const char joint = endpoint.find('?') == std::string::npos ? '?' : '&';
    return SignInStart{fmt::format("{}{}{}", endpoint, joint, query), std::move(attempt)};
}

base::Outcome RelyingParty::accepted(const SignInAttempt& attempt, const SignInReturn& back,
                                     std::chrono::sys_seconds now) const {
    constexpr ErrorCode kBroken = ErrorCode::SignInBrokenOff;
    if (attempt.state.empty() || !equal_in_constant_time(attempt.state, back.state))
        return fault(kBroken, "the state is another one");
    if (now < attempt.started - kClockSkew || now - attempt.started >= kSignInTime)
        return fault(kBroken, "it took too long");
    if (!back.issuer.empty() && back.issuer != settings_.issuer)
        return fault(kBroken, "another provider answered");
    if (!back.error.empty()) return fault(kBroken, shown_error(back.error));
    if (back.code.empty() || back.code.size() > kCodeOctets)
        return fault(kBroken, "the code is missing or too long");
    return base::Done{};
}

base::Result<RelyingParty::Tokens> RelyingParty::exchanged(const ProviderDocument& document,
                                                           const SignInAttempt& attempt,
                                                           const std::string& code) const {
    WebRequest request{.address = document.token_endpoint,
                       .form = pairs({{"grant_type", "authorization_code"},
                                      {"code", code},
                                      {"redirect_uri", settings_.redirect_address},
                                      {"code_verifier", attempt.verifier}}),
                       .authorization = {}};
    const std::string client = percent_encoded(settings_.client_id);
    const std::string secret = percent_encoded(settings_.client_secret);
    if (secret.empty()) {
        request.form += fmt::format("&client_id={}", client);
    } else if (document.client_proof == ClientProof::Form) {
        request.form += fmt::format("&client_id={}&client_secret={}", client, secret);
    } else {
        request.authorization = "Basic " + base64(fmt::format("{}:{}", client, secret));
    }
    const auto answer = web_.send(request);
    if (!answer) return named(answer.errors());
    const long status = answer.value().status;
    const std::string& body = answer.value().body;
    if (body.size() > kAnswerBytes)
        return fault(ErrorCode::IdentityProviderAnswer, "the answer is too large");
    const auto members = parsed_object(body);
    if (status != kStatusOk) {
        const std::string error = members ? text_member(*members, "error").value_or("") : "";
        return fault(ErrorCode::IdentityProviderAnswer,
                     fmt::format("status {}, {}", status, shown_error(error)));
    }
    if (!members) return fault(ErrorCode::IdentityProviderAnswer, "the tokens are not JSON");
    auto id_token = text_member(*members, "id_token");
    if (!id_token) return fault(ErrorCode::IdentityProviderAnswer, "the ID token is missing");
    return Tokens{*std::move(id_token), text_member(*members, "access_token").value_or("")};
}

base::Result<ExternalIdentity> RelyingParty::finish(const SignInAttempt& attempt, const SignInReturn& back,
                                                    std::chrono::sys_seconds now) {
    if (const auto checked = accepted(attempt, back, now); !checked) return checked.errors();
    const auto described = document(now);
    if (!described) return described.errors();
    if (described.value()->names_itself && back.issuer.empty())
        return fault(ErrorCode::SignInBrokenOff, "the provider did not name itself");
    const auto tokens = exchanged(*described.value(), attempt, back.code);
    if (!tokens) return tokens.errors();
    const auto token = read_signed_token(tokens.value().id_token);
    if (!token) return named(token.errors());
    auto known = keys(*described.value(), Freshness::Known, now);
    if (known && known.value()->find(token.value().key_id, token.value().algorithm) == nullptr)
        known = keys(*described.value(), Freshness::Fetched, now);
    if (!known) return known.errors();
    auto identity = verified_identity(token.value(), *known.value(),
                                      {.issuer = settings_.issuer,
                                       .client_id = settings_.client_id,
                                       .nonce = attempt.nonce,
                                       .access_token = tokens.value().access_token,
                                       .now = now});
    if (!identity) return named(identity.errors());
    return identity;
}

}  // namespace kontor::identity
