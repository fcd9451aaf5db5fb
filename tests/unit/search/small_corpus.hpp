// SPDX-License-Identifier: EUPL-1.2
// Documents and topics for the tests of search: a small hand-made corpus and random ones from a seed.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "model/records.hpp"
#include "search/index.hpp"
#include "search/searcher.hpp"

namespace kontor::search {

[[nodiscard]] model::Topic make_topic(std::string id, std::string german, std::string english,
                                      std::string parent = {});
[[nodiscard]] std::vector<model::Topic> small_topics();
[[nodiscard]] std::shared_ptr<const text::CompoundSplitter> small_splitter();
[[nodiscard]] std::vector<Document> small_documents();
[[nodiscard]] Index index_of(const std::vector<model::Topic>& topics, const std::vector<Document>& documents);
[[nodiscard]] Index small_index();

/// A document of words w0 … w29 with random facets and topics; `number` makes its id.
[[nodiscard]] Document random_document(std::mt19937& random, int number);
[[nodiscard]] std::vector<model::Topic> random_topics();

/// The answer to a query that must be sound.
[[nodiscard]] Answer answer_of(const Index& index, const std::string& query);
[[nodiscard]] std::vector<std::string> ids_of(const Answer& answer);

}  // namespace kontor::search
