// SPDX-License-Identifier: EUPL-1.2
#include "match/raises.hpp"

#include <gtest/gtest.h>

#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::of;
using kontor::test::random_network;
using kontor::test::SmallNetwork;
using network::OrganisationIndex;
using network::Picture;

const Raise* find(const std::vector<Raise>& all, RaiseType type) {
    for (const Raise& one : all) {
        if (one.type == type) return &one;
    }
    return nullptr;
}

/// The network in which it has come true; false when it says "at most".
bool come_true(SmallNetwork& net, const Raise& raise, const std::string& subject,
               const std::string& candidate) {
    switch (raise.type) {
        case RaiseType::Confirmation:
            net.get<model::Organisation>(candidate).as_of = test::date("2026-06-01");
            return true;
        case RaiseType::Journey:
            net.delegation("together", {subject, candidate}, "2026-06-01");
            return true;
        case RaiseType::TargetRegion:
            net.get<model::Organisation>(subject).cluster->target_regions.push_back(
                {std::string(raise.country.text()), "", {}, 1});
            return true;
        case RaiseType::Datum:
        case RaiseType::Completion:
        case RaiseType::NewerProject:
            return false;
    }
    return false;
}

double score_of(const Picture& picture, const std::string& subject, const std::string& candidate) {
    return judge_pair(picture, of(picture, subject), *picture.find_organisation(candidate)).value().score;
}

TEST(Raises, WhatIsPromisedExactlyComesTrueExactly) {
    std::map<RaiseType, int> tried;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const auto picture = random_network(seed).picture();
        for (std::size_t i = 0; i < picture->organisation_count(); ++i) {
            const std::string subject(picture->at(OrganisationIndex(i)).id);
            const OrganisationIndex other((i + 1) % picture->organisation_count());
            const std::string candidate(picture->at(other).id);
            const PartnerRequest request = of(*picture, subject);
            const Partner before = judge_pair(*picture, request, other).value();
            for (const Raise& raise : raises(*picture, request, before)) {
                SmallNetwork net = random_network(seed);
                if (!come_true(net, raise, subject, candidate)) continue;
                ++tried[raise.type];
                EXPECT_NEAR(score_of(*net.picture(), subject, candidate), before.score + raise.could_raise,
                            1e-9)
                    << seed << " " << subject << " " << candidate << " " << static_cast<int>(raise.type);
            }
        }
    }
    EXPECT_GT(tried[RaiseType::Confirmation], 200);
    EXPECT_GT(tried[RaiseType::Journey], 200);
    EXPECT_GT(tried[RaiseType::TargetRegion], 20);
}

TEST(Raises, WhatIsMissingOnEitherSideAndTheMostFirst) {
    SmallNetwork net;
    net.topic("lasers");
    net.organisation("us").needs = {{"lasers", {}, 0}};
    net.organisation("them").as_of = {};
    const auto picture = net.picture();
    const PartnerRequest request = of(*picture, "us");
    const auto all =
        raises(*picture, request, judge_pair(*picture, request, *picture->find_organisation("them")).value());
    const auto wants = [&all](MissingDatum datum, Side side) {
        return std::any_of(all.begin(), all.end(), [&](const Raise& one) {
            return one.type == RaiseType::Datum && one.datum == datum && one.side == side;
        });
    };
    EXPECT_TRUE(wants(MissingDatum::Offers, Side::Candidate));
    EXPECT_TRUE(wants(MissingDatum::Topics, Side::Subject));
    EXPECT_FALSE(wants(MissingDatum::ConfirmedDate, Side::Candidate)) << "comes with the confirmation";
    EXPECT_NE(find(all, RaiseType::Confirmation), nullptr);
    EXPECT_NE(find(all, RaiseType::Completion), nullptr);
    EXPECT_EQ(find(all, RaiseType::TargetRegion), nullptr) << "only clusters have target regions";
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                               [](const Raise& a, const Raise& b) { return a.could_raise > b.could_raise; }));
}

TEST(Raises, NothingTogetherForANeedOfNobody) {
    SmallNetwork net;
    net.topic("lasers");
    net.organisation("them").topics = {"lasers"};
    const auto picture = net.picture();
    PartnerRequest request;
    request.wanted = {{*picture->find_topic("lasers"), 1}};
    const auto all =
        raises(*picture, request, judge_pair(*picture, request, *picture->find_organisation("them")).value());
    EXPECT_EQ(find(all, RaiseType::Journey), nullptr);
    EXPECT_EQ(find(all, RaiseType::TargetRegion), nullptr);
}

TEST(ExplainPair, ItsPlaceAndLengthAreThoseOfTheList) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto picture = random_network(seed).picture();
        PartnerRequest request;
        request.subject = OrganisationIndex(std::size_t{0});
        request.limit = 100;
        const PartnerAnswer list = find_partners(*picture, request).value();
        std::vector<std::size_t> places(picture->organisation_count(), 0);
        for (std::size_t i = 0; i < list.partners.size(); ++i)
            places[list.partners[i].organisation.value] = i + 1;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const PairExplanation one = explain_pair(*picture, request, OrganisationIndex(i)).value();
            EXPECT_EQ(one.rank, places[i]);
            EXPECT_EQ(one.total, list.total);
            EXPECT_NEAR(judge_pair(*picture, request, OrganisationIndex(i)).value().score, one.partner.score,
                        1e-12);
        }
    }
}

TEST(JudgePair, RefusesWhatCannotBeMeantWithEveryFault) {
    const auto picture = random_network(1).picture();
    PartnerRequest request;
    request.weights[Part::Place] = -1;
    const auto refused = judge_pair(*picture, request, OrganisationIndex(std::size_t{9'999}));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.errors().size(), 3U);
}

}  // namespace
