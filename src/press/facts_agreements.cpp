// SPDX-License-Identifier: EUPL-1.2
// Who is party to an agreement: named between, as signing it, in a list of those who signed.
#include <algorithm>
#include <array>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr auto kSigning = std::to_array<std::string_view>(
    {"sign", "unterzeichn", "unterschr", "besiegel", "paraph", "scell", "gegengezeichn", "inked"});
constexpr auto kSignatories = std::to_array<std::string_view>(
    {"signator", "signatair", "unterzeichner", "mitunterzeichner", "unterzeichnend", "vertragspart"});
constexpr auto kListing =
    std::to_array<std::string_view>({"are", "were", "include", "included", "besides", ":", "sind", "waren",
                                     "sont", "etaient", "furent", "gehoren", "zahlen"});
// In front of a body that is only where something is signed.
constexpr auto kWhere = std::to_array<std::string_view>(
    {"at", "in", "bei", "beim", "im", "chez", "a", "au", "dans", "during", "wahrend", "lors", "under"});

bool begins_like(const Key& key, const auto& stems) {
    return std::ranges::any_of(stems, [&](std::string_view stem) { return key.starts_with(stem); });
}

/// The word that tells of signing: "signed", "put its name to".
std::optional<std::uint32_t> signing(const Scene& scene, std::uint32_t s) {
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (scene.is_in_name(at)) continue;
        const Key& key = scene.token(at).key;
        const bool is_name_to = (key == "name" || key == "names") && at + 1 < scene.sentence(s).end &&
                                scene.token(at + 1).key == "to";
        if (is_name_to || begins_like(key, kSigning)) return at;
    }
    return std::nullopt;
}

/// Something that people sign at, in front of its name.
constexpr auto kOccasions = std::to_array<std::string_view>(
    {"event", "conference", "fair", "headquarters", "premises", "office", "offices", "ceremony", "siege",
     "locaux", "salon", "sitz", "messe", "veranstaltung"});

bool is_where(const Scene& scene, const Mention& body) {
    for (std::uint32_t back = 1; back <= 4 && back <= body.first; ++back) {
        const std::uint32_t at = body.first - back;
        const Key& key = scene.token(at).key;
        if (is_one_of<kWhere>(key)) return true;
        const bool is_occasion = is_one_of<kOccasions>(key);
        const bool is_number =
            back == 1 && scene.token(at).writing == Writing::Capital && !scene.is_in_name(at);
        if (!is_occasion && !is_number && !scene.only_small_words(at, at + 1)) return false;
    }
    return false;
}

/// "with the support of A", "im Beisein von B": they only stand by.
bool is_standing_by(const Scene& scene, const Mention& body) {
    static constexpr auto kBy = std::to_array<std::string_view>(
        {"support",       "presence", "help",        "backing", "auspices",    "patronage",
         "unterstutzung", "beisein",  "anwesenheit", "hilfe",   "vermittlung", "schirmherrschaft",
         "soutien",       "appui",    "aide",        "egide",   "parrainage",  "initiative",
         "behalf",        "auftrag",  "vermittelt"});
    for (std::uint32_t back = 1; back <= 4 && back <= body.first; ++back) {
        const std::uint32_t at = body.first - back;
        const Key& key = scene.token(at).key;
        if (is_one_of<kBy>(key)) return back > 1;
        if (!scene.only_small_words(at, at + 1)) return false;
    }
    return false;
}

/// Bodies that sign, and projects that do so beside one: "the partnership P and the network N signed".
Entities signing_parties(const Scene& scene, std::uint32_t s, std::uint32_t verb) {
    const auto mentions = scene.mentions(s);
    Entities out;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        const bool is_beside = scene.is_of(mentions[m], kProject) && mentions[m].end <= verb &&
                               m + 1 < mentions.size() && mentions[m + 1].end <= verb &&
                               scene.is_of(mentions[m + 1], kBodies) &&
                               mentions[m + 1].first - mentions[m].end <= 4 &&
                               scene.first_telling(mentions[m].end, mentions[m + 1].first, bit(Trigger::And));
        if (!is_beside && (!scene.is_of(mentions[m], kBodies) || is_where(scene, mentions[m]) ||
                           is_standing_by(scene, mentions[m])))
            continue;
        for (const std::uint32_t one : scene.entities(mentions[m], kBodies | kProject)) {
            if (std::ranges::find(out, one) == out.end()) out.push_back(one);
        }
    }
    return out;
}

/// Where and by which rule parties are told.
struct Told {
    std::uint32_t sentence = 0;
    std::uint32_t at = 0;
    const char* rule = "";
};

void add_parties(const Entities& who, const Part& agreement, const Told& told, FactSink& sink) {
    sink.add_all(who, agreement.entities,
                 {.predicate = Predicate::PartnerIn,
                  .sentence = told.sentence,
                  .at = told.at,
                  .rule = told.rule,
                  .qualifiers = {{"role", "party to the agreement"}},
                  .from_context = agreement.from_context});
}

/// "Signatories besides A are B and C": of the agreement that the text speaks of.
void signatories(const Scene& scene, std::uint32_t s, FactSink& sink) {
    for (std::uint32_t at = scene.sentence(s).first; at < scene.sentence(s).end; ++at) {
        if (!begins_like(scene.token(at).key, kSignatories) || scene.is_in_name(at)) continue;
        bool is_list = false;
        for (std::uint32_t next = at + 1; next < scene.sentence(s).end && next <= at + 12; ++next)
            is_list = is_list || is_one_of<kListing>(scene.token(next).key);
        if (!is_list) return;
        const auto agreement = scene.context(s, kAgreement);
        if (agreement) add_parties(scene.all(s, kBodies).entities, *agreement, {s, at, "signatories"}, sink);
        return;
    }
}

/// Whether more than the agreement's own name tells of agreeing or of partners.
bool tells_parties(const Scene& scene, std::uint32_t s) {
    const auto words = scene.telling(s, any_of({Trigger::Agreement, Trigger::Together, Trigger::Partner}));
    return std::ranges::any_of(words, [&](std::uint32_t at) {
        const Mention* mention = scene.mention_at(at);
        return mention == nullptr || !scene.is_of(*mention, kAgreement);
    });
}

/// "the cooperation between A and B": the name tells its parties.
Entities named_parties(const Scene& scene, const Mention& mention) {
    constexpr std::size_t kLetters = 4;
    Entities out;
    const auto& entities = scene.findings().entities;
    const std::string name = " " + text::folded(entities[mention.entities.front()].name) + " ";
    const std::size_t between =
        std::min({name.find(" between "), name.find(" entre "), name.find(" zwischen ")});
    if (between == std::string::npos) return out;
    for (std::uint32_t one = 0; one < entities.size(); ++one) {
        const std::string body = text::folded(entities[one].name);
        const bool is_named = has_kind(kBodies, entities[one].kind) && body.size() >= kLetters &&
                              name.find(" " + body + " ", between) != std::string::npos;
        if (is_named) out.push_back(one);
    }
    return out;
}

}  // namespace

void read_agreement_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto sign = signing(scene, s);
    bool has_agreement = false;
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kAgreement)) continue;
        has_agreement = true;
        const Part agreement{.entities = scene.entities(mention, kAgreement), .at = mention.first};
        if (const Entities named = mention.reference ? Entities{} : named_parties(scene, mention);
            named.size() >= 2) {
            add_parties(named, agreement, {s, mention.first, "agreement-between"}, sink);
            continue;
        }
        if (const auto between =
                scene.first_telling(mention.end, scene.sentence(s).end, bit(Trigger::Between))) {
            const Entities who = scene.all(s, kBodies, *between, scene.sentence(s).end).entities;
            if (who.size() >= 2) add_parties(who, agreement, {s, *between, "agreement-between"}, sink);
            continue;
        }
        const bool is_told = tells_parties(scene, s);
        Entities who = is_told ? scene.all(s, kBodies).entities : Entities{};
        for (const Mention& body : scene.mentions(s)) {
            if (!scene.is_of(body, kBodies) || (!is_where(scene, body) && !is_standing_by(scene, body)))
                continue;
            for (const std::uint32_t one : body.entities) std::erase(who, one);
        }
        // One alone is party only by signing.
        if (who.size() < 2) who = sign ? signing_parties(scene, s, *sign) : Entities{};
        add_parties(who, agreement, {s, mention.first, "agreement-signed"}, sink);
    }
    if (!has_agreement) signatories(scene, s, sink);
}

}  // namespace kontor::press
