// SPDX-License-Identifier: EUPL-1.2
// Nobody comes to take care of an organisation by calling it a member: a membership that somebody writes
// about an organisation in others' care is given to those by a disclosure, and gives no care itself.
#pragma once

#include <optional>

#include "service/knowledge.hpp"
#include "service/permission.hpp"

namespace kontor::service {

/// The rule to write along with `membership`; nothing when the asker takes care of the member anyway (by
/// `action`), when nobody else does, or when there is a rule already. `member` is the record as it is stored.
[[nodiscard]] base::Result<std::optional<model::Disclosure>> membership_care(
    const Knowledge& knowledge, const Asker& asker, Action action, const model::Membership& membership,
    const model::Record& member);

}  // namespace kontor::service
