// SPDX-License-Identifier: EUPL-1.2
// The fields of a record in which people write what they like: names, descriptions, notes, sentences. Ids,
// codes, dates and numbers are none. Pure; linear in the record.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/records.hpp"

namespace kontor::service {

/// Identity: says who a person is, and belongs to that record alone.
enum class TextUse { Free, Identity };

/// Calls `visit(field, text, use)` for each such text; `field` is the record's field that holds it, however
/// deep. Texts may be changed in place. Vocabularies (topics, regions, places) have none.
void visit_free_texts(
    model::Record& record,
    const std::function<void(std::string_view field, std::string& text, TextUse use)>& visit);

}  // namespace kontor::service
