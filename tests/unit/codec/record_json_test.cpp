// SPDX-License-Identifier: EUPL-1.2
#include "codec/record_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "support/sample_records.hpp"

namespace kontor::codec {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::Pair;

/// Pointer and code of every fault, in the order of the answer.
std::vector<std::pair<std::string, ErrorCode>> faults_of(std::string_view line) {
    const auto record = record_from_line(line, {.file = "x.jsonl", .line = 3, .field = {}});
    std::vector<std::pair<std::string, ErrorCode>> out;
    if (record.ok()) return out;
    for (const base::Error& fault : record.errors()) {
        EXPECT_EQ(fault.place.file, "x.jsonl");
        EXPECT_EQ(fault.place.line, 3U);
        out.emplace_back(fault.place.field, fault.code);
    }
    return out;
}

TEST(RecordJson, EveryKindSurvivesWithAllFieldsSet) {
    for (const model::Record& record : support::sample_records()) {
        const std::string line = to_text(to_json(record));
        const auto back = record_from_line(line, {});
        ASSERT_TRUE(back.ok()) << line << "\n" << located_sentence(back.errors().front(), "en");
        EXPECT_EQ(back.value(), record) << line;
    }
}

TEST(RecordJson, SamplesSetEveryField) {
    std::size_t kinds = 0;
    for (const model::Record& record : support::sample_records()) {
        if (kinds++ == std::variant_size_v<model::Record>) break;
        std::visit(
            [](const auto& r) {
                const boost::json::object json = object_of(r);
                visit_fields(r, [&](std::string_view name, const auto&, model::Need) {
                    EXPECT_TRUE(json.contains(name)) << model::word(r.kKind) << "/" << name;
                });
            },
            record);
    }
}

TEST(RecordJson, LeavesOutWhatIsEmptyUnknownOrDefault) {
    EXPECT_EQ(to_text(to_json(support::organisation("a", "A", model::OrganisationKind::Clinic))),
              R"({"record":"organisation","id":"a","kind":"clinic","names":[{"text":"A"}]})");
    EXPECT_EQ(
        to_text(to_json(support::participation("p", "o"))),
        R"({"record":"participation","id":"p.o","project":"p","organisation":"o","role":"participant"})");
}

TEST(RecordJson, UnknownFieldsAreFaults) {
    EXPECT_THAT(
        faults_of(R"({"record":"source","id":"a","title":"A","titel":"B","a/b~c":1})"),
        ElementsAre(Pair("/titel", ErrorCode::FieldUnknown), Pair("/a~1b~0c", ErrorCode::FieldUnknown)));
}

TEST(RecordJson, WrongTypesAreFaultsWithWhatIsExpected) {
    const auto record =
        record_from_line(R"({"record":"place","id":"a","name":"A","latitude":"51,5","longitude":2})", {});
    ASSERT_FALSE(record.ok());
    ASSERT_EQ(record.errors().size(), 1U);
    EXPECT_EQ(located_sentence(record.errors().front(), "en"), "/latitude: Expected number, found string.");
}

TEST(RecordJson, AllFaultsAtOnceWithTheirPointers) {
    EXPECT_THAT(
        faults_of(R"({"record":"organisation","id":"Größe","kind":"klinik","names":[{"text":"A"},{"lang":1}],
                             "latitude":91,"longitude":0,"founded":12,"cluster":{"labels":[{"scheme":"E","to":"2019-02-30"}]},
                             "offers":[{"trl":12},{"text":{}}],"nonsense":null})"),
        ElementsAre(Pair("/kind", ErrorCode::ValueNotAllowed), Pair("/names/1/text", ErrorCode::ValueMissing),
                    Pair("/names/1/lang", ErrorCode::ValueType), Pair("/offers/1/text", ErrorCode::ValueType),
                    Pair("/cluster/labels/0/to", ErrorCode::DateInvalid),
                    Pair("/nonsense", ErrorCode::FieldUnknown), Pair("/latitude", ErrorCode::ValueOutOfRange),
                    Pair("/founded", ErrorCode::ValueOutOfRange),
                    Pair("/offers/0/trl", ErrorCode::ValueOutOfRange), Pair("/id", ErrorCode::IdInvalid)));
}

TEST(RecordJson, MissingFieldsAreReportedOnce) {
    EXPECT_THAT(
        faults_of(R"({"record":"claim","id":"c"})"),
        ElementsAre(Pair("/subject_kind", ErrorCode::ValueMissing), Pair("/subject", ErrorCode::ValueMissing),
                    Pair("/predicate", ErrorCode::ValueMissing), Pair("/value", ErrorCode::ValueMissing),
                    Pair("/source", ErrorCode::ValueMissing)));
}

TEST(RecordJson, TheKindMustBeKnown) {
    EXPECT_THAT(faults_of(R"({"id":"a"})"), ElementsAre(Pair("/record", ErrorCode::ValueMissing)));
    EXPECT_THAT(faults_of(R"({"record":"ship","id":"a"})"),
                ElementsAre(Pair("/record", ErrorCode::ValueNotAllowed)));
    EXPECT_THAT(faults_of(R"({"record":7})"), ElementsAre(Pair("/record", ErrorCode::ValueType)));
    EXPECT_THAT(faults_of(R"(["record"])"), ElementsAre(Pair("", ErrorCode::ValueType)));
}

TEST(RecordJson, ImpossibleDatesAreFaults) {
    for (const char* day : {"2019-02-30", "2019-13", "19-02-01", "2019-2-1", "", "heute"}) {
        const std::string line =
            std::string(R"({"record":"source","id":"a","title":"A","as_of":")") + day + "\"}";
        EXPECT_THAT(faults_of(line), ElementsAre(Pair("/as_of", ErrorCode::DateInvalid))) << day;
    }
}

TEST(RecordJson, ListsHaveAnEnd) {
    std::string line =
        R"({"record":"place","id":"a","name":"A","latitude":1,"longitude":2,"alternative_names":[)";
    for (std::size_t i = 0; i < base::limits::kListItems; ++i) line += "\"x\",";
    EXPECT_THAT(faults_of(line + "\"x\"]}"),
                ElementsAre(Pair("/alternative_names", ErrorCode::TooManyItems)));
    line.pop_back();
    EXPECT_THAT(faults_of(line + "]}"), ElementsAre());
}

TEST(RecordJson, ARefusedWordIsQuotedInPartOnly) {
    std::string word;
    for (int i = 0; i < 1000; ++i) word += "ä";
    const auto record =
        record_from_line(R"({"record":"source","id":"a","title":"A","kind":")" + word + "\"}", {});
    ASSERT_FALSE(record.ok());
    EXPECT_LT(record.errors().front().arguments.front().second.size(), 100U);
}

}  // namespace
}  // namespace kontor::codec
