// SPDX-License-Identifier: EUPL-1.2
// Who takes part in events: by verbs and nouns of coming, in lists, one after the other with their employers.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kNearBy = 4;

std::optional<Part> event_at(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    return scene.closest(s, at, kEvent);
}

/// "are at the fair: A, B and C".
std::optional<Part> listed_behind(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    constexpr std::uint32_t kToColon = 12;
    for (std::uint32_t token = at; token < scene.sentence(s).end && token < at + kToColon; ++token) {
        const std::string& key = scene.token(token).key;
        if (key != ":" && key != "among" && key != "darunter" && key != "dont" && key != "including" &&
            key != "parmi")
            continue;
        Part all = scene.all(s, kBodies, token, scene.sentence(s).end);
        if (all.entities.size() > 1) return all;
    }
    return std::nullopt;
}

/// "A, director of B, attended": A did, not B.
Part acting_person(const Scene& scene, std::uint32_t s, const Part& who) {
    constexpr std::uint32_t kApposition = 12;
    if (who.from_context || who.entities.size() != 1 || !has_kind(kBodies, scene.kind(who.entities.front())))
        return who;
    const auto person = scene.nearest(s, who.at, kPerson, Side::Before);
    if (!person || who.at - person->at > kApposition) return who;
    std::uint32_t end = person->at;
    while (end < who.at && scene.is_in_name(end)) ++end;
    return scene.token(end).key == "," ? Part{.entities = {person->entities.back()}, .at = person->at} : who;
}

/// "the guests met A", "the agenda took the participants to B": those who are met do not travel.
bool is_met(const Scene& scene, std::uint32_t at, const Part& who) {
    static constexpr auto kMeeting = std::to_array<std::string_view>(
        {"met", "meet", "meets", "traf", "trafen", "rencontr", "visit", "besuch", "hosted", "participants",
         "teilnehmer", "gaste", "gast", "besichtig"});
    const std::string& key = scene.token(at).key;
    const bool is_meeting = std::ranges::any_of(kMeeting, [&](std::string_view word) {
        return key == word || (word.size() > 4 && key.starts_with(word));
    });
    if (!is_meeting || who.from_context || who.at <= at) return false;
    for (std::uint32_t word = at; word < who.at; ++word) {
        const std::string& between = scene.token(word).key;
        const bool is_verb = key.starts_with("met") || key.starts_with("meet") || key.starts_with("traf");
        if ((between == ":" && !is_verb) || scene.tells(word, bit(Trigger::Passive)) ||
            between.starts_with("inclu") || between == "sind" || between == "waren" || between == "sont" ||
            between == "are" || between == "were")
            return false;
    }
    return true;
}

/// Nouns for those who come and words of other senses: "the representatives of A", "informierte über B". They
/// tell who came only beside the name.
bool tells_little(const std::string& key) {
    static constexpr auto kLoose =
        std::to_array<std::string_view>({"attendance", "attendees", "delegate", "participants", "presented",
                                         "representation", "representations", "representant", "teilnehmern",
                                         "teilnehmenden", "visit", "visits", "visite", "visites"});
    return key.starts_with("informier") || key.starts_with("representative") || is_one_of<kLoose>(key);
}

/// "Participants include A", "Teilnehmende waren B".
bool leads_to_list(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    for (std::uint32_t next = at + 1; next < scene.sentence(s).end && next < at + 3; ++next) {
        const std::string& key = scene.token(next).key;
        if (key.starts_with("includ") || key == "are" || key == "were" || key == "sind" || key == "waren" ||
            key == "sont" || key == "etaient" || key == ":")
            return true;
    }
    return false;
}

/// "representatives of A", "participants from B".
bool is_beside(const Scene& scene, std::uint32_t at, const Part& who) {
    constexpr std::uint32_t kBeside = 3;
    if (who.from_context || who.at <= at || who.at - at > kBeside) return false;
    const std::string& next = scene.token(at + 1).key;
    return scene.tells(at + 1, any_of({Trigger::By, Trigger::From})) || next == "of" || next == "de" ||
           next == "d'" || next == "der";
}

/// "at the A", "über B", "via C", "im D": where or through whom something is done.
bool is_led_in(const Scene& scene, std::uint32_t s, const Part& who) {
    static constexpr auto kLeads =
        std::to_array<std::string_view>({"at", "bei", "beim", "chez", "for", "fur", "im", "in", "into", "per",
                                         "pour", "through", "uber", "vers", "via", "am", "zum", "zur"});
    std::uint32_t at = who.at;
    for (int step = 0; !who.from_context && step < 2 && at > scene.sentence(s).first; ++step) {
        --at;
        if (is_one_of<kLeads>(scene.token(at).key)) return true;
        if (scene.token(at).kind == TokenKind::QuoteOpen) continue;
        if (!scene.only_small_words(at, at + 1)) return false;
    }
    return false;
}

/// "they visited", "nahm sie teil": whoever a pronoun beside the verb means is named elsewhere.
bool has_pronoun(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    static constexpr auto kPronouns = std::to_array<std::string_view>(
        {"he", "she", "they", "it", "er", "es", "il", "elle", "elles", "ils"});
    return at > scene.sentence(s).first && is_one_of<kPronouns>(scene.token(at - 1).key);
}

/// The Union is named as what others are of: "aus 21 Ländern der EU".
bool is_union(const Scene& scene, std::uint32_t entity) {
    const std::string name = text::folded(scene.findings().entities[entity].name);
    return name == "eu" || name == "ue" || name == "europaische union" || name == "european union" ||
           name == "union europeenne";
}

/// The people named from token `person` on, one after the other, and whom each works for: "A of B, C of D".
Entities with_employers(const Scene& scene, std::uint32_t s, std::uint32_t person, Entities& employers) {
    constexpr std::uint32_t kGap = 3;
    Entities people;
    std::uint32_t last = 0;
    for (const Mention& mention : scene.mentions(s)) {
        if (mention.first < person) continue;
        const bool is_person = scene.is_of(mention, kPerson);
        if (people.empty() && !is_person) return {};
        if (last != 0) {
            const std::uint32_t gap = mention.first - last;
            if (gap > kGap + 1) break;
            const Token& next = scene.token(last);
            const bool is_joint = next.key == "," || scene.tells(last, bit(Trigger::And));
            if (is_person && !is_joint) break;
            const bool is_of = scene.tells(last, any_of({Trigger::By, Trigger::From})) || next.key == "of" ||
                               next.key == "de" || next.kind == TokenKind::BracketOpen;
            if (!is_person && (!scene.is_of(mention, kBodies) || !is_of)) break;
        }
        for (const std::uint32_t one : scene.entities(mention, kPerson | kBodies))
            (is_person ? people : employers).push_back(one);
        last = mention.end;
        while (last < scene.sentence(s).end && (scene.token(last).kind == TokenKind::BracketClose)) ++last;
    }
    return people;
}

/// "A of B and C of D attended": whoever is found as the one who comes may be one of several people or whom
/// they work for; none: nobody is told so.
Entities people_of(const Scene& scene, std::uint32_t s, const Part& who, Entities& employers) {
    const auto holds = [&](const Entities& all) {
        return std::ranges::any_of(
            who.entities, [&](std::uint32_t one) { return std::ranges::find(all, one) != all.end(); });
    };
    for (const Mention& mention : scene.mentions(s)) {
        if (!scene.is_of(mention, kPerson)) continue;
        employers.clear();
        Entities people = with_employers(scene, s, mention.first, employers);
        if (!employers.empty() && (holds(people) || holds(employers))) return people;
    }
    employers.clear();
    return {};
}

/// Words that tell of coming by themselves.
bool is_surely_coming(const Scene& scene, std::uint32_t s, std::uint32_t at,
                      const std::optional<Part>& event) {
    const std::string& key = scene.token(at).key;
    return key.find("teilnahm") != std::string::npos || key.find("teilnehm") != std::string::npos ||
           key.starts_with("teilgenommen") || key.starts_with("particip") || key.starts_with("attend") ||
           key == "hielt" || key == "spricht" || key == "vortrug" || key.starts_with("referier") ||
           key.starts_with("mitgereist") || key.starts_with("mitreis") || key == "podium" || key == "on" ||
           (key == "zu" && at == scene.sentence(s).first) ||
           (key.starts_with("travel") && event && is_trip(scene, event->entities.back()));
}

/// Those found as coming, or the people among them with their employers by that.
void add_guests(const Scene& scene, const Part& who, std::uint32_t event, Claimed claimed, FactSink& sink) {
    const std::string& key = scene.token(claimed.at).key;
    Entities guests = who.entities;
    std::erase_if(guests, [&](std::uint32_t one) { return is_union(scene, one); });
    Entities employers;
    const Entities people = people_of(scene, claimed.sentence, who, employers);
    sink.add_all(people.empty() ? guests : people, {event}, claimed);
    if (people.empty()) return;
    const bool is_sure = key.starts_with("nahm") || key == "nimmt" || key == "nehmen" ||
                         scene.token(claimed.at + 1).key.starts_with("part") ||
                         is_surely_coming(scene, claimed.sentence, claimed.at, std::nullopt);
    claimed.certainty = Certainty::Implied;
    if (is_sure) sink.add_all(employers, {event}, claimed);
}

}  // namespace

void read_attendance_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    const bool is_of_event =
        scene.all(s, kProject).entities.empty() && !scene.all(s, kEvent).entities.empty();
    const TriggerSet words = bit(Trigger::TakePart) | (is_of_event ? bit(Trigger::Participate) : 0);
    for (const std::uint32_t at : scene.telling(s, words)) {
        const auto event = event_at(scene, s, at);
        const std::string& key = scene.token(at).key;
        const bool is_sure = is_surely_coming(scene, s, at, event);
        const bool is_listed = listed_behind(scene, s, at).has_value();
        // A trip visits whom it meets; that is no part in the trip.
        const bool is_visit = key.starts_with("besuch") || key.starts_with("visit");
        if (event && receives_trip(scene, at, event->entities.back())) continue;
        if (is_visit && event && !event->from_context && event->at < at + kNearBy &&
            is_trip(scene, event->entities.back()))
            continue;
        if (!event ||
            (event->from_context && ((!is_sure && !is_listed) || !scene.all(s, kProject).entities.empty())))
            continue;
        auto who = scene.subject(s, at, kBodies | kPerson);
        if (auto listed = listed_behind(scene, s, at)) who = listed;
        if (!who) continue;
        if (tells_little(key) && !leads_to_list(scene, s, at) &&
            (event->from_context || !is_beside(scene, at, *who)))
            continue;
        if (!is_listed && (is_led_in(scene, s, *who) || has_pronoun(scene, s, at))) continue;
        // "A delegation organised by A travelled": the delegation did.
        const bool is_of_hosts =
            at > scene.sentence(s).first && key.starts_with("represent") && scene.token(at - 1).key == "met";
        if (is_of_hosts) continue;  // "met representatives of A"
        const bool is_moving = key.starts_with("travel") || key.starts_with("reis") ||
                               key.starts_with("rendu") || key == "met" || key == "traf" ||
                               key.starts_with("rencontr");
        if (is_moving && !event->from_context && event->at < at && who->at > event->at &&
            is_trip(scene, event->entities.back()))
            continue;
        if (!who->from_context && event_of_body(scene, s, who->at)) continue;
        if ((event->from_context || is_trip(scene, event->entities.back())) && is_met(scene, at, *who))
            continue;
        who = acting_person(scene, s, *who);
        if (who->from_context && event->from_context) continue;
        Claimed claimed{.predicate = Predicate::TakesPartIn,
                        .sentence = s,
                        .at = at,
                        .rule = "takes-part",
                        .qualifiers = {},
                        .from_context = who->from_context || event->from_context};
        if (scene.segment_tells(at, bit(Trigger::Planned)))
            claimed.qualifiers.push_back({"status", "planned"});
        // One event may be a stop of another.
        const Part events = scene.all(s, kEvent);
        if (who->from_context && !event->from_context && events.entities.size() == 1) {
            const auto trip = scene.context(s, kEvent);
            if (trip && is_trip(scene, trip->entities.front()) && !is_trip(scene, event->entities.front()))
                sink.add_all({trip->entities.front()}, event->entities, claimed);
        }
        if (!who->from_context) add_guests(scene, *who, event->entities.back(), claimed, sink);
    }
}

}  // namespace kontor::press
