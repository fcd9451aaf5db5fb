// SPDX-License-Identifier: EUPL-1.2
// Lists for a purpose: end users first, newcomers, and not all of one country or kind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "match/partners.hpp"
#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::names;
using kontor::test::of;
using kontor::test::SmallNetwork;
using testing::ElementsAre;

const CounterReason* reason_of(const Partner& partner, CounterReasonType type) {
    const auto found = std::find_if(partner.counter_reasons.begin(), partner.counter_reasons.end(),
                                    [type](const CounterReason& one) { return one.type == type; });
    return found == partner.counter_reasons.end() ? nullptr : &*found;
}

double complement(const network::Picture& picture, const PartnerRequest& request, const std::string& id) {
    const auto found = explain_pair(picture, request, picture.find_organisation(id).value()).value();
    return found.partner.parts[static_cast<std::size_t>(Part::Complementarity)].value;
}

TEST(Purpose, EndUsersCountThreeTimesWhenTheyAreWantedFirst) {
    SmallNetwork net;
    net.topic("imaging");
    net.organisation("us").topics = {"imaging"};
    net.organisation("clinic", model::OrganisationKind::EndUser).topics = {"imaging"};
    net.organisation("maker").offers = {{"imaging", {}, 8}};
    net.get<model::Organisation>("us").needs = {{"imaging", {}, 0}};
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    const double clinic = complement(*picture, request, "clinic");
    const double maker = complement(*picture, request, "maker");
    ASSERT_GT(clinic, 0);
    request.emphasis.end_users = 3;
    // The part is x / (x + 1) of the sum x.
    EXPECT_NEAR(complement(*picture, request, "clinic"), 3 * clinic / (1 + 2 * clinic), 1e-12);
    EXPECT_DOUBLE_EQ(complement(*picture, request, "maker"), maker);
}

TEST(Purpose, BeingWellKnownCountsAgainstWhereNewcomersAreWanted) {
    SmallNetwork net;
    net.topic("optics");
    net.organisation("us").topics = {"optics"};
    for (const char* id : {"known", "new"}) net.organisation(id).topics = {"optics"};
    for (int i = 0; i < 25; ++i) {
        const std::string id = "p" + std::to_string(i);
        net.project(id, "2025");
        net.participation(id, "known");
    }
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    EXPECT_THAT(names(*picture, find_partners(*picture, request).value()), ElementsAre("known", "new"));
    request.emphasis.well_known = 0.3;
    const PartnerAnswer answer = find_partners(*picture, request).value();
    EXPECT_THAT(names(*picture, answer), ElementsAre("new", "known"));
    const CounterReason* reason = reason_of(answer.partners[1], CounterReasonType::WellKnown);
    ASSERT_NE(reason, nullptr);
    EXPECT_DOUBLE_EQ(reason->number, 25);
    EXPECT_NEAR(reason->contribution, -0.15, 1e-12);
    EXPECT_EQ(reason_of(answer.partners[0], CounterReasonType::WellKnown), nullptr);
}

TEST(Purpose, AListThatIsSpreadNamesWhomItPutsAbove) {
    SmallNetwork net;
    net.topic("optics");
    net.organisation("us").topics = {"optics"};
    for (const char* id : {"de1", "de2", "de3"}) net.organisation(id).topics = {"optics"};
    net.organisation("fr", model::OrganisationKind::Company, "FR").topics = {"optics"};
    net.get<model::Organisation>("us").country = "FI";
    const auto picture = net.picture();
    PartnerRequest request = of(*picture, "us");
    EXPECT_THAT(names(*picture, find_partners(*picture, request).value()),
                ElementsAre("de1", "de2", "de3", "fr"));
    request.spread = Spread::Countries;
    const PartnerAnswer answer = find_partners(*picture, request).value();
    EXPECT_THAT(names(*picture, answer), ElementsAre("de1", "fr", "de2", "de3"));
    const CounterReason* reason = reason_of(answer.partners[3], CounterReasonType::AlikeAbove);
    ASSERT_NE(reason, nullptr);
    EXPECT_NEAR(reason->contribution, -0.06, 1e-12);
    EXPECT_EQ(reason->organisations.size(), 2U);
    EXPECT_EQ(reason_of(answer.partners[1], CounterReasonType::AlikeAbove), nullptr);
}

TEST(Purpose, AnExplanationStandsWhereTheSpreadListHasIt) {
    SmallNetwork net = kontor::test::random_network(7);
    const auto picture = net.picture();
    std::size_t compared = 0;
    for (std::size_t i = 0; i < picture->organisation_count(); ++i) {
        PartnerRequest request;
        request.subject = network::OrganisationIndex(i);
        request.limit = 100;
        request.spread = Spread::Both;
        const PartnerAnswer answer = find_partners(*picture, request).value();
        for (std::size_t k = 0; k < answer.partners.size(); ++k) {
            const auto found = explain_pair(*picture, request, answer.partners[k].organisation).value();
            EXPECT_EQ(found.rank, k + 1);
            EXPECT_NEAR(found.partner.score, answer.partners[k].score, 1e-12);
            ++compared;
        }
    }
    EXPECT_GT(compared, 20U);
}

}  // namespace
