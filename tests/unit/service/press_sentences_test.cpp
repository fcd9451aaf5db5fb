// SPDX-License-Identifier: EUPL-1.2
// Patterns of press texts beyond one clause: series, portraits, routes, pronouns, "we". All names are
// invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "unit/service/shipped_reader.hpp"

namespace kontor::service {
namespace {

using press::Fact;
using press::Reading;

std::set<std::string> read(const char* language, const std::string& text) {
    const Reading reading = shipped_reader().read({.text = text, .publisher = {}, .language = language});
    std::set<std::string> out;
    for (const Fact& fact : reading.facts) out.insert(told(reading, fact));
    return out;
}

struct Case {
    const char* name;
    const char* language;
    const char* text;
    const char* fact;
};
std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

std::string name_of_case(const testing::TestParamInfo<Case>& one) {
    return one.param.name;
}

class Pattern : public testing::TestWithParam<Case> {};

TEST_P(Pattern, is_read) {
    EXPECT_THAT(read(GetParam().language, GetParam().text), testing::Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Topics, Pattern,
    testing::Values(
        Case{"in_the_centre", "de",
             "Das Projekt „TORFLICHT“ läuft an. Im Mittelpunkt stehen Moorwiesenpflege und Schilfpellets.",
             "TORFLICHT|about|Schilfpellets"},
        Case{"behind_a_colon", "de",
             "Das Projekt „TORFLICHT“ hat Partner. Es geht um drei Arbeitsfelder: die Vermessung von "
             "Torfböden, "
             "Nasswiesenmahd und Rohrkolbenbau.",
             "TORFLICHT|about|Rohrkolbenbau"},
        Case{"concentrates_on", "en",
             "The project “PEATLIGHT” concentrates on reed harvesting, fen rewetting and moss insulation.",
             "PEATLIGHT|about|moss insulation"},
        Case{"porte_sur", "fr",
             "Le projet « TOURBELUX » porte sur la récolte des roseaux, la remise en eau et l'isolation en "
             "mousse.",
             "TOURBELUX|about|récolte des roseaux"},
        Case{"without_is_no_denial", "en",
             "The project “PEATLIGHT” investigates drying without gas and pressing of reeds.",
             "PEATLIGHT|about|pressing of reeds"},
        Case{"in_a_name", "de", "Das Projekt „Allianz für moderne Photonik im Norden“ hat begonnen.",
             "Allianz für moderne Photonik im Norden|about|Photonik"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Projects, Pattern,
    testing::Values(
        Case{"sub_projects", "de",
             "Das Projekt „TORFLICHT“ läuft. Das Projekt gliedert sich in zwei Teilprojekte: „Ernten“ und "
             "„Pressen“.",
             "Pressen|part-of|TORFLICHT"},
        Case{"sub_projects_without_quotes", "en",
             "The project “PEATLIGHT” is split into three sub-projects: Harvesting, Pressing and Selling.",
             "Selling|part-of|PEATLIGHT"},
        Case{"brings_together", "fr",
             "Le projet « TOURBELUX » réunit la société Roselux SAS et l'Université de Brière.",
             "Roselux SAS|partner-in|TOURBELUX"},
        Case{"forerunner", "en",
             "The project “PEATLIGHT” has begun. An earlier project, “FENSTART”, had ended in 2019.",
             "PEATLIGHT|follows|FENSTART"},
        Case{"coordinator_in_brackets", "en",
             "Partners in the project “PEATLIGHT” are Reedwork Ltd (coordinator), Mossbank Ltd and Fenland "
             "Ltd.",
             "Reedwork Ltd|coordinates|PEATLIGHT"},
        Case{"each_date_has_its_word", "en",
             "The project “PEATLIGHT” began in January 2031 and ends in December 2033.",
             "PEATLIGHT|ends|2033-12"},
        Case{"programme_tells_the_money", "en", "The Erasmus+ strategic partnership “Moosglas” has ended.",
             "Moosglas|funded-by|Erasmus+"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Bodies, Pattern,
    testing::Values(
        Case{"seat_in_front", "fr",
             "Créé en 2005 et basé à Brouville, le cluster Roselière rassemble 80 membres.",
             "Roselière|located-in|Brouville"},
        Case{"apposition", "en", "The trip was led by Reedworks, a Finnish cluster for fen farming.",
             "Reedworks|located-in|Finland"},
        Case{"part_of_the_members", "de",
             "Das Netzwerk Moorwerk zählt 78 Mitglieder, darunter 51 Unternehmen.",
             "Moorwerk|has-member-count|51"},
        Case{"firms_of_a_region", "de",
             "Das Netzwerk Moorwerk hat 78 Mitglieder; in ganz Hessen gibt es gut 160 Betriebe der Branche.",
             "Hessen|has-actor-count|160"},
        Case{"profile_line", "fr", "Portrait\n\nLe cluster Roselière agit.\n\nAdhérents : 128\n",
             "Roselière|has-member-count|128"},
        Case{"second_post", "fr",
             "« Oui », dit Jeanne Brochet, présidente de Roselière et directrice technique de Roselux SAS.",
             "Jeanne Brochet|member-of|Roselux SAS"},
        Case{"contact_line", "en", "Contact: Dr Mary Fenwick, Reedworks Ltd\n",
             "Mary Fenwick|contact-of|Reedworks Ltd"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Events, Pattern,
    testing::Values(Case{"route", "de",
                         "Die Delegationsreise nach Schweden war ein Erfolg. Die Route führte von Malmö über "
                         "Göteborg nach "
                         "Stockholm.",
                         "Delegationsreise nach Schweden|visits|Göteborg"},
                    Case{"compound_of_a_place", "de",
                         "Im Mai folgt eine Nordamerika-Reise des Netzwerks Moorwerk.",
                         "Nordamerika-Reise|visits|Nordamerika"},
                    Case{"venue_in_front", "de",
                         "In Rostock findet vom 3. bis 5. Mai 2031 die Messe „Moor aktuell“ statt.",
                         "Moor aktuell|located-in|Rostock"},
                    Case{"agreement_without_a_name", "en",
                         "Reedwork Ltd and Mossbank Ltd signed a letter of intent in May.",
                         "Mossbank Ltd|partner-in|letter of intent"},
                    Case{"open_for", "de", "Das Netzwerk Moorwerk ist offen für Projektideen.",
                         "Moorwerk|open-for|Projektideen"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Whereabouts, Pattern,
    testing::Values(
        Case{"of_a_country", "en", "Partners are Mossbank Ltd of Ireland and Fenland Ltd of Greece.",
             "Mossbank Ltd|located-in|Ireland"},
        Case{"of_an_owner", "en", "The talks were led by Norway's Fenwork AS.",
             "Fenwork AS|located-in|Norway"},
        Case{"between_commas", "fr",
             "Le projet « TOURBELUX » réunit Roselux SAS, en Belgique, et Tourbier SA, en Suisse.",
             "Tourbier SA|located-in|Suisse"},
        Case{"place_around_a_place", "en", "The project “PEATLIGHT” unites Mossbank Ltd from Turin in Italy.",
             "Mossbank Ltd|located-in|Italy"},
        Case{"definite_apposition", "de",
             "Die Förderung ist für die Moorquell GmbH, den sächsischen Hersteller von Filtern, ein Erfolg.",
             "Moorquell GmbH|located-in|Sachsen"},
        Case{"adjective_behind_the_noun", "fr",
             "Elle a rencontré Roselux SAS, un fabricant de filtres français, en mai.",
             "Roselux SAS|located-in|France"},
        Case{"cluster_of_a_region", "en", "The visit led to Mossring, the fen farming cluster of Bavaria.",
             "Mossring|located-in|Bavaria"},
        Case{"visited", "de", "Am Montag hat die Gruppe die Moorquell GmbH in Rostock besucht.",
             "Moorquell GmbH|located-in|Rostock"},
        Case{"partners_from_de", "de",
             "Das Projekt „TORFLICHT“ läuft an. Die Partner kommen aus Polen, Schweden und Finnland.",
             "TORFLICHT|located-in|Schweden"},
        Case{"partners_from_en", "en",
             "Seven clusters from Poland, Sweden and Finland have begun the project “PEATLIGHT”.",
             "PEATLIGHT|located-in|Finland"},
        Case{
            "partners_from_fr", "fr",
            "Le projet « TOURBELUX » a commencé. Les partenaires viennent de Belgique, de Suède et d'Italie.",
            "TOURBELUX|located-in|Suède"},
        Case{"behind_a_short_form", "de", "Gast war die Moorquell GmbH (MQG) aus Finnland.",
             "Moorquell GmbH|located-in|Finnland"},
        Case{"stands_for", "de", "Aus Finnland sind die Fenwork GmbH und die Moorquell GmbH dabei.",
             "Moorquell GmbH|located-in|Finnland"},
        Case{"side_fr", "fr", "Les porteurs sont Roselux SAS côté français et Tourbier SA côté suisse.",
             "Tourbier SA|located-in|Suisse"},
        Case{"side_de", "de", "Auf dänischer Seite arbeitet die Fenwork GmbH mit.",
             "Fenwork GmbH|located-in|Dänemark"},
        Case{"where_it_is", "fr", "Elle est plus petite que la Bavière, où Roselux SAS est installé.",
             "Roselux SAS|located-in|Bavière"},
        Case{"signed_there", "en",
             "Reedwork Ltd and Mossbank Ltd signed a letter of intent in Lisbon on 4 June 2031.",
             "letter of intent|located-in|Lisbon"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    ToldOf, Pattern,
    testing::Values(
        Case{"apposition_de", "de",
             "Gastgeber war Moorquell e.V., das Netzwerk für Wassertechnik und Sensorik.",
             "Moorquell e.V.|about|Sensorik"},
        Case{"apposition_fr", "fr",
             "Le prix va à Roselux SAS, le spécialiste de l'aéronautique et de la robotique.",
             "Roselux SAS|about|robotique"},
        Case{"behind_a_comma", "fr",
             "Roselux SAS, active dans la robotique et partenaire de Tourbier SA, y participe.",
             "Roselux SAS|about|robotique"},
        Case{"own_fields", "en",
             "The guests met Mossbank Ltd. Its three fields are reed harvesting, fen rewetting and robotics.",
             "Mossbank Ltd|about|fen rewetting"},
        Case{"aims_de", "de", "Das Projekt „TORFLICHT“ soll gemeinsame Lehrpfade und Moorkarten aufbauen.",
             "TORFLICHT|about|Moorkarten"},
        Case{"aims_fr", "fr", "Le projet « TOURBELUX » vise à développer la récolte des roseaux.",
             "TOURBELUX|about|récolte des roseaux"},
        Case{
            "fields_in_front", "fr",
            "Roselux SAS et Tourbier SA ont conclu un accord. Récolte des roseaux et robotique sont les deux "
            "domaines.",
            "accord|about|Récolte des roseaux"},
        Case{
            "trip_before_its_organiser", "de",
            "Die Moorquell GmbH hat eine Delegationsreise nach Schweden veranstaltet. Im Mittelpunkt standen "
            "Optik und Sensorik.",
            "Delegationsreise nach Schweden|about|Sensorik"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Counts, Pattern,
    testing::Values(
        Case{"part_of_a_whole", "de",
             "Sieben der 14 Cluster aus dem Verbund Moorring haben das Projekt „TORFLICHT“ begonnen.",
             "TORFLICHT|has-actor-count|7"},
        Case{"heads", "de", "Im Mai folgt eine Delegationsreise nach Schweden mit einer 15-köpfigen Gruppe.",
             "Delegationsreise nach Schweden|has-actor-count|15"},
        Case{"strong", "en", "A 20-strong delegation to Japan set off in May.",
             "delegation to Japan|has-actor-count|20"},
        Case{"breakdown", "en", "The cluster Mossring has 208 members: 175 companies and 15 institutes.",
             "Mossring|has-member-count|175"},
        Case{"partners_of_a_network", "de", "Das Netzwerk Moorwerk zählt über 600 Partner in Europa.",
             "Moorwerk|has-member-count|600"},
        Case{"aboard", "en", "The mission to Brazil starts in May. Fourteen companies have signed up for it.",
             "mission to Brazil|has-actor-count|14"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Money, Pattern,
    testing::Values(
        Case{"granted_fr", "fr", "La Commission européenne a accordé 750 000 euros au projet « TOURBELUX ».",
             "TOURBELUX|funded-by|Commission européenne"},
        Case{"granted_en", "en", "The European Commission has granted PEATLIGHT Ltd 3 million euros.",
             "PEATLIGHT Ltd|funded-by|European Commission"},
        Case{"received_de", "de",
             "Die Moorquell GmbH erhielt 2 Millionen Euro von der Europäischen Kommission.",
             "Moorquell GmbH|funded-by|Europäische Kommission"},
        Case{
            "comes_from_de", "de",
            "Das Projekt „TORFLICHT“ kostet viel. 2 Millionen Euro stammen aus dem Programm Horizont Europa.",
            "TORFLICHT|funded-by|Horizont Europa"},
        Case{"received_en", "en", "Mossbank Ltd received 2 million euros from the European Commission.",
             "Mossbank Ltd|funded-by|European Commission"}),
    name_of_case);

TEST(Patterns, the_adjective_is_of_the_next_name) {
    const auto facts =
        read("en", "Partners are Reedwork Ltd, the Finnish cluster Mossring and the Polish cluster Torfowo.");
    EXPECT_THAT(facts, testing::Not(testing::Contains("Reedwork Ltd|located-in|Finland")));
    EXPECT_THAT(facts, testing::Contains("Mossring|located-in|Finland"));
}

TEST(Patterns, a_name_in_brackets_is_no_place) {
    const auto facts = read("en", "The talks were held by FTI (Finland Trade Institute).");
    EXPECT_THAT(facts, testing::Not(testing::Contains(testing::HasSubstr("|located-in|Finland"))));
}

TEST(Patterns, some_members_are_no_count) {
    const auto facts = read("fr", "Une douzaine de membres de Roselux SAS ont visité le port.");
    EXPECT_THAT(facts, testing::Not(testing::Contains(testing::HasSubstr("|has-member-count|"))));
}

TEST(Patterns, a_date_in_front_of_the_text_is_the_items) {
    EXPECT_THAT(read("en",
                     "29 September 2032 – The alliance dates back to 2022. The project “PEATLIGHT” begins "
                     "this October."),
                testing::Contains("PEATLIGHT|starts|2032-10"));
}

TEST(Patterns, we_are_whom_the_speaker_works_for) {
    EXPECT_THAT(
        read("de",
             "„Wir sind offen für Forschungsaufträge“, sagt Dr. Karla Moosbach, Geschäftsführerin der "
             "Moorquell GmbH."),
        testing::Contains("Moorquell GmbH|open-for|Forschungsaufträge"));
}

TEST(Patterns, the_day_of_the_item_is_no_day_of_an_event) {
    const auto facts = read("de", "Rostock, 14. Oktober 2031 – Der Workshop „Moor“ war gut besucht.");
    EXPECT_THAT(facts, testing::Not(testing::Contains("Moor|starts|2031-10-14")));
}

TEST(Patterns, a_share_is_no_budget) {
    const auto facts = read(
        "en",
        "Of the overall budget of €6.4 million of the project “PEATLIGHT”, €4.9 million comes from the EU.");
    EXPECT_THAT(facts, testing::Contains("PEATLIGHT|has-budget|6400000 EUR"));
    EXPECT_THAT(facts, testing::Not(testing::Contains("PEATLIGHT|has-budget|4900000 EUR")));
}

TEST(Patterns, whoever_organises_was_not_chosen) {
    const auto facts = read(
        "en", "Eight firms were selected for a mission to Japan organised by the Finnish cluster Reedworks.");
    EXPECT_THAT(facts, testing::Not(testing::Contains(testing::HasSubstr("Reedworks|selected-for"))));
}

}  // namespace
}  // namespace kontor::service
