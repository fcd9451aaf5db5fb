// SPDX-License-Identifier: EUPL-1.2
// `kontor train`: learns from the network at hand what makes partners, and keeps it. The latest year in
// which at least 200 projects began is what came about; what was known before it is what it could have been
// told from.
// Deterministic; a network that holds too little keeps the shipped weights.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/progress.hpp"
#include "match/part_learning.hpp"
#include "service/asker.hpp"
#include "store/store.hpp"

namespace kontor::service {

struct Training {
    std::string from;   // ISO date: what began on it or after it is what came about …
    std::string until;  // … and before this one
    match::LearntParts parts;
    bool parts_kept = false;     // they stand better with those that were checked
    std::size_t team_cases = 0;  // 0: too few; the shipped model stays
};

/// For the operator at the machine and administrators. Stages: "reading" (records), "partners" (subjects),
/// "team" (cases). Nothing is kept after Stopped or another error. Cost: about a minute and one GiB for
/// 60,000 organisations.
[[nodiscard]] base::Result<Training> train(store::Store& store, const base::Clock& clock, const Asker& asker,
                                           base::Progress& progress);

/// The shipped weights hold again.
[[nodiscard]] base::Outcome forget_training(store::Store& store, const Asker& asker);

}  // namespace kontor::service
