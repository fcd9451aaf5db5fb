// SPDX-License-Identifier: EUPL-1.2
// What is part of what, told by how names stand beside each other: events held within projects and at fairs,
// offices and departments of bodies, sections of programmes.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

using Words = std::string_view;

constexpr std::uint32_t kNear = 5;

/// "of", "des", "de la": the whole follows.
bool is_of_word(const Key& key) {
    static constexpr auto kOf = std::to_array<Words>({"of", "des", "der", "vom", "von", "du", "de", "d'"});
    return is_one_of<kOf>(key);
}

/// "of the EU-funded project", "des Projekts", "du projet européen": between a part and its whole.
bool is_of_phrase(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kNouns = std::to_array<Words>(
        {"projekt", "vorhaben", "project", "projet", "initiative", "programm", "european", "europaisch",
         "europeen", "messe", "fachmesse", "fair", "salon", "kongress", "congress"});
    if (end <= first || end - first > kNear || !is_of_word(scene.token(first).key)) return false;
    for (std::uint32_t at = first + 1; at < end; ++at) {
        const Token& token = scene.token(at);
        const bool is_plain = token.kind == TokenKind::QuoteOpen || scene.only_small_words(at, at + 1) ||
                              begins_with_one_of<kNouns>(token.key) || scene.tells(at, bit(Trigger::Fund));
        if (!is_plain) return false;
    }
    return true;
}

/// Where and by which rule something is told.
struct Told {
    std::uint32_t sentence = 0;
    std::uint32_t at = 0;
    const char* rule = "";
};

void part_of(const Entities& parts, const Entities& wholes, const Told& told, FactSink& sink) {
    sink.add_all(parts, wholes,
                 {.predicate = Predicate::PartOf,
                  .sentence = told.sentence,
                  .at = told.at,
                  .rule = told.rule,
                  .qualifiers = {}});
}

/// "the kick-off of the project P", "das Auftakttreffen von P", "P kick-off meeting".
void events_of_projects(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
        const Mention& one = mentions[m];
        const Mention& next = mentions[m + 1];
        if (next.first < one.end) continue;
        const bool is_of = scene.is_of(one, kEvent) && scene.is_of(next, kProject) &&
                           is_of_phrase(scene, one.end, next.first);
        const bool is_in_front = scene.findings().language == "en" && scene.is_of(one, kProject) &&
                                 scene.is_of(next, kEvent) && !one.reference && !next.reference &&
                                 next.first == one.end && scene.token(next.first).writing == Writing::Lower;
        if (is_of)
            part_of(scene.entities(one, kEvent), scene.entities(next, kProject), {s, one.first, "event-of"},
                    sink);
        if (is_in_front)
            part_of(scene.entities(next, kEvent), scene.entities(one, kProject), {s, next.first, "event-of"},
                    sink);
    }
}

/// The event of a sentence that stands before `at`; else the only one behind it, else what was spoken of.
std::optional<Part> event_told(const Scene& scene, std::uint32_t s, std::uint32_t at, std::uint32_t whole) {
    auto before = scene.nearest(s, at, kEvent, Side::Before);
    if (before && before->entities.front() != whole) return before;
    const Part all = scene.all(s, kEvent);
    if (all.entities.empty()) return std::nullopt;
    for (const std::uint32_t one : all.entities) {
        if (one != whole) return Part{.entities = {one}, .at = all.at};
    }
    return std::nullopt;
}

/// Where a frame word ends that leads to the project: "im Rahmen des Projekts", "dans le cadre de",
/// "as part of".
std::optional<std::uint32_t> frame_end(const Scene& scene, std::uint32_t at) {
    static constexpr auto kFrames = std::to_array<Words>(
        {"rahmen", "zuge", "cadre", "framework", "frame", "context", "auspices", "umbrella", "dach"});
    const Key& key = scene.token(at).key;
    if (is_one_of<kFrames>(key)) return at + 1;
    if (key == "within" || key == "under") return at + 1;
    const bool is_part = key == "part" && at > 0 && scene.token(at - 1).key == "as";
    if (is_part) return at + 1;
    const bool is_written =
        (key == "inscrit" || key == "inscrite" || key == "inscrits" || key == "inscrites" ||
         key == "s'inscrit" || key == "eingebettet" || key == "embedded");
    return is_written ? std::optional(at + 1) : std::nullopt;
}

/// "The trips were undertaken within the projects P and Q", "Im Rahmen des Projekts P fand der Workshop …".
void events_within_projects(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (scene.all(s, kProject).entities.empty()) return;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (scene.is_in_name(at)) continue;
        const auto end = frame_end(scene, at);
        if (!end) continue;
        const auto project = scene.nearest(s, at, kProject, Side::After);
        if (!project || project->at > *end + kNear ||
            !scene.all(s, kBodies | kEvent, *end, project->at).entities.empty())
            continue;
        const auto event = event_told(scene, s, at, kDocument);
        // "A takes part in the fair F within the project": a fair is no part of it.
        if (!event || scene.segment_tells(event->at, bit(Trigger::TakePart))) continue;
        const Entities events{event->entities.front()};
        part_of(events, project->entities, {s, at, "event-within"}, sink);
        return;
    }
}

/// "am Rande der Messe M", "on the sidelines of M", "lors du salon M": an event held at another.
void events_at_events(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kBeside = std::to_array<Words>(
        {"auf",       "rande",   "rahmen",  "wahrend",   "anlasslich", "at",      "during",
         "sidelines", "fringes", "margins", "alongside", "within",     "context", "occasion",
         "lors",      "marge",   "cadre",   "pendant",   "durant",     "au",      "part"});
    const auto mentions = scene.mentions(s);
    for (const Mention& whole : mentions) {
        if (!scene.is_of(whole, kEvent) || whole.reference || whole.first < 2) continue;
        if (scene.mention_at(whole.first) != &whole || is_trip(scene, whole.entities.front())) continue;
        // Only what has a name of its own is a whole.
        if (scene.token(whole.first).writing == Writing::Lower) continue;
        bool is_led = false;
        const std::uint32_t first = scene.sentence(s).first;
        for (std::uint32_t back = 1; back <= 4 && whole.first >= first + back; ++back) {
            const std::uint32_t at = whole.first - back;
            if (scene.is_in_name(at) || scene.token(at).kind == TokenKind::Mark) break;
            is_led = is_led || is_one_of<kBeside>(scene.token(at).key);
        }
        if (!is_led) continue;
        const auto part = event_told(scene, s, whole.first, whole.entities.front());
        if (!part || is_trip(scene, part->entities.front())) continue;
        const bool is_held = scene.segment_tells(part->at, any_of({Trigger::Happen, Trigger::Organise})) ||
                             scene.segment_tells(whole.first, any_of({Trigger::Happen, Trigger::Organise}));
        if (!is_held) continue;
        part_of({part->entities.front()}, scene.entities(whole, kEvent), {s, whole.first, "event-at"}, sink);
        return;
    }
}

/// "the Commission's Directorate-General X", "die Abteilung A des Vereins B", "A, une filiale de B".
void parts_of_bodies(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kParts =
        std::to_array<Words>({"abteilung",    "generaldirektion", "referat",
                              "fachbereich",  "geschaftsbereich", "geschaftsstelle",
                              "aussenstelle", "institut",         "fakultat",
                              "lehrstuhl",    "zweigstelle",      "tochter",
                              "agentur",      "sparte",           "directorate",
                              "dg",           "department",       "division",
                              "unit",         "office",           "agency",
                              "branch",       "faculty",          "school",
                              "arm",          "subsidiary",       "offshoot",
                              "direction",    "departement",      "service",
                              "bureau",       "antenne",          "filiale",
                              "agence",       "faculte",          "laboratoire"});
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
        const Mention& part = mentions[m];
        const Mention& whole = mentions[m + 1];
        if (!scene.is_of(part, kBodies) || !scene.is_of(whole, kBodies) || part.reference || whole.reference)
            continue;
        if (whole.first <= part.end || whole.first - part.end > kNear) continue;
        // "DG X of the Commission".
        const std::string& head = scene.token(part.first).key;
        // Its short name may stand in brackets between.
        const Token& bracket = scene.token(part.end);
        const bool is_short = bracket.kind == TokenKind::BracketOpen && bracket.partner != kNoToken &&
                              bracket.partner + 1 < whole.first;
        const std::uint32_t end = is_short ? bracket.partner + 1 : part.end;
        const std::string& link = scene.token(end).key;
        bool is_part = begins_with_one_of(kParts, head) && (is_of_word(link) || link == "at") &&
                       scene.only_small_words(end + 1, whole.first);
        // "A, a department of B".
        if (!is_part && scene.token(part.end).key == ",") {
            bool has_noun = false;
            bool is_plain = true;
            for (std::uint32_t at = part.end + 1; at < whole.first; ++at) {
                is_plain = is_plain && scene.token(at).kind == TokenKind::Word && !scene.is_in_name(at);
                has_noun = has_noun || begins_with_one_of<kParts>(scene.token(at).key);
            }
            // "A, the B's agency for …".
            const std::uint32_t owned = whole.end + 1;
            const bool is_owned =
                owned + 1 < scene.sentence(s).end &&
                (scene.token(whole.end).key == "'s" || scene.token(whole.end).key == "’s") &&
                (begins_with_one_of<kParts>(scene.token(owned).key) ||
                 begins_with_one_of<kParts>(scene.token(owned + 1).key));
            is_part = is_plain && (has_noun || (is_owned && whole.first <= part.end + 2));
        }
        if (is_part)
            part_of(scene.entities(part, kBodies), scene.entities(whole, kBodies),
                    {s, part.first, "department-of"}, sink);
        // "the B's Directorate-General A".
        const bool is_next = whole.first <= part.end + 2 &&
                             begins_with_one_of<kParts>(scene.token(whole.first).key) &&
                             (scene.token(part.end).key == "'s" || scene.token(part.end).key == "’s");
        if (is_next)
            part_of(scene.entities(whole, kBodies), scene.entities(part, kBodies),
                    {s, whole.first, "department-of"}, sink);
    }
}

/// "the COSME strand of the Single Market Programme", "Euroclusters, inscrit dans le programme P".
void parts_of_programmes(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kInside = std::to_array<Words>(
        {"of",      "des",     "der",      "du",       "within",        "under",    "innerhalb",
         "im",      "inscrit", "inscrite", "rattache", "releve",        "part",     "volet",
         "section", "strand",  "pillar",   "linie",    "forderlinie",   "teil",     "cadre",
         "rahmen",  "unter",   "von",      "vom",      "programmlinie", "innerhalb"});
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
        const Mention& part = mentions[m];
        const Mention& whole = mentions[m + 1];
        if (!scene.is_of(part, kProgramme) || !scene.is_of(whole, kProgramme) || part.reference ||
            whole.reference || whole.first <= part.end || whole.first - part.end > kNear + 3)
            continue;
        bool is_inside = false;
        bool is_other = false;
        for (std::uint32_t at = part.end; at < whole.first; ++at) {
            is_inside = is_inside || is_one_of<kInside>(scene.token(at).key);
            is_other = is_other || scene.tells(at, any_of({Trigger::And, Trigger::Follow, Trigger::Aside}));
        }
        if (is_inside && !is_other)
            part_of(scene.entities(part, kProgramme), scene.entities(whole, kProgramme),
                    {s, part.first, "programme-within"}, sink);
    }
}

/// "the ministry … within its programme P", "B, aus dessen Maßnahme P …", "B, dont le programme P": whose it
/// is says the word before it.
void own_programmes(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kOwn = std::to_array<Words>(
        {"its", "their", "seine", "seinem", "seinen", "seiner", "seines", "ihre", "ihrem", "ihren", "ihrer",
         "ihres", "son", "sa", "leur", "dessen", "deren", "whose", "dont"});
    constexpr std::uint32_t kBack = 3;  // "dont le programme P", "its new programme P"
    const KindSet owners = kinds({EntityKind::PublicBody, EntityKind::Association, EntityKind::Cluster});
    const std::uint32_t first = scene.sentence(s).first;
    for (const Mention& programme : scene.mentions(s)) {
        if (!scene.is_of(programme, kProgramme) || programme.reference) continue;
        for (std::uint32_t at = programme.first; at-- > first && programme.first - at <= kBack;) {
            if (scene.is_in_name(at) || scene.token(at).kind == TokenKind::Mark) break;
            if (!is_one_of<kOwn>(scene.token(at).key)) continue;
            const auto owner = scene.nearest(s, at, owners, Side::Before);
            // Who it belongs to may be anybody that was named since.
            if (!owner || owner->entities.size() > 1 ||
                !scene.all(s, kProject | kEvent | (kBodies & ~owners), owner->at, at).entities.empty())
                break;
            sink.add_all(scene.entities(programme, kProgramme), owner->entities,
                         {.predicate = Predicate::ProgrammeOf,
                          .sentence = s,
                          .at = at,
                          .rule = "own-programme",
                          .qualifiers = {}});
            break;
        }
    }
}

/// "P, dem EU-Programm für A", "P, the EU programme for A": whose it is stands in the noun behind the comma.
void apposed_programmes(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kGap = 3;  // comma, article, adjective
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
        const Mention& programme = mentions[m];
        const Mention& body = mentions[m + 1];
        if (!scene.is_of(programme, kProgramme) || programme.reference || body.first <= programme.end ||
            body.first - programme.end > kGap || scene.token(programme.end).key != "," ||
            !scene.is_of(body, kinds({EntityKind::PublicBody})))
            continue;
        const std::string& noun = scene.token(body.end - 1).key;
        const std::string& next = body.end < scene.sentence(s).end ? scene.token(body.end).key : noun;
        if (noun.find("programm") == std::string::npos && !next.starts_with("programm")) continue;
        sink.add_all(scene.entities(programme, kProgramme), scene.entities(body, kBodies),
                     {.predicate = Predicate::ProgrammeOf,
                      .sentence = s,
                      .at = body.first,
                      .rule = "own-programme",
                      .qualifiers = {}});
    }
}

}  // namespace

void read_whole_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    events_of_projects(scene, s, sink);
    events_within_projects(scene, s, sink);
    events_at_events(scene, s, sink);
    parts_of_bodies(scene, s, sink);
    parts_of_programmes(scene, s, sink);
    own_programmes(scene, s, sink);
    apposed_programmes(scene, s, sink);
}

}  // namespace kontor::press
