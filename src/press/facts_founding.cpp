// SPDX-License-Identifier: EUPL-1.2
// When bodies were founded.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kYearDigits = 4;

bool begins(const std::string& key) {
    return key.starts_with("demarr") || key == "startete" || key == "gestartet" || key == "started" ||
           key == "launched" || key == "began" || key == "begann";
}

/// "crée du lien" is written like "créé" but for the accent.
bool is_present_tense(const Scene& scene, std::uint32_t at) {
    const Token& token = scene.token(at);
    if (token.key != "cree") return false;
    const std::string_view written = std::string_view(scene.findings().text)
                                         .substr(token.range.begin, token.range.end - token.range.begin);
    return written.ends_with("e");
}

/// "Founded in 2006 by the region C, the cluster A …": a participle that opens a sentence is of the body
/// behind its comma.
std::optional<Part> subject_of_participle(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr std::uint32_t kNoun = 4;
    // "der von C gegründete Verein A": what it stands in front of.
    if (scene.token(at).key.starts_with("gegrundete")) {
        const auto behind = scene.nearest(s, at, kBodies, Side::After);
        return behind && behind->at - at <= kNoun ? behind : std::nullopt;
    }
    if (at > scene.sentence(s).first + 1) return std::nullopt;
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.first <= at + 1 || !scene.is_of(mention, kBodies)) continue;
        std::uint32_t back = mention.first;
        while (back > at + 1 &&
               (scene.token(back - 1).kind == TokenKind::QuoteOpen || scene.only_small_words(back - 1, back)))
            --back;
        if (scene.token(back - 1).key == ",")
            return Part{.entities = scene.entities(mention, kBodies), .at = mention.first};
    }
    return std::nullopt;
}

}  // namespace

void read_founding_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    std::vector<std::uint32_t> tellings = scene.telling(s, bit(Trigger::Found));
    // "The cluster started in 2007": what begins is the body when nothing else can.
    if (tellings.empty() &&
        scene.all(s, kProject | kProgramme | kEvent | kAgreement | kPerson).entities.empty()) {
        for (const std::uint32_t at : scene.telling(s, bit(Trigger::Start))) {
            const auto who = scene.nearest(s, at, kBodies & ~kinds({EntityKind::PublicBody}), Side::Before);
            const bool is_own =
                who && scene.segment(who->at) == scene.segment(at) && begins(scene.token(at).key);
            if (is_own) tellings.push_back(at);
        }
    }
    for (const std::uint32_t at : tellings) {
        if (is_present_tense(scene, at)) continue;
        for (const DateSpan& date : scene.dates(s)) {
            if (date.sense != DateSense::On && date.sense != DateSense::Since) continue;
            if (scene.segment(date.first) != scene.segment(at) || !date.from.known()) continue;
            auto who = scene.subject(s, at, kBodies);
            if (!who) continue;
            // Work begins, which read_date_facts() says.
            const auto work = scene.nearest(s, at, kProject | kProgramme, Side::Before);
            const auto named = scene.nearest(s, at, kBodies, Side::Before);
            if (work && (!named || named->at < work->at)) continue;
            const auto own = subject_of_participle(scene, s, at);
            // A relative clause may name others behind.
            if (own)
                who = own;
            else if (named && !who->from_context && who->at > at)
                who = named;
            sink.add({.subject = who->entities.front(),
                      .predicate = Predicate::Founded,
                      .object = date.from.text().substr(0, kYearDigits),
                      .sentence = s,
                      .at = at,
                      .rule = "founded",
                      .qualifiers = {},
                      .from_context = who->from_context});
            return;
        }
    }
}

}  // namespace kontor::press
