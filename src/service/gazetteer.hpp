// SPDX-License-Identifier: EUPL-1.2
// Where places are: the stored places and, for what they do not know, the cities of organisations whose
// position is known (their mean). Spellings are compared folded, ü like ue. Immutable after load(), any
// number of threads. Loading scans places and organisations: about 1 s for 135,000 places.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/organisations.hpp"
#include "store/store.hpp"

namespace kontor::service {

class Gazetteer final : public ingest::Gazetteer {
public:
    [[nodiscard]] static base::Result<std::shared_ptr<const Gazetteer>> load(const store::Store& store);

    /// Of several places of one name, the largest. "Frankfurt (Oder)" and "Dresden, Altstadt" are also tried
    /// without what follows the name.
    [[nodiscard]] std::optional<ingest::Coordinates> find(const std::string& city,
                                                          const std::string& country) const override;

private:
    struct Spot {
        ingest::Coordinates at;
        std::int64_t size = 0;  // inhabitants
    };
    struct Cloud {
        double latitudes = 0;
        double longitudes = 0;
        int count = 0;
    };

    void add(const model::Place& place);
    void add(const model::Organisation& organisation);
    [[nodiscard]] std::optional<ingest::Coordinates> find_exactly(std::string_view city,
                                                                  const std::string& country) const;

    std::unordered_map<std::string, Spot> spots_;    // "munchen DE" and "munchen "
    std::unordered_map<std::string, Cloud> clouds_;  // likewise, from organisations
};

}  // namespace kontor::service
