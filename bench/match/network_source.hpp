// SPDX-License-Identifier: EUPL-1.2
// The real network as records, read as an import reads it, and figures as lines; for the benches of matching.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "ingest/record_sink.hpp"
#include "model/records.hpp"

namespace kontor::bench {

/// Keeps the records so that only what is done with them is timed.
class Keep final : public ingest::RecordSink {
public:
    base::Outcome accept(model::Record&& record, const base::Place&) override {
        records.push_back(std::move(record));
        return base::Done{};
    }
    std::vector<model::Record> records;
};

/// CORDIS exports with the topics found in their texts. Gives the exit code; faults go to the error output.
[[nodiscard]] int read_cordis(Keep& keep, const std::vector<std::string>& files,
                              const std::string& topics_file);

/// Processor time of this program so far.
[[nodiscard]] double cpu_ms();

struct Quantiles {
    double median = 0;
    double p99 = 0;
    double most = 0;
};
[[nodiscard]] Quantiles quantiles(std::vector<double> times);
void print_times(const std::string& what, const std::vector<double>& times);

}  // namespace kontor::bench
