// SPDX-License-Identifier: EUPL-1.2
// Who asks, prepared for comparing with many candidates: topic levels and what is near them, wanted topics
// with what covers them, needs and offers, the house (a cluster's management, association and members count
// as itself to a degree), and how strongly everybody else is tied to that house. Built once per request;
// cost: the subject's ties, cut at Bounds. Const after construction.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "match/known_outcomes.hpp"
#include "match/partners.hpp"
#include "match/scene.hpp"

namespace kontor::match {

/// What keeps the work of one request bounded, whatever the network and the subject; nothing is cut on small
/// networks.
struct Bounds {
    static constexpr std::size_t kSubjectTies = 6'000;  // of the whole house, the strongest of each
    static constexpr std::size_t kPairTies = 300;       // of a candidate's house
    static constexpr std::size_t kLeastTiesPerMember = 4;
    static constexpr std::size_t kHouse = 2'000;    // organisations in a house
    static constexpr std::size_t kChainHubs = 64;   // organisations whose own ties are followed …
    static constexpr std::size_t kChainTies = 64;   // … and how many of each
    static constexpr std::size_t kPool = 3'000;     // filtered lists up to this length are scored whole
    static constexpr std::size_t kPerTopic = 200;   // candidates from one topic's list …
    static constexpr std::size_t kScanned = 6'000;  // … of which so many entries are looked at
    static constexpr std::size_t kRanked = 2'000;   // organisations of either ring that are kept in order
    static constexpr std::size_t kTopics = 24;      // topics of the subject that are followed
    static constexpr std::size_t kPartners = 400;   // candidates from the subject's ties, of either ring
    static constexpr std::size_t kRefined = 100;    // candidates per block whose chains are counted exactly
};

struct HouseMember {
    OrganisationIndex organisation;
    double weight = 0;  // 1 itself, 0.9 management and association, 0.5 current members
};

/// By ordinal, each once with its largest weight.
[[nodiscard]] std::vector<HouseMember> house_of(const Scene& scene, OrganisationIndex organisation);

/// True for a tie that makes the house of `cluster` what it is.
[[nodiscard]] bool makes_house(const Scene& scene, network::TieIndex tie, OrganisationIndex cluster);

/// Ties of a house, each once, without those that make the house: up to `most` of its owner, and what `most`
/// allows each of the others.
[[nodiscard]] std::vector<network::TieIndex> ties_of_house(const Scene& scene, OrganisationIndex owner,
                                                           const std::vector<HouseMember>& house,
                                                           std::size_t most);

struct Asked {
    TopicIndex topic;
    double share = 0;                           // of all that is asked, adds up to 1
    double strength = 0;                        // relative to the one asked most, 0..1
    std::vector<network::RelatedTopic> covers;  // what answers it and how well; narrower topics 0.9
    std::vector<double> affinity;               // the same by topic
};

struct Nearest {
    double value = 0;
    TopicIndex topic;  // the subject's topic that gives it
};

/// What joins a voice of the subject (itself, management, association) and somebody else here and now, or did
/// once.
struct Bond {
    enum class State : std::uint8_t { Alive, MembershipEnded, AgreementLapsed };
    OrganisationIndex other;
    network::TieIndex tie;
    State state = State::Alive;
};

/// The organisations that speak for one: itself, its management and its association.
class Voices {
public:
    void add(OrganisationIndex one) {
        if (one.valid() && !has(one)) all_[count_++] = one;
    }
    [[nodiscard]] bool has(OrganisationIndex one) const { return std::find(begin(), end(), one) != end(); }
    [[nodiscard]] const OrganisationIndex* begin() const { return all_.data(); }
    [[nodiscard]] const OrganisationIndex* end() const { return all_.data() + count_; }

private:
    std::array<OrganisationIndex, 3> all_;
    std::size_t count_ = 0;
};
[[nodiscard]] Voices voices(const Scene& scene, OrganisationIndex organisation);

class Subject {
public:
    Subject(const Scene& scene, const PartnerRequest& request);

    [[nodiscard]] bool known() const { return organisation_.valid(); }
    [[nodiscard]] OrganisationIndex organisation() const { return organisation_; }
    [[nodiscard]] std::optional<model::OrganisationKind> kind() const { return kind_; }
    [[nodiscard]] network::CountryCode country() const { return country_; }

    [[nodiscard]] const std::vector<TopicLevel>& profile() const { return profile_; }
    [[nodiscard]] double level(TopicIndex topic) const { return levels_[topic.value]; }
    [[nodiscard]] double level_sum() const { return level_sum_; }
    [[nodiscard]] const std::vector<Asked>& asked() const { return asked_; }
    /// How well work on `topic` meets the subject's own topics: affinity · level · specificity of the best of
    /// them.
    [[nodiscard]] const Nearest& meets(TopicIndex topic) const { return meets_[topic.value]; }
    /// The same over the subject's other topics: what lies beside them.
    [[nodiscard]] const Nearest& beside(TopicIndex topic) const { return beside_[topic.value]; }
    [[nodiscard]] const std::vector<network::Capability>& needs() const { return needs_; }
    [[nodiscard]] const std::vector<network::Capability>& offers() const { return offers_; }
    [[nodiscard]] std::uint32_t end_users() const { return end_users_; }

    [[nodiscard]] const std::vector<HouseMember>& house() const { return house_; }
    [[nodiscard]] double house_weight(OrganisationIndex one) const { return pulls_[one.value].house; }
    /// Sum over the ties of the house of strength · weight of the house in it (at most 1, without `one`
    /// itself).
    [[nodiscard]] double reach(OrganisationIndex one) const { return pulls_[one.value].reach; }
    /// Estimate of the chains over one organisation in between, from the strongest of them.
    [[nodiscard]] double chain_estimate(OrganisationIndex one) const { return chains_[one.value]; }
    [[nodiscard]] std::span<const Bond> bonds_with(OrganisationIndex other) const;
    [[nodiscard]] const std::vector<OrganisationIndex>& reached() const {
        return reached_;
    }  // strongest first
    [[nodiscard]] const std::vector<OrganisationIndex>& chained() const { return chained_; }  // likewise
    /// What its own notes say of the candidates.
    [[nodiscard]] const KnownOutcomes& outcomes() const { return outcomes_; }

private:
    void ask(const network::Picture& picture, const PartnerRequest& request);
    void spread_topics(const network::Picture& picture);
    void spread_ties(const Scene& scene);
    void spread_chains(const Scene& scene);
    void find_bonds(const Scene& scene);

    OrganisationIndex organisation_;
    std::optional<model::OrganisationKind> kind_;
    network::CountryCode country_;
    std::vector<TopicLevel> profile_;
    std::vector<double> levels_;
    double level_sum_ = 0;
    std::vector<Asked> asked_;
    std::vector<Nearest> meets_, beside_;
    std::vector<network::Capability> needs_, offers_;
    std::uint32_t end_users_ = 0;
    std::vector<HouseMember> house_;
    struct Pull {
        double house = 0;
        double reach = 0;
    };
    std::vector<Pull> pulls_;
    std::vector<double> chains_;
    std::vector<OrganisationIndex> reached_, chained_;
    std::vector<Bond> bonds_;  // by other
    KnownOutcomes outcomes_;
};

/// General topics say little: 0.5 for the top of a tree, 0.8 below it, 1 from the third storey on.
[[nodiscard]] double specificity(const network::Picture& picture, TopicIndex topic);

/// Clinics and other end users.
[[nodiscard]] bool is_end_user(model::OrganisationKind kind);

}  // namespace kontor::match
