// SPDX-License-Identifier: EUPL-1.2
// Topics that no list knows: the noun phrases behind words that lead to them, in an enumeration, over a colon
// if one follows ("porteront sur trois axes : A, B et C").
#include <algorithm>
#include <array>
#include <unordered_map>

#include "press/one_of.hpp"
#include "press/topic_items.hpp"

namespace kontor::press {
namespace {

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
     "erprobt", "erproben", "arbeitspaket zu", "vereinbarung* uber", "vereinbarung* zu", "vereinbarung* zur",
     "vereinbarung* zum", "abkommen uber", "abkommen zur", "memorandum zur", "absichtserklarung* zu",
     "absichtserklarung* zur", "absichtserklarung* zum", "austausch uber", "austausch zu",
     "zusammenarbeit bei", "kooperation bei", "auf der agenda steh*", "auf der agenda stand*", "betrifft",
     "betreffen", "betraf", "betrafen", "einer der schwerpunkte ist", "ein schwerpunkt ist",
     "ein schwerpunkt war", "schwerpunkt bildet", "schwerpunkt bildete", "im zeichen", "dreht sich alles um",
     "drehte sich alles um", "drehten sich um", "drehte sich um", "handelt von", "handelte von", "behandelt",
     "behandelte", "behandelten", "widmeten sich", "spezialisten fur", "spezialist fur", "experten fur",
     "ausgerichtet auf", "kompetenz* in", "know-how in", "expertise in", "erfahrung* in", "im bereich der",
     "auf dem gebiet der", "auf den gebieten der", "vereinbarung* fur", "wachstumsfelder wie",
     "zukunftsfelder wie", "felder wie", "bereiche wie", "bereichen wie", "branchen wie",
     // English
     "focus* on", "concentrat* on", "centre* on", "center* on", "deal* with", "dealt with", "investigat*",
     "explor*", "addresses", "addressing", "work package on", "working group* on", "works on", "working on",
     "topics such as", "develop", "develops", "developed", "developing", "topics were", "working on",
     "topics include", "s' agit de", "covers", "cover", "covering", "all about", "topics are",
     "themes such as", "areas such as", "areas include", "areas are", "fields are", "fields include",
     "sectors are", "specialities are", "specialties are", "strengths are", "fields of", "field of",
     "areas of", "area of", "specialis* in", "specializ* in", "dedicated to", "priorities are",
     "priorities include", "technologies such as", "research* into", "expertise in", "suppliers of",
     "makers of", "manufacturers of", "producers of", "applications for", "solutions for", "solutions in",
     "technologies for", "projects on", "project on", "training in", "challenges in", "aims to build",
     "aims to create", "aims to establish", "aims to strengthen", "aims to improve", "aims to boost",
     "aims to promote", "aims to advance", "aims to foster", "memorandum on", "understanding on", "mou on",
     "agreement* on", "letter of intent on", "declaration on", "cooperation on", "co-operation on",
     "collaboration on", "cooperate on", "collaborate on", "exchange on", "recommendations for",
     "recommendations on", "guidelines for", "guidelines on", "strateg* for", "roadmap* for", "devoted to",
     "agenda are", "agenda were", "agenda include*", "priorities is", "priority is", "main theme is",
     "revolve* around", "tackl*", "experts in", "expert in", "leader in", "leaders in", "active in",
     "know-how in", "specialists in", "specialist in", "competence* in", "advances in", "innovations in",
     // French
     "recommandations pour", "recommandations sur", "strategie* pour", "feuille de route pour", "porte sur",
     "portent sur", "porteront sur", "portera sur", "portait sur", "portaient sur", "axe* sur", "concerne",
     "concernent", "s' interesse a", "s' interessent a", "consacre* a", "consacree* au", "consacre* au",
     "consacre* aux", "dedie* a", "dedie* au", "dedie* aux", "dediee* aux", "specialise* dans",
     "specialisee* dans", "specialise* en", "dans le domaine de", "dans le domaine du", "dans le domaine des",
     "dans les domaines de", "dans les domaines du", "autour de", "autour du", "autour des",
     "se concentre sur", "concentrent sur", "accord vise", "projet vise", "theme de", "themes de", "etudie",
     "etudient", "developpe", "developpent", "developpera", "developperont", "thematique de",
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
     "dans les secteurs des", "les acteurs des"});

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
                                                              "pillars",
                                                              "saulen",
                                                              "piliers",
                                                              "themenbereiche",
                                                              "fachgebiete",
                                                              "secteurs",
                                                              "sectors",
                                                              "sektoren"});

/// Nouns of clauses that say what something is about.
constexpr auto kSubjectNouns = std::to_array<std::string_view>({"gegenstand",
                                                                "hauptthema",
                                                                "inhalt",
                                                                "inhalte",
                                                                "kernthema",
                                                                "kernthemen",
                                                                "leitthema",
                                                                "objet",
                                                                "schwerpunkt",
                                                                "schwerpunkte",
                                                                "schwerpunktthema",
                                                                "schwerpunktthemen",
                                                                "subject",
                                                                "subjects",
                                                                "sujet",
                                                                "sujets",
                                                                "thema",
                                                                "themen",
                                                                "theme",
                                                                "thematique",
                                                                "topic",
                                                                "topics"});
constexpr auto kGoalNouns =
    std::to_array<std::string_view>({"aims", "buts", "goals", "objectifs", "objectives", "ziel", "ziele"});

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
    ToldTopics(const View& view, Candidates& out) : view_(view), items_(view, out, Told::Field) {}

    void find() {
        itemised();
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (const std::uint32_t first = summed(i); first < i)
                items_.items(first, view_.tokens[i].sentence, true);
            const bool is_open = view_.is_mark(i, ":") || view_.is_mark(i, "–") || view_.is_mark(i, "—") ||
                                 (view_.has(i) && view_.tokens[i].kind == TokenKind::BracketOpen);
            if (is_open && counts_fields(i)) listed(i + 1, true);
            if (const std::uint32_t first = fronted(i); first < i)
                items_.items(first, view_.tokens[i].sentence, true);
            if (view_.is_word(i) && view_.tokens[i].key.starts_with("spezialisiert")) specialised(i);
            if (const std::uint32_t verb = subjected(i)) listed(verb, false);
            if (const std::uint32_t aim = aimed(i)) listed(aim, false);
            if (const std::uint32_t end = leads(i)) listed(behind(over_infinitive(end)), false);
        }
    }

private:
    /// Lines of a list below "in fields such as", "vier Schwerpunkte:".
    void itemised() {
        bool has_lead = false;
        for (std::uint32_t s = 0; s < view_.sentences.size(); ++s) {
            const Sentence& sentence = view_.sentences[s];
            if (sentence.kind != SentenceKind::Item) {
                has_lead = ends_with_fields(sentence);
                continue;
            }
            std::uint32_t first = sentence.first;
            while (first < sentence.end && !view_.is_word(first)) ++first;
            if (has_lead && first < sentence.end) items_.items(first, s, true);
        }
    }
    [[nodiscard]] bool ends_with_fields(const Sentence& sentence) const {
        constexpr std::uint32_t kLast = 7;
        for (std::uint32_t i = sentence.end; i-- > sentence.first && sentence.end - i <= kLast;) {
            if (is_one_of<kColonNouns>(view_.tokens[i].key)) return true;
        }
        return false;
    }

    /// "three fields:", "Drei Themen standen im Mittelpunkt:", "Trois volets sont prévus :".
    [[nodiscard]] bool counts_fields(std::uint32_t colon) const {
        constexpr std::uint32_t kBefore = 5;
        for (std::uint32_t i = colon; i-- > 0 && colon - i <= kBefore && view_.same_sentence(i, colon);) {
            if (!view_.is_word(i) && !view_.is_number(i)) return false;
            if (!is_one_of<kColonNouns>(view_.tokens[i].key)) continue;
            return i + 1 == colon ||
                   (i > 0 && (view_.is(i - 1, WordClass::NumberWord) || view_.is_number(i - 1)));
        }
        return false;
    }

    /// "P soll A und B entwickeln", "soll A aufgebaut werden": where the object begins; 0: it is no such
    /// clause.
    [[nodiscard]] std::uint32_t aimed(std::uint32_t modal) const {
        static constexpr auto kModals =
            std::to_array<std::string_view>({"soll", "sollen", "will", "wollen", "mochte", "mochten"});
        static constexpr auto kGoals = std::to_array<std::string_view>(
            {"aufbauen",   "aufgebaut",  "ausbauen",    "ausgebaut", "entstehen",   "entwickeln",
             "entwickelt", "erforschen", "erforscht",   "erproben",  "erprobt",     "etablieren",
             "etabliert",  "fordern",    "schaffen",    "starken",   "untersuchen", "untersucht",
             "verbessern", "verbessert", "vorantreiben"});
        constexpr std::uint32_t kClause = 14;
        if (view_.language != Language::German || !view_.is_word(modal) ||
            !is_one_of<kModals>(view_.tokens[modal].key) || view_.has_key(modal + 1, "die") ||
            view_.has_key(modal + 1, "der") || view_.has_key(modal + 1, "das"))
            return 0;  // "wollen die Partner": who wants it
        for (std::uint32_t i = modal + 2; i < modal + kClause && view_.same_sentence(modal, i); ++i) {
            if (view_.tokens[i].kind == TokenKind::Mark && !view_.is_mark(i, ",") && !view_.is_mark(i, "-"))
                return 0;
            if (is_one_of<kGoals>(view_.tokens[i].key)) return modal + 1;
        }
        return 0;
    }

    /// "A, B, C : tels sont les axes de P", "A, B: das sind die Felder": where the list begins; `colon`:
    /// nothing is summed up behind it.
    [[nodiscard]] std::uint32_t summed(std::uint32_t colon) const {
        static constexpr auto kSum = std::to_array<std::string_view>(
            {"das", "dies", "so", "telles", "tels", "that", "these", "those", "voila"});
        constexpr std::uint32_t kToNoun = 12;
        constexpr std::uint32_t kList = 16;
        const bool is_mark =
            view_.is_mark(colon, ":") || view_.is_mark(colon, "–") || view_.is_mark(colon, "—");
        if (!is_mark || !view_.is_word(colon + 1) || !is_one_of<kSum>(view_.tokens[colon + 1].key))
            return colon;
        bool has_noun = false;
        for (std::uint32_t i = colon + 2; i < colon + kToNoun && view_.same_sentence(colon, i); ++i)
            has_noun = has_noun || is_one_of<kColonNouns>(view_.tokens[i].key) ||
                       is_one_of<kSubjectNouns>(view_.tokens[i].key);
        const std::uint32_t first = view_.sentences[view_.tokens[colon].sentence].first;
        return has_noun && colon - first <= kList ? first : colon;
    }

    /// "A and B are the main fields", "A et B sont les deux domaines": where the list begins; `verb`: it is
    /// no such verb.
    [[nodiscard]] std::uint32_t fronted(std::uint32_t verb) const {
        static constexpr auto kVerbs = std::to_array<std::string_view>(
            {"are", "were", "sind", "waren", "bilden", "bildeten", "sont", "etaient", "seront"});
        constexpr std::uint32_t kAdjectives = 3;
        constexpr std::uint32_t kList = 14;
        if (!view_.is_word(verb) || !is_one_of<kVerbs>(view_.tokens[verb].key) ||
            !view_.is(verb + 1, WordClass::Article))
            return verb;
        bool has_fields = false;
        for (std::uint32_t i = verb + 2; i <= verb + 2 + kAdjectives && view_.same_sentence(verb, i); ++i)
            has_fields = has_fields || is_one_of<kColonNouns>(view_.tokens[i].key) ||
                         is_one_of<kSubjectNouns>(view_.tokens[i].key) ||
                         is_one_of<kGoalNouns>(view_.tokens[i].key);
        std::uint32_t first = verb;
        while (first > 0 && view_.same_sentence(first - 1, verb) && verb - first <= kList) --first;
        const bool is_whole = first == 0 || !view_.same_sentence(first - 1, verb);
        bool is_list = false;
        for (std::uint32_t i = first; i < verb; ++i)
            is_list = is_list || is_one_of<kTopicAnds>(view_.tokens[i].key);
        return has_fields && is_whole && is_list ? first : verb;
    }

    /// "Gegenstand des Vorhabens P ist zunächst A", "The main topic of the talks was A": where A begins; 0:
    /// it is no such clause.
    [[nodiscard]] std::uint32_t subjected(std::uint32_t noun) const {
        static constexpr auto kVerbs = std::to_array<std::string_view>(
            {"are",      "bilden",   "bildet", "bildete", "bildeten", "est",    "etait", "include",
             "included", "includes", "is",     "ist",     "lautet",   "lauten", "sind",  "sont",
             "war",      "waren",    "was",    "were",    "sera",     "seront"});
        constexpr std::uint32_t kOpening = 4;
        constexpr std::uint32_t kToVerb = 10;
        if (!view_.is_word(noun) || !is_one_of<kSubjectNouns>(view_.tokens[noun].key)) return 0;
        std::uint32_t first = noun;
        while (first > 0 && view_.same_sentence(first - 1, noun) && view_.is_word(first - 1)) --first;
        if (noun - first > kOpening) return 0;
        for (std::uint32_t i = noun + 1; i < noun + kToVerb && view_.same_sentence(noun, i); ++i) {
            if (view_.is_mark(i, ":") || view_.is_mark(i, ";")) return 0;
            if (view_.is_word(i) && is_one_of<kVerbs>(view_.tokens[i].key)) return i + 1;
        }
        return 0;
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
            const Key& key = view_.tokens[i].key;
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
        const Key& key = view_.tokens[i].key;
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
        items_.items(i, view_.tokens[i - 1].sentence, by_colon);
    }

    const View& view_;
    TopicItems items_;
};

}  // namespace

void find_told_topics(const View& view, Candidates& out) {
    ToldTopics(view, out).find();
}

}  // namespace kontor::press
