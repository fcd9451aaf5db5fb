// SPDX-License-Identifier: EUPL-1.2
#include "match/need_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace kontor::match {
namespace {

constexpr std::size_t kNearest = 200;  // past projects that a need is compared with
constexpr std::size_t kActivities = 6;
constexpr std::array<std::string_view, kNeedEvidence> kWords{
    "best_project", "projects",    "all_projects", "project_share", "own_texts", "near_projects",
    "theme",        "theme_share", "name",         "activity",      "country",   "participations",
    "recent",       "last_year",   "latest",       "none_dated"};

Float log_above(Float value, Float floor) {
    return std::log(std::max(Float{0}, value) + floor);
}

Float& at(NeedEvidenceRow& row, NeedEvidence evidence) {
    return row[static_cast<std::size_t>(evidence)];
}

/// Unknown ones come first.
std::size_t country_slot(const TeamHistory::Standing& standing) {
    return static_cast<std::size_t>(std::int64_t{standing.country} + 1);
}

/// Logarithm of how much more of `part` there is than of `whole`, both brought to shares; smoothed.
std::vector<Float> log_lift(const std::vector<Float>& part, const std::vector<Float>& whole) {
    constexpr Float kSmooth = 0.5F;
    Float parts = 0;
    Float wholes = 0;
    for (const Float value : part) parts += value;
    for (const Float value : whole) wholes += value;
    std::vector<Float> out(part.size(), 0);
    if (parts <= 0 || wholes <= 0) return out;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const Float expected = whole[i] / wholes;
        out[i] =
            std::log((part[i] / parts + kSmooth * expected) / ((1 + kSmooth) * expected + 1e-6F) + 1e-3F);
    }
    return out;
}

}  // namespace

std::string_view word(NeedEvidence evidence) {
    return kWords[static_cast<std::size_t>(evidence)];
}

NeedEvidenceGatherer::NeedEvidenceGatherer(const TeamHistory& history, const NeedTexts& texts)
    : history_(history), texts_(texts) {
    learn();
}

void NeedEvidenceGatherer::learn() {
    constexpr Float kHalfLife = 3;
    const std::size_t organisations = history_.organisation_count();
    turnover_.assign(organisations, 0);
    step_.resize(history_.project_count());
    for (std::size_t p = 0; p < step_.size(); ++p) {
        const auto members = history_.members(p);
        const Float decay = std::exp2(-history_.age(p) / kHalfLife);
        step_[p] = decay / static_cast<Float>(members.size() - 1);
        for (const std::uint32_t member : members) turnover_[member] += decay;
    }
    for (Float& turnover : turnover_) turnover = turnover > 0 ? 1 / turnover : 0;
    activities_.assign(kActivities, 0);
    countries_.assign(history_.country_count() + 1, 0);
    fixed_.resize(organisations);
    for (std::size_t i = 0; i < organisations; ++i) {
        const TeamHistory::Standing& standing = history_.standing(i);
        const auto participations = static_cast<Float>(standing.participations);
        activities_[standing.activity] += participations;
        countries_[country_slot(standing)] += participations;
        NeedEvidenceRow& row = fixed_[i];
        at(row, NeedEvidence::Participations) = std::log(1 + participations);
        at(row, NeedEvidence::Recent) = log_above(standing.recent, 0.1F);
        at(row, NeedEvidence::LastYear) = std::log(1 + standing.last_year);
        at(row, NeedEvidence::Latest) = standing.latest;
        at(row, NeedEvidence::NoneDated) = standing.has_dated ? 0 : 1;
    }
    theme_.assign(organisations, 0);
    name_.assign(organisations, 0);
}

void NeedEvidenceGatherer::ask(std::span<const std::uint32_t> terms) {
    find_projects(terms);
    tally();
    walk();
    look_at_themes();
    look_at_kinds();
    own_texts_.assign(history_.organisation_count(), 0);
    texts_.by_organisation().add_scores(terms, own_texts_);
    look_at_names(terms);
}

void NeedEvidenceGatherer::find_projects(std::span<const std::uint32_t> terms) {
    project_scores_.assign(texts_.projects().size(), 0);
    texts_.by_project().add_scores(terms, project_scores_);
    near_.clear();
    for (std::uint32_t p = 0; p < project_scores_.size(); ++p) {
        if (project_scores_[p] > 0) near_.push_back({p, project_scores_[p]});
    }
    const std::size_t taken = std::min(kNearest, near_.size());
    std::partial_sort(near_.begin(), near_.begin() + static_cast<std::ptrdiff_t>(taken), near_.end(),
                      [](const Near& left, const Near& right) {
                          return left.likeness != right.likeness ? left.likeness > right.likeness
                                                                 : left.project < right.project;
                      });
    near_.resize(taken);
    const Float best = near_.empty() ? Float{1} : near_.front().likeness;
    for (Near& near : near_) near.likeness /= best;
}

void NeedEvidenceGatherer::tally() {
    tallies_.assign(history_.organisation_count(), {});
    for (std::size_t p = 0; p < project_scores_.size(); ++p) {
        if (project_scores_[p] == 0) continue;
        for (const std::uint32_t member : texts_.projects()[p].members) {
            tallies_[member].all += project_scores_[p];
        }
    }
    for (const Near& near : near_) {
        for (const std::uint32_t member : texts_.projects()[near.project].members) {
            Tally& tally = tallies_[member];
            tally.best = std::max(tally.best, near.likeness);
            tally.squares += near.likeness * near.likeness;
        }
    }
}

// From the members of like projects to those whom they work with: most projects have no text of their own.
void NeedEvidenceGatherer::walk() {
    std::vector<Float> reach(history_.organisation_count(), 0);
    for (std::size_t i = 0; i < reach.size(); ++i) reach[i] = tallies_[i].squares * turnover_[i];
    walk_.assign(history_.organisation_count(), 0);
    for (std::size_t project = 0; project < history_.project_count(); ++project) {
        Float arrived = 0;
        for (const std::uint32_t member : history_.members(project)) arrived += reach[member];
        if (arrived == 0) continue;
        for (const std::uint32_t member : history_.members(project)) {
            walk_[member] += (arrived - reach[member]) * step_[project];
        }
    }
}

void NeedEvidenceGatherer::look_at_themes() {
    std::vector<Float> weights(history_.theme_count(), 0);
    Float total = 0;
    for (const Near& near : near_) {
        for (const std::uint32_t theme : texts_.projects()[near.project].themes) {
            weights[theme] += near.likeness * near.likeness;
            total += near.likeness * near.likeness;
        }
    }
    std::fill(theme_.begin(), theme_.end(), Float{0});
    for (std::size_t theme = 0; theme < weights.size(); ++theme) {
        if (weights[theme] == 0) continue;
        const auto in_theme = history_.in_theme(theme);
        for (std::size_t i = 0; i < in_theme.size(); ++i) theme_[i] += in_theme[i] * weights[theme] / total;
    }
}

void NeedEvidenceGatherer::look_at_kinds() {
    std::vector<Float> activities(activities_.size(), 0);
    std::vector<Float> countries(countries_.size(), 0);
    for (std::size_t i = 0; i < tallies_.size(); ++i) {
        const TeamHistory::Standing& standing = history_.standing(i);
        activities[standing.activity] += tallies_[i].squares;
        countries[country_slot(standing)] += tallies_[i].squares;
    }
    activity_log_ = log_lift(activities, activities_);
    country_log_ = log_lift(countries, countries_);
}

void NeedEvidenceGatherer::look_at_names(std::span<const std::uint32_t> terms) {
    for (std::size_t i = 0; i < name_.size(); ++i) {
        Float shared = 0;
        Float all = 0;
        for (const std::uint32_t term : texts_.name(i)) {
            all += texts_.weight(term);
            if (std::binary_search(terms.begin(), terms.end(), term)) shared += texts_.weight(term);
        }
        name_[i] = all > 0 ? shared / all : 0;
    }
}

NeedEvidenceRow NeedEvidenceGatherer::row(std::size_t organisation) const {
    NeedEvidenceRow out = fixed_[organisation];
    const TeamHistory::Standing& standing = history_.standing(organisation);
    const auto participations = static_cast<Float>(standing.participations);
    const Tally& tally = tallies_[organisation];
    at(out, NeedEvidence::BestProject) = tally.best;
    at(out, NeedEvidence::Projects) = log_above(tally.squares, 1e-2F);
    at(out, NeedEvidence::AllProjects) = std::log(1 + tally.all);
    at(out, NeedEvidence::ProjectShare) = tally.squares / (1 + participations);
    at(out, NeedEvidence::OwnTexts) = std::log(1 + own_texts_[organisation]);
    at(out, NeedEvidence::NearProjects) = log_above(walk_[organisation], 1e-4F);
    at(out, NeedEvidence::Theme) = log_above(theme_[organisation], 3e-2F);
    at(out, NeedEvidence::ThemeShare) = theme_[organisation] / (1 + participations);
    at(out, NeedEvidence::Name) = name_[organisation];
    at(out, NeedEvidence::Activity) = activity_log_[standing.activity];
    at(out, NeedEvidence::Country) = country_log_[country_slot(standing)];
    return out;
}

}  // namespace kontor::match
