// SPDX-License-Identifier: EUPL-1.2
// Terms written as two dates: in brackets behind a name, "(2019–2022)", or behind a label,
// "Duration: October 2018 – January 2021".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kMonthDigits = 7;
constexpr std::size_t kDayDigits = 10;
int days_of_month(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

constexpr KindSet kTermed = kProject | kProgramme | kEvent;

bool is_dash(const Token& token) {
    static constexpr auto kTo =
        std::to_array<std::string_view>({"-", "–", "—", "bis", "to", "until", "au", "a"});
    return is_one_of<kTo>(token.key);
}

/// First and last day of a term.
struct Term {
    const DateSpan* first = nullptr;
    const DateSpan* last = nullptr;
    std::uint32_t at = 0;
};

std::vector<Term> terms(const Scene& scene, std::uint32_t s) {
    std::vector<Term> out;
    const auto dates = scene.dates(s);
    for (std::size_t d = 0; d < dates.size(); ++d) {
        const DateSpan& date = dates[d];
        if (date.sense == DateSense::Span && date.from.known() && date.to.known())
            out.push_back({&date, &date, date.first});
        if (d + 1 >= dates.size() || date.sense != DateSense::On) continue;
        const DateSpan& next = dates[d + 1];
        const bool is_joined = next.first == date.end + 1 && is_dash(scene.token(date.end));
        if (is_joined && date.from.known() && (next.from.known() || next.to.known()))
            out.push_back({&date, &next, date.first});
    }
    return out;
}

void add(const Scene& scene, const Entities& who, const Term& term, bool from_context, FactSink& sink) {
    const model::Date end = term.last->to.known() ? term.last->to : term.last->from;
    for (const std::uint32_t one : who) {
        Claimed claimed{.subject = one,
                        .predicate = Predicate::Starts,
                        .object = term.first->from.text(),
                        .sentence = term.first->sentence,
                        .at = term.at,
                        .rule = "bracket-term",
                        .qualifiers = {},
                        .from_context = from_context};
        if (!sink.has_any(one, Predicate::Starts)) sink.add(claimed);
        claimed.predicate = Predicate::Ends;
        claimed.object = end.text();
        const bool is_event = scene.kind(one) == EntityKind::Event;
        if (!sink.has_any(one, Predicate::Ends) && (!is_event || term.first != term.last)) sink.add(claimed);
    }
}

/// The name that the bracket around `at` stands behind.
const Mention* named_before_bracket(const Scene& scene, std::uint32_t s, std::uint32_t at) {
    if (at == scene.sentence(s).first || scene.token(at - 1).kind != TokenKind::BracketOpen) return nullptr;
    for (std::uint32_t back = 2; back <= 3 && at >= scene.sentence(s).first + back; ++back) {
        if (const Mention* named = scene.mention_at(at - back)) return named;
        if (scene.token(at - back).kind != TokenKind::QuoteClose) return nullptr;
    }
    return nullptr;
}

}  // namespace

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

bool looks_back(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    static constexpr auto kBefore = std::to_array<std::string_view>({"after", "nach", "apres", "en"});
    static constexpr auto kBehind =
        std::to_array<std::string_view>({"on", "later", "spater", "danach", "apres", "plus", "ago"});
    const bool is_after =
        date.first > scene.sentence(s).first && is_one_of<kBefore>(scene.token(date.first - 1).key);
    return is_after || (date.end < scene.sentence(s).end && is_one_of<kBehind>(scene.token(date.end).key));
}

void read_bracket_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"laufzeit", "projektlaufzeit", "duration", "duree", "term", "period", "zeitraum", "projektzeitraum",
         "periode", "calendrier", "forderzeitraum"});
    constexpr std::uint32_t kLabelWords = 4;
    for (const Term& term : terms(scene, s)) {
        const Mention* named = named_before_bracket(scene, s, term.at);
        if (named && scene.is_of(*named, kTermed)) {
            add(scene, scene.entities(*named, kTermed), term, false, sink);
            continue;
        }
        const std::uint32_t first = scene.sentence(s).first;
        bool is_label = false;
        for (std::uint32_t at = first; at < std::min(first + kLabelWords, term.at); ++at)
            is_label = is_label || is_one_of<kLabels>(scene.token(at).key);
        const auto project =
            is_label && term.at <= first + kLabelWords + 2 ? scene.context(s, kProject) : std::nullopt;
        if (project) add(scene, {project->entities.front()}, term, true, sink);
    }
}

}  // namespace kontor::press
