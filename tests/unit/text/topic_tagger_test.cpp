// SPDX-License-Identifier: EUPL-1.2
#include "text/topic_tagger.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "codec/record_json.hpp"

namespace kontor::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

model::Topic topic(std::string id, model::LabelsByLanguage labels, model::SynonymsByLanguage synonyms = {}) {
    model::Topic out;
    out.id = std::move(id);
    out.labels = std::move(labels);
    out.synonyms = std::move(synonyms);
    return out;
}

class Tagger : public testing::Test {
protected:
    std::vector<model::Topic> topics_{
        topic("photonics", {{"de", "Photonik"}, {"en", "Photonics"}, {"fr", "Photonique"}}),
        topic("medical-devices", {{"de", "Medizintechnik"}, {"en", "Medical technology"}},
              {{"en", {"medical devices"}}, {"de", {"Medizinprodukte"}}}),
        topic("medicine", {{"de", "Medizin"}, {"en", "Medicine"}}),
        topic("ai", {{"de", "Künstliche Intelligenz"}, {"en", "Artificial intelligence"}},
              {{"de", {"KI"}}, {"en", {"AI"}}}),
        topic("laser", {{"de", "Lasertechnik"}, {"en", "Laser technology"}}),
        topic("laser-medicine", {{"en", "Laser technology in medicine"}}),
    };
    std::shared_ptr<const CompoundSplitter> splitter_ = std::make_shared<const CompoundSplitter>(splitter_for(
        std::vector<std::string>{"Medizin", "Technik", "Unternehmen", "Laser", "Produkt", "Firma"}, topics_));
    TopicTagger tagger_{topics_, splitter_};

    std::vector<std::string> ids(std::string_view text, Abbreviations mode = Abbreviations::AsWritten) const {
        std::vector<std::string> out;
        for (const TopicMatch& match : tagger_.matches(text, mode))
            out.push_back(tagger_.topic_id(match.topic));
        return out;
    }
};

TEST_F(Tagger, FindsLabelsInEveryLanguageAndInflection) {
    EXPECT_THAT(ids("Wir fertigen Medizinprodukte mit Photonik."),
                ElementsAre("medical-devices", "photonics"));
    EXPECT_THAT(ids("a medical device company"), ElementsAre("medical-devices"));
    EXPECT_THAT(ids("LA PHOTONIQUE"), ElementsAre("photonics"));
    EXPECT_THAT(ids("der künstlichen Intelligenz"), ElementsAre("ai"));
    EXPECT_THAT(ids("Kuenstliche Intelligenz"), ElementsAre("ai"));
}

TEST_F(Tagger, LongestLabelWins) {
    EXPECT_THAT(ids("laser technology in medicine"), ElementsAre("laser-medicine"));
    EXPECT_THAT(ids("laser technology in industry"), ElementsAre("laser"));
}

TEST_F(Tagger, WholeWordsOnly) {
    EXPECT_THAT(ids("biophotonics photonicsx"), IsEmpty());
    EXPECT_THAT(ids("medical. Devices"), IsEmpty());
    EXPECT_THAT(ids(""), IsEmpty());
}

TEST_F(Tagger, AbbreviationsAsWritten) {
    EXPECT_THAT(ids("KI in der Klinik"), ElementsAre("ai"));
    EXPECT_THAT(ids("ki ai"), IsEmpty());
    EXPECT_THAT(ids("ki", Abbreviations::AnyCase), ElementsAre("ai"));
}

TEST_F(Tagger, LooksInsideCompounds) {
    const auto matches = tagger_.matches("das Medizintechnikunternehmen");
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(tagger_.topic_id(matches[0].topic), "medical-devices");
    EXPECT_TRUE(matches[0].in_compound);
    EXPECT_EQ(matches[0].begin, 4U);
    EXPECT_EQ(matches[0].label, "Medizintechnik");
    EXPECT_THAT(ids("Photonikunternehmen"), ElementsAre("photonics"));
}

TEST_F(Tagger, RangesCoverTheWords) {
    const std::string text = "Für Künstliche  Intelligenz!";
    const auto matches = tagger_.matches(text);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(text.substr(matches[0].begin, matches[0].end - matches[0].begin), "Künstliche  Intelligenz");
    EXPECT_FALSE(matches[0].in_compound);
}

TEST(ShippedTopics, EveryLabelFindsItsTopic) {
    std::ifstream file(std::string(KONTOR_SOURCE_DIR) + "/data/topics/topics.jsonl");
    std::vector<model::Topic> topics;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        auto record = codec::record_from_line(line, {});
        ASSERT_TRUE(record);
        if (const auto* one = std::get_if<model::Topic>(&record.value())) topics.push_back(*one);
    }
    ASSERT_GT(topics.size(), 250U);
    const TopicTagger tagger(topics);
    for (std::uint32_t ordinal = 0; ordinal < topics.size(); ++ordinal) {
        for (const auto& [language, label] : topics[ordinal].labels) {
            const auto matches = tagger.matches(label);
            const bool is_found =
                std::ranges::any_of(matches, [&](const TopicMatch& m) { return m.topic == ordinal; });
            EXPECT_TRUE(is_found) << topics[ordinal].id << ": " << label;
        }
    }
}

}  // namespace
}  // namespace kontor::text
