// SPDX-License-Identifier: EUPL-1.2
#include "press/topic_themes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kGivers = kinds({EntityKind::PublicBody});
constexpr KindSet kSubjects = kTopicSubjects;

/// "Its four strategic fields are …": said of whoever was spoken of.
bool is_own_field(const Scene& scene, std::uint32_t s) {
    static constexpr auto kOwn = std::to_array<std::string_view>(
        {"its", "their", "sa", "ses", "son", "leur", "leurs", "seine", "ihre", "deren"});
    const std::uint32_t first = scene.sentence(s).first;
    return is_one_of<kOwn>(scene.token(first).key);
}

/// "It concentrates on A", "Es setzt auf A": of whatever the sentence before speaks of first.
bool is_pronoun(const std::string& key) {
    static constexpr auto kPronouns =
        std::to_array<std::string_view>({"er", "es", "sie", "it", "they", "il", "elle", "ils", "elles"});
    return is_one_of<kPronouns>(key);
}

/// "consacré à A", "devoted to A" say more of the noun before them: when nobody knows it, of nobody else.
bool is_of_unknown_noun(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    static constexpr auto kSaid =
        std::to_array<std::string_view>({"consacre", "dedicated", "dedie", "devoted", "destine"});
    constexpr std::uint32_t kBefore = 4;
    const std::uint32_t first = scene.sentence(s).first;
    static constexpr auto kDays =
        std::to_array<std::string_view>({"days", "edition", "jours", "journee", "journees", "rencontre",
                                         "rencontres", "seance", "semaine", "visite"});
    if (is_pronoun(scene.token(first).key)) return false;
    for (std::uint32_t at = topic; at-- > first + 1 && topic - at <= kBefore;) {
        if (begins_with_one_of(kSaid, scene.token(at).key)) return !is_one_of<kDays>(scene.token(at - 1).key);
    }
    return false;
}

/// "Die Firmen sind in A tätig", "Its members work on A": the field of those who belong to a cluster is its
/// own.
bool is_of_members(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    static constexpr auto kMembers = std::to_array<std::string_view>(
        {"adherents", "akteure", "betriebe", "companies", "entreprises", "firmen", "firms", "members",
         "membres", "mitglieder", "mitgliedsunternehmen", "unternehmen"});
    constexpr std::uint32_t kOpening = 4;
    const std::uint32_t first = scene.sentence(s).first;
    for (std::uint32_t at = first; at < topic && at < first + kOpening; ++at) {
        if (is_one_of<kMembers>(scene.token(at).key) && !scene.is_in_name(at)) return true;
    }
    return false;
}

/// "Der vom Bund geförderte Cluster, dem 80 Firmen angehören, setzt auf A": the clause speaks of the cluster
/// by its noun.
bool is_of_body_noun(const Scene& scene, std::uint32_t s, std::uint32_t topic) {
    static constexpr auto kArticles = std::to_array<std::string_view>(
        {"das", "der", "die", "dieses", "dieser", "the", "this", "le", "la", "l'", "ce", "cette"});
    static constexpr auto kNouns =
        std::to_array<std::string_view>({"association", "cluster", "federation", "grappe", "network",
                                         "netzwerk", "pole", "reseau", "verband", "verbund", "verein"});
    constexpr std::uint32_t kNoun = 14;
    const std::uint32_t first = scene.sentence(s).first;
    if (!is_one_of<kArticles>(scene.token(first).key)) return false;
    for (std::uint32_t at = first + 1; at < topic && at < first + kNoun; ++at) {
        const Token& token = scene.token(at);
        if (token.kind == TokenKind::Mark) return false;
        if (scene.is_in_name(at) || token.kind != TokenKind::Word) continue;
        if (is_one_of<kNouns>(token.key) || token.key.ends_with("cluster") || token.key.ends_with("netzwerk"))
            return true;
        // Another noun is what the clause speaks of.
        if (scene.findings().language != "de" && at > first + 2) return false;
        const bool is_noun = scene.findings().language == "de" && token.writing != Writing::Lower;
        if (is_noun && at == first + 1) return false;
    }
    return false;
}

/// "der Empfang", "a reception": an event that only its noun names.
bool is_unnamed_event(const Scene& scene, std::uint32_t one) {
    const Entity& entity = scene.findings().entities[one];
    return entity.kind == EntityKind::Event && std::string_view(entity.rule) == "occasion-noun";
}

}  // namespace

std::optional<Theme> theme_of_context(const Scene& scene, std::uint32_t s, std::uint32_t topic,
                                      bool is_told) {
    if (is_own_field(scene, s)) {
        const auto body = scene.spoken_of(s, kBodies & ~kGivers);
        const auto other = scene.spoken_of(s, kProject | kEvent | kAgreement);
        if (body && (!other || body->sentence > other->sentence)) return Theme{*body, "field-of-context"};
    }
    if (is_of_unknown_noun(scene, s, topic)) return std::nullopt;
    if (is_of_members(scene, s, topic)) {
        const auto cluster = scene.context(s, kinds({EntityKind::Cluster, EntityKind::Association}));
        if (cluster && cluster->entities.size() == 1) return Theme{*cluster, "field-of-context"};
    }
    if (is_pronoun(scene.token(scene.sentence(s).first).key)) {
        const auto near = scene.spoken_of(s, kSubjects);
        if (near && near->sentence + 1 == s) return Theme{*near, "field-of-context"};
    }
    if (is_of_body_noun(scene, s, topic)) {
        const auto cluster = scene.context(s, kinds({EntityKind::Cluster, EntityKind::Association}));
        if (cluster && cluster->entities.size() == 1) return Theme{*cluster, "field-of-context"};
    }
    if (is_told) {
        // What is worked on belongs to the work: what was spoken of last, else what the item is about.
        const auto near = scene.spoken_of(s, kProject | kAgreement | kEvent);
        const auto opening = opening_of(scene);
        // A paragraph of its own goes back to what the item is about, not to the last stop of a trip.
        const bool is_own = near && opening && is_unnamed_event(scene, near->entities.front()) &&
                            scene.sentence(near->sentence).kind != SentenceKind::Heading &&
                            scene.sentence(near->sentence).paragraph != scene.sentence(s).paragraph;
        if (near && !is_own) return Theme{*near, "field-of-work"};
        if (opening)
            return Theme{{.entities = {*opening}, .at = topic, .from_context = true}, "field-of-work"};
    }
    auto context = scene.spoken_of(s, kSubjects);
    if (!context && is_told) {
        // An item about one cluster tells the cluster's fields.
        const auto cluster = scene.main(kBodies & ~kGivers);
        const auto clusters =
            std::ranges::count(scene.findings().entities, EntityKind::Cluster, &Entity::kind);
        if (cluster && clusters == 1 && scene.kind(*cluster) == EntityKind::Cluster)
            return Theme{{.entities = {*cluster}, .at = topic, .from_context = true}, "field-of-context"};
    }
    if (!context) {
        // An item about an event goes on about it.
        const auto opening = opening_of(scene);
        if (!opening || scene.kind(*opening) != EntityKind::Event || is_trip(scene, *opening))
            return std::nullopt;
        return Theme{{.entities = {*opening}, .at = topic, .from_context = true}, "field-of-context"};
    }
    // What was done goes before who did it.
    const auto done = scene.spoken_of(s, kProject | kEvent | kAgreement);
    if (done && done->sentence == context->sentence) context = done;
    // "The partners" may mean a project and those who work in it: the topic is the project's.
    const auto is_work = [&](std::uint32_t one) {
        return has_kind(kProject | kEvent | kAgreement, scene.kind(one));
    };
    if (std::ranges::any_of(context->entities, is_work))
        std::erase_if(context->entities, [&](std::uint32_t one) { return !is_work(one); });
    else if (context->entities.size() > 2)
        return std::nullopt;
    return Theme{*context, "field-of-context"};
}

}  // namespace kontor::press
