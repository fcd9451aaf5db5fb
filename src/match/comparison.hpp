// SPDX-License-Identifier: EUPL-1.2
// Two organisations, mostly clusters, side by side: what each brings, needs and shares, who connects them and
// where both want to go. A member counts for its cluster; whoever belongs to both sides is on neither when it
// is asked who works with the other. Comparing the other way round gives the same with the sides exchanged.
// Method: docs/matching.md. Pure and thread-safe; cost grows with the members and their ties (bounded as in
// match/subject.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "network/picture.hpp"

namespace kontor::match {

/// The first few of several organisations, and how many there are.
struct SomeOf {
    std::vector<network::OrganisationIndex> first;  // at most 3
    std::size_t count = 0;
};

/// A topic that one side has or offers and the other hardly has.
struct Brought {
    network::TopicIndex topic;
    double weight = 0;      // 0..1
    bool offered = false;   // by the compared organisation itself
    std::uint32_t trl = 0;  // of the offer, 0 unknown
    SomeOf members;         // who has it, most of it first
};

enum class NeedAnswer : std::uint8_t { Nobody, Offered, WorkedOn };

/// A topic that one side looks for, and who of the other could meet it.
struct ComparedNeed {
    network::TopicIndex topic;
    double weight = 0;  // 0..1; above 0.5 for what the compared organisation itself needs
    bool by_itself = false;
    SomeOf needed_by;  // members; not the compared organisation itself
    NeedAnswer answer = NeedAnswer::Nobody;
    network::TopicIndex offer;  // of Offered: the topic itself or one close to it
    SomeOf answered_by;
};

/// A target region: a country, or a region of several (UN M49), or a name without a code.
struct ComparedRegion {
    network::CountryCode country;
    std::string_view code;
    std::string_view name;
    double weight = 0;  // by priority
};

struct ComparedSide {
    std::vector<Brought> brings;
    std::vector<ComparedNeed> needs;
    std::vector<network::OrganisationIndex> end_users;  // those with most project experience first
    std::vector<ComparedRegion> targets_there;          // its target regions that hold the other's country
};

struct SharedField {
    network::TopicIndex topic;
    double weight = 0;
    std::array<std::size_t, 2> members{};  // how many of either side have it
};

enum class BridgeKind : std::uint8_t {
    Both,      // a member, management or association of both; or one of the two is a member of the other
    OfFirst,   // of the first side, in ties with organisations of the second
    OfSecond,  // the other way round
};

struct Bridge {
    network::OrganisationIndex organisation;
    BridgeKind kind{};
    double weight = 0;
    SomeOf others;                        // of the other side; empty for Both
    std::vector<network::TieIndex> ties;  // the memberships, or the strongest ties to the others, at most 3
};

struct JointProject {
    network::ProjectIndex project;
    double weight = 0;
    std::array<SomeOf, 2> participants;
};

struct Comparison {
    std::array<ComparedSide, 2> sides;
    std::vector<SharedField> shared;
    std::vector<Bridge> bridges;
    std::vector<JointProject> joint_projects;
    std::vector<ComparedRegion> common_targets;
};

inline constexpr std::size_t kComparedItems = 12;

/// Two different organisations of the picture. Every list: largest weight first, equal ones by ordinal, at
/// most `most`.
[[nodiscard]] Comparison compare(const network::Picture& picture, network::OrganisationIndex first,
                                 network::OrganisationIndex second, std::size_t most = kComparedItems);

}  // namespace kontor::match
