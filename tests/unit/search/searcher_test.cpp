// SPDX-License-Identifier: EUPL-1.2
#include "search/searcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "small_corpus.hpp"
#include "text/utf8.hpp"

namespace kontor::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class SmallCorpus : public testing::Test {
protected:
    Index index_ = small_index();
    std::vector<std::string> found(const std::string& query) const {
        return ids_of(answer_of(index_, query));
    }
};

TEST_F(SmallCorpus, WordsFindInflections) {
    EXPECT_THAT(found("laser source"), ElementsAre("laser-go"));
    EXPECT_THAT(found("hospital"), ElementsAre("devices"));
    EXPECT_THAT(found("Netzwerke"), ElementsAre("optics"));
}

TEST_F(SmallCorpus, UmlautSpellingsMeet) {
    for (const char* query : {"München", "Muenchen", "Munchen", "MÜNCHEN"}) {
        EXPECT_THAT(found(query), UnorderedElementsAre("tu", "laser-go")) << query;
    }
}

TEST_F(SmallCorpus, TypingErrorsAreCorrectedAndReported) {
    const Answer answer = answer_of(index_, "nord Photonk");
    EXPECT_THAT(ids_of(answer), ElementsAre("optics"));
    ASSERT_EQ(answer.corrections.size(), 1U);
    EXPECT_EQ(answer.corrections[0], (Correction{"Photonk", "photonik", 6}));
    EXPECT_THAT(answer_of(index_, "Photonik").corrections, IsEmpty());
    EXPECT_THAT(found("Univrsitaet"), ElementsAre("tu"));
    EXPECT_THAT(found("xqzwv"), IsEmpty());
}

TEST_F(SmallCorpus, WordsOfOneLanguageFindDocumentsOfAnother) {
    const Answer answer = answer_of(index_, "Medizintechnik");
    EXPECT_THAT(ids_of(answer), ElementsAre("devices"));
    EXPECT_THAT(answer.topics, ElementsAre(NamedTopic{"Medizintechnik", "medical-devices"}));
    EXPECT_EQ(answer.hits[0].reasons[0].kind, ReasonKind::Topic);
    EXPECT_EQ(answer.hits[0].reasons[0].matched, "medical-devices");
    EXPECT_THAT(found("Gesundheitswirtschaft"), ElementsAre("devices"));  // a narrower topic
    EXPECT_THAT(found("photonics"), ElementsAre("optics", "laser-go"));   // own before narrower
    EXPECT_THAT(found("Lasertechnik München"), ElementsAre("laser-go"));
    EXPECT_THAT(found("Medizintechnikunternehmen"), ElementsAre("devices"));
}

TEST(WholeName, ComesBeforeNamesThatHoldMore) {
    // Without it the second would win: it has the word in two fields, and is better known.
    Document exact;
    exact.id = "exact";
    exact.kind = model::RecordKind::Organisation;
    exact.title = "Solar Düsen";
    exact.fields = {{Field::Name, exact.title, "und"}};
    Document longer = exact;
    longer.id = "longer";
    longer.title = "Solar Düsen Verband";
    longer.prominence = 0.5;
    longer.fields = {{Field::Name, longer.title, "und"}, {Field::Title, "Solar Düsen überall", "de"}};
    std::vector<Document> documents{exact, longer};
    for (int i = 0; i < 50; ++i) {
        Document other;
        other.kind = model::RecordKind::Organisation;
        other.id = "other-" + std::to_string(i);
        other.title = "Haus " + std::to_string(i);
        other.fields = {{Field::Name, other.title, "und"}};
        documents.push_back(other);
    }
    const Index index = index_of({}, documents);
    const Answer answer = answer_of(index, "solar Duesen");
    ASSERT_THAT(ids_of(answer), ElementsAre("exact", "longer"));
    EXPECT_TRUE(std::ranges::any_of(answer.hits[0].reasons, [](const Reason& reason) {
        return reason.kind == ReasonKind::WholeName && reason.word == "solar Duesen";
    }));
    double sum = 0;
    for (const Reason& reason : answer.hits[0].reasons) sum += reason.contribution;
    EXPECT_NEAR(sum, answer.hits[0].score, 1e-9);
    EXPECT_THAT(ids_of(answer_of(index, "Düsen Solar")), ElementsAre("longer", "exact"));
    EXPECT_THAT(ids_of(answer_of(index, "solar")), ElementsAre("longer", "exact"));
}

TEST_F(SmallCorpus, CompoundsAreFoundByTheirPartsAndBack) {
    EXPECT_THAT(found("Unternehmen Norden"), ElementsAre("optics"));
    EXPECT_THAT(found("Netzwerkunternehmen"), ElementsAre("optics"));
}

TEST_F(SmallCorpus, CountriesAreUnderstood) {
    EXPECT_THAT(found("hospitals Finnland"), ElementsAre("devices"));
    EXPECT_THAT(found("Germany"), UnorderedElementsAre("optics", "tu"));
}

TEST_F(SmallCorpus, PhrasesNeedTheirOrder) {
    EXPECT_THAT(found("\"medical devices\""), ElementsAre("devices"));
    EXPECT_THAT(found("\"devices medical\""), IsEmpty());
    EXPECT_THAT(found("\"sources for surgery\""), ElementsAre("laser-go"));
    EXPECT_THAT(found("\"sources surgery\""), IsEmpty());
    EXPECT_THAT(found("„medical devices“ clinical"), ElementsAre("devices"));
}

TEST_F(SmallCorpus, ExcludedWordsAndPhrasesAreLeftOut) {
    EXPECT_THAT(found("München -laser"), ElementsAre("tu"));
    EXPECT_THAT(found("-laser -medical"), ElementsAre("tu"));
    EXPECT_THAT(found("München -\"operating theatre\""), ElementsAre("tu"));
}

TEST_F(SmallCorpus, FallsBackToAnyWord) {
    const Answer answer = answer_of(index_, "surgery hospitals");
    EXPECT_EQ(answer.matching, Matching::AnyWord);
    EXPECT_THAT(ids_of(answer), UnorderedElementsAre("laser-go", "devices"));
    EXPECT_EQ(answer_of(index_, "laser surgery").matching, Matching::AllWords);
}

TEST_F(SmallCorpus, FiltersAndSyntax) {
    EXPECT_THAT(found("kind:cluster"), ElementsAre("optics"));
    EXPECT_THAT(found("kind:project"), ElementsAre("laser-go"));
    EXPECT_THAT(found("country:FI"), ElementsAre("devices"));
    EXPECT_THAT(found("land:Finnland"), ElementsAre("devices"));
    EXPECT_THAT(found("topic:photonics"), ElementsAre("optics", "laser-go"));
    EXPECT_THAT(found("thema:Photonik kind:cluster"), ElementsAre("optics"));
    EXPECT_THAT(found("programme:H2020"), ElementsAre("laser-go"));
    EXPECT_THAT(found("year:2015..2018"), ElementsAre("laser-go"));
    EXPECT_THAT(found("year:2019"), IsEmpty());
    EXPECT_THAT(found("country:FI country:DE"), ElementsAre("tu", "optics", "devices"));
}

TEST_F(SmallCorpus, WithoutWordsByProminence) {
    const Answer answer = answer_of(index_, "");
    EXPECT_EQ(answer.matching, Matching::Everything);
    EXPECT_THAT(ids_of(answer), ElementsAre("tu", "optics", "devices", "laser-go"));
    EXPECT_THAT(answer_of(index_, "  ").hits, testing::SizeIs(4));
}

TEST_F(SmallCorpus, StopWordsAreLeftOutUnlessQuotedOrAlone) {
    const Answer answer = answer_of(index_, "sources of surgery");
    EXPECT_THAT(answer.ignored, ElementsAre("of"));
    EXPECT_THAT(ids_of(answer), ElementsAre("laser-go"));
    EXPECT_THAT(found("for"), UnorderedElementsAre("laser-go", "devices"));
}

TEST_F(SmallCorpus, ReasonsAddUpToTheScore) {
    for (const char* query : {"laser München", "photonik laser", "medical devices", "Netzwerk -x", "laser",
                              "lasers laser", "\"laser sources\"", "surgery hospitals", "photonk", ""}) {
        for (const Hit& hit : answer_of(index_, query).hits) {
            const double sum = std::accumulate(
                hit.reasons.begin(), hit.reasons.end(), 0.0,
                [](double total, const Reason& reason) { return total + reason.contribution; });
            EXPECT_NEAR(sum, hit.score, 1e-9) << query << " " << hit.id;
            for (const Reason& reason : hit.reasons) EXPECT_GT(reason.contribution, 0);
        }
    }
}

TEST_F(SmallCorpus, ReasonsNameFieldAndWord) {
    const Answer answer = answer_of(index_, "lasers");
    const auto project = std::ranges::find(answer.hits, "laser-go", &Hit::id);
    ASSERT_NE(project, answer.hits.end());
    const auto& reasons = project->reasons;
    EXPECT_TRUE(std::ranges::any_of(reasons, [](const Reason& reason) {
        return reason.kind == ReasonKind::Word && reason.word == "lasers" && reason.matched == "Laser" &&
               reason.field == Field::Title;
    }));
}

TEST_F(SmallCorpus, HighlightsAreTheWordsFound) {
    const Answer answer = answer_of(index_, "Laser Netzwerk");
    ASSERT_EQ(ids_of(answer), std::vector<std::string>{"optics"});
    ASSERT_EQ(answer.hits[0].snippets.size(), 1U);
    const Snippet& snippet = answer.hits[0].snippets[0];
    std::vector<std::string> words;
    for (const ByteRange& range : snippet.highlights)
        words.push_back(snippet.text.substr(range.begin, range.end - range.begin));
    EXPECT_THAT(words, ElementsAre("Netzwerk", "Laser"));
    const Answer titled = answer_of(index_, "surgery");
    ASSERT_EQ(titled.hits[0].title_highlights.size(), 1U);
    const ByteRange range = titled.hits[0].title_highlights[0];
    EXPECT_EQ(titled.hits[0].title.substr(range.begin, range.end - range.begin), "surgery");
}

TEST(Snippets, LongTextsAreCutAtWordBorders) {
    Document document;
    document.id = "long";
    document.title = "long";
    std::string text;
    for (int i = 0; i < 400; ++i) text += "größer Füllwort ";
    document.fields = {{Field::Text, text + "Zielwort " + text, "de"}};
    const Answer answer = answer_of(index_of({}, {document}), "Zielwort");
    ASSERT_EQ(answer.hits.size(), 1U);
    const Snippet& snippet = answer.hits[0].snippets.at(0);
    EXPECT_LE(snippet.text.size(), 260U);
    EXPECT_TRUE(snippet.cut_before);
    EXPECT_TRUE(snippet.cut_after);
    EXPECT_FALSE(text::first_utf8_fault(snippet.text));
    ASSERT_EQ(snippet.highlights.size(), 1U);
    EXPECT_EQ(snippet.text.substr(snippet.highlights[0].begin, 8), "Zielwort");
    EXPECT_TRUE(snippet.text.starts_with("größer") || snippet.text.starts_with("Füllwort"));
}

TEST_F(SmallCorpus, UnfinishedLastWord) {
    Request request;
    request.prefix = Prefix::LastWord;
    request.query = "nord pho";
    EXPECT_EQ(ids_of(search(index_, request).value()), std::vector<std::string>{"optics"});
    request.query = "pho ";  // finished
    EXPECT_THAT(search(index_, request).value().hits, IsEmpty());
}

TEST_F(SmallCorpus, Suggestions) {
    Searcher searcher;
    const auto texts = [&](const char* typed) {
        std::vector<std::string> out;
        for (const Suggestion& suggestion : searcher.suggest(index_, typed, "de", 5))
            out.push_back(suggestion.text);
        return out;
    };
    EXPECT_THAT(texts("pho"), ElementsAre("Photonik", "Photonik Nord e.V."));
    EXPECT_THAT(texts("lasergo"), ElementsAre("LASERGO: Laser sources for surgery"));
    EXPECT_THAT(texts("technische uni"), ElementsAre("TECHNISCHE UNIVERSITAET MUENCHEN"));
    EXPECT_THAT(texts("medi"), Contains("Medizintechnik"));
    EXPECT_THAT(texts(""), IsEmpty());
    EXPECT_THAT(texts("\xFF"), IsEmpty());
}

TEST_F(SmallCorpus, PagesFitTogether) {
    Request request;
    std::vector<std::string> all;
    request.limit = 1;
    for (request.offset = 0; request.offset < 6; ++request.offset) {
        const Answer answer = search(index_, request).value();
        EXPECT_EQ(answer.total, 4U);
        for (const Hit& hit : answer.hits) all.push_back(hit.id);
    }
    EXPECT_EQ(all, ids_of(answer_of(index_, "")));
}

TEST(EmptyIndex, AnswersNothing) {
    const Index index = index_of({}, {});
    EXPECT_THAT(answer_of(index, "").hits, IsEmpty());
    EXPECT_THAT(answer_of(index, "anything at all").hits, IsEmpty());
    EXPECT_EQ(index.document_count(), 0U);
}

TEST(SearchIndex, LastOfEqualKeysCounts) {
    Document first;
    first.id = "x";
    first.title = "old";
    first.fields = {{Field::Title, "old", "en"}};
    Document second = first;
    second.title = "new";
    second.fields = {{Field::Title, "new", "en"}};
    const Index index = index_of({}, {first, second});
    EXPECT_EQ(index.document_count(), 1U);
    EXPECT_THAT(answer_of(index, "old").hits, IsEmpty());
    EXPECT_THAT(ids_of(answer_of(index, "new")), ElementsAre("x"));
    EXPECT_TRUE(index.contains(model::RecordKind::Organisation, "x"));
    EXPECT_FALSE(index.contains(model::RecordKind::Project, "x"));
}

TEST(SearchIndex, OddTextsDoNoHarm) {
    Document document;
    document.id = "odd";
    document.fields = {{Field::Text, std::string(100'000, 'x'), "und"},
                       {Field::Title, "", ""},
                       {Field::Name, "。、", "zh"},
                       {Field::Text, "光电子 हिन्दी \xF0\x9F\x98\x80", "xx"}};
    document.topics = {7, 7, 4'000'000'000U};
    document.year = -5;
    document.prominence = 7;
    const Index index = index_of(small_topics(), {document});
    EXPECT_THAT(ids_of(answer_of(index, "光电")), ElementsAre("odd"));
    EXPECT_THAT(ids_of(answer_of(index, "हिन्दी")), ElementsAre("odd"));
}

Document named(std::string id, std::string name, std::string text = {}, std::string place = {}) {
    Document document;
    document.id = std::move(id);
    document.title = name;
    document.fields = {{Field::Name, std::move(name), "und"}};
    if (!text.empty()) document.fields.push_back({Field::Text, std::move(text), "en"});
    if (!place.empty()) document.fields.push_back({Field::Place, std::move(place), "und"});
    return document;
}

TEST(VeryWords, BeatOtherForms) {
    const Index index = index_of({}, {named("a", "Innovation Office"), named("b", "Innovative Office")});
    EXPECT_THAT(ids_of(answer_of(index, "innovative office")), ElementsAre("b", "a"));
    EXPECT_THAT(ids_of(answer_of(index, "INNOVATION office")), ElementsAre("a", "b"));
}

TEST(VeryWords, AreTheSameWithEitherSpellingOfAnUmlaut) {
    const Index index = index_of({}, {named("a", "Buero Muenster"), named("b", "Büro Münster")});
    for (const char* query : {"Büro Münster", "Buero Muenster"}) {
        const Answer answer = answer_of(index, query);
        ASSERT_EQ(answer.hits.size(), 2U) << query;
        EXPECT_EQ(answer.hits[0].score, answer.hits[1].score) << query;
    }
}

TEST(StopWords, CountWhereTheyStandAndNeedNot) {
    const Index index = index_of(
        {}, {named("a", "Tile Studio Lund"), named("b", "The Tile Studio"), named("c", "The Studio")});
    const Answer answer = answer_of(index, "the tile studio");
    EXPECT_THAT(ids_of(answer), ElementsAre("b", "a"));
    EXPECT_THAT(answer.ignored, ElementsAre("the"));
    EXPECT_EQ(answer.matching, Matching::AllWords);
    double sum = 0;
    for (const Reason& reason : answer.hits[0].reasons) sum += reason.contribution;
    EXPECT_NEAR(sum, answer.hits[0].score, 1e-9);
    for (const ByteRange& mark : answer.hits[0].title_highlights)
        EXPECT_GE(mark.begin, 4U) << "\"The\" is not marked";
}

TEST(Corrections, PreferNamesAndPlaces) {
    std::vector<Document> documents{named("a", "Lumina AG", "", "Goettingen"),
                                    named("b", "Lumina Labs", "", "GOETTINGEN")};
    for (int i = 0; i < 5; ++i)
        documents.push_back(named("text-" + std::to_string(i), "Other", "getting more luminol from wells"));
    const Index index = index_of({}, documents);
    const Answer place = answer_of(index, "Gottingn");
    ASSERT_EQ(place.corrections.size(), 1U);
    EXPECT_EQ(place.corrections[0].used, "goettingen");
    const Answer name = answer_of(index, "Lumino");
    ASSERT_EQ(name.corrections.size(), 1U);
    EXPECT_EQ(name.corrections[0].used, "lumina");
}

}  // namespace
}  // namespace kontor::search
