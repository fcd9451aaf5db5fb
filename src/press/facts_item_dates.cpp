// SPDX-License-Identifier: EUPL-1.2
// The day that an item is about, where no sentence has told when anything begins.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "press/facts.hpp"
#include "press/item_dates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kOpeningSentences = 4;
constexpr std::uint32_t kNear = 8;  // tokens
constexpr std::size_t kMonthDigits = 7;
constexpr std::size_t kDayDigits = 10;

/// "Musterstadt, 12 July 2018: at the seminar …" in an item of another day: what happened there and then.
bool leads_to_deed(const Scene& scene, const DateSpan& date) {
    return date.end < scene.sentence(date.sentence).end && scene.token(date.end).key == ":" &&
           date.from != scene.findings().published;
}

/// "deadline October 19, 2031", "candidatures avant le 15 octobre", "Bewerbungsfrist ist der 3. Mai".
bool is_deadline(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    static constexpr auto kWords = std::to_array<std::string_view>({"deadline",
                                                                    "deadlines",
                                                                    "closing",
                                                                    "frist",
                                                                    "bewerbungsfrist",
                                                                    "einreichfrist",
                                                                    "einreichungsfrist",
                                                                    "antragsfrist",
                                                                    "bewerbungsschluss",
                                                                    "einsendeschluss",
                                                                    "anmeldeschluss",
                                                                    "stichtag",
                                                                    "limite",
                                                                    "cloture",
                                                                    "depot",
                                                                    "depots",
                                                                    "candidatures",
                                                                    "remettre",
                                                                    "manifestations",
                                                                    "terme",
                                                                    "echeance"});
    if (date.sense == DateSense::Span || date.from.text().size() + date.to.text().size() < kDayDigits)
        return false;
    const Sentence& sentence = scene.sentence(s);
    const std::uint32_t first = date.first > sentence.first + kNear ? date.first - kNear : sentence.first;
    for (std::uint32_t at = first; at < date.first; ++at) {
        if (is_one_of<kWords>(scene.token(at).key) && scene.segment(at) + 1 >= scene.segment(date.first))
            return true;
    }
    return false;
}

/// The last day to hand something in that a text tells.
const DateSpan* last_day(const Scene& scene) {
    const DateSpan* found = nullptr;
    for (std::uint32_t s = 0; s < scene.sentence_count(); ++s) {
        if (scene.sentence(s).kind == SentenceKind::Furniture) continue;
        for (const DateSpan& date : scene.dates(s)) {
            if (is_deadline(scene, s, date) && !scene.is_in_name(date.first)) found = &date;
        }
    }
    return found;
}

/// "6.5 millions d'euros jusqu'au 29 février 2032": the only day up to which something lasts.
const DateSpan* until_day(const Scene& scene) {
    const DateSpan* found = nullptr;
    for (std::uint32_t s = 0; s < scene.sentence_count(); ++s) {
        if (scene.sentence(s).kind == SentenceKind::Furniture) continue;
        for (const DateSpan& date : scene.dates(s)) {
            if (date.sense != DateSense::Until || date.to.text().size() != kDayDigits ||
                scene.is_in_name(date.first))
                continue;
            if (found) return nullptr;
            found = &date;
        }
    }
    return found;
}

/// Whether the date can be that of what the item tells: no year, no day of the news or of something else.
bool can_be_items_day(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    constexpr std::uint32_t kMonthOfYear = 3;  // "Mitte September 2031", no "Anfang 2031"
    const bool is_rough = date.approximate && date.end - date.first < kMonthOfYear;
    if (date.sense == DateSense::Until || date.sense == DateSense::Duration || is_rough) return false;
    if (date.from.text().size() < kMonthDigits || scene.is_in_name(date.first)) return false;
    const bool is_own = (is_dateline(scene, s, date) && !leads_to_deed(scene, date)) ||
                        is_of_news(scene, s, date) || is_one_of_several(scene, s, date);
    return !is_own && !is_deadline(scene, s, date) &&
           !scene.segment_tells(date.first, any_of({Trigger::Found, Trigger::End}));
}

/// The first day among the opening sentences, else the first month.
const DateSpan* items_day(const Scene& scene) {
    const DateSpan* month = nullptr;
    for (std::uint32_t s = 0; s < std::min(kOpeningSentences, scene.sentence_count()); ++s) {
        if (scene.sentence(s).kind == SentenceKind::Furniture) continue;
        for (const DateSpan& date : scene.dates(s)) {
            if (!can_be_items_day(scene, s, date)) continue;
            if (date.from.text().size() == kDayDigits) return &date;
            if (!month) month = &date;
        }
    }
    return month;
}

}  // namespace

void conclude_dates(const Scene& scene, FactSink& sink) {
    const auto thing = opening_of(scene);
    const bool is_dated =
        thing && (scene.kind(*thing) == EntityKind::Event || scene.kind(*thing) == EntityKind::Agreement);
    Claimed claimed{
        .subject = is_dated ? *thing : kDocument, .certainty = Certainty::Implied, .from_context = true};
    const auto tell = [&](const DateSpan& date, Predicate predicate, const model::Date& day,
                          const char* rule) {
        claimed.predicate = predicate;
        claimed.object = day.text();
        claimed.sentence = date.sentence;
        claimed.at = date.first;
        claimed.rule = rule;
        sink.add(claimed);
    };
    if (!sink.has_any(Predicate::Ends)) {
        const DateSpan* date = last_day(scene);
        if (!date) date = until_day(scene);
        if (date) tell(*date, Predicate::Ends, date->to.known() ? date->to : date->from, "last-day");
    }
    if (sink.has_any(Predicate::Starts)) return;
    const DateSpan* date = items_day(scene);
    if (!date) return;
    tell(*date, Predicate::Starts, date->from, "first-day-told");
    if (date->sense == DateSense::Span && !sink.has_any(Predicate::Ends))
        tell(*date, Predicate::Ends, date->to, "first-day-told");
}

}  // namespace kontor::press
