// SPDX-License-Identifier: EUPL-1.2
#include "http/api_places.hpp"

#include "base/limits.hpp"

namespace kontor::http {

void add_place_api(Door& door, const service::PlaceService& places) {
    door.respond(
        "places",
        [&places](const service::Asker& asker, const Request& request) {
            const Parameters& given = request.parameters;
            const service::PlaceQuery query{
                std::string(given.text("name")), std::string(given.text("in")),
                static_cast<std::size_t>(given.integer("limit").value_or(base::limits::kDefaultPageSize))};
            return answer(
                given.text("of") == "town" ? places.towns(asker, query) : places.regions(asker, query),
                request);
        },
        Pace::Slow);
}

}  // namespace kontor::http
