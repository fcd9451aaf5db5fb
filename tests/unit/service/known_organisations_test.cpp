// SPDX-License-Identifier: EUPL-1.2
#include "service/known_organisations.hpp"

#include <gtest/gtest.h>

#include "service/gazetteer.hpp"
#include "support/batches.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

const base::SystemClock kClock;

model::Organisation at(const std::string& id, const std::string& name, const std::string& city) {
    auto out = support::organisation(id, name);
    out.country = "DE";
    out.city = city;
    return out;
}

class StoredNetwork : public testing::Test {
protected:
    void SetUp() override {
        store_ = store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
        auto lens = at("linsenwerk", "Linsenwerk Musterstadt GmbH & Co. KG", "Görlitz");
        lens.identifiers = {{"VAT", "DE123456789"}};
        lens.latitude = 51.0;
        lens.longitude = 15.0;
        auto second = at("zweites", "Zweites Haus GmbH", "Görlitz");
        second.latitude = 51.2;
        second.longitude = 14.8;
        ASSERT_TRUE(
            store_->write(support::batch({lens, second, at("uni", "Universität Musterstadt", "Musterstadt"),
                                          at("uni-2", "Universität Beispielheim", "Beispielheim")})));
    }
    std::unique_ptr<store::Store> store_;
};

TEST_F(StoredNetwork, FindsOtherSpellingsOfAName) {
    const auto known = KnownOrganisations::load(*store_, {std::shared_ptr<void>(), store_.get()}).value();
    for (const char* name : {"Linsenwerk Musterstadt GmbH & Co KG", "LINSENWERK MUSTERSTADT",
                             "Linsenwerk Musterstadt GmbH u. Co. KG", "Linsenwerk Musterstad GmbH"}) {
        const auto found = known->candidates(name, "DE", "");
        ASSERT_FALSE(found.empty()) << name;
        EXPECT_EQ(found.front().id, "linsenwerk") << name;
    }
}

TEST_F(StoredNetwork, DoesNotTakeSharedHeadNounsForAlikeness) {
    const auto known = KnownOrganisations::load(*store_, {std::shared_ptr<void>(), store_.get()}).value();
    for (const auto& found : known->candidates("Universität Nirgendwo", "DE", "Nirgendwo")) {
        EXPECT_NE(found.id, "linsenwerk");
    }
    EXPECT_TRUE(known->candidates("Vollkommen Anderes AG", "DE", "").empty());
}

TEST_F(StoredNetwork, FindsByIdentifierAndKnowsIds) {
    const auto known = KnownOrganisations::load(*store_, {std::shared_ptr<void>(), store_.get()}).value();
    EXPECT_EQ(known->by_identifier("VAT", "DE123456789")->id, "linsenwerk");
    EXPECT_FALSE(known->by_identifier("VAT", "DE000000000").has_value());
    EXPECT_TRUE(known->has("uni"));
    EXPECT_FALSE(known->has("unbekannt"));
}

TEST_F(StoredNetwork, PlacesACityWhereItsOrganisationsAre) {
    const auto gazetteer = Gazetteer::load(*store_).value();
    for (const char* spelling : {"Görlitz", "goerlitz", "GÖRLITZ", " Görlitz ", "Görlitz, Altstadt"}) {
        const auto found = gazetteer->find(spelling, "DE");
        ASSERT_TRUE(found.has_value()) << spelling;
        EXPECT_NEAR(found->latitude, 51.1, 1e-9);
        EXPECT_NEAR(found->longitude, 14.9, 1e-9);
    }
    EXPECT_FALSE(gazetteer->find("Görlitz", "PL").has_value());
    EXPECT_FALSE(gazetteer->find("", "DE").has_value());
}

TEST_F(StoredNetwork, PrefersStoredPlacesAndTheLargestOfAName) {
    model::Place small;
    small.id = "place-1";
    small.name = "Görlitz";
    small.country = "DE";
    small.latitude = 50;
    small.longitude = 10;
    model::Place large = small;
    large.id = "place-2";
    large.latitude = 51.15;
    large.population = 56'000;
    ASSERT_TRUE(store_->write(support::batch({small, large})));
    const auto gazetteer = Gazetteer::load(*store_).value();
    EXPECT_DOUBLE_EQ(gazetteer->find("Görlitz", "DE")->latitude, 51.15);
    EXPECT_DOUBLE_EQ(gazetteer->find("Görlitz", "")->latitude, 51.15);
}

}  // namespace
}  // namespace kontor::service
