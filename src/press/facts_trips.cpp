// SPDX-License-Identifier: EUPL-1.2
// Whom and what trips visit: bodies, fairs and places told in sentences of their own.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearVerb = 6;      // tokens between a verb and what is visited
constexpr std::uint32_t kNearWelcome = 11;  // between a verb of welcome and the group

/// The verb of a visit; French writes the noun alike, so an auxiliary has to stand in front.
bool is_visiting(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {"besucht", "besuchte", "besuchten", "besuchen", "besichtigt", "besichtigte", "besichtigten",
         "besichtigen", "visited", "visits", "visiting", "toured"});
    static constexpr auto kFrench =
        std::to_array<std::string_view>({"visite", "visites", "visitee", "visitees", "visiter", "decouvert"});
    static constexpr auto kAuxiliaries = std::to_array<std::string_view>(
        {"a", "ont", "ete", "avait", "avaient", "pu", "va", "vont", "aura", "auront", "egalement", "aussi"});
    static constexpr auto kFinite =
        std::to_array<std::string_view>({"visitent", "visitera", "visiteront", "visitait", "visitaient"});
    const Token& token = scene.token(at);
    if (token.kind != TokenKind::Word || scene.is_in_name(at)) return false;
    const std::uint32_t first = scene.sentence(s).first;
    if (scene.findings().language == "fr") {
        return is_one_of<kFinite>(token.key) || (is_one_of<kFrench>(token.key) && at > first &&
                                                 is_one_of<kAuxiliaries>(scene.token(at - 1).key));
    }
    const bool is_verb = token.writing == Writing::Lower || at == first;
    return is_verb && is_one_of<kVerbs>(token.key);
}

/// "They", "die Gruppe", "les participants": the group that the text tells of.
bool means_group(const Scene& scene, std::uint32_t s, std::uint32_t verb) {
    static constexpr auto kGroups = std::to_array<std::string_view>({"sie",
                                                                     "gruppe",
                                                                     "gaste",
                                                                     "teilnehmer",
                                                                     "teilnehmende",
                                                                     "teilnehmenden",
                                                                     "teilnehmerinnen",
                                                                     "delegierten",
                                                                     "mitreisenden",
                                                                     "unternehmer",
                                                                     "they",
                                                                     "it",
                                                                     "group",
                                                                     "participants",
                                                                     "delegates",
                                                                     "guests",
                                                                     "visitors",
                                                                     "ils",
                                                                     "elle",
                                                                     "groupe",
                                                                     "delegues",
                                                                     "visiteurs",
                                                                     "invites"});
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end && at < verb + 3; ++at) {
        if (is_one_of<kGroups>(scene.token(at).key)) return true;
    }
    return false;
}

/// The trip that visits: named in front of the verb, else the one told of when its group or nobody is named.
std::optional<Part> visiting_trip(const Scene& scene, std::uint32_t s, std::uint32_t verb) {
    const std::uint32_t first = scene.sentence(s).first;
    std::optional<Part> here;
    for (const Mention& mention : scene.mentions(s)) {
        // German subjects may follow: "Gestern besuchte eine Delegation A".
        if (mention.first >= verb + kNearVerb || !scene.is_of(mention, kEvent)) continue;
        const bool is_behind = mention.first > verb;
        if (is_behind && !scene.all(s, kBodies | kPerson, verb, mention.first).entities.empty()) continue;
        const std::uint32_t event = scene.entities(mention, kEvent).front();
        if (is_trip(scene, event)) here = Part{.entities = {event}, .at = mention.first};
    }
    if (here) return here;
    const bool has_other = !scene.all(s, kBodies | kPerson, first, verb).entities.empty();
    if (has_other || (verb != first && !means_group(scene, s, verb))) return std::nullopt;
    auto told = scene.context(s, kEvent);
    if (told && is_trip(scene, told->entities.front())) return told;
    const auto main = scene.main(kEvent);
    if (!main || !is_trip(scene, *main)) return std::nullopt;
    return Part{.entities = {*main}, .at = verb, .from_context = true};
}

/// "Besucht wurden A, B und C", "the delegation visited A", "hat die Delegation A besucht".
void visited(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (!is_visiting(scene, s, at)) continue;
        const auto trip = visiting_trip(scene, s, at);
        if (!trip) continue;
        const bool has_by = scene.first_telling(at + 1, std::min(at + 3, sentence.end), bit(Trigger::By)) &&
                            scene.segment_tells(at, bit(Trigger::Passive));
        if (has_by && at != sentence.first) continue;
        std::uint32_t end = at + 1;
        if (at == sentence.first) end = sentence.end;  // a list has commas
        while (end < sentence.end && scene.segment(end) == scene.segment(at)) ++end;
        if (trip->at > at && !trip->from_context) {
            end = trip->at + 1;
            while (end < sentence.end && scene.segment(end) == scene.segment(trip->at)) ++end;
        }
        Part whom = scene.all(s, kBodies, std::max(at, trip->from_context ? at : trip->at), end);
        if (whom.entities.empty() && !trip->from_context && scene.findings().language == "de") {
            // German verbs at the end: what stands between the trip and the verb.
            if (const auto before = scene.nearest(s, at, kBodies, Side::Before);
                before && before->at > trip->at)
                whom = *before;
        }
        sink.add_all(trip->entities, whom.entities,
                     {.predicate = Predicate::Visits,
                      .sentence = s,
                      .at = at,
                      .rule = "visits-body",
                      .qualifiers = {},
                      .from_context = trip->from_context});
        return;
    }
}

/// "The cluster A welcomed a delegation": the trip visits A. "Besuche bei B und C": so it does them.
void received(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kNouns =
        std::to_array<std::string_view>({"besuche", "besuchen", "besuch", "visits", "visites"});
    static constexpr auto kLeads =
        std::to_array<std::string_view>({"bei", "beim", "im", "to", "at", "de", "du", "chez", "a", "au"});
    const Sentence& sentence = scene.sentence(s);
    Claimed claimed{.predicate = Predicate::Visits, .sentence = s, .at = sentence.first, .rule = "received"};
    for (std::uint32_t at = sentence.first; at + 1 < sentence.end; ++at) {
        const bool is_visit =
            is_one_of<kNouns>(scene.token(at).key) && is_one_of<kLeads>(scene.token(at + 1).key);
        if (!is_visit && !is_welcome(scene, at)) continue;
        const auto trip = scene.closest(s, at, kEvent);
        if (scene.is_in_name(at) || !trip || !is_trip(scene, trip->entities.front())) continue;
        claimed.at = at;
        claimed.from_context = trip->from_context;
        if (is_visit) {
            const auto whom = scene.nearest(s, at, kBodies, Side::After);
            if (whom && whom->at - at <= kNearVerb) {
                claimed.rule = "visits-body";
                sink.add_all({trip->entities.front()}, whom->entities, claimed);
            }
            continue;
        }
        if (trip->from_context || trip->at < at || trip->at - at > kNearWelcome ||
            !receives_trip(scene, at, trip->entities.front()))
            continue;
        auto who = scene.nearest(s, at, kBodies, Side::Before);
        if (!who || scene.segment(who->at) != scene.segment(at))
            who = scene.nearest(s, at, kBodies, Side::After);
        if (!who || (who->at > at && who->at > trip->at)) continue;
        claimed.rule = "received";
        sink.add_all({trip->entities.front()}, who->entities, claimed);
    }
}

/// "a delegation to Japan for the fair A", "une mission est prévue au salon A": the trip goes to the event.
void trips_to_events(const Scene& scene, std::uint32_t s, FactSink& sink) {
    std::optional<std::uint32_t> trip;
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kEvent)) continue;
        const std::uint32_t event = scene.entities(mention, kEvent).front();
        if (is_trip(scene, event)) {
            trip = event;
            continue;
        }
        const bool is_named = !mention.reference && scene.findings().entities[event].rule != "occasion-noun";
        if (!is_named) continue;
        const auto verb = scene.first_telling(scene.sentence(s).first, mention.first,
                                              any_of({Trigger::TakePart, Trigger::Join}));
        const bool is_attended = verb && mention.first - *verb <= kNearVerb;
        if (!trip && is_attended && means_group(scene, s, *verb)) {
            const auto opening = opening_of(scene);
            if (opening && scene.kind(*opening) == EntityKind::Event && is_trip(scene, *opening))
                trip = opening;
        }
        if (!trip || *trip == event || (!is_attended && !is_led_there(scene, s, mention.first))) continue;
        sink.add_all({*trip}, {event},
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = mention.first,
                      .rule = "trip-to-event"});
    }
}

/// "a delegation of the cluster A", "eine Delegation des Verbands B": they are on the trip.
void sent_by(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const Mention& body : scene.mentions(s)) {
        const auto trip = event_of_body(scene, s, body.first);
        if (!trip || !is_trip(scene, *trip)) continue;
        const Key& noun = scene.token(body.first > 3 ? body.first - 3 : 0).key;
        const Key& near = scene.token(body.first > 2 ? body.first - 2 : 0).key;
        if (!noun.ends_with("delegation") && !near.ends_with("delegation")) continue;
        sink.add_all({scene.entities(body, kBodies).front()}, {*trip},
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = body.first,
                      .rule = "sent-by",
                      .certainty = Certainty::Implied});
    }
}

/// "They travelled to A", "reisten weiter nach B", "head for C": places told of a trip in other sentences.
void travelled(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kMoving = std::to_array<std::string_view>(
        {"travel", "reist", "flog", "flieg", "flew", "fly", "flies", "headed", "heads", "head", "continu",
         "went", "weitergereist", "rendus", "rendues", "rendu", "rendent", "gereist", "envol"});
    constexpr std::uint32_t kToPlace = 4;
    const auto opening = opening_of(scene);
    if (!opening || scene.kind(*opening) != EntityKind::Event || !is_trip(scene, *opening)) return;
    const Part events = scene.all(s, kEvent);
    const bool has_other = std::ranges::any_of(
        events.entities, [&](std::uint32_t event) { return event != *opening && is_trip(scene, event); });
    if (has_other) return;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (scene.is_in_name(at) || !begins_with_one_of<kMoving>(scene.token(at).key)) continue;
        const auto place = scene.nearest(s, at, kPlace, Side::After);
        if (!place || place->at - at > kToPlace || scene.segment(place->at) != scene.segment(at)) continue;
        const auto lead = scene.first_telling(at + 1, place->at, any_of({Trigger::To, Trigger::For}));
        if (!lead) continue;
        sink.add_all({*opening}, place->entities,
                     {.predicate = Predicate::Visits,
                      .sentence = s,
                      .at = at,
                      .rule = "travels-to",
                      .qualifiers = {},
                      .from_context = true});
    }
}

/// "Stationen sind A und B", "first stop is A", "après une étape à B".
bool is_stop(const Scene& scene, std::uint32_t at) {
    static constexpr auto kStops =
        std::to_array<std::string_view>({"station", "stationen", "stop", "stops", "stopp", "stopps", "etape",
                                         "etapes", "zwischenstopp", "halt", "visites", "besuche"});
    return !scene.is_in_name(at) && is_one_of<kStops>(scene.token(at).key);
}

/// Stops named in a sentence that also names its trip, or in one without any; and the goal that the heading
/// names: "Cluster A in Norwegen unterwegs".
void stops_told(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kToStop = 7;
    const auto opening = opening_of(scene);
    std::optional<std::uint32_t> trip;
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kEvent)) continue;
        const std::uint32_t event = scene.entities(mention, kEvent).front();
        if (is_trip(scene, event) && !trip) trip = event;
    }
    const bool is_about_trip =
        opening && scene.kind(*opening) == EntityKind::Event && is_trip(scene, *opening);
    if (!trip && is_about_trip) trip = opening;
    if (!trip) return;
    const Sentence& sentence = scene.sentence(s);
    Claimed claimed{.predicate = Predicate::Visits,
                    .sentence = s,
                    .at = sentence.first,
                    .rule = "stop-word",
                    .qualifiers = {},
                    .from_context = false};
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (!is_stop(scene, at)) continue;
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!places || places->at - at > kToStop) continue;
        claimed.at = at;
        sink.add_all({*trip}, places->entities, claimed);
    }
    if (s != 0 || sentence.kind != SentenceKind::Heading || !is_about_trip) return;
    claimed.rule = "heading-goal";
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kPlace) || mention.first == 0) continue;
        const Key& lead = scene.token(mention.first - 1).key;
        const bool is_led = lead == "in" || lead == "nach" || lead == "to" || lead == "en" || lead == "au" ||
                            lead == "aux" || lead == "for" || lead == "durch" || lead == "through";
        if (is_led) sink.add_all({*opening}, scene.entities(mention, kPlace), claimed);
    }
}

}  // namespace

bool is_led_there(const Scene& scene, std::uint32_t s, std::uint32_t event) {
    static constexpr auto kLeads =
        std::to_array<std::string_view>({"beim", "bei", "auf", "wahrend", "zum", "zur", "at", "during",
                                         "lors", "pendant", "durant", "au", "for", "pour"});
    constexpr std::uint32_t kBack = 4;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = event; at > first && event - at < kBack; --at) {
        if (is_one_of<kLeads>(scene.token(at - 1).key)) return true;
        if (scene.is_in_name(at - 1) || scene.token(at - 1).kind == TokenKind::Mark) return false;
    }
    return false;
}

void read_trip_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    visited(scene, s, sink);
    received(scene, s, sink);
    trips_to_events(scene, s, sink);
    sent_by(scene, s, sink);
    travelled(scene, s, sink);
    stops_told(scene, s, sink);
}

}  // namespace kontor::press
