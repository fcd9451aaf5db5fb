// SPDX-License-Identifier: EUPL-1.2
// What speaks for an organisation as the missing member of a team, as numbers: the evidence that the
// completion model weighs. Computed for every organisation of the history, so no choice of candidates bounds
// the list. Pure; keeps scratch, so one thread per object. Cost of a question: the projects of the given
// members and their members, plus two passes over all participations.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/teams.hpp"

namespace kontor::match {

/// docs/matching.md has the formula of each. S: the given members, c: the candidate, p: a past project.
enum class TeamEvidence : std::uint8_t {
    // worked together
    FirstRing,
    BothRings,
    SecondRing,
    OwnShare,
    RootShare,
    Cosine,
    NewmanRecent,
    NewmanUndated,
    MembersMet,
    ShareMet,
    // the same team before
    TeamSharp,
    TeamBroad,
    TeamPerProject,
    TeamBest,
    TeamPlain,
    TeamBestPlain,
    TwoOfUs,
    ThreeOfUs,
    TeamInTheme,
    Loyalty,
    // what is known of c
    Participations,
    Recent,
    LastYear,
    Latest,
    NoneDated,
    // c and the question
    Theme,
    ThemeShare,
    Activity,
    CountryShare,
    CountryTogether,
    CountryLift,
    City,
    Name,
    RenownGap,
};
inline constexpr std::size_t kTeamEvidence = 34;
/// The first ones are nothing for organisations that no project joins with S.
inline constexpr std::size_t kTallyEvidence = 20;
[[nodiscard]] std::string_view word(TeamEvidence evidence);

using TeamEvidenceRow = std::array<Float, kTeamEvidence>;

class TeamEvidenceGatherer {
public:
    /// `history` must outlive this.
    explicit TeamEvidenceGatherer(const TeamHistory& history);

    /// Looks at a question; row() then speaks of it until the next one.
    void ask(const TeamQuestion& question);
    [[nodiscard]] TeamEvidenceRow row(std::size_t organisation) const;
    /// Organisations that share a project with a given member, without the given ones; in order of first
    /// meeting.
    [[nodiscard]] const std::vector<std::uint32_t>& met() const { return met_; }
    [[nodiscard]] const TeamHistory& history() const { return history_; }
    /// How many of the given members were in a project.
    [[nodiscard]] std::size_t given_in(std::size_t project) const {
        return static_cast<std::size_t>(project_tallies_[project].count);
    }
    /// What a walk of one step from the given members brings to each other member of a project.
    [[nodiscard]] Float walk(std::size_t project) const;
    /// How like the members of a project are to the given ones, rare members counting more; 0 to 1.
    [[nodiscard]] Float likeness(std::size_t project) const;

private:
    struct ProjectTally {
        Float count = 0;
        Float rarity = 0;  // of the given members in it
        Float root = 0;    // sum of 1/sqrt(projects of the member)
        Float walk = 0;    // what a walk from the given members brings to it
        bool same_theme = false;
    };
    struct Tally {
        Float first = 0, newman_recent = 0, newman_undated = 0, shared = 0, cosine = 0;
        Float team_sharp = 0, team_broad = 0, team_best = 0, team_plain = 0, team_best_plain = 0;
        Float two = 0, three = 0, in_theme = 0, projects = 0, members = 0;
        std::uint32_t last_member = TeamHistory::kNone;
    };
    struct ProjectFacts {
        Float decay3 = 0, decay4 = 0, decay5 = 0;  // 2^(-age/n years)
        Float root_size = 0, others = 0, rarity = 0;
    };

    void learn_projects();
    void learn_countries();
    void learn_activities();
    void learn_fixed();
    void forget();
    void tally_projects(const TeamQuestion& question);
    void tally_project(std::uint32_t project);
    void count_members(const TeamQuestion& question);
    void walk_on();
    void look_at_themes(const TeamQuestion& question);
    void look_at_places(const TeamQuestion& question);
    void look_at_names(const TeamQuestion& question);
    void fill_ties(std::size_t organisation, TeamEvidenceRow& row) const;
    void fill_teams(std::size_t organisation, TeamEvidenceRow& row) const;
    void fill_question(std::size_t organisation, TeamEvidenceRow& row) const;
    [[nodiscard]] Float name_overlap(std::size_t organisation) const;
    [[nodiscard]] std::size_t country_slot(std::size_t organisation) const;

    const TeamHistory& history_;
    std::vector<ProjectFacts> facts_;
    std::vector<Float> rarity_;           // of organisations: 1/(0.3 + ln(1 + projects))
    std::vector<Float> root_;             // 1/sqrt(projects)
    std::vector<Float> turnover_;         // 1/sum of the decay of its projects
    std::vector<Float> together_;         // country × country: share of partners
    std::vector<Float> countries_;        // share of all partners
    std::vector<Float> activities_;       // theme × activity type: share of the type's participations
    std::vector<TeamEvidenceRow> fixed_;  // with what does not depend on the question
    std::vector<Float> word_weight_;

    std::vector<ProjectTally> project_tallies_;
    std::vector<std::uint32_t> projects_met_;
    std::vector<Tally> tallies_;
    std::vector<std::uint8_t> state_;  // 0 not met, 1 met, 2 given
    std::vector<std::uint32_t> met_;
    std::vector<Float> second_;
    std::vector<Float> theme_;
    std::vector<Float> activity_log_;
    std::vector<Float> country_share_;
    std::vector<Float> country_log_;
    std::vector<std::uint8_t> word_given_;
    std::vector<std::uint32_t> given_;
    Float given_count_ = 1;
    Float given_rarity_ = 1;
    Float given_renown_ = 0;
};

}  // namespace kontor::match
