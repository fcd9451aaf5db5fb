// SPDX-License-Identifier: EUPL-1.2
#include "press/name_runs.hpp"

#include <algorithm>
#include <array>

#include "press/context.hpp"
#include "press/name_signs.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kLongestRun = 14;
constexpr std::uint32_t kNearNoun = 3;

template <std::size_t N>
bool any_of(const View& view, std::uint32_t i, const std::array<std::string_view, N>& words) {
    return view.has(i) && holds_word(words, view.tokens[i].key);
}

constexpr auto kEnglishOf = std::to_array<std::string_view>({"of", "for", "on"});
constexpr auto kGermanOf =
    std::to_array<std::string_view>({"für", "fur", "der", "des", "zur", "zu", "am", "im", "von", "in", "an"});
constexpr auto kFrenchOf = std::to_array<std::string_view>(
    {"de", "du", "des", "d'", "l'", "la", "le", "les", "pour", "en", "a", "aux", "au"});
constexpr auto kLoose = std::to_array<std::string_view>(
    {"zentrum",    "centre",   "center",     "network",    "netzwerk", "cluster", "partnership",
     "network",    "platform", "plattform",  "initiative", "park",     "hub",     "gruppe",
     "management", "campus",   "kommission", "alliance",   "council",  "forum",   "federation"});

}  // namespace

NameRuns::NameRuns(const View& view, const Candidates& found)
    : view_(view), taken_(view.size()), places_(view.size()), topics_(view.size()) {
    for (const Candidate& one : found) {
        const bool place = one.kind == EntityKind::Place;
        const bool single = one.end == one.first + 1;
        const bool may_go_on = one.kind == EntityKind::ResearchInstitute && single &&
                               view.is_capital(one.end) && !view.is(one.end, WordClass::LegalForm) &&
                               one.identity.of == Identity::Of::Lexicon;
        const bool part = std::string_view(one.rule) == "compound" || std::string_view(one.rule) == "demonym";
        for (std::uint32_t i = one.first; i < one.end; ++i) {
            if (place && !part) places_[i] = true;
            if (one.kind == EntityKind::Topic) topics_[i] = true;
            if (!place && !may_go_on && !part && one.weight >= 50) taken_[i] = true;
        }
    }
}

bool NameRuns::blocks(std::uint32_t i) const {
    const WordEntry& entry = view_.words[i];
    if (is_taken(i)) return true;
    if (entry.is(WordClass::Month) || entry.is(WordClass::Weekday) || entry.is(WordClass::Title))
        return view_.tokens[i].writing == Writing::Capital;
    return entry.is(WordClass::Role) && view_.language == Language::German && !entry.is(WordClass::Noun);
}

bool NameRuns::starts(std::uint32_t i) const {
    if (!view_.is_capital(i))
        return view_.language == Language::German ? is_odd(i) || is_small_name(i)
                                                  : view_.language == Language::French && is_small_body(i);
    if (blocks(i)) return false;
    if (view_.is(i, WordClass::Currency)) return false;
    // An address has a point behind its sign, "WE@MUSTER" has none.
    const std::size_t at = view_.written(i).find('@');
    const bool is_address =
        at != std::string_view::npos && view_.written(i).find('.', at) != std::string_view::npos;
    return view_.is_striking(i) ? !is_address : !view_.is_small(i);
}

/// A small word with an apostrophe that German does not have: "it's OWL".
bool NameRuns::is_odd(std::uint32_t i) const {
    if (!view_.is_word(i) || view_.tokens[i].key.find('\'') == std::string::npos ||
        view_.tokens[i].key.ends_with('\''))
        return false;
    return view_.same_sentence(i, i + 1) && continues(i + 1);
}

/// "das Cluster muster-bw", "das Netzwerk nanomuster": unknown small words behind the noun that names them.
bool NameRuns::is_small_name(std::uint32_t i) const {
    constexpr std::size_t kLetters = 5;
    if (i == 0 || !view_.is_word(i) || !view_.is(i - 1, WordClass::Noun) || !view_.is_capital(i - 1) ||
        !view_.same_sentence(i - 1, i) || view_.is_small(i) || view_.words[i].classes != 0)
        return false;
    const EntityKind kind = view_.words[i - 1].kind;
    const Key& key = view_.tokens[i].key;
    const bool can_be = (is_organisation(kind) || kind == EntityKind::Project) && key.size() >= kLetters &&
                        !view_.is_capital(i + 1) && !view_.lexicon->is_ordinary(key) &&
                        !view_.lexicon->adjective(key);
    if (!can_be) return false;
    const char last = key.back();
    return key.find('-') != std::string::npos || last == 'y' || last == 'x' || last == 'o' || last == 'a' ||
           last == 'i';
}

/// "ministère de l'Industrie", "ambassade du Canada": French writes the noun small.
bool NameRuns::is_small_body(std::uint32_t i) const {
    static constexpr auto kBodies =
        std::to_array<std::string_view>({"ministere", "ambassade", "consulat", "universite", "prefecture",
                                         "mairie", "chambre", "federation", "agence", "gouvernement"});
    if (view_.has_key(i, "direction") && view_.has_key(i + 1, "generale"))
        return view_.same_sentence(i, i + 2) && view_.is_capital(i + 2) && !is_taken(i + 2);
    if (!any_of(view_, i, kBodies) || blocks(i)) return false;
    std::uint32_t next = i + 1;
    if (is_french_adjective(next)) ++next;  // "ministère marocain de l'Industrie"
    const std::uint32_t of = next;
    while (any_of(view_, next, kFrenchOf) && next < of + 3) ++next;
    return next > of && view_.same_sentence(i, next) && view_.is_capital(next) && !is_taken(next) &&
           !view_.is(next, WordClass::Month);
}

/// By its ending, or because it tells of a country.
bool NameRuns::is_french_adjective(std::uint32_t i) const {
    if (!view_.is_word(i) || view_.tokens[i].writing != Writing::Lower || view_.is_small(i)) return false;
    const Key& key = view_.tokens[i].key;
    if (view_.lexicon->adjective(key) || key == "libre" || key == "maritime" || key == "maritimes")
        return true;
    for (const std::string_view ending :
         {"al",   "ale",  "aux",  "ales", "ique",  "iques", "ien",  "ienne", "eenne", "een",  "aise",
          "ois",  "oise", "elle", "iste", "aire",  "aires", "el",   "els",   "elles", "able", "ive",
          "ives", "ole",  "oles", "eure", "eures", "ains",  "aine", "aines", "and",   "ande"}) {
        if (key.ends_with(ending)) return key.size() > ending.size() + 2;
    }
    return false;
}

bool NameRuns::continues(std::uint32_t i) const {
    return view_.is_capital(i) && !blocks(i) && !(view_.is_small(i) && !view_.is_striking(i));
}

/// "Musterland Farmers' Association".
bool NameRuns::is_body_of_many(std::uint32_t i) const {
    return view_.is(i, WordClass::Noun) && view_.tokens[i].writing == Writing::Capital &&
           view_.words[i].kind == EntityKind::Association;
}

std::uint32_t NameRuns::end_of(std::uint32_t first) const {
    std::uint32_t end = first + 1;
    while (end < first + kLongestRun && view_.same_sentence(first, end)) {
        const Token& token = view_.tokens[end];
        if (continues(end)) {
            ++end;
            continue;
        }
        if (token.kind == TokenKind::Number && token.key.size() <= 3 && token.spaced &&
            token.key.find('.') != std::string::npos && token.key.find('.') == 1) {
            ++end;
            continue;
        }
        const bool of_many =  // "Musters' FOOD"
            (view_.written(end) == "'" || view_.written(end) == "’") && view_.language == Language::English &&
            view_.tokens[end - 1].key.ends_with('s') &&
            (view_.is_striking(end + 1) || is_body_of_many(end + 1));
        const bool joint = view_.is_mark(end, "&") || view_.is_mark(end, "+") || of_many;
        if (joint && view_.same_sentence(first, end + 1) && continues(end + 1)) {
            end += 2;
            continue;
        }
        const std::uint32_t after = over_connector(first, end);
        if (after == 0) break;
        end = after;
    }
    return end_of_fields(view_, first, end);
}

std::uint32_t NameRuns::over_connector(std::uint32_t first, std::uint32_t at) const {
    if (!view_.is_word(at)) return 0;
    if (const std::uint32_t end = english(first, at); end != 0) return end;
    if (const std::uint32_t end = foreign(first, at); end != 0) return end;
    if (view_.language == Language::German) return german(first, at);
    if (view_.language == Language::French) return french(first, at);
    return 0;
}

/// "Vallée des Ailes", "Tecelagem do Ave" in a text of another language.
std::uint32_t NameRuns::foreign(std::uint32_t first, std::uint32_t at) const {
    static constexpr auto kForeign = std::to_array<std::string_view>(
        {"de", "do", "da", "dos", "del", "della", "di", "du", "des", "van", "der"});
    const bool is_german = view_.language == Language::German;
    const bool is_other = any_of(view_, at, kForeign) && view_.language != Language::French &&
                          !(is_german && (view_.has_key(at, "des") || view_.has_key(at, "der") ||
                                          view_.has_key(at, "da") || view_.has_key(at, "du")));
    if (!is_other || !view_.same_sentence(first, at + 1) || !continues(at + 1)) return 0;
    return at + 2;
}

/// "Agency for Science", "Science and Technology Agency", also inside texts of other languages.
std::uint32_t NameRuns::english(std::uint32_t first, std::uint32_t at) const {
    const bool of = any_of(view_, at, kEnglishOf);
    if (of) {
        std::uint32_t next = at + 1;
        if (view_.has_key(next, "the")) ++next;
        // "Center of Excellence for Furniture": behind "of" a second preposition may follow.
        const bool is_second = at >= first + 3 && view_.has_key(at, "for") && view_.has_key(at - 2, "of");
        const bool noun =
            is_second || view_.is(at - 1, WordClass::Noun) || view_.is(at - 1, WordClass::NameHint);
        if (noun && view_.same_sentence(first, next) && continues(next)) return next + 1;
        return 0;
    }
    if (!view_.has_key(at, "and") || !view_.same_sentence(first, at + 1) || !continues(at + 1)) return 0;
    if (view_.is_striking(at - 1) || view_.is_striking(at + 1) || is_place(at - 1) || is_place(at + 1))
        return 0;
    for (std::uint32_t i = first; i < at; ++i) {
        if (any_of(view_, i, kEnglishOf)) return view_.is(at + 1, WordClass::Noun) ? 0 : at + 2;
    }
    for (std::uint32_t i = at + 1; i <= at + kNearNoun && view_.same_sentence(first, i) && continues(i);
         ++i) {
        if (i > at + 1 && view_.is(i, WordClass::Noun) && !view_.is(at - 1, WordClass::Noun)) return at + 2;
    }
    return 0;
}

/// "Institut für Optik und Feinmechanik", "Ministerium für Wirtschaft, Arbeit und Verkehr".
std::uint32_t NameRuns::german(std::uint32_t first, std::uint32_t at) const {
    if (view_.has_key(at, "und") && view_.tokens[at - 1].key.ends_with('-') && continues(at + 1) &&
        view_.is(at + 1, WordClass::Noun))
        return at + 2;
    if (any_of(view_, at, kGermanOf)) {
        if (at == first || !view_.is(at - 1, WordClass::Noun)) return 0;
        const WordEntry& noun = view_.words[at - 1];
        const bool firm = noun.kind == EntityKind::PublicBody || noun.kind == EntityKind::University ||
                          noun.kind == EntityKind::ResearchInstitute || noun.kind == EntityKind::Association;
        const bool strategy = noun.kind == EntityKind::Programme && view_.has_key(at, "des") &&
                              std::string_view(view_.tokens[at - 1].key).ends_with("strategie");
        if ((!firm || (any_of(view_, at - 1, kLoose) && !is_the_centre(at - 1))) && !strategy) return 0;
        if (noun.kind == EntityKind::Association && view_.has_key(at, "in")) return 0;  // where it met
        const bool purpose = view_.has_key(at, "fur") || view_.has_key(at, "zur");
        std::uint32_t next = at + 1;
        while (purpose && next < at + 3 && view_.is_word(next) &&
               view_.tokens[next].writing == Writing::Lower &&
               (!view_.is_small(next) || view_.is(next, WordClass::Article)))
            ++next;
        if (!purpose && !strategy && !is_place(next) && !(view_.has_key(at, "der") && view_.is_capital(next)))
            return 0;
        if (!view_.same_sentence(first, next) || !view_.is_capital(next) || is_taken(next)) return 0;
        std::uint32_t end = next + 1;
        if (strategy && is_place(end)) ++end;
        if (!purpose) return end;
        while (end < first + kLongestRun &&
               view_.same_sentence(first, end + 1)) {  // "… , Arbeit und Verkehr"
            const bool comma = view_.is_mark(end, ",") && view_.is_capital(end + 1) &&
                               (view_.has_key(end + 2, "und") || view_.is_mark(end + 2, ",")) &&
                               noun.kind == EntityKind::PublicBody;
            const bool conjunction = view_.has_key(end, "und") && view_.is_word(end + 1) &&
                                     !is_taken(end + 1) && !view_.is_small(end + 1) &&
                                     !view_.is_striking(end + 1);
            if (comma) {
                end += 2;
            } else if (conjunction && view_.is_capital(end + 1)) {
                return end + 2;
            } else if (conjunction && view_.is_capital(end + 2) &&
                       view_.tokens[end + 1].writing == Writing::Lower) {
                return end + 3;
            } else {
                break;
            }
        }
        return end;
    }
    return 0;
}

/// "das Zentrum für Musterkunde der Universität": with its article and whose it is one of that name.
bool NameRuns::is_the_centre(std::uint32_t noun) const {
    static constexpr auto kDefinite =
        std::to_array<std::string_view>({"das", "dem", "des", "vom", "beim", "am", "zum"});
    return noun > 0 && view_.has_key(noun, "zentrum") && any_of(view_, noun - 1, kDefinite) &&
           view_.has_key(noun + 1, "fur") && !view_.has_key(noun + 2, "die") &&
           (view_.has_key(noun + 3, "der") || view_.has_key(noun + 3, "an") ||
            view_.has_key(noun + 3, "am") ||
            (view_.has(noun + 3) && view_.tokens[noun + 3].kind == TokenKind::BracketOpen));
}

/// A noun with a capital inside a sentence begins a name: "le Cluster solaire marocain".
bool NameRuns::is_named_by(std::uint32_t first) const {
    return view_.is_capital(first) && !view_.begins_sentence(first);
}

/// "Agence nationale de la recherche", "Chambre de commerce et d'industrie de Musterville".
std::uint32_t NameRuns::french(std::uint32_t first, std::uint32_t at) const {
    if (!view_.is(first, WordClass::Noun) && !view_.is(first, WordClass::NameHint)) {
        // "le cluster Octet des Cimes": the noun before tells that a name goes on.
        const auto told = kind_before(view_, first);
        const bool is_name = told && is_organisation(*told) && at == first + 1 &&
                             any_of(view_, at, kFrenchOf) && !view_.has_key(at, "en") &&
                             !view_.has_key(at, "a") && !view_.has_key(at, "pour");
        if (!is_name) return 0;
        const std::uint32_t next = any_of(view_, at + 1, kFrenchOf) ? at + 2 : at + 1;
        return view_.same_sentence(first, next) && continues(next) &&
                       (!is_place(next) || view_.has_key(next, "europe") || view_.has_key(next, "france"))
                   ? next + 1
                   : 0;
    }
    const EntityKind kind = view_.words[first].kind;
    const bool firm = is_organisation(kind) && kind != EntityKind::Company && kind != EntityKind::Cluster;
    const bool is_thing =
        kind == EntityKind::Cluster || kind == EntityKind::Programme || kind == EntityKind::Event;
    if (kind == EntityKind::Cluster && view_.has_key(first, "pole") && at == first + 1 &&
        view_.has_key(at, "de") && view_.has_key(at + 1, "competitivite") &&
        any_of(view_, at + 2, kFrenchOf) && continues(at + 3) && !view_.begins_sentence(first))
        return at + 4;  // "Pôle de compétitivité de Musterville"
    if (is_thing && at == first + 1 && is_french_adjective(at) && is_named_by(first)) return at + 1;
    if (!firm && !(at > first + 1)) {
        return any_of(view_, at, kFrenchOf) && continues(at + 1) && kind == EntityKind::Cluster ? at + 2 : 0;
    }
    const bool behind_of = at > first + 2 && any_of(view_, at - 2, kFrenchOf);  // "de l'énergie solaire"
    if (at == first + 1 || (at == first + 2 && is_french_adjective(at - 1)) || behind_of) {
        if (is_french_adjective(at)) return at + 1;
        if (at == first + 1 && view_.tokens[at].writing == Writing::Lower && !view_.is_small(at)) return 0;
    }
    std::uint32_t next = at;
    if (view_.has_key(at, "et")) ++next;
    const std::uint32_t articles = next;
    while (any_of(view_, next, kFrenchOf) && next < articles + 3) ++next;
    if (next == at || (view_.has_key(at, "et") && next == at + 1 && !view_.is_capital(next))) return 0;
    if (!view_.is_word(next) || !view_.same_sentence(first, next) || is_taken(next)) return 0;
    if (view_.has_key(at, "et") && !view_.is_capital(next) && is_small_body(next)) return 0;
    if (view_.has_key(at, "et") &&
        (view_.is_striking(next) || (view_.is_capital(next) && view_.is(next, WordClass::Noun))))
        return 0;
    if (view_.is_capital(next)) return next + 1;
    const bool is_pronoun =
        next == at + 1 && any_of(view_, at, std::to_array<std::string_view>({"le", "la", "les", "l'"}));
    if (is_pronoun) return 0;  // "la Confédération les aide"
    const bool after_capital = at > first + 1 && view_.is_capital(at - 1) && !view_.has_key(at, "et");
    if (view_.is_small(next) || view_.is(next, WordClass::NameVerb) || after_capital ||
        any_of(view_, at, std::to_array<std::string_view>({"a", "en", "pour", "au", "aux"}))) {
        return view_.has_key(at, "pour") && !view_.is_small(next) ? next + 1 : 0;
    }
    return next + 1;
}

}  // namespace kontor::press
