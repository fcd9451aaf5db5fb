// SPDX-License-Identifier: EUPL-1.2
// How well engines find a document again by words that were taken from it. The queries are split by a hash of
// their text: one half to choose weights by, the other to report.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bench_documents.hpp"

namespace kontor::bench {

/// Positions of the best documents for a query, best first, at most 20.
using Best = std::function<std::vector<std::size_t>(const std::string& query)>;

/// Prints mean reciprocal rank, NDCG and how many were found at all, of both halves of two kinds of queries:
/// two words drawn from a document, and the three words that its names or titles begin with.
void print_known_items(std::string_view engine, const Corpus& corpus, const Best& best);

}  // namespace kontor::bench
