// SPDX-License-Identifier: EUPL-1.2
#include "match/choice_fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "match/mixed_bits.hpp"

namespace kontor::match {
namespace {

using Parameters = std::vector<Float>;

void standardise(std::vector<Occasion>& occasions, std::size_t width, ChoiceModel& model) {
    constexpr double kFloor = 1e-6;
    std::vector<double> sums(width, 0);
    std::vector<double> squares(width, 0);
    double count = 0;
    for (const Occasion& occasion : occasions) {
        count += static_cast<double>(occasion.candidates.size());
        for (std::size_t i = 0; i < occasion.rows.size(); ++i) {
            const double value = occasion.rows[i];
            sums[i % width] += value;
            squares[i % width] += value * value;
        }
    }
    model.mean.resize(width);
    model.scale.resize(width);
    for (std::size_t i = 0; i < width; ++i) {
        const double mean = sums[i] / count;
        const double variance = squares[i] / count - mean * mean;
        model.mean[i] = static_cast<Float>(mean);
        model.scale[i] = variance > kFloor ? static_cast<Float>(1 / std::sqrt(variance)) : Float{0};
    }
    for (Occasion& occasion : occasions) {
        for (std::size_t i = 0; i < occasion.rows.size(); ++i) {
            occasion.rows[i] = (occasion.rows[i] - model.mean[i % width]) * model.scale[i % width];
        }
    }
}

/// Parameters: the weights of group 0, what each other group adds to them, and the offsets of the groups.
class Fit {
public:
    Fit(const std::vector<Occasion>& occasions, const FitPlan& plan)
        : occasions_(occasions), plan_(plan), at_(plan.groups * plan.width + plan.groups, 0) {}

    Parameters run() {
        std::vector<std::size_t> order(occasions_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const std::size_t batches = (order.size() + kBatch - 1) / kBatch;
        const auto steps = static_cast<Float>(batches * plan_.rounds);
        for (std::size_t round = 0; round < plan_.rounds; ++round) {
            std::sort(order.begin(), order.end(), [round](std::size_t left, std::size_t right) {
                return std::pair(mixed_bits(left * kMostRounds + round), left) <
                       std::pair(mixed_bits(right * kMostRounds + round), right);
            });
            for (std::size_t begin = 0; begin < order.size(); begin += kBatch) {
                const std::size_t count = std::min(kBatch, order.size() - begin);
                step(slope(std::span(order).subspan(begin, count)), 1 - static_cast<Float>(turn_) / steps);
            }
        }
        return at_;
    }

private:
    static constexpr std::size_t kBatch = 32;
    static constexpr std::size_t kMostRounds = 1024;

    void step(const Parameters& slope, Float left) {
        constexpr Float kStep = 0.02F;
        constexpr Float kFirst = 0.9F;
        constexpr Float kSecond = 0.999F;
        constexpr Float kTiny = 1e-8F;
        ++turn_;
        first_power_ *= kFirst;
        second_power_ *= kSecond;
        for (std::size_t i = 0; i < at_.size(); ++i) {
            mean_[i] = kFirst * mean_[i] + (1 - kFirst) * slope[i];
            square_[i] = kSecond * square_[i] + (1 - kSecond) * slope[i] * slope[i];
            const Float first = mean_[i] / (1 - first_power_);
            const Float second = square_[i] / (1 - second_power_);
            at_[i] -= kStep * left * first / (std::sqrt(second) + kTiny);
        }
    }

    Parameters slope(std::span<const std::size_t> batch) {
        Parameters out(at_.size(), 0);
        for (const std::size_t number : batch) add(occasions_[number], out);
        constexpr Float kOwnRidge = 5;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const bool is_own = i >= plan_.width && i < plan_.groups * plan_.width;
            out[i] = out[i] / static_cast<Float>(batch.size()) +
                     plan_.ridge * (is_own ? kOwnRidge : Float{1}) * at_[i];
        }
        return out;
    }

    [[nodiscard]] Float score(const Occasion& occasion, std::size_t candidate) const {
        const std::size_t width = plan_.width;
        const std::size_t group = occasion.candidates[candidate].group;
        const Float* row = &occasion.rows[candidate * width];
        const Float* own = &at_[group * width];
        Float sum = group == 0 ? Float{0} : at_[plan_.groups * width + group];
        for (std::size_t i = 0; i < width; ++i) {
            sum += (group == 0 ? at_[i] : at_[i] + own[i]) * row[i];
        }
        return sum;
    }

    void add(const Occasion& occasion, Parameters& out) {
        constexpr Float kNegligible = 1e-6F;
        chances_.resize(occasion.candidates.size());
        Float highest = -1e30F;
        for (std::size_t k = 0; k < chances_.size(); ++k) {
            chances_[k] = score(occasion, k) + std::log(occasion.candidates[k].stands_for);
            highest = std::max(highest, chances_[k]);
        }
        Float total = 0;
        for (Float& chance : chances_) total += chance = std::exp(chance - highest);
        const std::size_t width = plan_.width;
        for (std::size_t k = 0; k < chances_.size(); ++k) {
            const Float error = occasion.weight * (chances_[k] / total - (k == 0 ? Float{1} : Float{0}));
            if (std::abs(error) < kNegligible) continue;
            const std::size_t group = occasion.candidates[k].group;
            const Float* row = &occasion.rows[k * width];
            for (std::size_t i = 0; i < width; ++i) out[i] += error * row[i];
            if (group == 0) continue;
            for (std::size_t i = 0; i < width; ++i) out[group * width + i] += error * row[i];
            out[plan_.groups * width + group] += error;
        }
    }

    const std::vector<Occasion>& occasions_;
    const FitPlan& plan_;
    std::vector<Float> chances_;
    Parameters at_;
    Parameters mean_ = at_;
    Parameters square_ = at_;
    std::size_t turn_ = 0;
    Float first_power_ = 1;
    Float second_power_ = 1;
};

}  // namespace

Float ChoiceModel::score(std::size_t group, std::span<const Float> row) const {
    const std::vector<Float>& own = weights[group];
    Float sum = offset[group];
    for (std::size_t i = 0; i < row.size(); ++i) sum += own[i] * (row[i] - mean[i]) * scale[i];
    return sum;
}

ChoiceModel fit_choices(std::vector<Occasion> occasions, const FitPlan& plan) {
    ChoiceModel model;
    standardise(occasions, plan.width, model);
    const Parameters found = Fit(occasions, plan).run();
    model.offset.assign(plan.groups, 0);
    for (std::size_t group = 0; group < plan.groups; ++group) {
        std::vector<Float> weights(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(plan.width));
        for (std::size_t i = 0; group > 0 && i < plan.width; ++i) weights[i] += found[group * plan.width + i];
        model.weights.push_back(std::move(weights));
        if (group > 0) model.offset[group] = found[plan.groups * plan.width + group];
    }
    return model;
}

}  // namespace kontor::match
