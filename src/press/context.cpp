// SPDX-License-Identifier: EUPL-1.2
#include "press/context.hpp"

#include "press/labels.hpp"
#include "press/one_of.hpp"

#include <algorithm>
#include <array>

namespace kontor::press {
namespace {

constexpr std::uint32_t kNear = 3;
constexpr std::uint32_t kApposition = 5;

constexpr auto kNaming = std::to_array<std::string_view>(
    {"named",   "called",  "namens", "titled", "entitled",    "intitule",     "nomme",   "baptise",
     "denomme", "wie",     "like",   "as",     "such",        "wie",          "comme",   "tels",
     "que",     "acronym", "name",   "neue",   "europaische", "franzosische", "deutsche"});

constexpr std::uint32_t kSaidWords = 12;  // how far from its subject a verb's second part may stand

// What befalls projects and no organisation, as the words stand in texts without accents.
constexpr auto kSaidOfProjects = std::to_array<std::string_view>(
    {"gefordert",    "kofinanziert", "koordiniert",    "coordinated", "funded",       "cofunded",
     "co-funded",    "bezahlt",      "cofinanced",     "co-financed", "coordonne",    "coordonnee",
     "coordonnera",  "mene",         "pilote",         "pilotera",    "porte",        "cofinance",
     "finance",      "kickoff",      "kick-off",       "laufzeit",    "teilprojekte", "gesamtkosten",
     "gesamtbudget", "leadpartner",  "projektpartner", "duration",    "consortium",   "konsortium"});
// What stands before the name: "the kick-off of X", "im Rahmen von X", "dans le cadre de X".
constexpr auto kBeforeProjects = std::to_array<std::string_view>(
    {"rahmen",     "framework",   "cadre",       "kick-off",      "kickoff",      "auftakt",
     "lancement",  "coordinator", "koordinator", "koordinatorin", "coordinateur", "coordinatrice",
     "konsortium", "consortium",  "laufzeit",    "zuschlag",      "forderantrag", "projektantrag",
     "teil",       "part",        "zahlt",       "lauft",         "acheve",       "demarre",
     "debute",     "startet",     "endet",       "trager",        "tragerin"});
// What heads a list of them: "winners named include X, Y", "ausgewählt wurden X".
constexpr auto kChosen =
    std::to_array<std::string_view>({"winners", "winner", "gewinner", "laureats", "selected", "retenus",
                                     "retenu", "ausgewahlten", "co-funded", "funded", "geforderten"});

constexpr auto kPaid = std::to_array<std::string_view>({"co-funded", "funded", "geforderten"});

// What only somebody does: whose verb this is, is no project.
constexpr auto kDeeds = std::to_array<std::string_view>({"participated",
                                                         "participates",
                                                         "presented",
                                                         "presents",
                                                         "organised",
                                                         "organises",
                                                         "hosted",
                                                         "hosts",
                                                         "joined",
                                                         "joins",
                                                         "signed",
                                                         "signs",
                                                         "announced",
                                                         "announces",
                                                         "coordinates",
                                                         "leads",
                                                         "led",
                                                         "visited",
                                                         "welcomes",
                                                         "welcomed",
                                                         "invites",
                                                         "leitet",
                                                         "ladt",
                                                         "lud",
                                                         "organisiert",
                                                         "prasentiert",
                                                         "prasentierte",
                                                         "unterzeichnet",
                                                         "unterzeichnete",
                                                         "besucht",
                                                         "empfangt",
                                                         "empfing",
                                                         "begrusst",
                                                         "beteiligt",
                                                         "participe",
                                                         "coordonne",
                                                         "pilote",
                                                         "signe",
                                                         "rejoint",
                                                         "accueille",
                                                         "organise",
                                                         "presente",
                                                         "annonce",
                                                         "invite",
                                                         "coopere"});

constexpr auto kAgents = std::to_array<std::string_view>({"von", "vom", "durch", "by", "par"});

template <std::size_t N>
bool is_one_of(const View& view, std::uint32_t i, const std::array<std::string_view, N>& words) {
    return holds_word(words, view.tokens[i].key);
}

/// A mark that ends what is said of a name; commas do not.
bool is_end(const View& view, std::uint32_t i) {
    return view.is_mark(i, ";") || view.is_mark(i, ":");
}

/// "finance des projets" is what somebody does, "financé" what happens to a project.
bool is_active_french(const View& view, std::uint32_t i) {
    const std::string_view written = view.written(i);
    return view.language == Language::French && written.find("é") == std::string_view::npos &&
           (view.tokens[i].key == "finance" || view.tokens[i].key == "cofinance" ||
            view.tokens[i].key == "coordonne" || view.tokens[i].key == "mene" ||
            view.tokens[i].key == "pilote" || view.tokens[i].key == "porte");
}

/// "von A, B und X koordiniert": the name is who does it.
bool is_agent(const View& view, std::uint32_t first) {
    for (std::uint32_t i = first; i-- > 0 && view.same_sentence(i, first);) {
        if (is_one_of(view, i, kAgents)) return true;
        const bool listed = view.is_capital(i) || view.is(i, WordClass::Conjunction) ||
                            view.is_mark(i, ",") || view.is(i, WordClass::Article);
        if (!listed) return false;
    }
    return false;
}

/// "le cluster wallon X", "la grappe québécoise X".
bool is_adjective_of_place(const View& view, std::uint32_t i) {
    if (view.language != Language::French || !view.is_word(i) || view.tokens[i].writing != Writing::Lower ||
        view.is_small(i) || i == 0 || !view.is(i - 1, WordClass::Noun))
        return false;
    const std::string_view key = view.tokens[i].key;
    return std::ranges::any_of(
        std::to_array<std::string_view>({"ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "on",
                                         "onne", "and", "ande", "ard", "arde", "que", "ol", "ole"}),
        [&](std::string_view ending) { return key.size() > ending.size() + 2 && key.ends_with(ending); });
}

bool passes(const View& view, std::uint32_t i) {
    return is_one_of<kNaming>(view.tokens[i].key);
}

}  // namespace

EntityKind noun_kind(const View& view, std::uint32_t i) {
    const bool joined =
        i >= 2 && view.same_sentence(i - 2, i) && (view.has_key(i - 1, "a") || view.has_key(i - 1, "for"));
    for (const std::string_view call : {"appel", "appels", "call", "calls"}) {
        if (joined && view.has_key(i - 2, call)) return EntityKind::Programme;
    }
    return view.words[i].kind;
}

namespace {

/// "last week X welcomed": no event of that name.
bool is_time(const View& view, std::uint32_t i) {
    const bool is_week = view.has_key(i, "week") || view.has_key(i, "woche") || view.has_key(i, "semaine") ||
                         view.has_key(i, "day") || view.has_key(i, "days");
    return is_week && view.tokens[i].writing == Writing::Lower;
}

/// "échange de groupe X", "en groupe": no firm.
bool is_group(const View& view, std::uint32_t i) {
    return view.has_key(i, "groupe") && i > 0 && (view.has_key(i - 1, "de") || view.has_key(i - 1, "en"));
}

/// A form of "to be" or "to have": a sentence begins.
bool is_being(const View& view, std::uint32_t i) {
    static constexpr auto kBeing = std::to_array<std::string_view>(
        {"est", "sont",  "sera", "seront", "etait", "etaient", "serait", "fut",  "a",   "ont",
         "is",  "are",   "was",  "were",   "will",  "has",     "have",   "had",  "ist", "sind",
         "war", "waren", "wird", "werden", "wurde", "wurden",  "hat",    "haben"});
    return view.has(i) && view.same_sentence(i - 1, i) && is_one_of(view, i, kBeing);
}

/// "le projet régional X", "le cluster logiciel savoyard X": adjectives stand behind the noun.
bool is_french_adjective(const View& view, std::uint32_t i) {
    if (view.language != Language::French || i == 0 || !view.is_word(i)) return false;
    const bool is_heading = view.sentences[view.tokens[i].sentence].kind == SentenceKind::Heading;
    if (view.is_small(i) || view.is(i, WordClass::NameVerb) ||
        (view.tokens[i].writing != Writing::Lower && (!is_heading || !view.is(i - 1, WordClass::Noun))))
        return false;
    static constexpr auto kEndings = std::to_array<std::string_view>(
        {"al",   "ale",  "el",  "elle", "ien", "ienne", "ais", "aise", "ois", "oise", "eux", "if", "ive",
         "ique", "aire", "iel", "ant",  "een", "eenne", "ard", "arde", "on",  "in",   "ine", "e"});
    const Key& key = view.tokens[i].key;
    return key.size() > 4 &&
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return key.ends_with(ending); });
}

}  // namespace

namespace {

/// "In the project X was in charge of …": X does something in a project named before.
bool acts_in_project(const View& view, std::uint32_t noun, std::uint32_t first) {
    static constexpr auto kDoes =
        std::to_array<std::string_view>({"was", "is", "has", "had", "led", "leads", "took", "takes", "will"});
    const bool is_frame = view.language == Language::English && first == noun + 1 && noun >= 2 &&
                          view.has_key(noun, "project") && view.has_key(noun - 1, "the") &&
                          view.has_key(noun - 2, "in") && view.begins_sentence(noun - 2);
    return is_frame && view.has(first + 1) && view.same_sentence(first, first + 1) &&
           is_one_of<kDoes>(view.tokens[first + 1].key);
}

}  // namespace

std::optional<EntityKind> kind_before(const View& view, std::uint32_t first) {
    for (std::uint32_t back = 1; back <= kNear && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first)) return std::nullopt;
        if (view.is_mark(i, ":") && label_of(view.tokens, view.sentences[view.tokens[i].sentence]))
            return std::nullopt;  // "Partners in the project: X"
        if (view.is(i, WordClass::Noun)) {
            const bool connected =
                back > 1 && view.is(first - 1, WordClass::Connector) && !passes(view, first - 1);
            // "Muster Cluster: „X“ …": the noun is the end of another name.
            const bool is_others = back > 1 && view.is_mark(i + 1, ":") && i > 0 && view.is_capital(i - 1) &&
                                   view.same_sentence(i - 1, i) && is_organisation(view.words[i].kind);
            if (connected || is_others || is_time(view, i) || is_group(view, i) ||
                acts_in_project(view, i, first))
                return std::nullopt;
            return noun_kind(view, i);
        }
        const TokenKind kind = view.tokens[i].kind;
        const bool quote = kind == TokenKind::QuoteOpen || view.is_mark(i, ":");
        if (!quote && !(view.is_word(i) && passes(view, i)) && !is_adjective_of_place(view, i) &&
            !is_french_adjective(view, i))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<EntityKind> kind_after(const View& view, std::uint32_t end) {
    std::uint32_t i = end;
    if (view.has(i) && view.tokens[i].kind == TokenKind::QuoteClose) ++i;
    if (!view.same_sentence(end - 1, i)) return std::nullopt;
    if (view.language != Language::French && view.is(i, WordClass::Noun)) return view.words[i].kind;
    const bool copula = view.has_key(i, "ist") || view.has_key(i, "is") || view.has_key(i, "est");
    if (!copula && !view.is_mark(i, ",")) return std::nullopt;
    ++i;
    const bool article = view.is(i, WordClass::Article) || view.has_key(i, "als") ||
                         (!copula && view.is(i, WordClass::NumberWord));
    if (!article && !(view.language == Language::French && view.is(i, WordClass::Noun))) return std::nullopt;
    if (view.is(i, WordClass::Article)) ++i;  // "a" is a preposition of French as well
    for (std::uint32_t step = 0; step < kApposition && view.same_sentence(end - 1, i); ++step, ++i) {
        if (view.is(i, WordClass::Noun)) {
            // "according to X, a mission is planned": the noun is the subject of what follows.
            const bool is_subject = !copula && is_being(view, i + 1);
            return is_subject ? std::nullopt : std::optional(view.words[i].kind);
        }
        if (!view.is_word(i) || view.is(i, WordClass::Preposition) || view.is(i, WordClass::NameVerb))
            return std::nullopt;
        if (view.language != Language::German && step > 0 && view.is_small(i) &&
            !view.is(i, WordClass::Article))
            return std::nullopt;
    }
    return std::nullopt;
}

namespace {

/// "dem finnischen X", "the Finnish X", "le finlandais X": a project has no nationality.
bool has_nationality(const View& view, std::uint32_t first) {
    if (first < 2 || !view.same_sentence(first - 2, first) || !view.is_word(first - 1)) return false;
    const auto adjective = view.lexicon->adjective(view.tokens[first - 1].key);
    const bool is_led = view.is(first - 2, WordClass::Article) ||
                        view.is(first - 2, WordClass::Preposition) ||
                        view.is(first - 2, WordClass::Conjunction) || view.is_mark(first - 2, ",");
    return adjective && is_led && !view.lexicon->names()[*adjective].country.empty();
}

}  // namespace

bool has_origin(const View& view, std::uint32_t first, std::uint32_t end) {
    const auto is_area = [&](std::uint32_t i) {
        return view.is_capital(i) && (view.lexicon->is_place(view.tokens[i].key) ||
                                      view.lexicon->adjective(view.tokens[i].key).has_value());
    };
    const bool from = view.has_key(end, "from") || view.has_key(end, "aus") || view.has_key(end, "of") ||
                      view.has_key(end, "in");
    if (from && (is_area(end + 1) || (view.has_key(end + 1, "the") && is_area(end + 2)))) return true;
    const bool apart =
        view.is_mark(end, ",") &&
        (view.has_key(end + 1, "de") || view.has_key(end + 1, "from") || view.has_key(end + 1, "aus"));
    if (apart && is_area(end + 2)) return true;  // "MUST, de Musterville"
    if (view.has(end) && view.tokens[end].kind == TokenKind::BracketOpen && is_area(end + 1) &&
        (view.tokens[end].partner == end + 2 || view.is_mark(end + 2, ",")))
        return true;
    return (first >= 2 && view.has_key(first - 1, "'s") && is_area(first - 2)) ||
           has_nationality(view, first);
}

bool is_plural_project(const View& view, std::uint32_t i) {
    return view.has(i) &&
           is_one_of(view, i,
                     std::to_array<std::string_view>({"projects", "projekte", "projekten", "projets"}));
}

/// "the EU-funded X", "das BMBF-geförderte X".
bool is_paid_for(const Key& key) {
    for (const std::string_view end : {"-funded", "-backed", "-financed", "-sponsored", "-supported",
                                       "-geforderte", "-geforderten", "-finanzierte", "-finanzierten"}) {
        if (key.ends_with(end)) return true;
    }
    return false;
}

int project_signs(const View& view, std::uint32_t first, std::uint32_t end) {
    if (has_origin(view, first, end)) return 0;  // "GAMMA from Spain" is somebody
    int signs = 0;
    const bool acts = view.has(end) && view.same_sentence(first, end) && is_one_of(view, end, kDeeds);
    if (acts) return 0;
    const std::uint32_t said = is_agent(view, first) ? 0 : kSaidWords;
    for (std::uint32_t i = end; i < end + said && view.has(i) && view.same_sentence(first, i); ++i) {
        if (is_end(view, i)) break;
        // Another name takes what follows for itself.
        const bool another = view.is_striking(i) && !view.is(i, WordClass::LegalForm) && i > end &&
                             !view.is_mark(i - 1, ",") && !view.is(i - 1, WordClass::Conjunction) &&
                             !view.is(i - 1, WordClass::Preposition);
        if (another) break;
        if (is_one_of(view, i, kSaidOfProjects) && !is_active_french(view, i)) {
            ++signs;
            break;
        }
    }
    for (std::uint32_t back = 1; back <= 2 && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first)) break;
        if (is_one_of(view, i, kBeforeProjects)) ++signs;
        if (!view.is(i, WordClass::Preposition) && !view.is_small(i)) break;
    }
    if (first > 0 && view.same_sentence(first - 1, first) && is_paid_for(view.tokens[first - 1].key)) ++signs;
    const std::uint32_t begin = view.sentences[view.tokens[first].sentence].first;
    for (std::uint32_t i = first; i-- > begin && !is_end(view, i);) {
        if (is_one_of(view, i, kChosen) && (!is_one_of(view, i, kPaid) || is_plural_project(view, i + 1))) {
            ++signs;
            break;
        }
    }
    return signs;
}

bool says_of_projects(const View& view, std::uint32_t from) {
    for (std::uint32_t i = from; view.same_sentence(from, i); ++i) {
        if (is_one_of(view, i, kSaidOfProjects) && !is_active_french(view, i)) return true;
    }
    return false;
}

bool has_article(const View& view, std::uint32_t first) {
    for (std::uint32_t back = 1; back <= kNear && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first) || !view.is_word(i)) return false;
        if (view.is(i, WordClass::Article)) return true;
        for (const std::string_view one :
             {"im", "am", "zum", "zur", "vom", "beim", "ins", "seine", "ihre", "unsere", "diese", "dieser",
              "dieses", "kein", "keine", "jede", "viele", "mehr"}) {
            if (view.has_key(i, one)) return true;
        }
        const bool adjective = view.tokens[i].writing == Writing::Lower && !view.is_small(i);
        if (!adjective) return false;
    }
    return false;
}

bool is_organisation(EntityKind kind) {
    switch (kind) {
        case EntityKind::Cluster:
        case EntityKind::Company:
        case EntityKind::University:
        case EntityKind::ResearchInstitute:
        case EntityKind::Association:
        case EntityKind::PublicBody:
        case EntityKind::Organisation:
            return true;
        case EntityKind::Project:
        case EntityKind::Programme:
        case EntityKind::Event:
        case EntityKind::Agreement:
        case EntityKind::Person:
        case EntityKind::Place:
        case EntityKind::Topic:
            return false;
    }
    return false;
}

}  // namespace kontor::press
