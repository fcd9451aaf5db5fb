// SPDX-License-Identifier: EUPL-1.2
// Whom alliances are made of when several sentences tell it: who founded them, who came later, who belongs to
// what the sentence before named; and who came to events as a guest or along with a delegation.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kToBy = 8;     // tokens from a verb to its "by"
constexpr std::uint32_t kToList = 9;   // tokens from a word to the list it leads to
constexpr std::uint32_t kEarlier = 3;  // sentences in which the whole or the event was told of
constexpr KindSet kWholes = kinds({EntityKind::Cluster, EntityKind::Association, EntityKind::Organisation});

bool is_one(const auto& list, std::string_view key) {
    return holds_word(list, key);
}

Entities without(Entities from, std::uint32_t one) {
    std::erase(from, one);
    return from;
}

/// "the alliance A", "B Alliance": a body made of bodies.
bool is_alliance(const Scene& scene, const Mention& mention) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"allianz", "alliance", "netzwerk", "network", "reseau", "verbund", "dachverband", "clusterallianz",
         "metacluster", "meta-cluster", "federation", "foderation", "zusammenschluss", "clusterverbund",
         "groupement", "konsortium", "consortium", "partnership", "bundnis"});
    if (!scene.is_of(mention, kWholes)) return false;
    const std::string name =
        text::folded(scene.findings().entities[scene.entities(mention, kWholes).back()].name);
    for (const std::string_view noun : kNouns) {
        if (name.find(noun) != std::string::npos) return true;
    }
    for (std::uint32_t at = mention.first; at < mention.end; ++at) {
        if (is_one(kNouns, scene.token(at).key)) return true;
    }
    const std::uint32_t first = scene.sentence(mention.sentence).first;
    for (std::uint32_t at = mention.first; at > first && mention.first - at < 2;) {
        --at;
        if (is_one(kNouns, scene.token(at).key)) return true;
        if (scene.token(at).kind != TokenKind::QuoteOpen) break;
    }
    return false;
}

/// The alliance that the sentences shortly before tell of.
std::optional<std::uint32_t> alliance_before(const Scene& scene, std::uint32_t s) {
    for (std::uint32_t back = 1; back <= 2 && back <= s; ++back) {
        std::optional<std::uint32_t> found;
        for (const Mention& mention : scene.mentions(s - back)) {
            if (is_alliance(scene, mention)) found = scene.entities(mention, kWholes).back();
        }
        if (found) return found;
    }
    return std::nullopt;
}

/// Whether at least two bodies were told to be members or partners of it.
bool joins_several(const Scene& scene, std::uint32_t whole, const FactSink& sink) {
    const bool is_project = scene.kind(whole) == EntityKind::Project;
    Entities inside = sink.subjects_of(is_project ? Predicate::PartnerIn : Predicate::MemberOf, whole);
    std::erase_if(inside, [&](std::uint32_t who) { return !has_kind(kBodies, scene.kind(who)); });
    return inside.size() >= 2;
}

/// The body or project of which the sentences shortly before told at least two members or partners.
std::optional<std::uint32_t> joined_before(const Scene& scene, std::uint32_t s, const FactSink& sink) {
    for (std::uint32_t back = 1; back <= kEarlier && back <= s; ++back) {
        for (const Mention& mention : scene.mentions(s - back)) {
            for (const std::uint32_t one : scene.entities(mention, kWholes | kProject)) {
                if (joins_several(scene, one, sink)) return one;
            }
        }
    }
    return std::nullopt;
}

/// "wurde von A und B gegründet", "founded by A and B", "créé par A et B": the list behind the "by".
std::optional<Part> list_behind_by(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    const Sentence& sentence = scene.sentence(s);
    auto by = scene.first_telling(at + 1, std::min(sentence.end, at + kToBy), bit(Trigger::By));
    const bool is_last = scene.findings().language == "de" && !by;
    if (is_last) {
        for (std::uint32_t back = at; back-- > sentence.first && scene.segment(back) == scene.segment(at);) {
            if (scene.token(back).key == "von" && !scene.is_in_name(back)) by = back;
        }
    }
    if (!by) return std::nullopt;
    auto list = scene.nearest(s, *by, kBodies, Side::After);
    if (!list || list->at - *by > kToList || (is_last && list->at > at)) return std::nullopt;
    return list;
}

/// "B was founded by A and C", "gegründet wurde B von A und C", "A et C ont fondé B".
void founders(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kFounded = std::to_array<std::string_view>(
        {"gegrundet", "gerufen", "grundeten", "founded", "formed", "established", "created", "fonde",
         "fondee", "cree", "creee", "constitue", "constituee", "initiated", "initiiert"});
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (scene.is_in_name(at) || !is_one(kFounded, scene.token(at).key)) continue;
        auto list = list_behind_by(scene, s, at);
        const bool is_active = !list;
        if (is_active) list = scene.nearest(s, at, kBodies, Side::Before);
        if (!list || list->entities.size() < 2 || list->from_context) continue;
        const Side side = is_active ? Side::After : Side::Before;
        auto whole = scene.nearest(s, is_active ? at : list->at, kWholes, side);
        if (is_active && (!whole || scene.segment(whole->at) != scene.segment(at) ||
                          whole->at - at > kToList || scene.segment(list->at) != scene.segment(at)))
            continue;
        if (!whole && scene.all(s, kProject | kEvent | kAgreement).entities.empty() &&
            alliance_before(scene, s))
            whole = Part{.entities = {*alliance_before(scene, s)}, .at = at, .from_context = true};
        if (!whole || whole->entities.size() != 1) continue;
        const Entities who = without(list->entities, whole->entities.front());
        if (who.size() < 2) continue;
        sink.add_all(who, whole->entities,
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = at,
                      .rule = "founded-by",
                      .qualifiers = {{"role", std::string("founding member")}},
                      .from_context = whole->from_context});
        return;
    }
}

/// "They were later joined by A and B", "später kamen A und B hinzu", "A et B les ont rejoints depuis": of
/// what the sentences before told the members.
void joined_later(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kJoined = std::to_array<std::string_view>(
        {"joined", "hinzu", "hinzugekommen", "dazu", "dazugekommen", "hinzugestossen", "dazugestossen",
         "angeschlossen", "rejoint", "rejoints", "rejointe", "rejointes", "rejoignent", "ajoutes", "ajoutees",
         "ajoutent", "beigetreten"});
    const Sentence& sentence = scene.sentence(s);
    if (sentence.kind != SentenceKind::Running ||
        !scene.all(s, kEvent | kAgreement | kProgramme).entities.empty())
        return;
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        if (scene.is_in_name(at) || !is_one(kJoined, scene.token(at).key)) continue;
        const auto whole = joined_before(scene, s, sink);
        if (!whole) return;
        const Part behind = scene.all(s, kBodies, at, sentence.end);
        const bool is_by = scene.first_telling(at + 1, at + 3, bit(Trigger::By)).has_value();
        const bool is_german = scene.findings().language == "de";
        const auto list = scene.nearest(
            s, at, kBodies, is_by || scene.token(at).key.starts_with("ajout") ? Side::After : Side::Before);
        // "A joined B" names what it joins, and so it is told elsewhere.
        if (!list || (!is_by && !is_german && list->at < at && !behind.entities.empty())) return;
        const bool is_project = scene.kind(*whole) == EntityKind::Project;
        sink.add_all(without(list->entities, *whole), {*whole},
                     {.predicate = is_project ? Predicate::PartnerIn : Predicate::MemberOf,
                      .sentence = s,
                      .at = at,
                      .rule = "joined-later",
                      .qualifiers = {{"new", true}},
                      .from_context = true});
        return;
    }
}

/// Whether the sentence begins with words that lead to who belongs to what was named before.
std::optional<std::uint32_t> leads_to_members(const Scene& scene, std::uint32_t s) {
    using Words = std::array<std::string_view, 3>;
    static constexpr auto kOpenings = std::to_array<Words>(
        {{"mit", "dabei", "sind"},    {"dazu", "gehoren", ""},      {"dazu", "zahlen", ""},
         {"ihr", "gehoren", ""},      {"ihm", "gehoren", ""},       {"beteiligt", "sind", ""},
         {"mitglieder", "sind", ""},  {"partner", "sind", ""},      {"its", "members", ""},
         {"the", "members", "are"},   {"members", "are", ""},       {"members", "include", ""},
         {"it", "unites", ""},        {"it", "comprises", ""},      {"it", "includes", ""},
         {"elle", "reunit", ""},      {"elle", "regroupe", ""},     {"elle", "rassemble", ""},
         {"il", "reunit", ""},        {"il", "regroupe", ""},       {"il", "rassemble", ""},
         {"en", "font", "partie"},    {"y", "participent", ""},     {"ses", "membres", ""},
         {"les", "membres", "sont"},  {"it", "brings", "together"}, {"sie", "umfasst", ""},
         {"sie", "vereint", ""},      {"ihre", "mitglieder", ""},   {"zu", "ihr", "gehoren"},
         {"partners", "are", ""},     {"the", "partners", "are"},   {"les", "partenaires", "sont"},
         {"the", "other", "members"}, {"die", "mitglieder", "sind"}});
    const std::uint32_t first = scene.sentence(s).first;
    for (const Words& words : kOpenings) {
        const std::uint32_t count = words[2].empty() ? 2 : 3;
        bool is_same = first + count < scene.sentence(s).end;
        for (std::uint32_t i = 0; i < count && is_same; ++i) is_same = scene.token(first + i).key == words[i];
        if (is_same) return first + count - 1;
    }
    return std::nullopt;
}

/// "… of the alliance B. Its members are A and C": those listed belong to the alliance named before.
void members_behind(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto at = leads_to_members(scene, s);
    const auto whole = at ? alliance_before(scene, s) : std::nullopt;
    if (!whole || !scene.all(s, kProject | kEvent | kAgreement).entities.empty()) return;
    const auto list = scene.nearest(s, *at, kBodies, Side::After);
    if (!list || list->entities.size() < 2 || list->at - *at > kToList) return;
    sink.add_all(without(list->entities, *whole), {*whole},
                 {.predicate = Predicate::MemberOf,
                  .sentence = s,
                  .at = *at,
                  .rule = "members-behind",
                  .qualifiers = {},
                  .from_context = true});
}

/// The event of the sentence, else the one told of shortly before.
std::optional<Part> event_told(const Scene& scene, std::uint32_t s) {
    const Part here = scene.all(s, kEvent);
    if (here.entities.size() == 1) return here;
    if (!here.entities.empty()) return std::nullopt;
    auto before = scene.spoken_of(s, kEvent);
    if (!before || before->entities.size() != 1 || before->sentence + kEarlier < s) return std::nullopt;
    before->from_context = true;
    return before;
}

/// "Among the guests were A and B", "zu den Rednern zählten A und B", "parmi les intervenants, A", "Zugegen
/// waren A und B": who is listed took part; of people and bodies the people did.
void guests(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kGuests = std::to_array<std::string_view>(
        {"gasten",       "ehrengasten",   "teilnehmern",  "teilnehmenden", "rednern",    "redner",
         "referenten",   "referierenden", "vortragenden", "ausstellern",   "guests",     "speakers",
         "participants", "attendees",     "panellists",   "panelists",     "exhibitors", "delegates",
         "invites",      "intervenants",  "participants", "exposants",     "orateurs",   "conferenciers",
         "zugegen",      "anwesend"});
    static constexpr auto kListing = std::to_array<std::string_view>(
        {"zahlen", "zahlten",  "zahlte",  "gehoren",  "gehorten",   "gehorte",  "waren",    "sind",    "were",
         "are",    "was",      "include", "included", "figuraient", "figurent", "figurait", "etaient", "sont",
         "on",     "comptait", "came",    "kamen",    "venaient",   "war",      "notamment"});
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end && at < sentence.first + 6; ++at) {
        if (scene.is_in_name(at) || !is_one(kGuests, scene.token(at).key)) continue;
        std::uint32_t verb = at + 1;
        while (verb < sentence.end && verb < at + kToBy && !is_one(kListing, scene.token(verb).key)) ++verb;
        if (verb >= sentence.end || verb >= at + kToBy) return;
        const bool is_coming = scene.token(verb).key == "came" || scene.token(verb).key == "kamen" ||
                               scene.token(verb).key == "venaient";
        if (is_coming && !scene.first_telling(verb + 1, verb + 3, bit(Trigger::From))) return;
        const auto event = event_told(scene, s);
        if (!event) return;
        Part who = scene.all(s, kPerson, verb, sentence.end);
        if (who.entities.empty()) who = scene.all(s, kBodies, verb, sentence.end);
        if (who.at > verb + kToList) return;
        sink.add_all(who.entities, event->entities,
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = at,
                      .rule = "guests",
                      .qualifiers = {},
                      .from_context = event->from_context});
        return;
    }
}

/// "A led a delegation", "B conduisait une délégation", "C leitete die Delegation": the person goes along.
void leaders_of_trips(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kLeading = std::to_array<std::string_view>(
        {"led", "leads", "headed", "heads", "leading", "heading", "leitete", "leitet", "fuhrte", "fuhrt",
         "conduisait", "conduit", "dirigeait", "dirige", "menait", "emmenait", "conduisant"});
    for (const Mention& trip : scene.mentions(s)) {
        if (!scene.is_of(trip, kEvent) || !is_trip(scene, scene.entities(trip, kEvent).back())) continue;
        const std::uint32_t first = std::max(scene.sentence(s).first, trip.first - std::min(trip.first, 5U));
        for (std::uint32_t at = first; at < trip.first; ++at) {
            if (scene.is_in_name(at) || !is_one(kLeading, scene.token(at).key)) continue;
            const auto person = scene.nearest(s, at, kPerson, Side::Before);
            if (!person || !scene.all(s, kPerson | kBodies, at, trip.first).entities.empty()) continue;
            sink.add_all({person->entities.back()}, {scene.entities(trip, kEvent).back()},
                         {.predicate = Predicate::TakesPartIn,
                          .sentence = s,
                          .at = at,
                          .rule = "leads-trip",
                          .qualifiers = {{"role", std::string("leader")}}});
        }
    }
}

/// "accompanied by A and B", "begleitet von A", "les accompagnaient A et B": they are on the trip.
void companions(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
        const Key& key = scene.token(at).key;
        const bool is_by = (key == "accompanied" || key == "begleitet" || key.starts_with("accompagne")) &&
                           scene.first_telling(at + 1, at + 3, bit(Trigger::By)).has_value();
        const bool is_turned = at <= sentence.first + 2 && (key == "accompagnaient" || key == "accompagnent");
        if (scene.is_in_name(at) || (!is_by && !is_turned)) continue;
        const auto trip = event_told(scene, s);
        const bool is_here = trip && !trip->from_context && trip->at < at;
        if (!trip || (!is_here && !is_trip(scene, trip->entities.front()))) return;
        Part who = scene.nearest(s, at, kBodies | kPerson, Side::After).value_or(Part{});
        if (is_turned) who = scene.all(s, kBodies, at, sentence.end);
        sink.add_all(who.entities, trip->entities,
                     {.predicate = Predicate::TakesPartIn,
                      .sentence = s,
                      .at = at,
                      .rule = "companions",
                      .qualifiers = {},
                      .from_context = trip->from_context});
        return;
    }
}

/// "Steering Committee", "Vorstand": it decides for the body, nobody joins it.
bool is_organ(const Scene& scene, std::uint32_t body) {
    const std::string name = text::folded(scene.findings().entities[body].name);
    for (const std::string_view organ : {"committee", "board", "comite", "vorstand", "beirat", "council"}) {
        if (name.find(organ) != std::string::npos) return true;
    }
    return false;
}

/// "the accession of A", "die Aufnahme von B", "l'adhésion de C", "D, a member since 2018": to what the
/// sentence names behind it, else to the body that the text speaks of.
void admitted(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"accession", "admission", "beitritt", "aufnahme", "adhesion", "entree"});
    static constexpr auto kOf =
        std::to_array<std::string_view>({"of", "von", "vom", "der", "des", "de", "du", "d'"});
    constexpr std::uint32_t kBeside = 5;
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 2 < sentence.end; ++at) {
        const Mention* named = scene.mention_at(at);  // a topic for all that
        if ((named != nullptr && !scene.is_of(*named, kTopic)) || !is_one(kNouns, scene.token(at).key) ||
            !is_one(kOf, scene.token(at + 1).key))
            continue;
        const auto who = scene.nearest(s, at, kBodies, Side::After);
        if (!who || who->at - at > kBeside) continue;
        // The noun's own "of" may lead to the kind of partner: "Aufnahme von Gesprächen mit A".
        if (!scene.only_small_words(at + 1, who->at)) continue;
        std::uint32_t end = who->at;
        while (end < sentence.end && scene.is_in_name(end)) ++end;
        const bool leads_on = end < sentence.end && scene.tells(end, bit(Trigger::To));
        auto whole = leads_on ? scene.nearest(s, end, kWholes, Side::After) : std::nullopt;
        if (!whole || whole->at - end > kBeside) whole = scene.nearest(s, at, kWholes, Side::Before);
        if (whole && is_organ(scene, whole->entities.back())) whole.reset();
        if (!whole) whole = scene.spoken_of(s, kWholes);
        if (!whole || whole->entities.size() != 1 || is_organ(scene, whole->entities.front())) continue;
        sink.add_all(without(who->entities, whole->entities.front()), whole->entities,
                     {.predicate = Predicate::MemberOf,
                      .sentence = s,
                      .at = at,
                      .rule = "admitted",
                      .qualifiers = {{"new", true}},
                      .from_context = whole->from_context});
    }
}

}  // namespace

void read_founder_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    founders(scene, s, sink);
    joined_later(scene, s, sink);
    members_behind(scene, s, sink);
    guests(scene, s, sink);
    leaders_of_trips(scene, s, sink);
    companions(scene, s, sink);
    admitted(scene, s, sink);
}

}  // namespace kontor::press
