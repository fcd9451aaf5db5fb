// SPDX-License-Identifier: EUPL-1.2
#include "network/paths.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "network/neighbourhood.hpp"
#include "network/weights.hpp"
#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::network;
using kontor::test::SmallNetwork;

void joint_project(SmallNetwork& net, const std::string& id, const std::vector<std::string>& who,
                   const std::string& end = "2027") {
    net.project(id, end);
    for (const std::string& one : who) net.participation(id, one);
}

std::string drawn(const Picture& picture, const WarmPath& path) {
    std::string out(picture.at(path.links.front().from).id);
    for (const PathLink& link : path.links) out += "-" + std::string(picture.at(link.to).id);
    return out;
}

std::vector<std::string> paths(const SmallNetwork& net, const std::string& from, const std::string& to) {
    const auto picture = net.picture();
    std::vector<std::string> out;
    for (const WarmPath& path :
         warm_paths(*picture, *picture->find_organisation(from), *picture->find_organisation(to))) {
        EXPECT_FALSE(path.links.empty());
        double strength = 1;
        for (std::size_t i = 0; i < path.links.size(); ++i) {
            strength *= path.links[i].strength;
            if (i > 0) {
                EXPECT_EQ(path.links[i].from, path.links[i - 1].to);
            }
        }
        EXPECT_DOUBLE_EQ(path.strength, strength);
        out.push_back(drawn(*picture, path));
    }
    return out;
}

SmallNetwork people(const std::vector<std::string>& who) {
    SmallNetwork net;
    for (const std::string& one : who) net.organisation(one);
    return net;
}

TEST(WarmPaths, OneTwoAndThreeLinks) {
    SmallNetwork net = people({"a", "b", "x", "y", "z"});
    joint_project(net, "ax", {"a", "x"});
    joint_project(net, "xb", {"x", "b"});
    joint_project(net, "ay", {"a", "y"});
    joint_project(net, "yz", {"y", "z"});
    joint_project(net, "zb", {"z", "b"}, "2022-06-01");
    EXPECT_EQ(paths(net, "a", "b"), (std::vector<std::string>{"a-x-b", "a-y-z-b"}));
    joint_project(net, "ab", {"a", "b"}, "2018-06-01");
    EXPECT_EQ(paths(net, "a", "b"), (std::vector<std::string>{"a-x-b", "a-y-z-b", "a-b"}));
}

TEST(WarmPaths, ProjectOfBothEndsIsOneDirectLink) {
    SmallNetwork net = people({"a", "b", "x"});
    joint_project(net, "all", {"a", "b", "x"});
    EXPECT_EQ(paths(net, "a", "b"), (std::vector<std::string>{"a-b"}));
}

TEST(WarmPaths, BigConsortiaAndOldProjectsCountLess) {
    SmallNetwork net = people({"a", "b", "big", "old", "small", "p1", "p2", "p3"});
    joint_project(net, "l1", {"a", "big", "p1", "p2", "p3"});
    joint_project(net, "l2", {"a", "old"}, "2010");
    joint_project(net, "l3", {"a", "small"});
    for (const char* via : {"big", "old", "small"}) joint_project(net, std::string("r-") + via, {via, "b"});
    EXPECT_EQ(paths(net, "a", "b"), (std::vector<std::string>{"a-small-b", "a-big-b", "a-old-b"}));
}

TEST(WarmPaths, MembershipAgreementDelegationAndManagementAreLinks) {
    SmallNetwork net = people({"member", "gmbh", "partner", "other"});
    auto& hub = net.cluster("hub");
    hub.cluster->management_entity = "gmbh";
    net.membership("member", "hub");
    joint_project(net, "p", {"gmbh", "partner"});
    EXPECT_EQ(paths(net, "member", "partner"), (std::vector<std::string>{"member-hub-gmbh-partner"}));
    net.agreement("mou", {"hub", "other"}, "2026-01-01");
    EXPECT_EQ(paths(net, "member", "other"), (std::vector<std::string>{"member-hub-other"}));
    net.delegation("trip", {"member", "other"}, "2026-05-01");
    EXPECT_EQ(paths(net, "member", "other").size(), 2U);
}

TEST(WarmPaths, NothingBetweenStrangersAndOneself) {
    SmallNetwork net = people({"a", "b", "x"});
    joint_project(net, "ax", {"a", "x"});
    net.membership("b", "x").from = test::date("2030");
    EXPECT_TRUE(paths(net, "a", "b").empty());
    const auto picture = net.picture();
    const auto a = *picture->find_organisation("a");
    EXPECT_TRUE(warm_paths(*picture, a, a).empty());
}

TEST(WarmPaths, KeepsTheBestOfMany) {
    SmallNetwork net = people({"a", "b"});
    for (int i = 0; i < 30; ++i) {
        const std::string via = "via" + std::to_string(i + 10);
        net.organisation(via);
        joint_project(net, "l" + via, {"a", via}, std::to_string(1990 + i));
        joint_project(net, "r" + via, {via, "b"});
    }
    const auto found = paths(net, "a", "b");
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found.front(), "a-via39-b");
    EXPECT_EQ(found.back(), "a-via35-b");
}

// The best chain goes through somebody with more ties than used to be looked at, and by a weak one of them.
TEST(WarmPaths, SeesEveryTieOfHubs) {
    SmallNetwork net = people({"a", "b", "hub", "other"});
    joint_project(net, "ah", {"a", "hub"});
    joint_project(net, "ob", {"other", "b"});
    joint_project(net, "ho", {"hub", "other"}, "2016-06-01");
    for (int i = 0; i < 100; ++i) {
        const std::string id = "p" + std::to_string(i);
        net.organisation(id);
        joint_project(net, id, {"hub", id});
    }
    EXPECT_EQ(paths(net, "a", "b"), (std::vector<std::string>{"a-hub-other-b"}));
    EXPECT_EQ(paths(net, "b", "a"), (std::vector<std::string>{"b-other-hub-a"}));
}

TEST(WarmPaths, AreTheSameFromBothEnds) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto picture = test::random_network(seed).picture();
        for (std::size_t i = 0; i + 1 < picture->organisation_count(); ++i) {
            const OrganisationIndex one(i);
            const OrganisationIndex other(i + 1);
            const auto there = warm_paths(*picture, one, other);
            const auto back = warm_paths(*picture, other, one);
            ASSERT_EQ(there.size(), back.size());
            for (std::size_t k = 0; k < there.size(); ++k) {
                EXPECT_DOUBLE_EQ(there[k].strength, back[k].strength);
                EXPECT_EQ(there[k].links.front().from, one);
                EXPECT_EQ(there[k].links.back().to, other);
            }
        }
    }
}

/// Both in one place, for people who stand at two organisations.
struct Circle {
    std::shared_ptr<const Picture> picture;
    std::vector<Acquaintance> people;

    explicit Circle(const SmallNetwork& net) : picture(net.picture()) {}
    [[nodiscard]] OrganisationIndex at(const std::string& id) const {
        return *picture->find_organisation(id);
    }
    void knows(const std::string& from, const std::string& to, std::uint32_t person, Day day) {
        people.push_back({at(from), at(to), person, acquaintance_strength(*picture, day), day});
    }
    [[nodiscard]] std::vector<WarmPath> paths(const std::string& from, const std::string& to) const {
        return warm_paths(*picture, at(from), at(to), {}, people);
    }
    [[nodiscard]] std::vector<std::string> drawings(const std::string& from, const std::string& to) const {
        std::vector<std::string> out;
        for (const WarmPath& path : paths(from, to)) out.push_back(drawn(*picture, path));
        return out;
    }
};

TEST(WarmPaths, APersonAtTwoOrganisationsIsALink) {
    Circle circle(people({"a", "b", "x"}));
    EXPECT_TRUE(circle.paths("a", "b").empty());
    const Day day = circle.picture->today() - 1461;  // four years: half of it is left
    circle.knows("b", "a", 7, day);
    for (const auto& [from, to] : {std::pair("a", "b"), std::pair("b", "a")}) {
        const auto found = circle.paths(from, to);
        ASSERT_EQ(found.size(), 1U);
        const PathLink& link = found.front().links.front();
        EXPECT_EQ(link.from, circle.at(from));
        EXPECT_EQ(link.acquaintance.value, 0U);
        EXPECT_FALSE(link.tie.valid());
        EXPECT_EQ(link.joint, 0U);
        EXPECT_NEAR(link.strength, weights::kAcquaintance / 2, 1e-3);
        EXPECT_EQ(link.latest, day);
    }
    EXPECT_DOUBLE_EQ(acquaintance_strength(*circle.picture, kUnknownDay),
                     weights::kAcquaintance * weights::kUndated);
    EXPECT_DOUBLE_EQ(acquaintance_strength(*circle.picture, circle.picture->today()), weights::kAcquaintance);
}

TEST(WarmPaths, AChainMayGoThroughPeopleAnywhere) {
    SmallNetwork net = people({"a", "b", "x", "y"});
    joint_project(net, "ax", {"a", "x"});
    joint_project(net, "yb", {"y", "b"});
    Circle circle(net);
    EXPECT_TRUE(circle.paths("a", "b").empty());
    circle.knows("y", "x", 1, circle.picture->today());
    EXPECT_EQ(circle.drawings("a", "b"), (std::vector<std::string>{"a-x-y-b"}));
    EXPECT_EQ(circle.drawings("b", "a"), (std::vector<std::string>{"b-y-x-a"}));
    const auto found = circle.paths("b", "a").front();
    EXPECT_TRUE(found.links[0].tie.valid());
    EXPECT_FALSE(found.links[0].acquaintance.valid());
    EXPECT_EQ(found.links[1].acquaintance.value, 0U);
    circle.knows("a", "y", 2, circle.picture->today());
    EXPECT_EQ(circle.drawings("a", "b"), (std::vector<std::string>{"a-y-b"}))
        << "nobody goes on from x to somebody whom a knows";
}

TEST(WarmPaths, APersonAddsToWhatJoinsTwoAlready) {
    SmallNetwork net = people({"a", "b", "c"});
    joint_project(net, "abc", {"a", "b", "c"}, "2022-06-01");
    Circle circle(net);
    const double tie = circle.paths("a", "b").front().strength;
    circle.knows("a", "b", 1, kUnknownDay);
    circle.knows("a", "b", 2, circle.picture->today());
    const PathLink link = circle.paths("a", "b").front().links.front();
    EXPECT_TRUE(link.tie.valid());
    EXPECT_EQ(link.acquaintance.value, 1U) << "the stronger of the two";
    EXPECT_EQ(link.joint, 1U);
    EXPECT_DOUBLE_EQ(link.strength, std::min(1.0, tie + weights::kAcquaintance * (1 + weights::kUndated)));
    EXPECT_EQ(link.latest, circle.picture->today());
}

// Somebody who stands at both ends is the direct link, not also the way round through a third place.
TEST(WarmPaths, WhoStandsAtBothEndsIsOneDirectLink) {
    Circle circle(people({"a", "b", "x", "y"}));
    const Day today = circle.picture->today();
    circle.knows("a", "b", 1, today);
    circle.knows("a", "x", 1, today);
    circle.knows("b", "x", 1, today);
    EXPECT_EQ(circle.drawings("a", "b"), (std::vector<std::string>{"a-b"}));
    circle.knows("b", "y", 2, today);
    EXPECT_EQ(circle.drawings("a", "y"), (std::vector<std::string>{"a-b-y"}))
        << "a-x-b-y would use the same person twice";
}

std::string told(const Picture& picture, const std::vector<WarmPath>& paths) {
    std::string out;
    for (const WarmPath& path : paths) {
        out += drawn(picture, path) + " " + std::to_string(path.oldest);
        for (const PathLink& link : path.links) {
            out += " " + std::to_string(link.tie.value) + "/" + std::to_string(link.acquaintance.value) +
                   "/" + std::to_string(link.joint) + "/" + std::to_string(link.strength);
        }
        out += "\n";
    }
    return out;
}

TEST(WarmPaths, PeopleElsewhereChangeNothing) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        SmallNetwork net = test::random_network(seed);
        net.organisation("zz1");
        net.organisation("zz2");
        Circle circle(net);
        circle.knows("zz1", "zz2", 1, circle.picture->today());
        circle.people.push_back({circle.at("o0"), circle.at("o1"), 2, 0, kUnknownDay});  // no strength
        circle.people.push_back({circle.at("o0"), circle.at("o0"), 3, 1, kUnknownDay});  // one place
        const std::size_t count = circle.picture->organisation_count() - 2;
        for (std::size_t i = 0; i < count; ++i) {
            const OrganisationIndex one(i);
            const OrganisationIndex other((i + 3) % count);
            EXPECT_EQ(told(*circle.picture, warm_paths(*circle.picture, one, other)),
                      told(*circle.picture, warm_paths(*circle.picture, one, other, {}, circle.people)));
        }
    }
}

TEST(WarmPaths, AreTheSameFromBothEndsWithPeople) {
    std::size_t carried = 0;
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        Circle circle(test::random_network(seed));
        std::mt19937 random(seed);
        const std::size_t count = circle.picture->organisation_count();
        for (std::uint32_t person = 0; person < 4; ++person) {
            circle.people.push_back({OrganisationIndex(random() % count), OrganisationIndex(random() % count),
                                     person, 0.1 + 0.1 * person, circle.picture->today()});
        }
        for (std::size_t i = 0; i < count; ++i) {
            const OrganisationIndex one(i);
            const OrganisationIndex other((i + 1) % count);
            const auto there = warm_paths(*circle.picture, one, other, {}, circle.people);
            const auto back = warm_paths(*circle.picture, other, one, {}, circle.people);
            ASSERT_EQ(there.size(), back.size());
            for (std::size_t k = 0; k < there.size(); ++k) {
                EXPECT_DOUBLE_EQ(there[k].strength, back[k].strength);
                for (const PathLink& link : there[k].links) {
                    EXPECT_TRUE(link.tie.valid() || link.acquaintance.valid());
                    if (!link.acquaintance.valid()) continue;
                    const Acquaintance& who = circle.people[link.acquaintance.value];
                    EXPECT_EQ((std::set{link.from, link.to}), (std::set{who.from, who.to}));
                    ++carried;
                }
            }
        }
    }
    EXPECT_GT(carried, 100U);
}

TEST(Neighbourhood, CountsWhatJoinsTwo) {
    SmallNetwork net = people({"a", "b", "c"});
    joint_project(net, "p1", {"a", "b", "c"}, "2020");
    joint_project(net, "p2", {"a", "b"});
    net.agreement("mou", {"a", "c"}, "2026-01-01");
    const auto picture = net.picture();
    const auto partners = partners_of(*picture, *picture->find_organisation("a"));
    ASSERT_EQ(partners.size(), 2U);
    EXPECT_EQ(picture->at(partners[0].partner).id, "b");
    EXPECT_EQ(partners[0].projects, 2U);
    EXPECT_EQ(partners[1].agreements, 1U);
    EXPECT_EQ(year_of(partners[0].latest), 2026);
}

TEST(Neighbourhood, RingsAreLimitedAndLinksAreUnique) {
    SmallNetwork net = people({"centre"});
    for (int i = 0; i < 40; ++i) {
        const std::string one = "n" + std::to_string(i + 10);
        net.organisation(one);
        net.organisation("far" + one);
        joint_project(net, "p" + one, {"centre", one});
        joint_project(net, "q" + one, {one, "far" + one});
    }
    const auto picture = net.picture();
    const Graph graph = neighbourhood(*picture, *picture->find_organisation("centre"), {5, 3, 2});
    EXPECT_EQ(graph.partners, 40U);
    EXPECT_EQ(graph.nodes.size(), 1U + 5U + 3U);
    EXPECT_EQ(graph.links.size(), 5U + 3U);
    EXPECT_EQ(graph.nodes.front().ring, 0);
    EXPECT_EQ(graph.nodes.back().ring, 2);
}

TEST(Neighbourhood, SharedPartners) {
    SmallNetwork net = people({"a", "b", "x", "y", "z"});
    joint_project(net, "ax", {"a", "x"}, "2020");
    joint_project(net, "bx", {"b", "x"});
    joint_project(net, "all", {"a", "b", "y"});
    joint_project(net, "az", {"a", "z"});
    const auto picture = net.picture();
    const auto shared =
        shared_partners(*picture, *picture->find_organisation("a"), *picture->find_organisation("b"), 10);
    ASSERT_EQ(shared.size(), 2U);
    EXPECT_EQ(picture->at(shared[0].organisation).id, "x");
    EXPECT_EQ(picture->at(shared[1].organisation).id, "y");
}

}  // namespace
