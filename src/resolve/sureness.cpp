// SPDX-License-Identifier: EUPL-1.2
#include "resolve/sureness.hpp"

#include <algorithm>
#include <array>

#include "resolve/name_lexicon.hpp"

namespace kontor::resolve {
namespace {

constexpr std::size_t kTellingLetters = 24;  // so long a name is hardly given twice, with a slip neither

template <class List>
bool lists(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// A country's name as companies have it in theirs.
bool is_country(std::string_view word) {
    constexpr std::array<std::string_view, 40> kCountries{
        "america", "australia", "austria",     "belgie",      "belgique", "belgium", "canada",     "china",
        "danmark", "denmark",   "deutschland", "espana",      "finland",  "france",  "germany",    "greece",
        "hellas",  "hungary",   "iberia",      "iberica",     "india",    "ireland", "israel",     "italia",
        "italy",   "japan",     "nederland",   "netherlands", "norge",    "norway",  "osterreich", "poland",
        "polska",  "portugal",  "schweiz",     "spain",       "suisse",   "sverige", "sweden",     "uk"};
    return lists(kCountries, word);
}

class Sureness {
public:
    Sureness(const Fit& fit, const Places& places, const ParsedRecord& record)
        : fit_(fit), places_(places), record_(record), telling_(telling_words(*fit.own)) {}

    [[nodiscard]] int of() const {
        if (places_.country == Agreement::Other || fit_.names.has_other_number) return 0;
        if (fit_.names.is_same_office) return same(places_.town) ? 6 : 4;
        switch (fit_.names.relation) {
            case Relation::Equal:
                return is_short() ? of_short() : of_equal();
            case Relation::Respelt:
                return of_respelt();
            case Relation::Extended:
                return of_extended();
            case Relation::Abbreviation:
            case Relation::Shorter:
            case Relation::Other:
                break;
        }
        return 0;
    }

private:
    [[nodiscard]] bool same(Agreement agreement) const { return agreement == Agreement::Same; }
    [[nodiscard]] bool is_short() const {
        return record_.record->names[fit_.own_number].type == model::NameType::Short;
    }
    [[nodiscard]] bool is_long() const { return fit_.names.letters >= kTellingLetters; }

    [[nodiscard]] int of_equal() const {
        if (!fit_.names.has_same_form) return 0;
        if (same(places_.country) && same(places_.town)) return 9;
        if (places_.town == Agreement::Other) {
            // A country has one university of a name, with sites in several towns, and one body of a long
            // one.
            const bool is_one = telling_ > 0 && (says("university") || (telling_ > 1 && is_long()));
            return same(places_.country) && is_one ? 5 : 0;
        }
        if (same(places_.country)) return tells_in_its_country() ? 8 : 0;
        return tells_by_itself() ? 7 : 0;
    }
    [[nodiscard]] bool is_company() const { return !fit_.own->legal_form.empty(); }

    /// Whether the name is enough within a country: that of a company is when it is not a mere few letters.
    [[nodiscard]] bool tells_in_its_country() const {
        constexpr std::size_t kFewLetters = 6;
        return telling_ > 0 && (!is_company() || fit_.names.letters > kFewLetters);
    }

    /// Whether the name alone is enough: companies have sisters of the same name in other countries, and
    /// every country has its ministries.
    [[nodiscard]] bool tells_by_itself() const {
        constexpr std::size_t kSomeLetters = 9;
        if (fit_.asked->legal_form != fit_.own->legal_form || fit_.names.is_translated) return false;
        if (is_of_any_country()) return false;
        if (is_company()) return company_tells_by_itself();
        const bool is_word = fit_.own->words().size() == 1 && fit_.names.letters >= kSomeLetters;
        return telling_ > 1 || (telling_ == 1 && (says("university") || is_word || is_long()));
    }
    [[nodiscard]] bool company_tells_by_itself() const {
        constexpr std::array<std::string_view, 24> kOfOneCountry{
            "aps", "asbl",   "bvba", "doo", "eood", "ev",  "gmbh & co kg", "gmbh",
            "hf",  "kft",    "lda",  "ood", "oy",   "oyj", "sas",          "sl",
            "spa", "sp zoo", "sprl", "srl", "sro",  "uab", "vzw",          "zrt"};
        constexpr std::size_t kLetters = 8;
        constexpr std::size_t kManyLetters = 12;
        // Sisters of a group are told apart by their countries.
        if (std::ranges::any_of(fit_.own->words(), is_country)) return false;
        if (telling_ > 1 && fit_.names.letters >= kManyLetters) return true;
        if (!lists(kOfOneCountry, fit_.own->legal_form) || fit_.names.letters < kLetters) return false;
        return telling_ > 1 || (telling_ == 1 && fit_.own->words().size() == 1);
    }
    /// Ministries, and bodies between countries with a house in each.
    [[nodiscard]] bool is_of_any_country() const {
        constexpr std::array<std::string_view, 13> kOfAnyCountry{
            "army",     "europe", "embassy",    "european", "federal", "government", "international",
            "ministry", "nato",   "parliament", "police",   "senate",  "world"};
        return std::ranges::any_of(fit_.own->words(),
                                   [&](std::string_view word) { return lists(kOfAnyCountry, word); });
    }

    /// A short name is sure when it is an abbreviation: sisters of a group share all other kinds.
    [[nodiscard]] int of_short() const {
        constexpr std::size_t kShortest = 4;
        if (!same(places_.country) || places_.town == Agreement::Other) return 0;
        const auto words = fit_.own->words();
        if (words.size() != 1 || words.front().size() < kShortest || !fit_.asked->legal_form.empty())
            return 0;
        for (const ParsedName* name : record_.names) {
            const auto longer = name->words();
            if (longer.size() < 3) continue;
            const bool says_it = std::ranges::find(longer, words.front()) != longer.end();
            if (!says_it && abbreviates(words.front(), longer)) return 3;
        }
        return 0;
    }
    [[nodiscard]] int of_respelt() const {
        if (!fit_.names.has_same_form) return 0;
        if (same(places_.country) && same(places_.town)) return 6;
        if (places_.town == Agreement::Other || fit_.names.slips > 0 || !is_long()) return 0;
        if (same(places_.country)) return telling_ > 0 ? 5 : 0;
        // Spaces alone: with the words in another order it may be a translation.
        return !fit_.names.is_reordered && telling_ > 0 && !is_of_any_country() ? 4 : 0;
    }
    [[nodiscard]] int of_extended() const {
        if (!fit_.names.has_same_form || places_.town == Agreement::Other) return 0;
        const bool says_much = telling_ > 0 || fit_.own->words().size() > 3;
        if (same(places_.country) && same(places_.town)) return says_much ? 4 : 0;
        const std::size_t telling = std::min(telling_, telling_words(*fit_.asked));
        return is_long() && telling > 1 && !fit_.names.has_call_name && !is_of_any_country() ? 3 : 0;
    }
    [[nodiscard]] bool says(std::string_view word) const {
        const auto words = fit_.own->words();
        return std::ranges::find(words, word) != words.end();
    }

    const Fit& fit_;
    const Places& places_;
    const ParsedRecord& record_;
    std::size_t telling_;
};

}  // namespace

int certainty(const Fit& fit, const Places& places, const ParsedRecord& record) {
    return Sureness(fit, places, record).of();
}

std::string_view group_word(const ParsedName& name) {
    std::string_view only;
    for (const std::string_view word : name.words()) {
        const WordClass what = word_class(word);
        if (what == WordClass::Sort || what == WordClass::Part) return {};
        if (what == WordClass::Generic || word.size() <= 2 || is_number(word)) continue;
        if (!only.empty()) return {};
        only = word;
    }
    return !name.legal_form.empty() ? only : std::string_view();
}

}  // namespace kontor::resolve
