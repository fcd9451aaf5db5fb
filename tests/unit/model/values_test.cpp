// SPDX-License-Identifier: EUPL-1.2
#include "model/values.hpp"

#include <gtest/gtest.h>

namespace kontor::model {
namespace {

TEST(Date, TakesTheThreeForms) {
    for (const char* text : {"2018", "2018-01", "2018-01-31", "2016-02-29"}) {
        const auto date = Date::parse(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(date->text(), text);
        EXPECT_GE(date->year(), 2016);
    }
}

TEST(Date, RefusesDaysThatDoNotExist) {
    for (const char* text : {"", "18", "2019-02-30", "2018-02-29", "2018-13", "2018-00", "2018-01-00",
                             "2018/01/01", "0999", "-018", "2018-1-1", "2018-01-31T00:00", "abcd"}) {
        EXPECT_FALSE(Date::parse(text)) << text;
    }
}

TEST(Date, CountsDaysFromItsFirstPossibleDay) {
    EXPECT_EQ(Date::parse("1970-01-02")->first_day(), 1);
    EXPECT_EQ(Date::parse("1970")->first_day(), 0);
    EXPECT_EQ(Date::parse("2000-03-01")->first_day(), 11017);
    EXPECT_EQ(Date().first_day(), 0);
}

TEST(Texts, AreChosenForTheReader) {
    const Texts texts{{"fr", "bonjour", {}}, {"en", "hello", {}}, {"de", "hallo", {}}};
    EXPECT_EQ(best_text(texts, "de")->text, "hallo");
    EXPECT_EQ(best_text(texts, "es")->text, "hello");
    EXPECT_EQ(best_text({{"fr", "bonjour", {}}}, "de")->text, "bonjour");
    EXPECT_EQ(best_text({}, "de"), nullptr);
}

TEST(Codes, KnowTheirWordsAndNoOthers) {
    EXPECT_EQ(word(OrganisationKind::ResearchInstitute), "research_institute");
    EXPECT_EQ(from_word<OrganisationKind>("clinic"), OrganisationKind::Clinic);
    EXPECT_FALSE(from_word<OrganisationKind>("klinik"));
}

}  // namespace
}  // namespace kontor::model
