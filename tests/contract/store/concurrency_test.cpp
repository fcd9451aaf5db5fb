// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <latch>
#include <thread>

#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using model::RecordKind;
using support::organisation;

class StoreConcurrency : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, StoreConcurrency, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreConcurrency, WritersQueueUpAndTheFeedStaysGapless) {
    constexpr int kWriters = 4;
    constexpr int kBatches = 25;
    std::vector<std::jthread> writers;
    std::atomic<int> failures{0};
    for (int w = 0; w < kWriters; ++w) {
        writers.emplace_back([&, w] {
            for (int b = 0; b < kBatches; ++b) {
                const std::string id = std::to_string(w) + "-" + std::to_string(b);
                const auto report = store_->write({.puts = {organisation(id, id), organisation(id + "x", id)},
                                                   .erasures = {},
                                                   .actor = "writer",
                                                   .mark = {}});
                if (!report.ok() || report.value().inserted != 2) ++failures;
            }
        });
    }
    writers.clear();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(count(RecordKind::Organisation), 2U * kWriters * kBatches);
    EXPECT_EQ(store_->last_sequence().value(), 2U * kWriters * kBatches);
    expect_sound();
}

TEST_P(StoreConcurrency, ReadersSeeWholeBatchesWhileOthersWrite) {
    constexpr std::size_t kBatch = 10;
    std::atomic<bool> done{false};
    std::atomic<int> failures{0};
    std::atomic<int> scans{0};
    std::latch started(3);
    std::vector<std::jthread> readers;
    for (int r = 0; r < 3; ++r) {
        readers.emplace_back([&] {
            started.count_down();
            std::size_t before = 0;
            while (!done) {
                std::size_t seen = 0;
                const auto scanned = store_->scan(RecordKind::Organisation, [&](model::Record&&) {
                    ++seen;
                    return true;
                });
                if (!scanned.ok() || seen % kBatch != 0 || seen < before) ++failures;
                before = seen;
                ++scans;
            }
        });
    }
    started.wait();
    for (std::size_t b = 0; b < 40; ++b) {
        std::vector<model::Record> batch;
        for (std::size_t i = 0; i < kBatch; ++i) {
            batch.emplace_back(organisation(std::to_string(i) + "-" + std::to_string(b), "O"));
        }
        put(batch);
        // A write is visible to its writer at once.
        EXPECT_EQ(count(RecordKind::Organisation), (b + 1) * kBatch);
    }
    done = true;
    readers.clear();
    EXPECT_EQ(failures, 0);
    EXPECT_GT(scans, 0);
}

}  // namespace
}  // namespace kontor::store
