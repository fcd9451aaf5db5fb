// SPDX-License-Identifier: EUPL-1.2
#include "service/gazetteer.hpp"

#include "text/fold.hpp"

namespace kontor::service {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::string key_of(std::string_view city, std::string_view country) {
    std::string key = text::collapsed_umlauts(text::folded(trimmed(city)));
    key += ' ';
    key += country;
    return key;
}

}  // namespace

base::Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(const store::Store& store) {
    auto gazetteer = std::make_shared<Gazetteer>();
    const auto places = store.scan(model::RecordKind::Place, [&](model::Record&& record) {
        gazetteer->add(std::get<model::Place>(record));
        return true;
    });
    if (!places) return places.errors();
    const auto organisations = store.scan(model::RecordKind::Organisation, [&](model::Record&& record) {
        gazetteer->add(std::get<model::Organisation>(record));
        return true;
    });
    if (!organisations) return organisations.errors();
    return std::shared_ptr<const Gazetteer>(std::move(gazetteer));
}

void Gazetteer::add(const model::Place& place) {
    const Spot spot{{place.latitude, place.longitude}, place.population};
    const auto put = [&](const std::string& name) {
        for (const std::string& country : {place.country, std::string()}) {
            auto [at, is_new] = spots_.emplace(key_of(name, country), spot);
            if (!is_new && at->second.size < spot.size) at->second = spot;
        }
    };
    put(place.name);
    for (const std::string& name : place.alternative_names) put(name);
}

void Gazetteer::add(const model::Organisation& organisation) {
    if (organisation.city.empty() || !organisation.latitude || !organisation.longitude) return;
    Cloud& cloud = clouds_[key_of(organisation.city, organisation.country)];
    cloud.latitudes += *organisation.latitude;
    cloud.longitudes += *organisation.longitude;
    ++cloud.count;
}

std::optional<ingest::Coordinates> Gazetteer::find_exactly(std::string_view city,
                                                           const std::string& country) const {
    const std::string key = key_of(city, country);
    if (const auto spot = spots_.find(key); spot != spots_.end()) return spot->second.at;
    if (const auto cloud = clouds_.find(key); cloud != clouds_.end()) {
        const double count = cloud->second.count;
        return ingest::Coordinates{cloud->second.latitudes / count, cloud->second.longitudes / count};
    }
    return std::nullopt;
}

std::optional<ingest::Coordinates> Gazetteer::find(const std::string& city,
                                                   const std::string& country) const {
    if (trimmed(city).empty()) return std::nullopt;
    if (auto found = find_exactly(city, country)) return found;
    const std::size_t cut = city.find_first_of(",(/");
    if (cut == std::string::npos || cut == 0) return std::nullopt;
    return find_exactly(std::string_view(city).substr(0, cut), country);
}

}  // namespace kontor::service
