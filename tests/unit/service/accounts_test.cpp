// SPDX-License-Identifier: EUPL-1.2
// Accounts from the set-up link to the last administrator, and everything that tries to get in otherwise.
#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "identity/octets.hpp"
#include "identity/totp.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {
namespace {

TEST_F(Accounts, TheSetUpLinkMakesOneAdministratorOnce) {
    const auto link = links_->setup(kOperator).value();
    ASSERT_TRUE(link);
    const std::string token = token_in(link->address);
    EXPECT_EQ(links_->view(Asker{}, token, kHere).value().needs,
              (std::vector<std::string>{"email", "name", "password"}));
    const auto session = links_->use(Asker{}, token, form("Admin@Example.org"), kHere);
    ASSERT_TRUE(session.ok());
    EXPECT_EQ(session.value().state.email, "admin@example.org");
    ASSERT_EQ(session.value().state.roles.size(), 1U);
    EXPECT_EQ(session.value().state.roles[0].role, "administrator");
    EXPECT_EQ(code_of(links_->use(Asker{}, token, form("eve@example.org"), kHere)), ErrorCode::LinkInvalid);
    EXPECT_FALSE(links_->setup(kOperator).value().has_value()) << "there is an administrator now";
    EXPECT_EQ(code_of(links_->setup(Asker{})), ErrorCode::SignInRequired);
}

TEST_F(Accounts, ANewSetUpLinkReplacesTheOldOneAndEndsAfterADay) {
    const std::string old = token_in(links_->setup(kOperator).value()->address);
    const std::string fresh = token_in(links_->setup(kOperator).value()->address);
    EXPECT_EQ(code_of(links_->view(Asker{}, old, kHere)), ErrorCode::LinkInvalid);
    clock_.seconds += kSetupSeconds;
    EXPECT_EQ(code_of(links_->use(Asker{}, fresh, form("a@example.org"), kHere)), ErrorCode::LinkInvalid);
}

TEST_F(Accounts, AllFaultsOfALinksFormAreToldAtOnce) {
    const std::string token = token_in(links_->setup(kOperator).value()->address);
    const auto refused = links_->use(
        Asker{}, token, {.email = "a@b@c", .name = "", .password = "short", .language = {}}, kHere);
    ASSERT_FALSE(refused.ok());
    std::vector<std::string> fields;
    for (const auto& error : refused.errors()) fields.push_back(error.place.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"/email", "/name", "/password"}));
    EXPECT_TRUE(links_->view(Asker{}, token, kHere).ok()) << "a refused form does not use the link up";
}

TEST_F(Accounts, WrongAndUnknownAreToldAlike) {
    set_up();
    EXPECT_TRUE(sign_in("admin@example.org", kPassword).ok());
    EXPECT_EQ(code_of(sign_in("admin@example.org", kOther)), ErrorCode::SignInRefused);
    EXPECT_EQ(code_of(sign_in("nobody@example.org", kPassword)), ErrorCode::SignInRefused);
    EXPECT_EQ(code_of(sign_in("' OR 1=1 --", kPassword)), ErrorCode::SignInRefused);
    EXPECT_EQ(code_of(sign_in("../../etc/passwd\r\nX: y", kPassword)), ErrorCode::SignInRefused);
    EXPECT_EQ(code_of(sign_in(std::string(100'000, 'a'), kPassword)), ErrorCode::SignInRefused);
    EXPECT_EQ(code_of(sign_in("admin@example.org", std::string(100'000, 'a'))), ErrorCode::SignInRefused);
}

TEST_F(Accounts, GuessingIsSlowedDownPerAccountKnownOrNot) {
    set_up();
    for (const char* email : {"admin@example.org", "nobody@example.org"}) {
        for (int i = 0; i < 10; ++i)
            EXPECT_EQ(code_of(sign_in(email, kOther)), ErrorCode::SignInRefused) << email << i;
        EXPECT_EQ(code_of(sign_in(email, kPassword)), ErrorCode::TooManyAttempts) << email;
    }
    clock_.seconds += 3'600;
    EXPECT_TRUE(sign_in("admin@example.org", kPassword).ok());
}

TEST_F(Accounts, SessionsEndByIdlenessAndAge) {
    std::string secret = set_up();
    clock_.seconds += kSessionIdleSeconds - 1;
    EXPECT_TRUE(asker(secret).is_signed_in());
    clock_.seconds += kSessionIdleSeconds;
    EXPECT_FALSE(asker(secret).is_signed_in());
    secret = sign_in("admin@example.org", kPassword).value().secret;
    const std::int64_t begun = clock_.seconds;
    while (clock_.seconds < begun + kSessionSeconds) {
        EXPECT_TRUE(asker(secret).is_signed_in());
        clock_.seconds += 11 * 3'600;
    }
    EXPECT_FALSE(asker(secret).is_signed_in());
}

TEST_F(Accounts, SigningInRotatesTheSession) {
    const std::string before = set_up();
    const auto again = sign_in_->sign_in(
        asker(before), {.email = "admin@example.org", .password = kPassword, .code = {}}, kHere);
    ASSERT_TRUE(again.ok());
    EXPECT_NE(again.value().secret, before);
    EXPECT_FALSE(asker(before).is_signed_in());
    EXPECT_TRUE(asker(again.value().secret).is_signed_in());
}

TEST_F(Accounts, ForgedSecretsAreNobodys) {
    const std::string secret = set_up();
    for (const std::string& forged :
         {std::string(), std::string("ks_"), secret + "x", secret.substr(0, 40), "kt_" + secret.substr(3),
          std::string(1'000'000, 'k'), identity::new_token(identity::TokenKind::Session)}) {
        EXPECT_FALSE(asker(forged).is_signed_in()) << forged.substr(0, 60);
        EXPECT_EQ(code_of(sign_in_->asker_of_token(forged, "en")), ErrorCode::TokenInvalid);
    }
    const std::string fingerprint = identity::fingerprint(secret);
    EXPECT_FALSE(asker("ks_" + fingerprint.substr(0, 43)).is_signed_in());
}

TEST_F(Accounts, FormsBelongToTheirSession) {
    const Asker admin = asker(set_up());
    const auto state = sign_in_->state(admin).value();
    EXPECT_TRUE(sign_in_->check_form(admin, state.form_token).ok());
    EXPECT_EQ(code_of(sign_in_->check_form(admin, "")), ErrorCode::FormTokenInvalid);
    const Asker other = asker(sign_in("admin@example.org", kPassword).value().secret);
    EXPECT_EQ(code_of(sign_in_->check_form(other, state.form_token)), ErrorCode::FormTokenInvalid);
    EXPECT_TRUE(sign_in_->state(Asker{}).value().form_token.empty());
}

TEST_F(Accounts, SessionsAreListedAndEnded) {
    const std::string first = set_up();
    const std::string second = sign_in("admin@example.org", kPassword).value().secret;
    const Asker here = asker(second);
    const auto list = sign_in_->sessions(here).value().sessions;
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].current + list[1].current, 1);
    EXPECT_EQ(list[0].address, kHere.address);
    const Asker member = asker(join(here, "one", "editor", "eda@example.org"));
    EXPECT_EQ(code_of(sign_in_->end(member, list[0].id)), ErrorCode::RecordNotFound) << "not one's own";
    EXPECT_TRUE(sign_in_->end_others(here).ok());
    EXPECT_FALSE(asker(first).is_signed_in());
    EXPECT_TRUE(asker(second).is_signed_in());
    EXPECT_TRUE(asker(second).session == here.session);
    EXPECT_TRUE(sign_in_->sign_out(here).ok());
    EXPECT_FALSE(asker(second).is_signed_in());
}

TEST_F(Accounts, ASecondFactorIsAskedForAndCountsOnce) {
    const Asker admin = asker(set_up());
    const auto secret = accounts_->new_second_factor(admin).value();
    const std::string octets = identity::from_base32(secret.secret).value();
    const auto now_code = [&] { return identity::totp_code(octets, identity::totp_step(clock_.now())); };
    EXPECT_EQ(code_of(accounts_->confirm_second_factor(
                  admin, {.secret = secret.secret, .code = now_code(), .password = kOther})),
              ErrorCode::PasswordWrong);
    EXPECT_EQ(code_of(accounts_->confirm_second_factor(
                  admin, {.secret = secret.secret, .code = "000", .password = kPassword})),
              ErrorCode::SecondFactorWrong);
    const auto codes = accounts_->confirm_second_factor(
        admin, {.secret = secret.secret, .code = now_code(), .password = kPassword});
    ASSERT_TRUE(codes.ok());
    EXPECT_EQ(codes.value().codes.size(), 10U);
    EXPECT_EQ(code_of(sign_in("admin@example.org", kPassword)), ErrorCode::SecondFactorRequired);
    EXPECT_EQ(code_of(sign_in("admin@example.org", kOther)), ErrorCode::SignInRefused)
        << "a wrong password does not tell of the second factor";
    EXPECT_EQ(code_of(sign_in("admin@example.org", kPassword, now_code())), ErrorCode::SecondFactorWrong)
        << "the code of the confirmation does not count again";
    clock_.seconds += 60;
    const std::string code = now_code();
    EXPECT_TRUE(sign_in("admin@example.org", kPassword, code).ok());
    EXPECT_EQ(code_of(sign_in("admin@example.org", kPassword, code)), ErrorCode::SecondFactorWrong);
    EXPECT_TRUE(sign_in("admin@example.org", kPassword, codes.value().codes[3]).ok());
    EXPECT_EQ(code_of(sign_in("admin@example.org", kPassword, codes.value().codes[3])),
              ErrorCode::SecondFactorWrong);
    EXPECT_EQ(accounts_->account(admin).value().recovery_codes_left, 9);
    EXPECT_TRUE(accounts_->remove_second_factor(admin, {.password = kPassword}).ok());
    EXPECT_TRUE(sign_in("admin@example.org", kPassword).ok());
}

TEST_F(Accounts, ANewPasswordEndsTheOtherSessions) {
    const std::string first = set_up();
    const Asker here = asker(sign_in("admin@example.org", kPassword).value().secret);
    EXPECT_EQ(code_of(accounts_->change_password(here, {.current = kOther, .password = kOther})),
              ErrorCode::PasswordWrong);
    EXPECT_EQ(code_of(accounts_->change_password(here, {.current = kPassword, .password = "passwort1234"})),
              ErrorCode::PasswordGuessable);
    EXPECT_TRUE(accounts_->change_password(here, {.current = kPassword, .password = kOther}).ok());
    EXPECT_FALSE(asker(first).is_signed_in());
    EXPECT_EQ(code_of(sign_in("admin@example.org", kPassword)), ErrorCode::SignInRefused);
    EXPECT_TRUE(sign_in("admin@example.org", kOther).ok());
}

TEST_F(Accounts, AResetIsMailedAndTellsNothing) {
    settings_.has_mail = true;
    const std::string session = set_up();
    EXPECT_TRUE(links_->reset(Asker{}, {.email = "nobody@example.org"}, kHere).ok());
    EXPECT_TRUE(store_->all_desk(DeskKind::Mail).value().empty());
    EXPECT_TRUE(links_->reset(Asker{}, {.email = "ADMIN@example.org"}, kHere).ok());
    const auto mails = store_->all_desk(DeskKind::Mail).value();
    ASSERT_EQ(mails.size(), 1U);
    const auto& mail = std::get<model::Mail>(mails[0]);
    EXPECT_EQ(mail.to, "admin@example.org");
    const std::size_t at = mail.plain.find("kl_");
    ASSERT_NE(at, std::string::npos);
    const std::string token = mail.plain.substr(at, 46);
    ASSERT_TRUE(links_->use(Asker{}, token, new_password(kOther), kHere).ok());
    EXPECT_FALSE(asker(session).is_signed_in());
    EXPECT_EQ(code_of(links_->use(Asker{}, token, new_password(kOther), kHere)), ErrorCode::LinkInvalid);
    EXPECT_TRUE(sign_in("admin@example.org", kOther).ok());
}

TEST_F(Accounts, TokensDoWhatTheirScopesAndRolesAllow) {
    const Asker admin = asker(set_up());
    const auto made = tokens_->create(admin, {.name = "report", .scopes = {"read", "roles"}, .days = 1});
    ASSERT_TRUE(made.ok());
    const Asker program = sign_in_->asker_of_token(made.value().secret, "en").value();
    EXPECT_EQ(program.actor, admin.actor);
    EXPECT_TRUE(permit(program, Action::GiveRoles).ok());
    EXPECT_EQ(code_of(permit(program, Action::Administer)), ErrorCode::ScopeMissing);
    EXPECT_EQ(code_of(tokens_->create(program, {.name = "more", .scopes = {}, .days = 1})),
              ErrorCode::OperationNotPermitted);
    clock_.seconds += 86'400;
    EXPECT_EQ(code_of(sign_in_->asker_of_token(made.value().secret, "en")), ErrorCode::TokenInvalid);
    const auto faulty = tokens_->create(admin, {.name = "", .scopes = {"all"}, .days = 900});
    ASSERT_FALSE(faulty.ok());
    EXPECT_EQ(faulty.errors().size(), 3U);
    const auto second = tokens_->create(admin, {.name = "x", .scopes = {}, .days = 2}).value();
    EXPECT_TRUE(tokens_->end(admin, second.token.id).ok());
    EXPECT_EQ(code_of(sign_in_->asker_of_token(second.secret, "en")), ErrorCode::TokenInvalid);
    EXPECT_EQ(code_of(tokens_->end(admin, second.token.id)), ErrorCode::RecordNotFound);
}

TEST_F(Accounts, RolesAreGivenListedAndTakenBack) {
    const Asker admin = asker(set_up());
    const std::string leader_secret = join(admin, "one", "cluster_manager", "mia@example.org");
    const Asker leader = asker(leader_secret);
    EXPECT_EQ(leader.roles, (std::vector<RoleAt>{{model::Role::ClusterManager, "one"}}));
    const Asker editor = asker(join(leader, "one", "editor", "eda@example.org"));
    EXPECT_EQ(
        code_of(roles_->give(editor, "one", {.email = "x@example.org", .role = "editor", .language = {}})),
        ErrorCode::OperationNotPermitted);
    EXPECT_EQ(
        code_of(roles_->give(leader, "two", {.email = "x@example.org", .role = "editor", .language = {}})),
        ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(roles_->give(leader, "one",
                                   {.email = "x@example.org", .role = "administrator", .language = {}})),
              ErrorCode::ValueNotAllowed);
    EXPECT_EQ(code_of(roles_->give(leader, "",
                                   {.email = "x@example.org", .role = "administrator", .language = {}})),
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(roles_->roles(leader, "gibt-es-nicht")), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(roles_->roles(Asker{}, "one")), ErrorCode::SignInRequired);
    const auto list = roles_->roles(editor, "one").value();
    ASSERT_EQ(list.roles.size(), 2U);
    EXPECT_FALSE(list.may_give);
    EXPECT_TRUE(list.roles[0].email.empty()) << "addresses are for those who give roles";
    const auto managed = roles_->roles(leader, "one").value();
    EXPECT_EQ(managed.roles[1].email, "eda@example.org");
    EXPECT_EQ(managed.roles[1].given_by, "Ada Test");
    EXPECT_EQ(code_of(roles_->take(editor, "one", managed.roles[0].id)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(roles_->take(leader, "two", managed.roles[1].id)), ErrorCode::OperationNotPermitted);
    EXPECT_TRUE(roles_->take(leader, "one", managed.roles[1].id).ok());
    EXPECT_EQ(roles_->roles(leader, "one").value().roles.size(), 1U);
}

TEST_F(Accounts, LookAlikeAndMalformedAddressesAreRefused) {
    const Asker admin = asker(set_up());
    const auto give = [&](const std::string& email) {
        return code_of(roles_->give(admin, "one", {.email = email, .role = "editor", .language = {}}));
    };
    EXPECT_EQ(give("\xD0\xB0"
                   "dmin@example.org"),
              ErrorCode::EmailConfusable);
    EXPECT_EQ(give("x@example.org\r\nBcc: y@example.org"), ErrorCode::ControlCharacter);
    EXPECT_EQ(give("x@y@example.org"), ErrorCode::EmailInvalid);
    EXPECT_EQ(code_of(users_->add(kOperator, {"admin@example.org", "Eve", kPassword})),
              ErrorCode::EmailTaken);
}

TEST_F(Accounts, TheLastAdministratorStays) {
    const Asker admin = asker(set_up());
    const auto list = roles_->roles(admin, "").value();
    ASSERT_EQ(list.roles.size(), 1U);
    EXPECT_EQ(code_of(roles_->take(admin, "", list.roles[0].id)), ErrorCode::LastAdministrator);
    EXPECT_EQ(code_of(users_->change(admin, admin.actor, {.state = "locked"})), ErrorCode::LastAdministrator);
    EXPECT_EQ(code_of(users_->erase(admin, admin.actor)), ErrorCode::LastAdministrator);
    // An invitation that nobody has accepted yet is no administrator.
    ASSERT_TRUE(
        roles_->give(admin, "", {.email = "b@example.org", .role = "administrator", .language = {}}).ok());
    EXPECT_EQ(code_of(roles_->take(admin, "", list.roles[0].id)), ErrorCode::LastAdministrator);
    const Asker second = asker(join(admin, "", "administrator", "c@example.org"));
    EXPECT_TRUE(roles_->take(admin, "", list.roles[0].id).ok());
    EXPECT_TRUE(permit(second, Action::Administer).ok());
}

TEST_F(Accounts, LockingAndDeletingEndSessionsAtOnce) {
    const Asker admin = asker(set_up());
    const std::string secret = join(admin, "one", "editor", "eda@example.org");
    const Asker editor = asker(secret);
    const std::string token = tokens_->create(editor, {.name = "t", .scopes = {}, .days = 9}).value().secret;
    ASSERT_TRUE(users_->change(admin, editor.actor, {.state = "locked"}).ok());
    EXPECT_FALSE(asker(secret).is_signed_in());
    EXPECT_EQ(code_of(sign_in_->asker_of_token(token, "en")), ErrorCode::TokenInvalid);
    EXPECT_EQ(code_of(sign_in("eda@example.org", kPassword)), ErrorCode::SignInRefused);
    ASSERT_TRUE(users_->change(admin, editor.actor, {.state = "active"}).ok());
    EXPECT_TRUE(sign_in("eda@example.org", kPassword).ok());
    EXPECT_EQ(code_of(users_->erase(editor, admin.actor)), ErrorCode::OperationNotPermitted);
    ASSERT_TRUE(users_->erase(admin, editor.actor).ok());
    EXPECT_EQ(code_of(sign_in_->asker_of_token(token, "en")), ErrorCode::TokenInvalid);
    EXPECT_EQ(code_of(accounts_->account(editor)), ErrorCode::RecordNotFound) << "a request under way";
    EXPECT_EQ(actor_name(*store_, editor.actor, "en"), "deleted account");
    EXPECT_TRUE(roles_->roles(admin, "one").value().roles.empty());
    const auto log = store_->audit({.subject = editor.actor}).value();
    ASSERT_FALSE(log.empty());
    EXPECT_EQ(log.front().action, "account.deleted");
    EXPECT_EQ(log.front().actor, admin.actor);
}

TEST_F(Accounts, OfManyWhoUseALinkAtOnceOneWins) {
    const std::string token = token_in(links_->setup(kOperator).value()->address);
    std::array<bool, 6> won{};
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < won.size(); ++i) {
            threads.emplace_back([&, i] {
                won[i] =
                    links_->use(Asker{}, token, form("a" + std::to_string(i) + "@example.org"), kHere).ok();
            });
        }
    }
    EXPECT_EQ(std::count(won.begin(), won.end(), true), 1);
    EXPECT_EQ(store_->all_desk(DeskKind::User).value().size(), 1U);
}

}  // namespace
}  // namespace kontor::service
