// SPDX-License-Identifier: EUPL-1.2
#include "ingest/numbers.hpp"

#include <gtest/gtest.h>

namespace kontor::ingest {
namespace {

struct Case {
    const char* text;
    double value;
    DecimalMark mark;
};

TEST(ParseDecimal, ReadsHowPeopleAndMachinesWrite) {
    for (const Case& c :
         {Case{"1234.5", 1234.5, DecimalMark::Point}, Case{"1234,5", 1234.5, DecimalMark::Comma},
          Case{"1.234,50", 1234.5, DecimalMark::Comma}, Case{"1,234.50", 1234.5, DecimalMark::Point},
          Case{"1 234,5", 1234.5, DecimalMark::Comma}, Case{"1'234.50", 1234.5, DecimalMark::Point},
          Case{"1\xC2\xA0"
               "234",
               1234, DecimalMark::None},
          Case{"1.234.567", 1234567, DecimalMark::None}, Case{"1,234,567", 1234567, DecimalMark::None},
          Case{"1.5E3", 1500, DecimalMark::Point}, Case{"-3,5", -3.5, DecimalMark::Comma},
          Case{"0", 0, DecimalMark::None}, Case{"1.500", 1.5, DecimalMark::Point},
          Case{"1,500", 1.5, DecimalMark::Comma}}) {
        const auto number = parse_decimal(c.text);
        ASSERT_TRUE(number) << c.text;
        EXPECT_DOUBLE_EQ(number->value, c.value) << c.text;
        EXPECT_EQ(number->mark, c.mark) << c.text;
    }
}

TEST(ParseDecimal, RefusesWhatIsNoNumber) {
    for (const char* text : {"", "x", "12 Mio", "1,2,3", "1.23.456", "1..2", ",", ".", "1,2.3,4", "nan",
                             "inf", "1e999", "12 34", "--1"}) {
        EXPECT_FALSE(parse_decimal(text)) << text;
    }
}

TEST(ParseCount, ReadsDigitsOnly) {
    EXPECT_EQ(parse_count("0042"), 42);
    for (const char* text : {"", "-1", "+1", "1.0", "99999999999999999999"})
        EXPECT_FALSE(parse_count(text)) << text;
}

}  // namespace
}  // namespace kontor::ingest
