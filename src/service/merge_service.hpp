// SPDX-License-Identifier: EUPL-1.2
// Two organisation records that are one: names and identifiers join, what referred to the one refers to the
// other, relations that say the same become one. One batch, which UndoService takes back. Thread-safe; one
// transaction. Cost: a scan of the organisations, agreements, delegations and programmes.
#pragma once

#include "service/edit.hpp"

namespace kontor::service {

class MergeService {
public:
    /// `knowledge` must outlive it.
    explicit MergeService(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// The record `merged` goes into `kept`, which says what it said before wherever the two contradict,
    /// unless `choices` say otherwise. What either of them hid stays hidden, for both. For those who review
    /// and edit both; where accounts have roles at `merged`, for those who give roles at both: they go along.
    /// ValueNotAllowed for an organisation with itself, RecordNotFound for what the asker cannot see.
    [[nodiscard]] base::Result<WrittenBatch> merge(const Asker& asker, const MergeForm& form);

private:
    Knowledge& knowledge_;
};

/// The roles that went along with a merge into `kept` go back to `merged`; for undoing it. Gives the desk
/// records to write.
[[nodiscard]] base::Result<std::vector<model::DeskRecord>> roles_to_give_back(const store::Store& store,
                                                                              const std::string& merged);

}  // namespace kontor::service
