// SPDX-License-Identifier: EUPL-1.2
// Who completes a team: the completion model's answer with names, sentences and links. What the model needs
// of a network is made when it is first asked of a snapshot, and kept for some snapshots; so a new record is
// in the list as soon as it is in the snapshot, without learning anew. The model is the one that `kontor
// train` has kept, else the shipped one. Thread-safe. Cost of the first request after a change: about half a
// second for 215,000 participations; docs/bench.md.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "match/team_list.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"
#include "service/team_bases.hpp"

namespace kontor::service {

/// Words and ids as a door got them, unchecked: what is impossible comes back as a fault.
struct TeamQuery {
    std::vector<std::string> members;  // organisation ids
    std::string programme;             // the part of a programme that the team aims at, or empty
    std::vector<std::string> countries;
    std::vector<std::string> organisation_kinds;
    std::vector<std::string> excluded;  // organisation ids
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor;
};

class TeamService {
public:
    explicit TeamService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Errors: TeamSize, TeamMemberRepeated, RecordNotFound, ProgrammePartUnknown, CountryUnknown,
    /// ValueNotAllowed, CursorInvalid, all at once. An empty list always says why.
    [[nodiscard]] base::Result<TeamPage> candidates(const Asker& asker, const TeamQuery& query) const;

private:
    const Knowledge& knowledge_;
    mutable TeamBases bases_;
};

}  // namespace kontor::service
