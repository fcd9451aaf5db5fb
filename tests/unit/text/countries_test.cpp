// SPDX-License-Identifier: EUPL-1.2
#include "text/countries.hpp"

#include <gtest/gtest.h>

namespace kontor::text {
namespace {

TEST(Countries, CodesAreChecked) {
    for (const char* code : {"DE", "GB", "GR", "FI", "XK", "US"}) EXPECT_TRUE(is_country_code(code)) << code;
    for (const char* code : {"UK", "EL", "XX", "de", "", "DEU", "EU"})
        EXPECT_FALSE(is_country_code(code)) << code;
    EXPECT_EQ(country_codes().size(), 250U);
}

TEST(Countries, OtherUsagesAreReconciled) {
    EXPECT_EQ(canonical_country("UK"), "GB");
    EXPECT_EQ(canonical_country("EL"), "GR");
    EXPECT_EQ(canonical_country("fi"), "FI");
    EXPECT_FALSE(canonical_country("ZZ"));
}

TEST(Countries, NamesDependOnTheReader) {
    EXPECT_EQ(country_name("FI", "de"), "Finnland");
    EXPECT_EQ(country_name("FI", "en"), "Finland");
    EXPECT_EQ(country_name("ES", "fr"), "Espagne");
    EXPECT_EQ(country_name("ES", "tlh"), "Spain");
    EXPECT_EQ(country_name("QQ", "de"), "QQ");
}

TEST(Countries, AreHeldByRegions) {
    EXPECT_TRUE(region_covers("021", "US"));
    EXPECT_TRUE(region_covers("021", "CA"));
    EXPECT_FALSE(region_covers("021", "MX"));
    EXPECT_TRUE(region_covers("003", "MX"));
    EXPECT_TRUE(region_covers("019", "CL")) << "a part of a part";
    EXPECT_TRUE(region_covers("EU", "FI"));
    EXPECT_FALSE(region_covers("EU", "GB"));
    for (const std::string_view country : country_codes()) {
        if (country == "AQ" || country == "XK") continue;
        EXPECT_TRUE(region_covers("001", country)) << country;
    }
    for (const char* code : {"", "999", "US", "DE2", "x", "021 "})
        EXPECT_FALSE(region_covers(code, "US")) << code;
    EXPECT_FALSE(region_covers("021", "ZZ"));
    EXPECT_FALSE(region_covers("021", ""));
}

TEST(Countries, RegionsHaveNames) {
    EXPECT_EQ(region_name("155", "de"), "Westeuropa");
    EXPECT_EQ(region_name("155", "en"), "Western Europe");
    EXPECT_EQ(region_name("999", "en"), "999");
}

TEST(Countries, AreFoundByName) {
    const CountryFinder finder;
    EXPECT_EQ(finder.code_of("Finnland"), "FI");
    EXPECT_EQ(finder.code_of("SPAIN"), "ES");
    EXPECT_EQ(finder.code_of("Royaume-Uni"), "GB");
    EXPECT_EQ(finder.code_of("Österreich"), "AT");
    EXPECT_EQ(finder.code_of("Osterreich"), "AT");
    EXPECT_EQ(finder.code_of("United States"), "US");
    EXPECT_EQ(finder.code_of("Estados Unidos"), "US");
    EXPECT_EQ(finder.code_of("Czech Republic"), "CZ");
    EXPECT_EQ(finder.code_of("Korea"), "KR");
    EXPECT_EQ(finder.code_of("Côte d’Ivoire"), "CI");
    EXPECT_EQ(finder.code_of("UK"), "GB");
    EXPECT_FALSE(finder.code_of("it"));  // a word, not Italy
    EXPECT_FALSE(finder.code_of("Photonik"));
    EXPECT_FALSE(finder.code_of(""));
}

TEST(Countries, EveryCountryIsFoundByItsNames) {
    const CountryFinder finder;
    for (const std::string_view code : country_codes()) {
        for (const std::string_view language : {"de", "en", "fr", "es"}) {
            EXPECT_EQ(finder.code_of(country_name(code, language)), code) << country_name(code, language);
        }
    }
}

}  // namespace
}  // namespace kontor::text
