// SPDX-License-Identifier: EUPL-1.2
// Days as mails and feeds write them. Any thread.
#pragma once

#include <string>

#include "model/values.hpp"

namespace kontor::ingest {

/// The day of "Mon, 12 May 2031 08:00:00 +0200" (RFC 5322 and its older forms) where it was written; unknown
/// for anything else.
[[nodiscard]] model::Date day_of_mail_date(const std::string& written);

}  // namespace kontor::ingest
