// SPDX-License-Identifier: EUPL-1.2
#include "text/compounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "text/analyzer.hpp"
#include "text/fold.hpp"

namespace kontor::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CompoundSplitter shipped_splitter() {
    std::ifstream file(std::string(KONTOR_SOURCE_DIR) + "/data/languages/german_compound_parts.txt");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return CompoundSplitter(words_of_list(text));
}

struct Labelled {
    const char* word;
    const char* parts;  // separated by spaces
};

constexpr Labelled kCompounds[] = {
    {"Kunststoffverarbeitung", "Kunststoff Verarbeitung"},
    {"Forschungseinrichtung", "Forschung Einrichtung"},
    {"Hochschulabsolventen", "Hochschule Absolvent"},
    {"Medizintechnik", "Medizin Technik"},
    {"Medizintechnikunternehmen", "Medizin Technik Unternehmen"},
    {"Lasertechnik", "Laser Technik"},
    {"Netzwerktreffen", "Netzwerk Treffen"},
    {"Clusterorganisation", "Cluster Organisation"},
    {"Wertschöpfungskette", "Wertschöpfung Kette"},
    {"Technologietransfer", "Technologie Transfer"},
    {"Oberflächenbeschichtung", "Oberfläche Beschichtung"},
    {"Energieeffizienz", "Energie Effizienz"},
    {"Wasserstofftechnologie", "Wasserstoff Technologie"},
    {"Batteriezellfertigung", "Batterie Zelle Fertigung"},
    {"Halbleiterindustrie", "Halbleiter Industrie"},
    {"Mikrosystemtechnik", "mikro System Technik"},
    {"Nanotechnologie", "nano Technologie"},
    {"Biotechnologieunternehmen", "Biotechnologie Unternehmen"},
    {"Lebensmittelindustrie", "Lebensmittel Industrie"},
    {"Automobilzulieferer", "Automobil Zulieferer"},
    {"Maschinenbau", "Maschine Bau"},
    {"Werkzeugmaschinen", "Werkzeug Maschine"},
    {"Gesundheitswirtschaft", "Gesundheit Wirtschaft"},
    {"Krankenhausverwaltung", "Krankenhaus Verwaltung"},
    {"Bundesministerium", "bundes Ministerium"},
    {"Fördermittel", "förder Mittel"},
    {"Förderprogramm", "förder Programm"},
    {"Projektträger", "Projekt Träger"},
    {"Innovationsgutschein", "Innovation Gutschein"},
    {"Delegationsreise", "Delegation Reise"},
    {"Unternehmensgründung", "Unternehmen Gründung"},
    {"Datenschutz", "Daten Schutz"},
    {"Datenverarbeitung", "Daten Verarbeitung"},
    {"Bildverarbeitung", "Bild Verarbeitung"},
    {"Sensornetzwerk", "Sensor Netzwerk"},
    {"Luftfahrtindustrie", "Luftfahrt Industrie"},
    {"Raumfahrttechnik", "Raumfahrt Technik"},
    {"Umwelttechnik", "Umwelt Technik"},
    {"Abwasserreinigung", "Abwasser Reinigung"},
    {"Kreislaufwirtschaft", "Kreislauf Wirtschaft"},
    {"Holzbau", "Holz Bau"},
    {"Forstwirtschaft", "Forst Wirtschaft"},
    {"Landwirtschaftskammer", "Landwirtschaft Kammer"},
    {"Pflanzenzucht", "Pflanze Zucht"},
    {"Tierernährung", "Tier Ernährung"},
    {"Impfstoffentwicklung", "Impfstoff Entwicklung"},
    {"Wirkstoffforschung", "Wirkstoff Forschung"},
    {"Krebstherapie", "Krebs Therapie"},
    {"Herzchirurgie", "Herz Chirurgie"},
    {"Zahnmedizin", "Zahn Medizin"},
    {"Röntgendiagnostik", "Röntgen Diagnostik"},
    {"Ultraschallsensor", "Ultraschall Sensor"},
    {"Glasfaserkabel", "Glas Faser Kabel"},
    {"Leiterplattenbestückung", "Leiterplatte Bestückung"},
    {"Stromversorgung", "Strom Versorgung"},
    {"Solarzellen", "Solar Zelle"},
    {"Windkraftanlagen", "Wind Kraft Anlage"},
    {"Elektromobilität", "elektro Mobilität"},
    {"Verkehrssteuerung", "Verkehr Steuerung"},
    {"Hafenlogistik", "Hafen Logistik"},
    {"Verpackungsindustrie", "Verpackung Industrie"},
    {"Textilforschung", "Textil Forschung"},
    {"Stahlerzeugung", "Stahl Erzeugung"},
    {"Prüfverfahren", "prüf Verfahren"},
    {"Messtechnik", "mess Technik"},
    {"Qualitätssicherung", "Qualität Sicherung"},
    {"Fachkräftemangel", "Fachkräfte Mangel"},
    {"Weiterbildungsangebot", "Weiterbildung Angebot"},
    {"Kooperationsvereinbarung", "Kooperation Vereinbarung"},
    {"Mitgliedsunternehmen", "Mitglied Unternehmen"},
    {"Vorstandsvorsitzender", "Vorstand Vorsitzender"},
    {"Marktforschung", "Markt Forschung"},
};

TEST(Compounds, ShippedListFindsThePartsOfLabelledWords) {
    const CompoundSplitter splitter = shipped_splitter();
    ASSERT_GT(splitter.size(), 1000U);
    Analyzer analyzer;
    std::size_t wanted = 0;
    std::size_t found = 0;
    std::string missed;
    for (const Labelled& example : kCompounds) {
        std::vector<std::string> parts = splitter.split(folded(example.word));
        for (std::string& part : parts) part = analyzer.stem(part, "de");
        std::istringstream expected(example.parts);
        for (std::string part; expected >> part;) {
            ++wanted;
            const bool is_found =
                std::ranges::find(parts, analyzer.stem(lowercased(part), "de")) != parts.end();
            found += is_found ? 1U : 0U;
            if (!is_found) missed += std::string(example.word) + " (" + part + ") ";
        }
    }
    const double recall = static_cast<double>(found) / static_cast<double>(wanted);
    RecordProperty("compounds", static_cast<int>(std::size(kCompounds)));
    RecordProperty("recall_percent", static_cast<int>(recall * 100));
    EXPECT_GE(recall, 0.9) << found << " of " << wanted << "; missed: " << missed;
}

TEST(Compounds, WordsThatAreNoneStayWhole) {
    const CompoundSplitter splitter = shipped_splitter();
    for (const char* word :
         {"Universität",   "Unternehmen",   "Verein",      "Technologie",   "Wirtschaft",
          "international", "Information",   "Management",  "consortium",    "photonics",
          "Verfahren",     "Entwicklung",   "network",     "development",   "Photonik",
          "Organisation",  "Partnerschaft", "gemeinsam",   "environment",   "biosaxony",
          "Niedersachsen", "Saarbrücken",   "Regensburg",  "Fraunhofer",    "performance",
          "architecture",  "investment",    "interaction", "demonstration", "characterisation"}) {
        EXPECT_THAT(splitter.split(folded(word)), IsEmpty()) << word;
    }
}

TEST(Compounds, LinkingElementsAreUnderstood) {
    const std::vector<std::string> parts{"Arbeit", "Schule", "Kind",  "Garten", "Platz",
                                         "hoch-",  "Haus",   "Sonne", "Schein"};
    const CompoundSplitter splitter(parts);
    EXPECT_THAT(splitter.split("arbeitsplatz"), ElementsAre("arbeit", "platz"));
    EXPECT_THAT(splitter.split("kindergarten"), ElementsAre("kind", "garten"));
    EXPECT_THAT(splitter.split("hochschule"), ElementsAre("hoch", "schule"));
    EXPECT_THAT(splitter.split("schulgarten"), ElementsAre("schule", "garten"));
    EXPECT_THAT(splitter.split("sonnenschein"), ElementsAre("sonne", "schein"));
    EXPECT_THAT(splitter.split("hochhauses"), ElementsAre("hoch", "haus"));
    EXPECT_THAT(splitter.split("haushoch"), IsEmpty());
    EXPECT_THAT(splitter.split("schule"), IsEmpty());
    EXPECT_THAT(CompoundSplitter().split("arbeitsplatz"), IsEmpty());
}

TEST(Compounds, HunspellNounsAreRead) {
    EXPECT_THAT(nouns_of_hunspell("4\nHaus/S\nlaufen/X\nGmbH\nÄrzte/N # note\n"),
                ElementsAre("Haus", "Ärzte"));
}

TEST(Compounds, ListsMayCarryComments) {
    EXPECT_THAT(words_of_list("# head\nEins Zwei\n\n  Drei # tail\r\n"), ElementsAre("Eins", "Zwei", "Drei"));
}

}  // namespace
}  // namespace kontor::text
