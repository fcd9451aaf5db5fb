// SPDX-License-Identifier: EUPL-1.2
// What accepting claims of a press text does to the network: each claim becomes records, values of records,
// or claims about them, put into an edit under the asker's own rights. Used for telling beforehand as well:
// then the edit is discarded. One thread, one edit.
#pragma once

#include <string>
#include <vector>

#include "service/press_desk.hpp"
#include "service/press_view.hpp"

namespace kontor::service {

class PressApplication {
public:
    /// All must outlive it.
    PressApplication(Knowledge& knowledge, Edit& edit, const PressPaper& paper, const PressSenses& senses)
        : knowledge_(knowledge), edit_(edit), paper_(paper), senses_(senses) {}

    /// Records that the name may mean, best first; none for people, places and topics.
    [[nodiscard]] base::Result<std::vector<resolve::Candidate>> candidates(const PaperName& name) const;

    /// The claims as cards, with what accepting each of them would do.
    [[nodiscard]] base::Result<std::vector<PressClaim>> claim_views(const Utf16Offsets& offsets);

    /// Does what the claim says; gives what came of it. Errors: PressNameOpen, PressClaimUnfit and faults of
    /// the records.
    [[nodiscard]] base::Result<std::vector<PaperEffect>> accept(const PaperClaim& claim);

    enum class Tense { Future, Past };
    [[nodiscard]] PressEffect effect_view(const PaperEffect& effect, Tense tense) const;

private:
    Knowledge& knowledge_;
    Edit& edit_;
    const PressPaper& paper_;
    const PressSenses& senses_;
};

}  // namespace kontor::service
