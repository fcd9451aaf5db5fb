// SPDX-License-Identifier: EUPL-1.2
// Reports and previews of imports, for people.
#pragma once

#include "cli/context.hpp"
#include "service/answers.hpp"
#include "service/import_service.hpp"

namespace kontor::cli {

/// Rows of every file, what became of the records, the first faults.
void print_report(const Context& context, const service::ImportReport& report, service::Effect effect);

/// What each column and each row is taken for.
void print_preview(const Context& context, const service::ImportPreview& preview);

}  // namespace kontor::cli
