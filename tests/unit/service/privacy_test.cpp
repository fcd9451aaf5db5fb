// SPDX-License-Identifier: EUPL-1.2
// Who may know who did and saw what, and what becomes of the data of people.
#include "service/privacy_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/json_text.hpp"
#include "codec/record_json.hpp"
#include "service/audit_service.hpp"
#include "service/page_service.hpp"
#include "service/record_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::RecordKind;
using model::Role;
using testing::HasSubstr;
using testing::Not;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};  // 2026-11-18
const Asker kOperator{.standing = Standing::Operator, .actor = "cli"};

Asker person_at(const std::string& organisation, Role role = Role::ClusterManager) {
    return {.standing = Standing::User,
            .actor = "u-" + organisation,
            .roles = {{role, organisation}},
            .session = "session"};
}
Asker administrator() {
    return {.standing = Standing::User,
            .actor = "u-admin",
            .roles = {{Role::Administrator, ""}},
            .session = "session"};
}

model::User user(const std::string& id, const std::string& name) {
    model::User out;
    out.id = id;
    out.email = id + "@example.org";
    out.skeleton = out.email;
    out.name = name;
    out.password = "$argon2id$secret";
    return out;
}

model::Person person(const std::string& id, const std::string& until) {
    model::Person out;
    out.id = id;
    out.name = "Ada Beispiel";
    out.email = "ada@example.org";
    out.organisation = "north";
    out.purpose = "contact";
    out.keep_until = support::date(until);
    return out;
}

class Privacy : public testing::Test {
protected:
    void SetUp() override {
        model::Person other = person("p2", "2026-01-01");
        other.email = "otto@example.org";
        model::Mail mail;
        mail.id = "m1";
        mail.to = "ada@example.org";
        mail.subject = "Hello";
        const auto written = store_->write(
            {.puts = {support::organisation("north", "Cluster Nord", model::OrganisationKind::Cluster),
                      support::organisation("south", "Cluster Süd", model::OrganisationKind::Cluster),
                      person("p1", "2030-01-01"), other},
             .actor = "test",
             .desk_puts = {user("u-north", "Nora Nord"), user("u-admin", "Adam Admin"), mail}});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    std::size_t people() { return store_->count(RecordKind::Person).value(); }
    /// The names of the actions that `asker` reads.
    std::vector<std::string> actions(const Asker& asker, const AuditRequest& request) {
        EXPECT_TRUE(knowledge_.write_reveals().ok());
        const auto page = audit_.page(asker, request);
        EXPECT_TRUE(page.ok());
        std::vector<std::string> out;
        if (!page) return out;
        for (const AuditLine& line : page.value().lines) out.push_back(line.action);
        return out;
    }
    void rename_north(const std::string& name) {
        RecordForm form;
        form.record.text = R"({"kind":"cluster","names":[{"text":")" + name + R"("}]})";
        const auto changed =
            records_.change(person_at("north"), {"organisation", "north"},
                            store_->version(RecordKind::Organisation, "north").value(), form);
        ASSERT_TRUE(changed.ok()) << base::located_sentence(changed.errors().front(), "en");
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    PrivacyService privacy_{knowledge_};
    AuditService audit_{knowledge_};
    RecordService records_{knowledge_};
    PageService pages_{knowledge_};
};

TEST_F(Privacy, OnesOwnDeedsWithWhatTheyChanged) {
    rename_north("Nordlicht");
    const auto page = audit_.page(person_at("north"), {});
    ASSERT_TRUE(page.ok());
    ASSERT_GE(page.value().lines.size(), 1U);
    const AuditLine& line = page.value().lines.front();
    EXPECT_EQ(line.action, "record.changed");
    EXPECT_EQ(line.actor, "Nora Nord");
    EXPECT_EQ(line.subject.id, "north");
    EXPECT_THAT(codec::json_text(line), HasSubstr("Nordlicht"));
    EXPECT_THAT(codec::json_text(line), HasSubstr("Cluster Nord"));
    EXPECT_THAT(audit_csv(page.value(), "de"), HasSubstr("Nordlicht"));
    ASSERT_TRUE(store_
                    ->write({.actor = "u-north",
                             .audit = {{.action = "role.given", .detail = R"({"role":"editor"})"}}})
                    .ok());
    const std::string table = audit_csv(audit_.page(person_at("north"), {}).value(), "de");
    EXPECT_THAT(table, HasSubstr("Vorher;Nachher;Einzelheiten"));
    EXPECT_THAT(table, HasSubstr(";role: Editor"));
    EXPECT_EQ(audit_.page({}, {}).errors().front().code, ErrorCode::SignInRequired);
}

TEST_F(Privacy, DeedsAtAnOrganisationAreForItsManagement) {
    rename_north("Nordlicht");
    const AuditRequest at_north{.whose = "organisation", .organisation = "north"};
    EXPECT_THAT(actions(person_at("north"), at_north), testing::Contains("record.changed"));
    EXPECT_EQ(audit_.page(person_at("south"), at_north).errors().front().code,
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(audit_.page(person_at("north", Role::Editor), at_north).errors().front().code,
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(audit_.page(person_at("north"), {.whose = "kontor"}).errors().front().code,
              ErrorCode::OperationNotPermitted);
    EXPECT_TRUE(audit_.page(administrator(), {.whose = "kontor"}).ok());
}

TEST_F(Privacy, PagesOfTheAuditHoldEveryLineOnce) {
    for (int i = 0; i < 7; ++i) rename_north("Name " + std::to_string(i));
    AuditRequest request{.whose = "organisation", .organisation = "north", .limit = 3};
    std::vector<std::string> seen;
    for (int pages = 0; pages < 20; ++pages) {
        const auto page = audit_.page(person_at("north"), request);
        ASSERT_TRUE(page.ok());
        for (const AuditLine& line : page.value().lines)
            seen.push_back(line.action + std::to_string(line.version));
        request.cursor = page.value().next_cursor;
        if (request.cursor.empty()) break;
    }
    EXPECT_EQ(std::count_if(seen.begin(), seen.end(),
                            [](const auto& s) { return s.starts_with("record.changed"); }),
              7);
    std::vector<std::string> once = seen;
    std::sort(once.begin(), once.end());
    EXPECT_EQ(std::unique(once.begin(), once.end()), once.end());
    EXPECT_FALSE(audit_.page(person_at("north"), {.cursor = "x"}).ok());
}

TEST_F(Privacy, SeeingAPersonIsARevealOncePerHour) {
    for (int i = 0; i < 3; ++i) {
        const auto page = pages_.organisation(person_at("north"), "north");
        ASSERT_TRUE(page.ok());
        ASSERT_TRUE(page.value().people.has_value());
        EXPECT_EQ(page.value().people->size(), 2U);
    }
    EXPECT_FALSE(pages_.organisation({}, "north").value().people.has_value());
    EXPECT_FALSE(pages_.organisation(person_at("south"), "north").value().people.has_value());
    const auto seen = actions(person_at("north"), {});
    EXPECT_EQ(std::count(seen.begin(), seen.end(), "record.revealed"), 2);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), "session.begun"), 0);
}

TEST_F(Privacy, WhatIsOpenIsNoReveal) {
    static_cast<void>(records_.read(person_at("south"), {"organisation", "north"}));
    const auto seen = actions(person_at("south"), {});
    EXPECT_THAT(seen, testing::IsEmpty());
}

TEST_F(Privacy, EverythingAboutAPersonOnRequest) {
    const auto found = privacy_.about_person(person_at("north"), "p1");
    ASSERT_TRUE(found.ok());
    const std::string all = codec::json_text(found.value());
    for (const char* text : {"Ada Beispiel", "ada@example.org", "contact", "Hello"})
        EXPECT_THAT(all, HasSubstr(text));
    EXPECT_TRUE(privacy_.about_person(administrator(), "p1").ok());
    EXPECT_EQ(privacy_.about_person(person_at("south"), "p1").errors().front().code,
              ErrorCode::RecordNotFound);
    EXPECT_EQ(privacy_.about_person({}, "p1").errors().front().code, ErrorCode::RecordNotFound);
}

TEST_F(Privacy, EverythingAboutOnesOwnAccountButSecrets) {
    const auto found = privacy_.about_oneself(person_at("north"));
    ASSERT_TRUE(found.ok());
    const std::string all = codec::json_text(found.value());
    EXPECT_THAT(all, HasSubstr("Nora Nord"));
    EXPECT_THAT(all, Not(HasSubstr("argon2")));
    EXPECT_FALSE(privacy_.about_account(person_at("south"), "u-north").ok());
    EXPECT_TRUE(privacy_.about_account(administrator(), "u-north").ok());
}

TEST_F(Privacy, AnErasedPersonIsNowhere) {
    ASSERT_TRUE(privacy_.erase_person(person_at("north"), "p1").ok());
    EXPECT_EQ(people(), 1U);
    const auto steps = store_->history(RecordKind::Person, "p1").value();
    for (const store::Step& step : steps) EXPECT_FALSE(step.before);
    EXPECT_THAT(store_->all_desk(model::DeskKind::Mail).value(), testing::IsEmpty());
    const AuditRequest at_north{.whose = "organisation", .organisation = "north"};
    EXPECT_THAT(actions(person_at("north"), at_north), testing::Contains("person.erased"));
    EXPECT_THAT(codec::json_text(audit_.page(person_at("north"), at_north).value()), Not(HasSubstr("ada@")));
    EXPECT_THAT(store_->inspect().value(), testing::IsEmpty());
    EXPECT_EQ(privacy_.erase_person(person_at("south"), "p2").errors().front().code,
              ErrorCode::RecordNotFound);
}

TEST_F(Privacy, PeopleGoWhenTheirTimeIsOver) {
    EXPECT_FALSE(privacy_.sweep(person_at("north")).ok());
    EXPECT_EQ(privacy_.sweep(kOperator).value(), 1);
    EXPECT_EQ(privacy_.sweep(kOperator).value(), 0);
    EXPECT_TRUE(store_->read(RecordKind::Person, "p1").value().has_value());
    EXPECT_FALSE(store_->read(RecordKind::Person, "p2").value().has_value());
}

TEST_F(Privacy, TheRegisterSaysWhatIsKeptInBothLanguages) {
    for (const char* language : {"de", "en"}) {
        Asker asker = administrator();
        asker.language = language;
        const auto found = privacy_.processing_register(asker);
        ASSERT_TRUE(found.ok());
        EXPECT_EQ(found.value().people, 2);
        for (const auto& activity : found.value().activities) {
            for (const std::string* text :
                 {&activity.name, &activity.purpose, &activity.kept, &activity.ends})
                EXPECT_FALSE(text->empty());
        }
    }
    EXPECT_FALSE(privacy_.processing_register(person_at("north")).ok());
}

}  // namespace
}  // namespace kontor::service
