// SPDX-License-Identifier: EUPL-1.2
#include "ingest/vocabulary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/hierarchy.hpp"
#include "ingest/turtle_reader.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr const char* kPrefixes =
    "@prefix : <http://data.europa.eu/8mn/euroscivoc/> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .\n";

struct Read {
    test::KeepingSink sink;
    ImportReport report;
    base::Errors errors;
};

Read read(const std::string& text, const std::string& name = "v.ttl") {
    Read out;
    base::SilentProgress progress;
    const Input input = test::input_of(name, text);
    auto report = read_vocabulary(input, out.sink, progress);
    if (report) {
        out.report = std::move(report).value();
    } else {
        out.errors = report.errors();
    }
    return out;
}

TEST(Vocabulary, ReadsSkosXlTurtle) {
    const Read in =
        read(std::string(kPrefixes) +
             ":b a skos:Concept ; skos:notation \"79\" ; skos:broader :a ; xl:prefLabel :l2 ; xl:altLabel "
             ":l4 , :l3 .\n"
             ":a a skos:Concept ; skos:notation \"27\" ; xl:prefLabel :l1, :l5 ; owl:deprecated false .\n"
             ":old a skos:Concept ; skos:notation \"9\" ; owl:deprecated true ; xl:prefLabel :l1 .\n"
             ":l1 xl:literalForm \"optics\"@en . :l2 xl:literalForm \"laser\"@en . :l3 xl:literalForm "
             "\"maser\"@en .\n"
             ":l4 xl:literalForm \"beam\"@en . :l5 xl:literalForm \"Optik\"@de .\n");
    EXPECT_THAT(in.errors, IsEmpty());
    const auto topics = in.sink.all<model::Topic>();
    ASSERT_EQ(topics.size(), 2U);
    EXPECT_EQ(topics[0].id, "euroscivoc-27") << "the broader one first";
    EXPECT_THAT(topics[0].labels, ElementsAre(Pair("de", "Optik"), Pair("en", "optics")));
    EXPECT_EQ(topics[1].parent, "euroscivoc-27");
    EXPECT_THAT(topics[1].synonyms.at("en"), ElementsAre("beam", "maser"));
    EXPECT_EQ(topics[1].scheme, model::TopicScheme::EuroSciVoc);
    EXPECT_EQ(topics[1].mappings.front(), (model::Mapping{"euroscivoc", "79"}));
    EXPECT_EQ(in.report.files.front().counts, (RowCounts{3, 2, 0, 0, 1}));
    EXPECT_THAT(test::codes(in.report.files.front().refusals.kept()),
                ElementsAre(ErrorCode::ConceptDeprecated));
    EXPECT_EQ(topics[0].source, in.sink.all<model::Source>().front().id);
}

TEST(Vocabulary, ReadsPlainSkosLabels) {
    const Read in = read(std::string(kPrefixes) +
                         ":a a skos:Concept ; skos:prefLabel \"Optik\"@de, \"optics\"@en-GB .\n");
    EXPECT_THAT(in.sink.all<model::Topic>().front().labels,
                ElementsAre(Pair("de", "Optik"), Pair("en", "optics")));
}

TEST(Vocabulary, RefusesACycleWithItsPath) {
    const Read in = read(std::string(kPrefixes) +
                         ":a a skos:Concept ; skos:broader :c ; skos:prefLabel \"alpha\"@en .\n"
                         ":b a skos:Concept ; skos:broader :a ; skos:prefLabel \"beta\"@en .\n"
                         ":c a skos:Concept ; skos:broader :b ; skos:prefLabel \"gamma\"@en .\n"
                         ":d a skos:Concept ; skos:broader :c ; skos:prefLabel \"delta\"@en .\n");
    ASSERT_THAT(test::codes(in.errors), ElementsAre(ErrorCode::VocabularyCycle));
    EXPECT_EQ(test::argument(in.errors[0], "path"), "alpha → gamma → beta → alpha");
    EXPECT_THAT(in.sink.records, IsEmpty()) << "nothing half read";
}

TEST(Vocabulary, TellsTheLineOfASyntaxFault) {
    const Read in = read(std::string(kPrefixes) +
                         ":a a skos:Concept ;\n  skos:prefLabel \"x\"@en\n:b a skos:Concept .\n");
    ASSERT_THAT(test::codes(in.errors), ElementsAre(ErrorCode::TurtleSyntax));
    EXPECT_EQ(in.errors[0].place.line, 7U);
    EXPECT_EQ(in.errors[0].place.file, "v.ttl");
    EXPECT_EQ(read(std::string(kPrefixes) + ":a nope:b :c .\n").errors.front().code, ErrorCode::TurtleSyntax);
}

TEST(Vocabulary, RefusesDeeplyNestedTurtle) {
    const Read in = read(std::string(kPrefixes) + ":a :b " + std::string(100'000, '[') + " .\n");
    ASSERT_THAT(test::codes(in.errors), ElementsAre(ErrorCode::TurtleSyntax));
    EXPECT_EQ(in.errors[0].place.line, 5U);
}

TEST(Vocabulary, ReadsTheTableOfSixLanguages) {
    const Read in = read(
        "uuid,notation,code_path,depth,broader_uuid,path_en,en,de,fr,es,it,pl,alt_en\n"
        "u2,79,/27/79,2,u1,/o/l,laser,Laser,laser,láser,laser,laser,maser|beam\n"
        "u1,27,/27,1,,/o,optics,Optik,optique,óptica,ottica,optyka,\n",
        "e.csv");
    EXPECT_THAT(in.errors, IsEmpty());
    const auto topics = in.sink.all<model::Topic>();
    EXPECT_EQ(topics[0].id, "euroscivoc-27");
    EXPECT_EQ(topics[1].parent, "euroscivoc-27");
    EXPECT_THAT(topics[1].synonyms.at("en"), ElementsAre("beam", "maser"));
    EXPECT_EQ(topics[1].labels.size(), 6U);
}

TEST(Vocabulary, ReadsNaceAndPutsTheDots) {
    const Read in = read(
        "level,code,en,de\n4,2651,Instruments,Messgeräte\n3,265,\"Instruments, "
        "clocks\",Mess\n2,26,Computers,Rechner\n1,C,MANUFACTURING,INDUSTRIE\n",
        "n.csv");
    EXPECT_THAT(in.errors, IsEmpty());
    const auto topics = in.sink.all<model::Topic>();
    std::vector<std::string> ids;
    for (const model::Topic& topic : topics) ids.push_back(topic.id + "<" + topic.parent);
    EXPECT_THAT(ids, ElementsAre("nace-c<", "nace-26<nace-c", "nace-26.5<nace-26", "nace-26.51<nace-26.5"));
    EXPECT_EQ(topics[3].mappings.front(), (model::Mapping{"nace", "26.51"}));
    EXPECT_EQ(topics[3].kind, model::TopicKind::Sector);
    EXPECT_EQ(topics[2].labels.at("en"), "Instruments, clocks");
}

TEST(Vocabulary, RefusesBadNaceCodesAndOrphans) {
    EXPECT_THAT(test::codes(read("level,code,en\n1,Z9,x\n", "n.csv").errors),
                ElementsAre(ErrorCode::ValueNotAllowed));
    EXPECT_THAT(test::codes(read("level,code,en\n3,265,x\n", "n.csv").errors),
                ElementsAre(ErrorCode::ReferenceUnknown));
    EXPECT_THAT(test::codes(read("level,code,en\n1,C,x\n1,C,y\n", "n.csv").errors),
                ElementsAre(ErrorCode::IdDuplicate));
}

TEST(Vocabulary, ReadsNutsRegions) {
    const Read in = read(
        "code2021,Country,NUTS1,NUTS2,NUTS3,NUTS_level\nEL3,NA,Αττική,NA,NA,1\nStatistical "
        "regions:,NA,NA,NA,NA,NA\nEL,Ελλάδα,NA,NA,NA,0\n",
        "r.csv");
    EXPECT_THAT(in.errors, IsEmpty());
    const auto regions = in.sink.all<model::Region>();
    EXPECT_EQ(in.report.files.front().counts, (RowCounts{3, 2, 0, 0, 1})) << "a heading between the rows";
    EXPECT_EQ(regions[0].id, "el");
    EXPECT_EQ(regions[0].country, "GR");
    EXPECT_EQ(regions[0].name, "Ελλάδα");
    EXPECT_EQ(regions[1].parent, "el");
    EXPECT_EQ(regions[1].level, 1);
    EXPECT_EQ(regions[1].version, "2021");
}

TEST(Vocabulary, ReadsPlacesAndRefusesRowsOneByOne) {
    const Read in = read(
        "geonameid\tname\taltName\tcountry\tfeatureCode\tadminCode\tpopulation\tlat\tlon\n"
        "1\t\"Ober\" Dorf\tOberdorf,Dorf\tDE\tPPL\t1\t1200\t50.5\t-6.25\n2\tX\t\tZZ\tPPL\t1\t0\t95\tx\n",
        "p.tsv");
    EXPECT_THAT(in.errors, IsEmpty());
    const auto places = in.sink.all<model::Place>();
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].id, "geonames-1");
    EXPECT_EQ(places[0].name, "\"Ober\" Dorf");
    EXPECT_THAT(places[0].alternative_names, ElementsAre("Oberdorf", "Dorf"));
    EXPECT_EQ(places[0].population, 1200);
    EXPECT_DOUBLE_EQ(places[0].longitude, -6.25);
    EXPECT_EQ(in.report.files.front().counts, (RowCounts{2, 1, 0, 0, 1}));
    EXPECT_THAT(test::codes(in.report.files.front().refusals.kept()),
                ElementsAre(ErrorCode::CountryUnknown, ErrorCode::ValueOutOfRange, ErrorCode::NumberInvalid));
}

TEST(Vocabulary, RecognisesKindsByContent) {
    const auto kind = [](const std::string& text) {
        const auto found = recognise_vocabulary(test::input_of("x", text));
        return found ? std::string(word(found.value())) : "unknown";
    };
    EXPECT_EQ(kind(kPrefixes), "euroscivoc");
    EXPECT_EQ(kind("uuid,notation,broader_uuid\n"), "euroscivoc");
    EXPECT_EQ(kind("level,code,en\n"), "nace");
    EXPECT_EQ(kind("code2021,Country,NUTS1,NUTS2,NUTS3,NUTS_level\n"), "nuts");
    EXPECT_EQ(kind("geonameid\tname\tlat\tlon\n"), "places");
    EXPECT_EQ(kind("Firma;Ort\n"), "unknown");
    EXPECT_THAT(test::codes(read("Firma;Ort\nA;B\n").errors), ElementsAre(ErrorCode::FormatUnknown));
}

TEST(Hierarchy, FindsEveryCycleOnce) {
    const auto result = ordered_hierarchy({{"a", "b", "a", {}},
                                           {"b", "a", "b", {}},
                                           {"c", "c", "c", {}},
                                           {"d", "a", "d", {}},
                                           {"e", "", "e", {}}});
    ASSERT_FALSE(result.ok());
    EXPECT_THAT(test::codes(result.errors()),
                ElementsAre(ErrorCode::VocabularyCycle, ErrorCode::VocabularyCycle));
    EXPECT_EQ(test::argument(result.errors()[1], "path"), "c → c");
}

TEST(Hierarchy, SurvivesLongChains) {
    std::vector<HierarchyItem> items;
    for (int i = 0; i < 200'000; ++i)
        items.push_back({std::to_string(i), i == 0 ? "" : std::to_string(i - 1), "", {}});
    std::reverse(items.begin(), items.end());
    const auto result = ordered_hierarchy(items);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(items[result.value().front()].id, "0");
}

}  // namespace
}  // namespace kontor::ingest
