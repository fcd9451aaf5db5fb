// SPDX-License-Identifier: EUPL-1.2
// What was acknowledged is there after a kill -9.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using model::RecordKind;

constexpr std::uint32_t kBatchSize = 20;

WriteBatch numbered_batch(const std::string& run, std::uint32_t number) {
    WriteBatch batch{
        .puts = {}, .erasures = {}, .actor = "child", .mark = ImportMark{run, "rows", number + 1U}};
    for (std::uint32_t i = 0; i < kBatchSize; ++i) {
        const std::string id = "o" + std::to_string(number) + "-" + std::to_string(i);
        batch.puts.emplace_back(support::organisation(id, "O"));
    }
    return batch;
}

/// Writes batch after batch and says so through the pipe after each one, until it is killed.
[[noreturn]] void write_until_killed(const std::string& path, int acknowledgements) {
    const base::SystemClock clock;
    auto store = open_sqlite(path, OpenMode::Create, clock);
    if (!store) ::_exit(1);
    const auto run = store.value()->begin_import("records", "x", "f00d");
    if (!run) ::_exit(2);
    for (auto number = static_cast<std::uint32_t>(run.value().done);; ++number) {
        if (!store.value()->write(numbered_batch(run.value().id, number)).ok()) ::_exit(3);
        const std::uint32_t acknowledged = number + 1;
        if (::write(acknowledgements, &acknowledged, sizeof acknowledged) != sizeof acknowledged) ::_exit(4);
    }
}

/// Kills the writer after `batches` acknowledgements; how many it had given in the end.
std::uint32_t kill_writer_after(const std::string& path, std::uint32_t batches) {
    int ends[2] = {};
    if (::pipe(ends) != 0) return 0;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        write_until_killed(path, ends[1]);
    }
    ::close(ends[1]);
    std::uint32_t acknowledged = 0;
    std::uint32_t received = 0;
    while (::read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) {
        if (++received == batches) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << WEXITSTATUS(status);
    return acknowledged;
}

TEST(SqliteSafety, KilledWritersLoseNothingTheyAcknowledged) {
    const support::TemporaryFolder folder;
    const std::string path = folder.file("kontor.db");
    const base::SystemClock clock;
    std::uint32_t before = 0;
    for (const std::uint32_t batches : {1U, 3U, 17U, 40U}) {
        const std::uint32_t acknowledged = kill_writer_after(path, batches);
        EXPECT_GE(acknowledged, before + batches);
        const auto store = open_sqlite(path, OpenMode::Existing, clock);
        ASSERT_TRUE(store.ok());
        const auto run = store.value()->begin_import("records", "x", "f00d").value();
        // One more may have been written whose acknowledgement did not get out any more.
        EXPECT_GE(run.done, acknowledged);
        EXPECT_LE(run.done, acknowledged + 1);
        EXPECT_EQ(store.value()->count(RecordKind::Organisation).value(), run.done * kBatchSize);
        EXPECT_EQ(store.value()->last_sequence().value(), run.done * kBatchSize);
        EXPECT_THAT(store.value()->inspect().value(), testing::IsEmpty());
        before = static_cast<std::uint32_t>(run.done);
    }
}

}  // namespace
}  // namespace kontor::store
