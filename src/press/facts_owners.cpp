// SPDX-License-Identifier: EUPL-1.2
// Whose things are: a body's own project, which it leads; programmes and who set them up.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

using Words = std::string_view;

constexpr KindSet kLeading = kBodies & ~kinds({EntityKind::PublicBody});
constexpr KindSet kFunding = kinds({EntityKind::PublicBody, EntityKind::Place});

/// "its", "seines", "son": of the third person or of us.
bool is_possessive(const Key& key) {
    static constexpr auto kOwn = std::to_array<Words>(
        {"sein",    "seine",   "seinem", "seinen", "seiner", "seines", "ihr",     "ihre",
         "ihrem",   "ihren",   "ihrer",  "ihres",  "unser",  "unsere", "unserem", "unseren",
         "unserer", "unseres", "its",    "our",    "son",    "sa",     "notre"});
    return is_one_of<kOwn>(key);
}

bool names_project(const Key& key) {
    static constexpr auto kNouns =
        std::to_array<Words>({"projekt", "projektes", "projekts", "projekte", "vorhaben", "vorhabens",
                              "project", "projet", "initiative"});
    return is_one_of<kNouns>(key) || key.ends_with("projekt") || key.ends_with("projekts") ||
           key.ends_with("projektes") || key.ends_with("projekte") || key.ends_with("vorhaben");
}

/// The one body that acts in the clause of `at`: before it, else behind ("möchte der Verein A …").
std::optional<std::uint32_t> actor(const Scene& scene, std::uint32_t s, std::uint32_t at, std::uint32_t end) {
    const auto before = scene.nearest(s, at, kLeading, Side::Before);
    if (before && before->entities.size() == 1) return before->entities.front();
    if (before) return std::nullopt;
    const auto after = scene.nearest(s, end, kLeading, Side::After);
    const bool is_inverted = after && after->entities.size() == 1 &&
                             scene.segment(after->at) == scene.segment(at) && after->at <= end + 6;
    return is_inverted ? std::optional(after->entities.front()) : std::nullopt;
}

void leads(std::uint32_t body, const Mention& project, const Scene& scene, const char* rule, FactSink& sink) {
    sink.add_all({body}, scene.entities(project, kProject),
                 {.predicate = Predicate::Coordinates,
                  .sentence = project.sentence,
                  .at = project.first,
                  .rule = rule,
                  .certainty = Certainty::Implied,
                  .qualifiers = {}});
}

/// "im Rahmen seines Projekts P will A …", "A has begun its project P": who has a project leads it.
void own_projects(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kWords = 10;
    for (const Mention& project : scene.mentions(s)) {
        if (!scene.is_of(project, kProject) || project.reference) continue;
        const std::uint32_t first = scene.sentence(s).first;
        const std::uint32_t from = project.first > first + kWords ? project.first - kWords : first;
        bool has_noun = scene.token(project.end - 1).key == "projekt";
        for (std::uint32_t at = project.first; at-- > from;) {
            const Token& token = scene.token(at);
            const Mention* named = scene.mention_at(at);
            if ((named && !scene.is_of(*named, kTopic)) || token.kind == TokenKind::Mark) break;
            has_noun = has_noun || names_project(token.key);
            if (!is_possessive(token.key)) continue;
            // "its partner in the project P": the project is not its own.
            bool is_led = false;
            for (std::uint32_t between = at + 1; between < project.first; ++between)
                is_led = is_led || scene.tells(between, any_of({Trigger::To, Trigger::By, Trigger::Partner,
                                                                Trigger::Member, Trigger::FrameOf}));
            const auto body = has_noun && !is_led ? actor(scene, s, at, project.end) : std::nullopt;
            const bool is_led_by_others =
                !scene.telling(s, any_of({Trigger::Coordinate, Trigger::Partner})).empty() &&
                scene.all(s, kBodies).entities.size() > 1;
            if (body && !is_led_by_others) leads(*body, project, scene, "own-project", sink);
            break;
        }
    }
}

/// "A hat das Projekt P gestartet", "A has launched the project P", "A a lancé le projet P".
void begun_projects(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kBegun = std::to_array<Words>(
        {"gestartet", "startet", "startete", "initiiert", "initiierte", "lanciert", "lancierte", "launched",
         "launches", "started", "initiated", "initiates", "lance", "demarre", "initie"});
    const Part projects = scene.all(s, kProject);
    const Part bodies = scene.all(s, kLeading);
    if (projects.entities.size() != 1 || bodies.entities.size() > 1) return;
    if (scene.sentence_tells(s, any_of({Trigger::Together, Trigger::Partner, Trigger::Coordinate}))) return;
    for (const Mention& project : scene.mentions(s)) {
        if (!scene.is_of(project, kProject) || project.reference) continue;
        for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
            if (scene.is_in_name(at) || !is_one_of<kBegun>(scene.token(at).key)) continue;
            if (scene.segment(at) != scene.segment(project.first)) continue;
            const bool is_german = scene.findings().language == "de";
            const bool is_passive =
                at > 0 && (scene.token(at - 1).key == "was" || scene.token(at - 1).key == "were" ||
                           scene.token(at - 1).key == "been" || scene.token(at - 1).key == "ete" ||
                           scene.token(at - 1).key == "est");
            if (is_passive || (is_german && scene.segment_tells(at, bit(Trigger::Passive)))) return;
            std::optional<std::uint32_t> body;
            for (const Mention& who : scene.mentions(s)) {
                const bool is_before = who.end <= project.first && scene.is_of(who, kLeading) &&
                                       scene.segment(who.first) == scene.segment(at);
                if (is_before && who.entities.size() == 1) body = who.entities.front();
            }
            const bool is_object = is_german || at < project.first;
            if (body && is_object) leads(*body, project, scene, "begun-project", sink);
            return;
        }
    }
}

/// Where and by which rule something is told.
struct Told {
    std::uint32_t sentence = 0;
    std::uint32_t at = 0;
    const char* rule = "";
};

void owned(const Scene& scene, const Mention& programme, const Entities& owners, const Told& told,
           FactSink& sink) {
    sink.add_all(scene.entities(programme, kProgramme), owners,
                 {.predicate = Predicate::ProgrammeOf,
                  .sentence = told.sentence,
                  .at = told.at,
                  .rule = told.rule,
                  .qualifiers = {}});
}

/// "Canada's Strategy P", "JETRO, deren Programm P": the owner before the programme.
void owners_before(const Scene& scene, std::uint32_t s, const Mention& programme, FactSink& sink) {
    static constexpr auto kWhose = std::to_array<Words>({"deren", "dessen", "whose", "dont"});
    constexpr std::uint32_t kWords = 4;
    const std::uint32_t first = scene.sentence(s).first;
    for (const Mention& owner : scene.mentions(s)) {
        if (owner.end > programme.first || programme.first - owner.end > kWords || owner.reference) continue;
        if (!scene.is_of(owner, kBodies | kPlace)) continue;
        bool is_own = false;
        for (std::uint32_t at = owner.end; at < programme.first; ++at) {
            const Key& key = scene.token(at).key;
            if (scene.is_in_name(at)) is_own = false;
            is_own = is_own || is_one_of<kWhose>(key) ||
                     (at == owner.end && (key == "'s" || key == "’s" || key == "'" || key == "’"));
        }
        if (is_own)
            owned(scene, programme, scene.entities(owner, kBodies | kPlace),
                  {s, owner.first, "owner-of-programme"}, sink);
    }
    // "A organises it within its programme P".
    if (programme.first == first || !is_possessive(scene.token(programme.first - 1).key)) return;
    const auto body = scene.nearest(s, programme.first, kBodies, Side::Before);
    if (body && body->entities.size() == 1)
        owned(scene, programme, body->entities, {s, programme.first, "owner-of-programme"}, sink);
}

/// "P, a scheme created in 2009 by A and B", "P, das Programm der EU", "die Strategie des Freistaates X".
void owners_behind(const Scene& scene, std::uint32_t s, const Mention& programme, FactSink& sink) {
    static constexpr auto kSetUp = std::to_array<Words>(
        {"created",    "launched",  "established", "initiated",      "introduced",      "run",
         "managed",    "cree",      "creee",       "lance",          "lancee",          "mis",
         "mise",       "gere",      "geree",       "pilote",         "pilotee",         "aufgelegt",
         "aufgelegte", "initiiert", "initiierte",  "ausgeschrieben", "ausgeschriebene", "gestartet",
         "gestartete"});
    static constexpr auto kBy = std::to_array<Words>({"by", "par", "von", "vom", "durch"});
    static constexpr auto kNouns = std::to_array<Words>(
        {"programm", "programme", "program", "scheme", "dispositif", "initiative", "instrument", "strategie",
         "strategy", "plan", "massnahme", "forderung", "fund", "fonds", "measure"});
    static constexpr auto kOf = std::to_array<Words>({"of", "der", "des", "de", "du", "d'"});
    constexpr std::uint32_t kWords = 16;
    std::uint32_t at = programme.end;
    while (at < scene.sentence(s).end && scene.token(at).kind != TokenKind::Word) {
        if (scene.token(at).kind == TokenKind::BracketOpen && scene.token(at).partner > at &&
            scene.token(at).partner != kNoToken)
            at = scene.token(at).partner;
        ++at;
    }
    const std::uint32_t end = std::min(programme.end + kWords, scene.sentence(s).end);
    bool is_set_up = false;
    bool has_noun = false;
    for (; at < end; ++at) {
        if (scene.is_in_name(at) || scene.token(at).key == ";") return;
        const Key& key = scene.token(at).key;
        is_set_up = is_set_up || is_one_of<kSetUp>(key);
        has_noun = has_noun || begins_with_one_of<kNouns>(key);
        const bool is_by = is_set_up && is_one_of<kBy>(key);
        const bool is_of = has_noun && is_one_of<kOf>(key) && scene.token(programme.end).key == ",";
        if (!is_by && !is_of) continue;
        const auto who = scene.nearest(s, at, kBodies, Side::After);
        const bool is_next =
            who && who->at <= at + 2 && (who->at == at + 1 || scene.only_small_words(at + 1, who->at));
        if (is_next) owned(scene, programme, who->entities, {s, at, "owner-of-programme"}, sink);
        if (is_next || is_by) return;
    }
}

/// "A has launched P", "Das Ministerium legt das Programm P auf", "…, die das Ministerium ausgeschrieben
/// hat".
void setters_up(const Scene& scene, std::uint32_t s, const Mention& programme, FactSink& sink) {
    static constexpr auto kVerbs = std::to_array<Words>(
        {"launched", "launches", "lance", "legt", "legte", "aufgelegt", "ausgeschrieben", "initiiert",
         "created", "introduced", "introduces", "cree", "started", "startet", "gestartet"});
    constexpr std::uint32_t kWords = 6;
    const auto body = scene.nearest(s, programme.first, kFunding & ~kPlace, Side::Before);
    if (body && body->entities.size() == 1) {
        const bool is_near = programme.first - body->at <= 3 * kWords;
        for (std::uint32_t at = body->at; is_near && at < programme.first; ++at) {
            const bool is_verb = !scene.is_in_name(at) && is_one_of<kVerbs>(scene.token(at).key) &&
                                 scene.segment(at) == scene.segment(programme.first) &&
                                 programme.first - at <= kWords;
            if (!is_verb) continue;
            owned(scene, programme, body->entities, {s, at, "programme-set-up"}, sink);
            return;
        }
    }
    // The clause behind the programme: its verb at the end in German.
    const auto after = scene.nearest(s, programme.end, kFunding & ~kPlace, Side::After);
    if (!after || after->at > programme.end + kWords) return;
    const std::uint32_t comma =
        scene.token(programme.end).kind == TokenKind::QuoteClose ? programme.end + 1 : programme.end;
    static constexpr auto kWhich = std::to_array<Words>({"die", "das", "den", "which", "that", "que"});
    if (comma + 1 >= after->at || scene.token(comma).key != "," ||
        !is_one_of<kWhich>(scene.token(comma + 1).key))
        return;
    for (std::uint32_t at = after->at; at < scene.sentence(s).end; ++at) {
        if (scene.segment(at) != scene.segment(after->at)) break;
        if (scene.is_in_name(at) || !is_one_of<kVerbs>(scene.token(at).key)) continue;
        owned(scene, programme, {after->entities.front()}, {s, at, "programme-set-up"}, sink);
        return;
    }
}

/// "Innovationsstrategie des Freistaates Sachsen": the place in the programme's name.
void places_in_names(const Scene& scene, std::uint32_t s, const Mention& programme, FactSink& sink) {
    static constexpr auto kStates =
        std::to_array<Words>({"freistaates", "freistaats", "landes", "bundeslandes", "kantons", "region",
                              "state", "province", "kingdom", "republik", "republic", "republique"});
    if (programme.end < programme.first + 3) return;
    const std::uint32_t last = programme.end - 1;
    bool is_state = false;
    for (std::uint32_t at = programme.first + 1; at < last; ++at)
        is_state = is_state || is_one_of<kStates>(scene.token(at).key);
    if (!is_state) return;
    const auto& entities = scene.findings().entities;
    const std::string_view text = scene.findings().text;
    for (std::uint32_t place = 0; place < entities.size(); ++place) {
        if (entities[place].kind != EntityKind::Place || entities[place].name.size() < 4) continue;
        const std::string_view name =
            text.substr(programme.range.begin, programme.range.end - programme.range.begin);
        if (name.ends_with(entities[place].name) || name.ends_with(entities[place].name + "s"))
            owned(scene, programme, {place}, {s, programme.first, "owner-of-programme"}, sink);
    }
}

}  // namespace

void read_owner_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    own_projects(scene, s, sink);
    begun_projects(scene, s, sink);
    for (const Mention& programme : scene.mentions(s)) {
        if (!scene.is_of(programme, kProgramme) || programme.reference ||
            scene.mention_at(programme.first) != &programme)
            continue;
        owners_before(scene, s, programme, sink);
        if (programme.end < scene.sentence(s).end) owners_behind(scene, s, programme, sink);
        if (programme.end < scene.sentence(s).end) setters_up(scene, s, programme, sink);
        places_in_names(scene, s, programme, sink);
    }
}

}  // namespace kontor::press
