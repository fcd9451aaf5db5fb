// SPDX-License-Identifier: EUPL-1.2
// The mail queue as administrators see it: what waits, what was given up and why, and trying again. No text
// is shown, for it may hold a secret. Thread-safe.
#pragma once

#include <string>

#include "service/account_desk.hpp"

namespace kontor::service {

class MailService {
public:
    /// `desk` must outlive this.
    explicit MailService(const AccountDesk& desk) : desk_(desk) {}

    /// Mails that wait or failed, the newest first.
    [[nodiscard]] base::Result<MailList> mails(const Asker& asker) const;
    /// Makes a waiting mail due; record-not-found for every other one.
    [[nodiscard]] base::Outcome retry(const Asker& asker, const std::string& mail);

private:
    const AccountDesk& desk_;
};

/// Mails that wait or were given up, in id order.
[[nodiscard]] base::Result<std::vector<model::Mail>> unsent_mails(const store::Store& store);

}  // namespace kontor::service
