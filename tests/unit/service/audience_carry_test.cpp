// SPDX-License-Identifier: EUPL-1.2
// An audience's snapshot that was carried forward through writes and changes of what is hidden says what a
// Kontor would say that never held what is hidden.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "codec/json_text.hpp"
#include "copied_store.hpp"
#include "service/knowledge.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"
#include "service/search_service.hpp"
#include "snapshots.hpp"
#include "support/batches.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using model::Visibility;

class MovableClock final : public base::Clock {
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override { return time; }
    std::chrono::sys_seconds time = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);
};

const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};

Asker cluster_manager(const std::string& organisation) {
    return {.standing = Standing::User,
            .actor = "u-" + organisation,
            .roles = {{model::Role::ClusterManager, organisation}}};
}

model::Disclosure hiding(RecordKind kind, const std::string& id, const std::string& owner,
                         Visibility visibility) {
    model::Disclosure one;
    one.id = "d-" + std::string(model::word(kind)) + "-" + id;
    one.subject_kind = kind;
    one.subject = id;
    one.owner = owner;
    one.visibility = visibility;
    return one;
}

struct House {
    MovableClock clock;
    std::unique_ptr<store::Store> store =
        store::open_sqlite(":memory:", store::OpenMode::Create, clock).value();
    Knowledge knowledge{*store, clock, nullptr};

    [[nodiscard]] bool load() {
        base::SilentProgress progress;
        return knowledge.load(progress).ok();
    }
    [[nodiscard]] bool put(std::vector<model::Record> records, const std::string& actor = "test") {
        store::WriteBatch batch = support::batch(std::move(records));
        batch.actor = actor;
        return knowledge.write(batch).ok();
    }
};

/// A Kontor that holds what `reader` shows and nothing else.
struct Other {
    explicit Other(const store::Reader& reader, const base::Clock& clock)
        : store(copied_store(reader, clock)), knowledge(*store, clock, nullptr) {
        base::SilentProgress progress;
        EXPECT_TRUE(knowledge.load(progress).ok());
    }
    std::unique_ptr<store::Store> store;
    Knowledge knowledge;
};

template <class T>
std::string text_of(const base::Result<T>& result) {
    return result ? without_rights(codec::json_text(result.value()))
                  : std::to_string(result.errors().size()) + " faults";
}

void expect_same_pages(const Knowledge& carried, const Asker& asker, const Knowledge& alone) {
    for (const char* id : {"o0", "o1", "o4"}) {
        EXPECT_EQ(text_of(PageService(carried).organisation(asker, id)),
                  text_of(PageService(alone).organisation(kOperator, id)));
    }
    SearchRequest everything;
    everything.limit = 50;
    EXPECT_EQ(text_of(SearchService(carried).search(asker, everything)),
              text_of(SearchService(alone).search(kOperator, everything)));
    EXPECT_EQ(text_of(SearchService(carried).map(asker, everything)),
              text_of(SearchService(alone).map(kOperator, everything)));
}

class Writer {
public:
    Writer(std::uint32_t seed, House& house)
        : random_(seed),
          house_(house),
          base_(records_of(test::random_network(seed))),
          other_(records_of(test::random_network(seed + 1000))) {}

    [[nodiscard]] bool begin() { return house_.put(base_); }

    /// Writes something; whether it was taken.
    bool write() {
        store::WriteBatch batch{.actor = "test"};
        for (std::size_t k = 1 + below(3); k > 0; --k) {
            const auto& list = below(2) == 0 ? base_ : other_;
            const model::Record& record = list[below(list.size())];
            if (std::holds_alternative<model::Topic>(record)) continue;
            if (below(4) == 0) {
                batch.erasures.push_back({model::kind_of(record), model::id_of(record)});
            } else {
                batch.puts.push_back(altered(record));
            }
        }
        if (below(2) == 0) disclose(batch);
        return house_.knowledge.write(batch).ok();
    }

private:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

    model::Record altered(model::Record record) {
        if (auto* organisation = std::get_if<model::Organisation>(&record)) {
            organisation->founded = 1950 + static_cast<int>(below(60));
            organisation->city = below(2) == 0 ? "Ilmenau" : "Cottbus";
        }
        return record;
    }
    void disclose(store::WriteBatch& batch) {
        const model::Record& record = base_[below(base_.size())];
        const RecordKind kind = model::kind_of(record);
        const auto fields = model::hideable_fields(kind);
        if (fields.empty()) return;
        auto one = hiding(kind, model::id_of(record), "o" + std::to_string(below(8)),
                          static_cast<Visibility>(below(4)));
        if (below(3) == 0) {
            batch.erasures.push_back({RecordKind::Disclosure, one.id});
            return;
        }
        for (std::size_t n = below(3); n > 0; --n) {
            one.fields.push_back(
                {std::string(fields[below(fields.size())]), static_cast<Visibility>(below(4))});
        }
        batch.puts.emplace_back(one);
    }

    std::mt19937 random_;
    House& house_;
    std::vector<model::Record> base_;
    std::vector<model::Record> other_;
};

TEST(AudienceCarry, EqualsAKontorThatNeverHeldTheHidden) {
    Asker through = cluster_manager("o2");
    through.seen_as = "o3";
    const std::vector<Asker> askers{{},
                                    cluster_manager("o1"),
                                    cluster_manager("o2"),
                                    {.standing = Standing::User, .actor = "u0"},
                                    through};
    int taken = 0;
    int cut = 0;
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        House house;
        Writer writer(seed, house);
        ASSERT_TRUE(house.load() && writer.begin());
        std::mt19937 random(seed + 500);
        for (int step = 0; step < 14; ++step) {
            taken += writer.write() ? 1 : 0;
            house.clock.time += std::chrono::seconds(5);
            for (const Asker& asker : askers) {
                // Who does not ask for a while is carried over several writes at once.
                if (random() % 2 == 0) continue;
                const View view = house.knowledge.view(asker);
                cut += view.snapshot != house.knowledge.current() ? 1 : 0;
                const Other alone(view.records, house.clock);
                ASSERT_NO_FATAL_FAILURE(expect_same(*view.snapshot, *alone.knowledge.current()))
                    << "network " << seed << ", step " << step;
                expect_same_pages(house.knowledge, asker, alone.knowledge);
                ASSERT_FALSE(HasFailure()) << "network " << seed << ", step " << step;
            }
        }
    }
    EXPECT_GT(taken, 60);
    EXPECT_GT(cut, 150);
}

/// A house with some hidden organisation.
struct HouseWithSecret : House {
    HouseWithSecret() {
        const auto records = records_of(test::random_network(3));
        EXPECT_TRUE(load() && put(records) &&
                    put({hiding(RecordKind::Organisation, "o1", "o2", Visibility::Own)}));
    }
    [[nodiscard]] model::Organisation organisation(const std::string& id) const {
        return std::get<model::Organisation>(*store->read(RecordKind::Organisation, id).value());
    }
    [[nodiscard]] bool edit(const std::string& id, const std::string& actor) {
        model::Organisation one = organisation(id);
        one.names = {{one.names.front().text + " anew", "en", model::NameType::Legal}};
        return put({one}, actor);
    }
};

bool holds(const Snapshot& snapshot, const std::string& id) {
    return snapshot.picture->find_organisation(id).has_value() &&
           snapshot.index->contains(RecordKind::Organisation, id);
}

TEST(AudienceCarry, HidesAtOnceWhatIsHidden) {
    HouseWithSecret house;
    ASSERT_TRUE(holds(*house.knowledge.view({}).snapshot, "o3"));
    ASSERT_TRUE(house.put({hiding(RecordKind::Organisation, "o3", "o2", Visibility::Own)}, "u-o2"));
    EXPECT_FALSE(holds(*house.knowledge.view({}).snapshot, "o3"));
    EXPECT_TRUE(holds(*house.knowledge.view(cluster_manager("o2")).snapshot, "o3"));
}

TEST(AudienceCarry, ShowsAWriterTheOwnChangeAtOnceAndOthersARecentSnapshot) {
    HouseWithSecret house;
    const Asker writer = cluster_manager("o2");
    const auto before = house.knowledge.view({}).snapshot;
    static_cast<void>(house.knowledge.view(writer));
    ASSERT_TRUE(house.edit("o2", writer.actor));
    EXPECT_EQ(house.knowledge.view(writer).snapshot->sequence, house.knowledge.current()->sequence);
    EXPECT_EQ(house.knowledge.view({}).snapshot, before);
    house.clock.time += std::chrono::seconds(2);
    EXPECT_EQ(house.knowledge.view({}).snapshot->sequence, house.knowledge.current()->sequence);
}

TEST(AudienceCarry, TheServerBringsUpToDateWhoAskedLately) {
    HouseWithSecret house;
    static_cast<void>(house.knowledge.view({}));
    ASSERT_TRUE(house.edit("o2", "test"));
    house.clock.time += std::chrono::seconds(1);
    const auto behind = house.knowledge.view({}).snapshot;
    EXPECT_LT(behind->sequence, house.knowledge.current()->sequence);
    house.knowledge.refresh_audiences();
    EXPECT_EQ(house.knowledge.view({}).snapshot->sequence, house.knowledge.current()->sequence);
}

TEST(AudienceCarry, WhoSeesAllSharesTheWhole) {
    House house;
    ASSERT_TRUE(house.load() && house.put(records_of(test::random_network(3))));
    EXPECT_EQ(house.knowledge.view({}).snapshot, house.knowledge.current());
    // Says only who takes care of it.
    ASSERT_TRUE(house.put({hiding(RecordKind::Organisation, "o1", "o2", Visibility::Public)}));
    EXPECT_EQ(house.knowledge.view({}).snapshot, house.knowledge.current());
}

}  // namespace
}  // namespace kontor::service
