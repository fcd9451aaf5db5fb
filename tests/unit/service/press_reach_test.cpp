// SPDX-License-Identifier: EUPL-1.2
// Where work is directed at, what is part of what and who pays for it. All names are invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

class PressReach : public testing::TestWithParam<Case> {};

TEST_P(PressReach, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), testing::Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Covers, PressReach,
    testing::Values(
        Case{"covers_de", "de", "Das Projekt „TORFLICHT“ umfasst Sachsen, Thüringen und Böhmen.",
             "TORFLICHT|targets|Thüringen"},
        Case{"covers_en", "en", "The project “FENWARD” began in May. It covers Bavaria, Tyrol and Slovenia.",
             "FENWARD|targets|Tyrol"},
        Case{"covers_fr", "fr",
             "Le projet « TOURBELUX » a été lancé en mai ; il couvrait la Sarre, la Lorraine et la Wallonie.",
             "TOURBELUX|targets|Lorraine"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Markets, PressReach,
    testing::Values(
        Case{"retained_fr", "fr",
             "Le projet « TOURBELUX » dure deux ans. Trois marchés ont été retenus pour les actions : le "
             "Japon, le Canada et le Brésil.",
             "TOURBELUX|targets|Brésil"},
        Case{"chosen_en", "en",
             "The project “FENWARD” runs for two years. Two markets have been selected: Japan and Canada.",
             "FENWARD|targets|Japan"},
        Case{"chosen_de", "de",
             "Das Projekt „TORFLICHT“ läuft zwei Jahre. Zwei Märkte wurden ausgewählt: Japan und Kanada.",
             "TORFLICHT|targets|Kanada"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Partners, PressReach,
    testing::Values(
        Case{
            "partners_de", "de",
            "Im Projekt „TORFLICHT“ folgen Forschungsprojekte mit ausgewählten Clustern in Kanada und Japan.",
            "TORFLICHT|targets|Japan"},
        Case{"partners_en", "en",
             "The project “FENWARD” prepares joint projects with selected clusters in Canada and Japan.",
             "FENWARD|targets|Canada"},
        Case{"partners_fr", "fr",
             "Le projet « TOURBELUX » prévoit des projets avec des partenaires au Canada et au Japon.",
             "TOURBELUX|targets|Japon"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    OwnProgramme, PressReach,
    testing::Values(Case{"own_de", "de",
                         "Das Bundesministerium für Moorkunde unterstützt es in seinem Programm „Moor 2040“.",
                         "Moor 2040|programme-of|Bundesministerium für Moorkunde"},
                    Case{"own_en", "en",
                         "The Ministry of Wetlands supports it within its programme “Fen 2040”.",
                         "Fen 2040|programme-of|Ministry of Wetlands"},
                    Case{"own_fr", "fr",
                         "Le ministère des Marais le soutient dans son programme « Marais 2040 ».",
                         "Marais 2040|programme-of|ministère des Marais"},
                    Case{"apposed_de", "de", "Beteiligt ist auch COSME, das EU-Programm für kleine Betriebe.",
                         "COSME|programme-of|EU"}),
    name_of_case);

TEST(PressTargets, are_not_what_is_left_out) {
    EXPECT_THAT(read("en", "The project “FENWARD” leads firms into markets outside Europe."),
                testing::Not(testing::Contains("FENWARD|targets|Europe")));
}

TEST(PressTargets, are_not_of_an_adjective_behind_for) {
    EXPECT_THAT(
        read("en", "The project “FENWARD” met in Graz. For the Turkish cluster Bataklik the door opened."),
        testing::Not(testing::Contains("FENWARD|targets|Turkey")));
}

TEST(PressParts, of_a_row_with_a_bracket_are_the_last_alone) {
    const auto facts =
        read("en",
             "Four firms took part, namely Mossbank Ltd, Reedwell Ltd and Peatbridge Ltd (part "
             "of Fenwork Holding AS).");
    EXPECT_THAT(facts, testing::Not(testing::Contains("Mossbank Ltd|part-of|Fenwork Holding AS")));
}

TEST(PressParts, are_not_those_beside_a_body) {
    EXPECT_THAT(
        read("fr", "Outre Tourbevie SAS, le partenariat réunit Roselière SAS (Lille) et Marais Nord SAS."),
        testing::Not(testing::Contains("Roselière SAS|part-of|Tourbevie SAS")));
}

TEST(PressMoney, is_not_given_by_a_label) {
    EXPECT_THAT(read("en", "The project “FENWARD” was supported and holds the Fen Gold Label."),
                testing::Not(testing::Contains("FENWARD|funded-by|Fen Gold Label")));
}

TEST(PressMoney, of_a_noun_is_not_of_the_project_before) {
    EXPECT_THAT(read("fr", "Le projet « TOURBELUX » est lancé. L'appel est financé par la Région Wallonie."),
                testing::Not(testing::Contains("TOURBELUX|funded-by|Région Wallonie")));
}

}  // namespace
}  // namespace kontor::service
