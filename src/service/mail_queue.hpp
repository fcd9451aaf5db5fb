// SPDX-License-Identifier: EUPL-1.2
// Sends the mails that wait in the store: each is tried when it is due, again by publish/mail_schedule.hpp
// when the server is away or busy, and given up when it is refused, too old or of no use any more. What waits
// survives a restart and a crash; a crash between the server's yes and our note of it can send one mail
// twice, with the same Message-ID. The text, and with it every secret, is dropped once a mail is sent or
// given up. One thread sends; others may write mails meanwhile.
#pragma once

#include <stop_token>
#include <string>

#include "publish/smtp.hpp"
#include "service/account_desk.hpp"

namespace kontor::service {

class MailQueue {
public:
    /// `from`: the sender's address. All must outlive this.
    MailQueue(const AccountDesk& desk, publish::MailSender& sender, std::string from)
        : desk_(desk), sender_(sender), from_(std::move(from)) {}

    /// Tries what is due, the longest due first, and says how many the server took. Ends early when stopped:
    /// the mail under way then counts as not tried. Cost: one point read when nothing waits.
    [[nodiscard]] base::Result<std::size_t> send_due(const std::stop_token& stop);

private:
    [[nodiscard]] publish::Delivery tried(const model::Mail& mail, const std::stop_token& stop) const;
    [[nodiscard]] base::Outcome note(const model::Mail& mail, const publish::Delivery& delivery) const;

    const AccountDesk& desk_;
    publish::MailSender& sender_;
    std::string from_;
};

}  // namespace kontor::service
