// SPDX-License-Identifier: EUPL-1.2
// One's own account: name and language, password, second factor. For people who are signed in. Thread-safe;
// whatever asks for the password costs an Argon2id and counts as an attempt.
#pragma once

#include <string>

#include "service/sign_in_service.hpp"

namespace kontor::service {

class AccountService {
public:
    /// Both must outlive this.
    AccountService(const AccountDesk& desk, SignInService& sign_in) : desk_(desk), sign_in_(sign_in) {}

    [[nodiscard]] base::Result<AccountView> account(const Asker& asker) const;
    [[nodiscard]] base::Result<AccountView> change(const Asker& asker, const AccountForm& form);
    /// Ends all other sessions and withdraws links for a new password. password-wrong, and all faults of the
    /// new one.
    [[nodiscard]] base::Outcome change_password(const Asker& asker, const PasswordForm& form);

    /// A fresh secret for an app; nothing is kept.
    [[nodiscard]] base::Result<SecondFactorSecret> new_second_factor(const Asker& asker) const;
    /// Keeps the secret once the app has shown a code of it; gives ten recovery codes. password-wrong,
    /// second-factor-wrong.
    [[nodiscard]] base::Result<RecoveryCodes> confirm_second_factor(const Asker& asker,
                                                                    const SecondFactorForm& form);
    [[nodiscard]] base::Outcome remove_second_factor(const Asker& asker, const ConfirmForm& form);

private:
    const AccountDesk& desk_;
    SignInService& sign_in_;
};

}  // namespace kontor::service
