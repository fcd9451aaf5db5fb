// SPDX-License-Identifier: EUPL-1.2
#include "match/comparison.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::random_network;
using kontor::test::SmallNetwork;
using network::OrganisationIndex;
using network::Picture;
using testing::ElementsAre;
using testing::IsEmpty;

Comparison compared(const Picture& picture, const std::string& first, const std::string& second) {
    return compare(picture, *picture.find_organisation(first), *picture.find_organisation(second));
}

std::string id(const Picture& picture, OrganisationIndex one) {
    return std::string(picture.at(one).id);
}

std::string text(const SomeOf& some) {
    std::string out = fmt::format("{}(", some.count);
    for (const OrganisationIndex one : some.first) out += fmt::format("{} ", one.value);
    return out + ")";
}

std::string text(const std::vector<ComparedRegion>& regions) {
    std::string out;
    for (const ComparedRegion& one : regions) {
        out += fmt::format("[{} {} {} {}]", one.country.text(), one.code, one.name, one.weight);
    }
    return out;
}

std::string text(const ComparedSide& side) {
    std::string out;
    for (const Brought& one : side.brings) {
        out += fmt::format("{} {} {} {} {}; ", one.topic.value, one.weight, one.offered, one.trl,
                           text(one.members));
    }
    for (const ComparedNeed& one : side.needs) {
        out += fmt::format("{} {} {} {} {} {} {}; ", one.topic.value, one.weight, one.by_itself,
                           text(one.needed_by), static_cast<int>(one.answer), one.offer.value,
                           text(one.answered_by));
    }
    for (const OrganisationIndex one : side.end_users) out += fmt::format("{} ", one.value);
    return out + text(side.targets_there);
}

/// Everything in a comparison, seen from the first or from the second side.
std::string text(const Comparison& found, std::size_t from) {
    std::string out = text(found.sides[from]) + "\n" + text(found.sides[1 - from]) + "\n";
    for (const SharedField& one : found.shared) {
        out += fmt::format("{} {} {} {}; ", one.topic.value, one.weight, one.members[from],
                           one.members[1 - from]);
    }
    for (const Bridge& one : found.bridges) {
        const bool both = one.kind == BridgeKind::Both;
        const bool near = one.kind == (from == 0 ? BridgeKind::OfFirst : BridgeKind::OfSecond);
        out += fmt::format("\n{} {} {} {}", one.organisation.value,
                           both   ? "both"
                           : near ? "near"
                                  : "far",
                           one.weight, text(one.others));
        for (const network::TieIndex tie : one.ties) out += fmt::format(" {}", tie.value);
    }
    for (const JointProject& one : found.joint_projects) {
        out += fmt::format("\n{} {} {} {}", one.project.value, one.weight, text(one.participants[from]),
                           text(one.participants[1 - from]));
    }
    return out + text(found.common_targets);
}

TEST(Compare, TheOtherWayRoundSaysTheSameWithTheSidesExchanged) {
    std::size_t bridges = 0;
    std::size_t projects = 0;
    std::size_t needs = 0;
    std::size_t targets = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        SmallNetwork net = random_network(seed);
        for (const char* who : {"o0", "o1"}) {
            auto& one = net.get<model::Organisation>(who);
            if (!one.cluster) continue;
            one.cluster->target_regions.push_back({"", seed % 2 == 0 ? "150" : "FI", {}, 2});
            one.cluster->target_regions.push_back({"FI", "", {}, int(seed % 4)});
        }
        const auto picture = net.picture();
        for (std::size_t i = 0; i < picture->organisation_count(); ++i) {
            for (std::size_t j = i + 1; j < picture->organisation_count(); ++j) {
                const Comparison there = compare(*picture, OrganisationIndex(i), OrganisationIndex(j));
                const Comparison back = compare(*picture, OrganisationIndex(j), OrganisationIndex(i));
                ASSERT_EQ(text(there, 0), text(back, 1)) << seed << ": " << i << " " << j;
                bridges += there.bridges.size();
                projects += there.joint_projects.size();
                needs += there.sides[0].needs.size();
                targets += there.common_targets.size() + there.sides[0].targets_there.size();
            }
        }
    }
    EXPECT_GT(bridges, 500U);
    EXPECT_GT(projects, 500U);
    EXPECT_GT(needs, 1000U);
    EXPECT_GT(targets, 100U);
}

TEST(Compare, WhoCouldMeetANeedIsNamedFromTheMembersToo) {
    SmallNetwork net;
    for (const char* topic : {"lasers", "optics", "trials", "dust"}) net.topic(topic);
    net.topic("fibre-lasers", "lasers");
    net.cluster("us").needs = {{"lasers", {}, 0}, {"trials", {}, 0}, {"dust", {}, 0}};
    net.cluster("them");
    net.organisation("young").offers = {{"lasers", {}, 2}};
    net.organisation("ripe").offers = {{"lasers", {}, 9}};
    net.organisation("clinic", model::OrganisationKind::Clinic).topics = {"trials"};
    net.organisation("ours").needs = {{"optics", {}, 0}, {"dust", {}, 0}};
    net.organisation("lens").topics = {"optics"};
    for (const char* member : {"young", "ripe", "clinic", "lens"}) net.membership(member, "them");
    net.membership("ours", "us");
    const auto picture = net.picture();
    const std::vector<ComparedNeed> needs = compared(*picture, "us", "them").sides[0].needs;
    std::vector<std::string> said;
    for (const ComparedNeed& one : needs) {
        said.push_back(fmt::format(
            "{} {} by {}", picture->at(one.topic).id, static_cast<int>(one.answer),
            one.answered_by.first.empty() ? "nobody" : id(*picture, one.answered_by.first.front())));
    }
    EXPECT_THAT(said,
                ElementsAre("lasers 1 by ripe", "trials 2 by clinic", "dust 0 by nobody", "optics 2 by lens"))
        << "its own needs first, members' needs only when somebody could meet them";
    EXPECT_EQ(needs.front().answered_by.count, 2U);
    EXPECT_FALSE(needs.back().by_itself);
    EXPECT_EQ(id(*picture, needs.back().needed_by.first.front()), "ours");
}

TEST(Compare, WhatBothHaveIsSharedAndBroughtByNeither) {
    SmallNetwork net;
    for (const char* top : {"a", "b", "c"}) {
        net.topic(top);
        net.topic(std::string(top) + "1", top);
        net.topic(std::string(top) + "11", std::string(top) + "1");
    }
    net.cluster("us").topics = {"a11", "b11"};
    net.cluster("them").topics = {"b11", "c11"};
    net.organisation("member").topics = {"a11"};
    net.membership("member", "us");
    const auto picture = net.picture();
    const Comparison found = compared(*picture, "us", "them");
    const auto topics = [&picture](const auto& list) {
        std::vector<std::string> out;
        for (const auto& one : list) out.emplace_back(picture->at(one.topic).id);
        return out;
    };
    EXPECT_THAT(topics(found.sides[0].brings), ElementsAre("a11"));
    EXPECT_THAT(topics(found.sides[1].brings), ElementsAre("c11"));
    EXPECT_THAT(topics(found.shared), ElementsAre("b11"));
    EXPECT_EQ(found.sides[0].brings.front().members.count, 1U);
}

TEST(Compare, MembersOfBothAndMembersInProjectsWithTheOthersConnect) {
    SmallNetwork net;
    for (const char* cluster : {"us", "them"}) net.cluster(cluster);
    for (const char* one : {"both", "left", "mine", "theirs", "stranger"}) net.organisation(one);
    net.membership("both", "us");
    net.membership("both", "them");
    net.membership("left", "us");
    net.membership("left", "them").to = test::date("2020");
    net.membership("mine", "us");
    net.membership("theirs", "them");
    net.project("joint", "2028");
    for (const char* one : {"mine", "theirs", "stranger"}) net.participation("joint", one);
    net.project("alone", "2028");
    net.participation("alone", "both");
    const auto picture = net.picture();
    const Comparison found = compared(*picture, "us", "them");
    std::vector<std::string> who;
    for (const Bridge& one : found.bridges) {
        who.push_back(fmt::format("{} {}", id(*picture, one.organisation), static_cast<int>(one.kind)));
    }
    EXPECT_THAT(who, ElementsAre("both 0", "mine 1", "theirs 2"));
    EXPECT_EQ(found.bridges[0].ties.size(), 2U) << "both memberships";
    ASSERT_EQ(found.joint_projects.size(), 1U) << "what one organisation does alone joins nobody";
    EXPECT_EQ(picture->at(found.joint_projects[0].project).id, "joint");
    EXPECT_EQ(id(*picture, found.joint_projects[0].participants[1].first.front()), "theirs");
}

TEST(Compare, TargetRegionsByCountryAndByTheRegionThatHoldsIt) {
    SmallNetwork net;
    net.cluster("us", "DE").cluster->target_regions = {
        {"FI", "", {}, 1}, {"", "021", {}, 2}, {"", "150", {}, 3}};
    net.cluster("them", "FI").cluster->target_regions = {{"CA", "", {}, 1}, {"DE", "", {}, 0}};
    const auto picture = net.picture();
    const Comparison found = compared(*picture, "us", "them");
    ASSERT_EQ(found.common_targets.size(), 2U);
    EXPECT_EQ(found.common_targets[0].country.text(), "CA") << "in our target region Northern America";
    EXPECT_EQ(found.common_targets[1].country.text(), "DE") << "in our target region Europe";
    ASSERT_EQ(found.sides[0].targets_there.size(), 2U);
    EXPECT_EQ(found.sides[0].targets_there[0].country.text(), "FI");
    EXPECT_EQ(found.sides[0].targets_there[1].code, "150");
    ASSERT_EQ(found.sides[1].targets_there.size(), 1U);
}

TEST(Compare, ListsAreCutAndEndUsersWithExperienceComeFirst) {
    SmallNetwork net;
    net.cluster("us");
    net.cluster("them");
    for (int i = 10; i < 40; ++i) {
        const std::string clinic = "clinic" + std::to_string(i);
        net.organisation(clinic, model::OrganisationKind::Clinic);
        net.membership(clinic, "them");
    }
    net.project("trial", "2028");
    net.participation("trial", "clinic33");
    const auto picture = net.picture();
    const Comparison found = compared(*picture, "us", "them");
    ASSERT_EQ(found.sides[1].end_users.size(), kComparedItems);
    EXPECT_EQ(id(*picture, found.sides[1].end_users.front()), "clinic33");
    EXPECT_THAT(found.sides[0].end_users, IsEmpty());
}

}  // namespace
