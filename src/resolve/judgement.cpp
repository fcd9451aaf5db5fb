// SPDX-License-Identifier: EUPL-1.2
#include "resolve/judgement.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "resolve/former_names.hpp"
#include "resolve/name_lexicon.hpp"
#include "resolve/sureness.hpp"
#include "text/countries.hpp"

namespace kontor::resolve {
namespace {

/// Schemes in which one body has one value.
constexpr std::array<std::string_view, 7> kOneValued{"GA", "GRID", "LEI", "PIC", "ROR", "VAT", "WIKIDATA"};

Places compare_places(const ParsedQuery& query, const ParsedRecord& record) {
    Places out;
    const std::string& asked = query.asked.country;
    const std::string& own = record.record->country;
    if (!asked.empty() && !own.empty()) out.country = asked == own ? Agreement::Same : Agreement::Other;
    out.town = compare_towns(query.town, record.town);
    return out;
}

int rank(Relation relation) {
    switch (relation) {
        case Relation::Equal:
            return 5;
        case Relation::Respelt:
            return 4;
        case Relation::Extended:
            return 3;
        case Relation::Abbreviation:
            return 1;
        case Relation::Shorter:
        case Relation::Other:
            break;
    }
    return 0;
}

double likeness(const NameFit& fit) {
    switch (fit.relation) {
        case Relation::Equal:
            return fit.has_same_form ? 1 : 0.97;
        case Relation::Respelt:
            return fit.is_reordered ? 0.92 : 0.95;
        case Relation::Extended:
            return 0.93;
        case Relation::Abbreviation:
            return 0.8;
        case Relation::Shorter:
        case Relation::Other:
            break;
    }
    return 0.9 * fit.likeness;
}

/// Towns, countries and abbreviations that both may or may not say.
Neutral neutral_words(const ParsedQuery& query, const ParsedRecord& record, const Places& places) {
    Neutral out;
    for (std::size_t i = 0; i < record.names.size(); ++i) {
        if (record.record->names[i].type != model::NameType::Short) continue;
        const auto words = record.names[i]->words();
        if (words.size() == 1) out.abbreviations.push_back(words.front());
    }
    for (const ParsedName& alias : query.names) {
        const auto words = alias.words();
        if (&alias != query.names.data() && words.size() == 1) out.abbreviations.push_back(words.front());
    }
    if (places.town == Agreement::Same) {
        out.towns = split_words(query.town);
        const auto more = split_words(record.town);
        out.towns.insert(out.towns.end(), more.begin(), more.end());
    }
    if (places.country == Agreement::Same)
        out.countries.assign(query.country_words.begin(), query.country_words.end());
    return out;
}

Fit best_fit(const ParsedQuery& query, const ParsedRecord& record, const Neutral& neutral) {
    Fit best;
    for (const ParsedName& asked : query.names) {
        for (std::size_t i = 0; i < record.names.size(); ++i) {
            NameFit fit = compare(asked, *record.names[i], neutral);
            const auto worth = [](const NameFit& it) {
                return std::tuple(rank(it.relation), it.has_same_form, it.likeness);
            };
            if (best.asked != nullptr && worth(fit) <= worth(best.names)) continue;
            best = {std::move(fit), &asked, record.names[i], i};
        }
    }
    return best;
}

std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

bool has_part(const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [](const std::string& word) {
        const WordClass what = word_class(word);
        return what == WordClass::Part || what == WordClass::Sort;
    });
}

void add_name_reasons(std::vector<Reason>& out, const Fit& fit, const ParsedRecord& record) {
    const NameFit& names = fit.names;
    switch (names.relation) {
        case Relation::Equal:
            if (names.has_same_form) out.push_back({ReasonCode::SameName, {}});
            break;
        case Relation::Respelt:
            out.push_back({ReasonCode::OtherSpelling, {}});
            break;
        case Relation::Abbreviation:
            out.push_back({ReasonCode::Abbreviation, {}});
            break;
        case Relation::Extended:
        case Relation::Shorter: {
            if (names.relation == Relation::Shorter && has_part(names.only_first)) {
                out.push_back({ReasonCode::PartOf, listed(names.only_first)});
            } else if (names.relation == Relation::Shorter && has_part(names.only_second)) {
                out.push_back({ReasonCode::WholeOf, listed(names.only_second)});
            } else {
                const bool first_is_longer = names.only_second.empty();
                out.push_back({ReasonCode::ShorterName,
                               listed(first_is_longer ? names.only_first : names.only_second)});
            }
            break;
        }
        case Relation::Other:
            if (!names.only_second.empty())
                out.push_back({ReasonCode::OtherWords, listed(names.only_second)});
            break;
    }
    if (!names.has_same_form) out.push_back({ReasonCode::OtherLegalForm, fit.own->legal_form});
    if (names.has_other_number) out.push_back({ReasonCode::OtherNumber, {}});
    if (fit.own_number > 0) out.push_back({ReasonCode::Alias, record.record->names[fit.own_number].text});
}

void add_place_reasons(std::vector<Reason>& out, const Places& places, const NamedRecord& record) {
    if (places.country == Agreement::Other) out.push_back({ReasonCode::OtherCountry, record.country});
    if (places.town == Agreement::Other) out.push_back({ReasonCode::OtherTown, record.city});
    if (places.town == Agreement::Same) out.push_back({ReasonCode::SameTown, record.city});
    if (places.country == Agreement::Same) out.push_back({ReasonCode::SameCountry, record.country});
}

double score_of(const NameFit& fit, const Places& places) {
    double score = 0.9 * likeness(fit);
    if (places.country == Agreement::Same) score += 0.04;
    if (places.town == Agreement::Same) score += 0.05;
    if (places.country == Agreement::Other) score *= 0.8;
    if (places.town == Agreement::Other) score *= 0.95;
    return score;
}

/// Names that have too little in common for anybody to take one for the other.
bool is_different(const NameFit& fit, const Places& places) {
    constexpr double kAlike = 0.7;
    if (fit.relation != Relation::Other && fit.relation != Relation::Shorter) return false;
    if (places.country == Agreement::Other || fit.has_other_number) return true;
    if (fit.relation == Relation::Shorter) return false;
    if (fit.likeness < kAlike) return true;
    return has_part(fit.only_first) || has_part(fit.only_second);
}

/// What identifiers say: the same one, or another value where one body has one.
Agreement compare_identifiers(const NameQuery& query, const NamedRecord& record, std::string& value) {
    Agreement out = Agreement::Unknown;
    for (const model::Identifier& asked : query.identifiers) {
        for (const model::Identifier& own : record.identifiers) {
            if (asked.scheme != own.scheme) continue;
            if (asked.value == own.value) {
                value = own.scheme + " " + own.value;
                return Agreement::Same;
            }
            if (std::ranges::find(kOneValued, own.scheme) == kOneValued.end()) continue;
            value = own.scheme + " " + own.value;
            out = Agreement::Other;
        }
    }
    return out;
}

}  // namespace

ParsedQuery::ParsedQuery(const NameQuery& from) : asked(from), town(parsed_town(from.city)) {
    names.push_back(parsed_name(from.name));
    for (const std::string& alias : from.aliases) names.push_back(parsed_name(alias));
    for (const std::string& each : named_twice(from.name)) names.push_back(parsed_name(each));
    for (ParsedName& name : names) name.office.polity = polity_in(name.office.polity, from.country);
    std::erase_if(names, [](const ParsedName& name) { return name.text.empty(); });
    if (from.country.empty()) return;
    for (const std::string_view language : {"de", "en", "es", "fr", "it", "nl"}) {
        country_words.push_back(parsed_name(text::country_name(from.country, language)).joined());
    }
    if (from.country == "GB") country_words.insert(country_words.end(), {"uk", "britain"});
    if (from.country == "US") country_words.emplace_back("usa");
}

Judgement judge(const ParsedQuery& query, const ParsedRecord& record) {
    Judgement out;
    Candidate& candidate = out.candidate;
    candidate.record = record.record->id;
    std::string identifier;
    const Agreement identifiers = compare_identifiers(query.asked, *record.record, identifier);
    if (identifiers == Agreement::Same) candidate.reasons.push_back({ReasonCode::SameIdentifier, identifier});
    if (identifiers == Agreement::Other)
        candidate.reasons.push_back({ReasonCode::OtherIdentifier, identifier});
    const Places places = compare_places(query, record);
    const Fit fit = best_fit(query, record, neutral_words(query, record, places));
    if (!record.record->names.empty()) candidate.name = record.record->names[fit.own_number].text;
    if (fit.own != nullptr) {
        add_name_reasons(candidate.reasons, fit, record);
        candidate.score = score_of(fit.names, places);
    }
    add_place_reasons(candidate.reasons, places, *record.record);
    const bool other_kind =
        query.asked.kind && record.record->kind && *query.asked.kind != *record.record->kind;
    if (other_kind)
        candidate.reasons.push_back({ReasonCode::OtherKind, std::string(model::word(*record.record->kind))});
    if (identifiers == Agreement::Same) {
        out.certainty = 10;
        candidate.score = 1;
    } else if (fit.own != nullptr && identifiers != Agreement::Other) {
        out.certainty = certainty(fit, places, record);
        if (telling_words(*fit.own) == 0) candidate.reasons.push_back({ReasonCode::GenericName, {}});
    }
    if (out.certainty > 0) {
        candidate.verdict = Verdict::Same;
        // In its own country a company goes by one word alone; a group's members add their fields to it.
        const bool is_whole =
            fit.own != nullptr && places.country == Agreement::Same && fit.own->words().size() == 1;
        if (identifiers != Agreement::Same && places.town == Agreement::Unknown && !is_whole)
            out.only_word = group_word(*fit.own);
    } else if (identifiers == Agreement::Other || fit.own == nullptr || is_different(fit.names, places)) {
        candidate.verdict = Verdict::Different;
    }
    return out;
}

}  // namespace kontor::resolve
