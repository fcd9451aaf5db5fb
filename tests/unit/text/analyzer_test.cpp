// SPDX-License-Identifier: EUPL-1.2
#include "text/analyzer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "text/language.hpp"

namespace kontor::text {
namespace {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    WordCursor cursor(text);
    WordRange range;
    while (cursor.next(range)) out.emplace_back(text.substr(range.begin, range.end - range.begin));
    return out;
}

std::vector<std::string> terms(std::string_view text, std::string_view language) {
    std::vector<std::string> out;
    for (const Token& token : Analyzer().tokens(text, language)) out.push_back(token.term);
    return out;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Words, AreLettersAndDigits) {
    EXPECT_THAT(words("IT-Sicherheit, e-mail & l'industrie 4.0!"),
                ElementsAre("IT", "Sicherheit", "e-mail", "l", "industrie", "4", "0"));
    EXPECT_THAT(words("  "), IsEmpty());
    EXPECT_THAT(words(""), IsEmpty());
    EXPECT_THAT(words("Größe×Höhe"), ElementsAre("Größe", "Höhe"));
    EXPECT_THAT(words("हिन्दी عربي"), ElementsAre("हिन्दी", "عربي"));
}

TEST(Words, ChineseComesInPairs) {
    EXPECT_THAT(words("光电子 AB"), ElementsAre("光电", "电子", "AB"));
    EXPECT_THAT(words("光"), ElementsAre("光"));
    EXPECT_THAT(words("a光b"), ElementsAre("a", "光", "b"));
}

TEST(Analyzer, InflectionsMeet) {
    EXPECT_EQ(terms("clusters", "en"), terms("cluster", "en"));
    EXPECT_EQ(terms("Technologien", "de"), terms("Technologie", "de"));
    EXPECT_EQ(terms("Universitäten", "de"), terms("Universitaet", "de"));
    EXPECT_EQ(terms("médicales", "fr").front(), terms("médical", "fr").front());
    EXPECT_EQ(terms("tecnologías", "es").front(), terms("tecnología", "es").front());
}

TEST(Analyzer, TokensKnowWhereTheyStand) {
    const std::vector<Token> tokens = Analyzer().tokens("Die Größe zählt", "de");
    ASSERT_EQ(tokens.size(), 3U);
    EXPECT_EQ(tokens[1].begin, 4U);
    EXPECT_EQ(tokens[1].end, 4U + std::string("Größe").size());
    EXPECT_EQ(tokens[2].position, 2U);
    EXPECT_EQ(tokens[2].weight, 1);
}

TEST(Analyzer, CompoundPartsWeighLess) {
    const std::vector<std::string> parts{"Photonik", "Unternehmen"};
    Analyzer analyzer(std::make_shared<CompoundSplitter>(parts));
    const std::vector<Token> tokens = analyzer.tokens("Photonikunternehmen", "de");
    ASSERT_EQ(tokens.size(), 3U);
    EXPECT_EQ(tokens[0].weight, 1);
    EXPECT_EQ(tokens[1].term, Analyzer().tokens("Photonik", "de").front().term);
    EXPECT_EQ(tokens[1].weight, kCompoundPartWeight);
    EXPECT_EQ(tokens[1].position, 0U);
    EXPECT_EQ(analyzer.tokens("Photonikunternehmen", "en").size(), 1U);
}

TEST(Analyzer, LanguageIsGuessed) {
    EXPECT_EQ(guessed_language("Das Unternehmen entwickelt neue Verfahren zur Beschichtung von Oberflächen."),
              "de");
    EXPECT_EQ(guessed_language("The company develops new methods for coating surfaces of medical implants."),
              "en");
    EXPECT_EQ(
        guessed_language("L'entreprise développe de nouveaux procédés pour le revêtement des surfaces."),
        "fr");
    EXPECT_EQ(guessed_language(""), "und");
    const std::string german = "Das Unternehmen entwickelt neue Verfahren zur Beschichtung von Oberflächen.";
    EXPECT_EQ(terms(german, "und"), terms(german, "de"));
}

TEST(Analyzer, LongWordsAreCut) {
    const std::string long_word(10'000, 'x');
    EXPECT_EQ(words(long_word).size(), 1U);
    EXPECT_FALSE(terms(long_word, "en").empty());
}

}  // namespace
}  // namespace kontor::text
