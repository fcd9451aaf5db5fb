// SPDX-License-Identifier: EUPL-1.2
// search_bench [--documents N] [--file RECORDS.jsonl] [--postgres URL] [--queries FILE]: times two-word
// queries of one thread beside SQLite FTS5 and PostgreSQL on the same documents, in processor time of the
// thread (time passed for PostgreSQL).
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <string_view>

#include "bench_documents.hpp"
#include "known_items.hpp"
#include "rivals.hpp"
#include "search/index.hpp"
#include "search/searcher.hpp"

namespace kontor::bench {

namespace {

/// Processor time of this thread for engines in this process, time passed for a server.
enum class Clock { Processor, Wall };

double seconds(Clock clock) {
    timespec now{};
    clock_gettime(clock == Clock::Wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Timing {
    double mean = 0, p50 = 0, p99 = 0;  // milliseconds
    std::size_t matches = 0;
};

Timing timed(Clock clock, const std::vector<std::string>& queries,
             const std::function<std::size_t(const std::string&)>& run) {
    std::vector<double> times;
    Timing out;
    double sum = 0;
    for (const std::string& query : queries) {
        const double begin = seconds(clock);
        out.matches += run(query);
        times.push_back((seconds(clock) - begin) * 1e3);
        sum += times.back();
    }
    std::ranges::sort(times);
    out.mean = sum / static_cast<double>(times.size());
    out.p50 = times[times.size() / 2];
    out.p99 = times[times.size() * 99 / 100];
    return out;
}

void print(std::string_view engine, std::string_view what, const Timing& timing, const Timing& ours) {
    fmt::print("{:<14} {:<22} {:>9.3f} {:>9.3f} {:>9.3f} {:>9.1f} {:>9.1f}\n", engine, what, timing.mean,
               timing.p50, timing.p99, timing.mean / ours.mean, timing.p99 / ours.p99);
    std::fflush(stdout);
}

Timing own(const search::Index& index, const std::vector<std::string>& queries, std::size_t facets) {
    search::Searcher searcher;
    search::Request request;
    request.facet_limit = facets;
    return timed(Clock::Processor, queries, [&](const std::string& query) {
        request.query = query;
        const auto answer = searcher.search(index, request);
        return answer ? static_cast<std::size_t>(answer.value().total) : 0;
    });
}

constexpr std::ptrdiff_t kRivalQueries = 1'000;  // the others take too long for all

struct Own {
    Timing all, all_facets, any, any_facets;
};

void print_own_known_items(const search::Index& index, const Corpus& corpus) {
    std::map<std::pair<model::RecordKind, std::string>, std::size_t> positions;
    for (std::size_t i = 0; i < corpus.documents.size(); ++i)
        positions[{corpus.documents[i].kind, corpus.documents[i].id}] = i;
    search::Searcher searcher;
    search::Request request;
    request.limit = 20;
    request.facet_limit = 0;
    print_known_items("Kontor", corpus, [&](const std::string& query) {
        request.query = query;
        std::vector<std::size_t> out;
        const auto answer = searcher.search(index, request);
        if (!answer) return out;
        for (const search::Hit& hit : answer.value().hits) out.push_back(positions.at({hit.kind, hit.id}));
        return out;
    });
}

void compare(Rival& rival, Clock clock, const Corpus& corpus, const Own& own) {
    const std::vector<std::string> queries(corpus.queries.begin(), corpus.queries.begin() + kRivalQueries);
    for (const Words words : {Words::All, Words::Any}) {
        const bool is_all = words == Words::All;
        const std::string which = is_all ? "all words" : "any word";
        const auto search = [&](const std::string& query) { return rival.search(query, words); };
        print(rival.name(), which, timed(clock, queries, search), is_all ? own.all : own.any);
        const auto count = [&](const std::string& query) { return rival.search_with_facets(query, words); };
        print(rival.name(), which + ", facets", timed(clock, queries, count),
              is_all ? own.all_facets : own.any_facets);
    }
    print_known_items(rival.name(), corpus,
                      [&](const std::string& query) { return rival.best(query, Words::All); });
}

double resident_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Options {
    std::size_t documents = 100'000;
    std::string file;
    std::string postgres;
    std::string queries;  // written there, one a line
};

Options options(int count, char** arguments) {
    Options out;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view name = arguments[i];
        if (name == "--documents") out.documents = std::strtoull(arguments[i + 1], nullptr, 10);
        if (name == "--file") out.file = arguments[i + 1];
        if (name == "--postgres") out.postgres = arguments[i + 1];
        if (name == "--queries") out.queries = arguments[i + 1];
    }
    return out;
}

/// With a word that no document has, the search falls back to any of the words.
std::vector<std::string> with_unknown_word(const std::vector<std::string>& queries) {
    std::vector<std::string> out;
    for (const std::string& query : queries) out.push_back(query + " qqzz9");
    return out;
}

void run(const Options& options) {
    const Corpus corpus =
        options.file.empty() ? made_up_corpus(options.documents, 7) : corpus_of_file(options.file, 7);
    if (!options.queries.empty()) {
        std::ofstream file(options.queries);
        for (const std::string& query : corpus.queries) file << query << '\n';
    }
    std::size_t bytes = 0;
    for (const search::Document& document : corpus.documents)
        bytes += title_text(document).size() + body_text(document).size();
    const double begin = seconds(Clock::Processor);
    search::IndexBuilder builder(corpus.topics);
    for (const search::Document& document : corpus.documents) builder.add(document);
    const search::Index index = builder.build();
    const double built = seconds(Clock::Processor) - begin;
    fmt::print(
        "{} documents, {:.1f} MB of text; built in {:.2f} s ({:.0f} documents/s); index {:.0f} MB, process "
        "{:.0f} MB\n",
        corpus.documents.size(), static_cast<double>(bytes) / 1e6, built,
        static_cast<double>(corpus.documents.size()) / built, static_cast<double>(index.memory_bytes()) / 1e6,
        resident_megabytes());
    fmt::print(
        "{} queries of two words, best 20, milliseconds per query; ratios are to Kontor in the same work\n\n",
        corpus.queries.size());
    fmt::print("{:<14} {:<22} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "engine", "query", "mean", "p50", "p99",
               "x mean", "x p99");
    static_cast<void>(own(index, corpus.queries, 20));
    const std::vector<std::string> any = with_unknown_word(corpus.queries);
    const Own ours{own(index, corpus.queries, 0), own(index, corpus.queries, 20), own(index, any, 0),
                   own(index, any, 20)};
    print("Kontor", "all words", ours.all, ours.all);
    print("Kontor", "all words, six facets", ours.all_facets, ours.all_facets);
    print("Kontor", "any word", ours.any, ours.any);
    print("Kontor", "any word, six facets", ours.any_facets, ours.any_facets);
    print_own_known_items(index, corpus);
    compare(*make_fts5(corpus.documents), Clock::Processor, corpus, ours);
    if (options.postgres.empty()) return;
    const auto postgres = make_postgres(options.postgres, corpus.documents);
    if (postgres) compare(*postgres, Clock::Wall, corpus, ours);
}

}  // namespace

}  // namespace kontor::bench

int main(int count, char** arguments) {
    kontor::bench::run(kontor::bench::options(count, arguments));
    return 0;
}
