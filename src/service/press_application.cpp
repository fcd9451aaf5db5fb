// SPDX-License-Identifier: EUPL-1.2
#include "service/press_application.hpp"

#include <algorithm>

#include "press/predicates.hpp"
#include "service/account_desk.hpp"
#include "service/import_answers.hpp"
#include "service/phrases.hpp"
#include "service/press_wording.hpp"
#include "text/fold.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::RecordKind;
using press::EntityKind;

model::OrganisationKind organisation_kind(EntityKind kind) {
    using enum model::OrganisationKind;
    if (kind == EntityKind::Cluster) return Cluster;
    if (kind == EntityKind::Company) return Company;
    if (kind == EntityKind::University) return University;
    if (kind == EntityKind::ResearchInstitute) return ResearchInstitute;
    if (kind == EntityKind::Association) return Association;
    if (kind == EntityKind::PublicBody) return PublicBody;
    return Other;
}

/// Of names that stand in the reader's list of bodies (data/press/names.txt).
constexpr std::string_view kRuleKnownBody = "field-name";

bool has_short_form(const std::string& name) {
    constexpr std::size_t kLongest = 24;
    return name.size() <= kLongest && name.find(' ') == std::string::npos;
}

}  // namespace

PressApplication::PressApplication(Knowledge& knowledge, Edit& edit, PressPaper& paper,
                                   const PressSenses& senses)
    : knowledge_(knowledge), edit_(edit), paper_(paper), senses_(senses), edits_(edit, paper) {
    if (paper.item.source.empty()) paper.item.source = press_source_id(paper.item.id);
    edit.set_source(press_source(paper.item));
}

bool PressApplication::has_party(const model::Agreement& agreement, const PaperName& name) const {
    return std::any_of(paper_.claims.begin(), paper_.claims.end(), [&](const PaperClaim& claim) {
        const PaperName* party = claim.fact.object == name.id ? paper_.name(claim.fact.subject) : nullptr;
        return party != nullptr && !party->record.empty() &&
               std::find(agreement.parties.begin(), agreement.parties.end(), party->record) !=
                   agreement.parties.end();
    });
}

Outcome PressApplication::recognise_by_title(PaperName& name, RecordKind kind) {
    const std::string sought = text::folded(name.name);
    std::vector<std::string> found;
    const auto scanned = edit_.view().records.scan(kind, [&](model::Record&& record) {
        const auto* agreement = std::get_if<model::Agreement>(&record);
        const auto* journey = std::get_if<model::Delegation>(&record);
        const model::Texts& titles = agreement != nullptr ? agreement->titles : journey->titles;
        const bool is_called = std::any_of(titles.begin(), titles.end(), [&](const model::Text& title) {
            return text::folded(title.text) == sought;
        });
        // Many agreements are called alike.
        if (is_called && (agreement == nullptr || has_party(*agreement, name)))
            found.push_back(model::id_of(record));
        return true;
    });
    if (!scanned) return scanned;
    if (found.size() != 1) return Done{};
    name.record = found.front();
    name.recognised = name.record;
    name.state = NameState::Known;
    return Done{};
}

Outcome PressApplication::recognise() {
    if (!senses_.find) return Done{};
    for (PaperName& name : paper_.names) {
        const auto kind = record_kind(name.kind);
        if (!kind || name.state != NameState::Open) continue;
        if (*kind == RecordKind::Agreement || *kind == RecordKind::Delegation) {
            if (auto titled = recognise_by_title(name, *kind); !titled) return titled;
        }
        const bool is_sought = *kind == RecordKind::Organisation || *kind == RecordKind::Project ||
                               *kind == RecordKind::Programme;
        if (!is_sought) continue;
        const resolve::NameQuery query{.name = name.name, .aliases = name.aliases, .country = name.country};
        auto found = senses_.find(edit_.view(), *kind, query);
        if (!found) return found.errors();
        std::vector<resolve::Candidate> likely = std::move(found).value();
        std::erase_if(likely, [](const resolve::Candidate& each) {
            return each.verdict == resolve::Verdict::Different;
        });
        if (likely.empty()) continue;
        if (likely.front().verdict == resolve::Verdict::Same) {
            name.record = likely.front().record;
            name.recognised = name.record;
            name.state = NameState::Known;
        } else {
            candidates_[name.id] = std::move(likely);
        }
    }
    return Done{};
}

const std::vector<resolve::Candidate>& PressApplication::candidates(const PaperName& name) const {
    static const std::vector<resolve::Candidate> kNone;
    const auto found = candidates_.find(name.id);
    return found == candidates_.end() ? kNone : found->second;
}

bool PressApplication::is_journey(const PaperName& name) const {
    return std::any_of(paper_.claims.begin(), paper_.claims.end(), [&name](const PaperClaim& claim) {
        return claim.fact.subject == name.id && claim.fact.predicate == press::Predicate::Visits;
    });
}

Result<std::string> PressApplication::make_record(const PaperName& name, const PaperFact& fact) {
    const std::string language = paper_.item.language.size() == 2 ? paper_.item.language : "und";
    const model::Texts texts{{.lang = language, .text = name.name}};
    if (is_organisation(name.kind)) {
        model::Organisation made;
        made.kind = organisation_kind(name.kind);
        made.names = {{.text = name.name, .lang = language}};
        made.country = name.country;
        return edits_.make(std::move(made));
    }
    if (name.kind == EntityKind::Project) {
        model::Project made;
        if (has_short_form(name.name)) made.acronym = name.name;
        made.titles = texts;
        return edits_.make(std::move(made));
    }
    if (name.kind == EntityKind::Programme) {
        model::Programme made;
        if (has_short_form(name.name)) made.short_name = name.name;
        made.names = texts;
        return edits_.make(std::move(made));
    }
    if (name.kind == EntityKind::Agreement) {
        model::Agreement made;
        made.titles = texts;
        // Who agrees makes the agreement theirs.
        if (const PaperName* party = paper_.name(fact.subject);
            party != nullptr && is_organisation(party->kind))
            made.parties = {party->record};
        return edits_.make(std::move(made));
    }
    model::Delegation made;
    made.titles = texts;
    made.organisers = {paper_.item.organisation};
    return edits_.make(std::move(made));
}

Result<PressApplication::Side> PressApplication::side(const std::string& id, const PaperFact& fact) {
    Side out;
    PaperName* name = paper_.name(id);
    out.name = name;
    if (name == nullptr || name->state == NameState::Refused) return out;
    const auto kind = record_kind(name->kind);
    if (!kind) return out;
    if (*kind == RecordKind::Topic) {
        const std::string& topic = name->record.empty() ? name->topic : name->record;
        if (!topic.empty()) out.record = RecordKey{*kind, topic};
        return out;
    }
    if (!name->record.empty()) {
        const auto found = edits_.stored({*kind, name->record});
        if (!found) return found.errors();
        if (found.value()) {
            out.record = RecordKey{*kind, name->record};
            edits_.used(*out.record);
            return out;
        }
    }
    if (name->state != NameState::New && !candidates(*name).empty()) {
        return base::Error{ErrorCode::PressNameOpen,
                           {{"name", name->name}, {"record", candidates(*name).front().name}},
                           {.file = {}, .field = "/claim"},
                           {}};
    }
    // A fair or a conference is no journey, and no record holds it.
    bool is_made = *kind == RecordKind::Delegation ? is_journey(*name) : true;
    // Nor is a body that everybody knows, such as the EU, a new one because the network has no record of it.
    if (name->rule == kRuleKnownBody && name->state != NameState::New) is_made = false;
    if (!is_made || !edits_.may_make(*kind)) return out;
    auto made = make_record(*name, fact);
    if (!made) return made.errors();
    name->record = made.value();
    name->state = NameState::New;
    out.record = RecordKey{*kind, name->record};
    return out;
}

base::Error PressApplication::unfit(const PaperFact& fact, const PaperName& name) const {
    const std::string& language = edit_.asker().language;
    return {ErrorCode::PressClaimUnfit,
            {{"predicate", code_label("desk-predicate", model::word(fact.predicate), language)},
             {"name", name.name},
             {"kind", code_label("desk-kind", model::word(name.kind), language)}},
            {.file = {}, .field = "/claim"},
            {}};
}

Result<std::vector<PaperEffect>> PressApplication::accept(const PaperClaim& claim) {
    edits_.begin(claim);
    if (auto done = apply(claim); !done) return done.errors();
    return edits_.take_effects();
}

Outcome PressApplication::apply(const PaperClaim& claim) {
    const PaperFact& fact = claim.fact;
    const std::string& language = edit_.asker().language;
    if (fact.subject == kPaperDocument) {
        edits_.nothing(say(Phrase::DeskNoneDocument, language));
        return Done{};
    }
    for (const std::string* id : {&fact.subject, &fact.object}) {
        const PaperName* name = paper_.name(*id);
        if (name == nullptr) continue;
        if (name->state == NameState::Refused) {
            edits_.nothing(say(Phrase::DeskNoneRefused, language, {{"name", name->name}}));
            return Done{};
        }
        if (name->kind == EntityKind::Person) {
            edits_.nothing(say(Phrase::DeskNonePerson, language));
            return Done{};
        }
    }
    auto subject = side(fact.subject, fact);
    if (!subject) return subject.errors();
    if (!subject.value().record) {
        const PaperName* name = subject.value().name;
        edits_.nothing(
            say(Phrase::DeskNoneSubject, language, {{"name", name == nullptr ? fact.subject : name->name}}));
        return Done{};
    }
    const bool is_plan =
        fact.certainty == press::Certainty::Planned || fact.certainty == press::Certainty::Possible;
    // A plan is told about its subject; nothing is made for what it speaks of.
    if (is_plan) return state(fact, subject.value(), {.name = paper_.name(fact.object)});
    auto object = side(fact.object, fact);
    if (!object) return object.errors();
    return press::takes_value(fact.predicate) ? describe(fact, subject.value(), object.value())
                                              : relate(fact, subject.value(), object.value());
}

std::string PressApplication::what(const PaperEffect& effect) const {
    const std::string& language = edit_.asker().language;
    const auto kind = model::from_word<RecordKind>(effect.kind);
    if (!kind) return {};
    const auto found = edit_.stored(*kind, effect.id);
    if (!found || !found.value()) return effect.id;
    const model::Record& record = *found.value();
    const bool is_relation = seen_at(record) != RecordKey{*kind, effect.id};
    if (effect.field.empty() || is_relation) return spoken_record(edit_, record);
    return say(
        Phrase::DeskWhatValue, language,
        {{"label", code_label("figure", effect.field, language)}, {"value", spoken_value(edit_, effect)}});
}

PressEffect PressApplication::effect_view(const PaperEffect& effect, Tense tense) const {
    const std::string& language = edit_.asker().language;
    PressEffect out{std::string(model::word(effect.action)), effect.note, {}};
    const auto kind = model::from_word<RecordKind>(effect.kind);
    if (!kind) return out;
    const auto found = edit_.stored(*kind, effect.id);
    const RecordKey key = found && found.value() ? seen_at(*found.value()) : RecordKey{*kind, effect.id};
    out.record = record_ref(edit_, key.first, key.second);
    const base::ErrorArguments words{{"what", what(effect)}, {"record", out.record->name}};
    const bool is_past = tense == Tense::Past;
    const auto phrase = [&] {
        switch (effect.action) {
            case EffectAction::Create:
                return is_past ? Phrase::DeskDidCreate : Phrase::DeskWouldCreate;
            case EffectAction::Change:
                return is_past ? Phrase::DeskDidSet : Phrase::DeskWouldSet;
            case EffectAction::Claim:
                return is_past ? Phrase::DeskDidClaim : Phrase::DeskWouldClaim;
            case EffectAction::Wait:
                return is_past ? Phrase::DeskDidWait : Phrase::DeskWouldWait;
            case EffectAction::Known:
            case EffectAction::None:
                return Phrase::DeskKnown;
        }
        return Phrase::DeskKnown;
    }();
    out.text = say(phrase, language, words);
    return out;
}

std::vector<PressEffect> PressApplication::effect_views(const std::vector<PaperEffect>& effects,
                                                        Tense tense) const {
    std::vector<PressEffect> out;
    for (const PaperEffect& effect : effects) {
        const bool is_shown = effect.action == EffectAction::None || effect.note != kUnspoken;
        if (is_shown) out.push_back(effect_view(effect, tense));
    }
    return out;
}

Result<std::vector<PressClaim>> PressApplication::claim_views(const Utf16Offsets& offsets) {
    const std::string& language = edit_.asker().language;
    const press::Reading reading = paper_.reading();
    const std::vector<PaperName> names = paper_.names;
    std::vector<PressClaim> out;
    for (std::size_t i = 0; i < paper_.claims.size(); ++i) {
        const PaperClaim& claim = paper_.claims[i];
        PressClaim view;
        view.id = claim.desk.id;
        view.text = fact_sentence(reading, reading.facts[i], language);
        view.sentence = offsets.of(claim.fact.sentence);
        view.quote = paper_.quote(claim.fact);
        view.subject = claim.fact.subject;
        view.predicate = model::word(claim.fact.predicate);
        view.predicate_text = code_label("desk-predicate", view.predicate, language);
        view.object = claim.fact.object;
        view.value = claim.fact.value;
        for (const PaperQualifier& each : claim.fact.qualifiers)
            view.qualifiers.push_back(
                {each.name, code_label("desk-qualifier", each.name, language), each.value});
        view.confidence = claim.desk.confidence;
        view.certainty = model::word(claim.fact.certainty);
        view.certainty_text = code_label("desk-certainty", view.certainty, language);
        const bool is_withdrawn = paper_.item.state == model::PressState::Withdrawn && claim.is_accepted();
        view.state = is_withdrawn ? "withdrawn" : std::string(model::word(claim.desk.state));
        view.state_text = code_label("desk-claim", view.state, language);
        if (claim.desk.decided > 0) {
            view.decided_by = claim.desk.decided_by.empty()
                                  ? say(Phrase::DeletedAccount, language)
                                  : actor_name(knowledge_.store(), claim.desk.decided_by, language);
            view.decided = iso_time(claim.desk.decided);
        }
        if (claim.desk.state == model::PressClaimState::Waiting) {
            const auto effects = accept(claim);
            if (effects) {
                view.effects = effect_views(effects.value(), Tense::Future);
            } else {
                view.effects.push_back({"none", base::sentence(effects.errors().front(), language), {}});
            }
            edit_.discard();
            paper_.names = names;
        } else {
            view.effects = effect_views(claim.effects, Tense::Past);
        }
        out.push_back(std::move(view));
    }
    return out;
}

}  // namespace kontor::service
