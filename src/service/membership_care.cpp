// SPDX-License-Identifier: EUPL-1.2
#include "service/membership_care.hpp"

#include <algorithm>

#include "service/edit.hpp"

namespace kontor::service {

base::Result<std::optional<model::Disclosure>> membership_care(const Knowledge& knowledge, const Asker& asker,
                                                               Action action,
                                                               const model::Membership& membership,
                                                               const model::Record& member) {
    using Rule = std::optional<model::Disclosure>;
    const auto current = knowledge.current();
    if (current->rules->about(model::RecordKind::Membership, membership.id) != nullptr) return Rule();
    const std::vector<std::string> kept_by = keepers(member, *current->picture, *current->rules);
    if (permit(asker, action, kept_by)) return Rule();
    const auto other = std::find_if(kept_by.begin(), kept_by.end(), [&](const std::string& keeper) {
        return keeper != membership.member && keeper != membership.cluster;
    });
    model::Disclosure rule;
    if (other != kept_by.end()) {
        rule.owner = *other;
    } else {
        const auto own =
            knowledge.store().desk_where(model::DeskKind::Grant, "organisation", membership.member);
        if (!own) return own.errors();
        if (own.value().empty()) return Rule();
        rule.owner = membership.member;
    }
    rule.subject_kind = model::RecordKind::Membership;
    rule.subject = membership.id;
    rule.id = disclosure_id(rule.subject_kind, rule.subject);
    rule.source = membership.source;
    return Rule(std::move(rule));
}

}  // namespace kontor::service
