// SPDX-License-Identifier: EUPL-1.2
// Topics that the build of a clause tells: "stehen A und B im Vordergrund", "A, le pôle de compétitivité des
// B", "A and B: these are the fields", "A wird im Projekt P erprobt", and titles of events.
#include <algorithm>
#include <array>

#include "press/topic_items.hpp"

namespace kontor::press {
namespace {

/// Nouns for bodies that are "for" or "of" a field.
constexpr auto kBodyNouns = std::to_array<std::string_view>(
    {"allianz",          "alliance",    "anbieter",      "association", "centre",    "center",
     "cluster",          "dachverband", "dienstleister", "entwickler",  "fabricant", "federation",
     "grappe",           "hersteller",  "hub",           "initiative",  "institut",  "institute",
     "kompetenzzentrum", "lieferant",   "manufacturer",  "network",     "netzwerk",  "plateforme",
     "plattform",        "platform",    "pole",          "producer",    "provider",  "reseau",
     "specialist",       "specialiste", "spezialist",    "supplier",    "syndicat",  "verband",
     "verbund",          "verein",      "zentrum"});

class ToldFields {
public:
    ToldFields(const View& view, Candidates& out) : view_(view), items_(view, out, Told::Field) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (view_.tokens[i].kind == TokenKind::QuoteOpen) titled(i);
            if (!view_.is_word(i)) {
                if (const std::uint32_t first = summed_up(i); first < i)
                    items_.items(first, view_.tokens[i].sentence, true);
                continue;
            }
            if (const std::uint32_t framed = in_verb_frame(i); framed && view_.same_sentence(i, framed))
                items_.items(framed, view_.tokens[i].sentence, false);
            static const WordStarts kStarts = WordStarts().add(kBodyNouns);
            const Key& key = view_.tokens[i].key;
            if (kStarts.may_hold(key) && is_one_of<kBodyNouns>(key)) apposed(i);
            if (view_.begins_sentence(i)) treated(i);
        }
    }

private:
    /// "stehen A und B im Vordergrund", "hat A zum Gegenstand", "sind in A und B zu Hause": where A begins;
    /// 0: it is no such clause.
    [[nodiscard]] std::uint32_t in_verb_frame(std::uint32_t verb) const {
        static constexpr auto kStand =
            std::to_array<std::string_view>({"stand", "standen", "stehen", "steht"});
        static constexpr auto kMiddle =
            std::to_array<std::string_view>({"fokus", "mittelpunkt", "vordergrund", "zentrum"});
        static constexpr auto kHave = std::to_array<std::string_view>({"hat", "haben", "hatte", "hatten"});
        static constexpr auto kAim =
            std::to_array<std::string_view>({"gegenstand", "inhalt", "thema", "themen"});
        static constexpr auto kBe = std::to_array<std::string_view>({"ist", "sind", "war", "waren"});
        static constexpr auto kAtHome = std::to_array<std::string_view>({"aktiv", "hause", "tatig"});
        constexpr std::uint32_t kFrame = 20;
        if (view_.language != Language::German || !view_.is_word(verb)) return 0;
        const Key& key = view_.tokens[verb].key;
        const bool is_stand = is_one_of<kStand>(key);
        const bool is_have = is_one_of<kHave>(key);
        const bool is_in =
            is_one_of<kBe>(key) && (view_.has_key(verb + 1, "in") || view_.has_key(verb + 1, "im"));
        if (!is_stand && !is_have && !is_in) return 0;
        for (std::uint32_t i = verb + 2; i < verb + kFrame && view_.same_sentence(verb, i + 1); ++i) {
            const Key& next = view_.tokens[i + 1].key;
            if (is_stand && view_.has_key(i, "im") && is_one_of<kMiddle>(next)) return verb + 1;
            if (is_have && view_.has_key(i, "zum") && is_one_of<kAim>(next)) return verb + 1;
            if (is_in && (is_one_of<kAtHome>(view_.tokens[i].key) || is_one_of<kAtHome>(next)))
                return verb + 2;
        }
        return 0;
    }

    /// "A, B et C : tels sont les domaines", "A und B – das sind die Felder": where A begins; `colon`: it is
    /// no such sentence.
    [[nodiscard]] std::uint32_t summed_up(std::uint32_t colon) const {
        static constexpr auto kSum = std::to_array<std::string_view>(
            {"das", "dies", "so", "tel", "telle", "telles", "tels", "that", "these", "this", "voila"});
        static constexpr auto kFields = std::to_array<std::string_view>(
            {"areas", "axes", "bereiche", "chantiers", "domaines", "felder", "fields", "priorites",
             "priorities", "schwerpunkte", "sectors", "sektoren", "themen", "themenfelder", "themes",
             "thematiques", "topics", "volets"});
        constexpr std::uint32_t kToNoun = 6;
        constexpr std::uint32_t kList = 30;
        const bool is_mark =
            view_.is_mark(colon, ":") || view_.is_mark(colon, "–") || view_.is_mark(colon, "—");
        if (!is_mark || !view_.is_word(colon + 1) || !is_one_of<kSum>(view_.tokens[colon + 1].key))
            return colon;
        bool has_fields = false;
        for (std::uint32_t i = colon + 2; i < colon + 2 + kToNoun && view_.same_sentence(colon, i); ++i)
            has_fields = has_fields || is_one_of<kFields>(view_.tokens[i].key);
        std::uint32_t first = colon;
        while (first > 0 && view_.same_sentence(first - 1, colon) && colon - first <= kList) --first;
        const bool is_whole = first == 0 || !view_.same_sentence(first - 1, colon);
        return has_fields && is_whole ? first : colon;
    }

    /// "A, le pôle de compétitivité des B", "A, the network for B": what the noun behind the comma says of A.
    void apposed(std::uint32_t noun) {
        static constexpr auto kFor =
            std::to_array<std::string_view>({"d'", "de", "des", "du", "en", "for", "fur", "of", "von"});
        static constexpr auto kLinked = std::to_array<std::string_view>(
            {"competitivite", "excellence", "competence", "competences", "recherche", "ressources"});
        constexpr std::uint32_t kBefore = 5;
        bool is_apposed = false;
        if (view_.language != Language::German && view_.is_capital(noun))
            return;  // a name: "l'Institut de …"
        for (std::uint32_t i = noun; i-- > 1 && noun - i <= kBefore && view_.same_sentence(i, noun);) {
            if (view_.is_striking(i) && i < noun) return;  // a name of its own: "das A Zentrum für B"
            if (view_.is_word(i)) continue;
            is_apposed = view_.is_mark(i, ",") &&
                         (view_.is_capital(i - 1) || view_.is_number(i - 1) ||
                          view_.tokens[i - 1].kind == TokenKind::BracketClose ||
                          view_.tokens[i - 1].kind == TokenKind::QuoteClose) &&
                         (view_.is(i + 1, WordClass::Article) || i + 1 == noun);
            break;
        }
        if (!is_apposed) return;
        std::uint32_t i = noun + 1;
        // "pôle de compétitivité", "centre technique et scientifique": what sort of body it is.
        if (view_.language == Language::French) {
            if ((view_.has_key(i, "de") || view_.has_key(i, "d'")) && view_.is_word(i + 1) &&
                is_one_of<kLinked>(view_.tokens[i + 1].key))
                i += 2;
            constexpr std::uint32_t kAdjectives = 3;
            for (std::uint32_t n = 0;
                 n < kAdjectives && view_.is_word(i) && view_.tokens[i].writing == Writing::Lower &&
                 (!view_.is_small(i) || view_.has_key(i, "et"));
                 ++n)
                ++i;
        }
        if (!view_.same_sentence(noun, i + 1) || !view_.is_word(i) || !is_one_of<kFor>(view_.tokens[i].key))
            return;
        const bool is_german_of = view_.has_key(i, "von") || view_.has_key(i, "des");
        // "dem Zentrum für Messtechnik Lahn": a name.
        if (view_.language == Language::German && view_.is_capital(i + 1) && view_.is_capital(i + 2) &&
            view_.same_sentence(i, i + 2) && !view_.written(i + 1).ends_with('-'))
            return;
        if (view_.language == Language::German && is_german_of && !view_.tokens[noun].key.ends_with("er"))
            return;
        if (view_.is_number(i + 2) || view_.is_number(i + 3)) return;  // "fort de près de 300 membres"
        if (view_.has_key(i, "of") && !view_.has_key(i + 1, "the") && view_.is_capital(i + 1)) return;
        items_.items(i + 1, view_.tokens[noun].sentence, false);
    }

    /// "Die A wird im Projekt P erprobt", "A is addressed in the project P": what stands at the beginning.
    void treated(std::uint32_t first) {
        static constexpr auto kPassive = std::to_array<std::string_view>(
            {"werden", "wird", "wurde", "wurden", "is", "are", "was", "were", "est", "sont"});
        static constexpr auto kTreated = std::to_array<std::string_view>(
            {"aborde",       "abordee",    "abordees",  "abordes",    "addressed",     "adressiert",
             "aufgegriffen", "bearbeitet", "behandelt", "discussed",  "diskutiert",    "erforscht",
             "erprobt",      "etudie",     "etudiee",   "etudiees",   "etudies",       "explored",
             "investigated", "researched", "studied",   "tackled",    "thematisiert",  "traite",
             "traitee",      "traitees",   "traites",   "untersucht", "vorangetrieben"});
        constexpr std::uint32_t kSubject = 16;
        std::uint32_t verb = first + 1;
        while (verb < first + kSubject && view_.same_sentence(first, verb) &&
               !(view_.is_word(verb) && is_one_of<kPassive>(view_.tokens[verb].key)))
            ++verb;
        if (verb == first + kSubject || !view_.same_sentence(first, verb)) return;
        bool is_treated = false;
        for (std::uint32_t i = verb + 1; i < verb + kSubject && view_.same_sentence(first, i); ++i)
            is_treated = is_treated || (view_.is_word(i) && is_one_of<kTreated>(view_.tokens[i].key));
        if (is_treated) items_.items(first, view_.tokens[first].sentence, true);
    }

    /// The title of an event or agreement tells its topic: "Workshop „A für B“".
    void titled(std::uint32_t quote) {
        constexpr std::uint32_t kBefore = 2;
        constexpr std::uint32_t kTitle = 14;
        const std::uint32_t close = view_.tokens[quote].partner;
        if (close == kNoToken || close > quote + kTitle || close < quote + 3) return;
        bool is_event = false;
        for (std::uint32_t i = quote; i-- > 0 && quote - i <= kBefore && view_.is_word(i);) {
            const WordEntry noun = view_.lexicon->noun(view_.tokens[i].key);
            is_event = is_event || (noun.is(WordClass::Noun) &&
                                    (noun.kind == EntityKind::Event || noun.kind == EntityKind::Agreement));
        }
        if (is_event && !is_foreign(quote, close))
            items_.items(quote + 1, view_.tokens[quote].sentence, true);
    }

    /// An English title within another language.
    [[nodiscard]] bool is_foreign(std::uint32_t first, std::uint32_t end) const {
        static constexpr auto kEnglish =
            std::to_array<std::string_view>({"and", "for", "of", "the", "to", "with"});
        if (view_.language == Language::English) return false;
        for (std::uint32_t i = first; i < end; ++i) {
            if (view_.is_word(i) && is_one_of<kEnglish>(view_.tokens[i].key)) return true;
        }
        return false;
    }

    const View& view_;
    TopicItems items_;
};

}  // namespace

void find_told_fields(const View& view, Candidates& out) {
    ToldFields(view, out).find();
}

}  // namespace kontor::press
