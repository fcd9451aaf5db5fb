// SPDX-License-Identifier: EUPL-1.2
#include "http/api_pairs.hpp"

namespace kontor::http {

using service::Asker;

void add_pair_api(Door& door, const service::PathService& paths,
                  const service::ComparisonService& comparisons) {
    door.add("paths", [&paths](const Asker& asker, const Request& request) {
        const Parameters& given = request.parameters;
        service::PathQuery query;
        query.from = given.text("from");
        query.to = given.text("to");
        if (const auto limit = given.integer("limit")) query.limit = static_cast<std::size_t>(*limit);
        return paths.paths(asker, query);
    });
    door.add("comparisons", [&comparisons](const Asker& asker, const Request& request) {
        return comparisons.compare(
            asker, {std::string(request.parameters.text("for")), request.parameters.list("with")});
    });
}

}  // namespace kontor::http
