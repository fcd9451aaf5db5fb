// SPDX-License-Identifier: EUPL-1.2
// Two descriptions of the same organisation become one. Pure. Nothing that either of them names is lost;
// where they contradict each other, the one confirmed later wins (equal days: the greater source id).
// merge(merge(a, b), b) == merge(a, b), and merge(a, b) == merge(b, a) whenever days or sources differ.
#pragma once

#include "model/records.hpp"

namespace kontor::ingest {

/// Both must have the same id. Cost: linear in names, identifiers and topics.
[[nodiscard]] model::Organisation merge(const model::Organisation& existing,
                                        const model::Organisation& incoming);

/// True for the stand-in name of an organisation of which only an identifier is known ("PIC 916785413").
[[nodiscard]] bool is_placeholder_name(std::string_view name);

}  // namespace kontor::ingest
