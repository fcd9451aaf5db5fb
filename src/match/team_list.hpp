// SPDX-License-Identifier: EUPL-1.2
// Who completes a team, as a list with reasons: the completion model (team_completion.hpp) asked of a
// picture. The score is the sum of four parts, each part the sum of its reasons, exactly. Pure. A TeamBasis
// is immutable and may be shared by threads; a gatherer is one thread's. Cost of a list: one question, a
// sort, and the projects of those shown; of a TeamBasis: a quarter of a second for 215,000 participations.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "match/team_completion.hpp"
#include "network/picture.hpp"

namespace kontor::match {

/// What the completion model needs of a picture.
class TeamBasis {
public:
    /// Projects that begin after the picture's day are not known yet. Needs the picture only while it is
    /// made.
    explicit TeamBasis(const network::Picture& picture);

    [[nodiscard]] const TeamHistory& history() const { return history_; }
    /// Parts of programmes that projects name, those of most projects first.
    [[nodiscard]] const std::vector<std::string>& themes() const { return themes_; }

private:
    TeamBasis(const TeamRecords& records, network::Day today);

    TeamHistory history_;
    std::vector<std::string> themes_;
};

enum class TeamPart : std::uint8_t { WorkedTogether, SameTeam, Experience, FitsQuestion };
inline constexpr std::size_t kTeamParts = 4;
/// "worked_together" …: the words of the API.
[[nodiscard]] std::string_view word(TeamPart part);
/// docs/matching.md says why.
[[nodiscard]] TeamPart part_of(TeamEvidence evidence);

struct TeamRequest {
    std::vector<network::OrganisationIndex> members;  // of the picture, each once
    std::string theme;                                // one of TeamBasis::themes(), or empty
    std::vector<network::CountryCode> countries;      // empty: all
    std::vector<model::OrganisationKind> kinds;       // empty: all
    std::vector<network::OrganisationIndex> excluded;
    std::size_t limit = 20;  // 1 to 100
    std::size_t offset = 0;
};

enum class TeamReasonType : std::uint8_t {
    // worked_together
    JointProject,     // projects[0] with organisations, members of the team; day of its start
    FurtherProjects,  // the remaining ones; number: how many. Also of same_team
    Via,              // organisations that it and the team have worked with, the strongest first
    NoneJoint,        // no project with the team
    // same_team
    TeamProject,  // projects[0], where `number` members were, organisations; day of its start
    // experience
    Projects,  // number: how many it took part in
    Latest,    // projects[0], the one begun last; day of its start
    // fits_question
    Theme,          // number: its projects in the theme, the latest of them
    ThemeNone,      // no project in the theme
    Activity,       // what kind of activity it is of, and how common that is in the theme
    CountryShared,  // country, with organisations of the team there
    CountryOther,   // country: how often organisations there work with the team's countries
    City,           // city, with organisations of the team there
    Name,           // words of its name are those of organisations[0]
    /// What of a part says nothing for itself.
    Rest,
};

struct TeamReason {
    TeamReasonType type{};
    double share = 0;  // of the part's contribution; they add up to it
    std::size_t number = 0;
    network::Day day = network::kUnknownDay;
    std::vector<network::ProjectIndex> projects;
    std::vector<network::OrganisationIndex> organisations;
};

struct TeamPartScore {
    TeamPart part{};
    double contribution = 0;  // compared with the average candidate
    std::vector<TeamReason> reasons;
};

struct TeamCandidate {
    network::OrganisationIndex organisation;
    double score = 0;  // sum of the contributions
    std::array<TeamPartScore, kTeamParts> parts;
    /// Stands where it does because places are kept for the seldom seen; its score is its own nevertheless.
    bool kept_place = false;
};

enum class NoTeamCandidate : std::uint8_t {
    None,
    NoHistory,      // no project of two organisations
    NobodyElse,     // nobody but the members has taken part in a project
    KindAbsent,     // nobody of these is of a kind looked for
    CountryAbsent,  // nor in the countries
    AllExcluded,
};

struct TeamList {
    std::vector<TeamCandidate> candidates;
    std::size_t total = 0;                           // the pages' length
    NoTeamCandidate reason = NoTeamCandidate::None;  // when total is 0
};

/// What answers questions, one thread's; `basis` must be that of the gatherer's history.
struct TeamEngine {
    const TeamBasis& basis;
    TeamEvidenceGatherer& gatherer;
    const TeamModel& model;
};

/// Organisations that have taken part in projects, best first; those whom no project joins with the team come
/// after all others. `picture` is the one that the basis was made from.
[[nodiscard]] TeamList complete_team(const TeamEngine& engine, const network::Picture& picture,
                                     const TeamRequest& request);

}  // namespace kontor::match
