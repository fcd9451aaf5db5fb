// SPDX-License-Identifier: EUPL-1.2
// Through whom two organisations are connected already: the network's chains with a sentence for each link
// and the people to ask, as far as the asker may see them.
// Thread-safe; works on the snapshot that is current when it is called.
#pragma once

#include <cstddef>
#include <string>

#include "service/asker.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

struct PathQuery {
    std::string from;  // organisation ids
    std::string to;
    std::size_t limit = 5;  // 1 to kMostPaths
};

inline constexpr std::size_t kMostPaths = 20;

class PathService {
public:
    explicit PathService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Errors: RecordNotFound and ValueMissing for either end, ValueOutOfRange for the limit, all at once. An
    /// empty list always says why.
    [[nodiscard]] base::Result<PathList> paths(const Asker& asker, const PathQuery& query) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
