// SPDX-License-Identifier: EUPL-1.2
// Names of every kind in invented sentences of three languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "unit/press/found.hpp"

namespace kontor::press {
namespace {

TEST(Recognition, FindsOrganisationsByTheirLegalForm) {
    const Findings de = found(
        "Die Muldental Feinoptik GmbH und die Firma Karsten Optik AG liefern an den Lichtkreis e. V. in "
        "Gera.");
    EXPECT_EQ(kind(de, "Muldental Feinoptik GmbH"), "company");
    EXPECT_EQ(kind(de, "Karsten Optik AG"), "company");
    EXPECT_NE(kind(de, "Lichtkreis e. V."), "nothing");
    EXPECT_EQ(
        kind(found("A contract with Brightwater Sensors Ltd was signed.", "en"), "Brightwater Sensors Ltd"),
        "company");
    EXPECT_EQ(
        kind(found("La société Morvan Plastiques SAS fournit les moules.", "fr"), "Morvan Plastiques SAS"),
        "company");
}

TEST(Recognition, ReadsLowerCaseNamesBeforeALegalForm) {
    EXPECT_NE(kind(found("Das Netzwerk nanoharz e.V. lädt ein."), "nanoharz e.V."), "nothing");
}

TEST(Recognition, FindsClustersByTheNounBesideThem) {
    const Findings de = found("Neu dabei sind die Cluster FIRNEK aus Finnland und Talblick aus Spanien.");
    EXPECT_EQ(kind(de, "FIRNEK"), "cluster");
    EXPECT_EQ(country(de, "FIRNEK"), "FI");
    EXPECT_EQ(kind(de, "Talblick"), "cluster");
    EXPECT_EQ(kind(found("Le pôle Mécaval accueille trois entreprises.", "fr"), "Mécaval"), "cluster");
    EXPECT_EQ(kind(found("Yesterday the Nordland Timber Cluster presented its plans.", "en"),
                   "Nordland Timber Cluster"),
              "cluster");
}

TEST(Recognition, FindsPublicBodiesUniversitiesAndInstitutes) {
    const Findings de = found(
        "Das Ministerium für Wirtschaft, Arbeit und Energie (MWAE), die Universität Paderborn und das "
        "Institut für Optik und Feinmechanik kooperieren.");
    EXPECT_EQ(kind(de, "Ministerium für Wirtschaft, Arbeit und Energie"), "public-body");
    EXPECT_EQ(entity(de, "MWAE"), entity(de, "Ministerium für Wirtschaft, Arbeit und Energie"));
    EXPECT_EQ(kind(de, "Universität Paderborn"), "university");
    EXPECT_EQ(kind(de, "Institut für Optik und Feinmechanik"), "research-institute");
    EXPECT_EQ(kind(found("Avec l'Université de Lorraine et l'Agence régionale de l'innovation.", "fr"),
                   "Université de Lorraine"),
              "university");
    EXPECT_EQ(kind(found("It was opened by the Ministry of Trade and the University of Tromsø.", "en"),
                   "University of Tromsø"),
              "university");
}

TEST(Recognition, FindsProjectsInEveryKindOfQuotationMarks) {
    EXPECT_EQ(kind(found("Im Projekt „BLAULICHT“ arbeiten zwei Firmen."), "BLAULICHT"), "project");
    EXPECT_EQ(kind(found("Im Projekt \"BLAULICHT\" arbeiten zwei Firmen."), "BLAULICHT"), "project");
    EXPECT_EQ(kind(found("Im EU-Projekt »BLAULICHT« arbeiten zwei Firmen."), "BLAULICHT"), "project");
    EXPECT_EQ(kind(found("Le projet « Terre d'algues » démarre.", "fr"), "Terre d'algues"), "project");
    EXPECT_EQ(kind(found("The project “Open Harbour” has begun.", "en"), "Open Harbour"), "project");
    EXPECT_EQ(kind(found("Wir haben das Projekt K.O.R.N. gestartet."), "K.O.R.N."), "project");
    EXPECT_EQ(kind(found("The WAVEFARM project ends in May.", "en"), "WAVEFARM"), "project");
}

TEST(Recognition, KnowsProjectsByWhatBefallsThem) {
    EXPECT_EQ(kind(found("KELPNET wird seit 2021 vom Lichtkreis e.V. koordiniert.", "de"), "KELPNET"),
              "project");
    EXPECT_EQ(kind(found("Im Rahmen von KELPNET entstehen drei Labore.", "de"), "KELPNET"), "project");
    EXPECT_EQ(kind(found("The kick-off of REEFLAB took place in Galway.", "en"), "REEFLAB"), "project");
    EXPECT_EQ(kind(found("Winners named include REEFLAB (packaging) and DUNELAB.", "en"), "DUNELAB"),
              "project");
    EXPECT_EQ(kind(found("Lancement de MARÉLAB, cofinancé par la Région.", "fr"), "MARÉLAB"), "project");
    EXPECT_NE(kind(found("Das Vorhaben wird von KAIWERK koordiniert.", "de"), "KAIWERK"), "project");
}

TEST(Recognition, FindsProgrammesAndFunders) {
    const Findings de = found(
        "Das BMBF fördert das Vorhaben, die EU gibt Geld aus Interreg Donauraum dazu. Es ist ein "
        "Interreg-Projekt.");
    EXPECT_EQ(kind(de, "BMBF"), "public-body");
    EXPECT_EQ(country(de, "BMBF"), "DE");
    EXPECT_EQ(kind(de, "EU"), "public-body");
    EXPECT_EQ(kind(de, "Interreg Donauraum"), "programme");
    EXPECT_EQ(kind(de, "Interreg"), "programme");
    EXPECT_EQ(kind(found("Bpifrance soutient le programme.", "fr"), "Bpifrance"), "public-body");
}

TEST(Recognition, FindsPeopleByTitleRoleAndFirstName) {
    const Findings de = found(
        "Dr. Ilse Wermuth leitet das Büro. Laut Dr. Wermuth läuft es. Ansprechpartnerin Gerda Kolb hilft.");
    EXPECT_EQ(kind(de, "Ilse Wermuth"), "person");
    EXPECT_EQ(entity(de, "Ilse Wermuth"), entity(de, "Dr. Wermuth"));
    EXPECT_EQ(kind(de, "Gerda Kolb"), "person");
    EXPECT_EQ(
        kind(found("Selon Mme Solenn Kerbrat, présidente du pôle, tout va bien.", "fr"), "Solenn Kerbrat"),
        "person");
}

TEST(Recognition, FindsPlacesByNameAdjectiveAndInflection) {
    const Findings de =
        found("Litauens Cluster trafen steirische Firmen in Südkorea, im Norden Deutschlands und in Asien.");
    EXPECT_EQ(country(de, "Litauen"), "LT");
    EXPECT_EQ(country(de, "Steiermark"), "AT");
    EXPECT_EQ(country(de, "Südkorea"), "KR");
    EXPECT_EQ(kind(de, "Asien"), "place");
    EXPECT_EQ(entity(found("Firms from the Netherlands met Danish partners.", "en"), "Netherlands")->country,
              "NL");
    EXPECT_EQ(country(found("Des entreprises suédoises à Nantes.", "fr"), "Suède"), "SE");
}

TEST(Recognition, FindsTopicsOfTheVocabularyAndInLists) {
    const Findings de =
        found("Der Verein ist in den Bereichen Photonik, Quantensensorik und additive Fertigung tätig.");
    ASSERT_NE(entity(de, "Photonik"), nullptr);
    EXPECT_EQ(entity(de, "Photonik")->topic, "photonics");
    EXPECT_EQ(kind(de, "Quantensensorik"), "topic");
    EXPECT_EQ(kind(de, "additive Fertigung"), "topic");
    EXPECT_EQ(kind(found("A focus on photonics and robotics.", "en"), "photonics"), "topic");
}

TEST(Recognition, JoinsShortAndLongForms) {
    const Findings de = found("Die Oberland Photonik e.V. wächst. Auch Oberland Photonik sucht Partner.");
    ASSERT_NE(entity(de, "Oberland Photonik e.V."), nullptr);
    EXPECT_EQ(entity(de, "Oberland Photonik e.V.")->mentions.size(), 2U);
}

TEST(Recognition, ResolvesReferences) {
    const Findings de =
        found("Die Cluster FIRNEK und TALPA kooperieren. Die beiden Cluster planen eine Reise.");
    const auto reference = std::ranges::find_if(de.mentions, &Mention::reference);
    ASSERT_NE(reference, de.mentions.end());
    EXPECT_EQ(reference->entities.size(), 2U);
}

TEST(Recognition, PrefersKnownNames) {
    KnownNames known;
    known.names.push_back(
        {.record = "r1", .kind = EntityKind::Cluster, .names = {"Wiesengrund"}, .country = "CZ"});
    known.refused.push_back("KLAMAUK");
    const Findings de = found("Gestern kam Wiesengrund dazu, und KLAMAUK auch.", "de", known);
    ASSERT_NE(entity(de, "Wiesengrund"), nullptr);
    EXPECT_EQ(entity(de, "Wiesengrund")->record, "r1");
    EXPECT_EQ(entity(de, "KLAMAUK"), nullptr);
}

TEST(Recognition, LeavesOtherLanguagesUnread) {
    const Findings finnish = found(
        "Yritykset ja tutkimuslaitokset kehittävät yhdessä uusia ratkaisuja terveydenhuoltoon Suomessa.", "");
    EXPECT_FALSE(finnish.language_read);
    EXPECT_TRUE(finnish.entities.empty());
    EXPECT_FALSE(found("新しいクラスターがフィンランドの企業と協力して研究を始めました。", "").language_read);
}

TEST(Recognition, KnowsProgrammesWithTheirStrands) {
    EXPECT_EQ(kind(found("Das Netzwerk erhielt das Label ESCP-4i.", "de"), "COSME Clusters Go International"),
              "programme");
    EXPECT_EQ(kind(found("Das Vorhaben läuft in Interreg V A Nordland.", "de"), "Interreg V A Nordland"),
              "programme");
    EXPECT_EQ(kind(found("La phase IV doit beaucoup au Fonds unique interministériel.", "fr"),
                   "Fonds unique interministériel"),
              "programme");
    EXPECT_EQ(kind(found("Lancement d'un appel à projets « Passerelles des pôles ».", "fr"),
                   "Passerelles des pôles"),
              "programme");
    // The record may have the name of another language.
    const Findings fr = found("Le BMBF finance le voyage.", "fr");
    EXPECT_NE(entity(fr, "Bundesministerium für Bildung und Forschung"), nullptr);
}

TEST(Recognition, KnowsQuotedProjectsByTheirCompany) {
    const Findings de =
        found("Zwei weitere Vorhaben unter ihrer Regie, „Blaue Kiste“ (Interreg) und „MOORLI“, enden.");
    EXPECT_EQ(kind(de, "Blaue Kiste"), "project");
    EXPECT_EQ(kind(de, "MOORLI"), "project");
    const Findings fr = found("Il prolonge « BioSillon » et « CartoVent », deux projets achevés.", "fr");
    EXPECT_EQ(kind(fr, "BioSillon"), "project");
    EXPECT_EQ(kind(fr, "CartoVent"), "project");
    EXPECT_EQ(kind(found("It is part of “REEFLAB”, a project of two clusters.", "en"), "REEFLAB"), "project");
    EXPECT_EQ(kind(found("An earlier study, REEFLAB, had shown the way.", "en"), "REEFLAB"), "project");
}

TEST(Recognition, KnowsPeopleByWhatTheySayAndWhereTheyStand) {
    EXPECT_EQ(kind(found("Contact: Thrandur Eldjarn, Project Manager", "en"), "Thrandur Eldjarn"), "person");
    EXPECT_EQ(kind(found("“It works,” said Thrandur Eldjarn of Nordlys.", "en"), "Thrandur Eldjarn"),
              "person");
    EXPECT_EQ(kind(found("Merci à Paul-Élouan Kerbrat pour son aide.", "fr"), "Paul-Élouan Kerbrat"),
              "person");
}

TEST(Recognition, KnowsPlacesByWhereThingsAre) {
    EXPECT_EQ(kind(found("La société Granitec SAS, implantée à Kerlouzec, recrute.", "fr"), "Kerlouzec"),
              "place");
    EXPECT_EQ(kind(found("The network is based in Tarnholt and counts 40 members.", "en"), "Tarnholt"),
              "place");
    EXPECT_EQ(kind(found("Die Tagung findet in Wrzebowo statt.", "de"), "Wrzebowo"), "place");
    EXPECT_EQ(kind(found("Le projet est cofinancé par la Région Bretagne.", "fr"), "Région Bretagne"),
              "public-body");
}

TEST(Recognition, TakesNoParticipleForAName) {
    EXPECT_EQ(kind(found("Gegliedert ist das Projekt in zwei Teile.", "de"), "Gegliedert"), "nothing");
    EXPECT_EQ(kind(found("Réunis à Lyon, les partenaires ont signé.", "fr"), "Réunis"), "nothing");
}

TEST(Recognition, FindsWhoPublishesIt) {
    const Findings findings = EntityFinder(shipped_lexicon(), {})
                                  .find({.title = "Neues kasten licht Projekt",
                                         .text = "Das neue kasten licht Projekt beginnt.",
                                         .publisher = "kasten licht",
                                         .language = "de"});
    EXPECT_EQ(kind(findings, "kasten licht"), "organisation");
}

TEST(Recognition, SurvivesHostileText) {
    for (const std::string& piece :
         {std::string("(((("), std::string("„“„“"), std::string("A."), std::string("e. V. "),
          std::string("l'"), std::string("\n\n"), std::string("Projekt \""), std::string("und, ")}) {
        std::string text;
        while (text.size() < 20'000) text += piece;
        const Findings findings = found(text);
        for (const Mention& mention : findings.mentions) EXPECT_LE(mention.range.end, text.size());
    }
    EXPECT_TRUE(found("").entities.empty());
}

TEST(Recognition, GoesOnWithSmallWordsInFrenchNames) {
    const Findings fr = found(
        "Hier le Cluster solaire tunisien a reçu l'Agence marocaine de l'énergie solaire. Le ministère "
        "tunisien de l'Industrie soutient le Plan solaire tunisien.",
        "fr");
    EXPECT_EQ(kind(fr, "Cluster solaire tunisien"), "cluster");
    EXPECT_EQ(kind(fr, "Agence marocaine de l'énergie solaire"), "public-body");
    EXPECT_EQ(kind(fr, "ministère tunisien de l'Industrie"), "public-body");
    EXPECT_EQ(kind(fr, "Plan solaire tunisien"), "programme");
}

TEST(Recognition, TakesThePlaceIntoTheNameOfAHouse) {
    const Findings de = found("Das Enterprise Europe Network Bremen und Thüringen International luden ein.");
    EXPECT_NE(kind(de, "Enterprise Europe Network Bremen"), "nothing");
    EXPECT_NE(kind(de, "Thüringen International"), "nothing");
}

TEST(Recognition, KnowsClustersByTheirFieldAlone) {
    EXPECT_EQ(kind(found("Das hat der Cluster Nanotechnologie erarbeitet."), "Cluster Nanotechnologie"),
              "cluster");
    EXPECT_EQ(kind(found("Die Cluster Nanotechnologie und Optik wachsen."), "Cluster Nanotechnologie"),
              "nothing");
}

TEST(Recognition, LeavesNationalitiesAndNumbersOutOfNames) {
    const Findings en = found(
        "Ten Kelder Timber Alliance members met the French Opticsgate. Yesterday Opticsgate signed.", "en");
    EXPECT_NE(kind(en, "Kelder Timber Alliance"), "nothing");
    EXPECT_EQ(kind(en, "French Opticsgate"), "nothing");
    EXPECT_NE(kind(en, "Opticsgate"), "nothing");
}

TEST(Recognition, ReadsTitlesOfProjectsThatWereAnnounced) {
    const Findings de = found(
        "Den Auftakt bildeten zwei Projekte. Jana Holm stellte „Bessere Wege für die Region“ vor. Über "
        "„Neue Stoffe aus altem Holz“ sprach Uwe Tann. „Wir sind sehr froh“, sagte er.");
    EXPECT_EQ(kind(de, "Bessere Wege für die Region"), "project");
    EXPECT_EQ(kind(de, "Neue Stoffe aus altem Holz"), "project");
    EXPECT_EQ(kind(de, "Wir sind sehr froh"), "nothing");
}

TEST(Recognition, KnowsPlacesByTheListTheyStandIn) {
    const Findings fr =
        found("Elle réunit des entreprises des départements de Lunaire, Vauchêne et Orgelet.", "fr");
    EXPECT_EQ(kind(fr, "Lunaire"), "place");
    EXPECT_EQ(kind(fr, "Orgelet"), "place");
    const Findings en = found("Members come from the provinces of Vessary, Lomond and Tarrow.", "en");
    EXPECT_EQ(kind(en, "Lomond"), "place");
}

TEST(Recognition, TakesTheDayOfADatelineForTheItems) {
    EXPECT_EQ(found("Karsby, 22nd March 2016: The project began this May.", "en").published.text(),
              "2016-03-22");
    EXPECT_EQ(found("Dresden, 12. Mai 2020 – Das Projekt begann im April.").published.text(), "2020-05-12");
    EXPECT_EQ(found("Lyon, le 3 mai 2021 – Le projet a démarré en avril.", "fr").published.text(),
              "2021-05-03");
    EXPECT_FALSE(found("Am 12. Mai 2020 begann das Projekt in Dresden – endlich.").published.known());
}

TEST(Recognition, SpeaksNobodysNameForAWordBeforeWhatHappens) {
    const Findings fr = found("Selon Ariane Buq de chez ERDAVI, une mission est prévue au Japon.", "fr");
    EXPECT_NE(kind(fr, "ERDAVI"), "event");
}

TEST(Recognition, TakesAListAfterSeveralProjectsForProjects) {
    const Findings en = found(
        "The committee approved eleven projects. On show were BrineWave, NurtuRay and HealthIsle.", "en");
    EXPECT_EQ(kind(en, "NurtuRay"), "project");
    const Findings partners = found(
        "The committee approved eleven projects. Partners are BrineWave, NurtuRay and HealthIsle.", "en");
    EXPECT_NE(kind(partners, "NurtuRay"), "project");
}

TEST(Recognition, ReadsListsByPlaces) {
    const Findings fr = found(
        "Les partenaires :\n\nAutriche (Tyrol) : Tiroler Waldstiftung\n\nItalie : Legno Parco SpA\n", "fr");
    EXPECT_NE(kind(fr, "Tiroler Waldstiftung"), "nothing");
}

TEST(Recognition, KnowsACompetitivenessPoleByItsTown) {
    EXPECT_EQ(kind(found("L'argent va au Pôle de compétitivité de Sousse.", "fr"),
                   "Pôle de compétitivité de Sousse"),
              "cluster");
}

TEST(Recognition, KnowsNobodyFromBeingPaid) {
    const Findings en = found(
        "With the funded project running out, the alliance admitted GAMMEL from Spain and the Greek HELLIX.",
        "en");
    EXPECT_NE(kind(en, "GAMMEL"), "project");
    const Findings fr =
        found("Le pôle Méduse s'allie à KORVEX. KORVEX finance des projets coopératifs.", "fr");
    EXPECT_NE(kind(fr, "KORVEX"), "project");
}

TEST(Recognition, ReadsNamesInSmallLettersBehindTheirNoun) {
    EXPECT_EQ(kind(found("Das Cluster muster-bw hat unterschrieben."), "muster-bw"), "cluster");
    EXPECT_EQ(kind(found("Das Netzwerk derzeit wächst."), "derzeit"), "nothing");
}

TEST(Recognition, JoinsAShortNameThatStoodBeforeItWasExplained) {
    const Findings en = found(
        "NAAX: four clusters go abroad together\n\nFor two years the Nordic Alliance for Applied Xylography "
        "(NAAX) "
        "will tie four clusters. NAAX is a European project that somebody coordinates.",
        "en");
    ASSERT_NE(entity(en, "NAAX"), nullptr);
    EXPECT_EQ(entity(en, "NAAX"), entity(en, "Nordic Alliance for Applied Xylography"));
    EXPECT_EQ(kind(en, "NAAX"), "project");
}

TEST(Recognition, KnowsKindsFromWhatFollowsAComma) {
    const Findings en = found("Yesterday they met. Bluefin, a Danish cluster, and others signed.", "en");
    EXPECT_EQ(kind(en, "Bluefin"), "cluster");
}

}  // namespace
}  // namespace kontor::press
