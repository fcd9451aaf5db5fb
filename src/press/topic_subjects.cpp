// SPDX-License-Identifier: EUPL-1.2
#include "press/topic_subjects.hpp"

#include <algorithm>
#include <array>

#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kGivers = kinds({EntityKind::PublicBody});
constexpr KindSet kSubjects = kTopicSubjects;

bool is_article(const Key& key) {
    static constexpr auto kArticles =
        std::to_array<std::string_view>({"a", "an", "the", "ein", "eine", "einem", "einen", "einer", "das",
                                         "dem", "den", "der", "die", "le", "la", "l'", "un", "une"});
    return is_one_of<kArticles>(key);
}

/// Only words between the name that ends at `end` and the topic: "das Abkommen über A", "the network for A".
bool is_attached_to(const Scene& scene, std::uint32_t end, std::uint32_t topic) {
    constexpr std::uint32_t kBetween = 3;
    if (topic < end || topic - end > kBetween) return false;
    for (std::uint32_t i = end; i < topic; ++i) {
        if (scene.token(i).kind != TokenKind::Word || scene.tells(i, bit(Trigger::Passive))) return false;
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
            return noun.kind == TokenKind::Word && noun.writing != Writing::Lower;
        }
        if (token.writing != Writing::Lower) return false;
    }
    return false;
}

std::optional<Part> named_nearest(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    const auto before = scene.nearest(s, topic, kSubjects, Side::Before);
    const auto after = scene.nearest(s, topic, kSubjects, Side::After);
    if (before && is_governed(scene, s, before->at)) {
        if (const auto free = free_subject(scene, s, topic, *before)) return free;
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

std::optional<Part> apposed(const Scene& scene, std::uint32_t s, const Mention& topic) {
    constexpr std::uint32_t kLength = 16;
    bool has_noun = false;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = topic.first; at-- > first && topic.first - at <= kLength;) {
        const Token& token = scene.token(at);
        if (is_body_noun(token.key) && !scene.is_in_name(at)) has_noun = true;
        if (scene.tells(at, bit(Trigger::Passive)) || scene.is_in_name(at)) {
            const Mention* name = scene.mention_at(at);
            if (!name || !scene.is_of(*name, kTopic | kPlace)) return std::nullopt;
        }
        const bool is_mark = token.kind != TokenKind::Word && token.kind != TokenKind::Number;
        if (!is_mark || token.key == "-" || at == first) continue;
        const Mention* before = scene.mention_at(at - 1);
        if (token.key == "," && before && scene.is_of(*before, kTopic)) continue;
        const bool is_open = token.key == "," || token.key == "–" || token.key == ":";
        const std::uint32_t end =
            scene.token(at - 1).kind == TokenKind::BracketClose ? scene.token(at - 1).partner : at;
        const Mention* name = is_open && end > first ? scene.mention_at(end - 1) : nullptr;
        for (std::uint32_t noun = topic.end; noun < topic.end + 2 && noun < scene.sentence(s).end; ++noun)
            has_noun = has_noun || (is_body_noun(scene.token(noun).key) && !scene.is_in_name(noun));
        if (!has_noun || !name || name->reference || !scene.is_of(*name, kBodies & ~kGivers) ||
            (!is_article(scene.token(at + 1).key) && !is_body_noun(scene.token(at + 1).key)))
            return std::nullopt;
        return Part{.entities = scene.entities(*name, kBodies), .at = name->first};
    }
    return std::nullopt;
}

}  // namespace kontor::press
