// SPDX-License-Identifier: EUPL-1.2
// Measures the completion of teams on records of projects, ours beside plain methods (docs/matching.md).
// Reads official CORDIS exports; knows no store and no account. Nothing of the later files reaches a model:
// of them only who was in which project, its day and its part of the programme are read, and only to ask.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "match/team_protocol.hpp"
#include "match/team_training.hpp"
#include "model/values.hpp"

namespace kontor::service {

struct CompletionRequest {
    std::vector<std::string> history;  // files
    std::vector<std::string> later;    // files; may be those of the history when there is a cut
    std::string cut;         // history is what began before this day, later what began on it or after it
    std::uint64_t seed = 1;  // of the sample
    std::size_t limit = 0;   // cases, about (whole projects are taken); 0: all
};

struct MethodFigures {
    std::string name;  // "kontor", "popularity" …
    match::TeamFigures figures;
};

struct CompletionEvaluation {
    std::size_t organisations = 0;  // of the history
    std::size_t projects = 0;       // of the history, with two members and more
    std::size_t left_out =
        0;                  // projects of the history that are later ones as well: no answer in the question
    std::size_t teams = 0;  // asked for
    std::size_t cases = 0;
    std::vector<MethodFigures> methods;  // kontor first
};

/// Stages reported: "reading", "training", then each method's name (units: cases). Without a case all figures
/// are 0. Errors: of the files, DateInvalid, Stopped.
[[nodiscard]] base::Result<CompletionEvaluation> evaluate_completion(const CompletionRequest& request,
                                                                     base::Progress& progress);

}  // namespace kontor::service
