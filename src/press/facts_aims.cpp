// SPDX-License-Identifier: EUPL-1.2
// What something is directed at, told by what it does there: ties it makes, markets it opens, whose firms it
// helps, what it strengthens where.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

using Words = std::string_view;

constexpr KindSet kAiming = kProject | kProgramme | kAgreement | kEvent;
constexpr KindSet kActing = kinds({EntityKind::Cluster, EntityKind::Association});
constexpr std::uint32_t kReach = 9;  // words from "cooperation" to the place

/// What joins two sides: cooperation, exchange, trade.
constexpr auto kTies = std::to_array<Words>(
    {"austausch",  "beziehung",      "brucke",           "dialog",        "handelsbezieh",
     "kontakte",   "kooperation",    "kooperier",        "partnerschaft", "verbindung",
     "vernetzung", "zusammenarbeit", "zusammenzuarbeit", "bridge",        "collaborat",
     "connect",    "contacts",       "co-operat",        "cooperat",      "dialogue",
     "exchange",   "link",           "partnership",      "relation",      "ties",
     "trade",      "cooper",         "echange",          "lien",          "passerelle",
     "pont",       "rapprochement"});
/// What leads into a market.
constexpr auto kEntries =
    std::to_array<Words>({"absatz", "export", "expandier", "expansion", "markteinstieg", "markteintritt",
                          "marktzugang", "sprungbrett", "vertrieb", "vorstoss", "expand", "foothold",
                          "gateway", "springboard", "implantation", "implanter", "tremplin"});
constexpr auto kWith =
    std::to_array<Words>({"mit", "nach", "zu", "zum", "zur", "with", "to", "towards", "avec", "vers"});
constexpr auto kBetween = std::to_array<Words>({"zwischen", "between", "entre"});
constexpr auto kInto = std::to_array<Words>(
    {"in", "im", "nach", "into", "to", "across", "en", "au", "aux", "vers", "dans", "auf", "sur"});

/// Whom an aim is told of: a thing or body named before in the sentence, else the thing spoken of.
std::optional<Part> aiming(const Scene& scene, std::uint32_t s, std::uint32_t at, KindSet set) {
    const auto thing = scene.nearest(s, at, kAiming, Side::Before);
    auto body = scene.nearest(s, at, set, Side::Before);
    // "zusätzlich zum Projekt P …": what stands aside aims at nothing.
    const bool is_aside =
        thing && scene.first_telling(scene.sentence(s).first, thing->at, bit(Trigger::Aside));
    const bool is_thing_here = thing && scene.segment(thing->at) == scene.segment(at);
    const bool is_body_here = body && scene.segment(body->at) == scene.segment(at);
    if (thing && !is_aside && (is_thing_here || !is_body_here))
        return Part{.entities = {thing->entities.back()}, .at = thing->at};
    if (body) return body;
    if (!scene.all(s, kAiming | kBodies).entities.empty()) return std::nullopt;
    auto spoken = scene.spoken_of(s, kAiming | set);
    if (spoken) spoken->entities.resize(1);
    return spoken;
}

/// "the Japanese firm A", "Bavaria's B": tells where those are.
bool belongs_to_name(const Scene& scene, const Mention& place) {
    constexpr std::uint32_t kNear = 4;
    for (const Mention& next : scene.mentions(place.sentence)) {
        if (next.first < place.end || next.reference || scene.is_of(next, kPlace | kTopic)) continue;
        if (next.first > place.end + kNear) return false;
        for (std::uint32_t at = place.end; at < next.first; ++at) {
            if (scene.token(at).kind == TokenKind::Mark || scene.tells(at, bit(Trigger::And)) ||
                scene.only_small_words(at, at + 1))
                return false;
        }
        return true;
    }
    return false;
}

/// All places of the enumeration that begins with this one.
Entities enumerated(const Scene& scene, std::uint32_t s, std::size_t mention) {
    const Part all = scene.enumeration(s, mention, kPlace);
    const Mention& first = scene.mentions(s)[mention];
    return all.at == first.first ? all.entities : scene.entities(first, kPlace);
}

/// What stands between the word that leads and the place: a preposition, ordinary words, no names.
template <std::size_t N>
bool is_led(const Scene& scene, std::uint32_t at, std::uint32_t place, const std::array<Words, N>& leads) {
    bool is_leading = false;
    for (std::uint32_t between = at + 1; between < place; ++between) {
        const Token& token = scene.token(between);
        if (token.kind != TokenKind::Word || scene.is_in_name(between)) return false;
        if (scene.tells(between, any_of({Trigger::Passive, Trigger::Negation}))) return false;
        if (is_one_of(leads, token.key)) is_leading = true;
    }
    return is_leading;
}

/// Where and by which rule something is told.
struct Told {
    std::uint32_t sentence = 0;
    std::uint32_t at = 0;
    const char* rule = "";
};

void claim(const Told& told, const Part& who, const Entities& places, FactSink& sink) {
    Entities others = places;
    for (const std::uint32_t one : who.entities)
        std::erase_if(others, [&](std::uint32_t place) {
            return sink.has(one, Predicate::Visits, place) || sink.has(one, Predicate::LocatedIn, place);
        });
    sink.add_all(who.entities, others,
                 {.predicate = Predicate::Targets,
                  .sentence = told.sentence,
                  .at = told.at,
                  .rule = told.rule,
                  .qualifiers = {},
                  .from_context = who.from_context});
}

/// "between Bavarian firms and the Japanese industry": the places of both sides, when there are two.
Entities both_sides(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr std::uint32_t kWords = 24;
    std::uint32_t end = at;
    while (end < scene.sentence(s).end && end < at + kWords && scene.segment(end) == scene.segment(at)) ++end;
    const bool has_and = scene.first_telling(at, end, bit(Trigger::And)).has_value();
    Entities out;
    for (const Mention& mention : scene.mentions(s)) {
        const bool is_one = mention.first > at && mention.end <= end && scene.is_of(mention, kPlace) &&
                            scene.mention_at(mention.first) == &mention;
        if (is_one) out.push_back(mention.entities.front());
    }
    return has_and ? out : Entities{};
}

/// "cooperation with Japan", "Kontakte nach Kanada", "des liens entre la France et la Belgique", "expands
/// into Asia".
void ties(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const Mention& place = mentions[m];
        if (!scene.is_of(place, kPlace) || scene.mention_at(place.first) != &place ||
            belongs_to_name(scene, place))
            continue;
        const std::uint32_t first = scene.sentence(s).first;
        const std::uint32_t from = place.first > first + kReach ? place.first - kReach : first;
        for (std::uint32_t at = place.first; at-- > from;) {
            if (scene.is_in_name(at) || scene.segment(at) != scene.segment(place.first)) break;
            const Key& key = scene.token(at).key;
            const bool is_tie = begins_with_one_of<kTies>(key);
            const bool is_entry = begins_with_one_of<kEntries>(key);
            if (!is_tie && !is_entry) continue;
            // "en lien avec": beside, not towards.
            if (key == "lien" && at > first && scene.token(at - 1).key == "en") break;
            const Entities places = enumerated(scene, s, m);
            const bool is_between = is_tie && is_led(scene, at, place.first, kBetween);
            const Entities sides = is_between ? both_sides(scene, s, at) : Entities{};
            const bool is_pair = sides.size() == 2;
            const bool is_one =
                is_tie ? is_led(scene, at, place.first, kWith) : is_led(scene, at, place.first, kInto);
            if (!is_pair && !is_one) break;
            const auto who = aiming(scene, s, at, is_pair ? KindSet{0} : kActing);
            // A trip goes where it goes; what ties it makes are its hosts' and guests'.
            const bool is_visit = who && scene.kind(who->entities.front()) == EntityKind::Event &&
                                  is_trip(scene, who->entities.front());
            if (who && !is_visit)
                claim({s, at, is_pair ? "ties-between" : "ties-with"}, *who, is_pair ? sides : places, sink);
            break;
        }
    }
}

bool tells_market(const Key& key) {
    return key == "markt" || key == "markte" || key == "markten" || key == "marktes" || key == "markts" ||
           key == "market" || key == "markets" || key == "marche" || key == "marches";
}

/// "the Japanese market", "auf dem japanischen Markt", "le marché français".
void markets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kBeside = 2;
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const Mention& place = mentions[m];
        if (!scene.is_of(place, kPlace) || scene.mention_at(place.first) != &place) continue;
        std::uint32_t market = kNoToken;
        if (scene.findings().language == "fr") {
            for (std::uint32_t back = 1; back <= kBeside && back <= place.first; ++back) {
                if (tells_market(scene.token(place.first - back).key)) market = place.first - back;
            }
        } else {
            for (std::uint32_t at = place.end; at < place.end + kBeside && at < scene.sentence(s).end; ++at) {
                if (scene.token(at).kind != TokenKind::Word) break;
                if (tells_market(scene.token(at).key)) market = at;
            }
        }
        if (market == kNoToken || scene.is_in_name(market)) continue;
        if (const auto who = aiming(scene, s, place.first, kActing))
            claim({s, market, "market-of"}, *who, scene.entities(place, kPlace), sink);
    }
}

constexpr auto kHelping = std::to_array<Words>(
    {"unterstutz", "hilft",   "helfen",  "befahig",  "begleit",    "vernetz", "support", "help",
     "assist",     "enabl",   "equip",   "connect",  "accompagn",  "souten",  "soutien", "aide",
     "epaul",      "starkt",  "starken", "gestarkt", "strengthen", "boost",   "renforc", "fordert",
     "promot",     "favoris", "verbind", "verknupf", "targets"});
/// Groups that are no names: "Bavarian companies".
constexpr auto kGroups = std::to_array<Words>(
    {"unternehmen", "firmen",   "betriebe",  "mittelstand", "kmu",        "start-ups",   "startups",
     "akteure",     "cluster",  "companies", "firms",       "businesses", "smes",        "enterprises",
     "players",     "economy",  "industry",  "wirtschaft",  "industrie",  "entreprises", "pme",
     "acteurs",     "societes", "poles",     "ecosyst",     "netzwerke",  "networks",    "reseaux",
     "regionen",    "regions",  "economie"});

/// "P supports Bavarian companies", "hilft Betrieben in Tirol", "accompagne les PME belges et françaises".
void helps(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kBeside = 3;
    constexpr std::uint32_t kVerb = 12;
    const auto mentions = scene.mentions(s);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const Mention& place = mentions[m];
        if (!scene.is_of(place, kPlace) || scene.mention_at(place.first) != &place ||
            belongs_to_name(scene, place))
            continue;
        const Sentence& sentence = scene.sentence(s);
        bool has_group = false;
        const std::uint32_t left =
            place.first > sentence.first + kBeside ? place.first - kBeside : sentence.first;
        for (std::uint32_t at = left; at < std::min(place.end + kBeside, sentence.end); ++at) {
            if (scene.is_in_name(at)) continue;
            if (scene.token(at).kind != TokenKind::Word && at >= place.end) break;
            has_group = has_group || begins_with_one_of<kGroups>(scene.token(at).key);
        }
        if (!has_group) continue;
        const std::uint32_t from =
            place.first > sentence.first + kVerb ? place.first - kVerb : sentence.first;
        for (std::uint32_t at = from; at < std::min(place.end + kVerb, sentence.end); ++at) {
            if (scene.is_in_name(at) || scene.segment(at) != scene.segment(place.first) ||
                !begins_with_one_of<kHelping>(scene.token(at).key))
                continue;
            const auto who = aiming(scene, s, place.first, KindSet{0});
            if (who && scene.kind(who->entities.front()) != EntityKind::Event &&
                scene.all(s, kBodies, std::min(at, place.first), std::max(at, place.end)).entities.empty())
                claim({s, at, "helps-firms-of"}, *who, enumerated(scene, s, m), sink);
            break;
        }
    }
}

constexpr auto kAims = std::to_array<Words>(
    {"soll",     "sollen",    "ziel",     "zielt",  "will",     "mochte",    "mochten",
     "aims",     "aim",       "aimed",    "aiming", "designed", "intended",  "seeks",
     "goal",     "objective", "vise",     "visent", "visant",   "destine",   "destinee",
     "objectif", "but",       "ambition", "veut",   "doit",     "permettre", "permettra"});
constexpr auto kMaking = std::to_array<Words>(
    {"starken",    "starkt",    "verbesser", "forder",      "entwickel",  "aufbau",       "auszubau",
     "ausbau",     "schaff",    "etablier",  "beschleunig", "vorantreib", "voranzutreib", "modernisier",
     "strengthen", "improv",    "foster",    "promot",      "develop",    "build",        "creat",
     "establish",  "accelerat", "boost",     "expand",      "encourag",   "renforc",      "amelior",
     "favoris",    "stimul",    "creer",     "develop",     "accelerer",  "promouv",      "elabor",
     "consolid",   "dynamis"});
constexpr auto kWhere =
    std::to_array<Words>({"in", "im", "across", "throughout", "en", "au", "dans", "within"});

/// "P aims to strengthen clusters in Europe", "P soll die Forschung in Hessen stärken".
void aims_there(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    const Sentence& sentence = scene.sentence(s);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const Mention& place = mentions[m];
        const bool is_place = scene.is_of(place, kPlace) && scene.mention_at(place.first) == &place;
        if (!is_place || place.first == sentence.first || belongs_to_name(scene, place)) continue;
        const bool is_second = scene.only_small_words(place.first - 1, place.first) && place.first >= 2;
        const bool is_in = is_one_of<kWhere>(scene.token(place.first - 1).key) ||
                           (is_second && is_one_of<kWhere>(scene.token(place.first - 2).key));
        if (!is_in) continue;
        bool is_aim = false;
        bool is_making = false;
        std::uint32_t verb = place.first;
        for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
            if (scene.is_in_name(at)) continue;
            const Key& key = scene.token(at).key;
            is_aim = is_aim || is_one_of<kAims>(key);
            if (scene.segment(at) != scene.segment(place.first) || !begins_with_one_of<kMaking>(key))
                continue;
            is_making = true;
            verb = at;
        }
        if (!is_aim || !is_making) continue;
        const auto who = aiming(scene, s, std::min(verb, place.first), KindSet{0});
        if (!who ||
            !scene.all(s, kBodies | kEvent, std::min(verb, place.first), place.first).entities.empty())
            continue;
        claim({s, verb, "aims-there"}, *who, enumerated(scene, s, m), sink);
    }
}

}  // namespace

void read_aim_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    ties(scene, s, sink);
    markets(scene, s, sink);
    helps(scene, s, sink);
    aims_there(scene, s, sink);
}

}  // namespace kontor::press
