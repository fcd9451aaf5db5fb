// SPDX-License-Identifier: EUPL-1.2
#include "press/lists.hpp"

#include "press/context.hpp"

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
}

}  // namespace kontor::press
