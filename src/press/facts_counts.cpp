// SPDX-License-Identifier: EUPL-1.2
// Counts of those who came to an event, whose name stands elsewhere in the sentence or before it, and those
// of the counted that are named as examples.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

using Words = std::string_view;

constexpr std::int64_t kSome = 2;
constexpr std::int64_t kGuests = 5;  // fewer are named
constexpr std::uint32_t kVerbWords = 12;

bool is_counted(const std::string& what) {
    static constexpr auto kWhat =
        std::to_array<Words>({"companies", "smes", "start-ups", "research institutions", "universities",
                              "clusters", "organisations", "actors", "people", "partners", "members"});
    return is_one_of<kWhat>(what);
}

/// "gathered", "trafen sich", "se sont retrouvés": of those who were there.
bool tells_coming(const std::string& key) {
    static constexpr auto kCame = std::to_array<Words>(
        {"trafen",       "kamen",        "versammelten", "folgten",          "nahmen",
         "teilgenommen", "teilnahmen",   "beteiligten",  "zusammengekommen", "gathered",
         "met",          "attended",     "participated", "convened",         "assembled",
         "came",         "retrouves",    "reunis",       "rassembles",       "participaient",
         "rendus",       "retrouvaient", "travelled",    "reisten",          "accepted",
         "registered",   "drew",         "attracted",    "attire",           "lockte",
         "angemeldet",   "inscrits",     "inscrites"});
    return is_one_of<kCame>(key);
}

void add(const Part& who, const CountSpan& count, const char* rule, FactSink& sink) {
    Claimed claimed{
        .subject = who.entities.front(),
        .predicate = Predicate::HasActorCount,
        .object = fmt::format("{}", count.value),
        .sentence = count.sentence,
        .at = count.first,
        .rule = rule,
        .qualifiers = {{"what", count.what == "people" ? std::string("participants") : count.what}},
        .from_context = who.from_context};
    if (count.bound != Bound::Exact) claimed.qualifiers.push_back({"approximate", true});
    sink.add(std::move(claimed));
}

/// "48 clusters from 23 countries followed the invitation", "19 Cluster trafen sich zu E": of the event of
/// the sentence, else of the one spoken of.
bool came_together(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    if (count.what == "members" || count.value <= kGuests) return false;
    const Sentence& sentence = scene.sentence(s);
    const std::uint32_t from =
        count.first > sentence.first + kVerbWords / 2 ? count.first - kVerbWords / 2 : sentence.first;
    const std::uint32_t end = std::min(count.end + kVerbWords, sentence.end);
    bool has_come = false;
    for (std::uint32_t at = from; at < end; ++at)
        has_come = has_come || (!scene.is_in_name(at) && tells_coming(scene.token(at).key) &&
                                scene.segment(at) == scene.segment(count.first));
    if (!has_come) return false;
    // Names beside it may be who came, or whose they are.
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.first < count.first && scene.is_of(mention, kBodies) &&
            scene.segment(mention.first) == scene.segment(count.first))
            return false;
    }
    auto event = scene.nearest(s, count.end, kEvent, Side::After);
    if (!event) event = scene.nearest(s, count.first, kEvent, Side::Before);
    if (!event) event = scene.spoken_of(s, kEvent);
    if (!event || scene.token(event->at).kind == TokenKind::Number) return false;
    event->entities.resize(1);
    add(*event, count, "came-together", sink);
    return true;
}

}  // namespace

bool told_count(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    if (!is_counted(count.what) || count.value <= kSome) return false;
    return came_together(scene, s, count, sink);
}

/// "Eight clusters from five countries …": the first sentences count who stands behind the project or
/// agreement of the item.
bool opening_count(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    constexpr std::uint32_t kFirst = 3;
    constexpr std::int64_t kTeam = 40;
    const bool is_team =
        count.what == "clusters" || count.what == "partners" || count.what == "organisations";
    if (s >= kFirst || !is_team || count.value < kGuests - 1 || count.value >= kTeam ||
        !scene.all(s, kEvent).entities.empty())
        return false;
    const Part before = scene.all(s, kBodies, scene.sentence(s).first, count.first);
    if (!before.entities.empty()) return false;
    auto whose = scene.all(s, kProject | kAgreement).entities;
    if (whose.size() > 1) return false;
    if (whose.empty()) {
        const auto opening = opening_of(scene);
        if (!opening || !has_kind(kProject | kAgreement, scene.kind(*opening))) return false;
        whose.push_back(*opening);
    }
    add(Part{.entities = whose, .at = count.first, .from_context = true}, count, "opening-count", sink);
    return true;
}

namespace {

/// "among them", "darunter", "parmi lesquels": the word behind a count that leads to some of the counted.
std::optional<std::uint32_t> leads_to_examples(const Scene& scene, std::uint32_t s, const CountSpan& count) {
    static constexpr auto kLeads = std::to_array<Words>(
        {"darunter", "among", "including", "parmi", "dont", "namely", "namlich", "lesquels", "lesquelles"});
    constexpr std::uint32_t kReach = 24;
    const std::uint32_t end = std::min(scene.sentence(s).end, count.end + kReach);
    for (std::uint32_t at = count.end; at < end; ++at) {
        const std::string& key = scene.token(at).key;
        if (key == ";" || key == ":") return std::nullopt;
        const bool is_such = key == "as" && scene.token(at - 1).key == "such";
        if (!scene.is_in_name(at) && (is_such || is_one_of<kLeads>(key))) return at;
    }
    return std::nullopt;
}

}  // namespace

void counted_examples(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink) {
    constexpr std::uint32_t kToList = 7;
    const auto at = leads_to_examples(scene, s, count);
    if (!at) return;
    const auto list = scene.nearest(s, *at, kBodies, Side::After);
    if (!list || list->entities.size() < 2 || list->at - *at > kToList) return;
    const std::string value = fmt::format("{}", count.value);
    Claimed claimed{.predicate = Predicate::MemberOf, .sentence = s, .at = *at, .rule = "counted-examples"};
    for (std::uint32_t whole = 0; whole < scene.findings().entities.size(); ++whole) {
        const bool is_event = scene.kind(whole) == EntityKind::Event;
        if (!is_event && !has_kind(kBodies, scene.kind(whole))) continue;
        const bool is_counted_here = sink.has(whole, Predicate::HasMemberCount, value) ||
                                     sink.has(whole, Predicate::HasActorCount, value);
        if (!is_counted_here || std::ranges::find(list->entities, whole) != list->entities.end()) continue;
        claimed.predicate = is_event ? Predicate::TakesPartIn : Predicate::MemberOf;
        return sink.add_all(list->entities, {whole}, claimed);
    }
}

}  // namespace kontor::press
