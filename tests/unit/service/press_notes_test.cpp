// SPDX-License-Identifier: EUPL-1.2
// Short, dense notes: what is left of a text when somebody in a hurry tells it. All names are invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

using testing::Contains;
using testing::Not;

class NotedName : public testing::TestWithParam<Case> {};

TEST_P(NotedName, is_found) {
    EXPECT_THAT(named(GetParam().language, GetParam().text), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Programmes, NotedName,
    testing::Values(
        Case{"of_two_lands", "de", "Neues\n\nGeld kommt aus Interreg Polen–Sachsen.",
             "programme|Interreg Polen–Sachsen"},
        Case{"before_its_noun_de", "de", "Neues\n\nVorgestellt wurde das Interreg-Europe-Projekt MOORKUSS.",
             "programme|Interreg Europe"},
        Case{"strand_de", "de", "Neues\n\nUnterschrieben ist das INTERREG-III-Projekt «Torfrhein».",
             "programme|INTERREG III"},
        Case{"called_so_en", "en", "News\n\nIt is paid for under the FALK programme.", "programme|FALK"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Projects, NotedName,
    testing::Values(
        Case{"paid_from_de", "de", "Neues\n\nDas Ganze zählt zu MoorTransPol, bezahlt aus Interreg.",
             "project|MoorTransPol"},
        Case{"runs_de", "de", "Neues\n\nGemeinsam läuft bereits TORFIX.", "project|TORFIX"},
        Case{"part_of_en", "en", "News\n\nThe trip was part of TORFIX, five partners in all.",
             "project|TORFIX"},
        Case{"behind_the_colon_fr", "fr", "Lancement du Projet Européen : TORFTEX\n\nLe pôle Axelor y était.",
             "project|TORFTEX"},
        Case{"with_a_year", "de", "Neues\n\nAuch MOOR2030 kam in Linz zum Abschluss.", "project|MOOR2030"},
        Case{"of_the_union", "de", "Neues\n\nAuch SoTorf@EU kam in Linz zum Abschluss.", "project|SoTorf@EU"},
        Case{"before_the_dash", "en",
             "TorfVal – Peat in the value chain\n\nMossbank Ltd won a grant of Horizon Europe.",
             "project|TorfVal"},
        Case{"example_fr", "fr",
             "Nouvelles\n\nNeuf projets sont retenus. Cinq touchent l'industrie, comme Torbe Fine (filtres), "
             "deux le patrimoine, dont Flore Morane.",
             "project|Flore Morane"},
        Case{"given_leave_de", "de",
             "Neues\n\nGrünes Licht für TorfWirk: Der Ausschuss bewilligte einen Zuschuss von 1,5 Mio. Euro.",
             "project|TorfWirk"},
        Case{"given_leave_fr", "fr", "Nouvelles\n\nFeu vert pour Torbrel : le comité a voté.",
             "project|Torbrel"},
        Case{"granted_en", "en",
             "News\n\nEASME signed grant agreement 123456 for Safe Peat Food on 16 December 2029.",
             "project|Safe Peat Food"},
        Case{"of_its_programme_de", "de", "Neues\n\nSie lernten dort TorfNetz aus Horizon 2020 kennen.",
             "project|TorfNetz"},
        Case{"in_capitals_de", "de", "Neues\n\nDer Startschuss für GREATER GREEN ist gefallen.",
             "project|GREATER GREEN"},
        Case{"talked_of_de", "de", "Neues\n\nDer Moorverein berichtete über MOORTEX.", "project|MOORTEX"},
        Case{"heading_of_the_page", "de",
             "Torfholz – Moor ohne Grenzen\n\nDer Moorverein war Leadpartner, die Mittel kamen vom Land.",
             "project|Torfholz – Moor ohne Grenzen"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Bodies, NotedName,
    testing::Values(Case{"written_small_de", "de",
                         "Neues\n\nmoor photonics e.V. und die Schilf GmbH haben einen Vertrag besiegelt.",
                         "association|moor photonics e.V."},
                    Case{"partnership_of_a_place_en", "en",
                         "News\n\nA letter was signed with Catalan Peat Partnership.",
                         "association|Catalan Peat Partnership"},
                    Case{"party_en", "en", "News\n\nFALKNISOR, partner in the plan, invites companies.",
                         "organisation|FALKNISOR"},
                    Case{"from_somewhere_fr", "fr",
                         "Nouvelles\n\nLe projet commence. Le pôle recevait FALKNISOR, de Valence.",
                         "organisation|FALKNISOR"},
                    Case{"own_word_de", "de", "Neues\n\nDas Projekt beginnt. Zu Gast war FALKKLASTER.",
                         "organisation|FALKKLASTER"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    MoreBodies, NotedName,
    testing::Values(Case{"house_named_after_somebody_de", "de",
                         "Neues\n\nDie Schilf GmbH arbeitet mit der "
                         "Torfmann-Universität zusammen.",
                         "university|Torfmann-Universität"},
                    Case{"english_words_in_german", "de",
                         "Neues\n\nMitglied ist die Global Water Cluster Alliance in Linz.",
                         "association|Global Water Cluster Alliance"},
                    Case{"apostrophe_inside_fr", "fr",
                         "Nouvelles\n\nMoor'Occ et le pôle Axelor concluent un accord.",
                         "organisation|Moor'Occ"},
                    Case{"of_many_en", "en", "News\n\nPartners are Vitalor, Fenlands' FOOD and Mossbank Ltd.",
                         "organisation|Fenlands' FOOD"},
                    Case{"sign_inside_de", "de",
                         "Neues\n\nDer Verbund arbeitet mit dem Cluster SA&MO zusammen.", "cluster|SA&MO"},
                    Case{"middle_dot", "de", "Neues\n\nStart für das Projekt Moor·tec·ts in Linz.",
                         "project|Moor·tec·ts"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    MoreWork, NotedName,
    testing::Values(
        Case{"backed_en", "en", "News\n\nThe pole Axelor forms the COSME-backed peatXclusters PLUS.",
             "project|peatXclusters PLUS"},
        Case{"head_of_a_line_de", "de",
             "Früheres\n\nBaltic Peat Competence Centre (BPCC): von März 2030 bis Februar 2033, bezahlt aus "
             "Interreg.",
             "project|Baltic Peat Competence Centre"},
        Case{"whole_heading_en", "en",
             "Global MOORture\n\nPeatvalley and partners prepare firms. Funded by Horizon Europe.",
             "project|Global MOORture"},
        Case{"one_of_a_number_de", "de",
             "Neues\n\nEs sind 19 Vorhaben, zwei mit Linz: TORQ will Zulieferer qualifizieren.",
             "project|TORQ"},
        Case{"gone_to_de", "de", "Neues\n\nDie Schilf GmbH stellt auf der MOREXAL in Linz aus.",
             "event|MOREXAL"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    InLists, NotedName,
    testing::Values(
        Case{"of_an_area_de", "de", "Neues\n\nTrainings baut der oberösterreichische Torf-Cluster auf.",
             "cluster|Torf-Cluster"},
        Case{"amid_names_de", "de",
             "Neues\n\nDabei sind Hochschule Linz, Torf-Cluster, FH Kärnten und die Schilf GmbH.",
             "cluster|Torf-Cluster"},
        Case{"foreign_name_de", "de", "Neues\n\nEs verbünden sich Danish Moorland und die Schilf GmbH.",
             "organisation|Danish Moorland"},
        Case{"fair_en", "en", "News\n\nThey met on the fringes of the TRSEI fair in London.", "event|TRSEI"},
        Case{"among_them_en", "en",
             "News\n\nFifteen new projects, Hempling, Hi-Torf-TEX and AgriMoor among them, took up work.",
             "project|Hi-Torf-TEX"},
        Case{"behind_its_noun_fr", "fr",
             "Lancement du projet TORF-MED ALLIANCES, le 29 septembre 2031\n\nLe pôle Axelor y convie.",
             "project|TORF-MED ALLIANCES"},
        Case{"ends_fr", "fr", "Nouvelles\n\nLe pôle Axelor annonce que s'achève TORF à Monastir.",
             "project|TORF"},
        Case{"before_the_dash_de", "de", "TORFREC – Für ein grünes Europa\n\nDie Schilf GmbH half Betrieben.",
             "project|TORFREC"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    FurtherWork, NotedName,
    testing::Values(
        Case{"in_it_en", "en",
             "News\n\nIt is part of a plan drawn up in moorRIS3, an Interreg Europe project.",
             "project|moorRIS3"},
        Case{"one_of_them_en", "en",
             "News\n\nEight of nine projects got the green light. One of them, TORQ, will take three years.",
             "project|TORQ"},
        Case{"raised_digit_en", "en", "News\n\nThe project MoorPack² began in May.", "project|MoorPack²"},
        Case{"english_words_behind_the_noun_de", "de",
             "Neues\n\nUmgesetzt wird es im Interreg-Projekt Greater Green: 2031 gestartet.",
             "project|Greater Green"},
        Case{"dated_behind_a_colon_de", "de",
             "Geld für Moorunternehmen: MOOR2031 startet in Phase II\n\nDie Schilf GmbH ist dabei.",
             "project|MOOR2031"},
        Case{"digits_amid_letters_fr", "fr", "Nouvelles\n\nLe pôle Axelor y a vu GoTorS3 et d'autres.",
             "project|GoTorS3"},
        Case{"words_before_the_dash_en", "en",
             "Moor NET - Development of potentials\n\nNine partners met, co-financed by Horizon Europe.",
             "project|Moor NET"},
        Case{"kick_off_of_words_en", "en", "News\n\nBest of 28 bids, Moor NET had its kick-off in Zagreb.",
             "project|Moor NET"},
        Case{"carrier_de", "de", "Neues\n\nMoorN ist dabei als Träger von TELIS.", "project|TELIS"}),
    name_of_case);

TEST(NotedNames, a_programme_that_publishes_is_no_body) {
    const press::Reading reading =
        shipped_reader().read({.text = "News\n\nThe committee of the Torfland Regional Programme met.",
                               .publisher = "Torfland Regional Programme",
                               .language = "en"});
    ASSERT_FALSE(reading.entities.empty());
    EXPECT_EQ(reading.entities.front().kind, press::EntityKind::Programme);
}

TEST(NotedNames, initials_stand_for_the_one_name_that_has_them) {
    const auto both = named("en", "News\n\nMedmoor Valley Alliance grew. The MVA sends its people.");
    EXPECT_THAT(both, Contains("association|Medmoor Valley Alliance"));
    EXPECT_THAT(both, Not(Contains("organisation|MVA")));
    EXPECT_THAT(named("en", "News\n\nMedmoor Valley Alliance met Mossbank Valley Alliance. The MVA grew."),
                Contains("organisation|MVA"));
}

TEST(NotedNames, capitals_in_a_list_with_bodies_are_a_body) {
    EXPECT_THAT(named("en", "News\n\nAmong them are FALKNISOR, Peat Cluster Oulu and Mossbank Ltd."),
                Not(Contains("project|FALKNISOR")));
}

TEST(NotedNames, long_words_in_capitals_are_projects) {
    EXPECT_THAT(named("de", "Neues\n\nZuletzt kam FALKNISOR hinzu."), Contains("project|FALKNISOR"));
    EXPECT_THAT(named("de", "Neues\n\nZuletzt kam FALK hinzu."), Not(Contains("project|FALK")));
}

class NotedDay : public testing::TestWithParam<Case> {};

TEST_P(NotedDay, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    All, NotedDay,
    testing::Values(
        Case{"since_de", "de",
             "Neues\n\nSeit dem 1. Januar 2031 erprobt der Verbund Moorring bessere Regeln.",
             "document|starts|2031-01-01"},
        Case{"middle_of_a_month_de", "de",
             "Neues\n\nMitte September 2031 wurde der Verbund Moorring in Luzern aufgenommen.",
             "document|starts|2031-09"},
        Case{"short_months_de", "de", "Neues\n\nDas Projekt „TORFLICHT“ lief Okt. 2029-Okt. 2032.",
             "TORFLICHT|ends|2032-10"},
        Case{"in_a_month_fr", "fr", "Nouvelles\n\nLes six pôles ont été audités en mai 2031 par l'agence.",
             "document|starts|2031-05"},
        Case{"term_of_a_project_en", "en",
             "News\n\nThe project \"TORFLICHT\" helps small firms, 1 June 2030 to 31 May 2033.",
             "TORFLICHT|ends|2033-05-31"},
        Case{"term_of_the_page_en", "en", "Support for peat\n\nSupport work, 1 June 2030 to 31 May 2033.",
             "document|ends|2033-05-31"}),
    name_of_case);

TEST(NotedDays, the_last_day_to_hand_in_is_an_end) {
    EXPECT_THAT(read("en", "Joint call\n\nCompanies may apply; deadline October 19, 2031."),
                Contains(testing::EndsWith("|ends|2031-10-19")));
    EXPECT_THAT(read("fr", "Appel\n\nNouvel appel : candidatures avant le 30 octobre 2031."),
                Contains(testing::EndsWith("|ends|2031-10-30")));
    for (const std::string& fact : read("en", "News\n\nCompanies may apply; deadline October 19, 2031."))
        EXPECT_EQ(fact.find("|starts|"), std::string::npos) << fact;
}

TEST(NotedDays, the_only_day_up_to_which_something_lasts_is_an_end) {
    EXPECT_THAT(read("fr", "Nouvelles\n\nEnveloppe : 6,5 millions d'euros jusqu'au 29 mai 2032."),
                Contains(testing::EndsWith("|ends|2032-05-29")));
}

TEST(NotedDays, the_head_of_the_line_is_the_days_of_the_deed_in_an_item_of_another) {
    const auto read_on = [](const char* day) {
        const press::Reading reading = shipped_reader().read(
            {.text = "News\n\nOulu, 12 July 2031: at the seminar a paper was put together by Mossbank Ltd.",
             .publisher = {},
             .language = "en",
             .published = model::Date::parse(day).value()});
        std::set<std::string> out;
        for (const press::Fact& fact : reading.facts) out.insert(told(reading, fact));
        return out;
    };
    EXPECT_THAT(read_on("2031-08"), Contains(testing::EndsWith("|starts|2031-07-12")));
    EXPECT_THAT(read_on("2031-07-12"), Not(Contains(testing::EndsWith("|starts|2031-07-12"))));
}

TEST(NotedDays, years_and_closing_days_are_no_start_of_the_item) {
    for (const std::string text : {"Neues\n\nDer Verbund Moorring wuchs 2031 um ein Drittel.",
                                   "Neues\n\nDer Verbund Moorring endet am 3. Mai 2031."}) {
        for (const std::string& fact : read("de", text))
            EXPECT_EQ(fact.find("document|starts|"), std::string::npos) << fact;
    }
}

}  // namespace
}  // namespace kontor::service
