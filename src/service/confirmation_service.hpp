// SPDX-License-Identifier: EUPL-1.2
// Keeping profiles fresh: which are due, and the one click by which somebody says that theirs is still right,
// signed in or through a link of an e-mail. Thread-safe.
#pragma once

#include "service/edit.hpp"

namespace kontor::service {

class ConfirmationService {
public:
    static constexpr int kDueDays = 182;
    static constexpr int kLinkDays = 30;

    /// `knowledge` must outlive it.
    explicit ConfirmationService(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Profiles that the asker takes care of and that were not confirmed for kDueDays: those without a day
    /// first, then the oldest. Cost: the asker's organisations and their members; for the operator and
    /// administrators the whole picture.
    [[nodiscard]] base::Result<ConfirmationList> due(const Asker& asker, std::size_t limit) const;

    /// The profile is right as of today.
    [[nodiscard]] base::Result<RecordView> confirm(const Asker& asker, const std::string& organisation);

    /// Confirms through a link that was mailed (confirmation_mails.hpp), which works once and for kLinkDays.
    /// RecordNotFound when it is not valid, not valid any more, or used. Whether its person may still confirm
    /// is LinkService's to check.
    [[nodiscard]] base::Result<Ref> use_link(const Asker& asker, const std::string& token);

private:
    Knowledge& knowledge_;
};

}  // namespace kontor::service
