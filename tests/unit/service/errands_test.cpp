// SPDX-License-Identifier: EUPL-1.2
// What the server does beside answering: sending mails until somebody takes them, clearing the desk, asking
// whether profiles are still right.
#include <gtest/gtest.h>

#include <deque>

#include "service/confirmation_mails.hpp"
#include "service/mail_queue.hpp"
#include "service/mail_service.hpp"
#include "service/sweep.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {
namespace {

using model::MailState;
using publish::Delivery;
using publish::DeliveryVerdict;

constexpr std::int64_t kDay = 86'400;

/// Says what it was told to, then yes, and keeps what it took.
class TestSender final : public publish::MailSender {
public:
    Delivery send(const publish::Mail& mail, const std::stop_token&) override {
        ++tries;
        if (!answers.empty()) {
            const Delivery answer = answers.front();
            answers.pop_front();
            if (answer.verdict != DeliveryVerdict::Accepted) return answer;
        }
        taken.push_back(mail);
        return {DeliveryVerdict::Accepted, 250, "250 OK"};
    }
    std::deque<Delivery> answers;
    std::vector<publish::Mail> taken;
    int tries = 0;
};

const Delivery kLater{DeliveryVerdict::TryLater, 451, "451 later"};
const Delivery kRefused{DeliveryVerdict::Refused, 550, "550 no such mailbox"};

class Errands : public Accounts {
protected:
    Errands() { settings_.has_mail = true; }

    std::size_t send() {
        return MailQueue(*desk_, sender_, "kontor@kontor.example").send_due(std::stop_token()).value();
    }
    model::Mail only_mail() {
        const auto mails = store_->all_desk(DeskKind::Mail).value();
        EXPECT_EQ(mails.size(), 1U);
        return mails.empty() ? model::Mail() : std::get<model::Mail>(mails[0]);
    }
    void offer(const Asker& by, const std::string& email, const std::string& role = "member_contact") {
        EXPECT_TRUE(roles_->give(by, "one", {.email = email, .role = role, .language = "de"}).ok());
    }
    /// The token of the link in the last mail that was taken.
    std::string token() const {
        const std::string& plain = sender_.taken.back().plain;
        return plain.substr(plain.find("kl_"), 46);
    }

    TestSender sender_;
};

TEST_F(Errands, AMailIsSentOnceAndItsTextDropped) {
    offer(asker(set_up()), "eda@example.org");
    EXPECT_NE(only_mail().plain.find("kl_"), std::string::npos);
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(send(), 0U);
    ASSERT_EQ(sender_.taken.size(), 1U);
    EXPECT_EQ(sender_.taken[0].to, "eda@example.org");
    EXPECT_EQ(sender_.taken[0].language, "de");
    const model::Mail mail = only_mail();
    EXPECT_EQ(mail.state, MailState::Sent);
    EXPECT_EQ(mail.plain + mail.html, "");
    EXPECT_EQ(sender_.taken[0].message_id, mail.id + "@kontor.example");
    EXPECT_TRUE(links_->view(Asker{}, token(), kHere).ok());
}

TEST_F(Errands, AMailIsTriedAgainWithTheSameIdAndSurvivesARestart) {
    offer(asker(set_up()), "eda@example.org");
    sender_.answers = {kLater, kLater};
    EXPECT_EQ(send(), 0U);
    EXPECT_EQ(send(), 0U) << "not yet due again";
    EXPECT_EQ(sender_.tries, 1);
    clock_.seconds += 60;
    EXPECT_EQ(send(), 0U);
    EXPECT_EQ(sender_.tries, 2);
    EXPECT_EQ(only_mail().answer, "451 later");
    EXPECT_EQ(only_mail().due, clock_.seconds + 300);
    // Another queue on the same store is what a restart is.
    clock_.seconds += 300;
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(only_mail().attempts, 3);
}

TEST_F(Errands, ARefusedMailIsGivenUpWithItsReason) {
    const Asker admin = asker(set_up());
    offer(admin, "eda@example.org");
    sender_.answers = {kRefused};
    EXPECT_EQ(send(), 0U);
    clock_.seconds += 10 * kDay;
    EXPECT_EQ(send(), 0U);
    EXPECT_EQ(sender_.tries, 1);
    EXPECT_EQ(only_mail().state, MailState::Failed);
    EXPECT_EQ(only_mail().plain, "");
    const MailService mails(*desk_);
    const Asker boss{.standing = Standing::Operator, .language = "en", .actor = "cli"};
    const auto list = mails.mails(boss).value();
    ASSERT_EQ(list.mails.size(), 1U);
    EXPECT_EQ(list.mails[0].state, "failed");
    EXPECT_EQ(list.mails[0].answer, "550 no such mailbox");
    EXPECT_EQ(code_of(mails.mails(Asker{})), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(MailService(*desk_).retry(boss, list.mails[0].id)), ErrorCode::RecordNotFound);
}

TEST_F(Errands, WhatIsOfNoUseAnyMoreIsNotSent) {
    set_up();
    ASSERT_TRUE(links_->reset(Asker{}, {.email = "admin@example.org"}, kHere).ok());
    sender_.answers = {kLater};
    EXPECT_EQ(send(), 0U);
    clock_.seconds += kResetSeconds;
    EXPECT_EQ(send(), 0U);
    EXPECT_EQ(sender_.tries, 1) << "the link in it is over";
    EXPECT_EQ(only_mail().state, MailState::Failed);
}

TEST_F(Errands, AWaitingMailCanBeTriedAtOnce) {
    const Asker admin = asker(set_up());
    offer(admin, "eda@example.org");
    sender_.answers = {kLater};
    EXPECT_EQ(send(), 0U);
    ASSERT_TRUE(MailService(*desk_).retry(admin, only_mail().id).ok());
    EXPECT_EQ(send(), 1U);
}

TEST_F(Errands, AStopLeavesTheRestForLater) {
    const Asker admin = asker(set_up());
    offer(admin, "eda@example.org");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(MailQueue(*desk_, sender_, "k@kontor.example").send_due(stop.get_token()).value(), 0U);
    EXPECT_EQ(sender_.tries, 0);
    EXPECT_EQ(only_mail().attempts, 0);
}

TEST_F(Errands, DeletingAnAccountDropsItsMails) {
    const Asker admin = asker(set_up());
    offer(admin, "eda@example.org");
    const std::string id = users_->id_of(kOperator, "eda@example.org").value();
    ASSERT_TRUE(users_->erase(admin, id).ok());
    EXPECT_TRUE(store_->all_desk(DeskKind::Mail).value().empty());
}

TEST_F(Errands, WhatIsOverIsClearedAway) {
    const Asker admin = asker(set_up());
    ASSERT_TRUE(tokens_->create(admin, {.name = "t", .scopes = {}, .days = 1}).ok());
    offer(admin, "eda@example.org");
    EXPECT_EQ(send(), 1U);
    const auto count = [&](DeskKind kind) { return store_->all_desk(kind).value().size(); };
    EXPECT_EQ(sweep(*desk_).value(), 0U) << "nothing is over yet";
    clock_.seconds += kSessionIdleSeconds;
    EXPECT_EQ(sweep(*desk_).value(), 1U);
    EXPECT_EQ(count(DeskKind::Session), 0U);
    clock_.seconds += kInvitationSeconds;
    EXPECT_EQ(sweep(*desk_).value(), 2U) << "the used set-up link and the invitation";
    EXPECT_EQ(count(DeskKind::Link), 0U);
    EXPECT_EQ(count(DeskKind::ApiToken), 1U) << "its owner is still told that it is over";
    clock_.seconds += 31 * kDay;
    EXPECT_EQ(sweep(*desk_).value(), 2U) << "token and sent mail";
    EXPECT_EQ(count(DeskKind::User), 2U);
    clock_.seconds += 90 * kDay;
    EXPECT_EQ(sweep(*desk_).value(), 2U) << "the offer and the address it was for";
    EXPECT_EQ(count(DeskKind::User), 1U);
    EXPECT_EQ(count(DeskKind::Grant), 1U);
    EXPECT_EQ(store_->audit({}).value().front().action, "desk.swept");
}

TEST_F(Errands, ContactsAreAskedTwiceAYearAndConfirmWithOneClick) {
    const Asker admin = asker(set_up());
    offer(admin, "eda@example.org");
    EXPECT_EQ(send(), 1U);
    ASSERT_TRUE(links_->use(Asker{}, token(), form(""), kHere).ok());
    ConfirmationMails mails(*desk_);
    EXPECT_EQ(mails.ask().value(), 1U);
    EXPECT_EQ(mails.ask().value(), 0U) << "asked already";
    EXPECT_EQ(send(), 1U);
    EXPECT_EQ(sender_.taken.back().to, "eda@example.org");
    EXPECT_NE(sender_.taken.back().plain.find("Cluster one"), std::string::npos);
    const std::string link = token();
    const auto view = links_->view(Asker{}, link, kHere).value();
    EXPECT_EQ(view.purpose, "confirmation");
    EXPECT_FALSE(view.profile.empty());
    const auto as_of = [&] {
        return std::get<model::Organisation>(*store_->read(model::RecordKind::Organisation, "one").value())
            .as_of;
    };
    EXPECT_EQ(as_of(), model::Date()) << "looking confirms nothing";
    ASSERT_TRUE(links_->use(Asker{}, link, {}, kHere).ok());
    EXPECT_EQ(as_of(), knowledge_->today());
    EXPECT_EQ(code_of(links_->use(Asker{}, link, {}, kHere)), ErrorCode::LinkInvalid);
    clock_.seconds += 183 * kDay;
    ASSERT_TRUE(knowledge_->refresh().ok());
    EXPECT_EQ(sweep(*desk_).ok(), true);
    EXPECT_EQ(mails.ask().value(), 1U) << "half a year later";
}

TEST_F(Errands, ALinkEndsWithTheRole) {
    const Asker admin = asker(set_up());
    offer(admin, "eda@example.org");
    EXPECT_EQ(send(), 1U);
    ASSERT_TRUE(links_->use(Asker{}, token(), form(""), kHere).ok());
    EXPECT_EQ(ConfirmationMails(*desk_).ask().value(), 1U);
    EXPECT_EQ(send(), 1U);
    const auto roles = roles_->roles(admin, "one").value().roles;
    ASSERT_TRUE(roles_->take(admin, "one", roles[0].id).ok());
    EXPECT_EQ(code_of(links_->view(Asker{}, token(), kHere)), ErrorCode::LinkInvalid);
    EXPECT_EQ(code_of(links_->use(Asker{}, token(), {}, kHere)), ErrorCode::LinkInvalid);
}

TEST_F(Errands, LeadersAreAskedForMembersWithoutAContactAndNotAllAtOnce) {
    store::WriteBatch batch{.actor = "test"};
    for (int i = 0; i < 8; ++i) {
        const std::string id = "member-" + std::to_string(i);
        batch.puts.emplace_back(organisation(id));
        model::Membership membership;
        membership.id = "m-" + std::to_string(i);
        membership.member = id;
        membership.cluster = "one";
        batch.puts.emplace_back(membership);
    }
    ASSERT_TRUE(knowledge_->write(batch).ok());
    const Asker admin = asker(set_up());
    offer(admin, "mia@example.org", "cluster_manager");
    EXPECT_EQ(send(), 1U);
    ASSERT_TRUE(links_->use(Asker{}, token(), form(""), kHere).ok());
    ConfirmationMails mails(*desk_);
    EXPECT_EQ(mails.ask().value(), ConfirmationMails::kPerPersonAndDay);
    EXPECT_EQ(mails.ask().value(), 9 - ConfirmationMails::kPerPersonAndDay) << "the rest on the next day";
    EXPECT_EQ(mails.ask().value(), 0U);
}

}  // namespace
}  // namespace kontor::service
