// SPDX-License-Identifier: EUPL-1.2
#include "service/place_table.hpp"

#include <algorithm>
#include <tuple>

#include "text/fold.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

std::string key_of(std::string_view name) {
    return text::collapsed_umlauts(text::folded(name));
}

enum class Fit { Whole, Beginning, Word, None };

Fit fit_of(const std::string& name, const std::string& wanted) {
    if (name == wanted) return Fit::Whole;
    if (name.starts_with(wanted)) return Fit::Beginning;
    for (std::size_t at = name.find(wanted); at != std::string::npos; at = name.find(wanted, at + 1)) {
        const char before = name[at - 1];
        if (before == ' ' || before == '-' || before == '(' || before == '/') return Fit::Word;
    }
    return Fit::None;
}

template <class Rated>
PlaceList best(std::vector<Rated> found, std::size_t limit) {
    std::sort(found.begin(), found.end(), [](const Rated& a, const Rated& b) { return a.first < b.first; });
    PlaceList list;
    for (Rated& each : found) {
        if (list.places.size() == limit) break;
        list.places.push_back(*each.second);
    }
    return list;
}

}  // namespace

base::Result<std::shared_ptr<const PlaceTable>> PlaceTable::load(const store::Store& store) {
    auto table = std::make_shared<PlaceTable>();
    const auto regions = store.scan(RecordKind::Region, [&](model::Record&& record) {
        table->add(std::get<model::Region>(record));
        return true;
    });
    if (!regions) return regions.errors();
    const auto towns = store.scan(RecordKind::Place, [&](model::Record&& record) {
        table->add(std::get<model::Place>(record));
        return true;
    });
    if (!towns) return towns.errors();
    auto& names = table->town_names_;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    names.shrink_to_fit();
    return std::shared_ptr<const PlaceTable>(std::move(table));
}

void PlaceTable::add(const model::Region& region) {
    regions_.push_back(
        {{region.code, region.name, region.country, {}, {}}, key_of(region.name), key_of(region.code)});
}

void PlaceTable::add(const model::Place& town) {
    const auto index = static_cast<std::uint32_t>(towns_.size());
    towns_.push_back(
        {{"", town.name, town.country, town.latitude, town.longitude}, town.population, town.id});
    town_names_.emplace_back(key_of(town.name), index);
    for (const std::string& name : town.alternative_names) town_names_.emplace_back(key_of(name), index);
}

PlaceList PlaceTable::regions(const PlaceQuery& query) const {
    const std::string wanted = key_of(query.name);
    std::vector<std::pair<std::tuple<Fit, std::string>, const PlaceListPlace*>> found;
    for (const Region& region : regions_) {
        if (!query.country.empty() && region.shown.country != query.country) continue;
        const Fit by_code = fit_of(region.code, wanted);
        const Fit fit = std::min(fit_of(region.name, wanted),
                                 by_code == Fit::Whole || by_code == Fit::Beginning ? by_code : Fit::None);
        if (fit != Fit::None) found.push_back({{fit, region.shown.code}, &region.shown});
    }
    return best(std::move(found), query.limit);
}

PlaceList PlaceTable::towns(const PlaceQuery& query) const {
    const std::string wanted = key_of(query.name);
    std::vector<std::pair<std::tuple<std::int64_t, std::string>, const PlaceListPlace*>> found;
    auto name = std::lower_bound(town_names_.begin(), town_names_.end(), TownName(wanted, 0));
    for (; name != town_names_.end() && name->first == wanted; ++name) {
        const Town& town = towns_[name->second];
        if (!query.country.empty() && town.shown.country != query.country) continue;
        found.push_back({{-town.population, town.id}, &town.shown});
    }
    return best(std::move(found), query.limit);
}

}  // namespace kontor::service
