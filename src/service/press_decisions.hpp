// SPDX-License-Identifier: EUPL-1.2
// The decisions of one call about a press text, applied to the opened paper and an edit. All faults are
// collected, each with its pointer; whoever calls writes when there is none. One thread.
#pragma once

#include <string>

#include "service/press_application.hpp"
#include "service/press_memory.hpp"
#include "service/press_withdrawal.hpp"

namespace kontor::service {

class PressDecisions {
public:
    /// All must outlive it.
    PressDecisions(Knowledge& knowledge, Edit& edit, PressPaper& paper, const PressSenses& senses,
                   const std::set<PressTakingBack::Key>& kept);

    [[nodiscard]] base::Outcome take(const PressDecisionForm& form);
    [[nodiscard]] const PressDecisionReport& report() const { return report_; }
    [[nodiscard]] const Lessons& lessons() const { return lessons_; }

private:
    enum class Part { Reopened, Names, Decided };
    void take_part(const PressDecisionForm& form, Part part, base::Errors& faults);
    [[nodiscard]] base::Outcome about_name(const PressEntityDecision& decision);
    [[nodiscard]] base::Outcome link(PaperName& name, const PressEntityDecision& decision);
    [[nodiscard]] base::Outcome describe(PaperName& name, const PressEntityDecision& decision);
    [[nodiscard]] base::Outcome about_claim(const PressClaimDecision& decision);
    [[nodiscard]] base::Outcome correct(PaperFact& fact, const PressClaimDecision& decision) const;
    [[nodiscard]] base::Outcome accept(PaperClaim& claim, const PressClaimDecision& decision);
    [[nodiscard]] base::Outcome reopen(PaperClaim& claim);
    void decided(PaperClaim& claim, model::PressClaimState state);
    [[nodiscard]] bool is_in_use(const PaperName& name) const;

    Knowledge& knowledge_;
    Edit& edit_;
    PressPaper& paper_;
    PressApplication application_;
    Lessons lessons_;
    const std::set<PressTakingBack::Key>& kept_;
    PressDecisionReport report_;
};

}  // namespace kontor::service
