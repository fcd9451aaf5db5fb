// SPDX-License-Identifier: EUPL-1.2
// Where names begin and end, what they are by their company, and who is partner of what. All names are
// invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Boundary : public testing::TestWithParam<Case> {};

TEST_P(Boundary, is_found) {
    EXPECT_THAT(named(GetParam().language, GetParam().text), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    People, Boundary,
    testing::Values(
        Case{
            "house_de", "de",
            "An der Reise nahmen Timo Rehfuß von der Schilf GmbH und Karla Preis vom Netzwerk Moorwerk teil.",
            "person|Timo Rehfuß"},
        Case{
            "surname_that_is_a_noun", "de",
            "An der Reise nahmen Timo Rehfuß von der Schilf GmbH und Karla Preis vom Netzwerk Moorwerk teil.",
            "person|Karla Preis"},
        Case{"titled_noun", "de", "Es sprach Prof. Dr. Karla Runde vom Moorwerk e. V.", "person|Karla Runde"},
        Case{"noun_behind_a_name", "de", "„Das war viel“, zog Karla Rehfuß Bilanz.", "person|Karla Rehfuß"},
        Case{"unknown_first_name_de", "de", "Mit ihnen sprach gestern Qwana Torfley von der Schilf GmbH.",
             "person|Qwana Torfley"},
        Case{"unknown_first_name_en", "en", "They were joined by Qwana Torfley of the cluster Mossring.",
             "person|Qwana Torfley"},
        Case{"represented_en", "en", "The cluster was represented by Qwana Torfley in Oulu.",
             "person|Qwana Torfley"},
        Case{"represented_fr", "fr",
             "Y participait aussi la métropole, représentée par Qwana Torfley, avec Roselux SAS.",
             "person|Qwana Torfley"},
        Case{"seat_fr", "fr", "Qwana Torfley, membre du bureau de Roselux SAS, a salué le projet.",
             "person|Qwana Torfley"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Things, Boundary,
    testing::Values(
        Case{"cluster_of_a_place", "de",
             "Die Reise organisierte der Umweltcluster Bayern mit der Schilf GmbH.",
             "cluster|Umweltcluster Bayern"},
        Case{"cluster_of_fields", "de", "Partner ist das Clusternetzwerk Energie und Umwelt.",
             "cluster|Clusternetzwerk Energie und Umwelt"},
        Case{"cluster_in_a_place", "de", "Dazu sprach der Manager des Clusters Nanotechnologie in Bayern.",
             "cluster|Cluster Nanotechnologie in Bayern"},
        Case{"title_de", "de",
             "Gegenstand des Vorhabens mit dem Titel „Helle Moore Falkland“ ist eine Strategie.",
             "project|Helle Moore Falkland"},
        Case{"title_en", "en", "A project under the name “Bright Fens Falkland” begins in May.",
             "project|Bright Fens Falkland"},
        Case{"bid_de", "de", "Mit seiner Bewerbung „Helle Moore für alle“ hatte der Moorwerk e. V. Erfolg.",
             "project|Helle Moore für alle"},
        Case{"first_word_de", "de",
             "„moorlicht“: Acht Länder bündeln ihr Wissen\n\nIn Linz begann gestern ein Vorhaben. Das "
             "Projekt läuft drei Jahre.",
             "project|moorlicht"},
        Case{"launched_fr", "fr", "Huit pôles s'unissent en lançant « Tourbe 2030 » à Lyon.",
             "project|Tourbe 2030"},
        Case{"launched_en", "en", "Mossbank Ltd launched “Bright Fens” in Oulu last week.",
             "project|Bright Fens"},
        Case{"of_a_programme_fr", "fr", "Le projet Interreg POCTEFA TOURBEL'plus a livré ses résultats.",
             "project|TOURBEL'plus"},
        Case{"fair_de", "de", "Die Gruppe zeigte sich auf der „nanotorf“ in Tokio.", "event|nanotorf"},
        Case{"day_de", "de", "Die Kommission lud zum Industrial Peat Day ein.", "event|Industrial Peat Day"},
        Case{"summit_de", "de",
             "Global Peatland Cluster Summit: Hamburg lädt ein\n\nDer Global Peatland Cluster Summit beginnt "
             "im Mai.",
             "event|Global Peatland Cluster Summit"},
        Case{"fields_en", "en",
             "He works for the Falkland Ministry of Economic Affairs, Labour and Transport.",
             "public-body|Falkland Ministry of Economic Affairs, Labour and Transport"},
        Case{"fields_de", "de",
             "Dabei ist das Bayerische Staatsministerium für Wirtschaft, Energie und Technologie.",
             "public-body|Bayerisches Staatsministerium für Wirtschaft, Energie und Technologie"},
        Case{"announced_en", "en",
             "Four clusters, namely Fenluma (France), Moorea (Italy) and Torfila (Poland), met in Oulu.",
             "cluster|Moorea"},
        Case{"announced_fr", "fr",
             "Le pôle compte 140 entreprises (parmi lesquelles FLX, TRB ou Mossira) à Lyon.",
             "company|Mossira"},
        Case{"final_conference", "en",
             "In Oulu the network Mossring hosted the final conference of PEATLIGHT on 4 June 2031.",
             "event|final conference"},
        Case{"closing_fr", "fr",
             "L'événement de clôture, organisé par Roselux SAS, s'est tenu à Lyon les 20 et 21 mai 2031.",
             "event|événement de clôture"},
        Case{"name_with_a_sign", "en",
             "MOOR@LAND (Peat in Lands), a project funded by COSME, ends in June 2031.", "project|MOOR@LAND"},
        Case{"coalition", "en", "The manifesto was signed by the Fenland Peat Coalition in Oulu.",
             "association|Fenland Peat Coalition"}),
    name_of_case);

class Partnership : public testing::TestWithParam<Case> {};

TEST_P(Partnership, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Sides, Partnership,
    testing::Values(
        Case{"on_board_de", "de",
             "Das Projekt „MOORLICHT“ beginnt im Mai. Mit im Boot sind die Schilf GmbH und die Moorquell "
             "GmbH.",
             "Schilf GmbH|partner-in|MOORLICHT"},
        Case{"at_its_side_en", "en",
             "The project “PEATLIGHT” begins in May. At its side are Mossbank Ltd (Ireland) and Fenland Ltd.",
             "Fenland Ltd|partner-in|PEATLIGHT"},
        Case{"around_it_fr", "fr",
             "Le projet « TOURBELUX » commence. Autour d'elle se retrouvent Roselux SAS et Tourbier SA.",
             "Tourbier SA|partner-in|TOURBELUX"},
        Case{"counted_fr", "fr",
             "Dans le projet « TOURBELUX », deux partenaires – Roselux SAS et Tourbier SA – ont monté des "
             "missions.",
             "Roselux SAS|partner-in|TOURBELUX"},
        Case{"counted_de", "de",
             "Im Projekt „MOORLICHT“ haben zwei Partner (Schilf GmbH und Moorquell GmbH) eine Reise geplant.",
             "Moorquell GmbH|partner-in|MOORLICHT"},
        Case{"counted_en", "en",
             "In the project “PEATLIGHT”, three clusters – Mossring Ltd, Fenland Ltd and Reedwork Ltd – "
             "planned a trip.",
             "Fenland Ltd|partner-in|PEATLIGHT"},
        Case{"carried_it", "en",
             "Coordinated by Mossbank Ltd, the project “PEATLIGHT” ended. Led by Mossbank Ltd, it was "
             "carried by Fenland Ltd and Reedwork Ltd.",
             "Fenland Ltd|partner-in|PEATLIGHT"},
        Case{"leads_apposed_fr", "fr",
             "Dans le projet « TOURBELUX », Roselux SAS, chef de file, et Tourbier SA ont monté une mission.",
             "Roselux SAS|coordinates|TOURBELUX"},
        Case{"leads_clause_de", "de",
             "Am Projekt „MOORLICHT“ wirken die Schilf GmbH, die das Vorhaben leitet, und die Moorquell GmbH "
             "mit.",
             "Schilf GmbH|coordinates|MOORLICHT"},
        Case{"responsible_de", "de",
             "Die Schilf GmbH hat die Trägerschaft für das Projekt „MOORLICHT“ übernommen.",
             "Schilf GmbH|coordinates|MOORLICHT"},
        Case{"agreed_de", "de",
             "Die Schilf GmbH und die Moorquell GmbH haben eine enge Zusammenarbeit vereinbart.",
             "Schilf GmbH|partner-in|enge Zusammenarbeit"},
        Case{"label_behind_a_long_line", "de",
             "MoorLicht: Netze für Torf\n\nProgramm: Kooperationsprogramm INTERREG V A Brandenburg und "
             "Nachbarn für die Jahre 2031 bis 2034\nLeadpartner: Schilf GmbH\nLaufzeit: 01.04.2031 – "
             "31.08.2034\n\nZiel von MoorLicht war vieles.",
             "Schilf GmbH|coordinates|MoorLicht"},
        Case{"until_the_end_of_a_year", "de",
             "Das Projekt „MOORLICHT“ läuft vom 1. Januar 2031 bis Ende 2032.",
             "MOORLICHT|starts|2031-01-01"},
        Case{"opens_for", "de", "Der Cluster Moorring öffnet sich für die Moorquell GmbH.",
             "Moorring|open-for|Moorquell GmbH"}),
    name_of_case);

TEST(Partners, are_the_members_told_of_a_project) {
    EXPECT_THAT(
        read("en", "The four partners of the project “PEATLIGHT”, Mossbank Ltd and Fenland Ltd, met."),
        Contains("Fenland Ltd|partner-in|PEATLIGHT"));
    EXPECT_THAT(
        read("de",
             "Die Partner des Projekts „MOORLICHT“, die Schilf GmbH und die Moorquell GmbH, trafen sich."),
        Contains("Schilf GmbH|partner-in|MOORLICHT"));
    EXPECT_THAT(
        read("fr", "Les membres du partenariat « TOURBELUX », Roselux SAS et Tourbier SA, se sont réunis."),
        Contains("Tourbier SA|partner-in|TOURBELUX"));
}

TEST(Partners, are_led_by_several) {
    EXPECT_THAT(
        read("de",
             "Das Projekt „MOORLICHT“ wird von der Schilf GmbH, der Moorquell GmbH und der Torfwerk GmbH "
             "geleitet."),
        Contains("Schilf GmbH|coordinates|MOORLICHT"));
    EXPECT_THAT(
        read("en", "The project “PEATLIGHT” is coordinated by Mossbank Ltd, Fenland Ltd and Reedwork Ltd."),
        Contains("Reedwork Ltd|coordinates|PEATLIGHT"));
    EXPECT_THAT(read("fr", "Elle a remercié Roselux SAS, qui porte le projet « TOURBELUX »."),
                Contains("Roselux SAS|coordinates|TOURBELUX"));
}

TEST(Partners, are_not_whoever_stands_beside_the_word) {
    const auto facts = read("en",
                            "The project “PEATLIGHT” begins. The partners examined the trade with a method "
                            "that they had worked out with the Ministry of Trade.");
    EXPECT_THAT(facts, Not(Contains(HasSubstr("Ministry of Trade|partner-in"))));
    EXPECT_THAT(
        read("de", "Das Projekt „MOORLICHT“ beginnt. 2015 hatte die Schilf GmbH den Verbund ausgezeichnet."),
        Not(Contains(HasSubstr("|partner-in|"))));
    EXPECT_THAT(read("fr", "Le projet « TOURBELUX » commence. Les partenaires ont dîné chez Roselux SAS."),
                Not(Contains(HasSubstr("|partner-in|"))));
}

TEST(Partners, are_not_led_by_what_only_sounds_so) {
    EXPECT_THAT(read("en", "The project “PEATLIGHT” of Mossbank Ltd might lead to more."),
                Not(Contains(HasSubstr("|coordinates|"))));
    EXPECT_THAT(read("fr", "Le projet « TOURBELUX » commence. Roselux SAS a pu mener des actions."),
                Not(Contains(HasSubstr("|coordinates|"))));
}

TEST(Partners, are_not_chosen_by_being_received) {
    EXPECT_THAT(
        read("en", "The tour began in Oulu, where the prefecture received the guests at Mossbank Ltd."),
        Not(Contains(HasSubstr("|selected-for|"))));
    EXPECT_THAT(read("de", "Das Amt fördert ausgewählte Projekte der Schilf GmbH auf der Messe in Linz."),
                Not(Contains(HasSubstr("|selected-for|"))));
    EXPECT_THAT(read("fr", "Roselux SAS a reçu une délégation à Lyon en mai 2031."),
                Not(Contains(HasSubstr("|selected-for|"))));
}

TEST(Partners, are_not_open_to_anybody_in_particular) {
    EXPECT_THAT(read("en", "Mossbank Ltd said it is open to visitors."),
                Not(Contains(HasSubstr("|open-for|"))));
}

TEST(Terms, are_over_by_the_day_that_they_are_told_with) {
    EXPECT_THAT(read("en", "The project “PEATLIGHT” ended on 15 March 2031, after 30 months."),
                Not(Contains("PEATLIGHT|ends|2033-09-14")));
    EXPECT_THAT(read("fr", "Le projet « TOURBELUX », lancé en 2031, a réuni 80 entreprises en trois ans."),
                Not(Contains("TOURBELUX|ends|2034")));
    EXPECT_THAT(read("de", "Das Projekt „MOORLICHT“ endete am 15. März 2031 nach drei Jahren."),
                Not(Contains("MOORLICHT|ends|2034-03-14")));
}

TEST(Terms, are_not_the_day_of_publication) {
    EXPECT_THAT(read("fr", "Roselux SAS conduit une délégation au Japon Publié le 9 novembre 2031 à 21h40"),
                Not(Contains(HasSubstr("|starts|2031-11-09"))));
    EXPECT_THAT(read("en", "Mossbank Ltd leads a delegation to Japan, posted on 9 November 2031"),
                Not(Contains(HasSubstr("|starts|2031-11-09"))));
    EXPECT_THAT(
        read("de", "Die Schilf GmbH leitet eine Delegationsreise nach Japan, Meldung vom 9. November 2031"),
        Not(Contains(HasSubstr("|starts|2031-11-09"))));
}

TEST(Boundaries, a_network_is_no_project_by_its_short_form) {
    const auto names =
        named("fr",
              "Le Pôle Tourbe Ouest (PTOW) grandit. Le PTOW compte 300 membres. Le projet avance; le PTOW "
              "en est fier.");
    EXPECT_THAT(names, Not(Contains("project|PTOW")));
}

TEST(Boundaries, what_the_item_calls_the_cluster_is_one) {
    EXPECT_THAT(
        named("fr", "Dix ans de Tourbexa\n\nÀ Lyon, Tourbexa compte 300 membres. Le pôle est né à Lyon."),
        Contains("cluster|Tourbexa"));
    EXPECT_THAT(
        named("en",
              "Ten years of Fenluma\n\nIn Oulu, Fenluma has 300 members. The cluster was founded in Oulu."),
        Contains("cluster|Fenluma"));
    EXPECT_THAT(named("de", "MoorLuma wächst\n\nMoorLuma hat 300 Mitglieder. Das Cluster entstand in Linz."),
                Contains("cluster|MoorLuma"));
}

TEST(Boundaries, articles_are_no_part_of_a_german_name) {
    EXPECT_THAT(named("de", "Im April hatte Staatssekretär John Torfley den Stand besucht."),
                Contains("person|John Torfley"));
}

TEST(Boundaries, english_names_keep_their_capitals) {
    EXPECT_THAT(named("en", "They were received by the cluster Mossbank Maritime Blue in Oulu."),
                Contains("cluster|Mossbank Maritime Blue"));
}

TEST(Boundaries, a_purpose_is_no_mission) {
    EXPECT_THAT(named("fr", "En 2031, Roselux SAS crée une équipe avec mission de visiter la Suisse."),
                Not(Contains("event|mission")));
}

TEST(Boundaries, a_body_before_a_colon_does_not_tell_what_is_quoted) {
    EXPECT_THAT(named("de", "Moorwerk Cluster: „HELLES MOOR“ führt auf neue Märkte"),
                Not(Contains("cluster|HELLES MOOR")));
}

}  // namespace
}  // namespace kontor::service
