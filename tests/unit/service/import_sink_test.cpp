// SPDX-License-Identifier: EUPL-1.2
#include "service/import_sink.hpp"

#include <gtest/gtest.h>

#include "support/batches.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using model::Record;
using model::RecordKind;

const base::SystemClock kClock;

std::unique_ptr<store::Store> memory_store() {
    auto store = store::open_sqlite(":memory:", store::OpenMode::Create, kClock);
    EXPECT_TRUE(store.ok());
    return std::move(store).value();
}

std::string id_of(int number) {
    return "t" + std::to_string(number);
}

TEST(BatchSink, WritesEverythingAndMarksHowFarItIs) {
    const auto store = memory_store();
    const auto run = store->begin_import("records", "x", "f").value();
    BatchSink sink(*store, run, "test");
    for (int i = 0; i < 12'000; ++i) ASSERT_TRUE(sink.accept(support::topic(id_of(i), "x"), {}));
    ASSERT_TRUE(sink.finish());
    EXPECT_EQ(sink.counts().inserted, 12'000U);
    EXPECT_EQ(sink.counts().topics, 12'000U);
    EXPECT_EQ(store->count(RecordKind::Topic).value(), 12'000U);
    EXPECT_EQ(store->begin_import("records", "x", "f").value().done, 12'000U);
}

TEST(BatchSink, PassesOverWhatAnEarlierAttemptWrote) {
    const auto store = memory_store();
    auto run = store->begin_import("records", "x", "f").value();
    run.done = 2;
    BatchSink sink(*store, run, "test");
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(sink.accept(support::topic(id_of(i), "x"), {}));
    ASSERT_TRUE(sink.finish());
    EXPECT_EQ(sink.counts().inserted, 1U);
    EXPECT_FALSE(store->read(RecordKind::Topic, "t1").value().has_value());
    EXPECT_TRUE(store->read(RecordKind::Topic, "t2").value().has_value());
}

TEST(BatchSink, GivesTheStoresFaultToTheReader) {
    const auto store = memory_store();
    const auto run = store->begin_import("records", "x", "f").value();
    BatchSink sink(*store, run, "test");
    ASSERT_TRUE(sink.accept(support::membership("nobody", "nothing"), {}));
    const auto finished = sink.finish();
    ASSERT_FALSE(finished.ok());
    EXPECT_EQ(finished.errors().front().code, base::ErrorCode::ReferenceUnknown);
    EXPECT_EQ(store->count(RecordKind::Membership).value(), 0U);
}

TEST(BatchSink, SaysWhereTheRecordStandsThatTheStoreRefuses) {
    const auto store = memory_store();
    const auto run = store->begin_import("records", "x", "f").value();
    BatchSink sink(*store, run, "test");
    std::uint64_t line = 6;
    for (const char* id : {"first", "second"}) {
        model::Organisation one = support::organisation(id, id);
        one.identifiers = {{"PIC", "999777555"}};
        ASSERT_TRUE(
            sink.accept(std::move(one), {.file = "x.jsonl", .line = ++line, .column = 0, .field = {}}));
    }
    const auto finished = sink.finish();
    ASSERT_FALSE(finished.ok());
    for (const base::Error& error : finished.errors()) {
        EXPECT_EQ(error.code, base::ErrorCode::IdentifierTaken);
        EXPECT_EQ(error.place.file, "x.jsonl");
        EXPECT_EQ(error.place.field, "/identifiers/0");
    }
    EXPECT_EQ(finished.errors().back().place.line, 8U);
}

TEST(DryRunSink, TellsNewChangedAndUnchangedWithoutWriting) {
    const auto store = memory_store();
    ASSERT_TRUE(store->write(support::batch({support::topic("a", "old"), support::topic("b", "same")})));
    const auto before = store->last_sequence().value();
    DryRunSink sink(*store);
    for (const auto& topic :
         {support::topic("a", "new"), support::topic("b", "same"), support::topic("c", "x")}) {
        ASSERT_TRUE(sink.accept(Record(topic), {}));
    }
    EXPECT_EQ(sink.counts().inserted, 1U);
    EXPECT_EQ(sink.counts().updated, 1U);
    EXPECT_EQ(sink.counts().unchanged, 1U);
    EXPECT_EQ(store->last_sequence().value(), before);
}

TEST(ReferenceCheck, FindsEveryDanglingReferenceWithItsPlace) {
    const auto store = memory_store();
    ASSERT_TRUE(store->write(support::batch({support::organisation("stored", "S")})));
    ReferenceCheck check(*store);
    ASSERT_TRUE(check.accept(support::membership("later", "stored"), {"a.jsonl", 1, 0, ""}));
    ASSERT_TRUE(check.accept(support::membership("missing", "gone"), {"a.jsonl", 2, 0, ""}));
    ASSERT_TRUE(check.accept(support::organisation("later", "L"), {"b.jsonl", 1, 0, ""}));
    const auto finished = check.finish();
    ASSERT_FALSE(finished.ok());
    ASSERT_EQ(finished.errors().size(), 2U);
    for (const base::Error& fault : finished.errors()) {
        EXPECT_EQ(fault.code, base::ErrorCode::ReferenceUnknown);
        EXPECT_EQ(fault.place.file, "a.jsonl");
        EXPECT_EQ(fault.place.line, 2U);
    }
}

/// Keeps what it gets, and where a circle began.
class Listener final : public CountingSink {
public:
    base::Outcome accept(Record&& record, const base::Place&) override {
        ids.push_back(model::id_of(record));
        return base::Done{};
    }
    base::Outcome keep_together() override {
        ids.emplace_back("together:");
        return base::Done{};
    }
    base::Outcome finish() override { return base::Done{}; }
    std::vector<std::string> ids;
};

std::vector<std::string> order_of(const std::vector<Record>& records) {
    RecordIds body;
    for (const Record& record : records) body.add(model::kind_of(record), model::id_of(record));
    Listener listener;
    OrderingSink ordered(listener, body);
    for (const Record& record : records) EXPECT_TRUE(ordered.accept(Record(record), {}));
    EXPECT_TRUE(ordered.finish());
    return listener.ids;
}

TEST(OrderingSink, HoldsBackWhatRefersForward) {
    auto child = support::topic("child", "c");
    child.parent = "parent";
    auto grandchild = support::topic("grandchild", "g");
    grandchild.parent = "child";
    EXPECT_EQ(order_of({grandchild, child, support::topic("parent", "p"), support::topic("other", "o")}),
              (std::vector<std::string>{"parent", "other", "child", "grandchild"}));
}

TEST(OrderingSink, LetsCirclesGoTogetherAtTheEnd) {
    auto one = support::organisation("one", "1", model::OrganisationKind::Cluster);
    one.cluster = model::ClusterProfile{};
    one.cluster->management_entity = "two";
    auto two = support::organisation("two", "2", model::OrganisationKind::Cluster);
    two.cluster = model::ClusterProfile{};
    two.cluster->management_entity = "one";
    EXPECT_EQ(order_of({one, two, support::organisation("three", "3")}),
              (std::vector<std::string>{"three", "together:", "one", "two"}));
}

}  // namespace
}  // namespace kontor::service
