// SPDX-License-Identifier: EUPL-1.2
#include "network_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include "base/progress.hpp"
#include "ingest/cordis.hpp"
#include "ingest/project_topics.hpp"
#include "ingest/records.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::bench {
namespace {

int complain(const base::Errors& errors) {
    for (const base::Error& error : errors) fmt::print(stderr, "{}\n", base::located_sentence(error, "en"));
    return 2;
}

}  // namespace

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Quantiles quantiles(std::vector<double> times) {
    if (times.empty()) return {};
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) {
        const auto place = static_cast<std::size_t>(share * static_cast<double>(times.size()));
        return times[std::min(times.size() - 1, place)];
    };
    return {at(0.5), at(0.99), times.back()};
}

void print_times(const std::string& what, const std::vector<double>& times) {
    if (times.empty()) return;
    const Quantiles found = quantiles(times);
    fmt::print("{:<44} n {:>5}  p50 {:>7.2f}  p99 {:>7.2f}  max {:>7.2f} ms\n", what, times.size(),
               found.median, found.p99, found.most);
}

int read_cordis(Keep& keep, const std::vector<std::string>& files, const std::string& topics_file) {
    base::SilentProgress progress;
    std::vector<ingest::Input> vocabulary;
    auto topics_input = ingest::Input::open_file(topics_file);
    if (!topics_input) return complain(topics_input.errors());
    vocabulary.push_back(std::move(topics_input).value());
    if (auto read = ingest::read_records(vocabulary, keep, progress); !read) return complain(read.errors());
    std::vector<model::Topic> topics;
    for (const model::Record& record : keep.records) {
        if (const auto* topic = std::get_if<model::Topic>(&record)) topics.push_back(*topic);
    }
    const text::TopicTagger tagger(topics);
    for (const std::string& file : files) {
        auto input = ingest::Input::open_file(file);
        if (!input) return complain(input.errors());
        std::vector<ingest::Input> inputs;
        inputs.push_back(std::move(input).value());
        auto reader = ingest::CordisReader::open(std::move(inputs));
        if (!reader) return complain(reader.errors());
        reader.value().set_enrich(
            [&tagger](model::Project& project) { ingest::tag_project(project, tagger); });
        if (auto read = reader.value().read(keep, {}, progress); !read) return complain(read.errors());
    }
    return 0;
}

}  // namespace kontor::bench
