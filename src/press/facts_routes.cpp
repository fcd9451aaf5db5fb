// SPDX-License-Identifier: EUPL-1.2
// Where trips go when a sentence of its own tells the way, and where bodies have their seat.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 4;

/// Words of seats; "aus" and "from" are read with the name they follow.
constexpr auto kSeats = std::to_array<std::string_view>(
    {"based", "headquarter", "located", "situated", "ansassig", "beheimatet", "angesiedelt", "hauptsitz",
     "sitz", "firmensitz", "seat", "basee", "base", "implant", "situe", "siege", "installe", "etabli"});
constexpr auto kRoutes = std::to_array<std::string_view>(
    {"route",     "reiseroute", "programm", "programme", "program", "itinerary", "etappe",    "etappen",
     "stationen", "station",    "stopps",   "stopp",     "stops",   "stop",      "continues", "continue",
     "etapes",    "parcours",   "weiter",   "ging",      "gingen",  "returned",  "leave",     "leaves",
     "halt",      "reise",      "trip",     "gereist",   "voyage",  "conduira",  "conduit",   "mene",
     "emmene",    "fuhrt",      "fuhrte",   "visited",   "visits",  "besuchte",  "besuchten", "besuchen"});

/// Those that tell of the way alone.
constexpr auto kPlainRoutes = std::to_array<std::string_view>(
    {"route", "reiseroute", "itinerary", "etappe", "etappen", "stationen", "station", "stopps", "stopp",
     "stops", "continues", "continue", "etapes", "parcours", "halt"});

constexpr auto kNext =
    std::to_array<std::string_view>({"dann", "danach", "schliesslich", "anschliessend", "zuletzt", "then",
                                     "finally", "afterwards", "puis", "ensuite", "enfin"});

bool is_seat(const Key& key) {
    if (!begins_with_one_of<kSeats>(key)) return false;
    return std::ranges::any_of(kSeats, [&](std::string_view word) {
        return key == word || (word.size() > 5 && key.starts_with(word));
    });
}

/// The trip that the sentences before tell of.
std::optional<std::uint32_t> trip_before(const Scene& scene, std::uint32_t s) {
    const auto event = scene.context(s, kEvent);
    if (event && is_trip(scene, event->entities.front())) return event->entities.front();
    const auto main = scene.main(kEvent);
    if (main && is_trip(scene, *main)) return main;
    return std::nullopt;
}

/// Denied before the next semicolon: "in X, planned as a stop, there was no halt".
bool is_denied_after(const Scene& scene, std::uint32_t s, std::uint32_t from) {
    for (std::uint32_t at = from; at < scene.sentence(s).end && scene.token(at).key != ";"; ++at) {
        if (scene.tells(at, bit(Trigger::Negation))) return true;
    }
    return false;
}

/// "The route led from A via B to C", "After two days in A it continues to B": a sentence of places in the
/// order of the trip.
void routes(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    bool is_route = false;
    bool is_plain = false;
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        is_route = is_route || is_one_of<kRoutes>(scene.token(at).key);
        is_plain = is_plain || is_one_of<kPlainRoutes>(scene.token(at).key);
    }
    if (!is_route) return;
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.reference || !scene.is_of(mention, kEvent)) continue;
        // A trip was read with its own words; what else is named there was somewhere, too.
        const std::uint32_t event = mention.entities.front();
        const bool is_named = scene.findings().entities[event].rule != "occasion-noun";
        if (is_trip(scene, event) || (is_named && !is_plain)) return;
    }
    const auto trip = trip_before(scene, s);
    if (!trip) return;
    Entities places;
    const Mention* group = nullptr;
    for (const Mention& mention : scene.mentions(s)) {
        if (scene.is_of(mention, kEvent)) group = &mention;
        if (!scene.is_of(mention, kPlace) || mention.reference || mention.first == sentence.first) continue;
        if (group != nullptr && is_origin(scene, *group, mention)) continue;
        const bool leads = scene.tells(mention.first - 1,
                                       any_of({Trigger::To, Trigger::From, Trigger::Via, Trigger::And})) ||
                           scene.token(mention.first - 1).kind == TokenKind::Mark ||
                           is_one_of<kNext>(scene.token(mention.first - 1).key) ||
                           scene.only_small_words(mention.first - 1, mention.first);
        const bool is_dropped = is_denied_after(scene, s, mention.end);
        const bool is_inside = !places.empty() && scene.token(mention.first - 1).key == ",";
        if (!leads || is_dropped) continue;
        // "Madison, Wisconsin": the state of the town before.
        if (is_inside && mention.end < sentence.end && scene.token(mention.end).key == ",") continue;
        for (const std::uint32_t place : scene.entities(mention, kPlace)) {
            if (std::ranges::find(places, place) == places.end()) places.push_back(place);
        }
    }
    if (places.size() < 2) return;
    std::int64_t order = 0;
    for (const std::uint32_t place : places) {
        sink.add({.subject = *trip,
                  .predicate = Predicate::Visits,
                  .object = place,
                  .sentence = s,
                  .at = sentence.first,
                  .rule = "route",
                  .qualifiers = {{"order", ++order}},
                  .from_context = true});
    }
}

/// "B, where A is based", "B, où A est installé", "B, wo A seinen Sitz hat": the place before the clause.
std::optional<Part> region_of_clause(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr std::uint32_t kClause = 12;
    for (std::uint32_t word = at; word-- > scene.sentence(s).first + 1 && at - word <= kClause;) {
        const Key& key = scene.token(word).key;
        if (key == ",") return std::nullopt;
        if (key != "where" && key != "ou" && key != "wo") continue;
        const Mention* named =
            scene.token(word - 1).key == "," && word >= 2 ? scene.mention_at(word - 2) : nullptr;
        if (!named || !scene.is_of(*named, kPlace)) return std::nullopt;
        return Part{.entities = scene.entities(*named, kPlace), .at = named->first};
    }
    return std::nullopt;
}

/// "A is based in B", "basé à B, A …", "das in B ansässige Netzwerk A".
void seats(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (!is_seat(scene.token(at).key) || scene.is_in_name(at)) continue;
        const auto after = scene.nearest(s, at, kPlace, Side::After);
        const auto before = scene.nearest(s, at, kPlace, Side::Before);
        std::optional<Part> who;
        std::optional<Part> place;
        if (auto region = region_of_clause(scene, s, at)) {
            place = region;
            who = scene.nearest(s, at, kBodies, Side::Before);
            if (who && who->at < place->at) who.reset();
            // "…, où A est installé, à C": the town as well.
            if (after && after->at - at <= kNearWords) place->entities.push_back(after->entities.front());
        } else if (before && at - before->at <= 2 && scene.segment(before->at) == scene.segment(at)) {
            place = before;
            who = scene.nearest(s, at, kBodies, Side::After);
            if (who && who->at - at > kNearWords) who.reset();
        } else if (after && after->at - at <= kNearWords) {
            place = after;
            who = scene.nearest(s, at, kBodies, Side::Before);
            const bool is_first = !who;
            if (is_first) who = scene.nearest(s, after->at, kBodies, Side::After);
            if (is_first && who && who->at - after->at > kNearWords + 2) who.reset();
            if (!who) who = scene.spoken_of(s, kBodies);
        }
        if (!who || !place) continue;
        const bool is_told_twice = place->entities.size() > 1 && place->at < at && after &&
                                   place->entities.back() == after->entities.front();
        sink.add_all({who->entities.back()},
                     is_told_twice ? place->entities : Entities{place->entities.front()},
                     {.predicate = Predicate::LocatedIn,
                      .sentence = s,
                      .at = at,
                      .rule = "seat",
                      .qualifiers = {},
                      .from_context = who->from_context});
    }
}

bool is_one(const auto& words, std::string_view key) {
    return std::ranges::find(words, key) != words.end();
}

bool is_article_of(const std::string& key) {
    static constexpr auto kArticles =
        std::to_array<std::string_view>({"a", "an", "das", "dem", "den", "der", "die", "ein", "eine", "einem",
                                         "einer", "la", "le", "les", "the", "un", "une"});
    return is_one(kArticles, key);
}

/// What an apposition calls a body: "cluster", "Entwicklungsagentur", "association".
bool is_body_noun(const std::string& key) {
    static constexpr auto kNouns = std::to_array<std::string_view>({"agence",
                                                                    "agency",
                                                                    "agentur",
                                                                    "association",
                                                                    "centre",
                                                                    "center",
                                                                    "cluster",
                                                                    "clusterinitiative",
                                                                    "clusterorganisation",
                                                                    "dachverband",
                                                                    "federation",
                                                                    "gesellschaft",
                                                                    "grappe",
                                                                    "incubator",
                                                                    "inkubator",
                                                                    "institut",
                                                                    "institute",
                                                                    "netzwerk",
                                                                    "network",
                                                                    "organisation",
                                                                    "organization",
                                                                    "pole",
                                                                    "reseau",
                                                                    "societe",
                                                                    "verband",
                                                                    "verein",
                                                                    "zentrum"});
    static constexpr auto kEnds = std::to_array<std::string_view>(
        {"agentur", "cluster", "netzwerk", "verband", "gesellschaft", "zentrum", "institut"});
    return is_one_of<kNouns>(key) ||
           std::ranges::any_of(kEnds, [&](std::string_view end) { return key.ends_with(end); });
}

/// "A (B), the …", "A: the …": the name before the comma or colon at `mark`, over its short form in brackets.
const Mention* called_before(const Scene& scene, std::uint32_t s, std::uint32_t mark) {
    const std::uint32_t first = scene.sentence(s).first;
    const Token& token = scene.token(mark);
    if ((token.key != "," && token.key != ":") || mark == first) return nullptr;
    std::uint32_t end = mark;
    if (scene.token(mark - 1).kind == TokenKind::BracketClose) {
        while (end > first && scene.token(end).kind != TokenKind::BracketOpen) --end;
    }
    return end > first ? scene.mention_at(end - 1) : nullptr;
}

/// "A, the competitive cluster of B", "A: the health cluster of the B region", "A, le pôle de B".
void clusters_of(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kOf = std::to_array<std::string_view>(
        {"of", "for", "de", "du", "d'", "von", "fur", "des", "der", "in", "im", "en"});
    constexpr std::uint32_t kPhrase = 14;
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || place.reference) continue;
        bool has_noun = false;
        bool is_led = false;
        for (std::uint32_t at = place.first; at-- > scene.sentence(s).first && place.first - at <= kPhrase;) {
            const Token& token = scene.token(at);
            if (token.kind != TokenKind::Word) {
                const Mention* name = called_before(scene, s, at);
                const bool is_named = !scene.is_in_name(at + 1) || scene.mention_at(at + 1)->reference;
                if (name && has_noun && is_named && scene.is_of(*name, kBodies) && !name->reference)
                    sink.add_all(scene.entities(*name, kBodies), scene.entities(place, kPlace),
                                 {.predicate = Predicate::LocatedIn,
                                  .sentence = s,
                                  .at = place.first,
                                  .rule = "cluster-of-place"});
                break;
            }
            const Mention* inside = scene.mention_at(at);
            const bool is_other = inside && !inside->reference && !scene.is_of(*inside, kTopic | kPlace);
            // "A, das Zentrum für B und die Firma C": another begins.
            const bool is_next_one =
                scene.tells(at, bit(Trigger::And)) && is_article_of(scene.token(at + 1).key);
            if (is_other || is_next_one || scene.tells(at, bit(Trigger::Passive))) break;
            if (is_one(kOf, token.key) && !has_noun) is_led = true;
            // A verb between them tells something else: "A: der Cluster reist nach B".
            const bool leads_on = at + 1 == place.first || is_one(kOf, scene.token(at + 1).key) ||
                                  (scene.findings().language == "fr" && is_one(kOf, scene.token(at + 2).key));
            if (is_led && leads_on && is_body_noun(token.key)) has_noun = true;
        }
    }
}

/// "A is active in B and C", "A intervient dans la B"; "established in B in 2016".
void acting_places(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kActing =
        std::to_array<std::string_view>({"active", "aktiv", "tatig", "actif", "active", "operates",
                                         "intervient", "interviennent", "operating"});
    static constexpr auto kFounded = std::to_array<std::string_view>(
        {"established", "founded", "gegrundet", "fondee", "fonde", "creee", "cree"});
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 2 < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const bool acts = is_one_of<kActing>(key);
        const bool is_founded = is_one_of<kFounded>(key);
        if ((!acts && !is_founded) || !scene.tells(at + 1, bit(Trigger::To)) ||
            !scene.all(s, kProject).entities.empty())
            continue;
        const auto place = scene.nearest(s, at, kPlace, Side::After);
        if (!place || place->at > at + 4) continue;
        const auto who = scene.subject(s, at, kBodies);
        if (!who) continue;
        sink.add_all({who->entities.front()},
                     is_founded ? Entities{place->entities.front()} : place->entities,
                     {.predicate = Predicate::LocatedIn,
                      .sentence = s,
                      .at = at,
                      .rule = acts ? "acts-in" : "founded-in",
                      .qualifiers = {},
                      .from_context = who->from_context});
    }
}

/// "B, where the delegation takes part in the fair A": A is in B.
void where_clauses(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || place.end + 1 >= scene.sentence(s).end) continue;
        const Key& key = scene.token(place.end + 1).key;
        const bool is_where =
            scene.token(place.end).key == "," && (key == "wo" || key == "where" || key == "ou");
        if (!is_where) continue;
        const auto event = scene.nearest(s, place.end + 1, kEvent, Side::After);
        const auto next = scene.nearest(s, place.end + 1, kPlace, Side::After);
        if (!event || scene.segment(event->at) != scene.segment(place.end + 1) ||
            (next && next->at < event->at))
            continue;
        const std::uint32_t told = event->entities.back();
        if (is_trip(scene, told)) continue;
        sink.add_all(
            {told}, scene.entities(place, kPlace),
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = event->at, .rule = "where-clause"});
    }
}

}  // namespace

bool is_trip(const Scene& scene, std::uint32_t event) {
    static constexpr auto kTrips = std::to_array<std::string_view>(
        {"reise", "delegation", "mission", "trip", "tour", "voyage", "roadshow", "journey", "expedition",
         "visite ", "visit to", "besuch in"});
    const Entity& entity = scene.findings().entities[event];
    if (entity.rule == "trip-noun") return true;
    const std::string name = text::folded(entity.name);
    return std::ranges::any_of(kTrips,
                               [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

bool is_origin(const Scene& scene, const Mention& group, const Mention& place) {
    constexpr std::uint32_t kSmallWords = 3;
    static constexpr auto kEndings =
        std::to_array<std::string_view>({"ish", "ese", "ian", "can", "ench", "utch", "wiss", "reek"});
    const Token& word = scene.token(place.first);
    const bool is_small = word.writing == Writing::Lower;  // "entreprises bretonnes"
    const bool is_english =
        scene.findings().language == "en" && place.end < scene.sentence(place.sentence).end &&
        scene.token(place.end).writing == Writing::Lower &&
        std::ranges::any_of(kEndings, [&](std::string_view end) { return word.key.ends_with(end); });
    if (is_small || is_english) return true;
    const Key& noun = scene.token(group.end - 1).key;
    const bool is_group = noun.ends_with("delegation") || noun.ends_with("delegationen");
    return is_group && place.first >= group.end && place.first - group.end < kSmallWords &&
           scene.tells(group.end, bit(Trigger::From)) && !scene.tells(group.end, bit(Trigger::To));
}

bool is_welcome(const Scene& scene, std::uint32_t word) {
    static constexpr auto kWelcome =
        std::to_array<std::string_view>({"empfing", "empfangen", "empfangt", "begrusst", "begrusste",
                                         "welcom", "hosted", "received", "accueil", "recu", "recevait"});
    const Key& key = scene.token(word).key;
    return begins_with_one_of<kWelcome>(key);
}

bool receives_trip(const Scene& scene, std::uint32_t word, std::uint32_t event) {
    return is_welcome(scene, word) && is_trip(scene, event);
}

void read_route_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    routes(scene, s, sink);
    seats(scene, s, sink);
    where_clauses(scene, s, sink);
    acting_places(scene, s, sink);
    clusters_of(scene, s, sink);
}

}  // namespace kontor::press
