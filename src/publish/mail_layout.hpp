// SPDX-License-Identifier: EUPL-1.2
// How a mail looks: a subject and blocks of plain text become a plain part and an HTML part of the same
// words. Escaping happens here, once and for everything, so that no value of a record is ever markup. The
// page is quiet, takes nothing from elsewhere, follows the reader's light or dark mode and stays below 20 kB.
// Pure, thread-safe, linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace kontor::publish {

struct MailFact {
    std::string label;
    std::string value;
};

/// A page of this Kontor; a type of its own, so that it is never confused with a value.
struct MailLink {
    std::string address;
};

enum class BlockKind { Paragraph, Note, Facts, Button };

struct MailBlock {
    BlockKind kind = BlockKind::Paragraph;
    std::string text;             // of a paragraph, a note, a button
    std::vector<MailFact> facts;  // of facts
    std::string link;             // of a button
};

/// What a mail says, before it has a shape. Made by draft_of() in publish/mail_texts.hpp.
struct MailDraft {
    std::string language;  // "de" or "en"
    std::string subject;
    std::vector<MailBlock> blocks;
};

/// The Kontor that writes: its name, and the address its pages begin with, without a slash at the end
/// ("https://kontor.example.org").
struct MailHouse {
    std::string name;
    std::string address;
};

struct MailText {
    std::string subject;
    std::string plain;  // lines end with \n
    std::string html;
};

/// The sentences around every mail, from the catalogue.
struct MailFrame {
    std::string greeting;
    std::string link_below;
    std::string more;
    std::string footer;  // with {house}
};
[[nodiscard]] MailFrame mail_frame(std::string_view language);

/// `value` on one line: no control or disguising characters, bytes that are no UTF-8 replaced by U+FFFD, at
/// most `max_characters` characters ("…" at the end when cut).
[[nodiscard]] std::string one_line(std::string_view value, std::size_t max_characters);

/// A value as it may stand in a sentence or a subject: one line of at most kMailValueCharacters.
[[nodiscard]] std::string shown_value(std::string_view value);

/// The same for labels and values; of more than kMailFacts the rest is counted in a last row.
[[nodiscard]] std::vector<MailFact> shown_facts(const std::vector<MailFact>& facts,
                                                std::string_view language);

/// Both parts. A link must begin with the house's address and a slash, so that a mail of ours never leads
/// elsewhere; every other one is refused (mail-link-refused), all of them at once.
[[nodiscard]] base::Result<MailText> laid_out(const MailDraft& draft, const MailHouse& house);

}  // namespace kontor::publish
