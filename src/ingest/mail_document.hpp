// SPDX-License-Identifier: EUPL-1.2
// An e-mail: its own text without signature, quotes and disclaimers, and what is attached. GMime takes it
// apart. No address of a person is kept: the publisher is the mailing list or the sender's domain, if that is
// no provider of mail for everybody. Any thread. About 25 MB/s.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/press_documents.hpp"

namespace kontor::ingest {

struct Attachment {
    std::string name;
    std::string bytes;  // decoded
};

struct Mail {
    DocumentText body = {};  // its text may be empty
    std::vector<Attachment> attachments = {};
};

/// Errors, without place: DocumentDamaged, TooManyItems (more parts than limits::kMailParts).
[[nodiscard]] base::Result<Mail> read_mail(std::string_view bytes);

}  // namespace kontor::ingest
