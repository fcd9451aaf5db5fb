// SPDX-License-Identifier: EUPL-1.2
// What of a page its reader may change: the same word of permission.hpp that a change will be held to.
// Thread-safe; a read per agreement and journey for those who are signed in, nothing for the public.
#pragma once

#include <vector>

#include "service/answers.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// Sets may_edit of each.
[[nodiscard]] base::Outcome tell_editable(const Knowledge& knowledge, const Asker& asker,
                                          std::vector<AgreementView>& agreements,
                                          std::vector<DelegationView>& delegations);

}  // namespace kontor::service
