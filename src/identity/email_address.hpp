// SPDX-License-Identifier: EUPL-1.2
// E-mail addresses as accounts have them: checked (RFC 5321, 6531), normalised, comparable, and with a
// skeleton that tells look-alikes. By ICU. Immutable; thread-safe; some ten microseconds.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::identity {

class EmailAddress {
public:
    /// Reads one address; blanks around it are passed over. The local part is words joined by dots, ASCII or
    /// letters and digits of any script (at most 64 octets); quoted ones, comments and domains in brackets
    /// are refused. The domain becomes ASCII by IDNA 2008 (UTS 46, non-transitional), has two labels or more,
    /// and 253 octets at most; all 254. Faults, at `place` with the column: value-missing, encoding-broken,
    /// control-character (line breaks above all: header injection), email-invalid.
    [[nodiscard]] static base::Result<EmailAddress> parse(std::string_view text,
                                                          const base::Place& place = {});

    /// The address to write to: the local part as it was typed (in NFC), "@", the domain in ASCII and lower
    /// case.
    [[nodiscard]] std::string text() const { return local_ + '@' + domain_; }
    [[nodiscard]] const std::string& local() const { return local_; }
    [[nodiscard]] const std::string& domain() const { return domain_; }

    /// Equal for addresses that we take for the same one: capitals of the local part do not count.
    [[nodiscard]] const std::string& key() const { return key_; }

    /// Equal for addresses that look the same (UTS 39): аdmin@ with a Cyrillic а and admin@ have one skeleton
    /// and two keys. An address whose skeleton belongs to another key is confusable with that account.
    [[nodiscard]] const std::string& skeleton() const { return skeleton_; }

private:
    EmailAddress() = default;

    std::string local_;
    std::string domain_;
    std::string key_;
    std::string skeleton_;
};

}  // namespace kontor::identity
