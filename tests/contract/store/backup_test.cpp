// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>
#include <fstream>
#include <thread>

#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using base::ErrorCode;
using model::RecordKind;
using support::organisation;

class StoreBackup : public StoreContract {
protected:
    void fill(int from, int to) {
        std::vector<model::Record> batch;
        for (int i = from; i < to; ++i) batch.emplace_back(organisation("o" + std::to_string(i), "O"));
        put(batch);
    }
    std::size_t files() {
        std::size_t found = 0;
        for (const auto& each : std::filesystem::directory_iterator(folder_.file(""))) {
            if (each.path().filename().string().starts_with("copy")) ++found;
        }
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, StoreBackup, testing::ValuesIn(store_kinds()), kind_name);

class Recorder final : public base::Progress {
public:
    explicit Recorder(bool stop) : stop_(stop) {}
    void report(std::string_view stage, std::uint64_t done, std::uint64_t total) override {
        EXPECT_EQ(stage, "backup");
        EXPECT_LE(done, total);
        ++reports_;
    }
    [[nodiscard]] bool stop_requested() const override { return stop_; }
    [[nodiscard]] int reports() const { return reports_; }

private:
    bool stop_;
    int reports_ = 0;
};

TEST_P(StoreBackup, ACopyRestoresToTheSameStore) {
    put(support::sample_records());
    Recorder recorder(false);
    ASSERT_TRUE(store_->backup(folder_.file("copy.db"), recorder).ok());
    EXPECT_GT(recorder.reports(), 0);
    EXPECT_EQ(files(), 1U);
    ASSERT_TRUE(restore_sqlite(folder_.file("copy.db"), folder_.file("restored.db")).ok());
    const auto restored = open_sqlite(folder_.file("restored.db"), OpenMode::Existing, clock_);
    ASSERT_TRUE(restored.ok());
    for (const model::Record& record : support::sample_records()) {
        EXPECT_EQ(restored.value()->read(model::kind_of(record), model::id_of(record)).value(), record);
    }
    EXPECT_EQ(restored.value()->last_sequence().value(), store_->last_sequence().value());
    EXPECT_TRUE(restored.value()->inspect().value().empty());
}

TEST_P(StoreBackup, NeverOverwrites) {
    std::ofstream(folder_.file("copy.db")) << "mine";
    base::SilentProgress silent;
    const auto refused = store_->backup(folder_.file("copy.db"), silent);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, ErrorCode::TargetExists);
    EXPECT_EQ(std::filesystem::file_size(folder_.file("copy.db")), 4U);
}

TEST_P(StoreBackup, StoppedOnRequestLeavesNothing) {
    for (int i = 0; i < 10; ++i) fill(i * 10'000, (i + 1) * 10'000);
    Recorder recorder(true);
    const auto stopped = store_->backup(folder_.file("copy.db"), recorder);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.errors().front().code, ErrorCode::Stopped);
    EXPECT_EQ(files(), 0U);
}

TEST_P(StoreBackup, AnImpossiblePlaceIsAFault) {
    base::SilentProgress silent;
    const auto refused = store_->backup(folder_.file("no/such/folder/copy.db"), silent);
    ASSERT_FALSE(refused.ok());
}

TEST_P(StoreBackup, IsConsistentWhileOthersWrite) {
    fill(0, 20'000);
    std::atomic<bool> done{false};
    std::jthread writer([&] {
        for (int i = 2; !done; ++i) fill(i * 10'000, i * 10'000 + 50);
    });
    base::SilentProgress silent;
    const auto made = store_->backup(folder_.file("copy.db"), silent);
    done = true;
    writer.join();
    ASSERT_TRUE(made.ok()) << base::located_sentence(made.errors().front(), "en");
    const auto copy = open_sqlite(folder_.file("copy.db"), OpenMode::Existing, clock_);
    ASSERT_TRUE(copy.ok());
    const auto records = copy.value()->count(RecordKind::Organisation).value();
    EXPECT_EQ(records % 50, 0U);
    EXPECT_EQ(copy.value()->last_sequence().value(), records);
    EXPECT_TRUE(copy.value()->inspect().value().empty());
}

}  // namespace
}  // namespace kontor::store
