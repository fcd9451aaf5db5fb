// SPDX-License-Identifier: EUPL-1.2
// Writing records as people with roles do it: two clusters, a member of the first, and who may do what to
// whom.
#include "service/record_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/record_json.hpp"
#include "identity/secret_token.hpp"
#include "service/confirmation_service.hpp"
#include "service/review_service.hpp"
#include "service/undo_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::RecordKind;
using model::Role;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};

Asker person_at(const std::string& organisation, Role role = Role::ClusterManager) {
    return {.standing = Standing::User,
            .actor = "user-" + organisation,
            .roles = {{role, organisation}},
            .session = "session"};
}

template <class T>
ErrorCode code_of(const base::Result<T>& result) {
    return result ? ErrorCode::Internal : result.errors().front().code;
}

template <class T>
std::string said(const base::Result<T>& result) {
    std::string all;
    if (!result) {
        for (const auto& error : result.errors()) all += base::located_sentence(error, "en") + "\n";
    }
    return all;
}

model::User user(const std::string& id) {
    model::User out;
    out.id = id;
    out.email = id + "@example.org";
    out.skeleton = out.email;
    out.name = "Somebody at " + id;
    return out;
}

class Records : public testing::Test {
protected:
    void SetUp() override {
        model::Organisation member = support::organisation("member", "Lichtwerk");
        member.employees = 12;
        member.city = "Jena";
        const auto written = store_->write(
            {.puts = {support::organisation("north", "Cluster Nord", model::OrganisationKind::Cluster),
                      support::organisation("south", "Cluster Süd", model::OrganisationKind::Cluster), member,
                      support::membership("member", "north")},
             .actor = "test",
             .desk_puts = {user("user-north"), user("user-south")}});
        ASSERT_TRUE(written.ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }

    RecordForm form_of(const model::Record& record) {
        RecordForm form;
        form.record.text = codec::to_text(codec::to_json(record));
        return form;
    }
    model::Organisation member() {
        return std::get<model::Organisation>(*store_->read(RecordKind::Organisation, "member").value());
    }
    std::uint64_t version(const std::string& id = "member") {
        return store_->version(RecordKind::Organisation, id).value();
    }
    void disclose(const std::string& owner, model::Visibility visibility,
                  std::vector<model::FieldVisibility> fields = {}) {
        model::Disclosure rule;
        rule.id = "rule";
        rule.subject = "member";
        rule.owner = owner;
        rule.visibility = visibility;
        rule.fields = std::move(fields);
        ASSERT_TRUE(knowledge_.write({.puts = {rule}, .actor = "test"}).ok());
    }

    const RecordName kMember{"organisation", "member"};
    const Asker north_ = person_at("north");
    const Asker south_ = person_at("south");
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    RecordService records_{knowledge_};
    ReviewService review_{knowledge_};
    UndoService undo_{knowledge_};
    ConfirmationService confirmations_{knowledge_};
};

TEST_F(Records, AClusterChangesItsMember) {
    model::Organisation next = member();
    next.city = "Dresden";
    const auto changed = records_.change(north_, kMember, version(), form_of(next));
    ASSERT_TRUE(changed.ok()) << said(changed);
    EXPECT_EQ(member().city, "Dresden");
    EXPECT_EQ(changed.value().version, static_cast<std::int64_t>(version()));
    EXPECT_EQ(store_->history(RecordKind::Organisation, "member").value().back().change.actor, "user-north");
    const auto source = store_->read(RecordKind::Source, member().source).value();
    ASSERT_TRUE(source.has_value());
    EXPECT_THAT(std::get<model::Source>(*source).title, testing::HasSubstr("Cluster Nord"));
}

TEST_F(Records, WhoIsTooLateIsTold) {
    const auto seen = version();
    model::Organisation next = member();
    next.city = "Dresden";
    ASSERT_TRUE(records_.change(north_, kMember, seen, form_of(next)).ok());
    next.city = "Berlin";
    EXPECT_EQ(code_of(records_.change(north_, kMember, seen, form_of(next))), ErrorCode::EditConflict);
    EXPECT_EQ(member().city, "Dresden");
}

TEST_F(Records, OthersMayNot) {
    model::Organisation next = member();
    next.city = "Dresden";
    EXPECT_EQ(code_of(records_.change(south_, kMember, version(), form_of(next))),
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(records_.change({}, kMember, version(), form_of(next))), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(records_.change(person_at("north", Role::Jury), kMember, version(), form_of(next))),
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(records_.erase(south_, kMember, version())), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(member().city, "Jena");
}

TEST_F(Records, WhatIsNotSeenIsNotDestroyed) {
    disclose("member", model::Visibility::Public, {{"employees", model::Visibility::Own}});
    Asker administrator = person_at("");
    administrator.roles = {{Role::Administrator, ""}};
    const auto seen = records_.read(administrator, kMember);
    ASSERT_TRUE(seen.ok());
    EXPECT_THAT(seen.value().record.text, testing::Not(testing::HasSubstr("employees")));
    RecordForm form;
    form.record = seen.value().record;
    form.record.text.replace(form.record.text.find("Jena"), 4, "Bonn");
    const auto changed = records_.change(administrator, kMember, version(), form);
    ASSERT_TRUE(changed.ok()) << said(changed);
    EXPECT_EQ(member().employees, 12);
    EXPECT_EQ(member().city, "Bonn");
}

TEST_F(Records, AHiddenRecordAnswersAsNone) {
    disclose("north", model::Visibility::Own);
    EXPECT_EQ(said(records_.read(south_, kMember)).find("member") != std::string::npos, true);
    EXPECT_EQ(code_of(records_.read(south_, kMember)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(records_.history(south_, kMember)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(records_.change(south_, kMember, version(), form_of(member()))),
              ErrorCode::RecordNotFound);
    EXPECT_TRUE(records_.read(north_, kMember).ok());
    // Nor is it found by referring to it.
    const auto referring =
        records_.create(south_, "membership", form_of(support::membership("member", "south")));
    EXPECT_EQ(code_of(referring), ErrorCode::ReferenceUnknown);
}

TEST_F(Records, SeenAsOthersSeeIt) {
    disclose("north", model::Visibility::Network, {{"city", model::Visibility::Own}});
    Asker asker = north_;
    EXPECT_THAT(records_.read(asker, kMember).value().record.text, testing::HasSubstr("Jena"));
    asker.seen_as = "south";
    EXPECT_THAT(records_.read(asker, kMember).value().record.text, testing::Not(testing::HasSubstr("Jena")));
    asker.seen_as = "public";
    EXPECT_EQ(code_of(records_.read(asker, kMember)), ErrorCode::RecordNotFound);
    Asker stranger = south_;
    stranger.seen_as = "north";
    EXPECT_THAT(records_.read(stranger, kMember).value().record.text,
                testing::Not(testing::HasSubstr("Jena")));
}

TEST_F(Records, ANewOrganisationIsInItsMakersCare) {
    model::Organisation fresh = support::organisation("x", "Müller & Söhne");
    RecordForm form = form_of(fresh);
    form.record.text = R"({"kind":"company","names":[{"text":"Müller & Söhne"}]})";
    const auto made = records_.create(south_, "organisation", form);
    ASSERT_TRUE(made.ok()) << said(made);
    EXPECT_EQ(made.value().disclosure->owner.id, "south");
    EXPECT_THAT(made.value().id, testing::HasSubstr("s"));
    EXPECT_EQ(code_of(records_.create(person_at("south", Role::Jury), "organisation", form)),
              ErrorCode::OperationNotPermitted);
    form.owner = "north";
    EXPECT_EQ(code_of(records_.create(south_, "organisation", form)), ErrorCode::OperationNotPermitted);
}

TEST_F(Records, SeveralRecordsGoTogetherOrNotAtAll) {
    RecordBatch batch;
    batch.puts.push_back(
        {{R"({"record":"project","id":"bridge","titles":[{"lang":"en","text":"Bridge"}]})"}, {}});
    batch.puts.push_back(
        {{R"({"record":"participation","id":"bridge.south","project":"bridge","organisation":"south","role":"coordinator"})"},
         {}});
    const auto written = records_.write(south_, batch);
    ASSERT_TRUE(written.ok()) << said(written);
    EXPECT_EQ(written.value().records.size(), 2U);
    batch.puts[0].record.text =
        R"({"record":"project","id":"other","titles":[{"lang":"en","text":"Other"}]})";
    batch.puts[1].record.text =
        R"({"record":"participation","id":"b","project":"nowhere","organisation":"south","role":"captain"})";
    EXPECT_FALSE(records_.write(south_, batch).ok());
    EXPECT_FALSE(store_->read(RecordKind::Project, "other").value().has_value());
}

TEST_F(Records, APartyConfirmsForItselfOnly) {
    model::Agreement agreement;
    agreement.id = "pact";
    agreement.titles = support::text("en", "Pact");
    agreement.parties = {"north", "south"};
    agreement.confirmed_by = {"north", "south"};
    EXPECT_EQ(code_of(records_.create(north_, "agreement", form_of(agreement))),
              ErrorCode::OperationNotPermitted);
    agreement.confirmed_by = {"north"};
    const auto made = records_.create(north_, "agreement", form_of(agreement));
    ASSERT_TRUE(made.ok()) << said(made);
    const RecordName pact{"agreement", "pact"};
    agreement.confirmed_by = {"north", "south"};
    const auto both =
        records_.change(south_, pact, static_cast<std::uint64_t>(made.value().version), form_of(agreement));
    ASSERT_TRUE(both.ok()) << said(both);
    // What is agreed anew is to be confirmed anew by the other.
    agreement.valid_to = support::date("2090-01-01");
    ASSERT_TRUE(
        records_.change(north_, pact, static_cast<std::uint64_t>(both.value().version), form_of(agreement))
            .ok());
    const auto stored = std::get<model::Agreement>(*store_->read(RecordKind::Agreement, "pact").value());
    EXPECT_THAT(stored.confirmed_by, testing::ElementsAre("north"));
}

TEST_F(Records, HistoryTellsAndTakesBack) {
    const auto first = version();
    model::Organisation next = member();
    next.city = "Dresden";
    ASSERT_TRUE(records_.change(north_, kMember, first, form_of(next)).ok());
    const auto history = records_.history(north_, kMember);
    ASSERT_TRUE(history.ok());
    ASSERT_EQ(history.value().steps.size(), 2U);
    EXPECT_EQ(history.value().steps[0].actor, "Somebody at user-north");
    EXPECT_EQ(history.value().steps[0].fields[0].field, "city");
    EXPECT_EQ(history.value().steps[0].fields[0].before, "\"Jena\"");
    EXPECT_EQ(history.value().steps[0].fields[0].after, "\"Dresden\"");
    EXPECT_EQ(records_.history({}, kMember).value().steps[0].actor, "");
    const auto reverted = records_.revert(north_, kMember, version(), first);
    ASSERT_TRUE(reverted.ok()) << said(reverted);
    EXPECT_EQ(member().city, "Jena");
    // Changes of a hidden field have not happened for others.
    next = member();
    next.employees = 13;
    disclose("north", model::Visibility::Public,
             {{"employees", model::Visibility::Own}, {"source", model::Visibility::Own}});
    ASSERT_TRUE(records_.change(north_, kMember, version(), form_of(next)).ok());
    EXPECT_EQ(records_.history({}, kMember).value().steps.size(), 3U);
    EXPECT_EQ(records_.history(north_, kMember).value().steps.size(), 4U);
}

TEST_F(Records, DraftsAreTheirAuthorsOnly) {
    DraftForm form;
    form.kind = "organisation";
    form.subject = "member";
    form.base = static_cast<std::int64_t>(version());
    model::Organisation next = member();
    next.city = "Weimar";
    form.content.text = codec::to_text(codec::to_json(next));
    const auto draft = records_.save_draft(north_, form);
    ASSERT_TRUE(draft.ok()) << said(draft);
    EXPECT_EQ(records_.drafts(south_).value().drafts.size(), 0U);
    EXPECT_EQ(code_of(records_.publish_draft(south_, draft.value().id)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(records_.delete_draft(south_, draft.value().id)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(records_.save_draft({}, form)), ErrorCode::SignInRequired);
    ASSERT_TRUE(records_.publish_draft(north_, draft.value().id).ok());
    EXPECT_EQ(member().city, "Weimar");
    EXPECT_EQ(records_.drafts(north_).value().drafts.size(), 0U);
}

TEST_F(Records, OnlyItsKeepersSayWhoSeesIt) {
    DisclosureForm form;
    form.owner = "north";
    form.visibility = "own";
    EXPECT_EQ(code_of(records_.disclose(south_, kMember, 0, form)), ErrorCode::OperationNotPermitted);
    const auto disclosed = records_.disclose(north_, kMember, 0, form);
    ASSERT_TRUE(disclosed.ok()) << said(disclosed);
    EXPECT_EQ(code_of(records_.read(south_, kMember)), ErrorCode::RecordNotFound);
    EXPECT_EQ(code_of(records_.disclose(north_, kMember, 0, form)), ErrorCode::EditConflict);
    form.owner = "south";
    const auto given_away = records_.disclose(
        north_, kMember, static_cast<std::uint64_t>(disclosed.value().disclosure->version), form);
    EXPECT_EQ(code_of(given_away), ErrorCode::OperationNotPermitted);
}

SuggestionForm employees(const std::string& value) {
    SuggestionForm form;
    form.kind = "organisation";
    form.subject = "member";
    form.field = "employees";
    form.value = value;
    form.source = {"Annual report", "https://example.org/report", std::nullopt};
    return form;
}

DecisionForm decision(const std::string& claim, const std::string& word,
                      std::optional<std::string> value = std::nullopt) {
    DecisionForm form;
    form.decisions.push_back({claim, word, std::move(value), std::nullopt});
    return form;
}

TEST_F(Records, ASuggestionWaitsForADecision) {
    EXPECT_EQ(code_of(review_.suggest({}, employees("40"))), ErrorCode::SignInRequired);
    EXPECT_FALSE(review_.suggest(south_, employees("many")).ok());
    const auto claim = review_.suggest(south_, employees("40"));
    ASSERT_TRUE(claim.ok()) << said(claim);
    EXPECT_EQ(member().employees, 12);
    EXPECT_EQ(review_.waiting(south_, "", {}).value().total, 0);
    const auto page = review_.waiting(north_, "", {});
    ASSERT_EQ(page.value().total, 1) << said(page);
    EXPECT_EQ(page.value().items[0].present, "12");
    EXPECT_EQ(page.value().items[0].claimed.value, "40");
    EXPECT_EQ(page.value().items[0].claimed.source.title, "Annual report");
    EXPECT_FALSE(review_.decide(south_, decision(claim.value().claim, "accept")).ok());
    const auto decided = review_.decide(north_, decision(claim.value().claim, "accept"));
    ASSERT_TRUE(decided.ok()) << said(decided);
    EXPECT_EQ(member().employees, 40);
    EXPECT_EQ(code_of(review_.decide(north_, decision(claim.value().claim, "reject"))),
              ErrorCode::EditConflict);
    // A wrong decision is taken back whole.
    const auto batch = static_cast<std::uint64_t>(decided.value().batch);
    const auto undone = undo_.undo(north_, batch);
    ASSERT_TRUE(undone.ok()) << said(undone);
    EXPECT_EQ(member().employees, 12);
    EXPECT_EQ(review_.waiting(north_, "member", {}).value().total, 1);
    EXPECT_EQ(code_of(undo_.undo(north_, batch)), ErrorCode::EditConflict);
}

TEST_F(Records, CorrectingKeepsBothClaims) {
    const auto claim = review_.suggest(south_, employees("40")).value().claim;
    ASSERT_TRUE(review_.decide(north_, decision(claim, "correct", "41")).ok());
    EXPECT_EQ(member().employees, 41);
    const auto claims = store_->referring(RecordKind::Claim, "subject", "member").value();
    ASSERT_EQ(claims.size(), 2U);
    const auto other = review_.suggest(south_, employees("50")).value().claim;
    ASSERT_TRUE(review_.decide(north_, decision(other, "reject")).ok());
    EXPECT_EQ(member().employees, 41);
    // One bad decision and none is taken.
    const auto third = review_.suggest(south_, employees("60")).value().claim;
    DecisionForm two = decision(third, "accept");
    two.decisions.push_back({"nothing", "accept", std::nullopt, std::nullopt});
    EXPECT_FALSE(review_.decide(north_, two).ok());
    EXPECT_EQ(member().employees, 41);
}

TEST_F(Records, WhatWasBuiltUponStays) {
    model::Organisation next = member();
    next.city = "Dresden";
    const auto batch = records_.change(north_, kMember, version(), form_of(next)).value().batch;
    next = member();
    next.city = "Berlin";
    ASSERT_TRUE(records_.change(north_, kMember, version(), form_of(next)).ok());
    EXPECT_EQ(code_of(undo_.undo(north_, static_cast<std::uint64_t>(*batch))), ErrorCode::EditConflict);
    EXPECT_EQ(code_of(undo_.undo(south_, static_cast<std::uint64_t>(*batch))),
              ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code_of(undo_.undo(north_, 999'999)), ErrorCode::RecordNotFound);
    EXPECT_EQ(member().city, "Berlin");
}

TEST_F(Records, AProfileIsConfirmedWithOneClick) {
    EXPECT_EQ(confirmations_.due(north_, 10).value().organisations.size(), 2U);
    EXPECT_EQ(confirmations_.due(south_, 10).value().organisations.size(), 1U);
    EXPECT_EQ(code_of(confirmations_.confirm(south_, "member")), ErrorCode::OperationNotPermitted);
    const std::string token = identity::new_token(identity::TokenKind::Link);
    const std::int64_t now = knowledge_.clock().now().time_since_epoch().count();
    const model::Link link{.id = identity::fingerprint(token),
                           .purpose = model::LinkPurpose::Confirmation,
                           .organisation = "member",
                           .created = now,
                           .expires = now + 60};
    ASSERT_TRUE(knowledge_.store().write({.actor = "test", .desk_puts = {link}}).ok());
    EXPECT_EQ(code_of(confirmations_.use_link({}, token + "x")), ErrorCode::RecordNotFound);
    const auto used = confirmations_.use_link({}, token);
    ASSERT_TRUE(used.ok()) << said(used);
    EXPECT_EQ(member().as_of, knowledge_.today());
    EXPECT_EQ(code_of(confirmations_.use_link({}, token)), ErrorCode::RecordNotFound);
    EXPECT_EQ(confirmations_.due(north_, 10).value().organisations.size(), 1U);
    ASSERT_TRUE(confirmations_.confirm(north_, "north").ok());
    EXPECT_EQ(confirmations_.due(north_, 10).value().organisations.size(), 0U);
}

TEST_F(Records, WhatBelongsToARecordIsListedWithNamesAndVersions) {
    const auto members = records_.related(north_, {"organisation", "north"}, "membership", {});
    ASSERT_TRUE(members.ok()) << said(members);
    ASSERT_EQ(members.value().total, 1);
    const RecordView& one = members.value().records.at(0);
    EXPECT_GT(one.version, 0);
    EXPECT_THAT(one.may, testing::Contains("edit"));
    EXPECT_THAT(one.references, testing::Contains(testing::Field(&Ref::name, "Lichtwerk")));
    EXPECT_EQ(records_.related(north_, kMember, "membership", {}).value().total, 1);
    EXPECT_EQ(records_.related(north_, kMember, "person", {}).value().total, 0);
    EXPECT_EQ(code_of(records_.related(north_, {"organisation", "nobody"}, "person", {})),
              ErrorCode::RecordNotFound);
}

TEST_F(Records, WhatIsHiddenHasNoNameBesideOthers) {
    disclose("member", model::Visibility::Own);
    Asker stranger;
    const auto members = records_.related(stranger, {"organisation", "north"}, "membership", {});
    ASSERT_TRUE(members.ok()) << said(members);
    for (const RecordView& one : members.value().records)
        EXPECT_THAT(one.references, testing::Not(testing::Contains(testing::Field(&Ref::name, "Lichtwerk"))));
}

TEST_F(Records, ASourceSpeaksToItsOwnDay) {
    model::Organisation next = member();
    next.city = "Dresden";
    RecordForm form = form_of(next);
    form.source = SourceForm{"Annual report", std::nullopt, "2024-06"};
    ASSERT_TRUE(records_.change(north_, kMember, version(), form).ok());
    const auto source = std::get<model::Source>(*store_->read(RecordKind::Source, member().source).value());
    EXPECT_EQ(source.as_of.text(), "2024-06");
    EXPECT_EQ(records_.history(north_, kMember).value().steps.front().source.title, "Annual report");
    form.source->as_of = "last year";
    next.city = "Jena";
    form.record = form_of(next).record;
    const auto refused = records_.change(north_, kMember, version(), form);
    ASSERT_EQ(code_of(refused), ErrorCode::DateInvalid);
    EXPECT_EQ(refused.errors().front().place.field, "/source/as_of");
}

}  // namespace
}  // namespace kontor::service
