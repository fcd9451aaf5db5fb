// SPDX-License-Identifier: EUPL-1.2
// Makes a Segment: documents in any order, analysed as they come (each distinct word once), sorted and
// inverted at the end. One thread; a second for about 30 MB of text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/segment.hpp"
#include "search/topic_model.hpp"
#include "text/analyzer.hpp"

namespace kontor::search {

class SegmentWriter {
public:
    /// Adds new strings to `values`; both must outlive the writer.
    SegmentWriter(const TopicModel& topics, SharedValues& values);

    void add(const Document& document);
    /// The last of several documents with one key counts. The writer is spent afterwards.
    [[nodiscard]] Segment finish();

private:
    struct Incoming {
        DocumentRow row;
        FacetRow facets;
        std::uint16_t prominence = 0;
        Range32 topics;
    };
    Range32 append_text(std::string_view text);
    void add_field(const FieldText& field, Incoming& incoming, const Document& document);
    [[nodiscard]] std::string_view analysis_language(const FieldText& field) const;
    void append_words(std::string_view text, std::string_view language);
    [[nodiscard]] std::uint32_t whole_name(std::string_view text);
    std::uint32_t analysed_word(std::string_view key, std::string_view word, std::string_view language);
    void sort_documents();
    void gather_topics();
    void gather_countries();

    const TopicModel& topics_;
    SharedValues& values_;
    text::Analyzer analyzer_;
    Segment out_;
    std::vector<Incoming> incoming_;
    std::vector<FieldSpan> incoming_fields_;
    std::vector<std::uint32_t> incoming_topics_;
    StringTable words_;  // language and letters as written, ASCII in lower case
    StringTable spellings_;
    std::vector<std::uint32_t> word_spellings_;
    std::vector<text::WeightedTerm> found_terms_;
};

/// Fills the postings of a segment whose documents, fields, words and terms stand.
void invert(Segment& segment);

}  // namespace kontor::search
