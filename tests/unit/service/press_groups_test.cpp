// SPDX-License-Identifier: EUPL-1.2
// Texts that tell the same announcement, on the desk and as news.
#include "service/press_groups.hpp"

#include "service/press_news.hpp"
#include "unit/service/press_texts.hpp"

namespace kontor::service {
namespace {

using testing::SizeIs;

const std::string kNews =
    "The harbour cluster and nine partners have opened a workshop for lamps on the old quay. It will be used "
    "by "
    "small firms from three valleys, who may test their lamps there in fog and rain without paying for it. ";

class PressGroupsTest : public PressDeskTest {};

TEST_F(PressGroupsTest, TextsThatTellTheSameShareAGroup) {
    told_ = {};
    const std::string first = brought(kNews + "More is told by the office.");
    const std::string other =
        brought("Something else happened somewhere else, and nobody wrote about lamps.");
    EXPECT_FALSE(shown(first).brief.group);
    const std::string second = brought("Lamps at last!\n\n" + kNews + "Sent around by the press office.");
    EXPECT_EQ(shown(second).brief.group, first);
    EXPECT_EQ(shown(first).brief.group, first);
    EXPECT_FALSE(shown(other).brief.group);
    EXPECT_EQ(desk_of_press_->items(one_, {.group = first}).value().total, 2);
}

TEST_F(PressGroupsTest, OfEachAnnouncementTheLatestTextStandsForAll) {
    told_ = {};
    const std::string first = brought(kNews + "One.");
    const std::string other =
        brought("Something else happened somewhere else, and nobody wrote about lamps.");
    brought(kNews + "Two.");
    brought(kNews + "Three.");
    const auto all = desk_of_press_->items(one_, {}).value();
    const auto once = desk_of_press_->items(one_, {.is_once = true}).value();
    EXPECT_EQ(all.total, 4);
    EXPECT_EQ(once.total, 2);
    ASSERT_THAT(once.items, SizeIs(2));
    for (const PressItemBrief& each : once.items) {
        const bool is_other = each.id == other;
        EXPECT_EQ(each.alike.value_or(0), is_other ? 0 : 2);
        EXPECT_EQ(each.group.value_or(""), is_other ? "" : first);
    }
}

TEST_F(PressGroupsTest, OthersThatTellTheSameAreWithdrawnTogether) {
    told_ = {};
    const std::string first = brought(kNews + "One.");
    const std::string other =
        brought("Something else happened somewhere else, and nobody wrote about lamps.");
    const std::string second = brought(kNews + "Two.");
    std::string last;
    for (std::size_t i = 0; i < base::limits::kPressDuplicates; ++i)
        last = brought(kNews + "Again " + std::to_string(i));
    EXPECT_FALSE(desk_of_press_->withdraw_duplicates(two_, last).ok());
    const auto some = desk_of_press_->withdraw_duplicates(one_, second).value();
    EXPECT_EQ(some.withdrawn, static_cast<std::int64_t>(base::limits::kPressDuplicates));
    EXPECT_EQ(some.left, 1);
    EXPECT_EQ(desk_of_press_->withdraw_duplicates(one_, second).value().withdrawn, 1);
    EXPECT_EQ(desk_of_press_->withdraw_duplicates(one_, second).value().withdrawn, 0);
    EXPECT_EQ(desk_of_press_->withdraw_duplicates(one_, other).value().withdrawn, 0);
    EXPECT_EQ(desk_of_press_->items(one_, {}).value().total, 2);
    EXPECT_EQ(shown(first).brief.state, "withdrawn");
    ASSERT_TRUE(desk_of_press_->restore(one_, first).ok());
    EXPECT_EQ(desk_of_press_->items(one_, {}).value().total, 3);
}

TEST_F(PressGroupsTest, WhatIsNewsStaysWhenOthersAreWithdrawn) {
    told_ = {};
    const std::string first = brought("A lamp for the quay\n\n" + kNews);
    const std::string second = brought("Nine partners, one workshop\n\n" + kNews);
    ASSERT_TRUE(PressNewsService(*knowledge_).publish(one_, first).ok());
    EXPECT_EQ(desk_of_press_->withdraw_duplicates(one_, second).value().withdrawn, 0);
    EXPECT_NE(shown(first).brief.state, "withdrawn");
}

TEST_F(PressGroupsTest, TextsThatArriveTogetherAreCompared) {
    told_ = {};
    senses_.open = [](const std::string&, std::string_view) -> base::Result<PressDocuments> {
        PressDocuments out;
        for (const char* end : {"First.", "Second.", "Third."})
            out.documents.push_back({.text = {.text = kNews + end}, .url = {}, .form = "feed"});
        return out;
    };
    desk_of_press_ = std::make_unique<PressDesk>(*knowledge_, senses_);
    const auto taken = desk_of_press_->bring_file(one_, "one", "feed.xml", "…").value();
    ASSERT_THAT(taken.items, SizeIs(3));
    const std::string first = taken.items.front().item.id;
    for (const auto& each : taken.items) EXPECT_EQ(shown(each.item.id).brief.group, first);
}

TEST_F(PressGroupsTest, TheirNewsAreOneStory) {
    told_ = {};
    const PressNewsService news(*knowledge_);
    const std::string first = brought("A lamp for the quay\n\n" + kNews);
    const std::string second = brought("Nine partners, one workshop\n\n" + kNews);
    ASSERT_TRUE(news.publish(one_, first).ok());
    ASSERT_TRUE(news.publish(one_, second).ok());
    for (const model::News& each : all<model::News>()) {
        const bool leads = each.id == news_id_of(first);
        EXPECT_EQ(each.group, leads ? "" : news_id_of(first));
    }
}

TEST(PressSignatures, AreKeptAsTheyAre) {
    model::PressItem item;
    item.text = kNews;
    const text::NearSignature made = text::near_signature(kNews);
    item.signature = signature_text(made);
    EXPECT_EQ(signature_of(item), made);
    item.signature.clear();
    EXPECT_EQ(signature_of(item), made);
}

}  // namespace
}  // namespace kontor::service
