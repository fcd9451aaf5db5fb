// SPDX-License-Identifier: EUPL-1.2
#include "cli/exit_code.hpp"

#include <gtest/gtest.h>

namespace kontor::cli {
namespace {

using base::Error;
using base::ErrorCode;

ExitCode of(ErrorCode code) {
    return exit_code({Error{code, {}, {}, {}}});
}

TEST(ExitCode, TellsKindsOfFaultsApart) {
    EXPECT_EQ(of(ErrorCode::ColumnMissing), ExitCode::Input);
    EXPECT_EQ(of(ErrorCode::FileTooLarge), ExitCode::Input);
    EXPECT_EQ(of(ErrorCode::ArgumentUnknown), ExitCode::Input);
    EXPECT_EQ(of(ErrorCode::RecordNotFound), ExitCode::NotFound);
    EXPECT_EQ(of(ErrorCode::TargetExists), ExitCode::Conflict);
    EXPECT_EQ(of(ErrorCode::DatabaseMissing), ExitCode::Unavailable);
    EXPECT_EQ(of(ErrorCode::Internal), ExitCode::Internal);
}

TEST(ExitCode, StoppedWinsOverWhateverElseWentWrong) {
    EXPECT_EQ(
        exit_code({Error{ErrorCode::RecordNotFound, {}, {}, {}}, Error{ErrorCode::Stopped, {}, {}, {}}}),
        ExitCode::Stopped);
    EXPECT_EQ(static_cast<int>(ExitCode::Stopped), 130);
}

}  // namespace
}  // namespace kontor::cli
