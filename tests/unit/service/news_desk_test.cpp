// SPDX-License-Identifier: EUPL-1.2
#include "service/news_desk.hpp"

#include <gmock/gmock.h>

#include "service/knowledge.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using press::EntityKind;
using testing::ElementsAre;
using testing::IsEmpty;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};

class NewsOfAPressText : public testing::Test {
protected:
    void SetUp() override {
        store::WriteBatch batch{.actor = "test"};
        batch.puts = {support::topic("light", "Light"), support::organisation("north", "North"),
                      support::organisation("south", "South"), support::project("bridge", "Bridge")};
        ASSERT_TRUE(store_->write(batch).ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
        origin_.text =
            "North joins Bridge\n\nNorth is now a partner of the project. Finland follows. More later.";
        reading_.language = "en";
        reading_.sentences = {{0, 18}, {20, 58}, {59, 75}, {76, 87}};
        name(EntityKind::Cluster, "north", 0.9);
        name(EntityKind::Project, "bridge", 0.9);
        name(EntityKind::Company, "south", 0.2);
        name(EntityKind::Company, "", 0.9);
        press::Entity place;
        place.kind = EntityKind::Place;
        place.country = "FI";
        place.confidence = 0.8;
        reading_.entities.push_back(place);
        press::Entity topic;
        topic.kind = EntityKind::Topic;
        topic.topic = "light";
        topic.confidence = 0.8;
        reading_.entities.push_back(topic);
    }
    void name(EntityKind kind, const std::string& record, double confidence) {
        press::Entity entity;
        entity.kind = kind;
        entity.record = record;
        entity.confidence = confidence;
        reading_.entities.push_back(entity);
    }
    model::News made(const NewsLinks& links = {}) {
        return news_of(origin_, reading_, links, *knowledge_.current());
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    NewsOrigin origin_;
    press::Reading reading_;
};

TEST_F(NewsOfAPressText, AreTaggedWithWhatTheNetworkKnowsAndTheTextIsSureOf) {
    const model::News news = made();
    EXPECT_THAT(news.organisations, ElementsAre("north"));
    EXPECT_THAT(news.projects, ElementsAre("bridge"));
    EXPECT_THAT(news.topics, ElementsAre("light"));
    EXPECT_THAT(news.countries, ElementsAre("FI"));
    EXPECT_TRUE(model::validate([&] {
                    model::News whole = news;
                    whole.id = "some";
                    return model::Record(whole);
                }())
                    .empty());
}

TEST_F(NewsOfAPressText, ObeyWhatPeopleSaidAboutTheNames) {
    const model::News news = made({{0, ""}, {2, "south"}, {3, "nobody-known"}});
    EXPECT_THAT(news.organisations, ElementsAre("south"));
}

TEST_F(NewsOfAPressText, AreToldByTheirFirstSentencesMarkedAsMadeByAMachine) {
    const model::News news = made();
    ASSERT_EQ(news.titles.size(), 1U);
    EXPECT_EQ(news.titles[0].text, "North joins Bridge");
    ASSERT_EQ(news.summary.size(), 1U);
    EXPECT_EQ(news.summary[0].text, "North is now a partner of the project. Finland follows.");
    EXPECT_EQ(news.summary[0].origin, model::TextOrigin::Machine);
    EXPECT_EQ(news.summary[0].lang, "en");
}

TEST_F(NewsOfAPressText, CarryNoAddressThatIsNoWebAddress) {
    origin_.url = "javascript:alert(1)";
    EXPECT_THAT(made().url, IsEmpty());
    origin_.url = "https://paper.example/1";
    EXPECT_EQ(made().url, "https://paper.example/1");
}

}  // namespace
}  // namespace kontor::service
