// SPDX-License-Identifier: EUPL-1.2
// Who worked with whom up to a day, laid out for completing teams: projects and their members as flat lists
// in both directions, and what is known of every organisation from its projects alone. Pure, immutable,
// thread-safe. Building is linear in the participations; about 60 bytes per participation.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "match/choice_fit.hpp"
#include "model/codes.hpp"
#include "network/types.hpp"

namespace kontor::match {

struct TeamOrganisation {
    std::string id;
    std::string name;
    std::string city;
    network::CountryCode country;
    model::ActivityType activity = model::ActivityType::Unknown;
};

struct TeamProject {
    std::string id;
    network::Day day = network::kUnknownDay;  // of its start
    /// Where in time a project without a day is to be put; counts as known before any `until`.
    network::Day stand_in = 0;
    std::vector<std::string> themes;
    std::vector<std::uint32_t> members;  // positions in TeamRecords::organisations
    std::string text = {};               // title and what it is for; only needs in words read it
};

/// As it was read; any order, repetitions allowed.
struct TeamRecords {
    std::vector<TeamOrganisation> organisations;
    std::vector<TeamProject> projects;
};

class TeamHistory {
public:
    using Numbers = std::vector<std::uint32_t>;

    /// Only projects that began before `until` (kUnknownDay: all); organisations in none of them are unknown.
    TeamHistory(const TeamRecords& records, network::Day until);

    [[nodiscard]] std::size_t organisation_count() const { return known_.size(); }
    /// Positions in TeamRecords::organisations of the organisations that have taken part, by id.
    [[nodiscard]] const Numbers& known() const { return known_; }
    /// Number here of an organisation of the records; kNone when it has not taken part.
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    [[nodiscard]] std::uint32_t number(std::size_t record) const { return numbers_[record]; }

    /// Projects of two members and more; the others tell nothing of cooperation.
    [[nodiscard]] std::size_t project_count() const { return members_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> members(std::size_t project) const {
        return members_.of(project);
    }
    [[nodiscard]] std::span<const std::uint32_t> projects(std::size_t organisation) const {
        return projects_.of(organisation);
    }
    /// Themes of a project, numbers below theme_count().
    [[nodiscard]] std::span<const std::uint32_t> themes(std::size_t project) const {
        return themes_.of(project);
    }
    [[nodiscard]] std::size_t theme_count() const { return theme_names_.size(); }
    /// Numbers of the known ones among these, ascending, each once.
    [[nodiscard]] Numbers theme_numbers(std::span<const std::string> names) const;
    /// Position of a project in TeamRecords::projects.
    [[nodiscard]] std::uint32_t project_record(std::size_t project) const {
        return project_records_[project];
    }
    /// Years before the end of the history, at least 0.
    [[nodiscard]] Float age(std::size_t project) const { return ages_[project]; }
    [[nodiscard]] bool dated(std::size_t project) const { return dated_[project] != 0; }
    /// The day the ages are counted from: `until`, else the latest start.
    [[nodiscard]] network::Day end() const { return end_; }

    /// From all projects of an organisation, those without partners too.
    struct Standing {
        std::uint32_t participations = 0;
        Float recent = 0;     // each 2^(-age/2 years)
        Float last_year = 0;  // participations of the last year
        Float latest = 0;     // 1/(age of the latest + a quarter)
        bool has_dated = false;
        std::int32_t country = -1;  // numbers; -1 unknown
        std::int32_t city = -1;
        std::uint8_t activity = 0;
    };
    [[nodiscard]] const Standing& standing(std::size_t organisation) const {
        return standings_[organisation];
    }
    /// Participations of an organisation in a theme, each 2^(-age/4 years) / themes of the project.
    [[nodiscard]] std::span<const Float> in_theme(std::size_t theme) const {
        return std::span<const Float>(in_theme_).subspan(theme * known_.size(), known_.size());
    }
    [[nodiscard]] std::size_t country_count() const { return country_count_; }
    /// Words of its name, ascending; numbers below word_count().
    [[nodiscard]] std::span<const std::uint32_t> words(std::size_t organisation) const {
        return words_.of(organisation);
    }
    [[nodiscard]] std::size_t word_count() const { return word_count_; }

private:
    struct Build;
    void learn_organisations(const TeamRecords& records, const std::vector<const TeamProject*>& taken);
    void learn_projects(const TeamRecords& records, const std::vector<const TeamProject*>& taken);
    void learn_standings(const TeamRecords& records, const std::vector<const TeamProject*>& taken);
    void learn_names(const TeamRecords& records);

    Numbers known_;
    Numbers numbers_;
    Numbers project_records_;
    network::Adjacency<std::uint32_t> members_;
    network::Adjacency<std::uint32_t> projects_;
    network::Adjacency<std::uint32_t> themes_;
    network::Adjacency<std::uint32_t> words_;
    std::vector<std::string> theme_names_;
    std::vector<Float> ages_;
    std::vector<std::uint8_t> dated_;
    std::vector<Standing> standings_;
    std::vector<Float> in_theme_;
    network::Day end_ = 0;
    std::size_t country_count_ = 0;
    std::size_t word_count_ = 0;
};

/// The members of a team that is to be completed.
struct TeamQuestion {
    std::vector<std::uint32_t> given;   // numbers in the history, each once
    std::vector<std::uint32_t> themes;  // numbers in the history
};

/// Anything that ranks all organisations for a question.
class TeamRanker {
public:
    TeamRanker() = default;
    TeamRanker(const TeamRanker&) = delete;
    TeamRanker& operator=(const TeamRanker&) = delete;
    virtual ~TeamRanker() = default;
    /// Gives every organisation of the history its score (higher is better); those given may get any. Keeps
    /// scratch: one thread per ranker.
    virtual void score(const TeamQuestion& question, std::span<Float> scores) = 0;
};

}  // namespace kontor::match
