// SPDX-License-Identifier: EUPL-1.2
#include "text/names.hpp"

#include <gtest/gtest.h>

#include <ostream>

#include "support/case_name.hpp"

namespace kontor::text {
namespace {

struct Form {
    const char* name;
    const char* text;
    const char* form;

    friend void PrintTo(const Form& row, std::ostream* out) { *out << row.name; }
};

class LegalForms : public testing::TestWithParam<Form> {};

TEST_P(LegalForms, AreSplitOff) {
    const ComparableName name = comparable_name(GetParam().name);
    EXPECT_EQ(name.text, GetParam().text) << GetParam().name;
    EXPECT_EQ(name.legal_form, GetParam().form) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(
    Names, LegalForms,
    testing::Values(Form{"Muster Optik GmbH & Co. KG", "muster optik", "gmbh & co kg"},
                    Form{"Muster Optik e.V.", "muster optik", "ev"},
                    Form{"Exemple Lumière S.A.S.", "exemple lumiere", "sas"},
                    Form{"Esempio Luce S.p.A.", "esempio luce", "spa"},
                    Form{"UAB Pavyzdys", "pavyzdys", "uab"}, Form{"Esimerkki Oy", "esimerkki", "oy"},
                    Form{"Eksempel ApS", "eksempel", "aps"}, Form{"Příklad, s.r.o.", "priklad", "sro"},
                    Form{"Example Photonics Ltd.", "example photonics", "ltd"},
                    Form{"Przyklad Sp. z o.o.", "przyklad", "sp zoo"}, Form{"GmbH", "gmbh", ""},
                    Form{"Παράδειγμα Α.Ε.", "paradeigma", "sa"}),
    [](const auto& form) { return support::case_name(form.index, form.param.name); });

TEST(Names, HeadNounsHaveOneSpelling) {
    EXPECT_EQ(comparable_name("Universität Musterstadt").text,
              comparable_name("University of Musterstadt").text);
    EXPECT_EQ(comparable_name("Université de Musterville").text,
              comparable_name("UNIV. DE MUSTERVILLE").text);
    EXPECT_EQ(comparable_name("Technische Universitaet Muenchen").text,
              comparable_name("Technische Universität München").text);
    EXPECT_EQ(comparable_name("Technical University of Munich").text,
              comparable_name("Technische Universität München").text);
    EXPECT_EQ(comparable_name("Пример").text, "primer");
}

TEST(Names, SpellingsOfOneOrganisationAreAlike) {
    EXPECT_GE(similarity("Muster Optik GmbH", "MUSTER-OPTIK GMBH"), 0.97);
    EXPECT_GE(similarity("Musteroptik GmbH", "Muster Optik GmbH"), 0.95);
    EXPECT_GE(similarity("Bergwald Präzisionstechnik GmbH & Co. KG", "Bergwald Praezisionstechnik"), 0.97);
    EXPECT_GE(similarity("Bergwald Präzisionstechnik GmbH", "Bergwald Präzisionstechnk GmbH"), 0.93);
    EXPECT_EQ(similarity("Example Ltd", "Example Ltd"), 1);
    EXPECT_EQ(similarity("Institut für Angewandte Optik", "IAO"), 0.8);
}

TEST(Names, DifferentOrganisationsAreNot) {
    EXPECT_LT(similarity("Universität Bergdorf", "Universität Talheim"), 0.4);
    EXPECT_LT(similarity("Opticsvalley", "Optics Valley Arizona"), 0.93);
    EXPECT_LT(similarity("Sensor 1 GmbH", "Sensor 2 GmbH"), 0.8);
    EXPECT_LT(similarity("Example AG", "Example Ltd"), 1);
    EXPECT_EQ(similarity("", "Example"), 0);
}

TEST(Names, SimilarityIsSymmetric) {
    const char* names[] = {
        "Institut für Optik", "Optical Institute", "Bergwald GmbH", "Bergwalt AG", "IfO", "A", ""};
    for (const char* a : names) {
        for (const char* b : names) {
            EXPECT_DOUBLE_EQ(similarity(a, b), similarity(b, a)) << a << " / " << b;
            EXPECT_LE(similarity(a, b), 1);
        }
    }
}

TEST(Names, JaroWinklerMatchesItsPaper) {
    EXPECT_NEAR(jaro_winkler("MARTHA", "MARHTA"), 0.9611, 1e-4);
    EXPECT_NEAR(jaro_winkler("DIXON", "DICKSONX"), 0.8133, 1e-4);
    EXPECT_NEAR(jaro_winkler("DWAYNE", "DUANE"), 0.84, 1e-4);
    EXPECT_EQ(jaro_winkler("", "a"), 0);
    EXPECT_EQ(jaro_winkler("ä", "ä"), 1);
}

TEST(Names, EditDistanceCountsSwapsOnce) {
    EXPECT_EQ(edit_distance("photonik", "photonk", 2), 1U);
    EXPECT_EQ(edit_distance("photonik", "photonki", 2), 1U);
    EXPECT_EQ(edit_distance("größe", "grösse", 2), 2U);
    EXPECT_EQ(edit_distance("kitten", "sitting", 5), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
    EXPECT_EQ(edit_distance("", "abc", 3), 3U);
    EXPECT_EQ(edit_distance("abc", "abc", 0), 0U);
}

TEST(Names, TrigramsAreShared) {
    EXPECT_EQ(trigram_similarity("laser", "laser"), 1);
    EXPECT_EQ(trigram_similarity("abc", "xyz"), 0);
    EXPECT_GT(trigram_similarity("photonik", "photonics"), 0.5);
}

}  // namespace
}  // namespace kontor::text
