// SPDX-License-Identifier: EUPL-1.2
// What a comparison needs of one side: its house and who in it has, offers and needs which topic. Built once
// for each side; cost: the topics, offers and needs of the house.
#pragma once

#include <span>
#include <vector>

#include "match/comparison.hpp"
#include "match/subject.hpp"

namespace kontor::match {

/// Somebody of a house and a topic of theirs.
struct TopicHolder {
    TopicIndex topic;
    double level = 0;  // of a topic: how much; of an offer: its maturity; of a need: 1
    std::uint32_t trl = 0;
    OrganisationIndex organisation;
};

struct ComparedHouse {
    ComparedHouse(const Scene& scene, OrganisationIndex owner);

    OrganisationIndex owner;
    std::vector<HouseMember> house;
    std::vector<double> weights;  // by organisation of the picture; 0 for those who are not of the house
    std::vector<double> levels;   // by topic, of all together
    std::vector<TopicLevel> profile;
    // By topic; within it the compared organisation itself first, then the highest level, then the ordinal.
    std::vector<TopicHolder> holders;  // not the compared organisation itself
    std::vector<TopicHolder> offers;
    std::vector<TopicHolder> needs;
};

[[nodiscard]] std::span<const TopicHolder> of_topic(const std::vector<TopicHolder>& list, TopicIndex topic);
[[nodiscard]] SomeOf some_of(std::span<const TopicHolder> holders);

/// Sorts by weight, then by what `key` gives, and cuts.
template <class Item, class Key>
void keep_heaviest(std::vector<Item>& items, std::size_t most, const Key& key) {
    std::sort(items.begin(), items.end(), [&key](const Item& a, const Item& b) {
        return a.weight != b.weight ? a.weight > b.weight : key(a) < key(b);
    });
    if (items.size() > most) items.resize(most);
}

[[nodiscard]] std::vector<Bridge> bridges_between(const Scene& scene, const ComparedHouse& first,
                                                  const ComparedHouse& second, std::size_t most);
[[nodiscard]] std::vector<JointProject> joint_projects_of(const Scene& scene, const ComparedHouse& first,
                                                          const ComparedHouse& second, std::size_t most);

}  // namespace kontor::match
