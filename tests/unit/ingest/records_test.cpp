// SPDX-License-Identifier: EUPL-1.2
#include "ingest/records.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;

base::Result<ImportReport> read(const test::Files& files, test::KeepingSink& sink) {
    std::vector<Input> inputs;
    for (const auto& [name, content] : files) inputs.push_back(test::input_of(name, content));
    base::SilentProgress progress;
    return read_records(inputs, sink, progress);
}

TEST(Records, ReadsSeveralFilesAsOneBody) {
    test::KeepingSink sink;
    const auto report = read(
        {{"a.jsonl",
          "# network\n\n{\"record\":\"membership\",\"id\":\"m\",\"member\":\"o\",\"cluster\":\"o\"}\r\n"},
         {"b.jsonl",
          "{\"record\":\"organisation\",\"id\":\"o\",\"kind\":\"company\",\"names\":[{\"text\":\"A\"}]}\n"
          "{\"record\":\"source\",\"id\":\"s\",\"title\":\"T\"}"}},
        sink);
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report.value().records, 3U);
    std::vector<model::RecordKind> kinds;
    for (const model::Record& record : sink.records) kinds.push_back(model::kind_of(record));
    EXPECT_THAT(kinds, ElementsAre(model::RecordKind::Source, model::RecordKind::Organisation,
                                   model::RecordKind::Membership));
    EXPECT_EQ(sink.places[2].file, "a.jsonl");
    EXPECT_EQ(sink.places[2].line, 3U);
}

TEST(Records, TellsAllFaultsAndGivesNothing) {
    test::KeepingSink sink;
    const auto report =
        read({{"a.jsonl", "{\"record\":\"source\",\"id\":\"s\",\"title\":\"T\"}\n{broken\n<<<<<<< HEAD\n"},
              {"b.jsonl",
               "{\"record\":\"source\",\"id\":\"s\",\"title\":\"T\"}\n"
               "{\"record\":\"source\",\"id\":\"t\",\"titel\":\"T\"}\n"}},
             sink);
    ASSERT_FALSE(report.ok());
    EXPECT_THAT(sink.records, IsEmpty());
    const auto codes = test::codes(report.errors());
    EXPECT_THAT(codes, testing::IsSupersetOf({ErrorCode::JsonSyntax, ErrorCode::ConflictMarker,
                                              ErrorCode::IdDuplicate, ErrorCode::FieldUnknown}));
    for (const base::Error& error : report.errors()) {
        EXPECT_FALSE(error.place.file.empty());
        EXPECT_GT(error.place.line, 0U);
        if (error.code == ErrorCode::IdDuplicate) {
            EXPECT_EQ(test::argument(error, "line"), "1");
            EXPECT_EQ(error.place.file, "b.jsonl");
        }
    }
}

TEST(Records, RefusesEndlessLines) {
    test::KeepingSink sink;
    const auto report = read({{"a.jsonl", std::string(9'000'000, 'x') +
                                              "\n{\"record\":\"source\",\"id\":\"s\",\"title\":\"T\"}\n"}},
                             sink);
    ASSERT_FALSE(report.ok());
    EXPECT_THAT(test::codes(report.errors()), ElementsAre(ErrorCode::RowTooLong));
}

}  // namespace
}  // namespace kontor::ingest
