// SPDX-License-Identifier: EUPL-1.2
// What the asking side knows of its candidates from its own notes: who accepted, declined, was met … Says who
// is not wanted, what a note adds to the warm path and what speaks against asking again; formulas in
// docs/matching.md. Built once per request, const after that. Cost: n log n in the notes, log n per
// candidate.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/codes.hpp"
#include "network/types.hpp"

namespace kontor::match {

class Scene;

/// One note of the subject's. The order of a list decides which of two notes of one day is the later one.
struct KnownOutcome {
    network::OrganisationIndex organisation;
    model::PartnerOutcome outcome{};
    network::Day day = network::kUnknownDay;
};

class KnownOutcomes {
public:
    /// Without those that the scene removes and those about nobody in its picture.
    KnownOutcomes(const Scene& scene, const std::vector<KnownOutcome>& known);

    /// A good outcome and what it is worth beside the strengths of direct ties.
    struct Warmth {
        std::uint32_t note = 0;  // position in the list
        model::PartnerOutcome outcome{};
        network::Day day = network::kUnknownDay;
        double amount = 0;
    };
    /// Of each good outcome the newest note; cooperated, met, accepted.
    [[nodiscard]] std::vector<Warmth> warmths(network::OrganisationIndex candidate) const;
    [[nodiscard]] double warmth(network::OrganisationIndex candidate) const;

    /// The latest note says that the candidate is not wanted.
    [[nodiscard]] bool is_unwanted(network::OrganisationIndex candidate) const;
    /// Asked without an answer, or declined without a good outcome since; whatever the age.
    [[nodiscard]] bool is_asked(network::OrganisationIndex candidate) const;

    /// What speaks against asking; `contribution` is negative.
    struct Against {
        double contribution = 0;
        network::Day day = network::kUnknownDay;
    };
    [[nodiscard]] std::optional<Against> declined(network::OrganisationIndex candidate) const;
    [[nodiscard]] std::optional<Against> asked_already(network::OrganisationIndex candidate) const;

    /// Those with a good outcome, ascending.
    [[nodiscard]] std::vector<network::OrganisationIndex> welcome() const;

private:
    static constexpr std::size_t kOutcomes = model::Words<model::PartnerOutcome>::kWords.size();
    struct Newest {
        std::uint32_t note = 0;
        std::uint32_t place = 0;  // among the notes about the candidate by day; 0: there is none
        network::Day day = network::kUnknownDay;
    };
    struct About {
        network::OrganisationIndex organisation;
        std::array<Newest, kOutcomes> newest;  // by outcome
        model::PartnerOutcome latest{};
    };
    [[nodiscard]] const About* about(network::OrganisationIndex candidate) const;
    [[nodiscard]] double years_since(network::Day day) const;
    [[nodiscard]] std::optional<Newest> open_refusal(const About& about) const;

    std::vector<About> all_;  // by organisation
    network::Day today_ = 0;
};

}  // namespace kontor::match
