// SPDX-License-Identifier: EUPL-1.2
// What happened at events: who was there, who spoke, how many came, what they belong to.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearPerson = 5;  // tokens from the verb to whoever speaks
constexpr std::uint32_t kNearVerb = 6;    // tokens between a verb and whom it gathers
constexpr std::uint32_t kNearCount = 20;  // tokens between a number and its event
constexpr std::uint32_t kEarlier = 4;     // sentences in which the event was told of

bool is_call(const Scene& scene, std::uint32_t event) {
    const std::string name = text::folded(scene.findings().entities[event].name);
    return name.find("appel") != std::string::npos || name.find("aufruf") != std::string::npos ||
           name.find("call") != std::string::npos || name.find("ausschreibung") != std::string::npos;
}

/// "La mission a rassemblé A, B et C", "participants came from A, B and C": those an event gathers.
void gathered_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kGathering = std::to_array<std::string_view>(
        {"rassembl", "reuni", "regroup", "brought", "gathered", "versammel", "zusammengebracht", "compos",
         "bestand", "besteht", "bestehend", "consist"});
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        if (scene.is_in_name(at) || !begins_with_one_of<kGathering>(key) || key == "reunion") continue;
        const auto event = scene.nearest(s, at, kEvent, Side::Before);
        const auto who = scene.nearest(s, at, kBodies, Side::After);
        const bool is_beside =
            event && (scene.segment(event->at) == scene.segment(at) || at - event->at <= 4);
        const bool is_here = is_beside && who && scene.segment(who->at) == scene.segment(at) &&
                             scene.all(s, kBodies | kProject, event->at, at).entities.empty();
        if (!is_here || who->at - at > kNearVerb) continue;
        sink.add_all(
            who->entities, {event->entities.back()},
            {.predicate = Predicate::TakesPartIn, .sentence = s, .at = at, .rule = "gathered-there"});
    }
}

/// Whether a verb that needs another word tells of a speech: "sprach über", "stellte … vor", "a pris la
/// parole".
bool is_speech(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kAlone = std::to_array<std::string_view>(
        {"begrusste",      "begrussten",   "eroffnete",    "eroffneten",     "moderierte", "moderierten",
         "referierte",     "referierten",  "prasentierte", "prasentierten",  "moderated",  "chaired",
         "diskutierten",   "debattierten", "interviendra", "interviendront", "intervient", "interviennent",
         "intervenu",      "intervenue",   "intervenus",   "coprasidierte",  "copreside",  "copresidee",
         "animee",         "ouverte",      "moderee",      "grusswort",      "keynote",    "impulsvortrag",
         "eroffnungsrede", "festrede",     "festvortrag"});
    struct Pair {
        std::string_view verb;
        std::array<std::string_view, 4> with;
        std::uint32_t reach;
    };
    static constexpr auto kPairs =
        std::to_array<Pair>({{"sprach", {"uber", "zu", "zum", "von"}, 3},
                             {"sprachen", {"uber", "zu", "zum", "von"}, 3},
                             {"berichtete", {"uber", "aus", "von", "vom"}, 3},
                             {"berichteten", {"uber", "aus", "von", "vom"}, 3},
                             {"stellte", {"vor", "vor", "vor", "vor"}, 30},
                             {"stellten", {"vor", "vor", "vor", "vor"}, 30},
                             {"trat", {"auf", "auf", "auf", "auf"}, 12},
                             {"traten", {"auf", "auf", "auf", "auf"}, 12},
                             {"spoke", {"on", "about", "at", "of"}, 3},
                             {"speak", {"on", "about", "at", "of"}, 3},
                             {"speaks", {"on", "about", "at", "of"}, 3},
                             {"gave", {"talk", "presentation", "speech", "lecture"}, 5},
                             {"gave", {"keynote", "overview", "insight", "insights"}, 5},
                             {"delivered", {"keynote", "speech", "lecture", "address"}, 5},
                             {"opened", {"conference", "event", "workshop", "meeting"}, 5},
                             {"welcomed", {"guests", "participants", "audience", "attendees"}, 5},
                             {"pris", {"parole", "part", "parole", "part"}, 4},
                             {"prononce", {"discours", "allocution", "conference", "mot"}, 5},
                             {"accueilli", {"participants", "invites", "public", "visiteurs"}, 5},
                             {"ouvert", {"seance", "journee", "conference", "rencontre"}, 5},
                             {"anime", {"atelier", "debat", "conference", "table"}, 5}});
    const Token& token = scene.token(at);
    if (is_one_of<kAlone>(token.key)) return true;
    return std::ranges::any_of(kPairs, [&](const Pair& pair) {
        if (token.key != pair.verb) return false;
        for (std::uint32_t next = at + 1; next < scene.sentence(s).end && next <= at + pair.reach; ++next) {
            if (is_one_of(pair.with, scene.token(next).key)) return true;
        }
        // "Von A berichtete B".
        const Key& opening = scene.token(scene.sentence(s).first).key;
        return token.key.starts_with("berichtete") &&
               (opening == "von" || opening == "uber" || opening == "aus");
    });
}

/// The event that speeches of the sentence belong to: named there, else told of shortly before.
std::optional<Part> occasion_of(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    std::optional<Part> event = scene.nearest(s, at, kEvent, Side::After);
    if (!event) event = scene.nearest(s, at, kEvent, Side::Before);
    if (!event) {
        event = scene.spoken_of(s, kEvent);
        if (!event || s - std::min(event->sentence, s) > kEarlier) {
            const auto opening = opening_of(scene);
            if (!opening || scene.kind(*opening) != EntityKind::Event) return std::nullopt;
            event = Part{.entities = {*opening}, .at = at, .from_context = true};
        }
        event->from_context = true;
    }
    const std::uint32_t one = event->entities.back();
    return is_trip(scene, one) || is_call(scene, one) ? std::nullopt : event;
}

/// "A welcomed the guests", "B sprach über C": who speaks at an event takes part in it.
void speakers_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (scene.token(at).kind != TokenKind::Word || scene.is_in_name(at) || !is_speech(scene, s, at))
            continue;
        const auto event = occasion_of(scene, s, at);
        if (!event) continue;
        auto who = scene.nearest(s, at, kPerson, Side::Before);
        const auto after = scene.nearest(s, at, kPerson, Side::After);
        const bool is_before = who && (scene.segment(who->at) == scene.segment(at) || !after);
        if (!is_before) who = after;
        if (!who) continue;
        if (!is_before && who->at - at > kNearPerson + 10) continue;
        sink.add_all(who->entities, {event->entities.back()},
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = at,
                      .rule = "speaks-at",
                      .qualifiers = {},
                      .from_context = event->from_context});
        // What somebody spoke of there the event told of.
        const auto what = scene.nearest(s, at, kProject, Side::After);
        if (!what || scene.segment(what->at) != scene.segment(at)) continue;
        sink.add_all({event->entities.back()}, what->entities,
                     {.predicate = Predicate::ReportsOn,
                      .sentence = s,
                      .at = at,
                      .rule = "spoken-of-there",
                      .qualifiers = {},
                      .from_context = event->from_context});
    }
}

/// "A signed at the ceremony", "beim Festakt sprach B": persons that act where an event is led to were there.
void persons_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (scene.sentence(s).kind != SentenceKind::Running) return;
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kEvent)) continue;
        const std::uint32_t event = scene.entities(mention, kEvent).front();
        if (is_trip(scene, event) || is_call(scene, event) || !is_led_there(scene, s, mention.first))
            continue;
        const Part who = scene.all(s, kPerson);
        if (who.entities.empty()) continue;
        sink.add_all(who.entities, {event},
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = mention.first,
                      .rule = "person-there",
                      .certainty = Certainty::Implied});
    }
}

/// Words of the nouns that are not held by whom they are of: "visite de A" happens at A.
bool is_visit_noun(const Scene& scene, std::uint32_t event) {
    const std::string name = text::folded(scene.findings().entities[event].name);
    return name.find("visit") != std::string::npos || name.find("besuch") != std::string::npos;
}

/// "Sommertreff des Clusters A", "the annual meeting of A": an event of a body is organised by it.
void events_of_bodies(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const Mention& body : scene.mentions(s)) {
        const auto event = event_of_body(scene, s, body.first);
        if (!event || is_trip(scene, *event) || is_call(scene, *event) || is_visit_noun(scene, *event))
            continue;
        sink.add_all({scene.entities(body, kBodies).front()}, {*event},
                     {.predicate = Predicate::Organises,
                      .sentence = s,
                      .at = body.first,
                      .rule = "event-of-body",
                      .certainty = Certainty::Implied});
    }
}

void add_count(std::uint32_t event, bool from_context, const CountSpan& count, FactSink& sink) {
    Claimed claimed{
        .subject = event,
        .predicate = Predicate::HasActorCount,
        .object = fmt::format("{}", count.value),
        .sentence = count.sentence,
        .at = count.first,
        .rule = from_context ? "event-count-before" : "event-count",
        .qualifiers = {{"what", count.what == "people" ? std::string("participants") : count.what}},
        .from_context = from_context};
    if (count.bound != Bound::Exact) claimed.qualifiers.push_back({"approximate", true});
    sink.add(std::move(claimed));
}

/// "more than 700 people came to the fair", "eleven companies have signed up".
void event_counts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kCounted =
        std::to_array<std::string_view>({"companies", "smes", "start-ups", "research institutions",
                                         "universities", "clusters", "organisations", "actors", "people"});
    constexpr TriggerSet kComing = any_of({Trigger::TakePart, Trigger::Trip});
    for (const CountSpan& count : scene.counts(s)) {
        if (!is_one_of<kCounted>(count.what) || count.value <= 2) continue;
        const bool is_new = count.what == "people";
        auto event = scene.nearest(s, count.first, kEvent, Side::Before);
        const auto after = scene.nearest(s, count.end, kEvent, Side::After);
        if (!event || scene.segment(event->at) != scene.segment(count.first)) event = after;
        // "120 guests from ports, firms and offices came … to the conference".
        if (event && event->at > count.first && is_new && event->at - count.end <= kNearCount &&
            scene.first_telling(count.end, event->at, any_of({Trigger::TakePart, Trigger::Happen}))) {
            add_count(event->entities.back(), false, count, sink);
            continue;
        }
        if (event) {
            const std::uint32_t gap =
                event->at < count.first ? count.first - event->at : event->at - count.end;
            const bool is_here = scene.segment(event->at) == scene.segment(count.first) && gap <= kNearCount;
            // "eight firms went on a mission": the count leads to the trip.
            const bool is_on_trip = event->at > count.end && is_trip(scene, event->entities.back()) &&
                                    scene.all(s, kBodies | kProject, count.end, event->at).entities.empty();
            if (is_here && (is_new || is_on_trip) && !is_call(scene, event->entities.back()))
                add_count(event->entities.back(), false, count, sink);
            continue;
        }
        const bool is_coming = scene.segment_tells(count.first, kComing);
        const auto opening = opening_of(scene);
        const bool is_open = opening && scene.kind(*opening) == EntityKind::Event &&
                             !is_call(scene, *opening) && scene.all(s, kProject).entities.empty();
        if (is_coming && is_open) add_count(*opening, true, count, sink);
    }
}

/// "eine 14-köpfige Delegation", "a 20-strong delegation", "une délégation forte de …".
void heads(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_heads = key.find("-kopfig") != std::string::npos || key.ends_with("-strong") ||
                              key.ends_with("-member") || key.ends_with("-person");
        std::size_t digits = 0;
        while (digits < key.size() && key[digits] >= '0' && key[digits] <= '9') ++digits;
        if (!is_heads || digits == 0 || digits > 4) continue;
        const auto event = scene.nearest(s, at, kEvent, Side::After);
        if (!event || event->at - at > 3) continue;
        sink.add({.subject = event->entities.front(),
                  .predicate = Predicate::HasActorCount,
                  .object = key.substr(0, digits),
                  .sentence = s,
                  .at = at,
                  .rule = "heads",
                  .qualifiers = {{"what", std::string("participants")}}});
    }
}

/// "The mission is part of P", "gehört zum Projekt P", "s'inscrit dans le projet P".
void part_of_project(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::PartOf))) {
        const auto event = scene.nearest(s, at, kEvent, Side::Before);
        const auto project = scene.nearest(s, at, kProject, Side::After);
        if (!event || !project || scene.segment(event->at) != scene.segment(at) ||
            !scene.all(s, kBodies | kAgreement, event->at, at).entities.empty())
            continue;
        sink.add_all({event->entities.front()}, {project->entities.front()},
                     {.predicate = Predicate::PartOf, .sentence = s, .at = at, .rule = "event-of-project"});
    }
}

}  // namespace

std::optional<std::uint32_t> event_of_body(const Scene& scene, std::uint32_t s, std::uint32_t body) {
    static constexpr auto kOf =
        std::to_array<std::string_view>({"des", "der", "vom", "of", "du", "de", "d'"});
    constexpr std::uint32_t kBetween = 4;
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const Mention& event = mentions[i - 1];
        const Mention& one = mentions[i];
        if (one.first != body || scene.is_attributive(one)) continue;  // "des EU-Projekts"
        if (!scene.is_of(event, kEvent) || !scene.is_of(one, kBodies) || one.first <= event.end) continue;
        // An adjective may stand behind a French noun: "la conférence annuelle du pôle A".
        const bool is_next = is_one_of<kOf>(scene.token(event.end).key);
        const bool is_second = scene.findings().language == "fr" && one.first > event.end + 1 &&
                               is_one_of<kOf>(scene.token(event.end + 1).key);
        if (one.first - event.end <= kBetween && (is_next || is_second))
            return scene.entities(event, kEvent).front();
    }
    return std::nullopt;
}

void read_meeting_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    gathered_there(scene, s, sink);
    speakers_there(scene, s, sink);
    event_counts(scene, s, sink);
    heads(scene, s, sink);
    persons_there(scene, s, sink);
    events_of_bodies(scene, s, sink);
    part_of_project(scene, s, sink);
}

}  // namespace kontor::press
