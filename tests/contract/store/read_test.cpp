// SPDX-License-Identifier: EUPL-1.2
#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using base::ErrorCode;
using model::RecordKind;
using support::organisation;
using testing::ElementsAre;
using testing::IsEmpty;

class StoreRead : public StoreContract {
protected:
    std::vector<std::string> referring(RecordKind kind, std::string_view field, std::string_view id) {
        const auto records = store_->referring(kind, field, id);
        EXPECT_TRUE(records.ok()) << field;
        std::vector<std::string> found;
        if (!records.ok()) return found;
        for (const model::Record& record : records.value()) found.push_back(model::id_of(record));
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, StoreRead, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreRead, WhatIsNotThereIsNothing) {
    EXPECT_EQ(store_->read(RecordKind::Project, "p").value(), std::nullopt);
    EXPECT_EQ(store_->find_identifier(RecordKind::Project, "GA", "1").value(), std::nullopt);
    EXPECT_EQ(count(RecordKind::Claim), 0U);
    EXPECT_THAT(ids(RecordKind::Claim), IsEmpty());
    expect_sound();
}

TEST_P(StoreRead, ScansInIdOrderAndStops) {
    put({organisation("b", "B"), organisation("a", "A"), organisation("c.1", "C"), organisation("c", "C")});
    EXPECT_THAT(ids(RecordKind::Organisation), ElementsAre("a", "b", "c", "c.1"));
    int seen = 0;
    EXPECT_TRUE(store_->scan(RecordKind::Organisation, [&](model::Record&&) { return ++seen < 2; }).ok());
    EXPECT_EQ(seen, 2);
}

TEST_P(StoreRead, AScanSeesOneSnapshot) {
    put({organisation("a", "A"), organisation("b", "B")});
    std::vector<std::string> seen;
    const auto done = store_->scan(RecordKind::Organisation, [&](model::Record&& record) {
        seen.push_back(model::id_of(record));
        put({organisation("z" + std::to_string(seen.size()), "Z")});
        EXPECT_TRUE(store_->read(RecordKind::Organisation, "z1").value().has_value());
        return true;
    });
    EXPECT_TRUE(done.ok());
    EXPECT_THAT(seen, ElementsAre("a", "b"));
    EXPECT_EQ(count(RecordKind::Organisation), 4U);
}

TEST_P(StoreRead, ReferringFindsEveryIndexedField) {
    put(support::sample_records());
    EXPECT_THAT(referring(RecordKind::Membership, "member", "lichthafen-gmbh"), ElementsAre("m-1"));
    EXPECT_THAT(referring(RecordKind::Membership, "cluster", "lichthafen"), ElementsAre("m-1"));
    EXPECT_THAT(referring(RecordKind::Participation, "project", "leuchtfeuer"), ElementsAre("p-1"));
    EXPECT_THAT(referring(RecordKind::Participation, "organisation", "lichthafen-gmbh"), ElementsAre("p-1"));
    EXPECT_THAT(referring(RecordKind::Claim, "subject", "leuchtfeuer"), ElementsAre("aussage-1"));
    EXPECT_THAT(referring(RecordKind::Call, "programme", "brueckenschlag"), ElementsAre("brueckenschlag-2"));
    EXPECT_THAT(referring(RecordKind::Project, "programme", "brueckenschlag"), ElementsAre("leuchtfeuer"));
    EXPECT_THAT(referring(RecordKind::Topic, "parent", "optics"), ElementsAre("photonics"));
    EXPECT_THAT(referring(RecordKind::Region, "parent", "de21"), ElementsAre("de212"));
    EXPECT_THAT(referring(RecordKind::Participation, "project", "leuchtturm"), IsEmpty());
}

TEST_P(StoreRead, ReferringIsInIdOrder) {
    put({support::project("p", "P"), organisation("b", "B"), organisation("a", "A"), organisation("c", "C"),
         support::participation("p", "c"), support::participation("p", "a"),
         support::participation("p", "b")});
    EXPECT_THAT(referring(RecordKind::Participation, "project", "p"), ElementsAre("p.a", "p.b", "p.c"));
}

TEST_P(StoreRead, ReferringRefusesOtherFields) {
    for (const char* field : {"source", "id", "", "organisation\" = '' OR \"id"}) {
        const auto refused = store_->referring(RecordKind::Participation, field, "x");
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.errors().front().code, ErrorCode::ParameterUnknown);
    }
}

TEST_P(StoreRead, IdentifiersFollowTheirRecord) {
    put(support::sample_records());
    EXPECT_EQ(store_->find_identifier(RecordKind::Organisation, "PIC", "999000111").value(), "lichthafen");
    EXPECT_EQ(store_->find_identifier(RecordKind::Project, "GA", "700001").value(), "leuchtfeuer");
    EXPECT_EQ(store_->find_identifier(RecordKind::Organisation, "GA", "700001").value(), std::nullopt);
    auto changed = support::sample<model::Project>();
    changed.identifiers = {{.scheme = "RCN", .value = "5"}};
    put({changed});
    EXPECT_EQ(store_->find_identifier(RecordKind::Project, "GA", "700001").value(), std::nullopt);
    EXPECT_EQ(store_->find_identifier(RecordKind::Project, "RCN", "5").value(), "leuchtfeuer");
}

}  // namespace
}  // namespace kontor::store
