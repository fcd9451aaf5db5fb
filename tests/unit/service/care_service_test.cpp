// SPDX-License-Identifier: EUPL-1.2
// The care of a record goes from hand to hand: offered, accepted, declined, withdrawn, offered back, set.
#include "service/care_service.hpp"

#include <gmock/gmock.h>

#include "service/audit_service.hpp"
#include "service/merge_service.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using testing::ElementsAre;
using testing::HasSubstr;

const RecordName kFirm{"organisation", "firm"};
const RecordName kMembership{"membership", "firm.one"};

class Care : public Accounts {
protected:
    Care() {
        model::Organisation firm = organisation("firm");
        firm.kind = model::OrganisationKind::Company;
        model::Membership membership;
        membership.id = "firm.one";
        membership.member = "firm";
        membership.cluster = "one";
        EXPECT_TRUE(knowledge_->write({.puts = {firm, membership}, .actor = "test"}).ok());
        admin_ = asker(set_up());
        one_ = asker(join(admin_, "one", "cluster_manager", "mia@example.org"));
        two_ = asker(join(admin_, "two", "cluster_manager", "tom@example.org"));
        firm_ = asker(join(admin_, "firm", "member_contact", "fay@example.org"));
        settings_.has_mail = true;
    }

    CareForm to(const std::string& organisation, bool at_once = false) {
        CareForm form{.organisation = organisation, .at_once = {}};
        if (at_once) form.at_once = true;
        return form;
    }
    base::Result<CareAnswer> offer(const Asker& by, const std::string& organisation) {
        return care_.offer(by, kFirm, to(organisation));
    }
    std::string offer_id(const Asker& by) {
        const auto list = care_.offers(by).value().offers;
        return list.empty() ? std::string("none") : list.front().id;
    }
    std::vector<std::string> may(const Asker& by) {
        const auto view = records_.read(by, kFirm).value();
        return view.may;
    }
    bool cares(const Asker& by) {
        const auto list = may(by);
        return std::find(list.begin(), list.end(), "edit") != list.end();
    }
    std::vector<std::string> actions_at(const std::string& organisation) {
        std::vector<std::string> list;
        const auto log = store_->audit({.organisation = organisation});
        for (const auto& entry : log.value()) {
            if (entry.action.starts_with("care.")) list.push_back(entry.action);
        }
        return list;
    }

    RecordService records_{*knowledge_};
    CareService care_{*knowledge_, *desk_};
    Asker admin_;
    Asker one_;
    Asker two_;
    Asker firm_;
};

TEST_F(Care, NothingChangesBeforeItIsAccepted) {
    ASSERT_EQ(offer(one_, "two").value().state, "offered");
    EXPECT_TRUE(cares(one_));
    EXPECT_FALSE(cares(two_));
    const auto waiting = care_.offers(two_).value().offers;
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].record.name, "Cluster firm");
    EXPECT_EQ(waiting[0].giver.name, "Cluster one");
    EXPECT_EQ(waiting[0].offered_by, "Ada Test");
    EXPECT_THAT(waiting[0].may, ElementsAre("accept", "decline"));
    EXPECT_THAT(care_.offers(one_).value().offers[0].may, ElementsAre("withdraw"));
    EXPECT_TRUE(care_.offers(firm_).value().offers.empty()) << "not their affair";
    ASSERT_EQ(care_.answer(two_, waiting[0].id, {"accept"}).value().state, "handed_over");
    EXPECT_FALSE(cares(one_));
    EXPECT_TRUE(cares(two_));
    EXPECT_TRUE(cares(firm_)) << "an organisation always cares for its own profile";
    EXPECT_TRUE(care_.offers(two_).value().offers.empty());
    for (const char* side : {"one", "two"})
        EXPECT_THAT(actions_at(side), ElementsAre("care.accepted", "care.offered")) << side;
}

TEST_F(Care, AMemberWithAnAccountGetsItsOwnRecord) {
    ASSERT_TRUE(offer(one_, "firm").ok());
    ASSERT_TRUE(care_.answer(firm_, offer_id(firm_), {"accept"}).ok());
    EXPECT_FALSE(cares(one_));
    EXPECT_TRUE(cares(firm_));
    // It can be offered back.
    ASSERT_TRUE(offer(firm_, "one").ok());
    ASSERT_TRUE(care_.answer(one_, offer_id(one_), {"accept"}).ok());
    EXPECT_TRUE(cares(one_));
}

TEST_F(Care, IsMailedToThoseInCharge) {
    ASSERT_TRUE(offer(one_, "firm").ok());
    const auto mails = store_->all_desk(DeskKind::Mail).value();
    ASSERT_EQ(mails.size(), 1U);
    const auto& mail = std::get<model::Mail>(mails[0]);
    EXPECT_EQ(mail.to, "fay@example.org");
    EXPECT_THAT(mail.subject, HasSubstr("Cluster one offers Cluster firm"));
    EXPECT_THAT(mail.plain, HasSubstr("https://kontor.example/en/review"));
}

TEST_F(Care, IsDeclinedOrWithdrawnByItsSideAlone) {
    ASSERT_TRUE(offer(one_, "two").ok());
    const std::string id = offer_id(two_);
    EXPECT_EQ(code_of(care_.answer(one_, id, {"accept"})), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(care_.answer(firm_, id, {"accept"})), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(care_.withdraw(two_, id)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(care_.answer({}, id, {"accept"})), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(care_.offers({})), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(care_.answer(two_, id, {"perhaps"})), ErrorCode::ValueNotAllowed);
    ASSERT_EQ(care_.answer(two_, id, {"decline"}).value().state, "declined");
    EXPECT_TRUE(cares(one_));
    EXPECT_EQ(code_of(care_.answer(two_, id, {"accept"})), ErrorCode::RecordNotFound);
    ASSERT_TRUE(offer(one_, "two").ok());
    ASSERT_TRUE(care_.withdraw(one_, offer_id(one_)).ok());
    EXPECT_TRUE(care_.offers(two_).value().offers.empty());
    EXPECT_THAT(actions_at("two"),
                ElementsAre("care.withdrawn", "care.offered", "care.declined", "care.offered"));
}

TEST_F(Care, IsOfferedByItsKeepersToThoseWhoCanAccept) {
    EXPECT_EQ(code_of(offer(two_, "two")), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(offer({}, "two")), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(offer(admin_, "two")), ErrorCode::OperationNotPermitted);
    Asker editor = one_;
    editor.roles = {{model::Role::Editor, "one"}};
    EXPECT_EQ(code_of(offer(editor, "two")), ErrorCode::OperationNotPermitted);
    Asker reading = one_;
    reading.session.clear();
    EXPECT_EQ(code_of(offer(reading, "two")), ErrorCode::ScopeMissing);
    EXPECT_EQ(code_of(offer(one_, "nowhere")), ErrorCode::ReferenceUnknown);
    EXPECT_EQ(code_of(care_.offer(one_, {"organisation", "nothing"}, to("two"))), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(care_.offer(one_, {"organisation", "one"}, to("one"))), ErrorCode::CareHeldAlready);
    model::Organisation alone = organisation("alone");
    ASSERT_TRUE(knowledge_->write({.puts = {alone}, .actor = "test"}).ok());
    EXPECT_EQ(code_of(offer(one_, "alone")), ErrorCode::CareWithoutAccount);
    settings_.has_mail = false;
    ASSERT_FALSE(join(admin_, "alone", "editor", "edgar@example.org").empty());
    EXPECT_EQ(code_of(offer(one_, "alone")), ErrorCode::CareWithoutAccount) << "an editor cannot accept";
    model::Person person;
    person.id = "p";
    person.name = "Ada";
    person.organisation = "one";
    person.purpose = "contact";
    person.keep_until = *model::Date::parse("2090-01-01");
    ASSERT_TRUE(knowledge_->write({.puts = {person}, .actor = "test"}).ok());
    EXPECT_EQ(code_of(care_.offer(one_, {"person", "p"}, to("two"))), ErrorCode::ValueNotAllowed);
}

TEST_F(Care, IsSetAtOnceByAdministrators) {
    EXPECT_THAT(may(admin_), testing::Contains("hand_over"));
    EXPECT_EQ(code_of(care_.offer(one_, kFirm, to("two", true))), ErrorCode::OperationNotPermitted);
    ASSERT_EQ(care_.offer(admin_, kFirm, to("two", true)).value().state, "handed_over");
    EXPECT_TRUE(cares(two_));
    EXPECT_FALSE(cares(one_));
    EXPECT_THAT(actions_at("two"), ElementsAre("care.set"));
    ASSERT_TRUE(care_.offer(kOperator, kFirm, to("one", true)).ok());
    EXPECT_TRUE(cares(one_));
    AuditService audit(*knowledge_);
    const auto lines =
        audit.page(admin_, {.whose = "kontor", .organisation = {}, .limit = 20, .cursor = {}}).value().lines;
    const auto set =
        std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.action == "care.set"; });
    ASSERT_NE(set, lines.end());
    EXPECT_EQ(set->detail, "from Cluster two, to Cluster one");
}

TEST_F(Care, OfAClaimedMembershipIsNotTheClaimants) {
    model::Disclosure rule;
    rule.id = "rule";
    rule.subject = "firm.one";
    rule.owner = "firm";
    rule.subject_kind = RecordKind::Membership;
    ASSERT_TRUE(knowledge_->write({.puts = {rule}, .actor = "test"}).ok());
    EXPECT_FALSE(cares(one_)) << "only claimed";
    DisclosureForm form{.owner = "one", .visibility = "public", .fields = {}};
    const auto version = store_->version(RecordKind::Disclosure, "rule").value();
    EXPECT_EQ(code_of(records_.disclose(one_, kMembership, version, form)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(care_.offer(one_, kMembership, to("two"))), ErrorCode::OperationNotPermitted);
    // The member hands it over, and by that says that it is one.
    ASSERT_TRUE(care_.offer(firm_, kMembership, to("one")).ok());
    EXPECT_EQ(care_.offers(one_).value().offers.at(0).record.name, "Cluster firm – Cluster one");
    ASSERT_TRUE(care_.answer(one_, offer_id(one_), {"accept"}).ok());
    EXPECT_TRUE(cares(one_));
}

TEST_F(Care, AnOfferEndsWithWhatItIsAbout) {
    ASSERT_TRUE(offer(one_, "two").ok());
    const std::string id = offer_id(two_);
    ASSERT_TRUE(care_.offer(admin_, kFirm, to("firm", true)).ok());
    EXPECT_EQ(code_of(care_.answer(two_, id, {"accept"})), ErrorCode::RecordNotFound);
    ASSERT_TRUE(offer(firm_, "two").ok());
    // The giver does not take care of it any more: the offer is void.
    model::Disclosure rule = std::get<model::Disclosure>(
        *store_->read(RecordKind::Disclosure, disclosure_id(RecordKind::Organisation, "firm")).value());
    ASSERT_EQ(rule.owner, "firm");
    const auto version = store_->version(RecordKind::Membership, "firm.one").value();
    ASSERT_TRUE(care_.offer(one_, kMembership, to("two")).ok());
    EXPECT_EQ(care_.offers(two_).value().offers.size(), 2U);
    ASSERT_TRUE(records_.erase(one_, kMembership, version).ok());
    EXPECT_EQ(care_.offers(two_).value().offers.size(), 1U);
    EXPECT_EQ(store_->all_desk(DeskKind::CareOffer).value().size(), 1U);
}

TEST_F(Care, ANewOfferTakesThePlaceOfTheOneBefore) {
    ASSERT_TRUE(offer(one_, "two").ok());
    ASSERT_TRUE(offer(one_, "firm").ok());
    EXPECT_TRUE(care_.offers(two_).value().offers.empty());
    EXPECT_EQ(care_.offers(firm_).value().offers.size(), 1U);
    const auto view = records_.read(one_, kFirm).value();
    ASSERT_TRUE(view.care.has_value() && view.care->offer.has_value());
    EXPECT_EQ(view.care->offer->taker.id, "firm");
    EXPECT_FALSE(records_.read(two_, kFirm).value().care.has_value());
}

}  // namespace
}  // namespace kontor::service
