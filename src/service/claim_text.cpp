// SPDX-License-Identifier: EUPL-1.2
#include "service/claim_text.hpp"

#include <string_view>

#include "service/phrases.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

std::string place_name(std::string_view code, const Views& views) {
    const std::string& country = views.country(code);
    return country.empty() ? text::region_name(code, views.language()) : country;
}

std::string topic_name(std::string_view id, const Views& views) {
    const auto ordinal = views.vocabulary().ordinal(id);
    return ordinal ? views.vocabulary().label(*ordinal, views.language()) : std::string(id);
}

/// Each part between ", " put through `name`.
template <class Name>
std::string listed(std::string_view value, const Name& name) {
    constexpr std::string_view kBetween = ", ";
    std::string out;
    while (true) {
        const std::size_t end = value.find(kBetween);
        out += name(value.substr(0, end));
        if (end == std::string_view::npos) return out;
        out += kBetween;
        value.remove_prefix(end + kBetween.size());
    }
}

}  // namespace

std::string claim_text(const model::Claim& claim, const Views& views) {
    const std::string& predicate = claim.predicate;
    if (predicate == "target_regions" || predicate == "country") {
        return listed(claim.value, [&](std::string_view code) { return place_name(code, views); });
    }
    if (predicate == "topics") {
        return listed(claim.value, [&](std::string_view id) { return topic_name(id, views); });
    }
    if (predicate == "management_entity" || predicate == "association_entity" || predicate == "funder") {
        return views.organisation_ref(claim.value).name;
    }
    if (predicate == "programme") return views.programme_ref(claim.value).name;
    if (claim.value == "true") return say(Phrase::ValueYes, views.language());
    if (claim.value == "false") return say(Phrase::ValueNo, views.language());
    return claim.value;
}

}  // namespace kontor::service
