// SPDX-License-Identifier: EUPL-1.2
// The picture as if a few records were not there: the engine reads profiles, capabilities, members and ties
// through a Scene, so that "what would this part be without that record" is the same computation once more.
// With nothing removed it adds next to nothing to the picture's own cost. Const after construction.
#pragma once

#include <cstdint>
#include <vector>

#include "network/picture.hpp"

namespace kontor::match {

using network::OrganisationIndex;
using network::TopicIndex;

/// One record (by the ordinal of its kind), one organisation's topic, offers or needs in one topic, or one of
/// the subject's notes.
struct Removed {
    enum class What : std::uint8_t { Project, Membership, Agreement, Delegation, Topic, Offer, Need, Note };
    What what{};
    std::uint32_t ordinal = 0;       // of the record or the topic; position in PartnerRequest::known
    OrganisationIndex organisation;  // of Topic, Offer and Need
};

/// How much of a topic somebody has, 0..1.
struct TopicLevel {
    TopicIndex topic;
    double level = 0;
};

class Scene {
public:
    explicit Scene(const network::Picture& picture, std::vector<Removed> removed = {})
        : picture_(picture), removed_(std::move(removed)) {}

    [[nodiscard]] const network::Picture& picture() const { return picture_; }
    /// Nothing is removed.
    [[nodiscard]] bool whole() const { return removed_.empty(); }
    [[nodiscard]] bool gone(network::TieIndex tie) const { return !whole() && removes(tie); }
    [[nodiscard]] bool gone(network::ProjectIndex project) const {
        return !whole() && is_removed(Removed::What::Project, project.value);
    }
    [[nodiscard]] bool gone(network::MembershipIndex membership) const {
        return is_removed(Removed::What::Membership, membership.value);
    }
    [[nodiscard]] bool gone(network::AgreementIndex agreement) const {
        return is_removed(Removed::What::Agreement, agreement.value);
    }
    [[nodiscard]] bool gone_note(std::uint32_t position) const {
        return is_removed(Removed::What::Note, position);
    }

    /// Topics of the organisation and, for a cluster, of its current members; by topic. Replaces what is in
    /// `out`.
    void profile(OrganisationIndex organisation, std::vector<TopicLevel>& out) const;
    void offers(OrganisationIndex organisation, std::vector<network::Capability>& out) const;
    void needs(OrganisationIndex organisation, std::vector<network::Capability>& out) const;
    /// Current members of a cluster, each once, by ordinal.
    [[nodiscard]] std::vector<OrganisationIndex> members(OrganisationIndex cluster) const;
    [[nodiscard]] double experience(OrganisationIndex organisation) const;
    [[nodiscard]] network::Day latest_project(OrganisationIndex organisation) const;

private:
    [[nodiscard]] bool removes(network::TieIndex tie) const;
    struct Mass {
        TopicIndex topic;
        double mass = 0;
    };
    [[nodiscard]] bool is_removed(Removed::What what, std::uint32_t ordinal,
                                  OrganisationIndex organisation = {}) const;
    void own_masses(OrganisationIndex organisation, std::vector<Mass>& out) const;
    void member_masses(OrganisationIndex cluster, std::vector<Mass>& out) const;

    const network::Picture& picture_;
    std::vector<Removed> removed_;
};

}  // namespace kontor::match
