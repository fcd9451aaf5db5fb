// SPDX-License-Identifier: EUPL-1.2
// A snapshot that was kept current change by change is the snapshot that a fresh load gives.
#include "service/knowledge.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "snapshots.hpp"
#include "support/batches.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

class DayClock final : public base::Clock {
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override { return day; }
    std::chrono::sys_days day = std::chrono::year(2026) / 6 / 1;
};

struct House {
    DayClock clock;
    std::unique_ptr<store::Store> store =
        store::open_sqlite(":memory:", store::OpenMode::Create, clock).value();
    Knowledge knowledge{*store, clock, nullptr};

    [[nodiscard]] bool load() {
        base::SilentProgress progress;
        return knowledge.load(progress).ok();
    }
    [[nodiscard]] bool put(std::vector<model::Record> records) {
        return knowledge.write(support::batch(std::move(records))).ok();
    }
    [[nodiscard]] bool erase(RecordKind kind, const std::string& id) {
        store::WriteBatch batch;
        batch.erasures = {{kind, id}};
        batch.actor = "test";
        return knowledge.write(batch).ok();
    }
    [[nodiscard]] std::shared_ptr<const Snapshot> anew() const {
        Knowledge fresh(*store, clock, nullptr);
        base::SilentProgress progress;
        EXPECT_TRUE(fresh.load(progress).ok());
        return fresh.current();
    }
};

std::vector<std::string> found(const Snapshot& snapshot, const std::string& topic) {
    std::vector<std::string> out;
    for (const search::Hit& hit : answer(snapshot, "", {topic}).hits)
        if (hit.kind != RecordKind::Topic) out.push_back(hit.id);
    std::sort(out.begin(), out.end());
    return out;
}

TEST(Knowledge, KeptCurrentStepByStepEqualsALoadAnew) {
    int written = 0;
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        std::mt19937 random(seed);
        House house;
        const auto base = records_of(test::random_network(seed));
        ASSERT_TRUE(house.load() && house.put(base));
        const auto other = records_of(test::random_network(seed + 1000));
        for (int step = 0; step < 12; ++step) {
            store::WriteBatch batch;
            batch.actor = "test";
            for (std::size_t k = 1 + random() % 3; k > 0; --k) {
                const auto& list = random() % 2 == 0 ? base : other;
                const model::Record& record = list[random() % list.size()];
                if (std::holds_alternative<model::Topic>(record) && random() % 8 != 0) continue;
                if (random() % 2 == 0) {
                    batch.erasures.push_back({model::kind_of(record), model::id_of(record)});
                } else {
                    batch.puts.push_back(record);
                }
            }
            // What refers to nothing is refused whole, and must leave no trace either.
            written += house.knowledge.write(batch).ok() ? 1 : 0;
            ASSERT_NO_FATAL_FAILURE(expect_same(*house.knowledge.current(), *house.anew()))
                << "network " << seed << ", step " << step;
        }
    }
    EXPECT_GT(written, 50);
}

/// A cluster with a member; a project on lasers with its coordinator.
std::vector<model::Record> small_house() {
    model::Organisation cluster = support::organisation("net", "Net", model::OrganisationKind::Cluster);
    cluster.cluster = model::ClusterProfile{};
    model::Organisation coordinator = support::organisation("lead", "Lead");
    coordinator.country = "FI";
    model::Project project = support::project("beam", "Beam");
    project.topics = {"laser"};
    project.end = support::date("2026");
    return {support::topic("laser", "Laser"),
            cluster,
            coordinator,
            support::organisation("firm", "Firm"),
            project,
            support::participation("beam", "lead", model::ParticipationRole::Coordinator),
            support::participation("beam", "firm"),
            support::membership("firm", "net")};
}

double prominence(const Snapshot& snapshot, const std::string& words) {
    for (const search::Hit& hit : answer(snapshot, words).hits) {
        for (const search::Reason& reason : hit.reasons) {
            if (hit.title == words && reason.kind == search::ReasonKind::Prominence)
                return reason.contribution;
        }
    }
    return 0;
}

TEST(Knowledge, ForgetsAtOnceWhatAnErasedParticipationTold) {
    House house;
    ASSERT_TRUE(house.load() && house.put(small_house()));
    EXPECT_EQ(found(*house.knowledge.current(), "laser"), (std::vector<std::string>{"beam", "firm", "lead"}));
    ASSERT_TRUE(house.erase(RecordKind::Participation, "beam.firm"));
    EXPECT_EQ(found(*house.knowledge.current(), "laser"), (std::vector<std::string>{"beam", "lead"}));
}

TEST(Knowledge, ForgetsAtOnceWhatAnErasedMembershipTold) {
    House house;
    ASSERT_TRUE(house.load() && house.put(small_house()));
    const double before = prominence(*house.knowledge.current(), "Net");
    ASSERT_TRUE(house.erase(RecordKind::Membership, "firm.net"));
    EXPECT_LT(prominence(*house.knowledge.current(), "Net"), before);
}

TEST(Knowledge, TellsAProjectsNewTopicOfItsParticipants) {
    House house;
    ASSERT_TRUE(house.load() && house.put(small_house()));
    model::Project project = support::project("beam", "Beam");
    project.end = support::date("2026");
    ASSERT_TRUE(house.put({project}));
    EXPECT_TRUE(found(*house.knowledge.current(), "laser").empty());
}

TEST(Knowledge, MovesAProjectWithItsCoordinator) {
    House house;
    ASSERT_TRUE(house.load() && house.put(small_house()));
    EXPECT_EQ(answer(*house.knowledge.current(), "Beam").hits.front().country, "FI");
    model::Organisation moved = support::organisation("lead", "Lead");
    moved.country = "SE";
    ASSERT_TRUE(house.put({moved}));
    EXPECT_EQ(answer(*house.knowledge.current(), "Beam").hits.front().country, "SE");
}

TEST(Knowledge, GrowsOlderWithTheDay) {
    House house;
    ASSERT_TRUE(house.load() && house.put(small_house()));
    house.clock.day = std::chrono::year(2060) / 6 / 1;
    ASSERT_TRUE(house.knowledge.refresh().ok());
    EXPECT_EQ(house.knowledge.current()->picture->today(),
              static_cast<network::Day>(house.clock.day.time_since_epoch().count()));
    EXPECT_EQ(found(*house.knowledge.current(), "laser"), (std::vector<std::string>{"beam"}))
        << "a topic of a project 34 years ago says nothing about its participants";
    ASSERT_NO_FATAL_FAILURE(expect_same(*house.knowledge.current(), *house.anew()));
}

}  // namespace
}  // namespace kontor::service
