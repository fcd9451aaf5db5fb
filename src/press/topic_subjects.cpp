// SPDX-License-Identifier: EUPL-1.2
#include "press/topic_subjects.hpp"

#include <algorithm>
#include <array>

#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kSubjects = kTopicSubjects;

bool is_article(const std::string& key) {
    static constexpr auto kArticles = std::to_array<std::string_view>(
        {"a",   "an", "the", "ein", "eine", "einem", "einen", "einer", "das",  "dem", "den", "der",
         "die", "le", "la",  "l'",  "un",   "une",   "one",   "eines", "eins", "les", "des"});
    return is_one_of<kArticles>(key);
}

/// Only words between the name that ends at `end` and the topic: "das Abkommen über A", "the network for A".
bool is_attached_to(const Scene& scene, std::uint32_t end, std::uint32_t topic) {
    constexpr std::uint32_t kBetween = 3;
    if (topic < end || topic - end > kBetween) return false;
    for (std::uint32_t i = end; i < topic; ++i) {
        if (scene.token(i).kind != TokenKind::Word || scene.tells(i, bit(Trigger::Passive))) return false;
        // "began at the hub and centred on A": the clause goes on with what it speaks of.
        if (scene.tells(i, bit(Trigger::And))) return false;
    }
    return true;
}

/// "…, which is devoted to", ", einer der Treffpunkte": behind the name that ends at `end` more is told of
/// it.
bool is_told_more(const Scene& scene, std::uint32_t s, std::uint32_t end) {
    static constexpr auto kMore = std::to_array<std::string_view>(
        {"a",   "an",   "das",   "dem",   "den",   "der",   "deren", "dessen", "die", "dont",
         "ein", "eine", "einem", "einen", "einer", "eines", "l'",    "la",     "le",  "one",
         "qui", "that", "the",   "un",    "une",   "which", "who",   "whose"});
    static constexpr auto kTold = std::to_array<std::string_view>(
        {"activ", "actif", "aktiv", "consacr", "dedi", "devoted", "specialis", "specializ", "spezialisiert"});
    const std::uint32_t last = scene.sentence(s).end;
    if (end < last && scene.token(end).kind == TokenKind::BracketOpen && scene.token(end).partner != kNoToken)
        end = scene.token(end).partner + 1;
    if (end + 1 >= last || scene.token(end).key != ",") return false;
    const Key& key = scene.token(end + 1).key;
    return is_one_of<kMore>(key) || begins_with_one_of<kTold>(key);
}

/// What the clause speaks of, when the name nearest to the topic is only held by a preposition.
std::optional<Part> free_subject(const Scene& scene, std::uint32_t s, std::uint32_t topic, const Part& near) {
    std::optional<Part> same;
    std::optional<Part> earlier;
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (mention.end > topic || !scene.is_of(mention, kSubjects) || scene.is_attributive(mention))
            continue;
        const bool is_own = is_attached_to(scene, mention.end, topic) || is_told_more(scene, s, mention.end);
        if (mention.first >= near.at && is_own) return std::nullopt;
        if (is_governed(scene, s, mention.first)) continue;
        const Part here = scene.enumeration(s, i, kSubjects);
        if (is_governed(scene, s, here.at)) continue;
        (scene.segment(mention.first) == scene.segment(topic) ? same : earlier) = here;
    }
    return same ? same : earlier;
}

/// The enumeration of topics that one stands in.
Part listed_with(const Scene& scene, std::uint32_t s, const Mention& topic) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].first == topic.first && !mentions[i].reference)
            return scene.enumeration(s, i, kTopic);
    }
    return {.entities = {}, .at = topic.first};
}

}  // namespace

bool is_body_noun(const Key& key) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"alliance",      "anbieter",     "association",  "centre",     "center",     "company",
         "dienstleister", "entreprise",   "experte",      "expert",     "fabricant",  "firm",
         "grappe",        "groupe",       "hersteller",   "hub",        "initiative", "institut",
         "institute",     "organisation", "organization", "plateforme", "plattform",  "platform",
         "pole",          "producer",     "provider",     "reseau",     "societe",    "spezialist",
         "specialist",    "specialiste",  "start-up",     "startup",    "supplier",   "verein",
         "zentrum"});
    static constexpr auto kEndings = std::to_array<std::string_view>(
        {"cluster", "network", "netzwerk", "verband", "unternehmen", "institut", "zentrum", "verbund"});
    return is_one_of<kNouns>(key) ||
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return key.ends_with(ending); });
}

bool is_governed(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kHolding = std::to_array<std::string_view>(
        {"a",    "alongside", "among", "at",     "au",   "aus", "aux",   "avec",    "bei",
         "beim", "between",   "by",    "d'",     "dans", "de",  "des",   "du",      "durch",
         "en",   "entre",     "for",   "from",   "fur",  "im",  "in",    "mit",     "nach",
         "of",   "on",        "par",   "pour",   "sous", "to",  "under", "unter",   "vom",
         "von",  "via",       "with",  "within", "zu",   "zum", "zur",   "zwischen"});
    constexpr std::uint32_t kFrame = 5;  // article and adjectives
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t i = at; i-- > first && at - i <= kFrame;) {
        const Token& token = scene.token(i);
        if (token.kind == TokenKind::QuoteOpen) continue;
        if (token.kind != TokenKind::Word) return false;
        if (is_one_of<kHolding>(token.key)) return true;
        if (token.key == "der" && i > first) {  // of a noun right before it: a genitive
            const Token& noun = scene.token(i - 1);
            return noun.kind == TokenKind::Word &&
                   (noun.writing != Writing::Lower || is_one_of<kHolding>(noun.key));
        }
        // "im Projekt „P“": the noun of the name.
        if (token.writing != Writing::Lower && (i + 2 < at || scene.is_in_name(i))) return false;
    }
    return false;
}

std::optional<Part> named_nearest(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    auto before = scene.nearest(s, topic, kSubjects, Side::Before);
    auto after = scene.nearest(s, topic, kSubjects, Side::After);
    if (before && is_governed(scene, s, before->at)) {
        if (auto free = free_subject(scene, s, topic, *before)) return free;
    }
    if (before && scene.segment(before->at) == scene.segment(topic)) return before;
    if (after && scene.segment(after->at) == scene.segment(topic)) return after;
    return before ? before : after;
}

std::uint32_t list_start(const Scene& scene, std::uint32_t s, const Mention& topic) {
    return std::min(listed_with(scene, s, topic).at, topic.first);
}

bool is_told(const Scene& scene, std::uint32_t s, const Mention& topic, Told told) {
    if (topic.told != Told::No) return topic.told == told;
    const Part all = listed_with(scene, s, topic);
    const Mention* first = all.at < topic.first ? scene.mention_at(all.at) : nullptr;
    return first && first->told == told;
}

/// "Photonik-Cluster", "Luftfahrtnetzwerk".
bool ends_with_body(const std::string& key) {
    static constexpr auto kEndings =
        std::to_array<std::string_view>({"cluster", "clusters", "netzwerk", "verband", "verbund"});
    return std::ranges::any_of(kEndings, [&](std::string_view ending) {
        return key.size() > ending.size() && key.ends_with(ending);
    });
}

/// Nouns that a name before a comma is said to be: bodies, also several, fairs and meetings, places of work.
bool is_told_noun(const std::string& key) {
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"acteur",         "agence",        "agency",        "agentur",       "alliances",    "association",
         "associations",   "atelier",       "branch",        "centres",       "centers",      "clusters",
         "colloque",       "companies",     "conference",    "conferenz",     "congres",      "congress",
         "cooperative",    "developer",     "developers",    "entwickler",    "entreprises",  "event",
         "evenement",      "experten",      "experts",       "fabricants",    "fachmesse",    "fair",
         "federation",     "filiere",       "firms",         "foire",         "forum",        "gesellschaft",
         "grappes",        "hubs",          "incubateur",    "initiativen",   "initiatives",  "institutes",
         "konferenz",      "kongress",      "laboratory",    "laboratoire",   "leader",       "leitmesse",
         "makers",         "manufacturer",  "manufacturers", "messe",         "netzwerke",    "networks",
         "organisationen", "organisations", "partnership",   "partenariat",   "poles",        "producers",
         "project",        "projekt",       "projet",        "providers",     "reseaux",      "salon",
         "seminar",        "show",          "specialistes",  "specialists",   "spezialisten", "structure",
         "suppliers",      "symposium",     "tagung",        "veranstaltung", "verbande",     "vereinigung",
         "workshop",       "zentren",       "zulieferer"});
    static constexpr auto kEndings = std::to_array<std::string_view>(
        {"agentur", "clusters", "clustern", "gesellschaft", "konferenz", "messe", "plattform", "projekt",
         "verbunds", "hersteller", "anbieter", "park"});
    return is_body_noun(key) || is_one_of<kNouns>(key) ||
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return key.ends_with(ending); });
}

std::optional<Part> apposed(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kLength = 16;
    constexpr KindSet kNamed = kBodies | kProject | kEvent;
    bool has_noun = false;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = topic.first; at-- > first && topic.first - at <= kLength;) {
        const Token& token = scene.token(at);
        if (is_told_noun(token.key) && !scene.is_in_name(at)) has_noun = true;
        if (scene.tells(at, bit(Trigger::Passive)) || scene.is_in_name(at)) {
            const Mention* name = scene.mention_at(at);
            if (!name || !scene.is_of(*name, kTopic | kPlace)) return std::nullopt;
        }
        const bool is_mark = token.kind != TokenKind::Word && token.kind != TokenKind::Number;
        if (!is_mark || token.key == "-" || at == first) continue;
        const Mention* before = scene.mention_at(at - 1);
        if (token.key == "," && before && scene.is_of(*before, kTopic)) continue;
        const bool is_open = token.key == "," || token.key == "–" || token.key == ":";
        const Token& last = scene.token(at - 1);
        const bool is_bracket = last.kind == TokenKind::BracketClose && last.partner != kNoToken;
        std::uint32_t end = is_bracket ? last.partner : at;
        while (end > first + 1 && scene.token(end - 1).kind == TokenKind::QuoteClose) --end;
        const Mention* name = is_open && end > first ? scene.mention_at(end - 1) : nullptr;
        // "A, das Photonik-Cluster": the compound is the noun itself.
        for (std::uint32_t noun = topic.first; noun < topic.end; ++noun)
            has_noun = has_noun || ends_with_body(scene.token(noun).key);
        for (std::uint32_t noun = topic.end; noun < topic.end + 2 && noun < scene.sentence(s).end; ++noun)
            has_noun = has_noun || (is_told_noun(scene.token(noun).key) && !scene.is_in_name(noun));
        if (!has_noun || !name || name->reference || !scene.is_of(*name, kNamed) ||
            (!is_article(scene.token(at + 1).key) && !is_told_noun(scene.token(at + 1).key) &&
             !ends_with_body(scene.token(at + 1).key)))
            return std::nullopt;
        return Part{.entities = scene.entities(*name, kNamed), .at = name->first};
    }
    return std::nullopt;
}

bool is_many_unnamed(const Scene& scene, std::uint32_t s, const Part& who) {
    constexpr std::size_t kMany = 3;
    if (who.entities.size() < kMany || !has_kind(kBodies, scene.kind(who.entities.front()))) return false;
    return std::ranges::any_of(scene.mentions(s), [&](const Mention& mention) {
        return mention.first == who.at && mention.reference;
    });
}

std::optional<Part> work_before(const Scene& scene, std::uint32_t s) {
    auto near = scene.spoken_of(s, kProject | kAgreement | kEvent);
    if (near) near->entities.resize(1);
    return near;
}

void keep_own(const Scene& scene, std::uint32_t s, std::uint32_t topic, Part& who) {
    if (who.entities.size() < 2 || who.from_context) return;
    const Mention* last = nullptr;
    bool is_straddled = false;
    std::uint32_t first = kNoToken;
    for (const Mention& mention : scene.mentions(s)) {
        const bool is_member =
            !mention.reference && std::ranges::any_of(mention.entities, [&](std::uint32_t one) {
                return std::ranges::find(who.entities, one) != who.entities.end();
            });
        if (!is_member || mention.first < who.at) continue;
        first = std::min(first, mention.first);
        is_straddled = is_straddled || mention.first > topic;
        if (mention.end <= topic) last = &mention;
    }
    if (!last) return;
    is_straddled =
        is_straddled || (last->first > first && !scene.all(s, kTopic, first, last->first).entities.empty());
    if (is_straddled) who = Part{.entities = scene.entities(*last, kSubjects), .at = last->first};
}

}  // namespace kontor::press
