// SPDX-License-Identifier: EUPL-1.2
// Where work is done that several do: projects in the regions of their partners, partners by the side they
// stand on, agreements where they were signed.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 4;
constexpr std::uint32_t kLineWords = 10;  // places in front of a colon

/// "a project in which clusters in X and Y are active".
void project_places(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (!scene.sentence_tells(s, bit(Trigger::Cooperate))) return;
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kPlace) || mention.first == 0) continue;
        const bool is_in = scene.tells(mention.first - 1, bit(Trigger::To)) &&
                           scene.segment_tells(mention.first, bit(Trigger::Cooperate));
        auto project = scene.subject(s, mention.first, kProject);
        if (project && project->from_context) project = scene.spoken_of(s, kProject);
        const auto active = scene.telling(s, bit(Trigger::Cooperate));
        const bool is_active = std::ranges::any_of(active, [&](std::uint32_t at) {
            const Key& key = scene.token(at).key;
            return key.starts_with("akti") || key.starts_with("acti");
        });
        if (!is_in || !is_active || !project || project->at > mention.first) continue;
        const auto places = scene.nearest(s, mention.first - 1, kPlace, Side::After);
        sink.add_all(
            {project->entities.back()}, places ? places->entities : Entities{},
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = mention.first, .rule = "project-place"});
    }
}

/// "signed a memorandum in B", "le 18 octobre à B", said of an agreement: where it was signed.
void signed_in(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Part agreement = scene.all(s, kAgreement);
    if (agreement.entities.size() != 1 || !scene.all(s, kEvent).entities.empty()) return;
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || place.first <= scene.sentence(s).first + 1) continue;
        const Key& lead = scene.token(place.first - 1).key;
        const bool is_in = lead == "in" || lead == "a" || lead == "at";
        const std::uint32_t before = place.first - 2;
        // Behind a body, "in B" is where the body is.
        const Mention* named = scene.mention_at(before);
        const bool is_of_body =
            (named && scene.is_of(*named, kBodies | kPlace)) || scene.tells(before, bit(Trigger::Based));
        const bool is_town = scene.token(place.first).writing != Writing::Lower;
        bool is_signed = false;
        for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at)
            is_signed = is_signed || (tells_signing(scene.token(at).key) && !scene.is_in_name(at));
        if (!is_in || is_of_body || !is_town || !is_signed) continue;
        sink.add_all(
            agreement.entities, scene.entities(place, kPlace),
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = place.first, .rule = "signed-in"});
        sink.add_all(
            agreement.entities, place_around(scene, place),
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = place.first, .rule = "signed-in"});
        return;
    }
}

/// "Aus Deutschland sind A und B dabei", "From Ireland, A takes part", "Pour la Belgique, A": of where they
/// stand for.
void stands_for(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kVerb = 6;
    const std::uint32_t first = scene.sentence(s).first;
    const Key& lead = scene.token(first).key;
    if (lead != "aus" && lead != "from" && lead != "pour") return;
    const auto place = scene.nearest(s, first, kPlace, Side::After);
    if (!place || place->entities.size() != 1 || !scene.only_small_words(first + 1, place->at) ||
        place->at > first + 2)
        return;
    const auto who = scene.nearest(s, place->at, kBodies, Side::After);
    if (!who || who->at > place->at + kVerb) return;
    // Others that follow with a place of their own are not from here.
    const Part places = scene.all(s, kPlace, first, who->at);
    if (places.entities.size() != 1) return;
    for (const Mention& mention : scene.mentions(s)) {
        const bool is_one = mention.first >= who->at && !mention.reference && scene.is_of(mention, kBodies) &&
                            scene.segment(mention.first) == scene.segment(who->at);
        if (is_one)
            sink.add_all(
                scene.entities(mention, kBodies), place->entities,
                {.predicate = Predicate::LocatedIn, .sentence = s, .at = first, .rule = "stands-for"});
    }
}

/// "Palestine is represented by A and B", "Für Finnland sind A und B dabei": they are from there.
void represented_places(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kVerb = 6;
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || scene.mention_at(place.first) != &place) continue;
        const std::uint32_t end = std::min(place.end + kVerb, scene.sentence(s).end);
        bool is_represented = false;
        std::uint32_t by = end;
        for (std::uint32_t at = place.end; at < end && by == end; ++at) {
            const Key& key = scene.token(at).key;
            if (scene.is_in_name(at) || scene.token(at).kind == TokenKind::Mark) break;
            is_represented = is_represented || key.starts_with("represent") || key == "vertreten" ||
                             key.starts_with("reprasentier") || scene.tells(at, bit(Trigger::Passive));
            if (is_represented && scene.tells(at, bit(Trigger::By))) by = at;
        }
        bool is_verb = false;  // German has it at the end
        for (std::uint32_t at = place.end; at < scene.sentence(s).end; ++at) {
            const Key& key = scene.token(at).key;
            is_verb =
                is_verb ||
                (scene.segment(at) == scene.segment(place.first) &&
                 (key.starts_with("represent") || key == "vertreten" || key.starts_with("reprasentier")));
        }
        if (by == end || !is_verb) continue;
        const auto who = scene.nearest(s, by, kBodies, Side::After);
        if (!who || who->at > by + kVerb) continue;
        sink.add_all(who->entities, scene.entities(place, kPlace),
                     {.predicate = Predicate::LocatedIn,
                      .sentence = s,
                      .at = place.first,
                      .rule = "represented-place"});
    }
}

/// "In Belgium the programme included A, B and C", "In Suzhou besuchte die Gruppe das Forum F": what a trip
/// meets in a place is there.
void met_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kMeeting = std::to_array<std::string_view>(
        {"visit",  "besuch",   "besichtig",  "included",     "includes", "umfasst",  "beteiligte",
         "toured", "rencontr", "comprenait", "comprend",     "figur",    "standen",  "traf",
         "trafen", "met",      "called",     "participated", "attended", "participe"});
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const Mention& place = mentions[m];
        const bool is_place = scene.is_of(place, kPlace) && scene.mention_at(place.first) == &place;
        if (!is_place || place.first == scene.sentence(s).first || place.first > scene.sentence(s).end)
            continue;
        const std::uint32_t lead = place.first - 1;
        const Key& key = scene.token(lead).key;
        const bool is_in = key == "in" || key == "a" || key == "en" || key == "au" || key == "im";
        const bool is_front = lead == scene.sentence(s).first || scene.token(lead - 1).key == ";";
        if (!is_in || !is_front) continue;
        bool is_met = false;
        for (std::uint32_t at = place.end; at < scene.sentence(s).end; ++at) {
            const Key& word = scene.token(at).key;
            if (word == ";") break;
            if (scene.is_in_name(at)) {
                const Mention* named = scene.mention_at(at);
                if (scene.is_of(*named, kPlace)) break;
                const bool is_one = is_met && at == named->first && !named->reference &&
                                    scene.is_of(*named, kBodies | kEvent) &&
                                    !is_trip(scene, named->entities.front());
                if (is_one)
                    sink.add_all(scene.entities(*named, kBodies | kEvent), scene.entities(place, kPlace),
                                 {.predicate = Predicate::LocatedIn,
                                  .sentence = s,
                                  .at = place.first,
                                  .rule = "met-there"});
                continue;
            }
            // What is told of one of them stands in a clause of its own.
            if (is_met && (word == "which" || word == "who" || word == "qui" || word == "where")) break;
            is_met = is_met || std::ranges::any_of(kMeeting, [&](std::string_view stem) {
                         return word == stem || (stem.size() >= 5 && word.starts_with(stem));
                     });
        }
    }
}

/// "A côté français", "A auf deutscher Seite", "on the German side A": of whom a side is told.
void sides(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kBehind = 6;
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || place.first == scene.sentence(s).first) continue;
        const Key& before = scene.token(place.first - 1).key;
        const bool is_behind = place.end < scene.sentence(s).end && (scene.token(place.end).key == "seite" ||
                                                                     scene.token(place.end).key == "side");
        if (before != "cote" && !is_behind) continue;
        std::uint32_t begin = place.first - 1;
        if (is_behind && begin > scene.sentence(s).first && scene.only_small_words(begin - 1, begin)) --begin;
        const Mention* named = begin > scene.sentence(s).first ? scene.mention_at(begin - 1) : nullptr;
        Entities who;
        if (named && scene.is_of(*named, kBodies)) {
            who = scene.entities(*named, kBodies);
        } else if (const auto next = scene.nearest(s, place.end, kBodies, Side::After);
                   next && next->at <= place.end + kBehind &&
                   scene.segment(next->at) == scene.segment(place.first)) {
            who = {next->entities.front()};
        }
        sink.add_all(
            who, scene.entities(place, kPlace),
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = place.first, .rule = "side-of"});
    }
}

/// Those who carry a project, in the plural: "seven clusters", "the partners".
bool tells_allies(const Key& key) {
    static constexpr auto kAllies = std::to_array<std::string_view>({"acteurs",
                                                                     "actors",
                                                                     "akteure",
                                                                     "allies",
                                                                     "cluster",
                                                                     "clusters",
                                                                     "clustern",
                                                                     "consortia",
                                                                     "einrichtungen",
                                                                     "equipes",
                                                                     "institutionen",
                                                                     "institutions",
                                                                     "konsortialpartner",
                                                                     "kooperationspartner",
                                                                     "netzwerke",
                                                                     "netzwerken",
                                                                     "networks",
                                                                     "organisationen",
                                                                     "organisations",
                                                                     "organizations",
                                                                     "partenaires",
                                                                     "partner",
                                                                     "partnercluster",
                                                                     "partnerclustern",
                                                                     "partnern",
                                                                     "partnernetzwerke",
                                                                     "partnerorganisationen",
                                                                     "partnerregionen",
                                                                     "partners",
                                                                     "poles",
                                                                     "projektpartner",
                                                                     "projektpartnern",
                                                                     "regionen",
                                                                     "regions",
                                                                     "reseaux",
                                                                     "teams",
                                                                     "teilnehmerlander"});
    return is_one_of<kAllies>(key);
}

/// Where the last of the places stands.
std::uint32_t last_of(const Scene& scene, std::uint32_t s, const Part& places) {
    std::uint32_t last = places.at;
    for (const Mention& mention : scene.mentions(s)) {
        const bool is_one =
            mention.first > last && !mention.entities.empty() &&
            std::ranges::find(places.entities, mention.entities.front()) != places.entities.end();
        if (is_one) last = mention.first;
    }
    return last;
}

/// "talks with the managers of clusters from A": those others talk with carry no project of theirs.
bool is_met_with(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr std::uint32_t kBack = 5;
    for (std::uint32_t back = at; back > scene.sentence(s).first && at - back < kBack;) {
        const Token& token = scene.token(--back);
        if (token.kind == TokenKind::Mark) return false;
        if (token.key == "with" || token.key == "mit" || token.key == "avec") return true;
    }
    return false;
}

/// "Ten clusters from A, B and C have begun the project", "die Partner kommen aus A und B": the project is
/// there.
void partners_from(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 2 < sentence.end; ++at) {
        if (!tells_allies(scene.token(at).key) || scene.is_in_name(at) || is_met_with(scene, s, at)) continue;
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!places || places->entities.size() < 2 || places->at > at + kNearWords + 1) continue;
        bool is_plain = true;
        bool is_from = false;
        for (std::uint32_t between = at + 1; between < places->at; ++between) {
            is_plain = is_plain && scene.token(between).kind == TokenKind::Word &&
                       !scene.tells(between, bit(Trigger::And));
            is_from = is_from || scene.tells(between, bit(Trigger::From));
        }
        if (!is_plain || !is_from || !scene.all(s, kBodies, at, last_of(scene, s, *places)).entities.empty())
            continue;
        const bool has_project = !scene.all(s, kProject).entities.empty();
        if (!has_project && !scene.all(s, kEvent | kAgreement).entities.empty()) continue;
        const auto project = has_project ? scene.told_project(s, at) : scene.spoken_of(s, kProject);
        if (!project) continue;
        sink.add_all({project->entities.front()}, places->entities,
                     {.predicate = Predicate::LocatedIn,
                      .sentence = s,
                      .at = at,
                      .rule = "partners-from",
                      .qualifiers = {},
                      .from_context = project->from_context});
    }
}

/// Whether nothing but places, small words and nouns for them stands in [first, end).
bool is_line_of_places(const Scene& scene, std::uint32_t s, std::uint32_t first, std::uint32_t end) {
    if (end <= first || end - first > kLineWords || !scene.all_of_kind(first, end, kPlace)) return false;
    const Part places = scene.all(s, kPlace, first, end);
    return !places.entities.empty() && places.at <= first + 1 &&
           (places.at == first || scene.only_small_words(first, places.at) ||
            scene.token(first).kind != TokenKind::Word);
}

/// "Germany (Bavaria): A and B; Italy: C": bodies listed by where they are.
void place_lines(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    std::uint32_t begin = sentence.first;
    for (std::uint32_t colon = begin; colon < sentence.end; ++colon) {
        const Key& key = scene.token(colon).key;
        if (key == ";") begin = colon + 1;
        if (key != ":" || !is_line_of_places(scene, s, begin, colon)) continue;
        std::uint32_t end = colon + 1;
        bool has_colon = false;
        for (; end < sentence.end && scene.token(end).key != ";"; ++end)
            has_colon = has_colon || scene.token(end).key == ":";
        const Part bodies = scene.all(s, kBodies & ~kinds({EntityKind::PublicBody}), colon, end);
        const bool is_list = !has_colon && bodies.at <= colon + kNearWords && !bodies.entities.empty() &&
                             !scene.first_telling(colon, end, bit(Trigger::Passive)) &&
                             scene.all(s, kPlace, colon, end).entities.empty();
        if (!is_list) continue;
        // "Italy (Lombardy and Piedmont): A and B": which is where the line does not tell.
        Entities places = scene.all(s, kPlace, begin, colon).entities;
        if (places.size() > 2) places.resize(1);
        sink.add_all(bodies.entities, places,
                     {.predicate = Predicate::LocatedIn, .sentence = s, .at = colon, .rule = "place-line"});
    }
}

}  // namespace

bool tells_signing(const Key& key) {
    static constexpr auto kSigning = std::to_array<std::string_view>(
        {"abgeschl",  "besiegel", "concluded", "conclue", "conclut", "gegengezeichn", "geschlossen",
         "inked",     "parapher", "paraphe",   "ratifi",  "scelle",  "schliess",      "schlossen",
         "signature", "signe",    "signed",    "signent", "signing", "unterschrieb",  "unterzeichn"});
    return key == "conclu" || begins_with_one_of<kSigning>(key);
}

void read_work_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    project_places(scene, s, sink);
    partners_from(scene, s, sink);
    signed_in(scene, s, sink);
    stands_for(scene, s, sink);
    represented_places(scene, s, sink);
    met_there(scene, s, sink);
    sides(scene, s, sink);
    place_lines(scene, s, sink);
}

}  // namespace kontor::press
