// SPDX-License-Identifier: EUPL-1.2
#include "search/segment_writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace kontor::search {

namespace {

constexpr std::size_t kGuessBytes = 40;
constexpr std::size_t kFieldsPerDocument = 10'000;
constexpr std::uint8_t kNameClass = 255;

/// Ordinals are small numbers; what does not fit counts as "none".
template <class T>
T ordinal(StringTable& table, std::string_view text) {
    const std::uint32_t number = table.intern(text);
    return number < std::numeric_limits<T>::max() ? static_cast<T>(number) : T{0};
}

bool is_name_field(Field field) {
    return field == Field::Name || field == Field::Acronym || field == Field::Identifier ||
           field == Field::Place;
}

bool is_whole_field(Field field) {
    return field == Field::Name || field == Field::Acronym || field == Field::Title;
}

}  // namespace

SegmentWriter::SegmentWriter(const TopicModel& topics, SharedValues& values)
    : topics_(topics), values_(values), analyzer_(topics.splitter()) {}

Range32 SegmentWriter::append_text(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(out_.texts.size());
    out_.texts.append(text);
    return {begin, static_cast<std::uint32_t>(out_.texts.size())};
}

void SegmentWriter::add(const Document& document) {
    Incoming in;
    in.row.id = append_text(document.id);
    in.row.language = ordinal<std::uint8_t>(values_.languages, document.language);
    in.row.first_field = static_cast<std::uint32_t>(incoming_fields_.size());
    in.prominence = kept_prominence(document.prominence);
    in.facets.kind = static_cast<std::uint8_t>(document.kind);
    in.facets.country = ordinal<std::uint16_t>(values_.countries, document.country);
    in.facets.organisation_kind =
        ordinal<std::uint8_t>(values_.organisation_kinds, document.organisation_kind);
    in.facets.programme = ordinal<std::uint16_t>(values_.programmes, document.programme);
    in.facets.year = static_cast<std::uint16_t>(std::clamp(document.year, 0, 9999));
    for (std::size_t field = 0; field < kFieldCount; ++field) {
        for (const FieldText& text : document.fields) {
            if (static_cast<std::size_t>(text.field) == field) add_field(text, in, document);
        }
    }
    if (in.row.title_field < 0) in.row.title = append_text(document.title);
    in.topics.begin = static_cast<std::uint32_t>(incoming_topics_.size());
    for (const std::uint32_t topic : document.topics) {
        if (topic < topics_.size()) incoming_topics_.push_back(topic);
    }
    in.topics.end = static_cast<std::uint32_t>(incoming_topics_.size());
    incoming_.push_back(in);
}

void SegmentWriter::add_field(const FieldText& field, Incoming& in, const Document& document) {
    if (in.row.field_count == kFieldsPerDocument) return;
    FieldSpan span;
    span.field = field.field;
    span.language = ordinal<std::uint8_t>(values_.languages, field.language);
    span.text = append_text(field.text);
    if (in.row.title_field < 0 && field.text == document.title) {
        in.row.title_field = static_cast<std::int16_t>(in.row.field_count);
        in.row.title = span.text;
    }
    span.words.begin = static_cast<std::uint32_t>(out_.forward.size());
    append_words(field.text, analysis_language(field));
    span.words.end = static_cast<std::uint32_t>(out_.forward.size());
    if (is_whole_field(field.field) && span.words.size() <= kWholeNameWords)
        span.whole_name = whole_name(field.text);
    incoming_fields_.push_back(span);
    ++in.row.field_count;
}

std::uint32_t SegmentWriter::whole_name(std::string_view text) {
    std::vector<std::string> words;
    text::WordCursor cursor(text);
    text::WordRange range;
    while (cursor.next(range)) words.emplace_back(text.substr(range.begin, range.end - range.begin));
    const std::string term = whole_name_term(words);
    return term.empty() ? kNoTerm : out_.terms.intern(term);
}

std::string_view SegmentWriter::analysis_language(const FieldText& field) const {
    if (is_name_field(field.field)) return "name";
    if (!field.language.empty() && field.language != "und") return field.language;
    if (field.text.size() < kGuessBytes) return "en";
    const std::string guess = text::guessed_language(field.text);
    if (guess == "und") return "en";
    return values_.languages[values_.languages.intern(guess)];
}

void SegmentWriter::append_words(std::string_view text, std::string_view language) {
    const bool is_name = language == "name";
    const std::string spoken(language);
    const std::uint8_t spoken_class = is_name ? kNameClass : ordinal<std::uint8_t>(values_.languages, spoken);
    std::array<char, text::kWordBytes + 1> key{};
    key[0] = static_cast<char>(spoken_class);
    text::WordCursor cursor(text);
    text::WordRange range;
    while (cursor.next(range)) {
        const std::string_view word =
            text::truncated(text.substr(range.begin, range.end - range.begin), text::kWordBytes);
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = word[i];
            key[i + 1] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        const std::uint32_t number =
            analysed_word(std::string_view(key.data(), word.size() + 1), word, spoken);
        ++out_.word_uses[number];
        out_.forward.push_back(number);
    }
}

std::uint32_t SegmentWriter::analysed_word(std::string_view key, std::string_view word,
                                           std::string_view language) {
    const std::size_t known = words_.size();
    const std::uint32_t number = words_.intern(key);
    if (number < known) return number;
    out_.word_uses.push_back(0);
    out_.word_in_name.push_back(language == "name" ? 1 : 0);
    found_terms_.clear();
    analyzer_.append_terms(word, language, found_terms_);
    for (const text::WeightedTerm& found : found_terms_) {
        out_.word_terms.push_back({out_.terms.intern(found.term), found.weight});
    }
    const std::string spelling = text::folded(word);
    out_.word_terms.push_back({out_.terms.intern(exact_term(spelling)), 1});
    out_.word_term_begins.push_back(static_cast<std::uint32_t>(out_.word_terms.size()));
    word_spellings_.push_back(spellings_.intern(spelling));
    return number;
}

void SegmentWriter::sort_documents() {
    std::vector<std::uint32_t> order(incoming_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto id_of = [&](std::uint32_t i) { return out_.text(incoming_[i].row.id); };
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const auto kind_a = incoming_[a].facets.kind;
        const auto kind_b = incoming_[b].facets.kind;
        if (kind_a != kind_b) return kind_a < kind_b;
        const int compared = id_of(a).compare(id_of(b));
        return compared != 0 ? compared < 0 : a < b;
    });
    std::vector<Incoming> sorted;
    sorted.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool is_replaced = i + 1 < order.size() && id_of(order[i]) == id_of(order[i + 1]) &&
                                 incoming_[order[i]].facets.kind == incoming_[order[i + 1]].facets.kind;
        if (!is_replaced) sorted.push_back(incoming_[order[i]]);
    }
    incoming_ = std::move(sorted);
    for (const Incoming& in : incoming_) {
        DocumentRow row = in.row;
        row.first_field = static_cast<std::uint32_t>(out_.fields.size());
        for (std::uint32_t i = 0; i < row.field_count; ++i) {
            out_.fields.push_back(incoming_fields_[in.row.first_field + i]);
        }
        out_.documents.push_back(row);
        out_.facets.push_back(in.facets);
        out_.prominences.push_back(in.prominence);
    }
}

void SegmentWriter::gather_topics() {
    std::vector<std::uint32_t> row;
    for (const Incoming& in : incoming_) {
        const auto first = incoming_topics_.begin();
        row.assign(first + in.topics.begin, first + in.topics.end);
        std::ranges::sort(row);
        row.erase(std::unique(row.begin(), row.end()), row.end());
        out_.topics.values.insert(out_.topics.values.end(), row.begin(), row.end());
        out_.topics.close_row();
        const std::size_t direct = row.size();
        for (std::size_t i = 0; i < direct; ++i) {
            const auto broader = topics_.with_broader(row[i]);
            row.insert(row.end(), broader.begin(), broader.end());
        }
        std::ranges::sort(row);
        row.erase(std::unique(row.begin(), row.end()), row.end());
        out_.all_topics.values.insert(out_.all_topics.values.end(), row.begin(), row.end());
        out_.all_topics.close_row();
    }
    out_.topic_documents = out_.all_topics.inverted(topics_.size());
}

void SegmentWriter::gather_countries() {
    Rows countries;
    for (const FacetRow& facets : out_.facets) {
        countries.values.push_back(facets.country);
        countries.close_row();
    }
    out_.country_documents = countries.inverted(values_.countries.size());
}

Segment SegmentWriter::finish() {
    sort_documents();
    gather_topics();
    gather_countries();
    std::vector<std::uint32_t> ranks;
    out_.spellings.assign(spellings_, ranks);
    Rows word_spellings;
    for (const std::uint32_t spelling : word_spellings_) {
        word_spellings.values.push_back(ranks[spelling]);
        word_spellings.close_row();
    }
    out_.spelling_words = word_spellings.inverted(ranks.size());
    invert(out_);
    out_.texts.shrink_to_fit();
    out_.forward.shrink_to_fit();
    out_.terms.shrink();
    return std::move(out_);
}

}  // namespace kontor::search
