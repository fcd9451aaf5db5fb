// SPDX-License-Identifier: EUPL-1.2
#include "press/name_kinds.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "press/context.hpp"
#include "press/gathering.hpp"
#include "press/lists.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kToFirst = 14;  // tokens from the noun to the first name of its list
constexpr std::uint32_t kBetween = 10;  // tokens between two names of it

constexpr auto kLeads = std::to_array<std::string_view>(
    {"such",   "as",    "including", "namely",         "among", "like",   "wie",   "darunter", "namlich",
     "etwa",   "unter", "dont",      "parmi",          "tels",  "telles", "tel",   "telle",    "notamment",
     "savoir", "comme", "lesquels",  "lesquelles",     "enfin", "them",   "which", "eg",       "z.b",
     "are",    "sind",  "sont",      "beispielsweise", "allen"});

template <std::size_t N>
bool has_one_of(const View& view, std::uint32_t i, const std::array<std::string_view, N>& words) {
    return view.has(i) && std::ranges::find(words, view.tokens[i].key) != words.end();
}

/// A body that nothing has told the kind of.
bool is_open(const Candidate& one) {
    return one.kind == EntityKind::Organisation && !one.kind_told && one.identity.of == Identity::Of::None;
}

/// "clusters", "pôles", "entreprises", "Firmen": many of one kind.
std::optional<EntityKind> many(const View& view, std::uint32_t i) {
    if (!view.is(i, WordClass::Noun) || !view.is(i, WordClass::Counted)) return std::nullopt;
    const EntityKind kind = view.words[i].kind;
    const bool is_telling = kind == EntityKind::Cluster || kind == EntityKind::Company ||
                            kind == EntityKind::University || kind == EntityKind::Association ||
                            kind == EntityKind::Project;
    const bool is_lower = view.language == Language::German || view.tokens[i].writing == Writing::Lower;
    const std::string& key = view.tokens[i].key;
    const bool is_plural = view.language == Language::German || key.ends_with('s') || key.ends_with("ux");
    return is_telling && is_lower && is_plural ? std::optional(kind) : std::nullopt;
}

/// Whether the noun at `noun` leads to the name at `first`: directly, by "such as", a colon, dash or bracket.
bool leads_to(const View& view, std::uint32_t noun, std::uint32_t first) {
    if (first <= noun || first > noun + kToFirst || !view.same_sentence(noun, first)) return false;
    bool is_led = first == noun + 1;
    for (std::uint32_t i = noun + 1; i < first; ++i) {
        is_led = is_led || has_one_of(view, i, kLeads) || view.is_mark(i, ":") || view.is_mark(i, "–") ||
                 view.is_mark(i, "—") || view.tokens[i].kind == TokenKind::BracketOpen;
        if (view.is_mark(i, ";")) return false;
        if (view.is(i, WordClass::NameVerb)) is_led = false;  // "projets sont financés, dont A"
    }
    return is_led;
}

/// Whether `right` goes on the list that `left` stands in, also over "(Musterland)" and "pour la France"; in
/// a list behind a colon each name may be explained.
bool goes_on(const View& view, const Candidate& left, const Candidate& right, bool is_explained = false) {
    if (!view.same_sentence(left.first, right.first)) return false;
    bool joint = false;
    std::uint32_t passed = 0;
    for (std::uint32_t i = left.end; i < right.first; ++i) {
        const std::uint32_t close = view.tokens[i].partner;
        if (view.tokens[i].kind == TokenKind::BracketOpen && close != kNoToken && close < right.first)
            i = close;
        if (++passed > kBetween) return false;
        if (view.is_mark(i, ":") || view.is_mark(i, ";") || view.is(i, WordClass::NameVerb)) return false;
        if (view.is(i, WordClass::Noun) && !view.is(i, WordClass::Role)) return false;
        const bool is_between = !view.is_word(i) || view.is_small(i) || view.is_capital(i) ||
                                view.is(i, WordClass::Role) || view.lexicon->adjective(view.tokens[i].key);
        if (!is_between && !is_explained) return false;
        joint = joint || view.is_mark(i, ",") || view.is(i, WordClass::Conjunction);
    }
    return joint;
}

void tell(Candidate& one, EntityKind kind) {
    one.kind = kind;
    one.kind_told = true;
    one.confidence = std::max(one.confidence, 0.72);
}

/// Keys of names that a mention tells to be no body.
std::unordered_set<std::string> told_otherwise(const View& view, const Candidates& kept) {
    std::unordered_set<std::string> keys;
    for (const Candidate& one : kept) {
        if (!is_organisation(one.kind) && one.kind_told)
            keys.insert(joined_key(view, one.name_first, one.name_end));
    }
    return keys;
}

/// Names behind a noun of many.
void tell_announced(const View& view, Candidates& kept) {
    const std::unordered_set<std::string> others = told_otherwise(view, kept);
    std::size_t next = 0;
    for (std::uint32_t noun = 0; noun < view.size(); ++noun) {
        while (next < kept.size() && kept[next].first <= noun) ++next;
        const auto kind = many(view, noun);
        if (!kind || view.sentences[view.tokens[noun].sentence].kind == SentenceKind::Heading) continue;
        std::size_t at = next;
        while (at < kept.size() &&
               (kept[at].kind == EntityKind::Place || kept[at].kind == EntityKind::Topic) &&
               view.same_sentence(noun, kept[at].first))
            ++at;
        const auto fits = [&](std::size_t one) {
            return is_organisation(kept[one].kind) || kept[one].kind == *kind;
        };
        if (at >= kept.size() || !fits(at) || !leads_to(view, noun, kept[at].first)) continue;
        const bool is_explained = view.is_mark(kept[at].first - 1, ":");
        for (std::size_t last = at; at < kept.size(); ++at) {
            if (kept[at].kind == EntityKind::Place || kept[at].kind == EntityKind::Topic) continue;
            if (!fits(at)) break;
            if (at != last && !goes_on(view, kept[last], kept[at], is_explained)) {
                if (is_explained && view.same_sentence(kept[last].first, kept[at].first)) continue;
                break;
            }
            const bool is_other = others.contains(joined_key(view, kept[at].name_first, kept[at].name_end));
            if (is_open(kept[at]) && !is_other) tell(kept[at], *kind);
            last = at;
        }
    }
}

/// Names in one list with clusters alone.
void tell_like_clusters(const View& view, Candidates& kept) {
    for (std::size_t first = 0; first < kept.size();) {
        std::vector<std::size_t> list{first};
        std::size_t end = first + 1;
        for (; end < kept.size(); ++end) {
            const bool is_passed = kept[end].kind == EntityKind::Place || kept[end].kind == EntityKind::Topic;
            if (is_passed && view.same_sentence(kept[first].first, kept[end].first)) continue;
            if (!goes_on(view, kept[list.back()], kept[end])) break;
            list.push_back(end);
        }
        std::size_t clusters = 0;
        std::size_t others = 0;
        for (const std::size_t one : list) {
            if (is_open(kept[one])) continue;
            ++(kept[one].kind == EntityKind::Cluster ? clusters : others);
        }
        if (clusters > 0 && others == 0 && list.size() > 2) {
            for (const std::size_t one : list) {
                if (is_open(kept[one])) tell(kept[one], EntityKind::Cluster);
            }
        }
        first = list.size() > 1 ? list.back() + 1 : first + 1;
    }
}

/// What one mention is told holds for the others of the name.
void spread(const View& view, Candidates& kept) {
    std::unordered_map<std::string, EntityKind> told;
    for (const Candidate& one : kept) {
        if (is_organisation(one.kind) && one.kind_told)
            told.try_emplace(joined_key(view, one.name_first, one.name_end), one.kind);
    }
    for (Candidate& one : kept) {
        if (!is_open(one)) continue;
        const auto found = told.find(joined_key(view, one.name_first, one.name_end));
        if (found != told.end()) one.kind = found->second;
    }
}

}  // namespace

void tell_listed_bodies(const View& view, Candidates& kept) {
    tell_announced(view, kept);
    tell_like_clusters(view, kept);
    spread(view, kept);
}

void tell_funded_projects(const View& view, Candidates& kept) {
    std::unordered_set<std::string> projects;
    for (std::size_t i = 0; i + 1 < kept.size(); ++i) {
        const Candidate& programme = kept[i];
        const Candidate& named = kept[i + 1];
        std::uint32_t first = programme.end;
        if (view.has(first) && view.tokens[first].kind == TokenKind::QuoteOpen) ++first;
        const bool is_next = programme.kind == EntityKind::Programme && first == named.first &&
                             is_organisation(named.kind) && named.identity.of == Identity::Of::None;
        if (!is_next || kind_before(view, programme.first) != EntityKind::Project) continue;
        projects.insert(joined_key(view, named.first, named.end));
    }
    for (Candidate& one : kept) {
        if (!is_organisation(one.kind) || one.identity.of != Identity::Of::None ||
            !projects.contains(joined_key(view, one.first, one.end)))
            continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
        one.name_first = one.first;
    }
}

namespace {

/// "le pôle", "the cluster", "unser Netzwerk": one that is known, no name behind it.
bool is_the_cluster(const View& view, std::uint32_t i) {
    static constexpr auto kDefinite = std::to_array<std::string_view>(
        {"the", "our", "this", "das", "der", "dem", "des", "den", "unser", "dieses", "vom", "beim", "im",
         "le", "du", "au", "ce", "notre", "son"});
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"cluster", "clusters", "pole", "grappe", "netzwerk", "netzwerks", "spitzencluster"});
    if (i == 0 || !has_one_of(view, i, kNouns) || !has_one_of(view, i - 1, kDefinite)) return false;
    if (view.language != Language::German && view.tokens[i].key.ends_with('s')) return false;
    const bool has_name = view.same_sentence(i, i + 1) &&
                          (view.is_capital(i + 1) || view.tokens[i + 1].kind == TokenKind::QuoteOpen);
    return !has_name && (view.language == Language::German || view.tokens[i].writing == Writing::Lower);
}

}  // namespace

void name_the_cluster(const View& view, Candidates& kept) {
    constexpr std::uint32_t kOpening = 4;  // sentences in which it is named first
    bool speaks_of_one = false;
    for (std::uint32_t i = 1; i < view.size() && !speaks_of_one; ++i) speaks_of_one = is_the_cluster(view, i);
    if (!speaks_of_one) return;
    std::unordered_map<std::string, int> open;
    int told = 0;
    for (const Candidate& one : kept) {
        if (one.kind == EntityKind::Cluster && one.kind_told) ++told;
        if (is_open(one)) ++open[joined_key(view, one.name_first, one.name_end)];
    }
    const Candidate* best = nullptr;
    int mentions = 1;
    for (const Candidate& one : kept) {
        if (!is_open(one) || view.tokens[one.first].sentence >= kOpening) continue;
        const int count = open[joined_key(view, one.name_first, one.name_end)];
        if (count > mentions) best = &one;
        mentions = std::max(mentions, count);
    }
    if (best == nullptr || told >= mentions) return;
    const std::string key = joined_key(view, best->name_first, best->name_end);
    for (Candidate& one : kept) {
        if (is_open(one) && joined_key(view, one.name_first, one.name_end) == key)
            tell(one, EntityKind::Cluster);
    }
}

}  // namespace kontor::press
