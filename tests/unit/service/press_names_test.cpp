// SPDX-License-Identifier: EUPL-1.2
// Names that people add to a press text: what is learnt, and what stays of what was said before.
#include "service/press_rereading.hpp"
#include "unit/service/press_texts.hpp"

namespace kontor::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// The ä is one code unit and two bytes.
const std::string kSentence = "In Jäna Cluster one met Glimmerwerk. Glimmerwerk joined Cluster one.";

class PressNames : public PressDeskTest {
protected:
    PressNames() {
        told_ = {};
        one_name_ = told_.name(EntityKind::Cluster, "Cluster one", "one");
        told_.reading.entities.back().mentions = {{9, 20}};
        told_.fact(one_name_, Predicate::Founded, std::string("2001"));
    }
    /// What the reader gives once it knows the name.
    void tell_more() {
        const auto fresh = told_.name(EntityKind::Company, "Glimmerwerk");
        told_.reading.entities.back().mentions = {{25, 36}, {38, 49}};
        told_.fact(fresh, Predicate::MemberOf, one_name_);
    }
    static PressNameForm form(const std::string& kind) { return {.begin = 24, .end = 35, .kind = kind}; }
    const PressEntity& entity(const PressItem& item, const std::string& name) {
        const auto found = std::find_if(item.entities.begin(), item.entities.end(),
                                        [&name](const PressEntity& each) { return each.name == name; });
        EXPECT_NE(found, item.entities.end()) << name;
        return found == item.entities.end() ? item.entities.front() : *found;
    }

    std::uint32_t one_name_ = 0;
};

TEST_F(PressNames, AreRememberedAndTheTextIsReadAgain) {
    const std::string id = brought(kSentence);
    const std::string waiting = shown(id).claims.front().id;
    tell_more();
    const auto read = desk_of_press_->add_name(one_, id, form("company"));
    ASSERT_TRUE(read.ok()) << base::sentence(read.errors().front(), "en");
    ASSERT_THAT(taught_.names, SizeIs(1));
    EXPECT_THAT(taught_.names.front().names, ElementsAre("Glimmerwerk"));
    EXPECT_EQ(taught_.names.front().kind, EntityKind::Company);
    ASSERT_THAT(read.value().claims, SizeIs(2));
    EXPECT_EQ(read.value().claims.front().id, waiting);
    EXPECT_EQ(read.value().brief.claims.waiting, 2);
    EXPECT_EQ(memory_.memory(one_, {}).value().total, 1);
    brought("Another text");
    EXPECT_THAT(taught_.names, SizeIs(1));
}

TEST_F(PressNames, StandInTheTextEvenWhenTheReaderPassesThemOver) {
    const std::string id = brought(kSentence);
    const auto read = desk_of_press_->add_name(one_, id, form("company")).value();
    const PressEntity& added = entity(read, "Glimmerwerk");
    ASSERT_THAT(added.mentions, SizeIs(2));
    EXPECT_EQ(added.mentions.front().begin, 24);
    EXPECT_EQ(added.mentions.back().begin, 37);
    EXPECT_EQ(added.kind, "company");
    EXPECT_THAT(shown(id).entities, SizeIs(2));
}

TEST_F(PressNames, MayMeanARecordOfTheNetwork) {
    const std::string id = brought(kSentence);
    PressNameForm link{.begin = 24, .end = 35, .record = "two"};
    const auto read = desk_of_press_->add_name(one_, id, link).value();
    EXPECT_EQ(entity(read, "Glimmerwerk").record->id, "two");
    EXPECT_EQ(entity(read, "Glimmerwerk").kind, "cluster");
    EXPECT_EQ(taught_.names.front().record, "two");
    link.record = "light";
    link.record_kind = "topic";
    EXPECT_EQ(entity(desk_of_press_->add_name(one_, id, link).value(), "Glimmerwerk").kind, "topic");
    EXPECT_EQ(taught_.names.front().kind, EntityKind::Topic);
}

TEST_F(PressNames, LeaveDecisionsAlone) {
    const std::string id = brought(kSentence);
    PressDecisionForm decision;
    decision.claims = {{.claim = shown(id).claims.front().id, .decision = "correct", .value = "1999"}};
    ASSERT_TRUE(desk_of_press_->decide(one_, id, decision).ok());
    const std::string written = network();
    tell_more();
    const auto read = desk_of_press_->add_name(one_, id, form("company")).value();
    ASSERT_THAT(read.claims, SizeIs(2));
    EXPECT_EQ(read.claims.front().state, "corrected");
    EXPECT_EQ(read.claims.front().value, "1999");
    EXPECT_EQ(network(), written);
    ASSERT_TRUE(desk_of_press_->withdraw(one_, id).ok());
    EXPECT_THAT(all<model::Claim>(), IsEmpty());
}

TEST_F(PressNames, HaveToStandInTheTextAndBeOfAKind) {
    const std::string id = brought(kSentence);
    const auto refused = [&](const PressNameForm& wrong) {
        return code_of(desk_of_press_->add_name(one_, id, wrong));
    };
    EXPECT_EQ(refused({.begin = 900, .end = 910, .kind = "person"}), ErrorCode::ValueOutOfRange);
    EXPECT_EQ(refused({.begin = 9, .end = 9, .kind = "person"}), ErrorCode::ValueOutOfRange);
    EXPECT_EQ(refused({.begin = -1, .end = 9, .kind = "person"}), ErrorCode::ValueOutOfRange);
    EXPECT_EQ(refused({.begin = 2, .end = 3, .kind = "person"}), ErrorCode::ValueMissing);
    EXPECT_EQ(refused({.begin = 0, .end = 4}), ErrorCode::ValueMissing);
    EXPECT_EQ(refused({.begin = 0, .end = 4, .kind = "planet"}), ErrorCode::ValueNotAllowed);
    EXPECT_EQ(refused({.begin = 0, .end = 4, .record = "nothing"}), ErrorCode::PressRecordUnfit);
    EXPECT_EQ(refused({.begin = 0, .end = 4, .kind = "project", .record = "two"}),
              ErrorCode::PressRecordUnfit);
    EXPECT_EQ(code_of(desk_of_press_->add_name(two_, id, form("company"))), ErrorCode::RecordNotFound);
}

TEST(PressRereading, ForgetsWaitingClaimsThatAreNotReadAgain) {
    Told told;
    const auto one = told.name(EntityKind::Cluster, "One");
    told.fact(one, Predicate::Founded, std::string("2001"));
    told.fact(one, Predicate::Founded, std::string("2002"));
    PressPaper paper;
    paper.item.id = "text";
    fill_paper(paper, told.reading);
    told.reading.facts.erase(told.reading.facts.begin());
    told.fact(one, Predicate::Founded, std::string("2003"));
    EXPECT_THAT(reread_paper(paper, told.reading), ElementsAre("text.1"));
    ASSERT_THAT(paper.claims, SizeIs(2));
    EXPECT_EQ(paper.claims.front().desk.id, "text.2");
    EXPECT_EQ(paper.claims.back().desk.id, "text.3");
    EXPECT_EQ(paper.claims.back().desk.number, 2);
}

}  // namespace
}  // namespace kontor::service
