// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearBy = 4;
constexpr std::uint32_t kNearPlace = 5;
constexpr std::size_t kSearchedEntities = 1'000;  // a text with more is no press item

/// "received", "a reçu", "erhielt": an award is got, guests are not chosen by that.
bool gets(const Scene& scene, std::uint32_t at) {
    static constexpr auto kGetting = std::to_array<std::string_view>(
        {"erhielt", "erhielten", "received", "receives", "recu", "recoit", "obtenu", "obtient", "granted"});
    return is_one_of<kGetting>(scene.token(at).key);
}

/// "ausgewählte Projekte", "selected companies": tells nobody's choice.
bool is_adjective_of_choice(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    const std::string& key = scene.token(at).key;
    const bool is_form = key == "ausgewahlte" || key == "ausgewahlten" || key == "ausgewahlter";
    return is_form && at + 1 < scene.sentence(s).end && scene.token(at + 1).writing != Writing::Lower &&
           !scene.is_in_name(at + 1);
}

void selected(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Select))) {
        if (is_adjective_of_choice(scene, s, at)) continue;
        auto what = gets(scene, at) ? std::nullopt : scene.closest(s, at, kEvent);
        // Whom a trip is received by chose nobody.
        if (!what || what->from_context || receives_trip(scene, at, what->entities.back())) continue;
        const KindSet chosen = kBodies & ~kinds({EntityKind::PublicBody});
        const Part who = scene.all(s, chosen);
        if (who.entities.empty()) continue;
        const auto nearest = scene.subject(s, at, chosen);
        if (!nearest || nearest->from_context) continue;
        // "selected for a visit organised by A": A chose.
        std::uint32_t begin = nearest->at;
        while (begin > scene.sentence(s).first && scene.segment(begin - 1) == scene.segment(nearest->at))
            --begin;
        if (nearest->at > at && scene.first_telling(begin, nearest->at, bit(Trigger::Organise))) continue;
        sink.add_all(nearest->entities, {what->entities.back()},
                     {.predicate = Predicate::SelectedFor,
                      .sentence = s,
                      .at = at,
                      .rule = "selected",
                      .qualifiers = {},
                      .from_context = what->from_context});
    }
}

bool tells_trip(const Scene& scene, const Mention& mention) {
    if (!mention.reference && is_trip(scene, mention.entities.front())) return true;
    for (std::uint32_t at = mention.first; at < mention.end; ++at) {
        if (scene.tells(at, bit(Trigger::Trip))) return true;
    }
    return false;
}

/// Places inside the name of an event: "Delegationsreise in die USA".
void places_in_name(const Scene& scene, std::uint32_t s, const Mention& event, FactSink& sink) {
    const auto& entities = scene.findings().entities;
    const std::string name =
        text::folded(scene.findings().text.substr(event.range.begin, event.range.end - event.range.begin) +
                     " " + entities[event.entities.front()].name);
    if (entities.size() > kSearchedEntities) return;
    const bool trip = tells_trip(scene, event);
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        if (entities[i].kind != EntityKind::Place) continue;
        const std::string place = text::folded(entities[i].name);
        const std::size_t at = name.find(place);
        if (at == std::string::npos || (at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z')) continue;
        // "Strategien für Sachsen" is for it; what is called after a place is only named so.
        const std::string_view front = std::string_view(name).substr(0, at);
        const bool is_for = front.ends_with("fur ") || front.ends_with("for ") || front.ends_with("pour ") ||
                            front.ends_with("for the ") || front.ends_with("pour la ");
        if (!trip && !is_for) continue;
        sink.add_all(scene.entities(event, kEvent), {i},
                     {.predicate = trip ? Predicate::Visits : Predicate::Targets,
                      .sentence = s,
                      .at = event.first,
                      .rule = trip ? "trip-to" : "event-for"});
    }
}

/// "from A via B to C", "to A and B": the stops in their order.
void stops(const Scene& scene, std::uint32_t s, const Mention& event, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    Entities places;
    std::uint32_t last = event.end;
    bool is_route = false;
    for (const Mention& mention : mentions) {
        if (mention.first < event.end || !scene.is_of(mention, kPlace)) continue;
        const auto lead =
            scene.first_telling(last, mention.first, any_of({Trigger::To, Trigger::From, Trigger::Via}));
        const bool goes_on = !places.empty() && mention.first - last <= 3;
        const Key& before = scene.token(mention.first - 1).key;
        const bool is_across = before == "durch" || before == "through" || before == "across";
        std::uint32_t gap = mention.first - last;
        for (const DateSpan& date : scene.dates(s)) {
            if (date.first >= last && date.end <= mention.first) gap -= std::min(gap, date.end - date.first);
        }
        if (gap > kNearPlace + 2 || (!lead && !goes_on && !is_across)) break;
        if (is_origin(scene, event, mention)) {
            last = mention.end;
            continue;
        }
        is_route = is_route || lead.has_value() || is_across;
        for (const std::uint32_t place : scene.entities(mention, kPlace)) places.push_back(place);
        last = mention.end;
    }
    if (!is_route) return;
    std::int64_t order = 0;
    for (const std::uint32_t place : places) {
        Claimed claimed{
            .predicate = Predicate::Visits, .sentence = s, .at = event.first, .rule = "trip-stops"};
        if (places.size() > 1) claimed.qualifiers.push_back({"order", ++order});
        sink.add_all(scene.entities(event, kEvent), {place}, claimed);
    }
}

void trips(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kEvent)) continue;
        if (!mention.reference) places_in_name(scene, s, mention, sink);
        if (tells_trip(scene, mention)) stops(scene, s, mention, sink);
    }
}

void bases(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Basis))) {
        const auto agreement = scene.nearest(s, at, kAgreement, Side::After);
        const auto basis = agreement ? agreement : scene.nearest(s, at, kAgreement, Side::Before);
        auto event = scene.closest(s, at, kEvent);
        if (!event) event = scene.closest(s, at, kProject);
        if (!basis || !event) continue;
        sink.add_all({basis->entities.front()}, {event->entities.front()},
                     {.predicate = Predicate::BasisOf,
                      .sentence = s,
                      .at = at,
                      .rule = "basis",
                      .qualifiers = {},
                      .from_context = event->from_context});
    }
}

/// A line of an event's programme: "10:00 Uhr: … – Dr. A, B".
void programme_lines(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    if (sentence.first >= sentence.end || scene.token(sentence.first).kind != TokenKind::Number) return;
    bool is_time = false;
    for (std::uint32_t at = sentence.first; at < sentence.end && at < sentence.first + 6; ++at) {
        const Key& key = scene.token(at).key;
        is_time = is_time || key == "uhr" || key == "am" || key == "pm" || key == "h" || key == ":" ||
                  key.find(':') != std::string::npos;
    }
    const auto event = scene.main(kEvent);
    if (!is_time || !event) return;
    Claimed claimed{.predicate = Predicate::TakesPartIn,
                    .sentence = s,
                    .at = sentence.first,
                    .rule = "programme-line",
                    .qualifiers = {},
                    .from_context = true};
    sink.add_all(scene.all(s, kPerson).entities, {*event}, claimed);
    claimed.predicate = Predicate::ReportsOn;
    sink.add_all({*event}, scene.all(s, kProject).entities, claimed);
}

/// "P builds on Q", "P, successor of Q", "Q is continued by P".
void followers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Follow))) {
        Part here = scene.all(s, kProject);
        const bool is_pair = std::ranges::any_of(scene.mentions(s), [&](const Mention& mention) {
            return scene.entities(mention, kProject).size() > 1;
        });
        if (is_pair) continue;  // "both projects" says nothing of their order
        bool from_context = false;
        if (here.entities.size() == 1) {
            const auto other = scene.context(s, kProject);
            if (!other || other->entities.size() != 1 || other->entities == here.entities) continue;
            here.entities.push_back(other->entities.front());
            from_context = true;
        }
        if (here.entities.size() != 2) continue;
        const bool is_turned =
            scene.token(at).key.starts_with("mund") || scene.token(at).key.starts_with("fliesst") ||
            (scene.segment_tells(at, bit(Trigger::Passive)) &&
             scene.first_telling(at >= kNearBy ? at - kNearBy : 0, at + kNearBy, bit(Trigger::By))
                 .has_value() &&
             !from_context);
        if (is_turned) std::swap(here.entities[0], here.entities[1]);
        sink.add_all({here.entities[0]}, {here.entities[1]},
                     {.predicate = Predicate::Follows,
                      .sentence = s,
                      .at = at,
                      .rule = "follows",
                      .qualifiers = {},
                      .from_context = from_context});
        return;
    }
}

/// "an earlier project Q", "le projet précédent Q": what the item is about follows it.
void forerunners(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kBeside = 5;
    const auto now = scene.main(kProject);
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; now && i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (!scene.is_of(mention, kProject) || mention.reference || mention.entities.front() == *now)
            continue;
        const std::uint32_t first = scene.sentence(s).first;
        const std::uint32_t from = mention.first > first + kBeside ? mention.first - kBeside : first;
        const std::uint32_t end = std::min(mention.end + kBeside, scene.sentence(s).end);
        const auto word = scene.first_telling(from, end, bit(Trigger::Former));
        if (!word) continue;
        sink.add_all({*now}, scene.enumeration(s, i, kProject).entities,
                     {.predicate = Predicate::Follows,
                      .sentence = s,
                      .at = *word,
                      .rule = "forerunner",
                      .qualifiers = {},
                      .from_context = true});
    }
}

/// A call for applications, which chooses for something else.
bool is_call(const Scene& scene, std::uint32_t event) {
    const std::string name = text::folded(scene.findings().entities[event].name);
    return name.starts_with("appel") || name.ends_with("aufruf") || name.starts_with("aufruf") ||
           name == "call" || name.find("call for") != std::string::npos;
}

/// "Among the firms chosen are A, B and C": those listed behind words for a choice made.
void listed_chosen(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kLists =
        std::to_array<std::string_view>({"among", "figurent", "darunter", "parmi", "zahlen"});
    const std::uint32_t first = scene.sentence(s).first;
    bool is_list = false;
    for (std::uint32_t at = first; at < std::min(first + 6, scene.sentence(s).end); ++at)
        is_list = is_list || is_one_of<kLists>(scene.token(at).key);
    const bool is_choice = scene.sentence_tells(s, bit(Trigger::Select)) ||
                           (s > 0 && scene.sentence_tells(s - 1, bit(Trigger::Select)));
    if (!is_list || !is_choice) return;
    const auto who = scene.nearest(s, first, kBodies & ~kinds({EntityKind::PublicBody}), Side::After);
    auto what = scene.context(s, kEvent);
    if (what && is_call(scene, what->entities.front())) {
        what = Part{.from_context = true};
        for (std::uint32_t event = 0;
             event < std::min(scene.findings().entities.size(), kSearchedEntities) && what->entities.empty();
             ++event) {
            if (scene.kind(event) == EntityKind::Event && !is_call(scene, event))
                what->entities.push_back(event);
        }
    }
    if (!who || who->entities.size() < 2 || !what || what->entities.empty()) return;
    sink.add_all(who->entities, {what->entities.front()},
                 {.predicate = Predicate::SelectedFor,
                  .sentence = s,
                  .at = who->at,
                  .rule = "listed-chosen",
                  .qualifiers = {},
                  .from_context = true});
}

/// "A presents the project P", "at the workshop results of P were shown".
void presented(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Present))) {
        const auto what = scene.closest(s, at, kProject | kProgramme);
        if (!what || what->from_context) continue;
        auto who = scene.nearest(s, at, kBodies | kEvent, Side::Before);
        if (who && scene.segment(who->at) != scene.segment(at)) who.reset();
        const bool from_context = !who;
        if (!who) who = scene.context(s, kEvent);
        if (!who) continue;
        sink.add_all(who->entities, {what->entities.front()},
                     {.predicate = Predicate::ReportsOn,
                      .sentence = s,
                      .at = at,
                      .rule = "presents",
                      .qualifiers = {},
                      .from_context = from_context});
    }
}

/// "I worked in the projects P and Q": whoever was named as speaking; "we": the body that speaks.
void speakers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto words = scene.telling(s, bit(Trigger::We));
    const Part projects = scene.all(s, kProject);
    if (words.empty() || projects.entities.empty()) return;
    const std::uint32_t at = words.front();
    const Key& key = scene.token(at).key;
    const bool is_one = key == "ich" || key == "i" || key == "je" || key.starts_with("j'");
    Claimed claimed{.predicate = Predicate::TakesPartIn, .sentence = s, .at = at, .rule = "speaker"};
    claimed.from_context = true;
    if (is_one) {
        const auto person = scene.spoken_of(s, kPerson);
        if (person) sink.add_all({person->entities.front()}, projects.entities, claimed);
        return;
    }
    const auto mentions = scene.mentions(s);
    const auto who = std::ranges::find_if(mentions, [&](const Mention& mention) {
        return mention.reference && mention.first == at && scene.is_of(mention, kBodies);
    });
    const bool is_alone = scene.all(s, kBodies).entities.size() == 1;
    if (who == mentions.end() || !is_alone) return;
    claimed.predicate = Predicate::PartnerIn;
    claimed.rule = "we";
    claimed.certainty = Certainty::Implied;
    for (const std::uint32_t one : scene.entities(*who, kBodies)) {
        for (const std::uint32_t project : projects.entities) {
            if (!sink.has(one, Predicate::Coordinates, project)) sink.add_all({one}, {project}, claimed);
        }
    }
}

/// "visitors", "Vertreter", "PME": whoever may come.
bool is_anybody(const Scene& scene, std::uint32_t entity) {
    static constexpr auto kAnybody = std::to_array<std::string_view>(
        {"visitors", "representatives", "participants", "companies", "organisations", "organizations", "smes",
         "pme", "part", "besucher", "vertreter", "teilnehmer", "unternehmen", "betriebe", "entreprises",
         "visiteurs", "representants", "public"});
    const std::string name = text::folded(scene.findings().entities[entity].name);
    const std::size_t space = name.rfind(' ');
    const std::string_view last = std::string_view(name).substr(space == std::string::npos ? 0 : space + 1);
    return is_one_of<kAnybody>(last);
}

void openness(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::OpenFor))) {
        // "öffnet sich für das Land X", "opens up to X": a body that lets others in.
        const std::string& key = scene.token(at).key;
        const bool is_opening = key.starts_with("offne") || key == "opens" || key.starts_with("ouvre");
        const auto what =
            scene.nearest(s, at, is_opening ? kBodies | kPlace | kTopic : kTopic | kProgramme, Side::After);
        if (!what || scene.segment(what->at) != scene.segment(at)) continue;
        if (is_anybody(scene, what->entities.front())) continue;
        // "The fair X is open to …": what is open is the fair.
        const auto event = scene.nearest(s, at, kEvent | kProgramme | kBodies, Side::Before);
        const bool is_event = event && scene.segment(event->at) == scene.segment(at) &&
                              !has_kind(kBodies, scene.kind(event->entities.back()));
        if (is_event) continue;
        const auto who = scene.subject(s, at, kBodies);
        if (!who) continue;
        sink.add_all(who->entities, what->entities,
                     {.predicate = Predicate::OpenFor,
                      .sentence = s,
                      .at = at,
                      .rule = "open-for",
                      .qualifiers = {},
                      .from_context = who->from_context});
    }
}

}  // namespace

void read_event_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    read_attendance_facts(scene, s, sink);
    selected(scene, s, sink);
    programme_lines(scene, s, sink);
    trips(scene, s, sink);
    bases(scene, s, sink);
    followers(scene, s, sink);
    forerunners(scene, s, sink);
    listed_chosen(scene, s, sink);
    presented(scene, s, sink);
    openness(scene, s, sink);
    speakers(scene, s, sink);
}

}  // namespace kontor::press
