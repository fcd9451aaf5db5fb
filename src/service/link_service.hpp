// SPDX-License-Identifier: EUPL-1.2
// Links that work once and for a time: the first administrator's set-up, invitations, new passwords,
// confirming a profile. The store keeps fingerprints only. Thread-safe; using a link that sets a password
// costs one Argon2id.
#pragma once

#include <optional>
#include <string>

#include "service/confirmation_service.hpp"
#include "service/sign_in_service.hpp"

namespace kontor::service {

inline constexpr std::int64_t kSetupSeconds = 24LL * 3'600;
inline constexpr std::int64_t kInvitationSeconds = 14LL * 24 * 3'600;
inline constexpr std::int64_t kResetSeconds = 2LL * 3'600;

struct SetupLink {
    std::string address;
    std::int64_t expires = 0;
};

class LinkService {
public:
    /// All must outlive this.
    LinkService(const AccountDesk& desk, SignInService& sign_in, ConfirmationService& confirmations)
        : desk_(desk), sign_in_(sign_in), confirmations_(confirmations) {}

    /// A link that makes the first administrator, in place of all earlier ones; nothing when there is an
    /// administrator. For the operator.
    [[nodiscard]] base::Result<std::optional<SetupLink>> setup(const Asker& asker);

    /// What a link is for; link-invalid when it is unknown, used or over: all the same.
    [[nodiscard]] base::Result<LinkView> view(const Asker& asker, const std::string& token,
                                              const Visitor& visitor);
    /// Uses the link. Faults of the form (all of them), email-taken (also for an invitation of an account
    /// that is not signed in), email-confusable, link-invalid.
    [[nodiscard]] base::Result<NewSession> use(const Asker& asker, const std::string& token,
                                               const LinkForm& form, const Visitor& visitor);

    /// Mails a link for a new password if there is such an account; done in any case. too-many-attempts per
    /// address of the network.
    [[nodiscard]] base::Outcome reset(const Asker& asker, const ResetForm& form, const Visitor& visitor);
    /// The address of a link for a new password, or of a new invitation, for the operator and administrators.
    [[nodiscard]] base::Result<std::string> link_for(const Asker& asker, const std::string& user);

private:
    struct Found {
        model::Link link;
        std::optional<model::User> user;
    };
    [[nodiscard]] base::Result<Found> found(const std::string& token) const;
    [[nodiscard]] base::Result<model::User> prepared(const Found& found, const LinkForm& form) const;
    [[nodiscard]] base::Outcome still_cares(const Found& found) const;
    [[nodiscard]] base::Result<LinkView> with_profile(const Found& found, const Asker& asker,
                                                      LinkView view) const;
    [[nodiscard]] base::Outcome end_access(const Found& found, store::WriteBatch& batch) const;
    [[nodiscard]] base::Outcome written(const Found& found, const model::User& user) const;
    [[nodiscard]] base::Outcome check_setup(const model::User& user) const;

    const AccountDesk& desk_;
    SignInService& sign_in_;
    ConfirmationService& confirmations_;
};

}  // namespace kontor::service
