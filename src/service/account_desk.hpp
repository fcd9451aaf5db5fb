// SPDX-License-Identifier: EUPL-1.2
// What all use cases about accounts share: finding accounts and what hangs on them, writing them together
// with the audit log, and one turn at a time for changes that look first (is this the last administrator?
// has this link been used?). Thread-safe; every call reads the store.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "identity/email_address.hpp"
#include "identity/password.hpp"
#include "identity/secret_token.hpp"
#include "publish/mail_layout.hpp"
#include "service/answers.hpp"
#include "service/asker.hpp"
#include "service/audit_event.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// How this Kontor deals with accounts. Set before the first request, then unchanged.
struct AccountSettings {
    std::string address;    // begins the links: "https://kontor.example.org", without a slash at the end
    bool has_mail = false;  // a mail server is known; else links are shown to whoever asks for them
    std::string provider;   // name of the OpenID Connect provider, empty without one
    identity::PasswordCost cost;
};

/// Where a request comes from.
struct Visitor {
    std::string address;  // of the network
    std::string agent;    // what the browser says it is
};

class AccountDesk {
public:
    /// All must outlive this.
    AccountDesk(const Knowledge& knowledge, const AccountSettings& settings)
        : knowledge_(knowledge), settings_(settings) {}

    [[nodiscard]] base::Result<std::optional<model::User>> user(std::string_view id) const;
    [[nodiscard]] base::Result<std::optional<model::User>> user_of(
        const identity::EmailAddress& address) const;
    /// The account, or record-not-found.
    [[nodiscard]] base::Result<model::User> known_user(std::string_view id) const;
    /// An address that mail can be sent to; email-invalid and its kin.
    [[nodiscard]] static base::Result<identity::EmailAddress> mail_address(std::string_view email);
    /// email-confusable when the address of another account that somebody uses looks the same.
    [[nodiscard]] base::Outcome free_of_doubles(const identity::EmailAddress& address) const;

    /// Held and offered ones; see is_held().
    [[nodiscard]] base::Result<std::vector<model::Grant>> grants_of(std::string_view user) const;
    /// Of an organisation, or with an empty one the administrators; held and offered ones.
    [[nodiscard]] base::Result<std::vector<model::Grant>> grants_at(std::string_view organisation) const;
    [[nodiscard]] base::Result<std::vector<model::Session>> sessions_of(std::string_view user) const;
    [[nodiscard]] base::Result<std::vector<model::ApiToken>> tokens_of(std::string_view user) const;
    [[nodiscard]] base::Result<std::vector<model::Link>> links_of(std::string_view user) const;

    /// Whether an administrator who can sign in is left when `user` is no longer one.
    [[nodiscard]] base::Result<bool> has_administrator_beside(std::string_view user) const;

    /// What `user` asks as, in `language`.
    [[nodiscard]] base::Result<Asker> asker_of(const model::User& user, std::string_view language) const;
    /// The roles that `user` holds, without what is only offered.
    [[nodiscard]] base::Result<std::vector<RoleHeld>> roles_held(std::string_view user,
                                                                 std::string_view language) const;
    [[nodiscard]] std::string organisation_name(std::string_view id, std::string_view language) const;

    /// Makes roles of what is offered to `user` at `organisation`, or with an empty one of all offers, in the
    /// batch.
    [[nodiscard]] base::Outcome accept_offers(store::WriteBatch& batch, std::string_view user,
                                              std::string_view organisation) const;

    /// A link for `user` in the batch; gives its address for a reader of `language`.
    [[nodiscard]] std::string add_link(store::WriteBatch& batch, model::Link link,
                                       std::string_view language) const;
    /// A mail to the account in the batch; nothing without a mail server. `M`: publish/mail_texts.hpp. What
    /// is not delivered by `useless_after` (0: never) is given up.
    template <class M>
    void add_mail(store::WriteBatch& batch, const model::User& user, const M& mail,
                  std::int64_t useless_after = 0) const {
        if (settings_.has_mail) put_mail(batch, user, draft_of(mail, user.language), useless_after);
    }
    /// The page at `path` ("account") for a reader of `language`.
    [[nodiscard]] publish::MailLink page(std::string_view path, std::string_view language) const;

    [[nodiscard]] base::Outcome write(const store::WriteBatch& batch) const;

    [[nodiscard]] std::int64_t now() const { return knowledge_.clock().now().time_since_epoch().count(); }
    [[nodiscard]] std::chrono::sys_seconds time() const { return knowledge_.clock().now(); }
    [[nodiscard]] const AccountSettings& settings() const { return settings_; }
    [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }
    [[nodiscard]] store::Store& store() const { return knowledge_.store(); }
    /// Held by whoever looks and then writes.
    [[nodiscard]] std::unique_lock<std::mutex> turn() const { return std::unique_lock(turn_); }

private:
    void put_mail(store::WriteBatch& batch, const model::User& user, const publish::MailDraft& draft,
                  std::int64_t useless_after) const;

    const Knowledge& knowledge_;
    const AccountSettings& settings_;
    mutable std::mutex turn_;
};

/// Whether a role counts; what is only offered does not.
[[nodiscard]] inline bool is_held(const model::Grant& grant) {
    return grant.offered_until == 0;
}

/// Whether accepting at `organisation` (empty: everywhere) is about this offer.
[[nodiscard]] inline bool is_offered_at(const model::Grant& grant, std::string_view organisation) {
    return !is_held(grant) && (organisation.empty() || grant.organisation == organisation);
}

/// A role as its holder sees it.
[[nodiscard]] RoleHeld role_held(const AccountDesk& desk, const model::Grant& grant,
                                 std::string_view language);

/// A line of the audit log about an account or what belongs to it.
[[nodiscard]] store::AuditEntry account_event(AuditEvent event, std::string_view subject,
                                              const std::map<std::string, std::string>& detail = {});

/// Done for a person who is signed in; not for the public and not for a token.
[[nodiscard]] base::Outcome require_person(const Asker& asker);

/// A new id: `prefix` and 16 characters that nobody can guess.
[[nodiscard]] std::string new_desk_id(std::string_view prefix);

[[nodiscard]] std::string role_name(model::Role role, std::string_view language);

/// For people: "22.11.2026, 07:30 UTC".
[[nodiscard]] std::string moment_for_people(std::int64_t seconds, std::string_view language);

/// The name behind an actor of feed and audit: a person's, "Operator (terminal)", "deleted account" …
[[nodiscard]] std::string actor_name(const store::Store& store, std::string_view actor,
                                     std::string_view language);

}  // namespace kontor::service
