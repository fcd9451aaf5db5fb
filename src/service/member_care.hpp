// SPDX-License-Identifier: EUPL-1.2
// What of a member list its importer may write: organisations in the importer's care are changed, but for
// what the importer cannot see of them; what the list says about others waits as claims for the review of
// those who take care of them. Nothing in the outcome depends on what the importer cannot see.
#pragma once

#include "service/knowledge.hpp"
#include "service/member_list.hpp"

namespace kontor::service {

/// Turns the rows of `list` into what `asker` may write. Cost: a few reads per row.
[[nodiscard]] base::Outcome leave_to_keepers(MemberList& list, const Knowledge& knowledge,
                                             const Asker& asker);

}  // namespace kontor::service
