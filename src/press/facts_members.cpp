// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <map>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "press/topic_subjects.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 6;  // between a word of membership and an organisation
constexpr KindSet kJoined = kBodies | kProgramme;

/// Where the segment of a token begins and ends.
std::pair<std::uint32_t, std::uint32_t> clause_of(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    std::uint32_t first = at;
    std::uint32_t end = at + 1;
    while (first > scene.sentence(s).first && scene.segment(first - 1) == scene.segment(at)) --first;
    while (end < scene.sentence(s).end && scene.segment(end) == scene.segment(at)) ++end;
    while (first < at && scene.token(first).kind == TokenKind::Mark) ++first;
    return {first, end};
}

/// "B, to which A belongs", "B, dem A angehört", "B, dont A est membre", "the region B, zu der A und C
/// gehören": the head of the clause is the whole.
bool member_clause(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    const auto [first, end] = clause_of(scene, s, at);
    if (first < scene.sentence(s).first + 2) return false;
    const Key& word = scene.token(first).key;
    const Key& next = scene.token(first + 1).key;
    const bool is_to_it = (word == "zu" && (next == "der" || next == "dem" || next == "denen")) ||
                          ((word == "to" || word == "of") && next == "which") ||
                          (word == "a" && (next == "laquelle" || next == "lequel")) || word == "auquel" ||
                          word == "dont" || word == "deren" || word == "dessen" || word == "whose";
    const bool is_dative =
        (word == "dem" || word == "der" || word == "denen") && scene.token(at).key.starts_with("angehor");
    // "…, which dates back to 2012 and to which A belongs": a second clause about the same.
    const auto second = at >= 5 ? scene.first_telling(at - 5, at, bit(Trigger::And)) : std::nullopt;
    if (!is_to_it && second && scene.token(*second + 1).key == "to" &&
        scene.token(*second + 2).key == "which") {
        const auto head = scene.nearest(s, *second, kJoined, Side::Before);
        const auto member = scene.nearest(s, at, kBodies, Side::Before);
        if (!head || !member || member->at < *second) return false;
        sink.add_all(member->entities, {head->entities.back()},
                     {.predicate = Predicate::MemberOf, .sentence = s, .at = at, .rule = "member-clause"});
        return true;
    }
    if (!is_to_it && !is_dative) return false;
    const Mention* head = nullptr;
    for (std::uint32_t back = first;
         back-- > scene.sentence(s).first && first - back <= 4 && head == nullptr;)
        head = scene.mention_at(back);
    if (head == nullptr || !scene.is_of(*head, kJoined | kPlace)) return false;
    Part members = scene.all(s, kBodies, first, end);
    const bool is_area = members.entities.empty();
    if (is_area) members = scene.all(s, kPlace, first, end);
    if (!is_area && scene.is_of(*head, kPlace)) return false;
    sink.add_all(members.entities, scene.entities(*head, kJoined | kPlace),
                 {.predicate = is_area ? Predicate::PartOf : Predicate::MemberOf,
                  .sentence = s,
                  .at = at,
                  .rule = "member-clause"});
    return true;
}

/// Where the list of members begins that a word in the plural leads to, and ends; nothing when none does.
std::optional<std::pair<std::uint32_t, std::uint32_t>> member_list(const Scene& scene, std::uint32_t s,
                                                                   std::uint32_t at) {
    static constexpr auto kLeading = std::to_array<std::string_view>(
        {"include",  "including", "includes",   "are",    "sind",     "waren",     "zahlen",
         "zahlt",    "gehoren",   "gehort",     "sont",   "darunter", "among",     "notamment",
         "comptent", "lesquels",  "lesquelles", "namely", "namlich",  "namentlich"});
    const std::uint32_t last = scene.sentence(s).end;
    for (std::uint32_t i = at + 1; i < last && i <= at + 14; ++i) {
        const Token& token = scene.token(i);
        if (token.kind == TokenKind::BracketOpen && i <= at + 2 && token.partner > i &&
            token.partner != kNoToken)
            return std::pair{i + 1, token.partner};
        if (token.key == ":" && i <= at + 3) return std::pair{i + 1, last};
        if (scene.is_in_name(i)) continue;
        const bool is_such = token.key == "as" && scene.token(i - 1).key == "such";
        const bool is_led = is_such || is_one_of<kLeading>(token.key);
        if (is_led) return std::pair{i + 1, clause_of(scene, s, i).second};
        if (token.kind == TokenKind::Mark && token.key != "," && token.key != "’") break;
    }
    const bool is_among =
        at >= 2 && (scene.token(at - 2).key == "parmi" || scene.token(at - 2).key == "among");
    if (is_among) return std::pair{at + 1, clause_of(scene, s, at).second};
    return std::nullopt;
}

/// "6 founding members (A, B and C)", "zu den Mitgliedern von B zählen A und C", "parmi ses membres A et C".
void listed_members(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    const Key& word = scene.token(at).key;
    const bool is_plural = word.ends_with("members") || word.ends_with("mitglieder") ||
                           word.ends_with("mitgliedern") || word == "membres" ||
                           word.starts_with("adherents") || word.starts_with("mitgliedsunternehmen") ||
                           (word == "gehoren" && scene.token(scene.sentence(s).first).key == "dem") ||
                           (word == "gehoren" && scene.token(scene.sentence(s).first).key == "der");
    const auto list = is_plural ? member_list(scene, s, at) : std::nullopt;
    if (!list) return;
    Part whole = scene.all(s, kBodies, at + 1, list->first);
    if (whole.entities.empty()) {
        const auto before = scene.nearest(s, at, kBodies, Side::Before);
        const auto spoken = before ? before : scene.spoken_of(s, kBodies & ~kinds({EntityKind::PublicBody}));
        // "Dem Verein gehören … an": the whole is named; "two further members" are of what is not.
        const std::string& front = scene.token(at - (at > 0 ? 1 : 0)).key;
        const bool is_further = front.starts_with("weiter") || front == "further" || front == "other";
        if (!before && (word == "gehoren" || is_further)) return;
        if (!spoken || spoken->entities.size() != 1) return;
        whole = *spoken;
    }
    Entities members = scene.all(s, kBodies, list->first, list->second).entities;
    std::erase(members, whole.entities.front());
    Claimed claimed{.predicate = Predicate::MemberOf,
                    .sentence = s,
                    .at = at,
                    .rule = "listed-members",
                    .qualifiers = {},
                    .from_context = whole.from_context};
    if (scene.token(at - (at > 0 ? 1 : 0)).key == "founding" || word.starts_with("grundungsmit") ||
        scene.token(at + 1).key == "fondateurs")
        claimed.qualifiers.push_back({"role", "founding member"});
    sink.add_all(members, {whole.entities.front()}, claimed);
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

/// "member of the network B", "Mitglied im europäischen Verbund B": words alone between, led by "of".
bool is_led_on(const Scene& scene, std::uint32_t at, std::uint32_t body) {
    static constexpr auto kOf = std::to_array<std::string_view>(
        {"of", "in", "im", "der", "des", "von", "vom", "beim", "bei", "du", "de", "d'", "au", "within"});
    if (body - at > kNearWords) return false;
    bool is_led = false;
    for (std::uint32_t i = at + 1; i < body; ++i) {
        if (scene.token(i).kind != TokenKind::Word ||
            scene.tells(i, any_of({Trigger::Passive, Trigger::And})))
            return false;
        is_led = is_led || (i <= at + 2 && is_one_of<kOf>(scene.token(i).key));
    }
    return is_led;
}

/// German says of what is, not of what becomes: "ist Mitglied".
bool is_being(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kBeing =
        std::to_array<std::string_view>({"ist", "sind", "war", "waren", "bleibt", "bleiben", "seit"});
    const bool is_one = scene.token(at).key.find("mitglieder") == std::string::npos;
    if (scene.findings().language != "de" || !is_one) return false;
    const auto [first, end] = clause_of(scene, s, at);
    for (std::uint32_t i = first; i < end; ++i) {
        if (is_one_of<kBeing>(scene.token(i).key)) return true;
    }
    return false;
}

/// "A is a member of B", "the B member A", "new members of B are A and C".
void member(const Scene& scene, std::uint32_t s, std::uint32_t at, FactSink& sink) {
    Claimed claimed{.predicate = Predicate::MemberOf, .sentence = s, .at = at, .rule = "member-word"};
    const auto before = scene.nearest(s, at, kJoined, Side::Before);
    const auto after = scene.nearest(s, at, kJoined, Side::After);
    const auto is_here = [&](const std::optional<Part>& part) {
        return part && scene.segment(part->at) == scene.segment(at);
    };
    const Key& word = scene.token(at).key;
    if (word.starts_with("gehor") || word.starts_with("angehor")) {
        // "A gehört B an" and "seit Mai gehört A B an".
        const Part front = scene.all(s, kBodies, scene.sentence(s).first, at);
        std::uint32_t clause_end = at;  // what stands behind a colon is another matter
        while (clause_end < scene.sentence(s).end && scene.segment(clause_end) == scene.segment(at))
            ++clause_end;
        const Part behind = scene.all(s, kJoined, at, clause_end);
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
                               (scene.segment_tells(at, bit(Trigger::Passive)) || is_being(scene, s, at));
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
    const bool is_of = at + 1 < after->at && (leads_on || is_led_on(scene, at, after->at));
    if (glued != nullptr && scene.is_of(*glued, kJoined) && at + 1 == after->at) {
        sink.add_all({after->entities.front()}, scene.entities(*glued, kJoined), claimed);
    } else if (is_of && is_here(before) &&
               (scene.sentence_tells(s, any_of({Trigger::Passive, Trigger::Join})) ||
                is_being(scene, s, at))) {
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
    // "enters into an agreement with C" joins nothing.
    const bool is_agreed = what && !scene.all(s, kAgreement, at, what->at).entities.empty();
    if (scene.token(at).key.starts_with("welcom") || scene.token(at).key.starts_with("accueill")) return;
    if (is_agreed || (scene.token(at).key.starts_with("enter") && scene.token(at + 1).key == "into")) return;
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

/// "A is part of B", "A gehört zu B".
void told_parts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::PartOf))) {
        if (member_clause(scene, s, at, sink)) continue;
        const KindSet set = kProject | kBodies | kProgramme;
        const auto whole = scene.nearest(s, at, set | kEvent, Side::After);
        const auto part = scene.nearest(s, at, set | kEvent, Side::Before);
        const bool is_of_project = whole && scene.kind(whole->entities.front()) == EntityKind::Project;
        if (is_of_project && part && has_kind(kBodies, scene.kind(part->entities.front()))) continue;
        // Events are parts of projects and of events, nothing else is part of an event.
        const bool is_event = part && scene.kind(part->entities.front()) == EntityKind::Event;
        const bool is_of_event = whole && scene.kind(whole->entities.front()) == EntityKind::Event;
        if ((is_of_event && !is_event) || (is_event && !is_of_project && !is_of_event)) continue;
        if (!part || !whole || scene.segment(part->at) != scene.segment(at) ||
            scene.segment(whole->at) != scene.segment(at))
            continue;
        // "A, B and C (part of D)": the bracket tells of the last alone.
        Entities parts = part->entities;
        for (std::uint32_t back = at; back > part->at && parts.size() > 1; --back) {
            if (scene.token(back).kind == TokenKind::BracketOpen && scene.token(back).partner > at)
                parts = {parts.back()};
        }
        const std::string& word = scene.token(at).key;
        const bool is_membership =
            (word.starts_with("belong") || word.starts_with("appartien") || word.starts_with("gehor")) &&
            has_kind(kBodies, scene.kind(whole->entities.front())) &&
            has_kind(kBodies, scene.kind(part->entities.front()));
        sink.add_all(parts, {whole->entities.front()},
                     {.predicate = is_membership ? Predicate::MemberOf : Predicate::PartOf,
                      .sentence = s,
                      .at = at,
                      .rule = is_membership ? "belongs-to" : "part-word"});
    }
}

void parts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::ConsistOf))) {
        const KindSet wholes = kProject | kBodies;
        const auto whole = scene.nearest(s, at, wholes, Side::Before);
        auto found = whole ? whole : scene.context(s, wholes);
        const Part listed = scene.all(s, kProject, at, scene.sentence(s).end);
        const bool is_list = listed.entities.size() > 1 &&
                             scene.findings().entities[listed.entities.front()].rule == "listed-part";
        const Key& part_word = scene.token(at).key;
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
        // What bodies consist of is told beside their name.
        if (found->from_context && !is_list && !is_of_work &&
            has_kind(kBodies, scene.kind(found->entities.front())))
            continue;
        const bool is_project = scene.kind(found->entities.front()) == EntityKind::Project;
        // "Besides A the partnership unites B and C": A is no whole.
        if (!is_project &&
            (scene.segment(found->at) != scene.segment(at) || is_governed(scene, s, found->at)))
            continue;
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
}

}  // namespace

/// "the sub-project X": a part of what the item is about.
void sub_projects(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"teilprojekt", "sub-project", "subproject", "sous-projet", "teilvorhaben", "arbeitspaket"});
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

/// "X Management GmbH", "X e.V.", "X Town": what a longer name adds where it is a part of the shorter one's.
bool is_part_ending(const Scene& scene, const std::string& rest) {
    static constexpr auto kEndings =
        std::to_array<std::string_view>({"ag", "e.v", "e.v.", "ev", "gmbh", "ltd", "management", "sarl",
                                         "sas", "services", "clustermanagement"});
    const std::string_view ending = std::string_view(rest).substr(rest.find_last_of(' ') + 1);
    if (is_one_of<kEndings>(ending) || rest.ends_with(" e. v.") || rest.ends_with(" e v")) return true;
    return std::ranges::any_of(scene.findings().entities, [&](const Entity& one) {
        return one.kind == EntityKind::Place && ' ' + text::folded(one.name) == rest;
    });
}

void conclude_parts(const Scene& scene, FactSink& sink) {
    const auto& entities = scene.findings().entities;
    std::map<std::string, std::uint32_t> bodies;  // by folded name
    std::vector<std::string> names(entities.size());
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        if (!has_kind(kBodies, entities[i].kind)) continue;
        names[i] = text::folded(entities[i].name);
        // Of one word alone it may be half of a name.
        if (names[i].find(' ') != std::string::npos) bodies.emplace(names[i], i);
    }
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const bool is_told = !names[i].empty() && !entities[i].mentions.empty();
        for (std::size_t cut = names[i].rfind(' '); is_told && cut != std::string::npos && cut > 0;
             cut = names[i].rfind(' ', cut - 1)) {
            const auto whole = bodies.find(names[i].substr(0, cut));
            if (whole == bodies.end()) continue;
            const std::string rest = names[i].substr(cut);
            if (!is_part_ending(scene, rest)) break;
            const std::uint32_t begin = entities[i].mentions.front().begin;
            const auto& sentences = scene.findings().sentences;
            const auto behind = std::ranges::upper_bound(
                sentences, begin, {}, [](const Sentence& sentence) { return sentence.range.begin; });
            if (behind == sentences.begin()) break;
            const auto s = static_cast<std::uint32_t>(behind - sentences.begin() - 1);
            sink.add({.subject = i,
                      .predicate = Predicate::PartOf,
                      .object = whole->second,
                      .sentence = s,
                      .at = scene.sentence(s).first,
                      .rule = "longer-name",
                      .certainty = Certainty::Implied});
            break;
        }
    }
}

void read_member_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    read_post_facts(scene, s, sink);
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Member))) {
        if (scene.sentence_tells(s, bit(Trigger::Mutual))) {
            mutual(scene, s, at, sink);
            break;
        }
        if (member_clause(scene, s, at, sink)) continue;
        member(scene, s, at, sink);
        listed_members(scene, s, at, sink);
        new_members(scene, s, at, sink);
    }
    for (const std::uint32_t at : scene.telling(s, bit(Trigger::Join))) joining(scene, s, at, sink);
    parts(scene, s, sink);
    told_parts(scene, s, sink);
    sub_projects(scene, s, sink);
}

}  // namespace kontor::press
