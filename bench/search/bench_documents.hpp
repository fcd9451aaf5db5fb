// SPDX-License-Identifier: EUPL-1.2
// The documents and queries of the search benchmark: made up from a fixed seed (words by Zipf's law), or read
// from a file of records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/records.hpp"
#include "search/document.hpp"

namespace kontor::bench {

struct Corpus {
    std::vector<search::Document> documents;
    std::vector<model::Topic> topics;
    std::vector<std::string> queries;  // of two words
    std::vector<std::size_t> sources;  // the document that each query was drawn from
};

/// `count` documents of about 60 words from a vocabulary of 60,000, with topics, countries, programmes and
/// years.
[[nodiscard]] Corpus made_up_corpus(std::size_t count, std::uint64_t seed);

/// Organisations and projects of a JSON Lines file; queries are pairs of different words, without
/// digits, that stand in one document.
[[nodiscard]] Corpus corpus_of_file(const std::string& path, std::uint64_t seed);

}  // namespace kontor::bench
