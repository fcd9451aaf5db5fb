// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kPartners = kBodies;
constexpr std::uint32_t kNearBy = 4;  // tokens from a trigger to its "by"

void take_out(Entities& from, const Entities& what) {
    std::erase_if(from, [&](std::uint32_t one) { return std::ranges::find(what, one) != what.end(); });
}

/// Bodies that give the money are no partners by that.
Entities funders(const Scene& scene, std::uint32_t s) {
    Entities out;
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Fund))) {
        for (const Side side : {Side::Before, Side::After}) {
            const auto part = scene.nearest(s, at, kBodies, side);
            if (!part || scene.segment(part->at) != scene.segment(at)) continue;
            for (const std::uint32_t entity : part->entities) {
                if (scene.kind(entity) == EntityKind::PublicBody) out.push_back(entity);
            }
        }
    }
    // "receives money from B".
    static constexpr auto kMoney =
        std::to_array<std::string_view>({"money", "geld", "gelder", "argent", "fonds", "mittel"});
    for (const Mention& mention : scene.mentions(s)) {
        const std::uint32_t from =
            mention.first > scene.sentence(s).first + 5 ? mention.first - 5 : scene.sentence(s).first;
        bool is_money = scene.first_telling(from, mention.first, bit(Trigger::FundNoun)).has_value();
        for (std::uint32_t at = from; at < mention.first; ++at)
            is_money = is_money || is_one_of<kMoney>(scene.token(at).key);
        if (!is_money || !scene.first_telling(from, mention.first, any_of({Trigger::By, Trigger::From})))
            continue;
        for (const std::uint32_t entity : scene.entities(mention, kBodies)) {
            if (scene.kind(entity) == EntityKind::PublicBody) out.push_back(entity);
        }
    }
    return out;
}

/// Who stands in the sentence as employer of somebody, not as one who acts.
Entities employers(const Scene& scene, std::uint32_t s) {
    Entities out;
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const bool is_pair = scene.is_of(mentions[i], kPerson) && scene.is_of(mentions[i + 1], kBodies) &&
                             mentions[i + 1].first - mentions[i].end <= 10;
        if (!is_pair) continue;
        const Entities bodies = scene.entities(mentions[i + 1], kBodies);
        out.insert(out.end(), bodies.begin(), bodies.end());
    }
    return out;
}

std::optional<Part> project_at(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    return scene.closest(s, at, kProject);
}

/// "said A, who leads the project P": A takes part in it.
void leads_in_person(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& project,
                     FactSink& sink) {
    const auto person = scene.nearest(s, at, kPerson, Side::Before);
    if (!person) return;
    std::uint32_t begin = at;
    while (begin > scene.sentence(s).first && scene.segment(begin - 1) == scene.segment(at)) --begin;
    const bool is_relative = begin > person->at && begin - person->at < 14 &&
                             (scene.token(begin).key == "," || scene.token(begin).kind == TokenKind::Mark);
    const Key& key = scene.token(std::min(begin + 1, at)).key;
    const bool is_clause = is_relative && (key == "die" || key == "der" || key == "who" || key == "qui");
    const bool is_acting = scene.segment(person->at) == scene.segment(at) &&
                           !scene.all(s, kBodies).entities.empty() && scene.findings().language == "en" &&
                           scene.tells(at, bit(Trigger::Coordinate)) &&
                           scene.token(at).key.starts_with("head") && scene.token(at - 1).key == "to";
    if (!is_clause && !is_acting) return;
    sink.add_all({person->entities.back()}, project.entities,
                 {.predicate = Predicate::TakesPartIn,
                  .sentence = s,
                  .at = at,
                  .rule = "leads-in-person",
                  .qualifiers = {},
                  .from_context = project.from_context});
}

/// "in leading regions": tells no lead.
bool is_adjective(const Scene& scene, std::uint32_t at) {
    if (!scene.token(at).key.ends_with("leading") || at + 1 >= scene.findings().tokens.size()) return false;
    const Key& next = scene.token(at + 1).key;
    return next != "the" && next != "this" && next != "a" && next != "it" && !scene.is_in_name(at + 1);
}

/// "sont portés l'un et l'autre par A et B": other words stand between.
std::optional<std::uint32_t> carried_apart(const Scene& scene, std::uint32_t s) {
    if (scene.findings().language != "fr" || scene.all(s, kProject).entities.empty()) return std::nullopt;
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        const Key& key = scene.token(at).key;
        if (key != "porte" && key != "portes" && key != "portee" && key != "portees") continue;
        for (std::uint32_t by = at + 2; by < scene.sentence(s).end && by < at + 2 * kNearBy; ++by) {
            if (scene.token(by).key == "par" && scene.segment(by) == scene.segment(at)) return at;
        }
    }
    return std::nullopt;
}

Entities coordinators(const Scene& scene, std::uint32_t s, FactSink& sink) {
    Entities out;
    auto found = scene.telling(s, bit(Trigger::Coordinate));
    if (const auto apart = carried_apart(scene, s)) found.push_back(*apart);
    for (const std::uint32_t at : found) {
        const auto project = project_at(scene, s, at);
        if (!project || (project->from_context && !scene.all(s, kEvent).entities.empty())) continue;
        if (is_adjective(scene, at) || is_no_lead(scene, s, at, *project)) continue;
        const auto before = scene.nearest(s, at, kPartners, Side::Before);
        const auto after = scene.nearest(s, at, kPartners, Side::After);
        const std::uint32_t near_by = scene.token(at).key.starts_with("port") ? 2 * kNearBy : kNearBy;
        const bool has_by = scene.first_telling(at, at + near_by, bit(Trigger::By)).has_value();
        const bool is_before_here = before && scene.segment(before->at) == scene.segment(at);
        const bool is_in_bracket = at > 0 && scene.token(at - 1).kind == TokenKind::BracketOpen;
        std::optional<Part> who = (is_before_here || (is_in_bracket && before)) && !has_by ? before : after;
        if (!who && has_by && is_before_here) who = before;
        if (!who) who = scene.subject(s, at, kPartners);
        if (const auto told = told_to_lead(scene, s, at)) who = told;
        if (who && who->entities.empty()) continue;  // told of somebody whose name was not read
        leads_in_person(scene, s, at, *project, sink);
        if (!who || who->from_context) continue;
        // A person may lead for somebody.
        const auto person = scene.nearest(s, at, kPerson, Side::After);
        if (has_by && person && person->at < who->at) continue;
        if (is_in_bracket) {  // "A (coordinator), B and C"
            for (const Mention& mention : scene.mentions(s)) {
                if (mention.end == at - 1 && scene.is_of(mention, kPartners))
                    who = Part{.entities = scene.entities(mention, kPartners), .at = mention.first};
            }
        }
        const bool is_behind = after && who->at == after->at;
        // "led by A and B", "its leaders are A and B": both.
        const Key& word = scene.token(at).key;
        const bool is_of_several = word == "porteurs" || word == "coordinators" || word == "koordinatoren" ||
                                   word == "leaders" || word == "coordinateurs" ||
                                   (has_by && word.starts_with("port")) ||
                                   (has_by && after && after->entities.size() <= 3);
        const bool are_agents =
            !is_behind && before && who->at == before->at && is_led_by_several(scene, s, *before, at);
        const Entities first = are_agents ? before->entities
                               : is_behind && is_of_several
                                   ? after->entities
                                   : Entities{is_behind ? after->entities.front() : who->entities.back()};
        sink.add_all(first, project->entities,
                     {.predicate = Predicate::Coordinates,
                      .sentence = s,
                      .at = at,
                      .rule = "coordinator",
                      .qualifiers = {},
                      .from_context = project->from_context});
        out.insert(out.end(), first.begin(), first.end());
    }
    return out;
}

/// "the consortium X": the noun tells what a body is, nobody's part in a project.
bool names_body(const Scene& scene, std::uint32_t at) {
    const Key& word = scene.token(at).key;
    const bool is_noun = word.starts_with("verbund") || word.starts_with("konsorti") ||
                         word.starts_with("consorti") || word.starts_with("partenariat");
    if (!is_noun || !scene.tells(at, bit(Trigger::Partner))) return false;
    const Mention* next = scene.mention_at(at + 1);
    return next != nullptr && next->first <= at + 1 && scene.is_of(*next, kBodies);
}

/// "the X programme, in which A is a project partner".
std::optional<Part> programme_with_partners(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    const Key& word = scene.token(at).key;
    const bool is_of_project =
        word.starts_with("projektpartner") || (at > 0 && scene.token(at - 1).key == "project");
    if (!is_of_project) return std::nullopt;
    auto programme = scene.nearest(s, at, kProgramme, Side::Before);
    if (!programme || scene.segment(programme->at) + 1 != scene.segment(at)) return std::nullopt;
    return programme;
}

/// "wirken A und B mit": the particle at the end of the clause.
std::optional<std::uint32_t> taking_part_apart(const Scene& scene, std::uint32_t s) {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {"wirkt", "wirken", "wirkte", "wirkten", "macht", "machen", "machten", "arbeiten"});
    const std::uint32_t end = scene.sentence(s).end;
    for (std::uint32_t at = scene.sentence(s).first; at + 1 < end; ++at) {
        if (scene.findings().language != "de" || scene.token(at).key != "mit" ||
            scene.token(at + 1).kind == TokenKind::Word)
            continue;
        for (std::uint32_t back = at; back-- > scene.sentence(s).first;) {
            if (is_one_of<kVerbs>(scene.token(back).key)) return at;
        }
    }
    return std::nullopt;
}

/// Says who is partner when the sentence speaks of partners, of taking part or of joining.
void partners(const Scene& scene, std::uint32_t s, const Entities& others, FactSink& sink) {
    auto found =
        scene.telling(s, any_of({Trigger::Partner, Trigger::Participate, Trigger::Together, Trigger::Join}));
    if (const auto apart = taking_part_apart(scene, s)) found.push_back(*apart);
    for (const std::uint32_t at : found) {
        if (scene.tells(at, any_of({Trigger::Contact, Trigger::NetworkPartner}))) continue;
        if (names_body(scene, at)) continue;
        const bool is_added = scene.token(at).key == "hinzu" || scene.token(at).key == "hinzukommen";
        const bool is_sure = is_added || scene.token(at).key == "mit" ||
                             scene.tells(at, any_of({Trigger::Partner, Trigger::Participate}));
        auto project = project_at(scene, s, at);
        if (const auto programme = programme_with_partners(scene, s, at);
            programme && (!project || project->from_context))
            project = programme;
        if (!project) continue;
        const bool is_here = !project->from_context;
        if (only_mentions_partners(scene, s, at) || is_of_other_group(scene, s, at, is_here)) continue;
        if (!is_here && (!is_sure || scene.sentence_tells(s, bit(Trigger::Agreement)) ||
                         !scene.all(s, kEvent).entities.empty()))
            continue;
        Part who = scene.all(s, kPartners);
        take_out(who.entities, others);
        take_out(who.entities, funders(scene, s));
        take_out(who.entities, employers(scene, s));
        bool from_context = !is_here;
        const bool is_open = who.entities.empty() && others.empty() && scene.all(s, kPlace).entities.empty();
        if (is_open && scene.tells(at, bit(Trigger::Participate))) {
            const auto context = scene.context(s, kPartners);
            if (!context || context->entities.size() > 1 ||
                scene.kind(context->entities.front()) == EntityKind::PublicBody)
                continue;
            who = *context;
            from_context = true;
        }
        for (const std::uint32_t one : project->entities) {
            take_out(who.entities, sink.objects_of(one, Predicate::FundedBy));
            take_out(who.entities, sink.subjects_of(Predicate::Coordinates, one));
            take_out(who.entities, sink.subjects_of(Predicate::Leaves, one));
            take_out(who.entities, sink.subjects_of(Predicate::NetworkPartnerIn, one));
        }
        sink.add_all(who.entities, project->entities,
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = at,
                      .rule = is_sure ? "partner-word" : "together",
                      .qualifiers = details_of(scene, s),
                      .from_context = from_context});
        return;
    }
}

/// "P brings together A, B and C": those behind are its partners.
void gathered(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::ConsistOf))) {
        const auto project = scene.nearest(s, at, kProject | kBodies, Side::Before);
        const bool is_relative = project && scene.segment(project->at) + 1 == scene.segment(at) && at >= 1 &&
                                 (scene.token(at - 1).key == "qui" || scene.token(at - 1).key == "which");
        if (!project || (scene.segment(project->at) != scene.segment(at) && !is_relative)) continue;
        if (scene.kind(project->entities.back()) != EntityKind::Project) continue;
        // What is told of one of them stands between: "A, based in T, and B".
        std::uint32_t end = at + 1;
        while (end < scene.sentence(s).end && scene.token(end).key != ";" && scene.token(end).key != ":" &&
               !scene.tells(end, any_of({Trigger::Fund, Trigger::Coordinate})) &&
               (!is_relative || scene.segment(end) == scene.segment(at)))
            ++end;
        Entities partners = scene.all(s, kPartners, at, end).entities;
        take_out(partners, employers(scene, s));
        if (partners.size() < 2) continue;
        take_out(partners, sink.subjects_of(Predicate::Coordinates, project->entities.back()));
        sink.add_all(partners, {project->entities.back()},
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = at,
                      .rule = "gathered",
                      .qualifiers = details_of(scene, s)});
    }
}

/// "P, a project of A and B", "das Projekt P ist ein Vorhaben der A und der B".
void owners(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"projekt", "vorhaben", "project", "projet", "initiative", "gemeinschaftsprojekt",
         "kooperationsprojekt", "verbundprojekt", "undertaking"});
    static constexpr auto kOf = std::to_array<std::string_view>(
        {"der", "des", "von", "vom", "zwischen", "of", "by", "between", "from", "de", "du", "d'", "entre"});
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 1; m < mentions.size(); ++m) {
        const Mention& body = mentions[m];
        if (!scene.is_of(body, kBodies) || body.first < scene.sentence(s).first + 3) continue;
        std::uint32_t of = body.first - 1;
        while (of > scene.sentence(s).first + 1 && scene.only_small_words(of - 1, of) &&
               is_one_of<kOf>(scene.token(of - 1).key))
            --of;
        const std::uint32_t noun = of - 1;
        if (!is_one_of<kOf>(scene.token(of).key) || scene.is_in_name(noun) ||
            !is_one_of<kNouns>(scene.token(noun).key))
            continue;
        const auto project = scene.nearest(s, noun, kProject, Side::Before);
        const Part who = scene.enumeration(s, m, kPartners);
        if (!project || noun - project->at > 10 || who.entities.size() < 2) continue;
        sink.add_all(who.entities, {project->entities.back()},
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = noun,
                      .rule = "project-of",
                      .qualifiers = details_of(scene, s)});
        return;
    }
}

/// "P is carried out by A and B", "P, getragen von A und B", "P verbindet A mit B", "hinter P stehen A und
/// B".
void carriers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kCarried = std::to_array<std::string_view>(
        {"getragen", "durchgefuhrt", "umgesetzt", "realisiert", "verwirklicht", "carried", "implemented",
         "realised", "realized", "developed", "delivered", "realise", "developpe", "conduit", "entwickelt"});
    static constexpr auto kTying = std::to_array<std::string_view>(
        {"verbindet", "vernetzt", "verknupft", "links", "ties", "tie", "link", "unites", "connects", "pairs",
         "unit", "relie", "lie", "allie", "vereint"});
    const std::uint32_t end = scene.sentence(s).end;
    for (std::uint32_t at = scene.sentence(s).first; at < end; ++at) {
        if (scene.is_in_name(at)) continue;
        const Key& word = scene.token(at).key;
        const bool is_tying = is_one_of<kTying>(word);
        const bool is_carried =
            is_one_of<kCarried>(word) && scene.first_telling(at + 1, at + 3, bit(Trigger::By));
        if (!is_tying && !is_carried) continue;
        auto project = scene.nearest(s, at, kProject | kBodies, Side::Before);
        // "it was carried by A and B": the project that is spoken of.
        static constexpr auto kIt = std::to_array<std::string_view>({"it", "es", "il", "elle"});
        for (std::uint32_t back = 1; is_carried && back <= 3 && back + scene.sentence(s).first <= at;
             ++back) {
            if (is_one_of<kIt>(scene.token(at - back).key)) project = scene.context(s, kProject);
        }
        if (!project || scene.kind(project->entities.back()) != EntityKind::Project ||
            (!project->from_context && at - project->at > 12))
            continue;
        std::uint32_t until = at + 1;
        while (until < end && scene.token(until).key != ";" && scene.token(until).key != ":" &&
               !scene.first_telling(until, until + 1, bit(Trigger::Passive)))
            ++until;
        Entities who = scene.all(s, kPartners, at, until).entities;
        take_out(who, sink.subjects_of(Predicate::Coordinates, project->entities.back()));
        take_out(who, funders(scene, s));
        // Of two projects it is not clear which is carried.
        if (scene.all(s, kProject).entities.size() > 1) continue;
        if (who.size() < (is_tying ? 2U : 1U)) continue;
        sink.add_all(who, {project->entities.back()},
                     {.predicate = Predicate::PartnerIn,
                      .sentence = s,
                      .at = at,
                      .rule = is_tying ? "tied" : "carried-by",
                      .qualifiers = details_of(scene, s)});
        return;
    }
}

/// "In the project P, A and B develop …".
void workers(const Scene& scene, std::uint32_t s, const Entities& others, FactSink& sink) {
    const auto work = scene.telling(s, bit(Trigger::Cooperate));
    if (work.empty()) return;
    const auto mentions = scene.mentions(s);
    for (const Mention& mention : mentions) {
        if (!scene.is_of(mention, kProject)) continue;
        const std::uint32_t first = scene.sentence(s).first;
        const std::uint32_t from = mention.first > first + 6 ? mention.first - 6 : first;
        const bool is_frame =
            scene.first_telling(from, mention.first, any_of({Trigger::To, Trigger::FrameOf})).has_value();
        if (!is_frame) continue;
        for (const std::uint32_t at : work) {
            // "In the project P, A works with B": the frame stands in front, before a comma.
            const bool is_frame_clause = mention.first < first + 8 && at > mention.end &&
                                         scene.segment(at) == scene.segment(mention.first) + 1;
            if (scene.segment(at) != scene.segment(mention.first) && !is_frame_clause) continue;
            const auto who = scene.subject(s, at, kPartners);
            if (!who || who->from_context || scene.segment(who->at) != scene.segment(at)) continue;
            Entities acting = who->entities;
            take_out(acting, others);
            const auto with = scene.first_telling(at, at + 4, bit(Trigger::Together));
            const bool is_with =
                with || scene.token(at + 1).key == "with" || scene.token(at + 1).key == "mit";
            std::uint32_t with_at = at;  // "arbeitet A seit 2024 mit B zusammen"
            while (!is_with && with_at < scene.sentence(s).end &&
                   scene.segment(with_at) == scene.segment(at) && scene.token(with_at).key != "mit" &&
                   scene.token(with_at).key != "with")
                ++with_at;
            const bool is_with_later =
                !is_with && with_at < scene.sentence(s).end && scene.segment(with_at) == scene.segment(at);
            if (is_with_later) {
                const auto partners = scene.nearest(s, with_at, kPartners, Side::After);
                const bool is_near = partners && partners->at - with_at <= 5;
                if (is_near)
                    acting.insert(acting.end(), partners->entities.begin(), partners->entities.end());
            }
            if (const auto others_behind =
                    is_with ? scene.nearest(s, at, kPartners, Side::After) : std::nullopt)
                acting.insert(acting.end(), others_behind->entities.begin(), others_behind->entities.end());
            take_out(acting, funders(scene, s));
            sink.add_all(acting, scene.entities(mention, kProject),
                         {.predicate = Predicate::PartnerIn,
                          .sentence = s,
                          .at = at,
                          .rule = "works-in",
                          .qualifiers = details_of(scene, s)});
            return;
        }
    }
}

void leavers(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Leave))) {
        const auto who = scene.subject(s, at, kBodies);
        if (!who || who->from_context) continue;
        std::optional<Part> what = scene.closest(s, at, kProject);
        if (!what || what->from_context) {
            const auto after = scene.nearest(s, at, kBodies | kProgramme, Side::After);
            const bool is_here = after && scene.segment(after->at) == scene.segment(at);
            if (is_here && after->at != who->at) what = after;
        }
        if (!what) continue;
        sink.add_all(who->entities, what->entities,
                     {.predicate = Predicate::Leaves,
                      .sentence = s,
                      .at = at,
                      .rule = "leaves",
                      .qualifiers = details_of(scene, s),
                      .from_context = what->from_context});
    }
}

void network_partners(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::NetworkPartner))) {
        const auto who = scene.subject(s, at, kBodies);
        const auto what = project_at(scene, s, at);
        if (!who || !what || (who->from_context && !scene.all(s, kPlace).entities.empty())) continue;
        sink.add_all(who->entities, what->entities,
                     {.predicate = Predicate::NetworkPartnerIn,
                      .sentence = s,
                      .at = at,
                      .rule = "network-partner",
                      .qualifiers = details_of(scene, s),
                      .from_context = who->from_context || what->from_context});
    }
}

}  // namespace

void add_date(std::vector<Qualifier>& out, const char* name, const model::Date& date, const DateSpan& span) {
    if (!date.known()) return;
    out.push_back({name, date.text()});
    if (!span.approximate) return;
    out.push_back({"approximate", true});
    out.push_back({"as_stated", span.as_stated});
}

std::vector<Qualifier> details_of(const Scene& scene, std::uint32_t s) {
    std::vector<Qualifier> out;
    if (!scene.phases(s).empty()) out.push_back({"phase", scene.phases(s).front().phase});
    for (const DateSpan& date : scene.dates(s)) {
        if (date.sense == DateSense::Since || date.sense == DateSense::Span || date.sense == DateSense::On)
            add_date(out, "since", date.from, date);
        if (date.sense == DateSense::Until || date.sense == DateSense::Span)
            add_date(out, "until", date.to, date);
        if (!out.empty() && out.back().name != "phase") break;
    }
    if (scene.sentence_tells(s, any_of({Trigger::New, Trigger::Join}))) out.push_back({"new", true});
    return out;
}

void read_partner_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Entities leading = coordinators(scene, s, sink);
    leavers(scene, s, sink);
    if (scene.sentence_tells(s, bit(Trigger::NetworkPartner))) {
        network_partners(scene, s, sink);
    } else {
        partners(scene, s, leading, sink);
        workers(scene, s, leading, sink);
        gathered(scene, s, sink);
        owners(scene, s, sink);
        carriers(scene, s, sink);
        read_side_facts(scene, s, sink);
    }
    read_agreement_facts(scene, s, sink);
}

}  // namespace kontor::press
