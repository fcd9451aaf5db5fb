// SPDX-License-Identifier: EUPL-1.2
// The day that an item is about, where no sentence has told when anything begins.
#include <algorithm>
#include <optional>

#include "press/facts.hpp"
#include "press/item_dates.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kOpeningSentences = 4;
constexpr std::size_t kMonthDigits = 7;
constexpr std::size_t kDayDigits = 10;

/// "Musterstadt, 12 July 2018: at the seminar …" in an item of another day: what happened there and then.
bool leads_to_deed(const Scene& scene, const DateSpan& date) {
    return date.end < scene.sentence(date.sentence).end && scene.token(date.end).key == ":" &&
           date.from != scene.findings().published;
}

/// Whether the date can be that of what the item tells: no year, no day of the news or of something else.
bool can_be_items_day(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    if (date.sense == DateSense::Until || date.sense == DateSense::Duration || date.approximate) return false;
    if (date.from.text().size() < kMonthDigits || scene.is_in_name(date.first)) return false;
    const bool is_own = (is_dateline(scene, s, date) && !leads_to_deed(scene, date)) ||
                        is_of_news(scene, s, date) || is_one_of_several(scene, s, date);
    return !is_own && !scene.segment_tells(date.first, any_of({Trigger::Found, Trigger::End}));
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
    if (sink.has_any(Predicate::Starts)) return;
    const DateSpan* date = items_day(scene);
    if (!date) return;
    const auto thing = opening_of(scene);
    const bool is_dated =
        thing && (scene.kind(*thing) == EntityKind::Event || scene.kind(*thing) == EntityKind::Agreement);
    Claimed claimed{.subject = is_dated ? *thing : kDocument,
                    .predicate = Predicate::Starts,
                    .object = date->from.text(),
                    .sentence = date->sentence,
                    .at = date->first,
                    .rule = "first-day-told",
                    .certainty = Certainty::Implied,
                    .from_context = true};
    sink.add(claimed);
    if (date->sense != DateSense::Span) return;
    claimed.predicate = Predicate::Ends;
    claimed.object = date->to.text();
    sink.add(claimed);
}

}  // namespace kontor::press
