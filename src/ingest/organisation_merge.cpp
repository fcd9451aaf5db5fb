// SPDX-License-Identifier: EUPL-1.2
#include "ingest/organisation_merge.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "text/fold.hpp"

namespace kontor::ingest {
namespace {

using model::Organisation;

template <class T>
void fill(T& first, const T& second) {
    if (first == T{}) first = second;
}

template <class T>
void unite(std::vector<T>& first, const std::vector<T>& second) {
    for (const T& item : second) {
        if (std::find(first.begin(), first.end(), item) == first.end()) first.push_back(item);
    }
}

void unite_texts(model::Texts& first, const model::Texts& second) {
    for (const model::Text& text : second) {
        const bool has_language = std::any_of(
            first.begin(), first.end(), [&](const model::Text& known) { return known.lang == text.lang; });
        if (!has_language) first.push_back(text);
    }
}

// How much a kind says: what CORDIS' activity types give is weaker than what somebody found out.
int weight(model::OrganisationKind kind) {
    using enum model::OrganisationKind;
    switch (kind) {
        case Other:
            return 0;
        case Company:
        case University:
        case ResearchInstitute:
        case PublicBody:
            return 1;
        case Clinic:
        case EndUser:
        case Association:
            return 2;
        case Cluster:
            return 3;
    }
    return 0;
}

std::vector<model::Name> united_names(const Organisation& first, const Organisation& second) {
    std::vector<model::Name> out;
    std::set<std::string> seen;
    const auto add = [&](const Organisation& from, bool is_first) {
        for (const model::Name& name : from.names) {
            if (is_placeholder_name(name.text) || !seen.insert(text::folded(name.text)).second) continue;
            out.push_back(name);
            const bool second_legal_name = !is_first && name.type == model::NameType::Legal && out.size() > 1;
            if (second_legal_name) out.back().type = model::NameType::Alias;
        }
    };
    add(first, true);
    add(second, false);
    return out.empty() ? first.names : out;
}

bool same_text(const std::string& a, const std::string& b) {
    return text::folded(a) == text::folded(b);
}

// An address is taken as a whole; only gaps of the same place are filled.
void fill_address(Organisation& first, const Organisation& second) {
    if (!first.country.empty() && !second.country.empty() && first.country != second.country) return;
    fill(first.country, second.country);
    if (!first.city.empty() && !second.city.empty() && !same_text(first.city, second.city)) return;
    fill(first.city, second.city);
    if (first.street.empty() && first.postcode.empty()) {
        first.street = second.street;
        first.postcode = second.postcode;
    } else if (first.street.empty() || second.street.empty() || same_text(first.street, second.street)) {
        fill(first.street, second.street);
        fill(first.postcode, second.postcode);
    }
    fill(first.nuts, second.nuts);
    if (!first.latitude || !first.longitude) {
        first.latitude = second.latitude;
        first.longitude = second.longitude;
    }
}

}  // namespace

bool is_placeholder_name(std::string_view name) {
    const auto rest_is = [&](std::string_view prefix, std::string_view characters) {
        return name.size() > prefix.size() && name.starts_with(prefix) &&
               name.find_first_not_of(characters, prefix.size()) == std::string_view::npos;
    };
    return rest_is("PIC ", "0123456789") || rest_is("CORDIS ", "0123456789abcdef");
}

Organisation merge(const Organisation& existing, const Organisation& incoming) {
    const bool incoming_leads =
        std::tie(incoming.as_of, incoming.source) > std::tie(existing.as_of, existing.source);
    const Organisation& second = incoming_leads ? existing : incoming;
    Organisation out = incoming_leads ? incoming : existing;
    if (weight(second.kind) > weight(out.kind)) out.kind = second.kind;
    out.names = united_names(out, second);
    unite(out.identifiers, second.identifiers);
    fill_address(out, second);
    fill(out.web, second.web);
    unite_texts(out.description, second.description);
    unite(out.topics, second.topics);
    unite(out.offers, second.offers);
    unite(out.needs, second.needs);
    fill(out.activity_type, second.activity_type);
    fill(out.size_class, second.size_class);
    fill(out.employees, second.employees);
    fill(out.is_sme, second.is_sme);
    fill(out.founded, second.founded);
    unite(out.languages, second.languages);
    fill(out.open_for_ideas, second.open_for_ideas);
    out.invented = out.invented && second.invented;
    fill(out.cluster, second.cluster);
    fill(out.source, second.source);
    fill(out.as_of, second.as_of);
    return out;
}

}  // namespace kontor::ingest
