// SPDX-License-Identifier: EUPL-1.2
// Who and what a sentence names, and of what kind it is. All names are invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

using testing::Contains;
using testing::Not;

class Recognition : public testing::TestWithParam<Case> {};

TEST_P(Recognition, is_named) {
    EXPECT_THAT(named(GetParam().language, GetParam().text), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Networks, Recognition,
    testing::Values(
        Case{
            "led_network_de", "de",
            "Das Internationalisierungsnetzwerk FALKNIS\n\nFALKNIS, seit 2013 von der Moorquell GmbH und der "
            "Schilf GmbH koordiniert, arbeitet mit Polen.",
            "project|FALKNIS"},
        Case{
            "led_network_en", "en",
            "The internationalisation network FALKNIS\n\nFALKNIS, coordinated since 2013 by Mossbank Ltd and "
            "Fenland Ltd, works with Poland.",
            "project|FALKNIS"},
        Case{"led_network_fr", "fr",
             "Le réseau d'internationalisation FALKNIS\n\nFALKNIS, coordonné depuis 2013 par Roselux SAS et "
             "Tourbier SA, travaille avec la Pologne.",
             "project|FALKNIS"},
        Case{"meta_cluster_de", "de", "Corallo vertritt im Metacluster LIGHT2ID den Verbund Moorring.",
             "project|LIGHT2ID"},
        Case{"meta_cluster_fr", "fr", "Corallo annonce que le méta-cluster LIGHT2ID a obtenu le label.",
             "project|LIGHT2ID"},
        Case{"partnership_of_clusters", "en",
             "The contract was signed by the Nordic Fen Cluster Partnership in Oulu.",
             "cluster|Nordic Fen Cluster Partnership"},
        Case{"field_of_a_pole", "fr", "La délégation a rencontré le pôle Eau à Lyon.", "cluster|pôle Eau"},
        Case{"field_in_one_word", "de", "In Linz entstand der Torfstoff-Cluster (TC) aus einem Verein.",
             "cluster|Torfstoff-Cluster"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Others, Recognition,
    testing::Values(
        Case{"firm_with_an_english_end", "de", "Zu Gast waren Falkmoor Electronics und die Schilf GmbH.",
             "organisation|Falkmoor Electronics"},
        Case{"school", "de", "Ihr gehörten die TU Darmstadt und die Schilf GmbH an.",
             "university|TU Darmstadt"},
        Case{"province", "de", "Die Gruppe besuchte die Provinz Jiangsu und Firmen.", "place|Jiangsu"},
        Case{"behind_a_province", "en", "The cluster works in the province of Falkmoor.", "place|Falkmoor"},
        Case{"label", "de", "Der Verbund erhielt das GOLD Label im Mai.", "programme|GOLD Label"},
        Case{"culture_fr", "fr", "Elle est reçue au Centre culturel coréen de Paris.",
             "research-institute|Centre culturel coréen de Paris"},
        Case{"partnership_en", "en",
             "In Linz Fenland presented a light partnership for food innovation with Mossbank Ltd.",
             "project|light partnership for food innovation"},
        Case{"partnership_fr", "fr",
             "Le pôle Axelor a présenté un partenariat photonique pour l'innovation avec Roselux SAS.",
             "project|partenariat photonique pour l'innovation"},
        Case{"partnership_de", "de",
             "Der Cluster Moorring stellte eine Partnerschaft für Torfwirtschaft mit der Schilf GmbH vor.",
             "project|Partnerschaft für Torfwirtschaft"},
        Case{"byline", "en", "Submitted by Qwen Torfley on 10 June 2031", "person|Qwen Torfley"},
        Case{"affiliation", "de", "Es sprach Karla Torf von Falkmoor Valley über Filter.",
             "person|Karla Torf"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Announced, Recognition,
    testing::Values(
        Case{"projects_de", "de", "Neues\n\nAusgewählt wurden die Projekte Glimtech, Halvora und Ostrel.",
             "project|Ostrel"},
        Case{"projects_en", "en", "News\n\nFive projects were chosen, among them Glimtech and Halvora.",
             "project|Halvora"},
        Case{"projects_fr", "fr", "Nouvelles\n\nPlusieurs projets sont financés, dont Glimtech et Halvora.",
             "project|Glimtech"},
        Case{
            "over_brackets_fr", "fr",
            "Nouvelles\n\nDes projets comme Glimtech (filtres de tourbe, phase pilote) et Halvora démarrent.",
            "project|Halvora"},
        Case{"behind_a_colon_fr", "fr",
             "Nouvelles\n\nCinq projets au programme du pôle : Glimtech (filtres), Halvora pour les PME de "
             "l'espace "
             "Alpin, Ostrel, avec 17 partenaires, enfin Numbra.",
             "project|Numbra"},
        Case{"started_de", "de", "Am Montag fiel der Startschuss für die „Torfkette Nord“ in Linz.",
             "project|Torfkette Nord"},
        Case{"funded_en", "en",
             "News\n\nCo-funding came through this October for \"PEAT for Joint Modernisation\".",
             "project|PEAT for Joint Modernisation"},
        Case{"started_fr", "fr", "Coup d'envoi mardi à Lens de la « Filière Torf » pour tous.",
             "project|Filière Torf"},
        Case{"strand", "de", "Das wird in FP7-TORF gefördert.", "programme|FP7-TORF"}),
    name_of_case);

TEST(Recognitions, what_only_looks_like_a_name_is_none) {
    EXPECT_THAT(named("de", "Neues\n\nAusländische KMU zählen als Partner."),
                Not(Contains("organisation|Ausländische KMU")));
    EXPECT_THAT(named("en", "News\n\nTwelve American business associations toured the region."),
                Not(Contains("organisation|American")));
    EXPECT_THAT(named("en", "News\n\nThe guests saw Peatmoor Square."),
                Not(Contains("organisation|Peatmoor Square")));
    EXPECT_THAT(named("fr", "Nouvelles\n\nLa Confédération les aide."),
                Not(Contains("association|Confédération les aide")));
}

TEST(Recognitions, days_joined_by_a_stroke_are_a_span) {
    EXPECT_THAT(read("de", "Am 8./9. Juni 2031 fand in Linz die Torfkonferenz statt."),
                Contains("Torfkonferenz|starts|2031-06-08"));
    EXPECT_THAT(read("en", "The peat conference took place in Oulu on 8/9 June 2031."),
                Contains(testing::EndsWith("|starts|2031-06-08")));
}

TEST(Recognitions, a_nationality_makes_no_project) {
    const auto text = [](const char* partner) {
        return std::string("Das Projekt beginnt. Ausgewählt ist Moorring mit dem ") + partner + ".";
    };
    EXPECT_THAT(named("de", text("finnischen FALKNIS")), Not(Contains("project|FALKNIS")));
    EXPECT_THAT(named("en", "The project begins. Chosen is Mossring with the Finnish FALKNIS."),
                Not(Contains("project|FALKNIS")));
    EXPECT_THAT(named("fr", "Le projet commence. Est retenu Tourbering avec le finlandais FALKNIS."),
                Not(Contains("project|FALKNIS")));
}

TEST(Recognitions, months_beside_each_other_are_no_start) {
    for (const std::string& fact : read("de", "Im Mai und Juni 2031 fand die Messe in Linz statt."))
        EXPECT_EQ(fact.find("|starts|"), std::string::npos) << fact;
}

TEST(Recognitions, a_kick_off_begins_and_a_kick_off_meeting_is_over) {
    const auto begun = read("en", "At the kick-off in Linz on 16 May 2031 Fenland Ltd showed its plans.");
    EXPECT_THAT(begun, Contains("kick-off|starts|2031-05-16"));
    EXPECT_THAT(begun, Not(Contains("kick-off|ends|2031-05-16")));
    EXPECT_THAT(read("en", "The kick-off meeting took place in Linz on 16 May 2031."),
                Contains("kick-off meeting|ends|2031-05-16"));
}

}  // namespace
}  // namespace kontor::service
