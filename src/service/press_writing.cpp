// SPDX-License-Identifier: EUPL-1.2
// What the desk writes to the network: decisions, withdrawals, restorations. A record that others refer to
// shows itself when the write is refused; then the whole is made anew with that record staying.
#include <algorithm>
#include <charconv>

#include "service/account_desk.hpp"
#include "service/audit_event.hpp"
#include "service/press_decisions.hpp"
#include "service/press_news.hpp"
#include "service/press_rules.hpp"
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

/// Of a fault at "/claims/3/…" the claim.
void note_unfit(const base::Error& error, const PressDecisionForm& form, std::set<std::string>& unfit) {
    constexpr std::string_view kClaims = "/claims/";
    if (!error.place.field.starts_with(kClaims)) return;
    std::size_t index = 0;
    const char* end = error.place.field.data() + error.place.field.size();
    const auto [rest, fault] = std::from_chars(error.place.field.data() + kClaims.size(), end, index);
    if (fault == std::errc() && index < form.claims.size()) unfit.insert(form.claims[index].claim);
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

/// A claim that turns out not to fit is left to people; the others are accepted all the same.
base::Outcome PressDesk::follow_rule(const model::PressRule& rule, const std::string& id) const {
    const Asker asker = rule_asker(rule.organisation);
    std::set<std::string> unfit;
    const Kept nothing;
    for (int round = 1; round <= kRounds; ++round) {
        auto opened = read_paper(knowledge_.store(), id);
        if (!opened) return opened.errors();
        if (!opened.value()) return base::Done{};
        PressPaper paper = std::move(*opened.value());
        Edit edit(knowledge_, asker);
        PressDecisions decisions(knowledge_, edit, paper, senses_, nothing);
        // Whom the names mean is known after this; nothing is decided by it.
        if (auto recognised = decisions.take({}); !recognised) return recognised;
        PressDecisionForm form = decisions_by_rule(rule, paper);
        std::erase_if(form.claims, [&unfit](const auto& each) { return unfit.count(each.claim) > 0; });
        if (form.claims.empty()) return base::Done{};
        if (auto taken = decisions.take(form); !taken) {
            const std::size_t before = unfit.size();
            for (const base::Error& error : taken.errors()) note_unfit(error, form, unfit);
            if (unfit.size() == before) return taken;
            continue;
        }
        paper.put_into(edit.batch());
        auto entry =
            account_event(AuditEvent::PressRuleApplied, id, {{"claims", std::to_string(form.claims.size())}});
        entry.subject_kind = model::word(DeskKind::PressItem);
        entry.organisation = rule.organisation;
        edit.batch().audit.push_back(std::move(entry));
        const auto written = edit.write();
        return written ? base::Outcome(base::Done{}) : base::Outcome(written.errors());
    }
    return base::Done{};
}

Result<PressWithdrawal> PressDesk::withdraw(const Asker& asker, const std::string& id) {
    return take_away(asker, id, PressTense::Past);
}

Result<PressWithdrawal> PressDesk::preview_withdrawal(const Asker& asker, const std::string& id) const {
    return take_away(asker, id, PressTense::Future);
}

Result<PressWithdrawal> PressDesk::take_away(const Asker& asker, const std::string& id,
                                             PressTense tense) const {
    Kept kept;
    for (int round = 1;; ++round) {
        auto opened = paper(asker, id, Action::Press);
        if (!opened) return opened.errors();
        PressPaper paper = std::move(opened).value();
        if (paper.item.state == PressState::Withdrawn) return PressWithdrawal{};
        Edit edit(knowledge_, asker);
        PressTakingBack taking(knowledge_, edit, paper, kept);
        if (auto taken = taking.withdraw(tense); !taken) return taken.errors();
        paper.put_into(edit.batch());
        edit.batch().audit.push_back(event(AuditEvent::PressWithdrawn, paper.item));
        PressWithdrawal report = taking.report();
        if (tense == PressTense::Future) {
            const auto tried = edit.attempt();
            if (tried) return report;
            if (round == kRounds || !learns_from(tried.errors(), kept)) return tried.errors();
            continue;
        }
        const auto written = edit.write();
        if (written) {
            report.batch = static_cast<std::int64_t>(written.value().batch);
            return report;
        }
        if (round == kRounds || !learns_from(written.errors(), kept)) return written.errors();
    }
}

Result<PressDuplicates> PressDesk::withdraw_duplicates(const Asker& asker, const std::string& id) {
    const auto kept = paper(asker, id, Action::Press);
    if (!kept) return kept.errors();
    const model::PressItem& item = kept.value().item;
    PressDuplicates out;
    if (item.group.empty()) return out;
    const auto found = knowledge_.store().desk_heads_where(DeskKind::PressItem, "group", item.group);
    if (!found) return found.errors();
    for (const model::DeskRecord& record : found.value()) {
        const auto& other = std::get<model::PressItem>(record);
        const bool goes = other.id != id && other.organisation == item.organisation &&
                          other.state != PressState::Withdrawn && other.accepted + other.corrected == 0;
        if (!goes) continue;
        const auto news = knowledge_.store().read(model::RecordKind::News, news_id_of(other.id));
        if (!news) return news.errors();
        if (news.value()) continue;  // published: withdrawing it is a decision of its own
        if (static_cast<std::size_t>(out.withdrawn) == base::limits::kPressDuplicates) {
            ++out.left;
            continue;
        }
        if (const auto gone = withdraw(asker, other.id); !gone) return gone.errors();
        ++out.withdrawn;
    }
    return out;
}

Result<PressDecisionReport> PressDesk::restore(const Asker& asker, const std::string& id) {
    auto opened = paper(asker, id, Action::Press);
    if (!opened) return opened.errors();
    PressPaper paper = std::move(opened).value();
    Edit edit(knowledge_, asker);
    PressDecisionReport report;
    if (paper.item.state != PressState::Withdrawn) return finish(paper, asker, {}, std::move(report));
    paper.item.state = PressState::Open;
    paper.item.withdrawn = 0;
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
    if (!paper.item.news.empty()) {
        if (auto back = put_back_news(edit, paper.item.news); !back) return back.errors();
        paper.item.news.clear();
    }
    paper.put_into(edit.batch());
    edit.batch().audit.push_back(event(AuditEvent::PressRestored, paper.item));
    const auto written = edit.write();
    if (!written) return written.errors();
    return finish(paper, asker, written.value(), std::move(report));
}

}  // namespace kontor::service
