// SPDX-License-Identifier: EUPL-1.2
#include "ingest/organisation_merge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kontor::ingest {
namespace {

using model::NameType;
using model::Organisation;
using testing::ElementsAre;

Organisation organisation(const std::string& name, const std::string& day, const std::string& source) {
    Organisation o;
    o.id = "pic-1";
    o.names = {{name, "und", NameType::Legal}};
    o.as_of = *model::Date::parse(day);
    o.source = source;
    return o;
}

Organisation older() {
    Organisation o = organisation("CASSIDIAN SAS", "2015-09-28", "fp7");
    o.kind = model::OrganisationKind::Other;
    o.identifiers = {{"PIC", "1"}, {"VAT", "FR1"}};
    o.country = "FR";
    o.city = "ELANCOURT";
    o.street = "1 BOULEVARD";
    o.postcode = "78990";
    o.nuts = "FR103";
    o.topics = {"radar"};
    o.description = {{"fr", "Ancien", model::TextOrigin::Import}};
    return o;
}

Organisation newer() {
    Organisation o = organisation("AIRBUS DS SAS", "2018-12-31", "h2020");
    o.kind = model::OrganisationKind::Company;
    o.identifiers = {{"PIC", "1"}};
    o.country = "FR";
    o.city = "Élancourt";
    o.latitude = 48.8;
    o.longitude = 1.9;
    o.topics = {"optics"};
    o.description = {{"en", "New", model::TextOrigin::Import}};
    return o;
}

TEST(Merge, TheLaterLeadsAndNothingIsLost) {
    const Organisation both = merge(older(), newer());
    EXPECT_EQ(both.names[0].text, "AIRBUS DS SAS");
    EXPECT_EQ(both.names[1], (model::Name{"CASSIDIAN SAS", "und", NameType::Alias}));
    EXPECT_EQ(both.identifiers.size(), 2U);
    EXPECT_EQ(both.city, "Élancourt");
    EXPECT_EQ(both.street, "1 BOULEVARD") << "the same town: gaps are filled";
    EXPECT_EQ(both.nuts, "FR103");
    EXPECT_THAT(both.topics, ElementsAre("optics", "radar"));
    EXPECT_EQ(both.description.size(), 2U);
    EXPECT_EQ(both.as_of.text(), "2018-12-31");
    EXPECT_EQ(both.source, "h2020");
}

TEST(Merge, IsCommutativeAndIdempotent) {
    const Organisation both = merge(older(), newer());
    EXPECT_EQ(merge(newer(), older()), both);
    EXPECT_EQ(merge(both, older()), both);
    EXPECT_EQ(merge(both, newer()), both);
    EXPECT_EQ(merge(both, both), both);
}

TEST(Merge, DoesNotMixAddressesOfDifferentTowns) {
    Organisation moved = newer();
    moved.city = "TOULOUSE";
    const Organisation both = merge(older(), moved);
    EXPECT_EQ(both.city, "TOULOUSE");
    EXPECT_EQ(both.street, "");
    EXPECT_EQ(both.nuts, "");
    Organisation abroad = newer();
    abroad.country = "DE";
    abroad.city = "";
    EXPECT_EQ(merge(older(), abroad).city, "");
}

TEST(Merge, AStandInNameGivesWay) {
    Organisation nameless = organisation("PIC 1", "2020-01-01", "later");
    const Organisation both = merge(older(), nameless);
    EXPECT_EQ(both.names.front().text, "CASSIDIAN SAS");
    EXPECT_EQ(both.names.front().type, NameType::Legal);
    EXPECT_EQ(both.names.size(), 1U);
    EXPECT_EQ(merge(nameless, nameless).names.front().text, "PIC 1");
    EXPECT_TRUE(is_placeholder_name("CORDIS 0af1"));
    EXPECT_FALSE(is_placeholder_name("PIC Microsystems"));
    EXPECT_FALSE(is_placeholder_name("PIC "));
}

TEST(Merge, WhatSomebodyFoundOutIsStrongerThanAnActivityType) {
    Organisation cluster = older();
    cluster.kind = model::OrganisationKind::Cluster;
    EXPECT_EQ(merge(cluster, newer()).kind, model::OrganisationKind::Cluster);
    EXPECT_EQ(merge(newer(), cluster).kind, model::OrganisationKind::Cluster);
}

TEST(Merge, DropsSpellingsThatDifferInCaseOnly) {
    Organisation shouting = newer();
    shouting.names.front().text = "Cassidian SAS";
    EXPECT_EQ(merge(older(), shouting).names.size(), 1U);
}

}  // namespace
}  // namespace kontor::ingest
