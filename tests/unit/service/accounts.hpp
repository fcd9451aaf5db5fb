// SPDX-License-Identifier: EUPL-1.2
// A Kontor with two clusters and no account yet, and the use cases about accounts on it. One per test.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "service/account_service.hpp"
#include "service/link_service.hpp"
#include "service/permission.hpp"
#include "service/role_service.hpp"
#include "service/token_service.hpp"
#include "service/user_service.hpp"

namespace kontor::service {

using base::ErrorCode;
using model::DeskKind;

inline constexpr std::int64_t kStart = 1'795'000'000;
inline const std::string kPassword = "vier leise Kähne im Nebel";
inline const std::string kOther = "drei laute Lokomotiven am See";
inline const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "cli"};
inline const Visitor kHere{"192.0.2.7", "Test/1.0"};

/// Goes when it is told to.
class HandClock final : public base::Clock {
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override {
        return std::chrono::sys_seconds(std::chrono::seconds(seconds));
    }
    std::int64_t seconds = kStart;
};

template <class T>
ErrorCode code_of(const base::Result<T>& result) {
    return result ? ErrorCode::Internal : result.errors().front().code;
}

inline std::string token_in(const std::string& address) {
    return address.substr(address.find('#') + 1);
}

inline model::Organisation organisation(const std::string& id) {
    model::Organisation out;
    out.id = id;
    out.kind = model::OrganisationKind::Cluster;
    out.names = {{.text = "Cluster " + id, .lang = "en"}};
    out.country = "DE";
    return out;
}

class Accounts : public testing::Test {
protected:
    Accounts() {
        store_ = store::open_sqlite(":memory:", store::OpenMode::Create, clock_).value();
        store::WriteBatch batch{.actor = "test"};
        batch.puts = {organisation("one"), organisation("two")};
        EXPECT_TRUE(store_->write(batch).ok());
        knowledge_ = std::make_unique<Knowledge>(*store_, clock_, nullptr);
        base::SilentProgress progress;
        EXPECT_TRUE(knowledge_->load(progress).ok());
        settings_.address = "https://kontor.example";
        settings_.cost = identity::kTestPasswordCost;
        desk_ = std::make_unique<AccountDesk>(*knowledge_, settings_);
        sign_in_ = std::make_unique<SignInService>(*desk_);
        accounts_ = std::make_unique<AccountService>(*desk_, *sign_in_);
        tokens_ = std::make_unique<TokenService>(*desk_);
        confirmations_ = std::make_unique<ConfirmationService>(*knowledge_);
        links_ = std::make_unique<LinkService>(*desk_, *sign_in_, *confirmations_);
        roles_ = std::make_unique<RoleService>(*desk_);
        users_ = std::make_unique<UserService>(*desk_);
    }

    /// Whoever has this cookie.
    Asker asker(const std::string& secret) { return sign_in_->asker_of_session(secret, "en").value(); }

    std::string set_up() {
        const auto link = links_->setup(kOperator).value();
        const auto session = links_->use(Asker{}, token_in(link->address), form("admin@example.org"), kHere);
        EXPECT_TRUE(session.ok()) << (session ? "" : base::sentence(session.errors().front(), "en"));
        return session ? session.value().secret : std::string();
    }

    static LinkForm form(const std::string& email) {
        return {.email = email, .name = "Ada Test", .password = kPassword, .language = "en"};
    }

    static LinkForm new_password(const std::string& password) {
        return {.email = {}, .name = {}, .password = password, .language = {}};
    }

    /// Somebody invited by `by`, who accepts.
    std::string join(const Asker& by, const std::string& organisation, const std::string& role,
                     const std::string& email) {
        const auto given = roles_->give(by, organisation, {.email = email, .role = role, .language = "en"});
        EXPECT_TRUE(given.ok()) << base::sentence(given.errors().front(), "en");
        return links_->use(Asker{}, token_in(given.value().link), form(""), kHere).value().secret;
    }

    base::Result<NewSession> sign_in(const std::string& email, const std::string& password,
                                     const std::string& code = "") {
        SignInForm typed{.email = email, .password = password, .code = {}};
        if (!code.empty()) typed.code = code;
        return sign_in_->sign_in(Asker{}, typed, kHere);
    }

    HandClock clock_;
    AccountSettings settings_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Knowledge> knowledge_;
    std::unique_ptr<AccountDesk> desk_;
    std::unique_ptr<SignInService> sign_in_;
    std::unique_ptr<AccountService> accounts_;
    std::unique_ptr<TokenService> tokens_;
    std::unique_ptr<ConfirmationService> confirmations_;
    std::unique_ptr<LinkService> links_;
    std::unique_ptr<RoleService> roles_;
    std::unique_ptr<UserService> users_;
};

}  // namespace kontor::service
