// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kReported = kProject | kEvent;
constexpr std::uint32_t kOpening = 6;  // sentences that open an item
constexpr std::uint32_t kShortOpening = 4;
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

/// The first cluster, firm or institute of a heading without a project or event.
std::optional<std::uint32_t> heading_body(const Scene& scene) {
    const KindSet bodies = kBodies & ~kinds({EntityKind::PublicBody});
    if (scene.sentence_count() == 0 || scene.sentence(0).kind != SentenceKind::Heading) return std::nullopt;
    if (!scene.all(0, kReported).entities.empty()) return std::nullopt;
    const Part found = scene.all(0, bodies);
    return found.entities.empty() ? std::nullopt : std::optional(found.entities.front());
}

/// "Topics: A, B", "Countries: C": what whoever published it filed it under.
void labelled(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"lander", "themen", "thema", "schlagworte", "schlagworter", "countries", "country", "topics",
         "keywords", "tags", "pays", "thematiques", "mots-cles", "themes"});
    bool is_label = false;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        if (key == ":") {
            // The label may be of several words: "Länder / Organisationen:".
            is_label = false;
            for (std::uint32_t back = at; back > scene.sentence(s).first && at - back < 4; --back)
                is_label = is_label || is_one_of<kLabels>(scene.token(back - 1).key);
        }
        const Mention* mention = scene.mention_at(at);
        if (!is_label || mention == nullptr || mention->first != at) continue;
        sink.add_all({kDocument}, scene.entities(*mention, kTopic | kPlace),
                     {.predicate = Predicate::About, .sentence = s, .at = at, .rule = "label"});
    }
}

/// Whether a line is one of contact: "Contact:" in front, or no sentence at all.
bool is_contact_line(const Scene& scene, std::uint32_t s, std::uint32_t word) {
    if (scene.sentence(s).kind != SentenceKind::Running) return true;
    constexpr std::uint32_t kLabelWords = 5;
    for (std::uint32_t at = word + 1; at < scene.sentence(s).end && at < word + kLabelWords; ++at) {
        if (scene.token(at).key == ":") return word - scene.sentence(s).first < kLabelWords;
    }
    return false;
}

/// Whom a contact in a line is for: the body or project of the line, else of the lines around.
Part contact_for(const Scene& scene, std::uint32_t s, std::uint32_t line) {
    Part whom = scene.all(line, kBodies);
    if (whom.entities.empty()) whom = scene.all(line, kReported);
    const std::uint32_t end = std::min(s + kNearLines, scene.sentence_count());
    for (std::uint32_t near = s > 1 ? s - 1 : 0; near < end && whom.entities.empty(); ++near) {
        if (scene.sentence(near).kind != SentenceKind::Running) whom = scene.all(near, kBodies);
    }
    return whom;
}

/// "Questions are answered by A of B", "Ansprechpartnerin ist A vom B": told in a sentence.
void told_contacts(const Scene& scene, std::uint32_t s, std::uint32_t word, FactSink& sink) {
    constexpr std::uint32_t kNear = 9;
    const auto person = scene.nearest(s, word, kPerson, Side::After);
    if (!person || person->at - word > kNear) return;
    Part whom;
    if (const auto body = scene.nearest(s, person->at, kBodies, Side::After)) whom = *body;
    const Part thing = scene.all(s, kReported);
    if (whom.entities.empty()) whom = thing;
    Claimed claimed{.predicate = Predicate::ContactOf, .sentence = s, .at = word, .rule = "told-contact"};
    if (whom.entities.empty()) {
        const auto main = scene.main(kReported);
        const auto body = scene.main(kBodies & ~kinds({EntityKind::PublicBody}));
        if (!main && !body) return;
        claimed.from_context = true;
        whom.entities.push_back(main.value_or(body.value_or(0)));
    }
    sink.add_all({person->entities.front()}, {whom.entities.front()}, claimed);
}

/// The person named in the line of the word or in one of the next.
void contacts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto words = scene.telling(s, bit(Trigger::Contact));
    if (words.empty()) return;
    if (!is_contact_line(scene, s, words.front())) return told_contacts(scene, s, words.front(), sink);
    const std::uint32_t end = std::min(s + kNearLines, scene.sentence_count());
    for (std::uint32_t line = s; line < end; ++line) {
        const Part person = scene.all(line, kPerson);
        if (person.entities.empty()) continue;
        Claimed claimed{
            .predicate = Predicate::ContactOf, .sentence = line, .at = person.at, .rule = "contact-line"};
        const Part whom = contact_for(scene, s, line);
        if (!whom.entities.empty()) {
            sink.add_all(person.entities, {whom.entities.front()}, claimed);
            if (!has_kind(kBodies, scene.kind(whom.entities.front()))) return;
            sink.add_all({kDocument}, {whom.entities.front()},
                         {.predicate = Predicate::PublishedBy,
                          .sentence = line,
                          .at = person.at,
                          .rule = "contact-named",
                          .certainty = Certainty::Implied,
                          .qualifiers = {{"role", "contact named"}}});
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

/// An agreement concluded in the first sentences is the news, unless the heading names a project or event.
std::optional<std::uint32_t> opening_agreement(const Scene& scene) {
    constexpr std::uint32_t kFirst = 4;  // heading, line of the author, two sentences
    const std::uint32_t end = std::min(kFirst, scene.sentence_count());
    if (scene.sentence_count() < 2 || scene.sentence(0).kind != SentenceKind::Heading ||
        !scene.all(0, kReported).entities.empty())
        return std::nullopt;
    for (std::uint32_t s = 1; s < end; ++s) {
        const Part agreement = scene.all(s, kAgreement);
        if (!agreement.entities.empty()) return agreement.entities.front();
    }
    return std::nullopt;
}

/// "a meeting", "der Workshop": where something else was done that the item is about.
bool is_unnamed_occasion(const Scene& scene, std::uint32_t thing) {
    return scene.kind(thing) == EntityKind::Event && scene.findings().entities[thing].rule == "occasion-noun";
}

/// All that a heading names of what can be reported on: projects, events, programmes, agreements.
Entities heading_things(const Scene& scene) {
    if (scene.sentence_count() < 2 || scene.sentence(0).kind != SentenceKind::Heading) return {};
    return scene.all(0, kReported | kProgramme | kAgreement).entities;
}

/// What the heading and first sentences are about: a project or event, else the body of the heading.
void reported(const Scene& scene, FactSink& sink) {
    Claimed claimed{.predicate = Predicate::ReportsOn, .sentence = 0, .at = 0, .rule = "opening"};
    const Entities told = heading_things(scene);
    if (!told.empty()) {
        claimed.rule = "heading-thing";
        sink.add_all({kDocument}, told, claimed);
        claimed.rule = "opening";
    }
    if (const auto agreement = opening_agreement(scene)) {
        claimed.rule = "opening-agreement";
        return sink.add_all({kDocument}, {*agreement}, claimed);
    }
    const auto thing = opening_of(scene);
    const bool is_occasion = thing && told.empty() && is_unnamed_occasion(scene, *thing);
    if (thing && !is_occasion) {
        for (std::uint32_t s = 0; s < scene.sentence_count(); ++s) {
            const Part here = scene.all(s, kReported | kAgreement);
            if (std::ranges::find(here.entities, *thing) == here.entities.end()) continue;
            claimed.sentence = s;
            claimed.at = here.at;
            break;
        }
        return sink.add_all({kDocument}, {*thing}, claimed);
    }
    if (const auto body = heading_body(scene)) {
        claimed.rule = "heading-body";
        return sink.add_all({kDocument}, {*body}, claimed);
    }
    const auto main = scene.main(kReported);
    const auto project = main && is_unnamed_occasion(scene, *main) ? scene.main(kProject) : main;
    if (project) {
        claimed.rule = "main-thing";
        sink.add_all({kDocument}, {*project}, claimed);
    } else if (const auto body = scene.main(kBodies & ~kinds({EntityKind::PublicBody}))) {
        claimed.rule = "main-body";
        claimed.certainty = Certainty::Implied;
        sink.add_all({kDocument}, {*body}, claimed);
    }
}

/// Those chosen for an event go there; a partner of a project that is mainly about one topic …
void follow_selection(const Scene& scene, FactSink& sink) {
    const auto& findings = scene.findings();
    for (std::uint32_t entity = 0; entity < findings.entities.size(); ++entity) {
        if (findings.entities[entity].kind != EntityKind::Event) continue;
        for (const std::uint32_t who : sink.subjects_of(Predicate::SelectedFor, entity)) {
            if (sink.is_by_rule(who, Predicate::SelectedFor, entity, "listed-chosen")) continue;
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

namespace {

/// An agreement that the first sentences tell was signed, when nothing else is told before.
std::optional<std::uint32_t> signed_first(const Scene& scene) {
    constexpr std::uint32_t kSentences = 4;
    const std::uint32_t end = std::min(kSentences, scene.sentence_count());
    for (std::uint32_t s = 0; s < end; ++s) {
        const Part agreement = scene.all(s, kAgreement);
        const Part thing = scene.all(s, kReported);
        if (!thing.entities.empty() && (agreement.entities.empty() || thing.at < agreement.at))
            return std::nullopt;
        if (agreement.entities.empty()) continue;
        for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
            const Key& key = scene.token(at).key;
            if (key.starts_with("sign") || key.starts_with("unterz") || key.starts_with("unterschr") ||
                key.starts_with("besiegel") || key.starts_with("conclu") || key.starts_with("scell"))
                return agreement.entities.front();
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> opening_of(const Scene& scene) {
    // Behind a heading that names a body the opening is shorter: the item may be of the body itself.
    const std::uint32_t opening = heading_body(scene) ? kShortOpening : kOpening;
    const std::uint32_t end = std::min(opening, scene.sentence_count());
    if (const auto agreement = signed_first(scene)) return agreement;
    for (std::uint32_t s = 0; s < end; ++s) {
        if (scene.sentence(s).kind == SentenceKind::Furniture) continue;
        for (const Mention& mention : scene.mentions(s)) {
            if (scene.is_of(mention, kReported)) return scene.entities(mention, kReported).front();
        }
        // An agreement is news when the heading names nothing else.
        const Part agreement = scene.all(s, kAgreement);
        if (s == 0 && scene.sentence(s).kind == SentenceKind::Heading && !agreement.entities.empty())
            return agreement.entities.front();
    }
    return std::nullopt;
}

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
