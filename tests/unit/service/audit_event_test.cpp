// SPDX-License-Identifier: EUPL-1.2
// What the audit tells has words in every language: every action, every role, every purpose of a link.
#include "service/audit_event.hpp"

#include <gtest/gtest.h>

#include "model/desk.hpp"
#include "service/account_desk.hpp"

namespace kontor::service {
namespace {

TEST(AuditEvents, AllHaveWordsInBothLanguages) {
    for (const std::string_view action : model::Words<AuditEvent>::kWords) {
        const std::string german = action_name(action, "de");
        const std::string english = action_name(action, "en");
        EXPECT_NE(german, action);
        EXPECT_NE(english, action);
        EXPECT_NE(german, english) << action;
    }
    EXPECT_EQ(action_name("moon.painted", "en"), "moon.painted") << "of a newer Kontor";
}

TEST(AuditEvents, ParticularsAreToldInWords) {
    const auto told = [](const std::map<std::string, std::string>& detail, std::string_view language) {
        return detail_words(account_event(AuditEvent::RoleGiven, "u", detail).detail, language);
    };
    for (const std::string_view role : model::Words<model::Role>::kWords) {
        EXPECT_EQ(told({{"role", std::string(role)}}, "de").find(role), std::string::npos) << role;
    }
    for (const std::string_view purpose : model::Words<model::LinkPurpose>::kWords) {
        const std::string german = told({{"purpose", std::string(purpose)}}, "de");
        EXPECT_TRUE(german.starts_with("Zweck: ")) << german;
        EXPECT_EQ(german.find(purpose), std::string::npos) << german;
    }
    EXPECT_EQ(told({{"address", "192.0.2.1"}, {"role", "editor"}}, "en"),
              "network address: 192.0.2.1, role: Editor");
    EXPECT_EQ(told({{"token", "t-1"}, {"name", "Report"}}, "en"), "access token: Report");
    EXPECT_EQ(detail_words("g-1 g-2", "en"), "roles that went along: 2");
    EXPECT_EQ(detail_words("", "en"), "");
    EXPECT_EQ(detail_words("{broken", "en"), "");
}

}  // namespace
}  // namespace kontor::service
