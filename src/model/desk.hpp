// SPDX-License-Identifier: EUPL-1.2
// What Kontor keeps for its own work and never publishes: accounts and what they may do, sessions, tokens,
// links sent by mail, mails on their way, drafts, notes about partners, press texts and what they claim. Same
// form as the records of the network (records.hpp), but without history and change feed. Secrets are kept as
// fingerprints (SHA-256, hex) or Argon2id strings only. Times are seconds since 1970, UTC; 0 means never.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/codes.hpp"
#include "model/desk_codes.hpp"
#include "model/desk_press.hpp"
#include "model/values.hpp"

namespace kontor::model {

// An account. `email` is normalised, `skeleton` is its look-alike form, one account each. Without a password
// the account signs in through OpenID Connect (`issuer`, `subject`) only.
struct User {
    static constexpr DeskKind kKind = DeskKind::User;
    std::string id = {};
    std::string email = {};
    std::string skeleton = {};
    std::string name = {};
    std::string language = "en";
    UserState state = UserState::Invited;
    std::string password = {};  // Argon2id, PHC string
    std::string totp_secret = {};
    std::int64_t totp_step = 0;  // the last time step a code was used of; no code counts twice
    std::vector<std::string> recovery_codes = {};  // fingerprints of those not used yet
    std::string issuer = {};
    std::string subject = {};
    std::int64_t created = 0;
    std::int64_t last_sign_in = 0;
    bool operator==(const User&) const = default;
};

// A role of a user; `organisation` is empty for the administrator. Until the user has accepted it, the role
// is an offer that counts for nothing: `offered_until` is then when the offer ends, and 0 for a role that is
// held.
struct Grant {
    static constexpr DeskKind kKind = DeskKind::Grant;
    std::string id = {};
    std::string user = {};
    Role role = Role::MemberContact;
    std::string organisation = {};
    std::string given_by = {};
    std::int64_t given = 0;
    std::int64_t offered_until = 0;
    bool operator==(const Grant&) const = default;
};

// Somebody signed in; `id` is the fingerprint of the cookie's token.
struct Session {
    static constexpr DeskKind kKind = DeskKind::Session;
    std::string id = {};
    std::string user = {};
    std::int64_t created = 0;
    std::int64_t seen = 0;
    std::int64_t expires = 0;
    std::string address = {};
    std::string agent = {};
    bool operator==(const Session&) const = default;
};

// A program that acts for a user, within `scopes`.
struct ApiToken {
    static constexpr DeskKind kKind = DeskKind::ApiToken;
    std::string id = {};
    std::string fingerprint = {};
    std::string user = {};
    std::string name = {};
    std::vector<std::string> scopes = {};
    std::int64_t created = 0;
    std::int64_t expires = 0;
    std::int64_t used = 0;
    bool operator==(const ApiToken&) const = default;
};

// A link that works once and for a time; `id` is the fingerprint of its token.
struct Link {
    static constexpr DeskKind kKind = DeskKind::Link;
    std::string id = {};
    LinkPurpose purpose = LinkPurpose::Invitation;
    std::string user = {};          // whom it is for, if there is an account
    std::string organisation = {};  // of the invitation or the profile to confirm
    std::int64_t created = 0;
    std::int64_t expires = 0;
    std::int64_t used = 0;
    bool operator==(const Link&) const = default;
};

// A mail on its way; kept after it was sent, or given up, without its text. What it says is of no use after
// `useless_after` (0: never): then it is not sent any more.
struct Mail {
    static constexpr DeskKind kKind = DeskKind::Mail;
    std::string id = {};
    std::string to = {};
    std::string language = {};
    std::string subject = {};
    std::string plain = {};
    std::string html = {};
    MailState state = MailState::Waiting;
    std::int64_t attempts = 0;
    std::int64_t created = 0;
    std::int64_t due = 0;
    std::string answer = {};  // what the server said last
    std::int64_t useless_after = 0;
    bool operator==(const Mail&) const = default;
};

// A change somebody has begun and not published; `content` is the record as JSON, `base` the version it
// began from (0 for a new record).
struct Draft {
    static constexpr DeskKind kKind = DeskKind::Draft;
    std::string id = {};
    std::string author = {};
    RecordKind subject_kind = RecordKind::Organisation;
    std::string subject = {};
    std::int64_t base = 0;
    std::string content = {};
    std::int64_t changed = 0;
    bool operator==(const Draft&) const = default;
};

// The care of a record, offered by `giver` to `taker` (organisation ids) and not accepted yet. One per
// record.
struct CareOffer {
    static constexpr DeskKind kKind = DeskKind::CareOffer;
    std::string id = {};
    RecordKind subject_kind = RecordKind::Organisation;
    std::string subject = {};
    std::string giver = {};
    std::string taker = {};
    std::string offered_by = {};
    std::int64_t offered = 0;
    bool operator==(const CareOffer&) const = default;
};

// What `organisation` notes about `partner` (organisation ids), for its own people. Several per pair, kept as
// their history. Merging organisations moves notes; the ids from where are kept, the first one first, so that
// taking the merge back gives them back.
struct PartnerNote {
    static constexpr DeskKind kKind = DeskKind::PartnerNote;
    std::string id = {};
    std::string organisation = {};
    std::string partner = {};
    PartnerOutcome outcome = PartnerOutcome::Asked;
    Date day = {};
    std::string text = {};
    std::string noted_by = {};  // user id; empty once the account is gone
    std::int64_t noted = 0;
    std::vector<std::string> organisation_was = {};
    std::vector<std::string> partner_was = {};
    bool operator==(const PartnerNote&) const = default;
};

// What was learnt from the network at hand; `id` says which engine it is for.
struct TrainedModel {
    static constexpr DeskKind kKind = DeskKind::TrainedModel;
    std::string id = {};
    std::int64_t trained = 0;
    std::int64_t cases = 0;
    std::string content = {};  // JSON, the engine's own
    bool operator==(const TrainedModel&) const = default;
};

using DeskRecord = std::variant<User, Grant, Session, ApiToken, Link, Mail, Draft, CareOffer, PartnerNote,
                                TrainedModel, PressItem, PressClaim, PressMemory, PressFeed, PressRule>;

[[nodiscard]] inline DeskKind kind_of(const DeskRecord& record) {
    return static_cast<DeskKind>(record.index());
}
[[nodiscard]] inline const std::string& id_of(const DeskRecord& record) {
    return std::visit([](const auto& r) -> const std::string& { return r.id; }, record);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, User>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("email", s.email, Need::Optional);
    visit("skeleton", s.skeleton, Need::Optional);
    visit("name", s.name, Need::Optional);
    visit("language", s.language, Need::Optional);
    visit("state", s.state, Need::Optional);
    visit("password", s.password, Need::Optional);
    visit("totp_secret", s.totp_secret, Need::Optional);
    visit("totp_step", s.totp_step, Need::Optional);
    visit("recovery_codes", s.recovery_codes, Need::Optional);
    visit("issuer", s.issuer, Need::Optional);
    visit("subject", s.subject, Need::Optional);
    visit("created", s.created, Need::Optional);
    visit("last_sign_in", s.last_sign_in, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Grant>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("user", s.user, Need::Optional);
    visit("role", s.role, Need::Optional);
    visit("organisation", s.organisation, Need::Optional);
    visit("given_by", s.given_by, Need::Optional);
    visit("given", s.given, Need::Optional);
    visit("offered_until", s.offered_until, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Session>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("user", s.user, Need::Optional);
    visit("created", s.created, Need::Optional);
    visit("seen", s.seen, Need::Optional);
    visit("expires", s.expires, Need::Optional);
    visit("address", s.address, Need::Optional);
    visit("agent", s.agent, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, ApiToken>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("fingerprint", s.fingerprint, Need::Optional);
    visit("user", s.user, Need::Optional);
    visit("name", s.name, Need::Optional);
    visit("scopes", s.scopes, Need::Optional);
    visit("created", s.created, Need::Optional);
    visit("expires", s.expires, Need::Optional);
    visit("used", s.used, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Link>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("purpose", s.purpose, Need::Optional);
    visit("user", s.user, Need::Optional);
    visit("organisation", s.organisation, Need::Optional);
    visit("created", s.created, Need::Optional);
    visit("expires", s.expires, Need::Optional);
    visit("used", s.used, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Mail>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("to", s.to, Need::Optional);
    visit("language", s.language, Need::Optional);
    visit("subject", s.subject, Need::Optional);
    visit("plain", s.plain, Need::Optional);
    visit("html", s.html, Need::Optional);
    visit("state", s.state, Need::Optional);
    visit("attempts", s.attempts, Need::Optional);
    visit("created", s.created, Need::Optional);
    visit("due", s.due, Need::Optional);
    visit("answer", s.answer, Need::Optional);
    visit("useless_after", s.useless_after, Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, Draft>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("author", s.author, Need::Optional);
    visit("subject_kind", s.subject_kind, Need::Optional);
    visit("subject", s.subject, Need::Optional);
    visit("base", s.base, Need::Optional);
    visit("content", s.content, Need::Optional);
    visit("changed", s.changed, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, CareOffer>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("subject_kind", s.subject_kind, Need::Optional);
    visit("subject", s.subject, Need::Optional);
    visit("giver", s.giver, Need::Optional);
    visit("taker", s.taker, Need::Optional);
    visit("offered_by", s.offered_by, Need::Optional);
    visit("offered", s.offered, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PartnerNote>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("organisation", s.organisation, Need::Optional);
    visit("partner", s.partner, Need::Optional);
    visit("outcome", s.outcome, Need::Optional);
    visit("day", s.day, Need::Optional);
    visit("text", s.text, Need::Optional);
    visit("noted_by", s.noted_by, Need::Optional);
    visit("noted", s.noted, Need::Optional);
    visit("organisation_was", s.organisation_was, Need::Optional);
    visit("partner_was", s.partner_was, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, TrainedModel>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("trained", s.trained, Need::Optional);
    visit("cases", s.cases, Need::Optional);
    visit("content", s.content, Need::Optional);
}

}  // namespace kontor::model
