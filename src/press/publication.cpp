// SPDX-License-Identifier: EUPL-1.2
// The day of an item, where its text says it.
#include <algorithm>
#include <array>
#include <string_view>

#include "press/date_spans.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

template <std::size_t N>
bool any_of(const View& view, std::uint32_t i, const std::array<std::string_view, N>& words) {
    return view.has(i) && holds_word(words, view.tokens[i].key);
}

/// "Musterstadt, 29 September 2022 – Ten clusters …": a day at the head of a paragraph, before a dash or
/// colon.
bool is_dateline(const View& view, const DateSpan& span) {
    constexpr std::uint32_t kHead = 6;  // tokens of places before the day
    constexpr std::uint32_t kSentences = 6;
    const Sentence& sentence = view.sentences[span.sentence];
    if (span.sentence >= kSentences || span.first > sentence.first + kHead) return false;
    const bool is_closed = view.is_mark(span.end, "–") || view.is_mark(span.end, "—") ||
                           view.is_mark(span.end, "-") || view.is_mark(span.end, ":") ||
                           view.is_mark(span.end, "|") || view.is_mark(span.end, "/");
    for (std::uint32_t i = sentence.first; i < span.first; ++i) {
        const bool is_place = view.is_capital(i) || view.is_mark(i, ",") || view.is_mark(i, "/") ||
                              view.has_key(i, "den") || view.has_key(i, "le") || view.has_key(i, "the") ||
                              view.has_key(i, "am");
        if (!is_place || view.is(i, WordClass::NameVerb)) return false;
    }
    return is_closed && view.same_sentence(span.first, span.end);
}

}  // namespace

model::Date stated_publication(const View& view, const std::vector<DateSpan>& dates) {
    static constexpr auto kMarks = std::to_array<std::string_view>(
        {"veroffentlicht", "erstveroffentlichung", "published", "publie", "stand", "posted",
         "pressemitteilung", "datum", "date", "meldung", "uhr", "publication", "le"});
    for (const DateSpan& span : dates) {
        const bool day = span.from.text().size() == 10 && span.sense == DateSense::On && !span.relative;
        if (!day) continue;
        const Sentence& sentence = view.sentences[span.sentence];
        const bool bare = sentence.end - sentence.first <= span.end - span.first + 12 &&
                          span.first <= sentence.first + 4 && sentence.kind != SentenceKind::Running;
        if (bare && span.sentence < 6) {
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                if (any_of(view, i, kMarks)) return span.from;
            }
            if (sentence.end - sentence.first <= span.end - span.first + 3) return span.from;
        }
        if (is_dateline(view, span)) return span.from;
        if (span.first >= 2 &&
            (any_of(view, span.first - 1, kMarks) || any_of(view, span.first - 2, kMarks)) &&
            span.sentence < 6 && !view.has_key(span.first - 1, "le")) {
            return span.from;
        }
    }
    return {};
}

}  // namespace kontor::press
