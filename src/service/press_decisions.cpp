// SPDX-License-Identifier: EUPL-1.2
#include "service/press_decisions.hpp"

#include <algorithm>

#include "press/predicates.hpp"
#include "service/phrases.hpp"
#include "service/press_withdrawal.hpp"
#include "text/countries.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Outcome;
using model::PressClaimState;

constexpr std::size_t kNameCharacters = 300;

Error fault(ErrorCode code, base::ErrorArguments arguments, const std::string& field) {
    return {code, std::move(arguments), {.file = {}, .field = field}, {}};
}

template <class E>
Error not_allowed(const std::string& word, const std::string& field) {
    std::string all;
    for (const std::string_view each : model::Words<E>::kWords)
        all += (all.empty() ? "" : ", ") + std::string(each);
    return fault(ErrorCode::ValueNotAllowed, {{"value", word}, {"allowed", all}}, field);
}

void add_behind(base::Errors& all, const base::Errors& faults, const std::string& pointer) {
    for (base::Error each : faults) {
        each.place.field = pointer + each.place.field;
        all.push_back(std::move(each));
    }
}

bool is_date(press::Predicate predicate) {
    using enum press::Predicate;
    return predicate == Starts || predicate == Ends || predicate == PhaseStarts;
}

}  // namespace

PressDecisions::PressDecisions(Knowledge& knowledge, Edit& edit, PressPaper& paper, const PressSenses& senses,
                               const std::set<PressTakingBack::Key>& kept)
    : knowledge_(knowledge),
      edit_(edit),
      paper_(paper),
      application_(knowledge, edit, paper, senses),
      lessons_(knowledge.store(), paper.item.organisation,
               knowledge.clock().now().time_since_epoch().count()),
      kept_(kept) {}

Outcome PressDecisions::take(const PressDecisionForm& form) {
    base::Errors faults;
    for (const auto& [size, field] :
         {std::pair{form.claims.size(), "/claims"}, std::pair{form.entities.size(), "/entities"}}) {
        if (size <= base::limits::kPressDecisions) continue;
        faults.push_back(fault(ErrorCode::TooManyItems,
                               {{"maximum", std::to_string(base::limits::kPressDecisions)}}, field));
    }
    if (!faults.empty()) return faults;
    if (auto recognised = application_.recognise(); !recognised) return recognised;
    // What is reopened frees the names that stand in it.
    for (const Part part : {Part::Reopened, Part::Names, Part::Decided}) take_part(form, part, faults);
    if (!faults.empty()) return faults;
    return Done{};
}

void PressDecisions::take_part(const PressDecisionForm& form, Part part, base::Errors& faults) {
    for (std::size_t i = 0; part == Part::Names && i < form.entities.size(); ++i) {
        if (const auto done = about_name(form.entities[i]); !done)
            add_behind(faults, done.errors(), "/entities/" + std::to_string(i));
    }
    for (std::size_t i = 0; part != Part::Names && i < form.claims.size(); ++i) {
        if ((form.claims[i].decision == "reopen") != (part == Part::Reopened)) continue;
        if (const auto done = about_claim(form.claims[i]); !done)
            add_behind(faults, done.errors(), "/claims/" + std::to_string(i));
    }
}

bool PressDecisions::is_in_use(const PaperName& name) const {
    return std::any_of(paper_.claims.begin(), paper_.claims.end(), [&name](const PaperClaim& claim) {
        return claim.is_accepted() && (claim.fact.subject == name.id || claim.fact.object == name.id);
    });
}

Outcome PressDecisions::about_name(const PressEntityDecision& decision) {
    PaperName* name = paper_.name(decision.entity);
    if (name == nullptr) {
        return fault(ErrorCode::ReferenceUnknown, {{"field", "entity"}, {"id", decision.entity}}, "/entity");
    }
    if (is_in_use(*name)) return fault(ErrorCode::PressNameInUse, {{"name", name->name}}, "/entity");
    if (decision.decision == "link") return link(*name, decision);
    if (decision.decision == "new" || decision.decision == "kind") return describe(*name, decision);
    if (decision.decision == "not_a_name") {
        name->state = NameState::Refused;
        name->record.clear();
        return lessons_.refused(*name);
    }
    if (decision.decision == "reopen") {
        const bool was_refused = name->state == NameState::Refused;
        name->record = name->recognised;
        name->state = name->record.empty() && name->topic.empty() ? NameState::Open : NameState::Known;
        return was_refused ? lessons_.unrefused(*name) : Outcome(Done{});
    }
    return fault(ErrorCode::ValueNotAllowed,
                 {{"value", decision.decision}, {"allowed", "link, new, not_a_name, kind, reopen"}},
                 "/decision");
}

Outcome PressDecisions::link(PaperName& name, const PressEntityDecision& decision) {
    if (!decision.record) return fault(ErrorCode::ValueMissing, {}, "/record");
    const auto kind = record_kind(name.kind);
    const auto found = kind ? edit_.visible(*kind, *decision.record)
                            : base::Result<model::Record>(Error{ErrorCode::RecordNotFound, {}, {}, {}});
    if (!found) {
        return fault(ErrorCode::PressRecordUnfit,
                     {{"name", name.name},
                      {"kind", code_label("desk-kind", model::word(name.kind), edit_.asker().language)},
                      {"id", *decision.record}},
                     "/record");
    }
    name.record = *decision.record;
    name.state = NameState::Linked;
    if (kind == model::RecordKind::Topic) {
        name.topic = name.record;
        return Done{};
    }
    return lessons_.linked(name);
}

Outcome PressDecisions::describe(PaperName& name, const PressEntityDecision& decision) {
    base::Errors faults;
    PaperName next = name;
    if (decision.kind) {
        const auto kind = model::from_word<press::EntityKind>(*decision.kind);
        if (kind) next.kind = *kind;
        if (!kind) faults.push_back(not_allowed<press::EntityKind>(*decision.kind, "/kind"));
    } else if (decision.decision == "kind") {
        faults.push_back(fault(ErrorCode::ValueMissing, {}, "/kind"));
    }
    if (decision.name) {
        next.name = *decision.name;
        const std::size_t characters = text::character_count(next.name);
        if (next.name.empty()) faults.push_back(fault(ErrorCode::ValueMissing, {}, "/name"));
        if (text::first_utf8_fault(next.name)) {
            faults.push_back(fault(ErrorCode::EncodingBroken, {}, "/name"));
        } else if (text::first_control_character(next.name, text::Whitespace::SpacesOnly)) {
            faults.push_back(fault(ErrorCode::ControlCharacter, {{"code", "U+000A"}}, "/name"));
        } else if (characters > kNameCharacters) {
            faults.push_back(
                fault(ErrorCode::TextTooLong,
                      {{"found", std::to_string(characters)}, {"maximum", std::to_string(kNameCharacters)}},
                      "/name"));
        }
    }
    if (decision.country) {
        next.country = *decision.country;
        if (!next.country.empty() && !text::is_country_code(next.country))
            faults.push_back(fault(ErrorCode::CountryUnknown, {{"value", next.country}}, "/country"));
    }
    if (!faults.empty()) return faults;
    const bool is_other_kind = record_kind(next.kind) != record_kind(name.kind);
    next.record.clear();
    if (decision.decision == "new") {
        next.state = NameState::New;
    } else {
        next.state = NameState::Open;
        if (!is_other_kind) next.record = name.record;
        if (!next.record.empty()) next.state = name.state;
    }
    if (is_other_kind) next.topic.clear();
    const bool is_lesson = next.kind != name.kind || next.name != name.name;
    name = std::move(next);
    return is_lesson ? lessons_.of_kind(name) : lessons_.unrefused(name);
}

Outcome PressDecisions::correct(PaperFact& fact, const PressClaimDecision& decision) const {
    base::Errors faults;
    const auto side = [&](const std::string& id, const std::string& field) {
        if ((id == kPaperDocument && field == "subject") || paper_.name(id) != nullptr) return id;
        faults.push_back(fault(ErrorCode::ReferenceUnknown, {{"field", field}, {"id", id}}, "/" + field));
        return std::string();
    };
    if (decision.predicate) {
        const auto predicate = model::from_word<press::Predicate>(*decision.predicate);
        if (predicate) fact.predicate = *predicate;
        if (!predicate) faults.push_back(not_allowed<press::Predicate>(*decision.predicate, "/predicate"));
    }
    if (decision.certainty) {
        const auto certainty = model::from_word<press::Certainty>(*decision.certainty);
        if (certainty) fact.certainty = *certainty;
        if (!certainty) faults.push_back(not_allowed<press::Certainty>(*decision.certainty, "/certainty"));
    }
    if (decision.subject) fact.subject = side(*decision.subject, "subject");
    if (press::takes_value(fact.predicate)) {
        fact.object.clear();
        if (decision.value) fact.value = *decision.value;
        if (fact.value.empty()) faults.push_back(fault(ErrorCode::ValueMissing, {}, "/value"));
        if (is_date(fact.predicate) && !fact.value.empty() && !model::Date::parse(fact.value))
            faults.push_back(fault(ErrorCode::DateInvalid, {{"value", fact.value}}, "/value"));
    } else {
        fact.value.clear();
        if (decision.object) fact.object = side(*decision.object, "object");
        if (fact.object.empty() && faults.empty())
            faults.push_back(fault(ErrorCode::ValueMissing, {}, "/object"));
    }
    if (decision.qualifiers) {
        fact.qualifiers.clear();
        for (const auto& each : *decision.qualifiers) fact.qualifiers.push_back({each.name, each.value});
    }
    if (!faults.empty()) return faults;
    return Done{};
}

void PressDecisions::decided(PaperClaim& claim, PressClaimState state) {
    claim.desk.state = state;
    claim.desk.decided_by = state == PressClaimState::Waiting ? "" : edit_.asker().actor;
    claim.desk.decided =
        state == PressClaimState::Waiting ? 0 : knowledge_.clock().now().time_since_epoch().count();
}

Outcome PressDecisions::accept(PaperClaim& claim, const PressClaimDecision& decision) {
    const PaperFact read = claim.fact;
    const bool is_correction = decision.decision == "correct";
    if (is_correction) {
        if (auto corrected = correct(claim.fact, decision); !corrected) return corrected;
    }
    auto effects = application_.accept(claim);
    if (!effects) return effects.errors();
    claim.effects = std::move(effects).value();
    for (PressEffect& effect : application_.effect_views(claim.effects, PressApplication::Tense::Past))
        report_.effects.push_back(std::move(effect));
    decided(claim, is_correction ? PressClaimState::Corrected : PressClaimState::Accepted);
    ++(is_correction ? report_.corrected : report_.accepted);
    return is_correction ? lessons_.rejected(read) : lessons_.accepted(read);
}

Outcome PressDecisions::reopen(PaperClaim& claim) {
    if (claim.is_accepted()) {
        PressTakingBack taking(knowledge_, edit_, paper_, kept_);
        if (auto taken = taking.take_back({claim.desk.id}); !taken) return taken;
    }
    if (claim.desk.state != PressClaimState::Waiting) ++report_.reopened;
    decided(claim, PressClaimState::Waiting);
    return Done{};
}

Outcome PressDecisions::about_claim(const PressClaimDecision& decision) {
    PaperClaim* claim = paper_.claim(decision.claim);
    if (claim == nullptr) {
        return fault(ErrorCode::RecordNotFound, {{"kind", "press-claim"}, {"id", decision.claim}}, "/claim");
    }
    const bool is_known = decision.decision == "accept" || decision.decision == "correct" ||
                          decision.decision == "reject" || decision.decision == "reopen";
    if (!is_known) {
        return fault(ErrorCode::ValueNotAllowed,
                     {{"value", decision.decision}, {"allowed", "accept, correct, reject, reopen"}},
                     "/decision");
    }
    if (decision.decision == "reopen") return reopen(*claim);
    if (claim->desk.state != PressClaimState::Waiting) {
        return fault(ErrorCode::EditConflict, {{"kind", "press-claim"}, {"id", decision.claim}}, "/claim");
    }
    if (decision.decision != "reject") return accept(*claim, decision);
    decided(*claim, PressClaimState::Rejected);
    ++report_.rejected;
    return lessons_.rejected(claim->fact);
}

}  // namespace kontor::service
