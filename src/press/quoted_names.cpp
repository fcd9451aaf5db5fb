// SPDX-License-Identifier: EUPL-1.2
// Names in quotation marks, with what they are beside them: projet « X », das Projekt „X“, the "X" programme.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "press/candidates.hpp"
#include "press/context.hpp"

namespace kontor::press {
namespace {

constexpr int kQuotedWeight = 95;
constexpr std::uint32_t kLongest = 25;  // tokens of a title
constexpr std::uint32_t kNear = 4;      // tokens between noun and quotation mark
constexpr std::uint32_t kTitle = 12;    // of a title, and back to what begins with it
constexpr std::uint32_t kShort = 6;     // tokens of a name whose noun stands further away
constexpr int kLoneWeight = 46;         // above single words

class QuotedNames {
public:
    QuotedNames(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            const Token& token = view_.tokens[i];
            if (token.kind != TokenKind::QuoteOpen || token.partner == kNoToken || token.partner <= i + 1)
                continue;
            if (token.partner - i - 1 <= kLongest) quote(i, token.partner);
        }
    }

private:
    /// "la priorité « X »", "zum Thema „X“": what stands in quotation marks is a field.
    [[nodiscard]] bool is_field(std::uint32_t i) const {
        for (const std::string_view one :
             {"priorite", "priority", "axe", "theme", "thema", "themen", "thematique", "schwerpunkt",
              "themenfeld", "topic", "volet", "ansatz", "ansatzes", "leitthema", "approach", "approche"}) {
            if (view_.has_key(i, one)) return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<EntityKind> kind_of(std::uint32_t i) const {
        if (is_field(i)) return EntityKind::Topic;
        if (!view_.is(i, WordClass::Noun)) return std::nullopt;
        const bool counted = view_.is(i, WordClass::Counted) && i > 0 &&
                             (view_.is(i - 1, WordClass::NumberWord) || view_.is_number(i - 1));
        if (counted && is_organisation(view_.words[i].kind)) return std::nullopt;
        return noun_kind(view_, i);
    }

    /// "das Vorhaben mit dem Titel „X“", "a project under the name “X”": where that begins, else `open`.
    [[nodiscard]] std::uint32_t before_title(std::uint32_t open) const {
        static constexpr auto kTitles = std::to_array<std::string_view>(
            {"titel", "namen", "kurztitel", "arbeitstitel", "projekttitel", "akronym", "title", "name",
             "acronym", "titre", "nom", "intitule", "acronyme"});
        static constexpr auto kWith =
            std::to_array<std::string_view>({"mit", "unter", "with", "under", "avec", "sous", "by", "of"});
        if (open < 3 || !has_one_of(open - 1, kTitles)) return open;
        std::uint32_t i = open - 1;
        while (i > 1 && open - i < kNear && view_.is(i - 1, WordClass::Article)) --i;
        return has_one_of(i - 1, kWith) ? i - 1 : open;
    }

    template <std::size_t N>
    [[nodiscard]] bool has_one_of(std::uint32_t i, const std::array<std::string_view, N>& words) const {
        return view_.has(i) && std::ranges::find(words, view_.tokens[i].key) != words.end();
    }

    /// "mit seiner Bewerbung „X“", "the proposal “X”", "la candidature « X »": what is asked money for.
    [[nodiscard]] bool is_bid(std::uint32_t i) const {
        static constexpr auto kBids = std::to_array<std::string_view>(
            {"bewerbung", "antrag", "antrags", "projektantrag", "forderantrag", "projektskizze", "skizze",
             "konzept", "projektidee", "proposal", "bid", "candidature", "konsortium", "consortium"});
        return has_one_of(i, kBids);
    }

    /// "auf der „X“ in Musterstadt", "zur „X“ im März", "au salon « X »": where one goes to is a fair.
    [[nodiscard]] bool is_fair(std::uint32_t open, std::uint32_t close) const {
        if (open < 2 || view_.language != Language::German || close != open + 2 || !is_unknown(open + 1))
            return false;
        const bool on_it = view_.has_key(open - 1, "der") &&
                           (view_.has_key(open - 2, "auf") || view_.has_key(open - 2, "an"));
        const bool to_it = view_.has_key(open - 1, "zur");
        const bool is_when =
            view_.has_key(close + 1, "in") || view_.has_key(close + 1, "im") || view_.is_number(close + 1);
        return (on_it || to_it) && is_when && view_.same_sentence(open, close + 1);
    }

    /// "en lançant « X »", "launches “X”", "startet „X“": what begins is a project.
    [[nodiscard]] bool is_launched(std::uint32_t open, std::uint32_t close) const {
        static constexpr auto kLaunch = std::to_array<std::string_view>(
            {"lancant", "lance", "lancent", "lancer", "launches", "launched", "launching", "launch",
             "startet", "starten", "startete", "starteten", "initiiert", "initiierte"});
        if (open == 0 || !view_.same_sentence(open - 1, open) || !view_.is_capital(open + 1)) return false;
        return (close <= open + kNear && has_one_of(open - 1, kLaunch)) ||
               (close <= open + kTitle && is_start_of(open));
    }

    /// "Startschuss für „X“", "co-funding came for “X”", "coup d'envoi de la « X »".
    [[nodiscard]] bool is_start_of(std::uint32_t open) const {
        static constexpr auto kStarts = std::to_array<std::string_view>(
            {"start", "startschuss", "kick-off", "kickoff", "launch", "lancement", "demarrage", "envoi",
             "funding", "co-funding", "cofunding", "forderung", "zuwendung", "zuwendungen", "fordermittel",
             "financement", "cofinancement", "grant", "subvention"});
        std::uint32_t i = open - 1;
        bool is_led = false;
        for (; i > 0 && open - i <= 3; --i) {
            const bool is_small = view_.is(i, WordClass::Preposition) || view_.is(i, WordClass::Article);
            if (!is_small) break;
            is_led = true;
        }
        for (std::uint32_t back = 0; is_led && back < kTitle && back < i; ++back) {
            if (!view_.same_sentence(i - back, open)) return false;
            if (has_one_of(i - back, kStarts)) return true;
        }
        return false;
    }

    /// A word that no list knows.
    [[nodiscard]] bool is_unknown(std::uint32_t i) const {
        return view_.is_word(i) && view_.words[i].classes == 0 && !view_.is_small(i) &&
               !view_.lexicon->is_ordinary(view_.tokens[i].key) &&
               !view_.lexicon->is_place(view_.tokens[i].key) &&
               !view_.lexicon->adjective(view_.tokens[i].key) &&
               view_.lexicon->topics().matches(view_.written(i)).empty();
    }

    /// The noun before the quotation mark, over adjectives, "named", brackets and short words.
    [[nodiscard]] std::optional<EntityKind> before(std::uint32_t mark, std::uint32_t& noun) const {
        const std::uint32_t open = before_title(mark);
        for (std::uint32_t back = 1; back <= kNear && back <= open; ++back) {
            const std::uint32_t i = open - back;
            if (!view_.same_sentence(i, open)) break;
            if (back <= 2 && is_bid(i)) return EntityKind::Project;
            if (const auto kind = kind_of(i)) {
                if (is_object_of_another(open, i)) break;
                // "Muster Cluster: „X“ führt …": who speaks, not what X is.
                if (back > 1 && is_organisation(*kind) && view_.is_mark(open - 1, ":")) break;
                // "das Projekt des Verbunds, „X“": the first noun tells.
                const bool is_genitive = is_organisation(*kind) && i > 1 &&
                                         (view_.has_key(i - 1, "des") || view_.has_key(i - 1, "der"));
                const auto head = is_genitive ? kind_of(i - 2) : std::nullopt;
                noun = head ? i - 2 : i;
                return head ? head : kind;
            }
            if (view_.tokens[i].kind != TokenKind::Word && !view_.is_mark(i, ":") && !view_.is_mark(i, ","))
                break;
            if (view_.is(i, WordClass::NameVerb) || view_.is(i, WordClass::Preposition)) break;
        }
        return std::nullopt;
    }

    /// "Bereits zum dritten Mal erhielt der Cluster das „X“": the article is that of what is in the marks.
    [[nodiscard]] bool is_object_of_another(std::uint32_t open, std::uint32_t noun) const {
        return view_.language == Language::German && noun + 2 == open &&
               (view_.has_key(open - 1, "das") || view_.has_key(open - 1, "den"));
    }

    [[nodiscard]] std::optional<EntityKind> after(std::uint32_t close) const {
        if (!view_.same_sentence(close, close + 1)) return std::nullopt;
        if (view_.is_mark(close + 1, "-") && view_.has(close + 2)) return kind_of(close + 2);
        for (std::uint32_t i = close + 1; i <= close + 2; ++i) {
            if (!view_.is_word(i) || !view_.same_sentence(close, i)) return std::nullopt;
            if (view_.is_small(i)) return std::nullopt;
            if (const auto kind = kind_of(i)) return kind;
            if (view_.language == Language::German) return std::nullopt;
        }
        return std::nullopt;
    }

    void quote(std::uint32_t open, std::uint32_t close) {
        std::uint32_t noun = kNoToken;
        auto kind = before(open, noun);
        const char* rule = "quoted-after-noun";
        if (!kind) {
            noun = kNoToken;
            kind = after(close);
            rule = "quoted-before-noun";
        }
        if (!kind) {
            kind = further(open, close);
            rule = "quoted-in-list";
        }
        if (!kind && is_fair(open, close)) {
            kind = EntityKind::Event;
            rule = "quoted-fair";
        }
        if (!kind && is_launched(open, close)) {
            kind = EntityKind::Project;
            rule = "quoted-launched";
        }
        if (!kind && is_announced(open, close)) {
            kind = EntityKind::Project;
            rule = "quoted-announced";
        }
        constexpr std::uint32_t kFieldWords = 4;  // « génie des matériaux » is written small
        const bool is_field_name = kind == EntityKind::Topic && close - open - 1 <= kFieldWords;
        if (!kind || (!is_field_name && !is_title(open + 1, close))) {
            const bool is_striking = close == open + 2 && view_.is_striking(open + 1);
            if (!kind && (is_striking || is_the_project(open, close))) lone(open, close);
            return;
        }
        last_close_ = close;
        last_kind_ = *kind;
        Candidate made;
        made.first = open + 1;
        made.end = close;
        made.name_first = open + 1;
        made.name_end = close;
        made.kind = *kind;
        made.kind_told = true;
        made.confidence = 0.92;
        made.weight = kQuotedWeight;
        made.rule = rule;
        if (noun != kNoToken && *kind == EntityKind::Event)
            made.aliases.push_back(tidy(view_.written(noun, close + 1)));
        out_.push_back(std::move(made));
    }

    /// "X" und "Y" share what they are; "X" und "Y", zwei Projekte; Vorhaben mit …, "X" und "Y".
    [[nodiscard]] std::optional<EntityKind> further(std::uint32_t open, std::uint32_t close) const {
        if (close - open - 1 > kShort || !view_.is_capital(open + 1)) return std::nullopt;
        if (last_close_ != 0 && is_listed(last_close_ + 1, open)) return last_kind_;
        std::uint32_t end = close + 1;
        for (std::uint32_t i = end; view_.same_sentence(close, i) && i < end + kNear; ++i) {
            const bool next = view_.tokens[i].kind == TokenKind::QuoteOpen &&
                              view_.tokens[i].partner != kNoToken && is_listed(end, i);
            if (!next) continue;
            end = view_.tokens[i].partner + 1;
            i = end - 1;
        }
        if (view_.is_mark(end, ",")) {
            if (const auto told = kind_after(view_, end); told && *told == EntityKind::Project) return told;
        }
        const bool speech =
            view_.is_mark(end, ",") || view_.has_key(end - 2, ",") || view_.has_key(end - 2, ".");
        const std::uint32_t first = view_.sentences[view_.tokens[open].sentence].first;
        for (std::uint32_t i = open; !speech && i-- > first;) {
            if (view_.tokens[i].kind == TokenKind::QuoteClose && i != last_close_) break;
            if (kind_of(i) == EntityKind::Project && is_many(i)) return EntityKind::Project;
        }
        return std::nullopt;
    }

    /// "Drei Projekte wurden vorgestellt. A sprach über „X“ …": a title of some words after several were
    /// announced.
    [[nodiscard]] bool is_announced(std::uint32_t open, std::uint32_t close) const {
        constexpr std::uint32_t kSentences = 4;
        if (close < open + 3 || !view_.is_capital(open + 1) || view_.has_key(close - 1, ".")) return false;
        if (view_.is_mark(close + 1, ",") && !goes_on(close + 2)) return false;  // said somebody
        const std::uint32_t here = view_.tokens[open].sentence;
        const std::uint32_t from = view_.sentences[here < kSentences ? 0 : here - kSentences].first;
        for (std::uint32_t i = open; i-- > from;) {
            if (view_.is(i, WordClass::Noun) && view_.words[i].kind == EntityKind::Project && is_many(i))
                return true;
        }
        return false;
    }

    /// "„X“, das A trägt", "“X”, led by A": what stands in quotation marks is spoken of, not spoken.
    [[nodiscard]] bool goes_on(std::uint32_t i) const {
        for (const std::string_view one :
             {"das",      "die",         "der",   "dem",  "den", "ein",   "eine", "getragen", "gefuhrt",
              "geleitet", "koordiniert", "which", "that", "a",   "an",    "led",  "run",      "carried",
              "headed",   "qui",         "que",   "un",   "une", "porte", "mene", "pilote",   "conduit"}) {
            if (view_.has_key(i, one)) return true;
        }
        return false;
    }

    /// "zwei weitere Vorhaben": the number stands up to two words before.
    [[nodiscard]] bool is_many(std::uint32_t noun) const {
        for (std::uint32_t back = 1; back <= 3 && back <= noun; ++back) {
            if (view_.is(noun - back, WordClass::NumberWord) || view_.is_number(noun - back)) return true;
        }
        return false;
    }

    /// Only marks and small words between.
    [[nodiscard]] bool is_listed(std::uint32_t from, std::uint32_t to) const {
        if (to < from || to > from + kNear || !view_.same_sentence(from, to)) return false;
        bool joint = false;
        for (std::uint32_t i = from; i < to; ++i) {
            const bool both = view_.is_mark(i, ",") || view_.is(i, WordClass::Conjunction);
            const bool filler = view_.is(i, WordClass::Article) || view_.is(i, WordClass::Connector);
            if (!both && !filler) return false;
            joint = joint || both;
        }
        return joint;
    }

    /// "„muster“: …" and "« Muster 2020 » : …" as the first words of an item that speaks of "the project".
    [[nodiscard]] bool is_the_project(std::uint32_t open, std::uint32_t close) const {
        const bool opens = open == 0 && view_.is_mark(close + 1, ":") && close <= open + kNear;
        const bool is_titled = close > open + 2 && view_.is_capital(open + 1);
        if (!opens || (!is_titled && !is_unknown(open + 1))) return false;
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            const EntityKind kind = view_.words[i].reference;
            const bool is_project = view_.is(i, WordClass::Reference) &&
                                    (kind == EntityKind::Project || kind == EntityKind::Programme);
            if (is_project && !is_plural_project(view_, i)) return true;
        }
        return false;
    }

    /// A single striking word in quotation marks without a noun: most often a project.
    void lone(std::uint32_t open, std::uint32_t close) {
        Candidate made;
        made.first = made.name_first = open + 1;
        made.end = made.name_end = close;
        made.kind = EntityKind::Project;
        made.kind_told = true;
        made.confidence = 0.62;
        made.weight = kLoneWeight;
        made.rule = "quoted-alone";
        out_.push_back(std::move(made));
    }

    /// Titles begin with a capital, or are a single word; speech goes on with verbs.
    [[nodiscard]] bool is_title(std::uint32_t first, std::uint32_t end) const {
        if (end == first + 1)  // pôle « mondial » is no name
            return view_.is_word(first) && (view_.is_capital(first) || view_.words[first].classes == 0) &&
                   !(view_.tokens[first].writing == Writing::Lower && view_.language == Language::French);
        if (!view_.is_capital(first) && !view_.is_number(first)) {
            bool any = false;
            for (std::uint32_t i = first; i < end; ++i) any = any || view_.is_capital(i);
            if (!any || view_.language == Language::French) return any;
        }
        for (std::uint32_t i = first; i < end; ++i) {
            for (const std::string_view speaker :
                 {"wir", "ich", "we", "i", "nous", "je", "uns", "unser", "unsere"}) {
                if (view_.has_key(i, speaker) && view_.tokens[i].writing != Writing::Capitals) return false;
            }
        }
        return true;
    }

    const View& view_;
    Candidates& out_;
    std::uint32_t last_close_ = 0;  // of the name before, 0 when there is none
    EntityKind last_kind_ = EntityKind::Project;
};

}  // namespace

void find_quoted(const View& view, Candidates& out) {
    QuotedNames(view, out).find();
}

}  // namespace kontor::press
