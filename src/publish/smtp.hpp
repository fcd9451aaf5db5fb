// SPDX-License-Identifier: EUPL-1.2
// Hands one mail to a mail server and says what became of it. Blocks until the server has answered or the
// time is over; every call opens a connection of its own, so any thread may call at any time. Certificates
// are always verified.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "base/error.hpp"
#include "publish/mail.hpp"
#include "publish/smtp_settings.hpp"

namespace kontor::publish {

/// TryLater: the server said so (4xx), could not be reached, was not trusted, or refused *us* (sign-in,
/// encryption), which a person can mend. Refused: it will never take this mail (5xx).
enum class DeliveryVerdict { Accepted, TryLater, Refused };

struct Delivery {
    DeliveryVerdict verdict = DeliveryVerdict::TryLater;
    int code = 0;        // the server's last reply; 0 when there was none
    std::string answer;  // the server's or the connection's own words, one line, for the log and the queue
};

class MailSender {
public:
    virtual ~MailSender() = default;
    /// Tries once. A stop request ends the try within about a second, with TryLater. A mail with faults
    /// (mail_faults) never reaches the server and is Refused.
    [[nodiscard]] virtual Delivery send(const Mail& mail, const std::stop_token& stop) = 0;
};

/// By SMTP with STARTTLS or TLS from the first byte.
class SmtpSender final : public MailSender {
public:
    /// The faults of the settings, all of them, or a sender.
    [[nodiscard]] static base::Result<std::unique_ptr<SmtpSender>> create(SmtpSettings settings);
    ~SmtpSender() override;
    SmtpSender(const SmtpSender&) = delete;
    SmtpSender& operator=(const SmtpSender&) = delete;

    [[nodiscard]] Delivery send(const Mail& mail, const std::stop_token& stop) override;

private:
    explicit SmtpSender(SmtpSettings settings);
    SmtpSettings settings_;
};

}  // namespace kontor::publish
