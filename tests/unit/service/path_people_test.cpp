// SPDX-License-Identifier: EUPL-1.2
// People as links of chains and as those to ask: Ada stands at the harbour and at the clinic, which nothing
// else joins; who may not see both records must not learn that.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/path_service.hpp"
#include "snapshots.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using model::Visibility;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'780'272'000}}};  // 2026-06-01
const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};
const Asker kPublic{.standing = Standing::Public, .language = "en"};

Asker people_of(const std::vector<std::string>& organisations) {
    Asker out{.standing = Standing::User, .language = "en", .actor = "u-manager", .session = "session"};
    for (const std::string& one : organisations) out.roles.push_back({model::Role::ClusterManager, one});
    return out;
}

model::Person person(const std::string& id, const std::string& name, const std::string& organisation,
                     const std::string& email) {
    model::Person out;
    out.id = id;
    out.name = name;
    out.organisation = organisation;
    out.function = "International affairs";
    out.email = email;
    out.purpose = "contact";
    out.keep_until = test::date("2027-12-31");
    out.as_of = test::date("2026-05-01");
    return out;
}

model::Disclosure opened(const std::string& subject, const std::string& owner, Visibility visibility,
                         std::vector<model::FieldVisibility> fields = {}) {
    model::Disclosure out;
    out.id = "rule-" + subject;
    out.subject_kind = RecordKind::Person;
    out.subject = subject;
    out.owner = owner;
    out.visibility = visibility;
    out.fields = std::move(fields);
    return out;
}

class PathPeople : public testing::Test {
protected:
    void SetUp() override {
        test::SmallNetwork net;
        for (const char* id : {"harbour", "clinic", "lens", "far"}) net.organisation(id);
        net.project("bright", "2028");
        net.participation("bright", "clinic");
        net.participation("bright", "lens");
        auto records = records_of(net);
        records.emplace_back(person("ada-harbour", "Ada Beispiel", "harbour", " Ada@Example.ORG "));
        records.emplace_back(person("ada-clinic", "ada beispiel", "clinic", "ada@example.org"));
        write(std::move(records));
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    void write(std::vector<model::Record> records) {
        const auto written = store_->write({.puts = std::move(records), .actor = "test"});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
    }
    void change(std::vector<model::Record> records) {
        write(std::move(records));
        ASSERT_TRUE(knowledge_.refresh().ok());
    }
    PathList asked(const Asker& asker, const std::string& from = "harbour",
                   const std::string& to = "clinic") {
        return paths_.paths(asker, {from, to, 5}).value();
    }
    std::vector<std::string> revealed() {
        EXPECT_TRUE(knowledge_.write_reveals().ok());
        std::vector<std::string> out;
        const auto log = store_->audit({.actor = "u-manager"}).value();
        for (const store::AuditEntry& entry : log) out.push_back(entry.subject);
        return out;
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    const PathService paths_{knowledge_};
};

TEST_F(PathPeople, SomebodyAtBothIsALinkWithWordsStrengthAndAge) {
    const PathList list = asked(kOperator);
    ASSERT_EQ(list.paths.size(), 1U);
    ASSERT_EQ(list.paths.front().links.size(), 1U);
    const PathLink& link = list.paths.front().links.front();
    EXPECT_EQ(link.text, "Ada Beispiel is a contact person at both harbour and clinic.");
    ASSERT_EQ(link.records.size(), 2U);
    EXPECT_EQ(link.records[0].kind, "person");
    EXPECT_EQ(link.records[0].id, "ada-harbour");
    EXPECT_EQ(link.records[1].id, "ada-clinic");
    EXPECT_NEAR(link.strength, 0.5, 0.01);
    EXPECT_EQ(link.latest, "2026-05-01");
    ASSERT_EQ(link.people.size(), 1U);
    EXPECT_EQ(link.people[0].person.id, "ada-clinic");
    EXPECT_EQ(link.people[0].function, "International affairs");
    const PathLink back = asked(kOperator, "clinic", "harbour").paths.front().links.front();
    EXPECT_EQ(back.records.front().id, "ada-clinic");
    EXPECT_EQ(back.people.front().person.id, "ada-harbour");
}

TEST_F(PathPeople, OnlyWhoSeesBothRecordsLearnsOfTheLink) {
    EXPECT_THAT(asked(people_of({"harbour", "clinic"})).paths, testing::SizeIs(1));
    for (const Asker& asker : {kPublic, people_of({"harbour"}), people_of({"clinic"}), people_of({"far"})}) {
        const PathList list = asked(asker);
        EXPECT_THAT(list.paths, IsEmpty());
        EXPECT_THAT(list.reason, HasSubstr("No connection of harbour is recorded yet"));
    }
    Asker seen_as = kOperator;
    seen_as.seen_as = "public";
    EXPECT_THAT(asked(seen_as).paths, IsEmpty());
}

TEST_F(PathPeople, ADisclosureOpensThem) {
    change({opened("ada-harbour", "harbour", Visibility::Network),
            opened("ada-clinic", "clinic", Visibility::Public)});
    EXPECT_THAT(asked(people_of({"far"})).paths, testing::SizeIs(1));
    EXPECT_THAT(asked(kPublic).paths, IsEmpty());
    // Whose address is hidden is not known to be the same.
    change({opened("ada-harbour", "harbour", Visibility::Network, {{"email", Visibility::Own}})});
    EXPECT_THAT(asked(people_of({"far"})).paths, IsEmpty());
    EXPECT_THAT(asked(people_of({"harbour"})).paths, testing::SizeIs(1));
}

TEST_F(PathPeople, OneNameIsNotOnePerson) {
    change({person("ada-harbour", "Ada Beispiel", "harbour", "ada@harbour.example"),
            person("ada-lens", "Ada Beispiel", "lens", "")});
    EXPECT_THAT(asked(kOperator).paths, IsEmpty());
    EXPECT_THAT(asked(kOperator, "harbour", "lens").paths, IsEmpty());
}

TEST_F(PathPeople, TwoNamesWithOneAddressAreToldAsTwo) {
    change({person("ada-clinic", "Berta Beispiel", "clinic", "ada@example.org")});
    EXPECT_EQ(asked(kOperator).paths.front().links.front().text,
              "Ada Beispiel at harbour and Berta Beispiel at clinic have the same e-mail address.");
}

TEST_F(PathPeople, AnAddressAtManyOrganisationsIsAMailbox) {
    std::vector<model::Record> records;
    for (int i = 0; i < 7; ++i) {
        const std::string id = "o" + std::to_string(i);
        test::SmallNetwork net;
        records.emplace_back(net.organisation(id));
        records.emplace_back(person("p" + id, "Info", id, "ada@example.org"));
    }
    change(std::move(records));
    EXPECT_THAT(asked(kOperator).paths, IsEmpty());
}

TEST_F(PathPeople, WhoseTimeIsOverIsNeitherLinkNorNamed) {
    auto over = person("ada-clinic", "Ada Beispiel", "clinic", "ada@example.org");
    over.keep_until = test::date("2026-05-31");
    change({over});
    EXPECT_THAT(asked(kOperator).paths, IsEmpty());
    EXPECT_THAT(asked(kOperator, "lens", "clinic").paths.front().links.front().people, IsEmpty());
    over.keep_until = test::date("2026-06-01");
    change({over});
    EXPECT_THAT(asked(kOperator).paths, testing::SizeIs(1)) << "the last day counts";
}

TEST_F(PathPeople, EachOrganisationOnTheWayNamesThreeToAsk) {
    change({person("p1", "Dora", "lens", ""), person("p2", "Carl", "lens", ""),
            person("p3", "Emil", "lens", ""), person("p4", "Berta", "lens", "")});
    const auto names = [](const PathLink& link) {
        std::vector<std::string> out;
        for (const PathPerson& one : link.people) out.push_back(one.person.name);
        return out;
    };
    const PathList list = asked(kOperator, "harbour", "lens");
    ASSERT_EQ(list.paths.size(), 1U);
    ASSERT_EQ(list.paths.front().links.size(), 2U);
    EXPECT_THAT(names(list.paths.front().links[0]), ElementsAre("ada beispiel"));
    EXPECT_THAT(names(list.paths.front().links[1]), ElementsAre("Berta", "Carl", "Dora"));
    const PathList seen = asked(kPublic, "clinic", "lens");
    ASSERT_EQ(seen.paths.size(), 1U) << "the project joins them for everybody";
    EXPECT_THAT(seen.paths.front().links.front().people, IsEmpty());
    EXPECT_THAT(names(asked(people_of({"lens"}), "clinic", "lens").paths.front().links.front()),
                ElementsAre("Berta", "Carl", "Dora"));
}

TEST_F(PathPeople, TheLogNamesWhoWasShownAndNobodyElse) {
    change({person("p1", "Zoe", "lens", ""), person("p2", "Xaver", "far", "")});
    asked(people_of({"harbour", "clinic", "lens", "far"}));
    EXPECT_THAT(revealed(), UnorderedElementsAre("ada-harbour", "ada-clinic"));
}

}  // namespace
}  // namespace kontor::service
