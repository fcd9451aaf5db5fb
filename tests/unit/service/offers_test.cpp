// SPDX-License-Identifier: EUPL-1.2
// Roles are offered, accepted and taken back, and an offer tells nobody who has an account.
#include <gtest/gtest.h>

#include "codec/json_text.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {
namespace {

TEST_F(Accounts, AnOfferTellsNothingOfAccounts) {
    const Asker admin = asker(set_up());
    const Asker leader = asker(join(admin, "one", "cluster_manager", "mia@example.org"));
    const std::string known_secret = join(admin, "two", "editor", "eda@example.org");
    const auto offer = [&](const std::string& email) {
        return roles_->give(leader, "one", {.email = email, .role = "jury", .language = "en"}).value();
    };
    for (const bool has_mail : {false, true}) {
        settings_.has_mail = has_mail;
        GivenRole known = offer("eda@example.org");
        GivenRole unknown = offer("nobody@example.org");
        EXPECT_EQ(known.link.empty(), has_mail);
        const auto nameless = [](GivenRole& given) {
            given.role.id = given.role.email = given.link = "";
            return codec::json_text(given);
        };
        EXPECT_EQ(nameless(known), nameless(unknown));
    }
    const RoleList list = roles_->roles(leader, "one").value();
    for (const RoleView& one : list.roles) {
        EXPECT_TRUE(one.role != "jury" || (one.name.empty() && one.user.empty() && one.invited));
    }
    settings_.has_mail = false;
    const std::string known_link = token_in(offer("eda@example.org").link);
    LinkView known = links_->view(Asker{}, known_link, kHere).value();
    LinkView unknown = links_->view(leader, token_in(offer("nobody@example.org").link), kHere).value();
    known.email = unknown.email = "";
    EXPECT_EQ(codec::json_text(known), codec::json_text(unknown));
    // A look-alike of somebody is told to whoever administers, and refused when it is accepted.
    const std::string alike = token_in(offer("rnia@example.org").link);
    EXPECT_EQ(code_of(links_->use(Asker{}, alike, form(""), kHere)), ErrorCode::EmailConfusable);
}

TEST_F(Accounts, WhoHasAnAccountAcceptsARoleSignedIn) {
    settings_.has_mail = true;
    const Asker admin = asker(set_up());
    settings_.has_mail = false;
    const std::string secret = join(admin, "two", "editor", "eda@example.org");
    settings_.has_mail = true;
    ASSERT_TRUE(
        roles_->give(admin, "one", {.email = "eda@example.org", .role = "jury", .language = {}}).ok());
    EXPECT_EQ(asker(secret).roles, (std::vector<RoleAt>{{model::Role::Editor, "two"}})) << "only offered";
    const auto mails = store_->all_desk(DeskKind::Mail).value();
    ASSERT_EQ(mails.size(), 1U);
    const auto& mail = std::get<model::Mail>(mails[0]);
    EXPECT_EQ(mail.useless_after, clock_.seconds + kInvitationSeconds);
    const std::string token = mail.plain.substr(mail.plain.find("kl_"), 46);
    EXPECT_EQ(links_->view(Asker{}, token, kHere).value().needs, (std::vector<std::string>{"sign_in"}));
    EXPECT_EQ(code_of(links_->use(Asker{}, token, form(""), kHere)), ErrorCode::EmailTaken);
    EXPECT_EQ(code_of(links_->use(admin, token, form(""), kHere)), ErrorCode::EmailTaken);
    const auto view = links_->view(asker(secret), token, kHere).value();
    EXPECT_TRUE(view.needs.empty());
    ASSERT_EQ(view.roles.size(), 1U);
    EXPECT_EQ(view.roles[0].role, "jury");
    const auto used = links_->use(asker(secret), token, {}, kHere);
    ASSERT_TRUE(used.ok());
    EXPECT_TRUE(used.value().secret.empty()) << "the session goes on";
    EXPECT_EQ(used.value().state.roles.size(), 2U);
    EXPECT_EQ(asker(secret).roles.size(), 2U);
    EXPECT_EQ(code_of(links_->use(asker(secret), token, {}, kHere)), ErrorCode::LinkInvalid);
    EXPECT_EQ(store_->audit({.organisation = "one"}).value().front().action, "role.accepted");
}

TEST_F(Accounts, AnOfferIsTakenBackWithItsLink) {
    const Asker admin = asker(set_up());
    const auto given =
        roles_->give(admin, "one", {.email = "eda@example.org", .role = "editor", .language = {}}).value();
    ASSERT_TRUE(roles_->take(admin, "one", given.role.id).ok());
    EXPECT_EQ(code_of(links_->use(Asker{}, token_in(given.link), form(""), kHere)), ErrorCode::LinkInvalid);
}

TEST_F(Accounts, AnOfferEndsAndANewLinkRenewsIt) {
    const Asker admin = asker(set_up());
    const auto given =
        roles_->give(admin, "one", {.email = "eda@example.org", .role = "editor", .language = {}}).value();
    clock_.seconds += kInvitationSeconds;
    EXPECT_EQ(code_of(links_->use(Asker{}, token_in(given.link), form(""), kHere)), ErrorCode::LinkInvalid);
    const std::string eda = users_->id_of(kOperator, "eda@example.org").value();
    store::WriteBatch batch;
    ASSERT_TRUE(desk_->accept_offers(batch, eda, "").ok());
    EXPECT_TRUE(batch.desk_puts.empty()) << "what is over cannot be accepted in another way either";
    const std::string fresh = token_in(links_->link_for(kOperator, eda).value());
    const auto joined = links_->use(Asker{}, fresh, form(""), kHere);
    ASSERT_TRUE(joined.ok());
    EXPECT_EQ(asker(joined.value().secret).roles, (std::vector<RoleAt>{{model::Role::Editor, "one"}}));
}

TEST_F(Accounts, TheOperatorGivesRolesOutright) {
    const Asker admin = asker(set_up());
    const std::string secret = join(admin, "two", "editor", "eda@example.org");
    const auto given =
        roles_->give(kOperator, "", {.email = "eda@example.org", .role = "administrator", .language = {}});
    EXPECT_FALSE(given.value().invited);
    EXPECT_TRUE(given.value().link.empty());
    EXPECT_TRUE(permit(asker(secret), Action::Administer).ok());
}

}  // namespace
}  // namespace kontor::service
