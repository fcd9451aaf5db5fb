// SPDX-License-Identifier: EUPL-1.2
// What a press desk accepts by itself: nothing unless it was switched on, and then only what is sure and
// known.
#include "service/press_rules.hpp"

#include "unit/service/press_texts.hpp"

namespace kontor::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class PressRules : public PressDeskTest {
protected:
    PressRules() {
        told_ = {};
        const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
        const auto two = told_.name(EntityKind::Cluster, "Cluster two", "two");
        const auto fresh = told_.name(EntityKind::Company, "Glimmerwerk");
        told_.fact(two, Predicate::MemberOf, one);
        told_.fact(fresh, Predicate::MemberOf, one);
        told_.fact(one, Predicate::Founded, std::string("2001"));
        told_.fact(two, Predicate::MemberOf, one).certainty = press::Certainty::Planned;
    }
    base::Result<PressRule> set(const Asker& asker, const PressRuleForm& form) {
        return rules_.set(asker, "one", form);
    }
    std::vector<std::string> states(const std::string& id) {
        std::vector<std::string> out;
        for (const PressClaim& claim : shown(id).claims) out.push_back(claim.state);
        return out;
    }

    PressRuleService rules_{*knowledge_};
    const PressRuleForm kJoining{.is_on = true, .minimum = 0.9, .predicates = {"member-of"}};
};

TEST_F(PressRules, AreOffUntilSomebodySwitchesThemOn) {
    const std::string before = network();
    EXPECT_FALSE(rules_.rules(one_, "one").value().rules.front().is_on);
    brought();
    EXPECT_EQ(network(), before);
    ASSERT_TRUE(set(one_, kJoining).ok());
    PressRuleForm off = kJoining;
    off.is_on = false;
    ASSERT_TRUE(set(one_, off).ok());
    brought("Another text");
    EXPECT_EQ(network(), before);
}

TEST_F(PressRules, AcceptWhatIsSureAboutKnownRecordsAlone) {
    ASSERT_TRUE(set(one_, kJoining).ok());
    const std::string id = brought();
    EXPECT_THAT(states(id), ElementsAre("accepted", "waiting", "waiting", "waiting"));
    EXPECT_THAT(all<model::Membership>(), SizeIs(1));
    EXPECT_THAT(all<model::Organisation>(), SizeIs(2));
    EXPECT_EQ(shown(id).claims.front().decided_by, "Rule of the press desk");
    const auto log = store_->audit({.actor = kPressRuleActor}).value();
    ASSERT_THAT(log, SizeIs(1));
    EXPECT_EQ(log.front().action, "press.rule_applied");
    EXPECT_EQ(log.front().subject, id);
    EXPECT_EQ(log.front().organisation, "one");
}

TEST_F(PressRules, AcceptNothingBelowTheirConfidence) {
    PressRuleForm strict = kJoining;
    strict.minimum = 0.95;
    ASSERT_TRUE(set(one_, strict).ok());
    EXPECT_THAT(states(brought()), ElementsAre("waiting", "waiting", "waiting", "waiting"));
}

TEST_F(PressRules, LeaveWhatIsDoubtfulOrDoesNotFitToPeople) {
    told_.reading.entities[1].record.clear();
    resolve::Candidate candidate{.record = "two", .name = "Cluster two", .score = 0.7};
    candidates_["Cluster two"] = {candidate};
    ASSERT_TRUE(set(one_, kJoining).ok());
    EXPECT_THAT(states(brought()), ElementsAre("waiting", "waiting", "waiting", "waiting"));
    EXPECT_THAT(all<model::Membership>(), IsEmpty());
}

TEST_F(PressRules, CanBeTakenBackByPeople) {
    const std::string before = network();
    ASSERT_TRUE(set(one_, kJoining).ok());
    const std::string id = brought();
    PressDecisionForm form;
    form.claims = {{.claim = shown(id).claims.front().id, .decision = "reopen"}};
    ASSERT_TRUE(desk_of_press_->decide(one_, id, form).ok());
    EXPECT_EQ(network(), before);
}

TEST_F(PressRules, AreForClusterManagersToSet) {
    const Asker editor = asker(join(admin_, "one", "editor", "ed@example.org"));
    EXPECT_EQ(code_of(set(editor, kJoining)), ErrorCode::OperationNotPermitted);
    EXPECT_FALSE(rules_.rules(editor, "one").value().rules.front().may_set);
    EXPECT_EQ(code_of(set(two_, kJoining)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(set(admin_, kJoining)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(rules_.rules(two_, "one")), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(rules_.rules({}, "")), ErrorCode::SignInRequired);
    EXPECT_EQ(rules_.rules(two_, "").value().rules.front().organisation.id, "two");
    const auto wrong = set(one_, {.is_on = true, .minimum = 0.2, .predicates = {"contact-of"}});
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.errors().front().code, ErrorCode::ValueOutOfRange);
    EXPECT_EQ(wrong.errors().back().place.field, "/predicates/0");
    EXPECT_EQ(code_of(set(one_, {.is_on = true, .minimum = 0.9, .predicates = {}})), ErrorCode::ValueMissing);
}

}  // namespace
}  // namespace kontor::service
