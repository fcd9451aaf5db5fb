// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string_view>
#include <vector>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kReported = kProject | kEvent;
constexpr std::uint32_t kOpening = 6;    // sentences that open an item
constexpr std::uint32_t kShortLine = 8;  // tokens of a line of contact or source
constexpr std::uint32_t kNearLines = 3;

void published_by(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Source))) {
        const auto who = scene.nearest(s, at, kBodies | kPerson, Side::After);
        if (!who || who->at - at > kShortLine || scene.sentence(s).kind == SentenceKind::Running) continue;
        sink.add_all({kDocument}, {who->entities.front()},
                     {.predicate = Predicate::PublishedBy,
                      .sentence = s,
                      .at = at,
                      .rule = "source-line",
                      .certainty = Certainty::Implied,
                      .qualifiers = {{"role", "source"}}});
    }
    const bool is_short = scene.sentence(s).end - scene.sentence(s).first <= 2 * kShortLine;
    if (!is_short || scene.sentence(s).kind == SentenceKind::Running) return;
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Author))) {
        const auto who = scene.nearest(s, at, kPerson, Side::After);
        if (!who || who->at - at > 2 || !scene.all(s, kReported).entities.empty()) continue;
        sink.add_all({kDocument}, {who->entities.front()},
                     {.predicate = Predicate::PublishedBy,
                      .sentence = s,
                      .at = at,
                      .rule = "author-line",
                      .qualifiers = {{"role", "author"}}});
    }
}

/// "Topics: A, B", "Countries: C": what whoever published it filed it under.
void labelled(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static const std::vector<std::string_view> kLabels{
        "lander", "themen",   "thema", "schlagworte", "schlagworter", "countries", "country",
        "topics", "keywords", "tags",  "pays",        "thematiques",  "mots-cles", "themes"};
    bool is_label = false;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const std::string& key = scene.token(at).key;
        if (key == ":") {
            // The label may be of several words: "Länder / Organisationen:".
            is_label = false;
            for (std::uint32_t back = at; back > scene.sentence(s).first && at - back < 4; --back)
                is_label = is_label || std::ranges::find(kLabels, scene.token(back - 1).key) != kLabels.end();
        }
        const Mention* mention = scene.mention_at(at);
        if (!is_label || mention == nullptr || mention->first != at) continue;
        sink.add_all({kDocument}, scene.entities(*mention, kTopic | kPlace),
                     {.predicate = Predicate::About, .sentence = s, .at = at, .rule = "label"});
    }
}

/// The person named in the line of the word or in one of the next.
void contacts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto words = scene.telling(s, bit(Trigger::Contact));
    if (words.empty() || scene.sentence(s).kind == SentenceKind::Running) return;
    const std::uint32_t end = std::min(s + kNearLines, scene.sentence_count());
    for (std::uint32_t line = s; line < end; ++line) {
        const Part person = scene.all(line, kPerson);
        if (person.entities.empty()) continue;
        Claimed claimed{
            .predicate = Predicate::ContactOf, .sentence = line, .at = person.at, .rule = "contact-line"};
        Part whom;
        for (std::uint32_t near = s > 1 ? s - 1 : 0; near < end && whom.entities.empty(); ++near)
            whom = scene.all(near, kBodies);
        if (!whom.entities.empty()) {
            sink.add_all(person.entities, {whom.entities.front()}, claimed);
            return;
        }
        claimed.certainty = Certainty::Implied;
        claimed.rule = "contact-of-item";
        claimed.from_context = true;
        for (const KindSet set : {kProject, kBodies & ~kinds({EntityKind::PublicBody})}) {
            if (const auto entity = scene.main(set)) sink.add_all(person.entities, {*entity}, claimed);
        }
        return;
    }
}

/// What the heading and first sentences are about.
void reported(const Scene& scene, FactSink& sink) {
    const std::uint32_t end = std::min(kOpening, scene.sentence_count());
    for (std::uint32_t s = 0; s < end; ++s) {
        if (scene.sentence(s).kind == SentenceKind::Furniture) continue;
        for (const Mention& mention : scene.mentions(s)) {
            if (!scene.is_of(mention, kReported)) continue;
            sink.add_all(
                {kDocument}, {scene.entities(mention, kReported).front()},
                {.predicate = Predicate::ReportsOn, .sentence = s, .at = mention.first, .rule = "opening"});
            return;
        }
    }
    if (const auto project = scene.main(kReported)) {
        sink.add_all({kDocument}, {*project},
                     {.predicate = Predicate::ReportsOn, .sentence = 0, .at = 0, .rule = "main-thing"});
    } else if (const auto body = scene.main(kBodies & ~kinds({EntityKind::PublicBody}))) {
        sink.add_all({kDocument}, {*body},
                     {.predicate = Predicate::ReportsOn,
                      .sentence = 0,
                      .at = 0,
                      .rule = "main-body",
                      .certainty = Certainty::Implied});
    }
}

/// Those chosen for an event go there; a partner of a project that is mainly about one topic …
void follow_selection(const Scene& scene, FactSink& sink) {
    const auto& findings = scene.findings();
    for (std::uint32_t entity = 0; entity < findings.entities.size(); ++entity) {
        if (findings.entities[entity].kind != EntityKind::Event) continue;
        for (const std::uint32_t who : sink.subjects_of(Predicate::SelectedFor, entity)) {
            sink.add({.subject = who,
                      .predicate = Predicate::TakesPartIn,
                      .object = entity,
                      .sentence = findings.mentions.empty() ? 0 : findings.mentions.front().sentence,
                      .at = 0,
                      .rule = "selected-takes-part",
                      .certainty = Certainty::Implied});
        }
    }
}

}  // namespace

void read_item_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    published_by(scene, s, sink);
    if (scene.sentence(s).kind != SentenceKind::Running) labelled(scene, s, sink);
    contacts(scene, s, sink);
}

void conclude(const Scene& scene, FactSink& sink) {
    if (scene.sentence_count() == 0) return;
    reported(scene, sink);
    follow_selection(scene, sink);
}

}  // namespace kontor::press
