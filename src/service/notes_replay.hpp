// SPDX-License-Identifier: EUPL-1.2
// How well the lists would have told, measured by the notes about partners in this database: they are gone
// through in the order of their days, and at each first good outcome of a pair (accepted, met, cooperated)
// and each first bad one (declined, unwanted) it is asked where the partner stood on the usual list of the
// organisation, with the earlier notes about others and without any note of that pair. The network is that
// of today, so a joint project that came of it is known to it. Cost: one explained pair per outcome.
#pragma once

#include <cstddef>

#include "base/progress.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// Over pairs; who is not on the list counts as found nowhere.
struct ReplayFigures {
    std::size_t pairs = 0;
    double mrr = 0;
    double hit10 = 0;
    double hit50 = 0;
};

struct NotesReplay {
    ReplayFigures good;
    ReplayFigures bad;
    /// Pairs of one good and one bad outcome of the same organisation with two partners, and the share of
    /// them in which the good one stood higher; equal places count half.
    std::size_t compared = 0;
    double in_order = 0;
};

/// A cluster's list is of clusters, that of others of all but clusters; where the partner is of the other
/// sort, it is the list of its kind. For the operator: OperationNotPermitted, Stopped. Stages: "feedback".
[[nodiscard]] base::Result<NotesReplay> replay_notes(const Knowledge& knowledge, const Asker& asker,
                                                     base::Progress& progress);

}  // namespace kontor::service
