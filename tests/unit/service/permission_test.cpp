// SPDX-License-Identifier: EUPL-1.2
// The table of roles and actions, row by row, and who keeps what.
#include "service/permission.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "network/picture_builder.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::RecordKind;
using model::Role;
using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kOurs{"ours"};

Asker somebody(Role role, std::string organisation) {
    return {.standing = Standing::User,
            .actor = "u1",
            .roles = {{role, std::move(organisation)}},
            .session = "a session"};
}

std::optional<ErrorCode> refusal(const base::Outcome& outcome) {
    if (outcome) return std::nullopt;
    return outcome.errors().front().code;
}

struct Row {
    Action action;
    std::vector<Role> allowed;  // at the organisation
};

std::vector<Row> table() {
    using enum Role;
    return {{Action::Import, {ClusterManager, Editor, Administrator}},
            {Action::EditProfile, {ClusterManager, Editor, MemberContact, Administrator}},
            {Action::EditProject, {ClusterManager, ProjectManager, Editor, Administrator}},
            {Action::EditEvent, {ClusterManager, EventManager, Editor, Administrator}},
            {Action::NotePartner, {ClusterManager, ProjectManager, EventManager, Editor, MemberContact}},
            {Action::Press, {ClusterManager, ProjectManager, Editor}},
            {Action::Review, {ClusterManager, Editor, MemberContact, Administrator}},
            {Action::Disclose, {ClusterManager, MemberContact}},
            {Action::GiveRoles, {ClusterManager, Administrator}},
            {Action::ReadAudit, {ClusterManager, Administrator}},
            {Action::Administer, {Administrator}},
            {Action::Maintain, {}}};
}

TEST(Permission, IsWhatTheTableSays) {
    for (const Row& row : table()) {
        for (std::size_t i = 0; i < model::Words<Role>::kWords.size(); ++i) {
            const auto role = static_cast<Role>(i);
            const bool is_listed =
                std::find(row.allowed.begin(), row.allowed.end(), role) != row.allowed.end();
            const auto asker = somebody(role, role == Role::Administrator ? "" : "ours");
            EXPECT_EQ(permit(asker, row.action, kOurs).ok(), is_listed)
                << static_cast<int>(row.action) << " " << model::word(role);
        }
    }
}

TEST(Permission, EndsAtTheNextOrganisation) {
    for (const Row& row : table()) {
        for (std::size_t i = 0; i < model::Words<Role>::kWords.size(); ++i) {
            const auto role = static_cast<Role>(i);
            if (role == Role::Administrator) continue;
            const auto stranger = permit(somebody(role, "theirs"), row.action, kOurs);
            EXPECT_EQ(refusal(stranger), ErrorCode::OperationNotPermitted) << model::word(role);
        }
        EXPECT_EQ(refusal(permit({}, row.action, kOurs)), ErrorCode::SignInRequired);
    }
}

TEST(Permission, OfATokenIsItsScopeAndNoMore) {
    Asker token = somebody(Role::ClusterManager, "ours");
    token.session.clear();
    EXPECT_TRUE(permit(token, Action::Read).ok());
    EXPECT_EQ(refusal(permit(token, Action::EditProfile, kOurs)), ErrorCode::ScopeMissing);
    token.scopes = {"write"};
    EXPECT_TRUE(permit(token, Action::EditProfile, kOurs).ok());
    EXPECT_EQ(refusal(permit(token, Action::GiveRoles, kOurs)), ErrorCode::ScopeMissing);
    const std::vector<std::string> theirs{"theirs"};
    EXPECT_EQ(refusal(permit(token, Action::EditProfile, theirs)), ErrorCode::OperationNotPermitted);
}

class Keepers : public testing::Test {
protected:
    void put(const model::Record& record) {
        builder_.put(record);
        static_cast<void>(rules_.put(record));
    }
    std::vector<std::string> of(const model::Record& record) {
        return keepers(record, *builder_.build(network::Day(20'000)), rules_);
    }
    static model::Disclosure owned(RecordKind kind, const std::string& id, const std::string& owner) {
        return {
            .id = "d-" + id, .subject_kind = kind, .subject = id, .owner = owner, .fields = {}, .source = {}};
    }

    network::PictureBuilder builder_;
    AccessRules rules_;
};

TEST_F(Keepers, OfAnOrganisationAreItselfAndItsClusters) {
    put(support::organisation("firm", "Firm"));
    put(support::organisation("cluster", "Cluster", model::OrganisationKind::Cluster));
    put(support::membership("firm", "cluster"));
    EXPECT_THAT(of(support::organisation("firm", "Firm")), ElementsAre("firm", "cluster"));
    EXPECT_THAT(of(support::organisation("cluster", "Cluster")), ElementsAre("cluster"));
    EXPECT_THAT(of(support::membership("firm", "cluster")), ElementsAre("cluster"))
        << "nobody joins by himself";
}

TEST_F(Keepers, AreTheOwnerAloneOnceThereIsOne) {
    put(support::organisation("firm", "Firm"));
    put(support::organisation("cluster", "Cluster", model::OrganisationKind::Cluster));
    put(support::organisation("other", "Other", model::OrganisationKind::Cluster));
    put(support::membership("firm", "cluster"));
    put(owned(RecordKind::Organisation, "firm", "other"));
    EXPECT_THAT(of(support::organisation("firm", "Firm")), ElementsAre("firm", "other"));
}

TEST_F(Keepers, OfAParticipationAreThoseOfTheProject) {
    put(support::organisation("in", "In"));
    put(support::organisation("out", "Out"));
    put(support::project("p", "P"));
    EXPECT_THAT(of(support::participation("p", "in")), ElementsAre("in")) << "the first one begins";
    put(support::participation("p", "in"));
    EXPECT_THAT(of(support::participation("p", "out")), ElementsAre("in")) << "nobody joins by himself";
    put(owned(RecordKind::Project, "p", "out"));
    EXPECT_THAT(of(support::project("p", "P")), ElementsAre("out"));
}

TEST_F(Keepers, OfVocabulariesIsNobody) {
    EXPECT_THAT(of(support::topic("photonics", "Photonics")), IsEmpty());
}

TEST(Matched, AreThoseWhoBothConfirmed) {
    AccessRules rules;
    model::Agreement agreement;
    agreement.id = "mou";
    agreement.parties = {"ours", "theirs"};
    agreement.confirmed_by = {"ours"};
    agreement.valid_to = support::date("2026-12-31");
    const auto today = support::date("2026-11-22");
    const auto asker = somebody(Role::Editor, "ours");
    static_cast<void>(rules.put(agreement));
    EXPECT_EQ(audience_of(asker, rules, today).matched.count("theirs"), 0U) << "one side alone opens nothing";
    agreement.confirmed_by = {"ours", "theirs"};
    static_cast<void>(rules.put(agreement));
    EXPECT_EQ(audience_of(asker, rules, today).matched.count("theirs"), 1U);
    EXPECT_EQ(audience_of(asker, rules, support::date("2027-01-01")).matched.count("theirs"), 0U)
        << "it has ended";
    EXPECT_EQ(audience_of(somebody(Role::Jury, "ours"), rules, today).matched.count("theirs"), 0U);
    static_cast<void>(rules.erase(RecordKind::Agreement, "mou"));
    EXPECT_EQ(audience_of(asker, rules, today).matched.count("theirs"), 0U);
}

TEST(Permission, ARoleTellsWhatItAllows) {
    for (const Role role : {Role::ClusterManager, Role::Editor, Role::Jury, Role::Administrator}) {
        const auto words = allowed_by(role);
        const Asker asker{.standing = Standing::User,
                          .roles = {{role, role == Role::Administrator ? "" : "north"}},
                          .session = "s"};
        const bool may_edit = permit(asker, Action::EditProfile, std::vector<std::string>{"north"}).ok();
        const bool may_review = permit(asker, Action::Review, std::vector<std::string>{"north"}).ok();
        EXPECT_EQ(std::count(words.begin(), words.end(), "edit_profile"), may_edit ? 1 : 0);
        EXPECT_EQ(std::count(words.begin(), words.end(), "review"), may_review ? 1 : 0);
    }
    EXPECT_TRUE(allowed_by(Role::Jury).empty());
}

}  // namespace
}  // namespace kontor::service
