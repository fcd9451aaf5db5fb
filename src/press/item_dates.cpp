// SPDX-License-Identifier: EUPL-1.2
#include "press/item_dates.hpp"
#include "press/one_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kontor::press {
namespace {

constexpr std::size_t kMonthDigits = 7;
constexpr std::size_t kDayDigits = 10;

/// "… Publié le 9 novembre 2017 à 21h40", "Posted on 16 May", "Meldung vom 5. August"; a heading that
/// ends with the item's own day.
bool is_publication(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    static constexpr auto kPublished =
        std::to_array<std::string_view>({"publie", "published", "posted", "veroffentlicht", "meldung",
                                         "pressemitteilung", "aktualisiert", "updated"});
    const Sentence& sentence = scene.sentence(s);
    for (std::uint32_t back = 1; back <= 2 && back + sentence.first <= date.first; ++back) {
        if (is_one_of<kPublished>(scene.token(date.first - back).key)) return true;
    }
    return sentence.kind == SentenceKind::Heading && date.end == sentence.end &&
           date.from.text().size() == kDayDigits && date.from == scene.findings().published;
}

}  // namespace

bool has_time(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    for (std::uint32_t at = date.end; at < scene.sentence(s).end && at < date.end + 10; ++at) {
        const Key& key = scene.token(at).key;
        if (key == "uhr" || key == "pm" || key == "p.m" || key == "a.m" || key == "heures") return true;
    }
    return false;
}

bool is_dateline(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    constexpr std::uint32_t kOpeningSentences = 4;
    constexpr std::uint32_t kPlaceWords = 7;
    const Sentence& sentence = scene.sentence(s);
    if (s >= kOpeningSentences || date.sense != DateSense::On) return false;
    if (is_publication(scene, s, date)) return true;
    if (date.first - sentence.first > kPlaceWords) return false;
    bool has_comma = date.first == sentence.first;
    for (std::uint32_t at = sentence.first; at < date.first; ++at) {
        const Token& token = scene.token(at);
        has_comma = has_comma || token.key == "," || token.kind == TokenKind::BracketOpen;
        if (token.kind == TokenKind::Word && token.writing == Writing::Lower &&
            !scene.only_small_words(at, at + 1))
            return false;
    }
    if (!has_comma || scene.token(sentence.first).key.ends_with("tag") ||
        scene.token(sentence.first).key.ends_with("day") || has_time(scene, s, date))
        return false;
    if (date.end >= sentence.end) return true;
    const Token& next = scene.token(date.end);
    return next.kind == TokenKind::BracketClose || next.key == "–" || next.key == "—" || next.key == "-" ||
           next.key == ":" || next.key == "." || next.key == "/" || next.key == "|";
}

bool is_of_news(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    const auto words = scene.telling(s, bit(Trigger::Report));
    return date.sense == DateSense::On && std::ranges::any_of(words, [&](std::uint32_t at) {
               return scene.segment(at) == scene.segment(date.first) && at >= date.end && at - date.end < 4;
           });
}

bool is_one_of_several(const Scene& scene, std::uint32_t s, const DateSpan& date) {
    const auto is_month = [](const DateSpan& one) {
        return one.sense == DateSense::On && one.from.text().size() == kMonthDigits;
    };
    const auto dates = scene.dates(s);
    return is_month(date) && std::ranges::any_of(dates, [&](const DateSpan& other) {
               const bool is_beside = date.end + 1 == other.first || other.end + 1 == date.first;
               return is_month(other) && is_beside;  // one word stands between: "und", a comma
           });
}

}  // namespace kontor::press
