// SPDX-License-Identifier: EUPL-1.2
// Names that are known beforehand, places by name and adjective.
#include <algorithm>
#include <array>

#include "press/candidates.hpp"
#include "press/context.hpp"
#include "press/firm_names.hpp"
#include "press/name_signs.hpp"
#include "press/one_of.hpp"
#include "text/countries.hpp"

namespace kontor::press {
namespace {

constexpr int kKnownWeight = 100;
constexpr int kBodyWeight = 90;
constexpr int kPlaceWeight = 50;
constexpr int kAdjectiveWeight = 20;
constexpr int kClueWeight = 19;
constexpr std::uint32_t kStrandWords = 5;  // after "Interreg"
constexpr std::uint32_t kCodes = 6;        // tokens of a bracket with codes of countries
constexpr auto kOf = std::to_array<std::string_view>({"de", "du", "des", "la", "l'", "d'"});
constexpr auto kRegions = std::to_array<std::string_view>({"region", "metropole", "departement", "ville"});
constexpr auto kStates = std::to_array<std::string_view>(
    {"land", "landes", "freistaat", "freistaates", "freistaats", "kanton", "kantons", "stadt"});

class ListedNames {
public:
    ListedNames(const View& view, const NameLists& lists, Candidates& out)
        : view_(view), lists_(lists), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            const Token& token = view_.tokens[i];
            if (token.kind != TokenKind::Word && token.kind != TokenKind::Number) continue;
            if (view_.sentences[token.sentence].kind == SentenceKind::Furniture &&
                token.writing == Writing::Mixed)
                continue;
            std::uint32_t end = known(i);
            end = std::max(end, listed(i));
            if (end == 0 && is_code(i)) {
                code(i);
                continue;
            }
            if (end == 0 && token.kind == TokenKind::Word) {
                hyphened(i);
                headed(i);
                adjective(i);
            }
            if (end > i + 1) i = end - 1;
        }
        for (const Sentence& sentence : view_.sentences) clues(sentence);
    }

private:
    /// Programmes that a sentence means without their name.
    void clues(const Sentence& sentence) {
        for (const LexiconClue& clue : view_.lexicon->clues()) {
            std::uint32_t at = kNoToken;
            for (const auto& group : clue.groups) {
                at = beginning_like(sentence, group);
                if (at == kNoToken) break;
            }
            if (at == kNoToken) continue;
            Candidate made = base(at, at + 1, EntityKind::Programme, kClueWeight);
            made.kind_told = true;
            made.identity = {Identity::Of::Lexicon, clue.name};
            made.name = view_.lexicon->names()[clue.name].forms.front();
            made.country = view_.lexicon->names()[clue.name].country;
            made.confidence = 0.7;
            made.rule = "compound";  // no name to be found again
            out_.push_back(std::move(made));
        }
    }

    [[nodiscard]] std::uint32_t beginning_like(const Sentence& sentence,
                                               const std::vector<std::string>& words) const {
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            const std::string_view key = view_.tokens[i].key;
            if (std::ranges::any_of(words, [&](const std::string& word) { return key.starts_with(word); }))
                return i;
        }
        return kNoToken;
    }

    std::uint32_t known(std::uint32_t i) {
        const NameTrie::Match match = lists_.known.longest(view_, i);
        if (!match) return 0;
        const KnownName& name = lists_.names->names[match.payload];
        Candidate made = base(i, match.end, name.kind, kKnownWeight);
        made.kind_told = name.kind != EntityKind::Organisation;
        made.identity = {Identity::Of::Known, match.payload};
        made.name = name.names.front();
        made.country = name.country;
        made.confidence = 0.97;
        made.rule = "known-name";
        if (view_.is(match.end, WordClass::LegalForm) && view_.same_sentence(i, match.end))
            made.end = match.end + 1;
        out_.push_back(std::move(made));
        return out_.back().end;
    }

    std::uint32_t listed(std::uint32_t i) {
        const NameTrie::Match match = lists_.lexicon.longest(view_, i);
        if (!match) return 0;
        // "la Commission" is one name, but "la Commission européenne" has its own without the article.
        if (view_.is(i, WordClass::Article) && view_.has(i + 1) &&
            lists_.lexicon.longest(view_, i + 1).end > match.end)
            return 0;
        const LexiconName& name = view_.lexicon->names()[match.payload];
        const bool place = name.kind == EntityKind::Place;
        if (place && !is_place_here(i, match.end, name)) return 0;
        if (!place && !is_organisation(name.kind) && opens_firm(view_, i, match.end)) return 0;
        const bool is_firm = name.kind == EntityKind::Company;
        if (is_firm && !stands_for_firm(view_, i, match.end, lists_.lexicon.form(match.form))) return 0;
        Candidate made = base(i, match.end, name.kind, place ? kPlaceWeight : kBodyWeight);
        made.kind_told = true;
        made.identity = {Identity::Of::Lexicon, match.payload};
        made.country = name.country;
        made.confidence = place ? 0.95 : 0.96;
        made.rule = place ? "place-name" : "field-name";
        if (!place) made.name = lists_.lexicon.form(match.form);
        if (made.name.starts_with("the ") || made.name.starts_with("die ") || made.name.starts_with("der ") ||
            made.name.starts_with("la "))
            made.name = view_.language == Language::German
                            ? name.forms.front()
                            : name.forms[std::min<std::size_t>(1, name.forms.size() - 1)];
        if (!place) go_on(made);
        if (made.kind == EntityKind::PublicBody) over_fields(made);
        if (is_organisation(made.kind)) over_place(made);
        if (place) governed(made);
        out_.push_back(std::move(made));
        return out_.back().end;
    }

    /// "Ministerium für Wirtschaft, Energie und Technik" where the list has it up to "Wirtschaft".
    void over_fields(Candidate& made) const {
        const std::uint32_t end = end_of_fields(view_, made.first, made.end);
        if (end == made.end) return;
        const std::uint32_t known = made.end;
        if (made.name.empty()) made.name = tidy(view_.written(made.first, known));
        made.end = made.name_end = end;
        made.name +=
            tidy(view_.text.substr(view_.tokens[known - 1].range.end,
                                   view_.tokens[end - 1].range.end - view_.tokens[known - 1].range.end));
    }

    /// "Enterprise Europe Network Musterstadt": the body's house at a place is a body of its own.
    void over_place(Candidate& made) const {
        if (made.end < made.first + 2 || !view_.same_sentence(made.first, made.end)) return;
        const NameTrie::Match match = lists_.lexicon.longest(view_, made.end);
        if (!match || !view_.is_capital(made.end)) return;
        const LexiconName& place = view_.lexicon->names()[match.payload];
        if (place.kind != EntityKind::Place || view_.is_capital(match.end)) return;
        made.end = made.name_end = match.end;
        made.identity = {};
        made.name = tidy(view_.written(made.first, made.end));
        made.country = place.country;
    }

    /// "die Région Bretagne", "vom Land Hessen gefördert": the place as a body that acts and pays.
    void governed(const Candidate& place) {
        std::uint32_t head = place.first;
        while (head > 0 && place.first - head < 2 && is_one_of<kOf>(view_.tokens[head - 1].key)) --head;
        if (head == 0 || !view_.same_sentence(head - 1, place.first) || !view_.is_capital(head - 1)) return;
        const bool region =
            is_one_of<kRegions>(view_.tokens[head - 1].key) && view_.language == Language::French;
        const bool state =
            is_one_of<kStates>(view_.tokens[head - 1].key) && head == place.first && pays(head - 1);
        if (!region && !state) return;
        Candidate made = base(head - 1, place.end, EntityKind::PublicBody, kBodyWeight);
        made.kind_told = true;
        made.country = place.country;
        made.confidence = 0.85;
        made.rule = "region-as-body";
        made.name = tidy(view_.written(made.first, made.end));
        if (made.name.starts_with("Landes ")) made.name.erase(4, 2);
        if (made.name.starts_with("Freistaates ")) made.name.erase(9, 2);
        out_.push_back(std::move(made));
    }

    /// "vom Land X gefördert", "aus Mitteln des Landes X".
    [[nodiscard]] bool pays(std::uint32_t i) const {
        if (i < 2 || !view_.same_sentence(i - 2, i)) return false;
        if (view_.has_key(i - 1, "des")) return view_.tokens[i - 2].key.starts_with("mittel");
        if (!view_.has_key(i - 1, "vom") && !view_.has_key(i - 1, "durch")) return false;
        const Sentence& sentence = view_.sentences[view_.tokens[i].sentence];
        for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
            for (const std::string_view stem : {"gefordert", "fordert", "finanziert", "kofinanziert",
                                                "bezuschusst", "mitfinanziert", "unterstutzt"}) {
                if (view_.tokens[at].key.starts_with(stem)) return true;
            }
        }
        return false;
    }

    /// "Musterförderung Sachsen GmbH", "Interreg V A Musterland-Musterburg".
    void go_on(Candidate& made) const {
        std::uint32_t end = made.end;
        const bool interreg = made.kind == EntityKind::Programme && end == made.first + 1 &&
                              view_.tokens[made.first].key == "interreg";
        if (interreg) {
            while (end < made.end + kStrandWords && view_.is_capital(end) &&
                   view_.same_sentence(made.first, end) &&
                   (!view_.is(end, WordClass::Noun) || view_.lexicon->is_place(view_.tokens[end].key)))
                ++end;
            if (end > made.end && joins_places(end)) end += 2;
        } else {
            while (is_organisation(made.kind) && view_.is(end, WordClass::LegalForm) &&
                   view_.same_sentence(made.first, end) && view_.is_striking(end))
                ++end;
        }
        if (end == made.end) return;
        made.end = made.name_end = end;
        made.name = tidy(view_.written(made.first, end));
    }

    /// "Interreg Musterland–Musterburg", "Musterland - Musterburg": a programme of two lands.
    [[nodiscard]] bool joins_places(std::uint32_t dash) const {
        const bool is_joint =
            view_.is_mark(dash, "–") || view_.is_mark(dash, "-") || view_.is_mark(dash, "/");
        return is_joint && view_.same_sentence(dash - 1, dash + 1) && view_.is_capital(dash + 1) &&
               view_.lexicon->is_place(view_.tokens[dash - 1].key) &&
               view_.lexicon->is_place(view_.tokens[dash + 1].key);
    }

    [[nodiscard]] bool is_place_here(std::uint32_t first, std::uint32_t end, const LexiconName& name) const {
        // "La réunion" at the beginning of a sentence is no island.
        if (view_.language == Language::French && end == first + 2 && view_.has_key(first, "la") &&
            view_.tokens[first + 1].writing == Writing::Lower)
            return false;
        if (end != first + 1) return view_.tokens[end - 1].writing != Writing::Lower || !name.town;
        const Key& key = view_.tokens[first].key;
        if (view_.tokens[first].writing == Writing::Capitals && key.size() <= 3 && name.country.empty())
            return false;
        if (key == "us" && view_.tokens[first].writing != Writing::Capitals) return false;
        if (name.town && is_called_like_town(first)) return false;
        const WordEntry& entry = view_.words[first];
        if (name.town && (entry.is(WordClass::FirstName) || entry.is(WordClass::Function) ||
                          entry.is(WordClass::Ordinary)))
            return entry.is(WordClass::FirstName) && first > 0 && view_.is(first - 1, WordClass::Preposition);
        return !(name.town && (entry.is(WordClass::Preposition) || entry.is(WordClass::Conjunction) ||
                               entry.is(WordClass::Article)));
    }

    /// "MUSTERSTADT, seit 2013 von A koordiniert": in capitals within running text a name that is no town;
    /// the line of place and date has capitals, too.
    [[nodiscard]] bool is_called_like_town(std::uint32_t i) const {
        constexpr std::size_t kLetters = 4;
        const Token& token = view_.tokens[i];
        if (token.writing != Writing::Capitals || token.key.size() < kLetters) return false;
        const Sentence& sentence = view_.sentences[token.sentence];
        if (i > sentence.first) {
            const bool is_led = view_.is(i - 1, WordClass::Noun) || view_.is_mark(i - 1, "-");
            if (is_led) return true;
        }
        std::uint32_t next = i + 1;
        if (view_.is_mark(next, ",")) ++next;
        return sentence.kind == SentenceKind::Running && view_.same_sentence(i, next) &&
               view_.is_word(next) && view_.tokens[next].writing == Writing::Lower &&
               !view_.has_key(next, "den") && !view_.has_key(next, "le");
    }

    /// "Name (FR)", "Name (DE/AT)": letters that stand for a country.
    [[nodiscard]] bool is_code(std::uint32_t i) const {
        const std::string_view written = view_.written(i);
        if (written.size() != 2 || view_.tokens[i].writing != Writing::Capitals) return false;
        if (!text::is_country_code(written == "UK" ? "GB" : written)) return false;
        std::uint32_t open = i;
        while (open > 0 && i - open < kCodes && view_.tokens[open].kind != TokenKind::BracketOpen) --open;
        const std::uint32_t close = view_.tokens[open].partner;
        if (view_.tokens[open].kind != TokenKind::BracketOpen || close == kNoToken || open == 0) return false;
        for (std::uint32_t at = open + 1; at < close; ++at) {
            const bool letters = view_.written(at).size() == 2 && view_.is_capital(at);
            if (!letters && !view_.is_mark(at, ",") && !view_.is_mark(at, "/")) return false;
        }
        const bool name = view_.is_capital(open - 1) ||
                          view_.tokens[open - 1].kind == TokenKind::QuoteClose ||
                          view_.is_mark(open - 1, "+");
        const bool ordinary = view_.is(i, WordClass::Ordinary) && view_.language == Language::German &&
                              view_.lexicon->is_ordinary(view_.tokens[open - 1].key);
        return name && !ordinary;
    }

    void code(std::uint32_t i) {
        const std::string_view written = view_.written(i);
        const std::string country(written == "UK" ? "GB" : written);
        const auto& names = view_.lexicon->names();
        const auto found = std::ranges::find_if(
            names, [&](const LexiconName& name) { return name.whole_country && name.country == country; });
        if (found == names.end()) return;
        Candidate made = base(i, i + 1, EntityKind::Place, kPlaceWeight);
        made.kind_told = true;
        made.identity = {Identity::Of::Lexicon, static_cast<std::uint32_t>(found - names.begin())};
        made.name = base_form(*found);
        made.country = country;
        made.confidence = 0.9;
        made.rule = "country-code";
        out_.push_back(std::move(made));
    }

    /// "EU-Projekt", "BMBF-gefördert", "go-cluster-Mitglied", "USA-Reise": the known part before the hyphen.
    void hyphened(std::uint32_t i) {
        const Key& key = view_.tokens[i].key;
        const std::size_t hyphen = key.rfind('-');
        if (hyphen == std::string::npos || hyphen < 2 || hyphen + 3 > key.size()) return;
        const std::string_view prefix = view_.written(i).substr(0, hyphen);
        if (prefix.size() != hyphen) return;  // letters of several bytes before it
        std::string spaced(prefix);           // "Interreg-Europe-Projekt"
        std::ranges::replace(spaced, '-', ' ');
        const NameTrie* tries[] = {&lists_.known, &lists_.lexicon};
        for (const NameTrie* trie : tries) {
            auto found = trie->whole(prefix);
            if (!found && spaced != prefix) found = trie->whole(spaced);
            const bool is_strand = !found && is_strand_of_interreg(key, spaced);
            if (is_strand) found = trie->whole("Interreg");
            if (!found) continue;
            const bool is_known = trie == &lists_.known;
            const EntityKind kind = is_known ? lists_.names->names[found->payload].kind
                                             : view_.lexicon->names()[found->payload].kind;
            const bool is_of_place = kind == EntityKind::Place && prefix.size() > 3;
            if (kind == EntityKind::Place && token_is_small(i)) return;  // "celle-ci"
            const bool is_event =
                view_.words[i].is(WordClass::Noun) && view_.words[i].kind == EntityKind::Event;
            if (is_of_place && view_.words[i].is(WordClass::Noun) && !is_event) return;
            Candidate made = base(i, i + 1, kind, kAdjectiveWeight + 5);
            made.within_name = is_of_place && is_event;
            made.kind_told = true;
            made.identity = {is_known ? Identity::Of::Known : Identity::Of::Lexicon, found->payload};
            made.name = trie->form(found->form);
            made.country = is_known ? lists_.names->names[found->payload].country
                                    : view_.lexicon->names()[found->payload].country;
            made.confidence = 0.9;
            made.rule = "compound";
            if (kind == EntityKind::Programme && is_in_capitals(view_.written(i))) {
                made.weight = kBodyWeight;  // "FP7-MUSTER": a strand of the programme
                made.name = view_.written(i);
            }
            if (is_strand) made.name = spaced;
            out_.push_back(std::move(made));
            return;
        }
    }

    /// "Musterlicht-Chefin Anna Muster", "MUSTER-Präsident": the body before the hyphen.
    void headed(std::uint32_t i) {
        static constexpr auto kHeads = std::to_array<std::string_view>(
            {"chef", "chefin", "geschaftsfuhrer", "geschaftsfuhrerin", "prasident", "prasidentin", "vorstand",
             "vorstandin", "sprecher", "sprecherin", "clustermanager", "clustermanagerin", "vorsitzender",
             "vorsitzende", "grunder", "grunderin"});
        constexpr std::size_t kLetters = 4;
        const std::string_view key = view_.tokens[i].key;
        const std::string_view written = view_.written(i);
        const std::size_t hyphen = written.rfind('-');
        if (view_.language != Language::German || hyphen == std::string_view::npos || hyphen < kLetters ||
            !is_one_of<kHeads>(key.substr(key.rfind('-') + 1)))
            return;
        const std::string_view name = written.substr(0, hyphen);
        const std::string_view whose = key.substr(0, key.rfind('-'));
        if (name.find('-') != std::string_view::npos) return;  // "Ex-Muster-Chef"
        const bool is_striking =
            std::ranges::any_of(name.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!is_striking || view_.lexicon->word(whose).classes != 0 || view_.lexicon->is_place(whose) ||
            lists_.lexicon.whole(name) || lists_.known.whole(name))
            return;
        Candidate made = base(i, i + 1, EntityKind::Organisation, kAdjectiveWeight + 5);
        made.name = name;
        made.confidence = 0.7;
        made.rule = "compound";
        out_.push_back(std::move(made));
    }

    /// "INTERREG-III-Projekt", "Interreg-V-A-Vorhaben".
    [[nodiscard]] static bool is_strand_of_interreg(const Key& key, std::string_view spaced) {
        constexpr std::string_view kName = "interreg-";
        return key.starts_with(kName) && spaced.size() > kName.size() &&
               spaced.substr(kName.size()).find_first_not_of("IVXABC ") == std::string_view::npos;
    }

    [[nodiscard]] static bool is_in_capitals(std::string_view written) {
        return std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    [[nodiscard]] bool token_is_small(std::uint32_t i) const {
        return view_.tokens[i].writing == Writing::Lower;
    }

    void adjective(std::uint32_t i) {
        auto found = view_.lexicon->adjective(view_.tokens[i].key);
        if (!found) found = inhabitant(i);
        if (!found) return;
        if (is_language(i)) return;
        const LexiconName& name = view_.lexicon->names()[*found];
        Candidate made = base(i, i + 1, EntityKind::Place, kAdjectiveWeight);
        made.kind_told = true;
        made.identity = {Identity::Of::Lexicon, *found};
        made.name = base_form(name);
        made.country = name.country;
        made.confidence = 0.85;
        made.rule = "demonym";
        out_.push_back(std::move(made));
    }

    /// "Kölner", "Kärntner", "Bremer": adjectives of towns and areas before a noun.
    [[nodiscard]] std::optional<std::uint32_t> inhabitant(std::uint32_t i) const {
        const std::string_view written = view_.written(i);
        const bool can_be = view_.language == Language::German &&
                            view_.tokens[i].writing == Writing::Capital && written.ends_with("er") &&
                            written.size() > 5 && view_.is_capital(i + 1) && view_.same_sentence(i, i + 1);
        if (!can_be || view_.words[i].classes != 0) return std::nullopt;
        const std::string stem(written.substr(0, written.size() - 2));
        const std::string bare = stem.ends_with('n') ? stem.substr(0, stem.size() - 1) : stem;
        for (const std::string& name : {stem, stem + "en", bare + "en", stem + "e"}) {
            const auto match = lists_.lexicon.whole(name);
            if (match && view_.lexicon->names()[match->payload].kind == EntityKind::Place)
                return match->payload;
        }
        return std::nullopt;
    }

    /// "in English", "auf Deutsch", "en français".
    [[nodiscard]] bool is_language(std::uint32_t i) const {
        if (i == 0) return false;
        const bool before =
            view_.has_key(i - 1, "in") || view_.has_key(i - 1, "auf") || view_.has_key(i - 1, "en");
        return before && !(view_.is_word(i + 1) && !view_.is_small(i + 1) && view_.same_sentence(i, i + 1));
    }

    [[nodiscard]] std::string base_form(const LexiconName& name) const {
        const auto language = static_cast<std::size_t>(view_.language);
        if (name.whole_country) return name.forms[std::min(language, name.forms.size() - 1)];
        return name.forms.front();
    }

    [[nodiscard]] static Candidate base(std::uint32_t first, std::uint32_t end, EntityKind kind, int weight) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = kind;
        made.weight = weight;
        return made;
    }

    const View& view_;
    const NameLists& lists_;
    Candidates& out_;
};

}  // namespace

void find_listed(const View& view, const NameLists& lists, Candidates& out) {
    ListedNames(view, lists, out).find();
}

}  // namespace kontor::press
