// SPDX-License-Identifier: EUPL-1.2
#include "ingest/member_cells.hpp"

#include <gtest/gtest.h>

#include "ingest/member_columns.hpp"

namespace kontor::ingest {
namespace {

std::string day_of(std::string_view text) {
    const auto day = written_day(text);
    return day ? day->text() : "none";
}

TEST(WrittenDay, ReadsTheUsualForms) {
    EXPECT_EQ(day_of("2016-05-01"), "2016-05-01");
    EXPECT_EQ(day_of("1.5.2016"), "2016-05-01");
    EXPECT_EQ(day_of("31/12/2016"), "2016-12-31");
    EXPECT_EQ(day_of("05/2016"), "2016-05");
    EXPECT_EQ(day_of(" 2016 "), "2016");
    EXPECT_EQ(day_of("2016-05-01 00:00:00"), "2016-05-01");
    for (const char* text : {"30.2.2019", "31.13.2016", "1.5.16", "Mai 2016", "", "1.2.3.4"})
        EXPECT_EQ(day_of(text), "none") << text;
}

TEST(HeadCount, GroupsThousands) {
    EXPECT_EQ(head_count("1.200"), 1200);
    EXPECT_EQ(head_count("1,200"), 1200);
    EXPECT_EQ(head_count("12,5"), 13);
    EXPECT_EQ(head_count("ca. 50"), 50);
    EXPECT_EQ(head_count("> 100"), 100);
    EXPECT_FALSE(head_count("viele"));
    EXPECT_FALSE(head_count("-3"));
}

TEST(SizeRange, TakesTheUpperEnd) {
    EXPECT_EQ(size_range("1-9"), model::SizeClass::Micro);
    EXPECT_EQ(size_range("10 bis 49"), model::SizeClass::Small);
    EXPECT_EQ(size_range("50 – 249"), model::SizeClass::Medium);
    EXPECT_FALSE(size_range("49-10"));
    EXPECT_FALSE(size_range("1-9 Leute"));
}

TEST(Amount, KnowsUnitsAndTheColumnsMark) {
    EXPECT_DOUBLE_EQ(amount("1,5", 1e6, DecimalMark::Comma).value(), 1.5e6);
    EXPECT_DOUBLE_EQ(amount("1.200", 1e6, DecimalMark::Comma).value(), 1.2e9);
    EXPECT_DOUBLE_EQ(amount("1.200", 1e6, DecimalMark::Point).value(), 1.2e6);
    EXPECT_DOUBLE_EQ(amount("1.234.567,89 €", 1, DecimalMark::None).value(), 1234567.89);
    EXPECT_DOUBLE_EQ(amount("2,3 Mio. €", 1, DecimalMark::None).value(), 2.3e6);
    EXPECT_DOUBLE_EQ(amount("500 TEUR", 1e6, DecimalMark::None).value(), 5e5);
    EXPECT_DOUBLE_EQ(amount("€ 12", 1, DecimalMark::None).value(), 12);
    EXPECT_FALSE(amount("12 Tonnen", 1, DecimalMark::None));
    EXPECT_FALSE(amount("k. A.", 1, DecimalMark::None));
}

TEST(SeenMark, OnlyCountsWhatIsCertain) {
    EXPECT_EQ(seen_mark("12,5"), DecimalMark::Comma);
    EXPECT_EQ(seen_mark("12.5"), DecimalMark::Point);
    EXPECT_EQ(seen_mark("1.200"), DecimalMark::None);
    EXPECT_EQ(seen_mark("7"), DecimalMark::None);
}

TEST(Slug, MakesIds) {
    EXPECT_EQ(slug("Müller & Söhne GmbH & Co. KG", 48), "muller-sohne-gmbh-co-kg");
    EXPECT_EQ(slug("Ελληνική Εταιρεία", 48), "elliniki-etaireia");
    EXPECT_EQ(slug("日本", 48), "organisation");
    EXPECT_EQ(slug("one two three four", 12), "one-two");
    EXPECT_TRUE(model::is_id(slug(std::string(300, 'x'), 48)));
}

TEST(KindOfName, ReadsWhatNamesGiveAway) {
    using enum model::OrganisationKind;
    EXPECT_EQ(kind_of_name("Universitätsklinikum Köln"), Clinic);
    EXPECT_EQ(kind_of_name("Hochschule Musterstadt"), University);
    EXPECT_EQ(kind_of_name("Fraunhofer-Institut für Optik"), ResearchInstitute);
    EXPECT_EQ(kind_of_name("Laser Muster GmbH & Co. KG"), Company);
    EXPECT_EQ(kind_of_name("Optik Freunde e.V."), Association);
    EXPECT_EQ(kind_of_name("Laser Muster"), Other);
}

}  // namespace
}  // namespace kontor::ingest
