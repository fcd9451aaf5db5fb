// SPDX-License-Identifier: EUPL-1.2
// What refers to a record made to refer to another one: for records that get their ids late, and for merges.
// Pure; linear in the record.
#pragma once

#include <string>

#include "model/records.hpp"

namespace kontor::service {

/// Puts `to` wherever `record` refers to the record `from` of this kind; a list that named both names `to`
/// once. Its own id stays.
void redirect(model::Record& record, model::RecordKind kind, const std::string& from, const std::string& to);

}  // namespace kontor::service
