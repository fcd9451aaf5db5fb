// SPDX-License-Identifier: EUPL-1.2
// How far a piece of work reaches: the places that it covers, the markets that were chosen for it, whose
// partners it looks for.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

using Words = std::string_view;

constexpr KindSet kWork = kProject | kProgramme | kAgreement;

/// Where and by which rule something is told.
struct Told {
    std::uint32_t sentence = 0;
    std::uint32_t at = 0;
    const char* rule = "";
};

void claim(const Told& told, const Part& who, const Entities& places, FactSink& sink) {
    sink.add_all({who.entities.front()}, places,
                 {.predicate = Predicate::Targets,
                  .sentence = told.sentence,
                  .at = told.at,
                  .rule = told.rule,
                  .qualifiers = {},
                  .from_context = who.from_context});
}

/// "it", "das Vorhaben", "le projet": the clause [first, at) speaks of work that was named before.
bool speaks_of_work(const Scene& scene, std::uint32_t first, std::uint32_t at) {
    static constexpr auto kWords = std::to_array<Words>({"es",
                                                         "it",
                                                         "il",
                                                         "elle",
                                                         "projekt",
                                                         "vorhaben",
                                                         "programm",
                                                         "kooperation",
                                                         "zusammenarbeit",
                                                         "project",
                                                         "programme",
                                                         "program",
                                                         "initiative",
                                                         "cooperation",
                                                         "collaboration",
                                                         "projet",
                                                         "dispositif",
                                                         "kooperationsraum",
                                                         "programmgebiet",
                                                         "fordergebiet",
                                                         "projektgebiet"});
    for (std::uint32_t word = first; word < at; ++word) {
        if (is_one_of<kWords>(scene.token(word).key) && !scene.is_in_name(word)) return true;
    }
    return false;
}

/// Of what work the clause at `at` tells: what is named in it, else what was spoken of when it says so.
std::optional<Part> work_of(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    std::uint32_t first = at;
    while (first > scene.sentence(s).first && scene.segment(first - 1) == scene.segment(at)) --first;
    auto named = scene.nearest(s, at, kWork, Side::Before);
    if (named && named->at >= first) return named;
    const bool has_body = !scene.all(s, kBodies | kEvent, first, at).entities.empty();
    if (has_body || !speaks_of_work(scene, first, at)) return std::nullopt;
    if (named) return named;
    return scene.spoken_of(s, kWork);
}

/// "covers A, B and C", "erstreckt sich auf A und B", "s'étend à A et B".
void covers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kVerbs = std::to_array<Words>(
        {"abgedeckt",  "abdeckt", "covered",  "covering", "covers",   "deckt",   "decken",    "umfasst",
         "umfasste",   "couvert", "couvrait", "couvre",   "couvrira", "englobe", "englobait", "erstreckt",
         "erstreckte", "etend",   "etendait", "spans",    "spanned",  "extends", "extended",  "stretches"});
    constexpr std::uint32_t kToPlace = 5;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (scene.is_in_name(at) || !is_one_of<kVerbs>(scene.token(at).key)) continue;
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!places || places->at - at > kToPlace || places->entities.size() < 2 ||
            scene.segment(places->at) != scene.segment(at) ||
            !scene.all(s, ~kPlace, at, places->at).entities.empty())
            continue;
        if (const auto who = work_of(scene, s, at)) claim({s, at, "covers"}, *who, places->entities, sink);
    }
}

/// "Cinq marchés ont été retenus : A, B et C", "Two kinds of market: A and B, …", "fünf Zielländer: A, B".
void chosen_markets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kMarkets = std::to_array<Words>(
        {"countries", "lander", "landern", "market", "marche", "marches", "markets", "markte", "markten",
         "pays", "regionen", "regions", "zielgebiete", "ziellander", "zielmarkte", "zielregionen"});
    static constexpr auto kChosen = std::to_array<Words>(
        {"ausgewahlt", "cible",      "cibles",       "chosen",        "festgelegt",   "fokus",
         "focus",      "identified", "identifies",   "identifiziert", "prioritaires", "priority",
         "retenus",    "retenues",   "selected",     "target",        "targeted",     "vises",
         "visees",     "definiert",  "distinguished"});
    const Sentence& sentence = scene.sentence(s);
    bool has_market = false;
    bool is_chosen = false;
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const std::string& key = scene.token(at).key;
        if (!scene.is_in_name(at)) {
            has_market = has_market || is_one_of<kMarkets>(key);
            is_chosen = is_chosen || is_one_of<kChosen>(key) || key.starts_with("ziel");
        }
        if (key != ":") continue;
        const Part places = scene.all(s, kPlace, at, sentence.end);
        const bool is_list = has_market && is_chosen && places.entities.size() >= 2 &&
                             scene.all(s, kBodies | kEvent, at, sentence.end).entities.empty();
        if (!is_list) return;
        auto who = scene.nearest(s, at, kWork | kEvent, Side::Before);
        if (!who) who = scene.spoken_of(s, kWork);
        if (!who) who = scene.context(s, kProject);
        if (who) claim({s, at, "market-list"}, *who, places.entities, sink);
        return;
    }
}

/// "joint projects with selected clusters in A and B", "des projets avec des partenaires en A".
void partners_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kJoint = std::to_array<Words>(
        {"aktivitaten", "entwicklungsprojekte", "forschungsprojekte", "kooperationsprojekte", "projekte",
         "projekten", "projects", "projets", "verbundprojekte", "vorhaben", "kooperationen", "cooperations",
         "collaborations", "actions", "forschungsvorhaben"});
    static constexpr auto kWith = std::to_array<Words>({"mit", "with", "avec"});
    static constexpr auto kGroups = std::to_array<Words>(
        {"acteurs",     "akteuren", "clustern",      "clusters",      "companies",   "einrichtungen",
         "entreprises", "firmen",   "firms",         "grappes",       "hochschulen", "institutes",
         "netzwerken",  "networks", "organisations", "partenaires",   "partner",     "partnern",
         "partners",    "poles",    "universities",  "universitaten", "unternehmen"});
    constexpr std::uint32_t kToWith = 2;
    constexpr std::uint32_t kToPlace = 7;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (scene.is_in_name(at) || !is_one_of<kJoint>(scene.token(at).key)) continue;
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!places || places->at - at > kToPlace || scene.segment(places->at) != scene.segment(at)) continue;
        bool is_with = false;
        bool is_group = false;
        bool is_plain = true;
        for (std::uint32_t word = at + 1; word < places->at; ++word) {
            is_with = is_with || (word <= at + kToWith && is_one_of<kWith>(scene.token(word).key));
            is_group = is_group || is_one_of<kGroups>(scene.token(word).key);
            is_plain = is_plain && scene.token(word).kind == TokenKind::Word && !scene.is_in_name(word);
        }
        if (!is_with || !is_group || !is_plain) continue;
        constexpr KindSet kDone = kProject | kAgreement;  // a programme only pays for it
        auto who = scene.nearest(s, at, kDone, Side::Before);
        if (!who && scene.all(s, kBodies | kEvent).entities.empty()) who = scene.spoken_of(s, kDone);
        if (who) claim({s, at, "partners-there"}, *who, places->entities, sink);
    }
}

}  // namespace

void read_reach_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (scene.all(s, kPlace).entities.empty()) return;
    covers(scene, s, sink);
    chosen_markets(scene, s, sink);
    partners_there(scene, s, sink);
}

}  // namespace kontor::press
