// SPDX-License-Identifier: EUPL-1.2
#include "press/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kAdjectives = 3;  // between number and noun
constexpr std::size_t kDigits = 15;

/// "630.000", "17,000", "1,24", "4.5": a single separator before three digits parts thousands.
std::optional<double> value_of(std::string_view digits) {
    if (digits.size() > kDigits || digits.find(':') != std::string_view::npos ||
        digits.find('-') != std::string_view::npos)
        return std::nullopt;
    const std::size_t last = digits.find_last_of(".,");
    std::size_t fraction = 0;
    if (last != std::string_view::npos) {
        const std::size_t behind = digits.size() - last - 1;
        const bool mixed =
            digits.find_first_of(".,") != last && digits[digits.find_first_of(".,")] != digits[last];
        if (behind != 3 || mixed) fraction = behind;
        if (fraction == behind && !mixed && digits.find_first_of(".,") != last)
            return std::nullopt;  // 14.07.2014
    }
    double value = 0;
    for (const char c : digits) {
        if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
    }
    return value / std::pow(10.0, static_cast<double>(fraction));
}

double multiplier(const View& view, std::uint32_t i) {
    if (!view.is(i, WordClass::NumberWord)) return 0;
    return view.words[i].number >= 1'000 ? static_cast<double>(view.words[i].number) : 0;
}

Bound bound_before(const View& view, std::uint32_t first) {
    for (std::uint32_t back = 1; back <= 3 && back <= first && view.same_sentence(first, first - back);
         ++back) {
        const std::uint32_t i = first - back;
        if (view.is(i, WordClass::BoundUpTo)) return Bound::UpTo;
        if (view.is(i, WordClass::BoundOver)) return Bound::Over;
        if (view.is(i, WordClass::BoundAbout)) return Bound::About;
        const bool between = view.has_key(i, "als") || view.has_key(i, "than") || view.has_key(i, "de") ||
                             view.has_key(i, "d'") || view.has_key(i, "zu") || view.has_key(i, "to") ||
                             view.has_key(i, "a") || view.has_key(i, "the") || view.has_key(i, "die") ||
                             view.has_key(i, "une");
        if (!between) break;
    }
    return Bound::Exact;
}

bool is_rough(const View& view, std::uint32_t i) {
    const Key& key = view.tokens[i].key;
    return key.ends_with("aine") || key == "hundreds" || key == "dutzend" || key == "dozen" ||
           key == "millier";
}

template <class Span>
Span span_of(const View& view, std::uint32_t first, std::uint32_t end) {
    Span span;
    span.range = {view.tokens[first].range.begin, view.tokens[end - 1].range.end};
    span.first = first;
    span.end = end;
    span.sentence = view.tokens[first].sentence;
    return span;
}

std::optional<CountSpan> count_at(const View& view, std::uint32_t first) {
    const ReadNumber number = number_at(view, first);
    if (number.end == 0 || number.value < 2 || number.value > 1e12) return std::nullopt;
    const bool like_year = view.tokens[first].key.size() == 4 && view.is_number(first) &&
                           number.value >= 1950 && number.value <= 2050;
    std::uint32_t i = number.end;
    if (view.is(i, WordClass::NumberWord) && is_rough(view, i)) return std::nullopt;
    for (std::uint32_t step = 0; step <= (like_year ? 0 : kAdjectives) && view.same_sentence(first, i);
         ++step, ++i) {
        if (view.is(i, WordClass::Counted)) {
            auto span = span_of<CountSpan>(view, first, i + 1);
            span.value = static_cast<std::int64_t>(std::llround(number.value));
            span.bound = bound_before(view, first);
            if (span.bound == Bound::Exact && is_rough(view, first)) span.bound = Bound::About;
            span.what = view.lexicon->text(view.words[i]);
            span.noun = std::string(view.written(i));
            return span;
        }
        const bool passes =
            view.is_word(i) && !view.is(i, WordClass::Preposition) && !view.is(i, WordClass::Conjunction);
        const bool french = view.has_key(i, "de") || view.has_key(i, "d'") || view.has_key(i, "of");
        if (!passes && !french) return std::nullopt;
        if (view.is(i, WordClass::Month) || view.is(i, WordClass::Currency)) return std::nullopt;
        if (view.language == Language::German && view.tokens[i].writing == Writing::Capital)
            return std::nullopt;
    }
    return std::nullopt;
}

/// "€", "€500,000", "M€", "k€" are marks and words around the number.
std::string currency_at(const View& view, std::uint32_t i) {
    if (view.is(i, WordClass::Currency)) return view.lexicon->text(view.words[i]);
    if (view.is_mark(i, "€")) return "EUR";
    if (view.is_mark(i, "$")) return "USD";
    if (view.is_mark(i, "£")) return "GBP";
    return {};
}

std::optional<MoneySpan> money_at(const View& view, std::uint32_t first) {
    const std::string before =
        view.is_word(first) || view.is_number(first) ? std::string() : currency_at(view, first);
    const bool coded = before.empty() && view.is_word(first) && view.is(first, WordClass::Currency) &&
                       view.is_number(first + 1);
    const std::uint32_t begin = before.empty() && !coded ? first : first + 1;
    if (!view.has(begin)) return std::nullopt;
    const ReadNumber number = number_at(view, begin);
    if (number.end == 0) return std::nullopt;
    std::uint32_t end = number.end;
    double factor = 1;
    std::string currency = coded ? view.lexicon->text(view.words[first]) : before;
    if (currency.empty()) {
        if (view.has_key(end, "d'") || view.has_key(end, "de") || view.has_key(end, "of")) ++end;
        const bool thousands = view.has_key(end, "k") && view.is_mark(end + 1, "€");
        const bool millions = (view.has_key(end, "m") || view.has_key(end, "meur")) &&
                              (view.is_mark(end + 1, "€") || view.has_key(end, "meur"));
        if (thousands || millions) factor = thousands ? 1e3 : 1e6;
        if ((thousands || millions) && !view.has_key(end, "meur")) ++end;
        currency = view.has_key(end, "meur") ? "EUR" : currency_at(view, end);
        if (currency.empty()) return std::nullopt;
        ++end;
    }
    auto span = span_of<MoneySpan>(view, first, end);
    span.amount = number.value * factor;
    span.currency = std::move(currency);
    span.bound = bound_before(view, first);
    return span;
}

constexpr auto kRoman = std::to_array<std::string_view>({"i", "ii", "iii", "iv", "v", "vi"});

std::string phase_number(const View& view, std::uint32_t i) {
    if (!view.has(i)) return {};
    const Key& key = view.tokens[i].key;
    if (is_one_of<kRoman>(key) && view.is_capital(i)) return std::string(view.written(i));
    if (view.is_number(i) && key.size() == 1 && key[0] >= '1' && key[0] <= '6') return std::string(key);
    return {};
}

std::string ordinal_phase(std::string_view key) {
    static constexpr auto kOrdinals =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"erste", "I"},
                                                                      {"first", "I"},
                                                                      {"premiere", "I"},
                                                                      {"zweite", "II"},
                                                                      {"second", "II"},
                                                                      {"deuxieme", "II"},
                                                                      {"seconde", "II"},
                                                                      {"dritte", "III"},
                                                                      {"third", "III"},
                                                                      {"troisieme", "III"}});
    for (const auto& [word, number] : kOrdinals) {
        if (key.starts_with(word) && key.size() <= word.size() + 1) return std::string(number);
    }
    return {};
}

std::optional<PhaseSpan> phase_at(const View& view, std::uint32_t i) {
    if (!view.is(i, WordClass::Phase)) return std::nullopt;
    if (const std::string number = phase_number(view, i + 1); !number.empty()) {
        auto span = span_of<PhaseSpan>(view, i, i + 2);
        span.phase = number;
        return span;
    }
    if (view.words[i].compound) {
        auto span = span_of<PhaseSpan>(view, i, i + 1);
        span.phase = std::string(view.written(i));
        return span;
    }
    if (i > 0) {
        if (const std::string number = ordinal_phase(view.tokens[i - 1].key); !number.empty()) {
            auto span = span_of<PhaseSpan>(view, i - 1, i + 1);
            span.phase = number;
            return span;
        }
    }
    return std::nullopt;
}

template <class Span, class At>
std::vector<Span> all(const View& view, At at) {
    std::vector<Span> spans;
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        std::optional<Span> found = at(view, i);
        if (!found) continue;
        i = std::max(i, found->end - 1);
        spans.push_back(std::move(*found));
    }
    return spans;
}

}  // namespace

ReadNumber number_at(const View& view, std::uint32_t first) {
    double value = 0;
    std::uint32_t end = first + 1;
    if (view.is_number(first)) {
        const auto read = value_of(view.tokens[first].key);
        if (!read) return {};
        value = *read;
        while (view.is_number(end) && view.tokens[end].key.size() == 3 &&
               view.tokens[first].key.size() <= 3 &&
               view.tokens[end].range.begin - view.tokens[end - 1].range.end <= 3) {
            value = value * 1'000 + value_of(view.tokens[end].key).value_or(0);
            ++end;
        }
    } else if (view.is(first, WordClass::NumberWord)) {
        value = static_cast<double>(view.words[first].number);
    } else {
        return {};
    }
    for (int step = 0; step < 2; ++step) {
        const double factor = multiplier(view, end);
        if (factor == 0) break;
        value *= factor;
        ++end;
        if (view.is_mark(end, ".") && view.tokens[end - 1].key.size() <= 3) ++end;
    }
    return {value, end};
}

std::vector<CountSpan> counts_in(const View& view) {
    return all<CountSpan>(view, count_at);
}

std::vector<MoneySpan> money_in(const View& view) {
    return all<MoneySpan>(view, money_at);
}

std::vector<PhaseSpan> phases_in(const View& view) {
    return all<PhaseSpan>(view, phase_at);
}

}  // namespace kontor::press
