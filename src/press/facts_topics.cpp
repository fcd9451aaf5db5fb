// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "press/topic_items.hpp"

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

struct Theme {
    Part who;
    const char* rule = "";
};

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
        const std::string& key = scene.token(at).key;
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

/// Nouns of bodies that a topic says more of: "das Netzwerk für X", "le pôle de compétitivité de X".
bool is_body_noun(const std::string& key) {
    constexpr auto kNouns = std::to_array<std::string_view>(
        {"alliance",      "anbieter",     "association",  "centre",     "center",     "company",
         "dienstleister", "entreprise",   "experte",      "expert",     "fabricant",  "firm",
         "grappe",        "groupe",       "hersteller",   "hub",        "initiative", "institut",
         "institute",     "organisation", "organization", "plateforme", "plattform",  "platform",
         "pole",          "producer",     "provider",     "reseau",     "societe",    "spezialist",
         "specialist",    "specialiste",  "start-up",     "startup",    "supplier",   "verein",
         "zentrum"});
    constexpr auto kEndings = std::to_array<std::string_view>(
        {"cluster", "network", "netzwerk", "verband", "unternehmen", "institut", "zentrum", "verbund"});
    return std::ranges::find(kNouns, key) != kNouns.end() ||
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return key.ends_with(ending); });
}

bool is_article(const std::string& key) {
    constexpr auto kArticles = std::to_array<std::string_view>(
        {"a", "an", "the", "ein", "eine", "das", "der", "die", "le", "la", "l'", "un", "une"});
    return std::ranges::find(kArticles, key) != kArticles.end();
}

/// "le pôle de compétitivité agroalimentaire A": the adjective stands between noun and name.
bool is_french_noun_before(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    constexpr std::uint32_t kNoun = 4;
    if (scene.findings().language != "fr" || scene.token(topic).writing != Writing::Lower) return false;
    for (std::uint32_t at = topic; at-- > scene.sentence(s).first && topic - at <= kNoun;) {
        const std::string& key = scene.token(at).key;
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

/// Whether a word such as "Bereich" or "focus" leads to a topic: before it in its clause, or directly behind.
bool leads_to(const Scene& scene, std::uint32_t at, const Mention& topic) {
    constexpr std::uint32_t kBehind = 3;
    constexpr std::uint32_t kLead = 40;
    const bool is_one = scene.segment(at) == scene.segment(topic.first);
    if (at > topic.first) return is_one && at < topic.end + kBehind;
    bool goes_on = is_one;
    for (std::uint32_t token = at; !goes_on && token < topic.first; ++token) {
        const std::string& key = scene.token(token).key;
        if (key == ":") return topic.first - at <= kLead;  // "three fields: A, B and C"
    }
    // Members of an enumeration behind the first stand in segments of their own.
    return goes_on || (scene.segment(topic.first) - scene.segment(at) <= 4 &&
                       scene.all_of_kind(at, topic.first, kTopic));
}

constexpr KindSet kSubjects = (kThemed | kAgreement) & ~kGivers;

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

/// Whether a preposition or a noun with a genitive holds what is named at `at`: "organisée par A", "das Treffen
/// des Netzwerks A". Such a name is not what the clause is about.
bool is_governed(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr auto kHolding = std::to_array<std::string_view>(
        {"a",     "alongside", "among", "at",   "au",    "aus",  "aux",   "avec",  "bei",   "beim", "between",
         "by",    "d'",        "dans",  "de",   "des",   "du",   "durch", "en",    "entre", "for",  "from",
         "fur",   "im",        "in",    "mit",  "nach",  "of",   "on",    "par",   "pour",  "sous", "to",
         "under", "unter",     "vom",   "von",  "via",   "with", "within", "zu",   "zum",   "zur",  "zwischen"});
    constexpr std::uint32_t kFrame = 5;  // article and adjectives
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t i = at; i-- > first && at - i <= kFrame;) {
        const Token& token = scene.token(i);
        if (token.kind == TokenKind::QuoteOpen) continue;
        if (token.kind != TokenKind::Word) return false;
        if (is_one_of(kHolding, token.key)) return true;
        if (token.key == "der" && i > first) {  // of a noun right before it: a genitive
            const Token& noun = scene.token(i - 1);
            return noun.kind == TokenKind::Word && noun.writing != Writing::Lower;
        }
        if (token.writing != Writing::Lower) return false;
    }
    return false;
}

/// Only words between the name that ends at `end` and the topic: "das Abkommen über A", "the network for A".
bool is_attached_to(const Scene& scene, std::uint32_t end, std::uint32_t topic) {
    constexpr std::uint32_t kBetween = 3;
    if (topic < end || topic - end > kBetween) return false;
    for (std::uint32_t i = end; i < topic; ++i) {
        if (scene.token(i).kind != TokenKind::Word || scene.tells(i, bit(Trigger::Passive))) return false;
    }
    return true;
}

/// "…, which is devoted to", ", einer der Treffpunkte": behind the name that ends at `end` more is told of it.
bool is_told_more(const Scene& scene, std::uint32_t s, std::uint32_t end) {
    constexpr auto kMore = std::to_array<std::string_view>(
        {"a",    "an",   "das",  "dem",  "den",  "der",   "deren", "dessen", "die", "dont", "ein", "eine", "einem",
         "einen", "einer", "eines", "l'", "la",  "le",    "one",   "qui",    "that", "the", "un",  "une",  "which",
         "who",  "whose"});
    constexpr auto kTold = std::to_array<std::string_view>(
        {"activ", "actif", "aktiv", "consacr", "dedi", "devoted", "specialis", "specializ", "spezialisiert"});
    const std::uint32_t last = scene.sentence(s).end;
    if (end < last && scene.token(end).kind == TokenKind::BracketOpen &&
        scene.token(end).partner != kNoToken)
        end = scene.token(end).partner + 1;
    if (end + 1 >= last || scene.token(end).key != ",") return false;
    const std::string& key = scene.token(end + 1).key;
    return is_one_of(kMore, key) || begins_with_one_of(kTold, key);
}

/// What the clause speaks of, when the name nearest to the topic is only held by a preposition.
std::optional<Part> free_subject(const Scene& scene, std::uint32_t s, std::uint32_t topic, const Part& near) {
    std::optional<Part> same;
    std::optional<Part> earlier;
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (mention.end > topic || !scene.is_of(mention, kSubjects) || scene.is_attributive(mention)) continue;
        const bool is_own = is_attached_to(scene, mention.end, topic) || is_told_more(scene, s, mention.end);
        if (mention.first >= near.at && is_own) return std::nullopt;
        if (is_governed(scene, s, mention.first)) continue;
        const Part here = scene.enumeration(s, i, kSubjects);
        if (is_governed(scene, s, here.at)) continue;
        (scene.segment(mention.first) == scene.segment(topic) ? same : earlier) = here;
    }
    return same ? same : earlier;
}

/// Whoever is named nearest, of the topic's clause before others.
std::optional<Part> named_nearest(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    const auto before = scene.nearest(s, topic, kSubjects, Side::Before);
    const auto after = scene.nearest(s, topic, kSubjects, Side::After);
    if (before && is_governed(scene, s, before->at)) {
        if (const auto free = free_subject(scene, s, topic, *before)) return free;
    }
    if (before && scene.segment(before->at) == scene.segment(topic)) return before;
    if (after && scene.segment(after->at) == scene.segment(topic)) return after;
    return before ? before : after;
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

/// "A, the cluster for X and Y", "A, le pôle de compétitivité de X": whoever stands before the comma.
std::optional<Part> apposed(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kLength = 16;
    bool has_noun = false;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = topic.first; at-- > first && topic.first - at <= kLength;) {
        const Token& token = scene.token(at);
        if (is_body_noun(token.key) && !scene.is_in_name(at)) has_noun = true;
        if (scene.tells(at, bit(Trigger::Passive)) || scene.is_in_name(at)) {
            const Mention* name = scene.mention_at(at);
            if (!name || !scene.is_of(*name, kTopic | kPlace)) return std::nullopt;
        }
        const bool is_mark = token.kind != TokenKind::Word && token.kind != TokenKind::Number;
        if (!is_mark || token.key == "-" || at == first) continue;
        const Mention* before = scene.mention_at(at - 1);
        if (token.key == "," && before && scene.is_of(*before, kTopic)) continue;
        const bool is_open = token.key == "," || token.key == "–" || token.key == ":";
        const std::uint32_t end =
            scene.token(at - 1).kind == TokenKind::BracketClose ? scene.token(at - 1).partner : at;
        const Mention* name = is_open && end > first ? scene.mention_at(end - 1) : nullptr;
        for (std::uint32_t noun = topic.end; noun < topic.end + 2 && noun < scene.sentence(s).end; ++noun)
            has_noun = has_noun || (is_body_noun(scene.token(noun).key) && !scene.is_in_name(noun));
        if (!has_noun || !name || name->reference || !scene.is_of(*name, kBodies & ~kGivers) ||
            !is_article(scene.token(at + 1).key))
            return std::nullopt;
        return Part{.entities = scene.entities(*name, kBodies), .at = name->first};
    }
    return std::nullopt;
}

/// "A, whose speciality is X": the clause is told of the name before it.
std::optional<Part> head_of_clause(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    constexpr auto kWhose = std::to_array<std::string_view>({"whose", "dont", "deren", "dessen"});
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = topic; at-- > first && topic - at <= kBeside;) {
        if (std::ranges::find(kWhose, scene.token(at).key) == kWhose.end()) continue;
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
    constexpr auto kUnited = std::to_array<std::string_view>(
        {"acteurs", "actors", "akteure", "betriebe", "companies", "entreprises", "firmen", "firms", "players",
         "professionnels", "stakeholders", "unternehmen"});
    constexpr std::uint32_t kBefore = 8;
    const std::uint32_t first = scene.sentence(s).first;
    bool has_actors = false;
    for (std::uint32_t at = topic; at-- > first && topic - at <= kBefore;) {
        if (scene.segment(at) != scene.segment(topic)) return false;
        const std::string& key = scene.token(at).key;
        has_actors = has_actors || std::ranges::find(kUnited, key) != kUnited.end();
        if (has_actors && scene.tells(at, any_of({Trigger::ConsistOf, Trigger::Represent}))) return true;
    }
    return false;
}

/// "Its four strategic fields are …": said of whoever was spoken of.
bool is_own_field(const Scene& scene, std::uint32_t s) {
    constexpr auto kOwn = std::to_array<std::string_view>(
        {"its", "their", "sa", "ses", "son", "leur", "leurs", "seine", "ihre", "deren"});
    const std::uint32_t first = scene.sentence(s).first;
    return std::ranges::find(kOwn, scene.token(first).key) != kOwn.end();
}

/// "It concentrates on A", "Es setzt auf A": of whatever the sentence before speaks of first.
bool is_pronoun(const std::string& key) {
    constexpr auto kPronouns =
        std::to_array<std::string_view>({"er", "es", "sie", "it", "they", "il", "elle", "ils", "elles"});
    return is_one_of(kPronouns, key);
}

/// Of whom a topic is told that nobody in the sentence has.
std::optional<Theme> theme_of_context(const Scene& scene, std::uint32_t s, std::uint32_t topic,
                                      bool is_told) {
    if (is_own_field(scene, s)) {
        const auto body = scene.spoken_of(s, kBodies & ~kGivers);
        const auto other = scene.spoken_of(s, kProject | kEvent | kAgreement);
        if (body && (!other || body->sentence > other->sentence)) return Theme{*body, "field-of-context"};
    }
    if (is_pronoun(scene.token(scene.sentence(s).first).key)) {
        const auto near = scene.spoken_of(s, kSubjects);
        if (near && near->sentence + 1 == s) return Theme{*near, "field-of-context"};
    }
    if (is_told) {
        // What is worked on belongs to the work: what was spoken of last, else what the item is about.
        if (const auto near = scene.spoken_of(s, kProject | kAgreement | kEvent))
            return Theme{*near, "field-of-work"};
        if (const auto opening = opening_of(scene))
            return Theme{{.entities = {*opening}, .at = topic, .from_context = true}, "field-of-work"};
    }
    auto context = scene.spoken_of(s, kSubjects);
    if (!context) return std::nullopt;
    // What was done goes before who did it.
    const auto done = scene.spoken_of(s, kProject | kEvent | kAgreement);
    if (done && done->sentence == context->sentence) context = done;
    // "The partners" may mean a project and those who work in it: the topic is the project's.
    const auto is_work = [&](std::uint32_t one) {
        return has_kind(kProject | kEvent | kAgreement, scene.kind(one));
    };
    if (std::ranges::any_of(context->entities, is_work))
        std::erase_if(context->entities, [&](std::uint32_t one) { return !is_work(one); });
    else if (context->entities.size() > 2)
        return std::nullopt;
    return Theme{*context, "field-of-context"};
}

/// The enumeration of topics that one stands in.
Part listed_with(const Scene& scene, std::uint32_t s, const Mention& topic) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].first == topic.first && !mentions[i].reference)
            return scene.enumeration(s, i, kTopic);
    }
    return {.entities = {}, .at = topic.first};
}
std::uint32_t list_start(const Scene& scene, std::uint32_t s, const Mention& topic) {
    return std::min(listed_with(scene, s, topic).at, topic.first);
}

/// Whether recognition found the topic by this rule, or the first of those that it is listed with.
bool is_found_by(const Scene& scene, std::uint32_t s, const Mention& topic, std::string_view rule) {
    const auto is_by = [&](std::uint32_t entity) { return scene.findings().entities[entity].rule == rule; };
    if (is_by(topic.entities.front())) return true;
    const Part all = listed_with(scene, s, topic);
    return all.at < topic.first && !all.entities.empty() && is_by(all.entities.front());
}

/// Told behind leading words, or listed with one that is.
bool is_told_topic(const Scene& scene, std::uint32_t s, const Mention& topic) {
    return is_found_by(scene, s, topic, "told-topic");
}

/// Below "in fields such as" the lines of the list are told of whatever that sentence speaks of.
std::optional<Theme> theme_of_list(const Scene& scene, std::uint32_t s) {
    std::uint32_t lead = s;
    while (lead > 0 && scene.sentence(lead).kind == SentenceKind::Item) --lead;
    if (lead == s) return std::nullopt;
    if (auto who = named_nearest(scene, lead, scene.sentence(lead).end)) {
        if (!is_governed(scene, lead, who->at)) return Theme{{who->entities, who->at, true, lead}, "field-of"};
    }
    return theme_of_context(scene, lead, scene.sentence(lead).first, true);
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

/// An entity may have been found by a purpose elsewhere in the text: a word for a goal must stand here, too.
bool is_purpose_told(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kBefore = 24;
    if (!is_found_by(scene, s, topic, "told-purpose")) return false;
    const Sentence& sentence = scene.sentence(s);
    const std::uint32_t first = topic.first > sentence.first + kBefore ? topic.first - kBefore : sentence.first;
    for (std::uint32_t at = first; at < sentence.end && at < topic.end + kBefore; ++at) {
        if (tells_goal(scene.token(at).key)) return true;
    }
    return false;
}

/// What is to be strengthened is the topic of the work that is to do it, not of those who work: of what is named
/// before it, else of what the sentence before speaks of, if nobody else has the purpose.
std::optional<Theme> theme_of_purpose(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    constexpr KindSet kWork = kProject | kProgramme | kAgreement | kEvent;
    const auto before = scene.nearest(s, topic, kWork, Side::Before);
    const auto body = scene.nearest(s, topic, kBodies, Side::Before);
    const bool is_of_body = body && !is_governed(scene, s, body->at);
    if (before && (!is_of_body || body->at < before->at || !is_governed(scene, s, before->at)))
        return Theme{{.entities = {before->entities.front()}, .at = before->at}, "purpose"};
    if (before || is_of_body) return std::nullopt;
    const auto near = scene.spoken_of(s, kWork);
    if (!near || near->sentence + 1 != s) return std::nullopt;
    return Theme{*near, "purpose"};
}

/// Whose topics the sentence tells.
std::optional<Theme> themed(const Scene& scene, std::uint32_t s, const Mention& mention) {
    const std::uint32_t topic = mention.first;
    if (is_purpose_told(scene, s, mention)) return theme_of_purpose(scene, s, topic);
    if (is_found_by(scene, s, mention, "told-talk") && !lead_of(scene, s, mention))
        return theme_of_talk(scene, s, topic);
    if (scene.sentence(s).kind == SentenceKind::Item && is_told_topic(scene, s, mention))
        return theme_of_list(scene, s);
    if (auto named = named_behind(scene, s, mention)) return Theme{*named, "topic-of-name"};
    if (auto name = apposed(scene, s, mention)) return Theme{*name, "apposed-topic"};
    const auto lead = lead_of(scene, s, mention);
    const bool is_told = is_told_topic(scene, s, mention);
    const bool is_led = lead || is_told || is_united(scene, s, topic);
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
    if (is_told && who && who->at > topic && scene.segment(who->at) != scene.segment(topic)) who.reset();
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
    if (who && !is_led && !is_beside) return std::nullopt;
    if (who) return Theme{*who, is_led ? "field-of" : "topic-beside"};
    if (!is_led) return std::nullopt;
    return theme_of_context(scene, s, topic, is_told);
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
        const bool is_title = topic.end < scene.sentence(s).end && scene.token(topic.end).key == ":";
        if (!is_title) return;
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
            sink.add_all(scene.entities(name, kTitled | kBodies), scene.entities(topic, kTopic),
                         {.predicate = Predicate::About,
                          .sentence = s,
                          .at = topic.first,
                          .rule = is_body ? "field-in-noun" : "topic-in-name"});
        }
    }
}

/// Nouns for a place that is known for a field: "Hochburg der A", "one of the hubs for A".
bool is_centre_noun(const std::string& key) {
    constexpr auto kNouns = std::to_array<std::string_view>(
        {"bastion", "berceau", "boomregion", "boomregionen", "capital", "capitale", "center", "centre", "centres",
         "city", "drehscheibe", "drehscheiben", "heartland", "heimat", "hochburg", "hochburgen", "hotspot",
         "hotspots", "hub", "hubs", "knotenpunkt", "location", "locations", "metropole", "powerhouse", "region",
         "regionen", "regions", "schwerpunktregion", "standort", "standorte", "standorten", "stronghold",
         "technologieregion", "terre", "weltzentrum", "wiege", "zentren", "zentrum"});
    return is_one_of(kNouns, key);
}

/// "P gilt als Zentrum für A", "P, eine Hochburg der A", "P is one of the hubs for A": what the place is known
/// for.
bool centres(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr auto kIs = std::to_array<std::string_view>(
        {"considered", "est", "gelten", "gilt", "is", "ist", "known", "regarded", "sind", "sont", "zahlen", "zahlt"});
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
        for (std::uint32_t i = last; i < at && at - last <= kToNoun; ++i) {
            is_said = is_said || is_one_of(kIs, scene.token(i).key) ||
                      (scene.token(i).key == "," && i + 1 < at && scene.token(i + 1).key != "," && i > last);
            is_other = is_other || (scene.is_in_name(i) && !scene.is_of(*scene.mention_at(i), kPlace | kTopic));
        }
        if (!is_said || is_other) continue;
        sink.add_all(place->entities, topic->entities,
                     {.predicate = Predicate::About,
                      .sentence = s,
                      .at = at,
                      .rule = "known-for",
                      .qualifiers = {{"role", "centre for the field"}}});
        has_one = true;
    }
    return has_one && scene.all(s, kThemed).entities.empty();
}

/// "clusters for A, namely B and C", "digital health clusters: B and C": the field of all that are listed.
void fields_of_listed(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr auto kSuch =
        std::to_array<std::string_view>({":", "darunter", "including", "like", "namely", "namlich", "savoir",
                                         "such", "telles", "tels", "wie"});
    constexpr auto kMany = std::to_array<std::string_view>(
        {"anbieter",      "associations", "clusters", "clustern",   "cluster",   "companies",  "entreprises",
         "firmen",        "firms",        "grappes",  "hersteller", "institute", "netzwerke",  "networks",
         "organisations", "poles",        "reseaux",  "start-ups",  "startups",  "unternehmen"});
    constexpr std::uint32_t kWords = 4;
    const Sentence& sentence = scene.sentence(s);
    for (const Mention& topic : scene.mentions(s)) {
        if (!scene.is_of(topic, kTopic) || topic.reference) continue;
        bool is_many = false;
        const std::uint32_t from =
            topic.first > sentence.first + kWords ? topic.first - kWords : sentence.first;
        std::uint32_t such = kNoToken;
        for (std::uint32_t at = from; at < sentence.end && at < topic.end + kWords; ++at) {
            const std::string& key = scene.token(at).key;
            is_many = is_many || (std::ranges::find(kMany, key) != kMany.end() && !scene.is_in_name(at) &&
                                  (at >= topic.end || scene.segment(at) == scene.segment(topic.first)));
            if (at >= topic.end && std::ranges::find(kSuch, key) != kSuch.end()) {
                such = at;
                break;
            }
        }
        if (!is_many || such == kNoToken) continue;
        const auto listed = scene.nearest(s, such, kBodies & ~kGivers, Side::After);
        if (!listed || listed->at > such + kWords || listed->entities.size() < 2) continue;
        sink.add_all(listed->entities, scene.entities(topic, kTopic),
                     {.predicate = Predicate::About, .sentence = s, .at = such, .rule = "field-of-listed"});
    }
}

}  // namespace

void read_topic_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    inside_names(scene, s, sink);
    if (centres(scene, s, sink)) return;
    fields_of_listed(scene, s, sink);
    for (const Mention& mention : scene.mentions(s)) {
        if (scene.is_of(mention, kTopic) && !mention.reference && !is_sought(scene, s, mention.first))
            add_topic(scene, s, mention, sink);
    }
}

}  // namespace kontor::press
