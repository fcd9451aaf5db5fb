// SPDX-License-Identifier: EUPL-1.2
#include "press/legal_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "press/context.hpp"
#include "press/name_signs.hpp"

namespace kontor::press {
namespace {

constexpr int kLegalWeight = 85;

/// Kinds that the nouns of a name tell, where its legal form leaves them open.
void tell_by_nouns(const View& view, std::uint32_t legal, Candidate& made) {
    for (std::uint32_t i = made.first; i < legal; ++i) {
        if (!view.is(i, WordClass::Noun)) continue;
        const EntityKind told = view.words[i].kind;
        const bool firm = told == EntityKind::PublicBody || told == EntityKind::University ||
                          told == EntityKind::ResearchInstitute || told == EntityKind::Association;
        const bool is_open =
            made.kind == EntityKind::Association && is_organisation(told) && told != EntityKind::Organisation;
        if (!firm && !is_open) continue;
        made.kind = told;
        made.kind_told = true;
    }
}

}  // namespace

std::optional<Candidate> LegalNames::named(std::uint32_t first, std::uint32_t legal,
                                           bool has_clusters) const {
    std::uint32_t begin = first == legal ? begin_before(legal) : first;
    if (begin == legal) return std::nullopt;
    const std::uint32_t body = body_before(begin, legal);
    const bool has_body = body < begin;
    begin = body;
    Candidate made;
    made.first = begin;
    made.end = legal + 1;
    while (view_.is(made.end, WordClass::LegalForm) && view_.same_sentence(legal, made.end)) ++made.end;
    made.name_end = made.end;
    made.name_first = begin;
    while (!has_body && made.name_first + 1 < legal && leads(made.name_first) &&
           !is_firm_noun(view_, made.name_first) && names_something(made.name_first + 1, legal))
        ++made.name_first;
    made.weight = kLegalWeight;
    made.kind = view_.words[legal].form;
    made.kind_told = true;
    if (made.kind == EntityKind::Association) {
        made.kind_told = made.name_first > begin;
        if (!made.kind_told && has_clusters) made.kind = EntityKind::Cluster;
    }
    tell_by_nouns(view_, legal, made);
    made.confidence = 0.93;
    made.rule = "legal-form";
    return made;
}

/// "Zentrum für Technik und Bildung GmbH": where the body's noun stands; else `begin`. What stands behind the
/// last "und" may be a firm of its own: "das Zentrum für Technik und Anna Muster GmbH".
std::uint32_t LegalNames::body_before(std::uint32_t begin, std::uint32_t legal) const {
    static constexpr auto kBodies =
        std::to_array<std::string_view>({"gesellschaft", "zentrum", "centrum", "institut", "verein",
                                         "agentur", "akademie", "verband", "stiftung"});
    constexpr std::uint32_t kWords = 6;
    if (view_.language != Language::German) return begin;
    const auto is_near = [&](std::uint32_t i) {
        return begin - i <= kWords && view_.same_sentence(i, begin);
    };
    const bool is_name = legal > begin + 1 && names_something(begin, legal);
    std::uint32_t at = begin;
    while (at >= 2 && is_near(at - 2)) {
        const bool is_purpose = view_.has_key(at - 1, "fur") || view_.has_key(at - 1, "zur");
        const Key& noun = view_.tokens[at - 2].key;
        const bool is_body =
            is_purpose && view_.is_capital(at - 2) &&
            std::ranges::any_of(kBodies, [&](std::string_view body) { return noun.ends_with(body); });
        if (is_body) return at - 2;
        const bool is_joined = view_.has_key(at - 1, "und") && !is_name;
        const bool is_described = view_.tokens[at - 1].writing == Writing::Lower && !view_.is_small(at - 1);
        if (is_purpose || (!is_joined && !is_described)) break;
        at -= is_joined && view_.is_capital(at - 2) ? 2 : 1;
    }
    return begin;
}

/// Where a name written small begins: "muster e.V.", at the head of a sentence "muster photonics e.V."; else
/// `legal`.
std::uint32_t LegalNames::begin_before(std::uint32_t legal) const {
    if (legal == 0 || !is_lower_name(legal - 1, legal)) return legal;
    const std::uint32_t begin = legal - 1;
    const bool has_two =
        begin > 0 && view_.begins_sentence(begin - 1) && view_.same_sentence(begin - 1, legal) &&
        (is_lower_name(begin - 1, legal) || view_.lexicon->is_place(view_.tokens[begin - 1].key));
    return has_two ? begin - 1 : begin;
}

/// A word that no list knows, or that of a field.
bool LegalNames::is_lower_name(std::uint32_t i, std::uint32_t legal) const {
    return view_.is_word(i) && view_.same_sentence(i, legal) && !view_.is_small(i) &&
           (view_.words[i].classes == 0 || view_.is(i, WordClass::TopicHead));
}

bool LegalNames::leads(std::uint32_t i) const {
    if (view_.is(i, WordClass::Role) || view_.is(i, WordClass::Counted)) return true;
    if (!view_.is(i, WordClass::Noun))
        return view_.language == Language::German && is_ordinary_word(view_, lower_, i) &&
               !runs_.is_place(i) && i + 1 < view_.size() && view_.begins_sentence(i);
    const EntityKind kind = view_.words[i].kind;
    return kind == EntityKind::Cluster || kind == EntityKind::Company || kind == EntityKind::Association ||
           kind == EntityKind::Organisation;
}

bool LegalNames::names_something(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t i = first; i < end; ++i) {
        if (!runs_.is_place(i) && !is_ordinary_word(view_, lower_, i) && view_.is_capital(i)) return true;
    }
    return false;
}

}  // namespace kontor::press
