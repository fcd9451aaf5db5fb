// SPDX-License-Identifier: EUPL-1.2
// What the law gives the people whose data is kept: everything about them as one answer, erasure that leaves
// the history consistent, deletion when the time is over, and the register of processing activities (Art. 30
// GDPR). Thread-safe; each act is one transaction and a line of the audit log without personal data.
#pragma once

#include <string>
#include <vector>

#include "service/edit.hpp"

namespace kontor::service {

class PrivacyService {
public:
    /// `knowledge` must outlive it.
    explicit PrivacyService(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// All about a person record and its mails; for who edits it and for administrators, who need not see it
    /// otherwise. RecordNotFound.
    [[nodiscard]] base::Result<PersonalData> about_person(const Asker& asker, const std::string& id) const;
    /// All about the asker's own account, and the person records of its address.
    [[nodiscard]] base::Result<PersonalData> about_oneself(const Asker& asker) const;
    /// All about an account; for its owner and administrators. RecordNotFound.
    [[nodiscard]] base::Result<PersonalData> about_account(const Asker& asker, const std::string& user) const;

    /// Where the person's name and e-mail address stand in texts of other records that the asker sees.
    [[nodiscard]] base::Result<PersonMentions> mentions(const Asker& asker, const std::string& id) const;

    /// Erases the record with what hangs on it (rules, claims, drafts, mails) and what its history said. The
    /// log and the feed keep that there was a record of this id, and when it went. `blank`: in which records
    /// name and address become unreadable along with it, as Mentions::blank() takes them. Gives the mentions
    /// as they were, and which are gone.
    [[nodiscard]] base::Result<PersonMentions> erase_person(const Asker& asker, const std::string& id,
                                                            const std::vector<std::string>& blank = {});

    /// Erases every person whose time is over; gives how many. For the operator and the server's own work.
    [[nodiscard]] base::Result<std::int64_t> sweep(const Asker& asker);

    [[nodiscard]] base::Result<ProcessingRegister> processing_register(const Asker& asker) const;

private:
    Knowledge& knowledge_;
};

}  // namespace kontor::service
