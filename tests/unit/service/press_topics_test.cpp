// SPDX-License-Identifier: EUPL-1.2
// Which topics a sentence tells, and whose they are. All names are invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

class PressTopic : public testing::TestWithParam<Case> {};

TEST_P(PressTopic, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), testing::Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Purpose, PressTopic,
    testing::Values(
        Case{"found_again_de", "de",
             "Neues\n\nDieser „Torf-Technik“-Ansatz findet sich auch in der Innovationsstrategie des Landes "
             "Sachsen "
             "wieder.",
             "Innovationsstrategie des Landes Sachsen|about|Torf-Technik"},
        Case{"found_again_en", "en",
             "News\n\nThe \"peat engineering\" approach is anchored in the Innovation Strategy of Saxony.",
             "Innovation Strategy of Saxony|about|peat engineering"},
        Case{"found_again_fr", "fr",
             "Nouvelles\n\nL'approche « génie de la tourbe » se retrouve dans le programme Horizon 2020.",
             "Horizon 2020|about|génie de la tourbe"},
        Case{"modal_de", "de", "Das Projekt „TORFLICHT“ soll die Vernetzung der Moorkundler stärken.",
             "TORFLICHT|about|Vernetzung der Moorkundler"},
        Case{"noun_of_help_de", "de",
             "Moorwerk ist dabei. „TORFLICHT“, ein EU-Projekt zur Unterstützung der Moorforschung, läuft an.",
             "TORFLICHT|about|Moorforschung"},
        Case{"infinitive_de", "de",
             "Die Moorquell GmbH hat das Projekt „TORFLICHT“ gestartet, um schwimmende Messtechnik "
             "voranzutreiben.",
             "TORFLICHT|about|schwimmende Messtechnik"},
        Case{"infinitive_en", "en",
             "The agreement between Mossbank Ltd and Fenwork AS is to strengthen fen rewetting.",
             "agreement|about|fen rewetting"},
        Case{"joint_work_en", "en",
             "Mossbank Ltd and Fenwork AS signed an agreement which is to deepen the collaboration between "
             "Norway "
             "and Greece on peat sensors.",
             "agreement|about|peat sensors"},
        Case{"pronoun_fr", "fr",
             "Le projet « TOURBELUX » a commencé. Il vise à renforcer la récolte des roseaux.",
             "TOURBELUX|about|récolte des roseaux"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Talk, PressTopic,
    testing::Values(
        Case{"discussed_de", "de",
             "Die Konferenz „Moor 2031“ fand in Rostock statt. Die Teilnehmer diskutierten über nachhaltige "
             "Verpackungen.",
             "Moor 2031|about|nachhaltige Verpackungen"},
        Case{
            "views_en", "en",
            "The conference “Fen 2031” took place in Oslo. The speakers gave their views on reed harvesting.",
            "Fen 2031|about|reed harvesting"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Clause, PressTopic,
    testing::Values(
        Case{"in_front_de", "de",
             "Im Projekt „TORFLICHT“ stehen schwimmende Messstationen und Moorkarten im Vordergrund.",
             "TORFLICHT|about|Moorkarten"},
        Case{"object_de", "de", "Das Projekt „TORFLICHT“ hat schwimmende Messtechnik zum Gegenstand.",
             "TORFLICHT|about|schwimmende Messtechnik"},
        Case{"treated_de", "de", "Die Robotik wird im Projekt „TORFLICHT“ erprobt.",
             "TORFLICHT|about|Robotik"},
        Case{"summed_up_fr", "fr", "Robotique et photonique : tels sont les domaines de Roselux SAS.",
             "Roselux SAS|about|photonique"},
        Case{"list_en", "en",
             "The project “PEATLIGHT” works in four areas, namely\n\n- reed harvesting,\n- fen rewetting.",
             "PEATLIGHT|about|fen rewetting"},
        Case{"apposition_fr", "fr",
             "Les invités sont Roselux SAS et Tourbier, le pôle de compétitivité des produits aquatiques.",
             "Tourbier|about|produits aquatiques"},
        Case{"before_the_name_de", "de", "Gastgeber war das Photoniknetzwerk Moorlicht.",
             "Moorlicht|about|Photonik"},
        Case{"members_de", "de",
             "Dem Netzwerk Moorwerk gehören 30 Betriebe an. Die Firmen sind in der Medizintechnik und der "
             "Diagnostik zu Hause.",
             "Moorwerk|about|Diagnostik"},
        Case{"part_with_bent_adjective_de", "de",
             "Das Projekt gliedert sich in zwei Teilprojekte: Digitale Kartierung und Akademischer "
             "Austausch. Der "
             "akademische Austausch dient dazu, das Wissen im Bereich der Photonik zu mehren.",
             "Akademischer Austausch|about|Photonik"},
        Case{"known_for_de", "de", "Die Moorquell GmbH besuchte Rostock, eine Hochburg der Photonik.",
             "Rostock|about|Photonik"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    OfTalk, PressTopic,
    testing::Values(
        Case{"talks_en", "en",
             "The conference “Fen 2031” takes place in Oslo in May. Talks on both days will centre on "
             "peat sensors and reed harvesting.",
             "Fen 2031|about|peat sensors"},
        Case{"workshop_de", "de",
             "Die Konferenz „Moor 2031“ fand in Rostock statt. In einem Workshop zu Torfsensorik und "
             "Moorkarten sprachen drei Redner.",
             "Moor 2031|about|Torfsensorik"},
        Case{"round_table_fr", "fr",
             "La conférence « Tourbe 2031 » a lieu à Lille. Une table ronde sur la récolte des roseaux et "
             "les cartes de tourbe clôturera la journée.",
             "Tourbe 2031|about|cartes de tourbe"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    OfSubject, PressTopic,
    testing::Values(
        Case{"subject_de", "de",
             "Das Projekt „TORFLICHT“ läuft an. Gegenstand des Vorhabens ist zunächst die Kartierung von "
             "Mooren.",
             "TORFLICHT|about|Kartierung von Mooren"},
        Case{"emphases_de", "de",
             "Das Symposium „Moor 2031“ fand in Rostock statt. Weitere Schwerpunkte der Diskussion bildeten "
             "der Aufbau internationaler Moornetze und die Torfsensorik.",
             "Moor 2031|about|Torfsensorik"},
        Case{"main_topic_en", "en",
             "The conference “Fen 2031” took place in Oslo. The main topic of the day was reed harvesting.",
             "Fen 2031|about|reed harvesting"},
        Case{"dash_fr", "fr",
             "Le projet « TOURBELUX » porte sur trois axes – récolte des roseaux, cartes de tourbe et semis "
             "flottants –, et durera deux ans.",
             "TOURBELUX|about|semis flottants"},
        Case{"summed_up_fr", "fr",
             "Le projet « TOURBELUX » est lancé. Semis flottants, cartes de tourbe : tels sont les axes du "
             "projet.",
             "TOURBELUX|about|cartes de tourbe"},
        Case{"list_before_noun_en", "en",
             "The project “FENWARD” assists firms in the photonics, logistics and robotics industries.",
             "FENWARD|about|photonics"},
        Case{"genitive_de", "de",
             "Das Projekt „TORFLICHT“ befasst sich mit dem Aufbau schwimmender Messnetze und endete im Mai.",
             "TORFLICHT|about|Aufbau schwimmender Messnetze"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    OfName, PressTopic,
    testing::Values(
        Case{"fair_fr", "fr",
             "« Tourbexpo », le salon international de la photonique, ouvre le 3 mai à Lille.",
             "Tourbexpo|about|photonique"},
        Case{"one_of_many_en", "en",
             "The visitors saw Fenwork AS, one of the largest companies for photonics in the north.",
             "Fenwork AS|about|photonics"},
        Case{"compound_de", "de", "Zu Gast war Moorwerk e. V., das Photonik-Cluster der Region Sumpfau.",
             "Moorwerk e. V.|about|Photonik"},
        Case{"bracket_en", "en",
             "The project “FENWARD” (Photonics for Wetlands and Reeds) was launched by Mossbank Ltd.",
             "FENWARD|about|Photonics"},
        Case{"own_name_en", "en",
             "The Mossland Photonics Cluster has grown. Photonics is strong in the north, and the Mossland "
             "Photonics Cluster plans a fair.",
             "Mossland Photonics Cluster|about|Photonics"}),
    name_of_case);

TEST(PressTopics, far_from_any_name_are_of_the_one_cluster) {
    const auto facts =
        read("de",
             "Der Cluster Moorwerk e. V. wächst. Die Zahlen sind gut.\n\nSie steigen weiter. Das "
             "freut alle. Niemand klagt. Viele kommen. Im Mittelpunkt stehen Torfsensorik und "
             "Moorkarten.");
    EXPECT_THAT(facts, testing::Contains("Cluster Moorwerk e. V.|about|Torfsensorik"));
}

TEST(PressTopics, far_from_any_name_are_of_the_event_that_opens_the_item) {
    const auto facts = read("de",
                            "In Rostock fand das Symposium „Moor 2031“ statt.\n\nDas Wetter war gut. Viele "
                            "kamen. Niemand klagte. Alle blieben. Die gezeigten Arbeiten aus den Bereichen "
                            "Photonik und Robotik gefielen.");
    EXPECT_THAT(facts, testing::Contains("Moor 2031|about|Photonik"));
}

TEST(PressTopics, of_a_row_without_an_and_are_its_first_member) {
    const auto facts =
        read("en", "The project “FENWARD”, which was devoted to reed harvesting, leaves behind a report.");
    EXPECT_THAT(facts, testing::Contains("FENWARD|about|reed harvesting"));
    EXPECT_THAT(facts, testing::Not(testing::Contains("FENWARD|about|leaves")));
}

TEST(PressTopics, of_a_gapped_clause_are_of_the_name_before_them) {
    const auto facts = read("de",
                            "Im Vorhaben gibt es zwei Teilprojekte: „Torflicht“ befasst sich mit der "
                            "Klebetechnik, „Moorlicht“ mit der Photonik.");
    EXPECT_THAT(facts, testing::Not(testing::Contains("Torflicht|about|Photonik")));
    EXPECT_THAT(facts, testing::Not(testing::Contains("Moorlicht|about|Klebetechnik")));
}

TEST(PressTopics, of_those_who_come_are_not_of_the_meeting) {
    EXPECT_THAT(read("de",
                     "Auf der Konferenz „Moor 2031“ in Rostock sprachen die aus den Bereichen Photonik und "
                     "Chemie stammenden Gäste."),
                testing::Not(testing::Contains("Moor 2031|about|Photonik")));
}

TEST(PressTopics, are_not_of_whom_a_preposition_holds) {
    const auto facts =
        read("fr", "Cette mission, organisée par Roselux SAS, portait sur la robotique et la photonique.");
    EXPECT_THAT(facts, testing::Contains("mission|about|photonique"));
    EXPECT_THAT(facts, testing::Not(testing::Contains("Roselux SAS|about|photonique")));
}

TEST(PressTopics, of_a_place_are_not_of_its_guests) {
    EXPECT_THAT(read("de", "Die Moorquell GmbH besuchte Rostock, eine Hochburg der Photonik."),
                testing::Not(testing::Contains("Moorquell GmbH|about|Photonik")));
}

TEST(PressTopics, end_where_the_clause_goes_on) {
    EXPECT_THAT(read("fr", "Le pôle Roselux SAS, consacré à la chimie et à la robotique, fête ses dix ans."),
                testing::Not(testing::Contains("Roselux SAS|about|fête")));
}

}  // namespace
}  // namespace kontor::service
