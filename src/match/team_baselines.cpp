// SPDX-License-Identifier: EUPL-1.2
#include "match/team_baselines.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "match/ease.hpp"

namespace kontor::match {
namespace {

constexpr std::array<std::string_view, kBaselines> kWords{"popularity",
                                                          "popularity_in_theme",
                                                          "common_neighbours",
                                                          "adamic_adar",
                                                          "cosine",
                                                          "personalised_pagerank",
                                                          "ease"};

class Popularity final : public TeamRanker {
public:
    explicit Popularity(const TeamHistory& history) : history_(history) {}
    void score(const TeamQuestion&, std::span<Float> scores) override {
        for (std::size_t i = 0; i < scores.size(); ++i) {
            scores[i] = static_cast<Float>(history_.standing(i).participations);
        }
    }

private:
    const TeamHistory& history_;
};

class ThemePopularity final : public TeamRanker {
public:
    explicit ThemePopularity(const TeamHistory& history) : history_(history) {}
    void score(const TeamQuestion& question, std::span<Float> scores) override {
        std::fill(scores.begin(), scores.end(), Float{0});
        for (const std::uint32_t theme : question.themes) {
            const auto in_theme = history_.in_theme(theme);
            for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += in_theme[i];
        }
    }

private:
    const TeamHistory& history_;
};

enum class NeighbourWeight : std::uint8_t { One, InverseLog };

/// Sum over the given members of their neighbours in common with the candidate, each one or 1/ln of its
/// degree.
class Neighbours final : public TeamRanker {
public:
    Neighbours(const TeamHistory& history, NeighbourWeight weight)
        : history_(history), weight_(weight), seen_(history.organisation_count(), TeamHistory::kNone) {
        lists_.resize(history.organisation_count());
        for (std::uint32_t i = 0; i < lists_.size(); ++i) learn(i);
    }
    void score(const TeamQuestion& question, std::span<Float> scores) override {
        std::fill(scores.begin(), scores.end(), Float{0});
        std::vector<Float> between(lists_.size(), 0);
        for (const std::uint32_t member : question.given) {
            for (const std::uint32_t neighbour : lists_[member]) between[neighbour] += 1;
        }
        for (std::size_t neighbour = 0; neighbour < between.size(); ++neighbour) {
            if (between[neighbour] == 0) continue;
            const Float worth = between[neighbour] * worth_of(neighbour);
            for (const std::uint32_t candidate : lists_[neighbour]) scores[candidate] += worth;
        }
    }

private:
    void learn(std::uint32_t organisation) {
        seen_[organisation] = organisation;
        for (const std::uint32_t project : history_.projects(organisation)) {
            for (const std::uint32_t other : history_.members(project)) {
                if (seen_[other] == organisation) continue;
                seen_[other] = organisation;
                lists_[organisation].push_back(other);
            }
        }
        std::sort(lists_[organisation].begin(), lists_[organisation].end());
    }
    [[nodiscard]] Float worth_of(std::size_t neighbour) const {
        if (weight_ == NeighbourWeight::One) return 1;
        return 1 / std::log(std::max(Float{2}, static_cast<Float>(lists_[neighbour].size())));
    }

    const TeamHistory& history_;
    NeighbourWeight weight_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::vector<std::uint32_t>> lists_;
};

class Cosine final : public TeamRanker {
public:
    explicit Cosine(const TeamHistory& history) : history_(history), root_(history.organisation_count()) {
        for (std::size_t i = 0; i < root_.size(); ++i) {
            root_[i] = 1 / std::sqrt(std::max(Float{1}, static_cast<Float>(history.projects(i).size())));
        }
    }
    void score(const TeamQuestion& question, std::span<Float> scores) override {
        std::fill(scores.begin(), scores.end(), Float{0});
        for (const std::uint32_t member : question.given) {
            for (const std::uint32_t project : history_.projects(member)) {
                for (const std::uint32_t candidate : history_.members(project))
                    scores[candidate] += root_[member];
            }
        }
        for (std::size_t i = 0; i < scores.size(); ++i) scores[i] *= root_[i];
    }

private:
    const TeamHistory& history_;
    std::vector<Float> root_;
};

/// A walk over projects that returns to the given members with probability one half.
class PageRank final : public TeamRanker {
public:
    explicit PageRank(const TeamHistory& history) : history_(history) {}
    void score(const TeamQuestion& question, std::span<Float> scores) override {
        constexpr std::size_t kSteps = 8;  // the rest is less than 1/256
        std::fill(scores.begin(), scores.end(), Float{0});
        std::vector<Float> now(scores.size(), 0);
        for (const std::uint32_t member : question.given) now[member] = 1;
        Float share = 0.5F;
        for (std::size_t step = 0; step < kSteps; ++step) {
            now = walked(now);
            share *= 0.5F;
            for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += share * now[i];
        }
    }

private:
    [[nodiscard]] std::vector<Float> walked(const std::vector<Float>& from) const {
        std::vector<Float> leaving(from.size(), 0);
        std::vector<Float> to(from.size(), 0);
        for (std::size_t i = 0; i < from.size(); ++i) {
            const auto projects = static_cast<Float>(history_.projects(i).size());
            if (projects > 0) leaving[i] = from[i] / projects;
        }
        for (std::size_t project = 0; project < history_.project_count(); ++project) {
            const auto members = history_.members(project);
            Float sum = 0;
            for (const std::uint32_t member : members) sum += leaving[member];
            if (sum == 0) continue;
            const Float others = static_cast<Float>(members.size() - 1);
            for (const std::uint32_t member : members) to[member] += (sum - leaving[member]) / others;
        }
        return to;
    }

    const TeamHistory& history_;
};

}  // namespace

std::string_view word(Baseline baseline) {
    return kWords[static_cast<std::size_t>(baseline)];
}

std::unique_ptr<TeamRanker> make_baseline(Baseline baseline, const TeamHistory& history) {
    switch (baseline) {
        case Baseline::Popularity:
            return std::make_unique<Popularity>(history);
        case Baseline::ThemePopularity:
            return std::make_unique<ThemePopularity>(history);
        case Baseline::SharedNeighbours:
            return std::make_unique<Neighbours>(history, NeighbourWeight::One);
        case Baseline::AdamicAdar:
            return std::make_unique<Neighbours>(history, NeighbourWeight::InverseLog);
        case Baseline::Cosine:
            return std::make_unique<Cosine>(history);
        case Baseline::PersonalisedPageRank:
            return std::make_unique<PageRank>(history);
        case Baseline::Ease:
            return std::make_unique<Ease>(history);
    }
    return nullptr;
}

}  // namespace kontor::match
