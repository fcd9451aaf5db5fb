// SPDX-License-Identifier: EUPL-1.2
// What the desk writes to the network: decisions, withdrawals, restorations. A record that others refer to
// shows itself when the write is refused; then the whole is made anew with that record staying.
#include <algorithm>

#include "service/audit_event.hpp"
#include "service/press_decisions.hpp"
#include "service/press_withdrawal.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::DeskKind;
using model::PressState;

using Kept = std::set<PressTakingBack::Key>;

/// Every round keeps at least one record more.
constexpr int kRounds = 50;

store::AuditEntry event(AuditEvent event, const model::PressItem& item) {
    return {.action = action_of(event),
            .subject_kind = std::string(model::word(DeskKind::PressItem)),
            .subject = item.id,
            .organisation = item.organisation};
}

/// Whether another round is worth it: adds what is in use.
bool learns_from(const base::Errors& faults, Kept& kept) {
    const std::size_t before = kept.size();
    kept.merge(records_in_use(faults));
    return kept.size() > before;
}

base::Error withdrawn(const model::PressItem& item) {
    return {ErrorCode::PressItemWithdrawn, {{"title", item.title}}, {}, {}};
}

}  // namespace

Result<PressDecisionReport> PressDesk::finish(const PressPaper& paper, const Asker& asker,
                                              const Written& written, PressDecisionReport report) const {
    report.batch = static_cast<std::int64_t>(written.batch);
    auto shown = view(asker, paper);
    if (!shown) return shown.errors();
    report.item = std::move(shown).value();
    return report;
}

Result<PressDecisionReport> PressDesk::decide(const Asker& asker, const std::string& id,
                                              const PressDecisionForm& form) {
    Kept kept;
    for (int round = 1;; ++round) {
        auto opened = paper(asker, id, Action::Press);
        if (!opened) return opened.errors();
        PressPaper paper = std::move(opened).value();
        if (paper.item.state == PressState::Withdrawn) return withdrawn(paper.item);
        Edit edit(knowledge_, asker);
        PressDecisions decisions(knowledge_, edit, paper, senses_, kept);
        if (auto taken = decisions.take(form); !taken) return taken.errors();
        paper.put_into(edit.batch());
        decisions.lessons().put_into(edit.batch());
        edit.batch().audit.push_back(event(AuditEvent::PressDecided, paper.item));
        const auto written = edit.write();
        if (written) return finish(paper, asker, written.value(), decisions.report());
        if (round == kRounds || !learns_from(written.errors(), kept)) return written.errors();
    }
}

Result<PressWithdrawal> PressDesk::withdraw(const Asker& asker, const std::string& id) {
    Kept kept;
    for (int round = 1;; ++round) {
        auto opened = paper(asker, id, Action::Press);
        if (!opened) return opened.errors();
        PressPaper paper = std::move(opened).value();
        if (paper.item.state == PressState::Withdrawn) return PressWithdrawal{};
        Edit edit(knowledge_, asker);
        PressTakingBack taking(knowledge_, edit, paper, kept);
        std::set<std::string> claims;
        for (const PaperClaim& claim : paper.claims) {
            if (claim.is_accepted()) claims.insert(claim.desk.id);
        }
        if (auto taken = taking.take_back(claims); !taken) return taken.errors();
        paper.item.state = PressState::Withdrawn;
        paper.put_into(edit.batch());
        edit.batch().audit.push_back(event(AuditEvent::PressWithdrawn, paper.item));
        const auto written = edit.write();
        if (written) {
            PressWithdrawal report = taking.report();
            report.batch = static_cast<std::int64_t>(written.value().batch);
            return report;
        }
        if (round == kRounds || !learns_from(written.errors(), kept)) return written.errors();
    }
}

Result<PressDecisionReport> PressDesk::restore(const Asker& asker, const std::string& id) {
    auto opened = paper(asker, id, Action::Press);
    if (!opened) return opened.errors();
    PressPaper paper = std::move(opened).value();
    Edit edit(knowledge_, asker);
    PressDecisionReport report;
    if (paper.item.state != PressState::Withdrawn) return finish(paper, asker, {}, std::move(report));
    paper.item.state = PressState::Open;
    PressApplication application(knowledge_, edit, paper, senses_);
    if (auto recognised = application.recognise(); !recognised) return recognised.errors();
    for (PaperClaim& claim : paper.claims) {
        if (!claim.is_accepted()) continue;
        auto effects = application.accept(claim);
        if (!effects) return effects.errors();
        claim.effects = std::move(effects).value();
        for (PressEffect& effect : application.effect_views(claim.effects, PressApplication::Tense::Past))
            report.effects.push_back(std::move(effect));
        ++(claim.desk.state == model::PressClaimState::Corrected ? report.corrected : report.accepted);
    }
    paper.put_into(edit.batch());
    edit.batch().audit.push_back(event(AuditEvent::PressRestored, paper.item));
    const auto written = edit.write();
    if (!written) return written.errors();
    return finish(paper, asker, written.value(), std::move(report));
}

}  // namespace kontor::service
