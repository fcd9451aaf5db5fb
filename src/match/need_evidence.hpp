// SPDX-License-Identifier: EUPL-1.2
// What speaks for an organisation when a need is told in words, as numbers: the texts of its past projects,
// those of its partners, the part of the programme where such texts stand, its name and standing. Computed
// for every organisation of the history. Pure; keeps scratch, so one thread per object. Cost of a question:
// the postings of its terms and two passes over all participations.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "match/need_texts.hpp"

namespace kontor::match {

/// docs/matching.md has the formula of each. R(p): likeness of past project p to the need, 0…1.
enum class NeedEvidence : std::uint8_t {
    BestProject,
    Projects,
    AllProjects,
    ProjectShare,
    OwnTexts,
    NearProjects,
    Theme,
    ThemeShare,
    Name,
    Activity,
    Country,
    Participations,
    Recent,
    LastYear,
    Latest,
    NoneDated,
};
inline constexpr std::size_t kNeedEvidence = 16;
[[nodiscard]] std::string_view word(NeedEvidence evidence);

using NeedEvidenceRow = std::array<Float, kNeedEvidence>;

class NeedEvidenceGatherer {
public:
    /// Both must outlive this.
    NeedEvidenceGatherer(const TeamHistory& history, const NeedTexts& texts);

    /// Looks at a need, given as NeedTexts::terms; row() then speaks of it until the next one.
    void ask(std::span<const std::uint32_t> terms);
    [[nodiscard]] NeedEvidenceRow row(std::size_t organisation) const;
    [[nodiscard]] const TeamHistory& history() const { return history_; }
    [[nodiscard]] const NeedTexts& texts() const { return texts_; }

private:
    struct Near {
        std::uint32_t project;
        Float likeness;
    };
    struct Tally {
        Float best = 0;
        Float squares = 0;  // of the likenesses
        Float all = 0;      // scores of all projects
    };

    void learn();
    void find_projects(std::span<const std::uint32_t> terms);
    void tally();
    void walk();
    void look_at_themes();
    void look_at_kinds();
    void look_at_names(std::span<const std::uint32_t> terms);

    const TeamHistory& history_;
    const NeedTexts& texts_;
    std::vector<NeedEvidenceRow> fixed_;
    std::vector<Float> step_;      // of projects: 2^(-age/3)/(n-1)
    std::vector<Float> turnover_;  // of organisations: 1/sum of the steps' decay
    std::vector<Float> activities_;
    std::vector<Float> countries_;

    std::vector<Near> near_;
    std::vector<Float> project_scores_;
    std::vector<Tally> tallies_;
    std::vector<Float> own_texts_;
    std::vector<Float> walk_;
    std::vector<Float> theme_;
    std::vector<Float> activity_log_;
    std::vector<Float> country_log_;
    std::vector<Float> name_;
};

}  // namespace kontor::match
