// SPDX-License-Identifier: EUPL-1.2
#include "press/german_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "press/context.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

/// The ending that an adjective without article has before a noun that ends like this.
struct Head {
    std::string_view noun;
    std::string_view ending;
};
constexpr auto kHeads = std::to_array<Head>(
    {{"agentur", "e"},        {"akademie", "e"},     {"allianz", "e"},      {"bund", "er"},
     {"bundnis", "es"},       {"cluster", "es"},     {"forum", "es"},       {"gemeinschaft", "e"},
     {"genossenschaft", "e"}, {"gesellschaft", "e"}, {"hochschule", "e"},   {"initiative", "e"},
     {"institut", "es"},      {"kammer", "e"},       {"kommission", "e"},   {"konsortium", "es"},
     {"kreis", "er"},         {"ministerium", "es"}, {"netzwerk", "es"},    {"plattform", "e"},
     {"beirat", "er"},        {"rektorat", "es"},    {"sekretariat", "es"}, {"referat", "es"},
     {"stiftung", "e"},       {"universitat", "e"},  {"verband", "er"},     {"verbund", "er"},
     {"verein", "er"},        {"vereinigung", "e"},  {"zentrum", "es"}});

/// `key` is `noun` or a compound of it; `rest` letters of the genitive follow.
bool is_of_noun(std::string_view key, std::string_view noun, std::string_view rest) {
    return key.size() >= noun.size() + rest.size() && key.ends_with(rest) &&
           key.substr(0, key.size() - rest.size()).ends_with(noun);
}

/// The noun without its genitive, and its ending for adjectives; empty: not known.
std::pair<std::string_view, std::string_view> base_of(std::string_view written, std::string_view key) {
    static constexpr auto kGenitives = std::to_array<std::string_view>({"", "s", "es"});
    for (const Head& head : kHeads) {
        for (const std::string_view rest : kGenitives) {
            // Folded, "ś" ends like "s"; cut is only what is written so.
            if (is_of_noun(key, head.noun, rest) && written.ends_with(rest))
                return {written.substr(0, written.size() - rest.size()), head.ending};
        }
    }
    return {};
}

/// "Lebuser Arbeitgeberverband": of an area that no list has.
bool is_of_unknown_area(const View& view, std::uint32_t i, std::uint32_t noun) {
    const Key& key = view.tokens[i].key;
    return noun == i + 1 && has_article(view, i) && view.words[noun].compound &&
           view.words[noun].kind == EntityKind::Association && view.words[i].classes == 0 &&
           key.ends_with("er") && !view.lexicon->is_ordinary(key);
}

/// How many letters decline the adjective, by the endings that German adjectives of names have; 0: it is
/// none.
std::size_t bent(const View& view, std::uint32_t i) {
    static constexpr auto kStems =
        std::to_array<std::string_view>({"sch", "lich", "ig", "itim", "onal", "tral", "ital"});
    const std::string_view key = view.tokens[i].key;
    if (!view.is_capital(i)) return 0;
    for (const std::string_view ending : {"en", "em", "e"}) {
        if (!key.ends_with(ending) || !view.written(i).ends_with(ending)) continue;
        const std::string_view stem = key.substr(0, key.size() - ending.size());
        const bool is_one =
            std::ranges::any_of(kStems, [&](std::string_view last) { return stem.ends_with(last); });
        return is_one ? ending.size() : 0;
    }
    return 0;
}

}  // namespace

bool is_national(const View& view, std::uint32_t first, std::uint32_t noun) {
    if (view.language != Language::German || noun <= first || view.begins_sentence(first) ||
        view.tokens[first].writing != Writing::Capital)
        return false;
    const EntityKind kind = view.words[noun].kind;
    const bool firm = kind == EntityKind::PublicBody || kind == EntityKind::ResearchInstitute ||
                      kind == EntityKind::Association || kind == EntityKind::University ||
                      (kind == EntityKind::Company && view.words[noun].compound &&
                       view.tokens[noun].key.ends_with("-gesellschaft"));
    // "das Niedersächsische Muster-Netzwerk", not "Münchner Netzwerk": only names have capitals there.
    const bool is_bent = view.tokens[first].key.find("sch") != std::string::npos &&
                         !view.is(noun, WordClass::Counted) && view.words[noun].compound;
    if (!firm && !(kind == EntityKind::Cluster && is_bent)) return false;
    return view.lexicon->adjective(view.tokens[first].key).has_value() ||
           is_of_unknown_area(view, first, noun);
}

bool is_body_of_state(const View& view, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kStates = std::to_array<std::string_view>({"bw", "nrw", "rlp", "mv", "sh", "hh"});
    if (view.language != Language::German || end != first + 2 ||
        !is_one_of<kStates>(view.tokens[first + 1].key) ||
        view.tokens[first + 1].writing != Writing::Capitals || view.tokens[first].writing == Writing::Lower)
        return false;
    const WordEntry& word = view.words[first];
    const bool is_told = has_article(view, first) || view.begins_sentence(first) ||
                         view.is_mark(first - 1, ",") || view.is_mark(first - 1, ":") ||
                         view.is(first - 1, WordClass::Conjunction);
    return is_told && !word.is(WordClass::Noun) && !word.is(WordClass::Role) && !view.is_small(first) &&
           !view.lexicon->is_place(view.tokens[first].key) &&
           (view.is(first, WordClass::TopicHead) ||
            !view.lexicon->topics().matches(view.written(first)).empty());
}

bool is_cluster_of_field(const View& view, std::uint32_t first, std::uint32_t end) {
    if (view.language != Language::German || end != first + 2 || first == 0 || view.is_small(first))
        return false;
    const bool is_one = view.has_key(first + 1, "cluster") || view.has_key(first + 1, "clusters");
    const bool is_known = (has_article(view, first) && !view.has_key(first - 1, "die")) ||
                          view.has_key(first - 1, "im") || view.has_key(first - 1, "vom") ||
                          view.has_key(first - 1, "beim");
    return is_one && is_known && view.is_capital(first + 1) &&
           !view.lexicon->adjective(view.tokens[first].key) &&
           (view.is(first, WordClass::TopicHead) ||
            !view.lexicon->topics().matches(view.written(first)).empty());
}

std::string in_nominative(const View& view, std::uint32_t first, std::uint32_t noun, std::uint32_t end) {
    const bool is_declined =
        view.language == Language::German && noun > first &&
        (view.lexicon->adjective(view.tokens[first].key) || view.tokens[first].key.ends_with("schen")) &&
        bent(view, first) > 0;
    if (!is_declined) return {};
    const auto [head, ending] = base_of(view.written(noun), view.tokens[noun].key);
    if (head.empty()) return {};
    std::string name;
    bool is_adjective = true;  // in an unbroken row from the first
    for (std::uint32_t i = first; i < noun; ++i) {
        std::string_view word = view.written(i);
        is_adjective = is_adjective && bent(view, i) > 0;
        if (is_adjective) word.remove_suffix(bent(view, i));
        name += word;
        if (is_adjective) name += ending;
        name += ' ';
    }
    name += head;
    if (end > noun + 1) name += ' ' + tidy(view.written(noun + 1, end));
    return name;
}

}  // namespace kontor::press
