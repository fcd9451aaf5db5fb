// SPDX-License-Identifier: EUPL-1.2
// What of each record can be found by words. Two steps: document_of() takes what the record itself says,
// complete() adds what only the whole network tells (topics of its projects, prominence, the coordinator's
// country).
#pragma once

#include <optional>

#include "model/records.hpp"
#include "network/picture.hpp"
#include "search/document.hpp"
#include "service/vocabulary.hpp"

namespace kontor::service {

/// Nothing for kinds that are not found by themselves (memberships, claims …).
[[nodiscard]] std::optional<search::Document> document_of(const model::Record& record,
                                                          const Vocabulary& vocabulary);

/// `picture` must hold the record.
void complete(search::Document& document, const network::Picture& picture, const Vocabulary& vocabulary);

}  // namespace kontor::service
