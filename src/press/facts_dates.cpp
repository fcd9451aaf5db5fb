// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "press/facts.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kDated = kProject | kEvent | kProgramme;
constexpr std::size_t kMonthDigits = 7;
constexpr std::size_t kDayDigits = 10;

int days_of_month(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// The last day (or month) of a run of `months` from `start`: 2010-07-01 and 36 give 2013-06-30.
std::optional<model::Date> end_after(const model::Date& start, int months) {
    const std::string& text = start.text();
    if (months <= 0 || text.empty()) return std::nullopt;
    int year = start.year();
    if (text.size() < kMonthDigits) {
        return months % 12 == 0 ? model::Date::parse(fmt::format("{}", year + months / 12)) : std::nullopt;
    }
    int month = std::stoi(text.substr(5, 2)) - 1 + months;
    year += month / 12;
    month = month % 12 + 1;
    if (text.size() < kDayDigits) {
        if (--month == 0) {
            month = 12;
            --year;
        }
        return model::Date::parse(fmt::format("{}-{:02}", year, month));
    }
    int day = std::stoi(text.substr(8, 2)) - 1;
    if (day == 0) {
        if (--month == 0) {
            month = 12;
            --year;
        }
        day = days_of_month(year, month);
    }
    return model::Date::parse(fmt::format("{}-{:02}-{:02}", year, month, day));
}

struct Dated {
    std::uint32_t subject = kDocument;
    bool from_context = false;
};

struct Said {
    Predicate predicate = Predicate::Starts;
    const char* rule = "";
    Certainty certainty = Certainty::Stated;
    std::string phase = {};
};

class DateRules {
public:
    DateRules(const Scene& scene, std::uint32_t s, FactSink& sink) : scene_(scene), s_(s), sink_(sink) {}

    void read() {
        for (const DateSpan& date : scene_.dates(s_)) {
            if (read_phase(date)) continue;
            if (date.sense == DateSense::Duration) {
                read_duration(date);
            } else {
                read_span(date);
            }
        }
    }

private:
    void add(const Dated& who, const Said& said, const model::Date& date, const DateSpan& span) {
        if (!date.known()) return;
        std::vector<Qualifier> qualifiers;
        if (!said.phase.empty()) qualifiers.push_back({"phase", said.phase});
        if (span.approximate) {
            qualifiers.push_back({"approximate", true});
            qualifiers.push_back({"as_stated", span.as_stated});
        }
        sink_.add({.subject = who.subject,
                   .predicate = said.predicate,
                   .object = date.text(),
                   .sentence = s_,
                   .at = span.first,
                   .rule = said.rule,
                   .certainty = said.certainty,
                   .qualifiers = std::move(qualifiers),
                   .from_context = who.from_context});
    }

    [[nodiscard]] std::optional<Dated> whose(const DateSpan& date, KindSet set) const {
        const auto part = scene_.closest(s_, date.first, set);
        if (!part) return std::nullopt;
        return Dated{part->entities.front(), part->from_context};
    }

    /// "in phase II, from January 2018".
    bool read_phase(const DateSpan& date) {
        if (date.sense != DateSense::Since && date.sense != DateSense::On) return false;
        for (const PhaseSpan& phase : scene_.phases(s_)) {
            const bool is_near = phase.first < date.end + 8 && date.first < phase.end + 8;
            if (!is_near) continue;
            const auto project = whose(date, kProject);
            if (!project) return false;
            const bool is_said =
                date.sense == DateSense::Since && !scene_.sentence_tells(s_, bit(Trigger::Partner));
            add(*project,
                {Predicate::PhaseStarts, "phase-start", is_said ? Certainty::Stated : Certainty::Implied,
                 phase.phase},
                date.from, date);
            return true;
        }
        return false;
    }

    void read_duration(const DateSpan& date) {
        if (!scene_.sentence_tells(s_, any_of({Trigger::Run, Trigger::Start, Trigger::End}))) return;
        const auto project = whose(date, kProject);
        if (!project) return;
        for (const DateSpan& other : scene_.dates(s_)) {
            if (other.sense == DateSense::Duration || !other.from.known()) continue;
            if (const auto end = end_after(other.from, date.months))
                add(*project, {Predicate::Ends, "duration", Certainty::Implied}, *end, date);
            return;
        }
    }

    void read_span(const DateSpan& date) {
        const bool is_start = near(date, Trigger::Start);
        const bool is_end = near(date, Trigger::End);
        const bool is_run = near(date, Trigger::Run);
        if (near(date, Trigger::Found)) return;
        const auto event = scene_.closest(s_, date.first, kEvent);
        const bool has_event = event && !event->from_context;
        if (is_start && date.sense != DateSense::Until) {
            if (const auto who = whose(date, kProject | (has_event ? kEvent : 0) | kProgramme))
                return add_span(*who, date, "start-word");
            if (date.sense == DateSense::On && !date.relative)
                return add({kDocument, true}, {Predicate::Starts, "start-of-item", Certainty::Implied},
                           date.from, date);
        }
        if ((is_end || is_run) && date.sense != DateSense::Since) {
            if (const auto who = whose(date, kDated)) {
                if (date.sense == DateSense::Span) return add_span(*who, date, "runs");
                return add(*who, {Predicate::Ends, "end-word"}, date.to.known() ? date.to : date.from, date);
            }
        }
        if (has_event) return read_event(*event, date);
        read_other(date);
    }

    [[nodiscard]] bool near(const DateSpan& date, Trigger trigger) const {
        // "seit Beginn 2020": the date's own words tell nothing.
        const auto words = scene_.telling(s_, bit(trigger));
        return std::ranges::any_of(words, [&](std::uint32_t at) {
            return (at < date.first || at >= date.end) && scene_.segment(at) == scene_.segment(date.first);
        });
    }

    void add_span(const Dated& who, const DateSpan& date, const char* rule) {
        add(who, {Predicate::Starts, rule}, date.from, date);
        if (date.sense == DateSense::Span) add(who, {Predicate::Ends, rule}, date.to, date);
    }

    void read_event(const Part& event, const DateSpan& date) {
        const Dated who{event.entities.front(), event.from_context};
        if (date.sense == DateSense::Span) return add_span(who, date, "event-span");
        if (date.sense != DateSense::On) return;
        add(who, {Predicate::Starts, "event-day"}, date.from, date);
    }

    /// A day on which something happened that has no name here.
    void read_other(const DateSpan& date) {
        const TriggerSet doing =
            any_of({Trigger::Happen, Trigger::TakePart, Trigger::Visit, Trigger::Present});
        if (date.sense == DateSense::Since && near(date, Trigger::Coordinate)) {
            const auto project = whose(date, kProject);
            if (project && !project->from_context)
                add(*project, {Predicate::Starts, "since-coordinated", Certainty::Implied}, date.from, date);
            return;
        }
        if (date.relative || near(date, Trigger::Agreement) || !scene_.segment_tells(date.first, doing))
            return;
        if (date.sense != DateSense::On && date.sense != DateSense::Span) return;
        const auto event = scene_.context(s_, kEvent);
        if (date.from.text().size() < kMonthDigits) return;
        const Dated who{event ? event->entities.front() : kDocument, true};
        const char* rule = event ? "day-of-context" : "day-of-item";
        add(who, {Predicate::Starts, rule, Certainty::Implied}, date.from, date);
        if (date.sense == DateSense::Span)
            add(who, {Predicate::Ends, rule, Certainty::Implied}, date.to, date);
    }

    const Scene& scene_;
    std::uint32_t s_;
    FactSink& sink_;
};

}  // namespace

void read_date_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (!scene.dates(s).empty()) DateRules(scene, s, sink).read();
}

}  // namespace kontor::press
