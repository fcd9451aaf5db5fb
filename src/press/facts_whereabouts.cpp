// SPDX-License-Identifier: EUPL-1.2
// Where bodies are, told of several at once or of several places: countries behind lists, offices, stops in
// the lines of a programme.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

using Words = std::string_view;

Claimed located(std::uint32_t s, std::uint32_t at, const char* rule) {
    return {.predicate = Predicate::LocatedIn, .sentence = s, .at = at, .rule = rule};
}

/// The bracket that opens right behind a name and its quotation mark; none: the sentence's end.
std::uint32_t bracket_behind(const Scene& scene, const Mention& mention) {
    const std::uint32_t end = scene.sentence(mention.sentence).end;
    std::uint32_t at = mention.end;
    while (at < end && scene.token(at).kind == TokenKind::QuoteClose) ++at;
    const bool is_open = at < end && scene.token(at).kind == TokenKind::BracketOpen &&
                         scene.token(at).partner != kNoToken && scene.token(at).partner < end;
    return is_open ? at : end;
}

/// Whether a bracket holds a place alone: "A (Spain)".
const Mention* place_in_bracket(const Scene& scene, const Mention& who) {
    const std::uint32_t open = bracket_behind(scene, who);
    if (open >= scene.sentence(who.sentence).end) return nullptr;
    const Mention* place = scene.mention_at(open + 1);
    return place != nullptr && scene.is_of(*place, kPlace) && place->end == scene.token(open).partner
               ? place
               : nullptr;
}

/// "A (Spain), B (Italy), C and D (Poland)": where the others each have a bracket, C shares that of D.
void shared_brackets(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    std::size_t brackets = 0;
    for (const Mention& who : mentions) {
        if (scene.is_of(who, kBodies) && place_in_bracket(scene, who) != nullptr) ++brackets;
    }
    for (std::size_t i = 0; brackets > 1 && i + 1 < mentions.size(); ++i) {
        const Mention& first = mentions[i];
        const Mention& second = mentions[i + 1];
        if (!scene.is_of(first, kBodies) || !scene.is_of(second, kBodies)) continue;
        const Mention* place = place_in_bracket(scene, second);
        const bool is_pair = second.first == first.end + 1 && scene.tells(first.end, bit(Trigger::And));
        if (place == nullptr || !is_pair) continue;
        sink.add_all(scene.entities(first, kBodies), scene.entities(*place, kPlace),
                     located(s, place->first, "shared-bracket"));
    }
}

/// The bodies alone in the bracket behind a place; none when it holds anything else.
Entities bodies_in_bracket(const Scene& scene, const Mention& place) {
    const std::uint32_t s = place.sentence;
    const std::uint32_t open = bracket_behind(scene, place);
    if (open >= scene.sentence(s).end) return {};
    const std::uint32_t close = scene.token(open).partner;
    const Part inside = scene.all(s, kBodies, open, close);
    if (inside.entities.empty() || inside.at > open + 2) return {};
    for (std::uint32_t at = open + 1; at < close; ++at) {
        const bool goes_on = scene.is_in_name(at) || scene.tells(at, bit(Trigger::And)) ||
                             scene.token(at).key == "," || scene.only_small_words(at, at + 1);
        if (!goes_on) return {};
    }
    return scene.all(s, kPlace, open, close).entities.empty() ? inside.entities : Entities{};
}

/// "clusters from Poland (A), France (B and C)": those in the brackets are in the places before them. One
/// bracket alone is mostly a short form.
void bodies_behind_places(const Scene& scene, std::uint32_t s, FactSink& sink) {
    std::vector<std::pair<const Mention*, Entities>> found;
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || place.reference || place.first == scene.sentence(s).first)
            continue;
        const bool is_led = scene.token(place.first - 1).key == "," ||
                            scene.only_small_words(place.first - 1, place.first) ||
                            scene.tells(place.first - 1, any_of({Trigger::And, Trigger::From, Trigger::To}));
        if (!is_led) continue;
        Entities inside = bodies_in_bracket(scene, place);
        if (!inside.empty()) found.emplace_back(&place, std::move(inside));
    }
    for (const auto& [place, inside] : found) {
        if (found.size() < 2) return;
        sink.add_all(inside, scene.entities(*place, kPlace), located(s, place->first, "bracket-body"));
    }
}

/// The place that "für", "for", "pour" leads to right behind a body.
const Mention* place_spoken_for(const Scene& scene, const Mention& who) {
    static constexpr auto kFor = std::to_array<Words>({"fur", "for", "pour"});
    const std::uint32_t end = scene.sentence(who.sentence).end;
    if (who.end + 1 >= end || !is_one_of<kFor>(scene.token(who.end).key)) return nullptr;
    std::uint32_t at = who.end + 1;
    while (at + 1 < end && at < who.end + 3 && !scene.is_in_name(at) && scene.only_small_words(at, at + 1))
        ++at;
    const Mention* place = scene.mention_at(at);
    return place != nullptr && place->first == at && scene.is_of(*place, kPlace) ? place : nullptr;
}

/// "A et B pour l'Espagne, C pour la France": who takes part for which country.
void by_country(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    std::vector<std::pair<std::size_t, const Mention*>> found;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (!scene.is_of(mentions[i], kBodies) || mentions[i].reference) continue;
        if (const Mention* place = place_spoken_for(scene, mentions[i])) found.emplace_back(i, place);
    }
    for (const auto& [i, place] : found) {
        if (found.size() < 2) return;  // one alone speaks for the place
        Part who{.entities = scene.entities(mentions[i], kBodies), .at = mentions[i].first};
        const bool is_pair = i > 0 && scene.is_of(mentions[i - 1], kBodies) &&
                             mentions[i].first == mentions[i - 1].end + 1 &&
                             scene.tells(mentions[i - 1].end, bit(Trigger::And));
        if (is_pair)
            std::ranges::copy(scene.entities(mentions[i - 1], kBodies), std::back_inserter(who.entities));
        sink.add_all(who.entities, scene.entities(*place, kPlace), located(s, who.at, "by-country"));
    }
}

/// "maintains offices in A, B and C", "Geschäftsstellen in A und B", "des bureaux à A et B".
void offices(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kOffices = std::to_array<Words>({"geschaftsstelle",
                                                           "geschaftsstellen",
                                                           "buro",
                                                           "buros",
                                                           "standorte",
                                                           "standorten",
                                                           "niederlassungen",
                                                           "zweigstellen",
                                                           "aussenstellen",
                                                           "office",
                                                           "offices",
                                                           "branches",
                                                           "subsidiaries",
                                                           "sites",
                                                           "bureau",
                                                           "bureaux",
                                                           "antennes",
                                                           "agences",
                                                           "implantations",
                                                           "filialen",
                                                           "werke",
                                                           "werken"});
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t at = sentence.first; at + 2 < sentence.end; ++at) {
        if (scene.is_in_name(at) || !is_one_of<kOffices>(scene.token(at).key)) continue;
        if (!scene.tells(at + 1, bit(Trigger::To)) && scene.token(at + 1).key != "at") continue;
        const auto places = scene.nearest(s, at, kPlace, Side::After);
        if (!places || places->at > at + 3) continue;
        auto who = scene.nearest(s, at, kBodies, Side::Before);
        const bool is_far = who && scene.segment(who->at) != scene.segment(at);
        if (is_far) who = scene.subject(s, at, kBodies);
        if (!who) who = scene.spoken_of(s, kBodies & ~kinds({EntityKind::PublicBody}));
        if (!who || (!who->from_context && who->at > at)) continue;
        Claimed claimed = located(s, at, "offices-in");
        claimed.from_context = who->from_context;
        sink.add_all({who->entities.back()}, places->entities, claimed);
    }
}

/// The place that a line of a programme names behind its date, before a colon; none otherwise.
const Mention* place_of_day(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    constexpr std::uint32_t kToPlace = 3;
    const std::uint32_t end = scene.sentence(s).end;
    std::uint32_t at = date.end;
    while (at < end && at < date.end + kToPlace && !scene.is_in_name(at)) ++at;
    const Mention* place = at < end ? scene.mention_at(at) : nullptr;
    if (place == nullptr || !scene.is_of(*place, kPlace) || place->end + 1 >= end) return nullptr;
    const std::string& mark = scene.token(place->end).key;
    return mark == ":" || mark == "–" || mark == "—" ? place : nullptr;
}

/// "18 March, Lyon: meeting with A and a tour of B": lines of a programme; those met are in its places.
void programme_stops(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto dates = scene.dates(s);
    if (dates.empty() || dates.front().first > scene.sentence(s).first + 1) return;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const Mention* place = place_of_day(scene, s, dates[i]);
        if (place == nullptr) continue;
        std::uint32_t end = i + 1 < dates.size() ? dates[i + 1].first : scene.sentence(s).end;
        // Those from elsewhere say so themselves.
        const Part others = scene.all(s, kPlace, place->end, end);
        if (!others.entities.empty() && scene.tells(others.at - 1, bit(Trigger::From))) end = others.at - 1;
        sink.add_all(scene.all(s, kBodies, place->end, end).entities, scene.entities(*place, kPlace),
                     located(s, place->first, "programme-stop"));
    }
}

/// "among them, from Poland, A and B", "aus Polen die Firmen A und B": where those behind are from.
void from_place_first(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kNoun = 4;
    const std::uint32_t first = scene.sentence(s).first;
    for (const Mention& place : scene.mentions(s)) {
        if (!scene.is_of(place, kPlace) || place.reference || place.first < first + 2) continue;
        const std::string& lead = scene.token(place.first - 1).key;
        const std::string& mark = scene.token(place.first - 2).key;
        if ((lead != "from" && lead != "aus") || (mark != "," && mark != ";" && mark != "–")) continue;
        const auto who = scene.nearest(s, place.end, kBodies, Side::After);
        if (!who || who->at - place.end > kNoun) continue;
        bool is_led = true;
        for (std::uint32_t at = place.end; at < who->at; ++at) {
            const Token& token = scene.token(at);
            is_led = is_led && !scene.is_in_name(at) &&
                     (token.kind == TokenKind::Word || (token.key == "," && at == place.end)) &&
                     !scene.tells(at, any_of({Trigger::And, Trigger::Passive, Trigger::From, Trigger::By}));
        }
        if (is_led)
            sink.add_all(who->entities, scene.entities(place, kPlace), located(s, place.first, "from-first"));
    }
}

}  // namespace

void read_whereabouts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    shared_brackets(scene, s, sink);
    bodies_behind_places(scene, s, sink);
    by_country(scene, s, sink);
    offices(scene, s, sink);
    programme_stops(scene, s, sink);
    from_place_first(scene, s, sink);
}

}  // namespace kontor::press
