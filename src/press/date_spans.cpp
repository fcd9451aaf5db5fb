// SPDX-License-Identifier: EUPL-1.2
#include "press/date_spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "press/one_of.hpp"
#include "press/quantities.hpp"

namespace kontor::press {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

struct Point {
    std::uint32_t end = 0;  // token; 0: none
    int year = 0;
    int month = 0;
    int day = 0;
    bool approximate = false;
    bool relative = false;
    [[nodiscard]] explicit operator bool() const { return end != 0; }
};

template <const auto& Words>
bool any_of(const View& view, std::uint32_t i) {
    return view.has(i) && is_one_of<Words>(view.tokens[i].key);
}

constexpr auto kEarly =
    std::to_array<std::string_view>({"anfang", "beginn", "early", "debut", "start", "beginning"});
constexpr auto kMiddle = std::to_array<std::string_view>({"mitte", "mid", "mi", "middle", "milieu"});
constexpr auto kLate = std::to_array<std::string_view>({"ende", "late", "fin", "end"});
constexpr auto kOfYear =
    std::to_array<std::string_view>({"des", "of", "de", "d'", "l'", "the", "dieses", "this", "vom", "von"});
constexpr auto kYearWords =
    std::to_array<std::string_view>({"jahres", "jahr", "jahre", "year", "annee", "an"});
constexpr auto kSince = std::to_array<std::string_view>(
    {"seit", "ab", "since", "from", "depuis", "des", "starting", "beginnend", "partir"});
constexpr auto kUntil = std::to_array<std::string_view>(
    {"bis", "until", "till", "jusqu'a", "jusqu'en", "jusqu'au", "jusqu'", "by"});
constexpr auto kFill = std::to_array<std::string_view>(
    {"dem",   "den",    "zum",     "zur",  "le",   "the",   "au",  "a",         "en",   "in",
     "im",    "of",     "du",      "jahr", "year", "annee", "l'",  "am",        "etwa", "circa",
     "about", "around", "environ", "rund", "on",   "de",    "fin", "wochenende"});
constexpr auto kTo = std::to_array<std::string_view>(
    {"bis", "to", "au", "-", "–", "—", "a", "until", "und", "and", "et", "through", "&", "/"});

constexpr auto kFrames = std::to_array<std::string_view>({"vom", "du", "zwischen", "between", "entre"});
constexpr auto kSinceThen = std::to_array<std::string_view>({"seit", "since", "depuis"});
constexpr auto kYears =
    std::to_array<std::string_view>({"jahre", "jahren", "years", "ans", "annees", "year", "jahr"});
constexpr auto kMonths = std::to_array<std::string_view>({"monate", "monaten", "months", "mois"});
constexpr auto kToday = std::to_array<std::string_view>({"heute", "today", "aujourd'hui"});
constexpr auto kMidPrefixes = std::to_array<std::string_view>({"mid-", "mi-"});
constexpr auto kOrdinals = std::to_array<std::string_view>({"th", "st", "nd", "rd", "er", "e", "eme"});
constexpr auto kSpring = std::to_array<std::string_view>({"fruhjahr", "fruhling", "spring", "printemps"});
constexpr auto kSummer = std::to_array<std::string_view>({"sommer", "summer", "ete"});
constexpr auto kAutumn = std::to_array<std::string_view>({"herbst", "autumn", "automne"});
constexpr auto kWinter = std::to_array<std::string_view>({"winter", "hiver"});

/// The month that a season begins with; 0: the word is none.
int season_month(std::string_view key) {
    if (is_one_of<kSpring>(key)) return 3;
    if (is_one_of<kSummer>(key)) return 6;
    if (is_one_of<kAutumn>(key)) return 9;
    return is_one_of<kWinter>(key) ? 12 : 0;
}

int whole(std::string_view digits) {
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? value : -1;
}

model::Date date_of(int year, int month, int day) {
    if (year == 0) return {};
    std::string text = fmt::format("{:04}", year);
    if (month != 0) text += fmt::format("-{:02}", month);
    if (month != 0 && day != 0) text += fmt::format("-{:02}", day);
    return model::Date::parse(text).value_or(model::Date());
}

/// Whether a date can begin with a word that is neither a month nor a number; right when it says no.
bool may_begin_date(std::string_view key) {
    static const WordStarts kStarts = [] {
        WordStarts made;
        made.add(kEarly).add(kMiddle).add(kLate).add(kSince).add(kUntil).add(kFrames).add(kToday);
        made.add(kMidPrefixes).add(kSpring).add(kSummer).add(kAutumn).add(kWinter);
        return made;
    }();
    const bool is_ordinal = !key.empty() && key.front() >= '0' && key.front() <= '9';
    if (is_ordinal || !kStarts.may_hold(key)) return is_ordinal;
    return is_one_of<kEarly>(key) || is_one_of<kMiddle>(key) || is_one_of<kLate>(key) ||
           is_one_of<kSince>(key) || is_one_of<kUntil>(key) || is_one_of<kFrames>(key) ||
           is_one_of<kToday>(key) || begins_with_one_of<kMidPrefixes>(key) || season_month(key) != 0;
}

struct Found {
    DateSpan span;
    Point from;
    Point to;
};

class DateReader {
public:
    explicit DateReader(const View& view) : view_(view) {}

    std::vector<Found> read() && {
        for (std::uint32_t i = 0; i < view_.size();) {
            const std::uint32_t end = may_begin(i) ? at(i) : 0;
            i = end == 0 ? i + 1 : end;
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool may_begin(std::uint32_t i) const {
        return view_.is_number(i) || view_.is(i, WordClass::Month) || view_.is(i, WordClass::NumberWord) ||
               may_begin_date(view_.tokens[i].key);
    }

    [[nodiscard]] int year_at(std::uint32_t i) const {
        if (!view_.is_number(i) || view_.tokens[i].key.size() != 4) return 0;
        const int year = whole(view_.tokens[i].key);
        return year >= kFirstYear && year <= kLastYear ? year : 0;
    }

    /// Day of a month with its ordinal mark; the token after it in `end`.
    [[nodiscard]] int day_at(std::uint32_t i, std::uint32_t& end) const {
        if (!view_.has(i)) return 0;
        std::string_view key = view_.tokens[i].key;
        if (!view_.is_number(i)) {
            for (const std::string_view ordinal : kOrdinals) {
                if (key.size() > ordinal.size() && key.size() <= ordinal.size() + 2 &&
                    key.ends_with(ordinal)) {
                    key.remove_suffix(ordinal.size());
                    break;
                }
            }
        }
        const int day = key.size() <= 2 ? whole(key) : -1;
        if (day < 1 || day > 31) return 0;
        end = i + 1;
        if (view_.is_mark(end, ".") && !view_.tokens[end].spaced) ++end;
        return day;
    }

    [[nodiscard]] int month_at(std::uint32_t i, std::uint32_t& end) const {
        if (!view_.is(i, WordClass::Month)) return 0;
        if (view_.language != Language::French && !view_.is_capital(i)) return 0;
        end = i + 1;
        if (view_.is_mark(end, ".") && view_.tokens[i].key.size() <= 5 && view_.same_sentence(i, end + 1) &&
            !view_.tokens[end].spaced)
            ++end;
        return view_.words[i].month;
    }

    /// The year after a month or day, also after a comma or "of".
    void year_after(Point& point) const {
        std::uint32_t i = point.end;
        if (view_.is_mark(i, ",") || view_.has_key(i, "of") || view_.has_key(i, "de")) ++i;
        if (const int year = year_at(i); year != 0 && view_.same_sentence(point.end - 1, i)) {
            point.year = year;
            point.end = i + 1;
        }
    }

    [[nodiscard]] Point numeric(std::uint32_t i) const {
        if (!view_.is_number(i)) return {};
        const Key& key = view_.tokens[i].key;
        const auto part = [&](std::size_t begin, std::size_t end) {
            return whole(std::string_view(key).substr(begin, end - begin));
        };
        Point point;
        if (key.size() == 10 && key[4] == '-') {
            point = {i + 1, part(0, 4), part(5, 7), part(8, 10), false, false};
        } else if (std::ranges::count(key, '.') == 2) {
            const std::size_t one = key.find('.');
            const std::size_t two = key.find('.', one + 1);
            int year = part(two + 1, key.size());
            if (key.size() - two == 3) year += 2000;
            point = {i + 1, year, part(one + 1, two), part(0, one), false, false};
        } else if (view_.is_mark(i + 1, "/") && view_.is_number(i + 2) && view_.is_mark(i + 3, "/") &&
                   year_at(i + 4) != 0) {
            point = {i + 5, year_at(i + 4), whole(view_.tokens[i + 2].key), whole(key), false, false};
        } else if (view_.is_mark(i + 1, "/") && year_at(i + 2) != 0 && key.size() <= 2) {
            point = {i + 3, year_at(i + 2), whole(key), 0, false, false};
        }
        const bool sound = point.year >= kFirstYear && point.year <= kLastYear && point.month >= 1 &&
                           point.month <= 12 && point.day <= 31 && point.day >= 0;
        return sound ? point : Point{};
    }

    /// A day of a month, a month, a season, a quarter, a year; in that order.
    [[nodiscard]] Point plain(std::uint32_t i) const {
        if (const Point point = numeric(i)) return point;
        Point point;
        std::uint32_t end = 0;
        if (const int day = day_at(i, end); day != 0) {
            if (view_.has_key(end, "of")) ++end;
            if (const int month = month_at(end, end); month != 0) {
                point = {end, 0, month, day, false, false};
                year_after(point);
                return point;
            }
            if (const Point quarter = quarter_of(i, day, end)) return quarter;
        }
        if (const int month = month_at(i, end); month != 0) {
            point = {end, 0, month, 0, false, false};
            std::uint32_t after = 0;
            const int day = view_.language == Language::English && !year_at(end) ? day_at(end, after) : 0;
            if (day != 0) point = {after, 0, month, day, false, false};
            year_after(point);
            return point;
        }
        if (view_.has(i)) {
            if (const int month = season_month(view_.tokens[i].key); month != 0) {
                point = {i + 1, 0, month, 0, true, false};
                year_after(point);
                return point.year != 0 ? point : Point{};
            }
        }
        if (const int year = year_at(i); year != 0) return {i + 1, year, 0, 0, false, false};
        return {};
    }

    /// "3. Quartal 2019"; `end` is after the number.
    [[nodiscard]] Point quarter_of(std::uint32_t, int number, std::uint32_t end) const {
        const bool quarter =
            view_.has_key(end, "quartal") || view_.has_key(end, "quarter") || view_.has_key(end, "trimestre");
        const bool half = view_.has_key(end, "halbjahr") || view_.has_key(end, "semestre");
        if ((!quarter && !half) || number > 4) return {};
        Point point{end + 1, 0, quarter ? 3 * number - 2 : 6 * number - 5, 0, true, false};
        year_after(point);
        return point.year != 0 ? point : Point{};
    }

    /// "Anfang 2018", "Ende Juni 2023", "Mitte des Jahres", "mid-2019", "early next year".
    [[nodiscard]] Point part_of_year(std::uint32_t i) const {
        int month = any_of<kEarly>(view_, i)    ? 1
                    : any_of<kMiddle>(view_, i) ? 7
                    : any_of<kLate>(view_, i)   ? 12
                                                : 0;
        std::uint32_t next = i + 1;
        if (month == 0 && view_.has(i)) {
            const std::string_view key = view_.tokens[i].key;
            for (const std::string_view prefix : kMidPrefixes) {
                if (!key.starts_with(prefix)) continue;
                const int year = whole(key.substr(prefix.size()));
                if (year >= kFirstYear && year <= kLastYear) return {i + 1, year, 7, 0, true, false};
                const WordEntry entry = view_.lexicon->word(key.substr(prefix.size()));
                if (!entry.is(WordClass::Month)) continue;
                Point point{i + 1, 0, entry.month, 15, true, false};
                point.day = 0;
                year_after(point);
                return point;
            }
            return {};
        }
        if (month == 0) return {};
        while (any_of<kOfYear>(view_, next) && next < i + 4) ++next;
        if (any_of<kYearWords>(view_, next) && next > i + 1) {
            if (const int year = year_at(next + 1); year != 0) return {next + 2, year, month, 0, true, false};
            return {next + 1, 0, month, 0, true, true};
        }
        Point point = plain(next);
        if (!point || point.day != 0) return {};
        point.approximate = true;
        if (point.month == 0) point.month = month;
        return point;
    }

    [[nodiscard]] Point relative_day(std::uint32_t i) const {
        if (any_of<kToday>(view_, i)) return {i + 1, 0, 0, 0, false, true};
        return {};
    }

    [[nodiscard]] Point point(std::uint32_t i) const {
        if (const Point part = part_of_year(i)) return part;
        if (const Point found = plain(i)) return found;
        return relative_day(i);
    }

    std::uint32_t at(std::uint32_t i) {
        if (const std::uint32_t end = duration(i); end != 0) return end;
        DateSense sense = DateSense::On;
        std::uint32_t begin = i;
        if (any_of<kSince>(view_, i)) sense = DateSense::Since;
        if (any_of<kUntil>(view_, i)) sense = DateSense::Until;
        if (sense != DateSense::On || any_of<kFrames>(view_, i)) {
            begin = i + 1;
            while (any_of<kFill>(view_, begin) && begin < i + 4) ++begin;
        }
        if (const std::uint32_t end = range(i, begin); end != 0) return end;
        const Point found = point(begin);
        if (!found || !view_.same_sentence(i, found.end - 1)) return 0;
        if (is_no_date(begin, found)) return 0;
        const bool framed = sense != DateSense::On;
        const std::uint32_t first = framed ? i : begin;
        push(first, found.end, framed ? sense : DateSense::On, sense == DateSense::Until ? Point{} : found,
             sense == DateSense::Until ? found : Point{});
        return found.end;
    }

    /// A bare number that looks like a year: "mit 2000 Mitarbeitern", "DIN EN 2018".
    [[nodiscard]] bool is_no_date(std::uint32_t begin, const Point& found) const {
        const bool bare_year =
            found.month == 0 && found.day == 0 && !found.relative && found.end == begin + 1;
        if (bare_year &&
            (view_.is(found.end, WordClass::Counted) || view_.is(found.end, WordClass::Currency)))
            return true;
        const bool bare_month = found.month != 0 && found.year == 0 && found.day == 0 && !found.approximate;
        if (!bare_month)
            return bare_year && begin > 0 && view_.is_striking(begin - 1) && !view_.tokens[begin].spaced;
        return view_.language == Language::English && view_.tokens[begin].key == "may" &&
               view_.begins_sentence(begin);
    }

    /// "15. bis 19. Mai 2017", "16–18 June", "8./9. Juni", "2014-2020", "May 15-19, 2017", "vom 28. Februar
    /// bis 2. März 2019".
    std::uint32_t range(std::uint32_t first, std::uint32_t begin) {
        Point from = point(begin);
        std::uint32_t end = from.end;
        if (!from) {
            const int day = day_at(begin, end);
            if (day == 0) return 0;
            from.day = day;
        }
        if (!any_of<kTo>(view_, end)) return 0;
        const bool listed = view_.has_key(end, "und") || view_.has_key(end, "and") ||
                            view_.has_key(end, "et") || view_.has_key(end, "&");
        std::uint32_t next = end + 1;
        while ((view_.has_key(next, "zum") || view_.has_key(next, "le") || view_.has_key(next, "the")) &&
               next < end + 3)
            ++next;
        Point to = point(next);
        std::uint32_t after = 0;
        if (!to && from.month != 0 && from.day != 0) {
            if (const int day = day_at(next, after); day != 0) {
                to = {after, from.year, from.month, day, false, false};
                year_after(to);
            }
        }
        if (!to || to.relative || from.relative || !view_.same_sentence(begin, to.end - 1)) return 0;
        const bool framed =
            begin > first && (view_.has_key(first, "between") || view_.has_key(first, "entre") ||
                              view_.has_key(first, "zwischen"));
        if (listed && !framed && from.day == 0 && to.day == 0) return 0;  // "in May and June"
        if (listed && (from.month == 0) != (to.month == 0)) {
            if (from.day == 0) return 0;
        }
        if (from.month == 0 && from.day != 0) from.month = to.month;
        if (from.month == 0 && to.month != 0 && from.day == 0 && from.year == 0) return 0;
        if (from.year == 0) from.year = to.year;
        if (to.year == 0) to.year = from.year;
        // "vom 1. Januar 2017 bis Ende 2018", but not "on 3 May and in June".
        if (from.day != 0 && to.day == 0 && (listed || (to.month == 0 && begin == first))) return 0;
        from.approximate = from.approximate || to.approximate;
        push(first, to.end, DateSense::Span, from, to);
        return to.end;
    }

    /// "seit etwa drei Jahren", "36 Monate", "for three years", "pendant trois ans", "dreijährig".
    std::uint32_t duration(std::uint32_t i) {
        std::uint32_t begin = i;
        const bool since = any_of<kSinceThen>(view_, i);
        bool rough = false;
        if (since) ++begin;
        while (view_.is(begin, WordClass::BoundAbout) || view_.is(begin, WordClass::BoundOver) ||
               view_.has_key(begin, "als") || view_.has_key(begin, "than") ||
               (since && view_.has_key(begin, "de"))) {
            rough = true;
            if (++begin > i + 4) return 0;
        }
        if (!since && begin != i) return 0;
        const ReadNumber number = number_at(view_, begin);
        if (number.end == 0 || number.value < 1 || number.value > 600) return 0;
        const bool years = any_of<kYears>(view_, number.end);
        const bool months = any_of<kMonths>(view_, number.end);
        if ((!years && !months) || !view_.same_sentence(i, number.end)) return 0;
        Found found;
        found.span.months = static_cast<int>(number.value) * (years ? 12 : 1);
        found.span.approximate = rough;
        found.span.relative = since;
        fill(found.span, i, number.end + 1, since ? DateSense::Since : DateSense::Duration);
        found_.push_back(std::move(found));
        return number.end + 1;
    }

    void fill(DateSpan& span, std::uint32_t first, std::uint32_t end, DateSense sense) const {
        span.range = {view_.tokens[first].range.begin, view_.tokens[end - 1].range.end};
        span.first = first;
        span.end = end;
        span.sentence = view_.tokens[first].sentence;
        span.sense = sense;
        span.as_stated = tidy(view_.written(first, end));
    }

    void push(std::uint32_t first, std::uint32_t end, DateSense sense, const Point& from, const Point& to) {
        Found found;
        found.from = from;
        found.to = to;
        found.span.approximate = from.approximate || to.approximate;
        found.span.relative = from.relative || to.relative;
        fill(found.span, first, end, sense);
        found_.push_back(std::move(found));
    }

    const View& view_;
    std::vector<Found> found_;
};

/// Dates of spans from their points; years that are missing come from the item's date or from their
/// neighbours.
class Resolver {
public:
    explicit Resolver(const model::Date& published) : published_(published) {}

    std::vector<DateSpan> resolve(std::vector<Found> found) const {
        std::vector<DateSpan> spans;
        for (std::size_t i = 0; i < found.size(); ++i) {
            Found& one = found[i];
            if (one.from.relative && one.from.month == 0 && one.from.end != 0) {
                one.span.from = published_;
            } else if (one.from.end != 0 || one.from.day != 0) {
                one.span.from = date(one.from, found, i);
            }
            if (one.to.end != 0)
                one.span.to = one.to.relative && one.to.month == 0 ? published_ : date(one.to, found, i);
            if (one.span.sense == DateSense::Since && one.span.months != 0 && published_.known())
                since(one.span);
            const bool known = one.span.from.known() || one.span.to.known() || one.span.months != 0;
            if (known) spans.push_back(std::move(one.span));
        }
        return spans;
    }

private:
    [[nodiscard]] model::Date date(const Point& point, const std::vector<Found>& found,
                                   std::size_t at) const {
        int year = point.year;
        if (year == 0) year = published_.known() ? published_year(point) : neighbour_year(found, at);
        return date_of(year, point.month, point.day);
    }

    /// The year in which the date is nearest to the item's.
    [[nodiscard]] int published_year(const Point& point) const {
        const int year = published_.year();
        if (published_.text().size() < 7 || point.relative) return year;
        const int month = whole(std::string_view(published_.text()).substr(5, 2));
        if (point.month - month > 6) return year - 1;
        return month - point.month > 6 ? year + 1 : year;
    }

    [[nodiscard]] static int neighbour_year(const std::vector<Found>& found, std::size_t at) {
        constexpr std::size_t kNear = 8;
        for (std::size_t distance = 1; distance <= kNear; ++distance) {
            if (distance <= at) {
                if (const int year = found[at - distance].from.year; year != 0) return year;
            }
            if (at + distance < found.size()) {
                if (const int year = found[at + distance].from.year; year != 0) return year;
            }
        }
        return 0;
    }

    void since(DateSpan& span) const {
        const int months = span.months;
        if (months % 12 == 0) span.from = date_of(published_.year() - months / 12, 0, 0);
    }

    const model::Date& published_;
};

}  // namespace

struct WrittenDates::State {
    std::vector<Found> found;
};

WrittenDates::WrittenDates(const View& view)
    : state_(std::make_unique<const State>(State{DateReader(view).read()})) {}
WrittenDates::~WrittenDates() = default;

std::vector<DateSpan> WrittenDates::resolved(const model::Date& published) const {
    return Resolver(published).resolve(state_->found);
}

}  // namespace kontor::press
