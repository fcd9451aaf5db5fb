// SPDX-License-Identifier: EUPL-1.2
// Places that no list knows, by what stands around them: the line of place and date, "based in X", "X-based",
// "aus X" behind a company, "fand in X statt".
#include <algorithm>
#include <array>

#include "press/candidates.hpp"
#include "press/name_signs.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kToldWeight = 64;  // above runs of capitals
constexpr int kLikelyWeight = 61;
constexpr std::uint32_t kPlaceWords = 4;
constexpr std::uint32_t kDatelineWords = 5;

using Keys = std::span<const std::string_view>;

constexpr auto kSeats = std::to_array<std::string_view>(
    {"sitz",  "hauptsitz", "ansassig", "beheimatet", "based",     "headquartered", "located",   "situated",
     "basee", "bases",     "basees",   "base",       "implante",  "implantee",     "implantes", "implantees",
     "situe", "situee",    "siege",    "installe",   "installee", "etabli",        "etablie",   "standort"});
constexpr auto kTowns =
    std::to_array<std::string_view>({"city", "town", "port", "stadt", "ville", "village", "hafenstadt"});
constexpr auto kIn = std::to_array<std::string_view>({"in", "a", "of", "de", "d'"});
constexpr auto kHappening =
    std::to_array<std::string_view>({"statt",     "stattfand",     "stattfindet", "stattgefunden",
                                     "tagte",     "tagten",        "trafen",      "traf",
                                     "gastgeber", "held",          "takes",       "took",
                                     "gathered",  "met",           "meets",       "hosted",
                                     "hosts",     "lieu",          "tient",       "tenu",
                                     "tenue",     "tiendra",       "reuni",       "reunis",
                                     "reunie",    "reunies",       "signed",      "signe",
                                     "signee",    "unterzeichnet", "besiegelten", "unterzeichneten",
                                     "deroule",   "deroulera",     "rendez-vous"});
constexpr auto kFrom = std::to_array<std::string_view>({"aus", "from"});
constexpr auto kInner = std::to_array<std::string_view>(
    {"an",  "am", "der", "ob", "bei",  "sur", "de",   "do",  "dos", "da", "di",
     "del", "la", "le",  "en", "upon", "on",  "sous", "les", "im",  "du", "van"});

class ToldPlaces {
public:
    ToldPlaces(const View& view, std::span<const DateSpan> dates, Candidates& out)
        : view_(view), dates_(dates), out_(out) {}

    void find() {
        listed_.assign(view_.size() + 1, false);
        for (const Candidate& one : out_) {
            if (one.kind == EntityKind::Place && std::string_view(one.rule) == "place-name")
                listed_[one.first] = true;
        }
        datelines();
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            programme_of_places(i);
            if (!view_.is_word(i)) continue;
            if (is_one_of<kSeats>(view_.tokens[i].key) || is_one_of<kTowns>(view_.tokens[i].key))
                after_seat(i);
            if (is_one_of<kFrom>(view_.tokens[i].key)) after_company(i);
            if (view_.is(i, WordClass::LegalForm)) in_bracket(i + 1);
            based(i);
            on_a_route(i);
            venue(i);
            beside_area(i);
        }
    }

private:
    /// "Ort, 14. Oktober 2021 –" at the beginning of a line.
    void datelines() {
        for (const DateSpan& date : dates_) {
            if (date.sense != DateSense::On || date.first < 2) continue;
            std::uint32_t comma = date.first - 1;
            if (view_.has_key(comma, "le") || view_.has_key(comma, "den") || view_.has_key(comma, "am"))
                --comma;
            if (!view_.is_mark(comma, ",") && view_.tokens[comma].kind != TokenKind::BracketOpen) continue;
            const std::uint32_t first = view_.sentences[view_.tokens[comma].sentence].first;
            if (comma <= first || comma - first > kDatelineWords) continue;
            if (name_end(first) == comma) push(first, comma, kToldWeight, 0.8);
        }
    }

    /// "mit Sitz in X", "based in the X", "the Portuguese city of X".
    void after_seat(std::uint32_t seat) {
        std::uint32_t i = seat + 1;
        if (is_one_of<kTowns>(view_.tokens[seat].key) && view_.language == Language::German) {
            --i;  // "Stadt X" has no preposition
        } else if (!view_.has(i) || !is_one_of<kIn>(view_.tokens[i].key)) {
            // "in Ottawa ansässig": the place stands in front.
            if (seat < 2) return;
            std::uint32_t before = seat - 1;
            while (before > 0 && view_.is_capital(before - 1) && seat - before < kPlaceWords) --before;
            if (before > 0 && view_.is_capital(before) && view_.has_key(before - 1, "in") &&
                is_unknown(before))
                push(before, seat, kToldWeight, 0.75);
            return;
        }
        const std::uint32_t end = name_end(i + 1);
        if (view_.same_sentence(seat, i + 1) && end != 0) push(i + 1, end, kToldWeight, 0.8);
    }

    /// "Muster GmbH aus X", "X Ltd from Y".
    void after_company(std::uint32_t from) {
        if (from == 0 || !view_.same_sentence(from - 1, from + 1)) return;
        const bool is_after_name = (view_.language != Language::German && view_.is_capital(from - 1)) ||
                                   view_.is_striking(from - 1) || view_.is(from - 1, WordClass::LegalForm) ||
                                   view_.tokens[from - 1].kind == TokenKind::QuoteClose;
        const std::uint32_t end = name_end(from + 1);
        if (is_after_name && end != 0 && view_.tokens[from + 1].writing == Writing::Capital)
            push(from + 1, end, kLikelyWeight, 0.7);
    }

    /// "Muster GmbH (Spittal an der Drau)".
    void in_bracket(std::uint32_t open) {
        if (!view_.has(open) || view_.tokens[open].kind != TokenKind::BracketOpen) return;
        const std::uint32_t end = name_end(open + 1);
        if (end == 0 || end != view_.tokens[open].partner) return;
        if (view_.tokens[open + 1].writing == Writing::Capital) push(open + 1, end, kLikelyWeight, 0.7);
    }

    /// "the Groningen-based foundation".
    void based(std::uint32_t i) {
        const std::string_view written = view_.written(i);
        const std::size_t hyphen = written.rfind('-');
        if (hyphen == std::string_view::npos || hyphen < 3) return;
        const std::string_view last = written.substr(hyphen + 1);
        if (!view_.is_capital(i)) return;
        if (last != "based" && last != "ansässig" && last != "ansässige" && last != "ansässigen") return;
        push(i, i + 1, kToldWeight, 0.8);
        out_.back().name = std::string(written.substr(0, hyphen));
    }

    /// "Au programme : A (2 et 3 octobre), B (le 4) et enfin C".
    void programme_of_places(std::uint32_t colon) {
        static constexpr auto kHeads =
            std::to_array<std::string_view>({"programme", "programm", "itinerary", "stationen", "etappen",
                                             "stopps", "stops", "etapes", "route", "stations"});
        if (colon == 0 || !view_.is_mark(colon, ":")) return;
        if (!is_one_of<kHeads>(view_.tokens[colon - 1].key)) return;
        const std::uint32_t sentence = view_.tokens[colon].sentence;
        for (std::uint32_t i = colon + 1; view_.has(i) && view_.tokens[i].sentence == sentence;) {
            const std::uint32_t end = name_end(i);
            if (end != 0) push(i, end, kToldWeight, 0.7);
            std::uint32_t next = end == 0 ? i : end;
            if (view_.has(next) && view_.tokens[next].kind == TokenKind::BracketOpen &&
                view_.tokens[next].partner != kNoToken)
                next = view_.tokens[next].partner + 1;
            const std::uint32_t before = next;
            while (view_.is_mark(next, ",") || view_.is(next, WordClass::Conjunction) ||
                   view_.has_key(next, "enfin") || view_.has_key(next, "puis") ||
                   view_.has_key(next, "finally") || view_.has_key(next, "then") ||
                   view_.has_key(next, "schliesslich") || view_.has_key(next, "dann"))
                ++next;
            if (next == before) return;
            i = next;
        }
    }

    /// "die Route führte von A über B nach C".
    void on_a_route(std::uint32_t i) {
        static constexpr auto kWays =
            std::to_array<std::string_view>({"nach", "uber", "von", "via", "vers", "to", "from", "puis"});
        static constexpr auto kRouteWords = std::to_array<std::string_view>(
            {"route",   "reiseroute", "reise",     "fuhrte",     "fuhrt",           "gereist",
             "reiste",  "reisten",    "station",   "stationen",  "itinerary",       "trip",
             "voyage",  "flies",      "continues", "journey",    "travels",         "travelled",
             "mission", "etape",      "etapes",    "delegation", "delegationsreise"});
        if (!is_one_of<kWays>(view_.tokens[i].key) || !view_.has(i + 1) || !view_.same_sentence(i, i + 1))
            return;
        const std::uint32_t end = name_end(i + 1);
        if (end == 0 || view_.tokens[i + 1].writing != Writing::Capital) return;
        const Sentence& sentence = view_.sentences[view_.tokens[i].sentence];
        for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
            if (is_one_of<kRouteWords>(view_.tokens[at].key)) return push(i + 1, end, kLikelyWeight, 0.65);
        }
    }

    /// "Provinz X", "the province of X", "la préfecture de X", "X Province", "the X voivodeship".
    void beside_area(std::uint32_t i) {
        static constexpr auto kAreas = std::to_array<std::string_view>(
            {"provinz", "prafektur", "bundesstaat", "kanton", "woiwodschaft", "landkreis", "gespanschaft",
             "province", "prefecture", "canton", "voivodeship", "voivodie", "county", "comte", "departement",
             "bundesstaats", "kantons", "landkreises", "oblast"});
        if (!is_one_of<kAreas>(view_.tokens[i].key)) return;
        const bool is_german = view_.language == Language::German;
        std::uint32_t next = i + 1;
        const bool is_of = view_.has_key(next, "of") || view_.has_key(next, "de") ||
                           view_.has_key(next, "d'") || view_.has_key(next, "du");
        if (is_of) ++next;
        if ((is_german || is_of) && view_.same_sentence(i, next)) {
            const std::uint32_t end = name_end(next);
            if (end != 0 && view_.tokens[next].writing == Writing::Capital)
                push(next, end, kToldWeight, 0.75);
            return;
        }
        if (view_.language != Language::English || i == 0 || !view_.same_sentence(i - 1, i)) return;
        const bool is_named = view_.is_capital(i - 1) && is_unknown(i - 1) && !view_.begins_sentence(i - 1) &&
                              view_.tokens[i - 1].writing == Writing::Capital && !listed_[i - 1];
        const bool is_alone = !view_.is_capital(i + 1) && (i < 2 || !view_.is_capital(i - 2));
        if (is_named && is_alone) push(i - 1, i, kToldWeight, 0.75);
    }

    /// "fand am 3. Mai in X statt", "a eu lieu à X".
    void venue(std::uint32_t i) {
        const Key& key = view_.tokens[i].key;
        if ((key != "in" && key != "a") || !view_.has(i + 1) || !view_.same_sentence(i, i + 1)) return;
        const std::uint32_t end = name_end(i + 1);
        if (end == 0 || view_.tokens[i + 1].writing == Writing::Capitals) return;
        const bool is_plain = view_.language != Language::German;
        if (is_plain ? !view_.is_capital(i) : happens(view_.tokens[i].sentence))
            push(i + 1, end, kLikelyWeight, 0.65);
    }

    [[nodiscard]] bool happens(std::uint32_t sentence) const {
        const Sentence& whole = view_.sentences[sentence];
        for (std::uint32_t i = whole.first; i < whole.end; ++i) {
            if (is_one_of<kHappening>(view_.tokens[i].key)) return true;
        }
        return false;
    }

    /// The end of a name of a place at `i`: capitalised words with small ones between; 0: none.
    [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const {
        const bool has_article = view_.language == Language::French && view_.is_capital(i) &&
                                 view_.is(i, WordClass::Article) && view_.is_capital(i + 1) &&
                                 is_unknown(i + 1);
        if (!has_article && (!view_.is_capital(i) || !is_unknown(i))) return 0;
        std::uint32_t end = has_article ? i + 2 : i + 1;
        while (end < i + kPlaceWords + 1 && view_.same_sentence(i, end)) {
            if (view_.is_capital(end) && is_unknown(end)) {
                ++end;
                continue;
            }
            std::uint32_t next = end;
            while (view_.has(next) && is_one_of<kInner>(view_.tokens[next].key) && next < end + 2) ++next;
            const bool goes_on = next > end && view_.is_capital(next) && is_unknown(next) &&
                                 view_.same_sentence(i, next) && !view_.has_key(end, "in") &&
                                 next == end + (next - end);
            if (!goes_on || view_.language == Language::English) break;
            end = next + 1;
        }
        return end;
    }

    /// A word that means nothing else: no month, body, form, role or word of a topic.
    [[nodiscard]] bool is_unknown(std::uint32_t i) const {
        const WordEntry& word = view_.words[i];
        for (const WordClass other :
             {WordClass::Month, WordClass::Weekday, WordClass::LegalForm, WordClass::Role, WordClass::Noun,
              WordClass::Counted, WordClass::Ordinary, WordClass::TopicHead, WordClass::TopicTrigger,
              WordClass::Phase, WordClass::Reference, WordClass::NumberWord, WordClass::Title}) {
            if (word.is(other)) return false;
        }
        if (view_.is_small(i) || view_.lexicon->adjective(view_.tokens[i].key)) return false;
        if (view_.language != Language::German) return true;
        // German nouns are capitalised too; most abstract ones end like this.
        const Key& key = view_.tokens[i].key;
        static constexpr auto kAbstract = std::to_array<std::string_view>(
            {"ung",    "ungen", "heit",     "heiten", "keit",  "keiten", "schaft", "schaften", "ion",
             "ionen",  "tat",   "taten",    "nis",    "ismus", "ik",     "ie",     "ien",      "enz",
             "anz",    "tum",   "arbeit",   "form",   "hohe",  "mitte",  "anfang", "ende",     "zukunft",
             "praxis", "frage", "betracht", "kraft",  "bezug", "eigen"});
        return std::ranges::none_of(kAbstract,
                                    [&](std::string_view ending) { return key.ends_with(ending); });
    }

    void push(std::uint32_t first, std::uint32_t end, int weight, double confidence) {
        const bool has_digit = view_.written(first).find_first_of("0123456789") != std::string_view::npos;
        if (listed_[first] || has_digit) return;  // "in MUSTER3" is in a project
        const bool is_firm = view_.same_sentence(first, end) && view_.is_capital(end) &&
                             (is_firms_last_word(view_, end) || view_.is(end, WordClass::LegalForm));
        if (is_firm) return;  // "Leute von Muster Systems"
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = EntityKind::Place;
        made.kind_told = true;
        made.weight = weight;
        made.confidence = confidence;
        made.rule = "told-place";
        out_.push_back(std::move(made));
    }

    const View& view_;
    std::span<const DateSpan> dates_;
    Candidates& out_;
    std::vector<bool> listed_;  // by token: a place of the lists begins
};

}  // namespace

void find_told_places(const View& view, std::span<const DateSpan> dates, Candidates& out) {
    ToldPlaces(view, dates, out).find();
}

}  // namespace kontor::press
