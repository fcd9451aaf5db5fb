// SPDX-License-Identifier: EUPL-1.2
// Partners and members that neither a noun nor a verb beside them tells: who acts within the frame of a
// project, who is welcomed, what lists below a heading name.
#include <algorithm>
#include <array>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kFrameWords = 6;  // from the beginning of a sentence to the project
constexpr std::uint32_t kListLines = 30;

/// "Under the project P, A and B train …", "Im Projekt P prüfen A und B …".
void within_frame(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kFrames =
        std::to_array<std::string_view>({"in", "im", "beim", "under", "within", "dans", "innerhalb"});
    const auto mentions = scene.mentions(s);
    const std::uint32_t first = scene.sentence(s).first;
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
        const Mention& project = mentions[m];
        const Mention& body = mentions[m + 1];
        if (!scene.is_of(project, kProject) || project.reference || project.first > first + kFrameWords)
            continue;
        const Key& opening = scene.token(first).key;
        const bool is_frame = is_one_of<kFrames>(opening) ||
                              scene.first_telling(first, project.first, bit(Trigger::FrameOf)).has_value();
        if (!is_frame || !scene.is_of(body, kBodies) || body.reference || body.first > project.end + 5)
            return;
        std::uint32_t at = project.end;
        while (at < body.first &&
               (scene.token(at).kind == TokenKind::QuoteClose || scene.token(at).key == "project"))
            ++at;
        if (at >= body.first) return;
        const bool is_german = scene.findings().language == "de";
        const bool is_led = is_german ? scene.token(at).kind == TokenKind::Word : scene.token(at).key == ",";
        const bool is_other =
            scene.sentence_tells(s, any_of({Trigger::Fund, Trigger::Report, Trigger::Agreement})) ||
            (is_german && scene.tells(at, bit(Trigger::And)));
        if (!is_led || is_other) return;
        Entities acting = scene.enumeration(s, m + 1, kBodies).entities;
        std::erase_if(acting, [&](std::uint32_t one) { return scene.kind(one) == EntityKind::PublicBody; });
        for (const std::uint32_t one : scene.entities(project, kProject)) {
            for (const std::uint32_t leading : sink.subjects_of(Predicate::Coordinates, one))
                std::erase(acting, leading);
        }
        sink.add_all(acting, scene.entities(project, kProject),
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = body.first,
                      .rule = "within-frame",
                      .qualifiers = details_of(scene, s)});
        return;
    }
}

/// "A works on the project P", "Aktuell bearbeitet A das Projekt P", "A travaille sur le projet P".
void works_on(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (scene.sentence_tells(s, bit(Trigger::Report))) return;
    for (std::uint32_t at = scene.sentence(s).first; at + 1 < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        const Key& next = scene.token(at + 1).key;
        const bool is_work = key == "bearbeitet" || key == "bearbeiten" ||
                             ((key == "works" || key == "work" || key == "working") && next == "on") ||
                             ((key == "travaille" || key == "travaillent") && next == "sur");
        if (!is_work || scene.is_in_name(at)) continue;
        const auto who = scene.subject(s, at, kBodies);
        const auto project = scene.nearest(s, at, kProject, Side::After);
        const bool is_here = who && !who->from_context && project && project->at - at < 16 &&
                             scene.segment(who->at) == scene.segment(at) &&
                             scene.segment(project->at) == scene.segment(at);
        if (!is_here || sink.has(who->entities.front(), Predicate::Coordinates, project->entities.front()))
            continue;
        sink.add_all(who->entities, {project->entities.front()},
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = at,
                      .rule = "works-on",
                      .qualifiers = details_of(scene, s)});
        return;
    }
}

/// "N welcomes A and B as new members", "Als neues Mitglied begrüßt N die A".
void welcomed(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (!scene.sentence_tells(s, bit(Trigger::Member))) return;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_welcome =
            key.starts_with("welcom") || key.starts_with("begruss") || key.starts_with("accueill");
        if (!is_welcome || scene.is_in_name(at)) continue;
        const auto before = scene.nearest(s, at, kBodies, Side::Before);
        const Part behind = scene.all(s, kBodies, at, scene.sentence(s).end);
        Entities members = behind.entities;
        if (!before && members.size() < 2) return;
        const std::uint32_t whole = before ? before->entities.front() : members.front();
        std::erase(members, whole);
        sink.add_all(members, {whole},
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = at,
                      .rule = "welcomed",
                      .qualifiers = {{"new", true}}});
        return;
    }
}

/// "A ist dem Verband B beigetreten", "A wurde in das Netzwerk B aufgenommen".
void joined_at_end(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (std::uint32_t at = scene.sentence(s).first + 1; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        if (key != "beigetreten" && key != "beitreten" && key != "angeschlossen" && key != "aufgenommen")
            continue;
        if (scene.is_in_name(at) || !scene.all(s, kProject).entities.empty()) continue;
        const auto what = scene.nearest(s, at, kBodies | kProgramme, Side::Before);
        if (!what || what->entities.size() != 1 || scene.segment(what->at) != scene.segment(at)) continue;
        const Part who = scene.all(s, kBodies, scene.sentence(s).first, what->at);
        bool is_whole = false;  // dative, or "in das"
        for (std::uint32_t back = 1; back <= 3 && back <= what->at; ++back) {
            const Key& article = scene.token(what->at - back).key;
            is_whole =
                is_whole || article == "dem" || article == "in" || article == "ins" || article == "der";
        }
        if (!is_whole) continue;
        sink.add_all(who.entities, what->entities,
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = at,
                      .rule = "joins",
                      .qualifiers = details_of(scene, s)});
    }
}

/// Words in front of a list of those who are at an event.
bool tells_list_of_guests(const Scene& scene, std::uint32_t s) {
    static constexpr auto kGuests = std::to_array<std::string_view>(
        {"speakers", "panellists", "panelists", "referenten", "referentinnen", "redner", "intervenants",
         "orateurs", "participants", "teilnehmer", "teilnehmende", "delegation", "guests", "gaste",
         "exhibitors", "aussteller", "exposants"});
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (is_one_of<kGuests>(scene.token(at).key)) return true;
    }
    return scene.sentence_tells(s, bit(Trigger::TakePart));
}

/// "The following took part:" and a line for each, "Speakers were:" and lines of name and post.
void listed_guests(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kLongest = 30;
    const Sentence& opening = scene.sentence(s);
    if (opening.end == opening.first || scene.token(opening.end - 1).key != ":" ||
        !tells_list_of_guests(scene, s))
        return;
    const auto here = scene.all(s, kEvent);
    const auto event = here.entities.empty() ? scene.context(s, kEvent) : here;
    if (!event) return;
    Entities listed;
    for (std::uint32_t line = s + 1; line < scene.sentence_count() && line <= s + kListLines; ++line) {
        const auto mentions = scene.mentions(line);
        const Sentence& item = scene.sentence(line);
        const bool is_item = !mentions.empty() && scene.is_of(mentions.front(), kBodies | kPerson) &&
                             mentions.front().first <= item.first + 2 && item.end - item.first <= kLongest &&
                             scene.token(item.end - 1).key != "." && !mentions.front().reference;
        if (!is_item) break;
        const Entities found = scene.entities(mentions.front(), kBodies | kPerson);
        listed.insert(listed.end(), found.begin(), found.end());
    }
    if (listed.size() < 2) return;
    sink.add_all(listed, {event->entities.front()},
                 {.predicate = Predicate::TakesPartIn,
                  .sentence = s + 1,
                  .at = scene.sentence(s + 1).first,
                  .rule = "listed-guests",
                  .qualifiers = {},
                  .from_context = true});
}

/// "The countries taking part were A, B and C", "Teilnehmerländer sind …".
void countries_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kCountries =
        std::to_array<std::string_view>({"countries", "nations", "lander", "pays"});
    constexpr std::uint32_t kNear = 4;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 1 < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_noun = is_one_of<kCountries>(key);
        const bool is_joined = key.starts_with("teilnehmerlander");
        if (!is_noun && !is_joined) continue;
        bool is_there = is_joined;
        const std::uint32_t from = at > sentence.first + 2 ? at - 2 : sentence.first;
        for (std::uint32_t near = from; near < std::min(at + kNear, sentence.end); ++near)
            is_there = is_there || scene.token(near).key.starts_with("particip") ||
                       scene.token(near).key.starts_with("teilnehmend") ||
                       scene.token(near).key.starts_with("represent") || scene.token(near).key == "taking";
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!is_there || !places || places->entities.size() < 3 || places->at > at + 2 * kNear) continue;
        const auto event = scene.all(s, kEvent).entities.empty() ? scene.context(s, kEvent)
                                                                 : std::optional(scene.all(s, kEvent));
        if (!event) return;
        sink.add_all(places->entities, {event->entities.front()},
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = at,
                      .rule = "countries-there",
                      .qualifiers = {},
                      .from_context = event->from_context});
        return;
    }
}

}  // namespace

void read_listed_lines(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kHeadingWords = 7;
    listed_guests(scene, s, sink);
    const Sentence& heading = scene.sentence(s);
    const bool is_heading =
        heading.end - heading.first <= kHeadingWords &&
        (heading.kind != SentenceKind::Running || scene.token(heading.end - 1).key == ":");
    const bool is_of_partners = scene.sentence_tells(s, bit(Trigger::Partner));
    const bool is_of_members = scene.sentence_tells(s, bit(Trigger::Member));
    if (!is_heading || is_of_partners == is_of_members || !scene.all(s, kBodies).entities.empty() ||
        scene.sentence_tells(s, any_of({Trigger::NetworkPartner, Trigger::OpenFor})))
        return;
    const auto whole = is_of_partners ? scene.context(s, kProject)
                                      : scene.context(s, kBodies & ~kinds({EntityKind::PublicBody}));
    if (!whole || whole->entities.size() != 1) return;
    Entities listed;
    std::uint32_t line = s + 1;
    for (; line < scene.sentence_count() && line <= s + kListLines; ++line) {
        const auto mentions = scene.mentions(line);
        const bool is_item = !mentions.empty() && scene.is_of(mentions.front(), kBodies) &&
                             mentions.front().first <= scene.sentence(line).first + 4 &&
                             scene.sentence(line).end - scene.sentence(line).first <= 16 &&
                             !scene.sentence_tells(line, any_of({Trigger::Passive, Trigger::Contact}));
        if (!is_item) break;
        const Entities found = scene.entities(mentions.front(), kBodies);
        listed.insert(listed.end(), found.begin(), found.end());
    }
    if (listed.size() < 2) return;
    std::erase(listed, whole->entities.front());
    for (const std::uint32_t leading : sink.subjects_of(Predicate::Coordinates, whole->entities.front()))
        std::erase(listed, leading);
    sink.add_all(listed, whole->entities,
                 {.predicate = is_of_partners ? Predicate::PartnerIn : Predicate::MemberOf,
                  .sentence = s + 1,
                  .at = scene.sentence(s + 1).first,
                  .rule = "listed-lines",
                  .qualifiers = {},
                  .from_context = true});
}

void read_frame_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    within_frame(scene, s, sink);
    works_on(scene, s, sink);
    welcomed(scene, s, sink);
    countries_there(scene, s, sink);
    if (scene.findings().language == "de") joined_at_end(scene, s, sink);
}

}  // namespace kontor::press
