// SPDX-License-Identifier: EUPL-1.2
// A page shows the way to a form to those who may change the record, role by role, and to nobody else.
#include "service/editable.hpp"

#include <gtest/gtest.h>

#include "service/permission.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using model::Role;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};

class Editable : public testing::Test {
protected:
    void SetUp() override {
        model::Agreement pact;
        pact.id = "pact";
        pact.titles = support::text("en", "Pact");
        pact.parties = {"north", "south"};
        model::Delegation journey;
        journey.id = "journey";
        journey.titles = support::text("en", "Journey");
        journey.organisers = {"north"};
        model::Disclosure rule;
        rule.id = "rule";
        rule.subject_kind = RecordKind::Agreement;
        rule.subject = "pact";
        rule.owner = "office";
        store::WriteBatch batch{.actor = "test"};
        for (const char* id : {"north", "south", "office", "elsewhere"})
            batch.puts.emplace_back(support::organisation(id, id));
        batch.puts.emplace_back(pact);
        batch.puts.emplace_back(journey);
        batch.puts.emplace_back(rule);
        ASSERT_TRUE(store_->write(batch).ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }

    /// Whether the pact and the journey are told to be theirs to change.
    std::pair<bool, bool> told(const Asker& asker) {
        std::vector<AgreementView> agreements(1);
        std::vector<DelegationView> delegations(1);
        agreements[0].id = "pact";
        delegations[0].id = "journey";
        EXPECT_TRUE(tell_editable(knowledge_, asker, agreements, delegations).ok());
        return {agreements[0].may_edit, delegations[0].may_edit};
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
};

TEST_F(Editable, IsWhatThePermissionTableSays) {
    EXPECT_EQ(told({}), std::pair(false, false));
    for (std::size_t i = 0; i < model::Words<Role>::kWords.size(); ++i) {
        const auto role = static_cast<Role>(i);
        for (const std::string at : {"north", "south", "office", "elsewhere"}) {
            const Asker asker{.standing = Standing::User,
                              .actor = "u",
                              .roles = {{role, role == Role::Administrator ? "" : at}},
                              .session = "session"};
            const bool is_party = at != "elsewhere";
            const bool changes_projects =
                role == Role::ClusterManager || role == Role::ProjectManager || role == Role::Editor;
            const bool changes_events =
                role == Role::ClusterManager || role == Role::EventManager || role == Role::Editor;
            const bool is_admin = role == Role::Administrator;
            EXPECT_EQ(told(asker), std::pair(is_admin || (is_party && changes_projects),
                                             is_admin || (at == "north" && changes_events)))
                << model::word(role) << " at " << at;
        }
    }
}

}  // namespace
}  // namespace kontor::service
