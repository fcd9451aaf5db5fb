// SPDX-License-Identifier: EUPL-1.2
#include "service/reconciling_sink.hpp"

#include <gtest/gtest.h>

#include "support/batches.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

const base::SystemClock kClock;

/// Keeps what it gets.
class Listener final : public CountingSink {
public:
    base::Outcome accept(model::Record&& record, const base::Place&) override {
        records.push_back(std::move(record));
        return base::Done{};
    }
    base::Outcome finish() override { return base::Done{}; }
    std::vector<model::Record> records;
};

class Reconciling : public testing::Test {
protected:
    void SetUp() override {
        store_ = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
        auto cluster = support::organisation("lichthafen", "Lichthafen", model::OrganisationKind::Cluster);
        cluster.identifiers = {{"PIC", "999000111"}, {"VAT", "DE1"}};
        cluster.as_of = support::date("2026-01-01");
        auto project = support::project("leuchtfeuer", "Light across the sea");
        project.identifiers = {{"GA", "700001"}};
        const auto known = support::participation("leuchtfeuer", "lichthafen");
        ASSERT_TRUE(store_->write(support::batch({cluster, project, known})).ok());
    }

    std::vector<model::Record> given(std::vector<model::Record> records) {
        Listener listener;
        ReconcilingSink sink(*store_, listener);
        EXPECT_TRUE(sink.begin().ok());
        for (model::Record& record : records)
            EXPECT_TRUE(sink.accept(std::move(record), {"f", 1, 0, ""}).ok());
        notices_ = sink.notices();
        return listener.records;
    }

    std::unique_ptr<store::Store> store_;
    ingest::FaultList notices_;
};

model::Organisation from_cordis() {
    auto out = support::organisation("pic-999000111", "LICHTHAFEN EV", model::OrganisationKind::Other);
    out.identifiers = {{"PIC", "999000111"}};
    out.city = "Hamburg";
    return out;
}

model::Project project_from_cordis() {
    auto out = support::project("h2020-700001", "Another title");
    out.identifiers = {{"GA", "700001"}, {"RCN", "200035"}};
    out.acronym = "LICHT";
    return out;
}

TEST_F(Reconciling, PutsARecordIntoTheOneThatHasItsIdentifier) {
    const auto records = given({from_cordis()});
    const auto& organisation = std::get<model::Organisation>(records.front());
    EXPECT_EQ(organisation.id, "lichthafen");
    EXPECT_EQ(organisation.kind, model::OrganisationKind::Cluster);
    EXPECT_EQ(model::display_name(organisation), "Lichthafen");
    EXPECT_EQ(organisation.city, "Hamburg") << "gaps are filled";
    ASSERT_EQ(notices_.total(), 1U);
    EXPECT_EQ(notices_.kept().front().code, base::ErrorCode::RecordKnown);
}

TEST_F(Reconciling, FillsOnlyTheGapsOfAProject) {
    const auto records = given({project_from_cordis()});
    const auto& project = std::get<model::Project>(records.front());
    EXPECT_EQ(project.id, "leuchtfeuer");
    EXPECT_EQ(project.titles.front().text, "Light across the sea");
    EXPECT_EQ(project.acronym, "LICHT");
    EXPECT_EQ(project.identifiers.size(), 2U);
}

TEST_F(Reconciling, LetsParticipationsFollow) {
    const auto records = given({project_from_cordis(), from_cordis(), support::organisation("pic-2", "Zwei"),
                                support::participation("h2020-700001", "pic-999000111"),
                                support::participation("h2020-700001", "pic-2")});
    ASSERT_EQ(records.size(), 4U) << "the cluster's own participation is recorded already";
    const auto& participation = std::get<model::Participation>(records.back());
    EXPECT_EQ(participation.project, "leuchtfeuer");
    EXPECT_EQ(participation.organisation, "pic-2");
}

TEST_F(Reconciling, DoesNotTakeSharedNumbersForIdentity) {
    auto subsidiary = support::organisation("pic-5", "Lichthafen Tochter GmbH");
    subsidiary.identifiers = {{"PIC", "5"}, {"VAT", "DE1"}};
    const auto records = given({subsidiary});
    EXPECT_EQ(model::id_of(records.front()), "pic-5");
    EXPECT_TRUE(notices_.empty());
}

TEST_F(Reconciling, GivesTheSameTheSecondTime) {
    const std::vector<model::Record> all = {project_from_cordis(), from_cordis(),
                                            support::organisation("pic-2", "Zwei"),
                                            support::participation("h2020-700001", "pic-2")};
    ASSERT_TRUE(store_->write(support::batch(given(all))).ok());
    const auto again = store_->write(support::batch(given(all))).value();
    EXPECT_EQ(again.inserted + again.updated, 0U);
}

}  // namespace
}  // namespace kontor::service
