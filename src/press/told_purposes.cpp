// SPDX-License-Identifier: EUPL-1.2
// Topics that a purpose tells: what is to be strengthened, promoted or made easier ("soll die Vernetzung der
// Betriebe stärken", "to foster cooperation on A", "vise à améliorer A"), what joint work is on
// and what was talked about.
#include <algorithm>
#include <array>

#include "press/one_of.hpp"
#include "press/topic_items.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kClause = 26;  // tokens

constexpr auto kGoalsGerman = std::to_array<std::string_view>(
    {"ausbauen",    "ausweiten",    "begleiten",    "beschleunigen",   "erforschen",    "erhohen",
     "erleichtern", "erproben",     "erschliessen", "fordern",         "intensivieren", "optimieren",
     "sichern",     "starken",      "steigern",     "unterstutzen",    "untersuchen",   "verbessern",
     "vertiefen",   "voranbringen", "vorantreiben", "weiterentwickeln"});
constexpr auto kGoalsGermanTo = std::to_array<std::string_view>(
    {"aufzubauen", "auszubauen", "auszuweiten", "voranzubringen", "voranzutreiben", "weiterzuentwickeln"});
constexpr auto kGoalsGermanPassive = std::to_array<std::string_view>(
    {"ausgebaut",     "ausgeweitet",    "beschleunigt",    "erforscht",  "erhoht",     "erleichtert",
     "erprobt",       "erschlossen",    "gefordert",       "gesichert",  "gestarkt",   "gesteigert",
     "intensiviert",  "optimiert",      "unterstutzt",     "untersucht", "verbessert", "vertieft",
     "vorangebracht", "vorangetrieben", "weiterentwickelt"});
constexpr auto kModals = std::to_array<std::string_view>(
    {"soll", "sollen", "sollte", "sollten", "will", "wollen", "mochte", "mochten"});
constexpr auto kGoalsEnglish = std::to_array<std::string_view>(
    {"accelerate", "advance",   "boost",      "deepen",  "encourage", "enhance",  "expand",
     "explore",    "extend",    "facilitate", "foster",  "improve",   "increase", "intensify",
     "modernise",  "modernize", "optimise",   "promote", "raise",     "reduce",   "secure",
     "simplify",   "stimulate", "strengthen", "support", "tackle",    "tighten",  "widen"});
constexpr auto kGerundsEnglish = std::to_array<std::string_view>(
    {"accelerating", "advancing", "boosting", "deepening", "encouraging", "enhancing", "expanding",
     "facilitating", "fostering", "improving", "increasing", "promoting", "stimulating", "strengthening",
     "supporting", "tackling"});
constexpr auto kBeforeGerund = std::to_array<std::string_view>({"at", "on", "for", "of", "to"});
constexpr auto kGoalsFrench = std::to_array<std::string_view>(
    {"accelerer",   "accompagner", "accroitre", "ameliorer",  "amplifier",  "approfondir",
     "consolider",  "developper",  "dynamiser", "encourager", "faciliter",  "favoriser",
     "intensifier", "promouvoir",  "elargir",   "explorer",   "optimiser",  "reduire",
     "renforcer",   "resserrer",   "soutenir",  "stimuler",   "structurer", "valoriser"});
constexpr auto kBeforeFrench =
    std::to_array<std::string_view>({"a", "d'", "de", "devrait", "devra", "doit", "doivent", "entend", "et",
                                     "pour", "souhaite", "veut", "veulent", "va"});

/// "Projekt zur Unterstützung der X": what helps, before that which is helped.
constexpr auto kHelps = std::to_array<std::string_view>(
    {"aufbau", "ausbau", "beschleunigung", "entwicklung", "erhohung", "etablierung", "forderung",
     "intensivierung", "schaffung", "starkung", "steigerung", "unterstutzung", "verbesserung", "vertiefung",
     "weiterentwicklung"});

constexpr auto kJointWork = std::to_array<std::string_view>(
    {"agreement", "arrangement", "collaboration", "cooperation", "co-operation", "exchange", "memorandum",
     "partnership", "accord", "partenariat", "convention", "echange", "zusammenarbeit", "kooperation",
     "austausch", "vereinbarung", "partnerschaft"});
constexpr auto kBetween =
    std::to_array<std::string_view>({"between", "with", "among", "entre", "avec", "zwischen", "mit"});

/// What was talked about is the topic of the meeting: a word, and the one behind it; "*" for any ending.
struct Talk {
    std::string_view word, next;
};
constexpr auto kTalks = std::to_array<Talk>({{"diskutier", "uber"},
                                             {"diskussion", "uber"},
                                             {"sprach", "uber"},
                                             {"sprachen", "uber"},
                                             {"berichtet", "uber"},
                                             {"informiert", "uber"},
                                             {"berieten", "uber"},
                                             {"beriet", "uber"},
                                             {"austausch", "uber"},
                                             {"vortrag", "zu"},
                                             {"vortrage", "zu"},
                                             {"referiert", "uber"},
                                             {"gesprache", "uber"},
                                             {"workshops", "zu"},
                                             {"impulse", "zu"},
                                             {"talk", "about"},
                                             {"talked", "about"},
                                             {"talks", "about"},
                                             {"spoke", "about"},
                                             {"discussion", "on"},
                                             {"discussions", "on"},
                                             {"discussed", ""},
                                             {"discussing", ""},
                                             {"discuss", ""},
                                             {"views", "on"},
                                             {"debate", "on"},
                                             {"exchange", "on"},
                                             {"presentations", "on"},
                                             {"exchanged", "on"},
                                             {"insights", "into"},
                                             {"discute", "de"},
                                             {"discuter", "de"},
                                             {"echanger", "sur"},
                                             {"echange", "sur"},
                                             {"echanges", "sur"},
                                             {"debattre", "de"},
                                             {"debattu", "de"},
                                             {"interventions", "sur"},
                                             {"discussions", "sur"},
                                             {"presentations", "sur"},
                                             {"conferences", "sur"},
                                             {"reflechir", "a"},
                                             {"session", "on"},
                                             {"lecture", "on"},
                                             {"panel", "on"},
                                             {"talk", "on"},
                                             {"seminar", "on"},
                                             {"workshop", "on"},
                                             {"webinar", "on"},
                                             {"vortrag", "uber"},
                                             {"workshop", "zu"},
                                             {"workshop", "zum"},
                                             {"workshop", "zur"},
                                             {"seminar", "zu"},
                                             {"webinar", "zu"},
                                             {"atelier", "sur"},
                                             {"podiumsdiskussion", "uber"},
                                             {"podiumsdiskussion", "zu"},
                                             {"symposium", "zu"},
                                             {"symposium", "on"},
                                             {"konferenz", "zu"},
                                             {"tagung", "zu"},
                                             {"kongress", "zu"},
                                             {"konferenz", "uber"},
                                             {"conference", "on"},
                                             {"colloque", "sur"},
                                             {"rencontre", "sur"},
                                             {"journee", "sur"},
                                             {"conference", "sur"},
                                             {"learn", "about"},
                                             {"learned", "about"},
                                             {"learnt", "about"},
                                             {"knew", "about"},
                                             {"informing", "about"},
                                             {"informed", "about"},
                                             {"information", "on"},
                                             {"sprechen", "uber"},
                                             {"informieren", "uber"},
                                             {"erfuhren", "uber"},
                                             {"paneldiskussion", "uber"},
                                             {"paneldiskussion", "zu"},
                                             {"parler", "de"},
                                             {"parle", "de"},
                                             {"seminaire", "sur"},
                                             {"ronde", "sur"},
                                             {"rondes", "sur"},
                                             {"webinaire", "sur"}});

constexpr auto kTalkWords = [] {
    std::array<std::string_view, kTalks.size()> words = {};
    std::ranges::transform(kTalks, words.begin(), &Talk::word);
    return words;
}();

class ToldPurposes {
public:
    ToldPurposes(const View& view, Candidates& out)
        : view_(view),
          items_(view, out, Told::Purpose),
          work_(view, out, Told::Field),
          talk_(view, out, Told::Talk) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (!view_.is_word(i) || !starts().may_hold(view_.tokens[i].key)) continue;
            switch (view_.language) {
                case Language::German:
                    german(i);
                    break;
                case Language::English:
                    english(i);
                    break;
                case Language::French:
                    french(i);
                    break;
            }
            if (is_one_of<kJointWork>(view_.tokens[i].key)) joint_work(i);
            if (const std::uint32_t said = talked_of(i); said && view_.same_sentence(i, said))
                talk_.items(said, view_.tokens[i].sentence, false);
        }
    }

private:
    static const WordStarts& starts() {
        static const WordStarts kStarts = [] {
            WordStarts made;
            made.add(kGoalsGerman).add(kGoalsGermanTo).add(kGoalsGermanPassive).add(kGoalsEnglish);
            made.add(kGerundsEnglish).add(kGoalsFrench).add(kJointWork).add("zur").add("zum");
            for (const Talk& talk : kTalks) made.add(talk.word);
            return made;
        }();
        return kStarts;
    }
    [[nodiscard]] bool is_one(std::uint32_t i, std::uint32_t back) const {
        return i >= back && view_.same_sentence(i - back, i);
    }
    /// Where that begins which is talked about; 0: the word tells of no talk.
    [[nodiscard]] std::uint32_t talked_of(std::uint32_t i) const {
        if (!begins_with_one_of<kTalkWords>(view_.tokens[i].key)) return 0;
        for (const Talk& talk : kTalks) {
            if (!view_.tokens[i].key.starts_with(talk.word) ||
                view_.tokens[i].key.size() > talk.word.size() + 3)
                continue;
            if (talk.next.empty()) return view_.tokens[i].key == talk.word ? i + 1 : 0;
            if (view_.has_key(i + 1, talk.next)) return i + 2;
        }
        return 0;
    }
    void listed(std::uint32_t i, std::uint32_t of) {
        if (view_.same_sentence(i, of)) items_.items(i, view_.tokens[of].sentence, false);
    }

    void english(std::uint32_t i) {
        const Key& key = view_.tokens[i].key;
        if (!is_one(i, 1)) return;
        const Key& before = view_.tokens[i - 1].key;
        if (is_one_of<kGerundsEnglish>(key) && is_one_of<kBeforeGerund>(before)) return listed(i + 1, i);
        if (!is_one_of<kGoalsEnglish>(key)) return;
        if (before == "to" || (before == "and" && has_goal_before(i, "to"))) listed(i + 1, i);
    }
    void french(std::uint32_t i) {
        if (!is_one(i, 1) || !is_one_of<kGoalsFrench>(view_.tokens[i].key)) return;
        if (is_one_of<kBeforeFrench>(view_.tokens[i - 1].key)) listed(i + 1, i);
    }
    /// "to raise A and promote B".
    [[nodiscard]] bool has_goal_before(std::uint32_t i, std::string_view leading) const {
        constexpr std::uint32_t kBefore = 14;
        for (std::uint32_t at = i; at-- > 0 && i - at < kBefore && view_.same_sentence(at, i);) {
            if (view_.has_key(at, leading) && view_.is_word(at + 1) && !view_.is(at + 1, WordClass::Article))
                return true;
        }
        return false;
    }

    void german(std::uint32_t i) {
        const Key& key = view_.tokens[i].key;
        if (key == "zur" || key == "zum") return helps(i);
        const bool is_to = is_one_of<kGoalsGermanTo>(key) ||
                           (is_one(i, 1) && view_.has_key(i - 1, "zu") && is_one_of<kGoalsGerman>(key));
        if (is_to) {
            // "zu finden und zu unterstützen": what is found is nothing to be furthered.
            const bool is_second = is_one(i, 2) && view_.has_key(i - 2, "und");
            if (is_second) return;
            if (const std::uint32_t start = start_of_to(i)) object(start, i, false);
            return;
        }
        const bool is_passive = is_one_of<kGoalsGermanPassive>(key) && view_.has_key(i + 1, "werden");
        if (!is_passive && !is_one_of<kGoalsGerman>(key)) return;
        for (std::uint32_t at = i; at-- > 0 && i - at < kClause && view_.same_sentence(at, i);) {
            if (view_.is_word(at) && is_one_of<kModals>(view_.tokens[at].key))
                return object(at + 1, i, is_passive);
        }
    }
    /// Where a clause with "zu" begins: at "um", else behind the comma before it.
    [[nodiscard]] std::uint32_t start_of_to(std::uint32_t verb) const {
        std::uint32_t comma = 0;
        for (std::uint32_t at = verb; at-- > 0 && verb - at < kClause && view_.same_sentence(at, verb);) {
            if (view_.has_key(at, "um")) return at + 1;
            if (view_.is_mark(at, ",") && comma == 0) comma = at + 1;
        }
        return comma;
    }
    /// "EU-Projekt zur Unterstützung der X": X.
    void helps(std::uint32_t i) {
        if (!is_one(i, 1) || !view_.is_word(i - 1)) return;
        const WordEntry noun = view_.lexicon->noun(view_.tokens[i - 1].key);
        const bool is_thing = noun.is(WordClass::Noun) &&
                              (noun.kind == EntityKind::Project || noun.kind == EntityKind::Programme ||
                               noun.kind == EntityKind::Event || noun.kind == EntityKind::Agreement);
        if (!is_thing) return;
        const bool has_help =
            view_.is_word(i + 1) && is_one_of<kHelps>(view_.tokens[i + 1].key) &&
            (view_.has_key(i + 2, "der") || view_.has_key(i + 2, "des") || view_.has_key(i + 2, "von"));
        listed(has_help ? i + 3 : i + 1, i);
    }

    /// The object of the clause [start, verb): its first noun phrase without a preposition.
    void object(std::uint32_t start, std::uint32_t verb, bool is_passive) {
        for (std::uint32_t i = start; i < verb;) {
            if (view_.is(i, WordClass::Preposition)) {
                i = over_phrase(i + 1, verb);
                continue;
            }
            const bool is_subject = !is_passive && view_.has_key(i, "der");
            if (is_subject || view_.has_key(i, "des") || view_.has_key(i, "dem") || is_dative(i, verb)) {
                i = over_phrase(i + 1, verb);
                continue;
            }
            const bool is_noun = view_.is(i, WordClass::Article) ||
                                 (view_.is_word(i) && !view_.is_small(i) && begins_phrase(i, verb));
            if (is_noun) return listed(i, verb);
            ++i;
        }
    }
    /// "den Betrieben" is to whom, "den Austausch" what.
    [[nodiscard]] bool is_dative(std::uint32_t i, std::uint32_t verb) const {
        if (!view_.has_key(i, "den")) return false;
        while (i < verb && view_.is_word(i) && !view_.is_capital(i)) ++i;
        return i < verb && view_.is_word(i) && view_.tokens[i].key.ends_with('n') &&
               !view_.tokens[i].key.ends_with("ion");
    }
    [[nodiscard]] bool begins_phrase(std::uint32_t i, std::uint32_t verb) const {
        constexpr std::uint32_t kAdjectives = 3;
        for (std::uint32_t at = i; at < verb && at <= i + kAdjectives; ++at) {
            if (!view_.is_word(at) || view_.is_small(at)) return false;
            if (view_.is_capital(at)) return !view_.is_striking(at);
            // An adverb has no ending before a noun.
            const Key& key = view_.tokens[at].key;
            if (!key.ends_with("e") && !key.ends_with("en") && !key.ends_with("er") && !key.ends_with("es"))
                return false;
        }
        return false;
    }
    /// Over the noun phrase at `i` with the genitives that hang on it.
    [[nodiscard]] std::uint32_t over_phrase(std::uint32_t i, std::uint32_t verb) const {
        while (i < verb && view_.is_word(i) && !view_.is_capital(i)) ++i;
        while (i < verb && view_.is_capital(i)) {
            ++i;
            if (i + 1 < verb && view_.written(i - 1).ends_with('-')) ++i;
        }
        const bool goes_on = i < verb && (view_.has_key(i, "der") || view_.has_key(i, "des") ||
                                          view_.has_key(i, "und") || view_.has_key(i, "von"));
        return goes_on ? over_phrase(i + 1, verb) : i;
    }

    /// "collaboration between A and B on X": X.
    void joint_work(std::uint32_t i) {
        constexpr std::uint32_t kPartners = 14;
        if (!view_.is_word(i + 1) || !is_one_of<kBetween>(view_.tokens[i + 1].key)) return;
        for (std::uint32_t at = i + 2; at < i + kPartners && view_.same_sentence(i, at); ++at) {
            if (view_.has_key(at, "on") || view_.has_key(at, "sur") || view_.has_key(at, "bei")) {
                if (view_.is_number(at + 1) || view_.is(at + 1, WordClass::Month)) return;
                return work_.items(at + 1, view_.tokens[i].sentence, false);
            }
        }
    }

    const View& view_;
    TopicItems items_;
    TopicItems work_;
    TopicItems talk_;
};

}  // namespace

bool tells_goal(std::string_view key) {
    return is_one_of<kGoalsGerman>(key) || is_one_of<kGoalsGermanTo>(key) ||
           is_one_of<kGoalsGermanPassive>(key) || is_one_of<kGoalsEnglish>(key) ||
           is_one_of<kGerundsEnglish>(key) || is_one_of<kGoalsFrench>(key) || key == "zur" || key == "zum";
}

void find_told_purposes(const View& view, Candidates& out) {
    ToldPurposes(view, out).find();
}

}  // namespace kontor::press
