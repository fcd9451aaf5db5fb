// SPDX-License-Identifier: EUPL-1.2
// Where the name of somebody who is erased stands in texts of others, and how it goes.
#include "service/mentions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/json_text.hpp"
#include "codec/record_json.hpp"
#include "service/audit_event.hpp"
#include "service/free_text.hpp"
#include "service/privacy_service.hpp"
#include "service/record_service.hpp"
#include "service/undo_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::RecordKind;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};  // 2026-11-18
const Asker kOperator{.standing = Standing::Operator, .actor = "cli"};

Asker leader_of(const std::string& organisation) {
    return {.standing = Standing::User,
            .actor = "u-" + organisation,
            .roles = {{model::Role::ClusterManager, organisation}},
            .session = "session"};
}

model::Person person(const std::string& id, const std::string& name) {
    model::Person out;
    out.id = id;
    out.name = name;
    out.email = id + "@example.org";
    out.organisation = "north";
    out.purpose = "contact";
    out.keep_until = support::date("2030-01-01");
    return out;
}

model::Organisation cluster(const std::string& id, const std::string& description) {
    auto out = support::organisation(id, "Cluster " + id, model::OrganisationKind::Cluster);
    out.description = support::text("en", description);
    return out;
}

class MentionsOfPeople : public testing::Test {
protected:
    void SetUp() override {
        model::Organisation north =
            cluster("north", "Ask ADA BEISPIEL (ada@example.org). Ada Beispiels Firma; Adam Beispiel.");
        north.offers = {{"", support::text("de", "Beratung durch Ada\nBeispiel, Dr."), 0}};
        model::Project hidden = support::project("hidden", "Hidden");
        hidden.objective = support::text("en", "Ada Beispiel knows.");
        model::Disclosure rule;
        rule.id = "rule";
        rule.subject_kind = RecordKind::Project;
        rule.subject = "hidden";
        rule.owner = "south";
        rule.visibility = model::Visibility::Own;
        model::Source minutes = support::source("minutes");
        minutes.note = "Minutes by Ada Beispiel";
        model::Person namesake = person("twin", "Ada Beispiel");
        namesake.function = "office of Ada Beispiel";
        model::Claim own;
        own.id = "own";
        own.subject_kind = RecordKind::Person;
        own.subject = "ada";
        own.predicate = "function";
        own.value = "Ada Beispiel leads";
        own.source = "minutes";
        const auto written =
            store_->write({.puts = {minutes, north, cluster("south", "Ada Beispiel came by."), hidden, rule,
                                    person("ada", "Ada Beispiel"), namesake, own},
                           .actor = "test"});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }

    static std::vector<std::string> places(const PersonMentions& found) {
        std::vector<std::string> out;
        for (const PersonMention& one : found.mentions) {
            std::string words;
            for (const SnippetSegment& segment : one.excerpt) {
                if (segment.marked) words += segment.text;
            }
            out.push_back(one.record.id + " " + one.field + ": " + words);
        }
        return out;
    }
    std::string everything() {
        std::string all;
        for (const RecordKind kind : {RecordKind::Source, RecordKind::Organisation, RecordKind::Project,
                                      RecordKind::Person, RecordKind::Claim}) {
            const auto scanned = store_->scan(kind, [&](model::Record&& record) {
                all += codec::to_text(codec::to_json(record)) + "\n";
                const auto steps = store_->history(kind, model::id_of(record)).value();
                for (const store::Step& step : steps) {
                    if (step.before) all += codec::to_text(codec::to_json(*step.before)) + "\n";
                }
                return true;
            });
            EXPECT_TRUE(scanned.ok());
        }
        return all;
    }
    void describe_north(const std::string& description) {
        ASSERT_TRUE(knowledge_.write({.puts = {cluster("north", description)}, .actor = "test"}).ok());
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    PrivacyService privacy_{knowledge_};
};

TEST_F(MentionsOfPeople, AreToldWithTheWordsAroundThem) {
    const auto found = privacy_.mentions(kOperator, "ada");
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(places(found.value()),
                UnorderedElementsAre("north description: ADA BEISPIEL", "north description: ada@example.org",
                                     "north offers: Ada\nBeispiel", "south description: Ada Beispiel",
                                     "hidden objective: Ada Beispiel", "minutes note: Ada Beispiel",
                                     "twin name: Ada Beispiel", "twin function: Ada Beispiel"));
    EXPECT_EQ(found.value().total, 8);
    EXPECT_EQ(found.value().blanked, 0);
    const auto north = std::find_if(found.value().mentions.begin(), found.value().mentions.end(),
                                    [](const auto& one) { return one.record.id == "north"; });
    ASSERT_EQ(north->excerpt.size(), 3U);
    EXPECT_EQ(north->excerpt[0].text, "Ask ");
    EXPECT_THAT(north->excerpt[2].text, HasSubstr("(ada@example.org)"));
    EXPECT_EQ(north->record.name, "Cluster north");
}

TEST_F(MentionsOfPeople, WhatIsHiddenIsNotTold) {
    const auto found = privacy_.mentions(leader_of("north"), "ada");
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(codec::json_text(found.value()), Not(HasSubstr("hidden")));
    for (const PersonMention& one : found.value().mentions) {
        const bool is_theirs =
            one.record.id == "north" || (one.record.id == "twin" && one.field == "function");
        EXPECT_EQ(one.may_blank, is_theirs) << one.record.id << " " << one.field;
    }
    EXPECT_EQ(privacy_.mentions(leader_of("south"), "ada").errors().front().code, ErrorCode::RecordNotFound);
    EXPECT_EQ(privacy_.mentions({}, "ada").errors().front().code, ErrorCode::RecordNotFound);
}

TEST_F(MentionsOfPeople, GoWithThePersonWhereOneSaysSo) {
    describe_north("Ada Beispiel again");
    const auto erased = privacy_.erase_person(leader_of("north"), "ada", {"organisation/north"});
    ASSERT_TRUE(erased.ok()) << base::located_sentence(erased.errors().front(), "en");
    EXPECT_EQ(erased.value().blanked, 1);
    for (const PersonMention& one : erased.value().mentions) EXPECT_EQ(one.blanked, one.record.id == "north");
    const auto north =
        std::get<model::Organisation>(store_->read(RecordKind::Organisation, "north").value().value());
    EXPECT_EQ(north.description.front().text, "[…] again");
    const auto steps = store_->history(RecordKind::Organisation, "north").value();
    for (const store::Step& step : steps) {
        if (!step.before) continue;
        const std::string said = codec::to_text(codec::to_json(*step.before));
        EXPECT_THAT(said, Not(HasSubstr("BEISPIEL")));
        EXPECT_THAT(said, Not(HasSubstr("ada@")));
    }
    EXPECT_THAT(everything(), HasSubstr("Ada Beispiels Firma; Adam Beispiel."));
    EXPECT_THAT(everything(), HasSubstr("Ada Beispiel came by."));
    EXPECT_THAT(store_->inspect().value(), IsEmpty());
    const auto log = store_->audit({.subject = "ada"}).value();
    EXPECT_EQ(log.front().detail, R"({"blanked":"1"})");
    EXPECT_THAT(detail_words(log.front().detail, "en"), HasSubstr("1"));
}

TEST_F(MentionsOfPeople, AllOfThemAtOnceAndForGood) {
    describe_north("Nobody");
    const auto erased = privacy_.erase_person(kOperator, "ada", {"all"});
    ASSERT_TRUE(erased.ok()) << base::located_sentence(erased.errors().front(), "en");
    EXPECT_EQ(erased.value().blanked, 5) << "north in an earlier version, south, hidden, minutes, twin";
    const std::string all = everything();
    EXPECT_THAT(all, Not(HasSubstr("came by Ada")));
    EXPECT_THAT(all, HasSubstr("[…] came by."));
    EXPECT_THAT(all, HasSubstr("office of […]"));
    EXPECT_THAT(all, HasSubstr("\"name\":\"Ada Beispiel\"")) << "the namesake keeps the name";
    EXPECT_THAT(all, Not(HasSubstr("ada@example.org")));
    UndoService undo(knowledge_);
    const auto batch = store_->history(RecordKind::Organisation, "south").value().back().batch;
    static_cast<void>(undo.undo(kOperator, batch));
    EXPECT_THAT(everything(), Not(HasSubstr("Ada Beispiel came"))) << "undoing does not bring the words back";
}

TEST_F(MentionsOfPeople, EarlierVersionsAreToldAsSuch) {
    describe_north("Nobody");
    const auto found = privacy_.mentions(leader_of("north"), "ada");
    ASSERT_TRUE(found.ok());
    int earlier = 0;
    for (const PersonMention& one : found.value().mentions) {
        EXPECT_EQ(one.earlier, one.record.id == "north") << one.record.id;
        earlier += one.earlier ? 1 : 0;
    }
    EXPECT_EQ(earlier, 3);
}

TEST_F(MentionsOfPeople, EveryFaultOfAChoiceAtOnceAndNothingIsErased) {
    const auto refused = privacy_.erase_person(
        leader_of("north"), "ada", {"organisation/south", "project/hidden", "nonsense", "organisation/none"});
    ASSERT_FALSE(refused.ok());
    std::vector<ErrorCode> codes;
    for (const base::Error& fault : refused.errors()) codes.push_back(fault.code);
    EXPECT_THAT(codes, ElementsAre(ErrorCode::OperationNotPermitted, ErrorCode::RecordNotFound,
                                   ErrorCode::ValueNotAllowed, ErrorCode::RecordNotFound));
    EXPECT_TRUE(store_->read(RecordKind::Person, "ada").value().has_value());
    EXPECT_THAT(everything(), HasSubstr("ADA BEISPIEL"));
}

TEST_F(MentionsOfPeople, NothingIsBlankedUnasked) {
    const std::string before = everything();
    ASSERT_TRUE(privacy_.erase_person(leader_of("north"), "ada").ok());
    EXPECT_THAT(before, HasSubstr("Ask ADA BEISPIEL"));
    EXPECT_THAT(everything(), HasSubstr("Ask ADA BEISPIEL"));
}

TEST(FreeTexts, AreThoseInWhichPeopleWrite) {
    model::Record project = support::sample<model::Project>();
    std::vector<std::string> fields;
    visit_free_texts(project, [&](std::string_view field, std::string& text, TextUse use) {
        fields.emplace_back(field);
        text = "x";
        EXPECT_EQ(use, TextUse::Free);
    });
    for (const char* field :
         {"acronym", "titles", "objective", "keywords", "target_regions", "phases", "strands"})
        EXPECT_THAT(fields, Contains(field));
    for (const char* field : {"id", "programme", "call", "currency", "topics", "source", "url"})
        EXPECT_THAT(fields, Not(Contains(field)));
    EXPECT_EQ(std::get<model::Project>(project).strands.front().name.front().text, "x");
    model::Record someone = support::sample<model::Person>();
    visit_free_texts(someone, [&](std::string_view field, std::string&, TextUse use) {
        EXPECT_EQ(use, field == "function" ? TextUse::Free : TextUse::Identity) << field;
    });
    model::Record topic = support::topic("t", "T");
    visit_free_texts(topic, [&](std::string_view, std::string&, TextUse) { ADD_FAILURE(); });
}

}  // namespace
}  // namespace kontor::service
