// SPDX-License-Identifier: EUPL-1.2
#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using model::RecordKind;
using support::organisation;

class StoreHistory : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, StoreHistory, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreHistory, KeepsWhatARecordSaidBeforeEachChange) {
    put({organisation("a", "First")});
    put({organisation("a", "Second"), organisation("b", "Other")});
    put({organisation("a", "Second")});
    erase({{RecordKind::Organisation, "a"}});
    const auto steps = store_->history(RecordKind::Organisation, "a").value();
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_FALSE(steps[0].before.has_value());
    EXPECT_EQ(model::display_name(std::get<model::Organisation>(steps[1].before.value())), "First");
    EXPECT_EQ(model::display_name(std::get<model::Organisation>(steps[2].before.value())), "Second");
    EXPECT_EQ(steps[2].change.type, ChangeType::Erased);
    EXPECT_EQ(steps[1].change.actor, "test");
}

TEST_P(StoreHistory, BringsBackEveryFieldOfEveryKind) {
    const auto records = support::sample_records();
    put(records);
    std::vector<Erasure> all;
    for (const auto& record : records) all.push_back({model::kind_of(record), model::id_of(record)});
    erase(all);
    for (const auto& record : records) {
        const auto steps = store_->history(model::kind_of(record), model::id_of(record)).value();
        ASSERT_EQ(steps.size(), 2U) << model::id_of(record);
        EXPECT_TRUE(steps[1].before == record) << model::id_of(record);
    }
}

TEST_P(StoreHistory, KnowsWhatWasWrittenTogether) {
    put({organisation("a", "A")});
    const auto report = put({organisation("a", "A2"), organisation("b", "B"), organisation("c", "C")});
    const auto steps = store_->history(RecordKind::Organisation, "c").value();
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].batch, 2U);
    const auto together = store_->batch(steps[0].batch, 100).value();
    ASSERT_EQ(together.size(), 3U);
    EXPECT_EQ(together[0].change.id, "a");
    EXPECT_EQ(together[2].change.sequence, report.last_sequence);
    EXPECT_EQ(store_->batch(2, 1).value().size(), 1U);
}

TEST_P(StoreHistory, RefusesAWriteThatExpectsAnotherVersion) {
    EXPECT_EQ(store_->version(RecordKind::Organisation, "a").value(), 0U);
    put({organisation("a", "A")});
    EXPECT_EQ(store_->version(RecordKind::Organisation, "a").value(), 1U);
    put({organisation("a", "A2")});
    const auto faults = refused({.puts = {organisation("a", "A3"), organisation("b", "B")},
                                 .actor = "test",
                                 .expected = {{RecordKind::Organisation, "a", 1}}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].code, base::ErrorCode::EditConflict);
    EXPECT_EQ(argument(faults[0], "id"), "a");
    EXPECT_EQ(model::display_name(*read<model::Organisation>("a")), "A2");
    EXPECT_FALSE(read<model::Organisation>("b").has_value());
    written({.puts = {organisation("a", "A3")},
             .actor = "test",
             .expected = {{RecordKind::Organisation, "a", 2}, {RecordKind::Organisation, "new", 0}}});
    EXPECT_EQ(store_->version(RecordKind::Organisation, "a").value(), 3U);
    erase({{RecordKind::Organisation, "a"}});
    EXPECT_EQ(store_->version(RecordKind::Organisation, "a").value(), 0U);
}

TEST_P(StoreHistory, ForgetsWhatHasToBeForgotten) {
    put(support::sample_records());
    const auto person = support::sample<model::Person>();
    auto changed = person;
    changed.function = "elsewhere";
    put({changed});
    written({.erasures = {{RecordKind::Person, person.id}},
             .actor = "test",
             .forgotten = {{RecordKind::Person, person.id}}});
    const auto steps = store_->history(RecordKind::Person, person.id).value();
    ASSERT_EQ(steps.size(), 3U);
    for (const Step& step : steps) EXPECT_FALSE(step.before.has_value());
    expect_sound();
}

TEST_P(StoreHistory, RewritesWhatMustNotStandThere) {
    put({organisation("a", "Ada Beispiel GmbH"), organisation("b", "Other")});
    put({organisation("a", "Second")});
    put({organisation("a", "Ada Beispiel KG")});
    const auto earlier = store_->earlier_where(
        [](std::string_view json) { return json.find("Ada Beispiel") != std::string_view::npos; });
    ASSERT_TRUE(earlier.ok());
    ASSERT_EQ(earlier.value().size(), 1U);
    EXPECT_EQ(earlier.value()[0].id, "a");
    const auto rename = [](model::Record& before) {
        auto& name = std::get<model::Organisation>(before).names.front().text;
        if (name.starts_with("Ada")) name = "[…]";
    };
    written({.puts = {organisation("a", "Third")},
             .actor = "test",
             .redactions = {{RecordKind::Organisation, "a", rename}}});
    const auto steps = store_->history(RecordKind::Organisation, "a").value();
    ASSERT_EQ(steps.size(), 4U);
    const auto said = [&](std::size_t i) {
        return model::display_name(std::get<model::Organisation>(steps[i].before.value()));
    };
    EXPECT_FALSE(steps[0].before.has_value());
    EXPECT_EQ(said(1), "[…]");
    EXPECT_EQ(said(2), "Second");
    EXPECT_EQ(said(3), "[…]") << "what the batch itself replaced";
    expect_sound();
}

TEST_P(StoreHistory, RewritesNothingWhenTheBatchIsRefused) {
    put({organisation("a", "First")});
    put({organisation("a", "Second")});
    refused({.puts = {support::participation("no", "where")},
             .actor = "test",
             .redactions = {{RecordKind::Organisation, "a", [](model::Record& before) {
                                 std::get<model::Organisation>(before).names.front().text = "x";
                             }}}});
    const auto steps = store_->history(RecordKind::Organisation, "a").value();
    EXPECT_EQ(model::display_name(std::get<model::Organisation>(steps[1].before.value())), "First");
}

class StoreDesk : public StoreContract {
protected:
    static model::User user(const std::string& id) {
        model::User out;
        out.id = id;
        out.email = id + "@kontor.example";
        out.skeleton = out.email;
        out.recovery_codes = {"x", "y"};
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, StoreDesk, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreDesk, KeepsAccountsOutOfTheFeed) {
    const auto before = store_->last_sequence().value();
    written({.actor = "test", .desk_puts = {user("u1"), model::Grant{.id = "g1", .user = "u1"}}});
    EXPECT_EQ(store_->last_sequence().value(), before);
    const auto found = store_->read_desk(model::DeskKind::User, "u1").value();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(std::get<model::User>(*found), user("u1"));
    EXPECT_EQ(store_->desk_where(model::DeskKind::Grant, "user", "u1").value().size(), 1U);
    EXPECT_EQ(store_->desk_where(model::DeskKind::User, "email", "u1@kontor.example").value().size(), 1U);
    EXPECT_FALSE(store_->desk_where(model::DeskKind::User, "password", "x").ok());
    written({.actor = "test", .desk_erasures = {{model::DeskKind::Grant, "g1"}}});
    EXPECT_TRUE(store_->all_desk(model::DeskKind::Grant).value().empty());
}

TEST_P(StoreDesk, GivesHeadsOfTextsWithoutWhatIsLong) {
    model::PressItem item;
    item.id = "p1";
    item.organisation = "a";
    item.title = "A title";
    item.text = "A long text";
    item.names = "[]";
    item.sentences = "[1]";
    item.group = "p0";
    item.waiting = 3;
    item.organisation_was = {"a1"};
    written({.actor = "test", .desk_puts = {item}});
    const auto whole = store_->desk_where(model::DeskKind::PressItem, "organisation", "a").value();
    const auto heads = store_->desk_heads_where(model::DeskKind::PressItem, "organisation", "a").value();
    ASSERT_EQ(whole.size(), 1U);
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_EQ(std::get<model::PressItem>(whole.front()), item);
    item.text = item.names = item.sentences = {};
    EXPECT_EQ(std::get<model::PressItem>(heads.front()), item);
    EXPECT_FALSE(store_->desk_heads_where(model::DeskKind::PressItem, "text", "x").ok());
}

TEST_P(StoreDesk, KeepsEveryFieldOfANoteAboutAPartnerAndFindsItFromBothSides) {
    model::PartnerNote note;
    note.id = "note-1";
    note.organisation = "a";
    note.partner = "b";
    note.outcome = model::PartnerOutcome::Cooperated;
    note.day = model::Date::parse("2026-11-18").value();
    note.text = "At the fair;\nagain in spring";
    note.noted_by = "u1";
    note.noted = 1'795'000'000;
    note.organisation_was = {"a1", "a2"};
    note.partner_was = {"b1"};
    model::PartnerNote other;
    other.id = "note-2";
    other.organisation = "a";
    other.partner = "c";
    written({.actor = "test", .desk_puts = {note, other}});
    const auto found = store_->read_desk(model::DeskKind::PartnerNote, "note-1").value();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(std::get<model::PartnerNote>(*found), note);
    const auto count = [&](std::string_view field, std::string_view value) {
        return store_->desk_where(model::DeskKind::PartnerNote, field, value).value().size();
    };
    EXPECT_EQ(count("organisation", "a"), 2U);
    EXPECT_EQ(count("partner", "b"), 1U);
    EXPECT_EQ(count("noted_by", "u1"), 1U);
    EXPECT_FALSE(store_->desk_where(model::DeskKind::PartnerNote, "text", "x").ok());
    written({.actor = "test", .desk_erasures = {{model::DeskKind::PartnerNote, "note-1"}}});
    EXPECT_EQ(store_->all_desk(model::DeskKind::PartnerNote).value().size(), 1U);
}

TEST_P(StoreDesk, IsWrittenTogetherWithRecordsOrNotAtAll) {
    refused({.puts = {support::participation("no", "where")}, .actor = "test", .desk_puts = {user("u1")}});
    EXPECT_FALSE(store_->read_desk(model::DeskKind::User, "u1").value().has_value());
    EXPECT_TRUE(store_->audit({}).value().empty());
}

TEST_P(StoreDesk, RefusesASessionOfNobody) {
    refused({.actor = "test", .desk_puts = {model::Session{.id = "s", .user = "nobody"}}});
    EXPECT_TRUE(store_->all_desk(model::DeskKind::Session).value().empty());
}

TEST_P(StoreDesk, AppendsToTheAuditLog) {
    for (const char* action : {"session.begun", "record.revealed", "session.ended"}) {
        written({.actor = "u1",
                 .audit = {{.action = action, .subject = "x", .organisation = "cluster-a", .detail = "{}"}}});
    }
    written({.actor = "u2", .audit = {{.action = "session.begun"}}});
    const auto newest = store_->audit({.limit = 2}).value();
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest[0].actor, "u2");
    EXPECT_EQ(newest[0].at, 1'700'000'000);
    EXPECT_EQ(newest[1].action, "session.ended");
    const auto earlier = store_->audit({.actor = "u1", .before = newest[1].sequence}).value();
    ASSERT_EQ(earlier.size(), 2U);
    EXPECT_EQ(earlier[0].action, "record.revealed");
    EXPECT_EQ(store_->audit({.organisation = "cluster-a"}).value().size(), 3U);
    EXPECT_EQ(store_->audit({.subject = "x"}).value().size(), 3U);
    EXPECT_EQ(store_->audit({.actor = "u2", .subject = "x"}).value().size(), 0U);
    EXPECT_EQ(store_->audit({.actor = "u1", .organisation = "cluster-a", .limit = 2}).value().size(), 2U);
}

}  // namespace
}  // namespace kontor::store
