// SPDX-License-Identifier: EUPL-1.2
// Takes back what was written together, as long as nothing has been built upon it: one step, as the change
// was. Thread-safe; one transaction.
#pragma once

#include "service/edit.hpp"

namespace kontor::service {

class UndoService {
public:
    static constexpr std::size_t kRecords = 20'000;  // of one batch

    /// `knowledge` must outlive it.
    explicit UndoService(Knowledge& knowledge) : knowledge_(knowledge) {}

    /// `batch` as an edit, a decision or a history gives it. For those who may edit every record of it,
    /// before and after. Sources stay: others may have them from here. EditConflict names each record that
    /// was changed since, RecordInUse those that others refer to by now, RecordNotFound when there is no such
    /// batch.
    [[nodiscard]] base::Result<WrittenBatch> undo(const Asker& asker, std::uint64_t batch);

private:
    Knowledge& knowledge_;
};

}  // namespace kontor::service
