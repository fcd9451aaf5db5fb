// SPDX-License-Identifier: EUPL-1.2
// Asks twice a year by mail whether a profile is still right: its member contacts, or else those who manage
// it or the cluster it belongs to. Work of the house itself, done once a day. One thread; cost: the roles
// that were given, and the members of managed clusters.
#pragma once

#include <string>
#include <vector>

#include "service/account_desk.hpp"

namespace kontor::service {

/// What a profile says, as `asker` may see it: label and value, at most a screenful. Empty for what the asker
/// cannot see.
[[nodiscard]] base::Result<std::vector<publish::MailFact>> profile_facts(const Knowledge& knowledge,
                                                                         const Asker& asker,
                                                                         const std::string& organisation);

class ConfirmationMails {
public:
    /// A manager of many members is asked about so many a day, the most stale first.
    static constexpr std::size_t kPerPersonAndDay = 5;

    /// `desk` must outlive this.
    explicit ConfirmationMails(const AccountDesk& desk) : desk_(desk) {}

    /// Puts mails about profiles that are due into the queue and says how many. Nobody is asked about the
    /// same profile twice in kAskAgainSeconds (sweep.hpp), and nobody without a mail server.
    [[nodiscard]] base::Result<std::size_t> ask();

private:
    struct Question {
        network::Day as_of = network::kUnknownDay;
        std::string organisation;
        std::string user;
    };
    [[nodiscard]] base::Result<std::vector<Question>> questions() const;
    [[nodiscard]] base::Result<bool> was_asked(const Question& question) const;
    [[nodiscard]] base::Outcome ask_one(const Question& question, const model::User& user) const;

    const AccountDesk& desk_;
};

}  // namespace kontor::service
