// SPDX-License-Identifier: EUPL-1.2
// The places and regions that projects, bodies and events are directed at.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 4;
constexpr std::uint32_t kListWords = 8;

/// "das slowenische Podravje": the country only tells where the place is; not "in asiatischen Regionen".
bool is_only_adjective(const Scene& scene, std::uint32_t s, std::uint32_t place) {
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.entities.empty() || mention.entities.front() != place ||
            mention.end >= scene.sentence(s).end)
            continue;
        // "des entreprises françaises": no place.
        if (scene.findings().language == "fr" && scene.token(mention.first).writing == Writing::Lower)
            return true;
        const Token& next = scene.token(mention.end);
        const bool is_adjective =
            scene.findings().language == "de" && scene.token(mention.first).writing == Writing::Lower;
        if (!is_adjective || next.writing == Writing::Lower) return false;
        return !next.key.starts_with("region") && !next.key.starts_with("markt") &&
               !next.key.starts_with("raum") && !next.key.starts_with("land");
    }
    return false;
}

/// All places of the same segment behind the first.
Part enumerated_after(const Scene& scene, std::uint32_t s, const Part& first) {
    std::uint32_t end = first.at;
    while (end < scene.sentence(s).end && scene.segment(end) == scene.segment(first.at)) ++end;
    return scene.all(s, kPlace, first.at, end);
}

/// "markets outside Europe", "hors d'Europe": not there.
bool is_left_out(const Scene& scene, std::uint32_t place) {
    static constexpr auto kOutside = std::to_array<std::string_view>(
        {"ausserhalb", "beyond", "excluding", "except", "hors", "jenseits", "outside", "sauf"});
    for (std::uint32_t back = 1; back <= 3 && back <= place; ++back) {
        if (is_one_of<kOutside>(scene.token(place - back).key)) return true;
    }
    return false;
}

/// "Zielmärkte des Projekts P sind A und B".
bool says_is(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kIs = std::to_array<std::string_view>(
        {"are", "est", "is", "ist", "sind", "sont", "war", "waren", "was", "were"});
    for (std::uint32_t at = first; at < end; ++at) {
        if (is_one_of<kIs>(scene.token(at).key)) return true;
    }
    return false;
}

/// "market visit", "market research": no market to enter.
bool is_market_of_word(const Scene& scene, std::uint32_t at) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"analysis", "launch", "leader", "participants", "research", "share",
                                         "study", "studies", "visit", "visits"});
    const bool is_market = scene.token(at).key.starts_with("market");
    return is_market && is_one_of<kWords>(scene.token(at + 1).key);
}

/// "target markets are X, Y and Z", "towards China".
void targets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const TriggerSet leading = any_of({Trigger::TargetMarket, Trigger::Towards});
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        // "Markterschließung" may be a topic as well.
        const Mention* named = scene.mention_at(at);
        if (!scene.tells(at, leading) || (named && !scene.is_of(*named, kTopic))) continue;
        const auto listed = scene.nearest(s, at, kPlace, Side::After);
        if (!listed || scene.segment(listed->at) < scene.segment(at) || is_left_out(scene, listed->at) ||
            at + 1 >= scene.sentence(s).end || is_market_of_word(scene, at))
            continue;
        // "One market: A lobbies in X": somebody else does something there.
        const bool has_name = !scene.all(s, kBodies | kProject | kEvent, at + 1, listed->at).entities.empty();
        if (has_name && !says_is(scene, at, listed->at)) continue;
        Part places = *listed;
        if (scene.segment(places.at) == scene.segment(at)) places = enumerated_after(scene, s, places);
        const bool is_near = places.at - at <= kListWords + 4;
        if (!is_near) continue;
        auto who = scene.told_project(s, at);
        if (!who || who->from_context) {
            const auto other = scene.subject(s, at, (kBodies & ~kinds({EntityKind::PublicBody})) | kEvent);
            if (other && !other->from_context) who = other;
        }
        // "in addition to the project P, A …": who acts is A.
        const auto acting = scene.nearest(s, at, kBodies & ~kinds({EntityKind::PublicBody}), Side::Before);
        if (who && acting && !who->from_context &&
            scene.first_telling(acting->at, who->at, bit(Trigger::Aside)))
            who = Part{.entities = {acting->entities.front()}, .at = acting->at};
        // Of what was spoken of before the latest counts.
        if (who && who->from_context) {
            const auto latest =
                scene.spoken_of(s, (kBodies & ~kinds({EntityKind::PublicBody})) | kProject | kEvent);
            if (latest && latest->sentence > who->sentence) who = latest;
        }
        std::erase_if(places.entities,
                      [&](std::uint32_t place) { return is_only_adjective(scene, s, place); });
        if (!who) continue;
        sink.add_all({who->entities.front()}, places.entities,
                     {.predicate = Predicate::Targets,
                      .sentence = s,
                      .at = at,
                      .rule = scene.tells(at, bit(Trigger::TargetMarket)) ? "target-market" : "towards",
                      .qualifiers = {},
                      .from_context = who->from_context});
        return;
    }
}

/// "X is the target market", "sich X als zweite Zielregion herauskristallisiert": the place stands before.
void is_target(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kBehind = 8;
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::TargetMarket))) {
        const Key& key = scene.token(at).key;
        const bool is_noun =
            key.starts_with("ziel") || key.starts_with("partner") || key.starts_with("target") ||
            key.starts_with("schwerpunktl") || key.starts_with("priority") ||
            (key.starts_with("march") && scene.token(at + 1).key.find("cible") != std::string::npos) ||
            key.find("-cible") != std::string::npos;
        const auto place = scene.nearest(s, at, kPlace, Side::Before);
        if (!is_noun || !place || at - place->at > kBehind || at + 1 >= scene.sentence(s).end) continue;
        bool is_being = false;
        for (std::uint32_t word = place->at + 1; word < at; ++word) {
            const Key& between = scene.token(word).key;
            is_being = is_being || scene.tells(word, bit(Trigger::Passive)) || between == "als" ||
                       between == "as" || between == "ist" || between == "war" || between == "comme";
        }
        if (!is_being || !scene.all(s, kBodies, place->at, at).entities.empty()) continue;
        auto who = scene.nearest(s, at, kProject | kBodies | kEvent, Side::After);
        if (!who || who->at > at + 4) who = scene.told_project(s, at);
        if (!who) continue;
        sink.add_all({who->entities.front()}, place->entities,
                     {.predicate = Predicate::Targets,
                      .sentence = s,
                      .at = at,
                      .rule = "is-target",
                      .qualifiers = {},
                      .from_context = who->from_context});
    }
}

/// "firms in X and Y are to profit": whom a project is for.
void benefits(const Scene& scene, std::uint32_t s, FactSink& sink) {
    bool is_told = false;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        is_told = is_told || key.starts_with("profitier") || key.starts_with("benefit") ||
                  key.starts_with("zugute") || key.starts_with("profiter");
    }
    Part places = scene.all(s, kPlace);
    // "profits from funds from Brussels": where the money comes from.
    for (const Mention& mention : scene.mentions(s)) {
        constexpr std::uint32_t kBefore = 4;
        const std::uint32_t from = mention.first > scene.sentence(s).first + kBefore
                                       ? mention.first - kBefore
                                       : scene.sentence(s).first;
        if (scene.is_of(mention, kPlace) && scene.first_telling(from, mention.first, bit(Trigger::FundNoun)))
            std::erase(places.entities, mention.entities.front());
    }
    const auto project = scene.told_project(s, scene.sentence(s).first);
    if (!is_told || places.entities.empty() || !project || !scene.all(s, kBodies).entities.empty()) return;
    sink.add_all({project->entities.front()}, places.entities,
                 {.predicate = Predicate::Targets,
                  .sentence = s,
                  .at = places.at,
                  .rule = "benefits",
                  .qualifiers = {},
                  .from_context = project->from_context});
}

/// "A represents the industry in X and Y".
void represented(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Represent))) {
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!places || scene.segment(places->at) != scene.segment(at) || places->at < at + 2) continue;
        // "in the federal states X and Y": a noun may stand between.
        const std::uint32_t from = places->at > at + 4 ? places->at - 4 : at + 1;
        if (!scene.first_telling(from, places->at, any_of({Trigger::To, Trigger::For}))) continue;
        const auto who = scene.subject(s, at, kBodies);
        if (!who || !scene.all(s, kEvent).entities.empty()) continue;
        sink.add_all(who->entities, places->entities,
                     {.predicate = Predicate::Targets,
                      .sentence = s,
                      .at = at,
                      .rule = "represents-in",
                      .qualifiers = {},
                      .from_context = who->from_context});
    }
}

/// "cooperation between the EU and the USA" tells what a project is directed at.
void between(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Between))) {
        const KindSet sides = kPlace | kinds({EntityKind::PublicBody});
        const auto pair = scene.nearest(s, at, sides, Side::After);
        if (!pair || pair->at - at > kNearWords) continue;
        const Part all = scene.all(s, sides, at, std::min(at + 2 * kListWords, scene.sentence(s).end));
        const bool has_place = std::ranges::any_of(
            all.entities, [&](std::uint32_t entity) { return scene.kind(entity) == EntityKind::Place; });
        if (all.entities.size() != 2 || !has_place) continue;
        const auto who = scene.nearest(s, at, kProject, Side::Before);
        if (!who) continue;
        sink.add_all({who->entities.back()}, all.entities,
                     {.predicate = Predicate::Targets, .sentence = s, .at = at, .rule = "between-places"});
    }
}

/// "for clusters in Saxony and Bavaria", said of a project.
void for_places(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kWhere = std::to_array<std::string_view>(
        {"across", "au", "aus", "aux", "dans", "en", "from", "im", "in", "of", "throughout", "within"});
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::For))) {
        const auto place = scene.nearest(s, at, kPlace, Side::After);
        if (!place || place->at - at > kNearWords || scene.segment(place->at) != scene.segment(at)) continue;
        const bool has_name_between = !scene.all(s, ~kPlace & ~kTopic, at, place->at).entities.empty();
        if (has_name_between) continue;
        // "for Saxony the second market", "for the Turkish cluster A": not whom it is for.
        bool is_there = false;
        for (std::uint32_t word = at + 2; word < place->at; ++word)
            is_there = is_there || is_one_of<kWhere>(scene.token(word).key);
        if (!is_there) continue;
        auto who = scene.closest(s, at, kProject | kEvent);
        if (who && who->from_context) who = scene.spoken_of(s, kProject | kEvent);
        if (!who) continue;
        sink.add_all({who->entities.front()}, place->entities,
                     {.predicate = Predicate::Targets,
                      .sentence = s,
                      .at = at,
                      .rule = "for-place",
                      .qualifiers = {},
                      .from_context = who->from_context});
    }
}

}  // namespace

void read_target_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    targets(scene, s, sink);
    is_target(scene, s, sink);
    represented(scene, s, sink);
    benefits(scene, s, sink);
    between(scene, s, sink);
    for_places(scene, s, sink);
}

}  // namespace kontor::press
