// SPDX-License-Identifier: EUPL-1.2
#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using model::RecordKind;
using support::organisation;

class StoreFeed : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, StoreFeed, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreFeed, TellsWhatHappenedInOrder) {
    put({organisation("a", "A"), organisation("b", "B")});
    put({organisation("a", "A")});
    put({organisation("a", "A2")});
    erase({{RecordKind::Organisation, "b"}});
    const auto changes = store_->changes_since(0, 100).value();
    ASSERT_EQ(changes.size(), 4U);
    EXPECT_EQ(changes[0].id, "a");
    EXPECT_EQ(changes[1].id, "b");
    EXPECT_EQ(changes[2].id, "a");
    EXPECT_EQ(changes[3].id, "b");
    EXPECT_EQ(changes[2].type, ChangeType::Put);
    EXPECT_EQ(changes[3].type, ChangeType::Erased);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        EXPECT_EQ(changes[i].sequence, i + 1);
        EXPECT_EQ(changes[i].kind, RecordKind::Organisation);
        EXPECT_EQ(changes[i].actor, "test");
        EXPECT_EQ(changes[i].at, 1'700'000'000);
    }
}

TEST_P(StoreFeed, IsReadPieceByPiece) {
    std::vector<model::Record> many;
    for (int i = 0; i < 25; ++i) many.emplace_back(organisation("o" + std::to_string(i), "O"));
    put(many);
    std::uint64_t after = 0;
    std::size_t seen = 0;
    for (;;) {
        const auto piece = store_->changes_since(after, 10).value();
        if (piece.empty()) break;
        EXPECT_LE(piece.size(), 10U);
        EXPECT_EQ(piece.front().sequence, after + 1);
        after = piece.back().sequence;
        seen += piece.size();
    }
    EXPECT_EQ(seen, 25U);
    EXPECT_EQ(after, store_->last_sequence().value());
    EXPECT_TRUE(store_->changes_since(UINT64_MAX, 10).value().empty());
    EXPECT_EQ(store_->changes_since(0, SIZE_MAX).value().size(), 25U);
}

TEST_P(StoreFeed, RefusedBatchesLeaveNoGap) {
    put({organisation("a", "A")});
    for (int i = 0; i < 5; ++i) {
        refused({.puts = {organisation("x", "X"), support::participation("no", "x")},
                 .erasures = {},
                 .actor = "test",
                 .mark = {}});
    }
    EXPECT_EQ(put({organisation("b", "B")}).last_sequence, 2U);
    expect_sound();
}

}  // namespace
}  // namespace kontor::store
