// SPDX-License-Identifier: EUPL-1.2
// Who hosts events and trips, alone or together.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kActors = kBodies | kProject;
constexpr std::uint32_t kNearBy = 4;

/// All that may act behind the word in its segment, bodies and projects alike.
Entities listed_after(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    std::uint32_t end = at + 1;
    while (end < scene.sentence(s).end && scene.segment(end) == scene.segment(at)) ++end;
    Part out = scene.all(s, kActors, at, end);
    if (out.entities.empty()) {
        if (const auto after = scene.nearest(s, at, kActors, Side::After)) out = *after;
    }
    // "A im Rahmen des Projekts P": A does.
    const auto frame = scene.first_telling(at + 1, end, bit(Trigger::FrameOf));
    if (frame && frame > out.at) {
        for (const std::uint32_t project : scene.all(s, kProject, *frame, end).entities)
            std::erase(out.entities, project);
    }
    return out.entities;
}

/// "a mission headed by A, director of B", "unter Leitung von A": the person goes along; B sends nobody.
bool led_by_person(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& event, FactSink& sink) {
    constexpr std::uint32_t kToPerson = 6;
    const Key& key = scene.token(at).key;
    const bool is_lead =
        scene.tells(at, bit(Trigger::Coordinate)) || key.starts_with("condui") || key.starts_with("emmen");
    if (!is_lead || !is_trip(scene, event.entities.back())) return false;
    const auto person = scene.nearest(s, at, kPerson, Side::After);
    const bool has_by = scene.first_telling(at, at + kNearBy, bit(Trigger::By)).has_value();
    // "Die Leitung der Delegation übernimmt A".
    const bool is_noun = key == "leitung" || key == "leadership" || key == "direction";
    if (!person || (!has_by && !is_noun) || person->at - at > kToPerson ||
        !scene.all(s, kActors, at, person->at).entities.empty())
        return false;
    sink.add_all({person->entities.front()}, {event.entities.back()},
                 {.predicate = Predicate::TakesPartIn,
                  .sentence = s,
                  .at = at,
                  .rule = "leads-trip",
                  .qualifiers = {{"role", std::string("leader")}},
                  .from_context = event.from_context});
    return true;
}

/// "A gemeinsam mit B", "organised by A, a cluster for C, together with B": both.
void add_joint_host(const Scene& scene, std::uint32_t s, Part& who) {
    constexpr std::uint32_t kNear = 14;
    if (who.from_context || who.entities.empty()) return;
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Together))) {
        const auto before = scene.nearest(s, at, kActors, Side::Before);
        const auto after = scene.nearest(s, at, kActors, Side::After);
        if (!before || !after || after->at - at > kNearBy + 1) continue;
        const bool is_first = before->at == who.at && at - before->at <= kNear;
        const bool is_second = after->at == who.at && at - before->at <= kNearBy;
        if (!is_first && !is_second) continue;
        const Entities& others = is_first ? after->entities : before->entities;
        for (const std::uint32_t other : others) {
            if (std::ranges::find(who.entities, other) == who.entities.end()) who.entities.push_back(other);
        }
        return;
    }
}

/// "richten A und B … aus", "führte A … durch": German verbs whose first part ends a clause.
std::optional<std::uint32_t> parted_verb(const Scene& scene, std::uint32_t s) {
    if (scene.findings().language != "de") return std::nullopt;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 1 < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_host = key == "richtet" || key == "richten" || key == "richtete" || key == "richteten";
        const bool is_plan = key == "bereitet" || key == "bereiten";
        const bool is_run = key == "fuhrt" || key == "fuhren" || key == "fuhrte" || key == "fuhrten";
        const std::string_view part = is_host ? "aus" : is_run ? "durch" : "vor";
        for (std::uint32_t end = at + 2; (is_host || is_run || is_plan) && end < sentence.end; ++end) {
            const bool is_part = scene.token(end).key == part;
            if (is_part && (end + 1 == sentence.end || scene.token(end + 1).kind == TokenKind::Mark))
                return at;
        }
    }
    return std::nullopt;
}

/// "organisée en mai", "die durchgeführten": without "by" a participle and a noun name nobody behind them.
bool needs_by(const Scene& scene, std::uint32_t at) {
    const std::string& key = scene.token(at).key;
    if (scene.findings().language == "fr")
        return key.starts_with("organise") && key != "organise" && key != "organisent" &&
               !key.starts_with("organiser");
    if (scene.findings().language == "en") return key == "held" || key == "hosting" || key == "organizing";
    const std::string& next = scene.token(at + 1).key;
    if (next == "hatte" || next == "hatten" || next == "hat" || next == "haben") return false;
    return key.ends_with("ung") || (key.ends_with("en") && key.find("ge") != std::string::npos) ||
           key == "organisierten" || key == "organisierter" || key == "initiierten";
}

/// "A conduit une délégation": a person does, and whoever is named behind does not.
bool leads_oneself(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& who) {
    const std::string& key = scene.token(at).key;
    if (!key.starts_with("condui") && !key.starts_with("emm") && !key.starts_with("men") && key != "led")
        return false;
    const auto person = scene.nearest(s, at, kPerson, Side::Before);
    return who.at > at || (person && person->at > who.at);
}

/// "Veranstaltungen von A", "according to the organisers": nouns; "führte nach A", "led to B": no leading.
bool is_noun_of_hosts(const Scene& scene, std::uint32_t at, const Part& who) {
    constexpr std::uint32_t kBeside = 6;
    const std::string& key = scene.token(at).key;
    if (key.starts_with("veranstaltung") || key.starts_with("einladung")) return true;
    const bool is_noun = key.starts_with("organisers") || key.starts_with("organizers") ||
                         key.starts_with("organisatoren") || key.starts_with("veranstalter") ||
                         key.starts_with("organisateurs");
    if (is_noun && (who.at > at ? who.at - at : at - who.at) > kBeside) return true;
    const std::string& next = scene.token(at + 1).key;
    const bool is_lead =
        key == "led" || key == "leads" || key == "fuhrte" || key == "fuhrt" || key == "fuhrten";
    return is_lead && (next == "to" || next == "nach" || next == "in" || next == "into" || next == "die");
}

/// "…, which the initiative organised": a clause with a subject that is no name, and nobody named in it.
bool is_clause_of_other(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& who) {
    static constexpr auto kRelative =
        std::to_array<std::string_view>({"which", "that", "die", "den", "das", "que", "qu'"});
    if (who.at > at || scene.segment(who.at) == scene.segment(at)) return false;
    std::uint32_t begin = at;
    while (begin > scene.sentence(s).first && scene.segment(begin - 1) == scene.segment(at)) --begin;
    for (std::uint32_t word = at; word > scene.sentence(s).first && at - word < 12; --word) {
        if (!is_one_of<kRelative>(scene.token(word - 1).key)) continue;
        return !scene.only_small_words(word, at) && scene.all(s, kActors, word, at).entities.empty();
    }
    return false;
}

/// "to organise", "zu veranstalten", "d'organiser": whoever does it stands before.
bool is_infinitive(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    if (at == scene.sentence(s).first) return false;
    const std::string& key = scene.token(at).key;
    const std::string& lead = scene.token(at - 1).key;
    return lead == "zu" || (lead == "to" && !key.ends_with("ing")) ||
           (scene.findings().language == "fr" && key.ends_with("er") &&
            (lead == "d'" || lead == "de" || lead == "a" || lead == "pour"));
}

/// "in die Region A", "with A", "at A": nobody who holds anything.
bool is_led_in(const Scene& scene, std::uint32_t s, const Part& who) {
    static constexpr auto kLeads =
        std::to_array<std::string_view>({"in", "im", "at", "nach", "to", "mit", "with", "avec", "dans",
                                         "chez", "beim", "bei", "aus", "fur", "pour", "for"});
    for (std::uint32_t at = who.at; at > scene.sentence(s).first && who.at - at < 2;) {
        --at;
        if (is_one_of<kLeads>(scene.token(at).key)) return true;
        if (!scene.only_small_words(at, at + 1)) return false;
    }
    return false;
}

/// "A hatte … zum Kongress eingeladen": the auxiliary, behind which the participle ends the clause.
std::optional<std::uint32_t> inviting_verb(const Scene& scene, std::uint32_t s) {
    if (scene.findings().language != "de") return std::nullopt;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first + 1; at + 2 < sentence.end; ++at) {
        const std::string& key = scene.token(at).key;
        if (key != "hat" && key != "hatte" && key != "haben" && key != "hatten") continue;
        for (std::uint32_t end = at + 2; end < sentence.end && scene.segment(end) == scene.segment(at);
             ++end) {
            if (scene.token(end).key != "eingeladen") continue;
            for (const Mention& event : scene.mentions(s)) {
                const bool is_inside = event.first > at + 1 && event.end <= end && scene.is_of(event, kEvent);
                if (is_inside && scene.token(event.first - 1).key.starts_with("zu")) return at;
            }
        }
    }
    return std::nullopt;
}

/// "at the invitation of A", "auf Einladung von A", "à l'invitation de A": A holds the event of the sentence.
void invited_by(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kOf =
        std::to_array<std::string_view>({"of", "von", "vom", "der", "des", "de", "du", "d'"});
    const Part events = scene.all(s, kEvent);
    if (events.entities.size() != 1) return;
    for (std::uint32_t at = scene.sentence(s).first; at + 2 < scene.sentence(s).end; ++at) {
        const std::string& key = scene.token(at).key;
        if ((key != "invitation" && key != "einladung") || scene.is_in_name(at) ||
            !is_one_of<kOf>(scene.token(at + 1).key))
            continue;
        const auto who = scene.nearest(s, at, kActors, Side::After);
        if (!who || who->at - at > kNearBy || !scene.only_small_words(at + 1, who->at)) continue;
        sink.add_all(who->entities, events.entities,
                     {.predicate = Predicate::Organises, .sentence = s, .at = at, .rule = "invited-by"});
        return;
    }
}

void organisers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    // Who leads a trip organises it; who leads a project coordinates that.
    const bool is_of_trip = scene.all(s, kProject).entities.empty() &&
                            !scene.all(s, kEvent).entities.empty() &&
                            scene.sentence_tells(s, bit(Trigger::Trip));
    const TriggerSet words = bit(Trigger::Organise) | (is_of_trip ? bit(Trigger::Coordinate) : 0);
    std::vector<std::uint32_t> verbs = scene.telling(s, words);
    if (const auto verb = parted_verb(scene, s)) verbs.push_back(*verb);
    if (const auto verb = inviting_verb(scene, s)) verbs.push_back(*verb);
    for (const std::uint32_t at : verbs) {
        auto event = scene.closest(s, at, kEvent);
        if (event && event->from_context) event = scene.spoken_of(s, kEvent);
        if (!event) continue;
        if (receives_trip(scene, at, event->entities.back()) || led_by_person(scene, s, at, *event, sink))
            continue;
        const auto before = scene.nearest(s, at, kActors, Side::Before);
        const auto after = scene.nearest(s, at, kActors, Side::After);
        const auto by = scene.first_telling(at + 1, at + kNearBy, bit(Trigger::By));
        const bool has_by = by && scene.token(*by + 1).kind != TokenKind::Number;  // "vom 18. bis 20. März"
        const bool is_before_here = before && scene.segment(before->at) == scene.segment(at);
        const bool is_asked = before && !has_by && is_infinitive(scene, s, at);
        std::optional<Part> who = (is_before_here && !has_by) || is_asked ? before : after;
        // "wird von A organisiert": the "by" stands in front.
        if (!who) who = before;
        if (!who || is_noun_of_hosts(scene, at, *who) || is_clause_of_other(scene, s, at, *who)) continue;
        const bool is_behind = after && who->at == after->at;
        if (is_behind && !has_by && (needs_by(scene, at) || is_led_in(scene, s, *who))) continue;
        if (!has_by && leads_oneself(scene, s, at, *who)) continue;
        if (is_behind) who->entities = listed_after(scene, s, at);
        add_joint_host(scene, s, *who);
        sink.add_all(who->entities, {event->entities.back()},
                     {.predicate = Predicate::Organises,
                      .sentence = s,
                      .at = at,
                      .rule = "organiser",
                      .qualifiers = {},
                      .from_context = event->from_context});
    }
}

}  // namespace

void read_host_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    organisers(scene, s, sink);
    invited_by(scene, s, sink);
}

}  // namespace kontor::press
