// SPDX-License-Identifier: EUPL-1.2
// Names that a body has besides: what it was called before, and offices in several languages.
#include <gtest/gtest.h>

#include "resolve/former_names.hpp"
#include "resolve/name_index.hpp"
#include "resolve/office_name.hpp"

namespace kontor::resolve {
namespace {

using Names = std::vector<std::string>;

NamedRecord body(const std::string& name, const std::string& country, const std::string& city) {
    NamedRecord out;
    out.id = "x";
    out.names.push_back({name, "und", model::NameType::Legal});
    out.country = country;
    out.city = city;
    return out;
}

Verdict judged(const NamedRecord& record, const NameQuery& query) {
    const auto found = NameIndex({record}).candidates(query, 1);
    return found.empty() ? Verdict::Different : found.front().verdict;
}

TEST(FormerNames, are_taken_apart_from_the_name_that_is) {
    EXPECT_EQ(named_twice("Lichtwerk Olmet (formerly Waben Kaltental)"),
              (Names{"Lichtwerk Olmet", "Waben Kaltental"}));
    EXPECT_EQ(named_twice("Lichtwerk Olmet (ehemals Waben AG) GmbH"),
              (Names{"Lichtwerk Olmet GmbH", "Waben AG"}));
    EXPECT_EQ(named_twice("Lichtwerk, ehem. Waben Kaltental"), (Names{"Lichtwerk", "Waben Kaltental"}));
    EXPECT_EQ(named_twice("VERRES DE COUDRAY, ANCIENNEMENT GLACES OLMET"),
              (Names{"VERRES DE COUDRAY", "GLACES OLMET"}));
    EXPECT_EQ(named_twice("Larchester Lens, previously known as Harrowgate Glass"),
              (Names{"Larchester Lens", "Harrowgate Glass"}));
}

TEST(FormerNames, are_not_seen_in_words_nor_in_front) {
    EXPECT_EQ(named_twice("Mehrfrüherkennung Olmet GmbH"), Names());
    EXPECT_EQ(named_twice("Ehemals Lichtwerk"), Names());
    EXPECT_EQ(named_twice("Lichtwerk (formerly)"), Names());
    EXPECT_EQ(named_twice(""), Names());
}

TEST(FormerNames, find_the_record_and_the_question_that_say_them) {
    const NamedRecord record = body("Lichtwerk Olmet (formerly Waben Kaltental)", "DE", "Jena");
    EXPECT_EQ(judged(record, {.name = "Waben Kaltental", .country = "DE", .city = "Jena"}), Verdict::Same);
    EXPECT_EQ(judged(record, {.name = "Lichtwerk Olmet", .country = "DE", .city = "Jena"}), Verdict::Same);
    EXPECT_EQ(judged(body("Waben Kaltental", "DE", "Jena"),
                     {.name = "Lichtwerk Olmet, vormals Waben Kaltental", .country = "DE", .city = "Jena"}),
              Verdict::Same);
}

TEST(OfficeName, is_one_in_every_language) {
    const OfficeName commission{"eu", "commission"};
    for (const char* name : {"european commission", "eu kommission", "commission europeenne",
                             "europaische kommission", "commission of the european"}) {
        EXPECT_EQ(office_name(name), commission) << name;
    }
    EXPECT_EQ(office_name("us handelsministerium"), office_name("united states department of commerce"));
    EXPECT_EQ(office_name("ministere francais de la recherche"),
              office_name("franzosisches forschungsministerium"));
    EXPECT_EQ(office_name("bundesministerium fur wirtschaft und energie"),
              (OfficeName{"bund", "ministry economy energy"}));
}

TEST(OfficeName, is_none_where_something_else_is_said) {
    for (const char* name : {"thurland commission", "department of physics", "us department",
                             "ministerium fur wirtschaft thurland", "european commission joint optics centre",
                             "european research commission", "deutsch franzosisches forschungsministerium"}) {
        EXPECT_EQ(office_name(name).function, "") << name;
    }
}

TEST(OfficeName, joins_offices_of_one_polity_only) {
    const NamedRecord ministry = body("Bundesministerium für Wirtschaft und Energie", "DE", "Berlin");
    EXPECT_EQ(judged(ministry, {.name = "German Ministry for Economic Affairs and Energy"}), Verdict::Same);
    EXPECT_NE(judged(ministry, {.name = "Österreichisches Ministerium für Wirtschaft und Energie"}),
              Verdict::Same);
    EXPECT_NE(judged(ministry, {.name = "Ministry of Economy and Energy"}), Verdict::Same);
    EXPECT_NE(judged(ministry, {.name = "German Ministry of Energy"}), Verdict::Same);
    const NamedRecord commerce = body("US Department of Commerce", "US", "Washington");
    EXPECT_EQ(judged(commerce, {.name = "US-Handelsministerium"}), Verdict::Same);
    EXPECT_NE(judged(commerce, {.name = "US Department of Energy"}), Verdict::Same);
    const NamedRecord commission = body("European Commission", "BE", "Brussels");
    EXPECT_EQ(judged(commission, {.name = "EU-Kommission"}), Verdict::Same);
    EXPECT_NE(judged(commission, {.name = "European Parliament"}), Verdict::Same);
}

}  // namespace
}  // namespace kontor::resolve
