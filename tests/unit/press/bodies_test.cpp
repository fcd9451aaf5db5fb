// SPDX-License-Identifier: EUPL-1.2
// Organisations by the words beside them, and the form of their names, in invented sentences of three
// languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "unit/press/found.hpp"

namespace kontor::press {
namespace {

TEST(Bodies, NamesGermanBodiesInTheNominative) {
    const Findings de = found(
        "Gespräche gab es mit dem Westharzer Müllerverband, für das Sächsische Wollfaden-Netzwerk, bei der "
        "Slowakischen Fadenagentur und beim Vorstand des Deutschen Filzverbandes in Gera.");
    EXPECT_EQ(name(de, "Westharzer Müllerverband"), "Westharzer Müllerverband");
    EXPECT_EQ(kind(de, "Sächsisches Wollfaden-Netzwerk"), "cluster");
    EXPECT_EQ(name(de, "Slowakischen Fadenagentur"), "Slowakische Fadenagentur");
    EXPECT_EQ(name(de, "Deutschen Filzverbandes"), "Deutscher Filzverband");
    const Findings plain = found(
        "Partner sind das Danish Offshore Cluster, die Fritz Faden Stiftung, der Deutsche Filzhilfe Verein "
        "und "
        "das Westharzische Maritime Cluster.");
    EXPECT_EQ(name(found("Gespräche mit dem Deutschen Filzverbandś und Gera."), "Deutschen Filzverbandś"),
              "Deutschen Filzverbandś");
    EXPECT_EQ(name(plain, "Danish Offshore Cluster"), "Danish Offshore Cluster");
    EXPECT_EQ(name(plain, "Fritz Faden Stiftung"), "Fritz Faden Stiftung");
    EXPECT_EQ(name(plain, "Deutscher Filzhilfe Verein"), "Deutscher Filzhilfe Verein");
}

TEST(Bodies, TakesTheWholeNameBeforeALegalForm) {
    const Findings de = found(
        "Partner sind die Gesellschaft für Filz und Faden mbH, das Zentrum für angewandte Wolle e.V. und die "
        "Talfaden GmbH.");
    EXPECT_EQ(name(de, "Gesellschaft für Filz und Faden mbH"), "Gesellschaft für Filz und Faden mbH");
    EXPECT_EQ(name(de, "Zentrum für angewandte Wolle e.V."), "Zentrum für angewandte Wolle e.V.");
    EXPECT_EQ(name(de, "Talfaden GmbH"), "Talfaden GmbH");
    const Findings two = found(
        "Das Zentrum für Wolle und die Talfaden GmbH laden ein, auch der Spezialist für "
        "Filz und Jenaer Schmidt GmbH.");
    EXPECT_EQ(name(two, "Talfaden GmbH"), "Talfaden GmbH");
    EXPECT_EQ(name(two, "Jenaer Schmidt GmbH"), "Jenaer Schmidt GmbH");
}

TEST(Bodies, FindsTheBodyInWhatItsHeadIsCalled) {
    const Findings de = found("WollTal-Chefin Anna Berger lobt Gera. Das WollTal ist jung.");
    EXPECT_EQ(kind(de, "WollTal"), "organisation");
    EXPECT_EQ(std::ranges::count_if(de.entities, [](const Entity& one) { return one.name == "WollTal"; }), 1);
    const Findings others = found("Die Team-Chefin, der DAX-Vorstand und der Ex-WollTal-Chef loben Gera.");
    for (const char* no : {"Team", "DAX", "Ex-WollTal"}) EXPECT_EQ(kind(others, no), "nothing") << no;
}

TEST(Bodies, TakesAWordWithItsPlaceInBracketsForABody) {
    const Findings de =
        found("Talblick und Bergblick verbünden sich mit Minavel (Grenoble) und Fadenorra (Eindhoven).");
    for (const char* one : {"Minavel", "Fadenorra"})
        EXPECT_TRUE(entity(de, one) != nullptr && entity(de, one)->kind != EntityKind::Topic) << one;
    EXPECT_EQ(kind(found("Es ging um Weberei (Polen)."), "Weberei"), "topic");
    EXPECT_EQ(country(de, "Fadenorra"), "NL");
    EXPECT_EQ(kind(found("Mit dabei: Hamburg Faden, Leichtbau BW und Talfaden."), "Leichtbau BW"),
              "organisation");
    EXPECT_EQ(kind(found("Leute von Elvar Systems reisten durch Bayern."), "Elvar Systems"), "company");
}

TEST(Bodies, FindsFrenchAndEnglishBodiesByWhatStandsBeforeThem) {
    const Findings fr = found(
        "Le breton Mécaval se lie au francilien Sivadel. Autour du coordinateur Valbiopôle, un représentant "
        "du "
        "Cerdal et le Cluster maritime luxembourgeois ont discuté.",
        "fr");
    for (const char* name : {"Mécaval", "Sivadel", "Valbiopôle", "Cerdal", "Cluster maritime luxembourgeois"})
        EXPECT_NE(kind(fr, name), "nothing") << name;
    EXPECT_EQ(kind(found("Le Cluster estime que la filière progresse.", "fr"), "Cluster estime"), "nothing");
    const Findings en = found(
        "Stops were at the sub-cluster FIRNEK, the research centre Talden and the Georgian Weavers' "
        "Association.",
        "en");
    EXPECT_EQ(kind(en, "FIRNEK"), "cluster");
    EXPECT_EQ(kind(en, "Talden"), "research-institute");
    EXPECT_EQ(kind(en, "Georgian Weavers' Association"), "association");
    EXPECT_EQ(kind(found("Members met at the Bergtal-Lindau Wool Consortium of Japan.", "en"),
                   "Bergtal-Lindau Wool Consortium of Japan"),
              "association");
}

TEST(Bodies, KnowsLargeFirmsByTheirNameAlone) {
    const Findings de =
        found("Auf dem Plan: Denso, Philips und die Fadenwerk Siemens Talblick GmbH in Gera.");
    EXPECT_EQ(kind(de, "Denso"), "company");
    EXPECT_EQ(country(de, "Philips"), "NL");
    EXPECT_EQ(kind(de, "Siemens"), "nothing");
    EXPECT_EQ(kind(found("Frau Anna Philips kam nach Gera. Philips blieb."), "Philips"), "person");
    const Findings en =
        found("The Novo Nordisk Foundation met the Siemens Research Institute. Philip came.", "en");
    EXPECT_EQ(kind(en, "Novo Nordisk Foundation"), "association");
    EXPECT_EQ(kind(en, "Novo Nordisk"), "nothing");
    EXPECT_EQ(kind(en, "Siemens"), "nothing");
    EXPECT_NE(kind(en, "Philip"), "company");
    EXPECT_EQ(kind(found("Partner sind u. a. Infineon und Denso."), "Infineon"), "company");
    EXPECT_EQ(kind(found("Partner sind Firmen, z. B. Infineon."), "Infineon"), "company");
    EXPECT_NE(kind(found("Es kamen K. Siemens und Dr. Siemens nach Gera."), "Siemens"), "company");
    EXPECT_EQ(kind(found("Der Lebensmittel Cluster forscht, das Netzwerk wächst."), "Lebensmittel Cluster"),
              "cluster");
}

// Their small words are partly those of German and French: "die", "met", "la", "que", "les".
TEST(Bodies, LeavesNeighbouringLanguagesUnread) {
    const std::string catalan =
        "El clúster de la fusta del Pirineu ha presentat avui les primeres conclusions de l'estudi sobre la "
        "internacionalització de les petites empreses. Segons la directora, les companyies que col·laboren "
        "amb "
        "les universitats i els centres tecnològics exporten més, i la meitat vol obrir una oficina a "
        "l'estranger. La trobada va aplegar una vuitantena de persones a la seu de la cambra, que va "
        "explicar "
        "les ajudes per a projectes conjunts entre les regions de la muntanya i de la costa.";
    const std::string afrikaans =
        "Die netwerk van houtwerkers in die Wes-Kaap het gister die eerste resultate van die studie oor die "
        "uitvoer van klein maatskappye bekend gemaak. Volgens die bestuurder voer die maatskappye wat met "
        "die "
        "universiteite saamwerk meer uit, en die helfte van die lede wil binne twee jaar 'n kantoor in die "
        "buiteland oopmaak. Die byeenkoms het tagtig mense in die saal van die kamer bymekaar gebring, en "
        "die "
        "minister het die nuwe program vir die dorpe langs die kus verduidelik.";
    const std::string dutch =
        "Het netwerk van houtbewerkers in Drenthe heeft gisteren de eerste resultaten van het onderzoek naar "
        "de "
        "export van kleine bedrijven bekendgemaakt. Volgens de directeur voeren de bedrijven die met de "
        "universiteiten samenwerken meer uit, en de helft van de leden wil binnen twee jaar een kantoor in "
        "het "
        "buitenland openen. De bijeenkomst bracht tachtig mensen samen in de zaal van de kamer.";
    for (const std::string& text : {catalan, afrikaans, dutch}) {
        const Findings findings = found(text, "");
        EXPECT_FALSE(findings.language_read) << findings.language << ": " << text.substr(0, 40);
    }
}

TEST(Bodies, TakesListsAndOriginsForBodiesAndSurnamesForPeople) {
    const Findings de = found(
        "Dabei sind FaserTal, Farrago, University of Vale und Wolle4Faden (Slowenien), die Richard Brunnan "
        "lobt. Brunnan will mehr.");
    EXPECT_EQ(kind(de, "Farrago"), "organisation");
    EXPECT_EQ(kind(de, "Wolle4Faden"), "organisation");
    EXPECT_EQ(kind(de, "Brunnan"), "person");
    EXPECT_EQ(kind(found("Das Vorhaben Wolle4Faden beginnt."), "Wolle4Faden"), "project");
    EXPECT_EQ(kind(found("Europe's Wool4All starts in Brussels.", "en"), "Wool4All"), "project");
    EXPECT_EQ(kind(found("Slovenia's Wool4All joins the project.", "en"), "Wool4All"), "organisation");
    EXPECT_EQ(kind(found("Anna Talmeier founded the company Talmeier.", "en"), "Talmeier"), "company");
}

}  // namespace
}  // namespace kontor::press
