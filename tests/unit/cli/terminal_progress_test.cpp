// SPDX-License-Identifier: EUPL-1.2
#include "cli/terminal_progress.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include "cli/stop_signal.hpp"

namespace kontor::cli {
namespace {

TEST(TerminalProgress, WritesCountsAsTheReaderDoes) {
    EXPECT_EQ(count_text(0, "de"), "0");
    EXPECT_EQ(count_text(999, "de"), "999");
    EXPECT_EQ(count_text(215096, "de"), "215.096");
    EXPECT_EQ(count_text(1234567, "en"), "1,234,567");
}

TEST(TerminalProgress, WritesDurations) {
    EXPECT_EQ(duration_text(5), "0:05");
    EXPECT_EQ(duration_text(65), "1:05");
    EXPECT_EQ(duration_text(7384), "2:03:04");
}

TEST(TerminalProgress, SpeaksOneLinePerStageWhenNobodyWatches) {
    testing::internal::CaptureStderr();
    {
        TerminalProgress progress(TerminalProgress::Style::Lines, "de");
        progress.report("projects", 0, 45000);
        progress.report("projects", 2000, 45000);
        progress.report("participations", 0, 0);
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "Projekte  0 / 45.000\nBeteiligungen  0\n");
}

TEST(TerminalProgress, AsksToStopAfterASignal) {
    const StopSignal stop;
    const TerminalProgress progress(TerminalProgress::Style::Silent, "en");
    EXPECT_FALSE(progress.stop_requested());
    std::raise(SIGINT);
    EXPECT_TRUE(progress.stop_requested());
}

}  // namespace
}  // namespace kontor::cli
