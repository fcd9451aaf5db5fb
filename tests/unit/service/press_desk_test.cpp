// SPDX-License-Identifier: EUPL-1.2
// The press desk: who may use it, what accepting claims does to the network, what withdrawing takes back and
// leaves, what corrections teach. Texts are invented; the reading is given by hand.
#include "service/press_desk.hpp"

#include "unit/service/press_texts.hpp"

namespace kontor::service {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST_F(PressDeskTest, IsForTheOrganisationsOwnPeople) {
    const std::string id = brought();
    const PressTextForm form{.organisation = "one", .text = "News"};
    EXPECT_EQ(code_of(desk_of_press_->bring(Asker{}, form)), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(desk_of_press_->bring(two_, form)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(desk_of_press_->bring(admin_, form)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(desk_of_press_->item(Asker{}, id)), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(desk_of_press_->item(two_, id)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(desk_of_press_->items(two_, {.organisation = "one"})),
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(desk_of_press_->items(two_, {}).value().total, 0);
    EXPECT_EQ(desk_of_press_->items(one_, {}).value().total, 1);
    EXPECT_EQ(code_of(desk_of_press_->withdraw(two_, id)), ErrorCode::RecordNotFound);
    EXPECT_EQ(desk_of_press_->items(kOperator, {}).value().total, 1);
}

TEST_F(PressDeskTest, TheSameTextIsTheSameItem) {
    const std::string id = brought("News of the  day");
    const auto again =
        desk_of_press_->bring(one_, {.organisation = "one", .text = "News of\nthe day "}).value();
    EXPECT_TRUE(again.items.front().was_known);
    EXPECT_EQ(again.items.front().item.id, id);
}

TEST_F(PressDeskTest, BringingChecksTheText) {
    EXPECT_EQ(code_of(desk_of_press_->bring(one_, {.organisation = "one", .text = "  \n"})),
              ErrorCode::ValueMissing);
    EXPECT_EQ(code_of(desk_of_press_->bring(one_, {.organisation = "one", .text = "a\x01"})),
              ErrorCode::ControlCharacter);
    EXPECT_EQ(
        code_of(desk_of_press_->bring(one_, {.organisation = "one", .text = std::string(300'000, 'a')})),
        ErrorCode::TextTooLong);
    EXPECT_EQ(
        code_of(desk_of_press_->bring(one_, {.organisation = "one", .text = "News", .published = "soon"})),
        ErrorCode::DateInvalid);
}

TEST_F(PressDeskTest, NothingIsWrittenBeforeSomebodyAccepts) {
    tell_much();
    const std::string before = network();
    const std::string id = brought();
    EXPECT_THAT(shown(id).claims, SizeIs(26));
    EXPECT_EQ(network(), before);
    ASSERT_TRUE(decide(id, "reject").ok());
    EXPECT_EQ(network(), before);
    EXPECT_EQ(shown(id).brief.state, "done");
}

TEST_F(PressDeskTest, AcceptedClaimsBecomeRecordsWithTheTextAsSource) {
    tell_much();
    const std::string id = brought();
    accept_all(id);
    const auto projects = all<model::Project>();
    ASSERT_THAT(projects, SizeIs(2));
    const model::Project& project = projects.front();
    EXPECT_EQ(project.acronym, "BRIGHTWAY");
    EXPECT_EQ(project.start.text(), "2018-01");
    EXPECT_FALSE(project.end.known());
    EXPECT_THAT(project.topics, ElementsAre("light"));
    EXPECT_THAT(project.predecessors, ElementsAre(projects.back().id));
    ASSERT_THAT(project.phases, SizeIs(1));
    EXPECT_EQ(project.phases.front().from.text(), "2019");
    EXPECT_THAT(project.target_regions, SizeIs(2));
    const auto parts = all<model::Participation>();
    ASSERT_THAT(parts, SizeIs(3));
    for (const auto& part : parts) {
        const bool leads = part.organisation == "one";
        EXPECT_EQ(part.role == model::ParticipationRole::Coordinator, leads);
        if (part.organisation != "two") continue;
        EXPECT_THAT(part.phases, ElementsAre(2));
        EXPECT_EQ(part.from.text(), "2018-01");
    }
    const auto source = all<model::Source>();
    ASSERT_THAT(source, Contains(testing::Field(&model::Source::kind, model::SourceKind::Press)));
    EXPECT_EQ(project.source, shown(id).source->id);
    const auto journeys = all<model::Delegation>();
    ASSERT_THAT(journeys, SizeIs(1));
    EXPECT_THAT(journeys.front().stops, SizeIs(1));
    EXPECT_THAT(journeys.front().participants, ElementsAre("two"));
    EXPECT_THAT(all<model::Agreement>(), SizeIs(1));
}

TEST_F(PressDeskTest, WithdrawingGivesTheNetworkAsItWas) {
    tell_much();
    const std::string before = network();
    const std::string id = brought();
    accept_all(id);
    const std::string accepted = network();
    EXPECT_NE(accepted, before);
    const auto gone = desk_of_press_->withdraw(one_, id);
    ASSERT_TRUE(gone.ok()) << base::sentence(gone.errors().front(), "en");
    EXPECT_THAT(gone.value().stayed, IsEmpty());
    EXPECT_EQ(network(), before);
    EXPECT_EQ(shown(id).brief.state, "withdrawn");
    PressDecisionForm form;
    form.claims = {{.claim = shown(id).claims.front().id, .decision = "accept"}};
    EXPECT_EQ(code_of(desk_of_press_->decide(one_, id, form)), ErrorCode::PressItemWithdrawn);
    const auto restored = desk_of_press_->restore(one_, id);
    ASSERT_TRUE(restored.ok()) << base::sentence(restored.errors().front(), "en");
    EXPECT_EQ(network(), accepted);
}

TEST_F(PressDeskTest, ReopeningEachClaimTakesAllBackToo) {
    tell_much();
    const std::string before = network();
    const std::string id = brought();
    accept_all(id);
    for (const PressClaim& claim : shown(id).claims) {
        PressDecisionForm form;
        form.claims = {{.claim = claim.id, .decision = "reopen"}};
        const auto done = desk_of_press_->decide(one_, id, form);
        ASSERT_TRUE(done.ok()) << base::sentence(done.errors().front(), "en");
    }
    EXPECT_EQ(network(), before);
    EXPECT_EQ(shown(id).brief.claims.waiting, 26);
}

TEST_F(PressDeskTest, WhatAnotherTextSaysTooStaysAndTakesThatText) {
    tell_much();
    const std::string before = network();
    const std::string first = brought("The first text");
    accept_all(first);
    const auto means = [this](const std::string& name, const std::string& record) {
        candidates_[name] = {
            {.record = record, .name = name, .score = 0.99, .verdict = resolve::Verdict::Same}};
    };
    for (const model::Project& project : all<model::Project>()) means(project.acronym, project.id);
    for (const model::Organisation& each : all<model::Organisation>())
        means(each.names.front().text, each.id);
    const std::string second = brought("The second text");
    accept_all(second);
    const auto gone = desk_of_press_->withdraw(one_, first);
    ASSERT_TRUE(gone.ok()) << base::sentence(gone.errors().front(), "en");
    EXPECT_FALSE(gone.value().stayed.empty());
    const auto projects = all<model::Project>();
    ASSERT_THAT(projects, SizeIs(2));
    EXPECT_EQ(projects.front().source, shown(second).source->id);
    EXPECT_THAT(all<model::Participation>(), SizeIs(3));
    ASSERT_TRUE(desk_of_press_->withdraw(one_, second).ok());
    EXPECT_EQ(network(), before);
}

TEST_F(PressDeskTest, WhatSomebodyChangedSinceStays) {
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    const auto project = told_.name(EntityKind::Project, "BRIGHTWAY");
    told_.fact(one, Predicate::PartnerIn, project);
    const std::string id = brought();
    accept_all(id);
    model::Project changed = all<model::Project>().front();
    changed.url = "https://brightway.example";
    ASSERT_TRUE(knowledge_->write({.puts = {changed}, .actor = "test"}).ok());
    const auto gone = desk_of_press_->withdraw(one_, id).value();
    EXPECT_THAT(gone.gone, SizeIs(1));
    EXPECT_THAT(gone.stayed, SizeIs(1));
    EXPECT_THAT(all<model::Project>(), SizeIs(1));
    EXPECT_THAT(all<model::Participation>(), IsEmpty());
}

TEST_F(PressDeskTest, WhatOthersReferToStays) {
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    const auto project = told_.name(EntityKind::Project, "BRIGHTWAY");
    told_.fact(one, Predicate::PartnerIn, project);
    const std::string id = brought();
    accept_all(id);
    model::Participation other;
    other.id = "other";
    other.project = all<model::Project>().front().id;
    other.organisation = "two";
    ASSERT_TRUE(knowledge_->write({.puts = {other}, .actor = "test"}).ok());
    const auto gone = desk_of_press_->withdraw(one_, id);
    ASSERT_TRUE(gone.ok()) << base::sentence(gone.errors().front(), "en");
    EXPECT_THAT(gone.value().stayed, SizeIs(1));
    EXPECT_THAT(all<model::Project>(), SizeIs(1));
}

TEST_F(PressDeskTest, AnotherValueStandsBesideAndIsNotOverwritten) {
    model::Organisation one = organisation("one");
    one.founded = 1999;
    ASSERT_TRUE(knowledge_->write({.puts = {one}, .actor = "test"}).ok());
    told_ = {};
    const auto subject = told_.name(EntityKind::Cluster, "Cluster one", "one");
    told_.fact(subject, Predicate::Founded, std::string("2001"));
    accept_all(brought());
    EXPECT_EQ(std::get<model::Organisation>(*store_->read(RecordKind::Organisation, "one").value()).founded,
              1999);
    const auto claims = all<model::Claim>();
    ASSERT_THAT(claims, SizeIs(1));
    EXPECT_EQ(claims.front().predicate, "founded");
    EXPECT_EQ(claims.front().value, "2001");
}

TEST_F(PressDeskTest, WhatOneMayNotEditWaitsForItsKeeper) {
    told_ = {};
    const auto two = told_.name(EntityKind::Cluster, "Cluster two", "two");
    const auto light = told_.topic("light", "light");
    told_.fact(two, Predicate::About, light);
    told_.fact(two, Predicate::Founded, std::string("2001"));
    const std::string id = brought();
    accept_all(id);
    for (const model::Claim& claim : all<model::Claim>())
        EXPECT_EQ(claim.review, model::ClaimReview::Waiting);
    EXPECT_THAT(all<model::Claim>(), SizeIs(2));
    const auto record = store_->read(RecordKind::Organisation, "two").value();
    EXPECT_EQ(std::get<model::Organisation>(*record), organisation("two"));
    EXPECT_EQ(shown(id).claims.front().effects.front().action, "wait");
}

TEST_F(PressDeskTest, ADoubtfulNameHasToBeSettledFirst) {
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    const auto doubtful = told_.name(EntityKind::Cluster, "Cluster tow");
    told_.fact(doubtful, Predicate::MemberOf, one);
    resolve::Candidate candidate{.record = "two", .name = "Cluster two", .score = 0.7};
    candidate.reasons = {{resolve::ReasonCode::OtherSpelling, {}}};
    candidates_["Cluster tow"] = {candidate};
    const std::string id = brought();
    const auto refused = decide(id, "accept");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().front().code, ErrorCode::PressNameOpen);
    EXPECT_EQ(refused.errors().front().place.field, "/claims/0/claim");
    EXPECT_EQ(shown(id).entities.back().candidates.front().record.id, "two");
    PressDecisionForm form;
    form.entities = {{.entity = "Cluster tow", .decision = "link", .record = "two"}};
    form.claims = {{.claim = shown(id).claims.front().id, .decision = "accept"}};
    ASSERT_TRUE(desk_of_press_->decide(one_, id, form).ok());
    ASSERT_THAT(all<model::Membership>(), SizeIs(1));
    EXPECT_EQ(all<model::Membership>().front().member, "two");
    form.entities = {{.entity = "Cluster tow", .decision = "not_a_name"}};
    form.claims.clear();
    EXPECT_EQ(code_of(desk_of_press_->decide(one_, id, form)), ErrorCode::PressNameInUse);
    // The next reading knows.
    brought("Another text");
    ASSERT_THAT(taught_.names, SizeIs(1));
    EXPECT_EQ(taught_.names.front().record, "two");
    const auto entries = memory_.memory(one_, {}).value().entries;
    ASSERT_THAT(entries, SizeIs(1));
    EXPECT_THAT(entries.front().text, HasSubstr("Cluster two"));
    EXPECT_EQ(memory_.forget(two_, entries.front().id).errors().front().code, ErrorCode::RecordNotFound);
    ASSERT_TRUE(memory_.forget(one_, entries.front().id).ok());
    EXPECT_EQ(memory_.memory(one_, {}).value().total, 0);
}

TEST_F(PressDeskTest, WhatOneRecordAloneCanMeanIsRecognised) {
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    const auto other = told_.name(EntityKind::Cluster, "Cluster two e.V.");
    told_.fact(other, Predicate::MemberOf, one);
    candidates_["Cluster two e.V."] = {
        {.record = "two", .name = "Cluster two", .score = 0.95, .verdict = resolve::Verdict::Same}};
    const std::string id = brought();
    EXPECT_EQ(shown(id).entities.back().state, "known");
    EXPECT_EQ(shown(id).entities.back().record->id, "two");
    accept_all(id);
    EXPECT_EQ(all<model::Membership>().front().member, "two");
}

TEST_F(PressDeskTest, ARejectedRuleLosesConfidence) {
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    told_.fact(one, Predicate::Founded, std::string("2001"));
    for (const char* text : {"a text", "b text", "c text"}) ASSERT_TRUE(decide(brought(text), "reject").ok());
    EXPECT_LT(shown(brought("d text")).claims.front().confidence, 0.5);
}

TEST_F(PressDeskTest, CorrectionsReplaceWhatWasRead) {
    tell_much();
    const std::string id = brought();
    PressDecisionForm form;
    form.claims = {{.claim = shown(id).claims[5].id, .decision = "correct", .value = "2019-03"},
                   {.claim = shown(id).claims[0].id, .decision = "correct", .subject = "Cluster two"}};
    const auto done = desk_of_press_->decide(one_, id, form);
    ASSERT_TRUE(done.ok()) << base::sentence(done.errors().front(), "en");
    EXPECT_EQ(done.value().corrected, 2);
    EXPECT_EQ(all<model::Project>().front().start.text(), "2019-03");
    EXPECT_EQ(all<model::Participation>().front().organisation, "two");
    form.claims = {{.claim = shown(id).claims[6].id, .decision = "correct", .value = "soon"},
                   {.claim = "nothing", .decision = "accept"},
                   {.claim = shown(id).claims[0].id, .decision = "accept"}};
    const auto refused = desk_of_press_->decide(one_, id, form);
    ASSERT_FALSE(refused.ok());
    std::vector<std::string> places;
    for (const base::Error& error : refused.errors()) places.push_back(error.place.field);
    EXPECT_THAT(places, ElementsAre("/claims/0/value", "/claims/1/claim", "/claims/2/claim"));
}

TEST_F(PressDeskTest, LinksAndClaimsHaveToFit) {
    told_ = {};
    const auto project = told_.name(EntityKind::Project, "BRIGHTWAY");
    const auto other = told_.name(EntityKind::Project, "DIMWAY");
    told_.fact(project, Predicate::PartnerIn, other);
    const std::string id = brought();
    EXPECT_EQ(code_of(decide(id, "accept")), ErrorCode::PressClaimUnfit);
    PressDecisionForm form;
    form.entities = {{.entity = "BRIGHTWAY", .decision = "link", .record = "one"}};
    EXPECT_EQ(code_of(desk_of_press_->decide(one_, id, form)), ErrorCode::PressRecordUnfit);
}

TEST_F(PressDeskTest, TownsThatAreKnownAreWrittenToTheOrganisation) {
    senses_.town = [](const std::string& town, const std::string& country) -> std::optional<PressTown> {
        if (town == "Oulu" && country == "FI") return PressTown{65.01, 25.47};
        return std::nullopt;
    };
    desk_of_press_ = std::make_unique<PressDesk>(*knowledge_, senses_);
    told_ = {};
    const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
    const auto fresh = told_.name(EntityKind::Company, "Glimmerwerk");
    told_.fact(fresh, Predicate::MemberOf, one);
    told_.fact(fresh, Predicate::LocatedIn, told_.place("Oulu", "FI"));
    told_.fact(one, Predicate::LocatedIn, told_.place("Nowhere", "DE"));
    const std::string before = network();
    const std::string id = brought();
    accept_all(id);
    for (const auto& made : all<model::Organisation>()) {
        const bool is_fresh = made.names.front().text == "Glimmerwerk";
        EXPECT_EQ(made.city, is_fresh ? "Oulu" : "");
        EXPECT_EQ(made.latitude.has_value(), is_fresh);
    }
    const PressItem item = shown(id);
    for (const PressEffect& effect : item.claims[1].effects)
        EXPECT_THAT(effect.text, testing::Not(HasSubstr("65.01")));
    ASSERT_TRUE(desk_of_press_->withdraw(one_, id).ok());
    EXPECT_EQ(network(), before);
}

TEST_F(PressDeskTest, BodiesThatEverybodyKnowsAreMadeOnlyWhenSomebodySaysSo) {
    told_ = {};
    const auto project = told_.name(EntityKind::Project, "BRIGHTWAY");
    const auto union_name = told_.name(EntityKind::PublicBody, "EU");
    told_.reading.entities.back().rule = "field-name";
    told_.fact(project, Predicate::FundedBy, union_name);
    const std::string id = brought();
    accept_all(id);
    EXPECT_THAT(all<model::Organisation>(), SizeIs(2));
    ASSERT_THAT(all<model::Claim>(), SizeIs(1));
    EXPECT_EQ(all<model::Claim>().front().value, "EU");
    EXPECT_EQ(shown(id).entities.back().state, "open");
}

TEST_F(PressDeskTest, RangesCountUtf16) {
    told_ = {};
    told_.name(EntityKind::Cluster, "x", "one");
    told_.reading.entities.front().mentions = {{6, 7}};
    const std::string id = brought("\xC3\xA4\xF0\x9D\x84\x9Ex");
    const auto mention = shown(id).entities.front().mentions.front();
    EXPECT_EQ(mention.begin, 3);
    EXPECT_EQ(mention.end, 4);
}

}  // namespace
}  // namespace kontor::service
