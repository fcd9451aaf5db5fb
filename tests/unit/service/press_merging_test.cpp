// SPDX-License-Identifier: EUPL-1.2
// Two organisations become one, and two again: texts, names, lessons, feeds, news and claims go along; what
// was withdrawn long ago is swept.
#include "service/press_merging.hpp"

#include "service/merge_service.hpp"
#include "service/press_news.hpp"
#include "service/sweep.hpp"
#include "service/undo_service.hpp"
#include "unit/service/press_texts.hpp"

namespace kontor::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class PressMerging : public PressDeskTest {
protected:
    WrittenBatch merge(const std::string& kept, const std::string& merged) {
        const auto done = merges_.merge(kOperator, {kept, merged});
        EXPECT_TRUE(done.ok()) << base::located_sentence(done.errors().front(), "en");
        return done ? done.value() : WrittenBatch{};
    }
    void undo(const WrittenBatch& batch) {
        const auto undone = undo_.undo(kOperator, static_cast<std::uint64_t>(batch.batch));
        ASSERT_TRUE(undone.ok()) << base::located_sentence(undone.errors().front(), "en");
    }
    template <class R>
    std::vector<R> all_of_desk() {
        std::vector<R> out;
        const auto found = store_->all_desk(R::kKind);
        for (const model::DeskRecord& record : found.value()) out.push_back(std::get<R>(record));
        return out;
    }

    MergeService merges_{*knowledge_};
    UndoService undo_{*knowledge_};
    PressNewsService news_{*knowledge_};
};

TEST_F(PressMerging, TakesAllAlongAndGivesAllBack) {
    tell_much();
    const std::string id = brought();
    accept_all(id);
    ASSERT_TRUE(news_.publish(one_, id).ok());
    PressDecisionForm link;
    link.entities = {{.entity = "Glimmerwerk", .decision = "link", .record = "glimmerwerk"}};
    told_ = {};
    told_.name(EntityKind::Cluster, "Glimmerwerk");
    const std::string other = brought("Another text");
    ASSERT_TRUE(desk_of_press_->decide(one_, other, link).ok());
    model::PressFeed feed;
    feed.id = "feed";
    feed.organisation = "glimmerwerk";
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {feed}}).ok());
    const auto items = all_of_desk<model::PressItem>();
    const auto claims = all_of_desk<model::PressClaim>();
    const auto lessons = all_of_desk<model::PressMemory>();
    const std::string records = network();

    const WrittenBatch batch = merge("two", "glimmerwerk");
    EXPECT_THAT(all<model::News>().front().organisations, testing::Not(testing::Contains("glimmerwerk")));
    EXPECT_EQ(shown(other).entities.front().record->id, "two");
    EXPECT_EQ(all_of_desk<model::PressMemory>().front().subject, "two");
    EXPECT_EQ(all_of_desk<model::PressFeed>().front().organisation, "two");
    for (const PressEntity& entity : shown(id).entities) {
        EXPECT_NE(entity.record ? entity.record->id : "", "glimmerwerk") << entity.name;
    }

    undo(batch);
    EXPECT_EQ(network(), records);
    EXPECT_EQ(all_of_desk<model::PressItem>(), items);
    EXPECT_EQ(all_of_desk<model::PressClaim>(), claims);
    EXPECT_EQ(all_of_desk<model::PressMemory>(), lessons);
    EXPECT_EQ(all_of_desk<model::PressFeed>().front(), feed);
}

TEST_F(PressMerging, LeavesWithdrawingToWhatTheTextMade) {
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    const auto fresh = told_.name(EntityKind::Company, "Glimmerwerk");
    const auto project = told_.name(EntityKind::Project, "BRIGHTWAY");
    told_.fact(fresh, Predicate::PartnerIn, project);
    told_.fact(fresh, Predicate::MemberOf, one);
    const std::string id = brought();
    accept_all(id);
    std::string made;
    for (const auto& each : all<model::Organisation>()) {
        if (each.names.front().text == "Glimmerwerk") made = each.id;
    }
    merge("two", made);
    ASSERT_THAT(all<model::Participation>(), SizeIs(1));
    EXPECT_EQ(all<model::Participation>().front().organisation, "two");
    const auto gone = desk_of_press_->withdraw(one_, id);
    ASSERT_TRUE(gone.ok()) << base::sentence(gone.errors().front(), "en");
    EXPECT_THAT(all<model::Participation>(), IsEmpty());
    EXPECT_THAT(all<model::Project>(), IsEmpty());
    EXPECT_THAT(all<model::Organisation>(), SizeIs(2)) << "the other record was there before";
}

TEST_F(PressMerging, MovesTheDeskSoThatTheSameTextIsKnownThere) {
    brought("News of the day");
    merge("two", "one");
    const Asker both = asker(join(admin_, "two", "editor", "ed@example.org"));
    const auto again =
        desk_of_press_->bring(both, {.organisation = "two", .text = "News of the day"}).value();
    EXPECT_TRUE(again.items.front().was_known);
}

model::PressMemory lesson(const std::string& desk, model::PressLesson kind, const std::string& name) {
    model::PressMemory out;
    out.id = desk + name;
    out.organisation = desk;
    out.lesson = kind;
    out.name = name;
    return out;
}

TEST_F(PressMerging, OfTwoLessonsAboutANameTheNewerHolds) {
    model::PressMemory old = lesson("one", model::PressLesson::Alias, "Glimmerwerk");
    old.subject_kind = "organisation";
    old.subject = "one";
    old.learnt = 1;
    model::PressMemory newer = lesson("two", model::PressLesson::Refused, "GLIMMERWERK");
    newer.learnt = 2;
    ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {old, newer}}).ok());
    merge("one", "two");
    const Taught both = taught_names(*store_, "one").value();
    EXPECT_THAT(both.names.names, IsEmpty());
    EXPECT_THAT(both.names.refused, ElementsAre("GLIMMERWERK"));

    told_ = {};
    told_.name(EntityKind::Company, "Glimmerwerk");
    const std::string id = brought();
    PressDecisionForm form;
    form.entities = {{.entity = "Glimmerwerk", .decision = "not_a_name"},
                     {.entity = "Glimmerwerk", .decision = "reopen"}};
    const auto decided = desk_of_press_->decide(one_, id, form);
    ASSERT_TRUE(decided.ok()) << base::located_sentence(decided.errors().front(), "en");
    EXPECT_THAT(all_of_desk<model::PressMemory>(), IsEmpty()) << "of none of the two desks, nor of this call";
}

TEST_F(PressMerging, RejectionsOfBothDesksCountTogether) {
    for (const std::string desk : {"one", "two"}) {
        model::PressMemory pattern = lesson(desk, model::PressLesson::Pattern, "by-hand");
        pattern.subject = model::word(Predicate::MemberOf);
        pattern.count = 2;
        ASSERT_TRUE(store_->write({.actor = "test", .desk_puts = {pattern}}).ok());
    }
    merge("one", "two");
    const auto times = [this] {
        return taught_names(*store_, "one").value().rejected.at({"by-hand", "member-of"});
    };
    EXPECT_EQ(times(), 4);

    told_ = {};
    const auto fresh = told_.name(EntityKind::Company, "Glimmerwerk");
    told_.fact(fresh, Predicate::MemberOf, told_.name(EntityKind::Cluster, "Cluster one", "one"));
    accept_all(brought());
    EXPECT_EQ(times(), 3);
}

TEST_F(PressMerging, TextsWithdrawnForAYearAreSwept) {
    tell_much();
    const std::string id = brought();
    const std::string stays = brought("Another text");
    ASSERT_TRUE(desk_of_press_->withdraw(one_, id).ok());
    clock_.seconds += kWithdrawnPressSeconds - 1;
    ASSERT_TRUE(sweep(*desk_).ok());
    EXPECT_THAT(all_of_desk<model::PressItem>(), SizeIs(2));
    clock_.seconds += 1;
    ASSERT_TRUE(sweep(*desk_).ok());
    ASSERT_THAT(all_of_desk<model::PressItem>(), SizeIs(1));
    EXPECT_EQ(all_of_desk<model::PressItem>().front().id, stays);
    EXPECT_THAT(all_of_desk<model::PressClaim>(), SizeIs(26));
}

}  // namespace
}  // namespace kontor::service
