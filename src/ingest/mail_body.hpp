// SPDX-License-Identifier: EUPL-1.2
// What of a mail's text is the message itself. Rules of how people and programs write mails in German,
// English and French (some Spanish and Italian); no sender is known. Pure; linear.
#pragma once

#include <string>
#include <string_view>

namespace kontor::ingest {

/// Whether the text that a mail cites is its matter: a forward brings news, a reply repeats what was said.
enum class MailKind { Message, Reply };

/// Tidy `text` without quoted lines, heads of forwarded mails, signature and disclaimers.
[[nodiscard]] std::string message_text(std::string_view text, MailKind kind);

/// Lines that were broken to a width are joined again: a line is joined with the next one when that one's
/// first word would not have fit any more. Texts with longer lines stay as they are.
[[nodiscard]] std::string unwrapped_text(std::string_view text);

/// A subject without "AW:", "Fwd:" and the like; tells whether one of them marks a reply.
struct MailSubject {
    std::string text;
    MailKind kind = MailKind::Message;
};
[[nodiscard]] MailSubject mail_subject(std::string_view subject);

}  // namespace kontor::ingest
