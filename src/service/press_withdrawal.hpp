// SPDX-License-Identifier: EUPL-1.2
// Takes back what accepted claims of a press text did: records they made, values they set, claims they left,
// as far as nothing else supports them. What another accepted text says too passes to that text. Puts it all
// into an edit; one thread.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "service/press_paper.hpp"
#include "service/press_view.hpp"

namespace kontor::service {

class PressTakingBack {
public:
    using Key = std::pair<model::RecordKind, std::string>;

    /// `kept`: records that others refer to and that have to stay for it. All must outlive it.
    PressTakingBack(Knowledge& knowledge, Edit& edit, PressPaper& paper, const std::set<Key>& kept)
        : knowledge_(knowledge), edit_(edit), paper_(paper), kept_(kept) {}

    /// Of the claims with these ids; their effects are empty afterwards.
    [[nodiscard]] base::Outcome take_back(const std::set<std::string>& claims);
    [[nodiscard]] const PressWithdrawal& report() const { return report_; }

private:
    Knowledge& knowledge_;
    Edit& edit_;
    PressPaper& paper_;
    const std::set<Key>& kept_;
    PressWithdrawal report_;
};

/// The records that a write was refused for because others refer to them.
[[nodiscard]] std::set<PressTakingBack::Key> records_in_use(const base::Errors& faults);

}  // namespace kontor::service
