// SPDX-License-Identifier: EUPL-1.2
// A small land with two regions, a cluster in one, its member in the other, and a neighbour abroad.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/page_service.hpp"
#include "support/sample_records.hpp"

namespace kontor::service {
namespace {

using testing::ElementsAre;

const base::FixedClock kClock{std::chrono::sys_seconds{std::chrono::seconds{1'795'000'000}}};

model::Organisation at(const std::string& id, const std::string& country, const std::string& nuts,
                       model::OrganisationKind kind = model::OrganisationKind::Company) {
    model::Organisation out = support::organisation(id, id, kind);
    out.country = country;
    out.nuts = nuts;
    return out;
}

model::Organisation placed(model::Organisation out, double latitude, double longitude) {
    out.latitude = latitude;
    out.longitude = longitude;
    return out;
}

model::Region region(const std::string& id, const std::string& code, const std::string& name) {
    model::Region out;
    out.id = id;
    out.code = code;
    out.level = static_cast<int>(code.size()) - 2;
    out.country = "DE";
    out.name = name;
    out.source = "nuts";
    return out;
}

model::Topic below(const std::string& parent, model::Topic topic) {
    topic.parent = parent;
    return topic;
}

class PlacePages : public testing::Test {
protected:
    void SetUp() override {
        using model::OrganisationKind;
        model::Organisation member = placed(at("member", "DE", "DED41"), 50.8, 12.9);
        member.topics = {"lasers"};
        model::Organisation nearby =
            placed(at("abroad", "CZ", "CZ051", OrganisationKind::Cluster), 50.8, 15.1);
        const auto written = store_->write(
            {.puts = {support::source("nuts"), region("ded", "DED", "Sachsen"),
                      region("ded2", "DED2", "Dresden"), support::topic("photonics", "Photonics"),
                      below("photonics", support::topic("lasers", "Lasers")),
                      placed(at("cluster", "DE", "DED21", OrganisationKind::Cluster), 51.0, 13.7), member,
                      nearby, at("nowhere", "DE", ""), support::membership("member", "cluster"),
                      support::project("joint", "Joint"), support::participation("joint", "member"),
                      support::participation("joint", "abroad")},
             .actor = "test"});
        ASSERT_TRUE(written.ok());
        base::SilentProgress progress;
        ASSERT_TRUE(knowledge_.load(progress).ok());
    }

    const Asker public_{.language = "de"};
    std::unique_ptr<store::Store> store_ =
        store::open_sqlite(":memory:", store::OpenMode::Create, kClock).value();
    Knowledge knowledge_{*store_, kClock, nullptr};
    const PageService pages_{knowledge_};
};

TEST_F(PlacePages, ACountryListsItsRegionsWithTheirCounts) {
    const CountryPage page = pages_.country(public_, "DE").value();
    ASSERT_EQ(page.regions.size(), 3U);
    EXPECT_EQ(page.regions[0].name, "Sachsen");
    EXPECT_EQ(page.regions[0].organisations, 2);
    EXPECT_EQ(page.regions[0].clusters, 1);
    EXPECT_EQ(page.regions[1].name, "Dresden");
    EXPECT_EQ(page.regions[2].name, "DED4") << "no record tells its name";
    EXPECT_EQ(page.without_region, 1);
    EXPECT_EQ(page.count_source.as_of, "2026-11-18");
    EXPECT_FALSE(page.name_source.title.empty());
}

TEST_F(PlacePages, ARegionHoldsWhateverItsCodeBegins) {
    const RegionPage page = pages_.region(public_, "ded").value();
    EXPECT_EQ(page.code, "DED");
    EXPECT_EQ(page.organisation_total, 2);
    EXPECT_EQ(page.project_total, 1);
    EXPECT_EQ(page.country_name, "Deutschland");
    EXPECT_EQ(page.source.id, "nuts");
    ASSERT_EQ(page.partner_regions.size(), 1U);
    EXPECT_EQ(page.partner_regions[0].code, "CZ05");
    EXPECT_EQ(page.partner_regions[0].count, 1);
    EXPECT_TRUE(page.visiting_clusters.empty()) << "the cluster of the member is in the region itself";
}

TEST_F(PlacePages, ARegionWithoutClusterNamesThoseWithMembersAndThoseNearby) {
    const RegionPage page = pages_.region(public_, "DED4").value();
    EXPECT_TRUE(page.clusters.empty());
    ASSERT_EQ(page.visiting_clusters.size(), 1U);
    EXPECT_EQ(page.visiting_clusters[0].organisation.id, "cluster");
    EXPECT_EQ(page.visiting_clusters[0].members, 1);
    ASSERT_EQ(page.near_clusters.size(), 2U);
    EXPECT_EQ(page.near_clusters[0].organisation.id, "cluster");
    EXPECT_LT(page.near_clusters[0].kilometres, page.near_clusters[1].kilometres);
    ASSERT_EQ(page.broader.size(), 1U);
    EXPECT_EQ(page.broader[0].name, "Sachsen");
}

TEST_F(PlacePages, ARegionNobodyKnowsIsNotFound) {
    for (const char* code : {"DEX", "XX1", "DE"}) {
        const auto page = pages_.region(public_, code);
        ASSERT_FALSE(page) << code;
        EXPECT_EQ(page.errors().front().code, base::ErrorCode::RecordNotFound) << code;
    }
}

TEST_F(PlacePages, OrganisationsOfARegionComeInPages) {
    const OrganisationList first =
        pages_.region_organisations(public_, "DED", {.limit = 1, .cursor = {}}).value();
    EXPECT_EQ(first.total, 2);
    ASSERT_EQ(first.organisations.size(), 1U);
    EXPECT_EQ(first.organisations[0].id, "cluster") << "clusters come first";
    const OrganisationList next =
        pages_.region_organisations(public_, "DED", {.limit = 1, .cursor = first.next_cursor}).value();
    EXPECT_EQ(next.organisations[0].id, "member");
    EXPECT_EQ(next.next_cursor, "");
}

TEST_F(PlacePages, AnOrganisationNamesTheRegionsAroundIt) {
    std::vector<std::string> names;
    const OrganisationPage page = pages_.organisation(public_, "cluster").value();
    for (const Ref& one : page.regions) names.push_back(one.name);
    EXPECT_THAT(names, ElementsAre("DED21", "Dresden", "Sachsen"));
}

TEST_F(PlacePages, ATopicCountsItsNarrowerOnes) {
    EXPECT_EQ(pages_.topic(public_, "photonics").value().topic.organisations, 1);
    EXPECT_EQ(pages_.topic(public_, "photonics").value().organisations.size(), 1U);
}

}  // namespace
}  // namespace kontor::service
