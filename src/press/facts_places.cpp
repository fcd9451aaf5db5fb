// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearWords = 4;

/// "Nijmegen, The Netherlands": two of one country, the second before a mark.
bool is_wider(const Scene& scene, const Mention& place, const Mention& next) {
    const auto& entities = scene.findings().entities;
    const auto& here = entities[place.entities.front()];
    const auto& there = entities[next.entities.front()];
    const std::uint32_t end = scene.sentence(place.sentence).end;
    const bool is_closed = next.end >= end || (scene.token(next.end).kind != TokenKind::Word &&
                                               scene.token(next.end).kind != TokenKind::Number);
    return next.first == place.end + 1 && scene.token(place.end).key == "," && is_closed &&
           !here.country.empty() && here.country == there.country &&
           place.entities.front() != next.entities.front();
}

}  // namespace

Entities place_around(const Scene& scene, const Mention& place) {
    for (const Mention& next : scene.mentions(place.sentence)) {
        if (next.first < place.end + 1 || !scene.is_of(next, kPlace)) continue;
        if (next.first > place.end + 2) break;
        const Token& gap = scene.token(place.end);
        if (is_wider(scene, place, next)) return scene.entities(next, kPlace);
        const bool is_in = gap.key == "in" || gap.key == "en" || gap.key == "im";
        const bool is_bracket = gap.kind == TokenKind::BracketOpen && gap.partner == next.end;
        const bool is_plain =
            next.first == place.end + 1 || scene.only_small_words(place.end + 1, next.first);
        return (is_in || is_bracket) && is_plain ? scene.entities(next, kPlace) : Entities{};
    }
    return {};
}

namespace {

void add(const Scene& scene, const Mention& who, const Mention& place, const char* rule, FactSink& sink) {
    const Claimed claimed{
        .predicate = Predicate::LocatedIn, .sentence = place.sentence, .at = place.first, .rule = rule};
    sink.add_all(scene.entities(who, kBodies | kEvent), scene.entities(place, kPlace), claimed);
    sink.add_all(scene.entities(who, kBodies | kEvent), place_around(scene, place), claimed);
}

bool is_verbless(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t at = first; at < end; ++at) {
        const Token& token = scene.token(at);
        if (token.kind == TokenKind::Mark && token.key != "-") return false;
        if (scene.tells(at, any_of({Trigger::Passive, Trigger::And, Trigger::To, Trigger::From, Trigger::By,
                                    Trigger::For, Trigger::Together, Trigger::Fund})))
            return false;
        // "the Italian presidency of A", "die Hamburger Wirtschaft mit dem A": something else is from there.
        const bool leads_on =
            token.key == "of" || token.key == "mit" || token.key == "with" || token.key == "avec";
        if (leads_on && !scene.is_in_name(at)) return false;
    }
    return true;
}

/// "LITEK (Litauen)".
bool in_bracket(const Scene& scene, const Mention& who, const Mention& place, FactSink& sink) {
    std::uint32_t open = who.end;
    while (open < place.first && scene.token(open).kind == TokenKind::QuoteClose) ++open;
    const Token& token = scene.token(open);
    if (open >= place.first || token.kind != TokenKind::BracketOpen || token.partner < place.end)
        return false;
    if (place.first - open > 3) return false;
    // "GTAI (Germany Trade and Invest)": the place is part of a name.
    if (place.end < token.partner && scene.token(place.end).kind == TokenKind::Word &&
        scene.token(place.end).writing != Writing::Lower && !scene.is_in_name(place.end))
        return false;
    add(scene, who, place, "bracket-place", sink);
    return true;
}

/// The first token behind a name, its quotation mark and its short form in brackets: "A (B) aus C".
std::uint32_t behind(const Scene& scene, const Mention& who) {
    constexpr std::uint32_t kShortForm = 4;
    std::uint32_t end = who.end;
    const std::uint32_t last = scene.sentence(who.sentence).end;
    while (end < last && (scene.token(end).kind == TokenKind::QuoteClose ||
                          scene.token(end).kind == TokenKind::BracketClose))
        ++end;
    const bool is_open = end < last && scene.token(end).kind == TokenKind::BracketOpen;
    const std::uint32_t close = is_open ? scene.token(end).partner : kNoToken;
    const bool is_short = close != kNoToken && close < last && close - end <= kShortForm &&
                          scene.all(who.sentence, kPlace, end, close).entities.empty();
    return is_short ? close + 1 : end;
}

/// "A of Ireland", "A of Germany": after a name the place is where it is from.
bool is_of_country(const Scene& scene, const Mention& who, const Mention& place) {
    return scene.findings().language == "en" && !who.reference && !scene.is_of(who, kEvent) &&
           !scene.is_of(who, kinds({EntityKind::PublicBody})) && scene.token(who.end).key == "of" &&
           (place.first == who.end + 1 ||
            (place.first == who.end + 2 && scene.token(who.end + 1).key == "the"));
}

/// "A, en Bavière, et B, en Catalogne"; "A, in Bavaria, and".
bool is_apposed(const Scene& scene, const Mention& who, const Mention& place) {
    if (who.reference || scene.is_of(who, kEvent) || scene.token(who.end).key != ",") return false;
    if (place.first < who.end + 2 || place.first > who.end + 3) return false;
    if (!scene.tells(who.end + 1, bit(Trigger::To)) || !scene.only_small_words(who.end + 2, place.first))
        return false;
    const bool is_closed = place.end >= scene.sentence(place.sentence).end ||
                           scene.token(place.end).kind == TokenKind::Mark ||
                           scene.tells(place.end, bit(Trigger::And));
    return is_closed &&
           !scene.segment_tells(who.first, any_of({Trigger::Trip, Trigger::Visit, Trigger::Happen}));
}

bool is_french_of(const Scene& scene, std::uint32_t at) {
    const Key& key = scene.token(at).key;
    return scene.findings().language == "fr" && (key == "de" || key == "du" || key == "d'" || key == "des");
}

/// "hat A in B besucht", "visited A in B", "a visité A à B": A is what was visited, there.
bool is_visited(const Scene& scene, const Mention& who, const Mention& place) {
    constexpr std::uint32_t kVerb = 3;
    const Sentence& sentence = scene.sentence(place.sentence);
    if (scene.findings().language == "de")
        return place.end < sentence.end && scene.token(place.end).key.starts_with("besuch");
    const std::uint32_t from = who.first > sentence.first + kVerb ? who.first - kVerb : sentence.first;
    for (std::uint32_t at = from; at < who.first; ++at) {
        if (scene.token(at).key.starts_with("visit") && !scene.tells(at, bit(Trigger::Trip))) return true;
    }
    return false;
}

/// "nach B", "in die Region B", "to B": whither, not where.
bool is_motion(const Scene& scene, std::uint32_t at) {
    static constexpr auto kWhither =
        std::to_array<std::string_view>({"nach", "zu", "zum", "zur", "to", "into", "vers", "ins"});
    const std::string& key = scene.token(at).key;
    if (is_one_of<kWhither>(key)) return true;
    const std::string& next = scene.token(at + 1).key;
    return scene.findings().language == "de" && key == "in" &&
           (next == "die" || next == "den" || next == "das");
}

/// "MEDICEN aus Frankreich", "A, based in Lille", "the A in Oulu".
bool from_place(const Scene& scene, const Mention& named, const Mention& place, FactSink& sink) {
    Mention who = named;
    who.end = behind(scene, named);
    if (who.end > place.first) return false;
    const std::uint32_t gap = place.first - who.end;
    if (gap == 0 || gap > kNearWords + 2) return false;
    if (is_of_country(scene, who, place) || is_apposed(scene, who, place)) {
        add(scene, who, place, "apposed-place", sink);
        return true;
    }
    const TriggerSet leading = any_of({Trigger::From, Trigger::Based});
    const auto lead = scene.first_telling(who.end, place.first, leading);
    // "the partners come from A and B" is told of them together; "members of A in the region of B" is not
    // of A.
    const bool is_together = who.reference && who.entities.size() > 1;
    const bool is_loose =
        lead && is_french_of(scene, *lead) && *lead > who.end + 1 && scene.token(who.end).key != ",";
    if (lead && (is_together || is_loose)) return false;
    if (lead) {
        for (std::uint32_t at = who.end; at < place.first; ++at) {
            const Token& token = scene.token(at);
            const bool is_comma = token.kind == TokenKind::Mark && token.key == "," && at == who.end;
            if ((token.kind != TokenKind::Word && !is_comma) || scene.tells(at, bit(Trigger::And)))
                return false;
        }
        add(scene, who, place, "from-place", sink);
        return true;
    }
    const bool is_in = gap <= 2 && scene.tells(who.end, bit(Trigger::To)) && !is_motion(scene, who.end) &&
                       scene.only_small_words(who.end + 1, place.first) && !scene.is_of(who, kEvent);
    if (is_in && scene.segment_tells(who.first, bit(Trigger::Organise))) {
        // "A holds a workshop in B": the workshop is there.
        const auto event = scene.nearest(place.sentence, place.first, kEvent, Side::After);
        if (event && scene.segment(event->at) == scene.segment(place.first)) {
            sink.add_all({event->entities.front()}, scene.entities(place, kPlace),
                         {.predicate = Predicate::LocatedIn,
                          .sentence = place.sentence,
                          .at = place.first,
                          .rule = "organised-in"});
            return true;
        }
    }
    const bool is_trip = scene.segment_tells(who.first, any_of({Trigger::Trip, Trigger::Visit}));
    if (is_in && (!is_trip || is_visited(scene, who, place))) {
        add(scene, who, place, "in-place", sink);
        return true;
    }
    return false;
}

/// Whether nothing but a comma or "and" stands before the next of an enumeration: "the Greek clusters A and
/// B".
bool shares_article(const Scene& scene, std::uint32_t s, std::size_t mention) {
    const auto mentions = scene.mentions(s);
    for (std::size_t next = mention + 1; next < mentions.size(); ++next) {
        if (!scene.is_of(mentions[next], kBodies)) continue;
        for (std::uint32_t at = mentions[mention].end; at < mentions[next].first; ++at) {
            const Token& token = scene.token(at);
            const bool joins = token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::QuoteClose ||
                               token.key == "," || scene.tells(at, bit(Trigger::And));
            if (!joins) return false;
        }
        return true;
    }
    return true;
}

bool is_article(const Key& key) {
    static constexpr auto kArticles =
        std::to_array<std::string_view>({"a", "an", "das", "dem", "den", "der", "die", "ein", "eine", "einem",
                                         "einen", "einer", "l'", "la", "le", "the", "un", "une"});
    return is_one_of<kArticles>(key);
}

/// Article, adjectives and the noun's words alone; French has the adjective behind "pôle de compétitivité".
bool is_one_phrase(const Scene& scene, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t at = first; at < end; ++at) {
        const Token& token = scene.token(at);
        const bool is_inside = scene.findings().language == "fr" && (token.key == "de" || token.key == "d'");
        // "das Mikro- und Nanonetzwerk".
        const bool is_halved = at > first && scene.token(at - 1).key.ends_with('-');
        if (is_halved && scene.tells(at, bit(Trigger::And))) continue;
        if (token.kind != TokenKind::Word || (!is_inside && !is_article(token.key) &&
                                              (scene.only_small_words(at, at + 1) ||
                                               scene.tells(at, any_of({Trigger::And, Trigger::Passive})))))
            return false;
    }
    return true;
}

/// "the Finnish partner cluster A", "das katalonische Cluster B", "le pôle breton C".
/// "A, a Finnish cluster", "A, ein Verein aus dem Elsass".
/// "A, the Polish cluster B": B is Polish, not A.
bool names_next(const Scene& scene, const Mention& place) {
    for (const Mention& next : scene.mentions(place.sentence)) {
        if (next.first < place.end || !scene.is_of(next, kBodies | kProject | kEvent)) continue;
        for (std::uint32_t at = place.end; at < next.first; ++at) {
            if (scene.token(at).kind == TokenKind::Mark && scene.token(at).key != "-") return false;
            if (scene.tells(at, any_of({Trigger::And, Trigger::Passive, Trigger::From, Trigger::For,
                                        Trigger::By, Trigger::To})))
                return false;
        }
        return true;
    }
    return false;
}

/// Behind "one of the", "eines der", "l'un des": where what follows begins; `at` when none stands there.
std::uint32_t over_one_of(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr std::uint32_t kSmall = 4;
    static constexpr auto kOne = std::to_array<std::string_view>(
        {"one", "eines", "einer", "eine", "einem", "un", "une", "l'un", "l'une", "l'"});
    static constexpr auto kOf = std::to_array<std::string_view>({"of", "der", "des", "de", "unter"});
    if (!is_one_of<kOne>(scene.token(at).key)) return at;
    const std::uint32_t end = std::min(at + kSmall, scene.sentence(s).end);
    for (std::uint32_t of = at + 1; of < end; ++of) {
        if (is_one_of<kOf>(scene.token(of).key)) return of + 1;
    }
    return at;
}

void apposed_adjectives(const Scene& scene, std::uint32_t s, FactSink& sink) {
    constexpr std::uint32_t kWords = 6;
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention& who = mentions[i];
        if (!scene.is_of(who, kBodies) || who.reference) continue;
        std::uint32_t comma = who.end;
        if (comma >= scene.sentence(s).end) continue;
        const bool is_bracket = scene.token(comma).kind == TokenKind::BracketOpen;
        if (is_bracket && scene.token(comma).partner != kNoToken) comma = scene.token(comma).partner + 1;
        if (comma + 2 >= scene.sentence(s).end || scene.token(comma).key != ",") continue;
        const std::uint32_t begin = over_one_of(scene, s, comma + 1);
        if (begin == comma + 1 && !is_article(scene.token(begin).key)) continue;
        for (std::size_t next = i + 1; next < mentions.size(); ++next) {
            const Mention& place = mentions[next];
            if (place.first < comma) continue;
            const bool is_passed = scene.is_of(place, kTopic) && place.first <= comma + kWords;
            if (is_passed) continue;  // "la grappe aérospatiale allemande"
            if (!scene.is_of(place, kPlace) || place.first > comma + kWords) break;
            // "A, das größte Netzwerk Sachsens".
            const auto& entity = scene.findings().entities[place.entities.front()];
            const Key& ending = scene.token(place.end - 1).key;
            const bool is_genitive = scene.findings().language == "de" && ending.ends_with('s') &&
                                     !entity.name.ends_with('s') && place.first > comma + 2;
            const bool is_owner = place.end < scene.sentence(s).end && scene.token(place.end).key == "'s";
            const bool is_adjective = is_genitive || is_owner || entity.rule == "demonym" ||
                                      scene.token(place.first).writing == Writing::Lower ||
                                      (scene.findings().language == "en" && place.first <= comma + 3);
            if (is_adjective && is_one_phrase(scene, begin, place.first) && !names_next(scene, place))
                add(scene, who, place, "apposed-place", sink);
            break;
        }
    }
}

/// "the Tartu start-up A": a town in front of an English noun.
bool is_town_in_front(const Scene& scene, const Mention& place, const Mention& who) {
    if (scene.findings().language != "en" || who.first != place.end + 1) return false;
    const Token& noun = scene.token(place.end);
    return noun.kind == TokenKind::Word && noun.writing == Writing::Lower &&
           !scene.only_small_words(place.end, place.end + 1) && place.first > 0 &&
           scene.token(place.first - 1).key == "the";
}

/// "the two French clusters A and B" amid others: the one behind "and" as well.
Entities pair_of_plural(const Scene& scene, std::uint32_t s, std::size_t mention) {
    const auto mentions = scene.mentions(s);
    const Mention& who = mentions[mention];
    Entities all = scene.entities(who, kBodies);
    const bool is_plural =
        who.first > 0 && scene.findings().language != "de" && scene.token(who.first - 1).key.ends_with("s");
    for (std::size_t next = mention + 1; is_plural && next < mentions.size(); ++next) {
        if (!scene.is_of(mentions[next], kBodies) || mentions[next].reference) continue;
        if (mentions[next].first == who.end + 1 && scene.tells(who.end, bit(Trigger::And)))
            std::ranges::copy(scene.entities(mentions[next], kBodies), std::back_inserter(all));
        break;
    }
    return all;
}

void adjectives(const Scene& scene, std::uint32_t s, FactSink& sink) {
    apposed_adjectives(scene, s, sink);
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Mention& place = mentions[i];
        const Mention& who = mentions[i + 1];
        if (!scene.is_of(place, kPlace) || !scene.is_of(who, kBodies) || who.first < place.end) continue;
        if (who.reference || who.first - place.end > kNearWords) continue;
        const auto& entity = scene.findings().entities[place.entities.front()];
        const std::string_view written = std::string_view(scene.findings().text)
                                             .substr(place.range.begin, place.range.end - place.range.begin);
        const std::string_view rule = scene.findings().entities[who.entities.front()].rule;
        const bool is_owner = (scene.token(place.end).key == "'s" || scene.token(place.end).key == "’s") &&
                              rule != "striking-word" && rule != "single-word";
        const bool is_adjective = written != entity.name || is_town_in_front(scene, place, who) || is_owner;
        if (!is_adjective || !is_verbless(scene, place.end + (is_owner ? 1 : 0), who.first)) continue;
        // All of an enumeration: "the Greek clusters A and B".
        const Part all = scene.enumeration(s, i + 1, kBodies);
        const bool is_first = all.at == who.first && shares_article(scene, s, i + 1);
        sink.add_all(
            is_first && !is_owner ? all.entities
            : is_owner            ? scene.entities(who, kBodies)
                                  : pair_of_plural(scene, s, i + 1),
            scene.entities(place, kPlace),
            {.predicate = Predicate::LocatedIn, .sentence = s, .at = place.first, .rule = "of-place"});
    }
}

/// How many tokens of [first, end) tell dates.
std::uint32_t dated_words(const Scene& scene, std::uint32_t s, std::uint32_t first, std::uint32_t end) {
    std::uint32_t words = 0;
    for (const DateSpan& date : scene.dates(s)) {
        if (date.first >= first && date.end <= end) words += date.end - date.first + 1;
    }
    return std::min(words, end - first);
}

/// "In B findet die Messe A statt", "gathered in B for the kick-off".
void venue_before(const Scene& scene, std::uint32_t s, const Mention& event, FactSink& sink) {
    if (event.reference || !scene.segment_tells(event.first, bit(Trigger::Happen))) return;
    for (const std::uint32_t entity : scene.entities(event, kEvent)) {
        if (sink.has_any(entity, Predicate::LocatedIn)) return;
    }
    const auto place = scene.nearest(s, event.first, kPlace, Side::Before);
    if (!place || place->at == 0 || scene.segment(place->at) != scene.segment(event.first)) return;
    bool is_led = false;
    for (std::uint32_t at = place->at; at > scene.sentence(s).first && place->at - at < 2; --at)
        is_led = is_led || scene.tells(at - 1, bit(Trigger::To)) || scene.token(at - 1).key == "of";
    const bool trip = is_trip(scene, event.entities.front()) ||
                      scene.first_telling(event.first, event.end, bit(Trigger::Trip)).has_value();
    if (!is_led || trip) return;
    sink.add_all(scene.entities(event, kEvent), {place->entities.back()},
                 {.predicate = Predicate::LocatedIn, .sentence = s, .at = place->at, .rule = "venue-before"});
}

/// "in B", "at B", "in der B": a preposition of place leads to it.
bool is_where(const Scene& scene, const Mention& place) {
    static constexpr auto kWhere =
        std::to_array<std::string_view>({"at", "near", "bei", "beim", "sur", "in", "im", "am", "within"});
    const std::uint32_t first = scene.sentence(place.sentence).first;
    for (std::uint32_t at = place.first; at > first && place.first - at < 3;) {
        --at;
        const std::string& key = scene.token(at).key;
        if (scene.tells(at, bit(Trigger::To)) || is_one_of<kWhere>(key)) return true;
        if (key != "der" && key != "the" && key != "dem" && key != "la" && key != "les" && key != "l'" &&
            key != "den")
            return false;
    }
    return false;
}

/// Where an event is: "the workshop took place in Dresden".
void venues(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (!scene.is_of(mentions[i], kEvent)) continue;
        bool trip = !mentions[i].reference && is_trip(scene, mentions[i].entities.front());
        for (std::uint32_t at = mentions[i].first; at < mentions[i].end; ++at)
            trip = trip || scene.tells(at, bit(Trigger::Trip));
        if (trip) continue;
        for (std::size_t next = i + 1; next < mentions.size(); ++next) {
            const Mention& place = mentions[next];
            if (scene.is_of(place, kEvent)) break;
            if (!scene.is_of(place, kPlace) || place.first < mentions[i].end) continue;
            if (scene.token(place.first).writing == Writing::Lower) continue;  // "der norwegischen Seite"
            const bool is_in = is_where(scene, place);
            const bool is_near =
                place.first - mentions[i].end - dated_words(scene, s, mentions[i].end, place.first) <= 3;
            const bool happens =
                scene.segment_tells(place.first, any_of({Trigger::Happen, Trigger::Organise}));
            if (!is_in || (!is_near && !happens)) continue;
            add(scene, mentions[i], place, happens ? "venue" : "event-in", sink);
            break;
        }
        venue_before(scene, s, mentions[i], sink);
    }
}

}  // namespace

void read_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const auto mentions = scene.mentions(s);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const KindSet set = kBodies | kEvent;
        if (!scene.is_of(mentions[i], set) || scene.tells(mentions[i].first, bit(Trigger::We))) continue;
        if (mentions[i].reference && !scene.is_of(mentions[i], kBodies)) continue;
        for (std::size_t next = i + 1; next < mentions.size() && next <= i + 2; ++next) {
            if (scene.is_of(mentions[next], set)) break;
            if (!scene.is_of(mentions[next], kPlace) || mentions[next].first < mentions[i].end) continue;
            if (in_bracket(scene, mentions[i], mentions[next], sink) ||
                from_place(scene, mentions[i], mentions[next], sink))
                break;
        }
    }
    adjectives(scene, s, sink);
    venues(scene, s, sink);
}

}  // namespace kontor::press
