// SPDX-License-Identifier: EUPL-1.2
// Names that are known beforehand, places by name and adjective.
#include <algorithm>
#include <array>

#include "press/candidates.hpp"

namespace kontor::press {
namespace {

constexpr int kKnownWeight = 100;
constexpr int kBodyWeight = 90;
constexpr int kPlaceWeight = 50;
constexpr int kAdjectiveWeight = 20;

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
            if (end == 0 && token.kind == TokenKind::Word) {
                hyphened(i);
                adjective(i);
            }
            if (end > i + 1) i = end - 1;
        }
    }

private:
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
        const LexiconName& name = view_.lexicon->names()[match.payload];
        const bool place = name.kind == EntityKind::Place;
        if (place && !is_place_here(i, match.end, name)) return 0;
        Candidate made = base(i, match.end, name.kind, place ? kPlaceWeight : kBodyWeight);
        made.kind_told = true;
        made.identity = {Identity::Of::Lexicon, match.payload};
        made.country = name.country;
        made.confidence = place ? 0.95 : 0.96;
        made.rule = place ? "place-name" : "field-name";
        if (!place) made.name = lists_.lexicon.form(match.form);
        if (made.name.starts_with("the "))
            made.name = name.forms[std::min<std::size_t>(1, name.forms.size() - 1)];
        out_.push_back(std::move(made));
        return match.end;
    }

    [[nodiscard]] bool is_place_here(std::uint32_t first, std::uint32_t end, const LexiconName& name) const {
        if (end != first + 1) return true;
        const std::string& key = view_.tokens[first].key;
        if (view_.tokens[first].writing == Writing::Capitals && key.size() <= 3 && name.country.empty())
            return false;
        if (key == "us" && view_.tokens[first].writing != Writing::Capitals) return false;
        const WordEntry& entry = view_.words[first];
        if (name.town && (entry.is(WordClass::FirstName) || entry.is(WordClass::Function) ||
                          entry.is(WordClass::Ordinary)))
            return entry.is(WordClass::FirstName) && first > 0 && view_.is(first - 1, WordClass::Preposition);
        return !(name.town && (entry.is(WordClass::Preposition) || entry.is(WordClass::Conjunction) ||
                               entry.is(WordClass::Article)));
    }

    /// "EU-Projekt", "BMBF-gefördert", "go-cluster-Mitglied", "USA-Reise": the known part before the hyphen.
    void hyphened(std::uint32_t i) {
        const std::string& key = view_.tokens[i].key;
        const std::size_t hyphen = key.rfind('-');
        if (hyphen == std::string::npos || hyphen < 2 || hyphen + 3 > key.size()) return;
        const std::string_view prefix = view_.written(i).substr(0, hyphen);
        if (prefix.size() != hyphen) return;  // letters of several bytes before it
        const NameTrie* tries[] = {&lists_.known, &lists_.lexicon};
        for (const NameTrie* trie : tries) {
            const auto found = trie->whole(prefix);
            if (!found) continue;
            const bool is_known = trie == &lists_.known;
            const EntityKind kind = is_known ? lists_.names->names[found->payload].kind
                                             : view_.lexicon->names()[found->payload].kind;
            if (kind == EntityKind::Place && prefix.size() > 3 && view_.words[i].is(WordClass::Noun)) return;
            Candidate made = base(i, i + 1, kind, kAdjectiveWeight + 5);
            made.kind_told = true;
            made.identity = {is_known ? Identity::Of::Known : Identity::Of::Lexicon, found->payload};
            made.name = trie->form(found->form);
            made.country = is_known ? lists_.names->names[found->payload].country
                                    : view_.lexicon->names()[found->payload].country;
            made.confidence = 0.9;
            made.rule = "compound";
            out_.push_back(std::move(made));
            return;
        }
    }

    void adjective(std::uint32_t i) {
        const auto found = view_.lexicon->adjective(view_.tokens[i].key);
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

Candidates chosen(const View& view, Candidates candidates) {
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        if (a.weight != b.weight) return a.weight > b.weight;
        if (a.end - a.first != b.end - b.first) return a.end - a.first > b.end - b.first;
        return a.first < b.first;
    });
    std::vector<bool> taken(view.size(), false);
    Candidates kept;
    for (Candidate& one : candidates) {
        bool free = true;
        for (std::uint32_t i = one.first; i < one.end && free; ++i) free = !taken[i];
        if (!free) continue;
        for (std::uint32_t i = one.first; i < one.end; ++i) taken[i] = true;
        kept.push_back(std::move(one));
    }
    std::sort(kept.begin(), kept.end(),
              [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
    return kept;
}

}  // namespace kontor::press
