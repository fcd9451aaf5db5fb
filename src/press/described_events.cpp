// SPDX-License-Identifier: EUPL-1.2
#include "press/described_events.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string_view>

#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::uint32_t kLeading = 3;    // words from the noun to its place
constexpr std::uint32_t kToVenue = 4;    // tokens from the noun to the place where it is held
constexpr std::size_t kDescribed = 200;  // events of one text; what has more is no press item
constexpr double kTripConfidence = 0.8;
constexpr double kOccasionConfidence = 0.7;

struct Described {
    std::uint32_t first = 0;  // tokens
    std::uint32_t noun = 0;
    std::uint32_t name_first = kNone;  // of its name when that begins with a place
    std::uint32_t end = 0;
    bool is_trip = false;
    bool has_goal = false;  // tells which: a place or a modifier
};

/// "Besuch in X", "visit to X": a trip when it tells where, else a day like any other.
bool is_visit(std::string_view key) {
    return key.ends_with("besuch") || key == "visit" || key == "visite";
}

class EventNouns {
public:
    EventNouns(const Findings& findings, const Marked& marked) : findings_(findings), marked_(marked) {
        mention_of_.assign(findings.tokens.size(), kNone);
        for (std::uint32_t m = 0; m < findings.mentions.size(); ++m) {
            const Mention& mention = findings.mentions[m];
            const bool is_inside = mention.reference && !mention.entities.empty() &&
                                   findings.entities[mention.entities.front()].kind == EntityKind::Place;
            if (is_inside) continue;  // "Nordamerika" of "Nordamerika-Reise"
            for (std::uint32_t at = mention.first; at < mention.end; ++at) mention_of_[at] = m;
        }
    }

    [[nodiscard]] std::vector<Described> find() const {
        std::vector<Described> out;
        for (const Sentence& sentence : findings_.sentences) {
            if (sentence.kind == SentenceKind::Furniture) continue;
            for (std::uint32_t at = sentence.first; at < sentence.end && out.size() < kDescribed; ++at) {
                if (auto found = described(sentence, at)) {
                    out.push_back(*found);
                    at = found->noun;
                }
            }
        }
        return out;
    }

private:
    [[nodiscard]] bool tells(std::uint32_t at, TriggerSet set) const { return (marked_.at[at] & set) != 0; }

    [[nodiscard]] bool is_noun(const Sentence& sentence, std::uint32_t at) const {
        const Token& token = findings_.tokens[at];
        if (token.kind != TokenKind::Word || mention_of_[at] != kNone) return false;
        // Its name follows: "Workshop „X“".
        const bool is_last = at + 1 >= sentence.end;
        if (!is_last && findings_.tokens[at + 1].kind == TokenKind::QuoteOpen) return false;
        if (findings_.language == "de") return token.writing != Writing::Lower;
        if (findings_.language == "fr" && is_participle(token)) return false;
        // A noun has an article, an adjective or a name in front of it, a verb a name or pronoun alone.
        return at == sentence.first || findings_.tokens[at - 1].kind == TokenKind::Word;
    }

    /// "ont visité": the verb, not "visite".
    [[nodiscard]] bool is_participle(const Token& token) const {
        const std::string_view written(findings_.text.data() + token.range.begin,
                                       token.range.end - token.range.begin);
        return written == "visité" || written == "visités" || written == "visitée" || written == "visitées";
    }

    /// "the trade fair X": the name behind is the event.
    [[nodiscard]] bool has_name_behind(const Sentence& sentence, std::uint32_t noun) const {
        const std::uint32_t m = noun + 1 < sentence.end ? mention_of_[noun + 1] : kNone;
        return m != kNone && !findings_.mentions[m].reference && !findings_.mentions[m].entities.empty() &&
               findings_.entities[findings_.mentions[m].entities.front()].kind == EntityKind::Event;
    }

    /// "in der Messe Bremen": a fairground, not a fair.
    [[nodiscard]] bool is_ground(const Sentence& sentence, std::uint32_t noun) const {
        if (findings_.language != "de" || noun + 1 >= sentence.end) return false;
        const std::uint32_t m = mention_of_[noun + 1];
        return m != kNone && !findings_.mentions[m].entities.empty() &&
               findings_.entities[findings_.mentions[m].entities.front()].kind == EntityKind::Place;
    }

    /// "letzte Woche", "fait appel à", "à la rencontre de", "meeting places", "du voyage": no event is meant.
    [[nodiscard]] bool is_idiom(const Sentence& sentence, std::uint32_t first, std::uint32_t noun) const {
        static constexpr auto kTimes = std::to_array<std::string_view>(
            {"woche", "wochen", "week", "weeks", "semaine", "semaines", "tag", "tage", "day", "days"});
        static constexpr auto kMaking = std::to_array<std::string_view>(
            {"fait", "faire", "font", "faisant", "fera", "feront", "faisait", "firent"});
        static constexpr auto kSpots = std::to_array<std::string_view>(
            {"place", "places", "point", "points", "room", "rooms", "minutes"});
        static constexpr auto kNoMissions =
            std::to_array<std::string_view>({"emission", "emissionen", "transmission", "submission",
                                             "admission", "permission", "commission"});
        const auto key = [&](std::uint32_t at) -> std::string_view {
            return at < sentence.end ? std::string_view(findings_.tokens[at].key) : std::string_view();
        };
        if (first == noun && is_one_of<kTimes>(key(noun))) return true;
        if (is_one_of<kNoMissions>(key(noun)) || key(noun).ends_with("kommission") ||
            key(noun).ends_with("kommissionen"))
            return true;
        if (is_one_of<kSpots>(key(noun + 1))) return true;
        if (first == sentence.first) return false;
        const std::string_view before = key(first - 1);
        if (key(noun) == "appel") return is_one_of<kMaking>(before);
        // "avec mission de …", "aucune mission", "un lieu de rencontre": no event is meant.
        const bool is_purpose = key(noun) == "mission" && (before == "avec" || before == "pour" ||
                                                           before == "aucune" || before == "comme");
        const bool is_spot = key(noun) == "rencontre" && before == "de" && first > sentence.first + 1 &&
                             (key(first - 2) == "lieu" || key(first - 2) == "lieux");
        if (is_purpose || is_spot) return true;
        const bool is_towards =
            key(noun) == "rencontre" && before == "la" && first > sentence.first + 1 && key(first - 2) == "a";
        return is_towards || (key(noun) == "voyage" && before == "du" && noun + 2 >= sentence.end);
    }

    [[nodiscard]] std::optional<Described> described(const Sentence& sentence, std::uint32_t at) const {
        bool is_trip = tells(at, bit(Trigger::Trip));
        if ((!is_trip && !tells(at, bit(Trigger::Occasion))) || !is_noun(sentence, at)) return std::nullopt;
        // Of a run of words ("study visit") the last is the noun.
        const std::uint32_t run = std::max(marked_.end[at], at + 1);
        std::uint32_t noun = run <= sentence.end && mention_of_[run - 1] == kNone ? run - 1 : at;
        // "matchmaking event", "kick-off meeting": the last noun is the thing.
        const TriggerSet nouns = bit(Trigger::Trip) | bit(Trigger::Occasion);
        while (findings_.language == "en" && noun + 1 < sentence.end && tells(noun + 1, nouns) &&
               mention_of_[noun + 1] == kNone && noun - at < kLeading)
            ++noun;
        if (noun > at) is_trip = tells(noun, bit(Trigger::Trip)) || (is_trip && run - 1 == noun);
        Described out{.first = at, .noun = noun, .end = noun + 1, .is_trip = is_trip};
        const Token& token = findings_.tokens[noun];
        if (is_ground(sentence, noun) || has_name_behind(sentence, noun) || is_idiom(sentence, at, noun))
            return std::nullopt;
        const std::size_t hyphen = token.key.find('-');
        if (hyphen != std::string::npos && hyphen > 2) out.has_goal = true;  // "Nordamerika-Reise"
        if (!is_trip && !out.has_goal && is_visit(token.key)) {
            add_goal(sentence, out);
            is_trip = out.is_trip = out.has_goal;
        }
        if (is_trip) {
            if (findings_.language == "de") add_modifier(sentence, out);
            const bool is_apart = out.first != at;
            if (is_apart) out.has_goal = false;
            if (!out.has_goal) add_place_before(sentence, out);
            if (!out.has_goal) add_goal(sentence, out);
            out.has_goal = out.has_goal || is_apart;
        } else {
            add_modifier(sentence, out);
            if (!is_plural(sentence, noun)) add_order(sentence, out);
            const bool is_told = has_date(sentence) || has_venue(sentence, out) || is_framed(sentence, out) ||
                                 is_hosted(sentence, out);
            if (!out.has_goal && !is_told) return std::nullopt;
        }
        if (!out.has_goal && is_plural(sentence, noun)) return std::nullopt;
        return out;
    }

    /// "Delegationsreisen", "missions": said of no one trip.
    [[nodiscard]] bool is_plural(const Sentence& sentence, std::uint32_t at) const {
        const std::string_view key = findings_.tokens[at].key;
        if (findings_.language != "de") return key.ends_with('s');
        if (key.ends_with("en")) return !key.ends_with("treffen");
        // "die Workshops", not "des Workshops".
        static constexpr auto kOfOne = std::to_array<std::string_view>({"des", "eines", "dieses"});
        const bool is_of_one = at > sentence.first && is_one_of<kOfOne>(findings_.tokens[at - 1].key);
        return key.ends_with('s') && !key.ends_with("ss") && !is_of_one;
    }

    /// "Pressekonferenz in Bozen", "réunion à Martigny".
    [[nodiscard]] bool has_venue(const Sentence& sentence, const Described& one) const {
        for (std::uint32_t at = one.noun + 2; at < sentence.end && at <= one.noun + kToVenue; ++at) {
            const std::uint32_t m = mention_of_[at];
            if (m == kNone) continue;
            const Mention& mention = findings_.mentions[m];
            return !mention.entities.empty() && mention.first == at &&
                   findings_.entities[mention.entities.front()].kind == EntityKind::Place &&
                   tells(at - 1, bit(Trigger::To));
        }
        return false;
    }

    /// "organisiert einen Gemeinschaftsstand", "hosted a reception": somebody holds it.
    [[nodiscard]] bool is_hosted(const Sentence& sentence, const Described& one) const {
        static constexpr auto kArticles = std::to_array<std::string_view>(
            {"ein", "eine", "einen", "den", "die", "das", "a", "an", "the", "its", "un", "une", "le", "la"});
        constexpr std::uint32_t kNear = 24;  // German verbs stand at the end
        const std::uint32_t from = one.first > sentence.first + kNear ? one.first - kNear : sentence.first;
        const std::uint32_t end = std::min(one.end + kNear, sentence.end);
        bool has_article = false;
        for (std::uint32_t at = one.first; at > from && one.first - at < kLeading; --at)
            has_article = has_article || is_one_of<kArticles>(findings_.tokens[at - 1].key);
        for (std::uint32_t at = from; has_article && at < end; ++at) {
            if (tells(at, bit(Trigger::Organise) | bit(Trigger::Happen)) && mention_of_[at] == kNone)
                return true;
        }
        return false;
    }

    /// "beim Workshop", "zu einem gemeinsamen Empfang", "at the meeting", "lors de la réunion": one that was
    /// held, whether or not a day or place is told.
    [[nodiscard]] bool is_framed(const Sentence& sentence, const Described& one) const {
        static constexpr auto kJoint = std::to_array<std::string_view>({"beim", "zum", "zur"});
        static constexpr auto kArticles = std::to_array<std::string_view>(
            {"einem", "einer", "dem", "der", "des", "eines", "dieser", "diesem", "a",  "an", "the", "its",
             "their", "this",  "un",  "une", "la",  "le",    "l'",     "cette",  "ce", "sa", "son", "du"});
        static constexpr auto kLeads = std::to_array<std::string_view>(
            {"bei", "auf", "an", "wahrend", "rahmen", "zu", "mit", "nach", "anlasslich", "at", "during",
             "lors", "pendant", "durant", "cours", "occasion"});
        // What stays open in a phrase that is no event's: "in the event of".
        static constexpr auto kVague =
            std::to_array<std::string_view>({"event", "call", "visit", "besuch", "appel", "visite"});
        const Key& noun = findings_.tokens[one.noun].key;
        if (is_one_of<kVague>(noun)) return false;
        std::uint32_t at = one.first;
        for (std::uint32_t step = 0; at > sentence.first && step <= kLeading; ++step, --at) {
            const Token& before = findings_.tokens[at - 1];
            if (before.kind != TokenKind::Word || mention_of_[at - 1] != kNone) return false;
            if (is_one_of<kJoint>(before.key)) return true;
            if (is_one_of<kArticles>(before.key) && before.writing == Writing::Lower) break;
        }
        const bool has_article =
            at > sentence.first + 1 && is_one_of<kArticles>(findings_.tokens[at - 1].key);
        if (!has_article) return false;
        std::uint32_t lead = at - 2;
        const Key& small = findings_.tokens[lead].key;
        if ((small == "de" || small == "d'") && lead > sentence.first) --lead;
        return is_one_of<kLeads>(findings_.tokens[lead].key);
    }

    [[nodiscard]] bool has_date(const Sentence& sentence) const {
        const auto number = static_cast<std::uint32_t>(&sentence - findings_.sentences.data());
        return std::ranges::any_of(findings_.dates, [&](const DateSpan& date) {
            return date.sentence == number && (date.sense == DateSense::On || date.sense == DateSense::Span);
        });
    }

    /// "… in die USA".
    void add_goal(const Sentence& sentence, Described& out) const {
        for (std::uint32_t at = out.noun + 1; at < sentence.end && at <= out.noun + kLeading; ++at) {
            const std::uint32_t m = mention_of_[at];
            const bool is_place =
                m != kNone && !findings_.mentions[m].entities.empty() &&
                findings_.entities[findings_.mentions[m].entities.front()].kind == EntityKind::Place;
            const Key& lead = findings_.tokens[out.noun + 1].key;
            const bool is_goal =
                lead == "durch" || lead == "through" || lead == "across" ||
                (tells(out.noun + 1, bit(Trigger::To)) && !(findings_.language == "en" && lead == "in"));
            if (is_place && is_goal) {
                out.end = findings_.mentions[m].end;
                out.has_goal = true;
                return;
            }
            if (m != kNone || findings_.tokens[at].kind != TokenKind::Word) return;
        }
    }

    /// "a Canada mission": the place in front of the noun tells which.
    void add_place_before(const Sentence& sentence, Described& out) const {
        if (findings_.language != "en" || out.noun == sentence.first) return;
        const std::uint32_t m = mention_of_[out.noun - 1];
        if (m == kNone || findings_.mentions[m].entities.empty()) return;
        const Mention& mention = findings_.mentions[m];
        const Entity& entity = findings_.entities[mention.entities.front()];
        if (entity.kind != EntityKind::Place || entity.rule == "demonym") return;
        out.name_first = mention.first;
        out.has_goal = true;
    }

    /// "the final conference", "the second meeting", "l'événement de clôture", "le lancement officiel".
    void add_order(const Sentence& sentence, Described& out) const {
        static constexpr auto kBefore = std::to_array<std::string_view>(
            {"final", "closing", "closure", "opening", "inaugural", "concluding", "annual", "first", "second",
             "third", "fourth", "constituent"});
        static constexpr auto kBehind =
            std::to_array<std::string_view>({"final", "finale", "inaugural", "inaugurale", "constitutive",
                                             "constitutif", "annuel", "annuelle"});
        static constexpr auto kOf =
            std::to_array<std::string_view>({"cloture", "lancement", "ouverture", "restitution"});
        const auto key = [&](std::uint32_t at) -> std::string_view {
            return at < sentence.end ? std::string_view(findings_.tokens[at].key) : std::string_view();
        };
        const bool is_english = findings_.language == "en" && out.first > sentence.first &&
                                is_one_of<kBefore>(key(out.first - 1));
        if (is_english) {
            --out.first;
            out.has_goal = true;
        }
        if (findings_.language != "fr" || out.end != out.noun + 1) return;
        const bool is_of = (key(out.end) == "de" || key(out.end) == "d'") && is_one_of<kOf>(key(out.end + 1));
        if (!is_of && !is_one_of<kBehind>(key(out.end))) return;
        out.end += is_of ? 2 : 1;
        out.has_goal = true;
    }

    /// Names directly in front: "the ESCP kick-off", "EU–Canada matchmaking".
    void add_modifier(const Sentence& sentence, Described& out) const {
        // "Business Lunch", "Networking Event": German writes English compounds apart.
        static constexpr auto kApart = std::to_array<std::string_view>(
            {"business", "study", "networking", "science", "innovation", "b2b", "online", "digital",
             "kick-off", "investor", "start-up", "startup", "pitch", "matchmaking"});
        if (findings_.language == "de" && out.noun > sentence.first && mention_of_[out.noun - 1] == kNone &&
            out.first == out.noun && is_one_of<kApart>(findings_.tokens[out.noun - 1].key)) {
            --out.first;
            out.has_goal = true;
        }
        while (out.first > sentence.first && out.noun - out.first < kLeading) {
            const Token& before = findings_.tokens[out.first - 1];
            const bool is_name = before.kind == TokenKind::Word && before.writing != Writing::Lower &&
                                 out.first - 1 > sentence.first && findings_.language != "de";
            if (!is_name) break;
            --out.first;
            out.has_goal = true;
        }
    }

    const Findings& findings_;
    const Marked& marked_;
    std::vector<std::uint32_t> mention_of_;
};

std::string_view written(const Findings& findings, const Described& one) {
    const std::uint32_t first = one.name_first == kNone ? one.first : one.name_first;
    const std::uint32_t begin = findings.tokens[first].range.begin;
    return std::string_view(findings.text).substr(begin, findings.tokens[one.end - 1].range.end - begin);
}

class EventMaker {
public:
    explicit EventMaker(Findings& findings) : findings_(findings) {}

    void add(const std::vector<Described>& found) {
        for (const Described& one : found) {
            if (one.has_goal)
                entity_of_.push_back(known(one));
            else
                entity_of_.push_back(kNone);
        }
        // A bare noun means the event of its sort told of last, else the next one.
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (entity_of_[i] == kNone) entity_of_[i] = near(found, i);
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (entity_of_[i] == kNone) entity_of_[i] = known(found[i]);
            add_mention(found[i], entity_of_[i]);
        }
        std::ranges::stable_sort(findings_.mentions, {}, &Mention::first);
    }

private:
    /// The beginning of the noun and where it leads: "Delegation in die USA" is the "Delegationsreise in die
    /// USA".
    [[nodiscard]] std::string sort_of(const Described& one) const {
        constexpr std::size_t kStem = 8;
        std::string out = findings_.tokens[one.noun].key;
        if (one.end > one.noun + 1) out = out.substr(0, kStem) + " " + findings_.tokens[one.end - 1].key;
        const std::uint32_t first = one.name_first == kNone ? one.first : one.name_first;
        for (std::uint32_t at = first; at < one.noun; ++at) out += " " + findings_.tokens[at].key;
        return out;
    }
    std::uint32_t known(const Described& one) {
        const std::string key = text::folded(written(findings_, one));
        const std::string sort = sort_of(one);
        for (const auto& [name, entity] : made_) {
            if (name == sort) return entity;
        }
        const auto entity = static_cast<std::uint32_t>(findings_.entities.size());
        std::string id;
        for (const char c : key) id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
        findings_.entities.push_back({.id = "event-" + id,
                                      .kind = EntityKind::Event,
                                      .name = std::string(written(findings_, one)),
                                      .confidence = one.is_trip ? kTripConfidence : kOccasionConfidence,
                                      .rule = one.is_trip ? "trip-noun" : "occasion-noun"});
        made_.emplace_back(sort, entity);
        return entity;
    }

    /// "Treffen" may be the "Auftakttreffen", and any event "die Veranstaltung"; a reception is no workshop.
    [[nodiscard]] bool may_be(const Described& bare, const Described& told) const {
        static constexpr auto kAny = std::to_array<std::string_view>(
            {"veranstaltung", "event", "treffen", "meeting", "rencontre", "journee", "reunion"});
        // "partir en mission": said of a trip of its own.
        const bool is_idiom = bare.noun > 0 && findings_.tokens[bare.noun - 1].key == "en";
        if (bare.is_trip || told.is_trip) return bare.is_trip == told.is_trip && !is_idiom;
        const std::string_view a = findings_.tokens[bare.noun].key;
        const std::string_view b = findings_.tokens[told.noun].key;
        return a.ends_with(b) || b.ends_with(a) || is_one_of<kAny>(a);
    }

    [[nodiscard]] std::uint32_t near(const std::vector<Described>& found, std::size_t at) const {
        // "the mission" is the last mission rather than the last trip.
        for (std::size_t i = at; i-- > 0 && found[at].is_trip;) {
            const bool is_same = findings_.tokens[found[i].noun].key == findings_.tokens[found[at].noun].key;
            if (entity_of_[i] != kNone && is_same && may_be(found[at], found[i])) return entity_of_[i];
        }
        for (std::size_t i = at; i-- > 0;) {
            if (entity_of_[i] != kNone && may_be(found[at], found[i])) return entity_of_[i];
        }
        for (std::size_t i = at + 1; i < found.size(); ++i) {
            if (entity_of_[i] != kNone && found[i].is_trip == found[at].is_trip && found[at].is_trip)
                return entity_of_[i];
        }
        return kNone;
    }

    void add_mention(const Described& one, std::uint32_t entity) {
        Entity& event = findings_.entities[entity];
        const Range range{findings_.tokens[one.first].range.begin, findings_.tokens[one.end - 1].range.end};
        std::string form(written(findings_, one));
        if (one.has_goal && form.size() > event.name.size()) std::swap(form, event.name);
        if (form != event.name && std::ranges::find(event.aliases, form) == event.aliases.end())
            event.aliases.push_back(form);
        // The place inside is a mention of its own; the event's ends before it.
        event.mentions.push_back({range.begin, findings_.tokens[one.noun].range.end});
        findings_.mentions.push_back({.range = event.mentions.back(),
                                      .first = one.first,
                                      .end = one.noun + 1,
                                      .sentence = findings_.tokens[one.first].sentence,
                                      .entities = {entity},
                                      .reference = !one.has_goal});
    }

    Findings& findings_;
    std::vector<std::uint32_t> entity_of_;
    std::vector<std::pair<std::string, std::uint32_t>> made_;
};

}  // namespace

void add_described_events(Findings& findings, const Marked& marked) {
    const std::vector<Described> found = EventNouns(findings, marked).find();
    if (!found.empty()) EventMaker(findings).add(found);
}

std::vector<std::uint32_t> order_entities(std::vector<Entity>& entities) {
    std::vector<std::uint32_t> order(entities.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t entity) {
        return entities[entity].mentions.empty() ? 0U : entities[entity].mentions.front().begin;
    });
    std::vector<std::uint32_t> place(entities.size());
    std::vector<Entity> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        sorted.push_back(std::move(entities[order[i]]));
    }
    entities = std::move(sorted);
    return place;
}

}  // namespace kontor::press
