// SPDX-License-Identifier: EUPL-1.2
// Regions and towns as people type them.
#include "service/place_service.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kontor::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

model::Region region(const std::string& code, const std::string& name) {
    model::Region out;
    out.id = code;
    std::transform(out.id.begin(), out.id.end(), out.id.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    out.code = code;
    out.level = static_cast<int>(code.size()) - 2;
    out.country = code.substr(0, 2);
    out.name = name;
    return out;
}

model::Place town(const std::string& id, const std::string& name, const std::string& country,
                  std::int64_t population) {
    model::Place out;
    out.id = id;
    out.name = name;
    out.country = country;
    out.latitude = 50;
    out.longitude = 8;
    out.population = population;
    return out;
}

class Places : public testing::Test {
protected:
    void SetUp() override {
        model::Place munich = town("m", "München", "DE", 1'500'000);
        munich.alternative_names = {"Munich", "Monaco di Baviera"};
        const auto written = store_->write(
            {.puts = {region("DED", "Sachsen"), region("DED2", "Dresden"), region("DED21", "Dresden, Stadt"),
                      region("DEE", "Sachsen-Anhalt"), region("FRF", "Grand Est"), munich,
                      town("f1", "Frankfurt", "DE", 60'000), town("f2", "Frankfurt", "DE", 750'000),
                      town("f3", "Frankfurt", "US", 28'000)},
             .actor = "test"});
        ASSERT_TRUE(written.ok());
    }
    std::vector<std::string> codes(const PlaceQuery& query) {
        std::vector<std::string> out;
        const PlaceList found = places_.regions(Asker{}, query).value();
        for (const auto& place : found.places) out.push_back(place.code);
        return out;
    }

    const base::FixedClock clock_{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, clock_).value();
    Knowledge knowledge_{*store_, clock_, nullptr};
    PlaceService places_{knowledge_};
};

TEST_F(Places, RegionsAreFoundByNameAndCode) {
    EXPECT_THAT(codes({.name = "sachsen"}), ElementsAre("DED", "DEE"));
    EXPECT_THAT(codes({.name = "anhalt"}), ElementsAre("DEE"));
    EXPECT_THAT(codes({.name = "ded2"}), ElementsAre("DED2", "DED21"));
    EXPECT_THAT(codes({.name = "Dresden", .limit = 1}), ElementsAre("DED2"));
    EXPECT_THAT(codes({.name = "Est", .country = "DE"}), IsEmpty());
    EXPECT_THAT(codes({.name = "resden"}), IsEmpty());
}

TEST_F(Places, TownsAreFoundByAnyOfTheirNames) {
    for (const char* name : {"München", "Muenchen", "munich"}) {
        const auto found = places_.towns(Asker{}, {.name = name, .country = "DE"}).value().places;
        ASSERT_EQ(found.size(), 1U) << name;
        EXPECT_EQ(found[0].name, "München");
        EXPECT_EQ(found[0].latitude, 50);
    }
    EXPECT_THAT(places_.towns(Asker{}, {.name = "Mün"}).value().places, IsEmpty());
}

TEST_F(Places, OfSeveralTownsTheLargestComesFirst) {
    const auto found = places_.towns(Asker{}, {.name = "frankfurt"}).value().places;
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[2].country, "US");
    EXPECT_EQ(places_.towns(Asker{}, {.name = "frankfurt", .country = "US"}).value().places.size(), 1U);
}

TEST_F(Places, TheTableFollowsTheFeed) {
    const auto names = [&] { return places_.towns(Asker{}, {.name = "Wetzlar"}).value().places.size(); };
    EXPECT_EQ(names(), 0U);
    ASSERT_TRUE(store_->write({.puts = {town("w", "Wetzlar", "DE", 50'000)}, .actor = "test"}).ok());
    EXPECT_EQ(names(), 1U);
    EXPECT_EQ(names(), 1U);
    ASSERT_TRUE(store_->write({.puts = {region("DE7", "Hessen")}, .actor = "test"}).ok());
    EXPECT_THAT(codes({.name = "hessen"}), ElementsAre("DE7"));
    ASSERT_TRUE(store_->write({.erasures = {{model::RecordKind::Place, "w"}}, .actor = "test"}).ok());
    EXPECT_EQ(names(), 0U);
    ASSERT_TRUE(
        store_->write({.puts = {town("w", "Wetzlar an der Lahn", "DE", 50'000)}, .actor = "test"}).ok());
    EXPECT_EQ(names(), 0U);
}

}  // namespace
}  // namespace kontor::service
