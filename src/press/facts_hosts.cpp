// SPDX-License-Identifier: EUPL-1.2
// Who hosts events and trips, alone or together.
#include <algorithm>
#include <string_view>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kActors = kBodies | kProject;
constexpr std::uint32_t kNearBy = 4;

/// All that may act behind the word in its segment, bodies and projects alike.
Entities listed_after(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    std::uint32_t end = at + 1;
    while (end < scene.sentence(s).end && scene.segment(end) == scene.segment(at)) ++end;
    Part out = scene.all(s, kActors, at, end);
    if (out.entities.empty()) {
        if (const auto after = scene.nearest(s, at, kActors, Side::After)) out = *after;
    }
    return out.entities;
}

/// "a mission headed by A, director of B", "unter Leitung von A": the person goes along; B sends nobody.
bool led_by_person(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& event, FactSink& sink) {
    constexpr std::uint32_t kToPerson = 6;
    const Key& key = scene.token(at).key;
    const bool is_lead =
        scene.tells(at, bit(Trigger::Coordinate)) || key.starts_with("condui") || key.starts_with("emmen");
    if (!is_lead || !is_trip(scene, event.entities.back())) return false;
    const auto person = scene.nearest(s, at, kPerson, Side::After);
    const bool has_by = scene.first_telling(at, at + kNearBy, bit(Trigger::By)).has_value();
    if (!person || !has_by || person->at - at > kToPerson ||
        !scene.all(s, kActors, at, person->at).entities.empty())
        return false;
    sink.add_all({person->entities.front()}, {event.entities.back()},
                 {.predicate = Predicate::TakesPartIn,
                  .sentence = s,
                  .at = at,
                  .rule = "leads-trip",
                  .qualifiers = {{"role", std::string("leader")}},
                  .from_context = event.from_context});
    return true;
}

/// "A gemeinsam mit B", "organised by A, a cluster for C, together with B": both.
void add_joint_host(const Scene& scene, std::uint32_t s, Part& who) {
    constexpr std::uint32_t kNear = 14;
    if (who.from_context || who.entities.empty()) return;
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Together))) {
        const auto before = scene.nearest(s, at, kActors, Side::Before);
        const auto after = scene.nearest(s, at, kActors, Side::After);
        if (!before || !after || after->at - at > kNearBy + 1) continue;
        const bool is_first = before->at == who.at && at - before->at <= kNear;
        const bool is_second = after->at == who.at && at - before->at <= kNearBy;
        if (!is_first && !is_second) continue;
        const Entities& others = is_first ? after->entities : before->entities;
        for (const std::uint32_t other : others) {
            if (std::ranges::find(who.entities, other) == who.entities.end()) who.entities.push_back(other);
        }
        return;
    }
}

/// "richten A und B … aus", "führte A … durch": German verbs whose first part ends a clause.
std::optional<std::uint32_t> parted_verb(const Scene& scene, std::uint32_t s) {
    if (scene.findings().language != "de") return std::nullopt;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 1 < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_host = key == "richtet" || key == "richten" || key == "richtete" || key == "richteten";
        const bool is_plan = key == "bereitet" || key == "bereiten";
        const bool is_run = key == "fuhrt" || key == "fuhren" || key == "fuhrte" || key == "fuhrten";
        const std::string_view part = is_host ? "aus" : is_run ? "durch" : "vor";
        for (std::uint32_t end = at + 2; (is_host || is_run || is_plan) && end < sentence.end; ++end) {
            const bool is_part = scene.token(end).key == part;
            if (is_part && (end + 1 == sentence.end || scene.token(end + 1).kind == TokenKind::Mark))
                return at;
        }
    }
    return std::nullopt;
}

void organisers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    // Who leads a trip organises it; who leads a project coordinates that.
    const bool is_of_trip = scene.all(s, kProject).entities.empty() &&
                            !scene.all(s, kEvent).entities.empty() &&
                            scene.sentence_tells(s, bit(Trigger::Trip));
    const TriggerSet words = bit(Trigger::Organise) | (is_of_trip ? bit(Trigger::Coordinate) : 0);
    std::vector<std::uint32_t> verbs = scene.telling(s, words);
    if (const auto verb = parted_verb(scene, s)) verbs.push_back(*verb);
    for (const std::uint32_t at : verbs) {
        auto event = scene.closest(s, at, kEvent);
        if (event && event->from_context) event = scene.spoken_of(s, kEvent);
        if (!event) continue;
        if (receives_trip(scene, at, event->entities.back()) || led_by_person(scene, s, at, *event, sink))
            continue;
        const auto before = scene.nearest(s, at, kActors, Side::Before);
        const auto after = scene.nearest(s, at, kActors, Side::After);
        const bool has_by = scene.first_telling(at + 1, at + kNearBy, bit(Trigger::By)).has_value();
        const bool is_before_here = before && scene.segment(before->at) == scene.segment(at);
        std::optional<Part> who = is_before_here && !has_by ? before : after;
        // "wird von A organisiert": the "by" stands in front.
        if (!who) who = before;
        if (!who) who = scene.subject(s, at, kActors);
        if (!who || (who->from_context && event->from_context)) continue;
        if (after && who->at == after->at) who->entities = listed_after(scene, s, at);
        add_joint_host(scene, s, *who);
        sink.add_all(who->entities, {event->entities.back()},
                     {.predicate = Predicate::Organises,
                      .sentence = s,
                      .at = at,
                      .rule = "organiser",
                      .qualifiers = {},
                      .from_context = who->from_context || event->from_context});
    }
}

}  // namespace

void read_host_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    organisers(scene, s, sink);
}

}  // namespace kontor::press
