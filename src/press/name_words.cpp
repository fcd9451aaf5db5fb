// SPDX-License-Identifier: EUPL-1.2
#include "press/name_words.hpp"

#include "press/context.hpp"
#include "press/name_signs.hpp"

namespace kontor::press {

bool NameWords::is_ordinary(std::uint32_t i) const {
    return is_ordinary_word(view_, lower_, i);
}

/// The words of a run that belong to the name: ordinary ones at its ends are left out.
std::pair<std::uint32_t, std::uint32_t> NameWords::of_run(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t begin = first;
    std::uint32_t stop = end;
    while (begin < stop && is_ordinary(begin) && !keeps(begin, stop) && !is_joined(begin)) ++begin;
    if (is_nationality(view_, begin, stop)) ++begin;
    const bool of_place =
        begin + 2 == stop && runs_.is_place(begin) && !view_.tokens[begin].key.ends_with('s') &&
        !view_.is(begin + 1, WordClass::TopicTrigger) && !view_.is(begin + 1, WordClass::Ordinary) &&
        !view_.is(begin + 1, WordClass::Furniture);
    const bool is_school = begin + 2 == stop && view_.is(begin, WordClass::NameHint) &&
                           view_.words[begin].hint == EntityKind::University && runs_.is_place(begin + 1);
    while (!of_place && !is_school && stop > begin && is_ordinary(stop - 1) &&
           !view_.is(stop - 1, WordClass::NameHint) && !closes_name(begin, stop))
        --stop;
    return {begin, stop};
}

/// "Zentrum Muster IT".
bool NameWords::closes_name(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t last = end - 1;
    if (last == first) return false;
    if (is_english_name_word(view_, last)) return true;
    if (is_ordinary(last - 1) && (is_ordinary(first) || !keeps_capitals(view_, first))) return false;
    if (is_firms_last_word(view_, last)) return true;
    if (view_.is(last, WordClass::Counted)) return false;  // "Ausländische KMU"
    if (view_.tokens[last].writing == Writing::Capitals) return !is_roman(view_.written(last));
    constexpr unsigned kPlain = 1U << static_cast<unsigned>(WordClass::Ordinary);
    const bool plain = view_.words[last].classes == kPlain || lower_.contains(view_.tokens[last].key);
    return plain && !runs_.is_place(last) && is_direction_or_foreign(view_, last);
}

/// "Images & Sons"; in German ordinary words are joined so that name nothing.
bool NameWords::is_joined(std::uint32_t i) const {
    return view_.language != Language::German && view_.is_mark(i + 1, "&");
}

/// Leading words that belong to the name although they are ordinary: the first of "Human Technology
/// Cluster".
bool NameWords::keeps(std::uint32_t i, std::uint32_t end) const {
    if (view_.language == Language::German) {
        const WordEntry& entry = view_.words[i];
        if (is_hinted(view_, runs_, i, end)) return true;
        const bool english =
            entry.is(WordClass::TopicHead) && !entry.compound && i + 1 < end && !is_german_word(view_, i);
        return english && !view_.is(i + 1, WordClass::LegalForm);
    }
    if (view_.is(i, WordClass::Role) || view_.is(i, WordClass::Title) || !view_.is_capital(i + 1) ||
        i + 1 >= end || is_english_compound(view_.tokens[i].key))
        return false;
    if (i > 0 && view_.is(i - 1, WordClass::Article) && view_.lexicon->adjective(view_.tokens[i].key))
        return false;  // "the Danish X"
    if (view_.is(i, WordClass::NumberWord) && view_.lexicon->adjective(view_.tokens[i + 1].key))
        return false;  // "Twelve American associations"
    return !view_.begins_sentence(i) || view_.is(i + 1, WordClass::NameHint) || !is_ordinary(i + 1);
}

}  // namespace kontor::press
