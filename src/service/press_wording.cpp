// SPDX-License-Identifier: EUPL-1.2
#include "service/press_wording.hpp"

#include <algorithm>

#include "press/predicates.hpp"
#include "service/phrases.hpp"
#include "text/dates.hpp"

namespace kontor::service {
namespace {

using press::Fact;
using press::Predicate;
using press::Qualifier;
using press::Reading;

const Qualifier* find(const Fact& fact, std::string_view name) {
    const auto found = std::ranges::find(fact.qualifiers, name, &Qualifier::name);
    return found == fact.qualifiers.end() ? nullptr : &*found;
}

std::string text_of(const Qualifier& qualifier) {
    if (const auto* text = std::get_if<std::string>(&qualifier.value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&qualifier.value)) return std::to_string(*number);
    return {};
}

bool is_true(const Fact& fact, std::string_view name) {
    const Qualifier* found = find(fact, name);
    const bool* value = found == nullptr ? nullptr : std::get_if<bool>(&found->value);
    return value != nullptr && *value;
}

std::string spoken(const std::string& value, std::string_view language) {
    const auto date = model::Date::parse(value);
    return date ? text::spoken_date(*date, language) : value;
}

bool is_date(Predicate predicate) {
    return predicate == Predicate::Starts || predicate == Predicate::Ends ||
           predicate == Predicate::PhaseStarts;
}

std::string name_of(const Reading& reading, std::uint32_t entity, std::string_view language) {
    if (entity < reading.entities.size()) return reading.entities[entity].name;
    return say(Phrase::PressDocument, language);
}

Phrase pattern_of(const Reading& reading, const Fact& fact) {
    const auto* object = std::get_if<std::uint32_t>(&fact.object);
    const bool is_person = fact.subject < reading.entities.size() &&
                           reading.entities[fact.subject].kind == press::EntityKind::Person;
    const bool is_agreement = object != nullptr && *object < reading.entities.size() &&
                              reading.entities[*object].kind == press::EntityKind::Agreement;
    if (fact.subject == press::kDocument && fact.predicate == Predicate::Starts)
        return Phrase::PressFactStartsItem;
    if (fact.subject == press::kDocument && fact.predicate == Predicate::Ends)
        return Phrase::PressFactEndsItem;
    if (fact.predicate == Predicate::PartnerIn && is_agreement) return Phrase::PressFactPartnerInAgreement;
    if (fact.predicate == Predicate::PartnerIn && is_true(fact, "new")) return Phrase::PressFactPartnerInNew;
    if (fact.predicate == Predicate::MemberOf && is_person) return Phrase::PressFactMemberOfPost;
    const auto known = phrase_from_slug("press-fact-" + std::string(model::word(fact.predicate)));
    return known.value_or(Phrase::PressFactAbout);
}

/// "I", "II" and "2" are said with the word phase, "Konzeptionsphase" without.
bool is_number(const std::string& phase) {
    return phase.find_first_not_of("IVX0123456789") == std::string::npos;
}

std::string details(const Fact& fact, std::string_view language) {
    std::string out;
    const auto add = [&](Phrase phrase, const std::string& value) {
        out += ", " + say(phrase, language, {{"value", value}});
    };
    if (const Qualifier* phase = find(fact, "phase")) {
        const std::string text = text_of(*phase);
        add(is_number(text) ? Phrase::PressDetailPhase : Phrase::PressDetailPhaseNamed, text);
    }
    if (const Qualifier* role = find(fact, "role"); role != nullptr && fact.predicate == Predicate::MemberOf)
        add(Phrase::PressDetailPhaseNamed, text_of(*role));
    if (const Qualifier* since = find(fact, "since"))
        add(is_true(fact, "new") ? Phrase::PressDetailBecame : Phrase::PressDetailSince,
            spoken(text_of(*since), language));
    if (const Qualifier* until = find(fact, "until"))
        add(Phrase::PressDetailUntil, spoken(text_of(*until), language));
    if (is_true(fact, "mutual")) add(Phrase::PressDetailMutual, {});
    if (const Qualifier* order = find(fact, "order")) add(Phrase::PressDetailOrder, text_of(*order));
    if (is_true(fact, "approximate") && find(fact, "bound") == nullptr)
        add(Phrase::PressDetailApproximate, {});
    return out;
}

}  // namespace

std::string fact_object(const Reading& reading, const Fact& fact, std::string_view language) {
    if (const auto* entity = std::get_if<std::uint32_t>(&fact.object))
        return name_of(reading, *entity, language);
    const std::string& value = std::get<std::string>(fact.object);
    if (is_date(fact.predicate)) return spoken(value, language);
    const Qualifier* bound = find(fact, "bound");
    const std::string word = bound == nullptr ? std::string() : text_of(*bound);
    if (word == "over") return say(Phrase::PressDetailOver, language, {{"value", value}});
    if (word == "about") return say(Phrase::PressDetailAbout, language, {{"value", value}});
    if (word == "up-to") return say(Phrase::PressDetailUpTo, language, {{"value", value}});
    return value;
}

std::string fact_sentence(const Reading& reading, const Fact& fact, std::string_view language) {
    const std::string sentence = say(pattern_of(reading, fact), language,
                                     {{"subject", name_of(reading, fact.subject, language)},
                                      {"object", fact_object(reading, fact, language)}}) +
                                 details(fact, language) + ".";
    switch (fact.certainty) {
        case press::Certainty::Stated:
            return sentence;
        case press::Certainty::Implied:
            return say(Phrase::PressImplied, language, {{"sentence", sentence}});
        case press::Certainty::Planned:
            return say(Phrase::PressPlanned, language, {{"sentence", sentence}});
        case press::Certainty::Possible:
            return say(Phrase::PressPossible, language, {{"sentence", sentence}});
    }
    return sentence;
}

}  // namespace kontor::service
