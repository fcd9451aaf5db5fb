// SPDX-License-Identifier: EUPL-1.2
// Where bodies are, who belongs to them, who came and how many, told of several at once; and what only looks
// like it. All names are invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

using testing::Contains;
using testing::Not;

class Whereabouts : public testing::TestWithParam<Case> {};

TEST_P(Whereabouts, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), Contains(GetParam().fact));
}

class NoLink : public testing::TestWithParam<Case> {};

TEST_P(NoLink, is_not_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), Not(Contains(GetParam().fact)));
}

INSTANTIATE_TEST_SUITE_P(
    Apposed, Whereabouts,
    testing::Values(Case{"one_of_its_country_en", "en",
                         "Moss Cluster, one of Norway's leading industry clusters, signed an agreement.",
                         "Moss Cluster|located-in|Norway"},
                    Case{"over_the_field_fr", "fr",
                         "Il a l'appui du pôle Axelor, la grappe aérospatiale allemande.",
                         "Axelor|located-in|Allemagne"},
                    Case{"over_the_field_de", "de",
                         "Es geht an den Verbund Moorring, das größte Mikroelektronik-Netzwerk Sachsens.",
                         "Moorring|located-in|Sachsen"},
                    Case{"by_its_name_de", "de",
                         "Das Moorcluster Norddeutschland e. V. lädt nach Norddeutschland ein.",
                         "Moorcluster Norddeutschland e. V.|located-in|Norddeutschland"}),
    name_of_case);

TEST(Whereabouts, no_cluster_is_in_all_of_europe_by_its_name) {
    EXPECT_THAT(read("en", "The European Moss Cluster works all over Europe."),
                Not(Contains("European Moss Cluster|located-in|Europe")));
}

INSTANTIATE_TEST_SUITE_P(
    Offices, Whereabouts,
    testing::Values(
        Case{"offices_de", "de",
             "Es lädt das Moorcluster Norddeutschland e. V. ein. Es unterhält Geschäftsstellen in Bremen und "
             "Hamburg.",
             "Moorcluster Norddeutschland e. V.|located-in|Hamburg"},
        Case{"offices_en", "en",
             "The members belong to the Moss Cluster, which maintains offices in Oulu, Turku and Helsinki.",
             "Moss Cluster|located-in|Turku"},
        Case{"offices_fr", "fr", "Roselux SAS dispose de bureaux à Lille et Namur.",
             "Roselux SAS|located-in|Namur"},
        Case{"by_country_fr", "fr",
             "Roselux SAS et Tourbe SARL pour l’Espagne, Moorex SAS pour la France ont monté cinq missions.",
             "Roselux SAS|located-in|Espagne"},
        Case{"by_country_de", "de", "Dabei sind die Schilf GmbH für Österreich und die Torf AG für Finnland.",
             "Torf AG|located-in|Finnland"},
        Case{"by_country_en", "en", "The partners are Mossbank Ltd for Ireland and Fenland Ltd for Finland.",
             "Fenland Ltd|located-in|Finland"},
        Case{"bracket_en", "en",
             "It was carried by firms from Poland (Mossbank Ltd) and France (Fenland Ltd).",
             "Fenland Ltd|located-in|France"},
        Case{"bracket_de", "de",
             "Getragen wird es von Firmen aus Polen (Schilf GmbH) und Finnland (Torf AG).",
             "Schilf GmbH|located-in|Polen"},
        Case{"bracket_fr", "fr",
             "Il est porté par des entreprises de Pologne (Roselux SAS) et de Belgique (Tourbe SARL).",
             "Tourbe SARL|located-in|Belgique"},
        Case{"shared_bracket_en", "en",
             "They are Mossbank Ltd (Ireland), Fenland Ltd (France), Bogwork Ltd and Reedline Ltd (Finland).",
             "Bogwork Ltd|located-in|Finland"},
        Case{"first_en", "en",
             "Five firms set out, among them, from Poland, the companies Mossbank Ltd and Fenland Ltd.",
             "Fenland Ltd|located-in|Poland"},
        Case{"stop_de", "de", "18. März 2029, Lyon: Treffen mit der Schilf GmbH und der Torf AG",
             "Torf AG|located-in|Lyon"},
        Case{"apposed_de", "de", "Gast war die Schilf GmbH, das Kompetenznetzwerk der Region Lübeck.",
             "Schilf GmbH|located-in|Lübeck"},
        Case{"apposed_en", "en",
             "The host was Mossbank Ltd, the network organisation of the biotechnology sector in Finland.",
             "Mossbank Ltd|located-in|Finland"},
        Case{"apposed_fr", "fr", "Il est piloté par Roselux SAS, l’agence de développement de la Wallonie.",
             "Roselux SAS|located-in|Wallonie"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Posts, Whereabouts,
    testing::Values(
        Case{"compound_de", "de",
             "Die Wirtschaftsförderung Moor GmbH (WFM) lädt ein. „Das ist gut“, sagt WFM-Geschäftsführer "
             "Jochen Falk.",
             "Jochen Falk|member-of|Wirtschaftsförderung Moor GmbH"},
        Case{"compound_project", "de",
             "Das Projekt „TORFLICHT“ läuft. „Das ist gut“, sagt TORFLICHT-Projektleiterin Anna Falk.",
             "Anna Falk|member-of|TORFLICHT"},
        Case{"its_de", "de", "Die Schilf GmbH und ihr Geschäftsführer Jochen Falk luden ein.",
             "Jochen Falk|member-of|Schilf GmbH"},
        Case{"its_en", "en", "Mossbank Ltd sent its managing director, John Falk.",
             "John Falk|member-of|Mossbank Ltd"},
        Case{"its_fr", "fr", "Roselux SAS était représentée par son directeur, Jean Falk.",
             "Jean Falk|member-of|Roselux SAS"},
        Case{"chairman", "en", "The Moss Cluster grows. \"We are glad,\" said Chairman John Falk.",
             "John Falk|member-of|Moss Cluster"},
        Case{"admitted_en", "en",
             "The Rail Moss Initiative grows. Its board approved the admission of Fenland Ltd.",
             "Fenland Ltd|member-of|Rail Moss Initiative"},
        Case{"admitted_de", "de",
             "Das Netzwerk Moorring trifft sich. Der Vorstand beschloss die Aufnahme der Schilf GmbH.",
             "Schilf GmbH|member-of|Moorring"},
        Case{"admitted_fr", "fr", "Le réseau Tourbenet se félicite de l’adhésion de Roselux SAS.",
             "Roselux SAS|member-of|Tourbenet"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Counts, Whereabouts,
    testing::Values(
        Case{"examples_de", "de",
             "Zum Workshop in Lübeck kamen zwölf Unternehmen, darunter die Torf AG und die Binsen GmbH.",
             "Binsen GmbH|takes-part-in|Workshop"},
        Case{"examples_en", "en",
             "Some 112 companies accepted the invitation to the summit in Oulu, among them Mossbank Ltd and "
             "Fenland Ltd.",
             "Fenland Ltd|takes-part-in|summit"},
        Case{"examples_fr", "fr",
             "Le cluster Tourbenet compte 140 entreprises, parmi lesquelles Roselux SAS et Tourbe SARL.",
             "Tourbe SARL|member-of|Tourbenet"},
        Case{"unites_de", "de", "Der Cluster Moorring zählt rund 220 Unternehmen.",
             "Moorring|has-member-count|220"},
        Case{"unites_en", "en", "The Moss Cluster unites 170 companies.",
             "Moss Cluster|has-member-count|170"},
        Case{"unites_fr", "fr", "Le cluster Tourbenet fédère 550 entreprises.",
             "Tourbenet|has-member-count|550"},
        Case{"opening_count", "de",
             "Acht Cluster aus sieben Ländern arbeiten zusammen. Das Projekt „TORFLICHT“ läuft bis 2031.",
             "TORFLICHT|has-actor-count|8"},
        Case{"founded_fr", "fr", "Créée en 2006 avec le soutien de la Région wallonne, Roselux SAS grandit.",
             "Roselux SAS|founded|2006"},
        Case{"founded_en", "en", "Founded in 2006 with the help of Fenland Ltd, Mossbank Ltd is growing.",
             "Mossbank Ltd|founded|2006"},
        Case{"founded_attribute_de", "de", "Der von der Torf AG 2012 gegründete Verein Torfnetz wächst.",
             "Torfnetz|founded|2012"},
        Case{"founded_reference_de", "de",
             "Der Cluster Moorring lädt ein. Das 2011 gegründete Netzwerk vernetzt mehr als 350 Mitglieder.",
             "Moorring|founded|2011"},
        Case{"heading", "en",
             "The project “PEATLIGHT” ends and the project “REEDLIGHT” begins\n\nMossbank Ltd is glad.",
             "document|reports-on|REEDLIGHT"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Guests, Whereabouts,
    testing::Values(
        Case{"employers_en", "en",
             "Klaus Falk of Mossbank Ltd and Anna Smith of Fenland Ltd took part in the workshop in Oulu.",
             "Klaus Falk|takes-part-in|workshop"},
        Case{"employers_en2", "en",
             "Klaus Falk of Mossbank Ltd and Anna Smith of Fenland Ltd took part in the workshop in Oulu.",
             "Mossbank Ltd|takes-part-in|workshop"},
        Case{"invited_de", "de",
             "Auf Einladung des Clusters Moorring fand im Mai ein Workshop in Lübeck statt.",
             "Moorring|organises|Workshop"},
        Case{"invited_en", "en",
             "Some 112 companies accepted the invitation of Mossbank Ltd to its summit in Oulu.",
             "Mossbank Ltd|organises|summit"},
        Case{"invited_fr", "fr", "À l’invitation de Roselux SAS, un sommet s’est tenu à Lille en mai.",
             "Roselux SAS|organises|sommet"},
        Case{"had_invited", "de", "Die Moorquell GmbH hatte am Montag zum Workshop in Lübeck eingeladen.",
             "Moorquell GmbH|organises|Workshop"},
        Case{"to_organise", "de",
             "Die Moorquell GmbH plant, im Mai einen Workshop zu organisieren, der mit der Schilf GmbH "
             "beginnt.",
             "Moorquell GmbH|organises|Workshop"},
        Case{"accompanied", "de",
             "Im Mai besuchte Dr. Anna Falk die Moormesse „Torfino“, begleitet von der Schilf GmbH.",
             "Schilf GmbH|takes-part-in|Torfino"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Apart, NoLink,
    testing::Values(
        Case{"together", "en", "Together these clusters have more than 840 members. The Moss Cluster is one.",
             "Moss Cluster|has-member-count|840"},
        Case{"ministry", "de",
             "Der Cluster wird vom Bundesministerium für Bildung und Forschung gefördert und hat 106 "
             "Unternehmen.",
             "Bundesministerium für Bildung und Forschung|has-actor-count|106"},
        Case{"representatives", "en",
             "The tour is over. The network is backed by representatives of business and, among others, "
             "Mossbank Ltd and Fenland Ltd.",
             "Fenland Ltd|takes-part-in|tour"},
        Case{"pronoun", "en", "Mossbank Ltd stayed at home. In Oulu they visited the Peat Fair.",
             "Mossbank Ltd|takes-part-in|Peat Fair"},
        Case{"venue", "en", "Some 70 participants came to the closing event at Mossbank Ltd.",
             "Mossbank Ltd|takes-part-in|event"},
        Case{"participle", "fr", "Organisée en mai, la mission a mené à un accord avec Roselux SAS.",
             "Roselux SAS|organises|mission"},
        Case{"present_tense", "fr", "Roselux SAS crée du lien en mars 2018.", "Roselux SAS|founded|2018"},
        Case{"whither", "de", "Die Schilf GmbH knüpfte Kontakte in die Region Hamamatsu.",
             "Schilf GmbH|located-in|Hamamatsu"},
        Case{"presidency", "en", "The Italian presidency of Mossbank Ltd ends.",
             "Mossbank Ltd|located-in|Italy"},
        Case{"occasion", "de",
             "Moorring wächst\n\nAuf einer Sitzung in Lübeck beschloss der Cluster Moorring den Ausbau.",
             "document|reports-on|Sitzung"},
        Case{"visited", "en",
             "For the mission to Japan five companies set out, among them Mossbank Ltd and Fenland Ltd; in "
             "Osaka they visited a fair.",
             "mission to Japan|visits|Mossbank Ltd"}),
    name_of_case);

}  // namespace
}  // namespace kontor::service
