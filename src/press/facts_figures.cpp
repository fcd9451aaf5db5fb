// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 12;
constexpr std::size_t kYearDigits = 4;
constexpr std::int64_t kBoth = 2;  // "the two clusters" are no count

std::string_view bound_word(Bound bound) {
    switch (bound) {
        case Bound::Exact:
            return "";
        case Bound::Over:
            return "over";
        case Bound::About:
            return "about";
        case Bound::UpTo:
            return "up-to";
    }
    return "";
}

bool is_actor(std::string_view what) {
    return what == "companies" || what == "research institutions" || what == "universities" ||
           what == "clusters" || what == "organisations" || what == "smes" || what == "start-ups" ||
           what == "actors" || what == "partners";
}

void count_fact(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    const bool is_member = count.what == "members";
    if ((!is_member && !is_actor(count.what)) || count.value <= kBoth) return;
    const KindSet whose = kBodies | (is_member ? 0 : kEvent | kProject);
    std::optional<Part> who = scene.nearest(s, count.first, whose, Side::Before);
    const bool is_here = who && scene.segment(who->at) == scene.segment(count.first);
    if (!is_here) {
        const auto after = scene.nearest(s, count.first, whose, Side::After);
        const bool is_after = after && after->at - count.end <= kNearWords &&
                              scene.segment(after->at) == scene.segment(count.first);
        if (is_after) who = after;
    }
    const char* rule = "count";
    if (!who && !is_member) {
        who = scene.nearest(s, count.first, kPlace, Side::Before);
        rule = "count-of-place";
    }
    if (!who) {
        who = scene.context(s, kBodies);
        rule = "count-of-context";
    }
    if (!who) return;
    Claimed claimed{.subject = who->entities.back(),
                    .predicate = is_member ? Predicate::HasMemberCount : Predicate::HasActorCount,
                    .object = fmt::format("{}", count.value),
                    .sentence = s,
                    .at = count.first,
                    .rule = rule,
                    .qualifiers = {{"what", count.what}},
                    .from_context = who->from_context};
    if (count.bound != Bound::Exact) {
        claimed.qualifiers.push_back({"approximate", true});
        claimed.qualifiers.push_back({"bound", std::string(bound_word(count.bound))});
    }
    sink.add(std::move(claimed));
}

void founded(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Found))) {
        for (const DateSpan& date : scene.dates(s)) {
            if (date.sense != DateSense::On && date.sense != DateSense::Since) continue;
            if (scene.segment(date.first) != scene.segment(at) || !date.from.known()) continue;
            const auto who = scene.subject(s, at, kBodies);
            if (!who) continue;
            sink.add({.subject = who->entities.front(),
                      .predicate = Predicate::Founded,
                      .object = date.from.text().substr(0, kYearDigits),
                      .sentence = s,
                      .at = at,
                      .rule = "founded",
                      .qualifiers = {},
                      .from_context = who->from_context});
            return;
        }
    }
}

}  // namespace

void read_figure_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const CountSpan& count : scene.counts(s)) count_fact(scene, s, count, sink);
    founded(scene, s, sink);
}

}  // namespace kontor::press
