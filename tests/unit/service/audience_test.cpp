// SPDX-License-Identifier: EUPL-1.2
// What an audience gets must be what a Kontor would give that never held what is hidden: the demo network
// under random disclosures, cut for an audience, beside a network loaded from the visible records alone.
#include <gtest/gtest.h>

#include <random>

#include "codec/json_text.hpp"
#include "copied_store.hpp"
#include "service/export_service.hpp"
#include "service/import_service.hpp"
#include "service/page_service.hpp"
#include "service/partner_service.hpp"
#include "service/permission.hpp"
#include "service/search_service.hpp"
#include "service/shipped_data.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using model::Visibility;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};
const Asker kOperator{.standing = Standing::Operator, .language = "en", .actor = "test"};

std::unique_ptr<store::Store> demo_store() {
    auto store = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    ImportService imports(*store, kClock, nullptr);
    base::SilentProgress progress;
    const auto files = demo_files(std::string(KONTOR_SOURCE_DIR) + "/data");
    const auto report = imports.records(kOperator, {.files = files.value()}, progress);
    EXPECT_TRUE(report.ok());
    return store;
}

std::vector<std::string> ids_of(const store::Reader& store, RecordKind kind) {
    std::vector<std::string> ids;
    EXPECT_TRUE(store
                    .scan(kind,
                          [&](model::Record&& record) {
                              ids.push_back(model::id_of(record));
                              return true;
                          })
                    .ok());
    return ids;
}

/// Hides records and fields here and there, the same for the same seed.
std::vector<model::Record> random_disclosures(const store::Store& store, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    const auto organisations = ids_of(store, RecordKind::Organisation);
    std::vector<model::Record> disclosures;
    for (const RecordKind kind : {RecordKind::Organisation, RecordKind::Project, RecordKind::Membership,
                                  RecordKind::Participation, RecordKind::Agreement, RecordKind::Delegation}) {
        const auto ids = ids_of(store, kind);
        const auto fields = model::hideable_fields(kind);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (below(12) != 0) continue;
            model::Disclosure one;
            one.id = "d-" + std::to_string(static_cast<int>(kind)) + "-" + std::to_string(i);
            one.subject_kind = kind;
            one.subject = ids[i];
            one.owner = organisations[below(organisations.size())];
            one.visibility = static_cast<Visibility>(below(4));
            for (std::size_t n = below(4); n > 0; --n) {
                one.fields.push_back(
                    {std::string(fields[below(fields.size())]), static_cast<Visibility>(below(4))});
            }
            disclosures.emplace_back(one);
        }
    }
    return disclosures;
}

SearchRequest searched(const std::string& words) {
    SearchRequest request;
    request.query = words;
    request.limit = 50;
    return request;
}

PartnerQuery partners_for(const std::string& id) {
    PartnerQuery query;
    query.subject = id;
    query.limit = 20;
    return query;
}

template <class T>
std::string text_of(const base::Result<T>& result) {
    if (result) return without_rights(codec::json_text(result.value()));
    std::string faults;
    for (const auto& fault : result.errors()) faults += base::located_sentence(fault, "en") + "\n";
    return faults;
}

class Audiences : public testing::TestWithParam<unsigned> {
protected:
    void SetUp() override {
        store_ = demo_store();
        ASSERT_TRUE(store_->write({.puts = random_disclosures(*store_, GetParam()), .actor = "test"}).ok());
        clusters_ = ids_of(*store_, RecordKind::Organisation);
        knowledge_ = std::make_unique<Knowledge>(*store_, kClock, nullptr);
        ASSERT_TRUE(knowledge_->load(progress_).ok());
    }

    /// Every answer that a door could give, as `asker` gets it and as a Kontor of the visible alone gives it.
    void expect_nothing_inferred(const Asker& asker) {
        const View view = knowledge_->view(asker);
        const auto visible = copied_store(view.records, kClock);
        if (HasFailure()) return;
        Knowledge alone(*visible, kClock, nullptr);
        ASSERT_TRUE(alone.load(progress_).ok());
        const auto same = [&](const auto& ask) { EXPECT_EQ(ask(*knowledge_, asker), ask(alone, kOperator)); };
        for (const char* words : {"", "Photonik", "Medizintechnik", "laser dresden", "Photonk"}) {
            same([&](const Knowledge& k, const Asker& a) {
                return text_of(SearchService(k).search(a, searched(words)));
            });
            same([&](const Knowledge& k, const Asker& a) {
                return text_of(SearchService(k).map(a, searched(words)));
            });
            same([&](const Knowledge& k, const Asker& a) {
                return text_of(SearchService(k).suggest(a, words, {}, 20));
            });
        }
        for (std::size_t i = 0; i < clusters_.size(); i += 37) expect_same_pages(clusters_[i], same);
        for (const std::string& project : ids_of(*store_, RecordKind::Project)) {
            same([&](const Knowledge& k, const Asker& a) {
                return text_of(PageService(k).project(a, project));
            });
        }
        same([&](const Knowledge& k, const Asker& a) { return text_of(PageService(k).country(a, "DE")); });
        same([&](const Knowledge& k, const Asker& a) {
            return text_of(PageService(k).topic(a, "photonics"));
        });
        same([&](const Knowledge& k, const Asker& a) { return text_of(PageService(k).topics(a, "")); });
    }

    template <class Same>
    void expect_same_pages(const std::string& id, const Same& same) {
        same([&](const Knowledge& k, const Asker& a) { return text_of(PageService(k).organisation(a, id)); });
        same([&](const Knowledge& k, const Asker& a) { return text_of(PageService(k).members(a, id, {})); });
        same([&](const Knowledge& k, const Asker& a) { return text_of(PageService(k).graph(a, id, 30)); });
        same([&](const Knowledge& k, const Asker& a) {
            return text_of(PartnerService(k).partners(a, partners_for(id)));
        });
    }

    base::SilentProgress progress_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Knowledge> knowledge_;
    std::vector<std::string> clusters_;
};
INSTANTIATE_TEST_SUITE_P(Seeds, Audiences, testing::Range(1U, 7U));

TEST_P(Audiences, ThePublicInfersNothing) {
    expect_nothing_inferred({});
}

TEST_P(Audiences, SomebodySignedInInfersNothing) {
    expect_nothing_inferred({.standing = Standing::User,
                             .actor = "u1",
                             .roles = {{model::Role::ClusterManager, clusters_[GetParam() * 7]},
                                       {model::Role::Editor, clusters_[GetParam() * 11]}}});
}

TEST_P(Audiences, LookingThroughOthersEyesTellsNothingMore) {
    const std::string own = clusters_[GetParam() * 7];
    for (const std::string& eyes :
         {std::string("public"), std::string("network"), clusters_[GetParam() * 5]}) {
        expect_nothing_inferred({.standing = Standing::User,
                                 .actor = "u1",
                                 .roles = {{model::Role::ClusterManager, own}},
                                 .seen_as = eyes});
    }
    const Asker without{
        .standing = Standing::User, .actor = "u1", .roles = {{model::Role::ClusterManager, own}}};
    Asker with = without;
    with.seen_as = clusters_[GetParam() * 5];
    const View all = knowledge_->view(without);
    const View narrowed = knowledge_->view(with);
    for (const std::string& id : ids_of(narrowed.records, RecordKind::Organisation)) {
        EXPECT_TRUE(all.records.read(RecordKind::Organisation, id).value().has_value()) << id;
    }
}

TEST_P(Audiences, AfterEveryChangeToo) {
    static_cast<void>(knowledge_->view({}));
    const auto more = random_disclosures(*store_, GetParam() + 100);
    std::set<AccessRules::Key> taken;
    for (const auto& [subject, disclosure] : knowledge_->current()->rules->all()) taken.insert(subject);
    store::WriteBatch batch{.actor = "test"};
    for (const auto& record : more) {
        auto disclosure = std::get<model::Disclosure>(record);
        disclosure.id += "-later";
        if (taken.count({disclosure.subject_kind, disclosure.subject}) == 0)
            batch.puts.emplace_back(disclosure);
    }
    for (const auto& [subject, disclosure] : knowledge_->current()->rules->all()) {
        if (batch.erasures.size() < 10) batch.erasures.push_back({RecordKind::Disclosure, disclosure.id});
    }
    ASSERT_TRUE(knowledge_->write(batch).ok());
    expect_nothing_inferred({});
}

TEST_P(Audiences, TheOperatorSeesEverything) {
    EXPECT_EQ(knowledge_->view(kOperator).snapshot, knowledge_->current());
}

}  // namespace
}  // namespace kontor::service
