// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 4;
constexpr std::uint32_t kListWords = 8;

void add(const Scene& scene, const Mention& who, const Mention& place, const char* rule, FactSink& sink) {
    sink.add_all(
        scene.entities(who, kBodies | kEvent), scene.entities(place, kPlace),
        {.predicate = Predicate::LocatedIn, .sentence = place.sentence, .at = place.first, .rule = rule});
}

bool is_verbless(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t at = first; at < end; ++at) {
        const Token& token = scene.token(at);
        if (token.kind == TokenKind::Mark && token.key != "-") return false;
        if (scene.tells(at, any_of({Trigger::Passive, Trigger::And, Trigger::To, Trigger::From, Trigger::By,
                                    Trigger::For, Trigger::Together, Trigger::Fund})))
            return false;
    }
    return true;
}

/// "LITEK (Litauen)".
bool in_bracket(const Scene& scene, const Mention& who, const Mention& place, FactSink& sink) {
    std::uint32_t open = who.end;
    while (open < place.first && scene.token(open).kind == TokenKind::QuoteClose) ++open;
    const Token& token = scene.token(open);
    if (open >= place.first || token.kind != TokenKind::BracketOpen || token.partner < place.end)
        return false;
    if (place.first - open > 3) return false;
    add(scene, who, place, "bracket-place", sink);
    return true;
}

/// "MEDICEN aus Frankreich", "A, based in Lille", "the A in Oulu".
bool from_place(const Scene& scene, const Mention& who, const Mention& place, FactSink& sink) {
    const std::uint32_t gap = place.first - who.end;
    if (gap == 0 || gap > kNearWords + 2) return false;
    const TriggerSet leading = any_of({Trigger::From, Trigger::Based});
    const auto lead = scene.first_telling(who.end, place.first, leading);
    if (lead) {
        for (std::uint32_t at = who.end; at < place.first; ++at) {
            const Token& token = scene.token(at);
            const bool is_comma = token.kind == TokenKind::Mark && token.key == "," && at == who.end;
            if ((token.kind != TokenKind::Word && !is_comma) || scene.tells(at, bit(Trigger::And)))
                return false;
        }
        add(scene, who, place, "from-place", sink);
        return true;
    }
    const bool is_in = gap <= 2 && scene.tells(who.end, bit(Trigger::To)) &&
                       scene.only_small_words(who.end + 1, place.first) && !scene.is_of(who, kEvent);
    if (is_in && !scene.segment_tells(who.first, any_of({Trigger::Trip, Trigger::Visit}))) {
        add(scene, who, place, "in-place", sink);
        return true;
    }
    return false;
}

/// "the Finnish partner cluster A", "das katalonische Cluster B", "le pôle breton C".
void adjectives(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention& place = mentions[i];
        const Mention& who = mentions[i + 1];
        if (!scene.is_of(place, kPlace) || !scene.is_of(who, kBodies) || who.first < place.end) continue;
        if (who.reference || who.first - place.end > kNearWords) continue;
        const auto& entity = scene.findings().entities[place.entities.front()];
        const std::string_view written = std::string_view(scene.findings().text)
                                             .substr(place.range.begin, place.range.end - place.range.begin);
        const bool is_adjective = written != entity.name;
        if (!is_adjective || !is_verbless(scene, place.end, who.first)) continue;
        // All of an enumeration: "the Greek clusters A and B".
        const Part all = scene.enumeration(s, i + 1, kBodies);
        const bool is_first = all.at == who.first;
        sink.add_all(
            is_first ? all.entities : scene.entities(who, kBodies), scene.entities(place, kPlace),
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = place.first, .rule = "of-place"});
    }
}

/// Where an event is: "the workshop took place in Dresden".
void venues(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (!scene.is_of(mentions[i], kEvent)) continue;
        bool is_trip = false;
        for (std::uint32_t at = mentions[i].first; at < mentions[i].end; ++at)
            is_trip = is_trip || scene.tells(at, bit(Trigger::Trip));
        if (is_trip) continue;
        for (std::size_t next = i + 1; next < mentions.size(); ++next) {
            const Mention& place = mentions[next];
            if (scene.is_of(place, kEvent)) break;
            if (!scene.is_of(place, kPlace) || place.first < mentions[i].end) continue;
            const bool is_in = place.first > 0 && (scene.tells(place.first - 1, bit(Trigger::To)) ||
                                                   (scene.only_small_words(place.first - 1, place.first) &&
                                                    scene.token(place.first - 1).key != "aus" &&
                                                    scene.token(place.first - 1).key != "from"));
            const bool is_near = place.first - mentions[i].end <= 3;
            const bool happens = scene.segment_tells(place.first, bit(Trigger::Happen));
            if (!is_in || (!is_near && !happens)) continue;
            add(scene, mentions[i], place, happens ? "venue" : "event-in", sink);
            break;
        }
    }
}

/// "target markets are X, Y and Z", "towards China".
void targets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const TriggerSet leading = any_of({Trigger::TargetMarket, Trigger::Towards});
    for (const std::uint32_t at : scene.telling(s, leading)) {
        Part places = scene.all(s, kPlace, at, scene.sentence(s).end);
        if (places.entities.empty()) continue;
        const bool is_near = places.at - at <= kListWords + 4;
        if (!is_near) continue;
        auto who = scene.closest(s, at, kProject);
        if (!who || who->from_context) {
            const auto other = scene.subject(s, at, kBodies | kEvent);
            if (other && !other->from_context) who = other;
        }
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
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::For))) {
        const auto place = scene.nearest(s, at, kPlace, Side::After);
        if (!place || place->at - at > kNearWords || scene.segment(place->at) != scene.segment(at)) continue;
        const bool has_name_between = scene.all(s, ~kPlace & ~kTopic, at, place->at).entities.size() > 0;
        if (has_name_between) continue;
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
            const std::string& key = scene.token(at).key;
            return key.starts_with("akti") || key.starts_with("acti");
        });
        if (!is_in || !is_active || !project || project->at > mention.first) continue;
        const auto places = scene.nearest(s, mention.first - 1, kPlace, Side::After);
        sink.add_all(
            {project->entities.back()}, places ? places->entities : Entities{},
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = mention.first, .rule = "project-place"});
    }
}

}  // namespace

void read_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const KindSet set = kBodies | kEvent;
        if (!scene.is_of(mentions[i], set) || mentions[i].reference) continue;
        for (std::size_t next = i + 1; next < mentions.size() && next <= i + 2; ++next) {
            if (scene.is_of(mentions[next], set)) break;
            if (!scene.is_of(mentions[next], kPlace) || mentions[next].first < mentions[i].end) continue;
            if (in_bracket(scene, mentions[i], mentions[next], sink) ||
                from_place(scene, mentions[i], mentions[next], sink))
                break;
        }
    }
    adjectives(scene, s, sink);
    venues(scene, s, sink);
    targets(scene, s, sink);
    between(scene, s, sink);
    for_places(scene, s, sink);
    project_places(scene, s, sink);
}

}  // namespace kontor::press
