// SPDX-License-Identifier: EUPL-1.2
// Who was in which project, taken from a picture, as the completion of teams reads it. Pure. Linear in the
// participations; copies names and ids.
#pragma once

#include "match/teams.hpp"
#include "network/picture.hpp"

namespace kontor::match {

/// Organisation i and project i are those of the picture. Projects without a start stand at the share of
/// their programme's years that their ids have in order (numbers are given as projects come in), at the
/// latest today. Themes of a project are its parts of a programme: the 64 keywords of most projects, of at
/// least three; when no keyword is in three, its programme's name instead.
[[nodiscard]] TeamRecords team_records(const network::Picture& picture);

}  // namespace kontor::match
