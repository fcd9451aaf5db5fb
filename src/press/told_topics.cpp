// SPDX-License-Identifier: EUPL-1.2
// Topics that no list knows: the noun phrases behind words that lead to them, in an enumeration, over a colon
// if one follows ("porteront sur trois axes : A, B et C").
#include <algorithm>
#include <array>
#include <unordered_map>

#include "press/candidates.hpp"

namespace kontor::press {
namespace {

constexpr int kToldWeight = 39;      // below the vocabulary, which knows what it names
constexpr int kLongToldWeight = 43;  // more words than one: the whole phrase goes before a part of it
constexpr std::uint32_t kItems = 12;
constexpr std::uint32_t kItemWords = 9;
constexpr std::uint32_t kToColon = 8;

/// Words in a row; "*" at the end of one for any ending.
constexpr auto kLeading = std::to_array<std::string_view>(
    {// German
     "im mittelpunkt stehen", "im mittelpunkt steht", "im mittelpunkt standen", "im mittelpunkt stand",
     "im fokus stehen", "im fokus steht", "im fokus standen", "im fokus liegen", "im zentrum stehen",
     "im zentrum steht", "es um", "geht es um", "ging es um", "es geht um", "es ging um", "dreht sich um",
     "drehen sich um", "befasst sich mit", "befassen sich mit", "befasste sich mit", "sich mit",
     "beschaftigt sich mit", "widmet sich", "widmen sich", "widmete sich", "arbeitsgruppe* zu",
     "arbeitsgruppe* zur", "arbeitsgruppe* zum", "konzentriert sich auf", "konzentrieren sich auf",
     "fokussiert sich auf", "fokussiert auf", "schwerpunkte sind", "schwerpunkte waren", "schwerpunkt ist",
     "schwerpunkt war", "schwerpunkte bilden", "themen waren", "entwickelt", "entwickeln", "entwickelte",
     "schwerpunkte liegen auf", "schwerpunkt liegt auf", "schwerpunkt auf", "spezialisiert auf", "thema ist",
     "themen sind", "themen wie", "technologien wie", "rund um", "setzt auf", "setzen auf", "losungen in",
     "empfehlungen fur", "leitfaden fur", "leitlinien fur", "strategie* fur", "konzept* fur", "roadmap fur",
     "felder sind", "kompetenzfelder sind", "anwendungsfelder sind", "bereiche sind", "branchen sind",
     "losungen fur", "losungen zur", "losungen zum", "ansatze fur", "technologien fur", "verfahren zur",
     "verfahren fur", "zum thema", "zu den themen", "erforscht", "erforschen", "untersucht", "untersuchen",
     "erprobt", "erproben", "arbeitspaket zu", "vortrag* uber", "workshop* zu", "vereinbarung* uber",
     "vereinbarung* zu", "vereinbarung* zur", "vereinbarung* zum", "abkommen uber", "abkommen zur",
     "memorandum zur", "absichtserklarung* zu", "absichtserklarung* zur", "absichtserklarung* zum",
     "austausch uber", "austausch zu", "zusammenarbeit bei", "kooperation bei", "auf der agenda steh*",
     "auf der agenda stand*", "betrifft", "betreffen", "betraf", "betrafen", "einer der schwerpunkte ist",
     "ein schwerpunkt ist", "ein schwerpunkt war", "schwerpunkt bildet", "schwerpunkt bildete", "im zeichen",
     "dreht sich alles um", "drehte sich alles um", "drehten sich um", "drehte sich um", "handelt von",
     "handelte von", "behandelt", "behandelte", "behandelten", "widmeten sich", "spezialisten fur",
     "spezialist fur", "experten fur", "ausgerichtet auf",
     // English
     "focus* on", "concentrat* on", "centre* on", "center* on", "deal* with", "dealt with", "investigat*",
     "explor*", "addresses", "addressing", "work package on", "working group* on", "workshop* on", "works on",
     "working on", "topics such as", "develop*", "topics were", "working on", "topics include", "s' agit de",
     "covers", "cover", "covering", "all about", "topics are", "themes such as", "areas such as",
     "areas include", "areas are", "fields are", "fields include", "sectors are", "specialities are",
     "specialties are", "strengths are", "fields of", "field of", "areas of", "area of", "specialis* in",
     "specializ* in", "dedicated to", "priorities are", "priorities include", "technologies such as",
     "research* into", "expertise in", "suppliers of", "makers of", "manufacturers of", "producers of",
     "applications for", "solutions for", "solutions in", "technologies for", "projects on", "project on",
     "training in", "challenges in", "aims to build", "aims to create", "aims to establish",
     "aims to strengthen", "aims to improve", "aims to boost", "aims to promote", "aims to advance",
     "aims to foster", "memorandum on", "understanding on", "mou on", "agreement* on", "letter of intent on",
     "declaration on", "cooperation on", "co-operation on", "collaboration on", "cooperate on",
     "collaborate on", "exchange on", "recommendations for", "recommendations on", "guidelines for",
     "guidelines on", "strateg* for", "roadmap* for", "devoted to", "agenda are", "agenda were",
     "agenda include*", "priorities is", "priority is", "main theme is", "revolve* around", "tackl*",
     "seminar* on", "session* on", "lecture* on", "panel* on", "talk* on", "experts in", "expert in",
     "leader in", "leaders in", "active in", "know-how in", "specialists in", "specialist in",
     "competence* in", "advances in", "innovations in",
     // French
     "recommandations pour", "recommandations sur", "strategie* pour", "feuille de route pour", "porte sur",
     "portent sur", "porteront sur", "portera sur", "portait sur", "portaient sur", "axe* sur", "concerne",
     "concernent", "s' interesse a", "s' interessent a", "consacre* a", "consacree* au", "consacre* au",
     "consacre* aux", "dedie* a", "dedie* au", "dedie* aux", "dediee* aux", "specialise* dans",
     "specialisee* dans", "specialise* en", "dans le domaine de", "dans le domaine du", "dans le domaine des",
     "dans les domaines de", "dans les domaines du", "autour de", "autour du", "autour des",
     "se concentre sur", "concentrent sur", "accord vise", "projet vise", "atelier sur", "theme de",
     "themes de", "etudie", "etudient", "developpe", "developpent", "thematique de",
     "domaines d' action sont", "domaines d' activite sont", "domaines sont", "priorites sont",
     "vise a developper", "vise a creer", "vise a renforcer", "vise a ameliorer", "vise a promouvoir",
     "vise a structurer", "objectif de developper", "objectif de creer", "objectif de renforcer",
     "accord sur", "accords sur", "accord de cooperation sur", "convention sur", "entente sur",
     "protocole d' accord sur", "accord de partenariat sur", "lettre d' intention sur", "cooperation sur",
     "collaboration sur", "echanges sur", "les acteurs de", "les acteurs du", "solutions pour", "projets sur",
     "projet sur", "technologies pour", "traite de", "traite du", "traite des", "traite d'", "traitent de",
     "traitent du", "traitent des", "traitait de", "traitait du", "traitait des", "traitaient de",
     "traitaient du", "traitaient des", "traitera de", "traitera du", "traitera des", "pour theme",
     "pour themes", "pour thematique", "aborde", "abordent", "abordera", "abordait", "passe en revue",
     "expert* en", "expertise en", "competences en", "savoir-faire en", "specialiste* de", "specialiste* du",
     "specialiste* des", "specialiste* en", "en matiere de", "en matiere d'", "autour d'",
     "dans le domaine d'", "dans les domaines des", "dans les domaines d'", "dans le secteur de",
     "dans le secteur du", "dans le secteur des", "dans les secteurs de", "dans les secteurs du",
     "dans les secteurs des", "ateliers sur", "seminaire* sur", "table* ronde* sur", "les acteurs des"});

/// Nouns that only lead to what they are for: "models for A", "défis de la B".
constexpr auto kGeneric = std::to_array<std::string_view>({"ansatze",      "ansatzen",
                                                           "approaches",   "approches",
                                                           "aspects",      "aspekte",
                                                           "aspekten",     "chancen",
                                                           "challenges",   "concepts",
                                                           "defis",        "enjeux",
                                                           "fragen",       "herausforderungen",
                                                           "ideas",        "ideen",
                                                           "idees",        "issues",
                                                           "konzepte",     "konzepten",
                                                           "losungen",     "methoden",
                                                           "methodes",     "methods",
                                                           "modele",       "modeles",
                                                           "modelle",      "modellen",
                                                           "models",       "moglichkeiten",
                                                           "opportunites", "opportunities",
                                                           "perspektiven", "perspectives",
                                                           "pistes",       "possibilites",
                                                           "potenziale",   "questions",
                                                           "solutions",    "strategien",
                                                           "strategies",   "themen",
                                                           "trends",       "ways",
                                                           "wege",         "wegen"});

/// Colons behind these lead to topics as well.
constexpr auto kColonNouns = std::to_array<std::string_view>({"axes",
                                                              "axe",
                                                              "domaines",
                                                              "thematiques",
                                                              "themes",
                                                              "chantiers",
                                                              "volets",
                                                              "arbeitsfelder",
                                                              "themenfelder",
                                                              "schwerpunkte",
                                                              "schwerpunkten",
                                                              "handlungsfelder",
                                                              "handlungsfeldern",
                                                              "arbeitsfeldern",
                                                              "themen",
                                                              "bereiche",
                                                              "felder",
                                                              "verfahren",
                                                              "topics",
                                                              "areas",
                                                              "themes",
                                                              "fields",
                                                              "priorities",
                                                              "strands",
                                                              "priorites",
                                                              "technologien",
                                                              "technologies",
                                                              "anwendungsfelder",
                                                              "anwendungen",
                                                              "applications",
                                                              "forschungsfelder",
                                                              "secteurs",
                                                              "sectors",
                                                              "sektoren"});

constexpr auto kStops = std::to_array<std::string_view>(
    {"which",  "that",  "who",     "whose", "while",  "when", "where", "because",  "as",      "with",
     "during", "until", "qui",     "que",   "qu'",    "dont", "ou",    "lorsque",  "tandis",  "afin",
     "ainsi",  "wie",   "die",     "der",   "das",    "dem",  "wobei", "wenn",     "dass",    "sowie",
     "is",     "are",   "was",     "were",  "has",    "have", "will",  "can",      "est",     "sont",
     "ont",    "a",     "to",      "und",   "and",    "et",   "ou",    "or",       "oder",    "par",
     "by",     "bei",   "through", "via",   "depuis", "seit", "ab",    "zwischen", "between", "entre"});
constexpr auto kInside = std::to_array<std::string_view>(
    {"von", "der", "des",     "fur",  "aus",  "auf", "per",  "mit", "im",  "in",  "of",
     "for", "on",  "without", "ohne", "de",   "du",  "d'",   "la",  "le",  "les", "l'",
     "en",  "au",  "aux",     "pour", "sans", "the", "from", "zur", "zum", "a"});
constexpr auto kAnds =
    std::to_array<std::string_view>({"und", "sowie", "and", "et", "ou", "or", "oder", "bzw"});

template <std::size_t N>
bool stands_in(const std::array<std::string_view, N>& list, std::string_view key) {
    return std::ranges::find(list, key) != list.end();
}

/// The leading words by the first two letters of the first.
class LeadingWords {
public:
    LeadingWords() {
        for (const std::string_view phrase : kLeading) by_letters_[phrase.substr(0, 2)].push_back(phrase);
    }
    [[nodiscard]] std::span<const std::string_view> beginning_with(std::string_view key) const {
        const auto found = by_letters_.find(key.substr(0, 2));
        return found == by_letters_.end() ? std::span<const std::string_view>() : found->second;
    }

private:
    std::unordered_map<std::string_view, std::vector<std::string_view>> by_letters_;
};

class ToldTopics {
public:
    ToldTopics(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (view_.is_mark(i, ":") && counts_fields(i)) listed(i + 1, true);
            if (const std::uint32_t first = fronted(i); first < i)
                items(first, view_.tokens[i].sentence, true);
            if (view_.is_word(i) && view_.tokens[i].key.starts_with("spezialisiert")) specialised(i);
            if (const std::uint32_t aim = aimed(i)) listed(aim, false);
            if (const std::uint32_t end = leads(i)) listed(behind(over_infinitive(end)), false);
        }
    }

private:
    /// "three fields:", "Drei Themen standen im Mittelpunkt:", "Trois volets sont prévus :".
    [[nodiscard]] bool counts_fields(std::uint32_t colon) const {
        constexpr std::uint32_t kBefore = 5;
        for (std::uint32_t i = colon; i-- > 0 && colon - i <= kBefore && view_.same_sentence(i, colon);) {
            if (!view_.is_word(i) && !view_.is_number(i)) return false;
            if (!stands_in(kColonNouns, view_.tokens[i].key)) continue;
            return i + 1 == colon ||
                   (i > 0 && (view_.is(i - 1, WordClass::NumberWord) || view_.is_number(i - 1)));
        }
        return false;
    }

    /// "P soll A und B entwickeln", "soll A aufgebaut werden": where the object begins; 0: it is no such
    /// clause.
    [[nodiscard]] std::uint32_t aimed(std::uint32_t modal) const {
        constexpr auto kModals =
            std::to_array<std::string_view>({"soll", "sollen", "will", "wollen", "mochte", "mochten"});
        constexpr auto kGoals = std::to_array<std::string_view>(
            {"aufbauen",   "aufgebaut",  "ausbauen",    "ausgebaut", "entstehen",   "entwickeln",
             "entwickelt", "erforschen", "erforscht",   "erproben",  "erprobt",     "etablieren",
             "etabliert",  "fordern",    "schaffen",    "starken",   "untersuchen", "untersucht",
             "verbessern", "verbessert", "vorantreiben"});
        constexpr std::uint32_t kClause = 14;
        if (view_.language != Language::German || !view_.is_word(modal) ||
            !stands_in(kModals, view_.tokens[modal].key) || view_.has_key(modal + 1, "die") ||
            view_.has_key(modal + 1, "der") || view_.has_key(modal + 1, "das"))
            return 0;  // "wollen die Partner": who wants it
        for (std::uint32_t i = modal + 2; i < modal + kClause && view_.same_sentence(modal, i); ++i) {
            if (view_.tokens[i].kind == TokenKind::Mark && !view_.is_mark(i, ",") && !view_.is_mark(i, "-"))
                return 0;
            if (stands_in(kGoals, view_.tokens[i].key)) return modal + 1;
        }
        return 0;
    }

    /// "A and B are the main fields", "A et B sont les deux domaines": where the list begins; `verb`: it is
    /// no such verb.
    [[nodiscard]] std::uint32_t fronted(std::uint32_t verb) const {
        constexpr auto kVerbs = std::to_array<std::string_view>(
            {"are", "were", "sind", "waren", "bilden", "bildeten", "sont", "etaient", "seront"});
        constexpr std::uint32_t kAdjectives = 3;
        constexpr std::uint32_t kList = 14;
        if (!view_.is_word(verb) || !stands_in(kVerbs, view_.tokens[verb].key) ||
            !view_.is(verb + 1, WordClass::Article))
            return verb;
        bool has_fields = false;
        for (std::uint32_t i = verb + 2; i <= verb + 2 + kAdjectives && view_.same_sentence(verb, i); ++i)
            has_fields = has_fields || stands_in(kColonNouns, view_.tokens[i].key);
        std::uint32_t first = verb;
        while (first > 0 && view_.same_sentence(first - 1, verb) && verb - first <= kList) --first;
        const bool is_whole = first == 0 || !view_.same_sentence(first - 1, verb);
        bool is_list = false;
        for (std::uint32_t i = first; i < verb; ++i)
            is_list = is_list || stands_in(kAnds, view_.tokens[i].key);
        return has_fields && is_whole && is_list ? first : verb;
    }

    /// "ist auf A und B spezialisiert".
    void specialised(std::uint32_t word) {
        constexpr std::uint32_t kBefore = 12;
        for (std::uint32_t i = word; i-- > 0 && word - i < kBefore && view_.same_sentence(i, word);) {
            if (view_.has_key(i, "auf")) return listed(i + 1, false);
        }
    }

    /// The end of leading words at `i`, 0: none.
    [[nodiscard]] std::uint32_t leads(std::uint32_t i) const {
        if (!view_.is_word(i)) return 0;
        static const LeadingWords kWords;
        std::uint32_t best = 0;
        for (const std::string_view phrase : kWords.beginning_with(view_.tokens[i].key)) {
            if (const std::uint32_t end = matches(i, phrase); end > best) best = end;
        }
        return best;
    }
    [[nodiscard]] std::uint32_t matches(std::uint32_t i, std::string_view phrase) const {
        while (true) {
            const std::size_t space = phrase.find(' ');
            std::string_view word = phrase.substr(0, space);
            if (!view_.has(i)) return 0;
            const std::string& key = view_.tokens[i].key;
            const bool is_open = word.ends_with('*');
            if (is_open) word.remove_suffix(1);
            if (is_open ? !key.starts_with(word) : key != word) return 0;
            ++i;
            if (space == std::string_view::npos) return i;
            phrase.remove_prefix(space + 1);
        }
    }

    /// "il s'agit de modéliser des A": the verb stands between.
    [[nodiscard]] std::uint32_t over_infinitive(std::uint32_t i) const {
        if (view_.language != Language::French || !view_.is_word(i) || view_.is_capital(i)) return i;
        const std::string& key = view_.tokens[i].key;
        const bool is_verb = view_.has_key(i - 1, "de") && view_.is(i + 1, WordClass::Article) &&
                             (key.ends_with("er") || key.ends_with("ir") || key.ends_with("re"));
        return is_verb ? i + 1 : i;
    }

    /// A colon within a few words takes over.
    [[nodiscard]] std::uint32_t behind(std::uint32_t i) const {
        for (std::uint32_t at = i; at < i + kToColon && view_.same_sentence(i, at); ++at) {
            // What aims at something else may have a colon as well: "the aim of the days on A: to find B".
            if (view_.is_mark(at, ":")) return at == i || counts_fields(at) ? at + 1 : i;
            if (view_.tokens[at].kind == TokenKind::Mark && !view_.is_mark(at, ",")) break;
        }
        return i;
    }

    void listed(std::uint32_t i, bool by_colon) {
        if (i == 0 || !view_.has(i)) return;
        items(i, view_.tokens[i - 1].sentence, by_colon);
    }

    void items(std::uint32_t i, std::uint32_t sentence, bool by_colon) {
        for (std::uint32_t item = 0; item < kItems; ++item) {
            const std::uint32_t end = one(i, sentence, by_colon || item > 0);
            if (end == 0) return;
            std::uint32_t next = end;
            if (view_.has(next) && view_.tokens[next].kind == TokenKind::BracketOpen &&
                view_.tokens[next].partner != kNoToken) {
                bracketed(next, sentence);
                next = view_.tokens[next].partner + 1;
            }
            next = over_rest(next, sentence);
            const std::uint32_t before = next;
            while (view_.is_mark(next, ",") || (by_colon && view_.is_mark(next, ";")) ||
                   (view_.has(next) && stands_in(kAnds, view_.tokens[next].key)))
                ++next;
            if (view_.has_key(next, "ainsi") && view_.has_key(next + 1, "que")) next += 2;
            if (next == before || !view_.has(next) || view_.tokens[next].sentence != sentence) return;
            i = next;
        }
    }

    /// "…, production d'arômes par levures …, B": what is said further of an item ends at the next comma.
    [[nodiscard]] std::uint32_t over_rest(std::uint32_t i, std::uint32_t sentence) const {
        constexpr std::uint32_t kRest = 6;
        const bool is_rest = view_.has_key(i, "par") || view_.has_key(i, "by") || view_.has_key(i, "durch") ||
                             view_.has_key(i, "as") || view_.has_key(i, "mit") || view_.has_key(i, "with") ||
                             view_.has_key(i, "avec") || view_.has_key(i, "bei") ||
                             view_.has_key(i, "zwischen");
        if (!is_rest) return i;
        for (std::uint32_t at = i + 1;
             at <= i + kRest && view_.has(at) && view_.tokens[at].sentence == sentence; ++at) {
            if (view_.is_mark(at, ",") || stands_in(kAnds, view_.tokens[at].key)) return at;
            if (view_.tokens[at].kind != TokenKind::Word) return i;
        }
        return i;
    }

    void bracketed(std::uint32_t open, std::uint32_t sentence) {
        for (std::uint32_t i = open + 1; i < view_.tokens[open].partner;) {
            const std::uint32_t end = one(i, sentence, true);
            i = end == 0 ? i + 1 : end + 1;
        }
    }

    /// A noun phrase with what hangs on it by prepositions; its end, or 0. `told`: an item before it was one.
    std::uint32_t one(std::uint32_t i, std::uint32_t sentence, bool told) {
        while (view_.is(i, WordClass::Article) || view_.has_key(i, "zur") || view_.has_key(i, "zum") ||
               view_.has_key(i, "l'") || view_.has_key(i, "d'") || view_.has_key(i, "de") ||
               view_.has_key(i, "du") || view_.has_key(i, "des") || view_.has_key(i, "on") ||
               view_.has_key(i, "of") || (told && is_repeated(i)))
            ++i;
        std::uint32_t end = i;
        std::uint32_t last = i;  // behind the last word that can end it
        while (view_.has(end) && view_.tokens[end].sentence == sentence && end - i < kItemWords) {
            const Token& token = view_.tokens[end];
            if (token.kind != TokenKind::Word && token.kind != TokenKind::Number &&
                !view_.is_mark(end, "-") && !view_.is_mark(end, "–"))
                break;
            // "models for the A": an article belongs to the preposition before it.
            const bool is_article = end > i + 1 && view_.is(end, WordClass::Article) &&
                                    stands_in(kInside, view_.tokens[end - 1].key) &&
                                    !view_.is(end - 1, WordClass::Article);
            const bool is_inside = end > i && (is_article || stands_in(kInside, token.key));
            if (!is_inside && (stands_in(kStops, token.key) || view_.is_small(end))) {
                if (!is_ellipsis(end)) break;
            }
            ++end;
            if (!is_inside && can_end(end - 1)) last = end;
        }
        if (last == i || !is_topic(i, last, told)) return 0;
        const std::uint32_t first = over_generic(i, last);
        push(first > i && is_topic(first, last, told) ? first : i, last);
        return last;
    }

    /// "in A and in B": the preposition of the first item again.
    [[nodiscard]] bool is_repeated(std::uint32_t i) const {
        return view_.has_key(i, "in") || view_.has_key(i, "im") || view_.has_key(i, "en") ||
               view_.has_key(i, "dans") || view_.has_key(i, "bei") || view_.has_key(i, "beim");
    }

    /// "tragfähige Modelle für die A": where A begins.
    [[nodiscard]] std::uint32_t over_generic(std::uint32_t first, std::uint32_t end) const {
        for (std::uint32_t i = first + 1; i + 1 < end; ++i) {
            if (!stands_in(kInside, view_.tokens[i].key)) continue;
            if (!stands_in(kGeneric, view_.tokens[i - 1].key)) return first;
            ++i;
            while (i < end && (view_.is(i, WordClass::Article) || stands_in(kInside, view_.tokens[i].key)))
                ++i;
            return i < end ? i : first;
        }
        return first;
    }

    /// "Mess- und Prüftechnik".
    [[nodiscard]] bool is_ellipsis(std::uint32_t i) const {
        return i > 0 && view_.written(i - 1).ends_with('-') && stands_in(kAnds, view_.tokens[i].key) &&
               view_.is_capital(i + 1);
    }
    [[nodiscard]] bool can_end(std::uint32_t i) const {
        return view_.language != Language::German || view_.is_capital(i);
    }

    [[nodiscard]] bool is_topic(std::uint32_t first, std::uint32_t end, bool told) const {
        if (!view_.is_word(first) || view_.is_small(first)) return false;
        std::uint32_t head = end - 1;  // of a German or English phrase the last word before a preposition
        for (std::uint32_t i = first + 1; i < end; ++i) {
            if (!stands_in(kInside, view_.tokens[i].key)) continue;
            head = i - 1;
            break;
        }
        if (view_.language == Language::French) head = first;
        for (std::uint32_t i = first; i < end; ++i) {
            const WordEntry& word = view_.words[i];
            const bool is_other = word.is(WordClass::LegalForm) || word.is(WordClass::Month) ||
                                  word.is(WordClass::Title) || word.is(WordClass::Weekday);
            if (is_other) return false;
        }
        const WordEntry& word = view_.words[head];
        const bool is_other = (word.is(WordClass::Noun) && !word.is(WordClass::TopicHead)) ||
                              word.is(WordClass::Counted) || word.is(WordClass::Role) ||
                              word.is(WordClass::TopicTrigger) || word.is(WordClass::Reference) ||
                              word.is(WordClass::Ordinary);
        if (is_other || view_.lexicon->adjective(view_.tokens[end - 1].key)) return false;
        // A single capitalised word of English or French is a name.
        const bool is_name = view_.language != Language::German && view_.is_capital(first) && !told;
        return !is_name;
    }

    void push(std::uint32_t first, std::uint32_t end) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = EntityKind::Topic;
        made.kind_told = true;
        made.weight = end - first > 1 ? kLongToldWeight : kToldWeight;
        made.confidence = 0.7;
        made.rule = "told-topic";
        out_.push_back(std::move(made));
    }

    const View& view_;
    Candidates& out_;
};

}  // namespace

void find_told_topics(const View& view, Candidates& out) {
    ToldTopics(view, out).find();
}

}  // namespace kontor::press
