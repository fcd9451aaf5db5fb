// SPDX-License-Identifier: EUPL-1.2
// A cluster beside up to six others, one readable sheet for each. Thread-safe; works on the snapshot that is
// current when it is called.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "service/asker.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

struct ComparisonQuery {
    std::string subject;               // organisation id
    std::vector<std::string> against;  // 1 to kMostCompared others; named twice is shown once
};

inline constexpr std::size_t kMostCompared = 6;

class ComparisonService {
public:
    explicit ComparisonService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Errors: ValueMissing, RecordNotFound, TooManyItems, ComparedWithItself, all at once.
    [[nodiscard]] base::Result<ComparisonList> compare(const Asker& asker,
                                                       const ComparisonQuery& query) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
