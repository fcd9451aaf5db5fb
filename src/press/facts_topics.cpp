// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kThemed = kBodies | kProject | kProgramme | kEvent;
constexpr KindSet kGivers = kinds({EntityKind::PublicBody});

/// Topics in brackets behind another are inside it.
std::vector<Qualifier> within(const Scene& scene, std::uint32_t s, const Mention& topic) {
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = topic.first; at-- > first;) {
        const Token& token = scene.token(at);
        if (token.kind == TokenKind::BracketClose) return {};
        if (token.kind != TokenKind::BracketOpen) continue;
        if (token.partner < topic.end) return {};
        const auto outer = scene.nearest(s, at, kTopic, Side::Before);
        if (!outer) return {};
        std::string names;
        for (const std::uint32_t entity : outer->entities)
            names += (names.empty() ? "" : ", ") + scene.findings().entities[entity].name;
        return {{"within", names}};
    }
    return {};
}

struct Theme {
    Part who;
    const char* rule = "";
};

/// Whose topics the sentence tells.
std::optional<Theme> themed(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    const TriggerSet leading = any_of({Trigger::About, Trigger::Focus, Trigger::Field, Trigger::Centre});
    const std::uint32_t first = scene.sentence(s).first;
    std::optional<std::uint32_t> lead;
    for (const std::uint32_t at : scene.telling(s, leading)) {
        if (at < topic || !lead) lead = at;
    }
    const KindSet set = kThemed & ~kGivers;
    std::optional<Part> who;
    const auto before = scene.nearest(s, topic, set, Side::Before);
    const auto after = scene.nearest(s, topic, set, Side::After);
    if (before && scene.segment(before->at) == scene.segment(topic)) {
        who = before;
    } else if (after && scene.segment(after->at) == scene.segment(topic)) {
        who = after;
    } else {
        who = before ? before : after;
    }
    if (lead && scene.tells(*lead, bit(Trigger::Centre)) && !who) {
        const auto place = scene.nearest(s, topic, kPlace, Side::Before);
        if (place) return Theme{*place, "centre-for"};
    }
    // A project of the sentence comes before those who work in it.
    if (const Part project = scene.all(s, kProject, first, scene.sentence(s).end);
        project.entities.size() == 1 && who && scene.kind(who->entities.front()) != EntityKind::Project &&
        scene.segment(project.at) == scene.segment(topic))
        who = project;
    const bool is_beside = who && scene.sentence(s).kind == SentenceKind::Running && who->at < topic &&
                           scene.segment(who->at) == scene.segment(topic);
    if (who && !lead && !is_beside) return std::nullopt;
    if (who) return Theme{*who, lead ? "field-of" : "topic-beside"};
    if (!lead) return std::nullopt;
    auto context = scene.spoken_of(s, set);
    if (!context) return std::nullopt;
    // What was done goes before who did it.
    const auto project = scene.spoken_of(s, kProject);
    if (project && project->sentence == context->sentence) context = project;
    return Theme{*context, "field-of-context"};
}

void add_topic(const Scene& scene, std::uint32_t s, const Mention& topic, FactSink& sink) {
    const auto theme = themed(scene, s, topic.first);
    Claimed claimed{.predicate = Predicate::About,
                    .sentence = s,
                    .at = topic.first,
                    .rule = "topic-of-item",
                    .qualifiers = within(scene, s, topic)};
    if (!theme) {
        // One mention in passing is no topic of an item.
        if (scene.sentence(s).kind != SentenceKind::Heading) return;
        sink.add_all({kDocument}, scene.entities(topic, kTopic), claimed);
        return;
    }
    claimed.rule = theme->rule;
    claimed.from_context = theme->who.from_context;
    sink.add_all(theme->who.entities, scene.entities(topic, kTopic), claimed);
}

/// "Ort X gilt als Zentrum für …".
bool centres(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Centre))) {
        const auto place = scene.nearest(s, at, kPlace, Side::Before);
        if (!place || !scene.all(s, kThemed).entities.empty()) continue;
        const Part topics = scene.all(s, kTopic, at, scene.sentence(s).end);
        sink.add_all({place->entities.front()}, topics.entities,
                     {.predicate = Predicate::About,
                      .sentence = s,
                      .at = at,
                      .rule = "centre-for",
                      .qualifiers = {{"role", "centre for the field"}}});
        return !topics.entities.empty();
    }
    return false;
}

}  // namespace

void read_topic_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (centres(scene, s, sink)) return;
    for (const Mention& mention : scene.mentions(s)) {
        if (scene.is_of(mention, kTopic) && !mention.reference) add_topic(scene, s, mention, sink);
    }
}

}  // namespace kontor::press
