// SPDX-License-Identifier: EUPL-1.2
// What a press desk accepts by itself: one rule for each organisation, off until its cluster manager switches
// it on. It holds for texts that arrive from then on, and only for what is said as a fact about records that
// are known; it makes relations and values, no organisations, projects or programmes. Thread-safe.
#pragma once

#include <optional>
#include <string>

#include "service/press_application.hpp"
#include "service/press_desk.hpp"

namespace kontor::service {

/// Who writes by a rule, for feed and audit.
inline const std::string kPressRuleActor = "press-rule";

class PressRuleService {
public:
    /// `knowledge` must outlive it.
    explicit PressRuleService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Of the desk, or of all desks that one may read. SignInRequired, OperationNotPermitted.
    [[nodiscard]] base::Result<PressRuleList> rules(const Asker& asker,
                                                    const std::string& organisation) const;
    /// ValueOutOfRange, ValueNotAllowed, ValueMissing, TooManyItems. OperationNotPermitted for whoever is not
    /// a cluster manager of the organisation.
    [[nodiscard]] base::Result<PressRule> set(const Asker& asker, const std::string& organisation,
                                              const PressRuleForm& form) const;

private:
    [[nodiscard]] base::Result<PressRule> view(const Asker& asker, const std::string& organisation) const;

    const Knowledge& knowledge_;
};

/// The rule of a desk, when it is on.
[[nodiscard]] base::Result<std::optional<model::PressRule>> active_rule(const store::Store& store,
                                                                        const std::string& organisation);
/// Writes with the rights of a cluster manager there, and no others.
[[nodiscard]] Asker rule_asker(const std::string& organisation);
/// What the rule accepts of a text whose names have been recognised.
[[nodiscard]] PressDecisionForm decisions_by_rule(const model::PressRule& rule, const PressPaper& paper);

}  // namespace kontor::service
