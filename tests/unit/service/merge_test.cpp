// SPDX-License-Identifier: EUPL-1.2
// Merging organisations: what referred to one refers to the other, nothing hidden becomes open, and taking it
// back leaves everything as it was, on random networks too.
#include "service/merge_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "service/maintenance_service.hpp"
#include "service/merge_choices.hpp"
#include "service/undo_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::Record;
using model::RecordKind;
using model::Role;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};
const Asker kOperator{.standing = Standing::Operator, .actor = "cli"};

Asker person_at(const std::string& organisation) {
    return {.standing = Standing::User,
            .actor = "user-" + organisation,
            .roles = {{Role::ClusterManager, organisation}},
            .session = "session"};
}

model::Agreement agreement(const std::string& id, std::vector<std::string> parties) {
    model::Agreement out;
    out.id = id;
    out.titles = support::text("en", "Agreement " + id);
    out.confirmed_by = {parties.front()};
    out.parties = std::move(parties);
    return out;
}

model::Claim claim(const std::string& id, const std::string& subject) {
    model::Claim out;
    out.id = id;
    out.subject = subject;
    out.predicate = "turnover";
    out.value = "7";
    out.source = "src";
    return out;
}

model::Disclosure rule(const std::string& id, RecordKind kind, const std::string& subject,
                       const std::string& owner, model::Visibility visibility) {
    model::Disclosure out;
    out.id = id;
    out.subject_kind = kind;
    out.subject = subject;
    out.owner = owner;
    out.visibility = visibility;
    return out;
}

class Merging : public testing::Test {
protected:
    void begin(std::vector<Record> records, std::vector<model::DeskRecord> desk = {}) {
        const auto written =
            store_->write({.puts = std::move(records), .actor = "test", .desk_puts = std::move(desk)});
        ASSERT_TRUE(written.ok()) << base::located_sentence(written.errors().front(), "en");
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }
    /// Everything that is kept, but for sources, which stay.
    std::vector<Record> everything() {
        std::vector<Record> all;
        for (std::size_t i = 0; i < std::variant_size_v<Record>; ++i) {
            const auto kind = static_cast<RecordKind>(i);
            if (kind == RecordKind::Source) continue;
            EXPECT_TRUE(store_
                            ->scan(kind,
                                   [&](Record&& record) {
                                       all.push_back(std::move(record));
                                       return true;
                                   })
                            .ok());
        }
        return all;
    }
    template <class R>
    std::optional<R> read(const std::string& id) {
        auto found = store_->read(R::kKind, id).value();
        return found ? std::optional<R>(std::get<R>(*found)) : std::nullopt;
    }
    WrittenBatch merged(const Asker& asker, const std::string& kept, const std::string& gone) {
        const auto result = merges_.merge(asker, {kept, gone});
        EXPECT_TRUE(result.ok()) << base::located_sentence(result.errors().front(), "en");
        return result ? result.value() : WrittenBatch{};
    }
    void expect_undone(const Asker& asker, const WrittenBatch& batch, const std::vector<Record>& before) {
        const auto undone = undo_.undo(asker, static_cast<std::uint64_t>(batch.batch));
        ASSERT_TRUE(undone.ok()) << base::located_sentence(undone.errors().front(), "en");
        EXPECT_EQ(everything(), before);
    }

    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    MergeService merges_{knowledge_};
    UndoService undo_{knowledge_};
};

TEST_F(Merging, WhatReferredToTheOneRefersToTheOther) {
    model::Organisation kept = support::organisation("kept", "Lichtwerk");
    kept.identifiers = {{"PIC", "1"}};
    kept.city = "Jena";
    model::Organisation gone = support::organisation("gone", "Lichtwerk GmbH");
    gone.identifiers = {{"ROR", "2"}};
    gone.city = "Weimar";
    gone.web = "https://lichtwerk.example";
    model::Person person;
    person.id = "p";
    person.name = "Ada Test";
    person.organisation = "gone";
    person.purpose = "contact";
    person.keep_until = support::date("2030");
    begin({support::source("src"), support::organisation("north", "Nord", model::OrganisationKind::Cluster),
           kept, gone, support::membership("kept", "north"), support::membership("gone", "north"),
           support::project("light", "Light"), support::participation("light", "gone"),
           agreement("a", {"gone", "north"}), claim("c", "gone"), person});
    const auto before = everything();
    const auto batch = merged(person_at("north"), "kept", "gone");
    const auto one = read<model::Organisation>("kept");
    EXPECT_EQ(one->city, "Jena") << "what is kept goes on saying what it said";
    EXPECT_EQ(one->web, "https://lichtwerk.example");
    EXPECT_EQ(one->identifiers.size(), 2U);
    EXPECT_EQ(one->names.size(), 2U);
    EXPECT_FALSE(read<model::Organisation>("gone").has_value());
    EXPECT_FALSE(read<model::Membership>("gone.north").has_value()) << "two that say the same are one";
    EXPECT_EQ(read<model::Participation>("light.gone")->organisation, "kept");
    EXPECT_EQ(read<model::Agreement>("a")->parties, (std::vector<std::string>{"kept", "north"}));
    EXPECT_EQ(read<model::Agreement>("a")->confirmed_by, (std::vector<std::string>{"kept"}));
    EXPECT_EQ(read<model::Claim>("c")->subject, "kept");
    EXPECT_EQ(read<model::Person>("p")->organisation, "kept");
    EXPECT_THAT(store_->inspect().value(), testing::IsEmpty());
    expect_undone(person_at("north"), batch, before);
}

TEST_F(Merging, WhatWasHiddenStaysHidden) {
    begin({support::organisation("kept", "A"), support::organisation("gone", "B"),
           rule("r1", RecordKind::Organisation, "kept", "kept", model::Visibility::Network),
           rule("r2", RecordKind::Organisation, "gone", "gone", model::Visibility::Own)});
    const auto before = everything();
    const auto batch = merged(kOperator, "kept", "gone");
    EXPECT_EQ(read<model::Disclosure>("r1")->visibility, model::Visibility::Own);
    EXPECT_FALSE(read<model::Disclosure>("r2").has_value());
    expect_undone(kOperator, batch, before);
}

TEST_F(Merging, WhoMergesChoosesWhichRecordIsRight) {
    auto kept = support::organisation("kept", "A");
    kept.city = "Bonn";
    kept.street = "Hafenstraße 1";
    kept.web = "https://a.example";
    kept.employees = 7;
    auto gone = support::organisation("gone", "B");
    gone.city = "Kiel";
    gone.web = "https://b.example";
    begin({kept, gone});
    const MergeForm form{
        "kept", "gone",
        std::vector<MergeChoice>{
            {"city", "merged"}, {"web", "kept"}, {"names", "merged"}, {"employees", "merged"}}};
    const auto before = everything();
    const auto batch = merges_.merge(kOperator, form);
    ASSERT_TRUE(batch.ok()) << base::located_sentence(batch.errors().front(), "en");
    const auto now = *read<model::Organisation>("kept");
    EXPECT_EQ(now.city, "Kiel");
    EXPECT_EQ(now.street, "") << "a place is taken as a whole";
    EXPECT_EQ(now.web, "https://a.example");
    EXPECT_EQ(now.names, gone.names);
    EXPECT_FALSE(now.employees) << "nothing is a choice as well";
    expect_undone(kOperator, batch.value(), before);
}

TEST_F(Merging, ChoicesAreCheckedAndLeaveAloneWhatIsNotSeen) {
    begin({support::organisation("north", "Nord", model::OrganisationKind::Cluster),
           support::organisation("kept", "A"), support::organisation("gone", "B")});
    const auto merge = [&](const std::string& field, const std::string& from) {
        const std::vector<MergeChoice> choices{{field, from}};
        return merges_.merge(kOperator, {"kept", "gone", choices});
    };
    EXPECT_EQ(merge("colour", "kept").errors().front().code, ErrorCode::FieldUnknown);
    EXPECT_EQ(merge("source", "merged").errors().front().code, ErrorCode::FieldUnknown);
    EXPECT_EQ(merge("web", "both").errors().front().code, ErrorCode::ValueNotAllowed);
    const std::vector<MergeChoice> contradicting{
        {"web", "kept"}, {"web", "merged"}, {"city", "kept"}, {"street", "merged"}, {"colour", "kept"}};
    const auto all = merges_.merge(kOperator, {"kept", "kept", contradicting});
    ASSERT_FALSE(all.ok());
    std::vector<std::string> places;
    for (const base::Error& fault : all.errors()) places.push_back(fault.place.field);
    EXPECT_EQ(places, (std::vector<std::string>{"/merged", "/choices/1/from", "/choices/3/from",
                                                "/choices/4/field"}));
    model::Organisation joined;
    MergeSide one;
    MergeSide other;
    joined.employees = one.stored.employees = 7;
    other.stored.employees = other.seen.employees = 9;
    settle_choices(joined, {{"employees", ChosenSide::Merged}}, one, other);
    EXPECT_EQ(joined.employees, 7) << "hidden on one side";
    one.seen.employees = 7;
    settle_choices(joined, {{"employees", ChosenSide::Merged}}, one, other);
    EXPECT_EQ(joined.employees, 9);
}

TEST_F(Merging, RolesGoAlongAndComeBack) {
    model::User somebody;
    somebody.id = "user-gone";
    somebody.email = somebody.skeleton = "gone@example.org";
    model::Grant grant;
    grant.id = "g";
    grant.user = "user-gone";
    grant.organisation = "gone";
    begin({support::organisation("north", "Nord", model::OrganisationKind::Cluster),
           support::organisation("kept", "A"), support::organisation("gone", "B"),
           support::membership("kept", "north"), support::membership("gone", "north")},
          {somebody, grant});
    const auto at = [&](const std::string& organisation) {
        return store_->desk_where(model::DeskKind::Grant, "organisation", organisation).value().size();
    };
    const auto batch = merged(person_at("north"), "kept", "gone");
    EXPECT_EQ(at("kept"), 1U);
    ASSERT_TRUE(undo_.undo(person_at("north"), static_cast<std::uint64_t>(batch.batch)).ok());
    EXPECT_EQ(at("gone"), 1U);
    EXPECT_EQ(at("kept"), 0U);
}

TEST_F(Merging, OnlyForThoseWhoTakeCareOfBoth) {
    begin({support::organisation("north", "Nord", model::OrganisationKind::Cluster),
           support::organisation("south", "Süd", model::OrganisationKind::Cluster),
           support::organisation("a", "A"), support::organisation("b", "B"),
           support::membership("a", "north"), support::membership("b", "south")});
    const auto code = [&](const Asker& asker, const std::string& kept, const std::string& gone) {
        return merges_.merge(asker, {kept, gone}).errors().front().code;
    };
    EXPECT_EQ(code(person_at("north"), "a", "b"), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(code({}, "a", "b"), ErrorCode::SignInRequired);
    EXPECT_EQ(code(person_at("north"), "a", "a"), ErrorCode::ValueNotAllowed);
    EXPECT_EQ(code(person_at("north"), "a", "nobody"), ErrorCode::RecordNotFound);
}

TEST_F(Merging, WhatWasBuiltUponStays) {
    begin({support::organisation("kept", "A"), support::organisation("gone", "B")});
    const auto batch = merged(kOperator, "kept", "gone");
    auto changed = *read<model::Organisation>("kept");
    changed.city = "Bonn";
    ASSERT_TRUE(knowledge_.write({.puts = {changed}, .actor = "test"}).ok());
    EXPECT_EQ(undo_.undo(kOperator, static_cast<std::uint64_t>(batch.batch)).errors().front().code,
              ErrorCode::EditConflict);
}

/// A small network of everything that can refer to an organisation.
std::vector<Record> random_records(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    const auto who = [&] { return "o" + std::to_string(below(6)); };
    std::vector<Record> records{support::source("src"), support::project("p0", "P0"),
                                support::project("p1", "P1")};
    for (int i = 0; i < 6; ++i) {
        auto one = support::organisation("o" + std::to_string(i), "Organisation " + std::to_string(i));
        if (below(2) == 0) one.city = "City " + std::to_string(below(2));
        if (below(2) == 0) one.identifiers = {{"PIC", std::to_string(i)}};
        if (below(3) == 0) {
            one.cluster.emplace();
            one.cluster->management_entity = who();
        }
        records.emplace_back(one);
    }
    std::set<std::string> ids;
    const auto add = [&](Record record) {
        if (ids.insert(std::to_string(record.index()) + model::id_of(record)).second)
            records.push_back(std::move(record));
    };
    for (int i = 0; i < 12; ++i) {
        const std::string a = who();
        const std::string b = who();
        if (a == b) continue;
        auto membership = support::membership(a, b);
        if (below(2) == 0) membership.from = support::date("20" + std::to_string(10 + below(3)));
        add(membership);
        auto part = support::participation("p" + std::to_string(below(2)), a);
        if (below(2) == 0) part.phases = {1};
        add(part);
        add(agreement("a" + std::to_string(i), {a, b}));
        add(claim("c" + std::to_string(below(8)), a));
        if (below(3) == 0) {
            add(rule("r" + a, RecordKind::Organisation, a, b, static_cast<model::Visibility>(below(4))));
        }
    }
    // One rule for each record at most, and only about what there is.
    for (std::size_t i = 0, n = records.size(); i < n; ++i) {
        const auto* membership = std::get_if<model::Membership>(&records[i]);
        if (membership == nullptr || below(3) != 0) continue;
        add(rule("rm" + std::to_string(i), RecordKind::Membership, membership->id, who(),
                 static_cast<model::Visibility>(below(4))));
    }
    return records;
}

class AnyNetwork : public Merging, public testing::WithParamInterface<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, AnyNetwork, testing::Range(1U, 41U));

TEST_P(AnyNetwork, UndoingAMergeLeavesEverythingAsItWas) {
    begin(random_records(GetParam()));
    if (HasFatalFailure()) return;
    const auto before = everything();
    const auto batch = merged(kOperator, "o0", "o1");
    for (const Record& record : everything()) {
        for (const model::Reference& reference : model::references(record)) {
            const bool refers = reference.kind == RecordKind::Organisation && reference.id == "o1";
            EXPECT_FALSE(refers) << model::id_of(record) << " " << reference.field;
        }
    }
    EXPECT_THAT(store_->inspect().value(), testing::IsEmpty());
    expect_undone(kOperator, batch, before);
}

}  // namespace
}  // namespace kontor::service
