// SPDX-License-Identifier: EUPL-1.2
#include "press/firm_names.hpp"

#include <string>
#include <unordered_set>

#include "press/context.hpp"
#include "press/words.hpp"

namespace kontor::press {
namespace {

bool is_body_noun(const View& view, std::uint32_t i) {
    if (!view.is_capital(i) || !view.is(i, WordClass::Noun)) return false;
    const EntityKind kind = view.words[i].kind;
    return kind != EntityKind::Company && (is_organisation(kind) || kind == EntityKind::Event);
}

/// "Anna Muster", "A. Muster", "Dr. Muster", "Minister Muster", "Hochschule Muster".
bool belongs_to_word_before(const View& view, std::uint32_t first) {
    if (first == 0 || !view.same_sentence(first - 1, first)) return false;
    std::uint32_t before = first - 1;
    if (view.is_mark(before, ".") && before > 0) --before;
    const bool is_for_example = before >= 2 && view.is_mark(before - 1, ".") && view.has_key(before - 2, "z");
    const bool is_initial = before + 1 < first && view.is_capital(before) &&
                            view.tokens[before].key.size() == 1 && !is_for_example;
    return is_initial || view.is(before, WordClass::FirstName) || view.is(before, WordClass::Title) ||
           view.is(before, WordClass::Role) || is_body_noun(view, before);
}

/// "Muster Rexroth", "Muster Stiftung", "Muster Research Institute".
bool goes_on(const View& view, std::uint32_t first, std::uint32_t end) {
    if (!view.same_sentence(first, end) || !view.is_capital(end)) return false;
    constexpr std::uint32_t kWords = 4;
    for (std::uint32_t i = end; i < end + kWords && view.same_sentence(first, i) && view.is_capital(i); ++i) {
        if (is_body_noun(view, i)) return true;
    }
    const Key& key = view.tokens[end].key;
    return view.words[end].classes == 0 && !view.lexicon->is_ordinary(key) && !view.lexicon->is_place(key);
}

}  // namespace

bool opens_firm(const View& view, std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t kWords = 5;
    for (std::uint32_t i = end; i < end + kWords && view.same_sentence(first, i); ++i) {
        if (i > end && view.is(i, WordClass::LegalForm) && view.is_striking(i)) return true;
        if (!view.is_capital(i)) return false;
    }
    return false;
}

bool stands_for_firm(const View& view, std::uint32_t first, std::uint32_t end, std::string_view form) {
    if (belongs_to_word_before(view, first) || goes_on(view, first, end) || opens_firm(view, first, end))
        return false;
    if (end != first + 1) return true;
    // Of inflection only the "s" of the genitive: "Philip" is no Philips, "mahlen" no Mahle.
    const std::string name = key_of(form);
    const std::string_view key = view.tokens[first].key;
    return key == name || (key.size() == name.size() + 1 && key.starts_with(name) && key.ends_with('s'));
}

void erase_firms_like_people(const View& view, Candidates& candidates) {
    std::unordered_set<std::string_view> people;
    for (const Candidate& one : candidates) {
        if (one.kind == EntityKind::Person && one.name_end > one.name_first + 1)
            people.insert(view.tokens[one.name_end - 1].key);
    }
    std::erase_if(candidates, [&](const Candidate& one) {
        return one.kind == EntityKind::Company && one.identity.of == Identity::Of::Lexicon &&
               one.end == one.first + 1 && people.contains(view.tokens[one.first].key);
    });
}

}  // namespace kontor::press
