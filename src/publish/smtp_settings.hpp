// SPDX-License-Identifier: EUPL-1.2
// Where mail is handed over, and with which rights. Passwords come from a file or an environment variable,
// never from the command line or an address, and live in a type that no log line prints by accident.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "publish/mail.hpp"

namespace kontor::publish {

/// A password. It has no output operator and no formatter on purpose.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string value) : value_(std::move(value)) {}
    [[nodiscard]] const std::string& reveal() const { return value_; }
    [[nodiscard]] bool empty() const { return value_.empty(); }

private:
    std::string value_;
};

/// Unencrypted connections are for a mail server on the same machine only.
enum class SmtpEncryption { Required, NoneOnLoopback };

struct SmtpSettings {
    std::string server;  // "smtps://name:465" or "smtp://name:587"; without user, password and path
    SmtpEncryption encryption = SmtpEncryption::Required;  // for smtp://: STARTTLS or nothing is sent
    std::string user;                                      // empty: no sign-in
    Secret password;
    std::string ca_file;  // PEM file of the authorities to trust; empty: the system's
    Mailbox from;
    std::chrono::seconds connect_timeout{15};
    std::chrono::seconds timeout{60};  // for one mail, connecting included
};

/// Everything that is wrong with them: mail-server-refused, mail-address-refused, mail-field-refused,
/// mail-password-missing (a user without one), argument-invalid (timeouts that are not positive).
[[nodiscard]] base::Errors settings_faults(const SmtpSettings& settings);

/// The first line of the file (file-unreadable, mail-password-missing).
[[nodiscard]] base::Result<Secret> password_from_file(const std::string& path);
/// The value of the variable (mail-password-missing).
[[nodiscard]] base::Result<Secret> password_from_environment(const std::string& variable);

}  // namespace kontor::publish
