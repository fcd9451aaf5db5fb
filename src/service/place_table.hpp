// SPDX-License-Identifier: EUPL-1.2
// All regions and towns of a store by their comparable names, in memory. Immutable after load(); any number
// of threads. Some 40 bytes per name and 200 per town; loading reads all of them, a second for 135,000 towns
// of five names.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "service/answers.hpp"
#include "store/store.hpp"

namespace kontor::service {

struct PlaceQuery {
    std::string name;
    std::string country = {};  // ISO 3166-1 alpha-2; empty: any
    std::size_t limit = 20;
};

class PlaceTable {
public:
    [[nodiscard]] static base::Result<std::shared_ptr<const PlaceTable>> load(const store::Store& store);

    /// As PlaceService gives them. Cost: regions are looked at one by one (some 2,000), towns looked up.
    [[nodiscard]] PlaceList regions(const PlaceQuery& query) const;
    [[nodiscard]] PlaceList towns(const PlaceQuery& query) const;

private:
    struct Region {
        PlaceListPlace shown;
        std::string name;  // comparable
        std::string code;
    };
    struct Town {
        PlaceListPlace shown;
        std::int64_t population = 0;
        std::string id;
    };
    using TownName = std::pair<std::string, std::uint32_t>;  // comparable, index of the town

    void add(const model::Region& region);
    void add(const model::Place& town);

    std::vector<Region> regions_;
    std::vector<Town> towns_;
    std::vector<TownName> town_names_;  // ascending
};

}  // namespace kontor::service
