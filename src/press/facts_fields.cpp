// SPDX-License-Identifier: EUPL-1.2
// Topics that a name or a noun tells by itself: of what is named after them, of places known for a field, of
// all bodies that are listed behind it.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kThemed = kBodies | kProject | kProgramme | kEvent;
constexpr KindSet kGivers = kinds({EntityKind::PublicBody});

/// Whether the text speaks of the body more than once: of others their names tell nothing.
bool is_met_again(const Scene& scene, std::uint32_t body) {
    return scene.findings().entities[body].mentions.size() > 1;
}

/// A topic inside the name of a project or event is its topic.
/// The noun before the name of a body tells its field: "das Photoniknetzwerk A".
void inside_names(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr KindSet kTitled = kProject | kProgramme | kEvent;
    const auto mentions = scene.mentions(s);
    for (const Mention& name : mentions) {
        if (name.reference || !scene.is_of(name, kTitled | kBodies)) continue;
        const bool is_body = !scene.is_of(name, kTitled);
        for (const Mention& topic : mentions) {
            const bool is_inside = topic.reference && topic.first >= name.first && topic.end <= name.end &&
                                   scene.is_of(topic, kTopic);
            if (!is_inside) continue;
            const bool is_own = is_body && topic.first > name.first;  // no noun before the name
            if (is_own && !is_met_again(scene, name.entities.front())) continue;
            sink.add_all(scene.entities(name, kTitled | kBodies), scene.entities(topic, kTopic),
                         {.predicate = Predicate::About,
                          .sentence = s,
                          .at = topic.first,
                          .rule = is_own    ? "field-in-own-name"
                                  : is_body ? "field-in-noun"
                                            : "topic-in-name",
                          .certainty = is_own ? Certainty::Implied : Certainty::Stated});
        }
    }
}

/// "WATEK (Water Technology in Cities)", "Muster (thermoformed plastics) and": what stands in brackets behind
/// a name says it in full or tells the field of a firm.
void in_brackets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr KindSet kFirms = kinds({EntityKind::Company, EntityKind::ResearchInstitute});
    constexpr KindSet kTitled = kProject | kEvent | kinds({EntityKind::Cluster});
    for (const Mention& name : scene.mentions(s)) {
        if (name.reference || !scene.is_of(name, kTitled | kFirms)) continue;
        std::uint32_t open = name.end;
        while (open < scene.sentence(s).end && scene.token(open).kind == TokenKind::QuoteClose) ++open;
        if (open >= scene.sentence(s).end || scene.token(open).kind != TokenKind::BracketOpen) continue;
        const std::uint32_t close = scene.token(open).partner;
        if (close == kNoToken || close <= open || scene.mention_at(name.first) != &name) continue;
        const bool is_firm = !scene.is_of(name, kTitled);
        for (const Mention& topic : scene.mentions(s)) {
            if (topic.first <= open || topic.end > close || !scene.is_of(topic, kTopic)) continue;
            if (is_firm && topic.first != open + 1) continue;
            sink.add_all(scene.entities(name, kTitled | kFirms), scene.entities(topic, kTopic),
                         {.predicate = Predicate::About,
                          .sentence = s,
                          .at = topic.first,
                          .rule = is_firm ? "field-in-bracket" : "topic-in-bracket"});
        }
    }
}

/// Nouns for a place that is known for a field: "Hochburg der A", "one of the hubs for A".
bool is_centre_noun(const Key& key) {
    static constexpr auto kNouns = std::to_array<std::string_view>({"bastion",
                                                                    "berceau",
                                                                    "boomregion",
                                                                    "boomregionen",
                                                                    "capital",
                                                                    "capitale",
                                                                    "center",
                                                                    "centre",
                                                                    "centres",
                                                                    "city",
                                                                    "drehscheibe",
                                                                    "drehscheiben",
                                                                    "heartland",
                                                                    "heimat",
                                                                    "hochburg",
                                                                    "hochburgen",
                                                                    "hotspot",
                                                                    "hotspots",
                                                                    "hub",
                                                                    "hubs",
                                                                    "knotenpunkt",
                                                                    "location",
                                                                    "locations",
                                                                    "metropole",
                                                                    "powerhouse",
                                                                    "region",
                                                                    "regionen",
                                                                    "regions",
                                                                    "schwerpunktregion",
                                                                    "standort",
                                                                    "standorte",
                                                                    "standorten",
                                                                    "stronghold",
                                                                    "technologieregion",
                                                                    "terre",
                                                                    "weltzentrum",
                                                                    "wiege",
                                                                    "zentren",
                                                                    "zentrum"});
    static const WordStarts kStarts = WordStarts().add(kNouns);
    return kStarts.may_hold(key) && is_one_of<kNouns>(key);
}

/// "P gilt als Zentrum für A", "P, eine Hochburg der A", "P is one of the hubs for A": what the place is
/// known for.
bool centres(const Scene& scene, std::uint32_t s, FactSink& sink, std::uint32_t& told) {
    static constexpr auto kIs =
        std::to_array<std::string_view>({"considered", "est", "gelten", "gilt", "is", "ist", "known",
                                         "regarded", "sind", "sont", "zahlen", "zahlt"});
    constexpr std::uint32_t kToTopic = 5;
    constexpr std::uint32_t kToNoun = 12;
    const Sentence& sentence = scene.sentence(s);
    bool has_one = false;
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const bool is_noun = !scene.is_in_name(at) && is_centre_noun(scene.token(at).key);
        if (!is_noun && !scene.tells(at, bit(Trigger::Centre))) continue;
        const auto place = scene.nearest(s, at, kPlace, Side::Before);
        if (!place) continue;
        if (scene.all(s, kThemed).entities.empty() && scene.tells(at, bit(Trigger::Centre))) {
            const Part all = scene.all(s, kTopic, at, sentence.end);
            sink.add_all({place->entities.front()}, all.entities,
                         {.predicate = Predicate::About,
                          .sentence = s,
                          .at = at,
                          .rule = "centre-for",
                          .qualifiers = {{"role", "centre for the field"}}});
            return !all.entities.empty();
        }
        const auto topic = scene.nearest(s, at, kTopic, Side::After);
        if (!is_noun || !topic || topic->at - at > kToTopic) continue;
        const std::uint32_t last = place->at;
        bool is_said = false;
        bool is_other = false;
        std::uint32_t said = at;
        for (std::uint32_t i = last; i < at && at - last <= kToNoun; ++i) {
            if (!is_said) said = i;
            is_said = is_said || is_one_of<kIs>(scene.token(i).key) ||
                      (scene.token(i).key == "," && i + 1 < at && scene.token(i + 1).key != "," && i > last);
            is_other =
                is_other || (scene.is_in_name(i) && !scene.is_of(*scene.mention_at(i), kPlace | kTopic));
        }
        if (!is_said || is_other) continue;
        sink.add_all(scene.all(s, kPlace, last, said).entities, topic->entities,
                     {.predicate = Predicate::About,
                      .sentence = s,
                      .at = at,
                      .rule = "known-for",
                      .qualifiers = {{"role", "centre for the field"}}});
        told = std::min(told, topic->at);
        has_one = true;
    }
    return has_one && scene.all(s, kThemed).entities.empty();
}

/// "clusters for A, namely B and C", "digital health clusters: B and C": the field of all that are listed.
void fields_of_listed(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kSuch =
        std::to_array<std::string_view>({":", "–", "—", "darunter", "including", "like", "namely", "namlich",
                                         "parmi", "savoir", "such", "telles", "tels", "wie"});
    static constexpr auto kSome = std::to_array<std::string_view>({"darunter", "including", "parmi"});
    constexpr std::uint32_t kToMany = 8;
    static constexpr auto kMany = std::to_array<std::string_view>(
        {"anbieter",      "associations", "clusters", "clustern",   "cluster",   "companies",  "entreprises",
         "firmen",        "firms",        "grappes",  "hersteller", "institute", "netzwerke",  "networks",
         "organisations", "poles",        "reseaux",  "start-ups",  "startups",  "unternehmen"});
    constexpr std::uint32_t kWords = 4;
    const Sentence& sentence = scene.sentence(s);
    for (const Mention& topic : scene.mentions(s)) {
        if (!scene.is_of(topic, kTopic) || topic.reference) continue;
        bool is_many = false;
        const std::uint32_t from =
            topic.first > sentence.first + kToMany ? topic.first - kToMany : sentence.first;
        std::uint32_t such = kNoToken;
        for (std::uint32_t at = from; at < sentence.end && at < topic.end + kWords; ++at) {
            const Key& key = scene.token(at).key;
            is_many = is_many || (is_one_of<kMany>(key) && !scene.is_in_name(at) &&
                                  (at >= topic.end || scene.segment(at) == scene.segment(topic.first)));
            if (at >= topic.end && is_one_of<kSuch>(key)) {
                such = at;
                break;
            }
        }
        if (!is_many || such == kNoToken) continue;
        const auto listed = scene.nearest(s, such, kBodies & ~kGivers, Side::After);
        const bool is_some = is_one_of<kSome>(scene.token(such).key);
        if (!listed || listed->at > such + kWords || (listed->entities.size() < 2 && !is_some)) continue;
        sink.add_all(listed->entities, scene.entities(topic, kTopic),
                     {.predicate = Predicate::About, .sentence = s, .at = such, .rule = "field-of-listed"});
    }
}

}  // namespace

bool read_field_facts(const Scene& scene, std::uint32_t s, FactSink& sink, std::uint32_t& told) {
    inside_names(scene, s, sink);
    in_brackets(scene, s, sink);
    if (centres(scene, s, sink, told)) return true;
    fields_of_listed(scene, s, sink);
    return false;
}

}  // namespace kontor::press
