// SPDX-License-Identifier: EUPL-1.2
// Names kept through changes answer as names read anew, for every audience.
#include "service/name_resolution.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "service/knowledge.hpp"
#include "support/batches.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

class MovableClock final : public base::Clock {
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override { return time; }
    std::chrono::sys_seconds time = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);
};

const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};
const Asker kPublic{};

Asker people_of(const std::string& organisation) {
    return {.standing = Standing::User,
            .actor = "u-" + organisation,
            .roles = {{model::Role::ClusterManager, organisation}}};
}

model::Organisation organisation(const std::string& id, const std::string& name) {
    model::Organisation out;
    out.id = id;
    out.names.push_back({name, "und", model::NameType::Legal});
    out.country = "DE";
    return out;
}

model::Disclosure hiding(const std::string& id) {
    model::Disclosure out;
    out.id = "d-" + id;
    out.subject_kind = RecordKind::Organisation;
    out.subject = id;
    out.owner = id;
    out.visibility = model::Visibility::Own;
    return out;
}

struct House {
    House() {
        base::SilentProgress progress;
        EXPECT_TRUE(knowledge.load(progress).ok());
    }
    [[nodiscard]] bool put(std::vector<model::Record> records) {
        return knowledge.write(support::batch(std::move(records))).ok();
    }
    [[nodiscard]] std::vector<resolve::Candidate> ask(NameResolution& resolution, const Asker& asker,
                                                      const std::string& name) const {
        const auto found =
            resolution.candidates(knowledge.view(asker), RecordKind::Organisation, {.name = name}, 20);
        EXPECT_TRUE(found.ok());
        return found ? found.value() : std::vector<resolve::Candidate>();
    }

    MovableClock clock;
    std::unique_ptr<store::Store> store =
        store::open_sqlite(":memory:", store::OpenMode::Create, clock).value();
    Knowledge knowledge{*store, clock, nullptr};
    NameResolution names{*store};
};

TEST(NameResolution, knows_what_has_been_written_renamed_and_erased_since) {
    House house;
    ASSERT_TRUE(house.put({organisation("a", "Lichtwerk Thurland")}));
    EXPECT_EQ(house.ask(house.names, kPublic, "Lichtwerk Thurland").size(), 1U);
    ASSERT_TRUE(house.put({organisation("a", "Wabenbau Kaltental"), organisation("b", "Lichtwerk Olmet")}));
    EXPECT_EQ(house.ask(house.names, kPublic, "Wabenbau Kaltental").front().record, "a");
    EXPECT_EQ(house.ask(house.names, kPublic, "Lichtwerk Thurland").front().record, "b");
    store::WriteBatch batch{.actor = "test"};
    batch.erasures.push_back({RecordKind::Organisation, "a"});
    ASSERT_TRUE(house.knowledge.write(batch).ok());
    EXPECT_TRUE(house.ask(house.names, kPublic, "Wabenbau Kaltental").empty());
}

TEST(NameResolution, shows_at_once_who_may_no_longer_be_seen_to_those_who_may) {
    House house;
    ASSERT_TRUE(house.put({organisation("a", "Lichtwerk Thurland"), organisation("b", "Wabenbau")}));
    EXPECT_EQ(house.ask(house.names, kPublic, "Lichtwerk Thurland").size(), 1U);
    EXPECT_EQ(house.ask(house.names, kOperator, "Lichtwerk Thurland").size(), 1U);
    ASSERT_TRUE(house.put({hiding("a")}));
    EXPECT_TRUE(house.ask(house.names, kPublic, "Lichtwerk Thurland").empty());
    EXPECT_EQ(house.ask(house.names, kOperator, "Lichtwerk Thurland").size(), 1U);
    ASSERT_TRUE(house.put({organisation("a", "Glaswerk Olmet")}));
    EXPECT_TRUE(house.ask(house.names, kPublic, "Glaswerk Olmet").empty());
    EXPECT_EQ(house.ask(house.names, people_of("a"), "Glaswerk Olmet").size(), 1U);
    store::WriteBatch batch{.actor = "test"};
    batch.erasures.push_back({RecordKind::Disclosure, "d-a"});
    ASSERT_TRUE(house.knowledge.write(batch).ok());
    EXPECT_EQ(house.ask(house.names, kPublic, "Glaswerk Olmet").size(), 1U);
}

TEST(NameResolution, answers_every_audience_as_names_read_anew_after_any_changes) {
    House house;
    std::mt19937_64 random(11);
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    constexpr std::array<const char*, 8> kWords{"Lichtwerk", "Thurland", "Waben", "Kaltental",
                                                "Optik",     "Olmet",    "Glas",  "Institut"};
    const auto name = [&] { return std::string(kWords[below(8)]) + " " + kWords[below(8)]; };
    int written = 0;
    for (int turn = 0; turn < 40; ++turn) {
        store::WriteBatch batch{.actor = "test"};
        for (std::size_t count = 1 + below(4); count > 0; --count) {
            const std::string id = "o" + std::to_string(below(30));
            if (below(5) == 0) {
                batch.puts.emplace_back(organisation(id, name()));
                batch.puts.emplace_back(hiding(id));
            } else if (below(6) == 0) {
                batch.erasures.push_back({RecordKind::Disclosure, "d-" + id});
            } else {
                batch.puts.emplace_back(organisation(id, name()));
            }
        }
        written += house.knowledge.write(batch).ok() ? 1 : 0;  // some are refused
        house.clock.time += std::chrono::seconds(5);           // changes by others are shown by then
        NameResolution anew(*house.store);
        for (const Asker& asker : {kOperator, kPublic, people_of("o1"), people_of("o2")}) {
            const std::string asked = name();
            EXPECT_EQ(house.ask(house.names, asker, asked), house.ask(anew, asker, asked)) << turn;
        }
    }
    EXPECT_GT(written, 20);
}

}  // namespace
}  // namespace kontor::service
