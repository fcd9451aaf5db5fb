// SPDX-License-Identifier: EUPL-1.2
// One e-mail as it waits in a queue, and the header lines it travels with (RFC 5322, RFC 2047). Whatever
// stands in a name, a subject or an address, it cannot end its line: control characters and invalid UTF-8 are
// refused, everything beyond ASCII is encoded. Pure, thread-safe, linear.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace kontor::publish {

struct Mailbox {
    std::string address;  // ASCII; a domain with umlauts in its xn-- form
    std::string name;     // may be empty
};

/// Plain data, so that it can be stored and tried again. The Message-ID stays the same from try to try, by
/// which a receiver recognises a mail that it has already.
struct Mail {
    std::string to;        // an address
    std::string language;  // "de", "en": of its parts
    std::string subject;
    std::string plain;        // UTF-8, lines end with \n
    std::string html;         // UTF-8
    std::string message_id;   // without angle brackets; see message_id()
    std::string unsubscribe;  // an https address that ends the subscription by a POST (RFC 8058); or empty
    std::chrono::sys_seconds written_at;
};

/// Whether mail can go to the address and its text can be put into a header as it is: one dot-atom on each
/// side of the @, ASCII, within the lengths of RFC 5321. Quoted local parts and address literals are refused.
[[nodiscard]] bool is_mail_address(std::string_view address);

/// "<unique>@<domain of the sender's address>". `unique` is of letters, digits, "-" and "_".
[[nodiscard]] std::string message_id(std::string_view unique, std::string_view sender_address);

/// Everything that keeps the mail from being sent: addresses that are none (mail-address-refused), fields
/// that are empty, too long or hold control characters (mail-field-refused).
[[nodiscard]] base::Errors mail_faults(const Mail& mail, const Mailbox& from);

/// The header lines of the mail but those of its MIME parts, each without its line end; long ones are folded.
[[nodiscard]] base::Result<std::vector<std::string>> header_lines(const Mail& mail, const Mailbox& from);

/// `text` as it may stand in a header: itself when it is short printable ASCII that no reader mistakes for
/// more, else RFC 2047 encoded words in UTF-8 and base64 of at most 75 characters each, cut between
/// characters and folded.
[[nodiscard]] std::string encoded_words(std::string_view text);

}  // namespace kontor::publish
