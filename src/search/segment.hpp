// SPDX-License-Identifier: EUPL-1.2
// One immutable part of an index in flat arrays: documents in the order of (kind, id), their texts, the words
// of each field in order, and for each term the documents with their impacts (the saturated BM25F term
// frequency, 16 bits).
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/document.hpp"
#include "search/spelling.hpp"
#include "search/string_table.hpp"
#include "text/fold.hpp"

namespace kontor::search {

/// BM25F: weights, length normalisation b and length pivot of each field, saturation k1. The pivots are fixed
/// rather than averages, so that a document's impacts do not depend on the other documents.
struct FieldTuning {
    float weight;
    float b;
    float pivot;
};
inline constexpr std::array<FieldTuning, kFieldCount> kTuning{{{4.0F, 0.3F, 5.0F},    // Name
                                                               {4.0F, 0.0F, 1.0F},    // Acronym
                                                               {5.0F, 0.0F, 1.0F},    // Identifier
                                                               {3.0F, 0.4F, 10.0F},   // Title
                                                               {1.0F, 0.5F, 100.0F},  // Text
                                                               {1.5F, 0.2F, 5.0F},    // Topic
                                                               {1.0F, 0.0F, 2.0F}}};  // Place
inline constexpr float kSaturation = 1.2F;
inline constexpr double kImpactOne = 65535;

/// A prominence as Segment::prominences keeps it.
[[nodiscard]] inline std::uint16_t kept_prominence(double prominence) {
    return static_cast<std::uint16_t>(std::lround(std::clamp(prominence, 0.0, 1.0) * kImpactOne));
}

/// Strings that documents share, with 0 for "none": the same in all parts of an index, only ever added to.
struct SharedValues {
    StringTable countries;
    StringTable organisation_kinds;
    StringTable programmes;
    StringTable languages;
    SharedValues() {
        for (StringTable* table : {&countries, &organisation_kinds, &programmes, &languages})
            table->intern("");
    }
};

struct Range32 {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

inline constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

struct FieldSpan {
    Range32 text;                        // in Segment::texts
    Range32 words;                       // in Segment::forward
    std::uint32_t whole_name = kNoTerm;  // term of the name or title as a whole
    Field field = Field::Text;
    std::uint8_t language = 0;
};

/// What facets and filters look at, eight bytes a document.
struct FacetRow {
    std::uint16_t country = 0;
    std::uint16_t programme = 0;
    std::uint16_t year = 0;
    std::uint8_t kind = 0;
    std::uint8_t organisation_kind = 0;
};

struct DocumentRow {
    Range32 id;     // in Segment::texts
    Range32 title;  // in Segment::texts
    std::uint32_t first_field = 0;
    std::uint16_t field_count = 0;
    std::uint8_t language = 0;
    std::int16_t title_field = -1;  // the field whose text is the title, counted from first_field
};

/// Beside its stem a word is a term by itself, with a mark that begins no stem: a document that has the very
/// word is better than one that has another form of it. "Muenchen" and "München" are one word.
inline constexpr char kExactMark = '=';
[[nodiscard]] inline std::string exact_term(std::string_view folded_word) {
    return kExactMark + text::collapsed_umlauts(folded_word);
}
[[nodiscard]] inline bool is_exact_term(std::string_view term) {
    return !term.empty() && term.front() == kExactMark;
}

/// A short name or title is also one term as a whole: who types exactly that means this document.
inline constexpr char kWholeNameMark = '^';
inline constexpr std::size_t kWholeNameWords = 8;  // longer ones are not typed
/// Nothing for no word or for more than kWholeNameWords.
[[nodiscard]] inline std::string whole_name_term(const std::vector<std::string>& words) {
    if (words.size() > kWholeNameWords) return {};
    std::string term;
    for (const std::string& word : words)
        term.append(1, term.empty() ? kWholeNameMark : ' ')
            .append(text::collapsed_umlauts(text::folded(word)));
    return term;
}

struct WordTerm {
    std::uint32_t term = 0;
    float weight = 1;
};

struct PostingList {
    std::span<const std::uint32_t> documents;
    std::span<const std::uint16_t> impacts;
};

/// Rows of numbers, one after the other.
struct Rows {
    std::vector<std::uint32_t> begins{0};
    std::vector<std::uint32_t> values;
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t row) const {
        return std::span(values).subspan(begins[row], begins[row + 1] - begins[row]);
    }
    void close_row() { begins.push_back(static_cast<std::uint32_t>(values.size())); }
    [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
    /// The rows turned round: for each value below `count`, the rows that hold it, ascending.
    [[nodiscard]] Rows inverted(std::size_t count) const;
};

struct Segment {
    std::vector<DocumentRow> documents;
    std::vector<FacetRow> facets;
    std::vector<std::uint16_t> prominences;  // 65,535 is 1
    std::vector<FieldSpan> fields;
    std::string texts;
    std::vector<std::uint32_t> forward;  // words of the fields
    Rows topics;                         // of each document, as given
    Rows all_topics;                     // with the broader ones
    Rows topic_documents;                // of each topic, narrower ones included
    Rows country_documents;              // of each country ordinal

    StringTable terms;
    std::vector<std::uint32_t> posting_begins;
    std::vector<std::uint32_t> posting_documents;
    std::vector<std::uint16_t> posting_impacts;

    std::vector<std::uint32_t> word_term_begins{0};
    std::vector<WordTerm> word_terms;
    Rows spelling_words;                     // spelling → words
    std::vector<std::uint32_t> word_uses;    // of each word, how often it stands somewhere
    std::vector<std::uint8_t> word_in_name;  // 1: these uses are in names and places
    SpellingTable spellings;

    [[nodiscard]] std::size_t size() const { return documents.size(); }
    [[nodiscard]] std::string_view text(Range32 range) const {
        return std::string_view(texts).substr(range.begin, range.size());
    }
    [[nodiscard]] std::string_view id(std::uint32_t document) const { return text(documents[document].id); }
    [[nodiscard]] model::RecordKind kind(std::uint32_t document) const {
        return static_cast<model::RecordKind>(facets[document].kind);
    }
    [[nodiscard]] std::span<const FieldSpan> fields_of(std::uint32_t document) const {
        const DocumentRow& row = documents[document];
        return std::span(fields).subspan(row.first_field, row.field_count);
    }
    [[nodiscard]] std::span<const WordTerm> terms_of_word(std::uint32_t word) const {
        return std::span(word_terms)
            .subspan(word_term_begins[word], word_term_begins[word + 1] - word_term_begins[word]);
    }
    [[nodiscard]] PostingList postings(std::uint32_t term) const {
        const std::uint32_t begin = posting_begins[term];
        const std::uint32_t count = posting_begins[term + 1] - begin;
        return {std::span(posting_documents).subspan(begin, count),
                std::span(posting_impacts).subspan(begin, count)};
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const DocumentKey& key) const;
    /// The document as it was given.
    [[nodiscard]] Document document(std::uint32_t ordinal, const SharedValues& values) const;
    [[nodiscard]] std::size_t memory_bytes() const;
};

}  // namespace kontor::search
