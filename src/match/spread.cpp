// SPDX-License-Identifier: EUPL-1.2
#include "match/spread.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace kontor::match {
namespace {

using network::OrganisationIndex;

constexpr double kCountryCost = 0.03;
constexpr double kKindCost = 0.015;
constexpr int kMostCounted = 6;  // further ones above cost no more

bool by_country(Spread spread) {
    return spread == Spread::Countries || spread == Spread::Both;
}

bool by_kind(Spread spread) {
    return spread == Spread::Kinds || spread == Spread::Both;
}

/// How many of each country and kind have a place already.
class Above {
public:
    Above(const network::Picture& picture, Spread spread) : picture_(picture), spread_(spread) {}

    void add(OrganisationIndex one) {
        if (picture_.country(one).known()) ++countries_[picture_.country(one)];
        ++kinds_[static_cast<std::size_t>(picture_.kind(one))];
    }
    [[nodiscard]] double cost(OrganisationIndex one) const {
        double out = 0;
        if (by_country(spread_)) {
            const auto found = countries_.find(picture_.country(one));
            if (found != countries_.end()) out += kCountryCost * std::min(found->second, kMostCounted);
        }
        if (by_kind(spread_)) {
            out += kKindCost * std::min(kinds_[static_cast<std::size_t>(picture_.kind(one))], kMostCounted);
        }
        return out;
    }

private:
    const network::Picture& picture_;
    Spread spread_;
    std::map<network::CountryCode, int> countries_;
    std::array<int, model::Words<model::OrganisationKind>::kWords.size()> kinds_{};
};

}  // namespace

void sort_ranked(std::vector<Ranked>::iterator first, std::vector<Ranked>::iterator last) {
    const auto key = [](const Ranked& one) {
        return std::tuple(-std::llround(one.score * 1e12), one.organisation);
    };
    std::sort(first, last, [&key](const Ranked& a, const Ranked& b) { return key(a) < key(b); });
}

void spread_out(const network::Picture& picture, Spread spread, std::vector<Ranked>& ranked) {
    if (spread == Spread::None) return;
    const auto window = static_cast<std::ptrdiff_t>(std::min(ranked.size(), kSpreadWindow));
    std::vector<Ranked> waiting(ranked.begin(), ranked.begin() + window);
    Above above(picture, spread);
    for (auto place = ranked.begin(); place != ranked.begin() + window; ++place) {
        auto best = waiting.begin();
        double highest = best->score - above.cost(best->organisation);
        for (auto one = std::next(best); one != waiting.end(); ++one) {
            // They wait in order of their scores: nobody further down can do better any more.
            if (one->score <= highest) break;
            const double score = one->score - above.cost(one->organisation);
            if (score > highest) {
                best = one;
                highest = score;
            }
        }
        *place = *best;
        place->spread = highest - best->score;
        place->score = highest;
        above.add(best->organisation);
        waiting.erase(best);
    }
}

std::vector<OrganisationIndex> alike_above(const network::Picture& picture, Spread spread,
                                           const std::vector<Ranked>& ranked, std::size_t place,
                                           std::size_t most) {
    std::vector<OrganisationIndex> out;
    const OrganisationIndex one = ranked[place].organisation;
    for (std::size_t i = place; i-- > 0 && out.size() < most;) {
        const OrganisationIndex other = ranked[i].organisation;
        const bool same_country = by_country(spread) && picture.country(one).known() &&
                                  picture.country(one) == picture.country(other);
        const bool same_kind = by_kind(spread) && picture.kind(one) == picture.kind(other);
        if (same_country || same_kind) out.push_back(other);
    }
    return out;
}

}  // namespace kontor::match
