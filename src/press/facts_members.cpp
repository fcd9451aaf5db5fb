// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 6;   // between a person, a post and an organisation
constexpr std::uint32_t kPostWords = 10;  // a post in words
constexpr KindSet kJoined = kBodies | kProgramme;

std::string text_of(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    while (first < end && scene.token(first).kind == TokenKind::Mark) ++first;
    while (end > first && scene.token(end - 1).kind == TokenKind::Mark) --end;
    if (first >= end) return {};
    const std::uint32_t begin = scene.token(first).range.begin;
    return scene.findings().text.substr(begin, scene.token(end - 1).range.end - begin);
}

bool is_breaking(const Scene& scene, std::uint32_t at) {
    const Token& token = scene.token(at);
    return token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::QuoteClose ||
           (token.kind == TokenKind::Mark && (token.key == ":" || token.key == ";"));
}

/// The post without the words that lead to the organisation ("… bei der").
std::string post_between(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    while (end > first &&
           (scene.only_small_words(end - 1, end) ||
            scene.tells(end - 1, any_of({Trigger::To, Trigger::From, Trigger::By, Trigger::For}))))
        --end;
    while (first < end && scene.only_small_words(first, first + 1)) ++first;
    return text_of(scene, first, end);
}

void add_post(const Scene& scene, const Mention& person, const Mention& body, const std::string& post,
              FactSink& sink) {
    Claimed claimed{
        .predicate = Predicate::MemberOf, .sentence = person.sentence, .at = person.first, .rule = "post"};
    if (!post.empty()) claimed.qualifiers.push_back({"role", post});
    sink.add_all(scene.entities(person, kPerson), scene.entities(body, kBodies), claimed);
}

/// "Dr. A, post at B", "A (post, B)", "A (B)".
bool person_first(const Scene& scene, const Mention& person, const Mention& body, FactSink& sink) {
    const std::uint32_t gap_begin = person.end;
    const std::uint32_t gap_end = body.first;
    if (gap_begin >= gap_end || gap_end - gap_begin > kPostWords + 2) return false;
    const Token& opening = scene.token(gap_begin);
    const bool is_bracket = opening.kind == TokenKind::BracketOpen && opening.partner >= body.end - 1;
    const bool is_apposition = opening.kind == TokenKind::Mark && opening.key == ",";
    if (!is_bracket && !is_apposition) {
        // "A von der B": only small words between.
        const std::string& key = scene.token(gap_begin).key;
        const bool is_of = gap_end - gap_begin <= 3 &&
                           (scene.tells(gap_begin, any_of({Trigger::By, Trigger::From, Trigger::To})) ||
                            key == "of" || key == "de" || key == "d'");
        if (!is_of) return false;
        add_post(scene, person, body, {}, sink);
        return true;
    }
    for (std::uint32_t at = gap_begin; at < gap_end; ++at) {
        if (is_breaking(scene, at)) return false;
        if (is_apposition && at > gap_begin &&
            scene.tells(at, any_of({Trigger::Passive, Trigger::Report, Trigger::Present, Trigger::We})))
            return false;
    }
    const std::string post = post_between(scene, gap_begin + 1, gap_end);
    const Sentence& sentence = scene.sentence(person.sentence);
    const bool is_programme_line =
        scene.token(sentence.first).kind == TokenKind::Number && body.end + 2 >= sentence.end;
    if (is_apposition && post.empty() && !is_programme_line) return false;
    add_post(scene, person, body, post, sink);
    return true;
}

/// "the head of B, Dr. A", "B-Geschäftsführer A".
bool body_first(const Scene& scene, std::uint32_t s, const Mention& body, const Mention& person,
                FactSink& sink) {
    if (person.first < body.end || person.first - body.end > kNearWords) return false;
    std::uint32_t words = 0;
    for (std::uint32_t at = body.end; at < person.first; ++at) {
        if (is_breaking(scene, at) || scene.tells(at, bit(Trigger::And))) return false;
        words += scene.token(at).kind == TokenKind::Word ? 1U : 0U;
    }
    const std::uint32_t first = scene.sentence(s).first;
    if (words > 0 && words <= 3) {
        const std::string post = post_between(scene, body.end, person.first);
        if (post.empty() || scene.first_telling(body.end, person.first, bit(Trigger::Contact))) return false;
        add_post(scene, person, body, post, sink);
        return true;
    }
    // The post stands in front: "der Abteilungsleiter X der B, Dr. A".
    const bool is_apposition = person.first > body.end && scene.token(body.end).key == ",";
    if (!is_apposition || words > 0) return false;
    std::uint32_t begin = body.first;
    while (begin > first && begin + kPostWords > body.first) {
        const Token& before = scene.token(begin - 1);
        const bool goes_on =
            (before.kind == TokenKind::Word && !scene.tells(begin - 1, bit(Trigger::Report)) &&
             !scene.tells(begin - 1, bit(Trigger::Passive))) ||
            before.key == "/" || before.key == "&";
        if (!goes_on || scene.is_in_name(begin - 1)) break;
        const bool is_article = before.key == "der" || before.key == "die" || before.key == "the" ||
                                before.key == "le" || before.key == "la";
        --begin;
        if (is_article && begin + 2 < body.first) break;
    }
    const std::string post = post_between(scene, begin, body.first);
    if (post.empty()) return false;
    add_post(scene, person, body, post, sink);
    return true;
}

/// "The cluster is chaired by A", "geleitet von A", "A en est la directrice".
void led_by(const Scene& scene, std::uint32_t s, const Mention& person, FactSink& sink) {
    static const std::vector<std::string_view> kLed{"preside", "presidee", "dirige",  "dirigee",
                                                    "chaired", "headed",   "managed", "geleitet",
                                                    "gefuhrt", "led",      "animee",  "anime"};
    const std::uint32_t first = scene.sentence(s).first;
    const std::uint32_t from = person.first > first + 4 ? person.first - 4 : first;
    const bool is_of_it = person.end + 1 < scene.sentence(s).end && scene.token(person.end).key == "en" &&
                          scene.token(person.end + 1).key == "est";
    if (const auto body = is_of_it ? scene.spoken_of(s, kBodies) : std::nullopt)
        sink.add_all(scene.entities(person, kPerson), {body->entities.front()},
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = person.end,
                      .rule = "led-by",
                      .qualifiers = {},
                      .from_context = true});
    for (std::uint32_t at = from; at < person.first; ++at) {
        if (std::ranges::find(kLed, scene.token(at).key) == kLed.end()) continue;
        const auto body = scene.nearest(s, at, kBodies, Side::Before);
        const bool is_by = scene.first_telling(at, person.first, bit(Trigger::By)).has_value();
        if (!is_by || !body || scene.segment(body->at) != scene.segment(at) ||
            !scene.all(s, kProject).entities.empty())
            continue;
        sink.add_all(scene.entities(person, kPerson), {body->entities.back()},
                     {.predicate = Predicate::MemberOf, .sentence = s, .at = at, .rule = "led-by"});
    }
}

/// "A has been managing director of B since 2022", "A ist Geschäftsführerin der B".
bool post_by_verb(const Scene& scene, const Mention& person, const Mention& body, FactSink& sink) {
    static const std::vector<std::string_view> kBeing{
        "is",     "was",     "been",    "ist",       "war",      "wird",  "wurde",
        "est",    "becomes", "became",  "ubernimmt", "ubernahm", "takes", "took",
        "leitet", "heads",   "reprend", "prend",     "devient",  "sera",  "als"};
    if (body.first <= person.end + 1 || body.first - person.end > kPostWords) return false;
    std::optional<std::uint32_t> verb;
    for (std::uint32_t at = person.end; at < body.first; ++at) {
        const bool is_dated = scene.token(at).kind == TokenKind::Number;
        if ((scene.token(at).kind != TokenKind::Word && !is_dated) || scene.tells(at, bit(Trigger::And)))
            return false;
        if (std::ranges::find(kBeing, scene.token(at).key) != kBeing.end()) verb = at;
    }
    if (!verb || *verb > person.end + 1) return false;
    const std::string post = post_between(scene, *verb + 1, body.first);
    if (post.empty() || body.first - *verb < 3) return false;
    add_post(scene, person, body, post, sink);
    return true;
}

/// "…, head of A and owner of B".
void second_post(const Scene& scene, std::uint32_t s, const Mention& person, std::size_t first,
                 FactSink& sink) {
    const auto mentions = scene.mentions(s);
    if (first + 1 >= mentions.size()) return;
    const Mention& body = mentions[first];
    const Mention& next = mentions[first + 1];
    if (!scene.is_of(next, kBodies) || next.reference || next.first <= body.end + 1) return;
    if (next.first - body.end > kPostWords || !scene.tells(body.end, bit(Trigger::And))) return;
    const std::string post = post_between(scene, body.end + 1, next.first);
    if (!post.empty()) add_post(scene, person, next, post, sink);
}

/// "A, who chairs B and runs C", "A, die B leitet".
void posts_in_clauses(const Scene& scene, std::uint32_t s, const Mention& person, FactSink& sink) {
    static const std::vector<std::string_view> kHolding{"chairs",  "heads",  "runs",    "directs",
                                                        "manages", "leads",  "preside", "dirige",
                                                        "anime",   "leitet", "fuhrt",   "vorsteht"};
    const std::uint32_t clause = person.end + 1;
    if (clause >= scene.sentence(s).end || scene.token(person.end).key != ",") return;
    const std::string& key = scene.token(clause).key;
    if (key != "who" && key != "qui" && key != "der" && key != "die") return;
    for (std::uint32_t at = clause; at < scene.sentence(s).end && at < clause + 2 * kPostWords; ++at) {
        if (scene.segment(at) != scene.segment(clause)) return;
        if (std::ranges::find(kHolding, scene.token(at).key) == kHolding.end()) continue;
        const Side side = scene.findings().language == "de" ? Side::Before : Side::After;
        const auto body = scene.nearest(s, at, kBodies, side);
        const std::uint32_t gap = !body ? kPostWords : body->at > at ? body->at - at : at - body->at;
        if (gap > kNearWords || scene.segment(body->at) != scene.segment(at)) continue;
        sink.add_all(scene.entities(person, kPerson), {body->entities.front()},
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = at,
                      .rule = "post-clause",
                      .qualifiers = {{"role", scene.token(at).key}}});
    }
}

void posts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (!scene.is_of(mentions[i], kPerson) || mentions[i].reference) continue;
        bool is_done = false;
        posts_in_clauses(scene, s, mentions[i], sink);
        led_by(scene, s, mentions[i], sink);
        for (std::size_t next = i + 1; next < mentions.size() && next <= i + 3 && !is_done; ++next) {
            if (scene.is_of(mentions[next], kPerson)) break;
            const bool is_own = scene.tells(mentions[next].first, bit(Trigger::We));
            if (!scene.is_of(mentions[next], kBodies) || is_own) continue;
            is_done = person_first(scene, mentions[i], mentions[next], sink) ||
                      post_by_verb(scene, mentions[i], mentions[next], sink);
            if (is_done) second_post(scene, s, mentions[i], next, sink);
        }
        if (is_done || i == 0) continue;
        const Mention& before = mentions[i - 1];
        if (scene.is_of(before, kBodies) && !before.reference)
            body_first(scene, s, before, mentions[i], sink);
    }
}

void mutual(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    Part both = scene.all(s, kBodies);
    bool from_context = false;
    if (both.entities.size() != 2) {
        const auto near = scene.closest(s, at, kBodies);
        if (!near || near->entities.size() != 2) return;
        both = *near;
        from_context = near->from_context;
    }
    Claimed claimed{.predicate = Predicate::MemberOf,
                    .sentence = s,
                    .at = at,
                    .rule = "mutual-membership",
                    .qualifiers = details_of(scene, s),
                    .from_context = from_context};
    claimed.qualifiers.push_back({"mutual", true});
    sink.add_all(both.entities, both.entities, claimed);
}

/// "A is a member of B", "the B member A", "new members of B are A and C".
void member(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    Claimed claimed{.predicate = Predicate::MemberOf, .sentence = s, .at = at, .rule = "member-word"};
    const auto before = scene.nearest(s, at, kJoined, Side::Before);
    const auto after = scene.nearest(s, at, kJoined, Side::After);
    const auto is_here = [&](const std::optional<Part>& part) {
        return part && scene.segment(part->at) == scene.segment(at);
    };
    const std::string& word = scene.token(at).key;
    if (word.starts_with("gehor") || word.starts_with("angehor")) {
        // "A gehört B an" and "seit Mai gehört A B an".
        const Part front = scene.all(s, kBodies, scene.sentence(s).first, at);
        const Part behind = scene.all(s, kJoined, at, scene.sentence(s).end);
        if (!front.entities.empty() && !behind.entities.empty() &&
            front.entities.front() != behind.entities.front())
            sink.add_all({front.entities.front()}, {behind.entities.front()}, claimed);
        if (front.entities.empty() && behind.entities.size() >= 2)
            sink.add_all({behind.entities[0]}, {behind.entities[1]}, claimed);
        return;
    }
    // "…, and is itself a member of B".
    const bool is_membership = (word == "member" || word == "membre" || word == "mitglied") &&
                               is_here(after) && before && !is_here(before) && after->at - at <= kNearWords &&
                               scene.segment_tells(at, bit(Trigger::Passive));
    if (is_membership) {
        const Part all = scene.all(s, kBodies, scene.sentence(s).first, at);
        if (!all.entities.empty()) sink.add_all({all.entities.front()}, {after->entities.front()}, claimed);
        return;
    }
    if (!is_here(after) || !before) return;
    // Glued to the word: "go-cluster member A".
    const Mention* glued = nullptr;
    for (std::uint32_t back = at; back > scene.sentence(s).first && at - back < 3 && glued == nullptr;
         --back) {
        glued = scene.mention_at(back - 1);
        if (scene.token(back - 1).kind == TokenKind::Word) break;
    }
    const bool is_next = scene.only_small_words(at + 1, after->at);
    const bool leads_on =
        scene
            .first_telling(at + 1, after->at,
                           any_of({Trigger::By, Trigger::From, Trigger::To, Trigger::FrameOf}))
            .has_value() ||
        is_next;
    const bool is_of = at + 1 < after->at && leads_on;
    if (glued != nullptr && scene.is_of(*glued, kJoined) && at + 1 == after->at) {
        sink.add_all({after->entities.front()}, scene.entities(*glued, kJoined), claimed);
    } else if (is_of && is_here(before) &&
               scene.sentence_tells(s, any_of({Trigger::Passive, Trigger::Join}))) {
        const bool goes_on =
            at >= 2 && (scene.tells(at - 2, bit(Trigger::And)) || scene.tells(at - 1, bit(Trigger::And)));
        const Part front = scene.all(s, kBodies, scene.sentence(s).first, at);
        if (goes_on && !front.entities.empty()) {  // "A belongs to X and is a member of B"
            sink.add_all({front.entities.front()}, {after->entities.front()}, claimed);
            return;
        }
        sink.add_all(before->entities, {after->entities.front()}, claimed);
    }
}

/// "The cluster welcomes two new members: A and B", "Neue Mitglieder sind A und B".
void new_members(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    if (!scene.sentence_tells(s, bit(Trigger::New)) ||
        !scene.token(at).key.ends_with(scene.findings().language == "de" ? "r" : "s"))
        return;
    std::uint32_t colon = at + 1;
    while (colon < scene.sentence(s).end && colon < at + 4 && scene.token(colon).key != ":") ++colon;
    const bool is_list =
        colon < scene.sentence(s).end &&
        (scene.token(colon).key == ":" || scene.first_telling(at + 1, at + 3, bit(Trigger::Passive)));
    if (!is_list) return;
    Part who = scene.all(s, kBodies, at, scene.sentence(s).end);
    auto whole = scene.nearest(s, at, kBodies, Side::Before);
    if (!whole) whole = scene.context(s, kBodies & ~kinds({EntityKind::PublicBody}));
    if (!whole || who.entities.empty()) return;
    sink.add_all(who.entities, {whole->entities.front()},
                 {.predicate = Predicate::MemberOf,
                  .sentence = s,
                  .at = at,
                  .rule = "new-members",
                  .qualifiers = {{"new", true}},
                  .from_context = whole->from_context});
}

/// "A joins B".
void joining(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    if (!scene.all(s, kProject).entities.empty()) return;
    auto who = scene.nearest(s, at, kBodies, Side::Before);
    const auto what = scene.nearest(s, at, kJoined, Side::After);
    // "A is funded by B and joins C": A joins.
    for (int step = 0; who && step < 2; ++step) {
        const std::uint32_t from =
            who->at > scene.sentence(s).first + 2 ? who->at - 2 : scene.sentence(s).first;
        if (!scene.first_telling(from, who->at, bit(Trigger::By))) break;
        const auto earlier = scene.nearest(s, from, kBodies, Side::Before);
        if (!earlier) break;
        who = earlier;
    }
    if (who && scene.segment(who->at) != scene.segment(at)) who = scene.subject(s, at, kBodies);
    const bool is_relative = who && !who->from_context && who->at < at && at - who->at < 8;
    if (!who || !what || (scene.segment(who->at) != scene.segment(at) && !is_relative) ||
        scene.segment(what->at) != scene.segment(at))
        return;
    sink.add_all(who->entities, {what->entities.front()},
                 {.predicate = Predicate::MemberOf,
                  .sentence = s,
                  .at = at,
                  .rule = "joins",
                  .qualifiers = details_of(scene, s)});
}

void parts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::ConsistOf))) {
        const KindSet wholes = kProject | kBodies;
        const auto whole = scene.nearest(s, at, wholes, Side::Before);
        auto found = whole ? whole : scene.context(s, wholes);
        const Part listed = scene.all(s, kProject, at, scene.sentence(s).end);
        const bool is_list = listed.entities.size() > 1 &&
                             scene.findings().entities[listed.entities.front()].rule == "listed-part";
        const std::string& part_word = scene.token(at).key;
        const bool is_of_work = part_word.find("teilprojekt") != std::string::npos ||
                                part_word.starts_with("sub") || part_word.starts_with("sous-projet") ||
                                part_word.find("arbeitspaket") != std::string::npos;
        const auto main = scene.main(kProject);
        if (is_of_work && listed.entities.size() > 1 && main &&
            std::ranges::find(listed.entities, *main) == listed.entities.end())
            found = Part{.entities = {*main}, .at = at, .from_context = true};
        if (is_list && (!found || scene.kind(found->entities.front()) != EntityKind::Project))
            found = scene.context(s, kProject);
        if (!found || found->entities.size() != 1) continue;
        // "The mission brings together A and B": they are no part of each other.
        const auto event = scene.nearest(s, at, kEvent, Side::Before);
        const bool is_beside =
            event && (scene.segment(event->at) == scene.segment(at) || at - event->at <= 4);
        if (is_beside && (!whole || whole->at < event->at)) continue;
        const bool is_project = scene.kind(found->entities.front()) == EntityKind::Project;
        const Part inside = scene.all(s, is_project ? kProject : kBodies, at, scene.sentence(s).end);
        if (inside.entities.size() < 2) continue;
        sink.add_all(inside.entities, found->entities,
                     {.predicate = Predicate::PartOf,
                      .sentence = s,
                      .at = at,
                      .rule = "consists-of",
                      .qualifiers = {{"role", is_project ? "sub-project" : "pillar"}},
                      .from_context = found->from_context});
        return;
    }
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::PartOf))) {
        const KindSet set = kProject | kBodies | kProgramme;
        const auto part = scene.nearest(s, at, set, Side::Before);
        const auto whole = scene.nearest(s, at, set, Side::After);
        const bool is_of_project = whole && scene.kind(whole->entities.front()) == EntityKind::Project;
        if (is_of_project && part && has_kind(kBodies, scene.kind(part->entities.front()))) continue;
        if (!part || !whole || scene.segment(part->at) != scene.segment(at) ||
            scene.segment(whole->at) != scene.segment(at))
            continue;
        const std::string& word = scene.token(at).key;
        const bool is_membership = (word.starts_with("belong") || word.starts_with("appartien")) &&
                                   has_kind(kBodies, scene.kind(whole->entities.front())) &&
                                   has_kind(kBodies, scene.kind(part->entities.front()));
        sink.add_all(part->entities, {whole->entities.front()},
                     {.predicate = is_membership ? Predicate::MemberOf : Predicate::PartOf,
                      .sentence = s,
                      .at = at,
                      .rule = is_membership ? "belongs-to" : "part-word"});
    }
}

}  // namespace

/// "the sub-project X": a part of what the item is about.
void sub_projects(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static const std::vector<std::string_view> kNouns{"teilprojekt", "sub-project",  "subproject",
                                                      "sous-projet", "teilvorhaben", "arbeitspaket"};
    const auto whole = scene.main(kProject);
    for (const Mention& mention : scene.mentions(s)) {
        if (!whole || !scene.is_of(mention, kProject) || mention.reference || mention.first == 0) continue;
        std::uint32_t noun = mention.first - 1;
        if (scene.token(noun).kind == TokenKind::QuoteOpen && noun > 0) --noun;
        const bool is_part = std::ranges::any_of(
            kNouns, [&](std::string_view word) { return scene.token(noun).key.starts_with(word); });
        if (!is_part || scene.token(noun).key.ends_with('s')) continue;
        sink.add_all(scene.entities(mention, kProject), {*whole},
                     {.predicate = Predicate::PartOf,
                      .sentence = s,
                      .at = noun,
                      .rule = "sub-project",
                      .qualifiers = {{"role", "sub-project"}},
                      .from_context = true});
    }
}

void read_member_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    posts(scene, s, sink);
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Member))) {
        if (scene.sentence_tells(s, bit(Trigger::Mutual))) {
            mutual(scene, s, at, sink);
            break;
        }
        member(scene, s, at, sink);
        new_members(scene, s, at, sink);
    }
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Join))) joining(scene, s, at, sink);
    parts(scene, s, sink);
    sub_projects(scene, s, sink);
}

}  // namespace kontor::press
