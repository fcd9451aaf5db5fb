// SPDX-License-Identifier: EUPL-1.2
// Measures how names are resolved on official CORDIS exports (docs/resolve.md): names as one export writes
// them, looked for among those of the other. Knows no store and no account.
#pragma once

#include <array>
#include <string>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "resolve/pair_figures.hpp"

namespace kontor::service {

struct ResolveEvaluationRequest {
    std::array<std::string, 2> files = {};  // two exports
    resolve::SampleOptions options = {};
};

struct ResolveEvaluation {
    resolve::PairSample sample = {};
    resolve::SampleFigures figures = {};
    std::array<std::size_t, 2> bodies = {};  // of each export: those that the register numbers and names
};

/// Stages reported: those of the reader, "pairs". Errors: of the files, Stopped.
[[nodiscard]] base::Result<ResolveEvaluation> evaluate_resolving(const ResolveEvaluationRequest& request,
                                                                 base::Progress& progress);

}  // namespace kontor::service
