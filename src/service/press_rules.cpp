// SPDX-License-Identifier: EUPL-1.2
#include "service/press_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "service/account_desk.hpp"
#include "service/audit_event.hpp"
#include "service/import_answers.hpp"
#include "service/page_parts.hpp"
#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::DeskKind;
using press::Predicate;

constexpr double kLeastMinimum = 0.5;
constexpr double kUsualMinimum = 0.95;
constexpr std::size_t kMostPredicates = 50;

std::string rule_id(const std::string& organisation) {
    return derived_id("press-rule", {organisation});
}

/// These speak of the text itself and of people, about whom nothing is written.
bool may_be_ruled(Predicate predicate) {
    return predicate != Predicate::ReportsOn && predicate != Predicate::PublishedBy &&
           predicate != Predicate::ContactOf;
}

std::optional<Predicate> ruled(const std::string& word) {
    const auto predicate = model::from_word<Predicate>(word);
    return predicate && may_be_ruled(*predicate) ? predicate : std::nullopt;
}

base::Error fault(ErrorCode code, base::ErrorArguments arguments, const std::string& field) {
    return {code, std::move(arguments), {.file = {}, .field = field}, {}};
}

std::string all_words() {
    std::string out;
    const auto& words = model::Words<Predicate>::kWords;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!may_be_ruled(static_cast<Predicate>(i))) continue;
        out += (out.empty() ? "" : ", ") + std::string(words[i]);
    }
    return out;
}

base::Errors faults_of(const PressRuleForm& form) {
    base::Errors faults;
    if (!(form.minimum >= kLeastMinimum && form.minimum <= 1)) {
        faults.push_back(fault(
            ErrorCode::ValueOutOfRange,
            {{"value", fmt::format("{}", form.minimum)}, {"minimum", "0.5"}, {"maximum", "1"}}, "/minimum"));
    }
    if (form.predicates.size() > kMostPredicates) {
        faults.push_back(
            fault(ErrorCode::TooManyItems, {{"maximum", std::to_string(kMostPredicates)}}, "/predicates"));
        return faults;
    }
    if (form.is_on && form.predicates.empty())
        faults.push_back(fault(ErrorCode::ValueMissing, {}, "/predicates"));
    for (std::size_t i = 0; i < form.predicates.size(); ++i) {
        if (ruled(form.predicates[i])) continue;
        faults.push_back(fault(ErrorCode::ValueNotAllowed,
                               {{"value", form.predicates[i]}, {"allowed", all_words()}},
                               "/predicates/" + std::to_string(i)));
    }
    return faults;
}

base::Outcome may_set(const Asker& asker, const std::string& organisation) {
    const std::vector<std::string> there{organisation};
    if (auto desk = permit(asker, Action::Press, there); !desk) return desk;
    return permit(asker, Action::GiveRoles, there);
}

Result<std::optional<model::PressRule>> read_rule(const store::Store& store,
                                                  const std::string& organisation) {
    const auto found = store.read_desk(DeskKind::PressRule, rule_id(organisation));
    if (!found) return found.errors();
    if (!found.value()) return std::optional<model::PressRule>();
    return std::optional(std::get<model::PressRule>(*found.value()));
}

}  // namespace

Result<PressRule> PressRuleService::view(const Asker& asker, const std::string& organisation) const {
    const auto found = read_rule(knowledge_.store(), organisation);
    if (!found) return found.errors();
    model::PressRule rule;
    rule.minimum = kUsualMinimum;
    if (found.value()) rule = *found.value();
    const View seen = knowledge_.view(asker);
    PressRule out;
    out.organisation = Views(seen, asker.language).organisation_ref(organisation);
    out.is_on = rule.is_on;
    out.minimum = rule.minimum;
    out.predicates = rule.predicates;
    if (rule.changed > 0) {
        out.changed_by = actor_name(knowledge_.store(), rule.changed_by, asker.language);
        out.changed = iso_time(rule.changed);
    }
    out.may_set = may_set(asker, organisation).ok();
    return out;
}

Result<PressRuleList> PressRuleService::rules(const Asker& asker, const std::string& organisation) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    if (!organisation.empty() && !reads_press_of(asker, organisation)) {
        return base::Error{ErrorCode::OperationNotPermitted,
                           {{"reason", say(Phrase::NoRoleForThis, asker.language)}},
                           {},
                           {}};
    }
    std::vector<std::string> asked = press_desks_of(asker);
    if (!organisation.empty()) asked = {organisation};
    PressRuleList out;
    for (const std::string& desk : asked) {
        auto rule = view(asker, desk);
        if (!rule) return rule.errors();
        out.rules.push_back(std::move(rule).value());
    }
    const auto& words = model::Words<Predicate>::kWords;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!may_be_ruled(static_cast<Predicate>(i))) continue;
        out.choices.push_back(
            {std::string(words[i]), code_label("desk-predicate", words[i], asker.language)});
    }
    return out;
}

Result<PressRule> PressRuleService::set(const Asker& asker, const std::string& organisation,
                                        const PressRuleForm& form) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    if (auto permitted = may_set(asker, organisation); !permitted) return permitted.errors();
    if (!knowledge_.view(asker).snapshot->picture->find_organisation(organisation))
        return record_not_found(model::RecordKind::Organisation, organisation, asker.language);
    if (base::Errors faults = faults_of(form); !faults.empty()) return faults;
    model::PressRule rule;
    rule.id = rule_id(organisation);
    rule.organisation = organisation;
    rule.is_on = form.is_on;
    rule.minimum = form.minimum;
    rule.predicates = form.predicates;
    rule.changed_by = asker.actor;
    rule.changed = knowledge_.clock().now().time_since_epoch().count();
    std::string said;
    for (const std::string& predicate : rule.predicates)
        said += (said.empty() ? "" : ", ") + code_label("desk-predicate", predicate, asker.language);
    auto entry = account_event(AuditEvent::PressRuleSet, organisation, {{"claims", rule.is_on ? said : "–"}});
    entry.subject_kind = "organisation";
    entry.organisation = organisation;
    const auto written =
        knowledge_.store().write({.actor = asker.actor, .desk_puts = {rule}, .audit = {std::move(entry)}});
    if (!written) return written.errors();
    return view(asker, organisation);
}

Result<std::optional<model::PressRule>> active_rule(const store::Store& store,
                                                    const std::string& organisation) {
    auto rule = read_rule(store, organisation);
    if (rule && rule.value() && !rule.value()->is_on) return std::optional<model::PressRule>();
    return rule;
}

Asker rule_asker(const std::string& organisation) {
    Asker asker;
    asker.standing = Standing::User;
    asker.actor = kPressRuleActor;
    asker.session = kPressRuleActor;
    asker.roles = {{model::Role::ClusterManager, organisation}};
    return asker;
}

PressDecisionForm decisions_by_rule(const model::PressRule& rule, const PressPaper& paper) {
    const auto is_known = [&paper](const std::string& id) {
        const PaperName* name = paper.name(id);
        if (name == nullptr) return id.empty();
        if (name->state == NameState::Refused || name->kind == press::EntityKind::Person) return false;
        if (name->kind == press::EntityKind::Place) return true;
        return !name->record.empty() || !name->topic.empty();
    };
    PressDecisionForm out;
    for (const PaperClaim& claim : paper.claims) {
        const std::string word(model::word(claim.fact.predicate));
        const bool is_ruled =
            std::find(rule.predicates.begin(), rule.predicates.end(), word) != rule.predicates.end() &&
            claim.desk.confidence >= rule.minimum;
        const bool is_fact = claim.desk.state == model::PressClaimState::Waiting &&
                             claim.fact.certainty == press::Certainty::Stated &&
                             claim.fact.subject != kPaperDocument;
        if (is_ruled && is_fact && is_known(claim.fact.subject) && is_known(claim.fact.object))
            out.claims.push_back({.claim = claim.desk.id, .decision = "accept"});
    }
    return out;
}

}  // namespace kontor::service
