// SPDX-License-Identifier: EUPL-1.2
#include "known_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "rivals.hpp"
#include "text/analyzer.hpp"

namespace kontor::bench {

namespace {

constexpr std::size_t kBeginningWords = 3;

struct Quality {
    std::size_t queries = 0;
    std::size_t found = 0;
    double reciprocal = 0;
    double gain = 0;

    void add(const std::vector<std::size_t>& list, std::size_t sought) {
        ++queries;
        const auto at = std::ranges::find(list, sought);
        if (at == list.end()) return;
        const auto rank = static_cast<double>(at - list.begin() + 1);
        ++found;
        reciprocal += 1 / rank;
        gain += 1 / std::log2(1 + rank);
    }
};

/// FNV-1a; its lowest bits are not even enough for texts so short.
bool is_reported(std::string_view query) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : query) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return (hash >> 20U & 1U) != 0;
}

std::string beginning(const search::Document& document) {
    const std::string text = title_text(document);
    text::WordCursor cursor(text);
    text::WordRange range;
    std::string out;
    std::size_t words = 0;
    while (words < kBeginningWords && cursor.next(range)) {
        out += (words++ == 0 ? "" : " ") + text.substr(range.begin, range.end - range.begin);
    }
    return words == kBeginningWords ? out : std::string();
}

void print(std::string_view engine, std::string_view kind, std::string_view half, const Quality& quality) {
    const auto count = static_cast<double>(quality.queries);
    fmt::print("{:<14} {:<24} {:<7} {:>6} queries: MRR {:.3f}, NDCG {:.3f}, among the best 20 {:.1f} %\n",
               engine, kind, half, quality.queries, quality.reciprocal / count, quality.gain / count,
               100 * static_cast<double>(quality.found) / count);
}

}  // namespace

void print_known_items(std::string_view engine, const Corpus& corpus, const Best& best) {
    std::array<Quality, 2> drawn;
    std::array<Quality, 2> beginnings;
    for (std::size_t i = 0; i < corpus.queries.size(); ++i) {
        const std::size_t source = corpus.sources[i];
        const std::string& query = corpus.queries[i];
        drawn[is_reported(query) ? 1 : 0].add(best(query), source);
        const std::string name = beginning(corpus.documents[source]);
        if (!name.empty()) beginnings[is_reported(name) ? 1 : 0].add(best(name), source);
    }
    constexpr std::array<std::string_view, 2> kHalves{"choose", "report"};
    for (std::size_t half = 0; half < 2; ++half) {
        print(engine, "two words drawn", kHalves[half], drawn[half]);
        print(engine, "first words of its name", kHalves[half], beginnings[half]);
    }
    std::fflush(stdout);
}

}  // namespace kontor::bench
