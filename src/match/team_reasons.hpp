// SPDX-License-Identifier: EUPL-1.2
// The reasons behind a place on a team's list: the 34 kinds of evidence in four parts, and what each part is
// made of. Pure, one thread. Cost of an explanation: the projects of the candidate; of the first one also
// those of the team.
#pragma once

#include <vector>

#include "match/team_list.hpp"

namespace kontor::match {

class TeamReasons {
public:
    /// `gatherer` must have been asked `question` last, and stay so while this is used.
    TeamReasons(const TeamEvidenceGatherer& gatherer, const TeamModel& model, const TeamQuestion& question);

    /// `number` is the candidate's in the history.
    [[nodiscard]] TeamCandidate explain(std::uint32_t number);

private:
    struct Subject {
        std::uint32_t number = 0;
        bool met = false;  // some project joins it with the team
        std::array<double, kTeamEvidence> contributions{};
        double offset = 0;
        Float name_overlap = 0;            // 0 to 1, rare words counting more
        std::vector<std::uint32_t> joint;  // projects with members of the team
    };

    [[nodiscard]] Subject look_at(std::uint32_t number) const;
    [[nodiscard]] TeamPartScore worked_together(const Subject& subject);
    [[nodiscard]] TeamPartScore same_team(const Subject& subject) const;
    [[nodiscard]] TeamPartScore experience(const Subject& subject) const;
    [[nodiscard]] TeamPartScore fits_question(const Subject& subject) const;
    /// Shares `contribution` out over the joint projects as `weights` says.
    void share_out(const Subject& subject, double contribution, const std::vector<double>& weights,
                   TeamPartScore& part) const;
    [[nodiscard]] TeamReason theme_reason(const Subject& subject) const;
    [[nodiscard]] TeamReason activity_reason(const Subject& subject) const;
    [[nodiscard]] TeamReason country_reason(const Subject& subject) const;
    [[nodiscard]] TeamReason city_reason(const Subject& subject) const;
    [[nodiscard]] TeamReason name_reason(const Subject& subject) const;
    [[nodiscard]] std::vector<network::OrganisationIndex> members_in(std::uint32_t project) const;
    [[nodiscard]] std::vector<network::OrganisationIndex> between(const Subject& subject);
    [[nodiscard]] network::OrganisationIndex organisation(std::uint32_t number) const;
    [[nodiscard]] network::ProjectIndex project(std::uint32_t number) const;
    [[nodiscard]] network::Day day(std::uint32_t project) const;

    const TeamEvidenceGatherer& gatherer_;
    const TeamHistory& history_;
    const TeamModel& model_;
    const TeamQuestion& question_;
    std::vector<Float> reached_;    // by organisation: what a step from the team brings to it
    std::vector<Float> strengths_;  // by organisation, zeros between calls
};

}  // namespace kontor::match
