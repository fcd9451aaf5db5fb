// SPDX-License-Identifier: EUPL-1.2
#include "press/lists.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "press/context.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kBetween = 8;

bool joins(const View& view, std::uint32_t i) {
    if (view.has_key(i, "wie") || view.has_key(i, "as") || view.has_key(i, "comme") || view.has_key(i, "als"))
        return false;
    return view.is_mark(i, ",") || view.is_mark(i, "&") || view.is_mark(i, "/") ||
           view.is(i, WordClass::Conjunction) || view.is(i, WordClass::Article) || view.has_key(i, "que") ||
           view.has_key(i, "auch") || view.has_key(i, "also") || view.has_key(i, "das") ||
           view.has_key(i, "dem") || view.tokens[i].kind == TokenKind::QuoteOpen ||
           view.tokens[i].kind == TokenKind::QuoteClose;
}

/// "Name (Interreg Musterraum)": a project of the programme.
void told_by_bracket(const View& view, Candidates& candidates) {
    for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
        Candidate& one = candidates[i];
        const Candidate& next = candidates[i + 1];
        const bool bracket = view.has(one.end) && view.tokens[one.end].kind == TokenKind::BracketOpen &&
                             next.first == one.end + 1;
        if (!bracket || next.kind != EntityKind::Programme || one.kind_told ||
            one.identity.of != Identity::Of::None)
            continue;
        if (one.kind != EntityKind::Organisation) continue;
        one.kind = EntityKind::Project;
        one.kind_told = true;
    }
}

}  // namespace

bool in_one_list(const View& view, const Candidate& left, const Candidate& right) {
    if (right.first < left.end || !view.same_sentence(left.first, right.first)) return false;
    std::uint32_t i = left.end;
    bool joint = false;
    for (std::uint32_t steps = 0; i < right.first && steps < kBetween; ++steps) {
        const Token& token = view.tokens[i];
        if (token.kind == TokenKind::BracketOpen && token.partner != kNoToken) {
            i = token.partner + 1;
            continue;
        }
        const bool from = (view.has_key(i, "aus") || view.has_key(i, "from") || view.has_key(i, "in")) &&
                          view.is_capital(i + 1);
        if (from) {
            i += 2;
            continue;
        }
        if (!joins(view, i)) return false;
        joint = true;
        ++i;
    }
    return joint && i >= right.first;
}

namespace {

bool is_listable(const Candidate& one) {
    return one.kind != EntityKind::Place && one.kind != EntityKind::Topic && one.kind != EntityKind::Person;
}

/// Whether two names with a comma between are an enumeration: "and" or a third name goes on with it. "In the
/// project P, A works" is none.
bool goes_on(const View& view, const Candidates& candidates, std::size_t left, std::size_t right) {
    for (std::uint32_t i = candidates[left].end; i < candidates[right].first; ++i) {
        if (view.is(i, WordClass::Conjunction) || view.is_mark(i, "&") || view.is_mark(i, "/")) return true;
    }
    std::size_t next = right + 1;
    while (next < candidates.size() && !is_listable(candidates[next])) ++next;
    if (next < candidates.size() && in_one_list(view, candidates[right], candidates[next])) return true;
    for (std::size_t before = left; before-- > 0;) {
        if (!is_listable(candidates[before])) continue;
        return in_one_list(view, candidates[before], candidates[left]);
    }
    return false;
}

/// "the prefectures of A, B and C": a noun for many places stands before the first.
bool are_places(const View& view, std::uint32_t first) {
    constexpr std::uint32_t kBack = 3;
    static constexpr auto kMany = std::to_array<std::string_view>(
        {"departements", "provinces", "prefectures", "regions",   "cities",   "towns",
         "villes",       "cantons",   "counties",    "districts", "communes", "municipalities",
         "stadte",       "stadten",   "regionen",    "kantone",   "kantonen", "landkreise",
         "landkreisen",  "provinzen", "prafekturen", "gemeinden", "bezirke",  "bezirken",
         "orte",         "orten",     "standorte",   "standorten"});
    for (std::uint32_t back = 1; back <= kBack && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first)) return false;
        if (is_one_of<kMany>(view.tokens[i].key)) return true;
        if (!view.is_small(i) && !view.is_mark(i, ":")) return false;
    }
    return false;
}

bool is_open_word(const View& view, const Candidate& one) {
    return is_organisation(one.kind) && !one.kind_told && one.end == one.first + 1 &&
           one.identity.of == Identity::Of::None && view.tokens[one.first].writing == Writing::Capital;
}

/// What is told to be a place once is one everywhere, and so are those in a list of places.
void spread_places(const View& view, Candidates& candidates) {
    std::unordered_set<std::string_view> told;
    for (const Candidate& one : candidates) {
        if (std::string_view(one.rule) == "told-place") told.insert(view.tokens[one.first].key);
    }
    bool in_list = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        Candidate& one = candidates[i];
        in_list =
            are_places(view, one.first) || (in_list && i > 0 && in_one_list(view, candidates[i - 1], one));
        if (!is_open_word(view, one)) continue;
        if (!in_list && !told.contains(view.tokens[one.first].key)) continue;
        one.kind = EntityKind::Place;
        one.kind_told = true;
        one.rule = "told-place";
    }
}

}  // namespace

void spread_kinds(const View& view, Candidates& candidates) {
    const Candidate* head = nullptr;
    const Candidate* last = nullptr;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        Candidate& one = candidates[i];
        if (!is_listable(one)) continue;
        const bool listed = last != nullptr && in_one_list(view, *last, one) &&
                            goes_on(view, candidates, static_cast<std::size_t>(last - candidates.data()), i);
        if (!listed) head = nullptr;
        const bool by_noun = one.name_first > one.first || kind_before(view, one.first).has_value();
        if (!listed && one.kind_told && by_noun) head = &one;
        if (listed && head != nullptr && !one.kind_told && one.identity.of == Identity::Of::None) {
            one.kind = head->kind;
            one.kind_told = true;
            one.confidence = std::max(one.confidence, 0.75);
        }
        last = &one;
    }
    told_by_bracket(view, candidates);
    spread_places(view, candidates);
}

}  // namespace kontor::press
