// SPDX-License-Identifier: EUPL-1.2
#include "service/member_list.hpp"

#include <gtest/gtest.h>

#include "support/batches.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using ingest::MemberField;
using ingest::MemberVerdict;

TEST(Mapping, ReadsPairs) {
    const auto mapping = parse_mapping("Firma=name,Ort=city");
    ASSERT_TRUE(mapping.ok());
    ASSERT_EQ(mapping.value().size(), 2U);
    EXPECT_EQ(mapping.value()[0], std::pair(std::string("Firma"), MemberField::Name));
    EXPECT_EQ(mapping.value()[1], std::pair(std::string("Ort"), MemberField::City));
    EXPECT_TRUE(parse_mapping("").value().empty());
}

TEST(Mapping, LetsColumnsHaveCommasAndEqualsSigns) {
    const auto mapping = parse_mapping("PLZ, Ort=city,a=b=name");
    ASSERT_TRUE(mapping.ok());
    EXPECT_EQ(mapping.value()[0].first, "PLZ, Ort");
    EXPECT_EQ(mapping.value()[1].first, "a=b");
}

TEST(Mapping, RefusesUnknownFields) {
    for (const char* text : {"Firma=nmae", "Firma", "Firma=name,Ort"}) {
        const auto mapping = parse_mapping(text);
        ASSERT_FALSE(mapping.ok()) << text;
        EXPECT_EQ(mapping.errors().front().code, base::ErrorCode::ValueNotAllowed);
        EXPECT_EQ(mapping.errors().front().place.field, "mapping");
    }
}

ingest::MemberRow row(std::uint64_t line, MemberVerdict verdict, const std::string& id) {
    ingest::MemberRow out;
    out.line = line;
    out.verdict = verdict;
    out.organisation = support::organisation(id, "Name of " + id);
    out.membership = support::membership(id, "cluster");
    return out;
}

MemberList sample_list() {
    MemberList list;
    list.name = "list.csv";
    list.source = support::source("list-1");
    list.rows.rows = {row(2, MemberVerdict::New, "new"), row(3, MemberVerdict::Update, "known"),
                      row(4, MemberVerdict::Merged, ""), row(5, MemberVerdict::Refused, "")};
    list.rows.count_new = list.rows.count_update = list.rows.count_merged = list.rows.count_refused = 1;
    return list;
}

TEST(MemberList, WritesSourceOrganisationsAndMembershipsTogether) {
    const auto batch = batch_of(sample_list(), "me");
    std::vector<std::string> ids;
    for (const model::Record& record : batch.puts) ids.push_back(model::id_of(record));
    EXPECT_EQ(ids, (std::vector<std::string>{"list-1", "new", "known", "new.cluster", "known.cluster"}));
    EXPECT_EQ(batch.actor, "me");
}

TEST(MemberList, LeavesOutSkippedRows) {
    auto list = sample_list();
    list.skip = {2};
    EXPECT_EQ(batch_of(list, "me").puts.size(), 3U);
    const Vocabulary vocabulary({}, nullptr);
    const auto preview = preview_answer(list, vocabulary, "en");
    EXPECT_EQ(preview.rows[0].action, "skipped");
    EXPECT_EQ(preview.rows[1].action, "known");
    EXPECT_EQ(preview.rows[2].action, "merged");
    EXPECT_EQ(preview.rows[3].action, "refused");
}

TEST(MemberList, SetsApartWhatOnlyLooksAlike) {
    auto list = sample_list();
    ingest::MemberListPreview strangers;
    strangers.rows = {row(2, MemberVerdict::New, "new-2"), row(3, MemberVerdict::New, "new")};
    set_apart(list, strangers, {3});
    EXPECT_EQ(list.rows.rows[1].verdict, MemberVerdict::New);
    EXPECT_EQ(list.rows.rows[1].organisation.id, "new-3") << "the id of line 2 must not be taken twice";
    EXPECT_EQ(list.rows.rows[1].membership->member, "new-3");
    EXPECT_EQ(list.rows.count_new, 2U);
    EXPECT_EQ(list.rows.count_update, 0U);
    EXPECT_EQ(list.rows.rows[0].organisation.id, "new");
}

TEST(MemberList, AccountsForEveryRow) {
    const base::SystemClock clock;
    const auto store = store::open_sqlite(":memory:", store::OpenMode::Create, clock).value();
    ASSERT_TRUE(store->write(support::batch({support::organisation("known", "Name of known")})));
    const auto report = report_answer(sample_list(), *store, "en").value();
    EXPECT_EQ(report.rows, 4);
    EXPECT_EQ(report.inserted, 1);
    EXPECT_EQ(report.unchanged, 1);
    EXPECT_EQ(report.merged, 1);
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(report.rows,
              report.inserted + report.updated + report.unchanged + report.merged + report.refused);
}

}  // namespace
}  // namespace kontor::service
