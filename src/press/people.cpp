// SPDX-License-Identifier: EUPL-1.2
// People by their titles, first names, roles, and by what is said of people alone.
#include <algorithm>
#include <array>

#include "press/candidates.hpp"
#include "press/context.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kPersonWeight = 80;
constexpr std::uint32_t kNameWords = 4;
constexpr std::uint32_t kLabelWords = 6;  // of a line of contact, before its colon
constexpr std::uint32_t kPostWords = 12;  // of a post with whom it is held at, before the name

// Who says something in quotation marks is most often somebody.
constexpr auto kSpeaks = std::to_array<std::string_view>(
    {"said",        "says",       "explained", "explains",   "added",       "adds",        "sagt",
     "sagte",       "erklart",    "erklarte",  "betont",     "betonte",     "erlautert",   "erlauterte",
     "freut",       "meint",      "souligne",  "explique",   "declare",     "indique",     "precise",
     "ajoute",      "affirme",    "rappelle",  "resume",     "conclut",     "commented",   "comments",
     "so",          "berichtete", "berichtet", "erganzte",   "erganzt",     "resumierte",  "bekraftigte",
     "unterstrich", "lobte",      "dankte",    "bilanziert", "bilanzierte", "kommentiert", "kommentierte",
     "noted",       "notes",      "stressed",  "stresses",   "emphasised",  "emphasized",  "emphasises",
     "concluded",   "concludes",  "recalled",  "remarked",   "continued",   "commente",    "poursuit",
     "estime",      "insiste",    "temoigne",  "assure",     "observe",     "confie",      "detaille",
     "explain",     "felicite"});
// What joins somebody to a post in front of the name, as keys.
constexpr auto kIsSomebody =
    std::to_array<std::string_view>({"is", "was", "became", "becomes", "remains", "ist", "war", "wurde",
                                     "wird", "bleibt", "heisst", "est", "etait", "sera", "devient", "reste"});
// What a line of who wrote or gave a text begins with, before "by", "von", "par" or a colon, as keys.
constexpr auto kBylines = std::to_array<std::string_view>(
    {"submitted",  "posted",    "written",     "authored", "reported",  "edited",
     "text",       "foto",      "photo",       "texte",    "interview", "gesprach",
     "verfasst",   "redigiert", "geschrieben", "ecrit",    "redige",    "publie",
     "recueillis", "entretien", "article",     "beitrag",  "bericht",   "gastbeitrag"});
// What only somebody does, behind ", qui", ", die", ", who".
constexpr auto kPersonDoes = std::to_array<std::string_view>(
    {"representait", "represente", "representaient", "dirige", "dirigeait", "preside", "presidait",
     "conduisait", "succede", "succedera", "occupait", "occupe", "remplace", "remplacera", "accompagnait",
     "assurait", "animait", "anime"});
// Last words of firms' names that are no surnames.
constexpr auto kFirmWords = std::to_array<std::string_view>(
    {"aviation", "aerospace",  "automotive",  "maritime", "development", "electronics",  "valley",
     "network",  "innovation", "innovations", "digital",  "energy",      "technologies", "solutions",
     "systems",  "materials",  "health",      "invest",   "logistics",   "robotics",     "photonics",
     "pharma",   "chemicals",  "foods",       "partners", "ventures",    "consulting",   "engineering"});
// Words of lines that tell whom to ask, as keys.
constexpr auto kContact = std::to_array<std::string_view>(
    {"contact", "contacts", "kontakt", "ansprechpartner", "ansprechpartnerin", "ansprechperson", "ruckfragen",
     "pressekontakt", "auskunft", "auskunfte", "questions", "renseignements", "enquiries", "inquiries",
     "informationen", "anmeldung", "informations"});

bool has_one_of(const View& view, std::uint32_t i, const auto& words) {
    return view.has(i) && holds_word(words, view.tokens[i].key);
}

class People {
public:
    People(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size();) {
            const std::uint32_t end = at(i);
            i = end > i ? end : i + 1;
        }
    }

private:
    [[nodiscard]] bool is_particle(std::uint32_t i) const {
        static constexpr auto kParticles =
            std::to_array<std::string_view>({"von", "van", "de", "der", "den", "zu", "le", "la", "di", "da",
                                             "del", "du", "ten", "ter", "d'", "el", "bin", "dos"});
        return view_.has(i) && view_.tokens[i].writing == Writing::Lower &&
               is_one_of<kParticles>(view_.tokens[i].key);
    }

    /// A word that can be a first name or surname.
    [[nodiscard]] bool is_name_word(std::uint32_t i) const {
        if (!view_.is_capital(i)) return false;
        const WordEntry& entry = view_.words[i];
        if (entry.is(WordClass::FirstName)) return true;
        if (view_.is_small(i) || entry.is(WordClass::LegalForm) || entry.is(WordClass::Role) ||
            entry.is(WordClass::Month))
            return false;
        if (entry.is(WordClass::Noun) && !entry.compound) return false;
        if (view_.written(i).find_first_of(".0123456789*:@/") != std::string_view::npos) return false;
        return view_.tokens[i].writing != Writing::Mixed || is_composed(view_.written(i)) ||
               view_.tokens[i].key.find('-') != std::string::npos;
    }

    /// "McMuster", "LeMuster", "DiMuster".
    [[nodiscard]] static bool is_composed(std::string_view written) {
        for (const std::string_view first :
             {"Mc", "Mac", "Le", "La", "De", "Di", "Du", "Van", "Von", "Fitz"}) {
            const std::string_view rest =
                written.starts_with(first) ? written.substr(first.size()) : std::string_view();
            const bool is_name =
                rest.size() > 2 && rest[0] >= 'A' && rest[0] <= 'Z' &&
                std::ranges::all_of(rest.substr(1), [](char c) { return c < 'A' || c > 'Z'; });
            if (is_name) return true;
        }
        return false;
    }

    /// The end of the name that begins at `i`: capitals with particles and initials; `i` when there is none.
    [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const {
        std::uint32_t end = i;
        std::uint32_t words = 0;
        while (words < kNameWords && view_.same_sentence(i, end)) {
            if (is_name_word(end)) {
                const bool initial = view_.tokens[end].range.end - view_.tokens[end].range.begin == 1;
                ++words;
                ++end;
                if (initial && view_.is_mark(end, ".")) ++end;
                continue;
            }
            // "hatte Karl Muster den Stand besucht": articles are no particles of German names by themselves.
            const bool is_article = view_.language == Language::German &&
                                    (view_.has_key(end, "den") || view_.has_key(end, "der"));
            if (is_article) break;
            std::uint32_t after = end;
            while (is_particle(after) && after < end + 3) ++after;
            // "Karl Muster von Lichtcluster": what follows a whole name is where somebody comes from.
            // "Karl Muster von der Licht GmbH" likewise; nobles have their first name alone before it.
            const bool is_affiliation =
                words > 1 && view_.has_key(end, "von") && (after == end + 1 || view_.has_key(end + 1, "der"));
            const bool joins = words > 0 && after > end && !is_affiliation && is_name_word(after) &&
                               view_.same_sentence(i, after);
            if (!joins) break;
            end = after;
        }
        while (end > i && view_.is_mark(end - 1, ".") && end - i > 1 && !view_.is_capital(end - 2)) --end;
        return end;
    }

    [[nodiscard]] std::uint32_t titles_end(std::uint32_t i) const {
        std::uint32_t end = i;
        while (view_.is(end, WordClass::Title) && view_.is_capital(end) && view_.same_sentence(i, end)) {
            ++end;
            while ((view_.is_mark(end, ".") || view_.is_mark(end, "-") || view_.has_key(end, "h.c.") ||
                    view_.has_key(end, "rer") || view_.has_key(end, "nat") || view_.has_key(end, "phil") ||
                    view_.has_key(end, "med") || view_.has_key(end, "habil") || view_.has_key(end, "ing")) &&
                   view_.same_sentence(i, end)) {
                ++end;
            }
        }
        return end;
    }

    std::uint32_t at(std::uint32_t i) {
        if (const std::uint32_t begin = titles_end(i); begin > i) {
            const bool french_initial = view_.has_key(i, "m") && !view_.is_mark(i + 1, ".");
            const std::uint32_t end = french_initial ? begin : whole_end(begin, true);
            if (end > begin) return push(i, begin, end, 0.95, "person-title");
            return i;
        }
        if (!view_.is_capital(i)) return i;
        const std::uint32_t end = whole_end(i, false);
        const std::uint32_t words = end - i;
        if (words < 2 || is_of_list(i)) return i;
        if (view_.is(end, WordClass::LegalForm) && view_.same_sentence(i, end)) return i;
        const bool first_name = is_first_name(i) && !view_.is(i + 1, WordClass::TopicHead);
        if (has_one_of(view_, end - 1, kFirmWords) || is_founders_firm(i, end)) return i;
        if (first_name && !view_.is(end, WordClass::Noun)) return push(i, i, end, 0.85, "person-first-name");
        if (words > 3) return i;
        if (role_before(i) || role_after(end) || post_before(i, end) ||
            (before_who(end) && unknown(i) && unknown(end - 1) && !view_.is_striking(i)))
            return push(i, i, end, 0.8, "person-role");
        if (is_unknown_run(i, end) && (after_speech(i, end) || after_label(i) || before_address(end)))
            return push(i, i, end, 0.75, "person-company");
        if (is_bare_run(i, end) && (after_byline(i) || before_deed(end) || before_speech(i, end) ||
                                    before_house(end) || after_substitute(i) || before_seat(end)))
            return push(i, i, end, 0.75, "person-company");
        return i;
    }

    /// The name that begins at `i` with a surname that is a noun as well ("Tobias Preis vom Cluster X"), and
    /// without the noun behind it ("zog Tobias Muster Bilanz").
    [[nodiscard]] std::uint32_t whole_end(std::uint32_t i, bool is_titled) const {
        const std::uint32_t end = name_end(i);
        if (view_.language != Language::German || !view_.is(i, WordClass::FirstName)) return end;
        const bool is_noun_next = end == i + 1 && view_.same_sentence(i, end) &&
                                  view_.tokens[end].writing == Writing::Capital && view_.is_word(end) &&
                                  !view_.is(end, WordClass::Role) && !view_.is(end, WordClass::Month) &&
                                  !view_.is(end, WordClass::LegalForm);
        const bool is_said = is_titled || view_.has_key(end + 1, "vom") ||
                             (view_.has_key(end + 1, "von") && view_.has_key(end + 2, "der"));
        if (is_noun_next && is_said) return end + 1;
        // What somebody draws, takes or gives by these verbs.
        static constexpr auto kTaken =
            std::to_array<std::string_view>({"bilanz", "stellung", "position", "auskunft", "einblick",
                                             "einblicke", "abschied", "fazit", "resumee"});
        const bool is_three = end == i + 3 && !view_.is(i + 1, WordClass::FirstName) && !is_particle(i + 1) &&
                              view_.tokens[i + 2].writing == Writing::Capital;
        const bool has_noun = is_three && (has_one_of(view_, i + 2, kTaken) ||
                                           view_.lexicon->is_ordinary(view_.tokens[i + 2].key));
        return has_noun ? end - 1 : end;
    }

    /// "X Y von der Muster GmbH", "X Y vom Netzwerk Z", "X Y of the cluster Z", "X Y, du pôle Z": whose house
    /// somebody comes from, not where a firm is.
    [[nodiscard]] bool before_house(std::uint32_t end) const {
        constexpr std::uint32_t kWords = 5;
        const bool is_german = view_.has_key(end, "vom") || view_.has_key(end, "von");
        const bool is_french =
            view_.is_mark(end, ",") && (view_.has_key(end + 1, "du") || view_.has_key(end + 1, "de"));
        const bool is_led = view_.language == Language::German    ? is_german
                            : view_.language == Language::English ? view_.has_key(end, "of")
                                                                  : is_french;
        if (!is_led || !view_.same_sentence(end - 1, end)) return false;
        for (std::uint32_t i = end + 1; i < end + kWords && view_.same_sentence(end, i); ++i) {
            if (view_.is_mark(i, ",") || view_.is(i, WordClass::Conjunction)) return false;
            const bool is_house = view_.is(i, WordClass::Noun) && is_organisation(view_.words[i].kind);
            if (is_house || view_.is(i, WordClass::LegalForm)) return true;
        }
        return false;
    }

    /// "vertreten durch X Y", "represented by X Y", "par la voix d'X Y".
    [[nodiscard]] bool after_substitute(std::uint32_t i) const {
        if (i < 2 || !view_.same_sentence(i - 2, i)) return false;
        const std::string& key = view_.tokens[i - 2].key;
        const bool is_led = view_.has_key(i - 1, "durch") || view_.has_key(i - 1, "von") ||
                            view_.has_key(i - 1, "by") || view_.has_key(i - 1, "par");
        const bool is_voice = key == "voix" && (view_.has_key(i - 1, "d'") || view_.has_key(i - 1, "de"));
        return is_voice || (is_led && (key == "vertreten" || key.starts_with("represent")));
    }

    /// "X Y, membre du bureau de Z", "X Y, Mitglied des Beirats", "X Y, member of the board".
    [[nodiscard]] bool before_seat(std::uint32_t end) const {
        const bool is_member = view_.has_key(end + 1, "membre") || view_.has_key(end + 1, "mitglied") ||
                               view_.has_key(end + 1, "member");
        return view_.is_mark(end, ",") && is_member && view_.same_sentence(end - 1, end + 3) &&
               (view_.has_key(end + 2, "du") || view_.has_key(end + 2, "de") ||
                view_.has_key(end + 2, "des") || view_.has_key(end + 2, "der") ||
                view_.has_key(end + 2, "im") || view_.has_key(end + 2, "of")) &&
               !view_.is_capital(end + 3);
    }

    /// "Karl Muster Endoskope": a firm that is called after who founded it.
    [[nodiscard]] bool is_founders_firm(std::uint32_t first, std::uint32_t end) const {
        return end == first + 3 && view_.language == Language::German &&
               !view_.is(end - 1, WordClass::FirstName) && view_.is_capital(end - 2) &&
               !view_.lexicon->topics().matches(view_.written(end - 1)).empty();
    }

    /// As is_unknown_run(), also at the beginning of a sentence.
    [[nodiscard]] bool is_bare_run(std::uint32_t first, std::uint32_t end) const {
        for (std::uint32_t i = first; i < end; ++i) {
            if (is_particle(i)) continue;
            const WordEntry& word = view_.words[i];
            const bool is_other = !unknown(i) || view_.tokens[i].writing == Writing::Capitals ||
                                  word.is(WordClass::Ordinary) || word.is(WordClass::TopicStop) ||
                                  view_.lexicon->is_place(view_.tokens[i].key) ||
                                  view_.lexicon->is_ordinary(view_.tokens[i].key);
            if (is_other) return false;
        }
        return end <= first + 3;
    }

    /// "Submitted by X Y", "Text: X Y", "propos recueillis par X Y".
    [[nodiscard]] bool after_byline(std::uint32_t i) const {
        if (i < 2 || !view_.same_sentence(i - 2, i)) return false;
        const bool is_led = view_.has_key(i - 1, "by") || view_.has_key(i - 1, "von") ||
                            view_.has_key(i - 1, "par") || view_.has_key(i - 1, "with") ||
                            view_.has_key(i - 1, "mit") || view_.is_mark(i - 1, ":");
        return is_led && has_one_of(view_, i - 2, kBylines) && view_.begins_sentence(i - 2);
    }

    /// "X Y, qui représentait …".
    [[nodiscard]] bool before_deed(std::uint32_t end) const {
        return view_.is_mark(end, ",") && view_.has_key(end + 1, "qui") &&
               has_one_of(view_, end + 2, kPersonDoes);
    }

    /// "X Y said: “…”": somebody speaks before what is said in the same sentence.
    [[nodiscard]] bool before_speech(std::uint32_t i, std::uint32_t end) const {
        if (!view_.same_sentence(i, end) || view_.has_key(end, "so") || !has_one_of(view_, end, kSpeaks))
            return false;
        const Sentence& sentence = view_.sentences[view_.tokens[i].sentence];
        for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
            if (view_.tokens[at].kind == TokenKind::QuoteOpen ||
                view_.tokens[at].kind == TokenKind::QuoteClose)
                return true;
        }
        return false;
    }

    /// Also both halves of "Jean-Jules".
    [[nodiscard]] bool is_first_name(std::uint32_t i) const {
        if (view_.is(i, WordClass::FirstName)) return true;
        const std::string_view key = view_.tokens[i].key;
        const std::size_t hyphen = key.find('-');
        if (hyphen == std::string_view::npos || !view_.is_capital(i)) return false;
        const bool second = view_.language == Language::French ||
                            view_.lexicon->word(key.substr(hyphen + 1)).is(WordClass::FirstName);
        return second && view_.lexicon->word(key.substr(0, hyphen)).is(WordClass::FirstName);
    }

    [[nodiscard]] bool is_unknown_run(std::uint32_t first, std::uint32_t end) const {
        for (std::uint32_t i = first; i < end; ++i) {
            if (is_particle(i)) continue;
            if (!unknown(i) || view_.is_striking(i) || view_.is(i, WordClass::Ordinary) ||
                view_.is(i, WordClass::TopicStop) || view_.begins_sentence(i))
                return false;
            if (view_.language == Language::German && view_.lexicon->is_ordinary(view_.tokens[i].key) &&
                i + 1 != end)
                return false;
        }
        return true;
    }

    /// "The chair of the network, X Y,", "Présidente du pôle est X Y", "a new director: X Y": a post stands
    /// before the mark or verb, with whom it is held at.
    [[nodiscard]] bool post_before(std::uint32_t i, std::uint32_t end) const {
        if (i < 2 || !view_.same_sentence(i - 1, i) || !unknown(i) || !unknown(end - 1)) return false;
        const bool ends =
            !view_.same_sentence(i, end) || !view_.is_word(end) || view_.is(end, WordClass::Conjunction);
        const bool is_said = has_one_of(view_, i - 1, kIsSomebody);
        const bool is_told = view_.is_mark(i - 1, ":") && view_.is(i - 2, WordClass::Role);
        if (is_told) return true;
        if (!ends || (!is_said && !view_.is_mark(i - 1, ","))) return false;
        const bool closes = !view_.same_sentence(i, end) || view_.is_mark(end, ".");
        if (!is_said && !closes && !view_.is_mark(end, ",")) return false;
        if (!is_said && view_.is(i - 2, WordClass::Noun) && !(closes && is_bare_run(i, end))) return false;
        for (std::uint32_t at = i - 1; at-- > 0 && at + kPostWords > i && view_.same_sentence(at, i);) {
            if (view_.is(at, WordClass::Role)) return true;
            const bool is_led = view_.is(at, WordClass::Article) || view_.is(at, WordClass::Preposition);
            // "ministre de l'Économie, de l'Énergie et de l'Industrie, X Y".
            const bool goes_on = view_.is_mark(at, ",") && view_.is(at + 1, WordClass::Preposition);
            if (goes_on) continue;
            if (!view_.is_word(at) || (view_.is(at, WordClass::Function) && !is_led)) return false;
        }
        return false;
    }

    /// "X Y, who …".
    [[nodiscard]] bool before_who(std::uint32_t end) const {
        return view_.language == Language::English && view_.is_mark(end, ",") &&
               (view_.has_key(end + 1, "who") || view_.has_key(end + 1, "whose"));
    }

    /// "said X Y," "ajoute X Y".
    [[nodiscard]] bool after_speech(std::uint32_t i, std::uint32_t end) const {
        if (i < 2 || !view_.same_sentence(i - 1, i) || !has_one_of(view_, i - 1, kSpeaks)) return false;
        const bool quoted = view_.tokens[i - 2].kind == TokenKind::QuoteClose || view_.is_mark(i - 2, ",");
        return quoted && (!view_.same_sentence(i, end) || !view_.is_word(end) || view_.is_small(end));
    }

    /// "Contact: X Y".
    [[nodiscard]] bool after_label(std::uint32_t i) const {
        if (i < 2 || !view_.is_mark(i - 1, ":")) return false;
        for (std::uint32_t back = 2; back <= kLabelWords && back <= i; ++back) {
            if (has_one_of(view_, i - back, kContact)) return true;
        }
        return false;
    }

    /// "X Y (x.y@somewhere)".
    [[nodiscard]] bool before_address(std::uint32_t end) const {
        const bool opens =
            view_.has(end) && (view_.tokens[end].kind == TokenKind::BracketOpen || view_.is_mark(end, ","));
        return opens && view_.has(end + 1) && view_.written(end + 1).find('@') != std::string_view::npos;
    }

    /// Words that are rather a place or a topic than somebody.
    [[nodiscard]] bool is_of_list(std::uint32_t i) const {
        return view_.lexicon->adjective(view_.tokens[i].key).has_value();
    }

    [[nodiscard]] bool role_before(std::uint32_t i) const {
        return i > 0 && view_.same_sentence(i - 1, i) && view_.is(i - 1, WordClass::Role) &&
               !view_.words[i].is(WordClass::TopicHead) && unknown(i) && unknown(i + 1);
    }

    [[nodiscard]] bool role_after(std::uint32_t end) const {
        if (!view_.has(end) || !view_.same_sentence(end - 1, end)) return false;
        if (!view_.is_mark(end, ",") && view_.tokens[end].kind != TokenKind::BracketOpen) return false;
        std::uint32_t next = end + 1;
        for (std::uint32_t step = 0; step < 3 && view_.is_word(next) && !view_.is(next, WordClass::Role);
             ++step) {
            const bool titled = view_.is_capital(next) && view_.is_capital(next + 1);
            if (view_.is_capital(next) && view_.language != Language::German && !titled) break;
            if (view_.is(next, WordClass::NameVerb) || view_.is(next, WordClass::Preposition)) break;
            ++next;
        }
        return view_.is(next, WordClass::Role) && unknown(end - 1) && unknown(end - 2);
    }

    [[nodiscard]] bool unknown(std::uint32_t i) const {
        if (!view_.is_capital(i)) return false;
        const WordEntry& entry = view_.words[i];
        return !entry.is(WordClass::Noun) && !entry.is(WordClass::TopicHead) &&
               !entry.is(WordClass::Counted) && !entry.is(WordClass::TopicTrigger) &&
               !entry.is(WordClass::NameHint);
    }

    std::uint32_t push(std::uint32_t first, std::uint32_t name, std::uint32_t end, double confidence,
                       const char* rule) {
        Candidate made;
        made.first = first;
        made.name_first = name;
        made.end = made.name_end = end;
        made.kind = EntityKind::Person;
        made.kind_told = true;
        made.confidence = confidence;
        made.weight = kPersonWeight;
        made.rule = rule;
        if (view_.tokens[end - 1].key == ".") made.name_end = end - 1;
        out_.push_back(std::move(made));
        return end;
    }

    const View& view_;
    Candidates& out_;
};

}  // namespace

void find_people(const View& view, Candidates& out) {
    People(view, out).find();
}

}  // namespace kontor::press
