// SPDX-License-Identifier: EUPL-1.2
// Posts that people hold at bodies: beside the name, in a clause of its own, told by a verb.
#include <algorithm>
#include <array>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 6;   // between a person, a post and an organisation
constexpr std::uint32_t kPostWords = 10;  // a post in words

std::string text_of(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    while (first < end && scene.token(first).kind == TokenKind::Mark) ++first;
    while (end > first && scene.token(end - 1).kind == TokenKind::Mark) --end;
    if (first >= end) return {};
    const std::uint32_t begin = scene.token(first).range.begin;
    return scene.findings().text.substr(begin, scene.token(end - 1).range.end - begin);
}

// Parts of words for posts, and of those that are held at a country, region or town.
constexpr auto kPosts = std::to_array<std::string_view>(
    {"geschaftsfuhr", "leiter",    "prasident",  "vorsitz",       "vorstand", "sprecher",
     "direktor",      "director",  "manager",    "chair",         "presiden", "ceo",
     "mayor",         "directeur", "directrice", "responsable",   "delegue",  "koordinator",
     "coordinat",     "minister",  "ministre",   "burgermeister", "founder",  "grunder",
     "fondat",        "secretar",  "sekretar",   "rektor",        "rector",   "recteur"});
constexpr auto kOffices = std::to_array<std::string_view>(
    {"mayor",          "burgermeister", "landeshauptm", "landeshauptf", "landesrat", "landrat",
     "minister",       "ministre",      "consul",       "konsul",       "ambassad",  "botschafter",
     "governor",       "gouverneur",    "maire",        "bourgmestre",  "senator",   "secretary",
     "staatssekretar", "commissioner",  "conseiller"});
// What somebody becomes or is by.
constexpr auto kIsSomebody =
    std::to_array<std::string_view>({"is", "was", "became", "becomes", "remains", "ist", "war", "wurde",
                                     "wird", "bleibt", "heisst", "est", "etait", "sera", "devient", "reste"});
// A clause about what somebody says or does is no post.
constexpr auto kClauses = std::to_array<std::string_view>(
    {"that",      "dass",     "que",      "qu'",     "had",      "has",     "have",           "hat",
     "hatte",     "haben",    "ont",      "avait",   "will",     "would",   "said",           "told",
     "explained", "recalled", "stressed", "visited", "attended", "signed",  "unterzeichnete", "besuchte",
     "erklarte",  "betonte",  "sagte",    "signe",   "explique", "thanked", "welcomed",       "begrusste"});

bool has_part(const Key& key, const auto& parts) {
    return std::ranges::any_of(parts,
                               [&](std::string_view part) { return key.find(part) != std::string::npos; });
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

/// "Recycling – Dr. A, B": a programme's line. A line of contact tells whom to ask, not a post.
bool is_line_of_person(const Scene& scene, const Mention& person, const Mention& body) {
    const Sentence& sentence = scene.sentence(person.sentence);
    if (body.end + 1 < sentence.end || body.first > person.end + 2) return false;
    if (person.first == sentence.first || scene.sentence_tells(person.sentence, bit(Trigger::Contact)))
        return false;
    const Token& before = scene.token(person.first - 1);
    return before.kind == TokenKind::Mark && (before.key == "–" || before.key == "—");
}

/// "said A, B's head of …".
bool is_owner_of_post(const Scene& scene, const Mention& body) {
    if (body.end + 1 >= scene.sentence(body.sentence).end) return false;
    const std::uint32_t next =
        body.end + (scene.token(body.end).key == "s" || scene.token(body.end).key == "'s" ? 1 : 0);
    const std::string_view between =
        std::string_view(scene.findings().text)
            .substr(body.range.begin, scene.token(next).range.begin - body.range.begin);
    const bool is_genitive =
        between.find("'s ") != std::string_view::npos || between.find("’s ") != std::string_view::npos;
    for (std::uint32_t at = next; is_genitive && at < next + 3; ++at) {
        const Key& key = scene.token(at).key;
        if (key == "head" || key == "chief" || has_part(key, kPosts)) return true;
    }
    return false;
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
        const Key& key = scene.token(gap_begin).key;
        const bool is_of = gap_end - gap_begin <= 3 &&
                           (scene.tells(gap_begin, any_of({Trigger::By, Trigger::From, Trigger::To})) ||
                            key == "of" || key == "de" || key == "d'");
        if (!is_of) return false;
        add_post(scene, person, body, {}, sink);
        return true;
    }
    for (std::uint32_t at = gap_begin; at < gap_end; ++at) {
        if (is_breaking(scene, at)) return false;
        if (is_apposition && is_one_of<kClauses>(scene.token(at).key)) return false;
        if (is_apposition && at > gap_begin &&
            scene.tells(at, any_of({Trigger::Passive, Trigger::Report, Trigger::Present, Trigger::We})))
            return false;
    }
    const std::string post = post_between(scene, gap_begin + 1, gap_end);
    const Sentence& sentence = scene.sentence(person.sentence);
    const bool is_programme_line =
        scene.token(sentence.first).kind == TokenKind::Number && body.end + 2 >= sentence.end;
    // "A, bei der B Landeskoordinator für C": both.
    const Key& led = scene.token(gap_begin + 1).key;
    if (is_apposition && post.empty() && (led == "bei" || led == "beim" || led == "at" || led == "chez") &&
        body.end < sentence.end && scene.token(body.end).kind == TokenKind::Word) {
        add_post(scene, person, body, {}, sink);
        return false;
    }
    const bool is_owned = is_apposition && post.empty() && is_owner_of_post(scene, body);
    if (is_apposition && post.empty() && !is_programme_line && !is_owned &&
        !is_line_of_person(scene, person, body))
        return false;
    add_post(scene, person, body, post, sink);
    return true;
}

/// "the head of B, Dr. A", "B-Geschäftsführer A".
bool body_first(const Scene& scene, std::uint32_t s, const Mention& body, const Mention& person,
                FactSink& sink) {
    if (person.first < body.end || person.first - body.end > kNearWords) return false;
    std::uint32_t words = 0;
    for (std::uint32_t at = body.end; at < person.first; ++at) {
        if (is_breaking(scene, at) || scene.tells(at, any_of({Trigger::And, Trigger::Report})) ||
            is_one_of<kClauses>(scene.token(at).key))
            return false;
        words += scene.token(at).kind == TokenKind::Word ? 1U : 0U;
    }
    const std::uint32_t first = scene.sentence(s).first;
    const bool is_in_place = scene.all_of_kind(body.end, person.first, kPlace);
    if (words > 0 && words <= 3 && !is_in_place) {
        const std::string post = post_between(scene, body.end, person.first);
        if (post.empty() || scene.first_telling(body.end, person.first, bit(Trigger::Contact))) return false;
        add_post(scene, person, body, post, sink);
        return true;
    }
    // The post stands in front: "der Abteilungsleiter X der B, Dr. A".
    const bool is_apposition = person.first > body.end && scene.token(person.first - 1).key == ",";
    if (!is_apposition || (words > 0 && !is_in_place)) return false;
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
    static constexpr auto kLed = std::to_array<std::string_view>(
        {"preside", "presidee", "dirige", "dirigee", "chaired", "headed", "managed", "geleitet", "gefuhrt",
         "led", "animee", "anime", "copreside", "copresidee", "co-preside"});
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
        if (!is_one_of<kLed>(scene.token(at).key)) continue;
        const auto body = scene.nearest(s, at, kBodies, Side::Before);
        const bool is_by = scene.first_telling(at, person.first, bit(Trigger::By)).has_value();
        if (!is_by || !body || scene.segment(body->at) != scene.segment(at) ||
            !scene.all(s, kProject).entities.empty())
            continue;
        sink.add_all(scene.entities(person, kPerson), {body->entities.back()},
                     {.predicate = Predicate::MemberOf, .sentence = s, .at = at, .rule = "led-by"});
    }
}

/// The body or project that the text calls so.
std::optional<std::uint32_t> called(const Scene& scene, std::string_view folded_name) {
    const auto& entities = scene.findings().entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        if (!has_kind(kBodies | kProject, entities[i].kind)) continue;
        if (text::folded(entities[i].name) == folded_name) return i;
        for (const std::string& alias : entities[i].aliases) {
            if (text::folded(alias) == folded_name) return i;
        }
    }
    return std::nullopt;
}

/// "ABC-Geschäftsführer A": German joins the short name of the body to the post.
bool post_in_compound(const Scene& scene, std::uint32_t s, const Mention& person, FactSink& sink) {
    if (person.first == scene.sentence(s).first || scene.is_in_name(person.first - 1)) return false;
    const std::uint32_t at = person.first - 1;
    const std::string& word = scene.token(at).key;
    const std::size_t hyphen = word.rfind('-');
    if (hyphen == std::string::npos || hyphen == 0 || !has_part(word.substr(hyphen + 1), kPosts))
        return false;
    const auto whole = called(scene, std::string_view(word).substr(0, hyphen));
    if (!whole) return false;
    const std::string post = text_of(scene, at, at + 1);
    sink.add_all(scene.entities(person, kPerson), {*whole},
                 {.predicate = Predicate::MemberOf,
                  .sentence = s,
                  .at = at,
                  .rule = "post-in-compound",
                  .qualifiers = {{"role", post.substr(post.rfind('-') + 1)}}});
    return true;
}

/// Where the post begins that stands right before the person without a body; none: the person itself.
std::uint32_t lone_post(const Scene& scene, std::uint32_t first, const Mention& person) {
    static constexpr auto kOfABody = std::to_array<std::string_view>(
        {"clustermanager",   "clusterleiter",   "clustersprecher", "vereinsvorsitz",   "verbandsvorsitz",
         "verbandsprasid",   "netzwerkmanager", "netzwerkleiter",  "vorstandsvorsitz", "vorstandssprecher",
         "geschaftsfuhr",    "clusterchef",     "vereinsprasid",   "hauptgeschaftsf",  "cluster-manager",
         "netzwerk-manager", "chairman",        "chairwoman",      "clusterkoordinat", "netzwerkkoordinat"});
    const std::uint32_t at = person.first - 1;
    const std::string& word = scene.token(at).key;
    if (begins_with_one_of<kOfABody>(word)) return at;
    if (at == first) return person.first;
    const std::string& front = scene.token(at - 1).key;
    const bool is_pair =
        (word == "director" && (front == "managing" || front == "executive")) ||
        (word == "manager" && (front == "cluster" || front == "network" || front == "general"));
    return is_pair ? at - 1 : person.first;
}

/// "so Clustermanagerin A", "said managing director A": of the body that the text speaks of, when no other
/// stands beside.
void post_alone(const Scene& scene, std::uint32_t s, const Mention& person, FactSink& sink) {
    const std::uint32_t first = scene.sentence(s).first;
    if (person.first < first + 1) return;
    for (const Mention& other : scene.mentions(s)) {
        if (scene.is_of(other, kBodies | kPlace) && scene.segment(other.first) == scene.segment(person.first))
            return;
    }
    const std::uint32_t at = lone_post(scene, first, person);
    if (at == person.first) return;
    // "the ABC chairman": of one that is named, if only by its short name.
    const bool is_of_other = at > first && scene.token(at - 1).kind == TokenKind::Word &&
                             scene.token(at - 1).writing != Writing::Lower && at - 1 > first;
    if (is_of_other) return;
    const auto body = scene.context(s, kBodies & ~kinds({EntityKind::PublicBody}));
    if (!body || body->entities.size() != 1) return;
    sink.add_all(scene.entities(person, kPerson), body->entities,
                 {.predicate = Predicate::MemberOf,
                  .sentence = s,
                  .at = at,
                  .rule = "post-alone",
                  .certainty = Certainty::Implied,
                  .qualifiers = {{"role", text_of(scene, at, person.first)}},
                  .from_context = true});
}

/// "its chairman, A", "son président A", "dessen Geschäftsführerin A": of the body named before.
bool post_of_its(const Scene& scene, std::uint32_t s, const Mention& person, FactSink& sink) {
    static constexpr auto kIts =
        std::to_array<std::string_view>({"its", "son", "sa", "ihr", "ihre", "ihrem", "ihren", "ihrer", "sein",
                                         "seine", "seinem", "dessen", "deren"});
    constexpr std::uint32_t kPhrase = 5;
    const std::uint32_t first = scene.sentence(s).first;
    bool is_post = false;
    std::uint32_t at = person.first;
    while (at > first && person.first - at < kPhrase) {
        const Token& token = scene.token(--at);
        if (token.key == "," && at + 1 == person.first) continue;
        if (token.kind != TokenKind::Word || scene.is_in_name(at)) return false;
        if (is_one_of<kIts>(token.key)) break;
        is_post = is_post || has_part(token.key, kPosts);
    }
    if (!is_post || !is_one_of<kIts>(scene.token(at).key)) return false;
    auto body = scene.nearest(s, at, kBodies, Side::Before);
    if (!body) body = scene.spoken_of(s, kBodies & ~kinds({EntityKind::PublicBody}));
    if (!body || body->entities.size() != 1) return false;
    sink.add_all(scene.entities(person, kPerson), body->entities,
                 {.predicate = Predicate::MemberOf,
                  .sentence = s,
                  .at = at,
                  .rule = "post-of-its",
                  .qualifiers = {{"role", text_of(scene, at + 1, person.first)}},
                  .from_context = body->from_context});
    return true;
}

/// "Head of B is A", "Its chairman is A", "B has a new head: A".
bool post_is(const Scene& scene, std::uint32_t s, const Mention& person, FactSink& sink) {
    const std::uint32_t first = scene.sentence(s).first;
    if (person.first < first + 2) return false;
    const std::uint32_t verb = person.first - 1;
    const bool is_told = scene.token(verb).kind == TokenKind::Mark && scene.token(verb).key == ":";
    if (!is_told && !is_one_of<kIsSomebody>(scene.token(verb).key)) return false;
    std::uint32_t post = verb;
    bool is_post = false;
    while (post > first && post + kPostWords + 2 > verb && !is_post &&
           scene.segment(post - 1) == scene.segment(verb - 1)) {
        --post;
        is_post = !scene.is_in_name(post) && has_part(scene.token(post).key, kPosts);
    }
    if (!is_post || (is_told && post + 1 != verb)) return false;
    auto body = is_told ? std::optional(scene.all(s, kBodies, first, post))
                        : std::optional(scene.all(s, kBodies, post, verb));
    if (body->entities.empty()) body = scene.spoken_of(s, kBodies & ~kinds({EntityKind::PublicBody}));
    if (!body) return false;
    const std::uint32_t end = is_told ? verb : std::min(verb, body->from_context ? verb : body->at);
    Claimed claimed{.predicate = Predicate::MemberOf,
                    .sentence = s,
                    .at = post,
                    .rule = "post-is",
                    .qualifiers = {},
                    .from_context = body->from_context};
    if (const std::string role = post_between(scene, post, end); !role.empty())
        claimed.qualifiers.push_back({"role", role});
    sink.add_all(scene.entities(person, kPerson), {body->entities.front()}, claimed);
    return true;
}

/// "the mayor of T, A", "der T-er Landesrat A", "A, consul general of C": an office of a place.
void office_of_place(const Scene& scene, std::uint32_t s, std::size_t which, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    const Mention& person = mentions[which];
    const auto add = [&](const Mention& place, std::uint32_t office) {
        sink.add_all(scene.entities(person, kPerson), scene.entities(place, kPlace),
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = person.first,
                      .rule = "office-of-place",
                      .qualifiers = {{"role", text_of(scene, office, office + 1)}}});
    };
    if (which > 0 && scene.is_of(mentions[which - 1], kPlace) && mentions[which - 1].end <= person.first) {
        const Mention& place = mentions[which - 1];
        for (std::uint32_t at = place.end; at < person.first && at < place.end + 6; ++at) {
            if (has_part(scene.token(at).key, kOffices)) return add(place, at);
        }
        const bool is_next = person.first <= place.end + 1;
        for (std::uint32_t back = 1; is_next && back <= 3 && back <= place.first; ++back) {
            if (has_part(scene.token(place.first - back).key, kOffices))
                return add(place, place.first - back);
        }
    }
    if (which + 1 >= mentions.size() || !scene.is_of(mentions[which + 1], kPlace)) return;
    const Mention& place = mentions[which + 1];
    if (place.first - person.end > kNearWords + 2 || scene.token(person.end).key != ",") return;
    for (std::uint32_t at = person.end; at < place.first; ++at) {
        if (has_part(scene.token(at).key, kOffices)) return add(place, at);
    }
}

/// "A has been managing director of B since 2022", "A ist Geschäftsführerin der B".
bool post_by_verb(const Scene& scene, const Mention& person, const Mention& body, FactSink& sink) {
    static constexpr auto kBeing = std::to_array<std::string_view>(
        {"is",     "was",     "been",    "ist",       "war",      "wird",  "wurde",
         "est",    "becomes", "became",  "ubernimmt", "ubernahm", "takes", "took",
         "leitet", "heads",   "reprend", "prend",     "devient",  "sera",  "als"});
    if (body.first <= person.end + 1 || body.first - person.end > kPostWords) return false;
    std::optional<std::uint32_t> verb;
    for (std::uint32_t at = person.end; at < body.first; ++at) {
        const bool is_dated = scene.token(at).kind == TokenKind::Number;
        if ((scene.token(at).kind != TokenKind::Word && !is_dated) || scene.tells(at, bit(Trigger::And)))
            return false;
        if (is_one_of<kBeing>(scene.token(at).key)) verb = at;
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
    static constexpr auto kHolding =
        std::to_array<std::string_view>({"chairs", "heads", "runs", "directs", "manages", "leads", "preside",
                                         "dirige", "anime", "leitet", "fuhrt", "vorsteht"});
    const std::uint32_t clause = person.end + 1;
    if (clause >= scene.sentence(s).end || scene.token(person.end).key != ",") return;
    const Key& key = scene.token(clause).key;
    if (key != "who" && key != "qui" && key != "der" && key != "die") return;
    for (std::uint32_t at = clause; at < scene.sentence(s).end && at < clause + 2 * kPostWords; ++at) {
        if (scene.segment(at) != scene.segment(clause)) return;
        const Key& word = scene.token(at).key;
        if (word == "chez" || word == "bei" || word == "at") {
            const auto employer = scene.nearest(s, at, kBodies, Side::After);
            if (employer && employer->at <= at + 3)
                sink.add_all(
                    scene.entities(person, kPerson), {employer->entities.front()},
                    {.predicate = Predicate::MemberOf, .sentence = s, .at = at, .rule = "post-clause"});
        }
        if (!is_one_of<kHolding>(scene.token(at).key)) continue;
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

}  // namespace

void read_post_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
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
        office_of_place(scene, s, i, sink);
        if (!is_done)
            is_done =
                post_in_compound(scene, s, mentions[i], sink) || post_of_its(scene, s, mentions[i], sink);
        if (!is_done) post_alone(scene, s, mentions[i], sink);
        if (is_done || post_is(scene, s, mentions[i], sink) || i == 0) continue;
        // "the attaché of B in T, A": where the post is stands between.
        const bool is_posted = i > 1 && scene.is_of(mentions[i - 1], kPlace) &&
                               mentions[i - 1].first <= mentions[i - 2].end + 2 &&
                               scene.token(mentions[i].first - 1).key == ",";
        const Mention& before = mentions[is_posted ? i - 2 : i - 1];
        const bool is_named =
            !before.reference || (before.entities.size() == 1 && before.end > before.first + 1 &&
                                  !scene.tells(before.first, bit(Trigger::We)));
        if (scene.is_of(before, kBodies) && is_named) body_first(scene, s, before, mentions[i], sink);
    }
}

}  // namespace kontor::press
