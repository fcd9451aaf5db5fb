// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <functional>
#include <set>

#include "press/context.hpp"
#include "press/evaluation.hpp"
#include "press/name_overlap.hpp"
#include "text/analyzer.hpp"
#include "text/countries.hpp"

namespace kontor::press {
namespace {

constexpr std::string_view kUnion = "EU";
constexpr std::size_t kCountryWords = 3;  // the longest names that are looked for
constexpr std::size_t kMonthDigits = 7;   // of an ISO date up to its month

std::set<std::string> countries_named(std::string_view text) {
    static const text::CountryFinder kFinder;
    std::vector<text::WordRange> words;
    text::WordCursor cursor(text);
    for (text::WordRange word; cursor.next(word);) words.push_back(word);
    std::set<std::string> out;
    for (std::size_t first = 0; first < words.size(); ++first) {
        const std::size_t end = std::min(first + kCountryWords, words.size());
        for (std::size_t last = first; last < end; ++last) {
            const auto begin = words[first].begin;
            if (auto code = kFinder.code_of(text.substr(begin, words[last].end - begin))) out.insert(*code);
        }
    }
    return out;
}

bool is_one_of(const Entity& entity, const std::vector<std::string_view>& names) {
    const ComparedName name(entity.name);
    return std::ranges::any_of(names,
                               [&](std::string_view known) { return name.equals(ComparedName(known)); });
}

/// What meets "EU" among countries.
bool is_union(const Entity& entity) {
    return is_one_of(
        entity, {"EU", "UE", "Europa", "Europe", "Europäische Union", "European Union", "Union européenne",
                 "Europäische Kommission", "European Commission", "Commission européenne"});
}

/// The notes have the Union itself among countries, not among organisations.
bool is_union_itself(const Entity& entity) {
    return is_one_of(entity, {"EU", "UE", "Europäische Union", "European Union", "Union européenne"});
}

std::set<std::string> countries_read(const Reading& read) {
    std::set<std::string> out;
    for (const Entity& entity : read.entities) {
        if (!entity.country.empty()) out.insert(entity.country);
    }
    return out;
}

class NoteScorer {
public:
    NoteScorer(NoteScore& score, const std::vector<std::string>& words) : score_(score), words_(words) {}

    void gold(NoteField field, const std::string& name, bool met, bool in_text) {
        const Tally one{.gold = 1, .met = met ? 1U : 0U};
        score_.all.at(at(field)) += one;
        if (!in_text) return;
        score_.in_text.at(at(field)) += one;
        if (!met) score_.missed.push_back(told(field, name));
    }
    void read(NoteField field, const std::string& name, bool right) {
        const Tally one{.read = 1, .right = right ? 1U : 0U};
        score_.all.at(at(field)) += one;
        score_.in_text.at(at(field)) += one;
        if (!right) score_.wrong.push_back(told(field, name));
    }

    /// `other`: names of a neighbouring field that count as right, not as met.
    void names(NoteField field, const std::vector<std::string>& gold_names,
               const std::vector<std::string>& other, const std::vector<const Entity*>& entities) {
        for (const std::string& name : gold_names) {
            const ComparedName compared(name);
            const bool met = std::ranges::any_of(
                entities, [&](const Entity* entity) { return is_named(*entity, compared); });
            gold(field, name, met, met || compared.has_trace_in(words_));
        }
        for (const Entity* entity : entities) {
            const auto is_it = [&](const std::string& name) { return is_named(*entity, ComparedName(name)); };
            read(field, entity->name,
                 std::ranges::any_of(gold_names, is_it) || std::ranges::any_of(other, is_it));
        }
    }

private:
    static std::size_t at(NoteField field) { return static_cast<std::size_t>(field); }
    static std::string told(NoteField field, const std::string& name) {
        return std::string(model::word(field)) + " | " + name;
    }
    static bool is_named(const Entity& entity, const ComparedName& name) {
        return name.overlaps(ComparedName(entity.name)) ||
               std::ranges::any_of(entity.aliases, [&](const std::string& alias) {
                   return name.overlaps(ComparedName(alias));
               });
    }

    NoteScore& score_;
    const std::vector<std::string>& words_;
};

std::vector<const Entity*> entities_of(const Reading& read,
                                       const std::function<bool(EntityKind)>& is_wanted) {
    std::vector<const Entity*> out;
    for (const Entity& entity : read.entities) {
        if (is_wanted(entity.kind)) out.push_back(&entity);
    }
    return out;
}

void score_countries(const NoteGold& gold, const Reading& read, std::string_view text, NoteScorer& scorer) {
    const std::set<std::string> found = countries_read(read);
    const std::set<std::string> named = countries_named(text);
    const bool has_union = std::ranges::any_of(read.entities, is_union);
    for (const std::string& country : gold.countries) {
        const bool met = country == kUnion ? has_union : found.count(country) > 0;
        scorer.gold(NoteField::Countries, country, met, met || named.count(country) > 0);
    }
    if (std::ranges::any_of(read.entities, is_union_itself))
        scorer.read(NoteField::Countries, std::string(kUnion),
                    std::ranges::count(gold.countries, kUnion) > 0);
    for (const std::string& country : found) {
        scorer.read(NoteField::Countries, country, std::ranges::count(gold.countries, country) > 0);
    }
}

bool is_in_text(const std::string& date, const std::vector<std::string>& words) {
    const auto stands = [&](const std::string& word) { return std::ranges::binary_search(words, word); };
    if (stands(date.substr(0, 4))) return true;
    if (date.size() <= kMonthDigits) return false;
    const std::string day = date.substr(kMonthDigits + 1);
    return stands(day) || (day.starts_with('0') && stands(day.substr(1)));
}

/// The end of what takes one day says no more than its start; where the note has no end, it is none read.
bool is_day_of_start(const Fact& end, const Reading& read) {
    return end.predicate == Predicate::Ends && end.certainty == Certainty::Implied &&
           std::ranges::any_of(read.facts, [&](const Fact& fact) {
               return fact.predicate == Predicate::Starts && fact.subject == end.subject &&
                      fact.object == end.object;
           });
}

void score_date(NoteField field, const std::string& gold, const Reading& read,
                const std::vector<std::string>& words, NoteScorer& scorer) {
    const Predicate predicate = field == NoteField::Start ? Predicate::Starts : Predicate::Ends;
    std::set<std::string> found;
    for (const Fact& fact : read.facts) {
        const auto* value = std::get_if<std::string>(&fact.object);
        if (fact.predicate != predicate || value == nullptr) continue;
        if (!gold.empty() || !is_day_of_start(fact, read)) found.insert(*value);
    }
    const auto agrees = [&](const std::string& date) {
        return !gold.empty() && (date.starts_with(gold) || gold.starts_with(date));
    };
    if (!gold.empty()) {
        const bool met = std::ranges::any_of(found, agrees);
        scorer.gold(field, gold, met, met || is_in_text(gold, words));
    }
    for (const std::string& date : found) scorer.read(field, date, agrees(date));
}

}  // namespace

NoteScore& NoteScore::operator+=(const NoteScore& other) {
    for (std::size_t i = 0; i < kNoteFields; ++i) {
        all.at(i) += other.all.at(i);
        in_text.at(i) += other.in_text.at(i);
    }
    missed.insert(missed.end(), other.missed.begin(), other.missed.end());
    wrong.insert(wrong.end(), other.wrong.begin(), other.wrong.end());
    return *this;
}

NoteScore score_note(const NoteGold& gold, const Reading& read, std::string_view text) {
    NoteScore score;
    const std::vector<std::string> words = word_set(text);
    NoteScorer scorer(score, words);
    auto bodies = entities_of(read, is_organisation);
    std::erase_if(bodies, [](const Entity* body) { return is_union_itself(*body); });
    scorer.names(NoteField::Organisations, gold.organisations, {}, bodies);
    scorer.names(NoteField::Project, gold.projects, gold.programmes,
                 entities_of(read, [](EntityKind kind) { return kind == EntityKind::Project; }));
    scorer.names(NoteField::Programme, gold.programmes, gold.projects,
                 entities_of(read, [](EntityKind kind) { return kind == EntityKind::Programme; }));
    score_countries(gold, read, text, scorer);
    score_date(NoteField::Start, gold.start, read, words, scorer);
    score_date(NoteField::End, gold.end, read, words, scorer);
    return score;
}

}  // namespace kontor::press
