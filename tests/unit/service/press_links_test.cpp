// SPDX-License-Identifier: EUPL-1.2
// What things are directed at and part of, whose they are, who and how many were there. All names are
// invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

class Link : public testing::TestWithParam<Case> {};

TEST_P(Link, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), testing::Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Directions, Link,
    testing::Values(
        Case{"ties_de", "de", "Der Cluster Moorring unterhält seit 2016 enge Kontakte nach Kanada.",
             "Moorring|targets|Kanada"},
        Case{"ties_en", "en", "The project “PEATLIGHT” will deepen cooperation with Canada and Japan.",
             "PEATLIGHT|targets|Japan"},
        Case{"ties_fr", "fr", "Le projet « TOURBELUX » doit renforcer la coopération avec le Canada.",
             "TOURBELUX|targets|Canada"},
        Case{"between_de", "de",
             "Das Projekt „TORFLICHT“ stärkt die Zusammenarbeit zwischen bayerischen Firmen und der "
             "japanischen Industrie.",
             "TORFLICHT|targets|Japan"},
        Case{"between_en", "en",
             "The project “PEATLIGHT” builds a platform for cooperation between Bavarian firms and the "
             "Japanese industry.",
             "PEATLIGHT|targets|Bavaria"},
        Case{"market_de", "de", "Das Projekt „TORFLICHT“ erschließt den japanischen Markt.",
             "TORFLICHT|targets|Japan"},
        Case{"market_en", "en", "The project “PEATLIGHT” opens the Japanese market.",
             "PEATLIGHT|targets|Japan"},
        Case{"market_fr", "fr", "Le projet « TOURBELUX » ouvre le marché français.",
             "TOURBELUX|targets|France"},
        Case{"firms_de", "de", "Das Projekt „TORFLICHT“ unterstützt bayerische Unternehmen.",
             "TORFLICHT|targets|Bayern"},
        Case{"firms_en", "en", "The project “PEATLIGHT” supports Bavarian companies.",
             "PEATLIGHT|targets|Bavaria"},
        Case{"aim_en", "en", "The project “PEATLIGHT” aims to strengthen research in Bavaria.",
             "PEATLIGHT|targets|Bavaria"},
        Case{"aim_de", "de", "Das Projekt „TORFLICHT“ soll die Forschung in Bayern stärken.",
             "TORFLICHT|targets|Bayern"},
        Case{"target_before_de", "de", "Im Projekt „TORFLICHT“ hat sich Japan als zweite Zielregion gezeigt.",
             "TORFLICHT|targets|Japan"},
        Case{"target_before_en", "en", "Japan is the target market of the project “PEATLIGHT”.",
             "PEATLIGHT|targets|Japan"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Wholes, Link,
    testing::Values(Case{"within_de", "de", "Im Rahmen des Projekts „TORFLICHT“ fand ein Workshop statt.",
                         "Workshop|part-of|TORFLICHT"},
                    Case{"within_en", "en", "The workshop was held within the project “PEATLIGHT”.",
                         "workshop|part-of|PEATLIGHT"},
                    Case{"within_fr", "fr", "La conférence a eu lieu dans le cadre du projet « TOURBELUX ».",
                         "conférence|part-of|TOURBELUX"},
                    Case{"final_conference", "en",
                         "The final conference of the project “PEATLIGHT” was held in Oulu.",
                         "final conference|part-of|PEATLIGHT"},
                    Case{"department_de", "de", "Gast war Moorlicht e.V., eine Abteilung der Moorquell GmbH.",
                         "Moorlicht e.V.|part-of|Moorquell GmbH"},
                    Case{"department_en", "en", "The guest was Fenland Ltd, a subsidiary of Mossbank Ltd.",
                         "Fenland Ltd|part-of|Mossbank Ltd"},
                    Case{"department_fr", "fr", "L’hôte était Tourbe SARL, une filiale de Roselux SAS.",
                         "Tourbe SARL|part-of|Roselux SAS"},
                    Case{"programmes", "en", "The COSME strand of the Single Market Programme funds it.",
                         "COSME|part-of|Single Market Programme"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Owners, Link,
    testing::Values(
        Case{"own_project_de", "de",
             "Im Rahmen seines Projekts „TORFLICHT“ möchte der Moorring e. V. nach Japan reisen.",
             "Moorring e. V.|coordinates|TORFLICHT"},
        Case{"own_project_en", "en", "Mossbank Ltd presented its new project “PEATLIGHT” in Oulu.",
             "Mossbank Ltd|coordinates|PEATLIGHT"},
        Case{"own_project_fr", "fr", "Roselux SAS a présenté son projet « TOURBELUX » à Lille.",
             "Roselux SAS|coordinates|TOURBELUX"},
        Case{"begun_de", "de", "Die Moorquell GmbH hat das Projekt „TORFLICHT“ gestartet.",
             "Moorquell GmbH|coordinates|TORFLICHT"},
        Case{"begun_en", "en", "Mossbank Ltd has launched the project “PEATLIGHT”.",
             "Mossbank Ltd|coordinates|PEATLIGHT"},
        Case{"begun_fr", "fr", "Roselux SAS a lancé le projet « TOURBELUX ».",
             "Roselux SAS|coordinates|TOURBELUX"},
        Case{"state_in_the_name", "de",
             "Das steht in der Moorstrategie des Freistaates Sachsen. Dort liegt Sachsen weit vorn.",
             "Moorstrategie des Freistaates Sachsen|programme-of|Sachsen"},
        Case{"set_up_en", "en", "The European Commission has launched COSME in May.",
             "COSME|programme-of|European Commission"},
        Case{"set_up_fr", "fr", "La Commission européenne a lancé COSME en mai.",
             "COSME|programme-of|Commission européenne"},
        Case{"owner_en", "en", "It builds on COSME, a scheme created in 2009 by the European Commission.",
             "COSME|programme-of|European Commission"},
        Case{"owner_fr", "fr",
             "Il s’appuie sur COSME, un dispositif créé en 2009 par la Commission européenne.",
             "COSME|programme-of|Commission européenne"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Guests, Link,
    testing::Values(
        Case{"listed_en", "en",
             "Visit to Oulu\n\nThe following took part in the visit:\n\nMossbank Ltd\n\nFenland Ltd\n\nIt "
             "rained.",
             "Fenland Ltd|takes-part-in|Visit to Oulu"},
        Case{"listed_de", "de",
             "Moortagung\n\nAn der Moortagung nahmen teil:\n\nMoorquell GmbH\n\nSchilf GmbH\n\nEs regnete.",
             "Schilf GmbH|takes-part-in|Moortagung"},
        Case{"countries_en", "en",
             "The meeting was held in Oulu. The countries taking part were Italy, Spain and Poland.",
             "Spain|takes-part-in|meeting"},
        Case{"came_en", "en", "In May 48 clusters from 23 countries gathered for the summit in Oulu.",
             "summit|has-actor-count|48"},
        Case{"came_de", "de", "Im Mai trafen sich 19 Cluster aus acht Ländern zu einem Workshop.",
             "Workshop|has-actor-count|19"},
        Case{"came_fr", "fr", "En mai, 90 clusters se sont retrouvés pour le sommet à Lille.",
             "sommet|has-actor-count|90"},
        Case{"term_de", "de", "Das Projekt „TORFLICHT“ (2029–2032) läuft.", "TORFLICHT|ends|2032"},
        Case{"term_en", "en", "The project “PEATLIGHT” (2029–2032) is on.", "PEATLIGHT|starts|2029"},
        Case{"term_fr", "fr", "Le projet « TOURBELUX » (2029–2032) avance.", "TOURBELUX|ends|2032"},
        Case{"label_en", "en", "The project “PEATLIGHT” is on.\n\nDuration: 16 October 2028 – January 2031",
             "PEATLIGHT|ends|2031-01"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Whereabouts, Link,
    testing::Values(Case{"represented_en", "en", "Finland is represented by Fenwork Ltd and Mossbank Ltd.",
                         "Mossbank Ltd|located-in|Finland"},
                    Case{"represented_fr", "fr",
                         "La Belgique est représentée par Roselux SAS et Tourbe SARL.",
                         "Tourbe SARL|located-in|Belgique"},
                    Case{"represented_de", "de", "Finnland wird durch die Fenwork GmbH vertreten.",
                         "Fenwork GmbH|located-in|Finnland"},
                    Case{"met_en", "en", "In Belgium the programme included Mossbank Ltd and Fenland Ltd.",
                         "Fenland Ltd|located-in|Belgium"},
                    Case{"met_de", "de", "In Finnland besuchte die Gruppe die Fenwork GmbH.",
                         "Fenwork GmbH|located-in|Finnland"},
                    Case{"met_fr", "fr", "En Belgique, le groupe a visité Roselux SAS.",
                         "Roselux SAS|located-in|Belgique"}),
    name_of_case);

TEST(Links, whom_a_group_met_did_not_travel) {
    EXPECT_THAT(read("en", "The delegation went to Oulu, where the guests met Mossbank Ltd and Fenland Ltd."),
                testing::Not(testing::Contains("Fenland Ltd|takes-part-in|delegation")));
}

TEST(Links, the_leader_of_a_project_is_no_partner_beside) {
    EXPECT_THAT(
        read("de", "Im Rahmen seines Projekts „TORFLICHT“ möchte der Moorring e. V. Projektpartner finden."),
        testing::Not(testing::Contains("Moorring e. V.|partner-in|TORFLICHT")));
}

}  // namespace
}  // namespace kontor::service
