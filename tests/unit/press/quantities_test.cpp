// SPDX-License-Identifier: EUPL-1.2
// Dates, counts, money and phases in words.
#include <gtest/gtest.h>

#include "press/entities.hpp"
#include "unit/press/shipped_lexicon.hpp"

namespace kontor::press {
namespace {

Findings found(const std::string& text, const std::string& language,
               const std::string& published = "2019-05-10") {
    return EntityFinder(shipped_lexicon(), {})
        .find({.text = text,
               .language = language,
               .published = model::Date::parse(published).value_or(model::Date())});
}

struct DateCase {
    std::string text;
    std::string language;
    std::string from;
    std::string to;
    bool approximate = false;
};

class Dates : public ::testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreMadeExact) {
    const DateCase& one = GetParam();
    const Findings findings = found(one.text, one.language);
    ASSERT_EQ(findings.dates.size(), 1U) << one.text;
    EXPECT_EQ(findings.dates[0].from.text(), one.from) << one.text;
    EXPECT_EQ(findings.dates[0].to.text(), one.to) << one.text;
    EXPECT_EQ(findings.dates[0].approximate, one.approximate) << one.text;
}

INSTANTIATE_TEST_SUITE_P(
    Words, Dates,
    ::testing::Values(DateCase{"Es beginnt ab Mitte 2021.", "de", "2021-07", "", true},
                      DateCase{"Die Reise ist in der Zeit vom 3. bis 7. Juni 2019.", "de", "2019-06-03",
                               "2019-06-07"},
                      DateCase{"Das Anfang des Jahres begonnene Projekt läuft.", "de", "2019-01", "", true},
                      DateCase{"Start ist am 12.08.2020 in Graz.", "de", "2020-08-12", ""},
                      DateCase{"Das Treffen war am 3. April in Wien.", "de", "2019-04-03", ""},
                      DateCase{"Sie sind seit etwa vier Jahren dabei.", "de", "2015", "", true},
                      DateCase{"The fair takes place on 16–18 June.", "en", "2019-06-16", "2019-06-18"},
                      DateCase{"It opened on March 4, 2018.", "en", "2018-03-04", ""},
                      DateCase{"The work ended in late 2017.", "en", "2017-12", "", true},
                      DateCase{"Le salon ouvre en septembre 2018.", "fr", "2018-09", ""},
                      DateCase{"Rendez-vous du 4 au 6 mars 2020.", "fr", "2020-03-04", "2020-03-06"},
                      DateCase{"Le 1er juillet 2016 il est né.", "fr", "2016-07-01", ""}));

TEST(Counts, HaveBoundsAndNouns) {
    const Findings de = found("Rund 120 Unternehmen und über 1.500 Mitglieder.", "de");
    ASSERT_EQ(de.counts.size(), 2U);
    EXPECT_EQ(de.counts[0].value, 120);
    EXPECT_EQ(de.counts[0].what, "companies");
    EXPECT_EQ(de.counts[0].bound, Bound::About);
    EXPECT_EQ(de.counts[1].value, 1'500);
    EXPECT_EQ(de.counts[1].bound, Bound::Over);
    const Findings fr = found("Une centaine d'adhérents et 40 entreprises.", "fr");
    ASSERT_EQ(fr.counts.size(), 2U);
    EXPECT_EQ(fr.counts[0].value, 100);
    EXPECT_EQ(fr.counts[0].what, "members");
    EXPECT_EQ(fr.counts[0].bound, Bound::About);
}

TEST(Counts, AYearOfADateCountsNothing) {
    EXPECT_TRUE(found("Bogenlampe ist ab Januar 2019 Partner im Projekt.", "de").counts.empty());
    EXPECT_TRUE(found("Bogenlampe joined in March 2021 members said.", "en").counts.empty());
}

TEST(Money, IsReadInWordsAndSigns) {
    const Findings de = found("Es gibt 480.000 Euro, später 1,2 Mio. Euro.", "de");
    ASSERT_EQ(de.money.size(), 2U);
    EXPECT_DOUBLE_EQ(de.money[0].amount, 480'000);
    EXPECT_DOUBLE_EQ(de.money[1].amount, 1'200'000);
    const Findings en = found("Some €2.5 million and 3 million euros.", "en");
    ASSERT_EQ(en.money.size(), 2U);
    EXPECT_DOUBLE_EQ(en.money[0].amount, 2'500'000);
    EXPECT_EQ(en.money[0].currency, "EUR");
}

TEST(Phases, AreNumberedOrNamed) {
    const Findings de = found("Auf Phase I folgt die Umsetzungsphase.", "de");
    ASSERT_EQ(de.phases.size(), 2U);
    EXPECT_EQ(de.phases[0].phase, "I");
    EXPECT_EQ(de.phases[1].phase, "Umsetzungsphase");
}

TEST(LexiconLists, NameEveryFaultWithItsLine) {
    LexiconParts parts;
    parts.lists = {{"a.txt", "[nouns]\ncluster: Netz\nblume: Rose\n[nothing]\n"},
                   {"b.txt", "[months]\nx: Mai\n[towns]\nXX: Ort\n"}};
    const auto lexicon = Lexicon::make(parts);
    ASSERT_FALSE(lexicon);
    ASSERT_EQ(lexicon.errors().size(), 4U);
    EXPECT_EQ(lexicon.errors()[0].place.file, "a.txt");
    EXPECT_EQ(lexicon.errors()[0].place.line, 3U);
}

}  // namespace
}  // namespace kontor::press
