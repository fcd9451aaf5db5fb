// SPDX-License-Identifier: EUPL-1.2
// Who takes care of a record, and to whom it may be handed over: what the rules of permission.hpp mean for
// that, and how it is shown. Thread-safe; a view costs a few reads.
#pragma once

#include <optional>
#include <string>

#include "model/desk.hpp"
#include "service/answers.hpp"
#include "service/knowledge.hpp"
#include "service/permission.hpp"

namespace kontor::service {

/// Whether care of this kind of record can go to another organisation: people belong to where they work,
/// participations to their project, vocabularies to this Kontor.
[[nodiscard]] bool is_handed_over(model::RecordKind kind);

/// Whether the asker may give the care of `record`, as it is stored, away; else why not.
[[nodiscard]] base::Outcome may_give_care(const Knowledge& knowledge, const Asker& asker,
                                          const model::Record& record);

/// The one offer there can be about a record.
[[nodiscard]] std::string care_offer_id(model::RecordKind kind, const std::string& id);

/// The name by which people know a record of this house; of a membership, of both sides.
[[nodiscard]] std::string spoken_name(const Knowledge& knowledge, const model::Record& record,
                                      std::string_view language);

/// Nothing when the offer is void: the record is gone, or `giver` does not take care of it any more.
[[nodiscard]] base::Result<std::optional<CareOffer>> care_offer_view(const Knowledge& knowledge,
                                                                     const Asker& asker,
                                                                     const model::CareOffer& offer);

/// For those who may hand `record` over; nothing for everybody else.
[[nodiscard]] base::Result<std::optional<CareView>> care_view(const Knowledge& knowledge, const Asker& asker,
                                                              const model::Record& record);

}  // namespace kontor::service
