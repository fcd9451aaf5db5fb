// SPDX-License-Identifier: EUPL-1.2
// Withdrawing a press text: the news made of it, what a preview says, and restoring.
#include "service/press_withdrawal.hpp"

#include "service/news_service.hpp"
#include "service/press_news.hpp"
#include "unit/service/press_texts.hpp"

namespace kontor::service {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class PressWithdrawals : public PressDeskTest {
protected:
    std::string published() {
        tell_much();
        const std::string id = brought();
        accept_all(id);
        EXPECT_TRUE(news_.publish(one_, id).ok());
        return id;
    }
    model::News only_news() {
        const auto found = all<model::News>();
        EXPECT_THAT(found, SizeIs(1));
        return found.empty() ? model::News{} : found.front();
    }

    PressNewsService news_{*knowledge_};
};

TEST_F(PressWithdrawals, TakeTheNewsBackAndRestoringBringsItAgain) {
    tell_much();
    const std::string before = network();
    const std::string id = published();
    model::News told = only_news();
    told.titles.push_back({"fi", "Sama suomeksi"});
    ASSERT_TRUE(knowledge_->write({.puts = {told}, .actor = "test"}).ok());
    const std::string accepted = network();
    const auto gone = desk_of_press_->withdraw(one_, id);
    ASSERT_TRUE(gone.ok()) << base::sentence(gone.errors().front(), "en");
    EXPECT_EQ(network(), before);
    EXPECT_EQ(gone.value().gone.front().record.kind, "news");
    ASSERT_TRUE(desk_of_press_->restore(one_, id).ok());
    EXPECT_EQ(network(), accepted);
}

TEST_F(PressWithdrawals, OfTextsThatWereOnlyPublishedLeaveNothing) {
    tell_much();
    const std::string before = network();
    const std::string id = brought();
    ASSERT_TRUE(news_.publish(one_, id).ok());
    EXPECT_NE(network(), before);
    ASSERT_TRUE(desk_of_press_->withdraw(one_, id).ok());
    EXPECT_EQ(network(), before);
}

TEST_F(PressWithdrawals, LeaveTheStoryToTheOldestThatTellsItToo) {
    const std::string id = published();
    const std::string first = only_news().id;
    for (const char* name : {"later", "latest"}) {
        model::News other;
        other.id = name;
        other.titles = {{"en", "Told again"}};
        other.published = model::Date::parse(name == std::string("later") ? "2021-02" : "2021-03").value();
        other.group = first;
        ASSERT_TRUE(knowledge_->write({.puts = {other}, .actor = "test"}).ok());
    }
    ASSERT_TRUE(desk_of_press_->withdraw(one_, id).ok());
    const auto left = all<model::News>();
    ASSERT_THAT(left, SizeIs(2));
    EXPECT_EQ(left.front().id, "later");
    EXPECT_EQ(left.front().group, "");
    EXPECT_EQ(left.back().group, "later");
}

TEST_F(PressWithdrawals, ArePreviewedAsTheyHappenAndNothingIsWritten) {
    const std::string id = published();
    model::Participation other;
    other.id = "other";
    other.project = all<model::Project>().front().id;
    other.organisation = "two";
    other.role = model::ParticipationRole::NetworkPartner;
    ASSERT_TRUE(knowledge_->write({.puts = {other}, .actor = "test"}).ok());
    const std::string before = network();
    const auto would = desk_of_press_->preview_withdrawal(one_, id);
    ASSERT_TRUE(would.ok()) << base::sentence(would.errors().front(), "en");
    EXPECT_EQ(network(), before);
    EXPECT_EQ(would.value().batch, 0);
    EXPECT_NE(shown(id).brief.state, "withdrawn");
    std::vector<std::string> said;
    for (const PressRemainder& each : would.value().gone) said.push_back(each.text);
    EXPECT_THAT(said, Contains(HasSubstr("only this item supports it")));
    EXPECT_THAT(said, Contains(HasSubstr("Members of the cluster: 300")));
    EXPECT_THAT(said, testing::Not(Contains(HasSubstr("Country: "))));  // of a record that goes as a whole
    EXPECT_THAT(would.value().stayed,
                Contains(testing::Field(&PressRemainder::text, HasSubstr("BRIGHTWAY"))));
    const auto gone = desk_of_press_->withdraw(one_, id);
    ASSERT_TRUE(gone.ok());
    EXPECT_EQ(gone.value().gone.size(), would.value().gone.size());
    EXPECT_EQ(gone.value().stayed.size(), would.value().stayed.size());
    EXPECT_THAT(desk_of_press_->preview_withdrawal(one_, id).value().gone, IsEmpty());
    EXPECT_EQ(code_of(desk_of_press_->preview_withdrawal(two_, id)), ErrorCode::RecordNotFound);
}

}  // namespace
}  // namespace kontor::service
