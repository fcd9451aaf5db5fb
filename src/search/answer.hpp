// SPDX-License-Identifier: EUPL-1.2
// What a search answers: hits with reasons and highlights, facets, and how the words were understood. Plain
// data; byte ranges instead of markup, so that every door shows them in its own way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/document.hpp"

namespace kontor::search {

enum class ReasonKind : std::uint8_t {
    Word,       // the typed word, in any inflection, or a compound's part
    Topic,      // the document carries the topic that the words name, or a narrower one
    Country,    // the document is in the country that the words name
    WholeName,  // all the words together are one of the document's names or titles
    Prominence  // well-known documents get a small bonus
};

/// One summand of a hit's score: the contributions of a hit's reasons add up to its score.
struct Reason {
    ReasonKind kind = ReasonKind::Word;
    std::string word;           // as typed; all of them for WholeName; empty for Prominence
    std::string matched;        // word found in the document's dictionary form, topic id, country code
    Field field = Field::Text;  // for Word
    double contribution = 0;
    bool operator==(const Reason&) const = default;
};

struct ByteRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const ByteRange&) const = default;
};

/// A piece of one field of the document, at word borders, with the ranges of the words that were found in it.
struct Snippet {
    Field field = Field::Text;
    std::string language;
    std::string text;
    std::vector<ByteRange> highlights;  // in `text`, ascending, not overlapping
    bool cut_before = false;            // the field's text goes on to the left / right
    bool cut_after = false;
    bool operator==(const Snippet&) const = default;
};

struct Hit {
    model::RecordKind kind = model::RecordKind::Organisation;
    std::string id;
    std::string title;
    std::string language;
    std::string country;
    std::string organisation_kind;
    std::string programme;
    int year = 0;
    double score = 0;
    std::vector<ByteRange> title_highlights;
    std::vector<Snippet> snippets;  // best first, at most three
    std::vector<Reason> reasons;    // largest contribution first
    bool operator==(const Hit&) const = default;
};

struct FacetValue {
    std::string value;  // word, code or id
    std::uint32_t count = 0;
    bool selected = false;
    bool operator==(const FacetValue&) const = default;
};

/// Largest count first, then by value. `distinct` is the number of values before the limit.
struct Facet {
    std::vector<FacetValue> values;
    std::uint32_t distinct = 0;
    bool operator==(const Facet&) const = default;
};

/// Each counted over all documents that match the words and all *other* filters. A topic counts its narrower
/// ones too.
struct Facets {
    Facet kinds;
    Facet organisation_kinds;
    Facet countries;
    Facet topics;
    Facet programmes;
    Facet years;
    bool operator==(const Facets&) const = default;
};

enum class Matching : std::uint8_t {
    Everything,  // no words: all documents that pass the filters, by prominence
    AllWords,
    AnyWord  // no document had all the words
};

/// A typed word that no document has, and the word searched for instead.
struct Correction {
    std::string typed;
    std::string used;
    std::size_t column = 0;  // of the typed word in the query, characters from 1
    bool operator==(const Correction&) const = default;
};

/// Words of the query that name a topic.
struct NamedTopic {
    std::string words;
    std::string topic;  // id
    bool operator==(const NamedTopic&) const = default;
};

struct Answer {
    Matching matching = Matching::Everything;
    std::uint64_t total = 0;  // documents, exact
    std::vector<Hit> hits;
    Facets facets;
    std::vector<Correction> corrections;
    std::vector<Correction> suggestions;  // rare words that may be typing errors; searched as typed
    std::vector<NamedTopic> topics;
    std::vector<std::string> ignored;  // stop words: counted where they stand, not required
    bool operator==(const Answer&) const = default;
};

enum class SuggestionKind : std::uint8_t { Topic, Document };

struct Suggestion {
    SuggestionKind kind = SuggestionKind::Document;
    std::string text;  // what to show and to put into the box
    model::RecordKind record_kind = model::RecordKind::Organisation;
    std::string id;
    bool operator==(const Suggestion&) const = default;
};

}  // namespace kontor::search
