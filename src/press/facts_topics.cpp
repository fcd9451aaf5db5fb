// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "press/topic_items.hpp"
#include "press/topic_subjects.hpp"
#include "press/topic_themes.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kThemed = kBodies | kProject | kProgramme | kEvent;
constexpr std::uint32_t kBeside = 14;  // tokens from a name to a topic told beside it
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

/// "in addition to the project P": what the sentence tells besides is not of P.
bool is_named_aside(const Scene& scene, std::uint32_t s, std::uint32_t project) {
    constexpr std::uint32_t kBefore = 6;
    const std::uint32_t first = scene.sentence(s).first;
    const std::uint32_t from = project > first + kBefore ? project - kBefore : first;
    const auto aside = scene.first_telling(from, project, bit(Trigger::Aside));
    return aside && scene.all(s, kThemed, *aside, project).entities.empty();
}

/// A clause of purpose goes on with what the clause before says: "…, um X voranzutreiben".
bool is_purpose(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    std::uint32_t begin = topic;
    while (begin > scene.sentence(s).first && scene.segment(begin - 1) == scene.segment(topic)) --begin;
    for (std::uint32_t at = begin; at < topic && at < begin + 2; ++at) {
        const Key& key = scene.token(at).key;
        if (key == "um" || key == "afin" || key == "damit") return true;
    }
    return false;
}

/// Whether the topic is what somebody is open for.
bool is_sought(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    const auto open = scene.first_telling(scene.sentence(s).first, topic, bit(Trigger::OpenFor));
    return open && scene.segment(*open) == scene.segment(topic);
}

/// "the network of the maritime industry", "le cluster logiciel X": the topic belongs to the noun.
bool is_attached(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kNear = 8;
    const auto before = scene.nearest(s, topic.first, kBodies, Side::Before);
    const auto after = scene.nearest(s, topic.first, kBodies, Side::After);
    const bool is_front =
        after && after->at - topic.first <= 4 &&
        !scene.first_telling(topic.end, after->at, any_of({Trigger::And, Trigger::By, Trigger::To}));
    return is_front || (before && topic.first - before->at <= kNear &&
                        scene.segment(before->at) == scene.segment(topic.first));
}

/// "le pôle de compétitivité agroalimentaire A": the adjective stands between noun and name.
bool is_french_noun_before(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    constexpr std::uint32_t kNoun = 4;
    if (scene.findings().language != "fr" || scene.token(topic).writing != Writing::Lower) return false;
    for (std::uint32_t at = topic; at-- > scene.sentence(s).first && topic - at <= kNoun;) {
        const Key& key = scene.token(at).key;
        if (is_body_noun(key) && !scene.is_in_name(at)) return true;
        if (key != "de" && key != "d'" && scene.only_small_words(at, at + 1)) return false;
    }
    return false;
}

/// "the energy cluster X", "le cluster logiciel savoyard X": the topic stands before the name or its noun.
std::optional<Part> named_behind(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kWords = 4;
    const auto after = scene.nearest(s, topic.first, kBodies & ~kGivers, Side::After);
    if (!after || after->at < topic.end || after->at - topic.end > kWords) return std::nullopt;
    for (std::uint32_t at = topic.end; at < after->at; ++at) {
        const bool is_plain =
            scene.token(at).kind == TokenKind::Word && !scene.only_small_words(at, at + 1) &&
            !scene.tells(at, any_of({Trigger::And, Trigger::Passive, Trigger::By, Trigger::To}));
        if (!is_plain) return std::nullopt;
    }
    if (after->at == topic.end && !is_french_noun_before(scene, s, topic.first)) return std::nullopt;
    return Part{.entities = {after->entities.front()}, .at = after->at};
}

/// "fields, such as A", "Felder, wie beispielsweise A": only such words between the lead and the topic.
bool is_example(const Scene& scene, std::uint32_t lead, std::uint32_t topic) {
    static constexpr auto kExample = std::to_array<std::string_view>(
        {",",       "as",      "beispielsweise", "comme", "das", "den", "der", "die",
         "etwa",    "exemple", "including",      "l'",    "la",  "le",  "les", "par",
         "such",    "telles",  "tels",           "que",   "the", "wie", "z.b", "zum",
         "beispiel"});
    bool has_comma = false;
    for (std::uint32_t at = lead + 1; at < topic; ++at) {
        if (!is_one_of<kExample>(scene.token(at).key)) return false;
        has_comma = has_comma || scene.token(at).key == ",";
    }
    return has_comma;
}

/// Only a comma, "and" and articles between two topics.
bool is_listing(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    bool has_mark = false;
    for (std::uint32_t at = first; at < end; ++at) {
        const bool is_mark = scene.token(at).key == "," || scene.tells(at, bit(Trigger::And));
        has_mark = has_mark || is_mark;
        if (!is_mark && !scene.only_small_words(at, at + 1)) return false;
    }
    return has_mark;
}

/// Whether a word such as "Bereich" or "focus" leads to a topic: before it in its clause, or directly behind.
bool leads_to(const Scene& scene, std::uint32_t at, const Mention& topic) {
    constexpr std::uint32_t kBehind = 3;
    constexpr std::uint32_t kNext = 3;
    constexpr std::uint32_t kLead = 40;
    const bool is_one = scene.segment(at) == scene.segment(topic.first);
    if (at > topic.first) {
        // "the A, B and C industries": behind the last of the list.
        const Mention* last = &topic;
        for (const Mention& next : scene.mentions(topic.sentence)) {
            if (next.first < last->end || next.reference || !scene.is_of(next, kTopic)) continue;
            if (next.first > last->end + kNext || next.first >= at) break;
            if (!is_listing(scene, last->end, next.first)) break;
            last = &next;
        }
        return (is_one && at < topic.end + kBehind) || (last != &topic && at < last->end + kBehind);
    }
    bool goes_on = is_one;
    for (std::uint32_t token = at; !goes_on && token < topic.first; ++token) {
        const Key& key = scene.token(token).key;
        if (key == ":") return topic.first - at <= kLead;  // "three fields: A, B and C"
    }
    if (!goes_on && is_example(scene, at, topic.first)) return true;
    // Members of an enumeration behind the first stand in segments of their own.
    return goes_on || (scene.segment(topic.first) - scene.segment(at) <= 4 &&
                       scene.all_of_kind(at, topic.first, kTopic));
}

constexpr KindSet kSubjects = kTopicSubjects;

bool is_kind(const Scene& scene, const std::optional<Part>& who, KindSet set) {
    return who && has_kind(set, scene.kind(who->entities.front()));
}

/// The word of the sentence that leads to the topic; one that recognition took for told leads to itself.
std::optional<std::uint32_t> lead_of(const Scene& scene, std::uint32_t s, const Mention& topic) {
    const TriggerSet leading = any_of({Trigger::About, Trigger::Focus, Trigger::Field, Trigger::Centre});
    std::optional<std::uint32_t> lead;
    for (const std::uint32_t at : scene.telling(s, leading)) {
        if (leads_to(scene, at, topic)) lead = at;
    }
    return lead;
}

/// A project of the sentence comes before those who work in it, unless it is only named beside; a programme
/// gives the money for it.
std::optional<Part> work_before_workers(const Scene& scene, std::uint32_t s, std::uint32_t topic, bool is_led,
                                        std::optional<Part> who) {
    const Part project = scene.all(s, kProject);
    const bool is_aside = !project.entities.empty() && is_named_aside(scene, s, project.at);
    const bool is_one = project.entities.size() == 1 && !is_aside;
    if (is_one && who && !is_kind(scene, who, kProject) && scene.segment(project.at) == scene.segment(topic))
        who = project;
    const bool is_of_clause = who && scene.segment(who->at) == scene.segment(topic);
    if (is_one && is_led && !is_of_clause && is_kind(scene, who, kBodies | kProgramme) && project.at < topic)
        who = project;
    if (is_kind(scene, who, kProgramme)) {
        if (const auto work = scene.told_project(s, topic)) who = work;
    }
    if (is_aside && who && who->entities == project.entities) {
        if (const auto acting = scene.nearest(s, project.at, kSubjects, Side::Before)) who = acting;
    }
    return who;
}

/// "A, whose speciality is X": the clause is told of the name before it.
std::optional<Part> head_of_clause(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    static constexpr auto kWhose = std::to_array<std::string_view>({"whose", "dont", "deren", "dessen"});
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = topic; at-- > first && topic - at <= kBeside;) {
        if (!is_one_of<kWhose>(scene.token(at).key)) continue;
        if (at == first || scene.token(at - 1).key != ",") return std::nullopt;
        const auto head = scene.nearest(s, at, kSubjects, Side::Before);
        if (!head) return std::nullopt;
        return Part{.entities = {head->entities.back()}, .at = head->at};
    }
    return std::nullopt;
}

/// "A, spécialisé dans X", "A, active in X": the name right before the comma.
std::optional<Part> name_before_comma(const Scene& scene, std::uint32_t s, std::uint32_t lead) {
    if (lead < scene.sentence(s).first + 2 || lead < 2 || scene.token(lead - 1).key != ",")
        return std::nullopt;
    const Mention* name = scene.mention_at(lead - 2);
    if (!name || name->reference || !scene.is_of(*name, kBodies | kProject)) return std::nullopt;
    return Part{.entities = {scene.entities(*name, kBodies | kProject).back()}, .at = name->first};
}

/// "unites the companies of the X industry": the field of those whom a body unites is its own.
bool is_united(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    static constexpr auto kUnited = std::to_array<std::string_view>(
        {"acteurs", "actors", "akteure", "betriebe", "companies", "entreprises", "firmen", "firms", "players",
         "professionnels", "stakeholders", "unternehmen"});
    constexpr std::uint32_t kBefore = 8;
    const std::uint32_t first = scene.sentence(s).first;
    bool has_actors = false;
    for (std::uint32_t at = topic; at-- > first && topic - at <= kBefore;) {
        if (scene.segment(at) != scene.segment(topic)) return false;
        const Key& key = scene.token(at).key;
        has_actors = has_actors || is_one_of<kUnited>(key);
        if (has_actors && scene.tells(at, any_of({Trigger::ConsistOf, Trigger::Represent}))) return true;
    }
    return false;
}

/// Below "in fields such as" the lines of the list are told of whatever that sentence speaks of.
std::optional<Theme> theme_of_list(const Scene& scene, std::uint32_t s) {
    std::uint32_t lead = s;
    while (lead > 0 && scene.sentence(lead).kind == SentenceKind::Item) --lead;
    if (lead == s) return std::nullopt;
    if (auto who = named_nearest(scene, lead, scene.sentence(lead).end)) {
        if (!is_governed(scene, lead, who->at))
            return Theme{{who->entities, who->at, true, lead}, "field-of"};
    }
    return theme_of_context(scene, lead, scene.sentence(lead).first, true);
}

/// "die aus den Bereichen A und B stammenden Gäste": the field of those who come, not of what they come to.
bool come_from(const Scene& scene, std::uint32_t s, const Mention& topic) {
    static constexpr auto kComing = std::to_array<std::string_view>(
        {"kommende", "kommenden", "stammende", "stammenden", "stammender", "tatige", "tatigen"});
    constexpr std::uint32_t kList = 14;
    for (std::uint32_t at = topic.end; at < scene.sentence(s).end && at < topic.end + kList; ++at) {
        if (is_one_of<kComing>(scene.token(at).key)) return true;
        if (scene.tells(at, bit(Trigger::Passive))) return false;
    }
    return false;
}

/// What was talked about is the topic of the event of the sentence, else of the one spoken of.
std::optional<Theme> theme_of_talk(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    if (const auto before = scene.nearest(s, topic, kEvent, Side::Before))
        return Theme{{.entities = {before->entities.front()}, .at = before->at}, "talked-of"};
    if (const auto after = scene.nearest(s, topic, kEvent, Side::After))
        return Theme{{.entities = {after->entities.front()}, .at = after->at}, "talked-of"};
    const auto near = scene.spoken_of(s, kEvent);
    if (!near || near->entities.size() > 1) return std::nullopt;
    return Theme{*near, "talked-of"};
}

/// "Talks during the trip will centre on A": what the clause speaks of is talk.
bool speaks_of_talk(const Scene& scene, std::uint32_t s) {
    static constexpr auto kTalk = std::to_array<std::string_view>(
        {"ateliers", "conferences", "debats", "diskussion", "diskussionen", "discussion", "discussions",
         "echanges", "fachvortrage", "gesprache", "impulse", "lectures", "panels", "presentations",
         "prasentationen", "sessions", "talks", "vortrage", "workshops"});
    constexpr std::uint32_t kOpening = 3;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = first; at < first + kOpening && at < scene.sentence(s).end; ++at) {
        if (is_one_of<kTalk>(scene.token(at).key) && !scene.is_in_name(at)) return true;
    }
    return false;
}

/// An entity may have been found by a purpose elsewhere in the text: a word for a goal must stand here, too.
bool is_purpose_told(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kBefore = 24;
    if (!is_told(scene, s, topic, Told::Purpose)) return false;
    const Sentence& sentence = scene.sentence(s);
    const std::uint32_t first =
        topic.first > sentence.first + kBefore ? topic.first - kBefore : sentence.first;
    for (std::uint32_t at = first; at < sentence.end && at < topic.end + kBefore; ++at) {
        if (tells_goal(scene.token(at).key)) return true;
    }
    return false;
}

/// What is to be strengthened is the topic of the work that is to do it, not of those who work: of what is
/// named before it, else of what the sentence before speaks of, if nobody else has the purpose.
std::optional<Theme> theme_of_purpose(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    constexpr KindSet kWork = kProject | kProgramme | kAgreement | kEvent;
    const auto before = scene.nearest(s, topic, kWork, Side::Before);
    const auto body = scene.nearest(s, topic, kBodies, Side::Before);
    const bool is_of_body = body && !is_governed(scene, s, body->at);
    if (before && (!is_of_body || body->at < before->at || !is_governed(scene, s, before->at)))
        return Theme{{.entities = {before->entities.front()}, .at = before->at}, "purpose"};
    if (before || is_of_body) return std::nullopt;
    const auto near = scene.spoken_of(s, kWork & ~kProgramme);
    if (!near || near->sentence + 1 != s) return std::nullopt;
    return Theme{*near, "purpose"};
}

/// "A et B : tels sont les domaines de P": P comes behind the colon.
bool is_summed_up(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    static constexpr auto kSum = std::to_array<std::string_view>(
        {"das", "dies", "so", "tel", "telle", "telles", "tels", "that", "these", "this", "voila"});
    for (std::uint32_t at = topic; at + 1 < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        if (key == ":" || key == "–" || key == "—") return is_one_of<kSum>(scene.token(at + 1).key);
    }
    return false;
}

/// "A, the organisation for B": a preposition joins the topic to what stands before it.
bool is_held(const Scene& scene, std::uint32_t topic) {
    static constexpr auto kHolding = std::to_array<std::string_view>({"for", "fur", "pour"});
    for (std::uint32_t back = 1; back <= 2 && back <= topic; ++back) {
        if (is_one_of<kHolding>(scene.token(topic - back).key)) return true;
    }
    return false;
}

/// Whose topics the sentence tells.
std::optional<Theme> themed(const Scene& scene, std::uint32_t s, const Mention& mention) {
    const std::uint32_t topic = mention.first;
    if (is_purpose_told(scene, s, mention)) return theme_of_purpose(scene, s, topic);
    if (is_told(scene, s, mention, Told::Talk) && !lead_of(scene, s, mention))
        return theme_of_talk(scene, s, topic);
    if (scene.sentence(s).kind == SentenceKind::Item && is_told(scene, s, mention, Told::Field))
        return theme_of_list(scene, s);
    if (auto named = named_behind(scene, s, mention)) return Theme{*named, "topic-of-name"};
    if (auto name = apposed(scene, s, mention)) return Theme{*name, "apposed-topic"};
    const auto lead = lead_of(scene, s, mention);
    if (lead && come_from(scene, s, mention)) return std::nullopt;
    const bool is_field = is_told(scene, s, mention, Told::Field);
    const bool is_led = lead || is_field || is_united(scene, s, topic);
    if (is_led && speaks_of_talk(scene, s)) {
        if (auto theme = theme_of_talk(scene, s, topic)) return theme;
    }
    if (is_led) {
        if (auto head = head_of_clause(scene, s, topic)) return Theme{*head, "field-of"};
    }
    if (lead) {
        if (auto name = name_before_comma(scene, s, *lead)) return Theme{*name, "field-of"};
    }
    std::optional<Part> who = named_nearest(scene, s, list_start(scene, s, mention));
    if (lead && scene.tells(*lead, bit(Trigger::Centre)) && !who) {
        if (const auto place = scene.nearest(s, topic, kPlace, Side::Before))
            return Theme{*place, "centre-for"};
    }
    const bool is_behind = who && who->at > topic && scene.segment(who->at) != scene.segment(topic);
    if (is_behind && (is_field || (is_led && is_governed(scene, s, who->at))) &&
        !is_summed_up(scene, s, topic))
        who.reset();
    if (who) {
        if (is_many_unnamed(scene, s, *who)) {
            who = work_before(scene, s);
            if (!who) return std::nullopt;
        }
        keep_own(scene, s, topic, *who);
    }
    who = work_before_workers(scene, s, topic, is_led, who);
    const bool is_far = who && who->at < topic && topic - who->at > kBeside;
    if (is_far && !is_led && !is_kind(scene, who, kProject)) who.reset();
    if (!is_led && is_kind(scene, who, kBodies) && !is_attached(scene, s, mention)) who.reset();
    const bool is_beside = who && !is_kind(scene, who, kProgramme) &&
                           scene.sentence(s).kind == SentenceKind::Running && who->at < topic &&
                           (scene.segment(who->at) == scene.segment(topic) || is_purpose(scene, s, topic));
    if (!is_led && scene.sentence_tells(s, bit(Trigger::Prominent)) &&
        scene.all(s, kSubjects).entities.empty())
        return Theme{{.entities = {kDocument}, .at = topic}, "prominent"};
    // Of several bodies in a row none has the topic for its own.
    if (is_beside && !is_led && who->entities.size() > 1 && is_kind(scene, who, kBodies) &&
        !is_held(scene, topic))
        return std::nullopt;
    if (who && !is_led && !is_beside) return std::nullopt;
    if (who) return Theme{*who, is_led ? "field-of" : "topic-beside"};
    if (!is_led) return std::nullopt;
    return theme_of_context(scene, s, topic, is_field);
}

/// "Topic: what happened", "Topic „made in A“: what happened", "Allègement des matériaux : …".
bool is_title(const Scene& scene, std::uint32_t s, const Mention& topic) {
    const Sentence& sentence = scene.sentence(s);
    constexpr std::uint32_t kRest = 5;
    if (topic.end >= sentence.end) return false;
    if (scene.token(topic.end).key == ":") return true;
    if (topic.first > sentence.first + 1) return false;
    for (std::uint32_t at = topic.end; at < sentence.end && at <= topic.end + kRest; ++at) {
        if (scene.token(at).key == ":") return true;
        if (scene.tells(at, bit(Trigger::Passive)) || scene.token(at).key == ",") return false;
        const Mention* named = scene.mention_at(at);
        if (named && !scene.is_of(*named, kPlace | kTopic)) return false;
    }
    return false;
}

void add_topic(const Scene& scene, std::uint32_t s, const Mention& topic, FactSink& sink) {
    // What stands behind a label is the item's, which read_item_facts() says.
    if (scene.findings().entities[topic.entities.front()].rule == "topic-label" &&
        scene.sentence(s).kind != SentenceKind::Running)
        return;
    const auto theme = themed(scene, s, topic);
    Claimed claimed{.predicate = Predicate::About,
                    .sentence = s,
                    .at = topic.first,
                    .rule = "topic-of-item",
                    .qualifiers = within(scene, s, topic)};
    if (!theme) {
        // One mention in passing is no topic of an item.
        if (scene.sentence(s).kind != SentenceKind::Heading) return;
        if (is_purpose_told(scene, s, topic)) return;
        if (!is_title(scene, s, topic)) return;
        const bool names_thing = !scene.all(s, kProject | kEvent).entities.empty();
        const auto reported = names_thing ? opening_of(scene) : std::nullopt;
        claimed.rule = reported ? "heading-topic" : "topic-of-item";
        sink.add_all({reported.value_or(kDocument)}, scene.entities(topic, kTopic), claimed);
        return;
    }
    claimed.rule = theme->rule;
    // A programme named with its project tells the money, not the topic.
    Entities subjects = theme->who.entities;
    const bool has_project = std::ranges::any_of(subjects, [&](std::uint32_t one) {
        return one != kDocument && scene.kind(one) == EntityKind::Project;
    });
    if (has_project)
        std::erase_if(subjects, [&](std::uint32_t one) { return scene.kind(one) == EntityKind::Programme; });
    claimed.from_context = theme->who.from_context;
    sink.add_all(subjects, scene.entities(topic, kTopic), claimed);
}

/// "T findet sich in der Strategie S wieder", "T is anchored in S", "T se retrouve dans S".
void found_again(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kFound = std::to_array<std::string_view>(
        {"findet", "finden", "spiegelt", "spiegeln", "verankert", "festgeschrieben", "anchored", "enshrined",
         "reflected", "echoed", "embedded", "retrouve", "retrouvent", "ancre", "ancree", "inscrit",
         "inscrite"});
    static constexpr auto kIn = std::to_array<std::string_view>({"in", "im", "dans", "au"});
    constexpr std::uint32_t kToIn = 5;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (!is_one_of<kFound>(scene.token(at).key)) continue;
        const auto topic = scene.nearest(s, at, kTopic, Side::Before);
        std::uint32_t in = at + 1;
        while (in < sentence.end && in <= at + kToIn && !is_one_of<kIn>(scene.token(in).key)) ++in;
        if (!topic || in >= sentence.end || in > at + kToIn) {  // "in der Strategie verankert"
            in = at;
        }
        const auto plan = in > at ? scene.nearest(s, in, kProgramme | kProject, Side::After)
                                  : scene.nearest(s, at, kProgramme | kProject, Side::Before);
        const bool is_told = topic && plan && scene.segment(topic->at) == scene.segment(plan->at) &&
                             (in > at || topic->at < plan->at);
        if (!is_told) continue;
        sink.add_all(
            {plan->entities.front()}, topic->entities,
            {.predicate = Predicate::About, .sentence = s, .at = at, .rule = "found-in", .qualifiers = {}});
    }
}

}  // namespace

void read_topic_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    found_again(scene, s, sink);
    std::uint32_t of_places = kNoToken;
    if (read_field_facts(scene, s, sink, of_places)) return;
    for (const Mention& mention : scene.mentions(s)) {
        const bool is_of_place = mention.first >= of_places;
        if (scene.is_of(mention, kTopic) && !mention.reference && !is_of_place &&
            !is_sought(scene, s, mention.first))
            add_topic(scene, s, mention, sink);
    }
}

}  // namespace kontor::press
