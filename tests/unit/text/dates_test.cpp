// SPDX-License-Identifier: EUPL-1.2
#include "text/dates.hpp"

#include <gtest/gtest.h>

namespace kontor::text {
namespace {

std::string spoken(std::string_view iso, std::string_view language) {
    return spoken_date(model::Date::parse(iso).value_or(model::Date{}), language);
}

TEST(SpokenDate, IsWrittenAsTheLanguageDoes) {
    EXPECT_EQ(spoken("2026-03-01", "de"), "1. März 2026");
    EXPECT_EQ(spoken("2026-03-01", "en"), "1 March 2026");
    EXPECT_EQ(spoken("1969-12-31", "de"), "31. Dezember 1969");
}

TEST(SpokenDate, IsNoMoreExactThanTheDate) {
    EXPECT_EQ(spoken("2018-03", "de"), "März 2018");
    EXPECT_EQ(spoken("2018-03", "en"), "March 2018");
    EXPECT_EQ(spoken("2018", "de"), "2018");
    EXPECT_EQ(spoken("", "de"), "");
}

TEST(SpokenDate, SpeaksEnglishWhenTheLanguageIsNotShipped) {
    EXPECT_EQ(spoken("2018-03-02", "fi"), "2 March 2018");
}

}  // namespace
}  // namespace kontor::text
