// SPDX-License-Identifier: EUPL-1.2
#include "match/cluster_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "match/team_evidence.hpp"

namespace kontor::match {
namespace {

constexpr Float kNobody = -1e6F;

TeamQuestion question_of(const TeamHistory& history, std::uint32_t cluster) {
    TeamQuestion out{{cluster}, {}};
    for (std::uint32_t theme = 0; theme < history.theme_count(); ++theme) {
        if (history.in_theme(theme)[cluster] > 0) out.themes.push_back(theme);
    }
    return out;
}

std::vector<std::uint32_t> partners_before(const TeamHistory& history, std::uint32_t cluster) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t project : history.projects(cluster)) {
        const auto members = history.members(project);
        out.insert(out.end(), members.begin(), members.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::set<Pair> pairs_after(const TeamRecords& later, const TeamHistory& history,
                           std::span<const std::uint32_t> clusters, network::Day from) {
    std::set<Pair> out;
    for (const TeamProject& project : later.projects) {
        const bool is_later =
            project.day != network::kUnknownDay && (from == network::kUnknownDay || project.day >= from);
        if (!is_later) continue;
        std::vector<std::uint32_t> present;
        for (const std::uint32_t member : project.members) {
            const std::uint32_t number = history.number(member);
            if (std::binary_search(clusters.begin(), clusters.end(), number)) present.push_back(number);
        }
        for (const std::uint32_t one : present) {
            for (const std::uint32_t other : present) {
                if (one != other) out.emplace(one, other);
            }
        }
    }
    return out;
}

}  // namespace

std::vector<ClusterCase> cluster_cases(const TeamRecords& later, const TeamHistory& history,
                                       std::span<const std::uint32_t> clusters, network::Day from) {
    const std::set<Pair> met = pairs_after(later, history, clusters, from);
    std::vector<ClusterCase> out;
    for (std::size_t place = 0; place < clusters.size(); ++place) {
        const std::uint32_t cluster = clusters[place];
        const auto known = partners_before(history, cluster);
        std::vector<std::uint32_t> right;
        std::vector<std::uint32_t> no_place;
        for (std::uint32_t i = 0; i < history.organisation_count(); ++i) {
            const bool is_candidate = i != cluster &&
                                      std::binary_search(clusters.begin(), clusters.end(), i) &&
                                      !std::binary_search(known.begin(), known.end(), i);
            if (!is_candidate) {
                no_place.push_back(i);
            } else if (met.count({cluster, i}) != 0) {
                right.push_back(i);
            }
        }
        for (const std::uint32_t hidden : right) {
            ClusterCase one{question_of(history, cluster), hidden, no_place, place};
            one.others.insert(one.others.end(), right.begin(), right.end());
            std::erase(one.others, hidden);
            std::sort(one.others.begin(), one.others.end());
            out.push_back(std::move(one));
        }
    }
    return out;
}

ClusterCompletion::ClusterCompletion(const TeamHistory& history, const TeamModel& model,
                                     std::span<const std::uint32_t> clusters)
    : clusters_(clusters.begin(), clusters.end()), sides_(clusters.size() * clusters.size(), 0) {
    TeamEvidenceGatherer gatherer(history);
    for (std::size_t row = 0; row < clusters_.size(); ++row) {
        gatherer.ask(question_of(history, clusters_[row]));
        for (std::size_t column = 0; column < clusters_.size(); ++column) {
            const std::uint32_t other = clusters_[column];
            sides_[row * clusters_.size() + column] =
                model.score(renown(history.standing(other).participations), gatherer.row(other));
        }
    }
}

void ClusterCompletion::score(const TeamQuestion& question, std::span<Float> scores) {
    std::fill(scores.begin(), scores.end(), kNobody);
    const auto found = std::lower_bound(clusters_.begin(), clusters_.end(), question.given.front());
    if (found == clusters_.end() || *found != question.given.front()) return;
    const auto own = static_cast<std::size_t>(found - clusters_.begin());
    for (std::size_t other = 0; other < clusters_.size(); ++other) {
        scores[clusters_[other]] =
            sides_[own * clusters_.size() + other] + sides_[other * clusters_.size() + own];
    }
}

void SectorRanker::score(const TeamQuestion& question, std::span<Float> scores) {
    std::vector<Float> squares(scores.size(), 0);
    std::fill(scores.begin(), scores.end(), Float{0});
    for (std::size_t theme = 0; theme < history_.theme_count(); ++theme) {
        const auto in_theme = history_.in_theme(theme);
        const Float own = in_theme[question.given.front()];
        for (std::size_t i = 0; i < scores.size(); ++i) {
            scores[i] += own * in_theme[i];
            squares[i] += in_theme[i] * in_theme[i];
        }
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (squares[i] > 0) scores[i] /= std::sqrt(squares[i]);
    }
}

}  // namespace kontor::match
