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
    Membership, Pattern,
    testing::Values(
        Case{"clause_to_which", "en", "The Fen Alliance, to which Reedwork Ltd belongs, is growing.",
             "Reedwork Ltd|member-of|Fen Alliance"},
        Case{"clause_dem", "de", "Der Verband Moorbund e.V., dem die Schilf GmbH angehört, wächst.",
             "Schilf GmbH|member-of|Moorbund e.V."},
        Case{"clause_dont", "fr", "L'alliance Roselière, dont Roselux SAS est membre, grandit.",
             "Roselux SAS|member-of|Roselière"},
        Case{"counted_among", "de",
             "Zu den Mitgliedern des Netzwerks Moorwerk zählen die Schilf GmbH und die Moos AG.",
             "Moos AG|member-of|Moorwerk"},
        Case{"members_include", "en", "Members of Reedworks include Fenland Ltd and Mossbank Ltd.",
             "Mossbank Ltd|member-of|Reedworks"},
        Case{"among_its_members", "fr",
             "Le pôle Roselière compte parmi ses membres Roselux SAS et Tourbe SA.",
             "Tourbe SA|member-of|Roselière"},
        Case{"is_member", "de", "Das Netzwerk Moorwerk ist Mitglied der europäischen Reed Alliance.",
             "Moorwerk|member-of|Reed Alliance"},
        Case{"european_network", "fr",
             "Le pôle Roselière est membre du réseau européen Food Clusters United.",
             "Roselière|member-of|Food Clusters United"},
        Case{"welcomes", "en", "The Fen Network welcomes Reedwork Ltd and Fenland Ltd as new members.",
             "Fenland Ltd|member-of|Fen Network"},
        Case{"welcomes_in_front", "de", "Als neues Mitglied begrüßt das Netzwerk Moorwerk die Schilf GmbH.",
             "Schilf GmbH|member-of|Moorwerk"},
        Case{"joined", "de", "Die Moos AG ist dem Verband Moorbund e.V. beigetreten.",
             "Moos AG|member-of|Moorbund e.V."},
        Case{"event_of_project", "en",
             "The cluster Reedworks led a delegation to Japan. The mission belongs to the project "
             "“PEATLIGHT”.",
             "delegation to Japan|part-of|PEATLIGHT"},
        Case{"longer_name", "de",
             "Das Netzwerk Moorwerk Nord wächst. Die Moorwerk Nord Management GmbH führt seine Geschäfte.",
             "Moorwerk Nord Management GmbH|part-of|Moorwerk Nord"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Posts, Pattern,
    testing::Values(
        Case{"post_is_de", "de", "Neue Geschäftsführerin des Netzwerks Moorwerk ist Leyla Torfmann.",
             "Leyla Torfmann|member-of|Moorwerk"},
        Case{"post_is_en", "en", "The chairman of the cluster Reedworks is Ottokar Fenwick.",
             "Ottokar Fenwick|member-of|Reedworks"},
        Case{"post_is_fr", "fr", "Le président du pôle Roselière est Vassil Roselin.",
             "Vassil Roselin|member-of|Roselière"},
        Case{"post_behind_a_colon", "de",
             "Das Netzwerk Moorwerk hat eine neue Geschäftsführerin: Leyla Torfmann.",
             "Leyla Torfmann|member-of|Moorwerk"},
        Case{"post_beside_a_reference", "fr",
             "Le pôle Roselière grandit. Le directeur du pôle, Jean Brière, s'en réjouit.",
             "Jean Brière|member-of|Roselière"},
        Case{"post_alone", "de",
             "Das Netzwerk Moorwerk wächst. „Das passt“, so Clustermanagerin Wiebke Torfmann.",
             "Wiebke Torfmann|member-of|Moorwerk"},
        Case{"post_by_genitive", "en",
             "“Good,” says Anna Fenwick, Reedwork Ltd's head of international affairs.",
             "Anna Fenwick|member-of|Reedwork Ltd"},
        Case{"who_directs", "en", "Shigeru Fenwick, who directs the Reed Institute, spoke first.",
             "Shigeru Fenwick|member-of|Reed Institute"},
        Case{"works_at", "fr",
             "Selon Anne Brière, qui coordonne le projet « TOURBELUX » chez Roselux SAS, tout va bien.",
             "Anne Brière|member-of|Roselux SAS"},
        Case{"held_at_one_for_another", "de",
             "Ole Torfmann, bei der Moos AG Koordinator für das Netzwerk Moorwerk, lobte die Arbeit.",
             "Ole Torfmann|member-of|Moos AG"},
        Case{"office_of_a_place", "de", "Das sagte die Tiroler Landesrätin Patrizia Moosgruber gestern.",
             "Patrizia Moosgruber|member-of|Tirol"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Parties, Pattern,
    testing::Values(
        Case{"signatories", "en",
             "Reedwork Ltd signed a Memorandum of Understanding on reeds. Signatories besides Reedwork Ltd "
             "are "
             "Fenland Ltd from Norway and Mossbank Ltd of Ireland.",
             "Mossbank Ltd|partner-in|Memorandum of Understanding"},
        Case{"one_alone", "en", "Reedwork Ltd put its name to a Memorandum of Understanding on peat.",
             "Reedwork Ltd|partner-in|Memorandum of Understanding"},
        Case{"both_bodies", "fr",
             "Roselux SAS et Tourbe SA ont grandi. Les deux organismes ont signé une convention de "
             "partenariat "
             "avec la Fondation Marais.",
             "Tourbe SA|partner-in|convention de partenariat"},
        Case{"told_before", "de",
             "Die Schilf GmbH hat mit der Moos AG eine Absichtserklärung unterschrieben. Die Erklärung haben "
             "auch die Torf AG und die Fundus GmbH unterzeichnet.",
             "Torf AG|partner-in|Absichtserklärung"},
        Case{"led_by_two", "fr", "Le projet « TOURBELUX » est porté par Roselux SAS et Tourbe SA.",
             "Tourbe SA|coordinates|TOURBELUX"},
        Case{"led_by_two_apart", "fr",
             "Le projet « TOURBELUX » est porté conjointement par Roselux SAS et Tourbe SA.",
             "Tourbe SA|coordinates|TOURBELUX"},
        Case{"project_of", "de",
             "Das Projekt „TORFLICHT“, ein Vorhaben der Schilf GmbH und der Moos AG, läuft.",
             "Moos AG|partner-in|TORFLICHT"},
        Case{"carried_by", "de",
             "Das Projekt „TORFLICHT“, getragen von der Schilf GmbH und der Moos AG, läuft.",
             "Moos AG|partner-in|TORFLICHT"},
        Case{"links", "en", "The project “PEATLIGHT” links Reedwork Ltd with Fenland Ltd and Mossbank Ltd.",
             "Mossbank Ltd|partner-in|PEATLIGHT"},
        Case{"within_the_frame", "en",
             "Under the project “PEATLIGHT”, Reedwork Ltd and Fenland Ltd will train firms.",
             "Fenland Ltd|partner-in|PEATLIGHT"},
        Case{"works_on", "de", "Aktuell bearbeitet die Schilf GmbH das Projekt „TORFLICHT“.",
             "Schilf GmbH|partner-in|TORFLICHT"},
        Case{"works_with_at_the_end", "de",
             "Im Projekt „TORFLICHT“ arbeitet die Schilf GmbH seit Mai 2024 mit der Hochschule Haderau "
             "zusammen.",
             "Hochschule Haderau|partner-in|TORFLICHT"},
        Case{"takes_part_apart", "de",
             "An dem Projekt „TORFLICHT“ wirken auch die Moos AG und die Torf AG mit.",
             "Torf AG|partner-in|TORFLICHT"},
        Case{
            "gathered_with_asides", "fr",
            "Le projet TOURBELUX réunit la société Démolia SRL, implantée à Liège, et la société Argilab SA.",
            "Argilab SA|partner-in|TOURBELUX"},
        Case{"lines_below_a_heading", "en",
             "The PEATLIGHT project started in May.\n\nProject partners:\nReedwork Ltd (UK)\nMossbank Ltd\n",
             "Mossbank Ltd|partner-in|PEATLIGHT"}),
    name_of_case);

TEST(Patterns, an_agreement_signed_first_is_the_news) {
    const auto facts =
        read("fr",
             "Marais : deux clusters s'unissent\n\nRoselux SAS et Tourbe SA ont signé une convention "
             "de partenariat pour trois ans.");
    EXPECT_THAT(facts, testing::Contains("document|reports-on|convention de partenariat"));
}

TEST(Patterns, whoever_welcomes_is_no_member) {
    const auto facts = read("en", "The Fen Network welcomes Reedwork Ltd and Fenland Ltd as new members.");
    EXPECT_THAT(facts, testing::Not(testing::Contains(testing::HasSubstr("Fen Network|member-of"))));
}

TEST(Patterns, what_follows_a_colon_is_no_whole) {
    const auto facts = read("de", "Die Schilf GmbH gehört zum Siegerteam: Das freut die EU.");
    EXPECT_THAT(facts, testing::Not(testing::Contains("Schilf GmbH|member-of|EU")));
}

TEST(Patterns, a_line_of_contact_tells_no_post) {
    const auto facts =
        read("de", "Das Netzwerk Moorwerk wächst.\n\nMedienanfragen: Timo Rehfuß, Schilf GmbH\n");
    EXPECT_THAT(facts, testing::Contains("Timo Rehfuß|contact-of|Schilf GmbH"));
    EXPECT_THAT(facts, testing::Not(testing::Contains("Timo Rehfuß|member-of|Schilf GmbH")));
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
