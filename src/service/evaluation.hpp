// SPDX-License-Identifier: EUPL-1.2
// Measures matching on records of projects, ours beside plain methods (docs/matching.md): who completes a
// team, and who meets a need told in words. Reads official CORDIS exports; knows no store and no account.
// Nothing of the later files reaches a model: of them only who was in which project, its day, its part of the
// programme and, for needs, its text are read, and only to ask.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "match/need_ranking.hpp"
#include "match/team_protocol.hpp"
#include "match/team_training.hpp"
#include "model/values.hpp"

namespace kontor::service {

struct EvaluationRequest {
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

struct Evaluation {
    std::size_t organisations = 0;  // of the history
    std::size_t projects = 0;       // of the history, with two members and more; for needs those with a text
    std::size_t left_out =
        0;                  // projects of the history that are later ones as well: no answer in the question
    std::size_t teams = 0;  // asked for
    std::size_t cases = 0;
    std::vector<MethodFigures> methods;  // kontor first
};

/// Stages reported: "reading", "training", then each method's name (units: cases). Without a case all figures
/// are 0. Errors: of the files, DateInvalid, Stopped.
[[nodiscard]] base::Result<Evaluation> evaluate_completion(const EvaluationRequest& request,
                                                           base::Progress& progress);

/// Titles and objectives of the later projects are the needs; every known member is to be found from them,
/// alone or, with `partner`, beside one other member that is given. Texts are read as English, as CORDIS
/// writes them. Stages and errors as of evaluate_completion.
[[nodiscard]] base::Result<Evaluation> evaluate_need(const EvaluationRequest& request,
                                                     match::FirstPartner partner, base::Progress& progress);

/// Clusters are the organisations whose PIC stands in column "pic" of the tables `clusters`. Of the later
/// projects it is asked which pairs of clusters met for the first time; each is ranked among the clusters
/// that the other had not worked with. Beside "same_sector" (by parts of the programme), popularity and
/// personalised PageRank. Stages as of evaluate_completion; errors too, and ColumnMissing.
[[nodiscard]] base::Result<Evaluation> evaluate_clusters(const EvaluationRequest& request,
                                                         const std::vector<std::string>& clusters,
                                                         base::Progress& progress);

}  // namespace kontor::service
