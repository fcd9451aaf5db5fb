// SPDX-License-Identifier: EUPL-1.2
#include "ingest/fault_list.hpp"

#include <gtest/gtest.h>

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

TEST(FaultList, KeepsRareFaultsBehindFrequentOnes) {
    FaultList list;
    for (int i = 0; i < 5000; ++i) list.add(Error{ErrorCode::RowWidth, {}, {}, {}});
    list.add(Error{ErrorCode::EncodingBroken, {}, {}, {}});
    EXPECT_EQ(list.total(), 5001U);
    EXPECT_EQ(list.kept().size(), base::limits::kFaultsReported + 1);
    EXPECT_EQ(list.kept().back().code, ErrorCode::EncodingBroken);
    EXPECT_EQ(list.counts().at(ErrorCode::RowWidth), 5000U);
}

TEST(FaultList, TakesOverWhatAnotherOnlyCounted) {
    FaultList first;
    first.add(Error{ErrorCode::RowWidth, {}, {}, {}});
    FaultList second;
    for (int i = 0; i < 3000; ++i) second.add(Error{ErrorCode::RowWidth, {}, {}, {}});
    first.add(second);
    EXPECT_EQ(first.total(), 3001U);
    EXPECT_EQ(first.counts().at(ErrorCode::RowWidth), 3001U);
}

}  // namespace
}  // namespace kontor::ingest
