// SPDX-License-Identifier: EUPL-1.2
#include "match/part_learning.hpp"

#include <gtest/gtest.h>

#include "support/match_network.hpp"

namespace {

using namespace kontor;
using namespace kontor::match;
using kontor::test::SmallNetwork;

constexpr std::size_t kPairs = 420;

std::string numbered(const char* letter, std::size_t i) {
    return letter + std::to_string(i);
}

/// Everybody has a twin in topics and somebody else known through a project; `met` says which of the two
/// becomes the partner.
struct World {
    SmallNetwork net;
    std::vector<std::pair<std::string, std::string>> like;   // same topic, never met
    std::vector<std::pair<std::string, std::string>> known;  // a common acquaintance, nothing else
};

World world() {
    World out;
    SmallNetwork& net = out.net;
    net.topic("root");
    for (std::size_t i = 0; i < kPairs; ++i) {
        net.topic(numbered("t", i), "root");
        for (const char* who : {"a", "b"}) net.organisation(numbered(who, i)).topics = {numbered("t", i)};
        net.organisation(numbered("c", i));
        net.organisation(numbered("x", i));
        for (const char* who : {"a", "c"}) {
            const std::string project = numbered(who, i) + "-with-x";
            net.project(project, "2026");
            net.participation(project, numbered(who, i));
            net.participation(project, numbered("x", i));
        }
        out.like.emplace_back(numbered("a", i), numbered("b", i));
        out.known.emplace_back(numbered("a", i), numbered("c", i));
    }
    return out;
}

LearntParts learnt(const World& world, const std::vector<std::pair<std::string, std::string>>& pairs) {
    const auto picture = world.net.picture();
    std::vector<NewPartners> cases;
    for (int both = 0; both < 2; ++both) {
        for (const auto& [one, other] : pairs) {
            const auto& subject = both == 0 ? one : other;
            const auto& partner = both == 0 ? other : one;
            cases.push_back(
                {picture->find_organisation(subject).value(), {picture->find_organisation(partner).value()}});
        }
    }
    return learn_parts(*picture, cases, [](std::size_t) { return true; });
}

TEST(PartLearning, WeightsFollowWhatBringsPartnersTogether) {
    const World made = world();
    const LearntParts by_topic = learnt(made, made.like);
    const LearntParts by_path = learnt(made, made.known);
    ASSERT_GE(by_topic.cases, kShippedCases);
    ASSERT_GE(by_path.cases, kShippedCases);
    EXPECT_GT(by_path.usual.weights[Part::WarmPath], by_topic.usual.weights[Part::WarmPath] + 1);
    EXPECT_GT(by_topic.usual.weights[Part::TopicFit], by_path.usual.weights[Part::TopicFit] + 1);
    EXPECT_GE(by_path.learnt_mrr, by_path.shipped_mrr);
    for (const double weight : by_path.usual.weights.values) {
        EXPECT_GE(weight, 0);
        EXPECT_LE(weight, 10);
    }
}

TEST(PartLearning, TheSameCasesGiveTheSameWeights) {
    const World made = world();
    EXPECT_EQ(learnt(made, made.known).usual.weights.values, learnt(made, made.known).usual.weights.values);
}

TEST(PartLearning, FewCasesDecideNothing) {
    World made = world();
    made.known.resize(20);
    const LearntParts few = learnt(made, made.known);
    EXPECT_LT(few.cases, kShippedCases);
    EXPECT_EQ(few.usual.weights.values, PartWeights().values);
}

TEST(PartLearning, StopsWhenItIsAskedTo) {
    const World made = world();
    const auto picture = made.net.picture();
    std::size_t asked = 0;
    const std::vector<NewPartners> cases(
        10, {network::OrganisationIndex(std::size_t{0}), {network::OrganisationIndex(std::size_t{1})}});
    static_cast<void>(learn_parts(*picture, cases, [&asked](std::size_t) { return ++asked < 3; }));
    EXPECT_EQ(asked, 3U);
}

}  // namespace
