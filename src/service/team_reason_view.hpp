// SPDX-License-Identifier: EUPL-1.2
// The reasons of a place on a team's list as sentences with links to the records behind them.
#pragma once

#include "match/team_list.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// What the sentences say beside the reason itself.
struct TeamQuestionView {
    std::string theme;     // the part of a programme asked for; may be empty
    std::size_t size = 0;  // of the team
};

[[nodiscard]] TeamCandidate team_candidate_view(const match::TeamCandidate& candidate,
                                                const TeamQuestionView& question, const Views& views);

}  // namespace kontor::service
