// SPDX-License-Identifier: EUPL-1.2
// Patterns of press texts beyond one clause: series, portraits, routes, pronouns, "we". All names are
// invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/service/press_sentences.hpp"

namespace kontor::service {
namespace {

using press::Fact;
using press::Reading;

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
    Visits, Pattern,
    testing::Values(
        Case{"bodies_behind_the_verb", "de",
             "Die Delegationsreise nach Polen war kurz. Besucht wurden die Moorquell GmbH sowie die "
             "Schilfbau AG.",
             "Delegationsreise nach Polen|visits|Schilfbau AG"},
        Case{"a_group_behind_the_verb", "de",
             "Gestern besuchte eine Delegation aus Dänemark die Moorquell GmbH.",
             "Delegation|visits|Moorquell GmbH"},
        Case{"visited", "en",
             "During the study visit to Denmark, the group visited Reedwork Ltd and the Mossbank Institute.",
             "study visit to Denmark|visits|Mossbank Institute"},
        Case{"a_visite", "fr", "La délégation a visité Roselière SAS et Tourbe SARL.",
             "délégation|visits|Tourbe SARL"},
        Case{"welcomed", "en", "Reedwork Ltd welcomed a delegation from Japan on 3 May 2031.",
             "delegation|visits|Reedwork Ltd"},
        Case{"stations_beside_the_trip", "de",
             "Eine Unternehmerreise nach Polen folgt im Mai, Stationen sind Danzig und danach Krakau.",
             "Unternehmerreise nach Polen|visits|Danzig"},
        Case{"travels_on", "en",
             "The mission to Japan begins in May. The participants will then travel to Nagoya.",
             "mission to Japan|visits|Nagoya"},
        Case{"to_a_fair", "fr",
             "La délégation au Maroc partira en mai. Elle assistera à la conférence « Roseaux du Sud ».",
             "délégation au Maroc|takes-part-in|Roseaux du Sud"},
        Case{"across_a_region", "de",
             "Eine 14-köpfige Unternehmerdelegation ist vom 22. bis 25. April 2031 durch Norwegen gereist.",
             "Unternehmerdelegation|visits|Norwegen"},
        Case{"heads", "de",
             "Eine 14-köpfige Unternehmerdelegation ist vom 22. bis 25. April 2031 durch Norwegen gereist.",
             "Unternehmerdelegation|has-actor-count|14"},
        Case{"leader", "fr",
             "Une délégation conduite par Anne Dupont, présidente de Roselière SAS, se rendra au Canada.",
             "Anne Dupont|takes-part-in|délégation"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Meetings, Pattern,
    testing::Values(
        Case{"speaks_about", "de",
             "Zu einem Workshop in Rostock kamen viele. Karla Moosbach sprach über Torfmoose.",
             "Karla Moosbach|takes-part-in|Workshop"},
        Case{"speaks_at", "en", "Anna Reed of Reedwork Ltd spoke at the conference in Porto.",
             "Anna Reed|takes-part-in|conference"},
        Case{"moderates", "fr", "Lors du séminaire à Lyon, Anne Dupont a animé un débat.",
             "Anne Dupont|takes-part-in|séminaire"},
        Case{"signs_at", "en",
             "Agreement on peat\n\nDr Anna Reed, director of Reedwork Ltd, signed the agreement at a "
             "ceremony in Porto.",
             "Anna Reed|takes-part-in|ceremony"},
        Case{"guests", "de", "Rund 80 Teilnehmer kamen zum Matchmaking nach Rostock.",
             "Matchmaking|has-actor-count|80"},
        Case{"gathered_people", "fr", "Le séminaire a réuni 80 participants à Lyon.",
             "séminaire|has-actor-count|80"},
        Case{"gathered_bodies", "fr", "La mission au Japon a rassemblé Roselière SAS et Tourbe SARL.",
             "Tourbe SARL|takes-part-in|mission au Japon"},
        Case{"part_of_a_project", "en", "The mission to Japan is part of the project “PEATLIGHT”.",
             "mission to Japan|part-of|PEATLIGHT"},
        Case{"parted_verb", "de", "Die Reise nach Polen richten die Moorquell GmbH und die Schilfbau AG aus.",
             "Schilfbau AG|organises|Reise nach Polen"},
        Case{"joint_hosts", "de",
             "Die Moorquell GmbH lud gemeinsam mit der Schilfbau AG zum Netzwerktreffen nach Rostock ein.",
             "Moorquell GmbH|organises|Netzwerktreffen"},
        Case{"of_a_body", "en", "Anna Reed spoke at the annual meeting of Reedwork Ltd.",
             "Reedwork Ltd|organises|annual meeting"},
        Case{"day_of_the_opening", "de",
             "Clustermanager beim Workshop\n\nÜber Torfmoose haben am 16. März 2031 viele Fachleute beraten.",
             "Workshop|starts|2031-03-16"},
        Case{"the_month_of_may", "en", "Reedwork Ltd hosted a conference in Porto on 12 May 2031.",
             "Reedwork Ltd|organises|conference"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Openings, Pattern,
    testing::Values(
        Case{"an_agreement_is_the_news", "de",
             "Moorquell und Schilfbau rücken zusammen\n\nDie Moorquell GmbH und die Schilfbau AG haben eine "
             "Absichtserklärung unterzeichnet.",
             "document|reports-on|Absichtserklärung"},
        Case{"a_mou_is_the_news", "en",
             "Reedwork goes north\n\nReedwork Ltd and Mossbank Ltd signed a letter of intent in Porto.",
             "document|reports-on|letter of intent"},
        Case{"an_accord_is_the_news", "fr",
             "Du nouveau chez Roselière\n\nRoselière SAS et Tourbe SARL ont signé une convention de "
             "partenariat.",
             "document|reports-on|convention de partenariat"},
        Case{"a_reunion_is_no_island", "fr",
             "La réunion de lancement du projet TOURBELUX s'est tenue les 3 et 4 juin 2031 à Lyon.",
             "réunion de lancement|starts|2031-06-03"},
        Case{"the_name_behind_the_noun", "fr",
             "Le pôle Roselière sera présent au salon Lumexpo à Paris du 3 au 5 juin 2031.",
             "Roselière|takes-part-in|Lumexpo"},
        Case{"sent_by_a_body", "de",
             "Eine Delegation des Vereins Moorwerk e. V. war vom 3. bis 5. Mai 2031 in Finnland unterwegs.",
             "Vereins Moorwerk e. V.|takes-part-in|Delegation"}),
    name_of_case);

TEST(Patterns, a_group_does_not_visit_where_it_comes_from) {
    const auto facts = read("de", "Eine Delegation aus Dänemark reiste im Mai 2031 nach Rostock.");
    EXPECT_THAT(facts, testing::Contains("Delegation|visits|Rostock"));
    EXPECT_THAT(facts, testing::Not(testing::Contains("Delegation|visits|Dänemark")));
}

TEST(Patterns, a_month_makes_nothing_possible) {
    const Reading reading =
        shipped_reader().read({.text = "Reedwork Ltd hosted a conference in Porto on 12 May 2031.",
                               .publisher = {},
                               .language = "en"});
    for (const Fact& fact : reading.facts) EXPECT_NE(fact.certainty, press::Certainty::Possible);
}

TEST(Patterns, an_event_is_not_directed_at_the_place_in_its_name) {
    const auto facts = read("en", "The International Japan Peat Exhibition took place in May 2031.");
    EXPECT_THAT(facts, testing::Not(testing::Contains(testing::HasSubstr("|targets|"))));
}

TEST(Patterns, a_fairground_is_no_fair) {
    const auto facts = read("de", "Vom 3. bis 5. Mai 2031 sprachen viele in der Messe Rostock.");
    EXPECT_THAT(facts, testing::Not(testing::Contains(testing::HasSubstr("Messe|starts"))));
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
