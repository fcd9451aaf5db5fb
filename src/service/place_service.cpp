// SPDX-License-Identifier: EUPL-1.2
#include "service/place_service.hpp"

#include <algorithm>
#include <tuple>

#include "service/permission.hpp"
#include "text/fold.hpp"

namespace kontor::service {
namespace {

using base::Result;
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
        list.places.push_back(std::move(each.second));
    }
    return list;
}

}  // namespace

Result<PlaceList> PlaceService::regions(const Asker& asker, const PlaceQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const std::string wanted = key_of(query.name);
    std::vector<std::pair<std::tuple<Fit, std::string>, PlaceListPlace>> found;
    const auto scanned = knowledge_.store().scan(RecordKind::Region, [&](model::Record&& record) {
        const auto& region = std::get<model::Region>(record);
        if (!query.country.empty() && region.country != query.country) return true;
        const Fit by_code = fit_of(key_of(region.code), wanted);
        const Fit by_name = fit_of(key_of(region.name), wanted);
        const Fit fit =
            std::min(by_name, by_code == Fit::Whole || by_code == Fit::Beginning ? by_code : Fit::None);
        if (fit == Fit::None) return true;
        found.push_back({{fit, region.code}, {region.code, region.name, region.country, {}, {}}});
        return true;
    });
    if (!scanned) return scanned.errors();
    return best(std::move(found), query.limit);
}

Result<PlaceList> PlaceService::towns(const Asker& asker, const PlaceQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const std::string wanted = key_of(query.name);
    std::vector<std::pair<std::tuple<std::int64_t, std::string>, PlaceListPlace>> found;
    const auto scanned = knowledge_.store().scan(RecordKind::Place, [&](model::Record&& record) {
        const auto& town = std::get<model::Place>(record);
        if (!query.country.empty() && town.country != query.country) return true;
        const auto is_wanted = [&](const std::string& name) { return key_of(name) == wanted; };
        if (!is_wanted(town.name) &&
            std::none_of(town.alternative_names.begin(), town.alternative_names.end(), is_wanted)) {
            return true;
        }
        found.push_back(
            {{-town.population, town.id}, {"", town.name, town.country, town.latitude, town.longitude}});
        return true;
    });
    if (!scanned) return scanned.errors();
    return best(std::move(found), query.limit);
}

}  // namespace kontor::service
