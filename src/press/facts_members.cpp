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
        const bool is_of = gap_end - gap_begin <= 3 &&
                           scene.tells(gap_begin, any_of({Trigger::By, Trigger::From, Trigger::To}));
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
    if (is_apposition && post.empty()) return false;
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

void posts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (!scene.is_of(mentions[i], kPerson) || mentions[i].reference) continue;
        bool is_done = false;
        for (std::size_t next = i + 1; next < mentions.size() && next <= i + 3 && !is_done; ++next) {
            if (scene.is_of(mentions[next], kPerson)) break;
            if (scene.is_of(mentions[next], kBodies) && !mentions[next].reference)
                is_done = person_first(scene, mentions[i], mentions[next], sink);
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
        sink.add_all(before->entities, {after->entities.front()}, claimed);
    }
}

/// "A joins B".
void joining(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    if (!scene.all(s, kProject).entities.empty()) return;
    const auto who = scene.nearest(s, at, kBodies, Side::Before);
    const auto what = scene.nearest(s, at, kJoined, Side::After);
    if (!who || !what || scene.segment(who->at) != scene.segment(at) ||
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
        const auto found = whole ? whole : scene.context(s, wholes);
        if (!found || found->entities.size() != 1) continue;
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
        if (!part || !whole || scene.segment(part->at) != scene.segment(at) ||
            scene.segment(whole->at) != scene.segment(at))
            continue;
        sink.add_all(part->entities, {whole->entities.front()},
                     {.predicate = Predicate::PartOf, .sentence = s, .at = at, .rule = "part-word"});
    }
}

}  // namespace

void read_member_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    posts(scene, s, sink);
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Member))) {
        if (scene.sentence_tells(s, bit(Trigger::Mutual))) {
            mutual(scene, s, at, sink);
            break;
        }
        member(scene, s, at, sink);
    }
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Join))) joining(scene, s, at, sink);
    parts(scene, s, sink);
}

}  // namespace kontor::press
