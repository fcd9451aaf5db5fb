// SPDX-License-Identifier: EUPL-1.2
// What a server does beside answering: it sends the mails that wait, reads the feeds that are due, and once a
// day clears the desk and asks for confirmations. Of several servers on one database one does it, whoever
// holds the lock file beside the database. A thread of its own calls run().
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "cli/context.hpp"
#include "cli/serve_options.hpp"
#include "publish/smtp.hpp"
#include "service/account_desk.hpp"
#include "service/press_feeds.hpp"

namespace kontor::program {

class Errands {
public:
    /// `sender` may be null: then no mails are sent. `from` is the sender's address. `context`, `desk`
    /// and `feeds` must outlive this.
    Errands(const cli::Context& context, const service::AccountDesk& desk,
            const service::PressFeedService& feeds, std::unique_ptr<publish::MailSender> sender,
            std::string from)
        : context_(context), desk_(desk), feeds_(feeds), sender_(std::move(sender)), from_(std::move(from)) {}

    /// Until `stop`; looks every second.
    void run(const std::stop_token& stop);

private:
    [[nodiscard]] base::Outcome look(const std::stop_token& stop);
    [[nodiscard]] base::Outcome daily() const;
    [[nodiscard]] base::Outcome hourly(const std::stop_token& stop);
    void tell(const base::Outcome& outcome);

    const cli::Context& context_;
    const service::AccountDesk& desk_;
    const service::PressFeedService& feeds_;
    std::unique_ptr<publish::MailSender> sender_;
    std::string from_;
    std::int64_t day_ = 0;   // on which the daily work was done last
    std::int64_t hour_ = 0;  // in which feeds were looked after last
    std::string told_;       // so that a lasting fault is said once
};

/// By the options of `kontor serve`; null without a mail server. All faults of the options.
[[nodiscard]] base::Result<std::unique_ptr<publish::MailSender>> mail_sender(const cli::MailOptions& options);

}  // namespace kontor::program
